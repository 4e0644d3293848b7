"""Bad addresses, through the whole line: each has its reason with address and status, and the good one is judged."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from a11ycheck import ruleset
from a11ycheck.check import DocumentReport, Report, check
from a11ycheck.documents.page.visiting import Visiting
from browser import need_browser
from web import BAD, Handler, Server, page, server

PATIENCE = 8.0
REASONS = {
    "/gone": {"http-error"},
    "/broken": {"http-error"},
    "/round": {"redirects"},
    "/never-done": {"never-settles"},
    "/dialogs": {"never-settles"},
    "/huge": {"too-big", "never-settles"},  # whichever of the two limits is met first
    "/download": {"no-kind"},
    "/exhausts": {"crashed"},
    "/missing.pdf": {"http-error"},
}
DETAILS = {"/gone": "404", "/broken": "500", "/round": "REDIRECTS", "/download": "octet-stream"}
NO_SUCH_HOST = "http://a11ycheck.invalid/"


def once_broken(handler: Handler) -> None:
    """Fails the first time it is asked, and is well the second."""
    first = ("GET", "/once-broken") not in handler.server.asked[:-1]
    handler.say(503 if first else 200, page("<p>Välkommen!</p>"))


@pytest.fixture(scope="module")
def site() -> Iterator[Server]:
    need_browser()
    with server({**BAD, "/once-broken": once_broken}) as running:
        yield running


@pytest.fixture(scope="module")
def report(site: Server) -> Report:
    inputs = [*map(site.at, ("/good", *REASONS, "/once-broken")), NO_SUCH_HOST]
    inputs.append(site.at("/good").replace("http:", "https:"))
    return check(inputs, ruleset.load("wcag22-aa"), visiting=Visiting(patience=PATIENCE))


def part(report: Report, name: str) -> DocumentReport:
    (found,) = [part for part in report.documents if part.source.name == name]
    return found


@pytest.mark.parametrize("path", REASONS)
def test_what_cannot_be_checked_has_its_reason_and_address(report: Report, site: Server, path: str) -> None:
    trouble = part(report, site.at(path)).trouble
    assert trouble is not None
    assert trouble.reason in REASONS[path]
    assert site.at(path) in trouble.detail
    assert DETAILS.get(path, "") in trouble.detail


def test_a_host_that_does_not_exist(report: Report) -> None:
    trouble = part(report, NO_SUCH_HOST).trouble
    assert trouble is not None
    assert trouble.reason == "no-such-host"


def test_a_connection_that_is_not_safe(report: Report, site: Server) -> None:
    trouble = part(report, site.at("/good").replace("http:", "https:")).trouble
    assert trouble is not None
    assert trouble.reason == "tls"


def test_the_good_page_among_them_is_judged(report: Report, site: Server) -> None:
    good = part(report, site.at("/good"))
    assert good.trouble is None
    assert sum(put.count.passed for put in good.rules) > 0


def test_what_a_server_fails_to_give_once_is_asked_for_again(report: Report, site: Server) -> None:
    assert part(report, site.at("/once-broken")).trouble is None
    assert site.asked.count(("GET", "/gone")) == 1
