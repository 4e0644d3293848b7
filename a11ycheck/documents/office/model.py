"""A text document or a slide deck as rules see it, whether it was OOXML or OpenDocument; no parser in sight.

Everything is *effective*: styles, defaults, layouts, masters and themes have been followed, so that a rule never asks
where a value came from. Deleted text is out, inserted text is in, comments are left out, and of alternative branches
one was taken. Lengths are in points (1/72 inch), times in seconds, languages are tags of BCP 47 (“sv-SE”; “zxx” where
the author said that a text is in no language), colours six hexadecimal digits in capitals (“0563C1”).

Named tuples and texts stand for what could be data classes and enumerations: a program that checks one file should not
spend its time making classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from a11ycheck.documents.content import Content
from a11ycheck.documents.facts import Facts, Found
from a11ycheck.outcome import Box, Step, Where, anchor

LONGEST_NAME = 60
"""Characters of a text that name its place."""
SHORTEST_LINE = 5
"""Underscores or dots that make a line to write on."""

Form = Literal["text", "slides"]
"""What the document is for its reader."""

Area = Literal["body", "header", "footer", "footnote", "endnote", "slide", "speaker notes"]
"""The part of the document that something stands in."""


class Place(NamedTuple):
    """Where something stands; one object is shared by all that stand there.

    ``steps`` lead there as a person would go: the heading above it, the slide, the table and its cell. ``slide`` counts
    from 1, and is 0 in text documents. ``tables`` is the number of tables around it, ``in_text_box`` says that a text
    box, frame or shape holds it (in text documents only: on slides everything stands in shapes).
    """

    area: Area = "body"
    steps: tuple[Step, ...] = ()
    slide: int = 0
    tables: int = 0
    in_text_box: bool = False


IN_BODY = Place()


class RunFormat(NamedTuple):
    """How characters look; equal formats are one object.

    ``size`` is 0 where it is not known, and on slides what is left after automatic shrinking. ``colour`` is resolved:
    automatic has become black or white, theme colours and transparency have been worked out; None where it cannot be
    told (a gradient, a picture). ``background`` is what lies right behind the characters: highlight, shading of text,
    paragraph or cell, fill of the shape, the slide's or page's background; None where it cannot be told.
    ``raised``: 1 for superscript, -1 for subscript. ``language`` is empty where nothing says it.
    ``direct`` names what was set on these characters by hand and not by a style: “bold”, “italic”, “underline”,
    “strike”, “colour”, “highlight”, “shading”, “size”, “font”.
    """

    font: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    capitals: bool = False
    hidden: bool = False
    blinking: bool = False
    raised: int = 0
    colour: str | None = "000000"
    background: str | None = "FFFFFF"
    highlighted: bool = False
    language: str = ""
    direct: frozenset[str] = frozenset()


PLAIN = RunFormat()


class Run(NamedTuple):
    """Characters that look the same; tabs are “\\t” and line breaks “\\n”. Neighbours that are alike are one run."""

    text: str
    format: RunFormat = PLAIN
    in_link: bool = False


Alignment = Literal["start", "centre", "end", "justified"]


class ParagraphFormat(NamedTuple):
    """How a paragraph is set; equal formats are one object.

    ``line_height`` is a number of lines, or of points where ``line_height_is_exact`` (text is then cut off when it is
    enlarged); 0 is the font's own. ``tab_leader``: a tab stop has dots or a line before it, as in a table of contents.
    """

    alignment: Alignment = "start"
    indent_start: float = 0.0
    indent_end: float = 0.0
    first_line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line_height: float = 0.0
    line_height_is_exact: bool = False
    tab_leader: bool = False
    page_break_before: bool = False


SET_PLAINLY = ParagraphFormat()


class ListMark(NamedTuple):
    """A paragraph's place in a real list. ``level`` counts from 1; paragraphs with one ``list_id`` are one list."""

    list_id: str = ""
    level: int = 1
    ordered: bool = False


Role = Literal["text", "heading", "title", "subtitle", "caption", "entry in a table of contents", "quote"]
"""What a paragraph is by its style or placeholder; what only looks like one is “text”."""


class Link(NamedTuple):
    """A link: an element of its own or a field.

    ``text`` includes alternative texts of pictures in it. ``target`` is the address; for a place in the document it is
    empty and ``bookmark`` names the place. ``tooltip`` is the screen tip or name.
    """

    text: str
    target: str = ""
    bookmark: str = ""
    tooltip: str = ""
    language: str = ""
    around: str = ""
    place: Place = IN_BODY

    @property
    def where(self) -> Where:
        return _where(self.place, "link", self.text or self.target, anchor("link", self.text, self.target))


class Field(NamedTuple):
    """A field, that is, text the program works out. ``code`` is in capitals: PAGE, SEQ, TOC, REF, DATE, FORMTEXT; in
    OpenDocument the nearest of these. ``argument`` is the first word after it, such as a bookmark's name."""

    code: str
    argument: str = ""


class Neighbour(NamedTuple):
    """The words beside what has none of its own, and its order: for a paragraph how many lines further on the words
    stand, for a form field which it is among those in its paragraph. Both count from 1."""

    words: str = ""
    order: int = 0


ControlKind = Literal["text", "check box", "choice", "date", "picture", "button", "other"]


class Control(NamedTuple):
    """A form field: a content control, a legacy form field, an ActiveX control or an OpenDocument form control.

    ``label`` is the title shown to people, ``help`` a longer help text, ``tag`` a name for programs only. ``gallery``
    names the program's own building block where it is one (a table of contents, a cover page), which needs no label.
    ``legacy``: a form field as before Word 2007. ``around``: what one that nothing names is known by.
    """

    kind: ControlKind
    label: str = ""
    help: str = ""
    tag: str = ""
    gallery: str = ""
    legacy: bool = False
    text: str = ""
    number: int = 0
    place: Place = IN_BODY
    around: Neighbour = Neighbour()

    @property
    def called(self) -> str:
        """What tells it apart by itself; empty where nothing does."""
        return self.label or self.tag or self.text

    @property
    def where(self) -> Where:
        known_by = (self.called,) if self.called else self.around
        return _where(self.place, "field", self.called or self.number, anchor("field", self.kind, *known_by))


class Paragraph(NamedTuple):
    """A paragraph.

    ``text`` is what is seen, with “\\t” for tabs and “\\n” for line breaks; hidden runs are in ``runs`` only. Automatic
    numbers and bullets are not in it: ``list`` tells of them. ``number`` counts from 1 through the whole document.
    ``level`` is the heading's outline level from 1, and 0 for all else. ``style`` is the style's name: the English one
    for built-in styles (“heading 1”). ``shapes``, ``links``, ``controls`` and ``fields`` are those that stand in it.
    ``ends_page``: holds a page, column or section break. ``language`` is that of most of its text. ``below``: what one
    without words is known by.
    """

    text: str = ""
    place: Place = IN_BODY
    number: int = 0
    role: Role = "text"
    level: int = 0
    style: str = ""
    list: ListMark | None = None
    format: ParagraphFormat = SET_PLAINLY
    runs: tuple[Run, ...] = ()
    language: str = ""
    links: tuple[Link, ...] = ()
    shapes: tuple[Shape, ...] = ()
    controls: tuple[Control, ...] = ()
    fields: tuple[Field, ...] = ()
    ends_page: bool = False
    below: Neighbour = Neighbour()

    @property
    def where(self) -> Where:
        """The place: a paragraph is known by its words, an empty one by the next that has some; people are told its
        number."""
        step = "heading" if self.role == "heading" else "paragraph"
        said = self.text.strip()
        known_by = (said,) if said else self.below
        return _where(self.place, step, self.text[:400].strip() or self.number, anchor(step, *known_by))

    @property
    def is_empty(self) -> bool:
        """Has it nothing to be seen: no text, no shape, no control, no break?"""
        return not (self.shapes or self.controls or self.ends_page or self.text.strip())

    @property
    def visible_runs(self) -> Iterator[Run]:
        """The runs that show something: not hidden, not only space."""
        return (run for run in self.runs if not run.format.hidden and run.text.strip())

    @property
    def bold(self) -> bool:
        """Is all that is seen bold?"""
        runs = list(self.visible_runs)
        return bool(runs) and all(run.format.bold for run in runs)

    @property
    def size(self) -> float:
        """The size that most of its characters have, 0 where it is not known."""
        return _most(((run.format.size, len(run.text)) for run in self.visible_runs), 0.0)


class TableCell(NamedTuple):
    """A cell that stands in the grid: one that merging has swallowed is not here, its place is in the spans."""

    blocks: tuple[Paragraph | Table, ...] = ()
    columns: int = 1
    rows: int = 1
    background: str | None = ""

    @property
    def text(self) -> str:
        """All text in the cell, one line for each paragraph; that of tables in it included."""
        return "\n".join(paragraph.text for paragraph in paragraphs_in(self.blocks))

    @property
    def is_blank(self) -> bool:
        return all(paragraph.is_empty for paragraph in paragraphs_in(self.blocks))

    @property
    def holds_several(self) -> bool:
        """Are there two paragraphs in it at least?"""
        filled = (paragraph for paragraph in paragraphs_in(self.blocks) if not paragraph.is_empty)
        return next(filled, None) is not None and next(filled, None) is not None

    @property
    def says_something(self) -> bool:
        """Are there letters or figures in it, a picture or a field?"""
        paragraphs = list(paragraphs_in(self.blocks))
        return any(map(str.isalnum, self.text)) or any(each.shapes or each.controls for each in paragraphs)

    @property
    def is_line_to_write_on(self) -> bool:
        """Is it nothing but a line of underscores or dots?"""
        text = "".join(self.text.split())
        return len(text) >= SHORTEST_LINE and not text.strip("_.…")


class TableRow(NamedTuple):
    """A row. ``header``: marked as a header row. ``may_break``: may go on on the next page."""

    cells: tuple[TableCell, ...] = ()
    header: bool = False
    may_break: bool = True


class Table(NamedTuple):
    """A table. ``number`` counts from 1 through the whole document, nested tables included.

    ``header_column``: the first column is marked as headers (slides). ``styled_header``: the first row is styled as a
    header, which says nothing to assistive technology. ``caption`` and ``description`` are the table's own title and
    alternative text. ``borders`` is None where it cannot be told. ``split``: cells were split, so that rows have
    borders between columns where others have none (Word lets rows have grids of their own).
    """

    rows: tuple[TableRow, ...] = ()
    place: Place = IN_BODY
    number: int = 0
    name: str = ""
    header_column: bool = False
    styled_header: bool = False
    caption: str = ""
    description: str = ""
    decorative: bool = False
    borders: bool | None = None
    split: bool = False
    floating: bool = False

    @property
    def where(self) -> Where:
        held = (cell.text for row in self.rows[:20] for cell in row.cells[:20])
        return Where((*self.place.steps, ("table", self.number)), anchor("table", *held))

    @property
    def header_rows(self) -> int:
        """How many rows from the top are marked as header rows, without a gap."""
        return next((index for index, row in enumerate(self.rows) if not row.header), len(self.rows))

    @property
    def columns(self) -> int:
        """The number of columns of the widest row, merged cells counted as often as they span."""
        return max((sum(cell.columns for cell in row.cells) for row in self.rows), default=0)

    @property
    def cells(self) -> Iterator[TableCell]:
        return (cell for row in self.rows for cell in row.cells)

    @property
    def is_merged(self) -> bool:
        return any(cell.columns > 1 or cell.rows > 1 for cell in self.cells)

    @property
    def is_nested(self) -> bool:
        return self.place.tables > 0

    @property
    def holds_table(self) -> bool:
        return any(isinstance(block, Table) for cell in self.cells for block in cell.blocks)

    @property
    def has_names(self) -> bool:
        """Does the first cell of every column say something, or that of every row after the first? Then it is a
        table, or a form, with whatever is left out."""
        named_columns = all(cell.says_something for cell in self.rows[0].cells)
        named_rows = all(row.cells and row.cells[0].says_something for row in self.rows[1:])
        return named_columns or named_rows

    @property
    def is_layout(self) -> bool:
        """Does it only place things? Said where it is certain alone: nothing is drawn that makes it look like a table,
        nothing is marked as a header, and what it holds is not looked up by row and column.

        Such are a single row or column, a table in a cell, lines to sign on, cells of which every one holds several
        paragraphs, and gaps in half of them that leave rows and columns without names.
        """
        drawn = self.borders is not False or any(cell.background != "" for cell in self.cells)
        if drawn or not self.rows or self.header_rows or self.header_column:
            return False
        if len(self.rows) == 1 or self.columns == 1 or self.holds_table:
            return True
        filled = [cell for cell in self.cells if not cell.is_blank]
        if any(cell.is_line_to_write_on for cell in filled):
            return True
        gaps = sum(1 for _ in self.cells) - len(filled)
        return all(cell.holds_several for cell in filled) or (gaps >= len(filled) and not self.has_names)


Block = Paragraph | Table


ShapeKind = Literal[
    "picture",
    "chart",
    "diagram",
    "object",
    "formula",
    "media",
    "group",
    "table",
    "text",
    "drawing",
    "line",
    "control",
]
"""“diagram” is SmartArt, “object” one of another program, embedded or linked; “formula” is one as a picture or object
(one that is text is not a shape); “text” is a text box or a shape with text in it, “drawing” a shape without; “line”
is a line or connector."""

Placeholder = Literal["", "title", "subtitle", "body", "object", "date", "footer", "header", "number"]
"""What a slide's layout has a shape for; empty for a shape of its own. “body” holds text or any content, “object” a
picture, chart, table or media."""


class Image(NamedTuple):
    """What a picture shows. ``content`` is a digest of its bytes, empty where it has none. ``type`` is the media type
    or the suffix in lower case (“png”, “emf”). ``linked`` is the address of one that is not embedded; never fetched.
    ``missing``: it is said to be embedded, but is not there."""

    content: str = ""
    type: str = ""
    linked: str = ""
    missing: bool = False


Start = Literal["click", "by itself"]


class CaptionTrack(NamedTuple):
    """Captions or subtitles of a video or sound; each may be empty where the file does not say."""

    language: str = ""
    name: str = ""


class Media(NamedTuple):
    """A video or sound. ``linked`` is its address where it is not embedded; ``is_online``: that is on the web.
    ``duration`` is 0 where it is not known. ``across_slides``: goes on when the slide is left, as music behind the
    whole show does."""

    is_video: bool
    captions: tuple[CaptionTrack, ...] = ()
    linked: str = ""
    start: Start = "click"
    duration: float = 0.0
    loops: bool = False
    across_slides: bool = False

    @property
    def is_online(self) -> bool:
        return self.linked.startswith(("http://", "https://"))


class Shape(NamedTuple):
    """A picture, chart, text box, drawing, group … in a text document or on a slide.

    ``alt`` is the alternative text: None where there is none, empty where it is there but empty; ``title`` its title,
    which is no alternative in Word and PowerPoint. ``decorative``: said to carry no information. ``name`` is the one in
    the selection pane. ``number`` counts from 1 in the slide's or document's reading order. ``box``: on a slide,
    counted from its top left corner (in a group too); None where it is not known, and in text documents.

    ``floating``: not in line with the text it stands in (text documents). ``behind_text``: lies behind it.
    ``blocks``: the text in it, and the table of a “table”. ``children``: the shapes of a group, in reading order.
    ``text``: the words in a chart, diagram or WordArt (titles, labels, SmartArt's items).
    ``fill``: the colour of its own fill, empty where it has none, None where it cannot be told.
    ``outline``: that of its line, likewise. ``word_art``: text bent or styled as a picture. ``program``: what an object
    was made with, as written in the file (“Excel.Sheet.12”). ``chart_title``: a chart's title.
    ``link``: the address that a click on the shape leads to; ``link_place`` says that it leads within the document.
    """

    kind: ShapeKind
    place: Place = IN_BODY
    number: int = 0
    name: str = ""
    alt: str | None = None
    title: str = ""
    decorative: bool = False
    hidden: bool = False
    placeholder: Placeholder = ""
    box: Box | None = None
    floating: bool = False
    behind_text: bool = False
    blocks: tuple[Block, ...] = ()
    children: tuple[Shape, ...] = ()
    image: Image | None = None
    media: Media | None = None
    text: str = ""
    chart_title: str = ""
    fill: str | None = ""
    outline: str | None = ""
    word_art: bool = False
    program: str = ""
    link: str = ""
    link_place: str = ""
    link_tooltip: str = ""
    language: str = ""

    @property
    def where(self) -> Where:
        """The place: a text is known by its words, any other shape by its name in the selection pane."""
        words = self.words
        spoken = words[:400].strip()
        step = "heading" if self.placeholder == "title" else STEP_OF_SHAPE[self.kind]
        named = (spoken or self.name) if self.kind == "text" else (self.name or spoken or self.alt or "")
        shown = self.image.content if self.image else ""
        held = anchor("shape", self.kind, self.alt, shown, words or (self.name if not shown else ""))
        return _where(self.place, step, named or self.number, held, self.box)

    @property
    def words(self) -> str:
        """The text in it, children's not included."""
        return self.text or "\n".join(paragraph.text for paragraph in paragraphs_in(self.blocks))

    def with_children(self) -> Iterator[Shape]:
        """The shape and those in it, to any depth, in reading order."""
        waiting = [self]
        while waiting:
            shape = waiting.pop()
            yield shape
            waiting.extend(reversed(shape.children))


STEP_OF_SHAPE = {
    "picture": "picture",
    "chart": "chart",
    "diagram": "shape",
    "object": "object",
    "formula": "formula",
    "media": "media",
    "group": "group",
    "table": "table",
    "text": "text box",
    "drawing": "shape",
    "line": "shape",
    "control": "field",
}
"""The word of ``outcome.STEP_WORDS`` for each kind of shape."""


class Transition(NamedTuple):
    """How a slide comes in and goes. ``advance_after``: seconds until the next slide comes by itself, None where it
    waits. ``on_click``: a click leads on as well. ``effect`` is the name in the file, empty where there is none."""

    effect: str = ""
    advance_after: float | None = None
    on_click: bool = True
    sound: bool = False


Trigger = Literal["click", "with previous", "after previous"]


Effect = Literal["entrance", "exit", "emphasis", "path", "other"]


class Animation(NamedTuple):
    """One effect. ``repeats``: how often it runs, infinity where it never ends. ``duration`` of one run is 0 where it
    is not known."""

    effect: Effect = "other"
    trigger: Trigger = "click"
    repeats: float = 1.0
    duration: float = 0.0


class Slide(NamedTuple):
    """A slide. ``number`` counts from 1, hidden slides included. ``shapes`` stand in reading order (that of the file).

    ``title_shape`` is the title placeholder, found through layout and master: None where the slide has none, and with
    no words where it is empty. ``notes`` are the speaker's notes without the slide's picture and number.
    ``width`` and ``height`` are the slide's. ``background``: its colour, None where it is a picture or gradient.
    """

    number: int
    shapes: tuple[Shape, ...] = ()
    title_shape: Shape | None = None
    name: str = ""
    layout: str = ""
    section: str = ""
    hidden: bool = False
    notes: tuple[Paragraph, ...] = ()
    transition: Transition | None = None
    animations: tuple[Animation, ...] = ()
    background: str | None = "FFFFFF"
    background_picture: Image | None = None
    width: float = 720.0
    height: float = 540.0

    @property
    def title(self) -> str:
        """The title's text on one line; empty where there is none."""
        return " ".join(self.title_shape.words.split()) if self.title_shape else ""

    @property
    def where(self) -> Where:
        held = (shape.words for shape in self.all_shapes())
        return Where((("slide", self.number),), anchor("slide", *held))

    def all_shapes(self) -> Iterator[Shape]:
        """All shapes, those in groups included, in reading order."""
        return (inner for shape in self.shapes for inner in shape.with_children())


class SlideSection(NamedTuple):
    """A named section of a slide deck. ``first`` is its first slide, 0 where it has none."""

    name: str
    number: int
    first: int = 0

    @property
    def where(self) -> Where:
        return Where((("section", self.name or self.number),), anchor("section", self.name or self.number))


class Story(NamedTuple):
    """A flow of text of its own: the body, a header, a footnote. ``name`` tells notes apart (“1”, “2”)."""

    area: Area
    blocks: tuple[Block, ...] = ()
    name: str = ""


class Style(NamedTuple):
    """A paragraph or character style that is in use. ``language``: the one it sets itself, empty where it sets none,
    “zxx” where it says “none”. ``alignment``: the effective one. ``paragraphs``: how many have it."""

    name: str
    language: str = ""
    alignment: Alignment = "start"
    paragraphs: int = 0
    is_character_style: bool = False

    @property
    def where(self) -> Where:
        return Where((("style", self.name),), anchor("style", self.name))


class Section(NamedTuple):
    """A part of a text document with its own page layout. ``columns``: text columns. ``protected``: cannot be
    edited. ``name`` is the author's (OpenDocument)."""

    name: str = ""
    columns: int = 1
    protected: bool = False


class Watermark(NamedTuple):
    """Something that lies behind the text of every page; ``text`` is empty for a picture."""

    text: str = ""
    image: Image | None = None
    number: int = 1

    @property
    def where(self) -> Where:
        return Where(
            (("watermark", self.text or self.number),), anchor("watermark", self.text or self.number)
        )


class Properties(NamedTuple):
    """What the document says of itself. ``program`` is a key of ``rule.PROGRAMS`` or empty; ``application`` what the
    file says. ``pages`` and ``words`` are as counted by the program, 0 where it did not. ``language`` is the one in the
    properties (dc:language), which hardly any program writes or reads. Times are as written (ISO 8601)."""

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: str = ""
    language: str = ""
    program: str = ""
    application: str = ""
    template: str = ""
    created: str = ""
    modified: str = ""
    pages: int = 0
    words: int = 0


class Protection(NamedTuple):
    """``edit``: what may still be done where editing is restricted: “read-only”, “comments”, “tracked changes”,
    “forms”; empty where it is not restricted. ``signed``: has a digital signature. ``final``: marked as final."""

    edit: str = ""
    signed: bool = False
    final: bool = False
    read_only_recommended: bool = False


class Revisions(NamedTuple):
    """Tracked changes that are still open, by kind, and comments."""

    insertions: int = 0
    deletions: int = 0
    moves: int = 0
    formats: int = 0
    comments: int = 0
    tracking: bool = False


@dataclass(eq=False)
class Office:
    """A text document or slide deck.

    ``format`` is the suffix of the format it is in fact in: “docx”, “docm”, “pptx”, “odt”, “fodp” … ``language`` is the
    default language, in which text with no mark of its own is read out; of slides, that of most of the text, for a deck
    has none of its own; empty where none is declared.
    ``stories``: the flows of text, the body first (text documents). ``slides``: those of a deck. ``contents``: how many
    tables of contents there are. ``bookmarks``: the names that links can lead to. ``page_background``: the colour
    of the pages, empty where none is set; ``page_picture``: a picture behind all pages. ``macros``: it holds programs.
    ``embedded``: documents inside it. ``content`` is filled in by the opener (``to_content.py``), not by the readers.
    ``left_unread``: what a limit kept from being read, in a few technical words.
    """

    form: Form = "text"
    format: str = "docx"
    properties: Properties = Properties()
    language: str = ""
    protection: Protection = Protection()
    revisions: Revisions = Revisions()
    stories: tuple[Story, ...] = ()
    slides: tuple[Slide, ...] = ()
    slide_sections: tuple[SlideSection, ...] = ()
    sections: tuple[Section, ...] = ()
    styles: tuple[Style, ...] = ()
    bookmarks: frozenset[str] = frozenset()
    contents: int = 0
    watermarks: tuple[Watermark, ...] = ()
    page_background: str = ""
    page_picture: Image | None = None
    macros: bool = False
    embedded: tuple[Found, ...] = ()
    left_unread: str = ""
    content: Content = field(default_factory=Content, repr=False)

    @property
    def where(self) -> Where:
        return Where()

    def itself(self) -> tuple[Office]:
        """The document as a whole, for rules that are put to it once."""
        return (self,)

    def facts(self) -> Facts:
        from a11ycheck.documents.office.facts import facts_of  # rules have no use for what it brings

        return facts_of(self)

    def found(self) -> Iterable[Found]:
        return self.embedded

    def unread(self) -> str:
        return self.left_unread

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks of a text document's body, in order; tables hold theirs."""
        return self.stories[0].blocks if self.stories else ()

    def story_paragraphs(self, *areas: Area) -> Iterator[Paragraph]:
        """Paragraphs of the stories in these areas, cells' included, in reading order; what stands in text boxes is
        in the paragraph's ``shapes``."""
        for story in self.stories:
            if story.area in areas:
                yield from paragraphs_in(story.blocks)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of the document: stories, slides with their notes, cells, text boxes; in reading order.
        ``Paragraph.place`` tells where each one stands."""
        return tuple(block for block in self._blocks if isinstance(block, Paragraph))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table, nested ones included, in reading order."""
        return tuple(block for block in self._blocks if isinstance(block, Table))

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """Every shape, those in groups and text boxes included, in reading order."""
        found: list[Shape] = []
        for slide in self.slides:
            found.extend(slide.all_shapes())
        for paragraph in self.paragraphs:
            for shape in paragraph.shapes:
                found.extend(shape.with_children())
        return tuple(found)

    def links(self) -> Iterator[Link]:
        """Every link in text; those of shapes are in ``Shape.link``."""
        return (link for paragraph in self.paragraphs for link in paragraph.links)

    def controls(self) -> Iterator[Control]:
        return (control for paragraph in self.paragraphs for control in paragraph.controls)

    @cached_property
    def body_size(self) -> float:
        """The size that most of the running text has, 0 where it is not known."""
        sizes = (
            (run.format.size, len(run.text))
            for paragraph in self.paragraphs
            if paragraph.role == "text"
            for run in paragraph.visible_runs
        )
        return _most(sizes, 0.0)

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        found: list[Block] = []
        for story in self.stories:
            found.extend(_all_blocks(story.blocks))
        for slide in self.slides:
            for shape in slide.shapes:
                found.extend(_blocks_of_shape(shape))
            found.extend(slide.notes)
        return tuple(found)


def paragraphs_in(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs among ``blocks`` and in their tables, in reading order; text boxes' are not among them."""
    waiting = list(blocks)[::-1]
    while waiting:
        block = waiting.pop()
        if isinstance(block, Paragraph):
            yield block
        else:
            waiting.extend(inner for cell in reversed(list(block.cells)) for inner in reversed(cell.blocks))


def _all_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks and all that are in them: in cells, and in the shapes that stand in paragraphs."""
    waiting = list(blocks)[::-1]
    while waiting:
        block = waiting.pop()
        yield block
        if isinstance(block, Table):
            waiting.extend(inner for cell in reversed(list(block.cells)) for inner in reversed(cell.blocks))
        elif block.shapes:
            inside = [inner for shape in block.shapes for s in shape.with_children() for inner in s.blocks]
            waiting.extend(reversed(inside))


def _blocks_of_shape(shape: Shape) -> Iterator[Block]:
    for inner in shape.with_children():
        yield from _all_blocks(inner.blocks)


def _most(weighted: Iterable[tuple[float, int]], otherwise: float) -> float:
    """The value with the greatest weight in all."""
    totals: dict[float, int] = {}
    for value, weight in weighted:
        totals[value] = totals.get(value, 0) + weight
    return max(totals, key=totals.__getitem__) if totals else otherwise


def _where(place: Place, step: str, name: str | int, held: str, box: Box | None = None) -> Where:
    if isinstance(name, str):
        name = " ".join(name[: LONGEST_NAME * 4].split())[:LONGEST_NAME]
    return Where((*place.steps, (step, name)), held, box)
