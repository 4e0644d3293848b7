"""A time zone that is named is also explained in the file.

RFC 5545, 3.2.19, demands it; no clause of WCAG does, so this rule meets none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.calendar.model import Calendar, Event, Time


@dataclass(frozen=True, slots=True)
class NamedZone:
    """A time zone that events name; ``defined`` when the file explains it."""

    where: Where
    name: str
    defined: bool

    @property
    def is_known_name(self) -> bool:
        """Is it written as in the tz database, “Europe/Stockholm”, which programs know without explanation?"""
        area = self.name.partition("/")[0]
        return area in AREAS or self.name in ("UTC", "GMT", "Etc/UTC")


AREAS = frozenset(
    "Africa America Antarctica Arctic Asia Atlantic Australia Europe Indian Pacific Etc US Canada".split()
)
"""The areas of the tz database."""


def named_zones(calendar: Calendar) -> Iterator[NamedZone]:
    """Each zone that an event names, once."""
    seen: set[str] = set()
    for event in calendar.events:
        for time in (event.start, event.end):
            if time is not None and time.zone not in ("", "UTC") and time.zone not in seen:
                seen.add(time.zone)
                where = Where(event.where.steps, anchor("zone", time.zone))
                yield NamedZone(where, time.zone, time.zone in calendar.zones)


@rule(
    document=Calendar,
    each=named_zones,
    title=Text("Time zones are explained in the file", "Tidszonerna är förklarade i filen"),
    why=Text(
        "A calendar program that does not know the name of the zone may put the meeting at another hour, and "
        "guests come "
        "too late.",
        "Ett kalenderprogram som inte känner igen namnet på zonen kan lägga mötet på fel klockslag, så att deltagare "
        "kommer för sent.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Export the event again from the calendar program; if the fault remains, set the time in UTC or "
            "choose the "
            "zone by city, such as Stockholm.",
            "Exportera händelsen på nytt från kalenderprogrammet; finns felet kvar, ange tiden i UTC eller välj "
            "tidszon "
            "efter stad, till exempel Stockholm.",
        ),
    ),
    messages={
        "unknown": Text(
            "The time zone “{zone}” is not explained in the file, and not all programs know the name.",
            "Tidszonen ”{zone}” är inte förklarad i filen, och alla program känner inte igen namnet.",
        ),
    },
)
def time_zone(zone: NamedZone) -> Outcome:
    """It has a VTIMEZONE, or a name of the tz database, which programs know by themselves."""
    return passed() if zone.defined or zone.is_known_name else failed("unknown", zone=zone.name)


def examples() -> dict[str, Calendar]:
    def calendar(zone: str, *defined: str) -> Calendar:
        start, end = Time("2026-05-24T13:00", zone), Time("2026-05-24T15:00", zone)
        return Calendar((Event(summary="Årsmöte", start=start, end=end),), zones=frozenset(defined))

    return {
        "failed unknown": calendar("W. Europe Standard Time"),
        "passed": calendar("W. Europe Standard Time", "W. Europe Standard Time"),
        "passed, a name that is known": calendar("Europe/Stockholm"),
        "inapplicable, UTC": calendar("UTC"),
        "inapplicable, no zone": calendar(""),
    }
