"""A web server on this machine for the tests: good pages and bad ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers what the server's ``answers`` say, else the files of its ``folder``."""

    server: Server
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        self.server.asked.append((self.command, self.path))
        path = self.path.partition("?")[0]
        with suppress(BrokenPipeError, ConnectionResetError):
            if path in self.server.answers:
                self.server.answers[path](self)
            else:
                self._file(path)

    do_HEAD = do_GET  # noqa: N815 – the name is http.server's

    def say(
        self, status: int, body: bytes | str = b"", media_type: str = "text/html; charset=utf-8", **more: str
    ) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _file(self, path: str) -> None:
        folder = self.server.folder
        file = folder / path.lstrip("/") if folder else None
        if file is None or not file.is_file():
            self.say(404, "<!DOCTYPE html><title>Finns inte</title><h1>Finns inte</h1>")
            return
        types = {".html": "text/html; charset=utf-8", ".pdf": "application/pdf", ".ics": "text/calendar"}
        self.say(200, file.read_bytes(), types.get(file.suffix, "application/octet-stream"))

    def log_message(self, *_: object) -> None:
        """Nothing on standard error."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, answers: dict[str, Answer], folder: Path | None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = answers
        self.folder = folder
        self.asked: list[tuple[str, str]] = []
        self.ending = Event()

    def at(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, *_: object) -> None:
        """A browser that hangs up is no error here."""


@contextmanager
def server(answers: dict[str, Answer] | None = None, folder: Path | None = None) -> Iterator[Server]:
    with Server(answers or {}, folder) as running:
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield running
        finally:
            running.ending.set()
            running.shutdown()
            thread.join()


def page(body: str, title: str = "Konferensen") -> str:
    head = f'<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>{title}</title>'
    return f"{head}<main><h1>{title}</h1>{body}</main></html>"


def never_done(handler: Handler) -> None:
    """Begins a page, and says a little more now and then until the server ends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    handler.wfile.write(b"<!DOCTYPE html><title>Snart</title>")
    while not handler.server.ending.wait(0.2):
        handler.wfile.write(b"<p>")
        handler.wfile.flush()


def huge(handler: Handler) -> None:
    """A page of 100 MB that does not say so beforehand."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"<p>mer text</p>" * 70_000)


BAD: dict[str, Answer] = {
    "/good": lambda handler: handler.say(200, page("<p>Välkommen!</p>")),
    "/gone": lambda handler: handler.say(404, page("<p>Finns inte.</p>")),
    "/broken": lambda handler: handler.say(500, page("<p>Fel.</p>")),
    "/round": lambda handler: handler.say(302, Location="/round"),
    "/never-done": never_done,
    "/dialogs": lambda handler: handler.say(200, page("<script>for (;;) alert('Hej!')</script>")),
    "/huge": huge,
    "/download": lambda handler: handler.say(
        200, b"\0" * 100, "application/octet-stream", Content_Disposition="attachment; filename=fil.bin"
    ),
    "/exhausts": lambda handler: handler.say(
        200, page("<script>const all = []; for (;;) all.push(new Array(1e6).fill(1.5))</script>")
    ),
}
