"""One can take part in a meeting at a distance by telephone.

No clause asks for it; so this rule meets none. W3C's advice on meetings at a distance is several ways to connect.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.invitation import Invitation, Inviting
from a11ycheck.text.invitations import has_code, is_dial_in


def with_joining_link(document: Inviting) -> Iterator[Invitation]:
    yield from (each for each in document.invitations() if each.joining)


@rule(
    document=Inviting,
    each=with_joining_link,
    title=Text("One can take part by telephone", "Det går att delta per telefon"),
    why=Text(
        "Who has no computer, a bad connection, or a program that does not work with their assistive technology "
        "can take "
        "part by telephone.",
        "Den som saknar dator, har dålig uppkoppling eller ett program som inte fungerar med hjälpmedlen kan "
        "vara med per "
        "telefon.",
    ),
    who=(People.LOW_VISION, People.SCREEN_READER, People.EVERYONE),
    fix=Fix(
        Text(
            "Write a number to dial in, with the meeting's code. If the service has none, write whom to ring to get "
            "help to take part.",
            "Skriv ett telefonnummer för att ringa in, med mötets kod. Har tjänsten inget, skriv vem man kan "
            "ringa för "
            "att få hjälp att delta.",
        ),
    ),
    messages={
        "missing": Text(
            "The invitation has no telephone number to dial in.",
            "Inbjudan har inget telefonnummer för att ringa in.",
        ),
        "no-code": Text(
            "The telephone number {number} has no meeting id or code beside it.",
            "Telefonnumret {number} har inget mötes-id eller någon kod vid sidan om.",
        ),
    },
)
def dial_in(invitation: Invitation) -> Outcome:
    """It has a telephone number; and where that is to dial in, an id or a code."""
    if not invitation.telephones:
        return failed("missing")
    if is_dial_in(invitation.text) and not has_code(invitation.text):
        return failed("no-code", number=invitation.telephones[0])
    return passed()


def examples() -> dict[str, Inviting]:
    from a11ycheck.documents.calendar.model import Calendar, Event, Time

    def calendar(text: str) -> Calendar:
        said = f"Anslut till mötet: https://zoom.us/j/12345678\n{text}"
        return Calendar((Event(summary="Årsmöte", description=said, start=Time("2026-05-24T13:00", "UTC")),))

    return {
        "failed missing": calendar(""),
        "failed no-code": calendar("Eller ring in på 08-123 45 67."),
        "passed": calendar("Eller ring in på 08-123 45 67, mötes-id: 123 456 78."),
        "passed, someone who helps": calendar("Ring Anna på 08-123 45 67 om tekniken krånglar."),
        "inapplicable, no link": Calendar((Event(summary="Årsmöte", start=Time("2026-05-24T13:00", "UTC")),)),
    }
