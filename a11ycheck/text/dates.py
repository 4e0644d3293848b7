"""Dates and times as people write them in Swedish and English."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

__all__ = ["WrittenTime", "written_times"]

LONGEST_TEXT = 50_000
"""Characters of a text that are searched: what a meeting is about stands near the beginning."""
MOST_FOUND = 100
REACH = 40
"""Characters after a date within which its time of day stands."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "mars march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "augusti august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"""
      \b (?P<iso_year>20\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d) \b
    | \b (?P<day>\d{{1,2}}) (?::?[ae]|st|nd|rd|th|\.)? \ (?:of\ )? (?P<month>{_MONTH}) \b \.?
      (?:,?\ (?P<year>20\d\d)\b)?
    | \b (?P<month_first>{_MONTH}) \.?\ (?P<day_second>\d{{1,2}}) (?:st|nd|rd|th)? \b (?:,?\ (?P<year_last>20\d\d)\b)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TIME = re.compile(
    r"""
    (?P<clock>klockan\ |kl\.?\ ?|at\ )?
    (?<![\d.:]) (?P<hour>\d{1,2}) (?:[.:](?P<minute>[0-5]\d))? \ ? (?P<half>[ap]\.?m\b\.?)?
    (?: \ ?(?:-|–|—|till|to|until)\ ? (?:kl\.?\ ?)?
        (?P<to_hour>\d{1,2}) (?:[.:](?P<to_minute>[0-5]\d))? (?![\d.:]*\d) \ ? (?P<to_half>[ap]\.?m\b\.?)? )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ZONE = re.compile(
    r"\b(?:CES?T|GMT|BST|UTC(?:[+\-\u2212]\d{1,2}(?::\d\d)?)?|E[SD]T|svensk (?:sommar|normal)?tid|Swedish time)\b"
)


class WrittenTime(NamedTuple):
    """A date, and the time of day beside it: ISO 8601 without zone; ``zone`` as it is written."""

    start: str
    end: str
    zone: str
    place: int
    """Where in the text the date begins."""


def written_times(text: str, sent: datetime.date | None = None) -> list[WrittenTime]:
    """The dates in a text, in order, with the time of day and the zone that stand right after each.

    A date without a year is the first such date from ``sent`` on; without ``sent`` it is left out, as are dates that
    do not exist.
    """
    searched = text[:LONGEST_TEXT].replace("\u00a0", " ").replace("\u202f", " ")
    found: list[WrittenTime] = []
    matches = list(_DATE.finditer(searched))[:MOST_FOUND]
    for index, match in enumerate(matches):
        date = _date(match, sent)
        if date is None:
            continue
        until = matches[index + 1].start() if index + 1 < len(matches) else len(searched)
        after = searched[match.end() : min(until, match.end() + REACH)]
        start, end, behind = _times(after)
        zone = _ZONE.search(after[behind : behind + 30]) if start else None
        day = date.isoformat()
        found.append(
            WrittenTime(
                f"{day}T{start}" if start else day,
                f"{day}T{end}" if end else "",
                zone.group() if zone else "",
                match.start(),
            )
        )
    return found


def _date(match: re.Match[str], sent: datetime.date | None) -> datetime.date | None:
    year = match["iso_year"] or match["year"] or match["year_last"]
    month = (
        int(match["iso_month"])
        if match["iso_month"]
        else MONTHS[(match["month"] or match["month_first"]).casefold()]
    )
    day = int(match["iso_day"] or match["day"] or match["day_second"])
    try:
        if year:
            return datetime.date(int(year), month, day)
        if sent is None:
            return None
        date = datetime.date(sent.year, month, day)
        return date if date >= sent else date.replace(year=sent.year + 1)
    except ValueError:
        return None


def _times(after: str) -> tuple[str, str, int]:
    """The time of day and the end, each "" where it is not said, and how far the match reaches."""
    for match in _TIME.finditer(after):
        if not (match["clock"] or match["minute"] or match["half"] or match["to_half"]):
            continue  # a number that nothing marks as a time
        end_half = match["to_half"] or (match["half"] if match["to_hour"] else None)
        start = _clock(match["hour"], match["minute"], match["half"] or match["to_half"])
        end = _clock(match["to_hour"], match["to_minute"], end_half) if match["to_hour"] else ""
        if start:
            return start, end, match.end()
    return "", "", 0


def _clock(hour: str, minute: str | None, half: str | None) -> str:
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            return ""
        number = number % 12 + (12 if half[0] in "pP" else 0)
    return f"{number:02}:{minute or '00'}" if number < 24 else ""
