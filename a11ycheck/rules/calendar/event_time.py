"""An event says when it begins and ends, and in which time zone.

No clause is about it; so this rule meets none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.calendar.model import Calendar, Event, Time


def at_a_time(calendar: Calendar) -> Iterator[Event]:
    """The events but those of whole days, which are the same everywhere."""
    yield from (each for each in calendar.meetings() if each.start is None or not each.start.is_date)


@rule(
    document=Calendar,
    each=at_a_time,
    title=Text("An event says when it begins and ends", "Händelsen säger när den börjar och slutar"),
    why=Text(
        "Who books an interpreter, an assistant or a ride needs to know when the meeting ends; and a time "
        "without a zone "
        "is another time for someone who is abroad.",
        "Den som bokar tolk, ledsagare eller färdtjänst behöver veta när mötet slutar; och en tid utan tidszon "
        "blir en "
        "annan tid för den som är utomlands.",
    ),
    who=(People.DEAF, People.EVERYONE),
    fix=Fix(
        Text(
            "Set start and end in the calendar program, with the time zone of the meeting.",
            "Ange start och slut i kalenderprogrammet, med mötets tidszon.",
        ),
    ),
    messages={
        "no-start": Text(
            "The event has no start that can be read.", "Händelsen har ingen starttid som går att läsa."
        ),
        "no-end": Text(
            "The event has neither an end nor a length.", "Händelsen har varken sluttid eller längd."
        ),
        "floats": Text(
            "The time {time} has no time zone, so it is another time for someone in another country.",
            "Tiden {time} har ingen tidszon och blir därför en annan tid för den som är i ett annat land.",
        ),
    },
)
def event_time(event: Event) -> Outcome:
    """Its start can be read and has a zone, and its end is known."""
    if event.start is None:
        return failed("no-start")
    if event.end is None:
        return failed("no-end")
    return passed() if event.start.zone else failed("floats", time=event.start.iso.replace("T", " "))


def examples() -> dict[str, Calendar]:
    def calendar(start: Time | None, end: Time | None = None) -> Calendar:
        return Calendar((Event(summary="Årsmöte", start=start, end=end),))

    one, three = Time("2026-05-24T13:00", "Europe/Stockholm"), Time("2026-05-24T15:00", "Europe/Stockholm")
    return {
        "failed no-start": calendar(None),
        "failed no-end": calendar(one),
        "failed floats": calendar(Time("2026-05-24T13:00"), Time("2026-05-24T15:00")),
        "passed": calendar(one, three),
        "passed, UTC": calendar(Time("2026-05-24T11:00", "UTC"), Time("2026-05-24T13:00", "UTC")),
        "inapplicable, a whole day": calendar(Time("2026-05-24")),
    }
