"""Serves a review on loopback, to those who have its address.

Other programs and pages on the same machine can reach loopback too, and a web page can make a browser send there. So
the address holds a token, the ``Host`` header must be ours, against names that are made to point here, and what is sent
must come from our own page, by ``Origin`` and ``Sec-Fetch-Site``. Another page can lead here, but neither load the page
nor frame it. Nothing is ever read from a path that was asked for: there are two addresses, and all else is not found.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
import socket
from collections.abc import Callable
from urllib.parse import parse_qs, quote, unquote

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from a11ycheck.review.reviewing import Review, Saved, Sent, View, page

LOOPBACK = "127.0.0.1"
LARGEST_FORM = 64_000
"""Bytes; a name and a remark of the greatest length are some 20,000 of them."""
PATIENCE = 20.0
"""Seconds that a form may take to arrive."""
BY = "a11ycheck-by"
"""The cookie that keeps the reviewer's name from one form to the next."""
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # “no-referrer” would make browsers send “Origin: null” with our own forms.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Guard:
    """Lets through what comes to our address from our own page, and puts ``HEADERS`` on all answers."""

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self.app = app
        self.token = token.encode()
        self.host = f"{LOOPBACK}:{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = self._refused(scope)
        app = PlainTextResponse(*refused) if refused else self.app
        await app(scope, receive, send_with_headers)

    def _refused(self, scope: Scope) -> tuple[str, int] | None:
        """Why a request is refused, and its status; None when it is not."""
        headers = Headers(scope=scope)
        if headers.getlist("host") != [self.host]:
            return "This address is not served here.", 421
        token = str(scope["path"]).split("/")[1:2]
        if not token or not hmac.compare_digest(token[0].encode("utf-8", "replace"), self.token):
            return "Not found.", 404
        origins, sites = headers.getlist("origin"), headers.getlist("sec-fetch-site")
        if scope["method"] in ("GET", "HEAD"):
            opened = headers.getlist("sec-fetch-dest") == ["document"]
            if opened or sites in ([], ["same-origin"], ["none"]):
                return None
            return "Another page may lead here, and do no more.", 403
        ours = origins in ([f"http://{self.host}"], []) and sites in (["same-origin"], [])
        if not ours or not (origins or sites):
            return "Only the page that was opened here may send answers.", 403
        return None


def application(review: Review, token: str, port: int) -> ASGIApp:
    """The review as an ASGI application that answers at ``http://127.0.0.1:port/token/``."""
    home = f"/{token}/"

    def show(request: Request) -> Response:
        key, following = request.query_params.get("saved", ""), request.query_params.get("next", "")
        saved = Saved(key, following) if key in review and (not following or following in review) else None
        by = unquote(request.cookies.get(BY, ""))
        return HTMLResponse(page(View(review.state(), saved=saved, by=by)))

    async def save(request: Request) -> Response:
        sent = await _form(request)
        if sent is None:
            return PlainTextResponse("This is no answer.", 400)
        if sent.key not in review:
            return PlainTextResponse("This question is not asked here.", 404)
        done = await run_in_threadpool(review.save, sent)
        if isinstance(done, Sent):
            view = View(review.state(), sent=done, by=done.by)
            return HTMLResponse(await run_in_threadpool(page, view), 422)
        place = f"answer-{done.next}" if done.next else "done"
        answer = RedirectResponse(f"{home}?saved={done.key}&next={done.next}#{place}", 303)
        answer.set_cookie(BY, quote(sent.by.strip()), path=home, httponly=True, samesite="strict")
        return answer

    routes = [Route(home, show), Route(f"{home}answer", save, methods=["POST"])]
    app = Starlette(routes=routes)
    app.router.redirect_slashes = False
    return Guard(app, token, port)


async def _form(request: Request) -> Sent | None:
    """The form that was sent; None when it is too large, does not come, or is no form."""
    if (
        request.headers.get("content-type", "").partition(";")[0].strip()
        != "application/x-www-form-urlencoded"
    ):
        return None
    body = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for part in request.stream():
                body += part
                if len(body) > LARGEST_FORM:
                    return None
    except (TimeoutError, ClientDisconnect):
        return None
    try:
        fields = parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=10)
    except ValueError:
        return None
    names = ("key", "answer", "by", "remark", "seen")
    given = {name: fields[name][0].replace("\r\n", "\n") for name in names if name in fields}
    return Sent(**given) if "key" in given else None


def serve(review: Review, port: int, ready: Callable[[str], None]) -> None:
    """Serve the review until the program is interrupted; ``ready`` is called with its address. Port 0 is any that is
    free. Raises ``OSError`` when the port is taken."""
    token = secrets.token_urlsafe(32)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((LOOPBACK, port))
        listening.listen()
        port = listening.getsockname()[1]
        config = uvicorn.Config(
            application(review, token, port),
            lifespan="off",
            ws="none",
            access_log=False,
            # Whoever sends what is no request writes nothing in the user's terminal.
            log_level="error",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        ready(f"http://{LOOPBACK}:{port}/{token}/")
        uvicorn.Server(config).run(sockets=[listening])
