"""What each structure element says, and where: the tree and the painted pages put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from a11ycheck.documents.pdf import limits
from a11ycheck.documents.pdf.font_model import Font
from a11ycheck.documents.pdf.page_content import Drawing, Run
from a11ycheck.documents.pdf.page_model import Sequence
from a11ycheck.documents.pdf.passage import Passage
from a11ycheck.documents.pdf.standard_types import HEADINGS, HOLDERS, INLINE
from a11ycheck.documents.pdf.tree_model import Element, MarkedKey
from a11ycheck.outcome import Box

Claimed = dict[MarkedKey, list["Piece"]]
"""What is painted in each marked-content sequence that the structure tree names."""


@dataclass(slots=True)
class Piece:
    """Something painted, as an element meets it. ``text`` is the run's, or what an ActualText puts in its place.

    ``language`` is the one that marked content gives it, None where none does.
    """

    run: Run
    text: str
    language: str | None = None


def keys_in(elements: list[Element]) -> set[MarkedKey]:
    """Return the marked content that a structure tree names."""
    return {kid for element in elements for kid in element.kids if isinstance(kid, tuple)}


def claim(drawing: Drawing, named: set[MarkedKey], claimed: Claimed) -> None:
    """Sort what a page paints by the marked content that the structure tree names it by.

    Content belongs to the innermost sequence around it that is named; an artifact within that one does not.
    """
    owners: list[MarkedKey | None] = []
    replaced: list[int] = []
    languages: list[str | None] = []
    for index, sequence in enumerate(drawing.sequences):
        outer = sequence.outer
        languages.append(languages[outer] if sequence.language is None and outer >= 0 else sequence.language)
        if sequence.key in named:
            owners.append(sequence.key)
            replaced.append(index if sequence.actual_text is not None else -1)
            continue
        around = replaced[outer] if outer >= 0 else -1
        owners.append(owners[outer] if outer >= 0 and sequence.tag != "Artifact" else None)
        replaced.append(index if around < 0 and sequence.actual_text is not None else around)
    said: set[int] = set()
    for run in drawing.runs:
        owner = owners[run.sequence] if run.sequence >= 0 else None
        if owner is None:
            continue
        by = replaced[run.sequence]
        text = _text(run, drawing.sequences, by, said)
        claimed.setdefault(owner, []).append(Piece(run, text, languages[run.sequence]))


def _text(run: Run, sequences: list[Sequence], by: int, said: set[int]) -> str:
    """Return what a run says: an ActualText (14.9.4) says it once for all that it stands for."""
    if by < 0:
        return run.text
    if by in said:
        return ""
    said.add(by)
    return sequences[by].actual_text or ""


@dataclass(slots=True)
class _Builder:
    """An element and what it says so far."""

    element: Element
    passage: Passage = field(default_factory=Passage)

    def finish(self) -> None:
        if self.passage.parts:
            self.element.text = self.passage.text
            self.element.size = self.passage.size
            self.element.bold = self.passage.bold


Chain = tuple[_Builder, ...]
"""The elements that a piece of text belongs to, innermost first."""


def fill(elements: list[Element], claimed: Claimed, fonts: tuple[Font, ...]) -> None:
    """Give each element its text, box, size and weight. ``elements`` are in tree order."""
    _Filler(claimed, fonts).fill(elements)
    _fill_boxes(elements, claimed)


@dataclass(slots=True)
class _Filler:
    claimed: Claimed
    fonts: tuple[Font, ...]
    read: set[MarkedKey] = field(default_factory=set)
    left: int = field(default_factory=lambda: limits.MOST_TEXT)

    def fill(self, elements: list[Element]) -> None:
        # What is still to be read, in reverse: an element or its marked content, with the elements that its text goes
        # to and the number of the block it stands in; or an element whose text is complete.
        roots = [element for element in elements if element.parent is None]
        waiting: list[tuple[object, Chain, int]] = [(root, (), 0) for root in reversed(roots)]
        while waiting:
            here, chain, block = waiting.pop()
            if isinstance(here, _Builder):
                here.finish()
            elif isinstance(here, Element):
                builder = _Builder(here)
                block = block if here.type in INLINE else here.number
                waiting.append((builder, (), 0))
                inner = (builder, *_receivers(here, chain))[: limits.DEEPEST_TEXT]
                if (said := _said_instead(here)) is not None:
                    self._add(said, None, inner, here.page, block)
                    inner = ()
                waiting.extend((kid, inner, block) for kid in reversed(here.kids))
            elif isinstance(here, tuple) and here not in self.read:
                self.read.add(here)
                for piece in self.claimed.get(here, ()):
                    run = piece.run if piece.run.kind == "text" else None
                    if run is not None or piece.text:
                        self._add(piece.text, run, chain, here[0], block)

    def _add(self, text: str, run: Run | None, chain: Chain, page: int, block: int) -> None:
        self.left -= len(text) * len(chain)
        if self.left < 0:
            return
        bold = run is not None and run.font >= 0 and self.fonts[run.font].bold
        for each in chain:
            each.passage.add(text, run, page, block, bold)


def _said_instead(element: Element) -> str | None:
    """Return what is read in place of what the element paints: an ActualText, or the words for a formula."""
    if element.actual_text is None and element.type == "Formula":
        return element.alt
    return element.actual_text


TOLD_APART = frozenset({"L", "Note", "FENote", *HEADINGS})
"""Types that are told of by themselves where they stand in one of those below."""
WITHOUT_THOSE = frozenset({"LI", "LBody", "Lbl", "P"})


def _receivers(element: Element, chain: Chain) -> Chain:
    """Return which of the elements around it an element's text belongs to as well.

    A holder takes only what stands in it directly, a table is told of by itself, and what a picture's text
    alternative stands for is not read.
    """
    kind = element.type
    if kind in INLINE:
        return chain
    if kind == "Table" or (kind == "Figure" and element.alt is not None):
        return ()
    closed = HOLDERS | WITHOUT_THOSE if kind in TOLD_APART else HOLDERS
    return tuple(each for each in chain if each.element.type not in closed)


def _fill_boxes(elements: list[Element], claimed: Claimed) -> None:
    """Each element's box covers what it and the elements below it paint on its page."""
    painted = {
        key: _covering([piece.run.box(key[0]) for piece in pieces], key[0]) for key, pieces in claimed.items()
    }
    for element in reversed(elements):
        kids = [
            kid.box if isinstance(kid, Element) else painted.get(kid) if isinstance(kid, tuple) else None
            for kid in element.kids
        ]
        element.box = _covering(kids, element.page)


def _covering(boxes: list[Box | None], page: int) -> Box | None:
    """The smallest box around those that are on the page."""
    there = [box for box in boxes if box is not None and box[0] == page]
    if len(there) < 2:
        return there[0] if there else None
    _, lefts, tops, rights, bottoms = zip(*there, strict=True)
    return Box(page, min(lefts), min(tops), max(rights), max(bottoms))
