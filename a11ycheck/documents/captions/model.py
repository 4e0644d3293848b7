"""What rules see of a caption file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from a11ycheck.documents.facts import Facts, Found
from a11ycheck.outcome import Where
from a11ycheck.text.language import guess

MOST_CUES = 50_000
"""Cues that are read; three hours of dense speech are some 5,000."""
MOST_BROKEN = 1_000
"""Broken places after which no more is read: a file with so many is another thing, or must be made anew."""
LONGEST_LINE = 2_000
MOST_LINES_OF_CUE = 100
LONGEST_TEXT_TO_GUESS = 200_000
"""Characters by which the language is told."""
ROLLING_PERCENT = 30
"""From how large a share of cues that begin with the last line of the one before the captions are said to roll."""
SHORTEST_ARTEFACT = 0.05
"""Seconds; machine-made captions that roll have cues of 10 ms between the others, which nobody sees."""
CHAPTER_SECONDS = 30
"""A file whose cues are as long as this in the middle holds chapters: captions are read in a few seconds."""

WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Chinese, Japanese and Korean, whose signs hold a syllable or a word each."""
PREVIEW = re.compile(r"\S{1,1000}\.(?:jpe?g|png|webp|gif|avif)(?:[?#]\S{0,1000})?", re.IGNORECASE)

CAPTIONS, PREVIEWS, CHAPTERS, DESCRIPTIONS, METADATA = (
    "captions",
    "previews",
    "chapters",
    "descriptions",
    "metadata",
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One piece of text with the time that it is shown, in seconds.

    ``lines`` are as shown, without markup. ``place`` is where on the picture it is put, as the file writes it (WebVTT's
    settings, TTML's region). ``speaker`` and ``language`` are what the file says in markup, or empty. ``line``: the
    line of the file on which it stands, from 1; 0 when not known.
    """

    start: float
    end: float
    lines: tuple[str, ...]
    place: str = ""
    speaker: str = ""
    language: str = ""
    line: int = 0

    @property
    def seconds(self) -> float:
        return self.end - self.start

    @property
    def text(self) -> str:
        return " ".join(self.lines)

    @property
    def clock(self) -> str:
        """When it begins: “0:04:12”."""
        whole = int(self.start)
        return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


NO_SIGNATURE, MALFORMED, TIMES, LOOSE_TEXT = "no-signature", "malformed", "times", "loose-text"
"""What a program that shows captions stumbles over: no first line WEBVTT, XML that is not well-formed, times that
cannot be read, and text that belongs to no time."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A place in the file where something is lost: what (see above), on which line, and the text that stands there."""

    what: str
    line: int
    text: str


@dataclass(frozen=True)
class Captions:
    """A caption file.

    ``format``: webvtt, srt, sbv, ttml, ass, sami, microdvd, stl, scc, or empty where there is nothing to tell it by.
    ``cues`` in the order of the file. ``language`` and ``said_kind`` are what the head of the file says. ``encoding``:
    utf-8, utf-16, cp1252, or mixed where UTF-8 is mixed with something else; xml and stl where the format takes care of
    it. ``pictures``: cues that are pictures of text.
    """

    format: str = ""
    cues: tuple[Cue, ...] = ()
    broken: tuple[Broken, ...] = ()
    language: str = ""
    said_kind: str = ""
    encoding: str = "utf-8"
    pictures: int = 0
    not_read: str = ""
    where: Where = Where()

    @cached_property
    def shown(self) -> tuple[Cue, ...]:
        """The cues that are shown and say something, in the order that they come."""
        shown = (cue for cue in self.cues if cue.lines and cue.seconds > 0)
        return tuple(sorted(shown, key=lambda cue: cue.start))

    @cached_property
    def fresh(self) -> tuple[tuple[Cue, str], ...]:
        """Each shown cue with the text that is new in it: without the lines that the one before ended with.

        A cue with nothing new is left out.
        """
        found: list[tuple[Cue, str]] = []
        before: tuple[str, ...] = ()
        for cue in self.shown:
            new = cue.lines[1:] if _rolls_on(before, cue.lines) else cue.lines
            if new:
                found.append((cue, " ".join(new)))
            before = cue.lines
        return tuple(found)

    @cached_property
    def rolling_percent(self) -> int:
        """How many in a hundred cues begin with the last line of the one before."""
        rolling = sum(_rolls_on(first.lines, second.lines) for first, second in pairwise(self.shown))
        return round(100 * rolling / len(self.shown)) if self.shown else 0

    @property
    def rolls(self) -> bool:
        """Do the captions scroll, line by line, as live and machine-made ones do?"""
        return self.rolling_percent > ROLLING_PERCENT

    @cached_property
    def text(self) -> str:
        """All that is said, each line once where captions roll."""
        return "\n".join(new for _, new in self.fresh)

    @cached_property
    def spoken(self) -> str:
        """The language that the text is in, told by its words; empty when unsure."""
        return guess(self.text[:LONGEST_TEXT_TO_GUESS]) or ""

    @cached_property
    def is_wide(self) -> bool:
        """Is the text in a script whose signs are words? Limits in characters are not for it."""
        sample = self.text[:10_000]
        return len(WIDE.findall(sample)) > len(sample) / 5

    @cached_property
    def purpose(self) -> str:
        """What the file is for, told by what it says of itself and what it holds."""
        if self.said_kind in (CHAPTERS, DESCRIPTIONS, METADATA):
            return self.said_kind
        texts = [cue.text for cue in self.shown[:200]]
        if not texts:
            return CAPTIONS
        if sum(PREVIEW.fullmatch(text) is not None for text in texts) * 2 > len(texts):
            return PREVIEWS
        if sum(text.startswith(("{", "[{")) and text.endswith(("}", "]")) for text in texts) * 2 > len(texts):
            return METADATA
        if len(texts) >= 3 and median(cue.seconds for cue in self.shown) >= CHAPTER_SECONDS:
            return CHAPTERS
        return CAPTIONS

    def if_captions(self) -> Iterator[Captions]:
        """The file, where it has captions to be read: the target of rules about how they read."""
        if self.shown and self.purpose == CAPTIONS:
            yield self

    def if_in_blocks(self) -> Iterator[Captions]:
        """The file, where its captions come a block at a time: rules about blocks say nothing of what scrolls."""
        if not self.rolls:
            yield from self.if_captions()

    def facts(self) -> Facts:
        return Facts(language=self.spoken or self.language, words=len(self.text.split()), role="captions")

    def found(self) -> Iterator[Found]:
        yield from ()

    def unread(self) -> str:
        if self.not_read or not self.pictures:
            return self.not_read
        return f"{self.pictures} captions that are pictures"


def _rolls_on(before: tuple[str, ...], lines: tuple[str, ...]) -> bool:
    # A text that is said again as it stood does not scroll.
    return bool(before) and before[-1] == lines[0] and before != lines
