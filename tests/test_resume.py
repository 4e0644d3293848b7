"""A run that is stopped or dies: what it leaves, and how it is gone on with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from a11ycheck import Text
from a11ycheck.cache import sealed
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.following import Follow
from a11ycheck.journal import KEPT, RUNS, Journal, asked, clear
from a11ycheck.ruleset import Ruleset
from browser import need_browser
from places import PLUGIN, ROOT
from web import page

LONGEST_WAIT = 60.0
"""Seconds after which a test gives up; nothing takes that long in order."""
EARLY = 5
"""Documents before the one that never ends."""
RULESET = Ruleset("mine", Text("mine", "min"))
KEY = "0123456789abcdef" * 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A meeting whose sixth document never ends."""
    meeting = tmp_path / "meeting"
    meeting.mkdir()
    for number in range(EARLY):
        text = "LOUD" if number == 1 else "hello"
        (meeting / f"{number}.note").write_text(f"NOTE en Note {number}\n{text}\n", "utf-8")
    (meeting / "1 broken.note").write_text("no note\n", "utf-8")
    (meeting / "7.trap").write_text("hang", "utf-8")
    (meeting / "8.note").write_text("NOTE en Last\nhello\n", "utf-8")
    (tmp_path / "rules.toml").write_text('requires = ["note-*"]\nadvises = ["*"]\n', "utf-8")
    return tmp_path


def command(*more: str) -> list[str]:
    options = ("--ruleset", "rules.toml", "--no-cache", "--output", "json:report.json", "-v")
    return [sys.executable, "-m", "a11ycheck", *options, *more, "meeting"]


def environment(folder: Path) -> dict[str, str]:
    """What the command is told, with the test's own folder in it, by which its processes are known."""
    path = os.pathsep.join(map(str, (PLUGIN, ROOT, folder)))
    return {
        "PATH": os.environ["PATH"],
        "LANG": "en_GB.UTF-8",
        "PYTHONPATH": path,
        "A11YCHECK_CACHE": str(folder / "c"),
    }


def running(folder: Path, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(*more),
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def ended(folder: Path, *more: str) -> tuple[int, str, dict[str, Any]]:
    """The exit code of a whole run, what it said, and its report."""
    with running(folder, *more) as process:
        _, said = process.communicate(timeout=LONGEST_WAIT)
    return process.returncode, said, report(folder)


def report(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "report.json").read_text("utf-8"))
    return found


def wait_for(what: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST_WAIT
    while not what():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


def journals(folder: Path) -> list[Path]:
    return list((folder / "c" / RUNS).glob("*"))


def lines(folder: Path) -> int:
    return sum(path.read_bytes().count(b"\n") for path in journals(folder))


def processes_of(folder: Path) -> list[str]:
    """The processes that the command started, and itself."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if str(folder).encode() in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_text("utf-8", "replace"))
        except OSError:
            continue
    return found


@pytest.fixture
def stuck(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A run that has come to the document which never ends."""
    with running(folder) as process:
        try:
            wait_for(lambda: lines(folder) == EARLY + 1)
            yield process
        finally:
            process.kill()


needs_proc = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="processes are seen in /proc")


@needs_proc
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_reports_what_it_had(
    folder: Path, stuck: subprocess.Popen[str], how: signal.Signals
) -> None:
    stuck.send_signal(how)
    _, said = stuck.communicate(timeout=LONGEST_WAIT)
    assert stuck.returncode == 130
    assert "Traceback" not in said
    assert processes_of(folder) == []
    found = report(folder)
    reasons = {
        Path(each["source"]).name: (each["trouble"] or {}).get("reason") for each in found["documents"]
    }
    whole = {f"{number}.note": None for number in range(EARLY)}
    assert reasons == whole | {"1 broken.note": "not-what-it-says", "7.trap": "stopped", "8.note": "stopped"}
    assert "6 of 8 documents were checked" in found["notes"][0]["en"]
    assert "--resume" in found["notes"][0]["sv"]
    assert found["verdict"] == "fail"


def test_what_was_not_reached_leaves_the_verdict_open(folder: Path) -> None:
    (folder / "meeting" / "1.note").unlink()
    (folder / "meeting" / "1 broken.note").unlink()
    with running(folder) as process:
        wait_for(lambda: lines(folder) == EARLY - 1)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=LONGEST_WAIT)
    assert report(folder)["verdict"] == "undecided"


def test_a_run_that_was_killed_is_gone_on_with(folder: Path, stuck: subprocess.Popen[str]) -> None:
    stuck.kill()
    stuck.communicate(timeout=LONGEST_WAIT)
    (folder / "meeting" / "7.trap").write_text("fine", "utf-8")
    code, said, resumed = ended(folder, "--resume")
    assert "6 of 9 results were known already." in said.splitlines()
    assert journals(folder) == []
    whole_code, whole_said, whole = ended(folder)
    assert "0 of 9 results were known already." in whole_said.splitlines()
    assert (code, resumed) == (whole_code, whole)


def test_a_run_that_was_stopped_is_gone_on_with(folder: Path, stuck: subprocess.Popen[str]) -> None:
    stuck.send_signal(signal.SIGINT)
    stuck.communicate(timeout=LONGEST_WAIT)
    (folder / "meeting" / "7.trap").write_text("fine", "utf-8")
    _, said, _ = ended(folder, "--resume")
    assert "6 of 9 results were known already." in said.splitlines()


def test_what_has_changed_meanwhile_is_checked_anew(folder: Path, stuck: subprocess.Popen[str]) -> None:
    stuck.kill()
    stuck.communicate(timeout=LONGEST_WAIT)
    (folder / "meeting" / "7.trap").write_text("fine", "utf-8")
    (folder / "meeting" / "1.note").write_text("NOTE en Note 1\nhello\n", "utf-8")
    _, said, found = ended(folder, "--resume")
    assert "5 of 9 results were known already." in said.splitlines()
    assert found["verdict"] == "undecided"  # nothing is loud, but one is broken


def test_other_demands_are_another_run(folder: Path, stuck: subprocess.Popen[str]) -> None:
    stuck.kill()
    stuck.communicate(timeout=LONGEST_WAIT)
    (folder / "meeting" / "7.trap").write_text("fine", "utf-8")
    _, said, _ = ended(folder, "--resume", "--ignore", "note-*")
    assert "0 of 9 results were known already." in said.splitlines()
    assert (
        "--resume: no run of these inputs with these options was stopped. All is checked."
        in said.splitlines()
    )


def test_without_resume_all_is_checked(folder: Path, stuck: subprocess.Popen[str]) -> None:
    stuck.kill()
    stuck.communicate(timeout=LONGEST_WAIT)
    (folder / "meeting" / "7.trap").write_text("fine", "utf-8")
    _, said, _ = ended(folder)
    assert "0 of 9 results were known already." in said.splitlines()


@needs_proc
def test_a_second_ctrl_c_ends_at_once(folder: Path, stuck: subprocess.Popen[str]) -> None:
    """While the report is written to a pipe that nobody reads."""
    os.mkfifo(folder / "report.json")
    stuck.send_signal(signal.SIGINT)
    wait_for(lambda: len(processes_of(folder)) == 1)

    def ends() -> bool:
        stuck.send_signal(signal.SIGINT)
        return stuck.poll() is not None

    wait_for(ends)
    assert stuck.returncode == -signal.SIGINT
    assert processes_of(folder) == []


@needs_proc
def test_a_browser_is_ended_too(folder: Path) -> None:
    need_browser()
    (folder / "meeting" / "page.html").write_text(page("<p>Hej</p>"), "utf-8")
    with running(folder) as process:
        try:
            wait_for(lambda: any("--remote-debugging" in each for each in processes_of(folder)))
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=LONGEST_WAIT)
        finally:
            process.kill()
    assert process.returncode == 130
    # It ends by itself when the process that it answers to is gone.
    wait_for(lambda: processes_of(folder) == [])


def line(number: int) -> tuple[str, bytes]:
    key = f"{number:02x}" * 32
    return key, sealed(key, b'{"number": %d}' % number)


def test_a_torn_last_line_costs_itself_alone(tmp_path: Path) -> None:
    first = Journal(tmp_path, "run")
    for number in range(3):
        first.put(*line(number))
    first.close(whole=False)
    first.path.write_bytes(first.path.read_bytes()[:-20])
    second = Journal(tmp_path, "run", resume=True)
    assert [second.get(line(number)[0]) for number in range(3)] == [b'{"number": 0}', b'{"number": 1}', None]
    second.put(*line(3))
    second.close(whole=False)
    third = Journal(tmp_path, "run", resume=True)
    assert [third.get(line(number)[0]) for number in (0, 2, 3)] == [b'{"number": 0}', None, b'{"number": 3}']


def test_a_journal_is_there_from_the_first_result_to_the_end_of_the_run(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "run")
    assert not journal.path.exists()
    journal.put(*line(1))
    assert journal.path.stat().st_mode & 0o777 == 0o600
    assert journal.path.read_bytes() == line(1)[1]
    journal.close(whole=True)
    assert not journal.path.exists()


def test_a_new_run_forgets_the_one_that_was_stopped(tmp_path: Path) -> None:
    old = Journal(tmp_path, "run")
    old.put(*line(1))
    old.close(whole=False)
    new = Journal(tmp_path, "run")
    assert new.get(line(1)[0]) is None
    assert not new.path.exists()


def test_runs_that_nobody_goes_on_with_are_forgotten(tmp_path: Path) -> None:
    old = Journal(tmp_path, "old")
    old.put(*line(1))
    old.close(whole=False)
    long_ago = time.time() - KEPT - 1
    os.utime(old.path, (long_ago, long_ago))
    recent = Journal(tmp_path, "recent")
    recent.put(*line(1))
    recent.close(whole=False)
    Journal(tmp_path, "new").put(*line(1))
    assert sorted(path.stem for path in (tmp_path / RUNS).iterdir()) == ["new", "recent"]
    assert clear(tmp_path) == 2
    assert list((tmp_path / RUNS).iterdir()) == []


def test_a_journal_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    journal = Journal(tmp_path / "file", "run")
    journal.put(*line(1))
    assert journal.trouble
    journal.close(whole=True)


@pytest.mark.parametrize(
    "other",
    [
        {"inputs": ["b"]},
        {"ruleset": Ruleset("mine", Text("mine", "min"), ignore=("x",))},
        {"show": True},
        {"visiting": Visiting(headers={"Cookie": "me"})},
        {"visiting": Visiting(click="#ok")},
        {"follow": Follow("site")},
    ],
    ids=["inputs", "ruleset", "show", "headers", "click", "follow"],
)
def test_a_run_is_known_by_what_was_asked(other: dict[str, Any]) -> None:
    first: dict[str, Any] = {
        "inputs": ["a"],
        "ruleset": RULESET,
        "show": False,
        "visiting": Visiting(),
        "follow": None,
    }

    def name(told: dict[str, Any]) -> str:
        return asked(told.pop("inputs"), told.pop("ruleset"), **told)

    assert name({**first}) == name({**first})
    assert name({**first, **other}) != name({**first})


def test_the_same_words_elsewhere_are_another_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def name() -> str:
        return asked(["a"], RULESET, show=False, visiting=Visiting(), follow=None)

    here = name()
    monkeypatch.chdir(tmp_path)
    assert name() != here


def said_by(folder: Path, *words: str, language: str = "en_GB.UTF-8") -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "a11ycheck", *words],
        cwd=folder,
        env={**environment(folder), "LANG": language},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=LONGEST_WAIT,
    )
    return done.stdout.splitlines()


def test_the_command_says_where_results_are_and_forgets_them(folder: Path) -> None:
    where = folder / "c"
    assert said_by(folder, "cache") == [f"Folder: {where}", "Results: 0", "Size: 0 of at most 2000 MB"]
    said_by(folder, "--exit-zero", "meeting/0.note", "meeting/1.note")
    assert said_by(folder, "cache")[1] == "Results: 3"  # the meeting as a whole too
    assert said_by(folder, "cache", language="sv_SE.UTF-8")[2].endswith(" av högst 2000 MB")
    assert said_by(folder, "cache", "clear") == [f"Forgotten: 3 ({where})"]
    assert said_by(folder, "cache")[1] == "Results: 0"


def test_without_the_cache_nothing_is_left(folder: Path) -> None:
    said_by(folder, "--no-cache", "--exit-zero", "meeting/0.note")
    assert [path for path in (folder / "c").rglob("*") if path.is_file()] == []
