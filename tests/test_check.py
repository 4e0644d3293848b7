"""The line as a whole: what is expanded, what is found inside, what the verdict is, with a kind from a plugin."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

import pytest

from a11ycheck import registry, ruleset, sources
from a11ycheck.check import Report, check
from a11ycheck.executors import Fenced, Here, TellOf, tell_nobody_of
from a11ycheck.job import Job, Result
from a11ycheck.ruleset import Level
from a11ycheck.sources import expand, read_list
from a11ycheck.toml_file import ConfigError
from a11ycheck.verdict import Verdict
from places import PLUGIN, ROOT

GOOD = b"NOTE en Good\nhello\n"


def run(*inputs: object, requires: str = "note-*") -> Report:
    demands = ruleset.Ruleset("r", ruleset.load(ruleset.DEFAULT).title, requires=(requires,), advises=("*",))
    return check([str(given) for given in inputs], demands, executor=Here())


def note(folder: Path, name: str, text: bytes = GOOD) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    return path


def reasons(report: Report) -> dict[str, str]:
    return {part.source.name: part.trouble.reason for part in report.documents if part.trouble}


@pytest.mark.usefixtures("plugin")
class TestVerdict:
    def test_a_good_document_passes(self, tmp_path: Path) -> None:
        report = run(note(tmp_path, "a.note"))
        assert report.verdict is Verdict.PASS
        (document,) = report.documents
        assert document.facts is not None
        assert document.facts.title == "Good"

    def test_one_bad_document_fails_the_meeting_and_no_other(self, tmp_path: Path) -> None:
        report = run(note(tmp_path, "a.note"), note(tmp_path, "b.note", b"NOTE en B\nLOUD\n"))
        assert report.verdict is Verdict.FAIL
        assert [document.verdict for document in report.documents] == [Verdict.PASS, Verdict.FAIL]

    def test_a_missing_document_keeps_it_open(self, tmp_path: Path) -> None:
        report = run(note(tmp_path, "a.note"), tmp_path / "gone.note")
        assert report.verdict is Verdict.UNDECIDED
        assert reasons(report) == {str(tmp_path / "gone.note"): "not-found"}

    def test_a_rule_that_crashes_is_not_a_pass_and_the_others_are_judged(self, tmp_path: Path) -> None:
        report = run(note(tmp_path, "a.note", b"NOTE en A\nCRASH\nLOUD\n"), requires="content-title")
        (document,) = report.documents
        put = {each.id: each.count for each in document.rules}
        assert put["note-shouting"].cannot_tell == 1
        assert put["content-title"].passed == 1
        assert run(tmp_path / "a.note").verdict is Verdict.UNDECIDED

    def test_what_was_not_read_whole_is_no_pass_and_its_findings_are_kept(self, tmp_path: Path) -> None:
        report = run(note(tmp_path, "a.note", b"NOTE en A\nUNREAD\n"), requires="content-title")
        (document,) = report.documents
        assert document.trouble is not None
        assert document.trouble.reason == "not-read-whole"
        assert report.verdict is Verdict.UNDECIDED
        assert [judgement.rule.id for judgement in document.judgements] == ["note-shouting"]

    def test_every_rule_that_was_put_is_listed_with_zeros_where_it_did_not_apply(
        self, tmp_path: Path
    ) -> None:
        (document,) = run(note(tmp_path, "a.note")).documents
        counts = {put.id: put.count for put in document.rules}
        assert counts["content-picture-alt"].passed == counts["content-picture-alt"].failed == 0

    def test_nothing_given_is_undecided(self) -> None:
        assert run().verdict is Verdict.UNDECIDED

    def test_a_selection_that_matches_no_rule_is_undecided(self, tmp_path: Path) -> None:
        demands = ruleset.Ruleset("r", ruleset.load(ruleset.DEFAULT).title, select=("nothing-*",))
        report = check([str(note(tmp_path, "a.note"))], demands, executor=Here())
        assert report.verdict is Verdict.UNDECIDED


@pytest.mark.usefixtures("plugin")
def test_a_part_of_a_document_is_told_of_while_it_is_checked(tmp_path: Path) -> None:
    told: list[tuple[float, int, str]] = []
    long = tmp_path / "b.trap"
    long.write_text('forge 1 {"done": 0.25}', "utf-8")
    inputs = [str(note(tmp_path, "a.note")), str(long)]
    executor = Fenced(workers=1)
    check(
        inputs,
        ruleset.load(ruleset.DEFAULT),
        executor=executor,
        progress=lambda done, known, name: told.append((done, known, Path(name).name)),
    )
    executor.close()
    assert [each for each in told if each[2] == "a.note"] == [(1, 2, "a.note")]
    assert [each for each in told if each[2] == "b.trap"][-1] == (2, 2, "b.trap")
    assert {done for done, _, name in told if name == "b.trap"} & {0.25, 1.25}


class Never:
    """An executor that nothing may be asked of."""

    def run(self, jobs: Sequence[Job], tell: TellOf = tell_nobody_of) -> Iterator[Result]:
        raise AssertionError(f"{len(jobs)} jobs were run")

    def close(self) -> None: ...


@pytest.mark.usefixtures("plugin")
class TestRefusedBeforeAnythingIsRun:
    @pytest.mark.parametrize("options", [{"long": 3}, {"longest": "3"}])
    def test_an_option_that_the_ruleset_gets_wrong(self, tmp_path: Path, options: dict[str, object]) -> None:
        title = ruleset.load(ruleset.DEFAULT).title
        demands = ruleset.Ruleset("r", title, requires=("*",), options={"note-shouting": options})
        with pytest.raises(ConfigError, match="note-shouting"):
            check([str(note(tmp_path, "a.note"))], demands, executor=Never())

    def test_two_rules_with_one_id(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        package = tmp_path / "twice" / "note"
        package.mkdir(parents=True)
        (package / "__init__.py").write_text("")
        ours = PLUGIN / "a11ycheck_note" / "note" / "shouting.py"
        (package / "shouting.py").write_text(ours.read_text("utf-8"), "utf-8")
        installed = tmp_path / "twice-1.0.dist-info"
        installed.mkdir()
        (installed / "entry_points.txt").write_text("[a11ycheck.rules]\nnote.2 = twice.note\n")
        monkeypatch.syspath_prepend(str(tmp_path))
        registry._entries.cache_clear()
        with pytest.raises(registry.ClashError, match="Two rules are called “note-shouting”"):
            check([str(note(tmp_path, "a.note"))], ruleset.load(ruleset.DEFAULT), executor=Never())


def test_outside_the_fence_no_rule_is_imported_that_found_nothing_and_no_parser() -> None:
    invitation = ROOT / "fixtures" / "meetings" / "forumkonferensen" / "bad" / "inbjudan.pdf"
    program = (
        "import json, sys\n"
        "from a11ycheck import ruleset\n"
        "from a11ycheck.check import check\n"
        f"report = check([{str(invitation)!r}], ruleset.load(ruleset.DEFAULT))\n"
        "found = {each.finding.rule for part in report.all_parts() for each in part.judgements}\n"
        "modules = {put.module for part in report.all_parts() for put in part.rules if put.id in found}\n"
        "print(json.dumps([sorted(modules), sorted(sys.modules)]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT)
    needed, imported = json.loads(done.stdout)
    packages = tuple(f"{entry.value}." for entry in registry._entries()[registry.RULES])
    assert needed
    assert [name for name in imported if name.startswith(packages)] == needed
    assert not {"pikepdf", "pdfminer", "pypdfium2", "a11ycheck.documents.pdf.open"} & set(imported)


@pytest.mark.usefixtures("plugin")
class TestFoundInside:
    def test_documents_found_inside_are_checked_too(self, tmp_path: Path) -> None:
        path = note(
            tmp_path, "a.note", b"NOTE en A\n+ inner.note NOTE%20en%20Inner%0ALOUD\n+ logo.gif GIF89\n"
        )
        report = run(path)
        outer, inner = report.documents
        assert inner.source.name == f"{path} > inner.note"
        assert inner.source.found_in == str(path)
        assert (outer.verdict, inner.verdict) == (Verdict.PASS, Verdict.FAIL)

    def test_depth_is_bounded_and_said(self, tmp_path: Path) -> None:
        text = "NOTE en Innermost"
        for depth in range(5, 0, -1):
            text = f"NOTE en Level {depth}\n+ n.note {quote(text)}"
        report = run(note(tmp_path, "a.note", text.encode()))
        assert [document.source.depth for document in report.documents] == [0, 1, 2, 3, 4]
        assert [document.trouble is None for document in report.documents] == [True, True, True, True, False]
        assert list(reasons(report).values()) == ["left-out"]
        assert report.verdict is Verdict.UNDECIDED

    def test_number_is_bounded_and_said(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sources, "MOST_FOUND_INSIDE", 2)
        attached = "".join(f"+ {n}.note NOTE%20en%20T{n}%0Ax\n" for n in range(4))
        report = run(note(tmp_path, "a.note", f"NOTE en A\n{attached}".encode()))
        assert [document.trouble is None for document in report.documents] == [True, True, True, False]
        assert list(reasons(report).values()) == ["left-out"]
        assert report.verdict is Verdict.UNDECIDED

    def test_one_document_may_not_take_all_the_room(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sources, "MOST_INSIDE_ONE", 2)
        inner = quote("NOTE en Inner\n+ innermost.note NOTE%20en%20Innermost%0Ax")
        attached = f"+ n.note {inner}\n+ m.note NOTE%20en%20M%0Ax\n"
        paths = [note(tmp_path, f"{name}.note", f"NOTE en A\n{attached}".encode()) for name in "ab"]
        report = run(*paths)
        # Of each: itself, two that it holds, and what the first of those holds is too much.
        assert len(report.documents) == 8
        assert [part.source.depth for part in report.documents if part.trouble] == [2, 2]
        assert set(reasons(report).values()) == {"left-out"}

    def test_so_are_their_bytes_until_they_are_checked(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sources, "MOST_BYTES_INSIDE", 45)
        inner = "NOTE%20en%20T{n}%0A" + "x" * 10  # 20 bytes and more
        attached = "".join(f"+ {n}.note {inner.format(n=n)}\n" for n in range(3))
        paths = [note(tmp_path, f"{name}.note", f"NOTE en A\n{attached}".encode()) for name in "ab"]
        report = run(*paths)
        # Two of the first document's, and of the second's none.
        troubles = [part.trouble.reason if part.trouble else "" for part in report.documents]
        assert troubles == ["", "", "", "", "left-out", "left-out"]
        assert report.verdict is Verdict.UNDECIDED

    def test_what_was_found_inside_is_not_held_once_it_is_judged(self, tmp_path: Path) -> None:
        report = run(note(tmp_path, "a.note", b"NOTE en A\n+ inner.note NOTE%20en%20Inner%0Ax"))
        assert [part.source.data for part in report.documents] == [None, None]


@pytest.mark.usefixtures("plugin")
class TestMeeting:
    def test_documents_are_compared_through_their_facts(self, tmp_path: Path) -> None:
        report = run(note(tmp_path, "a.note"), note(tmp_path, "b.note"))
        assert report.meeting is not None
        (judgement,) = report.meeting.judgements
        assert judgement.rule.id == "meeting-titles-differ"
        assert judgement.level is Level.ADVICE
        assert report.verdict is Verdict.PASS

    def test_a_fault_of_the_meeting_fails_it(self, tmp_path: Path) -> None:
        report = run(note(tmp_path, "a.note"), note(tmp_path, "b.note"), requires="meeting-*")
        assert report.verdict is Verdict.FAIL
        assert all(document.verdict is Verdict.PASS for document in report.documents)

    def test_where_no_rule_about_the_meeting_is_put_nothing_is_said_of_it(self, tmp_path: Path) -> None:
        demands = ruleset.Ruleset("r", ruleset.load(ruleset.DEFAULT).title, select=("note-*",))
        notes = [str(note(tmp_path, name)) for name in ("a.note", "b.note")]
        report = check(notes, demands, executor=Here())
        assert report.meeting is None
        assert report.verdict is Verdict.PASS

    def test_one_document_is_no_meeting(self, tmp_path: Path) -> None:
        assert run(note(tmp_path, "a.note")).meeting is None


@pytest.mark.usefixtures("plugin")
class TestSources:
    def test_a_folder_is_read_in_order_and_without_what_is_no_document(self, tmp_path: Path) -> None:
        for name in (
            "b.note",
            "a.note",
            "deep/er/c.note",
            ".hidden.note",
            "~$lock.note",
            "logo.png",
            "style.css",
        ):
            note(tmp_path, name)
        names = [os.path.relpath(source.name, tmp_path) for source in expand([str(tmp_path)])]
        assert names == ["a.note", "b.note", "deep/er/c.note"]

    def test_a_document_of_no_known_kind_in_a_folder_is_said(self, tmp_path: Path) -> None:
        note(tmp_path, "budget.xlsx", b"PK\x03\x04")
        (source,) = expand([str(tmp_path)])
        assert source.trouble is not None
        assert source.trouble.reason == "no-kind"

    def test_the_same_input_twice_is_one_document(self, tmp_path: Path) -> None:
        path = str(note(tmp_path, "a.note"))
        assert len(expand([path, path])) == 1

    def test_the_kind_is_told_by_content_before_name(self, tmp_path: Path) -> None:
        (source,) = expand([str(note(tmp_path, "really-a-note.pdf"))])
        assert source.kind == "note"

    @pytest.mark.parametrize(
        ("name", "content", "reason"),
        [("empty.note", b"", "empty"), ("what.xyz", b"?", "no-kind"), ("no\0name", None, "not-found")],
    )
    def test_what_cannot_be_read_has_its_reason(
        self, tmp_path: Path, name: str, content: bytes | None, reason: str
    ) -> None:
        path = str(note(tmp_path, name, content)) if content is not None else name
        (source,) = expand([path])
        assert source.trouble is not None
        assert source.trouble.reason == reason

    def test_what_is_no_ordinary_file_is_not_read(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.note")
        (source,) = expand([str(tmp_path / "pipe.note")])
        assert source.trouble is not None
        assert source.trouble.reason == "not-readable"

    def test_an_empty_folder_is_said(self, tmp_path: Path) -> None:
        (source,) = expand([str(tmp_path)])
        assert source.trouble is not None
        assert source.trouble.reason == "empty-folder"

    def test_a_folder_with_too_many_files_is_said(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sources, "MOST_FILES_IN_FOLDER", 2)
        for number in range(4):
            note(tmp_path, f"{number}.note")
        *read, last = expand([str(tmp_path)])
        assert len(read) == 2
        assert last.trouble is not None
        assert last.trouble.reason == "left-out"

    def test_a_list_may_have_comments(self) -> None:
        assert read_list(["\ufeffa.pdf\n", "# no\n", "\n", "  b c.pdf  \n"]) == ["a.pdf", "b c.pdf"]
