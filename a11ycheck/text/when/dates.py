"""Dates: a day and a month in words or figures, with or without a year and a weekday, and spans of days."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from typing import NamedTuple

from a11ycheck.text.when import words
from a11ycheck.text.when.tokens import Token, Tokens

DASHES = frozenset("-–—−‐‑")
FIRST_YEAR, LAST_YEAR = 1990, 2099
DOTTED = ("fi", "de", "nb", "da")
"""Languages in which “24.5.” is a date without more ado."""


class Day(NamedTuple):
    """A day of a month; ``year`` is 0 where it is not said."""

    year: int
    month: int
    day: int

    @property
    def iso(self) -> str:
        """As ISO 8601: “2022-05-24”, or “--05-24” without a year."""
        return (
            f"{self.year:04}-{self.month:02}-{self.day:02}"
            if self.year
            else f"--{self.month:02}-{self.day:02}"
        )

    @property
    def exists(self) -> bool:
        if not 1 <= self.month <= 12:
            return False
        # 29 February exists in some years.
        return 1 <= self.day <= calendar.monthrange(self.year or 2024, self.month)[1]


class WrittenDate(NamedTuple):
    """A date at tokens ``first`` up to ``behind``; ``other`` is its second reading where it has two.

    ``form``: "words", "iso", "dots" (24.5.) or "slashes" (24/5, 24-5-2026). ``apart``: the two days of “12 och 13 maj”
    are two, not a span.
    """

    first: int
    behind: int
    day: Day
    until: Day | None = None
    weekday: int = 0
    other: Day | None = None
    form: str = "words"
    apart: bool = False


class DateGrammar:
    """Finds dates among tokens, for one language or, where it is "", for those that write alike."""

    def __init__(self, tokens: Tokens, language: str) -> None:
        self.tokens = tokens
        self.language = language
        self.weekdays: Mapping[str, int] = (
            words.SHORT_WEEKDAYS[language]
            if language in words.SHORT_WEEKDAYS
            else {**words.SHORT_WEEKDAYS["sv"], **words.SHORT_WEEKDAYS["en"]}
        )

    def date_at(self, place: int) -> WrittenDate | None:
        """The date that begins at a token, its weekday included; None where none does."""
        token = self.tokens[place]
        found: WrittenDate | None = None
        if token.number >= 0:
            found = self._iso(place) or self._numeric(place) or self._in_words(place)
        elif token.word in words.ENGLISH_MONTHS and self.language in ("en", ""):
            found = self._month_first(place)
        if found is None or not self._all_exist(found):
            return None
        first, weekday = self._weekday_before(place)
        return found._replace(first=first, weekday=weekday)

    @staticmethod
    def _all_exist(found: WrittenDate) -> bool:
        return found.day.exists and (found.until is None or found.until.exists)

    def _month(self, token: Token) -> int:
        return words.MONTHS.get(token.word) or words.SHORT_MONTHS.get(token.word, 0)

    def _year_at(self, place: int) -> tuple[int, int]:
        """The year that stands at a token, after a comma or “de”, and what is behind it; 0 where none does."""
        start = place
        if self.tokens[place].word in (",", ".", "de", "del"):
            place += 1
        token = self.tokens[place]
        if token.number >= 0 and token.end - token.start == 4 and FIRST_YEAR <= token.number <= LAST_YEAR:
            return token.number, place + 1
        dash, after = self.tokens[place], self.tokens[place + 1]
        if (
            (dash.word in DASHES or dash.word in "'’´")
            and dash.word
            and after.number >= 0
            and not after.spaced
        ):
            if after.end - after.start == 4 and FIRST_YEAR <= after.number <= LAST_YEAR:
                return after.number, place + 2
            if after.end - after.start == 2 and dash.spaced and after.number >= 20:
                return 2000 + after.number, place + 2
        return 0, start

    def _iso(self, place: int) -> WrittenDate | None:
        year, one, month, two, day = (self.tokens[place + step] for step in range(5))
        if (
            year.end - year.start == 4
            and FIRST_YEAR <= year.number <= LAST_YEAR
            and one.word == two.word
            and one.word in "-/‐‑"
            and month.number > 0
            and day.number > 0
            and day.end - day.start == 2
            and not any(each.spaced for each in (one, month, two, day))
        ):
            return WrittenDate(place, place + 5, Day(year.number, month.number, day.number), form="iso")
        return None

    def _ordinal(self, place: int) -> int:
        """What is behind the ending of an ordinal at a token: “:e”, “th”, “.”."""
        token, after = self.tokens[place], self.tokens[place + 1]
        if token.word == ":" and after.word in words.ORDINALS and not after.spaced:
            return place + 2
        if token.word == "." or (token.word in words.ORDINALS and not token.spaced):
            return place + 1
        return place

    def _in_words(self, place: int) -> WrittenDate | None:
        """“24 maj 2022”, “12–14 juni”, “12 och 13 november”, “30 september–2 oktober 2026”."""
        first = self.tokens[place].number
        behind = self._ordinal(place + 1)
        second, apart = 0, False
        between = self.tokens[behind].word
        if (between in words.TO or between in words.AND) and self.tokens[behind + 1].number > 0:
            second, apart = self.tokens[behind + 1].number, between in words.AND
            behind = self._ordinal(behind + 2)
        if self.tokens[behind].word in words.OF:
            behind += 1
        month = self._month(self.tokens[behind])
        if not month:
            return None
        behind += 1
        if self.tokens[behind].word == "." and not self.tokens[behind].spaced and not self._ends_here(behind):
            behind += 1
        year, behind = self._year_at(behind)
        if second:
            return WrittenDate(place, behind, Day(year, month, first), Day(year, month, second), apart=apart)
        return self._across_months(WrittenDate(place, behind, Day(year, month, first)))

    def _ends_here(self, place: int) -> bool:
        """A stop after which the year does not follow belongs to the sentence."""
        return not self._year_at(place + 1)[0]

    def _across_months(self, found: WrittenDate) -> WrittenDate:
        if self.tokens[found.behind].word not in words.TO or self.tokens[found.behind].word == "a":
            return found
        place = found.behind + 1
        while self.tokens[place].word in words.BEFORE_A_DATE and place < found.behind + 3:
            place += 1
        number = self.tokens[place].number
        behind = self._ordinal(place + 1)
        if self.tokens[behind].word in words.OF:
            behind += 1
        month = self._month(self.tokens[behind])
        if not (1 <= number <= 31 and month):
            return found
        year, behind = self._year_at(behind + 1)
        begins = found.day._replace(year=found.day.year or year)
        return found._replace(behind=behind, day=begins, until=Day(year or begins.year, month, number))

    def _month_first(self, place: int) -> WrittenDate | None:
        """“May 24, 2022”, “October 15-17, 2026”."""
        month = self._month(self.tokens[place])
        behind = place + 1
        if self.tokens[behind].word == "." and not self.tokens[behind].spaced:
            behind += 1
        token = self.tokens[behind]
        if not (1 <= token.number <= 31 and token.end - token.start <= 2):
            return None
        sign, after = self.tokens[behind + 1], self.tokens[behind + 2]
        if sign.word in (":", ".") and after.number >= 0 and not after.spaced:
            return None  # “may 9.30”
        first, behind = token.number, self._ordinal_in_letters(behind + 1)
        until = 0
        if self.tokens[behind].word in DASHES and 1 <= self.tokens[behind + 1].number <= 31:
            until = self.tokens[behind + 1].number
            behind = self._ordinal_in_letters(behind + 2)
        year, behind = self._year_at(behind)
        if (
            not year
            and self.tokens[place].word in ("may", "march")
            and until == 0
            and not self._is_capital(place)
        ):
            return None
        return WrittenDate(place, behind, Day(year, month, first), Day(year, month, until) if until else None)

    def _ordinal_in_letters(self, place: int) -> int:
        token = self.tokens[place]
        return place + 1 if token.word in words.ORDINALS and not token.spaced else place

    def _is_capital(self, place: int) -> bool:
        # Casefolded tokens have lost their capitals; a month before a day has “on” or a weekday before it, or begins.
        before = self.tokens[place - 1].word
        return (
            before in words.BEFORE_A_DATE or before in ("", ",", "\n", "(", ":") or before in words.WEEKDAYS
        )

    def _numeric(self, place: int) -> WrittenDate | None:
        first, sign, second = (self.tokens[place + step] for step in range(3))
        before = self.tokens[place - 1]
        if before.word in (".", "/", "-", ":") and not first.spaced and self.tokens[place - 2].number >= 0:
            return None  # the middle of something longer
        if sign.word == "." and second.word in DASHES:
            return self._dotted_span(place)
        if sign.spaced or second.spaced or sign.word not in "./-‐‑" or not sign.word or second.number < 0:
            return None
        if max(first.end - first.start, second.end - second.start) > 2:
            return None
        after, year = self.tokens[place + 3], self.tokens[place + 4]
        size = year.end - year.start
        whole = after.word == sign.word or (sign.word == "/" and after.word in DASHES)
        if whole and not after.spaced and not year.spaced and size in (2, 4) and year.number >= 0:
            if size == 2 and sign.word == "." and self.language not in (*DOTTED, "sv"):
                return None  # “section 4.2.13”
            written = year.number if size == 4 else 2000 + year.number
            if not FIRST_YEAR <= written <= LAST_YEAR or self.tokens[place + 5].word == "/":
                return None
            return self._two_readings(place, place + 5, written, first.number, second.number, sign.word)
        if sign.word in DASHES:
            return None
        year_at, behind = self._year_at(place + 3)
        if year_at and sign.word == "/":
            return self._two_readings(place, behind, year_at, first.number, second.number, sign.word)
        if sign.word == ".":
            return self._day_and_month_dotted(place)
        if self._is_introduced(place) or self._clock_follows(place + 3):
            return self._two_readings(place, place + 3, 0, first.number, second.number, sign.word)
        return None

    def _dotted_span(self, place: int) -> WrittenDate | None:
        """“12.–14.6.2026”."""
        first, last = self.tokens[place], self.tokens[place + 3]
        stop, month, end, year = (self.tokens[place + step] for step in (4, 5, 6, 7))
        if not (stop.word == "." and 1 <= month.number <= 12 and end.word == "." and last.number > 0):
            return None
        is_year = year.end - year.start == 4 and FIRST_YEAR <= year.number <= LAST_YEAR and not year.spaced
        written = year.number if is_year else 0
        return WrittenDate(
            place,
            place + 8 if is_year else place + 7,
            Day(written, month.number, first.number),
            Day(written, month.number, last.number),
            form="dots",
        )

    def _day_and_month_dotted(self, place: int) -> WrittenDate | None:
        """“24.5.” where the language writes so; “24.5” after a weekday or an article."""
        day, month = self.tokens[place], self.tokens[place + 2]
        stop = self.tokens[place + 3]
        stopped = (
            stop.word == "."
            and not stop.spaced
            and (self.tokens[place + 4].spaced or self._is_end(place + 4))
        )
        if month.word.startswith("0") and month.number == 0:
            return None
        introduced = self._is_introduced(place)
        if not introduced and not (stopped and self.language in DOTTED):
            return None
        if (
            self.tokens[place - 1].word in words.CLOCK_CUES
            or self.tokens[place - 2].word in words.CLEAR_CLOCK_CUES
        ):
            return None
        behind = place + 4 if stopped else place + 3
        year, behind = self._year_at(behind)
        return self._two_readings(place, behind, year, day.number, month.number, ".")

    def _is_end(self, place: int) -> bool:
        return self.tokens[place].start < 0

    def _is_introduced(self, place: int) -> bool:
        """A weekday or an article stands before it."""
        before = self.tokens[place - 1].word
        return before in ("den", "the", "le", "el") or self._weekday_before(place)[1] > 0

    def _clock_follows(self, place: int) -> bool:
        return self.tokens[place].word in words.CLEAR_CLOCK_CUES

    def _two_readings(
        self, place: int, behind: int, year: int, first: int, second: int, sign: str
    ) -> WrittenDate | None:
        day_first, month_first = Day(year, second, first), Day(year, first, second)
        form = "dots" if sign == "." else "slashes"
        if not day_first.exists:
            return WrittenDate(place, behind, month_first, form=form) if sign == "/" else None
        other = month_first if month_first.exists and first != second else None
        return WrittenDate(place, behind, day_first, other=other, form=form)

    def _weekday_before(self, place: int) -> tuple[int, int]:
        """Where the date begins with the weekday before it, and its number; 0 where there is none."""
        at = place - 1
        for _ in range(3):
            word = self.tokens[at].word
            weekday = words.WEEKDAYS.get(word) or self.weekdays.get(word, 0)
            if weekday:
                return at, weekday
            if word not in words.BEFORE_A_DATE and word not in (",", "."):
                break
            at -= 1
        return place, 0
