"""Times of day and lengths of time: “kl. 13.00–15.30”, “1.30pm to 3pm”, “klockan halv sju”, “an hour and a half”."""

from __future__ import annotations

from typing import NamedTuple

from a11ycheck.text.when import words
from a11ycheck.text.when.dates import DASHES
from a11ycheck.text.when.tokens import Tokens

AFTERNOON = range(1, 8)
"""Hours said in words without “am” or “pm” that people meet at in the afternoon."""


class Clock(NamedTuple):
    """A time of day at tokens ``first`` up to ``behind``, in minutes after midnight; ``end`` is -1 where unsaid."""

    first: int
    behind: int
    start: int
    end: int = -1


class Length(NamedTuple):
    """A length of time in minutes."""

    first: int
    behind: int
    minutes: int


class _Point(NamedTuple):
    behind: int
    hour: int
    minute: int
    half: str
    """"a", "p" or empty."""
    marks: int
    """How surely it is a time: 0 a number alone, 1 “13.00”, 2 “13:00”, “1 pm”, “13 Uhr”."""


def clock_at(tokens: Tokens, place: int, language: str) -> Clock | None:
    """The time of day, or the two, that begin at a token, which may be a word such as “kl”; None where none does."""
    first, (place, cue) = place, _behind_cues(tokens, place)
    begins = _point(tokens, place, language)
    if begins is None:
        return None
    joined = _behind_range_word(tokens, begins.behind, between=tokens[first].word in _BETWEEN)
    ends = _point(tokens, joined, language) if joined else None
    in_words = tokens[first].word in words.FROM and tokens[begins.behind].word not in DASHES
    if ends is not None and (in_words or _is_time(begins, ends, cue, language)):
        start, end = _minutes_of(begins, ends)
        if start >= 0 and end >= 0:
            return Clock(first, ends.behind, start, end)
    if not (begins.marks or cue == 2) or not _is_alone(tokens, place, begins, cue, language):
        return None
    start = _minute_of(begins, begins.half)
    return Clock(first, begins.behind, start) if start >= 0 else None


def _is_alone(tokens: Tokens, place: int, point: _Point, cue: int, language: str) -> bool:
    """It is a time without an end beside it: “13.00” is one where the hour has two figures, “9.30” in few languages."""
    if point.marks == 2 or cue or language not in ("en", ""):
        return True
    return tokens[place].end - tokens[place].start == 2 and point.minute % 5 == 0


_BETWEEN = frozenset("between mellan mellem mellom zwischen entre".split())


def _behind_cues(tokens: Tokens, place: int) -> tuple[int, int]:
    """What is behind words such as “from kl.”, and how clear they are: 0 none, 1 weak, 2 “kl”."""
    clear = 0
    for _ in range(4):
        token = tokens[place]
        if token.word in words.CLEAR_CLOCK_CUES:
            clear = 2
        elif token.word in words.CLOCK_CUES:
            clear = max(clear, 1)
        elif not (clear and token.word in (".", "ca", "cirka", "circa", "a", "omkring", ":")):
            break
        place += 1
    return place, clear


def _point(tokens: Tokens, place: int, language: str) -> _Point | None:
    """A time of day without “kl” before it, as far as it can be one."""
    token = tokens[place]
    if token.word in words.NOON:
        return _Point(place + 1, 12, 0, "", 2)
    if token.word == "12" and tokens[place + 1].word in words.NOON:
        return _Point(place + 2, 12, 0, "", 2)
    if spoken := _spoken(tokens, place):
        return spoken
    if not 0 <= token.number <= 24 or token.end - token.start > 2 or _goes_on_from_figures(tokens, place):
        return None
    if tokens[place - 1].word in ("£", "$", "€"):
        return None
    figures = _figures(tokens, place)
    return _with_unit(tokens, place, figures, language) if figures is not None else None


def _figures(tokens: Tokens, place: int) -> _Point | None:
    """“13”, “13.00”, “13:00”, “14 h 30”; None for “1,5” and “2.1.3”."""
    hour, sign, after = tokens[place].number, tokens[place + 1], tokens[place + 2]
    two_digits = after.number >= 0 and after.end - after.start == 2 and after.number < 60
    if sign.word in (":", ".") and not sign.spaced and not after.spaced and two_digits:
        behind = place + 3
        if tokens[behind].word == ":" and tokens[behind + 1].number >= 0:
            behind += 2  # seconds
        marks = 2 if sign.word == ":" else 1
        return None if _goes_on_as_figures(tokens, behind) else _Point(behind, hour, after.number, "", marks)
    if sign.word == "h" and two_digits and after.start - sign.end <= 1:
        return _Point(place + 3, hour, after.number, "", 2)
    if sign.word in (":", ".", ",") and after.number >= 0 and not after.spaced:
        return None
    return _Point(place + 1, hour, 0, "", 0)


def _with_unit(tokens: Tokens, place: int, point: _Point, language: str) -> _Point | None:
    """The same with the “pm”, “Uhr” or “o'clock” behind it; None where a unit shows that it is something else."""
    half, behind = _half(tokens, point.behind)
    if half:
        return point._replace(behind=behind, half=half, marks=2) if 1 <= point.hour <= 12 else None
    if tokens[behind].word in words.HOURS_AFTER and (point.marks or _is_clock_unit(tokens, place, behind)):
        return point._replace(behind=behind + 1, marks=2)
    if tokens[behind].word == "o" and tokens[behind + 2].word == "clock":
        return point._replace(behind=behind + 3, marks=2)
    if tokens[behind].word in words.NOT_MEASURED or tokens[behind].word in ("%", "€", "$", "£"):
        return None
    is_english = language in ("en", "")
    if (
        point.marks == 1
        and is_english
        and point.hour < 10
        and tokens[place].word[0] != "0"
        and point.minute % 5
    ):
        return None  # “version 2.13”
    return point


def _goes_on_from_figures(tokens: Tokens, place: int) -> bool:
    """The number is the end of “2.13” or “9/20”."""
    sign = tokens[place - 1]
    return sign.word in (".", ":", ",", "/") and not tokens[place].spaced and tokens[place - 2].number >= 0


def _goes_on_as_figures(tokens: Tokens, place: int) -> bool:
    """“13.00.25”, “9.20/3”: a number of another sort."""
    sign, after = tokens[place], tokens[place + 1]
    return sign.word in (".", ":", "/", ",") and after.number >= 0 and not sign.spaced and not after.spaced


def _is_clock_unit(tokens: Tokens, place: int, unit: int) -> bool:
    """“18 heures” after “à”, “13 Uhr”, “13h”: a time; “2 heures”: a length."""
    if tokens[unit].word in ("uhr", "h"):
        return True
    return tokens[place - 1].word in words.PER_HOUR_BEFORE


def _half(tokens: Tokens, place: int) -> tuple[str, int]:
    """“am”, “p.m.”: its first letter, and what is behind it."""
    token = tokens[place]
    if token.word in ("am", "pm"):
        return token.word[0], place + 1
    stop, second, last = (tokens[place + step] for step in (1, 2, 3))
    if token.word in ("a", "p") and stop.word == "." and second.word == "m" and not second.spaced:
        return token.word, place + (4 if last.word == "." and not last.spaced else 3)
    return "", place


def _spoken(tokens: Tokens, place: int) -> _Point | None:
    """“halv sju”, “half past six”, “kvart över två”."""
    word, after, last = (tokens[place + step].word for step in range(3))
    hour = int(words.NUMBERS.get(after, 0))
    if word in ("halv", "halb") and 1 <= hour <= 12:
        return _Point(place + 2, _daytime(hour, before=True), 30, "", 2)
    past = int(words.NUMBERS.get(last, 0))
    if word in ("half", "kvart", "quarter") and after in ("past", "över", "over") and 1 <= past <= 12:
        return _Point(place + 3, _daytime(past), 30 if word == "half" else 15, "", 2)
    return None


def _daytime(hour: int, before: bool = False) -> int:
    """The hour of the day that an hour in words stands for; ``before``: half an hour before it."""
    hour = hour - 1 if before else hour
    hour = hour or 12
    return hour + 12 if hour in AFTERNOON else hour


def _behind_range_word(tokens: Tokens, place: int, *, between: bool) -> int:
    """What is behind “–”, “to”, “till kl.”; 0 where no range goes on."""
    word = tokens[place].word
    if word not in words.TO and not (between and word in words.AND):
        return 0
    place += 1
    behind = place
    while behind < place + 4 and (
        tokens[behind].word in words.CLEAR_CLOCK_CUES or tokens[behind].word in _BEFORE_AN_END
    ):
        behind += 1
    return behind


_BEFORE_AN_END = frozenset(
    "las . ca cirka circa approx approximately about around omkring noin ungefär".split()
)


def _is_time(begins: _Point, ends: _Point, cue: int, language: str) -> bool:
    marks = max(begins.marks, ends.marks)
    return (
        marks >= (1 if cue or language not in ("en", "") or begins.marks == ends.marks == 1 else 2)
        or cue == 2
    )


def _minutes_of(begins: _Point, ends: _Point) -> tuple[int, int]:
    """Both in minutes; “1–3 pm” is both in the afternoon, “11–1 pm” begins in the morning."""
    end = _minute_of(ends, ends.half)
    if begins.half or not ends.half:
        start = _minute_of(begins, begins.half)
        if begins.half and not ends.half and 0 <= end < start and ends.hour <= 12:
            end += 12 * 60
        return start, end
    start = _minute_of(begins, ends.half)
    if start > end:
        start = _minute_of(begins, "a" if ends.half == "p" else "p")
    return start, end


def _minute_of(point: _Point, half: str) -> int:
    hour = point.hour
    if half:
        if not 1 <= hour <= 12:
            return -1
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + point.minute if hour < 24 or point.minute == 0 else -1


def length_at(tokens: Tokens, place: int) -> Length | None:
    """The length of time that begins at a token: “90 minuter”, “1,5 timme”, “en och en halv timme”, “45-minute”."""
    token = tokens[place]
    if token.word in words.HALF_HOURS:
        return Length(place, place + 1, 30)
    amount, behind = _amount(tokens, place)
    if not amount:
        return None
    if tokens[behind].word in DASHES:
        behind += 1
    unit = tokens[behind].word
    if unit in words.MINUTES:
        return Length(place, behind + 1, round(amount)) if amount >= 1 else None
    if unit in words.HALF_HOURS and amount == 1:
        return Length(place, behind + 1, 30)
    if unit in ("an", "a") and amount == 0.5 and tokens[behind + 1].word in words.HOURS:
        return Length(place, behind + 2, 30)
    if (
        unit not in words.HOURS
        or amount > 48
        or (token.number >= 0 and tokens[place - 1].word in _TO_A_CLOCK)
    ):
        return None
    behind += 1
    extra = tokens[behind].word in words.AND
    if extra and tokens[behind + 1].word in ("a", "en") and tokens[behind + 2].word in ("half", "halv"):
        return Length(place, behind + 3, round(amount * 60) + 30)
    more = behind + 1 if extra else behind
    if tokens[more].number > 0 and tokens[more + 1].word in words.MINUTES:
        return Length(place, more + 2, round(amount * 60) + tokens[more].number)
    return Length(place, behind, round(amount * 60))


_TO_A_CLOCK = frozenset("à las vers dès".split())


def _amount(tokens: Tokens, place: int) -> tuple[float, int]:
    """A number in figures or words, and what is behind it; 0 where there is none."""
    token, sign, after = (tokens[place + step] for step in range(3))
    if token.number >= 0:
        before = tokens[place - 1]
        if before.word in (":", ".", ",") and not token.spaced:
            return 0, place
        if sign.word in (",", ".") and 0 <= after.number <= 9 and not sign.spaced and not after.spaced:
            return token.number + after.number / 10, place + 3
        if sign.word == "½":
            return token.number + 0.5, place + 2
        return float(token.number), place + 1
    number = words.NUMBERS.get(token.word, 0)
    if not number:
        return 0, place
    # “en och en halv timme”, “one and a half hours”
    if tokens[place + 1].word in words.AND and tokens[place + 3].word in ("halv", "half"):
        return number + 0.5, place + 4
    if number == 1 and sign.word in ("halv", "half", "halbe", "demi"):
        return 0.5, place + 2
    return number, place + 1
