"""HTML files as the product's own lane captures them: one browser for all, several pages at once."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from a11ycheck.documents.page.driven import Driven, NotDrivenError
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.registry import all_rules

if TYPE_CHECKING:
    from a11ycheck.documents.page.lane import Lane
    from a11ycheck.documents.page.model import Page

AT_ONCE = 3


def rules_and_drivers(rule_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a fixture of this rule needs at least: axe-core's rule and what settles it, or neither."""
    folder, _, name = rule_id.partition("-")
    return ((name,), ("contrast",)) if folder == "axe" else ((), ())


@contextmanager
def captured(fixtures: Iterable[Path]) -> Iterator[Mapping[Path, Future[Page]]]:
    """The pages of fixtures, each named after its folder's rule; they come one after the other while tests run."""
    paths = list(dict.fromkeys(fixtures))
    futures: dict[Path, Future[Page]] = {path: Future() for path in paths}
    thread = Thread(target=lambda: asyncio.run(_capture_all(paths, futures)), daemon=True)
    thread.start()
    try:
        yield futures
    finally:
        for future in futures.values():
            future.cancel()
        thread.join()


async def _capture_all(paths: Iterable[Path], futures: Mapping[Path, Future[Page]]) -> None:
    from a11ycheck.documents.page.lane import running_lane

    room = asyncio.Semaphore(AT_ONCE)
    async with running_lane(Visiting()) as lane:

        async def capture(path: Path) -> None:
            async with room:
                if futures[path].set_running_or_notify_cancel():
                    await _capture(lane, path, futures[path])

        await asyncio.gather(*map(capture, paths))


async def _capture(lane: Lane, path: Path, future: Future[Page]) -> None:
    """Visit the page, and drive it in each way that its rule asks for, no other: driving takes most of the time."""
    from a11ycheck.documents.page.visit import Errand

    rules, drivers = rules_and_drivers(path.parent.name)
    address = path.resolve().as_uri()
    try:
        while True:
            page = (await lane.visited(Errand(address, address, rules, drivers))).page
            asked = (
                _asked_for(path.parent.name, page, drivers) if path.parent.name.startswith("page-") else ""
            )
            if not asked:
                break
            drivers = (*drivers, asked)
        future.set_result(page)
    except Exception as error:
        future.set_exception(error)


def _asked_for(rule_id: str, page: Page, drivers: Collection[str]) -> str:
    """The part of ``Driven`` that the rule asks for and has not got; empty when it has all that it asks for."""
    rule = all_rules()[rule_id]
    driven = page.driven
    page.driven = _Asked(driven, drivers)
    try:
        for _ in rule.apply(page, rule.options):
            pass
    except NotDrivenError as part:
        return str(part)
    finally:
        page.driven = driven
    return ""


class _Asked(Driven):
    """Raises for a part that was not driven."""

    def __init__(self, driven: Driven | None, drivers: Collection[str]) -> None:
        super().__init__(**{name: getattr(driven, name) for name in drivers})
        self.there = frozenset(drivers)

    def __getattribute__(self, name: str) -> Any:
        if name in Driven.__slots__ and name not in super().__getattribute__("there"):
            raise NotDrivenError(name)
        return super().__getattribute__(name)
