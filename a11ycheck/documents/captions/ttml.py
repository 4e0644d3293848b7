"""TTML and its profiles (IMSC, EBU-TT, SMPTE-TT, DFXP, iTT).

W3C, Timed Text Markup Language 2 (TTML2), 2018: section 12 (timing) for how times nest and are written.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from lxml import etree

from a11ycheck.documents.captions.cue_text import shown_lines
from a11ycheck.documents.captions.model import MALFORMED, MOST_BROKEN, MOST_CUES, TIMES, Broken, Captions, Cue
from a11ycheck.documents.xml import safe_parser
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from lxml.etree import _Element

CLOCK = re.compile(r"(\d{1,9}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,9})|:(\d{1,4})(?:\.\d{1,4})?)?", re.ASCII)
OFFSET = re.compile(r"(\d{1,12}(?:\.\d{1,9})?)(h|m|s|ms|f|t)", re.ASCII)
XML = "{http://www.w3.org/XML/1998/namespace}"
CONTENT = frozenset({"body", "div", "p", "span"})
DEEPEST = 100
MOST_EVENTS = 2_000_000
"""Beginnings and ends of elements."""
LAST_SHOWN = 7.0
"""Seconds that a last cue is taken to be shown where the file does not say when it ends."""


@dataclass(slots=True)
class _Open:
    """An element that has begun and not ended. Text is kept as (begin, end, speaker, text) in its paragraph."""

    begin: float = 0.0
    end: float = math.inf
    is_timed: bool = False
    in_turn: bool = False
    turn: float = 0.0
    language: str = ""
    speaker: str = ""
    region: str = ""
    keeps_space: bool = False
    is_hidden: bool = False
    pieces: list[tuple[float, float, str, str]] | None = None


@dataclass(slots=True)
class _Clock:
    """How the file counts: frames and ticks in a second."""

    frames: float = 30.0
    ticks: float = 1.0

    def seconds(self, written: str) -> float | None:
        """A time in seconds; None where it is not written as TTML has it."""
        written = written.strip()
        if found := CLOCK.fullmatch(written):
            hours, minutes, seconds, fraction, frames = found.groups()
            whole = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
            return whole + float(f"0.{fraction or 0}") + int(frames or 0) / self.frames
        if found := OFFSET.fullmatch(written):
            per = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "f": 1 / self.frames, "t": 1 / self.ticks}
            return float(found[1]) * per[found[2]]
        return None


def read_ttml(data: bytes) -> Captions:
    """Read TTML. Raises ``CouldNotCheck`` for XML that is something else, declares entities or is nested too deeply.

    XML that is not well-formed is read as far as it goes, and said to be broken.
    """
    if b"<!ENTITY" in data or b"<!ENTITY" in data.replace(b"\0", b""):
        raise CouldNotCheck("broken", "the XML declares entities")
    try:
        root, broken = etree.fromstring(data, safe_parser()), []
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise CouldNotCheck("too-deep", "XML") from None
        recovered = _recovered(data)
        if recovered is None:
            raise CouldNotCheck("not-what-it-says", "XML that cannot be read") from None
        root, broken = recovered, [Broken(MALFORMED, error.lineno or 0, str(error.msg or "")[:200])]
    try:
        return _read_tree(root, broken)
    except UnicodeDecodeError:  # bytes that are no UTF-8 stay in what is recovered
        raise CouldNotCheck("broken", "XML that is not in the encoding it says") from None


def _recovered(data: bytes) -> _Element | None:
    """What can be saved of XML that is not well-formed; that it is nothing is said in two ways."""
    try:
        recovered: _Element | None = etree.fromstring(data, safe_parser(recover=True))
    except etree.XMLSyntaxError:
        return None
    return recovered


def _read_tree(root: _Element, broken: list[Broken]) -> Captions:
    if _name(root) != "tt":
        raise CouldNotCheck("not-what-it-says", f"XML: {_name(root)[:40]}")
    reader = _Reader(root, broken)
    reader.read()
    return reader.captions()


def _name(element: _Element) -> str:
    """The name without its namespace; in XML that was not well-formed, lxml's own way refuses names."""
    return str(element.tag).rpartition("}")[2]


@dataclass
class _Reader:
    root: _Element
    broken: list[Broken]
    cues: list[Cue] = field(default_factory=list)
    pictures: int = 0
    not_read: str = ""

    def __post_init__(self) -> None:
        self._clock = _clock(self.root)
        self._agents: dict[str, str] = {}

    def read(self) -> None:
        within = [_Open()]
        # An entity that is not known is a node as well, and has no name: only elements are walked.
        walk = etree.iterwalk(self.root, events=("start", "end"), tag="{*}*")
        for count, (event, element) in enumerate(walk):
            full = len(self.cues) >= MOST_CUES or len(self.broken) >= MOST_BROKEN
            if full or count > MOST_EVENTS:
                self.not_read = f"what comes after line {_line(element)}"
                return
            if event == "start":
                within.append(self._begun(element, within[-1]))
                if len(within) > DEEPEST:
                    raise CouldNotCheck("too-deep", f"more than {DEEPEST} elements")
                self._text(within[-1], element.text)
            else:
                self._ended(element, within.pop(), within[-1])
                self._text(within[-1], element.tail)

    def captions(self) -> Captions:
        """The cues, where those that do not say when they end do so when the next begins."""
        starts = sorted({cue.start for cue in self.cues})
        following = dict(pairwise(starts))
        cues = (
            cue if cue.end < math.inf else replace(cue, end=following.get(cue.start, cue.start + LAST_SHOWN))
            for cue in self.cues
        )
        return Captions(
            "ttml",
            tuple(cues),
            tuple(self.broken),
            language=self.root.get(f"{XML}lang", ""),
            encoding="xml",
            pictures=self.pictures,
            not_read=self.not_read,
        )

    def _begun(self, element: _Element, parent: _Open) -> _Open:
        name = _name(element)
        if name == "image" or any(str(key).endswith("}backgroundImage") for key in element.attrib):
            self.pictures += 1
        if name == "br" and parent.pieces is not None:
            self._text(parent, "\n", as_it_stands=True)
        if name not in CONTENT:
            # What describes the text stands among it, and is not shown.
            return _Open(pieces=None, is_hidden=True)
        opened = self._timed(element, parent)
        opened.language = element.get(f"{XML}lang", parent.language)
        opened.region = element.get("region", parent.region)
        opened.in_turn = element.get("timeContainer") == "seq"
        opened.keeps_space = (
            element.get(f"{XML}space", "preserve" if parent.keeps_space else "") == "preserve"
        )
        opened.speaker = self._speaker(element) or parent.speaker
        opened.pieces = [] if name == "p" else parent.pieces
        return opened

    def _timed(self, element: _Element, parent: _Open) -> _Open:
        """When the element is shown: its times count from when its parent begins, or from the end of the one before."""
        base = parent.turn if parent.in_turn else parent.begin
        times = {}
        for name in ("begin", "end", "dur"):
            if (written := element.get(name)) is not None:
                times[name] = self._clock.seconds(written)
                if times[name] is None:
                    self.broken.append(Broken(TIMES, _line(element), written[:100]))
        begin = base + (times.get("begin") or 0.0)
        ends = [parent.end]
        if (end := times.get("end")) is not None:
            ends.append(base + end)
        if (length := times.get("dur")) is not None:
            ends.append(begin + length)
        return _Open(begin, min(ends), bool(times) or parent.is_timed, turn=begin)

    def _speaker(self, element: _Element) -> str:
        said = (value for key, value in element.attrib.items() if str(key).endswith("#metadata}agent"))
        agents = str(next(said, "")).split()
        if not agents:
            return ""
        if not self._agents:
            self._agents = {
                found.get(f"{XML}id", ""): "".join(map(str, found.itertext())).strip()[:200]
                for found in self.root.iter("{*}agent")
            }
        return self._agents.get(agents[0]) or agents[0]

    def _text(self, opened: _Open, text: str | None, *, as_it_stands: bool = False) -> None:
        if text and opened.pieces is not None:
            kept = text if as_it_stands or opened.keeps_space else text.translate(SPACES)
            opened.pieces.append((opened.begin, opened.end, opened.speaker, kept))

    def _ended(self, element: _Element, opened: _Open, parent: _Open) -> None:
        if opened.is_hidden:
            return
        if parent.in_turn and opened.end < math.inf:
            parent.turn = opened.end
        if _name(element) != "p" or opened.pieces is None:
            return
        times: dict[tuple[float, float], list[str]] = {}
        speakers: dict[tuple[float, float], str] = {}
        for begin, end, speaker, text in opened.pieces:
            times.setdefault((begin, end), []).append(text)
            if speaker and text.strip():
                speakers.setdefault((begin, end), speaker)
        line = _line(element)
        for (begin, end), texts in times.items():
            lines = shown_lines(" ".join(part.split()) for part in "".join(texts).split("\n"))
            if not lines:
                continue
            if not opened.is_timed and end == math.inf:
                self.broken.append(Broken(TIMES, line, lines[0]))
                continue
            speaker = speakers.get((begin, end), "")
            self.cues.append(Cue(begin, end, lines, opened.region, speaker, opened.language, line))


SPACES = str.maketrans("\n\r\t", "   ")


def _line(element: _Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _clock(root: _Element) -> _Clock:
    said = {str(key).rpartition("}")[2]: str(value) for key, value in root.attrib.items()}
    frames = _number(said.get("frameRate"), 30.0)
    multiplier = [_number(part, 1.0) for part in re.split(r"[\s:]", said.get("frameRateMultiplier", ""))[:2]]
    if len(multiplier) == 2:
        frames = frames * multiplier[0] / multiplier[1]
    ticks = frames * _number(said.get("subFrameRate"), 1.0) if "frameRate" in said else 1.0
    return _Clock(frames, _number(said.get("tickRate"), ticks))


def _number(written: str | None, otherwise: float) -> float:
    """A whole number above zero and of few figures, or what to take instead."""
    if written and re.fullmatch(r"\d{1,9}", written.strip(), re.ASCII) and int(written):
        return float(written)
    return otherwise
