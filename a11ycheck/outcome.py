"""The words of a result: status, text in two languages, place, outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple

LONGEST_VALUE = 300
"""Characters kept of a text that a finding quotes; a document may hold one of many megabytes."""

Value = str | int | float
Data = Mapping[str, Value]
NO_DATA: Data = MappingProxyType({})


class Status(StrEnum):
    """What came of one rule on one target: the outcomes of W3C's ACT Rules Format and EARL."""

    PASSED = "passed"
    FAILED = "failed"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in English and Swedish; ``{name}`` is filled in from a finding's data."""

    en: str
    sv: str

    def say(self, language: str, data: Data = NO_DATA) -> str:
        """Return the words in ``language`` ("sv" or "en") with numbers written the way that language does."""
        pattern = self.sv if language == "sv" else self.en
        if not data:
            return pattern
        return pattern.format_map({name: _written(value, language) for name, value in data.items()})


def _written(value: Value, language: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        # A narrow no-break space keeps the thousands together on one line.
        return f"{value:,}".replace(",", "\u202f" if language == "sv" else ",")
    number = f"{value:.1f}"
    return number.replace(".", ",") if language == "sv" else number


class Box(NamedTuple):
    """A rectangle on a page or slide, counted from its top left corner, in points (1/72 inch)."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


Step = tuple[str, str | int]


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a document.

    ``steps`` lead there as a person would go: ``(("page", 3), ("picture", "Chart 2"))``; the first word of each step
    is one of ``STEP_WORDS``. ``anchor`` is a digest of the thing's own content, so that it stays the same when
    something is inserted above it. ``box`` is there when the place has one.
    """

    steps: tuple[Step, ...] = ()
    anchor: str = ""
    box: Box | None = None

    def say(self, language: str) -> str:
        """Return the place in words: “page 3, picture Chart 2”; the whole document is an empty string."""
        return ", ".join(_said(step, language) for step in self.steps)


STEP_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "page": Text("page", "sida"),
        "slide": Text("slide", "presentationsbild"),
        "heading": Text("heading", "rubrik"),
        "paragraph": Text("paragraph", "stycke"),
        "list": Text("list", "lista"),
        "table": Text("table", "tabell"),
        "row": Text("row", "rad"),
        "line": Text("line", "rad"),
        "cell": Text("cell", "cell"),
        "picture": Text("picture", "bild"),
        "link": Text("link", "länk"),
        "field": Text("form field", "formulärfält"),
        "annotation": Text("comment or other addition", "kommentar eller annat tillägg"),
        "tag": Text("tag", "tagg"),
        "text": Text("text", "text"),
        "font": Text("font", "typsnitt"),
        "file": Text("file", "fil"),
        "bookmark": Text("bookmark", "bokmärke"),
        "layer": Text("layer", "lager"),
        "header": Text("header", "sidhuvud"),
        "footer": Text("footer", "sidfot"),
        "footnote": Text("footnote", "fotnot"),
        "endnote": Text("endnote", "slutkommentar"),
        "speaker notes": Text("speaker notes", "talarens anteckningar"),
        "text box": Text("text box", "textruta"),
        "chart": Text("chart", "diagram"),
        "shape": Text("shape", "figur"),
        "group": Text("group", "grupp"),
        "object": Text("object", "objekt"),
        "formula": Text("formula", "formel"),
        "media": Text("video or sound", "video eller ljud"),
        "section": Text("section", "avsnitt"),
        "style": Text("style", "format"),
        "watermark": Text("watermark", "vattenstämpel"),
        "element": Text("element", "element"),
        "frame": Text("frame", "ram"),
        "document": Text("document", "dokument"),
        "event": Text("event", "händelse"),
    }
)


def _said(step: Step, language: str) -> str:
    name, value = step
    word = STEP_WORDS[name].say(language)
    if isinstance(value, int):
        return f"{word} {value}"
    quoted = f"”{value}”" if language == "sv" else f"“{value}”"
    return f"{word} {quoted}" if value else word


def anchor(*parts: str | bytes | int | None) -> str:
    """Return a short digest (16 hexadecimal digits) of what a thing holds."""
    digest = sha256()
    for part in parts:
        raw = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one rule on one target. Made only by ``passed``, ``failed``, ``cannot_tell`` and ``ask``.

    ``message`` names one of the rule's messages and ``data`` fills it in. A question carries both of its futures:
    ``yes`` and ``no`` are the outcomes that an answer turns it into.
    """

    status: Status
    message: str = ""
    data: Data = field(default_factory=lambda: NO_DATA)
    yes: Outcome | None = None
    no: Outcome | None = None

    @property
    def is_question(self) -> bool:
        return self.yes is not None


_PASSED = Outcome(Status.PASSED)


def passed() -> Outcome:
    """The target meets what the rule expects."""
    return _PASSED


def failed(message: str, **data: Value) -> Outcome:
    """The target does not meet what the rule expects; ``message`` says what is wrong."""
    return Outcome(Status.FAILED, message, _kept(data))


def cannot_tell(message: str, **data: Value) -> Outcome:
    """It could not be found out, and no answer from a person would settle it."""
    return Outcome(Status.CANNOT_TELL, message, _kept(data))


def ask(message: str, *, yes: Outcome, no: Outcome, **data: Value) -> Outcome:
    """Only a person can tell: ``message`` is a question, and the answer chooses between ``yes`` and ``no``."""
    return Outcome(Status.CANNOT_TELL, message, _kept(data), yes, no)


def _kept(data: dict[str, Value]) -> Data:
    return {name: clipped(value) if isinstance(value, str) else value for name, value in data.items()}


def clipped(text: str, longest: int = LONGEST_VALUE) -> str:
    """Return ``text`` on one line, cut with “…” where it is longer than ``longest`` characters."""
    line = " ".join(text[: longest * 4].split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
