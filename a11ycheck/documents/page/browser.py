"""The browser: finding one, getting one, starting one.

Any Chromium will do: Chromium itself, Chrome or Edge as they are installed, else the one that Playwright downloads. A
browser that runs elsewhere is connected to.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, Playwright

CHOSEN = "A11YCHECK_BROWSER"
"""The environment variable that names the browser to start."""

NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
    *("chromium-headless-shell", "chrome-headless-shell"),
)
MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


class BrowserLost(CouldNotCheck):
    """There is no browser, or none any more: the page itself may be as it should."""


HOW_TO_GET_ONE = "a11ycheck browser install"
ON_DEBIAN = "sudo apt install chromium"

FEATURES_OFF = (
    # Frames from other sites stay in the page's own process, so that one snapshot has them all.
    *("IsolateOrigins", "site-per-process"),
    # The browser asks its maker nothing. Playwright turns these off too, but of two such lists only the last counts.
    *("OptimizationHints", "NetworkTimeServiceQuerying", "MediaRouter", "LensOverlay", "AimEnabled"),
    *("PreconnectToSearch", "msForceBrowserSignIn", "msEdgeUpdateLaunchServicesPreferredVersion"),
    # No page of the browser's own is made ready with each window: two of them cost more than most pages.
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    # An address that begins with http: is not tried with https: first.
    *("HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable"),
)
ARGUMENTS = (
    *("--disable-site-isolation-trials", f"--disable-features={','.join(FEATURES_OFF)}"),
    # Updates and who is signed in are asked for all the same: at a port that browsers never connect to.
    *("--component-updater=url-source=http://127.0.0.1:9/", "--gaia-url=http://127.0.0.1:9/"),
    # A page gets this much for its scripts and no more (megabytes).
    "--js-flags=--max-old-space-size=512",
    # No way round the guard by peer connections.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    # Sound that a page would begin by itself begins, as it does for a reader who has been on the site before.
    "--autoplay-policy=no-user-gesture-required",
    *("--disable-crash-reporter", "--disable-breakpad", "--mute-audio", "--hide-scrollbars"),
)
LEFT_OUT = ("--disable-popup-blocking",)
"""Playwright's own arguments that are not wanted: a page may open no window by itself."""


def installed() -> str | None:
    """The path of an installed Chromium, Chrome or Edge; None when there is none in the usual places."""
    chosen = os.environ.get(CHOSEN)
    if chosen:
        return which(chosen) or chosen
    by_name = next(filter(None, map(which, NAMES)), None)
    return by_name or next((place for place in _usual_places() if os.path.isfile(place)), None)


def _usual_places() -> Iterator[str]:
    platform: str = sys.platform  # mypy would judge one platform only
    if platform == "darwin":
        yield from MACOS
        yield from (str(Path.home()) + place for place in MACOS)
    elif platform == "win32":
        for variable in WINDOWS_FOLDERS:
            folder = os.environ.get(variable)
            if folder:
                yield from (os.path.join(folder, program) for program in WINDOWS)


def install() -> bool:
    """Let Playwright download its Chromium; true when that went well. Raises ``ImportError`` without Playwright."""
    import playwright  # noqa: F401

    done = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return done.returncode == 0


def try_out() -> tuple[str, bool]:
    """Start a browser; return its name and version, empty when none starts, and whether it has its sandbox."""
    import asyncio

    from playwright.async_api import async_playwright

    async def start() -> tuple[str, bool]:
        async with async_playwright() as playwright, running(playwright) as browser:
            program = installed() or playwright.chromium.executable_path
            return f"{browser.browser_type.name} {browser.version}, {program}", not _is_root()

    try:
        return asyncio.run(start())
    except CouldNotCheck:
        return "", False


WEBDRIVER = "webdriver:"
BROWSERS = ("chrome", "firefox", "edge")
"""What a WebDriver server may be asked for."""


def is_webdriver(given: str) -> bool:
    return given.startswith(WEBDRIVER)


@dataclass(frozen=True, slots=True)
class WebDriver:
    """A WebDriver server, which browser is wanted of it, and what the browser is started with."""

    server: str
    browser: str = BROWSERS[0]
    arguments: tuple[str, ...] = ()


def webdriver_of(given: str) -> WebDriver:
    """Read what is written as webdriver:http://localhost:4444?browser=edge&argument=--no-sandbox.

    Raises ``CouldNotCheck`` with “no-webdriver” where it is not written so.
    """
    from urllib.parse import parse_qs, urlsplit

    server, _, query = given.removeprefix(WEBDRIVER).partition("?")
    asked = parse_qs(query, keep_blank_values=True)
    browser, arguments = asked.pop("browser", [BROWSERS[0]])[-1], asked.pop("argument", [])
    try:
        parts = urlsplit(server)
        understood = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        understood = False
    if not understood or asked or browser not in BROWSERS:
        raise CouldNotCheck("no-webdriver", f"{WEBDRIVER}http://localhost:4444?browser={'|'.join(BROWSERS)}")
    return WebDriver(server, browser, tuple(arguments))


def is_remote(given: str) -> bool:
    return given.startswith(("ws://", "wss://", "http://", "https://"))


def addresses(given: str) -> list[str]:
    """The browsers that were given: a program, or addresses with commas between."""
    return re.split(r",\s*(?=wss?://|https?://)", given) if is_remote(given) else [given]


@asynccontextmanager
async def running(playwright: Playwright, given: str = "") -> AsyncIterator[Browser]:
    """A browser, closed at the end: ``given`` is an address to connect to or a program; empty means the first found.

    Raises ``CouldNotCheck`` with “no-browser” when there is none, or it does not start.
    """
    from playwright.async_api import Error

    try:
        browser = await (_connected(playwright, given) if is_remote(given) else _started(playwright, given))
    except Error as error:
        raise BrowserLost("no-browser", _first_line(error.message)) from None
    try:
        yield browser
    finally:
        await browser.close()


async def _connected(playwright: Playwright, address: str) -> Browser:
    if address.startswith(("ws://", "wss://")) and "/devtools/" not in address:
        return await playwright.chromium.connect(address)
    return await playwright.chromium.connect_over_cdp(address)


async def _started(playwright: Playwright, program: str) -> Browser:
    from playwright.async_api import Error

    path = (which(program) or program) if program else installed()
    # Chromium refuses its sandbox to root; elsewhere it is the fence for what a page does.
    sandbox = not _is_root()
    while True:
        try:
            return await playwright.chromium.launch(
                executable_path=path,
                chromium_sandbox=sandbox,
                args=list(ARGUMENTS),
                ignore_default_args=list(LEFT_OUT),
                handle_sigint=False,
            )
        except Error as error:
            # Many containers allow no sandbox inside them; `a11ycheck doctor` says when there is none.
            if not (sandbox and "sandbox" in error.message.casefold()):
                raise
            sandbox = False


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _first_line(message: str) -> str:
    return next(filter(None, map(str.strip, message.splitlines())), "")
