"""A PDF as its reader meets it: its structure elements, or the paragraphs of its untagged pages, as shared content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum

from a11ycheck.documents.content import (
    Block,
    Cell,
    Content,
    Heading,
    Link,
    ListItem,
    Paragraph,
    Picture,
    Table,
)
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.page_model import Annotation
from a11ycheck.documents.pdf.standard_types import HEADINGS, HOLDERS, INLINE
from a11ycheck.documents.pdf.table_grid import span
from a11ycheck.documents.pdf.tree_model import Element, ObjectReference

SECTIONS = frozenset({"Sect", "Art"})
ITEMS = frozenset({"LI", "TOCI"})
NOTES = frozenset({"Note", "FENote"})
CELLS = frozenset({"TH", "TD"})
PARAGRAPHS = frozenset({"P", "Caption", "Title"})
"""Types whose text is one paragraph, whatever else stands in them."""
WITHIN_TEXT = INLINE | NOTES | {"Figure", "Formula"}
"""Types that can stand in a text without making it several; any other child makes its parent a mere group."""
NOT_BELOW_IN_TABLE = frozenset({"TR", "Caption", "Table"})


def tagged(roots: Iterable[Element], annotations: list[Annotation], catalog: Catalog) -> Content:
    """Return the content that the structure tree tells of, in the tree's order."""
    links = _Links(annotations)
    blocks = [*_blocks(roots, links), *links.bare()]
    return Content(tuple(blocks), catalog.title, catalog.language or "")


def untagged(paragraphs: Iterable[Paragraph], annotations: Iterable[Annotation], catalog: Catalog) -> Content:
    """Return the content of a document without a structure tree: paragraphs and links, nothing else can be told."""
    language = catalog.language or ""
    blocks: list[Block] = [
        replace(paragraph, language=language) for paragraph in paragraphs if paragraph.text
    ]
    blocks += [_bare_link(link) for link in annotations if link.subtype == "Link" and link.text]
    return Content(tuple(blocks), catalog.title, language, structured=False)


class _Around(Enum):
    """What an element stands in, and so which of its blocks are still to be told of."""

    SECTION = "nothing that has told its text"
    BLOCK = "a block that has told its text, apart from lists, notes and headings"
    CELL = "a table cell, which has told all text in it"


def _blocks(roots: Iterable[Element], links: _Links) -> Iterator[Block]:
    waiting = [(root, _Around.SECTION) for root in reversed(list(roots))]
    while waiting:
        element, around = waiting.pop()
        if element.type == "Artifact":
            continue
        block, inside = _told(element, around, links)
        if block is not None:
            yield block
        waiting.extend((child, inside) for child in reversed(element.children))


def _told(element: Element, around: _Around, links: _Links) -> tuple[Block | None, _Around]:
    """Return the block that an element becomes, if any, and what its children stand in."""
    kind = element.type
    inside = _Around.CELL if around is _Around.CELL else _Around.BLOCK
    if kind in HEADINGS:
        return Heading(
            _level(element), element.text, where=element.where, language=element.text_language
        ), inside
    if kind == "Figure":
        alt = element.actual_text if element.alt is None else element.alt
        return Picture(alt, content=element.pictured, where=element.where, language=element.language), inside
    if kind == "Link":
        return links.block(element), inside
    if kind == "Table":
        return _table(element), _Around.CELL
    if around is _Around.CELL:
        return None, around
    if kind in ITEMS:
        if _holds_heading(element):
            return None, _Around.SECTION
        return ListItem(element.text, where=element.where, language=element.text_language), inside
    if kind in NOTES:
        return _paragraph(element), inside
    return (None, around) if around is _Around.BLOCK else _told_by_itself(element)


def _told_by_itself(element: Element) -> tuple[Block | None, _Around]:
    """Tell of an element that stands in nothing that has told its text."""
    kind = element.type
    if kind in HOLDERS:
        return _paragraph(element), _Around.SECTION
    if kind in INLINE and element.parent is not None:
        # The holder has told what stands in it directly.
        return None, _Around.BLOCK
    if kind not in PARAGRAPHS and any(child.type not in WITHIN_TEXT for child in element.children):
        return None, _Around.SECTION
    return _paragraph(element), _Around.BLOCK


def _paragraph(element: Element) -> Paragraph | None:
    if not element.text:
        return None
    return Paragraph(
        element.text, element.size, element.bold, where=element.where, language=element.text_language
    )


def _level(heading: Element) -> int:
    """Return a heading's level: that of Hn, for H the number of sections around it, 0 where there are none."""
    if heading.type != "H":
        return int(heading.type[1:])
    level = 0
    above = heading.parent
    while above is not None:
        level += above.type in SECTIONS
        above = above.parent
    return level


def _holds_heading(item: Element) -> bool:
    """Does a list item hold a heading, as numbered headings often do? One in a list within it does not count."""
    return any(element.type in HEADINGS for element in _below(item, frozenset({"L", "Table"})))


def _below(element: Element, closed: frozenset[str]) -> Iterator[Element]:
    """Yield the elements below one in tree order, but none below those of a closed type."""
    waiting = element.children[::-1]
    while waiting:
        found = waiting.pop()
        yield found
        if found.type not in closed:
            waiting.extend(reversed(found.children))


def _table(table: Element) -> Table:
    rows = []
    captions = []
    for element in _below(table, NOT_BELOW_IN_TABLE):
        if element.type == "TR":
            rows.append(tuple(_cell(cell) for cell in element.effective_children if cell.type in CELLS))
        elif element.type == "Caption":
            captions.append(element.text)
    return Table(tuple(rows), " ".join(captions), where=table.where, language=table.language)


def _cell(cell: Element) -> Cell:
    columns, rows = span(cell, "ColSpan"), span(cell, "RowSpan")
    return Cell(cell.text, cell.type == "TH", columns, rows)


class _Links:
    """Link elements with the annotations that are theirs."""

    def __init__(self, annotations: list[Annotation]) -> None:
        self._annotations = annotations
        self._by_element = {
            id(annotation.element): annotation
            for annotation in reversed(annotations)
            if annotation.element is not None
        }
        self._referred: set[int] = set()

    def block(self, link: Element) -> Link:
        referred = [
            kid.annotation
            for element in (link, *_below(link, frozenset()))
            for kid in element.kids
            if isinstance(kid, ObjectReference) and kid.annotation >= 0
        ]
        self._referred.update(referred)
        annotation = self._annotations[referred[0]] if referred else self._by_element.get(id(link))
        text = link.text or link.alt or _pictured(link)
        target = ""
        if annotation is not None:
            text, target = text or annotation.contents or "", annotation.uri
        return Link(text, target, _around(link), where=link.where, language=link.language)

    def bare(self) -> Iterator[Link]:
        """Yield the links that no element stands for, once all elements have been told of."""
        return (
            _bare_link(link)
            for index, link in enumerate(self._annotations)
            if link.subtype == "Link" and link.element is None and index not in self._referred
        )


def _around(link: Element) -> str:
    """Return the text of the block that the link stands in; empty where it stands in none."""
    above = link.parent
    while above is not None and above.type not in HOLDERS:
        if above.text and above.type not in INLINE:
            return above.text
        above = above.parent
    return ""


def _pictured(link: Element) -> str:
    """Return what the pictures in a link say."""
    pictures = (element for element in _below(link, frozenset()) if element.type == "Figure")
    return " ".join(filter(None, (picture.alt or picture.actual_text for picture in pictures)))


def _bare_link(link: Annotation) -> Link:
    return Link(link.text or link.contents or "", link.uri, where=link.where)
