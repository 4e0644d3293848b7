"""What a law leaves out of its demands on recordings: the grounds as data, and what a ruleset says of documents.

An exemption lowers what is required to advice, with its reason shown; it hides nothing. Which grounds there are, in
which country, by which source and for how long, is one table below. See docs/exemptions.md for what is verified.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType
from typing import Any

from a11ycheck.outcome import Text
from a11ycheck.toml_file import ConfigError, day_in, matches_name, refuse_unknown, tables, text_in

LIVE, BEFORE, THIRD_PARTY = "live", "published-before-2020-09-23", "third-party"
RECORDINGS = frozenset({"recording", "captions"})
"""Kinds of documents that are never a live stream, but what is left of one."""
TIME_BASED_MEDIA = ("WCAG 1.2.*", "EN 301 549 9.1.2.*", "EN 301 549 10.1.2.*")
COUNTRIES: Mapping[str, Text] = MappingProxyType(
    {"SE": Text("Sweden", "Sverige"), "FI": Text("Finland", "Finland")}
)


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground for an exemption in one country.

    ``reason`` is filled in with ``published`` and ``country``. ``before``: it holds for what was published before this
    day. ``days_left_up``, for live media alone: for so many days after the broadcast a recording of it may wait to be
    made accessible; with none, the exemption ends with the day of the broadcast and is never a recording's.
    """

    reason: Text
    source: Text
    before: datetime.date | None = None
    days_left_up: int | None = None
    reaches: tuple[str, ...] = TIME_BASED_MEDIA

    @property
    def needs_day(self) -> bool:
        return self.before is not None or self.days_left_up is not None


_BEFORE = Text(
    "The ruleset says that it was published on {published}. Recorded sound and video from before 23 September 2020 is "
    "exempt in {country}.",
    "Kravlistan säger att det publicerades {published}. Inspelat ljud och inspelad video från före den 23 september "
    "2020 är undantaget i {country}.",
)
_THIRD_PARTY = Text(
    "The ruleset says that it is another party’s, and neither paid for, made nor controlled by the organisation. Such "
    "content is exempt in {country}.",
    "Kravlistan säger att det är någon annans, och att organisationen varken har betalat det, tagit fram det eller "
    "styr över det. Sådant innehåll är undantaget i {country}.",
)
_LIVE = Text(
    "The ruleset says that it is live, until {published}. Live sound and video is exempt in {country}, but not a "
    "recording that is left up.",
    "Kravlistan säger att det sänds direkt, till och med {published}. Direktsänt ljud och direktsänd video är "
    "undantaget i {country}, men inte en inspelning som ligger kvar.",
)
_LIVE_WITH_DAYS = Text(
    "The ruleset says that it was live on {published}. In {country} live sound and video is exempt, and a recording of "
    "it must be accessible within 14 days.",
    "Kravlistan säger att det direktsändes {published}. I {country} är direktsänt ljud och direktsänd video "
    "undantaget, och en inspelning av det ska vara tillgänglig inom 14 dagar.",
)
_2020 = datetime.date(2020, 9, 23)


def _directive(point: str, act: Text) -> Text:
    return Text(
        f"{act.en}; Directive (EU) 2016/2102, article 1(4)({point})",
        f"{act.sv}; direktiv (EU) 2016/2102, artikel 1.4 {point}",
    )


_DOS = Text("the Swedish act DOS-lagen (2018:1937)", "DOS-lagen (2018:1937)")
_DOS_9 = Text("the Swedish act DOS-lagen (2018:1937), section 9", "DOS-lagen (2018:1937), 9 §")
_FINNISH = Text(
    "the Finnish act on digital services (306/2019)",
    "den finska lagen om tillhandahållande av digitala tjänster (306/2019)",
)

GROUNDS: Mapping[tuple[str, str], Ground] = MappingProxyType(
    {
        (LIVE, "SE"): Ground(_LIVE, _directive("c", _DOS_9), days_left_up=0),
        (BEFORE, "SE"): Ground(_BEFORE, _directive("b", _DOS), before=_2020),
        (THIRD_PARTY, "SE"): Ground(_THIRD_PARTY, _directive("e", _DOS_9)),
        (LIVE, "FI"): Ground(_LIVE_WITH_DAYS, _directive("c", _FINNISH), days_left_up=14),
        (BEFORE, "FI"): Ground(_BEFORE, _directive("b", _FINNISH), before=_2020),
        (THIRD_PARTY, "FI"): Ground(_THIRD_PARTY, _directive("e", _FINNISH)),
    }
)
"""By ground and country."""


@dataclass(frozen=True, slots=True)
class Exemption:
    """What a ruleset says of the documents that the pattern ``source`` names, as in waivers.

    ``published``: the day they were last published, or, for what is live, the last day it is sent; None where the
    ground needs none.
    """

    source: str
    ground: str
    country: str
    published: datetime.date | None = None

    @property
    def law(self) -> Ground:
        return GROUNDS[self.ground, self.country]

    def holds_for(self, source: str, kind: str, today: datetime.date) -> bool:
        """Does it hold today for the document ``source``, which is of this kind?"""
        return (
            matches_name(source, self.source) and not self.is_refused_to(kind) and not self.has_run_out(today)
        )

    def reaches(self, clause: str) -> bool:
        return any(fnmatchcase(clause, pattern) for pattern in self.law.reaches)

    def is_refused_to(self, kind: str) -> bool:
        """A recording of something live is not live, and waits only where the law gives it days."""
        return self.law.days_left_up == 0 and kind in RECORDINGS

    def has_run_out(self, today: datetime.date) -> bool:
        """The last day counts as exempt. What is not live never runs out."""
        days, published = self.law.days_left_up, self.published
        return days is not None and published is not None and (today - published).days > days

    def say(self, language: str) -> str:
        """Why it is not required, with the source."""
        published = self.published.isoformat() if self.published else ""
        country = COUNTRIES[self.country].say(language)
        reason = self.law.reason.say(language, {"published": published, "country": country})
        source = Text("Source", "Källa").say(language)
        return f"{reason} {source}: {self.law.source.say(language)}."


def notes(
    exemptions: Sequence[Exemption], documents: Sequence[tuple[str, str]], today: datetime.date
) -> list[Text]:
    """What to know of exemptions that do not hold, given the names and kinds of the documents of a run."""
    said = []
    for exemption in exemptions:
        source = exemption.source
        if exemption.has_run_out(today):
            said.append(
                Text(
                    f"The exemption of {source} as live has run out. What is left up is a recording, which is not "
                    "exempt.",
                    f"Undantaget för {source} som direktsändning har gått ut. Det som ligger kvar är en inspelning, "
                    "och den är inte undantagen.",
                )
            )
        elif any(exemption.is_refused_to(kind) and matches_name(name, source) for name, kind in documents):
            said.append(
                Text(
                    f"The exemption of {source} as live does not hold for recordings: one that is left up is not "
                    "exempt.",
                    f"Undantaget för {source} som direktsändning gäller inte inspelningar: en som ligger kvar är inte "
                    "undantagen.",
                )
            )
    return said


def exemptions_in(path: Path, raw: Mapping[str, Any]) -> tuple[Exemption, ...]:
    """Read the ``[[exemption]]`` tables of a ruleset: source, ground, country, and published where the ground needs a
    day. Raises ``ConfigError`` with the place."""
    return tuple(_exemption(place, table) for place, table in tables(path, raw, "exemption"))


def _exemption(place: str, table: Mapping[str, Any]) -> Exemption:
    ground, country = text_in(place, table, "ground"), text_in(place, table, "country")
    law = GROUNDS.get((ground, country))
    if law is None:
        known = ", ".join(" in ".join(pair) for pair in GROUNDS)
        raise ConfigError(
            f"{place}: there is no ground “{ground}” in “{country}”; there are: {known}",
            f"{place}: grunden ”{ground}” finns inte i ”{country}”; det finns: {known}",
        )
    refuse_unknown(place, table, ("source", "ground", "country", *(["published"] if law.needs_day else [])))
    published = day_in(place, table, "published") if law.needs_day else None
    if law.before is not None and published is not None and published >= law.before:
        raise ConfigError(
            f"{place}: published on {published}, which is not before {law.before}, so it is not exempt",
            f"{place}: publicerat {published}, vilket inte är före {law.before}, så det är inte undantaget",
        )
    exemption = Exemption(text_in(place, table, "source"), ground, country, published)
    if exemption.is_refused_to("recording") and _names_recordings(exemption.source):
        raise ConfigError(
            f"{place}: “{exemption.source}” is a recording, and a recording of a live event that is left up is not "
            "exempt",
            f"{place}: ”{exemption.source}” är en inspelning, och en inspelning av en direktsändning som ligger kvar "
            "är inte undantagen",
        )
    return exemption


def _names_recordings(pattern: str) -> bool:
    from a11ycheck.documents.captions import KIND as CAPTIONS
    from a11ycheck.documents.recording import KIND as RECORDING

    return pattern.casefold().endswith((*RECORDING.suffixes, *CAPTIONS.suffixes))
