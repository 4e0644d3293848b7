"""Several browsers that run elsewhere, as one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck.documents.page.browser import BrowserLost

if TYPE_CHECKING:
    from a11ycheck.documents.page.hosts import Resolver
    from a11ycheck.documents.page.lane import Visitor
    from a11ycheck.documents.page.model import Fetched, Page
    from a11ycheck.documents.page.visit import Errand, Visit
    from a11ycheck.documents.page.visiting import Visiting


@dataclass(slots=True, eq=False)
class _One:
    visitor: Visitor
    showing: int = 0


class Spread:
    """Visits each page in the browser that shows fewest. One that is lost is left out, and its pages are visited in the
    others; when none is left, all are tried again."""

    has_devtools = True

    def __init__(self, visitors: Sequence[Visitor]) -> None:
        self._all = [_One(browser) for browser in visitors]
        self._left = list(self._all)

    async def close(self) -> None:
        for one in self._all:
            await one.visitor.close()

    async def visit(
        self,
        errand: Errand,
        how: Visiting,
        resolver: Resolver,
        ask: Callable[[Page, bool], Awaitable[Mapping[str, Fetched]]] | None = None,
    ) -> Visit:
        lost = BrowserLost("no-browser")
        for _ in self._all:
            one = min(self._left or self._all, key=lambda one: one.showing)
            one.showing += 1
            try:
                return await one.visitor.visit(errand, how, resolver, ask)
            except BrowserLost as reason:
                lost = reason
            finally:
                one.showing -= 1
            if one in self._left:
                self._left.remove(one)
        raise lost
