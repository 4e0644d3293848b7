"""The text of a Word document: paragraphs with their runs, links, fields, controls and shapes, and tables around them.

Clauses are those of ECMA-376 part 1 (5th edition).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.limits import DEEPEST
from a11ycheck.documents.office.model import (
    LONGEST_NAME,
    Area,
    Block,
    Control,
    Field,
    Link,
    ListMark,
    Paragraph,
    Place,
    Run,
    RunFormat,
    Section,
    Shape,
)
from a11ycheck.documents.office.neighbours import told_apart
from a11ycheck.documents.office.numbering import Numbering
from a11ycheck.documents.office.word_fields import Code, read_code, read_control, read_form_field
from a11ycheck.documents.office.word_shapes import ALTERNATE, Surroundings, WordShapes, branch_taken
from a11ycheck.documents.office.word_styles import ParagraphStyle, Settings, Styles, paragraph_settings
from a11ycheck.documents.office.word_tables import TableReader
from a11ycheck.documents.office.word_values import VAL, R, W, is_on, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.drawing import Drawings
    from a11ycheck.documents.office.package import Relation

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Named once, not put together for each of a hundred thousand elements.
P, R_, T, TBL, SDT = W + "p", W + "r", W + "t", W + "tbl", W + "sdt"
ALT_CHUNK = W + "altChunk"
ANCHOR = W + "anchor"
BOOKMARK_START = W + "bookmarkStart"
BR = W + "br"
CHAR = W + "char"
COLS = W + "cols"
CONTROL = W + "control"
CR = W + "cr"
DEL = W + "del"
DRAWING = W + "drawing"
FF_DATA = W + "ffData"
FLD_CHAR = W + "fldChar"
FLD_CHAR_TYPE = W + "fldCharType"
FLD_DATA = W + "fldData"
FLD_SIMPLE = W + "fldSimple"
FOOTER_REFERENCE = W + "footerReference"
FORM_PROT = W + "formProt"
HEADER_REFERENCE = W + "headerReference"
HYPERLINK = W + "hyperlink"
INSTR = W + "instr"
INSTR_TEXT = W + "instrText"
MOVE_FROM = W + "moveFrom"
NAME = W + "name"
NO_BREAK_HYPHEN = W + "noBreakHyphen"
NUM = W + "num"
OBJECT = W + "object"
P_PR = W + "pPr"
P_STYLE = W + "pStyle"
PICT = W + "pict"
PTAB = W + "ptab"
R_PR = W + "rPr"
RUBY = W + "ruby"
RUBY_BASE = W + "rubyBase"
SDT_CONTENT = W + "sdtContent"
SECT_PR = W + "sectPr"
SYM = W + "sym"
TAB = W + "tab"
TOOLTIP = W + "tooltip"
TYPE = W + "type"
LOOKED_THROUGH = frozenset(
    W + name for name in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdtContent")
)
"""Elements around text that say nothing of their own here: inserted text is text."""
DELETED = frozenset({DEL, MOVE_FROM})
LEGACY_FIELDS = {"FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"}


class _OpenField:
    """A field that has begun: its code so far, and, once its result has begun, where that is."""

    __slots__ = ("code", "in_result", "paragraph", "parts", "shapes", "start")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.code: Code | None = None
        self.in_result = False
        self.paragraph: _OpenParagraph | None = None
        self.start = 0
        self.shapes = 0


class _OpenLink(NamedTuple):
    text: str
    target: str
    bookmark: str
    tooltip: str
    language: str
    end: int


class _OpenParagraph:
    """A paragraph while it is read."""

    __slots__ = (
        "around",
        "controls",
        "ends_page",
        "fields",
        "in_link",
        "links",
        "pieces",
        "runs",
        "shapes",
        "style",
        "style_id",
    )

    def __init__(self, style: ParagraphStyle, style_id: str, around: Surroundings) -> None:
        self.style = style
        self.style_id = style_id
        self.around = around
        self.pieces: list[str] = []
        self.runs: list[tuple[list[str], RunFormat, bool]] = []
        self.links: list[_OpenLink] = []
        self.shapes: list[Shape] = []
        self.controls: list[Control] = []
        self.fields: list[Field] = []
        self.in_link = 0
        self.ends_page = False

    def add(self, text: str, format_: RunFormat) -> None:
        in_link = self.in_link > 0
        if self.runs and self.runs[-1][1] is format_ and self.runs[-1][2] == in_link:
            self.runs[-1][0].append(text)
        else:
            self.runs.append(([text], format_, in_link))
        if not format_.hidden:
            self.pieces.append(text)

    def text_since(self, start: int, shapes: int) -> str:
        """What has been said since then, alternative texts of pictures included."""
        alternatives = [inner.alt or "" for shape in self.shapes[shapes:] for inner in shape.with_children()]
        return "".join([*self.pieces[start:], *alternatives])

    def add_link(self, link: _OpenLink, start: int) -> None:
        """Add a link; one to the same place that ended where this begins goes on in it."""
        last = self.links[-1] if self.links else None
        if last is not None and last.end == start and last[1:3] == link[1:3] and start:
            self.links[-1] = link._replace(text=last.text + link.text)
        else:
            self.links.append(link)

    @property
    def language(self) -> str:
        return self.runs[-1][1].language if self.runs else ""


class WordText:
    """Reads flows of text, one after the other. Nesting is followed to a bounded depth; ``cut`` says if there was more.

    ``relations`` are those of the part being read.
    """

    def __init__(self, styles: Styles, numbering: Numbering, drawings: Drawings) -> None:
        self.styles = styles
        self._numbering = numbering
        self._shapes = WordShapes(drawings, self.blocks)
        self._tables = TableReader(styles, self.blocks, self.unwrapped)
        self.relations: Mapping[str, Relation] = {}
        self.bookmarks: set[str] = set()
        self.contents = 0
        self.sections: list[Section] = []
        self.section_parts: dict[str, Area] = {}
        self.chunks: list[str] = []
        self.cut = False
        self._galleries_of_contents = 0
        self._paragraphs = 0
        self._controls = 0
        self._fields: list[_OpenField] = []
        self._waiting: list[Control] = []

    def story(
        self, root: _Element, around: Surroundings, relations: Mapping[str, Relation]
    ) -> tuple[Block, ...]:
        """Read a flow of text of its own: a body, a header, a note."""
        self.relations = self._shapes.relations = relations
        self._fields.clear()
        self._waiting.clear()
        return self.blocks(root, around)

    @property
    def tables_of_contents(self) -> int:
        """Fields, and the program's own building blocks around them, count once."""
        return max(self.contents, self._galleries_of_contents)

    def blocks(self, container: _Element, around: Surroundings) -> tuple[Block, ...]:
        """Read the paragraphs and tables in an element. What follows a heading has it in its place."""
        if around.depth > DEEPEST:
            self.cut = True
            return ()
        found: list[Block] = []
        outer = around.place
        follows_headings = outer.area == "body" and not (outer.tables or outer.in_text_box)
        for child in self.unwrapped(container, around.place):
            if child.tag == P:
                paragraph = self._paragraph(child, around, outer)
                if paragraph is None:
                    continue
                found.append(paragraph)
                if follows_headings and paragraph.role == "heading" and paragraph.text.strip():
                    name = " ".join(paragraph.text[:400].split())[:LONGEST_NAME]
                    around = around._replace(place=outer._replace(steps=(*outer.steps, ("heading", name))))
            elif child.tag == TBL:
                found.append(self._tables.table(child, around))
            elif child.tag == ALT_CHUNK:
                self._chunk(child)
            elif child.tag == SECT_PR:
                self._section(child)
            elif child.tag == BOOKMARK_START:
                self._bookmark(child)
        return told_apart(found)

    def unwrapped(self, container: _Element, place: Place) -> Iterator[_Element]:
        """The children of an element, with what wrappers hold in their place: inserted text is in, deleted text out,
        content controls are noted and looked through, of alternatives one is taken."""
        waiting: list[Iterator[_Element]] = [iter(container)]
        while waiting:
            for child in waiting[-1]:
                tag = child.tag
                if tag in LOOKED_THROUGH:
                    inside: _Element | tuple[()] | None = child
                elif tag == SDT:
                    self._open_control(child, place)
                    inside = child.find(SDT_CONTENT)
                elif tag == ALTERNATE:
                    inside = branch_taken(child)
                else:
                    if isinstance(tag, str) and tag not in DELETED:
                        yield child
                    continue
                if len(waiting) > DEEPEST:
                    self.cut = True
                elif inside is not None:
                    waiting.append(iter(inside))
                    break
            else:
                waiting.pop()

    def _open_control(self, sdt: _Element, place: Place) -> None:
        self._controls += 1
        control = read_control(sdt, place, self._controls)
        if control.gallery.casefold() == "table of contents":
            self._galleries_of_contents += 1
        self._waiting.append(control)

    def _paragraph(self, element: _Element, around: Surroundings, outer: Place) -> Paragraph | None:
        properties = element[0] if len(element) and element[0].tag == P_PR else element.find(P_PR)
        style_id, deleted = "", False
        direct: Settings = ()
        if properties is not None:
            named = properties.find(P_STYLE)
            style_id = named.get(VAL, "") if named is not None else ""
            direct = paragraph_settings(properties, self.styles)
            mark = properties.find(R_PR)
            deleted = mark is not None and mark.find(DEL) is not None
        style = self.styles.paragraph(style_id, direct)
        if style.shading != "":
            around = around._replace(background=style.shading)
        building = _OpenParagraph(style, style_id, around)
        self._inline(element, building, 0)
        for open_field in self._fields:
            # A code does not go on in the next paragraph: text there is text.
            open_field.in_result = True
        if properties is not None and (section := properties.find(SECT_PR)) is not None:
            self._section(section)
            building.ends_page = True
        if deleted and not (building.runs or building.shapes):
            return None
        return self._finished(building, outer if style.role == "heading" else around.place)

    def _finished(self, building: _OpenParagraph, place: Place) -> Paragraph:
        self._paragraphs += 1
        self.styles.used[building.style_id or self.styles.default_style("paragraph")] += 1
        style, text = building.style, "".join(building.pieces)
        if style.framed:
            place = place._replace(in_text_box=True)
        mark: ListMark | None = self._numbering.mark(*style.list) if style.list else None
        if self._waiting:
            building.controls[:0] = self._waiting
            self._waiting.clear()
        return Paragraph(
            text,
            place,
            self._paragraphs,
            style.role,
            style.level,
            style.name,
            mark,
            style.format,
            tuple(Run("".join(texts), format_, in_link) for texts, format_, in_link in building.runs),
            self._language(building),
            tuple(
                Link(link.text, link.target, link.bookmark, link.tooltip, link.language, text, place)
                for link in building.links
            ),
            tuple(building.shapes),
            tuple(building.controls),
            tuple(building.fields),
            building.ends_page,
        )

    def _language(self, building: _OpenParagraph) -> str:
        """The language of most of the paragraph's text; of an empty one, that which text there would have."""
        if not building.runs:
            return self._format(building, (), "").language
        if len(building.runs) == 1:
            return building.runs[0][1].language
        letters: dict[str, int] = {}
        for texts, format_, _ in building.runs:
            letters[format_.language] = letters.get(format_.language, 0) + sum(map(len, texts))
        return max(letters, key=letters.__getitem__)

    def _format(self, building: _OpenParagraph, direct: Settings, text: str) -> RunFormat:
        around = building.around
        return self.styles.run(building.style_id, around.of_container, direct, around.background, text)

    def _inline(self, element: _Element, building: _OpenParagraph, depth: int) -> None:
        if depth > DEEPEST:
            self.cut = True
            return
        for child in self.unwrapped(element, building.around.place):
            tag = child.tag
            if tag == R_:
                self._run(child, building, depth)
            elif tag == HYPERLINK:
                self._hyperlink(child, building, depth)
            elif tag == FLD_SIMPLE:
                self._simple_field(child, building, depth)
            elif tag == BOOKMARK_START:
                self._bookmark(child)
            elif tag in (f"{M}oMath", f"{M}oMathPara"):
                text = "".join(found.text or "" for found in child.iter(f"{M}t"))
                if text:
                    building.add(text, self._format(building, (), text))
            if self._waiting and depth == 0:
                building.controls += self._waiting
                self._waiting.clear()

    def _run(self, run: _Element, building: _OpenParagraph, depth: int) -> None:
        direct: Settings = ()
        texts: list[str] = []
        for child in run:
            tag = child.tag
            if tag == T:
                texts.append(child.text or "")
            elif tag == R_PR:
                direct = self.styles.run_settings(child)
            elif tag in CHARACTERS:
                texts.append(CHARACTERS[tag])
            elif tag == BR:
                if child.get(TYPE, "textWrapping") == "textWrapping":
                    texts.append("\n")
                else:
                    building.ends_page = True
            elif tag == SYM:
                texts.append(_symbol(child))
            elif tag in HOLDERS:
                self._write(texts, direct, building)
                self._held(child, building, depth)
        self._write(texts, direct, building)

    def _write(self, texts: list[str], direct: Settings, building: _OpenParagraph) -> None:
        text = "".join(texts)
        texts.clear()
        if text and not any(not field.in_result for field in self._fields):
            building.add(text, self._format(building, direct, text))
            if direct and direct[0][0] == "style":
                self.styles.used[direct[0][1]] += 1

    def _held(self, child: _Element, building: _OpenParagraph, depth: int) -> None:
        """Read what stands in a run and is no text: field marks, shapes, ruby, alternatives."""
        tag = child.tag
        inside = building.around._replace(depth=building.around.depth + 1)
        if tag == FLD_CHAR:
            self._field_mark(child, building)
        elif tag == INSTR_TEXT:
            if self._fields and not self._fields[-1].in_result:
                self._fields[-1].parts.append(child.text or "")
        elif tag == DRAWING:
            building.shapes += self._shapes.drawing(child, inside)
        elif tag in (PICT, OBJECT):
            building.shapes += self._shapes.vml(child, inside)
            self._active_controls(child, building)
        elif tag == RUBY:
            base = child.find(RUBY_BASE)
            if base is not None:
                self._inline(base, building, depth + 1)
        elif tag == ALTERNATE and depth <= DEEPEST:
            branch = branch_taken(child)
            for inner in branch:
                if inner.tag in HOLDERS:
                    self._held(inner, building, depth + 1)
                elif inner.tag == T and inner.text:
                    building.add(inner.text, self._format(building, (), inner.text))

    def _active_controls(self, holder: _Element, building: _OpenParagraph) -> None:
        for control in holder.iterchildren(CONTROL):
            self._controls += 1
            name, place = control.get(NAME, ""), building.around.place
            building.controls.append(Control("other", tag=name, number=self._controls, place=place))

    def _field_mark(self, mark: _Element, building: _OpenParagraph) -> None:
        """Begin, part or end a field (17.16.18)."""
        kind = mark.get(FLD_CHAR_TYPE)
        if kind == "begin":
            if len(self._fields) < DEEPEST:
                self._fields.append(_OpenField())
            data = mark.find(FF_DATA)
            if data is not None:
                self._controls += 1
                building.controls.append(read_form_field(data, building.around.place, self._controls))
        elif kind == "separate" and self._fields:
            self._begin_result(self._fields[-1], building)
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if field.code is None:
                self._begin_result(field, building)
            self._end_result(field, building)

    def _begin_result(self, field: _OpenField, building: _OpenParagraph) -> None:
        field.code = read_code("".join(field.parts))
        field.in_result = True
        field.paragraph, field.start, field.shapes = building, len(building.pieces), len(building.shapes)
        self._note_field(field.code, building)
        if field.code.name == "HYPERLINK":
            building.in_link += 1

    def _note_field(self, code: Code, building: _OpenParagraph) -> None:
        if code.name:
            building.fields.append(Field(code.name, code.argument))
        if code.name == "TOC" and "c" not in code.switches:
            self.contents += 1

    def _end_result(self, field: _OpenField, building: _OpenParagraph) -> None:
        code = field.code
        if code is None or code.name != "HYPERLINK" or field.paragraph is None:
            return
        field.paragraph.in_link = max(field.paragraph.in_link - 1, 0)
        here = field.paragraph is building
        start, shapes = (field.start, field.shapes) if here else (0, 0)
        self._add_link(
            code.argument, code.switches.get("l", ""), code.switches.get("o", ""), building, start, shapes
        )

    def _add_link(
        self, target: str, bookmark: str, tooltip: str, building: _OpenParagraph, start: int, shapes: int
    ) -> None:
        text = building.text_since(start, shapes)
        if target.startswith("#"):
            target, bookmark = "", bookmark or target[1:]
        elif target and bookmark:
            # Word keeps what follows the number sign of an address apart (17.16.22).
            target, bookmark = f"{target}#{bookmark}", ""
        building.add_link(
            _OpenLink(text, target, bookmark, tooltip, building.language, len(building.pieces)), start
        )

    def _hyperlink(self, element: _Element, building: _OpenParagraph, depth: int) -> None:
        start, shapes = len(building.pieces), len(building.shapes)
        building.in_link += 1
        self._inline(element, building, depth + 1)
        building.in_link -= 1
        relation = self.relations.get(element.get(f"{R}id", ""))
        target = relation.target if relation is not None and relation.external else ""
        self._add_link(target, element.get(ANCHOR, ""), element.get(TOOLTIP, ""), building, start, shapes)

    def _simple_field(self, element: _Element, building: _OpenParagraph, depth: int) -> None:
        code = read_code(element.get(INSTR, ""))
        self._note_field(code, building)
        data = element.find(FLD_DATA)
        start, shapes = len(building.pieces), len(building.shapes)
        is_link = code.name == "HYPERLINK"
        building.in_link += is_link
        self._inline(element, building, depth + 1)
        building.in_link -= is_link
        if is_link:
            switches = code.switches
            self._add_link(
                code.argument, switches.get("l", ""), switches.get("o", ""), building, start, shapes
            )
        elif code.name in LEGACY_FIELDS and data is None:
            self._controls += 1
            place = building.around.place
            building.controls.append(Control("text", legacy=True, number=self._controls, place=place))

    def _bookmark(self, element: _Element) -> None:
        if name := element.get(NAME):
            self.bookmarks.add(name)

    def _chunk(self, element: _Element) -> None:
        relation = self.relations.get(element.get(f"{R}id", ""))
        if relation is not None and not relation.external:
            self.chunks.append(relation.target)

    def _section(self, element: _Element) -> None:
        columns = element.find(COLS)
        count = whole(columns.get(NUM), 1) if columns is not None else 1
        self.sections.append(
            Section(columns=min(max(count, 1), 45), protected=is_on(element.find(FORM_PROT)))
        )
        for reference in element:
            if reference.tag in (HEADER_REFERENCE, FOOTER_REFERENCE):
                relation = self.relations.get(reference.get(f"{R}id", ""))
                if relation is not None and not relation.external:
                    self.section_parts[relation.target] = "header" if "header" in reference.tag else "footer"


CHARACTERS: Mapping[object, str] = {
    TAB: "\t",
    PTAB: "\t",
    CR: "\n",
    NO_BREAK_HYPHEN: "\u2011",
}
HOLDERS = frozenset(
    {
        FLD_CHAR,
        INSTR_TEXT,
        DRAWING,
        PICT,
        OBJECT,
        RUBY,
        ALTERNATE,
    }
)


def _symbol(element: _Element) -> str:
    """The character of a w:sym (17.3.3.30); symbol fonts have theirs in the private area from F000."""
    try:
        code = int(element.get(CHAR, ""), 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x11_0000 else ""
