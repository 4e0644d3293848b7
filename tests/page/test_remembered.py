"""Pages that are remembered: by what they are made of when they are loaded, never by their address."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from a11ycheck import ruleset
from a11ycheck.cache import Cache
from a11ycheck.check import check
from a11ycheck.documents.page import remembered, visit
from a11ycheck.documents.page.lane import Lane, running_lane
from a11ycheck.documents.page.loaded import brought_nothing_new, digest_of_answers, digest_of_page
from a11ycheck.documents.page.model import Element, Fetched, Page
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.executors import Here
from a11ycheck.job import Job, Result
from a11ycheck.journal import Journal
from a11ycheck.remembering import Memory
from a11ycheck.ruleset import Ruleset
from browser import need_browser
from web import Answer, Handler, Server, page, server

RULES = replace(
    ruleset.load("wcag22-aa"), select=("axe-image-alt", "page-link-text-*", "page-document-links-work")
)
HTML = page('<img src="a.png"><script src="s.js"></script><p id="p">Hej</p>')


def says(body: str, media_type: str) -> Answer:
    def answer(handler: Handler) -> None:
        handler.say(200, body, media_type)

    return answer


@pytest.fixture
def site() -> Iterator[Server]:
    need_browser()
    answers = {"/": says(HTML, "text/html"), "/s.js": says("var a = 1;", "text/javascript")}
    with server(answers) as running:
        yield running


@pytest.fixture(autouse=True)
def nothing_is_installed_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "state", lambda: "as installed")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are not tried out, and neither is the one with known faults."""

    async def canary(_: Lane) -> str:
        return ""

    monkeypatch.setattr(visit, "DRIVERS", ())
    monkeypatch.setattr(Lane, "_canary", canary)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that engines have looked at."""
    found: list[str] = []
    by_hand = visit._axe

    async def noted(tab: object, captured: Page, rules: object) -> object:
        found.append(captured.requested)
        return await by_hand(tab, captured, rules)  # type: ignore[arg-type]

    monkeypatch.setattr(visit, "_axe", noted)
    return found


def visited(
    site: Server, folder: Path, rules: Ruleset = RULES, how: Visiting | None = None, path: str = "/"
) -> Result:
    async def one() -> Result:
        async with running_lane(how or Visiting(), Cache(folder / "cache")) as lane:
            return await lane.do(Job(site.at(path), "page", rules, site.at(path)))

    return asyncio.run(one())


def test_the_same_page_is_looked_at_once(site: Server, tmp_path: Path, looked_at: list[str]) -> None:
    first = visited(site, tmp_path)
    once = list(looked_at)
    second = visited(site, tmp_path)
    assert first.trouble is None
    assert [finding.rule for finding in first.findings] == ["axe-image-alt"]
    assert site.at() in once
    assert looked_at == once
    assert json.dumps(second.to_json()) == json.dumps(first.to_json())


def _script(running: Server) -> None:
    running.answers["/s.js"] = says("var a = 2;", "text/javascript")


def _text(running: Server) -> None:
    running.answers["/"] = says(HTML.replace("Hej", "Hallå"), "text/html")


def _comment(running: Server) -> None:
    running.answers["/"] = says(HTML + "<!-- new -->", "text/html")


def _policy(running: Server) -> None:
    def answer(handler: Handler) -> None:
        handler.say(200, HTML, "text/html", Content_Security_Policy="img-src 'none'")

    running.answers["/"] = answer


def _picture(running: Server) -> None:
    running.answers["/a.png"] = says("", "image/png")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("change", [_script, _text, _comment, _policy, _picture])
def test_a_page_that_is_made_of_something_else_is_looked_at_anew(
    site: Server, tmp_path: Path, looked_at: list[str], change: Callable[[Server], None]
) -> None:
    visited(site, tmp_path)
    change(site)
    looked_at.clear()
    visited(site, tmp_path)
    assert site.at() in looked_at


@pytest.mark.usefixtures("quick")
def test_rules_and_the_way_of_visiting_count(site: Server, tmp_path: Path, looked_at: list[str]) -> None:
    visited(site, tmp_path)
    for rules, how in (
        (replace(RULES, select=("axe-image-alt", "axe-link-name")), Visiting()),
        (RULES, Visiting(viewport=(800, 600))),
        (RULES, Visiting(headers={"X-Key": "hemlig"})),
    ):
        looked_at.clear()
        visited(site, tmp_path, rules, how)
        assert site.at() in looked_at


@pytest.mark.usefixtures("quick")
def test_what_a_link_answers_today_counts(site: Server, tmp_path: Path, looked_at: list[str]) -> None:
    site.answers["/"] = says(page('<img src="a.png"><a href="/agenda.pdf">Dagordning</a>'), "text/html")
    site.answers["/agenda.pdf"] = says("%PDF-1.7", "application/pdf")
    visited(site, tmp_path)
    looked_at.clear()
    visited(site, tmp_path)
    assert looked_at == []
    del site.answers["/agenda.pdf"]
    visited(site, tmp_path)
    assert site.at() in looked_at


LISTENS = "<script>new EventSource('/events')</script>"
CONNECTS = "<script>new WebSocket(location.href.replace('http', 'ws') + 'socket')</script>"
WORKS = "<script>new Worker('/w.js')</script>"


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("part", [LISTENS, CONNECTS, WORKS], ids=["events", "socket", "worker"])
def test_a_page_that_cannot_be_seen_whole_is_not_remembered(
    site: Server, tmp_path: Path, looked_at: list[str], part: str
) -> None:
    site.answers["/"] = says(page(part + '<img src="a.png">'), "text/html")
    site.answers["/w.js"] = says("onmessage = () => {}", "text/javascript")
    site.answers["/events"] = lambda handler: handler.server.ending.wait(5) and None
    for _ in range(2):
        looked_at.clear()
        visited(site, tmp_path)
        assert site.at() in looked_at


def test_trouble_with_a_page_is_never_kept(
    site: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def silent(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(visit, "_axe", silent)
        assert visited(site, tmp_path).trouble is not None
    assert visited(site, tmp_path).trouble is None


def test_a_run_that_is_gone_on_with_loads_no_page_again(site: Server, tmp_path: Path) -> None:
    def run(*, resume: bool) -> list[tuple[str, str]]:
        site.asked.clear()
        memory = Memory(None, Journal(tmp_path, "run", resume=resume))
        check([site.at(), site.at("/gone")], RULES, executor=Here(), memory=memory)
        return list(site.asked)

    first = Journal(tmp_path, "run")
    first.close(whole=True)
    with pytest.MonkeyPatch.context() as patched:
        # As when the process is killed before it can put away its journal.
        patched.setattr(Memory, "close", lambda self, *, whole: None)
        assert ("GET", "/") in run(resume=False)
    assert run(resume=True) == []


def test_each_part_and_each_element_counts() -> None:
    parts = frozenset({"GET a 200 x", "GET b 200 y"})
    first = Page.of(Element("p", {"class": "a"}, "Hej"))
    same = Page.of(Element("p", {"class": "a"}, "Hej"))
    assert digest_of_page(first, parts) == digest_of_page(same, parts)
    others = [
        digest_of_page(first, frozenset({"GET a 200 x"})),
        digest_of_page(first, parts, "another browser"),
        digest_of_page(Page.of(Element("p", {"class": "b"}, "Hej")), parts),
        digest_of_page(Page.of(Element("p", {"class": "a"}, "Hallå")), parts),
        digest_of_page(Page.of(Element("p", {"class": "a"}, "Hej", name="x")), parts),
    ]
    assert len({digest_of_page(first, parts), *others}) == 1 + len(others)


def test_each_answer_counts() -> None:
    found = Fetched(200, "https://example.org/a", text="x")
    others = [
        replace(found, status=404),
        replace(found, digest="1"),
        replace(found, text="y"),
        replace(found, size=1),
    ]
    digests = {digest_of_answers({"a": each}) for each in (found, *others)} | {digest_of_answers({})}
    assert len(digests) == len(others) + 2


BEFORE = frozenset({"GET https://example.org/a.css 200 digest"})


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("GET https://example.org/a.css 200 digest", True),
        ("GET https://example.org/a.css net::ERR_FAILED", True),
        ("GET https://example.org/b.css net::ERR_FAILED", False),
        ("GET https://example.org/a.css 200 another", False),
        ("POST https://example.org/a.css 200 digest", False),
        ("GET https://example.org/a.css net::ERR_CONNECTION_RESET", False),
    ],
)
def test_what_trying_out_brings_is_nothing_new_or_makes_the_page_unknown(more: str, expected: bool) -> None:
    assert brought_nothing_new(BEFORE, BEFORE | {more}) is expected
    assert not brought_nothing_new(None, BEFORE)
    assert not brought_nothing_new(BEFORE, None)
