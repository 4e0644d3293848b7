"""An event that people are asked to says what will happen there.

No clause asks for it; so this rule meets none. W3C's advice on accessible meetings does: send the agenda ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.calendar.model import Calendar, Event

BOILERPLATE = re.compile(
    r"https?://\S{1,2000}|[\w.+-]{1,64}@[\w.-]{1,250}|[_=*~.-]{4,400}|[+\d][\d ()-]{5,20}\d|join "
    r"(?:zoom|microsoft|the|on|with)"
    r"|meeting id|passcode|one tap|dial by your location|find your local number|click here|microsoft teams|zoom "
    r"meeting"
    r"|anslut till|mötes-id|lösenord|klicka här|need help|learn more|meeting options|mötesalternativ|download teams",
    re.IGNORECASE,
)
"""What meeting services write by themselves."""


def asked_to(calendar: Calendar) -> Iterator[Event]:
    """The meetings that people are asked to."""
    asked = {invitation.where for invitation in calendar.invitations()}
    yield from (each for each in calendar.meetings() if each.where in asked)


@rule(
    document=Calendar,
    each=asked_to,
    title=Text("The invitation says what will happen", "Inbjudan säger vad som ska hända"),
    why=Text(
        "Who needs time to prepare, an interpreter among them, cannot do it without knowing what the meeting is "
        "about.",
        "Den som behöver tid för att förbereda sig, tolken till exempel, kan inte göra det utan att veta vad "
        "mötet handlar "
        "om.",
    ),
    who=(People.READING, People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Write in the event's description what the meeting is about and its agenda, or where the agenda is.",
            "Skriv i händelsens beskrivning vad mötet handlar om och dagordningen, eller var den finns.",
        ),
    ),
    messages={
        "missing": Text("The event has no description.", "Händelsen har ingen beskrivning."),
        "only-link": Text(
            "The description says nothing but how to join.", "Beskrivningen säger bara hur man ansluter."
        ),
    },
)
def description(event: Event, *, least: int = 3) -> Outcome:
    """It has a description of at least ``least`` words besides what meeting services write. The limit is our own."""
    words = event.words.strip()
    if not words:
        return failed("missing")
    own = BOILERPLATE.sub(" ", words[:100_000])
    return (
        passed() if sum(any(map(str.isalpha, each)) for each in own.split()) >= least else failed("only-link")
    )


def examples() -> dict[str, Calendar]:
    from a11ycheck.documents.calendar.model import Time

    def calendar(text: str, attendees: int = 3) -> Calendar:
        start = Time("2026-05-24T13:00", "UTC")
        return Calendar((Event(summary="Läsecirkeln", description=text, start=start, attendees=attendees),))

    return {
        "failed missing": calendar(""),
        "failed only-link": calendar(
            "Join Zoom Meeting\nhttps://zoom.us/j/12345678\nMeeting ID: 123 456 78\n______"
        ),
        "passed": calendar("Vi talar om Aniara, sång 1 till 12.\nhttps://zoom.us/j/12345678"),
        "inapplicable, nobody is asked": calendar("", 0),
    }
