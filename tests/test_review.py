"""The review: a real server, real requests, and a person who walks through it with a keyboard and without script."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest
from reports.sample import PICTURE, document, on_page, question, report

from a11ycheck.answers_file import LONGEST_REMARK
from a11ycheck.decisions import Decisions, load_answers
from a11ycheck.review.reviewing import MOST_FORMS, Review, Saved, Sent, View, page
from browser import browser
from places import PLUGIN, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("starlette", reason="Starlette is not installed")
pytest.importorskip("uvicorn", reason="uvicorn is not installed")

ASKING = "NOTE en Asking\nreally?\n<b>who\u202eknows</b>?\nand why?\n"
ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "en_GB.UTF-8", "PYTHONPATH": f"{PLUGIN}{os.pathsep}{ROOT}"}


def make_meeting(folder: Path) -> Path:
    (folder / "asking.note").write_text(ASKING, "utf-8")
    (folder / "meeting.toml").write_text(
        'name = "The forum"\n[[material]]\nfile = "asking.note"\n', encoding="utf-8"
    )
    (folder / "rules.toml").write_text('requires = ["note-*"]\nmust_answer = ["note-*"]\n', "utf-8")
    return folder


def a11ycheck(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "a11ycheck", "--ruleset", "rules.toml", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=ENVIRONMENT, capture_output=True, encoding="utf-8", timeout=120
    )


@dataclass
class Reply:
    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Served:
    """A review that runs: its folder, its address, and the process."""

    folder: Path
    address: str
    process: subprocess.Popen[str]

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    @property
    def home(self) -> str:
        return urlsplit(self.address).path

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> Reply:
        """Send exactly this; the name of a header is written with “_” for “-”."""
        connection = http.client.HTTPConnection(self.host, timeout=60)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host="Host" in given)
        if body:
            given.setdefault("Content-Type", "application/x-www-form-urlencoded")
            given["Content-Length"] = str(len(body))
        for name, value in given.items():
            connection.putheader(name, value)
        connection.endheaders(body.encode())
        reply = connection.getresponse()
        text = reply.read().decode("utf-8")
        connection.close()
        return Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, text)

    def send(self, **fields: str) -> Reply:
        """Send a form as our own page does."""
        return self.ask("POST", f"{self.home}answer", urlencode(fields), Origin=self.origin)

    def page(self) -> str:
        return self.ask("GET", self.home).text

    @property
    def keys(self) -> list[str]:
        """The keys of the questions that the page has forms for, in its order."""
        return re.findall(r'name="key" value="([0-9a-f]{16})"', self.page())

    def answers(self) -> dict[str, bool | None]:
        path = self.folder / "answers.toml"
        return {answer.key: answer.yes for answer in load_answers(path)} if path.exists() else {}


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[Served]:
    command = [sys.executable, "-m", "a11ycheck", "review", "--no-open", "--ruleset", "rules.toml"]
    process = subprocess.Popen(
        [*command, *arguments, "meeting.toml"],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if found := re.search(r"http://\S+", line):
            break
    else:
        pytest.fail(said)
    try:
        yield Served(folder, found[0], process)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(make_meeting(tmp_path)) as running:
        yield running


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A review that no test answers anything in."""
    with serving(make_meeting(tmp_path_factory.mktemp("still"))) as running:
        yield running


class TestWhoIsLetIn:
    def test_the_page_may_do_nothing_but_show_itself_and_send_home(self, still: Served) -> None:
        reply = still.ask("GET", still.home)
        assert reply.status == 200
        assert reply.headers["cache-control"] == "no-store"
        assert reply.headers["content-security-policy"] == (
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'"
        )
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert "<script" not in reply.text
        assert not re.search(r'(?:src|href|action)="(?!#|data:|answer#)', reply.text)

    def test_it_is_on_loopback_alone_with_a_token_that_cannot_be_guessed(self, still: Served) -> None:
        assert still.host.startswith("127.0.0.1:")
        assert len(still.home.strip("/")) >= 43

    @pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", ""])
    def test_another_host_is_refused(self, still: Served, host: str) -> None:
        assert still.ask("GET", still.home, Host=host).status == 421

    @pytest.mark.parametrize(
        "path",
        ["/", "//", "/favicon.ico", "/wrong/", "/{home}x/", "/{home}", "/å/", "/%00/", "/answer"],
    )
    def test_without_the_token_nothing_is_found(self, still: Served, path: str) -> None:
        token = still.home.strip("/")
        path = path.replace("{home}", token if path != "/{home}" else token[:-1])
        assert still.ask("GET", path.replace("å", "%C3%A5")).status == 404

    @pytest.mark.parametrize(
        "path",
        [
            "..",
            "../",
            "../../etc/passwd",
            "%2e%2e/%2e%2e/etc/passwd",
            "..%2f..%2fetc%2fpasswd",
            "answers.toml",
            "asking.note",
            "answer/../../../etc/passwd",
            "%5c..%5cetc",
            "answer%00",
            "//etc/passwd",
        ],
    )
    def test_no_path_leads_to_a_file(self, still: Served, path: str) -> None:
        reply = still.ask("GET", still.home + path)
        assert (reply.status, "root:" in reply.text, "really" in reply.text) == (404, False, False)

    @pytest.mark.parametrize(
        "headers",
        [
            {"Origin": "https://evil.example"},
            {"Origin": "null"},
            {"Origin": "http://localhost:80"},
            {},
            {"Sec_Fetch_Site": "cross-site"},
            {"Sec_Fetch_Site": "same-site"},
            {"Origin": "OURS", "Sec_Fetch_Site": "cross-site"},
            {"Origin": "OURS", "Host": "evil.example"},
        ],
    )
    def test_another_origin_can_send_nothing(self, still: Served, headers: dict[str, str]) -> None:
        given = {name: still.origin if value == "OURS" else value for name, value in headers.items()}
        body = urlencode({"key": still.keys[0], "answer": "yes", "by": "Eve"})
        assert still.ask("POST", f"{still.home}answer", body, **given).status in (403, 421)
        assert still.answers() == {}

    def test_what_is_no_form_is_refused(self, still: Served) -> None:
        key = still.keys[0]
        path, origin = f"{still.home}answer", still.origin
        body = urlencode({"key": key, "answer": "yes", "by": "Bo"})
        assert still.ask("POST", path, body, Origin=origin, Content_Type="text/plain").status == 400
        assert still.ask("POST", path, body + "&x=" + "x" * 70_000, Origin=origin).status == 400
        assert still.ask("POST", path, "&".join(f"a{n}=1" for n in range(20)), Origin=origin).status == 400
        assert still.ask("POST", path, "by=Bo", Origin=origin).status == 400
        assert still.send(key="f" * 16, answer="yes", by="Bo").status == 404
        assert still.ask("PUT", path, body, Origin=origin).status == 405
        assert still.ask("POST", still.home, body, Origin=origin).status == 405
        assert still.answers() == {}


class TestAnswering:
    def test_an_answer_is_saved_and_leads_to_the_next_question(self, served: Served) -> None:
        first, second, _ = served.keys
        reply = served.send(key=first, answer="yes", by="Åsa Ek", remark="", seen="")
        assert reply.status == 303
        assert reply.headers["location"] == f"{served.home}?saved={first}&next={second}#answer-{second}"
        cookie = reply.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        shown = served.ask(
            "GET", reply.headers["location"].partition("#")[0], Cookie=cookie.partition(";")[0]
        )
        assert '<p class="message" role="status">Saved: Yes, Åsa Ek. 2 questions are left.</p>' in shown.text
        assert 'value="Åsa Ek"' in shown.text
        assert served.answers() == {first: True}

    def test_the_verdict_is_that_of_the_answers_without_another_check(self, served: Served) -> None:
        # Were the document opened again, this would change what is asked.
        (served.folder / "asking.note").unlink()
        keys = served.keys
        for key in keys:
            assert "Not decided yet" in served.page()
            last = served.send(key=key, answer="yes", by="Bo", seen="")
        assert last.headers["location"].endswith("#done")
        assert "Passes: The forum" in served.page()
        answer = re.search(
            rf'value="{keys[0]}">\n<input type="hidden" name="seen" value="(\w+)"', served.page()
        )
        assert answer is not None
        served.send(key=keys[0], answer="no", by="Bo", seen=answer[1])
        assert "Does not pass: The forum" in served.page()

    def test_what_is_missing_is_said_and_what_was_written_stays(self, served: Served) -> None:
        key = served.keys[1]
        reply = served.send(key=key, answer="", by=" ", remark='It <was> "dark"', seen="")
        assert reply.status == 422
        assert f'role="alert" id="trouble-{key}"' in reply.text
        assert "Choose yes, no or unsure." in reply.text
        assert "Write your name." in reply.text
        assert "It &lt;was&gt; &#34;dark&#34;" in reply.text
        long = served.send(key=key, answer="no", by="Bo", remark="x" * (LONGEST_REMARK + 1), seen="")
        assert (long.status, "at most" in long.text) == (422, True)
        assert served.answers() == {}

    def test_of_two_who_answer_at_once_none_is_lost(self, served: Served) -> None:
        key = served.keys[0]
        assert served.send(key=key, answer="yes", by="Åsa", remark="I asked", seen="").status == 303
        reply = served.send(key=key, answer="no", by="Bo", remark="I heard", seen="")
        assert reply.status == 422
        assert "Åsa has answered this meanwhile: Yes. I asked" in reply.text
        assert "I heard" in reply.text
        assert served.answers() == {key: True}
        seen = re.search(rf'value="{key}">\n<input type="hidden" name="seen" value="(\w+)"', reply.text)
        assert seen is not None
        assert served.send(key=key, answer="no", by="Bo", remark="I heard", seen=seen[1]).status == 303
        assert served.answers() == {key: False}

    def test_what_is_answered_in_a_terminal_meanwhile_is_seen(self, served: Served) -> None:
        key = served.keys[0]
        command = [sys.executable, "-m", "a11ycheck", "answer", key, "unsure", "--by", "Cy", "."]
        subprocess.run(command, cwd=served.folder, env=ENVIRONMENT, check=True, timeout=60)
        assert "Unsure: Cy" in served.page()
        assert key in served.keys

    def test_a_broken_file_is_said_and_left_as_it_is(self, served: Served) -> None:
        key = served.keys[0]
        path = served.folder / "answers.toml"
        path.write_text("# ours\n[[answer]\n", "utf-8")
        assert "answers.toml" in served.page()
        reply = served.send(key=key, answer="yes", by="Bo", remark="I saw it", seen="")
        assert (reply.status, "line 2" in reply.text, "I saw it" in reply.text) == (422, True, True)
        assert path.read_text("utf-8") == "# ours\n[[answer]\n"
        path.unlink()
        assert served.send(key=key, answer="yes", by="Bo", remark="I saw it", seen="").status == 303

    def test_what_documents_say_is_harmless(self, served: Served) -> None:
        page = served.page()
        assert "<b>who" not in page
        assert "\u202e" not in page


def test_a_page_of_very_many_questions_stays_small_and_each_gets_its_turn(tmp_path: Path) -> None:
    asked = [(on_page(n, thing=str(n)), question(f"{n}")) for n in range(MOST_FORMS + 50)]
    made = report(document("a.pdf", (PICTURE, asked)))
    review = Review(made, Decisions(), tmp_path / "answers.toml", "en")
    state = review.state()
    shown = page(View(state))
    assert shown.count('class="answering"') == MOST_FORMS
    assert "when some of the others are answered: 50." in shown
    last = state.open_keys[-1]
    assert f'id="answer-{last}"' not in shown
    # Whoever comes to it by answering the one before finds its form.
    saved = review.save(Sent(state.open_keys[-2], "yes", "Bo"))
    assert isinstance(saved, Saved)
    assert saved.next == last
    assert f'id="answer-{last}"' in page(View(review.state(), saved=saved))


class TestTheCommand:
    def test_it_ends_with_the_verdict(self, served: Served) -> None:
        for key in served.keys:
            served.send(key=key, answer="yes", by="Bo", seen="")
        served.process.send_signal(signal.SIGINT)
        out, _ = served.process.communicate(timeout=60)
        assert served.process.returncode == 0
        assert "Passes: The forum" in out
        assert "Traceback" not in out

    def test_answers_are_honoured_by_the_next_run_and_asked_again_when_the_thing_changes(
        self, served: Served
    ) -> None:
        for key in served.keys:
            served.send(key=key, answer="yes", by="Bo", seen="")
        assert a11ycheck("meeting.toml", cwd=served.folder).returncode == 0
        changed = ASKING.replace("and why?", "and why not?")
        (served.folder / "asking.note").write_text(changed, "utf-8")
        assert a11ycheck("meeting.toml", cwd=served.folder).returncode == 3
        with serving(served.folder) as again:
            assert len(set(again.keys) - set(served.answers())) == 1

    def test_a_broken_file_or_a_taken_port_is_said_at_once(self, still: Served, tmp_path: Path) -> None:
        make_meeting(tmp_path)
        taken = a11ycheck_review(tmp_path, "--port", still.host.rpartition(":")[2])
        assert (taken.returncode, "--port" in taken.stderr) == (2, True)
        (tmp_path / "answers.toml").write_text("[[answer]]\nkey = 3\n", "utf-8")
        broken = a11ycheck_review(tmp_path)
        assert (broken.returncode, "answers.toml, line 1, answer 1" in broken.stderr) == (2, True)


def a11ycheck_review(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "a11ycheck", "review", "--no-open", "--ruleset", "rules.toml"]
    return subprocess.run(
        [*command, *arguments, "meeting.toml"],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as started:
        yield started


def axe_violations(page: Page) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = axe.run(page, options={"resultTypes": ["violations"]}).response
    return [f"{rule['id']}: {node['html']}" for rule in found["violations"] for node in rule["nodes"]]


def focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("selector => document.activeElement.matches(selector)", selector))


class TestInABrowser:
    def test_a_keyboard_alone_answers_every_question_without_script(
        self, chromium: Browser, served: Served
    ) -> None:
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(served.address)
        # The link beneath the verdict leads to the first question.
        link = page.get_by_role("link", name="Answer the questions")
        for _ in range(20):
            page.keyboard.press("Tab")
            if link.evaluate("each => each === document.activeElement"):
                break
        page.keyboard.press("Enter")
        for number, key in enumerate(served.keys):
            page.keyboard.press("Tab")
            assert focused(page, f'#answer-{key} input[type="radio"]')
            page.keyboard.press(("Space", "ArrowDown", "ArrowDown")[number])
            page.keyboard.press("Tab")
            assert focused(page, f"#by-{key}")
            if number == 0:
                page.keyboard.type("Åsa Ek")
            page.keyboard.press("Tab")
            page.keyboard.type(f"Remark {number}")
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.wait_for_url(f"**/?saved={key}*")
            message = page.get_by_role("status").filter(has_text="Saved:")
            assert message.count() == 1
            assert "Åsa Ek" in message.inner_text()
        assert list(served.answers().values()) == [True, False, False]
        assert "Does not pass" in page.get_by_role("heading", level=2).first.inner_text()
        context.close()

    @pytest.mark.parametrize("language", ["sv", "en"])
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe_finds_nothing(self, chromium: Browser, tmp_path: Path, language: str, scheme: str) -> None:
        with serving(make_meeting(tmp_path), "--language", language) as served:
            page = chromium.new_page(color_scheme="dark" if scheme == "dark" else "light")
            page.goto(served.address)
            assert page.locator("html").get_attribute("lang") == language
            assert axe_violations(page) == []
            first, second, _ = served.keys
            form = page.locator(f"#answer-{first}")
            form.locator('[value="yes"]').check()
            form.locator('[name="by"]').fill("Bo")
            form.get_by_role("button").click()
            page.wait_for_url("**/?saved=*")
            assert page.locator(f"#answer-{second}:target").count() == 1
            assert axe_violations(page) == []
            page.evaluate("document.querySelectorAll('form').forEach(each => each.noValidate = true)")
            page.locator(f"#answer-{second}").get_by_role("button").click()
            page.get_by_role("alert").wait_for()
            assert page.locator(f"#answer-{second}:target").count() == 1
            assert axe_violations(page) == []
            page.close()

    def test_our_own_page_rules_find_nothing(self, chromium: Browser, tmp_path: Path) -> None:
        with serving(make_meeting(tmp_path)) as served:
            first, second, _ = served.keys
            served.send(key=first, answer="yes", by="Bo", seen="")
            pages = {
                "open.html": served.page(),
                "troubled.html": served.send(key=second, answer="", by="", seen="").text,
                "saved.html": served.ask("GET", f"{served.home}?saved={first}&next={second}").text,
            }
        (tmp_path / "pages").mkdir()
        for name, text in pages.items():
            (tmp_path / "pages" / name).write_text(text, "utf-8")
        # In a process of its own, as the browser of this one has its loop running.
        command = [sys.executable, "-m", "a11ycheck", "--output", "json:-", "pages"]
        done = subprocess.run(
            command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, encoding="utf-8", timeout=300
        )
        documents = json.loads(done.stdout)["documents"]
        assert [part["trouble"] for part in documents] == [None] * 3
        found = [
            f"{part['source']}: {each['rule']}: {each['message']['en']} {each['where']['en']}"
            for part in documents
            for each in part["findings"]
            # How the report's own sentences read is advice, and a matter of its own tests.
            if each["status"] == "failed"
            and (each["level"] == "required" or not each["rule"].startswith("content-"))
        ]
        assert found == []

    @pytest.mark.parametrize("width", [320, 768, 1280])
    def test_nothing_is_wider_than_the_window(self, chromium: Browser, still: Served, width: int) -> None:
        page = chromium.new_page(viewport={"width": width, "height": 800})
        page.goto(still.address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()

    def test_another_page_in_the_same_browser_can_send_nothing(
        self, chromium: Browser, still: Served
    ) -> None:
        page = chromium.new_page()
        page.set_content(
            f'<form method="post" action="{still.address}answer"><input name="key" value="{still.keys[0]}">'
            '<input name="answer" value="yes"><input name="by" value="Eve"><button>Win</button></form>'
        )
        with page.expect_navigation() as reply:
            page.get_by_role("button").click()
        assert reply.value is not None
        assert reply.value.status == 403
        assert still.answers() == {}
        page.close()
