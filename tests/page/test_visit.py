"""The browser lane, with a browser."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11ycheck import browser_lane, ruleset
from a11ycheck.browser_lane import BrowserLane
from a11ycheck.documents.page.canary import SIGNS, silent_on
from a11ycheck.documents.page.lane import running_lane
from a11ycheck.documents.page.model import Page
from a11ycheck.documents.page.visit import EVERY_DRIVER, Errand, Visit
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.job import Job, Result
from browser import need_browser
from web import Handler, Server, page, server

RULES = ruleset.load("wcag22-aa")


def test_an_engine_that_finds_nothing_on_the_canary_is_named() -> None:
    assert silent_on(Visit(Page.of())) == ", ".join(SIGNS)
    assert {"snapshot", "axe-core", *EVERY_DRIVER} == set(SIGNS)


BANNER = '<button id="onetrust-accept-btn-handler" onclick="this.remove()">OK</button>'
LATE = """<script>setTimeout(() => {
  const picture = document.createElement("img");
  picture.id = "late";
  picture.src = "/x.png";
  document.querySelector("main").append(picture);
}, 700)</script>"""


def secret(handler: Handler) -> None:
    known = handler.headers.get("X-Key") == "hemlig"
    handler.say(200 if known else 403, page("<p>Inloggad</p>"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    need_browser()
    folder = tmp_path_factory.mktemp("site")
    (folder / "good.html").write_text(page("<p>Välkommen!</p>"), "utf-8")
    (folder / "bad.html").write_text(page('<img src="x.png"><a href="b.pdf">Inbjudan, pdf</a>'), "utf-8")
    (folder / "late.html").write_text(page(LATE), "utf-8")
    (folder / "banner.html").write_text(page(BANNER), "utf-8")
    with server({"/secret": secret}, folder) as running:
        yield running


def run(
    *places: str, how: Visiting | None = None, data: bytes | None = None, show: bool = False
) -> list[Result]:
    lane = BrowserLane(how or Visiting())
    try:
        return list(
            lane.run([Job(place, "page", RULES, "" if data else place, data, show) for place in places])
        )
    finally:
        lane.close()


def failed(result: Result) -> set[str]:
    assert result.trouble is None, result.trouble
    return {finding.rule for finding in result.findings}


def test_pages_are_judged_in_the_order_they_were_given(site: Server) -> None:
    good, bad = run(site.at("/good.html"), site.at("/bad.html"))
    assert "axe-image-alt" not in failed(good)
    assert "axe-image-alt" in failed(bad)
    assert [found.address for found in bad.found] == []
    assert site.asked.count(("HEAD", "/b.pdf")) == 1


def test_a_page_that_was_found_in_a_mail_is_judged() -> None:
    need_browser()
    (result,) = run("mail.eml > page.html", data=page('<img src="x.png">').encode())
    assert "axe-image-alt" in failed(result)


def test_a_picture_of_the_place_comes_along_when_it_is_wanted(site: Server) -> None:
    (result,) = run(site.at("/bad.html"), show=True)
    assert result.crops.keys() <= {finding.key for finding in result.findings}
    assert result.crops


def test_a_page_is_read_when_what_is_waited_for_is_there(site: Server) -> None:
    (result,) = run(site.at("/late.html"), how=Visiting(wait_for="#late"))
    assert "axe-image-alt" in failed(result)


def test_what_is_waited_for_in_vain_is_said(site: Server) -> None:
    (result,) = run(site.at("/good.html"), how=Visiting(wait_for="#never", patience=2))
    assert result.trouble is not None
    assert "#never" in result.trouble.detail


def test_headers_of_the_user_are_sent_to_the_page(site: Server) -> None:
    (refused,), (let_in,) = (
        run(site.at("/secret")),
        run(site.at("/secret"), how=Visiting(headers={"X-Key": "hemlig"})),
    )
    assert refused.trouble is not None
    assert refused.trouble.detail.endswith("403")
    assert let_in.trouble is None


def visited(address: str, how: Visiting) -> Page:
    async def visit() -> Page:
        async with running_lane(how) as lane:
            return (await lane.visited(Errand(address, address, drivers=()))).page

    return asyncio.run(visit())


def test_a_banner_is_clicked_away_and_recorded(site: Server) -> None:
    known = visited(site.at("/banner.html"), Visiting())
    assert known.consent == "OneTrust"
    assert not list(known.with_role("button"))
    assert visited(site.at("/banner.html"), Visiting(click="main button")).consent == "main button"
    assert visited(site.at("/good.html"), Visiting(click="main button")).consent == ""


def test_a_page_that_is_a_file_sees_its_own_folder_only(tmp_path: Path) -> None:
    need_browser()
    (tmp_path / "outside.html").write_text(page("<p>Hemligt</p>"), "utf-8")
    folder = tmp_path / "sida"
    folder.mkdir()
    (folder / "inside.html").write_text(page("<p>Program</p>"), "utf-8")
    frames = '<iframe src="inside.html" title="a"></iframe><iframe src="../outside.html" title="b"></iframe>'
    (folder / "index.html").write_text(page(frames), "utf-8")
    read = visited((folder / "index.html").as_uri(), Visiting())
    assert [frame.address for frame in read.frames[1:]] == [(folder / "inside.html").as_uri()]
    assert "Hemligt" not in read.root.text


def test_the_browser_makes_no_pages_of_its_own_ready() -> None:
    need_browser()

    async def beside_a_page() -> list[str]:
        from playwright.async_api import async_playwright

        from a11ycheck.documents.page.browser import running

        async with async_playwright() as playwright, running(playwright) as browser:
            tab = await browser.new_page()
            await tab.wait_for_timeout(500)
            session = await browser.new_browser_cdp_session()
            shown = await session.send("Target.getTargets", {"filter": [{}]})
            return [target["url"] for target in shown["targetInfos"] if target["type"] not in ("page", "tab")]

    assert asyncio.run(beside_a_page()) == []


def test_without_a_browser_the_reason_says_so(site: Server) -> None:
    (result,) = run(site.at("/good.html"), how=Visiting(browser="/nowhere/chromium"))
    assert result.trouble is not None
    assert result.trouble.reason == "no-browser"


def test_a_lane_that_is_lost_is_started_again(site: Server) -> None:
    lane = BrowserLane(Visiting(), at_once=1)
    try:
        job = Job("good", "page", RULES, site.at("/good.html"))
        assert next(lane.run([job])).trouble is None
        assert lane._lane is not None
        lane._lane.process.kill()
        assert next(lane.run([job])).trouble is None
    finally:
        lane.close()


def test_a_lane_that_takes_no_more_jobs_is_started_again(site: Server) -> None:
    lane = BrowserLane(Visiting(), at_once=1)
    try:
        job = Job("good", "page", RULES, site.at("/good.html"))
        assert next(lane.run([job])).trouble is None
        assert lane._lane is not None
        assert lane._lane.process.stdin is not None
        lane._lane.process.stdin.close()
        assert next(lane.run([job])).trouble is None
    finally:
        lane.close()


def test_settings_survive_the_way_to_the_lane() -> None:
    how = Visiting("chrome", "state.json", {"A": "b"}, (800, 600), "#a", "#b", 3.5, False)
    assert Visiting.from_json(json.loads(json.dumps(how.to_json()))) == how


def test_no_secret_of_the_environment_is_handed_on() -> None:
    assert not {"AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "LD_PRELOAD"} & set(browser_lane.HANDED_ON)
