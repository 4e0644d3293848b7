"""HTML files as the product's own lane captures them: one browser for all, several pages at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from a11ycheck.documents.page.visiting import Visiting

if TYPE_CHECKING:
    from a11ycheck.documents.page.lane import Lane
    from a11ycheck.documents.page.model import Page

AT_ONCE = 3


def rules_and_drivers(rule_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a fixture of this rule needs: axe-core's rule and what settles it, or the drivers, or neither."""
    from a11ycheck.documents.page.visit import EVERY_DRIVER

    folder, _, name = rule_id.partition("-")
    return {"axe": ((name,), ("contrast",)), "page": ((), EVERY_DRIVER)}.get(folder, ((), ()))


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
    from a11ycheck.documents.page.visit import Errand

    rules, drivers = rules_and_drivers(path.parent.name)
    address = path.resolve().as_uri()
    try:
        future.set_result((await lane.visited(Errand(address, address, rules, drivers))).page)
    except Exception as error:
        future.set_exception(error)
