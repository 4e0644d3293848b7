"""What becomes of the content of pages: what is tagged, what is decoration, what nobody who listens is told of.

Content is tagged where the ParentTree leads from the marked content around it to an element that hangs in the structure
tree, as veraPDF reads PDF/UA-1. A form is read where it is drawn, with the marked content around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.outcome import Box, Where, anchor

if TYPE_CHECKING:
    from a11ycheck.documents.pdf.model import Pdf
    from a11ycheck.documents.pdf.page_model import Drawn, Item, Sequence
    from a11ycheck.documents.pdf.tree_model import Element, MarkedKey


class MarkedPage(NamedTuple):
    """A page with what its marked content comes to, by sequence: tagged, decoration (an artifact), both or neither."""

    drawn: Drawn
    tagged: tuple[bool, ...]
    decoration: tuple[bool, ...]

    def is_tagged(self, item: Item) -> bool:
        return item.sequence >= 0 and self.tagged[item.sequence]

    def is_decoration(self, item: Item) -> bool:
        return item.sequence >= 0 and self.decoration[item.sequence]

    def loose(self) -> list[Item]:
        """What is neither tagged nor marked as decoration."""
        return [
            item for item in self.drawn.items if not self.is_tagged(item) and not self.is_decoration(item)
        ]

    def told(self, items: Iterable[Item]) -> PageContent:
        return PageContent(self.drawn.page, tuple(items))

    def within(self, wanted: Iterable[int]) -> list[Item]:
        """What is painted in the sequences with these indexes, or in others inside them."""
        inside = set(wanted)
        for index, sequence in enumerate(self.drawn.sequences):
            if sequence.outer in inside:
                inside.add(index)
        return [item for item in self.drawn.items if item.sequence in inside]


@dataclass(slots=True)
class PageContent:
    """Some of what a page paints, told of together: one finding a page, however many pieces there are."""

    page: int
    items: tuple[Item, ...] = ()

    @property
    def text(self) -> str:
        """The words, as far as a finding quotes them."""
        said = (" ".join(item.text[:200].split()) for item in self.items[:20])
        return " ".join(text for text in said if text)[:300]

    @property
    def box(self) -> Box | None:
        return next((item.box for item in self.items if item.box), None)

    @property
    def where(self) -> Where:
        said: list[tuple[str, str | int]] = [("text", self.text[:60])] if self.text else []
        kinds = str(sorted(Counter(item.kind for item in self.items).items()))
        return Where((("page", self.page), *said), anchor("page content", self.text, kinds), self.box)

    def count(self, *kinds: str) -> int:
        return sum(item.kind in kinds for item in self.items)


def marked_pages(pdf: Pdf) -> Iterator[MarkedPage]:
    for drawn in pdf.drawn:
        tagged: list[bool] = []
        decoration: list[bool] = []
        for sequence in drawn.sequences:
            own = _hangs(pdf, sequence.key)
            outer = sequence.outer
            tagged.append(own if own is not None else outer >= 0 and tagged[outer])
            decoration.append(sequence.tag == "Artifact" or (outer >= 0 and decoration[outer]))
        yield MarkedPage(drawn, tuple(tagged), tuple(decoration))


def _hangs(pdf: Pdf, key: MarkedKey | None) -> bool | None:
    """Does the element that the ParentTree names hang in the structure tree? None where it names none."""
    if key is None:
        return None
    page, stream, mcid = key
    known = pdf.hanging.get((page, stream), ())
    return known[mcid] if mcid < len(known) else None


# What is lost to those who listen

FEWEST_REPEATS = 3
"""What stands in the same place on this many pages is a running head, a page number or a background: when it is not
tagged it is passed over, as if it were marked as decoration."""
_DIGITS = re.compile(r"\d+")


def unread(pdf: Pdf, kind: str) -> dict[int, PageContent]:
    """Return, by page, the text or the images of a tagged document that are left out of the tags, and that somebody
    would miss: they can be seen, say something and are not on every page.

    Neither the structure tree nor the ParentTree leads to them. Nothing in a document that is not tagged at all.
    """
    if not (pdf.catalog.marked and pdf.holders):
        return {}
    loose = {
        page.drawn.page: [item for item in page.loose() if item.kind == kind] for page in pdf.marked_pages
    }
    places = Counter(place for items in loose.values() for place in {_place(item) for item in items})
    sizes = {page.number: (page.width, page.height) for page in pdf.pages}
    found: dict[int, PageContent] = {}
    for drawn in pdf.drawn:
        missed = tuple(
            item
            for item in loose.get(drawn.page, ())
            if places[_place(item)] < FEWEST_REPEATS
            and not item.invisible
            and (item.kind != "text" or any(map(str.isalnum, item.text)))
            and _is_on_page(item.box, sizes.get(drawn.page))
            and not any(sequence.key in pdf.holders for sequence in drawn.sequences_around(item))
        )
        if missed:
            found[drawn.page] = PageContent(drawn.page, missed)
    return found


def _place(item: Item) -> tuple[str, str, int, int]:
    """Where an item stands, and what it says but for its numbers, which page numbers differ in."""
    left, top = (round(item.box.left), round(item.box.top)) if item.box else (0, 0)
    return item.kind, _DIGITS.sub("0", item.text[:200]), left, top


def _is_on_page(box: Box | None, size: tuple[float, float] | None) -> bool:
    if box is None or size is None:
        return box is not None
    return box.left < size[0] and box.top < size[1] and box.right > 0 and box.bottom > 0


@dataclass(slots=True)
class FontText:
    """The text that is drawn with one font; the file does not tell what ``silent`` of its characters say."""

    index: int
    name: str
    page: int
    silent: int = 0
    box: Box | None = None

    @property
    def where(self) -> Where:
        return Where((("page", self.page), ("font", self.name[:60])), anchor("font", self.name), self.box)


def font_texts(pdf: Pdf) -> Iterator[FontText]:
    """Yield what is drawn with each font.

    What is decoration, and what other words stand for (ActualText, an alternative text), does not count as silent.
    """
    first: dict[int, FontText] = {}
    silent: dict[int, FontText] = {}
    for drawn in pdf.drawn:
        for item in drawn.items:
            if item.font < 0:
                continue
            if item.font not in first:
                first[item.font] = FontText(item.font, pdf.fonts[item.font].name, drawn.page)
            if item.unsaid and not _is_replaced(pdf, drawn, item):
                before = silent.get(item.font) or replace(first[item.font], page=drawn.page, box=item.box)
                silent[item.font] = replace(before, silent=before.silent + item.unsaid)
    # What is asked of the fonts themselves costs time.
    mute = {font.index for font in pdf.font_facts if font.unmapped >= FEWEST_LETTERS} if silent else set()
    for index, text in first.items():
        yield silent[index] if index in mute and index in silent else text


FEWEST_LETTERS = 3
"""Different characters of a font that nobody knows, to be taken for writing: one or two are bullets, logos or the
patterns that some programs fill areas with."""


def _is_replaced(pdf: Pdf, drawn: Drawn, item: Item) -> bool:
    return any(
        sequence.tag == "Artifact" or sequence.actual_text is not None or _has_words(pdf, sequence)
        for sequence in drawn.sequences_around(item)
    )


def _has_words(pdf: Pdf, sequence: Sequence) -> bool:
    """Does an element around the sequence have words that are read in its place?"""
    element: Element | None = pdf.holders.get(sequence.key) if sequence.key else None
    while element is not None:
        if element.actual_text is not None or element.alt:
            return True
        element = element.parent
    return False


# Language


def is_in_known_language(pdf: Pdf, drawn: Drawn, sequence: int) -> bool:
    """Is the language of what stands in the sequence stated: there, around it, in its element, or for the document?"""
    while sequence >= 0 and pdf.catalog.language is None:
        marked = drawn.sequences[sequence]
        element = pdf.holders.get(marked.key) if marked.key and _hangs(pdf, marked.key) is not None else None
        if marked.language is not None or _states_language(element):
            return True
        sequence = marked.outer
    return pdf.catalog.language is not None


def _states_language(element: Element | None) -> bool:
    while element is not None:
        if element.own_language is not None:
            return True
        element = element.parent
    return False
