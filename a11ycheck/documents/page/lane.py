"""The browser lane: a process that owns the browser and visits several pages at once.

It reads lines of JSON, first how pages are to be visited, then a job a line, and writes a line for each job that is
done. The browser is replaced after ``PAGES_A_BROWSER`` pages, since none gives everything back. A page with known
faults is visited first: an engine that finds nothing in it makes every result say so.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from a11ycheck.cache import Cache
from a11ycheck.documents.page.addresses import file_of, is_on_the_web
from a11ycheck.documents.page.browser import BrowserLost, addresses, is_webdriver, running
from a11ycheck.documents.page.driven import NotDrivenError, Undriven
from a11ycheck.documents.page.hosts import Resolver
from a11ycheck.documents.page.model import Page
from a11ycheck.documents.page.remembered import PageMemory
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.job import Job, Result, put_rules, rules_put
from a11ycheck.trouble import CouldNotCheck, Trouble
from a11ycheck.worker import private_stdout

if TYPE_CHECKING:
    from playwright.async_api import Browser, Playwright

    from a11ycheck.documents.page.fetch import Fetcher
    from a11ycheck.documents.page.model import Fetched
    from a11ycheck.documents.page.visit import Errand, Remembered, Visit

PAGES_A_BROWSER = 50
PAGE = 90.0
"""Seconds that a page may take in all, one try."""
TRIES = 2
BEFORE_AGAIN = 1.0
"""Seconds before the second try."""
PROBING = 10.0
"""Seconds that asking for what a page links to may take."""

WORTH_ANOTHER_TRY = frozenset({"no-answer", "crashed"})
PASSING = ("429", "500", "502", "503", "504")
"""What servers answer when they may answer better a moment later."""

HOW_TO_GET_PLAYWRIGHT = 'pip install "a11ycheck[web]"'
NEEDED = ("playwright", "axe_playwright_python", "httpx")
HOW_TO_GET_WEBDRIVER = 'pip install "a11ycheck[grid]"'
NEEDED_FOR_WEBDRIVER = ("selenium", "axe_selenium_python", "axe_playwright_python", "httpx")


def main() -> None:
    answers = private_stdout()
    start = json.loads(sys.stdin.buffer.readline())
    how = Visiting.from_json(start["visiting"])
    cache = Cache(Path(start["cache"])) if start.get("cache") else None
    missing = what_is_missing(how)
    if missing:
        _answer_all(answers, Trouble("missing-part", missing))
    else:
        asyncio.run(_work(answers, how, cache))
    os._exit(0)


def what_is_missing(how: Visiting) -> str:
    """How to get what visiting pages this way needs and is not installed; empty when all is."""
    by_webdriver = is_webdriver(how.browser)
    needed = NEEDED_FOR_WEBDRIVER if by_webdriver else NEEDED
    if all(find_spec(name) for name in needed):
        return ""
    return HOW_TO_GET_WEBDRIVER if by_webdriver else HOW_TO_GET_PLAYWRIGHT


def _answer_all(answers: BinaryIO, trouble: Trouble) -> None:
    """Answer every job that comes with the same trouble."""
    for line in sys.stdin.buffer:
        _write(answers, json.loads(line)["number"], Result(trouble=trouble))


def _write(answers: BinaryIO, number: int, result: Result) -> None:
    answers.write(json.dumps({"number": number, "result": result.to_json()}).encode() + b"\n")
    answers.flush()


async def _work(answers: BinaryIO, how: Visiting, cache: Cache | None) -> None:
    under_way: set[asyncio.Task[None]] = set()
    async with running_lane(how, cache) as lane:

        async def do(number: int, job: Job) -> None:
            _write(answers, number, await lane.do(job))

        while line := await asyncio.to_thread(sys.stdin.buffer.readline):
            message = json.loads(line)
            task = asyncio.create_task(do(message["number"], Job.from_json(message["job"])))
            under_way.add(task)
            task.add_done_callback(under_way.discard)
        for task in under_way:
            task.cancel()


@asynccontextmanager
async def running_lane(how: Visiting, cache: Cache | None = None) -> AsyncIterator[Lane]:
    """A lane in this process, its browsers closed at the end. What comes of pages is remembered in the ``cache``."""
    from a11ycheck.documents.page.fetch import Fetcher

    resolver = Resolver()
    async with _visitor(how.browser) as visitor:
        memory = None
        if cache is not None and visitor.has_devtools:
            with suppress(OSError):
                memory = PageMemory(cache, how)
        lane = Lane(visitor, how, resolver, Fetcher(resolver), memory)
        try:
            yield lane
        finally:
            await lane.close()


@asynccontextmanager
async def _visitor(browser: str) -> AsyncIterator[Visitor]:
    if is_webdriver(browser):
        from a11ycheck.documents.page.grid import Grid

        yield Grid(browser)
        return
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        given = [Browsers(playwright, each) for each in addresses(browser)]
        if len(given) == 1:
            yield given[0]
        else:
            from a11ycheck.documents.page.spread import Spread

            yield Spread(given)


class Visitor(Protocol):
    """What visits pages. ``has_devtools``: it sees files, and drives what it visits."""

    has_devtools: bool

    async def visit(
        self,
        errand: Errand,
        how: Visiting,
        resolver: Resolver,
        ask: Callable[[Page, bool], Awaitable[Mapping[str, Fetched]]] | None = None,
    ) -> Visit:
        """Visit a page. Raises ``CouldNotCheck``."""
        ...

    async def close(self) -> None: ...


@dataclass(slots=True, eq=False)
class _Started:
    """A browser, how many pages it has shown, and how many it is showing."""

    browser: Browser
    stack: AsyncExitStack
    shown: int = 0
    showing: int = 0


class Browsers:
    """Visits pages in a Chromium that Playwright drives: one at a time, replaced now and then."""

    has_devtools = True

    def __init__(self, playwright: Playwright, program: str) -> None:
        self.playwright = playwright
        self.program = program
        self._current: _Started | None = None
        self._starting = asyncio.Lock()

    async def close(self) -> None:
        if self._current is not None:
            await self._current.stack.aclose()

    async def visit(
        self,
        errand: Errand,
        how: Visiting,
        resolver: Resolver,
        ask: Callable[[Page, bool], Awaitable[Mapping[str, Fetched]]] | None = None,
    ) -> Visit:
        from playwright.async_api import Error

        from a11ycheck.documents.page.visit import visit

        started = await self._browser()
        started.showing += 1
        try:
            made = await visit(started.browser, errand, how, resolver, ask)
            if started.browser.is_connected():
                return made
            # What is read while the browser is being lost may be half of the page.
            raise BrowserLost("crashed", f"{errand.address}: the browser was lost")
        except CouldNotCheck as reason:
            if started.browser.is_connected():
                raise
            raise BrowserLost(reason.trouble.reason, reason.trouble.detail) from None
        except asyncio.CancelledError:
            # Whatever hangs, hangs in this browser: it is not used again.
            started.shown = PAGES_A_BROWSER
            raise
        except Error as error:
            started.shown = PAGES_A_BROWSER
            kind = CouldNotCheck if started.browser.is_connected() else BrowserLost
            raise kind("crashed", f"{errand.address}: {error.message.splitlines()[0]}") from None
        finally:
            started.showing -= 1
            if started.shown >= PAGES_A_BROWSER and not started.showing:
                await self._retire(started)

    async def _browser(self) -> _Started:
        async with self._starting:
            current = self._current
            if current is None or current.shown >= PAGES_A_BROWSER or not current.browser.is_connected():
                if current is not None and not current.showing:
                    await self._retire(current)
                stack = AsyncExitStack()
                browser = await stack.enter_async_context(running(self.playwright, self.program))
                current = self._current = _Started(browser, stack)
            current.shown += 1
            return current

    async def _retire(self, started: _Started) -> None:
        from playwright.async_api import Error

        if self._current is started:
            self._current = None
        with suppress(Error):
            await started.stack.aclose()


class Lane:
    """Has pages visited and puts their rules."""

    def __init__(
        self,
        visitor: Visitor,
        how: Visiting,
        resolver: Resolver,
        fetcher: Fetcher,
        memory: PageMemory | None = None,
    ) -> None:
        self.memory = memory
        self.visitor = visitor
        self.how = how
        self.resolver = resolver
        self.fetcher = fetcher
        self._silent: asyncio.Task[str] | None = None

    async def close(self) -> None:
        await self.fetcher.close()
        await self.visitor.close()

    async def do(self, job: Job) -> Result:
        """Check one page; whatever goes wrong with it is in the result."""
        try:
            rules = await asyncio.to_thread(rules_put, job)
            if self.memory is None:
                self._look_at_canary()
            with tempfile.TemporaryDirectory(prefix="a11ycheck-") as folder:
                errand = _errand(job, Path(folder), axe_rules(put.id for _, put in rules))
                visited = await self.visited(replace(errand, recall=self._recall_of(job)))
            if visited.known is not None:
                known: Result = visited.known
                return known
            page = visited.page
            self._look_at_canary()
            asks = {put.id: part for rule, put in rules if (part := undriven(rule.document, rule.each, page))}
            put = [each for each in rules if each[1].id not in asks]
            result = await asyncio.to_thread(put_rules, job, page, put)
            silent = await asyncio.shield(self._look_at_canary())
        except CouldNotCheck as reason:
            return Result(trouble=reason.trouble)
        except Exception as error:
            return Result(trouble=Trouble("crashed", f"{job.source}: {type(error).__name__}: {error}"))
        result = replace(result, trouble=_all_of(result.trouble, silent, asks))
        if self.memory is not None and visited.key:
            await asyncio.to_thread(self.memory.keep, job, visited, result)
        return result

    def _look_at_canary(self) -> asyncio.Task[str]:
        """Begin to look at it, once; what is remembered came of engines that were looked at then."""
        if self._silent is None:
            self._silent = asyncio.create_task(self._canary())
        return self._silent

    def _recall_of(self, job: Job) -> Callable[[str], Remembered | None] | None:
        memory = self.memory
        if memory is None:
            return None

        def recall(page: str) -> Remembered | None:
            found = memory.recalled(job, page)
            if found is None:
                self._look_at_canary()
            return found

        return recall

    async def visited(self, errand: Errand) -> Visit:
        """Visit the page; once more where that may help. Raises ``CouldNotCheck``."""
        for tried in range(1, TRIES + 1):
            try:
                return await self._visit(errand, self.how)
            except CouldNotCheck as reason:
                if tried == TRIES or not _may_go_better(reason.trouble):
                    raise
            await asyncio.sleep(BEFORE_AGAIN)
        raise AssertionError("the last try returns or raises")

    async def _visit(self, errand: Errand, how: Visiting) -> Visit:
        try:
            async with asyncio.timeout(PAGE):
                return await self.visitor.visit(errand, how, self.resolver, self._ask)
        except TimeoutError:
            raise CouldNotCheck("timed-out", f"{errand.address}: stopped after {PAGE:.0f} s") from None

    async def _canary(self) -> str:
        """Which engines find nothing in a page with known faults; empty when all do."""
        from a11ycheck.documents.page.canary import WITHOUT_DEVTOOLS, errand, silent_on

        devtools = self.visitor.has_devtools
        try:
            visited = await self._visit(errand(as_file=devtools), Visiting())
        except CouldNotCheck as reason:
            return f"canary: {reason.trouble.detail or reason.trouble.reason}"
        return silent_on(visited, None if devtools else WITHOUT_DEVTOOLS)

    async def _ask(self, page: Page, from_public: bool) -> Mapping[str, Fetched]:
        """Ask for what the page links to; what has not answered in time is not in the answer."""
        from a11ycheck.documents.page.leads import look_at_file, to_ask

        if not self.how.probe:
            return {}
        own_file = file_of(page.address)
        found: dict[str, Fetched] = {}

        async def ask(address: str, read: bool) -> None:
            if is_on_the_web(address):
                found[address] = await self.fetcher.ask(address, read=read, from_public=from_public)
            elif own_file is not None and (seen := look_at_file(address, own_file.parent)):
                found[address] = seen

        # A page that is a file asks for nothing over the net: the user named no address.
        wanted = {
            address: read
            for address, read in to_ask(page).items()
            if own_file is None or not is_on_the_web(address)
        }
        with suppress(TimeoutError):
            async with asyncio.timeout(PROBING):
                await asyncio.gather(*(ask(address, read) for address, read in wanted.items()))
        return found


def undriven(document: type, each: Callable[[Page], Iterable[object]], page: Page) -> str:
    """The part of ``Driven`` that a rule asks for, on a page that could not be driven; else empty."""
    if document is Page and isinstance(page.driven, Undriven):
        try:
            next(iter(each(page)), None)
        except NotDrivenError as part:
            return str(part)
        except Exception:  # the rule's own fault is told when it is put
            return ""
    return ""


def _all_of(trouble: Trouble | None, silent: str, asks: Mapping[str, str]) -> Trouble | None:
    """What is in the way of an answer, in one: the reason that weighs most, and the details of all."""
    parts = ", ".join(f"{part} {number}" for part, number in Counter(asks.values()).most_common())
    found = [
        *([trouble] if trouble else ()),
        *([Trouble("engine-silent", silent)] if silent else ()),
        *([Trouble("webdriver-rules", f"{parts}: {', '.join(sorted(asks))}")] if asks else ()),
    ]
    return Trouble(found[0].reason, "; ".join(each.detail for each in found)) if found else None


def axe_rules(rule_ids: Iterable[str]) -> list[str]:
    """axe-core's own names of those of the rules that are axe-core's."""
    prefix = "axe-"
    return [rule_id.removeprefix(prefix) for rule_id in rule_ids if rule_id.startswith(prefix)]


def _errand(job: Job, folder: Path, rules: Collection[str]) -> Errand:
    from a11ycheck.documents.page.visit import Errand

    if job.data is not None:
        path = folder / "page.html"
        path.write_bytes(job.data)
        return Errand(job.source, path.resolve().as_uri(), rules, show=job.show, offline=True)
    address = job.path if is_on_the_web(job.path) else Path(job.path).resolve().as_uri()
    return Errand(job.source, address, rules, show=job.show)


def _may_go_better(trouble: Trouble) -> bool:
    if trouble.reason == "http-error":
        return trouble.detail.endswith(PASSING)
    return trouble.reason in WORTH_ANOTHER_TRY


if __name__ == "__main__":
    main()
