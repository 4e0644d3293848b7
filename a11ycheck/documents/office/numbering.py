"""Lists of a Word document: what numbering a paragraph has (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.model import ListMark
from a11ycheck.documents.office.word_values import VAL, W, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_LISTS = 20_000


class _Level(NamedTuple):
    format: str
    text: str


class Numbering:
    """The numbering part: which mark a paragraph with this number and level has."""

    def __init__(self, root: _Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._numbers: dict[str, str] = {}
        self._own: dict[tuple[str, int], _Level] = {}
        self._by_style: dict[str, str] = {}
        self._same_as: dict[str, str] = {}
        self._marks: dict[tuple[str, int], ListMark | None] = {}
        for count, entry in enumerate(root if root is not None else ()):
            if count == MOST_LISTS:
                break
            if entry.tag == f"{W}abstractNum":
                self._read_abstract(entry)
            elif entry.tag == f"{W}num":
                self._read_number(entry)

    def _read_abstract(self, entry: _Element) -> None:
        id_ = entry.get(f"{W}abstractNumId", "")
        self._abstract[id_] = {
            whole(level.get(f"{W}ilvl")): _level(level) for level in entry.iterchildren(f"{W}lvl")
        }
        if (link := entry.find(f"{W}styleLink")) is not None:
            self._by_style[link.get(VAL, "")] = id_
        if (link := entry.find(f"{W}numStyleLink")) is not None:
            self._same_as[id_] = link.get(VAL, "")

    def _read_number(self, entry: _Element) -> None:
        id_ = entry.get(f"{W}numId", "")
        abstract = entry.find(f"{W}abstractNumId")
        if abstract is not None:
            self._numbers[id_] = abstract.get(VAL, "")
        for override in entry.iterchildren(f"{W}lvlOverride"):
            level = override.find(f"{W}lvl")
            if level is not None:
                self._own[id_, whole(override.get(f"{W}ilvl"))] = _level(level)

    def mark(self, number: str, level: int) -> ListMark | None:
        """The mark that is seen; None where the numbering is not there or shows nothing."""
        key = (number, level)
        if key not in self._marks:
            self._marks[key] = self._find(number, level)
        return self._marks[key]

    def _find(self, number: str, level: int) -> ListMark | None:
        abstract = self._numbers.get(number)
        if abstract is None:
            return None
        if not self._abstract.get(abstract) and abstract in self._same_as:
            abstract = self._by_style.get(self._same_as[abstract], abstract)
        known = self._own.get((number, level)) or self._abstract.get(abstract, {}).get(level)
        if known is None or known.format == "none" or not known.text:
            return None
        return ListMark(number, min(max(level, 0), 8) + 1, known.format != "bullet")


def _level(level: _Element) -> _Level:
    format_, text = level.find(f"{W}numFmt"), level.find(f"{W}lvlText")
    picture = level.find(f"{W}lvlPicBulletId")
    return _Level(
        format_.get(VAL, "decimal") if format_ is not None else "decimal",
        (text.get(VAL, "") if text is not None else "") or ("•" if picture is not None else ""),
    )
