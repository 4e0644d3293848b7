"""VTIMEZONE for a zone of the tz database (RFC 5545, 3.6.5)."""

from __future__ import annotations

import datetime
import zoneinfo
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

YEARS_AHEAD = 10
"""Years whose changes of the clock are looked at: enough to tell “the last Sunday” from “the fourth”."""
DAYS = "MO TU WE TH FR SA SU".split()
HOUR = datetime.timedelta(hours=1)


class _Change(NamedTuple):
    """A change of the clock: when, by the clock before it."""

    local: datetime.datetime
    before: datetime.timedelta
    after: datetime.timedelta
    name: str
    summer: bool


def is_known_zone(name: str) -> bool:
    return name in zoneinfo.available_timezones()


def vtimezone(name: str, year: int, *, endless: bool) -> list[str]:
    """The lines of a VTIMEZONE that holds from this year on; none where the zone follows no yearly rule and ``endless``
    says that an event goes on for ever.

    Raises ``zoneinfo.ZoneInfoNotFoundError``.
    """
    zone = zoneinfo.ZoneInfo(name)
    changes = list(_changes(zone, year - 1, year + YEARS_AHEAD))
    by_kind: defaultdict[tuple[object, ...], list[_Change]] = defaultdict(list)
    for change in changes:
        by_kind[change.before, change.after, change.name, change.summer].append(change)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    if not changes or changes[0].local.year >= year:
        lines += _before_all(zone, datetime.datetime(year - 1, 1, 1))
    for alike in by_kind.values():
        rule = _rule(alike, year - 1, year + YEARS_AHEAD)
        if not rule and endless:
            return []
        lines += _observance(alike[0], [rule] if rule else _dates(alike[1:]))
    return [*lines, "END:VTIMEZONE"]


def _before_all(zone: zoneinfo.ZoneInfo, start: datetime.datetime) -> list[str]:
    at = start.replace(tzinfo=zone)
    offset = at.utcoffset() or datetime.timedelta()
    first = _Change(start, offset, offset, at.tzname() or "", bool(at.dst()))
    return _observance(first, [])


def _observance(first: _Change, more: list[str]) -> list[str]:
    kind = "DAYLIGHT" if first.summer else "STANDARD"
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{first.local:%Y%m%dT%H%M%S}",
        *more,
        f"TZOFFSETFROM:{_offset(first.before)}",
        f"TZOFFSETTO:{_offset(first.after)}",
        *([f"TZNAME:{first.name}"] if first.name.isalpha() else []),
        f"END:{kind}",
    ]


def _changes(zone: zoneinfo.ZoneInfo, first_year: int, last_year: int) -> Iterator[_Change]:
    """The changes of the clock in these years, found by asking for each day and then halving."""
    utc = datetime.UTC
    at = datetime.datetime(first_year, 1, 1, tzinfo=utc)
    end = datetime.datetime(last_year + 1, 1, 1, tzinfo=utc)
    before = at.astimezone(zone).utcoffset()
    while at < end:
        following = at + 24 * HOUR
        after = following.astimezone(zone).utcoffset()
        if after != before:
            low, high = 0, 24 * 60
            while high - low > 1:
                middle = (low + high) // 2
                moment = at + datetime.timedelta(minutes=middle)
                low, high = (low, middle) if moment.astimezone(zone).utcoffset() != before else (middle, high)
            moment = at + datetime.timedelta(minutes=high)
            seen = moment.astimezone(zone)
            gone = before or datetime.timedelta()
            local = moment.replace(tzinfo=None) + gone
            yield _Change(local, gone, after or datetime.timedelta(), seen.tzname() or "", bool(seen.dst()))
        at, before = following, after


def _rule(alike: list[_Change], first_year: int, last_year: int) -> str:
    """The yearly rule that gives these changes; empty where none does."""
    if [each.local.year for each in alike] != list(range(first_year, last_year + 1)):
        return ""
    if len({(each.local.month, each.local.weekday(), each.local.time()) for each in alike}) != 1:
        return ""
    month, day = alike[0].local.month, DAYS[alike[0].local.weekday()]
    if all((each.local + 7 * 24 * HOUR).month != month for each in alike):
        return f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1{day}"
    weeks = {(each.local.day - 1) // 7 + 1 for each in alike}
    return f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={weeks.pop()}{day}" if len(weeks) == 1 else ""


def _dates(changes: list[_Change]) -> list[str]:
    return [f"RDATE:{each.local:%Y%m%dT%H%M%S}" for each in changes]


def _offset(offset: datetime.timedelta) -> str:
    seconds = int(offset.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'-' if seconds < 0 else '+'}{minutes // 60:02}{minutes % 60:02}" + (
        f"{rest:02}" if rest else ""
    )
