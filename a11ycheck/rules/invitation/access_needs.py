"""An invitation asks what people need to take part, and says whom to tell.

No clause asks for it; so this rule meets none. W3C's advice on accessible events does.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.invitation import Invitation, Inviting
from a11ycheck.text.invitations import asks_about_needs, is_understood


def understood(document: Inviting) -> Iterator[Invitation]:
    """Invitations in a language whose words for it are known."""
    yield from (each for each in document.invitations() if is_understood(each.text))


@rule(
    document=Inviting,
    each=understood,
    title=Text("The invitation asks what people need to take part", "Inbjudan frågar vad deltagarna behöver"),
    why=Text(
        "Who needs an interpreter, captions or papers in another form does not know whether to ask, or whom.",
        "Den som behöver tolk, textning eller handlingar i annan form vet inte om det går att be om det, eller "
        "vem man "
        "ska fråga.",
    ),
    who=(People.DEAF, People.SCREEN_READER, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Write: “Do you need captions, an interpreter or other support to take part? Write to Anna, "
            "anna@example.org, by 10 May”.",
            "Skriv: ”Behöver du textning, tolk eller annat stöd för att delta? Hör av dig till Anna, "
            "anna@example.org, "
            "senast den 10 maj”.",
        ),
    ),
    messages={
        "not-asked": Text(
            "The invitation does not ask what people need to take part.",
            "Inbjudan frågar inte vad deltagarna behöver för att kunna delta.",
        ),
        "no-contact": Text(
            "The invitation asks what people need, but not whom to tell.",
            "Inbjudan frågar vad deltagarna behöver, men säger inte vem man ska vända sig till.",
        ),
    },
)
def access_needs(invitation: Invitation) -> Outcome:
    """It asks, and gives a mail address, a telephone number or an organiser."""
    if not asks_about_needs(invitation.text):
        return failed("not-asked")
    return passed() if invitation.contacts or invitation.telephones else failed("no-contact")


def examples() -> dict[str, Inviting]:
    from a11ycheck.documents.calendar.model import Calendar, Event, Time

    def calendar(text: str, attendees: int = 3) -> Calendar:
        start = Time("2026-05-24T13:00", "UTC")
        return Calendar((Event(summary="Läsecirkeln", description=text, start=start, attendees=attendees),))

    return {
        "failed not-asked": calendar("Vi talar om Aniara."),
        "failed no-contact": calendar("Behöver du tolk eller textning? Säg till."),
        "passed": calendar("Behöver du tolk eller textning? Skriv till anna@example.org."),
        "inapplicable, nobody is asked": calendar("", 0),
        "inapplicable, words that are not known": calendar(
            "Wir treffen uns am Dienstag und reden über das Buch, das wir alle gelesen haben. Es gibt Kaffee und "
            "Kuchen für alle, die kommen, und wir freuen uns auf euch."
        ),
    }
