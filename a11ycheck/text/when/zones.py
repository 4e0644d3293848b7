"""Time zones as people write them, and what they are in the time zone database."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from a11ycheck.text.when.tokens import Tokens

__all__ = ["ZoneWords", "right_abbreviation", "to_utc", "zone_at"]


class ZoneWords(NamedTuple):
    """A zone at tokens ``first`` up to ``behind``."""

    first: int
    behind: int


OFFSETS = {
    "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120,
    "EET": 120, "EEST": 180, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360,
    "PST": -480, "PDT": -420, "IST": 60,
}  # fmt: skip
"""Minutes east of Greenwich. IST is Ireland's here, not India's."""
PLACES = {
    "svensk": "Europe/Stockholm", "swedish": "Europe/Stockholm", "ruotsin": "Europe/Stockholm",
    "stockholm": "Europe/Stockholm", "finsk": "Europe/Helsinki", "finnish": "Europe/Helsinki",
    "suomen": "Europe/Helsinki", "norsk": "Europe/Oslo", "norwegian": "Europe/Oslo", "norjan": "Europe/Oslo",
    "dansk": "Europe/Copenhagen", "danish": "Europe/Copenhagen", "tysk": "Europe/Berlin", "german": "Europe/Berlin",
    "deutsche": "Europe/Berlin", "deutscher": "Europe/Berlin", "fransk": "Europe/Paris", "french": "Europe/Paris",
    "engelsk": "Europe/London", "brittisk": "Europe/London", "british": "Europe/London", "uk": "Europe/London",
    "london": "Europe/London", "irish": "Europe/Dublin", "brussels": "Europe/Brussels", "paris": "Europe/Paris",
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles", "isländsk": "Atlantic/Reykjavik", "estnisk": "Europe/Tallinn",
    "centraleuropeisk": "Europe/Brussels", "mitteleuropäische": "Europe/Berlin", "madrid": "Europe/Madrid",
    "peninsular": "Europe/Madrid", "berlin": "Europe/Berlin", "oslo": "Europe/Oslo", "helsinki": "Europe/Helsinki",
    "copenhagen": "Europe/Copenhagen", "lokal": "", "local": "",
}  # fmt: skip
"""Where a time is that of a place: “svensk tid”, “UK time”, “heure de Paris”. “Local” says no place."""
_TIME = frozenset("tid sommartid normaltid vintertid time zeit aikaa aika".split())
_BETWEEN = frozenset("standard summer daylight winter european".split())
_TIME_BEFORE = frozenset("heure hora".split())


def zone_at(tokens: Tokens, place: int, text: str) -> ZoneWords | None:
    """The zone that begins at a token; None where none does."""
    token = tokens[place]
    written = text[token.start : token.end]
    if written in OFFSETS and (written not in WORDS_TOO or tokens[place + 1].word in (")", "", ".", "\n")):
        return ZoneWords(place, _behind_offset(tokens, place + 1) if written in ("UTC", "GMT") else place + 1)
    word = token.word
    if word in PLACES:
        behind = place + 1
        while tokens[behind].word in _BETWEEN and behind < place + 3:
            behind += 1
        return ZoneWords(place, behind + 1) if tokens[behind].word in _TIME else None
    if word == "centraleuropean":
        return ZoneWords(place, place + 2) if tokens[place + 1].word in _TIME else None
    if word in _TIME_BEFORE and tokens[place + 1].word in ("de", "peninsular"):
        last = place + 1 if tokens[place + 1].word == "peninsular" else place + 2
        return ZoneWords(place, last + 1) if tokens[last].word in PLACES else None
    if word in ("europe", "america", "asia", "africa", "atlantic", "australia", "pacific"):
        city = tokens[place + 2]
        if tokens[place + 1].word == "/" and not city.spaced and city.word.isalpha():
            behind = place + 3
            while tokens[behind].word in ("_", "/", "-") and not tokens[behind].spaced and behind < place + 7:
                behind += 2
            return ZoneWords(place, behind)
    return None


WORDS_TOO = ("WEST", "IST")
"""Words in capitals are these as well; they are zones at the end of a line, a sentence or a bracket."""


def _behind_offset(tokens: Tokens, place: int) -> int:
    """What is behind “+2” or “+02:00”; the place itself where there is none."""
    sign, hours = tokens[place], tokens[place + 1]
    if sign.spaced or sign.word not in ("+", "-", "−", "–", "±") or hours.number < 0:
        return place
    goes_on = tokens[place + 2].word == ":" and tokens[place + 3].number >= 0
    return place + 4 if goes_on else place + 2


def to_utc(when: str, zone: str) -> datetime.datetime | None:
    """An ISO time without zone, in a zone as it is written ("CEST", "UTC+2", "svensk tid", "Europe/Oslo"), in UTC.

    None where the zone is not known, or names a place nobody knows ("local time").
    """
    try:
        local = datetime.datetime.fromisoformat(when)
    except ValueError:
        return None
    found = _tzinfo(zone)
    return local.replace(tzinfo=found).astimezone(datetime.UTC) if found is not None else None


def right_abbreviation(zone: str, day: datetime.date, place: str = "Europe/Stockholm") -> str:
    """The abbreviation that fits the day where one is written that does not: "CEST" for “CET” on 24 May.

    Empty where the written one fits, or where it is no abbreviation of a zone that changes with the season.
    """
    pair = next((pair for pair in _SEASONS if zone.strip() in pair), None)
    if pair is None:
        return ""
    where = _tzinfo(
        {"CET": place, "MEZ": place, "EET": "Europe/Helsinki", "GMT": "Europe/London"}.get(pair[0], "")
    )
    noon = datetime.datetime(day.year, day.month, day.day, 12, tzinfo=where)
    summer = bool(noon.dst()) if where is not None else False
    right = pair[1] if summer else pair[0]
    # GMT is not Britain's alone, and is right all the year.
    return "" if right == zone.strip() or zone.strip() == "GMT" else right


_SEASONS = (("CET", "CEST"), ("MEZ", "MESZ"), ("EET", "EEST"), ("GMT", "BST"))


def _tzinfo(zone: str) -> datetime.tzinfo | None:
    written = " ".join(zone.strip(" ()").split())
    if written in OFFSETS:
        return datetime.timezone(datetime.timedelta(minutes=OFFSETS[written]))
    sign = next((each for each in written if each in "+-−–"), "")
    if sign and written.partition(sign)[0].strip() in ("", "UTC", "GMT"):
        hours, _, minutes = written.partition(sign)[2].partition(":")
        if hours.isdecimal() and int(hours) <= 14 and (not minutes or minutes.isdecimal()):
            east = int(hours) * 60 + int(minutes or 0)
            return datetime.timezone(datetime.timedelta(minutes=east if sign == "+" else -east))
    folded = written.casefold()
    name = (
        written if "/" in written else next((PLACES[word] for word in folded.split() if word in PLACES), "")
    )
    return _named(name)


def _named(name: str) -> datetime.tzinfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
