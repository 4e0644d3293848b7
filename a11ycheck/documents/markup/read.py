"""From the HTML of a mail or a calendar event to what rules see. Nothing that it refers to is ever fetched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from lxml import etree

from a11ycheck.documents.content import (
    Block,
    Cell,
    Heading,
    Link,
    ListItem,
    Paragraph,
    Picture,
    Player,
    Table,
)
from a11ycheck.documents.markup.model import HiddenText, LayoutTable, Markup, Spacer, StyledText
from a11ycheck.documents.markup.styles import SMALLEST_SEEN, Sheet, Style, declarations, pixels, styled
from a11ycheck.documents.plain_text import is_line_of_signs
from a11ycheck.outcome import Step, Where, anchor

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_HTML = 5_000_000
"""Characters; Gmail shows a tenth of a million, and the longest newsletters have a few hundred thousand."""
MOST_ELEMENTS = 50_000
MOST_BLOCKS = 50_000
LONGEST_TEXT = 20_000
"""Characters kept of one block."""
WIDEST_SPAN = 1_000
LONGEST_CELL_OF_DATA = 80
"""Characters: the cells of a table that places things hold whole paragraphs."""

SKIPPED = frozenset("head title style script template noscript object embed svg math select textarea".split())
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul".split()
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
PADDING = frozenset("\u00a0\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u2007\u2060\ufeff")
"""Signs that nobody sees, with which newsletters fill the preview line of a mail program."""

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u034f\u200b\u200c\ufeff"))
"""Signs that are left out of a text."""


def read_markup(html: str, before: tuple[Step, ...] = ()) -> Markup:
    """Read HTML; ``before`` are steps that lead to it. What is no HTML at all comes out as text."""
    unread = "HTML beyond a limit" if len(html) > LONGEST_HTML else ""
    source = html[:LONGEST_HTML].replace("\0", "").encode("utf-8", "replace")
    if not source.strip():
        return Markup()
    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=False,
        recover=True,
    )
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return Markup(unread=unread)
    if any("depth" in error.message.lower() for error in parser.error_log):
        unread = "HTML nested beyond a limit"
    return _Reader(root, before, unread).read()


@dataclass(slots=True)
class _Open:
    """An element that has begun: what holds within it."""

    name: str
    style: Style
    in_data: bool = False
    item: bool = False
    level: int = 0


@dataclass(slots=True)
class _OpenLink:
    target: str
    name: str
    parts: list[str] = field(default_factory=list)
    holds_unnamed_picture: bool = False


class _Reader:
    def __init__(self, root: _Element, before: tuple[Step, ...], unread: str) -> None:
        self._root = root
        self._before = before
        self._unread = unread
        self._blocks: list[Block] = []
        self._text: list[str] = []
        self._text_style = Style()
        self._inline: list[Block] = []
        self._links: list[_OpenLink] = []
        self._styled: dict[tuple[Any, ...], StyledText] = {}
        self._places: defaultdict[tuple[Any, ...], int] = defaultdict(int)
        self._hidden: list[HiddenText] = []
        self._layout: list[LayoutTable] = []
        self._spacers: list[Spacer] = []
        self._content_ids: set[str] = set()
        self._counts: defaultdict[str, int] = defaultdict(int)
        self._holds_table = _tables_that_hold_tables(root)
        self._sheet = Sheet([_text_in(style) for style in _some(root.iter("style"), 50)])

    def read(self) -> Markup:
        stack = [_Open("", Style(language=_declared_language(self._root)))]
        seen = 0
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            name = _name(element)
            if event == "end":
                if name in SKIPPED:
                    self._add(element.tail, stack[-1])
                    continue
                self._leave(name, stack.pop())
                self._add(element.tail, stack[-1])
                continue
            seen += 1
            if seen > MOST_ELEMENTS or len(self._blocks) + len(self._inline) > MOST_BLOCKS:
                self._unread = "HTML beyond a limit"
                break
            if name in SKIPPED:
                walk.skip_subtree()
                continue
            stack.append(self._enter(element, name, stack[-1]))
            self._add(element.text, stack[-1])
        self._flush(stack[-1])
        return Markup(
            tuple(self._blocks),
            _declared_language(self._root),
            tuple(replace(style, places=self._places[key]) for key, style in self._styled.items()),
            tuple(self._hidden),
            tuple(self._layout),
            tuple(self._spacers),
            frozenset(self._content_ids),
            "\n".join(_texts(self._blocks)),
            self._unread,
        )

    def _enter(self, element: _Element, name: str, around: _Open) -> _Open:
        attributes = {str(key).lower(): str(value) for key, value in element.attrib.items()}
        found = self._sheet.of(name, attributes.get("class", ""), attributes.get("id", ""))
        if "style" in attributes:
            found = found | declarations(attributes["style"])
        opened = _Open(
            name, styled(around.style, found, attributes, name), around.in_data, around.item, around.level
        )
        if name in BLOCKS:
            self._flush(around)
        if name in HEADINGS or (
            attributes.get("role") == "heading" and attributes.get("aria-level", "2").isdecimal()
        ):
            opened.level = HEADINGS.get(name) or min(int(attributes.get("aria-level", "2")[:2]), 9)
        opened.item = name == "li" or (around.item and name not in ("table", "td"))
        if name == "table":
            self._enter_table(element, attributes, opened)
        elif name == "br":
            self._text.append("\n")
        elif name == "img":
            self._picture(attributes, found, opened)
        elif name in ("video", "audio"):
            self._player(element, attributes, opened)
        elif name == "a" and "href" in attributes and not opened.style.hidden:
            label = attributes.get("aria-label") or attributes.get("title") or ""
            self._links.append(_OpenLink(attributes["href"].strip(), label))
        return opened

    def _leave(self, name: str, opened: _Open) -> None:
        if name == "a" and self._links and not opened.style.hidden:
            # An <a> without an address opened none: the parser closes one <a> before it opens another.
            self._close_link(self._links.pop(), opened.style.language)
        if name in BLOCKS:
            self._flush(opened)

    def _close_link(self, link: _OpenLink, language: str) -> None:
        text = _collapsed("".join(link.parts)) or link.name
        if not text and link.holds_unnamed_picture:
            return  # that the picture has no alternative text is the fault, and the picture tells of it
        target = "" if link.target.startswith("#") else link.target[:2_000]
        where = self._where("link", text, link.target)
        self._inline.append(Link(text, target, where=where, language=language))

    def _add(self, text: str | None, within: _Open) -> None:
        if not text:
            return
        style = within.style
        if style.hidden:
            if style.hidden == "unseen" and not text.isspace():
                self._hide(text)
            return
        self._text.append(text)
        if self._links:
            self._links[-1].parts.append(text)
        if any(map(str.isalnum, text)):
            self._text_style = style
            self._note(text, style)

    def _hide(self, text: str) -> None:
        padding = sum(sign in PADDING for sign in text)
        said = _collapsed("".join(sign for sign in text if sign not in PADDING))
        if self._hidden and (not said or not self._hidden[-1].text):
            last = self._hidden[-1]
            self._hidden[-1] = replace(last, text=last.text or said, padding=last.padding + padding)
        elif len(self._hidden) < MOST_BLOCKS:
            self._hidden.append(HiddenText(self._where("text", said[:60], "hidden"), said, padding))

    def _note(self, text: str, style: Style) -> None:
        if style.colour is None or style.background is None:
            return
        key = (style.colour, style.background, style.size, style.bold)
        self._places[key] += 1
        if key not in self._styled and len(self._styled) < 1_000:
            said = _collapsed(text[:400])[:100]
            where = Where((*self._before, ("text", said[:60])), anchor("style", said, *map(str, key)))
            self._styled[key] = StyledText(
                where, said, style.colour, style.background, style.size, style.bold
            )

    def _picture(self, attributes: dict[str, str], found: dict[str, str], within: _Open) -> None:
        source = attributes.get("src", "").strip()
        if source[:4].lower() == "cid:":
            self._content_ids.add(source[4:].strip("<> "))
        if within.style.hidden == "gone":
            return
        alt = attributes.get("alt")
        if alt is None and attributes.get("aria-label"):
            alt = attributes["aria-label"]
        sizes = [found.get(side) or attributes.get(side, "") for side in ("width", "height")]
        unseen = any(size and pixels(size, 100, 100) <= SMALLEST_SEEN for size in sizes)
        named = "" if source[:4].lower() in ("cid:", "data") else source.rpartition("/")[2][:60]
        where = self._where("picture", alt or named, source[:2_000])
        if unseen or within.style.hidden:
            if alt is None:
                self._spacers.append(Spacer(where))
            return
        decorative = (
            (alt is not None and not alt.strip())
            or attributes.get("role") in ("presentation", "none")
            or attributes.get("aria-hidden") == "true"
        )
        if self._links:
            self._links[-1].parts.append(f" {alt or ''} ")
            self._links[-1].holds_unnamed_picture |= not decorative and not alt
        language = within.style.language
        self._inline.append(
            Picture(alt, decorative, anchor(source) if source else "", where=where, language=language)
        )

    def _player(self, element: _Element, attributes: dict[str, str], within: _Open) -> None:
        """A video or sound. It plays from another site; what is attached is a document by itself."""
        sources = (str(source.get("src") or "") for source in _some(element.iterchildren("source"), 20))
        given = (source.strip()[:2_000] for source in (attributes.get("src", ""), *sources))
        addresses = tuple(each for each in given if each.lower().startswith(("http://", "https://")))
        if not addresses or within.style.hidden:
            return
        name = attributes.get("aria-label") or attributes.get("title") or ""
        where = self._where("media", name or addresses[0][:60], addresses[0])
        self._inline.append(Player("embedded", addresses, name, where=where, language=within.style.language))

    def _enter_table(self, element: _Element, attributes: dict[str, str], opened: _Open) -> None:
        if opened.in_data:
            return
        says_layout = attributes.get("role") in ("presentation", "none")
        if not says_layout and element not in self._holds_table and _is_data(element, attributes):
            rows, caption = _cells(element)
            self._blocks.append(
                Table(rows, caption, where=self._where("table", "", caption), language=opened.style.language)
            )
            opened.in_data = True
        elif not says_layout:
            self._layout.append(LayoutTable(self._where("table", "", "layout")))

    def _flush(self, within: _Open) -> None:
        """End a block: what stands in it becomes a heading, a list item or paragraphs, with its links and pictures."""
        written = "".join(self._text)[:LONGEST_TEXT]
        self._text.clear()
        around = _collapsed(written)
        if around and not within.in_data:
            language = self._text_style.language
            if within.level:
                where = self._where("heading", around[:60], around)
                self._blocks.append(Heading(within.level, around, where=where, language=language))
            elif within.item:
                self._blocks.append(
                    ListItem(around, where=self._where("list", "", around), language=language)
                )
            else:
                self._blocks.extend(self._paragraphs(written, language))
        elif within.level and not within.in_data and within.name in HEADINGS and not self._inline:
            self._empty_heading(within)
        for block in self._inline:
            self._blocks.append(replace(block, around=around) if isinstance(block, Link) else block)
        self._inline.clear()

    def _empty_heading(self, within: _Open) -> None:
        last = self._blocks[-1] if self._blocks else None
        if not (isinstance(last, Heading) and last.level == within.level):
            self._blocks.append(Heading(within.level, "", where=self._where("heading", "", "empty")))

    def _paragraphs(self, written: str, language: str) -> Iterator[Paragraph]:
        """The paragraphs of a block: two line breaks part them, and a typed ruler stands by itself."""
        lines: list[str] = []
        parts: list[str] = []
        for line in (*map(_collapsed, written.split("\n")), ""):
            if line and not is_line_of_signs(line):
                lines.append(line)
                continue
            if lines:
                parts.append(" ".join(lines))
                lines.clear()
            if line:
                parts.append(line)
        size, bold = self._text_style.size * 0.75, self._text_style.bold
        for part in parts:
            yield Paragraph(part, size, bold, where=self._where("paragraph", "", part), language=language)

    def _where(self, word: str, said: str, digested: str) -> Where:
        self._counts[word] += 1
        place: str | int = _collapsed(said)[:60] or self._counts[word]
        return Where((*self._before, (word, place)), anchor(word, digested))


def _name(element: _Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _some(elements: Iterator[_Element], most: int) -> Iterator[_Element]:
    for _, element in zip(range(most), elements, strict=False):
        yield element


def _declared_language(root: _Element) -> str:
    """The language that <html> or <body> declares."""
    for element in (root, *root.findall("body")):
        for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
            if (element.get(name) or "").strip():
                return str(element.get(name)).strip()
    return ""


def _tables_that_hold_tables(root: _Element) -> set[_Element]:
    found: set[_Element] = set()
    for table in _some(root.iter("table"), MOST_ELEMENTS):
        above = table.getparent()
        while above is not None and above.tag != "table":
            above = above.getparent()
        if above is not None:
            found.add(above)
    return found


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _is_data(table: _Element, attributes: dict[str, str]) -> bool:
    """Is it a table to look things up in? Marked up as one, or shaped as one: rows of short texts, all as wide."""
    if attributes.get("role") in ("table", "grid"):
        return True
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in _rows(table)]
    if table.find("caption") is not None or table.find("thead") is not None:
        return True
    cells = [cell for row in rows for cell in row]
    if any(cell.tag == "th" or cell.get("scope") or cell.get("headers") for cell in cells):
        return True
    widths = {sum(_span(cell, "colspan") for cell in row) for row in rows}
    bordered = attributes.get("border", "0").strip() not in ("", "0")
    if len(widths) != 1 or widths == {1} or len(rows) < (2 if bordered else 3):
        return False
    if any(cell.find(".//img") is not None for cell in cells):
        return False
    texts = [_collapsed(_text_in(cell)) for cell in cells]
    filled = sum(0 < len(text) <= LONGEST_CELL_OF_DATA for text in texts)
    return filled >= 0.8 * len(texts) and not any(len(text) > 4 * LONGEST_CELL_OF_DATA for text in texts)


def _cells(table: _Element) -> tuple[tuple[tuple[Cell, ...], ...], str]:
    """The rows of a table, and its caption."""
    rows = tuple(
        tuple(
            Cell(
                _collapsed(_text_in(cell))[:LONGEST_TEXT],
                cell.tag == "th" or bool(cell.get("scope")),
                _span(cell, "colspan"),
                _span(cell, "rowspan"),
            )
            for cell in row
            if cell.tag in ("td", "th")
        )
        for row in _rows(table)
    )
    caption = table.find("caption")
    return rows, "" if caption is None else _collapsed(_text_in(caption))


def _span(cell: _Element, name: str) -> int:
    written = (cell.get(name) or "").strip()[:6]
    return max(1, min(int(written), WIDEST_SPAN)) if written.isdecimal() else 1


def _text_in(element: _Element) -> str:
    return "".join(map(str, element.itertext()))


def _collapsed(text: str) -> str:
    return " ".join(text.translate(INVISIBLE).split())


def _texts(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, (Paragraph, Heading, ListItem)):
            yield block.text
        elif isinstance(block, Table):
            yield from (cell.text for cell in block.cells())
