"""An invitation says what there is for those who hear, see or move otherwise.

No clause asks for it; so this rule meets none. W3C's advice on accessible events does.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.invitation import Invitation, Inviting
from a11ycheck.text.invitations import is_understood, services


def understood(document: Inviting) -> Iterator[Invitation]:
    """Invitations in a language whose words for it are known."""
    yield from (each for each in document.invitations() if is_understood(each.text))


@rule(
    document=Inviting,
    each=understood,
    title=Text(
        "The invitation says what makes the meeting accessible",
        "Inbjudan säger vad som gör mötet tillgängligt",
    ),
    why=Text(
        "Who does not know whether there are captions, an interpreter, a hearing loop or a step-free entrance "
        "often stays "
        "away.",
        "Den som inte vet om det finns textning, tolk, hörslinga eller trappfri entré avstår ofta.",
    ),
    who=(People.DEAF, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Write what there is: live captions, sign language interpretation, papers beforehand, and for a "
            "room: hearing "
            "loop and step-free entrance. Say too what there is not.",
            "Skriv vad som finns: textning, teckenspråkstolkning, handlingar i förväg, och för en lokal: "
            "hörslinga och "
            "trappfri entré. Skriv också vad som inte finns.",
        ),
    ),
    messages={
        "unstated": Text(
            "The invitation says nothing of captions, interpretation, papers beforehand or the venue.",
            "Inbjudan säger inget om textning, tolkning, handlingar i förväg eller lokalen.",
        ),
    },
)
def access_services(invitation: Invitation) -> Outcome:
    """It says something of at least one of them."""
    return passed() if services(invitation.text) else failed("unstated")


def examples() -> dict[str, Inviting]:
    from a11ycheck.documents.calendar.model import Calendar, Event, Time

    def calendar(text: str, attendees: int = 3) -> Calendar:
        start = Time("2026-05-24T13:00", "UTC")
        return Calendar((Event(summary="Läsecirkeln", description=text, start=start, attendees=attendees),))

    return {
        "failed unstated": calendar("Vi talar om Aniara."),
        "passed": calendar("Mötet skrivtolkas."),
        "passed, the venue": calendar("Lokalen har hörslinga."),
        "inapplicable, nobody is asked": calendar("", 0),
        "inapplicable, words that are not known": calendar(
            "Wir treffen uns am Dienstag und reden über das Buch, das wir alle gelesen haben. Es gibt Kaffee und "
            "Kuchen für alle, die kommen, und wir freuen uns auf euch."
        ),
    }
