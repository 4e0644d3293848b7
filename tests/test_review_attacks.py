"""The review's server against those who should get nothing from it: real requests over raw sockets."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from starlette.requests import Request
from starlette.types import Message
from test_review import Served, make_meeting, serving

from a11ycheck.review import server

FORM = "application/x-www-form-urlencoded"
SLOW = 8.0
"""Seconds after which a test gives up on the server."""


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A review that nobody gets an answer into."""
    with serving(make_meeting(tmp_path_factory.mktemp("attacked"))) as running:
        yield running
        assert running.answers() == {}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(make_meeting(tmp_path)) as running:
        yield running


@dataclass(frozen=True)
class Said:
    """What a server said to one request: everything until it closed the connection."""

    raw: bytes

    @property
    def status(self) -> int:
        """0 where it hung up without a word."""
        found = re.match(rb"HTTP/1\.[01] (\d{3}) ", self.raw)
        return int(found[1]) if found else 0

    @property
    def head(self) -> bytes:
        return self.raw.partition(b"\r\n\r\n")[0]


def connected(served: Served) -> socket.socket:
    host, _, port = served.host.partition(":")
    return socket.create_connection((host, int(port)), timeout=SLOW)


def say(served: Served, request: bytes) -> Said:
    """Send these bytes, then no more, and read until the server closes."""
    with connected(served) as line:
        line.sendall(request)
        return Said(read_all(line))


def read_all(line: socket.socket) -> bytes:
    parts = []
    try:
        while part := line.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


def request(
    served: Served, method: str, target: str, body: bytes = b"", headers: tuple[str, ...] | None = None
) -> bytes:
    """A request that differs from ours in what is given."""
    lines = [f"{method} {target} HTTP/1.1", f"Host: {served.host}", "Connection: close", *(headers or ())]
    if body:
        lines += [f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def form(served: Served, **fields: str) -> bytes:
    """A form that would be saved if it were let in."""
    return urlencode({"key": served.keys[0], "answer": "yes", "by": "Eve", "seen": "", **fields}).encode()


class TestFromElsewhere:
    @pytest.mark.parametrize(
        "headers",
        [
            "Origin: https://evil.example",
            "Origin: null",
            "Origin: http://127.0.0.1",
            "Origin: http://localhost:{port}",
            "Origin: https://127.0.0.1:{port}",
            "Origin: http://127.0.0.1:{port}.evil.example",
            "Origin: http://127.0.0.1:{port}/",
            "Origin: http://evil@127.0.0.1:{port}",
            "Origin: http://127.0.0.1:{port}|Origin: https://evil.example",
            "Origin: http://127.0.0.1:{port}, https://evil.example",
            "Origin:",
            "Referer: http://127.0.0.1:{port}{home}",
            "Sec-Fetch-Site: none",
            "Sec-Fetch-Site: same-site",
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-origin|Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: SAME-ORIGIN",
            "Origin: http://127.0.0.1:{port}|Sec-Fetch-Site: cross-site",
            "X-Forwarded-Host: 127.0.0.1:{port}",
            "X-HTTP-Method-Override: GET",
        ],
    )
    def test_nothing_is_saved(self, still: Served, headers: str) -> None:
        port = still.host.partition(":")[2]
        given = tuple(headers.format(port=port, home=still.home).split("|"))
        said = say(
            still,
            request(still, "POST", f"{still.home}answer", form(still), (f"Content-Type: {FORM}", *given)),
        )
        assert said.status == 403

    @pytest.mark.parametrize(
        "site", ["cross-site", "same-site", "none|cross-site"], ids=lambda site: str(site).replace("|", "-")
    )
    def test_the_page_is_not_shown_inside_what_another_page_loads(self, still: Served, site: str) -> None:
        headers = tuple(f"Sec-Fetch-Site: {each}" for each in site.split("|"))
        shown = (*headers, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image")
        assert say(still, request(still, "GET", still.home, headers=shown)).status == 403

    def test_a_link_in_a_mail_or_a_terminal_opens_the_page(self, still: Served) -> None:
        opened = ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
        assert say(still, request(still, "GET", still.home, headers=opened)).status == 200
        typed = ("Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
        assert say(still, request(still, "GET", still.home, headers=typed)).status == 200

    @pytest.mark.parametrize("dest", ["iframe", "frame", "object", "embed"])
    def test_nor_in_a_frame(self, still: Served, dest: str) -> None:
        framed = ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", f"Sec-Fetch-Dest: {dest}")
        assert say(still, request(still, "GET", still.home, headers=framed)).status == 403

    def test_no_other_origin_may_ever_read(self, still: Served) -> None:
        asked = ("Origin: https://evil.example", "Access-Control-Request-Method: POST")
        said = say(still, request(still, "OPTIONS", f"{still.home}answer", headers=asked))
        assert said.status in (403, 405)
        assert b"access-control-" not in said.head.lower()


class TestOfAnotherName:
    @pytest.mark.parametrize(
        "host",
        [
            "evil.example:{port}",
            "localhost:{port}",
            "127.0.0.1",
            "127.1:{port}",
            "2130706433:{port}",
            "[::1]:{port}",
            "0.0.0.0:{port}",
            "127.0.0.1:{port}.evil.example",
            "evil@127.0.0.1:{port}",
            "127.0.0.1:{port},evil.example",
            "127.0.0.1:0{port}",
        ],
    )
    def test_the_server_answers_to_its_own_address_alone(self, still: Served, host: str) -> None:
        port = still.host.partition(":")[2]
        text = f"GET {still.home} HTTP/1.1\r\nHost: {host.format(port=port)}\r\nConnection: close\r\n\r\n"
        said = say(still, text.encode())
        assert said.status in (400, 421)
        assert still.keys[0].encode() not in said.raw

    @pytest.mark.parametrize("lines", ["", "Host: {host}\r\nHost: evil.example\r\n", "Host : {host}\r\n"])
    def test_none_or_two_are_refused(self, still: Served, lines: str) -> None:
        text = f"GET {still.home} HTTP/1.1\r\n{lines.format(host=still.host)}Connection: close\r\n\r\n"
        assert say(still, text.encode()).status in (400, 421)

    def test_what_a_proxy_would_say_counts_for_nothing(self, still: Served) -> None:
        text = (
            f"GET {still.home} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: {still.host}\r\n"
            f"Forwarded: host={still.host}\r\nConnection: close\r\n\r\n"
        )
        assert say(still, text.encode()).status == 421

    def test_an_address_written_out_in_full_needs_our_name_too(self, still: Served) -> None:
        target = f"http://evil.example{still.home}"
        said = say(still, request(still, "GET", target))
        assert said.status in (400, 404, 421)

    def test_it_listens_on_loopback_alone(self, still: Served) -> None:
        port = int(still.host.partition(":")[2])
        listening = Path("/proc/net/tcp")
        if not listening.exists():
            pytest.skip("no /proc/net/tcp to look in")
        rows = [line.split() for line in listening.read_text().splitlines()[1:]]
        at = {row[1] for row in rows if row[1].endswith(f":{port:04X}") and row[3] == "0A"}
        assert at == {f"0100007F:{port:04X}"}


class TestPaths:
    @pytest.mark.parametrize(
        "path",
        [
            "{home}../../etc/passwd",
            "{home}%2e%2e/%2e%2e/etc/passwd",
            "{home}%252e%252e/etc/passwd",
            "{home}..%2f..%2fetc%2fpasswd",
            "{home}..%5c..%5cetc%5cpasswd",
            "{home}..\\..\\etc\\passwd",
            "{home}/etc/passwd",
            "{home}%2fetc%2fpasswd",
            "{home}%00",
            "{home}answer%00.toml",
            "{home}answer%0d%0aX-Evil:%201",
            "{home}answer/",
            "{home}answers.toml",
            "{home}asking.note",
            "{home};x",
            "/{home}",
            "//evil.example{home}",
            "/.{home}",
            "/x/..{home}",
            "{home}%c0%ae%c0%ae/etc/passwd",
            "{home}%ff",
            "file:///etc/passwd",
        ],
    )
    def test_there_are_two_addresses_and_nothing_else(self, still: Served, path: str) -> None:
        said = say(still, request(still, "GET", path.replace("{home}", still.home)))
        assert said.status in (400, 404)
        assert b"root:" not in said.raw
        assert b"really" not in said.raw
        assert not re.search(rb"(?im)^x-evil", said.head)

    @pytest.mark.parametrize("cut", [0, 1, 20, 42])
    def test_a_part_of_the_token_is_none(self, still: Served, cut: int) -> None:
        token = still.home.strip("/")
        # Filled up with its own last character, a token is itself again.
        other = "A" if token[-1] != "A" else "B"
        for wrong in (token[:cut], token[:cut] + other * (len(token) - cut), token.swapcase(), token + other):
            assert say(still, request(still, "GET", f"/{wrong}/")).status == 404

    @pytest.mark.parametrize(
        "query",
        [
            "saved={key}&next=javascript:alert(1)",
            "saved=<script>alert(1)</script>",
            "next=//evil.example/&saved={key}",
            "saved=%00&next=%ff",
            "saved=" + "x" * 20_000,
        ],
    )
    def test_what_is_asked_for_is_not_shown_back(self, still: Served, query: str) -> None:
        query = query.replace("{key}", still.keys[0]).replace("<", "%3C").replace(">", "%3E")
        said = say(still, request(still, "GET", f"{still.home}?{query}"))
        assert said.status == 200
        assert not re.search(rb"<script|javascript:|evil\.example|xxxxx", said.raw)


class TestMethods:
    @pytest.mark.parametrize(
        "method", ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "post", "GETX"]
    )
    def test_only_those_we_use_are_answered(self, still: Served, method: str) -> None:
        own = (f"Origin: {still.origin}", f"Content-Type: {FORM}")
        said = say(still, request(still, method, f"{still.home}answer", form(still), own))
        assert said.status in (400, 403, 404, 405, 501)
        assert b"Eve" not in said.raw

    def test_an_answer_cannot_be_sent_by_an_address(self, still: Served) -> None:
        target = f"{still.home}answer?{form(still).decode()}"
        assert say(still, request(still, "GET", target)).status == 405
        assert say(still, request(still, "HEAD", target)).status == 405

    def test_what_is_upgraded_to_stays_what_it_was(self, still: Served) -> None:
        wanted = (
            "Upgrade: websocket",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "Sec-WebSocket-Version: 13",
        )
        assert say(still, request(still, "GET", still.home, headers=wanted)).status != 101
        assert say(still, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").status in (0, 400, 404, 421)


class TestBodies:
    @pytest.mark.parametrize(
        "media_type",
        ["", "text/plain", "application/json", "multipart/form-data; boundary=x", f"{FORM}x", f"x; {FORM}"],
    )
    def test_what_is_no_form_is_refused(self, still: Served, media_type: str) -> None:
        headers = (f"Origin: {still.origin}", *([f"Content-Type: {media_type}"] if media_type else []))
        assert say(still, request(still, "POST", f"{still.home}answer", form(still), headers)).status == 400

    def test_a_huge_body_is_not_read_to_its_end(self, still: Served) -> None:
        head = (
            f"POST {still.home}answer HTTP/1.1\r\nHost: {still.host}\r\nOrigin: {still.origin}\r\n"
            f"Content-Type: {FORM}\r\nContent-Length: 10000000000\r\n\r\n"
        )
        with connected(still) as line:
            line.sendall(head.encode() + b"key=" + b"x" * 100_000)
            # Answered, or hung up on, though far more was promised.
            assert Said(line.recv(65536)).status in (0, 400, 413)

    def test_a_body_in_pieces_has_the_same_bound(self, still: Served) -> None:
        head = (
            f"POST {still.home}answer HTTP/1.1\r\nHost: {still.host}\r\nOrigin: {still.origin}\r\n"
            f"Content-Type: {FORM}\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        with connected(still) as line:
            line.sendall(head.encode() + b"11170\r\n" + b"x" * 0x11170 + b"\r\n")
            assert Said(line.recv(65536)).status in (0, 400, 413)

    def test_two_lengths_are_not_told_apart_but_refused(self, still: Served) -> None:
        body = form(still)
        headers = (f"Origin: {still.origin}", f"Content-Type: {FORM}", "Content-Length: 3")
        said = say(still, request(still, "POST", f"{still.home}answer", body, headers))
        assert said.status in (0, 400)

    def test_headers_without_end_are_refused(self, still: Served) -> None:
        text = f"GET {still.home} HTTP/1.1\r\nHost: {still.host}\r\n".encode()
        said = say(still, text + b"X: " + b"y" * 200_000 + b"\r\n\r\n")
        assert said.status in (0, 400, 431)

    @pytest.mark.parametrize(
        "text", [b"\0" * 5000, b"\xff\xfe\r\n\r\n", b"\r\n" * 200, b"GET\r\n\r\n", b"\x16\x03\x01"]
    )
    def test_what_is_no_request_is_refused_and_the_next_is_answered(self, still: Served, text: bytes) -> None:
        with connected(still) as line:
            line.sendall(text)
            line.shutdown(socket.SHUT_WR)
            assert Said(read_all(line)).status in (0, 400)
        assert say(still, request(still, "GET", still.home)).status == 200

    def test_those_who_never_finish_do_not_keep_others_out(self, still: Served) -> None:
        head = (
            f"POST {still.home}answer HTTP/1.1\r\nHost: {still.host}\r\nOrigin: {still.origin}\r\n"
            f"Content-Type: {FORM}\r\nContent-Length: 100\r\n\r\nkey="
        )
        lines = [connected(still) for _ in range(200)]
        try:
            for line in lines:
                line.sendall(head.encode())
            assert say(still, request(still, "GET", still.home)).status == 200
        finally:
            for line in lines:
                line.close()


class TestWhatIsWritten:
    HEADERS = (
        "\r\nX-Evil: 1\r\n",
        "\nX-Evil: 1",
        "\r\n\r\n<script>alert(1)</script>",
        "\0",
        "\u2028",
        "\u202e",
    )

    @pytest.mark.parametrize("trick", HEADERS, ids=ascii)
    def test_a_name_or_remark_splits_no_header_and_is_no_markup(self, served: Served, trick: str) -> None:
        first, second, _ = served.keys
        sent = {"by": f"Eve{trick}x", "remark": f"<img src=x onerror=alert(1)>{trick}\"'&"}
        body = form(served, **sent)
        said = say(
            served,
            request(
                served,
                "POST",
                f"{served.home}answer",
                body,
                (f"Origin: {served.origin}", f"Content-Type: {FORM}"),
            ),
        )
        assert not re.search(rb"(?im)^x-evil", said.head)
        assert said.status in (303, 400, 422)
        page = served.page()
        assert "<script" not in page
        assert "<img src=x" not in page
        assert "\u202e" not in page
        # What was written can be read again, and the next answer finds its place.
        assert served.send(key=second, answer="no", by="Bo", seen="").status == 303
        assert set(served.answers()) in ({first, second}, {second})

    @pytest.mark.parametrize("place", ["key", "answer", "by", "remark", "seen"])
    def test_toml_cannot_be_broken_out_of(self, served: Served, place: str) -> None:
        trick = '"""\n[[answer]]\nkey = "ffffffffffffffff"\nyes = true\nby = "Eve"\non = 2026-01-01\n\'\'\'\\'
        key = served.keys[0]
        fields = {"key": key, "answer": "yes", "by": "Eve", "remark": "", "seen": ""}
        served.send(**{**fields, place: trick})
        assert set(served.answers()) <= {key}

    def test_a_cookie_of_someone_elses_making_is_only_text(self, still: Served) -> None:
        evil = quote('"><script>alert(1)</script>')
        for value in (evil, "%ff%fe", "%0d%0aX-Evil:1", "x" * 5000):
            said = say(still, request(still, "GET", still.home, headers=(f"Cookie: a11ycheck-by={value}",)))
            assert said.status == 200
            assert b"<script" not in said.raw
            assert not re.search(rb"(?im)^x-evil", said.head)

    def test_the_same_form_sent_twice_is_one_answer(self, served: Served) -> None:
        key = served.keys[0]
        statuses = []

        def send() -> None:
            statuses.append(served.send(key=key, answer="yes", by="Åsa", remark="", seen="").status)

        threads = [threading.Thread(target=send) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert statuses == [303] * 8
        assert served.answers() == {key: True}

    def test_of_many_who_answer_at_once_each_is_kept(self, served: Served) -> None:
        keys = served.keys

        def send(key: str) -> None:
            served.send(key=key, answer="yes", by="Åsa", remark="", seen="")

        threads = [threading.Thread(target=send, args=(key,)) for key in keys]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert served.answers() == dict.fromkeys(keys, True)


class TestWhatLeaks:
    @pytest.mark.parametrize("path", ["{home}", "{home}nothing", "/", "{home}answer"])
    def test_every_answer_has_the_headers(self, still: Served, path: str) -> None:
        head = say(still, request(still, "GET", path.replace("{home}", still.home))).head.lower()
        assert b"referrer-policy: same-origin" in head
        assert b"content-security-policy: default-src 'none'" in head
        assert b"frame-ancestors 'none'" in head
        assert b"cross-origin-resource-policy: same-origin" in head
        assert b"cache-control: no-store" in head
        assert b"x-content-type-options: nosniff" in head

    def test_a_refusal_tells_neither_token_nor_program(self, still: Served) -> None:
        token = still.home.strip("/").encode()
        for target in ("/", "/wrong/", f"{still.home}x"):
            said = say(still, request(still, "GET", target))
            assert token not in said.raw
            assert b"uvicorn" not in said.raw.lower()

    def test_the_page_leads_nowhere_that_would_be_told_of_it(self, still: Served) -> None:
        leads = re.findall(r'(?:src|href|action)="([^"]*)"', still.page())
        assert leads
        assert all(lead.startswith(("#", "data:image/", "answer#")) for lead in leads)

    def test_two_reviews_have_nothing_in_common(self, still: Served, served: Served) -> None:
        token = still.home
        assert served.home != token
        assert say(served, request(served, "GET", token)).status == 404


def test_a_form_that_never_comes_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never() -> Message:
        await asyncio.sleep(3600)
        raise AssertionError

    monkeypatch.setattr(server, "PATIENCE", 0.01)
    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", FORM.encode())]}
    assert asyncio.run(server._form(Request(scope, never))) is None


def test_those_who_hang_up_write_nothing_in_the_terminal(tmp_path: Path) -> None:
    with serving(make_meeting(tmp_path)) as running:
        head = (
            f"POST {running.home}answer HTTP/1.1\r\nHost: {running.host}\r\nOrigin: {running.origin}\r\n"
            f"Content-Type: {FORM}\r\nContent-Length: 100\r\n\r\nkey="
        )
        for text in (head.encode(), b"no request at all\r\n\r\n", b"\0" * 100):
            with connected(running) as line:
                line.sendall(text)
        running.page()
        running.process.send_signal(signal.SIGINT)
        out, _ = running.process.communicate(timeout=60)
    assert "Traceback" not in out
    assert "Invalid" not in out


def test_after_all_that_it_ends_in_time(tmp_path: Path) -> None:
    with serving(make_meeting(tmp_path)) as running, connected(running) as hanging:
        hanging.sendall(b"GET / HTTP/1.1\r\n")
        running.process.terminate()
        assert running.process.wait(timeout=SLOW) is not None
