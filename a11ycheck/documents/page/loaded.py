"""What a page is made of when it has been loaded, as a digest: by that, and not by its address, a page is known again.

Nothing is known of a page with a part that cannot be looked at: a connection that stays open, a frame or a worker in
another process of the browser, a film of which a piece was read, an answer that the browser no longer has.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.async_api import CDPSession
    from playwright.async_api import Page as Tab

    from a11ycheck.documents.page.model import Element, Fetched, Page

NOT_PARTS = frozenset({"Ping", "CSPViolationReport", "Preflight", "Prefetch"})
"""Requests whose answers do nothing to the page."""
NOT_WHOLE = frozenset({"EventSource", "Media"})
"""Requests that go on, or that read a piece of what they ask for."""
NOT_FETCHED = ("data:", "about:", "blob:")
"""Addresses whose content stands in the page, or is made by its scripts."""
THAT_COUNT = frozenset(
    """
    access-control-allow-origin content-language content-security-policy content-type link refresh x-frame-options
    """.split()
)
"""Headers of an answer that change what becomes of it."""
REFUSED = "net::ERR_FAILED"
"""What a browser says of a request that it refuses a script."""


class Loaded:
    """Digests of all that a tab loads, gathered from before its first request on."""

    def __init__(self, tab: Tab, session: CDPSession) -> None:
        self._tab = tab
        self._session = session
        self._parts: set[str] = set()
        self._under_way: dict[str, str] = {}
        self._reading: set[asyncio.Task[None]] = set()
        self._unknown = False
        for event, heard in (
            ("Network.requestWillBeSent", self._sent),
            ("Network.responseReceived", self._answered),
            ("Network.loadingFinished", self._finished),
            ("Network.loadingFailed", self._failed),
        ):
            session.on(event, heard)
        for event in ("Network.webSocketCreated", "Network.webTransportCreated"):
            session.on(event, self._not_known)

    async def parts(self) -> frozenset[str] | None:
        """What was loaded so far; None where not all of it can be told."""
        while self._reading:
            await asyncio.gather(*self._reading)
        if self._unknown or self._under_way or self._tab.workers:
            return None
        tree = await self._session.send("Page.getFrameTree")
        here = sum(1 for _ in _frames(tree["frameTree"]))
        return frozenset(self._parts) if here == len(self._tab.frames) else None

    def _sent(self, event: Mapping[str, Any]) -> None:
        number, request, kind = event["requestId"], event["request"], event.get("type", "")
        if kind in NOT_PARTS or request["url"].startswith(NOT_FETCHED):
            return
        if kind in NOT_WHOLE:
            self._unknown = True
        if redirect := event.get("redirectResponse"):
            self._parts.add(_told(redirect))
        self._under_way[number] = f"{request['method']} {request['url']}"

    def _answered(self, event: Mapping[str, Any]) -> None:
        number = event["requestId"]
        if number in self._under_way:
            self._under_way[number] += f" {_told(event['response'])}"

    def _finished(self, event: Mapping[str, Any]) -> None:
        number = event["requestId"]
        if number in self._under_way:
            task = asyncio.ensure_future(self._read(number))
            self._reading.add(task)
            task.add_done_callback(self._reading.discard)

    async def _read(self, number: str) -> None:
        from playwright.async_api import Error

        try:
            body = await self._session.send("Network.getResponseBody", {"requestId": number})
        except Error:
            self._unknown = True
        else:
            self._parts.add(f"{self._under_way[number]} {sha256(body['body'].encode()).hexdigest()}")
        self._under_way.pop(number, None)

    def _failed(self, event: Mapping[str, Any]) -> None:
        if request := self._under_way.pop(event["requestId"], ""):
            self._parts.add(f"{request} {event.get('errorText', '')}")

    def _not_known(self, _: Mapping[str, Any]) -> None:
        self._unknown = True


def brought_nothing_new(before: frozenset[str] | None, after: frozenset[str] | None) -> bool:
    """Has trying a page out loaded only what loading it had? axe-core asks for style sheets once more, which browsers
    refuse a script whose page lies elsewhere than they: that has been decided by what is known of them."""
    if before is None or after is None:
        return False
    asked = {" ".join(part.split(" ", 2)[:2]) for part in before}
    return all(
        part.endswith(f" {REFUSED}") and part.removesuffix(f" {REFUSED}") in asked for part in after - before
    )


def _told(answer: Mapping[str, Any]) -> str:
    headers = sorted((name.casefold(), value) for name, value in answer.get("headers", {}).items())
    counting = [pair for pair in headers if pair[0] in THAT_COUNT]
    return f"{answer.get('status')} {answer.get('mimeType')} {counting}"


def _frames(tree: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    waiting = [tree]
    while waiting:
        frame = waiting.pop()
        yield frame
        waiting.extend(frame.get("childFrames", ()))


def digest_of_page(page: Page, parts: frozenset[str], *more: str) -> str:
    """A digest of what was loaded and of what became of it: every element with its place, look, role and name."""
    digest = sha256()
    for part in (*more, *sorted(parts)):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\n")
    of_page = (
        page.requested,
        page.address,
        page.status,
        page.width,
        page.height,
        page.consent,
        page.not_read,
    )
    digest.update(repr(of_page).encode("utf-8", "surrogatepass"))
    for frame in page.frames:
        of_frame = (
            frame.address,
            frame.title,
            frame.doctype,
            frame.media_type,
            frame.base,
            frame.decorations,
        )
        digest.update(repr(of_frame).encode("utf-8", "surrogatepass"))
        for element in frame.elements():
            digest.update(repr(_of(element)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _of(element: Element) -> tuple[object, ...]:
    from a11ycheck.documents.page.model import Words

    texts = [(child.text, child.box) for child in element.children if isinstance(child, Words)]
    names = (name for name in element.__slots__ if name not in ("children", "parent", "frame"))
    return (*(getattr(element, name) for name in names), texts)


def digest_of_answers(fetched: Mapping[str, Fetched]) -> str:
    """A digest of what those addresses answered that the page links to."""
    digest = sha256()
    for address, answer in sorted(fetched.items()):
        gist = answer.gist
        about = gist and (gist.title, sorted(gist.words), gist.sends_to, gist.delay)
        told = (
            address,
            answer.status,
            answer.address,
            answer.media_type,
            answer.size,
            answer.digest,
            answer.trouble,
        )
        digest.update(repr((told, about, answer.text)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
