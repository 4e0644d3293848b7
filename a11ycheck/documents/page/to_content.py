"""A page as its reader meets it, as shared content: what is shown, in the order of its markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from a11ycheck.documents.content import (
    Block,
    Cell,
    Content,
    Heading,
    Link,
    ListItem,
    Paragraph,
    Picture,
    Player,
    Table,
)
from a11ycheck.documents.page.media import player_address, sources_of
from a11ycheck.documents.page.model import NOT_SHOWN, Element, Page, Words, span_of

INLINE = frozenset({"", "inline", "contents", "inline-block", "inline-flex", "inline-grid", "ruby"})
"""Computed displays of what stands in a line of text."""
CONTROLS = frozenset(
    {"button", "select", "textarea", "input", "option", "datalist", "label", "legend", "summary"}
)
"""Elements whose text names a control and is no running text."""
LISTS = frozenset({"ul", "ol", "menu", "dl"})
MOST_BESIDE = 30
"""Pieces of a line on each side of a link that are its context."""
HOLDS_A_LINK = frozenset(
    {"p", "li", "td", "th", "dd", "dt", "caption", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}
)
"""Elements whose whole text is context of a link in them."""
PICTURES = frozenset({"img", "image", "canvas", "graphics-document", "svgroot"})
"""Roles of what is a picture where it has a name."""
TABLES = frozenset({"table"})
PLAYED = frozenset({"video", "audio", "iframe", "embed", "object"})
CODE = frozenset({"pre", "code", "samp", "kbd", "svg", "canvas", "object", "math"})
PIXELS_A_POINT = 96 / 72
BOLD = 600


def content_of(page: Page) -> Content:
    """Return the content of a page and of the frames in it that are HTML; only what is shown counts."""
    main = page.main
    return Content(tuple(_blocks(main.root)), main.title.strip(), main.root.language, address=page.address)


class _Line(NamedTuple):
    """Text and inline elements in a row; ``alone`` in their holder, or beside blocks."""

    nodes: list[Element | Words]
    alone: bool


def _blocks(root: Element) -> Iterator[Block]:
    waiting: list[tuple[Element | _Line, bool]] = [(root, True)]
    while waiting:
        node, tells_text = waiting.pop()
        if isinstance(node, _Line):
            yield from _paragraph(node)
            waiting.extend((child, False) for child in reversed(node.nodes) if isinstance(child, Element))
            continue
        if node.tag in PLAYED and (player := _player(node)) is not None:
            yield player
            continue  # what stands in a player is its maker's, or for browsers without any
        if node.tag in NOT_SHOWN or _is_gone(node):
            continue
        block, inside = _told(node, tells_text)
        if block is not None:
            yield block
        waiting.extend((part, inside) for part in reversed(_parts(node) if inside else _children(node)))


def _children(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _parts(element: Element) -> Sequence[Element | _Line]:
    """The blocks in an element, and between them what stands in lines of text."""
    if element.style("display") in INLINE and element.style("display") != "contents":
        return _children(element)
    parts: list[Element | list[Element | Words]] = []
    for child in element.children:
        if isinstance(child, Element) and (child.style("display") not in INLINE or not child.styles):
            parts.append(child)
        elif parts and isinstance(parts[-1], list):
            parts[-1].append(child)
        else:
            parts.append([child])
    return [_Line(part, len(parts) == 1) if isinstance(part, list) else part for part in parts]


def _paragraph(line: _Line) -> Iterator[Paragraph]:
    """The paragraph that a line makes, where it says anything."""
    text = _told_by(line.nodes, None)
    holder = line.nodes[0].parent
    if not text or holder is None:
        return
    named = next((node for node in line.nodes if isinstance(node, Element) and node.text), holder)
    place = holder if line.alone else named
    bold = all(_is_bold(node) for node in line.nodes if isinstance(node, Element) or node.text.strip())
    yield Paragraph(text, _size(holder), bold, where=place.where, language=holder.language)


def _is_gone(element: Element) -> bool:
    """Neither shown nor read aloud: all in it may be passed over."""
    return element.attribute("aria-hidden") == "true" or (not element.styles and not element.children)


def _told(element: Element, tells_text: bool) -> tuple[Block | None, bool]:
    """Return the block that an element becomes, if any, and whether text in it is still to be told."""
    if element.role == "heading" and element.exposed:
        return _heading(element), False
    if element.tag == "img" or (element.role in PICTURES and element.exposed):
        return _picture(element), tells_text
    if element.role == "link" and element.exposed:
        return _link(element), tells_text
    if element.tag == "table" and element.role == "table":
        return _table(element), False
    if element.tag in CONTROLS or element.tag in CODE or element.tag == "nav":
        return None, False
    if element.tag == "li" or element.role == "listitem":
        if element.closest("nav") is not None:  # an entry of a menu, not of a text
            return None, False
        text = _told_by(element.children, LISTS)
        return ListItem(text, where=element.where, language=element.language), False
    return None, tells_text


def _heading(element: Element) -> Heading:
    level = int(element.states.get("level", 0))
    return Heading(level, element.name or element.text, where=element.where, language=element.language)


def _link(element: Element) -> Link | None:
    """A link that has a name; one that lacks it is told of by axe's rule, which looks at more than text."""
    text = element.name or element.text
    if not text:
        return None
    around = _around(element)
    return Link(
        text, element.address, around, element.is_visible, where=element.where, language=element.language
    )


def _player(element: Element) -> Player | None:
    """A video or sound, or a player of another site; None for other frames and for what is never shown."""
    if element.attribute("aria-hidden") == "true":
        return None
    name = element.name or element.attribute("title")
    if element.tag in ("video", "audio"):
        kind, addresses, visible = element.tag, tuple(sources_of(element)), element.is_visible
        if not element.is_rendered:
            return None
    else:
        address = player_address(element)
        # A frame that waits for consent is shown when it is given.
        waits = address is not None and address != element.address
        if address is None or not (waits or element.is_rendered):
            return None
        kind, addresses, visible = "embedded", (address,), waits or element.is_visible
    return Player(kind, addresses, name, visible, where=element.where, language=element.language)


def _told_by(nodes: Sequence[Element | Words], apart: frozenset[str] | None) -> str:
    """The text of some nodes without that of the elements set apart in them; None sets all blocks apart."""
    parts: list[str] = []
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Words):
            parts.append(node.text)
            continue
        inline = node.style("display") in INLINE and node.tag != "br"
        if not inline:
            parts.append(" ")
        if node.tag in NOT_SHOWN or node.tag in CONTROLS:
            continue
        if inline if apart is None else node.tag not in apart:
            waiting.extend(reversed(node.children))
    return " ".join("".join(parts).split())


def _picture(element: Element) -> Picture | None:
    """A picture that has a name; one that lacks it is told of by axe's rules, which look at more than the attribute."""
    alt = element.attribute("alt") or element.name
    decorative = not element.exposed or not alt.strip()
    source = element.attribute("src")
    return Picture(alt, decorative, source[:200], where=element.where, language=element.language)


def _around(link: Element) -> str:
    """The text around a link that a screen reader can say with it: its sentence, paragraph, list item or cell, the
    headers of that cell, the list items around, and what is written to describe it (WCAG 2.2, “programmatically
    determined link context”)."""
    around = [link.description, *_headers_of(link)]
    child = link
    for element in link.ancestors():
        if element.style("display") not in INLINE:
            around.append(element.text if element.tag in HOLDS_A_LINK else _line_with(child, element))
            break
        child = element
    outer = link.closest("li")
    while outer is not None and outer.parent is not None:
        outer = outer.parent.closest("li")
        if outer is not None:
            around.insert(0, _told_by(outer.children, LISTS))
    return " – ".join(filter(None, around))[:2_000]


def _line_with(child: Element, block: Element) -> str:
    """The text that stands in lines with one of a block's children, up to the blocks before and after it."""
    place = block.children.index(child)
    before = takewhile(_is_in_line, reversed(block.children[max(0, place - MOST_BESIDE) : place]))
    after = takewhile(_is_in_line, block.children[place + 1 : place + 1 + MOST_BESIDE])
    return _told_by([*reversed(list(before)), child, *after], None)


def _is_in_line(node: Element | Words) -> bool:
    return isinstance(node, Words) or (bool(node.styles) and node.style("display") in INLINE)


def _headers_of(link: Element) -> list[str]:
    """The texts of the other cells in the row of a link in a table that are headers, and of the one above it."""
    cell = link.closest("td", "th")
    row = cell.parent if cell is not None else None
    if cell is None or row is None:
        return []
    cells = [each for each in row.children if isinstance(each, Element)]
    headers = [each.text for each in cells if each is not cell and each.role in ("rowheader", "columnheader")]
    table = cell.closest("table")
    first = next((each for each in table.inside() if each.tag == "tr"), None) if table is not None else None
    above = [each for each in first.children if isinstance(each, Element)] if first is not None else []
    place = cells.index(cell)
    if first is not row and place < len(above) and above[place].tag == "th":
        headers.append(above[place].text)
    return headers


def _table(table: Element) -> Table:
    rows: list[tuple[Cell, ...]] = []
    caption = ""
    waiting = list(reversed(_children(table)))
    while waiting:
        element = waiting.pop()
        if element.tag == "caption":
            caption = element.text
        elif element.tag == "tr":
            rows.append(tuple(_cell(cell) for cell in _children(element) if cell.tag in ("td", "th")))
        elif element.tag != "table":
            waiting.extend(reversed(_children(element)))
    return Table(tuple(rows), caption or table.name, where=table.where, language=table.language)


def _cell(cell: Element) -> Cell:
    header = cell.tag == "th" or cell.role in ("columnheader", "rowheader")
    spans = (cell.attribute("colspan"), cell.attribute("rowspan"))
    return Cell(_told_by(cell.children, TABLES), header, *map(span_of, spans))


def _size(element: Element) -> float:
    """The size of its text in points; 0 when unknown."""
    given = element.style("font-size").removesuffix("px")
    try:
        return float(given) / PIXELS_A_POINT
    except ValueError:
        return 0.0


def _is_bold(node: Element | Words) -> bool:
    """Is all its text bold?"""
    texts = [node] if isinstance(node, Words) else node.words()
    runs = [words.parent for words in texts if words.text.strip() and words.parent is not None]
    return bool(runs) and all(_weight(run) >= BOLD for run in runs)


def _weight(element: Element) -> int:
    given = element.style("font-weight")
    return int(given) if given.isdigit() else 400
