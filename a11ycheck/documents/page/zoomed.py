"""What became of a page when it was zoomed, put in a narrow window, and had its text spaced out, as plain data.
Elements are named by path (``Page.by_path``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck.documents.page.keyboard import Fact, Seen, seen_on

if TYPE_CHECKING:
    from a11ycheck.documents.page.model import Page


@dataclass(frozen=True, slots=True)
class Cut:
    """Text that an element with ``overflow`` hidden or clip cuts off.

    ``path`` is what cuts. ``across``: to the side, else at the bottom. ``before``: it did so already at ordinary size.
    ``own``: the text stands in what cuts it, not in a part that may be moved into view. ``opens``: a control belongs to
    it that may show the rest. ``text`` is the beginning of what is cut.
    """

    path: str
    across: bool
    text: str = ""
    before: bool = False
    own: bool = True
    opens: bool = False


@dataclass(frozen=True, slots=True)
class StickingOut:
    """A part of the page with text that ends ``pixels`` to the right of a window of 320 CSS pixels."""

    path: str
    pixels: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Text that lies on other text, ``on``."""

    path: str
    on: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class NotEnlarged:
    """Text that is ``times`` as large on the screen at 200 % as at 100 %, since its size follows the window."""

    path: str
    times: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class Zoomed:
    """``zoomed``: at 200 %, 640 by 512 CSS pixels. ``narrow``: at 400 %, 320 by 256; only what was not cut at 200 %.
    ``spaced`` and ``overlaps``: with the spacing of WCAG 1.4.12, only what was well before it."""

    zoomed: tuple[Cut, ...] = ()
    not_enlarged: tuple[NotEnlarged, ...] = ()
    narrow: tuple[Cut, ...] = ()
    sticking_out: tuple[StickingOut, ...] = ()
    spaced: tuple[Cut, ...] = ()
    overlaps: tuple[Overlap, ...] = ()


def seen_when_zoomed(wanted: Callable[[Zoomed], Iterable[Fact]]) -> Callable[[Page], Iterator[Seen[Fact]]]:
    """The targets of a rule about what ``wanted`` picks out; none where the page was not zoomed."""

    def targets(page: Page) -> Iterator[Seen[Fact]]:
        zoomed = page.driven.zoomed if page.driven else None
        return seen_on(page, wanted(zoomed) if zoomed else ())

    return targets
