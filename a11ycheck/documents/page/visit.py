"""One visit to a page: open it, let it settle, read it, let the engines look at it, drive it. What comes of it is plain
data."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from a11ycheck.documents.addresses import host_of
from a11ycheck.documents.page.addresses import file_of, is_on_the_web
from a11ycheck.documents.page.axe_results import IN_EACH_FRAME, AxeTarget, options, script, targets_of
from a11ycheck.documents.page.capture import capture
from a11ycheck.documents.page.consent import BANNERS, CLICK_AWAY
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.drivers import before, naming
from a11ycheck.documents.page.guard import LARGEST_DOCUMENT, PAGES, Guard
from a11ycheck.documents.page.hosts import Resolver, behind_proxy, is_private
from a11ycheck.documents.page.loaded import Loaded, brought_nothing_new, digest_of_answers, digest_of_page
from a11ycheck.documents.page.model import Page
from a11ycheck.documents.page.plain_contrast import NEEDED, Spared, spared_from_contrast
from a11ycheck.documents.page.snapshot import BROWSERS_OWN
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, CDPSession, ProxySettings, Response
    from playwright.async_api import Page as Tab

AT_REST = 0.15
"""Seconds without a change and without a request after which a page counts as settled."""
SETTLING = 5.0
"""Seconds that it may take; what still moves then is looked at while it moves."""
ENGINE = 30.0
"""Seconds that one engine or driver may take before its facts are given up."""
LONGEST_LOOK = 50.0
"""Seconds that all engines and drivers may take together."""
CLOSING = 5.0
NOWHERE: ProxySettings = {"server": "http://127.0.0.1:9", "bypass": "<-loopback>"}
"""A proxy that is none, for what passes no guard: connections made ahead of time, web sockets."""
TALLEST_PICTURE = 16_000
"""CSS pixels of a page that are kept as a picture."""

DRIVERS = (
    ("contrast", "a11ycheck.documents.page.drivers.contrast"),
    ("media", "a11ycheck.documents.page.drivers.media"),
    ("zoomed", "a11ycheck.documents.page.drivers.zoom"),
    ("changes", "a11ycheck.documents.page.drivers.changes"),
    ("keyboard", "a11ycheck.documents.page.drivers.keyboard"),
    ("answers", "a11ycheck.documents.page.drivers.answers"),
)
"""The parts of ``Driven`` and what gives them, in the order they are run: the one that presses keys after all that only
look, and then the one that loads the page anew."""
EVERY_DRIVER = tuple(name for name, _ in DRIVERS)


QUIET = """([rest, longest]) => new Promise((resolve) => {
  let timer;
  const done = (still) => { watch.disconnect(); clearTimeout(timer); clearTimeout(end); resolve(still); };
  const again = () => { clearTimeout(timer); timer = setTimeout(() => done(true), rest); };
  const watch = new MutationObserver(again);
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const end = setTimeout(() => done(false), longest);
  again();
})"""

AXE = "axe-core"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Errand:
    """A page to visit. ``address`` is where it is; a file has a file: address. ``rules`` are those of axe-core that are
    wanted, and ``drivers`` the parts of ``Driven``. ``show``: is a picture of the page wanted? ``recall`` is asked by a
    digest of the page what is remembered of it. ``offline``: it loads nothing from the net, as it was found inside
    another document and nobody asked for it."""

    requested: str
    address: str
    rules: Collection[str] = ()
    drivers: Collection[str] = EVERY_DRIVER
    show: bool = False
    recall: Callable[[str], Remembered | None] | None = None
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is remembered of a page: a digest of what the addresses that it links to answered, and what came of it."""

    answers: str
    result: Any


@dataclass(slots=True, eq=False)
class Visit:
    """What came of a visit: the page, and which engines gave nothing.

    ``key`` is a digest of the page, empty where it is not to be remembered; ``known`` is what was, and then nobody has
    looked at the page any further. ``until`` is when the clock must stand for an engine to be given no more time.
    """

    page: Page
    silent: list[str] = field(default_factory=list)
    key: str = ""
    known: Any = None
    until: float = field(default_factory=lambda: time.monotonic() + LONGEST_LOOK)


async def visit(
    browser: Browser,
    errand: Errand,
    how: Visiting,
    resolver: Resolver,
    ask: Callable[[Page, bool], Awaitable[Mapping[str, Any]]] | None = None,
) -> Visit:
    """Visit a page in a context of its own, closed afterwards. Raises ``CouldNotCheck``, and Playwright's ``Error``
    when the browser itself is lost.

    ``ask`` finds out about the addresses that the page links to, while it is driven; it is told whether the page is out
    on the net.
    """
    context = await browser.new_context(
        viewport={"width": how.viewport[0], "height": how.viewport[1]},
        storage_state=how.storage_state or None,
        service_workers="block",
        accept_downloads=False,
        permissions=[],
        proxy=NOWHERE if errand.offline else None,
    )
    try:
        return await _in_context(context, errand, how, resolver, ask)
    finally:
        async with asyncio.timeout(CLOSING):
            await context.close()


async def _in_context(
    context: BrowserContext,
    errand: Errand,
    how: Visiting,
    resolver: Resolver,
    ask: Callable[[Page, bool], Awaitable[Mapping[str, Any]]] | None,
) -> Visit:
    from playwright.async_api import Error

    await context.add_init_script(before())
    tab = await context.new_page()
    session = await context.new_cdp_session(tab)
    own_host = host_of(errand.address)
    file = file_of(errand.address)
    guard = Guard(
        tab,
        session,
        resolver,
        folder=file.parent if file else None,
        own_host=own_host,
        headers=how.headers,
        from_public=not (own_host and await resolver.is_private(own_host)),
        offline=errand.offline,
        keeps_bodies=errand.recall is not None,
    )
    loading = Loaded(tab, session) if errand.recall is not None else None
    await guard.start()
    if guard.from_public:
        await context.route_web_socket(_leads_to_private, lambda socket: socket.close())
    try:
        status = await _open(tab, guard, errand.address, file, how.patience)
        return await _unless_stopped(guard, _read(tab, session, guard, loading, errand, how, status, ask))
    except Error as error:
        raise _lost(guard, errand.address) or error from None


async def _read(
    tab: Tab,
    session: CDPSession,
    guard: Guard,
    loading: Loaded | None,
    errand: Errand,
    how: Visiting,
    status: int,
    ask: Callable[[Page, bool], Awaitable[Mapping[str, Any]]] | None,
) -> Visit:
    """Read the page that stands in the tab."""
    loaded = await settle(tab, guard)
    consent = await _make_ready(tab, guard, how)
    page = await capture(tab, errand.requested, status)
    page.consent = consent
    made = Visit(page)
    asking = asyncio.ensure_future(ask(page, guard.from_public)) if ask else None
    try:
        parts = await loading.parts() if loading is not None else None
        if errand.recall is not None and await _is_known(tab, made, parts, errand.recall, asking):
            return made
        if errand.rules:
            page.axe = await _engine(made, AXE, _axe(tab, page, errand.rules)) or {}
        if errand.show:
            page.picture = await _engine(made, "picture", _picture(session, page)) or b""
        page.driven = await _driven(tab, session, made, errand.drivers)
        if asking is not None:
            page.fetched = await asking
        if loading is not None and not brought_nothing_new(parts, await loading.parts()):
            # What comes only when the page is tried out may be another thing next time.
            made.key = ""
    finally:
        if asking is not None:
            asking.cancel()
    notes = [page.not_read, *made.silent, "" if loaded else "still loading"]
    page.not_read = "; ".join(filter(None, notes))
    return made


async def _is_known(
    tab: Tab,
    made: Visit,
    parts: frozenset[str] | None,
    recall: Callable[[str], Remembered | None],
    asking: Awaitable[Mapping[str, Any]] | None,
) -> bool:
    """Is it remembered what came of this page, and do the addresses that it links to answer what they did then?"""
    if parts is not None:
        browser = tab.context.browser
        version = browser.version if browser is not None else ""
        made.key = await asyncio.to_thread(digest_of_page, made.page, parts, version)
    remembered = recall(made.key)
    if remembered is None:
        return False
    if asking is not None:
        made.page.fetched = await asking
    if digest_of_answers(made.page.fetched) != remembered.answers:
        return False
    made.known = remembered.result
    return True


async def _open(tab: Tab, guard: Guard, address: str, file: Path | None, patience: float) -> int:
    """Go to the address and return the status of the last answer. Raises ``CouldNotCheck``."""
    from playwright.async_api import Error, TimeoutError

    if file is not None:
        _refuse_large(file)
    try:
        answer = await _unless_stopped(
            guard, tab.goto(address, wait_until="domcontentloaded", timeout=patience * 1000)
        )
    except TimeoutError:
        raise CouldNotCheck("never-settles", f"{address}: not there after {patience:.0f} s") from None
    except Error as error:
        raise _lost(guard, address) or _not_reached(guard, address, error.message) from None
    return await _status(answer, guard, address)


async def _status(answer: Response | None, guard: Guard, address: str) -> int:
    if answer is None:
        raise CouldNotCheck("broken", f"{address}: no answer that is a page")
    if is_on_the_web(address):
        server = None if behind_proxy() else await answer.server_addr()
        if guard.from_public and server and is_private(server["ipAddress"]):
            raise CouldNotCheck("private-address", f"{address}: {answer.url}")
    if answer.status >= 400:
        raise CouldNotCheck("http-error", f"{address}: {answer.status}")
    media_type = answer.headers.get("content-type", "text/html").partition(";")[0].strip().casefold()
    if media_type not in PAGES:
        raise CouldNotCheck("not-a-page", f"{answer.url}: {media_type}")
    return answer.status


async def settle(tab: Tab, guard: Guard) -> bool:
    """Wait until the page has been at rest for a moment, not for ever; false when something is still loading then."""
    end = time.monotonic() + SETTLING
    while (left := end - time.monotonic()) > 0:
        still = await tab.evaluate(QUIET, [AT_REST * 1000, left * 1000])
        if still and not guard.busy():
            return True
    return not guard.busy()


async def _make_ready(tab: Tab, guard: Guard, how: Visiting) -> str:
    """Wait for what is to be there, click away what is in the way; return what was clicked."""
    from playwright.async_api import TimeoutError

    if how.wait_for:
        try:
            await tab.wait_for_selector(how.wait_for, timeout=how.patience * 1000)
        except TimeoutError:
            raise CouldNotCheck("never-settles", f"--wait-for {how.wait_for}") from None
    clicked = ""
    if how.click and await tab.locator(how.click).count():
        await tab.locator(how.click).first.click(timeout=how.patience * 1000)
        clicked = how.click
    clicked = clicked or await tab.evaluate(CLICK_AWAY, BANNERS)
    if clicked or how.wait_for:
        await settle(tab, guard)
    return str(clicked)


async def _axe(tab: Tab, page: Page, rules: Collection[str]) -> Mapping[str, tuple[AxeTarget, ...]]:
    """Run axe-core's rules in the page and in all its frames, those on contrast where it is not plain."""
    source = f"{naming()};{axe_source()};{IN_EACH_FRAME}"
    for frame in tab.frames:
        if not frame.url.startswith(BROWSERS_OWN):
            await frame.evaluate(source)
    spared = Spared({}) if NEEDED.keys().isdisjoint(rules) else spared_from_contrast(page)
    targets = targets_of(await tab.evaluate(script(), options(rules, spared.look_at)))
    plain = (AxeTarget(status="passed"),) if spared.some_text else ()
    return targets | {rule: targets.get(rule) or plain for rule in spared.look_at if rule in rules}


def axe_file() -> Path:
    """axe-core as the package axe-playwright-python brings it. Raises ``ImportError`` without that package."""
    found = find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        raise ImportError("axe_playwright_python")
    return Path(found.origin).with_name("axe.min.js")


@cache
def axe_source() -> str:
    return axe_file().read_text("utf-8")


async def _driven(tab: Tab, session: CDPSession, made: Visit, wanted: Collection[str]) -> Driven:
    driven = Driven()
    for name, module in DRIVERS:
        if name in wanted:
            facts = await _engine(made, name, _drive(module, tab, session, made.page))
            driven = replace(driven, **{name: facts})
            # Later drivers, and rules, see what has been found so far.
            made.page.driven = driven
    return driven


async def _drive(module: str, tab: Tab, session: CDPSession, page: Page) -> Any:
    return await import_module(module).drive(tab, session, page)


async def _engine(made: Visit, name: str, work: Awaitable[T]) -> T | None:
    """What an engine gives; None, and its name among the silent, when it breaks or takes too long."""
    try:
        async with asyncio.timeout(min(ENGINE, made.until - time.monotonic())):
            return await work
    except Exception as error:
        made.silent.append(f"{name}: {str(error).partition(chr(10))[0] or type(error).__name__}")
        return None


async def _picture(session: CDPSession, page: Page) -> bytes:
    import base64

    clip = {"x": 0, "y": 0, "width": page.width, "height": min(page.height, TALLEST_PICTURE), "scale": 1}
    shot = await session.send(
        "Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True, "clip": clip}
    )
    return base64.b64decode(shot["data"])


async def _unless_stopped(guard: Guard, work: Awaitable[T]) -> T:
    """Do the work until the guard stops the visit. Raises ``CouldNotCheck`` then."""
    doing = asyncio.ensure_future(work)
    stopping = asyncio.ensure_future(guard.stop.wait())
    try:
        await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if doing.done():
            return doing.result()
        raise _lost(guard, guard.tab.url) or CouldNotCheck("crashed")
    finally:
        for task in (doing, stopping):
            task.cancel()
        await asyncio.gather(doing, stopping, return_exceptions=True)


def _lost(guard: Guard, address: str) -> CouldNotCheck | None:
    """Why the visit came to nothing, where the guard knows."""
    if guard.crashed:
        return CouldNotCheck("crashed", f"{address}: the tab crashed")
    if guard.too_big:
        return CouldNotCheck("too-big", f"{address}: more than {LARGEST_DOCUMENT // 1_000_000} MB")
    if guard.stop.is_set():
        return CouldNotCheck("never-settles", f"{address}: more than {guard.dialogs - 1} dialogs")
    return None


NET_ERRORS = (
    ("ERR_NAME_NOT_RESOLVED", "no-such-host"),
    ("ERR_ADDRESS_INVALID", "no-such-host"),
    ("ERR_CERT_", "tls"),
    ("ERR_SSL_", "tls"),
    ("ERR_TOO_MANY_REDIRECTS", "redirects"),
    ("ERR_FILE_NOT_FOUND", "not-found"),
    ("ERR_ACCESS_DENIED", "not-readable"),
    ("ERR_", "no-answer"),
)
"""What Chromium's errors of loading a page come to (net/base/net_error_list.h); the first that fits."""


def _not_reached(guard: Guard, address: str, message: str) -> CouldNotCheck:
    if guard.refused:
        return CouldNotCheck("private-address", f"{address}: {guard.refused}")
    if guard.downloads or "Download is starting" in message:
        return CouldNotCheck("not-a-page", f"{address}: a download")
    return net_error(address, message) or CouldNotCheck("crashed", f"{address}: {message.splitlines()[0]}")


def net_error(address: str, message: str) -> CouldNotCheck | None:
    """What Chromium's error of loading a page comes to; None when the message names none."""
    for word, reason in NET_ERRORS:
        if word in message:
            start = message.index(word)
            return CouldNotCheck(reason, f"{address}: {message[start:].split()[0]}")
    return None


def _refuse_large(file: Path) -> None:
    try:
        size = file.stat().st_size
    except OSError as error:
        raise CouldNotCheck("not-readable", error.strerror or "") from None
    if size > LARGEST_DOCUMENT:
        raise CouldNotCheck("too-big", f"more than {LARGEST_DOCUMENT // 1_000_000} MB")


def _leads_to_private(address: str) -> bool:
    """Names a private host outright; names that only lead there are Chromium's own to stop."""
    host = host_of(address)
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return is_private(host)
    except ValueError:
        return False
