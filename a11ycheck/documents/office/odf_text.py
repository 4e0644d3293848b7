"""The flow of an OpenDocument text: paragraphs, lists, tables, notes, and what stands within a paragraph.

Clauses are those of ODF 1.3, part 3.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from a11ycheck.documents.office.limits import DEEPEST
from a11ycheck.documents.office.model import (
    IN_BODY,
    LONGEST_NAME,
    Area,
    Block,
    Control,
    Field,
    Link,
    ListMark,
    Paragraph,
    Place,
    Role,
    Run,
    RunFormat,
    Section,
    Shape,
    Story,
)
from a11ycheck.documents.office.neighbours import told_apart
from a11ycheck.documents.office.odf_controls import content_control, field_mark
from a11ycheck.documents.office.odf_names import (
    FIELD,
    HREF,
    LOEXT,
    OFFICE,
    STYLE_NAME,
    TABLE,
    TEXT,
    XLINK,
    XML_ID,
    is_true,
    words_in,
)
from a11ycheck.documents.office.odf_shapes import SHAPES
from a11ycheck.documents.office.odf_styles import COLUMNS, Base, ParagraphStyle, Styles
from a11ycheck.documents.office.odf_styles import IN_BODY as NO_SHAPE
from a11ycheck.documents.office.word_values import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.odf_reading import Reading

P = TEXT + "p"
H = TEXT + "h"
LIST = TEXT + "list"
NUMBERED = TEXT + "numbered-paragraph"
SECTION = TEXT + "section"
LINK_STYLE = "Internet_20_link"
INDEXES = frozenset(
    TEXT + name
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
    )
)
"""Tables of contents and indexes; their entries stand in ``text:index-body``."""
CONTAINERS = frozenset(
    {
        TEXT + "index-body",
        TEXT + "index-title",
        TEXT + "list-header",
        TEXT + "list-item",
        SECTION,
        LIST,
        NUMBERED,
    }
)
TRACKED = TEXT + "tracked-changes"
CHANGE_END = TEXT + "change-end"
CHANGE_MARKS = frozenset({TEXT + "change-start", CHANGE_END})
LOOKED_THROUGH = frozenset({TEXT + "span", TEXT + "a", TEXT + "meta"})
"""Elements within which a deletion can end."""
NOT_SHOWN = frozenset(
    {
        TEXT + "ruby-text",
        TEXT + "number",
        TEXT + "script",
        OFFICE + "annotation",
        OFFICE + "event-listeners",
    }
)
"""Elements whose text is not part of the text they stand in."""
MARKS = frozenset(
    TEXT + name for name in ("bookmark", "bookmark-start", "reference-mark", "reference-mark-start")
)
HIDDEN = frozenset({TEXT + "hidden-text", TEXT + "hidden-paragraph"})
FIELD_MARKS = frozenset(FIELD + name for name in ("fieldmark", "fieldmark-start", "fieldmark-end"))
SPECIAL = MARKS | HIDDEN | FIELD_MARKS | {TEXT + "note", LOEXT + "content-control"}
SIGNS = {TEXT + "tab": "\t", TEXT + "line-break": "\n"}
FIELDS: Mapping[str, str] = {
    TEXT + "page-number": "PAGE",
    TEXT + "page-count": "NUMPAGES",
    TEXT + "sequence": "SEQ",
    TEXT + "bookmark-ref": "REF",
    TEXT + "reference-ref": "REF",
    TEXT + "sequence-ref": "REF",
    TEXT + "note-ref": "NOTEREF",
    TEXT + "date": "DATE",
    TEXT + "time": "TIME",
    TEXT + "title": "TITLE",
    TEXT + "subject": "SUBJECT",
    TEXT + "author-name": "AUTHOR",
    TEXT + "file-name": "FILENAME",
    TEXT + "chapter": "STYLEREF",
    TEXT + "text-input": "FILLIN",
    TEXT + "placeholder": "MACROBUTTON",
    TEXT + "bibliography-mark": "CITATION",
}
"""Fields, with the nearest of Word's."""
SPACE = re.compile(r"[ \t\r\n]+")
OUTLINE_NUMBER = re.compile(r"(?:\d{1,4}\.)+")
"""What LibreOffice writes before a heading's text in the address of a link to it."""
MOST_SPACES = 100
"""Spaces that one ``text:s`` makes; more tell nothing more."""


class Around(NamedTuple):
    """What a flow of text stands in. ``behind``: the colour behind it. ``role``: what all paragraphs in it are.
    ``depth``: tables, frames and notes around it."""

    styles: Styles
    place: Place = IN_BODY
    base: Base = NO_SHAPE
    behind: str | None = "FFFFFF"
    role: Role | None = None
    hidden: bool = False
    depth: int = 0


class Changes:
    """Which tracked changes are deletions, and whether the text being read is deleted.

    Deleted text lies apart (5.5.7), but LibreOffice writes it where it stood when changes are shown.
    """

    def __init__(self) -> None:
        self._deletions: set[str] = set()
        self._open: set[str] = set()

    @property
    def deleting(self) -> bool:
        return bool(self._open)

    def read(self, tracked: _Element) -> None:
        for region in tracked.iterchildren(TEXT + "changed-region"):
            if region.find(TEXT + "deletion") is not None:
                self._deletions.update(filter(None, (region.get(XML_ID), region.get(TEXT + "id"))))

    def mark(self, element: _Element) -> None:
        """Pass the start or end of a change."""
        name = element.get(TEXT + "change-id") or ""
        if element.tag == CHANGE_END:
            self._open.discard(name)
        elif name in self._deletions:
            self._open.add(name)


class _List(NamedTuple):
    """A list that is being read. ``item`` holds something until the item's mark has been given to a paragraph."""

    id: str
    style: str
    level: int
    item: list[bool] | None = None


class Flow:
    """Reads text; one for a document, whose ``reading`` counts and collects."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.stories: list[Story] = []
        self.sections: list[Section] = []
        self.bookmarks: set[str] = set()
        self.contents = 0
        self.notes: Counter[Area] = Counter()
        self.changes = Changes()
        self._lists: dict[str, str] = {}
        self._last_list: dict[str, str] = {}

    def blocks(self, parent: _Element | Iterable[_Element], around: Around) -> tuple[Block, ...]:
        """The blocks in an element. What is deeper than ``DEEPEST`` is left out, and said."""
        if around.depth > DEEPEST:
            self.reading.leave_out("nesting")
            return ()
        return told_apart(_Blocks(self, around).read(parent))

    def new_list(self, element: _Element, style: str) -> str:
        """The name of the list that a ``text:list`` at the top is, or goes on with (19.780, 19.781)."""
        goes_on = self._lists.get(element.get(TEXT + "continue-list") or "")
        if goes_on is None and is_true(element.get(TEXT + "continue-numbering")):
            goes_on = self._last_list.get(style)
        found = goes_on or str(len(self._lists) + 1)
        self._lists[element.get(XML_ID) or f"\0{len(self._lists)}"] = found
        self._last_list[style] = found
        return found


class _Blocks:
    """Reads one flow. Elements that wait are kept on a stack of their own, so that nesting costs no recursion."""

    def __init__(self, flow: Flow, around: Around) -> None:
        self._flow = flow
        self._around = around
        self._place = around.place
        self._names_places = around.place.area == "body" and not around.place.steps
        self._found: list[Block] = []
        self._floating: list[Shape] = []
        self._waiting: list[tuple[_Element, _List | None, Role | None, bool]] = []

    def read(self, parent: _Element | Iterable[_Element]) -> list[Block]:
        self._wait(parent, None, self._around.role, self._around.hidden)
        while self._waiting:
            element, of_list, role, hidden = self._waiting.pop()
            tag = element.tag
            if tag == TRACKED:
                self._flow.changes.read(element)
            elif tag in CHANGE_MARKS:
                self._flow.changes.mark(element)
            elif tag in (P, H):
                self._paragraph(element, of_list, role, hidden)
            elif tag == TABLE + "table" and not self._flow.changes.deleting:
                self._table(element, hidden)
            elif tag in CONTAINERS:
                self._container(element, of_list, role, hidden)
            elif tag in INDEXES:
                self._flow.contents += tag == TEXT + "table-of-content"
                bodies = element.iterchildren(TEXT + "index-body")
                self._wait(bodies, None, "entry in a table of contents", hidden)
            elif tag in SHAPES:
                # Anchored to a page: it stands before the paragraphs of that page.
                around = self._around._replace(place=self._place, hidden=hidden)
                self._floating += self._flow.reading.shapes.read(element, around)
            elif tag == OFFICE + "forms":
                self._flow.reading.forms.read(element)
        if self._floating:
            self._found.append(Paragraph(place=self._place, shapes=tuple(self._floating)))
        return self._found

    def _wait(
        self, parent: _Element | Iterable[_Element], of_list: _List | None, role: Role | None, hidden: bool
    ) -> None:
        self._waiting += [(child, of_list, role, hidden) for child in reversed(list(parent))]

    def _container(self, element: _Element, of_list: _List | None, role: Role | None, hidden: bool) -> None:
        tag = element.tag
        if tag == LIST:
            style = element.get(STYLE_NAME) or (of_list.style if of_list else "")
            name = of_list.id if of_list else self._flow.new_list(element, style)
            of_list = _List(name, style, of_list.level + 1 if of_list else 1)
        elif tag == TEXT + "list-item" and of_list:
            style = element.get(TEXT + "style-override") or of_list.style
            of_list = of_list._replace(style=style, item=[True])
        elif tag == NUMBERED:
            level = max(whole(element.get(TEXT + "level"), 1), 1)
            name = element.get(TEXT + "list-id") or "numbered paragraphs"
            of_list = _List(name, element.get(STYLE_NAME) or "", level, [True])
        elif tag == TEXT + "index-title":
            role = None
        elif tag == SECTION:
            hidden = hidden or self._section(element)
        self._wait(element, of_list, role, hidden)

    def _section(self, element: _Element) -> bool:
        """Note a section; say whether it is hidden."""
        rest = self._around.styles.own("section", element.get(STYLE_NAME) or "").rest
        columns = min(max(whole(rest.get(COLUMNS), 1), 1), 99)
        name, protected = element.get(TEXT + "name") or "", is_true(element.get(TEXT + "protected"))
        self._flow.sections.append(Section(name, columns, protected))
        self._flow.bookmarks.add(f"{name}|region")
        display = element.get(TEXT + "display")
        return display == "none" or (display == "condition" and is_true(element.get(TEXT + "is-hidden")))

    def _paragraph(self, element: _Element, of_list: _List | None, role: Role | None, hidden: bool) -> None:
        around = self._around._replace(place=self._place, role=role, hidden=hidden)
        if of_list is not None and of_list.level > 1 and around.place.slide:
            around = around._replace(base=around.styles.on_level(around.base, of_list.level))
        was_deleting = self._flow.changes.deleting
        paragraph = read_paragraph(element, of_list, around, self._flow)
        if was_deleting and self._flow.changes.deleting:
            return
        if self._floating:
            paragraph = paragraph._replace(shapes=(*self._floating, *paragraph.shapes))
            self._floating = []
        self._found.append(paragraph)
        if paragraph.role == "heading" and (words := " ".join(paragraph.text.split())):
            self._flow.bookmarks.add(f"{words}|outline")
            if self._names_places:
                self._place = self._around.place._replace(steps=(("heading", words[:LONGEST_NAME]),))

    def _table(self, element: _Element, hidden: bool) -> None:
        from a11ycheck.documents.office.odf_tables import read_table

        around = self._around._replace(place=self._place, hidden=hidden)
        table = read_table(element, around, self._flow)
        if table is not None:
            self._found.append(table)
            self._flow.bookmarks.add(f"{table.name}|table")


def read_paragraph(element: _Element, of_list: _List | None, around: Around, flow: Flow) -> Paragraph:
    """Read a ``text:p`` or ``text:h``."""
    reading, styles = flow.reading, around.styles
    number = reading.next("paragraph")
    name = element.get(STYLE_NAME) or ""
    style = styles.paragraph(name, around.base)
    styles.used["paragraph", name] += 1
    role, level = _role(element, style, around.role)
    behind = around.behind if style.background == "" else style.background
    inline = _Inline(name, around._replace(behind=behind), flow)
    inline.read(element)
    runs = inline.runs()
    text = "".join(run.text for run in runs if not run.format.hidden)
    links = tuple(link.told(text, around.place) for link in inline.links)
    return Paragraph(
        text,
        around.place,
        number,
        role,
        level,
        style.name,
        _mark(of_list, style, styles, role),
        style.format,
        runs,
        _most_spoken(runs),
        links,
        tuple(inline.shapes),
        tuple(inline.controls),
        tuple(inline.fields),
        style.ends_page,
    )


def _role(element: _Element, style: ParagraphStyle, given: Role | None) -> tuple[Role, int]:
    if given is not None:
        return given, 0
    if element.tag == H:
        return "heading", min(max(whole(element.get(TEXT + "outline-level"), 1), 1), 10)
    return style.role, style.level


def _mark(of_list: _List | None, style: ParagraphStyle, styles: Styles, role: Role) -> ListMark | None:
    """The mark of the list item that a paragraph begins; a heading that is numbered is no list item."""
    if of_list is None or not of_list.item:
        return None
    of_list.item.clear()
    if role == "heading" or not style.numbered:
        return None
    ordered = styles.is_ordered(of_list.style or style.list_style, of_list.level)
    return None if ordered is None else ListMark(of_list.id, of_list.level, ordered)


def _most_spoken(runs: Iterable[Run]) -> str:
    counts: Counter[str] = Counter()
    for run in runs:
        if not run.format.hidden:
            counts[run.format.language] += len(run.text.strip())
    return max(counts, key=counts.__getitem__) if counts else ""


class _Spoken(NamedTuple):
    """How the text that comes next looks: character styles around it, and what it stands in."""

    spans: tuple[str, ...] = ()
    link: _OpenLink | None = None
    control: _OpenControl | None = None
    hidden: bool = False


class _OpenLink:
    """A link whose text is being read. Several elements in a row with one address are one link."""

    def __init__(self, element: _Element) -> None:
        self.address = element.get(HREF) or ""
        shown = (element.get(name) for name in (OFFICE + "title", XLINK + "title", OFFICE + "name"))
        self.tooltip = next((each for each in shown if each), "")
        self.parts: list[str] = []
        self.language = ""

    def told(self, around: str, place: Place) -> Link:
        target, bookmark = where_to(self.address)
        return Link("".join(self.parts), target, bookmark, self.tooltip, self.language, around, place)


class _OpenControl:
    """A form field within the text, whose text is being read."""

    def __init__(self, control: Control) -> None:
        self.control = control
        self.parts: list[str] = []


class _Inline:
    """Reads what stands in one paragraph."""

    def __init__(self, paragraph_style: str, around: Around, flow: Flow) -> None:
        self._style = paragraph_style
        self._around = around
        self._flow = flow
        self._parts: list[tuple[str, RunFormat, bool]] = []
        self._all_hidden = False
        self._after_space = True
        self._last_link: _OpenLink | None = None
        self._fieldmark: _OpenControl | None = None
        self._open_controls: list[_OpenControl] = []
        self._waiting: list[tuple[_Element | None, str, _Spoken]] = []
        self.links: list[_OpenLink] = []
        self.shapes: list[Shape] = []
        self.fields: list[Field] = []

    @property
    def controls(self) -> Iterator[Control]:
        for each in self._open_controls:
            text = " ".join("".join(each.parts).split()) or each.control.text
            yield each.control._replace(text=text, place=self._around.place)

    def read(self, paragraph: _Element) -> None:
        changes = self._flow.changes
        self._wait(paragraph, _Spoken(hidden=self._around.hidden))
        while self._waiting:
            element, text, spoken = self._waiting.pop()
            if element is not None and element.tag in CHANGE_MARKS:
                changes.mark(element)
            elif changes.deleting:
                if element is not None and element.tag in LOOKED_THROUGH:
                    self._wait(element, spoken)
            elif element is None:
                self._say(self._collapsed(text), spoken)
            else:
                self._element(element, spoken)

    def _wait(self, element: _Element, spoken: _Spoken) -> None:
        """Put what is in an element on the stack."""
        waiting = self._waiting
        for child in reversed(element):
            if child.tail:
                waiting.append((None, child.tail, spoken))
            waiting.append((child, "", spoken))
        if element.text:
            waiting.append((None, element.text, spoken))

    def _element(self, element: _Element, spoken: _Spoken) -> None:
        tag: Any = element.tag
        if tag == TEXT + "span":
            self._wait(element, self._in_span(element.get(STYLE_NAME), spoken))
        elif tag == TEXT + "a":
            link = self._open_link(element)
            styled = self._in_span(element.get(STYLE_NAME) or self._link_style(), spoken)
            self._wait(element, styled._replace(link=link))
        elif tag in SIGNS:
            self._after_space = False
            self._say(SIGNS[tag], spoken)
        elif tag == TEXT + "s":
            count = min(max(whole(element.get(TEXT + "c"), 1), 1), MOST_SPACES)
            self._after_space = False
            self._say(" " * self._flow.reading.spaces(count), spoken)
        elif tag in SHAPES:
            self._shape(element, spoken)
        elif tag in SPECIAL:
            self._special(element, spoken)
        elif tag not in NOT_SHOWN:
            if tag in FIELDS:
                named = (element.get(TEXT + name) for name in ("name", "ref-name"))
                self.fields.append(Field(FIELDS[tag], next((name for name in named if name), "")))
            self._wait(element, spoken)

    def _special(self, element: _Element, spoken: _Spoken) -> None:
        tag: Any = element.tag
        if tag == TEXT + "note":
            self._note(element)
        elif tag in MARKS:
            self._flow.bookmarks.add(element.get(TEXT + "name") or "")
        elif tag in HIDDEN:
            self._hidden(element, spoken)
        elif tag == LOEXT + "content-control":
            control = _OpenControl(content_control(element, self._flow.reading.next("control")))
            self._open_controls.append(control)
            self._wait(element, spoken._replace(control=control))
        else:
            self._field_mark(element)

    def _in_span(self, style: str | None, spoken: _Spoken) -> _Spoken:
        if not style:
            return spoken
        self._around.styles.used["text", style] += 1
        return spoken._replace(spans=(*spoken.spans, style))

    def _link_style(self) -> str:
        return LINK_STYLE if self._around.styles.exists("text", LINK_STYLE) else ""

    def _open_link(self, element: _Element) -> _OpenLink:
        last = self._last_link
        if last is not None and last.address == (element.get(HREF) or ""):
            return last
        link = self._last_link = _OpenLink(element)
        self.links.append(link)
        return link

    def _shape(self, element: _Element, spoken: _Spoken) -> None:
        around = self._around._replace(hidden=spoken.hidden)
        for shape in self._flow.reading.shapes.read(element, around):
            if shape.kind == "control":
                control = self._flow.reading.forms.control(element)
                self._open_controls.append(_OpenControl(control))
            if spoken.link is not None and not shape.decorative:
                spoken.link.parts.append(shape.alt or shape.words)
            self.shapes.append(shape)
        self._after_space = False

    def _note(self, element: _Element) -> None:
        area: Area = "endnote" if element.get(TEXT + "note-class") == "endnote" else "footnote"
        self._flow.notes[area] += 1
        number = self._flow.notes[area]
        shown = element.find(TEXT + "note-citation")
        name = words_in(shown)[:20]
        around = self._around
        body = element.find(TEXT + "note-body")
        if body is not None:
            inside = Around(
                around.styles, Place(area, ((area, number),)), hidden=around.hidden, depth=around.depth + 1
            )
            blocks = self._flow.blocks(body, inside)
            self._flow.stories.append(Story(area, blocks, name or str(number)))

    def _hidden(self, element: _Element, spoken: _Spoken) -> None:
        hidden = is_true(element.get(TEXT + "is-hidden"))
        if element.tag == TEXT + "hidden-paragraph":
            self._all_hidden = self._all_hidden or hidden
        self._wait(element, spoken._replace(hidden=spoken.hidden or hidden))

    def _field_mark(self, element: _Element) -> None:
        """Form fields as before Word 2007; a text field's words lie between two marks."""
        if element.tag == FIELD + "fieldmark-end":
            self._fieldmark = None
            return
        control, field = field_mark(element, self._flow.reading)
        if field is not None:
            self.fields.append(field)
        if control is not None:
            opened = _OpenControl(control)
            self._open_controls.append(opened)
            if element.tag == FIELD + "fieldmark-start":
                self._fieldmark = opened

    def _collapsed(self, text: str) -> str:
        """White space is one space, and none at the start or after another (6.1.2)."""
        text = SPACE.sub(" ", text)
        if self._after_space and text[0] == " ":
            text = text[1:]
        if text:
            self._after_space = text[-1] == " "
        return text

    def _say(self, text: str, spoken: _Spoken) -> None:
        if not text:
            return
        around = self._around
        format_ = around.styles.run(around.base, self._style, spoken.spans, around.behind, text)
        if spoken.hidden and not format_.hidden:
            format_ = self._flow.reading.hidden(format_)
        link = spoken.link
        if link is not None:
            link.language = link.language or format_.language
            if not format_.hidden:
                link.parts.append(text)
        elif not text.isspace():
            self._last_link = None
        for control in (spoken.control, self._fieldmark):
            if control is not None:
                control.parts.append(text)
        self._parts.append((text, format_, link is not None))

    def runs(self) -> tuple[Run, ...]:
        """What was said, neighbours that look the same as one run; space at the end is no part of it."""
        found: list[Run] = []
        texts: list[str] = []
        before: tuple[RunFormat, bool] | None = None
        for text, format_, in_link in self._parts:
            if self._all_hidden and not format_.hidden:
                format_ = self._flow.reading.hidden(format_)
            if before is not None and (before[0] is not format_ or before[1] != in_link):
                found.append(Run("".join(texts), *before))
                texts = []
            texts.append(text)
            before = (format_, in_link)
        if before is not None:
            found.append(Run("".join(texts), *before))
        return tuple(found)


def where_to(address: str) -> tuple[str, str]:
    """The address that a link leads to, or the place in the document; the other is empty."""
    if not address.startswith("#"):
        return address, ""
    from urllib.parse import unquote

    place = " ".join(unquote(address[1:]).split())
    if place.endswith("|outline"):
        place = OUTLINE_NUMBER.sub("", place, count=1) if OUTLINE_NUMBER.match(place) else place
    return "", place
