"""Fetching over HTTP with limits on size, time and redirects; nothing private is fetched for a page from the net.

Each host is looked up here, the address that was found is judged, and that very address is connected to: a name that
leads elsewhere a moment later gains nothing. Behind a proxy, the proxy looks names up and connects.
"""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import httpx

from a11ycheck.documents.addresses import host_of
from a11ycheck.documents.page.gist import gist_of, text_of
from a11ycheck.documents.page.hosts import NoSuchHost, Resolver, behind_proxy, is_private
from a11ycheck.documents.page.model import Fetched
from a11ycheck.trouble import CouldNotCheck

MOST_REDIRECTS = 10
PATIENCE = 20.0
"""Seconds to wait for a connection, and for each part of an answer."""
WHOLE_DOCUMENT = 120.0
"""Seconds that a document may take to arrive."""
PROBE = 8.0
"""Seconds that a question about one link may take."""
BEGINNING = 65_536
"""Bytes of a page that are read to see whether two addresses give the same."""
BEGINNING_ONLY = {"Range": f"bytes=0-{BEGINNING - 1}"}
AT_A_TIME = 6
PAGES = frozenset({"text/html", "application/xhtml+xml"})
AGENT = "a11ycheck (https://pypi.org/project/a11ycheck/)"

PINNED = "a11ycheck.pinned"


class Document(NamedTuple):
    """A document that was fetched to a file. ``address`` is the last one, after redirects."""

    path: Path
    address: str
    media_type: str


class Fetcher:
    """Fetches documents, with the cookies of a login where there are any, and asks for links."""

    def __init__(self, resolver: Resolver, cookies: httpx.Cookies | None = None) -> None:
        self.resolver = resolver
        self.proxied = behind_proxy()
        self.client = httpx.AsyncClient(
            transport=None if self.proxied else _Pinned(),
            headers={"User-Agent": AGENT},
            cookies=cookies,
            timeout=PATIENCE,
            follow_redirects=False,
        )
        self._asked: dict[str, asyncio.Task[Fetched]] = {}
        self._room = asyncio.Semaphore(AT_A_TIME)

    async def close(self) -> None:
        for task in self._asked.values():
            task.cancel()
        await self.client.aclose()

    async def document(
        self,
        address: str,
        to: Path,
        largest: int,
        *,
        from_public: bool,
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> Document:
        """Fetch a document into the file ``to``; ``headers`` go to its own host only. Raises ``CouldNotCheck``."""
        request = self._answer("GET", address, from_public, headers)
        try:
            async with asyncio.timeout(WHOLE_DOCUMENT), request as answer:
                if answer.status_code >= 400:
                    raise CouldNotCheck("http-error", f"{address}: {answer.status_code}")
                await _save(answer, to, largest)
                return Document(to, _plain(answer), _media_type(answer))
        except TimeoutError:
            raise CouldNotCheck("no-answer", f"{address}: not fetched in {WHOLE_DOCUMENT:.0f} s") from None

    async def ask(self, address: str, *, read: bool, from_public: bool) -> Fetched:
        """What the address answers, asked once in a run: by HEAD, or by reading its beginning."""
        key = f"{read} {from_public} {address}"
        if key not in self._asked:
            self._asked[key] = asyncio.create_task(self._ask(address, read, from_public))
        return await asyncio.shield(self._asked[key])

    async def _ask(self, address: str, read: bool, from_public: bool) -> Fetched:
        try:
            async with self._room, asyncio.timeout(PROBE):
                if not read:
                    async with self._answer("HEAD", address, from_public) as answer:
                        if answer.is_success:
                            return _fetched(answer)
                # Many servers answer HEAD wrongly: only what GET says is held against a link.
                async with self._answer("GET", address, from_public, BEGINNING_ONLY) as answer:
                    beginning = await _beginning(answer) if answer.is_success and read else None
                    return _fetched(answer, beginning)
        except TimeoutError:
            return Fetched(0, address, trouble="no-answer")
        except CouldNotCheck as reason:
            return Fetched(0, address, trouble=reason.trouble.reason)

    @asynccontextmanager
    async def _answer(
        self, method: str, address: str, from_public: bool, headers: Mapping[str, str] = MappingProxyType({})
    ) -> AsyncIterator[httpx.Response]:
        """The answer at the end of the redirects, its body not yet read. Raises ``CouldNotCheck``."""
        own_host = host_of(address)
        try:
            request = self.client.build_request(method, address, headers=headers)
            for _ in range(MOST_REDIRECTS + 1):
                if request.url.scheme not in ("http", "https"):
                    raise CouldNotCheck("no-answer", f"{address}: leads to {request.url.scheme}:")
                from_public = await self._pin(request, address, from_public)
                answer = await self.client.send(request, stream=True)
                if answer.next_request is None:
                    try:
                        yield answer
                    finally:
                        await answer.aclose()
                    return
                await answer.aclose()
                request = answer.next_request
                if request.url.host != own_host:
                    for name in set(headers) - set(BEGINNING_ONLY):
                        request.headers.pop(name, None)
        except httpx.HTTPError as error:
            raise CouldNotCheck(*_reason(error, address)) from None
        except (httpx.InvalidURL, ValueError):
            raise CouldNotCheck("no-such-host", address) from None
        raise CouldNotCheck("redirects", f"{address}: more than {MOST_REDIRECTS}")

    async def _pin(self, request: httpx.Request, address: str, from_public: bool) -> bool:
        """Write into the request which IP address it goes to; return whether it has been out on the net by now."""
        if self.proxied:
            return from_public
        try:
            number = (await self.resolver.numbers(request.url.host))[0]
        except NoSuchHost:
            raise CouldNotCheck("no-such-host", f"{address}: {request.url.host}") from None
        private = is_private(number)
        if private and from_public:
            raise CouldNotCheck("private-address", f"{address}: {request.url.host}")
        request.extensions[PINNED] = number
        return from_public or not private


class _Pinned(httpx.AsyncBaseTransport):
    """Sends a request to the IP address that was chosen for it; certificates are held to the host's name."""

    def __init__(self) -> None:
        self.inner = httpx.AsyncHTTPTransport(verify=ssl.create_default_context())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        number = str(request.extensions[PINNED])
        return await self.inner.handle_async_request(
            httpx.Request(
                request.method,
                request.url.copy_with(host=number),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": request.url.host},
            )
        )

    async def aclose(self) -> None:
        await self.inner.aclose()


async def _save(answer: httpx.Response, to: Path, largest: int) -> None:
    size = 0
    with to.open("wb") as file:
        async for part in answer.aiter_bytes():
            size += len(part)
            if size > largest:
                raise CouldNotCheck("too-big", f"more than {largest // 1_000_000} MB")
            file.write(part)


async def _beginning(answer: httpx.Response) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in answer.aiter_bytes():
        parts.append(part)
        size += len(part)
        if size >= BEGINNING:
            break
    return b"".join(parts)[:BEGINNING]


def _fetched(answer: httpx.Response, beginning: bytes | None = None) -> Fetched:
    is_page = _media_type(answer) in PAGES
    return Fetched(
        # A part of a document that is there is as good as the whole.
        status=200 if answer.status_code == 206 else answer.status_code,
        address=_plain(answer),
        media_type=_media_type(answer),
        size=_size(answer),
        digest=sha256(beginning).hexdigest() if beginning else "",
        gist=gist_of(beginning, _plain(answer)) if beginning and is_page else None,
        text=None if beginning is None or is_page else text_of(beginning),
    )


def _size(answer: httpx.Response) -> int:
    _, _, whole = answer.headers.get("Content-Range", "").partition("/")
    said = whole or ("" if answer.status_code == 206 else answer.headers.get("Content-Length", ""))
    return int(said) if said.isascii() and said.isdigit() else -1


def _media_type(answer: httpx.Response) -> str:
    return str(answer.headers.get("Content-Type", "")).partition(";")[0].strip().casefold()


def _plain(answer: httpx.Response) -> str:
    return str(answer.url)


def _reason(error: httpx.HTTPError, address: str) -> tuple[str, str]:
    words = f"{address}: {error or type(error).__name__}"
    if isinstance(error, httpx.ConnectError) and ("SSL" in words or "CERT" in words.upper()):
        return "tls", words
    return "no-answer", words


def cookies_of(storage_state: str) -> httpx.Cookies | None:
    """The cookies of a login that Playwright has saved; none where the file cannot be read, as the browser will say."""
    if not storage_state:
        return None
    cookies = httpx.Cookies()
    with suppress(OSError, ValueError, KeyError, TypeError):
        for cookie in json.loads(Path(storage_state).read_text("utf-8"))["cookies"]:
            cookies.set(cookie["name"], cookie["value"], cookie["domain"], cookie["path"])
    return cookies
