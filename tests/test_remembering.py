"""Results that are remembered: an unchanged document is not opened again, and none is answered from another."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from a11ycheck import Text, keys, remembering
from a11ycheck.cache import FOLDER, RESULTS, SIZE, Cache, make_folder, sealed, unsealed, user_folder
from a11ycheck.check import Report, check
from a11ycheck.decisions import Decisions
from a11ycheck.documents.facts import Beside
from a11ycheck.executors import Here, TellOf, tell_nobody_of
from a11ycheck.job import Job, Result
from a11ycheck.keys import demands_of, is_to_be_kept, key_of, state
from a11ycheck.remembering import Memory
from a11ycheck.reports import json as json_report
from a11ycheck.ruleset import Ruleset

RULESET = Ruleset("mine", Text("mine", "min"), requires=("note-*",), advises=("*",))
GOOD, BAD = "NOTE en Good\nhello\n", "NOTE en Bad\nLOUD\n"


class Counting:
    """Runs jobs here, and notes which."""

    def __init__(self) -> None:
        self.here = Here()
        self.done: list[str] = []

    def run(self, jobs: Sequence[Job], tell: TellOf = tell_nobody_of) -> Iterator[Result]:
        for job in jobs:
            self.done.append(job.source.rpartition("/")[2])
            yield from self.here.run([job], tell)

    def stop(self) -> None:
        """Nothing goes on."""

    def close(self) -> None:
        """Nothing is held."""


@pytest.fixture
def folder(plugin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # Nothing is installed, and no code changes, while a test goes on.
    monkeypatch.setattr(remembering, "state", lambda: "as installed")
    for name, text in (("bad.note", BAD), ("good.note", GOOD)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def checked(
    folder: Path, *names: str, ruleset: Ruleset = RULESET, memory: Memory | None = None, show: bool = False
) -> tuple[Report, list[str]]:
    """The report, and the documents that were opened for it."""
    executor = Counting()
    report = check(
        [str(folder / name) for name in names],
        ruleset,
        executor=executor,
        decisions=Decisions(today=datetime.date(2026, 5, 1)),
        memory=memory or Memory(Cache(folder / "cache")),
        show=show,
    )
    return report, executor.done


def test_a_second_run_opens_nothing_and_says_the_same(folder: Path) -> None:
    first, opened = checked(folder, "bad.note", "good.note")
    memory = Memory(Cache(folder / "cache"))
    second, opened_again = checked(folder, "bad.note", "good.note", memory=memory)
    assert opened == ["bad.note", "good.note", "meeting"]
    assert opened_again == []
    assert (memory.known, memory.asked) == (3, 3)
    assert json_report.write(second, "en") == json_report.write(first, "en")


def test_only_what_has_changed_is_opened_and_in_its_place(folder: Path) -> None:
    checked(folder, "bad.note", "good.note")
    (folder / "bad.note").write_text(BAD + "MORE\n", "utf-8")
    report, opened = checked(folder, "bad.note", "good.note")
    assert opened[:1] == ["bad.note"]
    assert "good.note" not in opened
    assert [len(document.judgements) for document in report.documents] == [2, 0]


def test_another_name_is_another_document(folder: Path) -> None:
    """Findings about a whole document are known by its name, and so are the answers to them."""
    (folder / "untitled.note").write_text("NOTE en \nhello\n", "utf-8")
    shutil.copy(folder / "untitled.note", folder / "other.note")
    before, _ = checked(folder, "untitled.note")
    after, opened = checked(folder, "other.note")
    assert opened == ["other.note"]
    keys = [[each.finding.key for each in report.documents[0].judgements] for report in (before, after)]
    assert keys[0] != keys[1]


def test_the_same_document_in_another_folder_is_the_same(folder: Path) -> None:
    checked(folder, "bad.note")
    (folder / "copy").mkdir()
    shutil.copy(folder / "bad.note", folder / "copy")
    _, opened = checked(folder, "copy/bad.note")
    assert opened == []


def test_rules_that_are_put_otherwise_are_put_anew(folder: Path) -> None:
    checked(folder, "bad.note")
    advice, opened = checked(folder, "bad.note", ruleset=replace(RULESET, requires=()))
    assert opened == ["bad.note"]
    assert {judgement.level.value for judgement in advice.documents[0].judgements} == {"advice"}


JOB = Job("folder/talk.note", "note", RULESET, data=b"NOTE en A\n")
KEY = "0" * 64


def key(job: Job, installed: str = "as installed") -> str:
    return key_of(job, installed, demands_of(job.ruleset))


@pytest.mark.parametrize(
    "other",
    [
        replace(JOB, data=b"NOTE en B\n"),
        replace(JOB, source="folder/walk.note"),
        replace(JOB, kind="trap"),
        replace(JOB, show=True),
        replace(JOB, ruleset=replace(RULESET, requires=("content-*",))),
        replace(JOB, ruleset=replace(RULESET, advises=())),
        replace(JOB, ruleset=replace(RULESET, off=("note-*",))),
        replace(JOB, ruleset=replace(RULESET, select=("note-*",))),
        replace(JOB, ruleset=replace(RULESET, ignore=("note-*",))),
        replace(JOB, ruleset=replace(RULESET, options={"note-shouting": {"longest": 3}})),
        replace(JOB, beside=(Beside("talk.vtt", data=b"WEBVTT"),)),
    ],
    ids=[
        "bytes",
        "name",
        "kind",
        "show",
        "requires",
        "advises",
        "off",
        "select",
        "ignore",
        "options",
        "beside",
    ],
)
def test_whatever_a_result_depends_on_makes_another_key(plugin: Path, other: Job) -> None:
    assert key(other) != key(JOB)


@pytest.mark.parametrize(
    "other",
    [Beside("talk.vtt", data=b"WEBVTT\n", language="sv"), Beside("talk.sv.vtt", data=b"WEBVTT", language="sv"),
     Beside("talk.vtt", data=b"WEBVTT", language="en")],
    ids=["bytes", "name", "language"],
)  # fmt: skip
def test_what_lies_beside_counts_with_name_and_language(plugin: Path, other: Beside) -> None:
    first = replace(JOB, beside=(Beside("talk.vtt", data=b"WEBVTT", language="sv"),))
    assert key(replace(JOB, beside=(other,))) != key(first)


def test_what_only_the_judgement_asks_makes_no_other_key(plugin: Path) -> None:
    renamed = replace(RULESET, name="yours", title=Text("yours", "din"), must_answer=("*",))
    assert key(replace(JOB, ruleset=renamed)) == key(JOB)


def test_a_file_and_the_same_bytes_have_one_key(plugin: Path, tmp_path: Path) -> None:
    (tmp_path / "talk.note").write_bytes(b"NOTE en A\n")
    assert key(replace(JOB, path=str(tmp_path / "talk.note"), data=None)) == key(JOB)


def test_code_and_versions_are_part_of_the_key(plugin: Path) -> None:
    assert key(JOB, "another state") != key(JOB, "as installed")


def _version(folder: Path) -> None:
    (folder / "lib" / "parser-1.0.dist-info").rename(folder / "lib" / "parser-1.1.dist-info")


def _our_rule(folder: Path) -> None:
    (folder / "ours" / "rule.py").write_text("longest = 4\n", "utf-8")


def _our_new_file(folder: Path) -> None:
    (folder / "ours" / "deeper" / "new.py").write_text("", "utf-8")


def _same_size(folder: Path) -> None:
    os.utime(folder / "ours" / "rule.py", (1, 1))


def _python(folder: Path) -> None:
    sys.version = "3.99.0"


@pytest.mark.parametrize("change", [_version, _our_rule, _our_new_file, _same_size, _python])
def test_a_change_of_what_is_installed_is_seen(
    change: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lib" / "parser-1.0.dist-info").mkdir(parents=True)
    (tmp_path / "ours" / "deeper").mkdir(parents=True)
    (tmp_path / "ours" / "rule.py").write_text("longest = 3\n", "utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "lib"), *sys.path])
    monkeypatch.setattr(sys, "version", sys.version)
    monkeypatch.setattr(keys, "PACKAGE", tmp_path / "ours")
    before = state()
    assert state() == before
    change(tmp_path)
    assert state() != before


def test_what_python_compiles_is_no_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "PACKAGE", tmp_path)
    before = state()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "rule.pyc").write_bytes(b"")
    assert state() == before


def test_a_plugin_that_is_worked_on_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plugin: Path
) -> None:
    shutil.copytree(plugin, tmp_path / "copy")
    monkeypatch.delitem(sys.modules, "a11ycheck_note", raising=False)
    monkeypatch.setattr(
        sys, "path", [str(tmp_path / "copy"), *(each for each in sys.path if each != str(plugin))]
    )
    before = state()
    os.utime(tmp_path / "copy" / "a11ycheck_note" / "open.py", (1, 1))
    assert state() != before


@pytest.mark.parametrize(
    ("name", "text"),
    [("broken.note", "no note\n"), ("cut.note", "NOTE en Cut\nUNREAD\n")],
    ids=["not what it says", "not read to its end"],
)
def test_trouble_is_never_kept(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")
    for _ in range(2):
        report, opened = checked(folder, name)
        assert report.documents[0].trouble is not None
        assert opened == [name]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: b"",
        lambda raw: raw[:-40],
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw.replace(b'"failed"', b'"passed"'),
        lambda raw: b"{}\n",
        lambda raw: b"\xff" * 5_000,
        lambda raw: sealed(KEY, unsealed(raw)[1]),
        lambda raw: sealed(raw[9:73].decode(), b"[1"),
        lambda raw: sealed(raw[9:73].decode(), b'{"rules": 1}'),
        lambda raw: sealed(raw[9:73].decode(), b"[" * 100_000),
    ],
    ids=["empty", "torn", "half", "tampered", "other", "noise", "another's", "no json", "no result", "deep"],
)
def test_what_is_broken_is_as_good_as_none(folder: Path, spoil: Callable[[bytes], bytes]) -> None:
    first, _ = checked(folder, "bad.note")
    (file,) = (folder / "cache" / RESULTS).glob("*/*.json")
    file.write_bytes(spoil(file.read_bytes()))
    second, opened = checked(folder, "bad.note")
    assert opened == ["bad.note"]
    assert json_report.write(second, "en") == json_report.write(first, "en")
    assert checked(folder, "bad.note")[1] == []


def test_a_rule_forged_into_a_sealed_result_is_refused(folder: Path) -> None:
    checked(folder, "bad.note")
    (file,) = (folder / "cache" / RESULTS).glob("*/*.json")
    whose, written = unsealed(file.read_bytes()) or ("", b"")
    raw = json.loads(written)
    raw["rules"]["note-shouting"][2] = "advice"
    file.write_bytes(sealed(whose, json.dumps(raw).encode()))
    report, opened = checked(folder, "bad.note")
    assert opened == ["bad.note"]
    assert report.verdict.value == "fail"


def test_a_document_that_changes_while_it_is_checked_is_not_kept(folder: Path) -> None:
    class Changing(Counting):
        def run(self, jobs: Sequence[Job], tell: TellOf = tell_nobody_of) -> Iterator[Result]:
            for job in jobs:
                Path(job.path).write_text(GOOD, "utf-8")
                yield from super().run([job], tell)

    memory = Memory(Cache(folder / "cache"))
    check([str(folder / "bad.note")], RULESET, executor=Changing(), memory=memory)
    (folder / "bad.note").write_text(BAD, "utf-8")
    report, opened = checked(folder, "bad.note")
    assert opened == ["bad.note"]
    assert report.verdict.value == "fail"


def test_where_the_code_cannot_be_told_nothing_is_remembered(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> str:
        raise NotADirectoryError

    monkeypatch.setattr(remembering, "state", refuse)
    for _ in range(2):
        assert checked(folder, "bad.note")[1] == ["bad.note"]


def test_what_cannot_be_read_is_sent_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, data: bytes | None) -> bytes:
        raise PermissionError

    monkeypatch.setattr(keys, "_digest", refuse)
    report, opened = checked(folder, "bad.note")
    assert opened == ["bad.note"]
    assert report.verdict.value == "fail"
    assert not (folder / "cache").exists()


def test_nobody_else_may_read_what_is_kept(folder: Path) -> None:
    checked(folder, "bad.note")
    modes = {
        path: stat.S_IMODE(path.stat().st_mode) for path in [folder / "cache", *(folder / "cache").rglob("*")]
    }
    assert set(modes.values()) == {0o700, 0o600}
    assert all(mode == (0o700 if path.is_dir() else 0o600) for path, mode in modes.items())


def test_a_folder_that_cannot_be_used_is_said_and_does_no_harm(folder: Path) -> None:
    (folder / "cache").write_text("a file, no folder", "utf-8")
    memory = Memory(Cache(folder / "cache"))
    report, _ = checked(folder, "bad.note", memory=memory)
    assert report.verdict.value == "fail"
    said = [note.en for note in memory.notes()]
    assert said[0] == "0 of 1 results were known already."
    assert said[1].startswith(f"Not remembered: {folder / 'cache'}")


def test_a_full_disk_is_said_and_does_no_harm(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    memory = Memory(Cache(folder / "cache"))
    report, _ = checked(folder, "bad.note", memory=memory)
    assert report.verdict.value == "fail"
    assert "No space left on device" in [note.en for note in memory.notes()][1]
    assert [path for path in (folder / "cache").rglob("*") if path.is_file()] == []


def test_the_folder_of_another_user_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    assert "another user" in make_folder(tmp_path / "cache")


def _line(number: int, size: int = 3_000) -> tuple[str, bytes]:
    name = f"{number:02x}" * 32
    return name, sealed(name, b'"' + b"x" * size + b'"')


def test_the_longest_unused_goes_when_there_is_too_much(tmp_path: Path) -> None:
    """Ten results of a block of 4,096 bytes each, in a cache of eight: six are left, as 80 % of eight are."""
    cache = Cache(tmp_path, most=8 * 4_096)
    for number in range(10):
        cache.put(*_line(number))
        os.utime(next((tmp_path / RESULTS / f"{number:02x}").iterdir()), (1_000 + number, 1_000 + number))
    os.utime(next((tmp_path / RESULTS / "00").iterdir()), (9_000, 9_000))
    cache.close()
    left = [number for number in range(10) if cache.get(_line(number)[0])]
    assert left == [0, 5, 6, 7, 8, 9]
    assert cache.count() == (6, 6 * 4_096)
    assert int((tmp_path / SIZE).read_bytes()) == 6 * 4_096


def test_what_is_used_counts_as_new(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(*_line(1))
    (file,) = (tmp_path / RESULTS).glob("*/*")
    os.utime(file, (1_000, 1_000))
    cache.get(_line(1)[0])
    assert file.stat().st_mtime > 1_000_000


def test_runs_count_together_without_looking_through_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        cache = Cache(tmp_path, most=8 * 4_096)
        monkeypatch.setattr(cache, "_drop_the_oldest", lambda: pytest.fail("there is room"))
        cache.put(*_line(number))
        cache.close()
    assert (tmp_path / SIZE).read_bytes() == b"4096\n" * 5


def test_two_runs_at_once_lose_nothing(tmp_path: Path) -> None:
    def write(numbers: range) -> None:
        cache = Cache(tmp_path)
        for number in numbers:
            cache.put(*_line(number))
        cache.close()

    with ThreadPoolExecutor() as threads:
        list(threads.map(write, [range(200), range(100, 250)]))
    cache = Cache(tmp_path)
    assert all(cache.get(_line(number)[0]) for number in range(250))
    assert cache.count()[0] == 250


def test_a_size_that_is_no_number_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / SIZE).write_text("rubbish", "utf-8")
    cache = Cache(tmp_path)
    cache.put(*_line(1))
    cache.close()
    assert cache.get(_line(1)[0]) is not None


def test_clearing_leaves_nothing(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(3):
        cache.put(*_line(number))
    cache.close()
    assert cache.clear() == 3
    assert cache.count() == (0, 0)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "linux", "/x/a11ycheck"),
        ({"XDG_CACHE_HOME": "not/absolute", "HOME": "/h"}, "linux", "/h/.cache/a11ycheck"),
        ({"HOME": "/h"}, "linux", "/h/.cache/a11ycheck"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Caches/a11ycheck"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/a11ycheck"),
        ({FOLDER: "/mine", "XDG_CACHE_HOME": "/x"}, "linux", "/mine"),
        ({}, "win32", None),
        ({}, "linux", None),
    ],
)
def test_the_folder_is_where_the_system_has_caches(
    environment: dict[str, str], platform: str, expected: str | None
) -> None:
    assert user_folder(environment, platform) == (Path(expected) if expected else None)


def test_what_a_broken_rule_says_is_not_to_be_kept(folder: Path) -> None:
    """It may have been short of memory."""
    report, _ = checked(folder, "bad.note")
    (judgement,) = report.documents[0].judgements
    broke = replace(judgement.finding, outcome=replace(judgement.finding.outcome, message="rule-broke"))
    assert is_to_be_kept(Result(findings=(judgement.finding,)))
    assert not is_to_be_kept(Result(findings=(judgement.finding, broke)))
