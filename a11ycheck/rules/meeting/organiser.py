"""The call to a meeting says who holds it and how one reaches them.

Sources: the checklist of Myndigheten för delaktighet on meetings; “möjlighet till att kontakta varandra på olika sätt”
(participants of a Swedish conference on digital dialogue, 2022).
"""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.meeting.model import Call, Meeting
from a11ycheck.text.statements.people import is_organisation


@rule(
    document=Meeting,
    each=Meeting.understood_calls,
    title=Text("It is said who holds the meeting", "Det framgår vem som håller i mötet"),
    why=Text(
        "Who does not know the sender cannot tell whether the meeting is meant for them, or whom to trust.",
        "Den som inte känner avsändaren vet inte om mötet gäller dem, eller vem de kan lita på.",
    ),
    who=(People.NEW_LANGUAGE, People.SCREEN_READER, People.EVERYONE),
    fix=Fix(
        Text(
            "Write the name of the organisation that invites, in text: a logotype alone is not read out.",
            "Skriv namnet på organisationen som bjuder in, i text: en ensam logotyp läses inte upp.",
        ),
        paste=Text("The meeting is organised by ….", "Mötet arrangeras av …."),
    ),
    messages={
        "missing": Text("It is not said who holds the meeting.", "Det framgår inte vem som håller i mötet."),
        "signed": Text(
            "Is “{name}”, who signs, the one who holds the meeting?",
            "Är det ”{name}”, som har undertecknat, som håller i mötet?",
        ),
        "sender": Text(
            "Do all participants know for whom {name}, who sends the invitation, holds the meeting?",
            "Vet alla deltagare för vems räkning {name}, som skickar inbjudan, håller mötet?",
        ),
        "in-other-words": Text(
            "Is it said who holds the meeting? No name was recognised as the organiser's.",
            "Framgår det vem som håller i mötet? Inget namn kändes igen som arrangörens.",
        ),
    },
)
def organiser_named(call: Call, *, words_at_least: int = 40) -> Outcome:
    """An organiser is named in text, in the calendar's field for it, or as the sender of the mail. Of a person's name
    alone, and of a name that signs, somebody knows whether it is plain for whom.

    A text of ``words_at_least`` words may say it in a way that is not recognised, so a person is asked. The limit is
    our own.
    """
    if call.states("organiser") or any(map(is_organisation, call.senders)):
        return passed()
    no = failed("missing")
    if call.how("organiser") == "unsure":
        return ask("signed", name=call.first("unsure", "organiser"), yes=passed(), no=no)
    if call.senders:
        return ask("sender", name=call.senders[0], yes=passed(), no=no)
    return ask("in-other-words", yes=passed(), no=no) if call.words >= words_at_least else no


@rule(
    document=Meeting,
    each=Meeting.understood_calls,
    title=Text("One can reach the organiser in two ways", "Man når arrangören på två sätt"),
    why=Text(
        "Who does not speak on the telephone has to be able to write, and who finds writing hard has to be able "
        "to ring.",
        "Den som inte kan tala i telefon måste kunna skriva, och den som har svårt att skriva måste kunna ringa.",
    ),
    who=(People.DEAF, People.READING, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Write a mail address and a telephone number, with the name of someone who answers.",
            "Skriv en mejladress och ett telefonnummer, med namn på någon som svarar.",
        ),
        paste=Text("Questions? Contact …: …, or ring ….", "Frågor? Kontakta …: …, eller ring …."),
    ),
    messages={
        "missing": Text("There is no way to reach the organiser.", "Det finns inget sätt att nå arrangören."),
        "name-only": Text(
            "It says whom to turn to, but not how: “{quote}”.",
            "Det står vem man ska vända sig till, men inte hur: ”{quote}”.",
        ),
        "no-telephone": Text(
            "One can only write to the organiser: there is no telephone number.",
            "Man kan bara skriva till arrangören: det finns inget telefonnummer.",
        ),
        "only-telephone": Text(
            "One can only ring the organiser: there is no mail address.",
            "Man kan bara ringa arrangören: det finns ingen mejladress.",
        ),
    },
)
def contact_two_ways(call: Call) -> Outcome:
    """There is a telephone number, and a way to write, such as an answer to the mail that calls. A form to register by
    is no contact."""
    ways = {value.partition(":")[0] for value in call.values("contact", "needs-contact")}
    spoken, written = "phone" in ways, bool(ways & {"mail", "form"} or call.answered_at)
    if spoken and written:
        return passed()
    if spoken or written:
        return failed("only-telephone" if spoken else "no-telephone")
    if call.how("contact") == "unsure":
        return failed("name-only", quote=call.first("unsure", "contact"))
    return failed("missing")


def examples() -> dict[str, dict[str, Meeting]]:
    from dataclasses import replace

    from a11ycheck.documents.facts import Contact, Statement

    mail = Statement("contact", "stated", value="mail:anna@example.org")
    telephone = Statement("contact", "stated", value="phone:08-123 45 67")

    def of_mail(sender: str, words: int = 0) -> Meeting:
        (document,) = Meeting.of().documents
        contacts = (Contact(sender, "anna@example.org"),)
        facts = replace(document.facts, words=words, contacts=contacts)
        return Meeting((replace(document, kind="mail", facts=facts),))

    return {
        "organiser_named": {
            "failed missing": Meeting.of(),
            "passed, the sender": of_mail("Storköpings kommun"),
            "cannot-tell sender": of_mail("Anna Berg"),
            "cannot-tell in-other-words": of_mail("", 120),
            "cannot-tell signed": Meeting.of(Statement("organiser", "unsure", "Storköpings kommun")),
            "passed": Meeting.of(Statement("organiser", "stated", "Läsecirkeln bjuder in.")),
        },
        "contact_two_ways": {
            "failed missing": Meeting.of(),
            "failed name-only": Meeting.of(Statement("contact", "unsure", "Kontakta Anna vid frågor.")),
            "failed no-telephone": Meeting.of(mail),
            "failed only-telephone": Meeting.of(telephone),
            "passed": Meeting.of(mail, telephone),
        },
    }
