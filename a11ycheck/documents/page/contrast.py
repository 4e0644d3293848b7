"""How text over pictures and gradients, and icons, stand out on a page as shown: plain data. Elements are named by path
(``Page.by_path``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck.documents.page.keyboard import Fact, Seen, seen_on

if TYPE_CHECKING:
    from a11ycheck.documents.page.model import Page


@dataclass(frozen=True, slots=True)
class PicturedText:
    """Text that axe-core could not judge, as pictures of the page showed it.

    ``lost``: the share (0 to 1) of its letters that stand out less than ``needed``; 0 where all of it stands out.
    ``ratio`` is what most of those have, or of all the least; colours are written “#rrggbb”. ``size`` is in CSS pixels.
    """

    path: str
    lost: float
    ratio: float
    needed: float
    size: float
    foreground: str
    background: str


@dataclass(frozen=True, slots=True)
class FaintIcon:
    """An icon that is all a link or button shows, and of which no part stands out 3:1; ``ratio`` is the best of it. The
    path is that of the link or button."""

    path: str
    ratio: float


@dataclass(frozen=True, slots=True)
class Contrasts:
    """``texts`` are held against what level AA needs, ``enhanced`` those of them that reach it against level AAA; text
    that is not there could not be told."""

    texts: tuple[PicturedText, ...] = ()
    enhanced: tuple[PicturedText, ...] = ()
    icons: tuple[FaintIcon, ...] = ()


def seen_faint(wanted: Callable[[Contrasts], Iterable[Fact]]) -> Callable[[Page], Iterator[Seen[Fact]]]:
    """The targets of a rule about what ``wanted`` picks out; none where the driver did not run."""

    def targets(page: Page) -> Iterator[Seen[Fact]]:
        contrasts = page.driven.contrast if page.driven else None
        return seen_on(page, wanted(contrasts) if contrasts else ())

    return targets
