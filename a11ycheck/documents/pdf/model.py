"""A PDF as rules see it: objects, structure tree, pages and what is drawn on them; no parser in sight.

Numbers of clauses are those of ISO 32000-1 (PDF 1.7) unless another standard is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from a11ycheck.documents.content import Content
from a11ycheck.documents.facts import Facts, Found
from a11ycheck.documents.pdf import marking
from a11ycheck.documents.pdf.marking import FontText as FontText
from a11ycheck.documents.pdf.marking import MarkedPage as MarkedPage
from a11ycheck.documents.pdf.marking import PageContent as PageContent
from a11ycheck.documents.pdf.marking import is_in_known_language as is_in_known_language
from a11ycheck.documents.pdf.nesting import Holding as Holding
from a11ycheck.documents.pdf.nesting import holdings
from a11ycheck.documents.pdf.standard_types import HEADINGS, MATHML_NAMESPACE, PDF_1_7, is_standard_in
from a11ycheck.documents.pdf.standard_types import PDF_2_0_NAMESPACE as PDF_2_0_NAMESPACE
from a11ycheck.documents.pdf.table_grid import Fault as Fault
from a11ycheck.documents.pdf.table_grid import Grid as Grid
from a11ycheck.documents.pdf.table_grid import HeaderSearch as HeaderSearch
from a11ycheck.documents.pdf.table_grid import group_crosser as group_crosser
from a11ycheck.documents.pdf.table_grid import header_searches, laid_out
from a11ycheck.outcome import Box, Where, anchor

MarkedKey = tuple[int, int, int]
"""Names one piece of marked content: page number, stream (0 for the page itself, else the form's object), MCID."""


@dataclass(frozen=True, slots=True)
class ObjectReference:
    """An OBJR in the structure tree (14.7.4.3): ``annotation`` is an index into ``Pdf.annotations``, -1 if none."""

    page: int
    annotation: int = -1


@dataclass(slots=True, eq=False)
class Element:
    """A structure element (14.7.2), linked both ways. Read-only once the opener is done.

    ``tag`` is the type as written, ``type`` the standard type that the role map leads to (equal to ``tag`` where
    nothing is mapped). ``kids`` are elements, marked content and object references in order. ``language`` is the one
    in force: own, inherited, or the catalog's. ``text_language`` is that of most of the text in it, which elements
    below it and its marked content may say (14.9.2.2). ``pictured`` is a digest of the images painted in a figure.

    PDF 2.0 has namespaces (ISO 32000-2, 14.7.4): ``namespace`` is that of ``type``, empty for PDF 1.7's.
    ``has_meaning``: the role maps lead to a standard type in its namespace; where they do not, ``loses_meaning`` says
    that the tag was one itself. ``twin`` is another tag of the same namespace that they lead to. ``refers_to`` holds
    the elements that it refers to (Ref, table 355).
    """

    tag: str
    type: str = ""
    kids: list[Element | MarkedKey | ObjectReference] = field(default_factory=list)
    parent: Element | None = None
    page: int = 0
    title: str = ""
    alt: str | None = None
    actual_text: str | None = None
    expansion: str | None = None
    own_language: str | None = None
    language: str = ""
    text_language: str = ""
    id: str = ""
    attributes: Mapping[str, object] = field(default_factory=dict)
    has_parent_pointer: bool = True
    role_map_loop: bool = False
    remaps_standard: bool = False
    namespace: str = ""
    has_meaning: bool = True
    loses_meaning: bool = False
    twin: str = ""
    refers_to: tuple[Element, ...] = ()
    number: int = 0
    text: str = ""
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    pictured: str = ""

    def __post_init__(self) -> None:
        self.type = self.type or self.tag
        self.text_language = self.text_language or self.language
        for kid in self.kids:
            if isinstance(kid, Element):
                kid.parent = self

    @property
    def children(self) -> list[Element]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def where(self) -> Where:
        steps: list[tuple[str, str | int]] = [("page", self.page)] if self.page else []
        steps.append((STEP_OF.get(self.type, "tag"), self.name))
        return Where(tuple(steps), anchor(self.type, self.alt, self.text or self.number), self.box)

    @property
    def name(self) -> str:
        """What a person recognises the element by: its title, its first words, or its tag."""
        words = self.title or self.alt or self.text
        if words.strip():
            return " ".join(words[:200].split())[:60]
        return "" if self.type in STEP_OF else self.tag

    @property
    def is_standard(self) -> bool:
        """Is the type one that PDF 1.7 defines (14.8.4)?"""
        return self.type in PDF_1_7

    @property
    def standard(self) -> str:
        """The standard type that it stands for in PDF 2.0 (ISO 32000-2, 14.8.4): “Hn” for every heading with a level,
        “MathML” for what belongs to a formula written so; empty if none."""
        if not self.has_meaning or not is_standard_in(self.namespace, self.type):
            return ""
        if self.namespace == MATHML_NAMESPACE:
            return "MathML"
        return "Hn" if self.type in HEADINGS and self.type != "H" else self.type

    @property
    def holds_content(self) -> bool:
        """Does it hold marked content or objects, itself or in a NonStruct, Div or Part in it?"""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if any(not isinstance(kid, Element) for kid in element.kids):
                return True
            waiting.extend(child for child in element.children if child.type in LOOKED_THROUGH)
        return False

    @property
    def effective_parent(self) -> Element | None:
        """The nearest ancestor that groups something: NonStruct, Div and Part are looked through."""
        above = self.parent
        while above is not None and above.type in LOOKED_THROUGH:
            above = above.parent
        return above

    @property
    def effective_children(self) -> list[Element]:
        """The children, with those of NonStruct, Div and Part in their place."""
        found: list[Element] = []
        waiting = self.children[::-1]
        while waiting:
            child = waiting.pop()
            if child.type in LOOKED_THROUGH:
                waiting.extend(child.children[::-1])
            else:
                found.append(child)
        return found

    @property
    def stands_in(self) -> str:
        """The type of the effective parent; at the top, the name of the tree's root."""
        above = self.effective_parent
        return above.type if above else "StructTreeRoot"

    @property
    def kid_types(self) -> list[str]:
        """The types of the effective children, in order.

        A type that PDF 1.7 does not know is left out: what it is cannot be said, and that is a fault of its own.
        """
        return [child.type for child in self.effective_children if child.is_standard]

    def stranger(self, *welcome: str) -> str:
        """The first type among the effective children that is none of the ``welcome`` ones; empty if none."""
        return next((kid for kid in self.kid_types if kid not in welcome), "")

    def descendants(self) -> Iterator[Element]:
        """Every element below, in tree order."""
        waiting = self.children[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(element.children[::-1])


LOOKED_THROUGH = frozenset({"NonStruct", "Div", "Part"})

STEP_OF: Mapping[str, str] = {
    "Figure": "picture",
    "Table": "table",
    "TR": "row",
    "TH": "cell",
    "TD": "cell",
    "L": "list",
    "Link": "link",
    "Form": "field",
    "P": "paragraph",
    **{f"H{level}": "heading" for level in ("", 1, 2, 3, 4, 5, 6)},
}
"""The word of ``outcome.STEP_WORDS`` that people know a structure type by."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What only PDF/UA-2 asks of an annotation.

    ``flags`` is F and ``icon`` Name. ``rich_contents`` holds the words of RC. ``has_file``: FS is there, and
    ``relationship`` is the AFRelationship of its file. ``has_actions``: AA is there. ``value`` and ``rich_value`` are V
    and the words of RV, of a text field. ``draws_graphic``: a signature's appearance paints more than text.
    ``target`` is a word for where a link leads; empty if not known.
    """

    flags: int = 0
    icon: str = ""
    rich_contents: str | None = None
    has_file: bool = False
    relationship: str = ""
    has_actions: bool = False
    value: str | None = None
    rich_value: str | None = None
    draws_graphic: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation (12.5). ``element`` is the structure element that the ParentTree names for it.

    ``hidden``: flag 2 is set. ``outside``: its rectangle lies wholly outside the page's crop box. ``field_name`` and
    ``tooltip`` (TU) belong to form widgets: ``tooltip`` is the nearest, on the widget or any field above it, and
    ``field_tooltip`` that of the field itself, the innermost dictionary with a name (T) of its own. ``caption`` is
    what is written on a push button. ``uri`` is a link's address; empty for a place in the document.
    """

    page: int
    subtype: str
    index: int = 0
    box: Box | None = None
    hidden: bool = False
    outside: bool = False
    contents: str | None = None
    own_language: str | None = None
    element: Element | None = None
    uri: str = ""
    text: str = ""
    field_name: str = ""
    field_type: str = ""
    tooltip: str | None = None
    field_tooltip: str | None = None
    caption: str = ""
    particulars: Particulars = Particulars()

    @property
    def is_shown(self) -> bool:
        return not self.hidden and not self.outside

    @property
    def is_artifact(self) -> bool:
        """Is it outside the tags, or in a tag that says that it is no content (ISO 32000-2, 14.8.2.2.2)?"""
        above = self.element
        while above is not None and above.standard != "Artifact":
            above = above.parent
        return self.element is None or above is not None

    @property
    def is_filled_in(self) -> bool:
        """Is it a form field to fill in or press: text, button or choice (12.7.4), and no signature?"""
        return self.subtype == "Widget" and self.field_type in ("Tx", "Btn", "Ch")

    @property
    def where(self) -> Where:
        word = {"Link": "link", "Widget": "field"}.get(self.subtype, "annotation")
        name = self.text or self.contents or self.tooltip or self.caption or self.field_name or self.uri
        key = anchor(self.subtype, self.contents, self.field_name, self.uri, self.text)
        return Where((("page", self.page), (word, " ".join(name.split())[:60])), key, self.box)


@dataclass(frozen=True, slots=True)
class Page:
    """A page (7.7.3.3): size in points as it is shown, tab order (Tabs: "S", "R", "C", "A", "W" or empty)."""

    number: int
    width: float = 595.0
    height: float = 842.0
    tabs: str = ""
    annotations: tuple[Annotation, ...] = ()

    @property
    def where(self) -> Where:
        return Where((("page", self.number),), anchor("page", self.number))

    def part_covered(self, box: Box | None) -> float:
        """The part of the page, 0 to 1, that the box covers."""
        if box is None or self.width <= 0 or self.height <= 0:
            return 0.0
        width = min(box.right, self.width) - max(box.left, 0.0)
        height = min(box.bottom, self.height) - max(box.top, 0.0)
        return max(width, 0.0) * max(height, 0.0) / (self.width * self.height)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A marked-content sequence (14.6): its tag, its place in the nesting, and the properties that matter.

    ``outer`` is the index of the enclosing sequence in the same page's ``sequences``, -1 at the top. ``stream`` is
    the form that the sequence is written in, by its object number; 0 is the page itself.
    """

    tag: str
    outer: int = -1
    key: MarkedKey | None = None
    language: str | None = None
    actual_text: str | None = None
    alt: str | None = None
    expansion: str | None = None
    stream: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """Something painted on a page.

    ``kind`` is "text", "image", "path" or "shading". ``sequence`` is an index into the page's ``sequences``, -1 where
    the item stands in none. ``size`` is the text's height in points as drawn; ``invisible`` is text render mode 3.
    ``stream`` is the form that paints it, by its object number; 0 is the page itself. ``unsaid`` is how many of the
    text's codes are not known to say anything.
    """

    kind: str
    sequence: int = -1
    text: str = ""
    box: Box | None = None
    size: float = 0.0
    font: int = -1
    invisible: bool = False
    stream: int = 0
    unsaid: int = 0


Hanging = tuple[bool | None, ...]
"""For each MCID of a content stream: does the element that the ParentTree (14.7.4.4) names for it hang in the
structure tree, by the pointers to its parents? None where no element is named."""


@dataclass(frozen=True, slots=True)
class DrawnForm:
    """A form XObject with marked content of its own (14.7.4.2), and the pages that draw it, each as often as it
    does."""

    pages: tuple[int, ...]

    @property
    def where(self) -> Where:
        return Where((("page", self.pages[-1]),), anchor("form", *self.pages))


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one page paints. ``cut_short`` is true when a limit stopped the reading before the end."""

    page: int
    items: tuple[Item, ...] = ()
    sequences: tuple[Sequence, ...] = ()
    cut_short: bool = False

    @property
    def where(self) -> Where:
        # Its number and its text: an answer about a page ends when either changes.
        return Where((("page", self.page),), anchor("page", self.page, *(item.text for item in self.items)))

    def sequences_around(self, item: Item) -> Iterator[Sequence]:
        """The marked-content sequences that the item stands in, innermost first."""
        index = item.sequence
        while index >= 0:
            sequence = self.sequences[index]
            yield sequence
            index = sequence.outer

    def artifacts(self) -> list[bool]:
        """For each sequence, whether it is an artifact or stands in one."""
        found: list[bool] = []
        for sequence in self.sequences:
            found.append(sequence.tag == "Artifact" or (sequence.outer >= 0 and found[sequence.outer]))
        return found

    def is_artifact(self, item: Item) -> bool:
        return any(sequence.tag == "Artifact" for sequence in self.sequences_around(item))


@dataclass(frozen=True, slots=True)
class Font:
    """A font that text is drawn with. ``bold`` is read from its name, flags and weight; ``codes`` are those drawn, and
    ``rendered`` those of them that are drawn to be seen."""

    name: str = ""
    bold: bool = False
    codes: frozenset[int] = frozenset()
    rendered: frozenset[int] = frozenset()


Collection = tuple[str, str, int]
"""A character collection (9.7.3): registry, ordering and supplement."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A code that text is drawn with, as its font has it.

    ``unicode``: what it says, None where nothing in the file tells. ``is_there``: the font program has a glyph for it;
    None where none can be read. ``width`` is what the font dictionary says and ``own_width`` what the program says, in
    thousandths of the font size, None where it does not say. ``is_notdef``: it stands for the glyph of what is missing.
    ``is_rendered``: it is drawn to be seen.
    """

    code: int
    unicode: str | None
    is_there: bool | None = True
    width: float = 0.0
    own_width: float | None = None
    is_notdef: bool = False
    is_rendered: bool = True


@dataclass(frozen=True, slots=True)
class CMapFacts:
    """The CMap of a composite font (9.7.5): its name, and whether it is one that the standard names or is embedded.

    ``collection`` is the one that it leads to. ``writing_modes`` are those of an embedded CMap's dictionary and of its
    stream. ``base`` is the CMap that it builds on.
    """

    name: str = ""
    is_predefined: bool = False
    is_embedded: bool = False
    collection: Collection | None = None
    writing_modes: tuple[int, int] = (0, 0)
    base: CMapFacts | None = None


@dataclass(frozen=True, slots=True)
class FontFacts:
    """What a font's dictionaries and the program that it embeds say of the codes that text is drawn with.

    ``index`` is its place in ``Pdf.fonts`` and ``page`` the first that it is drawn on, 0 for annotations. ``kind`` is
    its subtype; for a composite font, that of its CIDFont. ``is_embedded``: there is a program that can be read;
    ``is_unreadable``: there is one that cannot. ``encoding``: the name of its encoding or of the one it builds on.
    ``unknown_names``: those in its Differences that the Adobe Glyph List does not have, None without Differences.
    ``maps``: platform and encoding of the program's character maps ("cmap"), None where it is no TrueType program.
    ``lists_its_glyphs``: CharSet or CIDSet lists the glyphs of the program, None where neither has to.
    ``has_glyph_map``, ``collection`` and ``cmap`` are those of composite fonts.
    """

    index: int = 0
    name: str = ""
    page: int = 0
    kind: str = "TrueType"
    is_rendered: bool = True
    is_embedded: bool = True
    is_unreadable: bool = False
    is_symbolic: bool = False
    encoding: str | None = None
    unknown_names: tuple[str, ...] | None = None
    maps: tuple[tuple[int, int], ...] | None = None
    lists_its_glyphs: bool | None = None
    has_glyph_map: bool = False
    collection: Collection | None = None
    cmap: CMapFacts | None = None
    glyphs: tuple[Glyph, ...] = ()

    @property
    def unmapped(self) -> int:
        """How many codes are drawn that show something and that nothing maps to Unicode."""
        return sum(glyph.unicode is None and not glyph.is_notdef for glyph in self.glyphs)

    @property
    def where(self) -> Where:
        page: list[tuple[str, str | int]] = [("page", self.page)] if self.page else []
        return Where((*page, ("font", self.name[:60])), anchor("font", self.name))


@dataclass(frozen=True, slots=True)
class TextContrast:
    """A line of text and how it stands out from what it stands on, as rendered.

    ``ratio`` is the contrast ratio (WCAG 2.2) that a tenth of the text does not reach, ``typical`` the one that
    half of it does not; they are equal where the background has one colour. ``background`` is the typical one,
    ``size`` is in points as drawn. ``hidden``: nothing of the text is to be seen, so its ratio says nothing.
    """

    page: int
    text: str
    ratio: float
    typical: float
    colour: tuple[int, int, int] = (0, 0, 0)
    background: tuple[int, int, int] = (255, 255, 255)
    size: float = 12.0
    bold: bool = False
    hidden: bool = False
    box: Box | None = None

    @property
    def needed(self) -> float:
        return needed_contrast(self.size, self.bold)

    @property
    def where(self) -> Where:
        return Where((("page", self.page), ("text", self.text[:60])), anchor("contrast", self.text), self.box)


def needed_contrast(size: float, bold: bool) -> float:
    """Return the ratio that WCAG 2.2, 1.4.3, asks for: 3 for text of 18 points or 14 bold, else 4.5."""
    return 3.0 if size >= 18 or (bold and size >= 14) else 4.5


@dataclass(frozen=True, slots=True)
class Contrasts:
    """What measuring the contrast of a document's text gave.

    ``unread`` are the numbers of pages that could not be measured, or that time did not suffice for.
    """

    texts: tuple[TextContrast, ...] = ()
    unread: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code (ISO/IEC 18004) on a page and what it says: an address, a contact, a payment, any text."""

    page: int
    content: str
    box: Box | None = None

    @property
    def where(self) -> Where:
        return Where(
            (("page", self.page), ("picture", "QR")), anchor("qr", self.page, self.content), self.box
        )


@dataclass(frozen=True, slots=True)
class QrCodes:
    """What looking for QR codes on the pages gave.

    ``unread`` are the numbers of pages that may show one and could not be looked at, or that time did not suffice for.
    """

    codes: tuple[QrCode, ...] = ()
    unread: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the document outline (12.3.3)."""

    title: str
    level: int

    @property
    def where(self) -> Where:
        return Where((("bookmark", self.title[:60]),), anchor("bookmark", self.title))


@dataclass(frozen=True, slots=True)
class Jump:
    """A destination within the document, or a GoTo action (12.3.2, 12.6.4.2).

    ``kind`` is what it belongs to: "bookmark", "link", "annotation", "page", or "opening" for the document's own.
    ``to_tag``: it leads to a structure element, and not only to a place on a page. ``by_action``: it is an action.
    """

    kind: str
    name: str = ""
    page: int = 0
    to_tag: bool = False
    by_action: bool = False

    def leading(self, to_tag: bool, by_action: bool = False) -> Jump:
        return replace(self, to_tag=to_tag, by_action=by_action)

    @property
    def where(self) -> Where:
        steps: list[tuple[str, str | int]] = [("page", self.page)] if self.page else []
        if self.kind in ("bookmark", "link", "annotation"):
            steps.append((self.kind, self.name[:60]))
        return Where(tuple(steps), anchor("jump", self.kind, self.page, self.name))


@dataclass(frozen=True, slots=True)
class LayerConfiguration:
    """A configuration of the document's layers (optional content, 8.11.4.3).

    ``switches_itself``: AS is there, by which layers are shown or hidden by the reader's settings. ``number`` counts
    from 1; the first is the one that the document opens with.
    """

    number: int
    name: str = ""
    switches_itself: bool = False

    @property
    def where(self) -> Where:
        return Where((("layer", self.name[:60] or self.number),), anchor("layers", self.name or self.number))


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A specification of a file that the document carries (7.11.3): its name as F and as UF give it.

    ``page`` is 0 unless the file is shown on a page. ``is_listed``: it is in the document's list of files
    (EmbeddedFiles). ``is_described``: there is a Desc.
    """

    name: str = ""
    unicode_name: str = ""
    page: int = 0
    is_listed: bool = False
    is_described: bool = False

    @property
    def where(self) -> Where:
        name = self.unicode_name or self.name
        steps: list[tuple[str, str | int]] = [("page", self.page)] if self.page else []
        return Where((*steps, ("file", name[:60])), anchor("file", name))


@dataclass(frozen=True, slots=True)
class MediaClip:
    """A media clip data dictionary (13.2.4.2): a film or sound that the document plays.

    ``content_type`` is CT. ``alternatives`` are the texts of Alt, None where it is missing or is no array of
    languages and texts. ``page`` is 0 where the clip is played from no page.
    """

    name: str = ""
    content_type: str | None = None
    alternatives: tuple[str, ...] | None = None
    page: int = 0

    @property
    def where(self) -> Where:
        steps: list[tuple[str, str | int]] = [("page", self.page)] if self.page else []
        return Where((*steps, ("annotation", self.name[:60])), anchor("clip", self.page, self.name))


@dataclass(frozen=True, slots=True)
class ReferenceForm:
    """A form XObject that shows a page of another file (8.10.4); ``page`` is where it is first found."""

    page: int
    file_name: str = ""

    @property
    def where(self) -> Where:
        return Where(
            (("page", self.page), ("file", self.file_name[:60])), anchor("reference", self.file_name)
        )


@dataclass(frozen=True, slots=True)
class Extras:
    """What a document holds beside its text and tags."""

    layer_configurations: tuple[LayerConfiguration, ...] = ()
    embedded_files: tuple[EmbeddedFile, ...] = ()
    media_clips: tuple[MediaClip, ...] = ()
    reference_forms: tuple[ReferenceForm, ...] = ()


@dataclass(frozen=True, slots=True)
class Property:
    """A property of an XMP packet: the prefix that its name is written with, and its value."""

    prefix: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Xmp:
    """What an XMP packet says (ISO 16684-1). A broken packet says nothing.

    ``title`` is dc:title. ``identification`` holds the properties of the PDF/UA identification schema (ISO 14289-1,
    5) by name: part, amd, corr. ``languageless`` names the properties whose only text is in no stated language
    (x-default).
    """

    title: Property | None = None
    identification: Mapping[str, Property] = field(default_factory=dict)
    languageless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalog:
    """What the document says as a whole: catalog, trailer, XMP and permissions.

    ``title``: dc:title of the XMP packet, else Title of the information dictionary. ``permissions`` is P of the
    standard security handler as a signed number, None where the file is not encrypted. ``xmp`` is None where there is
    no metadata stream (14.3.2). ``dynamic_form``: the form is made by the viewer as it is filled in (XFA), and
    ``xml_form`` that there is an XFA form of any kind. ``scripts``
    are those that run by themselves when the document or a page of it is opened or closed.
    """

    title: str = ""
    show_title: bool = False
    language: str | None = None
    marked: bool = False
    suspects: bool = False
    has_structure: bool = False
    producer: str = ""
    creator: str = ""
    permissions: int | None = None
    security_revision: int = 0
    xmp: Xmp | None = None
    dynamic_form: bool = False
    xml_form: bool = False
    scripts: tuple[str, ...] = ()


@dataclass(eq=False)
class Pdf:
    """A whole PDF, read once. ``content`` is the same document as the rules for all kinds see it.

    ``header`` is the line of the file that names its version. ``hanging``: how marked content hangs in the structure
    tree, by page and by the form that it is written in (0: the page itself).
    """

    catalog: Catalog = Catalog()
    pages: tuple[Page, ...] = ()
    roots: tuple[Element, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    fonts: tuple[Font, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    attachments: tuple[Found, ...] = ()
    content: Content = Content()
    where: Where = Where()
    measure_contrast: Callable[[], Contrasts] = Contrasts
    header: str = "%PDF-1.7"
    extras: Extras = Extras()
    jumps: tuple[Jump, ...] = ()
    hanging: Mapping[tuple[int, int], Hanging] = field(default_factory=dict)
    tagged_forms: tuple[DrawnForm, ...] = ()
    read_font_facts: Callable[[], tuple[FontFacts, ...]] = tuple
    read_qr_codes: Callable[[], QrCodes] = QrCodes

    @cached_property
    def contrasts(self) -> Contrasts:
        """The contrast of the document's text, measured when first asked for, since pages must be rendered."""
        return self.measure_contrast()

    @cached_property
    def qr_codes(self) -> QrCodes:
        """The QR codes on the pages, read when first asked for, since pages must be rendered."""
        return self.read_qr_codes()

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        return tuple(annotation for page in self.pages for annotation in page.annotations)

    def itself(self) -> tuple[Pdf]:
        """The document as a whole, for rules that are put to it once."""
        return (self,)

    @cached_property
    def is_slide_deck(self) -> bool:
        """Is it a presentation: pages shaped like slides, made in a program for slides or with little text?"""
        if len(self.pages) < FEWEST_SLIDES or not all(map(_is_slide_shaped, self.pages)):
            return False
        made_by = f"{self.catalog.creator} {self.catalog.producer}".casefold()
        if any(name in made_by for name in SLIDE_PROGRAMS):
            return True
        words = [sum(len(item.text.split()) for item in drawn.items) for drawn in self.drawn]
        return (
            0 < sum(words) < MOST_WORDS_ON_AVERAGE * len(self.pages) and max(words) <= MOST_WORDS_OF_A_SLIDE
        )

    @cached_property
    def slide_titles(self) -> Mapping[int, str]:
        """The first heading with words of each page that has one, by page number."""
        titles: dict[int, str] = {}
        for element in self.elements:
            if element.type in HEADINGS and (text := _words_of(element)):
                titles.setdefault(element.page, text)
        return titles

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Every structure element, in tree order."""
        return tuple(element for root in self.roots for element in (root, *root.descendants()))

    def elements_of(self, *types: str) -> list[Element]:
        return [element for element in self.elements if element.type in types]

    @cached_property
    def table_grids(self) -> tuple[Grid, ...]:
        """Every table, laid out in rows and columns."""
        return tuple(laid_out(self.elements_of("Table")))

    @cached_property
    def header_searches(self) -> tuple[HeaderSearch, ...]:
        """The tables whose data cells have to name their headers, and whether they do."""
        return tuple(header_searches(self.table_grids))

    @cached_property
    def header_searches_by_place(self) -> tuple[HeaderSearch, ...]:
        """The same where a header cell's place says what its tag leaves unsaid, as in PDF 2.0."""
        return tuple(header_searches(self.table_grids, by_place=True))

    @cached_property
    def holdings(self) -> tuple[Holding, ...]:
        """The tags for which it is laid down what they may hold, and what they hold in vain."""
        return tuple(holdings(self.elements))

    @cached_property
    def held_annotations(self) -> frozenset[int]:
        """The indexes of the annotations that the structure tree holds."""
        references = (
            kid for element in self.elements for kid in element.kids if isinstance(kid, ObjectReference)
        )
        named = (annotation.index for annotation in self.annotations if annotation.element is not None)
        return frozenset((*(reference.annotation for reference in references), *named))

    @cached_property
    def holders(self) -> Mapping[MarkedKey, Element]:
        """The structure element that holds each piece of marked content."""
        return {kid: element for element in self.elements for kid in element.kids if isinstance(kid, tuple)}

    @cached_property
    def marked_pages(self) -> tuple[MarkedPage, ...]:
        """The pages with what their marked content comes to: tagged, or decoration."""
        return tuple(marking.marked_pages(self))

    @cached_property
    def unread_text(self) -> Mapping[int, PageContent]:
        """The text, by page, that is left out of the tags and that somebody would miss."""
        return marking.unread(self, "text")

    @cached_property
    def unread_images(self) -> Mapping[int, PageContent]:
        """The images, by page, that are left out of the tags and do not stand in the same place on many pages."""
        return marking.unread(self, "image")

    @cached_property
    def font_facts(self) -> tuple[FontFacts, ...]:
        """What is known of the fonts that text is drawn with, read when first asked for."""
        pages = {item.font: drawn.page for drawn in reversed(self.drawn) for item in drawn.items}
        return tuple(replace(font, page=pages.get(font.index, 0)) for font in self.read_font_facts())

    @cached_property
    def font_texts(self) -> tuple[FontText, ...]:
        """What is drawn with each font, and how much of it nobody can read aloud."""
        return tuple(marking.font_texts(self))

    def facts(self) -> Facts:
        content = self.content
        return Facts(
            title=content.title,
            language=content.language,
            program=program_of(self.catalog),
            pages=len(self.pages),
            words=sum(len(text.split()) for text in content.text()),
            outline=tuple((heading.level, heading.text[:200]) for heading in content.headings())[:500],
            links=tuple((link.text[:200], link.target[:1000]) for link in content.links())[:500],
        )

    def found(self) -> Iterable[Found]:
        return self.attachments

    def unread(self) -> str:
        cut = [drawn.page for drawn in self.drawn if drawn.cut_short]
        if not cut:
            return ""
        named = ", ".join(map(str, cut[:10]))
        return f"not read to the end: page {named}{' and more' if len(cut) > 10 else ''}"


FEWEST_SLIDES = 3
"""A page or two of a slide's shape are rather a poster or a diploma."""
SLIDE_SHAPES = (4 / 3, 16 / 9, 16 / 10)
"""Width by height. A4 and Letter on their side are 1.41 and 1.29."""
SLIDE_PROGRAMS = ("powerpoint", "impress", "keynote", "google slides", "beamer")
MOST_WORDS_ON_AVERAGE = 120
MOST_WORDS_OF_A_SLIDE = 250
"""A page of running text has 300 words or more; slides that people talk to have 20 to 60."""


MOST_BELOW_HEADING = 100
"""Elements looked at in a heading without text: pictures, and what they stand in."""


def _is_slide_shaped(page: Page) -> bool:
    return any(abs(page.width / page.height / shape - 1) <= 0.02 for shape in SLIDE_SHAPES)


def _words_of(heading: Element) -> str:
    """What a heading says, in words or by the picture in it."""
    below = islice(heading.descendants(), MOST_BELOW_HEADING)
    said = (heading.text, heading.alt, *(element.alt for element in below))
    return next((words.strip() for words in said if words and words.strip()), "")


def program_of(catalog: Catalog) -> str:
    """The program that made the document, a key of ``rule.PROGRAMS``, from what it says of itself; else empty."""
    made_by = f"{catalog.creator} {catalog.producer}".casefold()
    for name, words in (
        ("powerpoint", ("powerpoint",)),
        ("word", ("microsoft word", "microsoft® word", "word for microsoft")),
        ("indesign", ("indesign",)),
        ("libreoffice", ("libreoffice", "openoffice", "writer", "impress")),
    ):
        if any(word in made_by for word in words):
            return name
    return ""
