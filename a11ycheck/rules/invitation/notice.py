"""An invitation is sent in good time.

No clause asks for it; so this rule meets none.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.invitation import Invitation, Inviting


def sent_before(document: Inviting) -> Iterator[Invitation]:
    """Invitations of which it is known when they were sent, and that were not sent when the meeting had been."""
    yield from (each for each in document.invitations() if each.sent and each.sent[:10] <= each.start[:10])


@rule(
    document=Inviting,
    each=sent_before,
    title=Text("The invitation is sent in good time", "Inbjudan skickas i god tid"),
    why=Text(
        "Interpreters, captioners, assistants and rides have to be booked ahead, and some need time to read the "
        "papers.",
        "Tolkar, skrivtolkar, ledsagare och färdtjänst måste bokas i förväg, och en del behöver tid för att läsa "
        "handlingarna.",
    ),
    who=(People.DEAF, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Send the invitation and its papers at least two weeks ahead. If it is too late for that, ask what "
            "each guest "
            "needs.",
            "Skicka inbjudan och handlingarna minst två veckor i förväg. Är det för sent, fråga vad var och en "
            "behöver.",
        ),
    ),
    messages={
        "short": Text(
            "The invitation was sent {days} days before the meeting, at least {least} are recommended.",
            "Inbjudan skickades {days} dagar före mötet, minst {least} rekommenderas.",
        ),
    },
)
def notice(invitation: Invitation, *, least: int = 14) -> Outcome:
    """It was sent at least ``least`` days ahead: the time that booking an interpreter takes as a rule."""
    days = (_day(invitation.start) - _day(invitation.sent)).days
    return passed() if days >= least else failed("short", days=days, least=least)


def _day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso[:10])


def examples() -> dict[str, Inviting]:
    from a11ycheck.documents.calendar.model import Calendar, Event, Time

    def calendar(stamp: str, repeats: bool = False) -> Calendar:
        start = Time("2026-05-24T13:00", "UTC")
        event = Event(summary="Läsecirkeln", start=start, attendees=3, stamp=stamp, repeats=repeats)
        return Calendar((event,), "REQUEST")

    return {
        "failed short": calendar("2026-05-22"),
        "passed": calendar("2026-05-10"),
        "inapplicable, it comes back": calendar("2026-05-22", repeats=True),
        "inapplicable, not known when": calendar(""),
    }
