"""What moves and changes on a page by itself, and how it looks while it is pointed at, has focus or waits to be filled
in, as plain data. Elements are named by path (``Page.by_path``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck.documents.page.keyboard import Fact, Seen, seen_on

if TYPE_CHECKING:
    from a11ycheck.documents.page.model import Page


@dataclass(frozen=True, slots=True)
class Changing:
    """Text that a script changes again and again, for more than 5 seconds, ``seconds`` apart. ``text`` is what it was
    at first, ``last`` what it was then."""

    path: str
    seconds: float
    text: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Moving:
    """Something that moves or blinks by itself for more than 5 seconds.

    ``kind``: "moves", "blinks" or, where a script changes pictures or slides, "switches". ``period``: seconds that one
    turn takes. ``text``: what is written in it; empty where nothing is. ``area``: its share (0 to 1) of the window.
    ``calms``: it stops where the reader has asked for less motion; None where that was not tried.
    """

    path: str
    kind: str
    period: float
    text: str = ""
    area: float = 0.0
    calms: bool | None = None


@dataclass(frozen=True, slots=True)
class StateContrast:
    """Text that stands out less than WCAG 1.4.3 needs in one state: "placeholder", "hover" or "focus". Colours are
    written “#rrggbb”."""

    path: str
    state: str
    ratio: float
    needed: float
    foreground: str
    background: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class FaintField:
    """An empty field, or a box to tick, of which neither edge nor surface stands out 3:1 from what is around it;
    ``ratio`` is the best of them."""

    path: str
    ratio: float


@dataclass(frozen=True, slots=True)
class Hovering:
    """A part with links or buttons that style sheets show while something is pointed at, and not while anything has
    focus. ``text`` is what one of them says."""

    path: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A picture that text seems to be written in. ``text`` is that of an SVG file; empty where the picture only looks
    like it. ``alone``: the file holds nothing but text."""

    path: str
    text: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    changing: tuple[Changing, ...] = ()
    moving: tuple[Moving, ...] = ()
    contrasts: tuple[StateContrast, ...] = ()
    faint: tuple[FaintField, ...] = ()
    hovering: tuple[Hovering, ...] = ()
    written: tuple[Written, ...] = ()


def seen_to_change(wanted: Callable[[Changes], Iterable[Fact]]) -> Callable[[Page], Iterator[Seen[Fact]]]:
    """The targets of a rule about what ``wanted`` picks out; none where the driver did not run."""

    def targets(page: Page) -> Iterator[Seen[Fact]]:
        changes = page.driven.changes if page.driven else None
        return seen_on(page, wanted(changes) if changes else ())

    return targets
