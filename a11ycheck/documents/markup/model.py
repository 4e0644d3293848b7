"""What HTML inside another document says, beside its content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from a11ycheck.documents.colour_contrast import Colour, ratio
from a11ycheck.documents.content import Block, Picture
from a11ycheck.outcome import Where

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
LARGE, LARGE_AND_BOLD = 24.0, 18.5
"""CSS pixels: 18 points, and 14 points bold (WCAG 2.2, “large scale”)."""


@dataclass(frozen=True, slots=True)
class StyledText:
    """Visible text of one colour, background and size; ``text`` is where it is met first, ``places`` how often.

    ``size`` is in CSS pixels. The colours are those that the HTML sets, or black on white where it sets none.
    """

    where: Where
    text: str
    colour: Colour = BLACK
    background: Colour = WHITE
    size: float = 16.0
    bold: bool = False
    places: int = 1

    @property
    def ratio(self) -> float:
        """The contrast ratio, 1 to 21 (WCAG 2.2)."""
        return ratio(self.colour, self.background)

    @property
    def needed(self) -> float:
        """The contrast ratio that WCAG 2.2, 1.4.3, asks for."""
        return 3.0 if self.size >= (LARGE_AND_BOLD if self.bold else LARGE) else 4.5


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text that is hidden to the eye but not to a screen reader, and how many invisible signs pad it."""

    where: Where
    text: str
    padding: int = 0


@dataclass(frozen=True, slots=True)
class LayoutTable:
    """A table that only places things, and does not say so."""

    where: Where


@dataclass(frozen=True, slots=True)
class Spacer:
    """A picture that nobody sees (a spacer, or one that counts readers) and that has no alt attribute."""

    where: Where


@dataclass(frozen=True)
class Markup:
    """HTML inside another document. ``language`` is what it declares for all of its text.

    ``content_ids`` are those of the attached pictures that are shown in it. ``unread`` is what a limit kept from being
    read.
    """

    blocks: tuple[Block, ...] = ()
    language: str = ""
    styled: tuple[StyledText, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    layout_tables: tuple[LayoutTable, ...] = ()
    spacers: tuple[Spacer, ...] = ()
    content_ids: frozenset[str] = frozenset()
    text: str = ""
    unread: str = ""

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """Pictures that carry information, as far as the author has said."""
        return tuple(block for block in self.blocks if isinstance(block, Picture) and not block.decorative)
