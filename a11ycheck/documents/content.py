"""The content that all documents share: what a reader meets, in reading order, whatever the file format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from a11ycheck.outcome import Where


@dataclass(slots=True)
class Block:
    """Anything that stands in the reading order, to be read only. ``language`` is the one in force there, own or
    inherited."""

    where: Where = field(default_factory=Where, kw_only=True)
    language: str = field(default="", kw_only=True)


@dataclass(slots=True)
class Heading(Block):
    """A heading; ``level`` counts from 1, and is 0 where the format has headings without a level."""

    level: int
    text: str


@dataclass(slots=True)
class Paragraph(Block):
    """Running text outside headings, lists and tables. ``size`` is in points, 0 when unknown."""

    text: str
    size: float = 0.0
    bold: bool = False


@dataclass(slots=True)
class ListItem(Block):
    """One item of a list, with its text."""

    text: str


class Cell(NamedTuple):
    """A table cell. ``header`` is true for a header cell."""

    text: str = ""
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Table(Block):
    """A table as rows of cells; a cell that spans several rows stands in the first of them."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""

    def cells(self) -> Iterator[Cell]:
        for row in self.rows:
            yield from row


@dataclass(slots=True)
class Picture(Block):
    """A picture. ``alt`` is its text alternative: None when there is none, empty when it is there but says nothing.

    ``decorative`` is true when the author has said that the picture carries no information. ``content`` is a digest of
    what is pictured, by which two pictures are told apart; empty when the format does not tell.
    """

    alt: str | None
    decorative: bool = False
    content: str = ""


@dataclass(slots=True)
class Link(Block):
    """A link: the text that a reader meets, where it leads (empty when that is a place in the document), and the text
    of the paragraph, heading, list item or cell around it, where that is known. ``visible``: is it there for the eye,
    too?"""

    text: str
    target: str = ""
    around: str = ""
    visible: bool = True


@dataclass(slots=True)
class Player(Block):
    """A recording that is played where it stands. ``kind``: "video", "audio", or "embedded" for a player of another
    site. ``addresses``: what it plays, the first choice first. ``name``: what it is called, as by a frame's title."""

    kind: str
    addresses: tuple[str, ...] = ()
    name: str = ""
    visible: bool = True


class HeadingStep(NamedTuple):
    """A heading and the one before it in reading order; ``previous`` is 0 for the first."""

    where: Where
    previous: int
    level: int
    text: str


OfKind = TypeVar("OfKind", bound=Block)


class Content(NamedTuple):
    """A whole document as its reader meets it.

    ``title`` and ``language`` are what the document declares about itself. ``structured`` is false when headings,
    lists and tables cannot be told from other text, as in an untagged PDF: ``blocks`` are then paragraphs only.
    ``address`` is where a page lies, from which files that it links to are followed; empty for other documents.
    """

    blocks: tuple[Block, ...] = ()
    title: str = ""
    language: str = ""
    structured: bool = True
    where: Where = Where()
    address: str = ""

    @staticmethod
    def of(
        *blocks: Block, title: str = "", language: str = "", structured: bool = True, address: str = ""
    ) -> Content:
        """Make content of blocks: the short way for examples and tests."""
        return Content(blocks, title, language, structured, address=address)

    def itself(self) -> tuple[Content]:
        """The document as a whole, for rules that are put to it once."""
        return (self,)

    def headings(self) -> Iterator[Heading]:
        return self._only(Heading)

    def heading_steps(self) -> Iterator[HeadingStep]:
        """Each heading that has a level and a text, with the level before it."""
        previous = 0
        for heading in self.headings():
            if heading.level and heading.text.strip():
                yield HeadingStep(heading.where, previous, heading.level, heading.text)
                previous = heading.level

    def paragraphs(self) -> Iterator[Paragraph]:
        return self._only(Paragraph)

    def list_items(self) -> Iterator[ListItem]:
        return self._only(ListItem)

    def tables(self) -> Iterator[Table]:
        return self._only(Table)

    def pictures(self) -> Iterator[Picture]:
        """Pictures that carry information, as far as the author has said."""
        return (picture for picture in self._only(Picture) if not picture.decorative)

    def links(self) -> Iterator[Link]:
        return self._only(Link)

    def text(self) -> Iterator[str]:
        """All running text, block by block: paragraphs, headings, list items and cells."""
        for block in self.blocks:
            if isinstance(block, (Paragraph, Heading, ListItem)):
                yield block.text
            elif isinstance(block, Table):
                yield from (cell.text for cell in block.cells())

    def language_is_marked_throughout(self) -> bool:
        """Every block says its language, so that the document's own is known without being declared."""
        return bool(self.blocks) and all(block.language for block in self.blocks)

    def _only(self, kind: type[OfKind]) -> Iterator[OfKind]:
        return (block for block in self.blocks if isinstance(block, kind))
