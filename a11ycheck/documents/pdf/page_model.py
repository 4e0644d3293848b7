"""Pages as rules see them: their annotations, and what is painted on them in which marked-content sequences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.outcome import Box, Where, anchor

if TYPE_CHECKING:
    from a11ycheck.documents.pdf.tree_model import Element, MarkedKey


class Particulars(NamedTuple):
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


@dataclass(slots=True, eq=False)
class Annotation:
    """An annotation (12.5). ``element`` is the structure element that the ParentTree names for it.

    ``hidden``: flag 2 is set. ``outside``: its rectangle lies wholly outside the page's crop box. ``field_name`` and
    ``tooltip`` (TU) belong to form widgets: ``tooltip`` is the nearest, on the widget or any field above it, and
    ``field_tooltip`` that of the field itself, the innermost dictionary with a name (T) of its own. ``caption`` is
    what is written on a push button. ``is_required``: the form cannot be sent while the field is empty. ``uri`` is a
    link's address; empty for a place in the document. ``leads_to`` is the page that such a link leads to: 0 where there
    is none, None where it does something else or that is not known.
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
    is_required: bool = False
    leads_to: int | None = None
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


class Page(NamedTuple):
    """A page (7.7.3.3): size in points as it is shown, tab order (Tabs: "S", "R", "C", "A", "W" or empty)."""

    number: int
    width: float = 595.0
    height: float = 842.0
    tabs: str = ""
    annotations: tuple[Annotation, ...] = ()

    @property
    def where(self) -> Where:
        whole = Box(self.number, 0.0, 0.0, self.width, self.height)
        return Where((("page", self.number),), anchor("page", self.number), whole)

    def part_covered(self, box: Box | None) -> float:
        """The part of the page, 0 to 1, that the box covers."""
        if box is None or self.width <= 0 or self.height <= 0:
            return 0.0
        width = min(box.right, self.width) - max(box.left, 0.0)
        height = min(box.bottom, self.height) - max(box.top, 0.0)
        return max(width, 0.0) * max(height, 0.0) / (self.width * self.height)


class Sequence(NamedTuple):
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


class Item(NamedTuple):
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


class DrawnForm(NamedTuple):
    """A form XObject with marked content of its own (14.7.4.2), and the pages that draw it, each as often as it
    does."""

    pages: tuple[int, ...]

    @property
    def where(self) -> Where:
        return Where((("page", self.pages[-1]),), anchor("form", *self.pages))


class Drawn(NamedTuple):
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
