"""An event's name says what it is."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.calendar.model import Calendar, Event

VAGUE = frozenset(
    "möte mötet meeting event händelse aktivitet appointment call samtal zoom teams webex skype tbd tba hold "
    "busy upptagen "
    "untitled namnlös inbjudan invitation info information test bokad booked".split()
) | {"new event", "ny händelse", "nytt möte", "new meeting", "zoom meeting", "teams meeting", "zoom-möte", "teams-möte",
     "microsoft teams meeting", "microsoft teams-möte", "no title", "ingen rubrik", "inget ämne", "online meeting",
     "digitalt möte", "(no title)"}  # fmt: skip
"""Names that say nothing alone, casefolded."""


@rule(
    document=Calendar,
    each=Calendar.meetings,
    meets=("WCAG 2.4.2",),
    title=Text("An event's name says what it is", "Händelsens namn säger vad den är"),
    why=Text(
        "The name is all that is heard in the calendar and in the reminder.",
        "Namnet är det enda som hörs i kalendern och i påminnelsen.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Name the event after what it is about: “Annual meeting of the reading circle”.",
            "Döp händelsen efter vad den handlar om: ”Läsecirkelns årsmöte”.",
        ),
    ),
    messages={
        "missing": Text("The event has no name.", "Händelsen har inget namn."),
        "vague": Text(
            "The name “{name}” does not say what the event is about.",
            "Namnet ”{name}” säger inte vad händelsen handlar om.",
        ),
    },
)
def event_name(event: Event) -> Outcome:
    """There is one, and it says more than “Meeting”."""
    if not any(map(str.isalnum, event.summary)):
        return failed("missing")
    vague = event.summary.casefold().strip(" .!?") in VAGUE
    return failed("vague", name=event.summary) if vague else passed()


def examples() -> dict[str, Calendar]:
    def calendar(summary: str, method: str = "REQUEST") -> Calendar:
        return Calendar((Event(summary=summary),), method)

    return {
        "failed missing": calendar(""),
        "failed vague": calendar("Möte"),
        "failed vague, the program's own": calendar("Microsoft Teams Meeting"),
        "passed": calendar("Läsecirkelns årsmöte"),
        "inapplicable, an answer": calendar("", "REPLY"),
    }
