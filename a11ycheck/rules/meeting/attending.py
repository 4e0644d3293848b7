"""How one can take part, and registering for it.

Sources: “erbjuder både digitala och fysiska möten” and “kontakta varandra på olika sätt” (participants of a Swedish
conference on digital dialogue, 2022); W3C's advice on meetings at a distance, several ways to connect.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.facts import Statement
from a11ycheck.documents.meeting.model import SURE, Call, Meeting


def of_known_form(meeting: Meeting) -> Iterator[Call]:
    """Calls that say where the meeting is."""
    return (call for call in meeting.understood_calls() if call.is_digital or call.is_on_site)


def with_registration(meeting: Meeting) -> Iterator[Call]:
    """Calls that ask people to register."""
    return (
        call
        for call in meeting.understood_calls()
        if call.how("registration") in ("stated", "promised", "unsure")
    )


def with_form(meeting: Meeting) -> Iterator[Call]:
    """Calls that ask people to register by a form on the web."""
    return (
        call
        for call in with_registration(meeting)
        if any(value.startswith("form:") for value in call.values("registration-way"))
    )


@rule(
    document=Meeting,
    each=Meeting.understood_calls,
    title=Text("It is said how one takes part", "Det framgår hur man deltar"),
    why=Text(
        "Who does not know whether the meeting is on the web or at a place cannot plan the journey, the "
        "equipment or the "
        "support.",
        "Den som inte vet om mötet är på nätet eller på en plats kan inte planera resa, utrustning eller stöd.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Write whether one takes part on the web, at a place or either way, with the link or the address.",
            "Skriv om man deltar på nätet, på plats eller endera, med länken eller adressen.",
        ),
        paste=Text(
            "You can take part in person at … or online: ….",
            "Du kan delta på plats i … eller digitalt: ….",
        ),
    ),
    messages={
        "missing": Text(
            "It is not said whether the meeting is on the web or at a place.",
            "Det framgår inte om mötet är på nätet eller på en plats.",
        ),
        "only-link": Text(
            "Only the joining link shows that one can take part on the web. Do all participants know whether they may "
            "come to a place as well?",
            "Bara möteslänken visar att man kan delta på nätet. Vet alla deltagare om de också kan komma till en "
            "plats?",
        ),
    },
)
def hybrid_choice_form(call: Call) -> Outcome:
    """It is said that it is at a distance or at a place. Where only a link or a number to dial in shows it, a person
    knows whether that is plain."""
    if call.is_on_site or call.values("attendance") or _names_tool_as_place(call):
        return passed()
    return ask("only-link", yes=passed(), no=failed("missing")) if call.is_digital else failed("missing")


def _names_tool_as_place(call: Call) -> bool:
    """A sentence names the program that one meets in: “Vi ses i Zoom på torsdag”. What calendars write beneath a text
    is none."""
    return any(
        len(each.statement.quote.split()) > len(each.statement.value.split()) + 1
        for each in call.said("platform")
        if each.statement.how in SURE and each.statement.value and not _is_written_by_calendar(each.statement)
    )


BENEATH = (
    "microsoft teams-möte",
    "microsoft teams meeting",
    "anslut på din dator",
    "join on your computer",
    "join zoom meeting",
    "anslut zoommöte",
    "scheduled zoom meeting",
    "join with google meet",
)
"""Beginnings of what Teams, Zoom and Google write beneath an invitation."""


def _is_written_by_calendar(statement: Statement) -> bool:
    quote = statement.quote.casefold()
    return any(words in quote for words in BENEATH)


@rule(
    document=Meeting,
    each=of_known_form,
    title=Text("There is more than one way to take part", "Det finns mer än ett sätt att delta"),
    why=Text(
        "Who cannot travel is shut out of a meeting at a place, and who has no computer, or cannot use the program, of "
        "one on the web.",
        "Den som inte kan resa stängs ute från ett möte på en plats, och den som saknar dator, eller inte kan använda "
        "programmet, från ett på nätet.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Offer both. If it cannot be done, write why, and what one can do instead, such as ring in or send in "
            "questions beforehand.",
            "Erbjud båda. Om det inte går: skriv varför, och vad man kan göra i stället, till exempel ringa in eller "
            "skicka in frågor i förväg.",
        ),
        paste=Text(
            "You can take part in person at … or online: ….",
            "Du kan delta på plats i … eller digitalt: ….",
        ),
    ),
    messages={
        "only-digital": Text(
            "One can only take part on the web, and it is not said why.",
            "Man kan bara delta på nätet, och det står inte varför.",
        ),
        "only-on-site": Text(
            "One can only take part at the place, and it is not said why.",
            "Man kan bara delta på plats, och det står inte varför.",
        ),
        "why-digital": Text(
            "The meeting is only on the web. Is it said why, or what one can do instead?",
            "Mötet är bara på nätet. Framgår det varför, eller vad man kan göra i stället?",
        ),
        "by-telephone": Text(
            "The meeting is on the web, and one can ring in. Is it said why there is no place to come to?",
            "Mötet är på nätet, och det går att ringa in. Framgår det varför det inte finns någon plats att komma "
            "till?",
        ),
        "why-on-site": Text(
            "The meeting is only at the place. Is it said why, or what one can do instead?",
            "Mötet är bara på plats. Framgår det varför, eller vad man kan göra i stället?",
        ),
    },
)
def hybrid_choice_other_way(call: Call) -> Outcome:
    """One can take part at a distance and at a place; or a person knows that the reason is given. To ring in is to
    take part at a distance as well."""
    if call.is_digital and call.is_on_site:
        return passed()
    said = [each.statement for each in call.said("attendance")]
    if call.is_on_site:
        no = failed("only-on-site")
        # Where it is said that there is no other way, the reason may stand as well.
        return ask("why-on-site", yes=passed(), no=no) if any(each.how == "denied" for each in said) else no
    no = failed("only-digital")
    if "online-only" in call.values("attendance"):
        return ask("why-digital", yes=passed(), no=no)
    return ask("by-telephone", yes=passed(), no=no) if call.states("dial-in") else no


@rule(
    document=Meeting,
    each=with_registration,
    title=Text("It is said how and by when one registers", "Det framgår hur och senast när man anmäler sig"),
    why=Text(
        "Who needs help to register, or time to arrange for support, has to know until when it can be done.",
        "Den som behöver hjälp med anmälan, eller tid att ordna stöd, måste veta hur länge det går.",
    ),
    who=(People.READING, People.EVERYONE),
    fix=Fix(
        Text(
            "Write the last day, with month and year, and where or to whom one registers.",
            "Skriv sista dagen, med månad och år, och var eller till vem man anmäler sig.",
        ),
        paste=Text(
            "Register by … at the latest: write to … or ring ….",
            "Anmäl dig senast den …: mejla … eller ring ….",
        ),
    ),
    was=("invitation-last-day",),
    messages={
        "no-way": Text("It is not said how one registers.", "Det framgår inte hur man anmäler sig."),
        "no-day": Text(
            "It is not said by when one registers.", "Det framgår inte senast när man anmäler sig."
        ),
        "neither": Text(
            "It is not said how one registers, or by when.",
            "Det framgår inte hur man anmäler sig, eller senast när.",
        ),
        "after-meeting": Text(
            "The last day to register, {day}, is after the meeting.",
            "Sista dagen för anmälan, {day}, är efter mötet.",
        ),
    },
)
def registration_deadline(call: Call) -> Outcome:
    """There is a last day, before the meeting, and a way: a link, an address or a number. “24 hours before” counts."""
    has_day, has_way = call.states("registration-deadline"), call.states("registration-way")
    if not has_day or not has_way:
        return failed("no-way" if has_day else "no-day" if has_way else "neither")
    day = call.meeting.day
    late = [
        value
        for value in call.values("registration-deadline")
        if day and value[:1] == "2" and value > f"{day}"
    ]
    return failed("after-meeting", day=late[0]) if late else passed()


@rule(
    document=Meeting,
    each=with_form,
    title=Text(
        "One can register in another way than the form", "Man kan anmäla sig på annat sätt än formuläret"
    ),
    why=Text(
        "Forms on the web are what most often does not work with a screen reader, a keyboard or enlarged text.",
        "Webbformulär är det som oftast inte fungerar med skärmläsare, tangentbord eller förstorad text.",
    ),
    who=(People.SCREEN_READER, People.KEYBOARD, People.READING),
    fix=Fix(
        Text(
            "Write a mail address or a telephone number beside the form.",
            "Skriv en mejladress eller ett telefonnummer intill formuläret.",
        ),
        paste=Text(
            "You can also register by mail to … or by telephone, ….",
            "Du kan också anmäla dig med mejl till … eller på telefon ….",
        ),
    ),
    messages={
        "only-form": Text("One can only register by the form.", "Man kan bara anmäla sig genom formuläret."),
        "contact": Text(
            "Is it plain that one can register by {contact} as well as by the form?",
            "Framgår det att man kan anmäla sig via {contact} lika väl som genom formuläret?",
        ),
    },
)
def registration_alternative(call: Call) -> Outcome:
    """A mail address or a telephone number to register by; of a contact elsewhere a person knows whether it is one."""
    if any(value.startswith(("mail:", "phone:")) for value in call.values("registration-way")):
        return passed()
    contact = next((v for v in call.values("contact") if v.startswith(("mail:", "phone:"))), "")
    if contact:
        return ask("contact", contact=contact.partition(":")[2], yes=passed(), no=failed("only-form"))
    return failed("only-form")


def examples() -> dict[str, dict[str, Meeting]]:
    def form(form: str, *more: Statement, how: str = "stated") -> Meeting:
        return Meeting.of(Statement("attendance", how, value=form), *more)

    def registering(*values: str, how: str = "stated") -> Meeting:
        topics = {"2": "registration-deadline", "d": "date", "c": "contact"}
        statements = [
            Statement(
                topics.get(v[0], "registration-way"), "stated", value=v.removeprefix("d ").removeprefix("c ")
            )
            for v in values
        ]
        return Meeting.of(Statement("registration", how), *statements)

    dial_in = Statement("dial-in", "stated", value="08-123 45 67")
    place = Statement("venue", "stated", value="Stadsbiblioteket")
    web, mail = "form:https://example.org/anmalan", "mail:anna@example.org"
    return {
        "hybrid_choice_form": {
            "failed missing": Meeting.of(),
            "passed": form("online"),
            "passed, a place": Meeting.of(place),
            "passed, a program": Meeting.of(Statement("platform", "stated", "Vi ses i Zoom kl. 19.", "Zoom")),
            "cannot-tell only-link": Meeting.of(
                Statement("joining", "stated", value="https://zoom.us/j/123456")
            ),
            "cannot-tell only-link, a heading": Meeting.of(
                Statement("platform", "stated", "Microsoft Teams-möte", "Microsoft Teams-möte")
            ),
        },
        "hybrid_choice_other_way": {
            "failed only-digital": form("online"),
            "failed only-on-site": form("on-site"),
            "cannot-tell why-digital": form("online-only"),
            "cannot-tell why-on-site": form("online", place, how="denied"),
            "passed": form("hybrid"),
            "cannot-tell by-telephone": form("online", dial_in),
            "inapplicable, not said at all": Meeting.of(),
        },
        "registration_deadline": {
            "failed no-way": registering("2026-05-10"),
            "failed no-day": registering(mail),
            "failed neither": registering(how="unsure"),
            "failed after-meeting": registering("2026-05-30", mail, "d 2026-05-24"),
            "passed": registering("2026-05-10", mail, "d 2026-05-24"),
            "inapplicable, no need": registering(how="denied"),
        },
        "registration_alternative": {
            "failed only-form": registering(web),
            "cannot-tell contact": registering(web, "c mail:anna@example.org"),
            "passed": registering(web, mail),
            "inapplicable, by mail": registering(mail),
        },
    }
