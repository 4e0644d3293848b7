"""When something is, as a text says it: dates with the times, zones and lengths that stand beside them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from a11ycheck.text.language import primary
from a11ycheck.text.when import words
from a11ycheck.text.when.clocks import Clock, Length, clock_at, length_at
from a11ycheck.text.when.dates import DateGrammar, Day, WrittenDate
from a11ycheck.text.when.tokens import Tokens
from a11ycheck.text.when.zones import ZoneWords, zone_at

LONGEST_TEXT = 100_000
"""Characters of a text that are read."""
MOST_FOUND = 500
CUE_REACH = 5
"""Tokens before a date in which a word makes it a last day, or the day that something was published."""
CLOCK_REACH = 8
"""Tokens between a date and the time of day that belongs to it."""
CLOCK_REACH_BEFORE = 3
ZONE_REACH = 4


class Found(NamedTuple):
    """When something is. ``start`` and ``end`` are the characters of the text that say so.

    ``date`` and ``until`` are ISO 8601, without a year "--05-24", or empty; ``until`` is the last day of a span.
    ``weekday`` is as written, 1 for Monday, 0 for none. ``begins`` and ``ends`` are times of day ("09:00"), or empty;
    ``zone`` is as written. ``minutes`` is a length of time, 0 for none. ``other`` is the second reading of an ambiguous
    date, such as 3 April or 4 March. ``form``: how the date is written, "words", "iso", "dots" or "slashes".
    ``about``: "" or what the date is for, as far as the words before it tell: "deadline", "published", "earlier".
    """

    start: int
    end: int
    date: str = ""
    until: str = ""
    weekday: int = 0
    begins: str = ""
    ends: str = ""
    zone: str = ""
    minutes: int = 0
    other: str = ""
    form: str = ""
    about: str = ""

    @property
    def ambiguous(self) -> bool:
        return bool(self.other)


def whens(text: str, language: str = "", today: datetime.date | None = None) -> list[Found]:
    """The dates, times of day, zones and lengths of time in a text, in order.

    ``language`` is a tag; "" where it is not known. A date without a year gets that of the first such day from
    ``today`` on, where ``today`` is given. Dates that do not exist are left out.
    """
    key = primary(language)
    key = "nb" if key in ("no", "nn") else key if key in words.LANGUAGES else ""
    searched = text[:LONGEST_TEXT]
    tokens = Tokens(searched)
    parts = list(_parts(tokens, searched, key))
    return [_dated(found, today) for found in _put_together(tokens, searched, parts)]


_Part = WrittenDate | Clock | ZoneWords | Length


def _parts(tokens: Tokens, text: str, language: str) -> Iterator[_Part]:
    grammar = DateGrammar(tokens, language)
    place, found = 0, 0
    while place < len(tokens) and found < MOST_FOUND:
        part = _part_at(tokens, text, place, language, grammar)
        if part is None:
            place += 1
        else:
            found += 1
            yield part
            place = max(part.behind, place + 1)


_MAY_BEGIN = (
    frozenset(words.NUMBERS) | words.CLOCK_CUES | words.NOON | words.HALF_HOURS | words.ENGLISH_MONTHS
    | frozenset("halv halb half kvart quarter utc gmt".split())
)  # fmt: skip


def _part_at(tokens: Tokens, text: str, place: int, language: str, grammar: DateGrammar) -> _Part | None:
    token = tokens[place]
    if token.number < 0 and token.word not in _MAY_BEGIN:
        return zone_at(tokens, place, text) if token.word.isalpha() else _offset(tokens, place)
    if date := grammar.date_at(place):
        return date
    return length_at(tokens, place) or clock_at(tokens, place, language) or zone_at(tokens, place, text)


def _offset(tokens: Tokens, place: int) -> ZoneWords | None:
    """“+02:00” right after a time."""
    sign, hours, colon, minutes = (tokens[place + step] for step in range(4))
    if (
        sign.word == "+"
        and not sign.spaced
        and colon.word == ":"
        and hours.number >= 0
        and minutes.number >= 0
    ):
        return ZoneWords(place, place + 4)
    return None


class _Building(NamedTuple):
    """What has been put together: the parts of one ``Found``."""

    date: WrittenDate | None = None
    clock: Clock | None = None
    zone: ZoneWords | None = None
    length: Length | None = None


def _put_together(tokens: Tokens, text: str, parts: list[_Part]) -> Iterator[Found]:
    building: list[_Building] = []
    open_at = -1
    """The date or time that what follows may belong to."""
    for part in parts:
        if isinstance(part, WrittenDate):
            before = building[-1] if building else None
            if (
                before is not None
                and before.date is None
                and before.clock is not None
                and part.first - before.clock.behind <= CLOCK_REACH_BEFORE
                and not _breaks(tokens, before.clock.behind, part.first)
            ):
                building[-1] = before._replace(date=part)
            else:
                building.append(_Building(date=part))
            open_at = len(building) - 1
        elif isinstance(part, Clock):
            last = building[open_at] if open_at >= 0 else None
            if (
                last is not None
                and last.clock is None
                and last.date is not None
                and _near(tokens, last.date, part)
            ):
                building[open_at] = last._replace(clock=part)
            else:
                building.append(_Building(clock=part))
                open_at = len(building) - 1
        elif isinstance(part, ZoneWords):
            last = building[open_at] if open_at >= 0 else None
            clock = last.clock if last is not None else None
            if last is not None and clock is not None and part.first - clock.behind <= ZONE_REACH:
                if last.zone is None:
                    building[open_at] = last._replace(zone=part)
            else:
                building.append(_Building(zone=part))
        else:
            building.append(_Building(length=part))
    for each in building:
        yield from _found(tokens, text, each)


def _near(tokens: Tokens, date: WrittenDate, clock: Clock) -> bool:
    return clock.first - date.behind <= CLOCK_REACH and not _breaks(tokens, date.behind, clock.first)


def _breaks(tokens: Tokens, first: int, behind: int) -> bool:
    """A sentence or paragraph ends between two places: a stop with a space behind it, or two line breaks."""
    breaks = 0
    for place in range(first, behind):
        word = tokens[place].word
        if word == "\n":
            breaks += 1
        after = tokens[place + 1]
        if word in ("!", "?", ";") or breaks > 1:
            return True
        if (
            word == "."
            and after.spaced
            and tokens[place - 1].word not in words.CLEAR_CLOCK_CUES
            and place > first
        ):
            return True
    return False


def _found(tokens: Tokens, text: str, built: _Building) -> Iterator[Found]:
    pieces = [piece for piece in built if piece is not None]
    first, behind = min(piece.first for piece in pieces), max(piece.behind for piece in pieces)
    date, clock = built.date, built.clock
    zone = text[tokens[built.zone.first].start : tokens[built.zone.behind - 1].end] if built.zone else ""
    found = Found(
        tokens[first].start,
        tokens[behind - 1].end,
        begins=_of_the_day(clock.start) if clock else "",
        ends=_of_the_day(clock.end) if clock and clock.end >= 0 else "",
        zone=zone,
        minutes=built.length.minutes if built.length else 0,
        about=_about(tokens, first if date is None or date.first < first else date.first)
        if built.length is None
        else "",
    )
    if date is None:
        yield found
        return
    found = found._replace(
        date=date.day.iso,
        until=date.until.iso if date.until and not date.apart else "",
        weekday=date.weekday,
        other=date.other.iso if date.other else "",
        form=date.form,
    )
    if not found.about:
        found = found._replace(about=_about(tokens, first) or _about_after(tokens, date.behind))
    yield found
    if date.until and date.apart:
        yield found._replace(date=date.until.iso, until="", weekday=0)


def _about(tokens: Tokens, place: int) -> str:
    """What the words before a date make of it."""
    passed = 0
    place -= 1
    while passed < CUE_REACH:
        token = tokens[place]
        word = token.word
        if word == "" or word in ("!", "?", ";") or (word == "." and tokens[place + 1].spaced and passed > 1):
            break
        if word == "\n" and passed:
            break
        if word in words.DEADLINE and (word not in words.RIGHT_BEFORE or passed <= 1):
            return "deadline"
        if word == "bis" and passed <= 1:
            return "deadline"
        if word in words.PUBLISHED:
            return "published"
        if word in words.EARLIER:
            return "earlier"
        if word not in words.BEFORE_A_DATE and word not in words.WEEKDAYS:
            passed += 1
        place -= 1
    return ""


def _about_after(tokens: Tokens, place: int) -> str:
    """Finnish and some labels put it after the date."""
    return "deadline" if tokens[place].word == "mennessä" else ""


def _of_the_day(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _dated(found: Found, today: datetime.date | None) -> Found:
    """A date without a year gets that of the first such day from ``today`` on."""
    if today is None or not found.date.startswith("--"):
        return found
    month, day = int(found.date[2:4]), int(found.date[5:7])
    for year in range(today.year, today.year + 9):
        date = Day(year, month, day)
        if date.exists and datetime.date(year, month, day) >= today:
            until = found.until
            if until.startswith("--"):
                later = year + (until[2:] < found.date[2:])
                until = f"{later}-{until[2:]}"
            return found._replace(date=date.iso, until=until)
    return found
