"""The dates of a text with their times of day, in ISO 8601: what ``when`` finds, as facts have it."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from a11ycheck.text.when import whens

__all__ = ["WrittenTime", "written_times"]

LONGEST_TEXT = 50_000
"""Characters of a text that are searched: what a meeting is about stands near the beginning."""
MOST_FOUND = 100


class WrittenTime(NamedTuple):
    """A date, and the time of day beside it: ISO 8601 without zone; ``zone`` as it is written."""

    start: str
    end: str
    zone: str
    place: int
    """Where in the text it begins."""


def written_times(text: str, sent: datetime.date | None = None) -> list[WrittenTime]:
    """The dates in a text, in order, with the time of day and the zone that stand beside each.

    A date without a year is the first such date from ``sent`` on; without ``sent`` it is left out, as are dates that
    do not exist.
    """
    found = [each for each in whens(text[:LONGEST_TEXT], today=sent) if each.date and each.date[0] != "-"]
    return [
        WrittenTime(
            f"{each.date}T{each.begins}" if each.begins else each.date,
            f"{each.date}T{each.ends}" if each.ends else "",
            each.zone if each.begins else "",
            each.start,
        )
        for each in sorted(found)
    ][:MOST_FOUND]
