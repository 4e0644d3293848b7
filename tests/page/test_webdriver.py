"""Pages in a browser that WebDriver works: chromedriver stands for a grid."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from importlib.util import find_spec
from urllib.parse import urlsplit

import pytest

from a11ycheck import ruleset
from a11ycheck.check import DocumentReport, Report, check
from a11ycheck.documents.page import grid, lane
from a11ycheck.documents.page.browser import WebDriver, webdriver_of
from a11ycheck.documents.page.driven import Driven, NotDrivenError, Undriven
from a11ycheck.documents.page.hosts import Resolver
from a11ycheck.documents.page.lane import NEEDED_FOR_WEBDRIVER, running_lane, undriven, what_is_missing
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.documents.page.visit import EVERY_DRIVER, Errand
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.trouble import CouldNotCheck, Trouble
from a11ycheck.verdict import Verdict
from web import BAD, Handler, Server, page, server

RULES = ruleset.load("wcag22-aa")


def away(handler: Handler) -> None:
    """To another host, where frames from this one are of another origin."""
    handler.say(302, Location=f"http://localhost:{handler.server.server_port}/good")


def framed(handler: Handler) -> None:
    """A picture without a text in the page, in a frame of its own origin and in one of another."""
    other = f"http://localhost:{handler.server.server_port}/picture"
    frames = f'<iframe src="/picture" title="a"></iframe><iframe src="{other}" title="b"></iframe>'
    handler.say(200, page(f'<img src="x.png">{frames}'))


def strict(handler: Handler) -> None:
    """A page that lets no script run but WebDriver's."""
    handler.say(200, page('<img src="x.png">'), Content_Security_Policy="default-src 'none'")


PAGES = {
    **BAD,
    "/away": away,
    "/framed": framed,
    "/picture": lambda handler: handler.say(200, page('<img src="y.png">')),
    "/strict": strict,
    "/late": lambda handler: handler.say(
        200, page("<script>setTimeout(() => document.body.append(new Image()), 700)</script>")
    ),
    "/banner": lambda handler: handler.say(
        200, page('<button id="onetrust-accept-btn-handler" onclick="this.remove()">OK</button>')
    ),
}


@pytest.fixture(scope="module")
def site() -> Iterator[Server]:
    with server(PAGES) as running:
        yield running


@pytest.fixture(scope="module")
def driver() -> Iterator[str]:
    """What --browser is given for a chromedriver that runs on this machine."""
    program = shutil.which("chromedriver")
    if program is None or any(find_spec(name) is None for name in NEEDED_FOR_WEBDRIVER):
        pytest.skip(
            'WebDriver cannot be used here: pip install "a11ycheck[grid]", and apt install chromium-driver'
        )
    port = free_port()
    with subprocess.Popen([program, f"--port={port}"], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        while "started successfully" not in (line := running.stdout.readline()):
            assert line, "chromedriver did not start"
        # As root, and in many containers, Chromium has no sandbox.
        yield f"webdriver:http://127.0.0.1:{port}?argument=--no-sandbox"
        running.terminate()


def free_port() -> int:
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        port: int = any_port.getsockname()[1]
        return port


def run(browser: str, *addresses: str, how: Visiting | None = None, rules: ruleset.Ruleset = RULES) -> Report:
    return check(addresses, rules, visiting=how or Visiting(browser=browser, patience=10))


def one(report: Report) -> DocumentReport:
    (document,) = report.documents
    return document


def trouble_of(report: Report) -> Trouble:
    trouble = one(report).trouble
    assert trouble is not None
    return trouble


def found_by(document: DocumentReport, rule: str) -> int:
    return sum(judgement.finding.rule == rule for judgement in document.judgements)


def sessions(browser: str) -> int:
    """How many browsers the server has given and not got back."""
    with closing(HTTPConnection(urlsplit(webdriver_of(browser).server).netloc)) as connection:
        connection.request("GET", "/sessions", headers={"Connection": "close"})
        return len(json.loads(connection.getresponse().read())["value"])


def test_faults_are_found_in_all_frames_and_every_browser_is_given_back(driver: str, site: Server) -> None:
    report = run(driver, site.at("/framed"))
    document = one(report)
    assert report.verdict is Verdict.FAIL
    assert found_by(document, "axe-image-alt") == 3
    assert sessions(driver) == 0


def test_a_page_that_lets_no_script_run_is_judged(driver: str, site: Server) -> None:
    assert found_by(one(run(driver, site.at("/strict"))), "axe-image-alt") == 1


def test_a_page_without_faults_is_no_pass_and_the_rules_left_out_are_named(driver: str, site: Server) -> None:
    report = run(driver, site.at("/good"))
    document, trouble = one(report), trouble_of(report)
    assert report.verdict is Verdict.UNDECIDED
    assert not document.judgements
    assert trouble.reason == "webdriver-rules"
    put = {put.id: put.count for put in document.rules}
    for left_out in ("page-focus-visible", "page-reflow", "page-moving-parts", "page-reached-by-keyboard"):
        assert left_out in trouble.detail
        assert left_out not in put
    assert put["axe-document-title"].passed == put["page-has-language"].passed == 1
    assert document.facts is not None
    assert document.facts.title == "Konferensen"


def test_where_no_rule_is_left_out_the_verdict_can_be_a_pass(driver: str, site: Server) -> None:
    only_axe = ruleset.Ruleset("r", RULES.title, requires=("axe-*",), select=("axe-*",))
    assert run(driver, site.at("/good"), rules=only_axe).verdict is Verdict.PASS


REASONS = {
    "/gone": "http-error",
    "/broken": "http-error",
    "/round": "redirects",
    "/download": "no-kind",
    "/dialogs": "never-settles",
    "/never-done": "never-settles",
    "/good": "webdriver-rules",
}


def test_what_cannot_be_checked_has_its_reason_and_the_others_are_judged(driver: str, site: Server) -> None:
    report = run(driver, *map(site.at, REASONS))
    found = {document.source.name: document.trouble for document in report.documents}
    reasons = {path: trouble.reason for path in REASONS if (trouble := found[site.at(path)])}
    assert reasons == REASONS
    assert sessions(driver) == 0


def visited(browser: str, address: str, **more: object) -> Page:
    async def visit() -> Page:
        async with running_lane(Visiting(browser=browser, **more)) as running:  # type: ignore[arg-type]
            return (await running.visited(Errand(address, address))).page

    return asyncio.run(visit())


def test_the_page_is_read_with_roles_names_styles_and_places(driver: str, site: Server) -> None:
    read = visited(driver, site.at("/good"))
    (heading,) = read.with_role("heading")
    assert (heading.name, heading.states["level"], heading.style("display")) == ("Konferensen", 1, "block")
    assert heading.box is not None
    assert heading.box.bottom > heading.box.top >= 0
    assert read.root.visible_text == "Konferensen Välkommen!"
    assert (read.main.title, read.root.language, read.status) == ("Konferensen", "sv", 200)


def test_what_is_waited_for_and_clicked_away(driver: str, site: Server) -> None:
    assert list(visited(driver, site.at("/late"), wait_for="body > img").elements("img"))
    banner = visited(driver, site.at("/banner"))
    assert banner.consent == "OneTrust"
    assert not list(banner.with_role("button"))
    assert visited(driver, site.at("/banner"), click="main button").consent == "main button"


def test_the_window_has_the_size_that_was_asked_for(driver: str, site: Server) -> None:
    assert visited(driver, site.at("/good"), viewport=(900, 700)).width == 900


def test_a_page_from_the_net_that_leads_to_a_private_address_is_not_read(
    driver: str, site: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 127.0.0.1 plays the net, and localhost the private network that it leads to.
    async def is_private(self: Resolver, host: str) -> bool:
        return host == "localhost"

    monkeypatch.setattr(Resolver, "is_private", is_private)
    assert visited(driver, site.at("/good")).status == 200
    with pytest.raises(CouldNotCheck) as refused:
        visited(driver, site.at("/away"))
    assert refused.value.trouble.reason == "private-address"
    assert "localhost" in refused.value.trouble.detail


def test_a_browser_that_the_server_does_not_have_is_said(driver: str, site: Server) -> None:
    trouble = trouble_of(run(f"{driver}&browser=firefox", site.at("/good")))
    assert trouble.reason == "no-webdriver"


@pytest.fixture
def installed() -> None:
    if any(find_spec(name) is None for name in NEEDED_FOR_WEBDRIVER):
        pytest.skip('WebDriver cannot be used here: pip install "a11ycheck[grid]"')


@pytest.mark.usefixtures("installed")
class TestWithoutAServer:
    def test_one_that_does_not_answer_is_named_without_its_key(self, site: Server) -> None:
        port = free_port()
        trouble = trouble_of(run(f"webdriver:http://kim:hemlig@127.0.0.1:{port}", site.at("/good")))
        assert trouble.reason == "no-webdriver"
        assert f"http://127.0.0.1:{port}: " in trouble.detail
        assert "refused" in trouble.detail
        assert "hemlig" not in trouble.detail

    def test_a_file_is_refused(self, tmp_path: os.PathLike[str]) -> None:
        file = os.path.join(tmp_path, "sida.html")
        with open(file, "w", encoding="utf-8") as out:
            out.write(page("<p>Välkommen!</p>"))
        trouble = trouble_of(run("webdriver:http://127.0.0.1:1", file))
        assert (trouble.reason, trouble.detail.partition(";")[0]) == ("webdriver-file", file)

    def test_login_and_headers_are_refused(self, site: Server) -> None:
        how = Visiting(browser="webdriver:http://127.0.0.1:1", storage_state="s.json", headers={"A": "b"})
        trouble = trouble_of(run("", site.at("/good"), how=how))
        assert (trouble.reason, trouble.detail) == ("webdriver-login", "--storage-state, --header")


def test_without_the_libraries_it_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lane, "NEEDED_FOR_WEBDRIVER", ("no_such_library",))
    assert what_is_missing(Visiting(browser="webdriver:http://grid:4444")) == 'pip install "a11ycheck[grid]"'


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("webdriver:http://grid:4444", WebDriver("http://grid:4444")),
        (
            "webdriver:https://kim:key@hub/wd/hub?browser=edge",
            WebDriver("https://kim:key@hub/wd/hub", "edge"),
        ),
        (
            "webdriver:http://grid?argument=--no-sandbox&argument=--lang=sv",
            WebDriver("http://grid", "chrome", ("--no-sandbox", "--lang=sv")),
        ),
    ],
)
def test_how_a_server_is_written(given: str, meant: WebDriver) -> None:
    assert webdriver_of(given) == meant


@pytest.mark.parametrize(
    "given",
    [
        *(
            "webdriver:",
            "webdriver:grid:4444",
            "webdriver:http://",
            "webdriver:http://[",
            "webdriver:ftp://a",
        ),
        *("webdriver:http://a?browser=lynx", "webdriver:http://a?x=1", "webdriver:http://a:99999"),
    ],
)
def test_what_is_no_server_is_refused(given: str) -> None:
    with pytest.raises(CouldNotCheck) as refused:
        webdriver_of(given)
    assert refused.value.trouble.reason == "no-webdriver"


@pytest.mark.parametrize("part", EVERY_DRIVER)
def test_whoever_asks_for_what_was_not_driven_is_told(part: str) -> None:
    page = Page.of("Välkommen", driven=Undriven())

    def asks(page: Page) -> Iterator[Element]:
        if getattr(page.driven, part):
            yield page.root

    with pytest.raises(NotDrivenError):
        list(asks(page))
    assert undriven(Page, asks, page) == part
    assert undriven(Page, asks, Page.of("Välkommen", driven=Driven())) == ""
    assert undriven(Page, Page.elements, page) == ""


def test_who_listens_for_clicks_is_not_guessed() -> None:
    with pytest.raises(NotDrivenError):
        _ = Element("div", clickable=None).clickable


def test_an_error_is_told_on_one_line() -> None:
    assert grid._first_line(Exception("Message: gone\nStacktrace:\n#0 0x1")) == "gone"
    assert grid._first_line(OSError()) == "OSError"
