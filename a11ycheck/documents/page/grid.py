"""Pages in a browser that is worked by WebDriver: on a Selenium Grid, or by any other server that speaks it.

WebDriver goes to an address, runs scripts and steps into frames. It tells neither styles and roles in one answer, nor
what the page asks for over the net, and nothing is driven: see docs/decisions/0009-webdriver-lane.md.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from a11ycheck.documents.addresses import host_of
from a11ycheck.documents.page.addresses import is_on_the_web
from a11ycheck.documents.page.axe_results import IN_EACH_FRAME, options, script, targets_of
from a11ycheck.documents.page.browser import WebDriver, webdriver_of
from a11ycheck.documents.page.consent import BANNERS, CLICK_AWAY
from a11ycheck.documents.page.driven import Undriven
from a11ycheck.documents.page.drivers import naming
from a11ycheck.documents.page.guard import LARGEST_DOCUMENT, PAGES
from a11ycheck.documents.page.hosts import Resolver
from a11ycheck.documents.page.model import Page
from a11ycheck.documents.page.snapshot import BROWSERS_OWN, LONGEST_TEXT, MOST_ELEMENTS, PROPERTIES, frames_of
from a11ycheck.documents.page.visit import (
    AT_REST,
    AXE,
    CLOSING,
    ENGINE,
    QUIET,
    SETTLING,
    Errand,
    Visit,
    axe_file,
    net_error,
)
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from selenium.webdriver import Remote
    from selenium.webdriver.common.options import ArgOptions
    from selenium.webdriver.remote.webelement import WebElement

    from a11ycheck.documents.page.model import Fetched

ANSWER = 60.0
"""Seconds that the server may take for one answer; giving a browser is one, and others may be waiting for theirs."""
MOST_FRAMES = 50
LOOK_AGAIN = 0.1
"""Seconds between two looks for what is waited for."""

STATE = """const [way] = performance.getEntriesByType("navigation");
return [location.href, document.contentType, way?.responseStatus ?? 0, way?.decodedBodySize ?? 0];"""
LOADED = 'return document.readyState === "complete"'


class Answered(NamedTuple):
    """What the browser says of the page that it went to."""

    address: str
    media_type: str
    status: int
    size: int


class Grid:
    """Visits pages, each in a browser of its own that the server gives and takes back."""

    has_devtools = False

    def __init__(self, given: str) -> None:
        self.given = given
        self._closing: set[asyncio.Task[None]] = set()

    async def visit(
        self,
        errand: Errand,
        how: Visiting,
        resolver: Resolver,
        ask: Callable[[Page, bool], Awaitable[Mapping[str, Fetched]]] | None = None,
    ) -> Visit:
        """Visit a page. Raises ``CouldNotCheck``."""
        from selenium.common.exceptions import UnexpectedAlertPresentException, WebDriverException
        from urllib3.exceptions import HTTPError

        _refuse(errand, how)
        host = host_of(errand.address)
        from_public = not (host and await resolver.is_private(host))
        async with self._browser(how) as driver:
            try:
                answered = await asyncio.to_thread(_go, driver, errand.address, how)
                if from_public and await resolver.is_private(host_of(answered.address)):
                    raise CouldNotCheck("private-address", f"{errand.address}: {answered.address}")
                visited = await asyncio.to_thread(_read, driver, errand, how, answered)
                if errand.rules:
                    await asyncio.to_thread(_run_axe, driver, errand, visited)
                if ask is not None:
                    visited.page.fetched = await ask(visited.page, from_public)
            except UnexpectedAlertPresentException:
                raise CouldNotCheck(
                    "never-settles", f"{errand.address}: one dialog after the other"
                ) from None
            except (WebDriverException, HTTPError, OSError) as error:
                raise CouldNotCheck("crashed", f"{errand.address}: {_first_line(error)}") from None
        visited.page.not_read = "; ".join(filter(None, [visited.page.not_read, *visited.silent]))
        return visited

    async def close(self) -> None:
        """Wait, not for long, until the server has taken all browsers back."""
        if self._closing:
            await asyncio.wait(self._closing, timeout=CLOSING)

    @asynccontextmanager
    async def _browser(self, how: Visiting) -> AsyncIterator[Remote]:
        """A browser, given back at the end, whatever the end is: also one that is given too late."""
        opening = asyncio.ensure_future(asyncio.to_thread(_open, self.given, how))
        try:
            yield await asyncio.shield(opening)
        finally:
            closing = asyncio.create_task(_close(opening))
            self._closing.add(closing)
            closing.add_done_callback(self._closing.discard)
            await asyncio.wait({closing}, timeout=CLOSING)


def _refuse(errand: Errand, how: Visiting) -> None:
    """Refuse what a browser on another machine, or WebDriver, cannot do."""
    if errand.address.startswith("file:"):
        raise CouldNotCheck("webdriver-file", errand.requested)
    if how.storage_state or how.headers:
        asked = ("--storage-state" if how.storage_state else "", "--header" if how.headers else "")
        raise CouldNotCheck("webdriver-login", ", ".join(filter(None, asked)))


def _open(given: str, how: Visiting) -> Remote:
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver import Remote
    from selenium.webdriver.remote.client_config import ClientConfig
    from urllib3.exceptions import HTTPError

    wanted = webdriver_of(given)
    place = urlsplit(wanted.server)
    shown = f"{place.scheme}://{place.netloc.rpartition('@')[2]}"  # a grid that is hired has its key in the address
    config = ClientConfig(remote_server_addr=wanted.server, timeout=int(ANSWER))
    try:
        driver = Remote(wanted.server, options=_options(wanted, how), client_config=config)
    except (WebDriverException, HTTPError, OSError) as error:
        raise CouldNotCheck("no-webdriver", f"{shown}: {_first_line(error)}") from None
    try:
        _fit(driver, how.viewport)
    except (WebDriverException, HTTPError, OSError) as error:
        driver.quit()
        raise CouldNotCheck("no-webdriver", f"{shown}: {_first_line(error)}") from None
    return driver


def _options(wanted: WebDriver, how: Visiting) -> ArgOptions:
    from selenium.webdriver import ChromeOptions, EdgeOptions, FirefoxOptions

    chosen: ArgOptions
    if wanted.browser == "firefox":
        chosen = FirefoxOptions()
        chosen.add_argument("-headless")
    else:
        chosen = EdgeOptions() if wanted.browser == "edge" else ChromeOptions()
        chosen.add_argument("--headless=new")
    for argument in wanted.arguments:
        chosen.add_argument(argument)
    chosen.page_load_strategy = "eager"
    chosen.unhandled_prompt_behavior = "dismiss"
    chosen.timeouts = {"pageLoad": int(how.patience * 1000), "script": int(ENGINE * 1000)}
    return chosen


def _fit(driver: Remote, viewport: tuple[int, int]) -> None:
    """Give the window the size at which the page in it has the one wanted."""
    width, height = viewport
    driver.set_window_size(width, height)
    across, down = driver.execute_script("return [innerWidth, innerHeight]")
    if (across, down) != viewport:
        driver.set_window_size(2 * width - across, 2 * height - down)


async def _close(opening: asyncio.Future[Remote]) -> None:
    from selenium.common.exceptions import WebDriverException
    from urllib3.exceptions import HTTPError

    with suppress(CouldNotCheck, WebDriverException, HTTPError, OSError):
        await asyncio.to_thread((await opening).quit)


def _go(driver: Remote, address: str, how: Visiting) -> Answered:
    """Go to the address. Raises ``CouldNotCheck``."""
    from selenium.common.exceptions import (
        InsecureCertificateException,
        TimeoutException,
        UnexpectedAlertPresentException,
        WebDriverException,
    )

    try:
        driver.get(address)
    except UnexpectedAlertPresentException:
        raise
    except TimeoutException:
        raise CouldNotCheck("never-settles", f"{address}: not there after {how.patience:.0f} s") from None
    except InsecureCertificateException as error:
        raise CouldNotCheck("tls", f"{address}: {_first_line(error)}") from None
    except WebDriverException as error:
        said = _first_line(error)
        raise net_error(address, said) or CouldNotCheck("crashed", f"{address}: {said}") from None
    answered = Answered(*driver.execute_script(STATE))
    if is_on_the_web(address) and not is_on_the_web(answered.address):
        raise CouldNotCheck("not-a-page", f"{address}: a download")
    if answered.status >= 400:
        raise CouldNotCheck("http-error", f"{address}: {answered.status}")
    if answered.media_type not in PAGES:
        raise CouldNotCheck("not-a-page", f"{answered.address}: {answered.media_type}")
    if answered.size > LARGEST_DOCUMENT:
        raise CouldNotCheck("too-big", f"{address}: more than {LARGEST_DOCUMENT // 1_000_000} MB")
    return answered


def _read(driver: Remote, errand: Errand, how: Visiting, answered: Answered) -> Visit:
    """Read the page that the browser shows, once it is at rest."""
    loaded = _settle(driver)
    consent = _make_ready(driver, how)
    snapshot, trees, unread = _snapshot(driver)
    frames, not_read = frames_of(snapshot, trees)
    if not frames:
        raise CouldNotCheck("broken", "the browser shows no document")
    frames[0].media_type = answered.media_type
    main = snapshot["documents"][0]
    page = Page(
        requested=errand.requested,
        address=driver.current_url,
        frames=tuple(frames),
        status=answered.status or 200,
        width=float(main["contentWidth"]),
        height=float(main["contentHeight"]),
        consent=consent,
        driven=Undriven(),
        not_read="; ".join(filter(None, [not_read, *unread, "" if loaded else "still loading"])),
    )
    return Visit(page)


def _settle(driver: Remote) -> bool:
    """Wait until the page has been at rest for a moment, not for ever; false when it is still loading then."""
    end = time.monotonic() + SETTLING
    while (left := end - time.monotonic()) > 0:
        still = driver.execute_script(f"return ({QUIET})(arguments[0])", [AT_REST * 1000, left * 1000])
        if still and driver.execute_script(LOADED):
            return True
    return bool(driver.execute_script(LOADED))


def _make_ready(driver: Remote, how: Visiting) -> str:
    """Wait for what is to be there, click away what is in the way; return what was clicked."""
    end = time.monotonic() + how.patience
    while how.wait_for and not driver.find_elements("css selector", how.wait_for):
        if time.monotonic() > end:
            raise CouldNotCheck("never-settles", f"--wait-for {how.wait_for}")
        time.sleep(LOOK_AGAIN)
    clicked = ""
    if how.click and (found := driver.find_elements("css selector", how.click)):
        found[0].click()
        clicked = how.click
    clicked = clicked or str(driver.execute_script(f"return ({CLICK_AWAY})(arguments[0])", BANNERS))
    if clicked or how.wait_for:
        _settle(driver)
    return clicked


def _snapshot(driver: Remote) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    """The page and what is in its frames, in the form of the devtools protocol, and what could not be read.

    axe-core stands in each of them afterwards, and the browser is in the page itself.
    """
    from selenium.common.exceptions import WebDriverException

    strings: list[str] = []
    documents: list[dict[str, Any]] = []
    trees: dict[str, Any] = {}
    unread: list[str] = []
    waiting: list[tuple[tuple[WebElement, ...], int, int]] = [((), -1, -1)]
    while waiting and len(documents) < MOST_FRAMES:
        way, holder, owner = waiting.pop(0)
        try:
            _step_into(driver, way)
            if driver.execute_script("return location.href").startswith(BROWSERS_OWN):
                continue
            answer = _read_document(driver, len(strings))
        except WebDriverException as error:
            if not way:
                raise
            unread.append(f"a frame: {_first_line(error)}")
            continue
        strings += answer["strings"]
        if holder >= 0:
            inner = documents[holder]["nodes"]["contentDocumentIndex"]
            inner["index"].append(owner)
            inner["value"].append(len(documents))
        waiting += [((*way, element), len(documents), number) for number, element in answer["frames"]]
        trees[strings[answer["document"]["frameId"]]] = answer["tree"]
        documents.append(answer["document"])
    if waiting:
        unread.append(f"more than {MOST_FRAMES} frames")
    driver.switch_to.default_content()
    return {"strings": strings, "documents": documents}, trees, unread


def _step_into(driver: Remote, way: tuple[WebElement, ...]) -> None:
    driver.switch_to.default_content()
    for frame in way:
        driver.switch_to.frame(frame)


def _read_document(driver: Remote, strings: int) -> dict[str, Any]:
    from axe_selenium_python import Axe

    Axe(driver, str(axe_file())).inject()
    driver.execute_script(f"{naming()};{IN_EACH_FRAME}")
    reader = Path(__file__).with_name("read_page.js").read_text("utf-8")
    answer: dict[str, Any] = driver.execute_script(reader, PROPERTIES, MOST_ELEMENTS, LONGEST_TEXT, strings)
    return answer


def _run_axe(driver: Remote, errand: Errand, visited: Visit) -> None:
    """Run axe-core's rules where it stands by now; its name is among the silent where it breaks."""
    from selenium.common.exceptions import WebDriverException

    try:
        found = driver.execute_script(f"return ({script()})(arguments[0])", options(errand.rules))
    except WebDriverException as error:
        visited.silent.append(f"{AXE}: {_first_line(error)}")
        return
    visited.page.axe = targets_of(found)


def _first_line(error: Exception) -> str:
    """What went wrong, on one line; selenium puts "Message: " before it and a stack trace after."""
    lines = filter(None, map(str.strip, str(error).removeprefix("Message:").splitlines()))
    return next(lines, type(error).__name__)
