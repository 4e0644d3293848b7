"""Pages that are spread over browsers which run elsewhere."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from a11ycheck import ruleset
from a11ycheck.browser_lane import BrowserLane
from a11ycheck.documents.page.browser import BrowserLost, addresses
from a11ycheck.documents.page.hosts import Resolver
from a11ycheck.documents.page.lane import Visitor
from a11ycheck.documents.page.model import Page
from a11ycheck.documents.page.spread import Spread
from a11ycheck.documents.page.visit import Errand, Visit
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.job import Job, Result
from a11ycheck.trouble import CouldNotCheck
from browser import executable, need_browser
from web import page, server

RULES = ruleset.load("wcag22-aa")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", [""]),
        ("/opt/a,b/chromium", ["/opt/a,b/chromium"]),
        ("ws://a:1", ["ws://a:1"]),
        ("ws://a:1,http://b:2, wss://c/x?y=1,2", ["ws://a:1", "http://b:2", "wss://c/x?y=1,2"]),
    ],
)
def test_addresses_have_commas_between(given: str, expected: list[str]) -> None:
    assert addresses(given) == expected


class Told(Visitor):
    """A visitor that does what it is told for each visit."""

    def __init__(self, *doing: Exception | None) -> None:
        self.doing = list(doing)
        self.visits = 0

    async def visit(self, errand: Errand, *more: object) -> Visit:  # type: ignore[override]
        self.visits += 1
        what = self.doing.pop(0) if self.doing else None
        await asyncio.sleep(0)
        if what is not None:
            raise what
        return Visit(Page.of())

    async def close(self) -> None: ...


LOST = BrowserLost("no-browser", "gone")


def visits(spread: Spread, many: int, *, at_once: bool = False) -> list[str]:
    """What comes of so many visits."""

    async def one() -> str:
        try:
            await spread.visit(Errand("x", "x"), Visiting(), Resolver())
        except CouldNotCheck as reason:
            return reason.trouble.reason
        return "fine"

    async def all_of_them() -> list[str]:
        if at_once:
            return list(await asyncio.gather(*(one() for _ in range(many))))
        return [await one() for _ in range(many)]

    return asyncio.run(all_of_them())


def test_pages_are_shared() -> None:
    first, second = Told(), Told()
    assert visits(Spread([first, second]), 6, at_once=True) == ["fine"] * 6
    assert (first.visits, second.visits) == (3, 3)


def test_one_that_is_lost_is_left_out_and_its_pages_go_to_the_others() -> None:
    first, second = Told(None, LOST), Told()
    assert visits(Spread([first, second]), 5) == ["fine"] * 5
    assert (first.visits, second.visits) == (2, 4)


def test_what_is_wrong_with_a_page_is_asked_of_one_browser() -> None:
    first, second = Told(CouldNotCheck("http-error")), Told()
    assert visits(Spread([first, second]), 1) == ["http-error"]
    assert second.visits == 0


def test_when_all_are_lost_they_are_tried_again() -> None:
    first, second = Told(LOST), Told(LOST)
    assert visits(Spread([first, second]), 3) == ["no-browser", "fine", "fine"]


@contextmanager
def chromium(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A browser that runs by itself, and its address."""
    from playwright.sync_api import sync_playwright

    program = executable()
    if program is None:
        with sync_playwright() as playwright:
            program = playwright.chromium.executable_path
    process = subprocess.Popen(
        [program, "--headless", "--no-sandbox", "--remote-debugging-port=0", f"--user-data-dir={folder}"],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stderr is not None
    try:
        said = next(line for line in process.stderr if b"DevTools listening on" in line).decode()
        yield process, said.rpartition(" ")[2].strip()
    finally:
        end(process)
        process.stderr.close()


def end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_a_browser_that_is_killed_midway_costs_no_page(tmp_path: Path) -> None:
    need_browser()
    (tmp_path / "page.html").write_text(page('<img src="x.png">'), "utf-8")
    with ExitStack() as stack:
        site = stack.enter_context(server({}, tmp_path))
        (killed, first), (_, second) = (stack.enter_context(chromium(tmp_path / name)) for name in ("a", "b"))
        lane = BrowserLane(Visiting(browser=f"{first},{second}"), at_once=2)
        try:
            jobs = [Job(f"{n}", "page", RULES, site.at(f"/page.html?{n}")) for n in range(6)]
            results = lane.run(jobs)
            done = [next(results)]
            end(killed)
            done += results
        finally:
            lane.close()
    assert [result.trouble for result in done] == [None] * 6
    assert all("axe-image-alt" in rules_failed(result) for result in done)


def rules_failed(result: Result) -> set[str]:
    return {finding.rule for finding in result.findings}
