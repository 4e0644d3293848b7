"""What a page may ask for while it is visited, and what it costs: every request passes here, each redirect as well.

A page from the net reaches nothing on private networks. A page that is a file reads what lies in its own folder and
below, and no other file. One that was found inside a document reaches nothing. None may load without end.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from a11ycheck.documents.addresses import host_of
from a11ycheck.documents.page.addresses import file_of, is_on_the_web
from a11ycheck.documents.page.hosts import Resolver

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Dialog
    from playwright.async_api import Page as Tab

LARGEST_DOCUMENT = 10_000_000
"""Bytes of the page itself; 5 MB of HTML is already more than a person reads."""
LARGEST_PAGE = 200_000_000
"""Bytes of the page with all it loads."""
MOST_DIALOGS = 20
LONG_POLL = 1.5
"""Seconds after which a request by a script counts as one that stays open on purpose."""
STAYS_OPEN = frozenset({"EventSource", "WebSocket", "Ping", "Media", "Prefetch", "CSPViolationReport"})
BY_SCRIPT = frozenset({"XHR", "Fetch"})
PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml", "image/svg+xml")
"""Media types that a browser shows as a page."""
HARMLESS = ("data:", "blob:", "about:")


@dataclass(slots=True)
class _Request:
    kind: str
    since: float


@dataclass(eq=False)  # no slots: Playwright notes in an object which of its methods listen
class Guard:
    """Watches one tab. ``folder`` is that of a page which is a file, None for one from the net. ``headers`` go to the
    host ``own_host`` only. ``offline``: nothing is loaded from the net."""

    tab: Tab
    session: CDPSession
    resolver: Resolver
    folder: Path | None
    own_host: str
    headers: Mapping[str, str]
    from_public: bool = True
    offline: bool = False
    keeps_bodies: bool = False
    """Does the browser keep what it has loaded, so that it can be looked at? It then takes more memory."""
    too_big: bool = False
    dialogs: int = 0
    downloads: int = 0
    crashed: bool = False
    refused: str = ""
    """The address of the page itself, or of a redirect of it, where that is private."""
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the visit is not to be gone on with."""
    _open: dict[str, _Request] = field(default_factory=dict)
    _main: str = ""
    _size: int = 0
    _main_size: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def start(self) -> None:
        tab, session = self.tab, self.session
        tab.on("dialog", lambda dialog: self._soon(self._dismiss(dialog)))
        tab.on("download", lambda _: self._downloaded())
        tab.on("crash", lambda _: self._crash())
        tab.on("popup", lambda popup: self._soon(popup.close()))
        session.on("Fetch.requestPaused", lambda event: self._soon(self._judge(event)))
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.dataReceived", self._received)
        for ended in ("Network.loadingFinished", "Network.loadingFailed"):
            session.on(ended, self._ended)
        session.on("Network.responseReceived", self._answered)
        keeping = {} if self.keeps_bodies else {"maxTotalBufferSize": 0, "maxResourceBufferSize": 0}
        await session.send("Network.enable", keeping)
        await session.send("Fetch.enable", {"patterns": [{"urlPattern": "*"}]})

    def busy(self) -> bool:
        """Is anything still loading that the page waits for?"""
        now = time.monotonic()
        return any(
            request.kind not in BY_SCRIPT or now - request.since < LONG_POLL
            for request in self._open.values()
        )

    def _soon(self, what: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(_unless_gone(what))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _judge(self, event: Mapping[str, Any]) -> None:
        request = event["request"]
        address, number = request["url"], event["requestId"]
        if not await self._may_load(address):
            if event.get("resourceType") == "Document" and event.get("networkId") == self._main:
                self.refused = address
            await self.session.send(
                "Fetch.failRequest", {"requestId": number, "errorReason": "BlockedByClient"}
            )
            return
        answer: dict[str, Any] = {"requestId": number}
        if self.headers and host_of(address) == self.own_host:
            headers = {**request["headers"], **self.headers}
            answer["headers"] = [{"name": name, "value": value} for name, value in headers.items()]
        await self.session.send("Fetch.continueRequest", answer)

    async def _may_load(self, address: str) -> bool:
        if address.startswith(HARMLESS):
            return True
        if is_on_the_web(address):
            if self.offline:
                return False
            return not self.from_public or not await self.resolver.is_private(host_of(address))
        path = file_of(address)
        return self.folder is not None and path is not None and path.is_relative_to(self.folder)

    def _sent(self, event: Mapping[str, Any]) -> None:
        number, kind = event["requestId"], event.get("type", "")
        if kind == "Document" and not self._main:
            self._main = number
        if kind not in STAYS_OPEN and not event["request"]["url"].startswith(HARMLESS):
            self._open[number] = _Request(kind, time.monotonic())

    def _answered(self, event: Mapping[str, Any]) -> None:
        """What is no page is shown in a frame by the browser's own viewer, which never says that it is done."""
        is_page = event["response"]["mimeType"] in PAGES
        if event.get("type") == "Document" and event["requestId"] != self._main and not is_page:
            self._open.pop(event["requestId"], None)

    def _ended(self, event: Mapping[str, Any]) -> None:
        self._open.pop(event["requestId"], None)

    def _received(self, event: Mapping[str, Any]) -> None:
        size = event.get("dataLength", 0)
        self._size += size
        if event["requestId"] == self._main:
            self._main_size += size
        if self._main_size > LARGEST_DOCUMENT or self._size > LARGEST_PAGE:
            self.too_big = True
            self.stop.set()

    async def _dismiss(self, dialog: Dialog) -> None:
        self.dialogs += 1
        if self.dialogs > MOST_DIALOGS:
            self.stop.set()
        await dialog.dismiss()

    def _downloaded(self) -> None:
        self.downloads += 1

    def _crash(self) -> None:
        self.crashed = True
        self.stop.set()


async def _unless_gone(what: Coroutine[Any, Any, None]) -> None:
    """Do it; a tab that has gone meanwhile needs nothing done."""
    from playwright.async_api import Error

    with suppress(Error):
        await what
