"""The baseline: what is new, mended and still there is told apart, and only what is asked for is let by."""

from __future__ import annotations

import dataclasses
import datetime
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from reports.sample import CONTRAST, MISSING, PICTURE, document, meeting_report, on_page, report, right_order
from reports.sample import ORDER as ORDER_RULE

from a11ycheck import failed
from a11ycheck.baseline import Baseline, read, write
from a11ycheck.check import Report, judged_anew
from a11ycheck.decisions import Answer, Decisions, Waiver
from a11ycheck.reports.html import write as write_html
from a11ycheck.reports.json import write as write_json
from a11ycheck.reports.text import write as write_text
from a11ycheck.toml_file import ConfigError
from a11ycheck.trouble import Trouble
from a11ycheck.verdict import Verdict
from places import PLUGIN, ROOT

LOW = failed("low", ratio=2.9, least=4.5)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def baseline_of(made: Report) -> Baseline:
    write(Path("baseline.jsonl"), made)
    return read(Path("baseline.jsonl"))


def said(made: Report) -> tuple[int, int, int, int, Verdict]:
    """New, mended, still there, not looked at, and the verdict on what is new."""
    assert made.since is not None
    since = made.since
    mended, still, unseen = (
        sum(known.count for known in part) for part in (since.mended, since.still, since.unseen)
    )
    return len(since.new), mended, still, unseen, since.verdict


TWO_FAULTS = report(
    document("a.pdf", (PICTURE, [(on_page(1), MISSING), (on_page(2), MISSING)])),
    document("b.pdf", (CONTRAST, [])),
)


def test_nothing_has_changed() -> None:
    compared = baseline_of(TWO_FAULTS).compared_with(TWO_FAULTS)
    assert said(compared) == (0, 0, 2, 0, Verdict.PASS)
    assert compared.verdict is Verdict.FAIL


def test_new_mended_and_still_there_are_told_apart() -> None:
    now = report(
        document("a.pdf", (PICTURE, [(on_page(2), MISSING)])),
        document("b.pdf", (CONTRAST, [(on_page(1), LOW)])),
    )
    assert said(baseline_of(TWO_FAULTS).compared_with(now)) == (1, 1, 1, 0, Verdict.FAIL)


def test_one_more_of_the_same_is_new() -> None:
    thing = on_page(1, thing="logo")
    one = report(document("a.pdf", (PICTURE, [(thing, MISSING)])))
    two = report(document("a.pdf", (PICTURE, [(thing, MISSING), (thing, MISSING)])))
    assert said(baseline_of(one).compared_with(two)) == (1, 0, 1, 0, Verdict.FAIL)
    assert said(baseline_of(two).compared_with(one)) == (0, 1, 1, 0, Verdict.PASS)


def test_the_same_thing_in_another_document_is_new() -> None:
    thing = on_page(1, thing="logo")
    one = report(document("a.pdf", (PICTURE, [(thing, MISSING)])), document("b.pdf", (PICTURE, [])))
    two = report(
        document("a.pdf", (PICTURE, [(thing, MISSING)])), document("b.pdf", (PICTURE, [(thing, MISSING)]))
    )
    assert said(baseline_of(one).compared_with(two)) == (1, 0, 1, 0, Verdict.FAIL)


def test_what_was_not_looked_at_is_not_mended() -> None:
    baseline = baseline_of(TWO_FAULTS)
    without_document = report(document("b.pdf", (CONTRAST, [])))
    without_rule = report(document("a.pdf", (CONTRAST, [])), document("b.pdf", (CONTRAST, [])))
    broken = report(document("a.pdf", trouble=Trouble("broken")), document("b.pdf", (CONTRAST, [])))
    assert said(baseline.compared_with(without_document)) == (0, 0, 0, 2, Verdict.PASS)
    assert said(baseline.compared_with(without_rule)) == (0, 0, 0, 2, Verdict.PASS)
    assert said(baseline.compared_with(broken)) == (1, 0, 0, 2, Verdict.UNDECIDED)


def test_what_could_not_be_checked_is_known_too() -> None:
    broken = report(document("a.pdf", trouble=Trouble("broken")))
    assert said(baseline_of(broken).compared_with(broken)) == (0, 0, 1, 0, Verdict.PASS)
    whole = report(document("a.pdf", (PICTURE, [])))
    assert said(baseline_of(broken).compared_with(whole)) == (0, 1, 0, 0, Verdict.PASS)


def test_a_question_that_has_become_a_fault_is_new_and_not_mended() -> None:
    asked = report(document("a.pdf", (ORDER_RULE, [(on_page(1), right_order())])))
    assert baseline_of(asked).known[0].kind == "open"
    key = asked.documents[0].judgements[0].finding.key

    no = judged_anew(asked, Decisions([Answer(key, False, "Bo", datetime.date(2026, 11, 22))]))
    assert said(baseline_of(asked).compared_with(no)) == (1, 0, 0, 0, Verdict.FAIL)


def test_documents_are_named_from_the_folder_of_the_file(here: Path) -> None:
    (here / "deep").mkdir()
    made = report(document("x/a.pdf", (PICTURE, [(on_page(1), MISSING)])))
    write(here / "deep" / "baseline.jsonl", made)
    known = read(here / "deep" / "baseline.jsonl")
    assert known.known[0].document == "../x/a.pdf"
    absolute = report(document(str(here / "x" / "a.pdf"), (PICTURE, [(on_page(1), MISSING)])))
    assert said(known.compared_with(absolute)) == (0, 0, 1, 0, Verdict.PASS)
    page = report(document("https://example.org/a?b=1", (PICTURE, [(on_page(1), MISSING)])))
    assert baseline_of(page).known[0].document == "https://example.org/a?b=1"


def test_a_whole_report_is_written_and_known_again() -> None:
    made = meeting_report()
    compared = baseline_of(made).compared_with(made)
    assert said(compared)[:2] == (0, 0)
    assert said(compared)[2] > 0


class TestReports:
    @pytest.fixture
    def compared(self) -> Report:
        now = report(
            document("a.pdf", (PICTURE, [(on_page(2), MISSING)])),
            document("b.pdf", (CONTRAST, [(on_page(1), LOW)])),
        )
        return baseline_of(TWO_FAULTS).compared_with(dataclasses.replace(now))

    @pytest.mark.parametrize("form", [write_text, write_html])
    @pytest.mark.parametrize(
        ("language", "numbers", "mended", "new"),
        [
            ("en", "1 new, 1 mended, 1 still there", "Mended: a.pdf: The picture", "new since the baseline"),
            ("sv", "1 nya, 1 rättade, 1 kvar", "Rättat: a.pdf: Bilden", "nytt sedan baslinjen"),
        ],
    )
    def test_text_and_html_tell_them_apart(
        self, compared: Report, form: Any, language: str, numbers: str, mended: str, new: str
    ) -> None:
        # Lines of the text are broken where they are full.
        written = " ".join(form(compared, language).split())
        assert numbers in written
        assert mended in written
        assert new in written

    def test_json_tells_them_apart_and_follows_the_schema(self, compared: Report) -> None:
        jsonschema = pytest.importorskip("jsonschema")
        raw = json.loads(write_json(compared, "en"))
        schema = json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator(schema).validate(raw)
        assert [each["since"] for part in raw["documents"] for each in part["findings"]] == [
            "still there",
            "new",
        ]
        since = raw["meeting"]["since"]
        assert (since["new"], since["still_there"], since["verdict"]) == (1, 1, "fail")
        assert [each["rule"] for each in since["mended"]] == ["test-picture"]

    def test_without_a_baseline_nothing_is_said_of_one(self) -> None:
        assert '"since"' not in write_json(TWO_FAULTS, "en")
        assert "baseline" not in write_text(TWO_FAULTS, "en")

    def test_a_baseline_for_other_demands_says_so(self) -> None:
        other = dataclasses.replace(baseline_of(TWO_FAULTS), ruleset="wcag22-aa")
        notes = [note.en for note in other.compared_with(TWO_FAULTS).notes]
        assert "The baseline was written for other demands: wcag22-aa." in notes


HEAD = '{"a11ycheck_baseline": 1, "a11ycheck": "0.1.0", "ruleset": "r", "written_on": "2026-11-22"}\n'
LINE = '{"document": "a", "kind": "fault", "key": "k", "rule": "r", "count": 1, "en": "It", "sv": "Det"}\n'
BROKEN = {
    "": "line 1: the file is empty",
    "%PDF-1.7\n": "line 1: this is no line of a baseline",
    '{"dependencies": {}}\n': "line 1: the file is no baseline",
    HEAD.replace(": 1,", ": 2,"): "line 1: the baseline has the form 2, this a11ycheck reads 1",
    HEAD.replace("2026-11-22", "today"): "line 1: ruleset or written_on is not right",
    HEAD + LINE + "<<<<<<< HEAD\n": "line 3: this is no line of a baseline",
    HEAD + "[" * 100_000 + "\n": "line 2: this is no line of a baseline",
    HEAD + LINE.replace('"count": 1', '"count": "1"'): "line 2: count must be a number above 0",
    HEAD + LINE.replace('"count": 1', '"count": true'): "line 2: count must be a number above 0",
    HEAD + LINE.replace('"fault"', '"sin"'): "line 2: kind must be one of fault, open, unchecked",
    HEAD + LINE.replace('"rule": "r", ', ""): "line 2: there must be exactly",
    HEAD + LINE + "\n" + LINE: "line 4: the same is there already",
}


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_baseline_is_named_with_its_line_and_never_written_over(here: Path, text: str) -> None:
    path = here / "baseline.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as error:
        read(path)
    assert f"baseline.jsonl, {BROKEN[text]}" in str(error.value)
    with pytest.raises(ConfigError):
        write(path, TWO_FAULTS)
    assert path.read_text("utf-8") == text


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "en_GB.UTF-8",
        "PYTHONPATH": f"{PLUGIN}{os.pathsep}{ROOT}",
    }
    command = [sys.executable, "-m", "a11ycheck", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )


class TestTheCommand:
    @pytest.fixture
    def folder(self, here: Path) -> Path:
        (here / "bad.note").write_text("NOTE en Bad\nLOUD\n", "utf-8")
        (here / "a11ycheck.toml").write_text('ruleset = "rules.toml"\n', "utf-8")
        (here / "rules.toml").write_text('requires = ["note-*"]\n', "utf-8")
        return here

    def test_it_gates_on_what_is_new_only_when_asked(self, folder: Path) -> None:
        done = run("baseline", "write", "baseline.jsonl", "bad.note", cwd=folder)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Next time: a11ycheck --baseline baseline.jsonl bad.note" in done.stdout
        assert run("--baseline", "baseline.jsonl", "bad.note", cwd=folder).returncode == 1
        known = run("--baseline", "baseline.jsonl", "--only-new", "bad.note", cwd=folder)
        assert known.returncode == 0
        assert known.stdout.startswith("✕ Does not pass")
        assert "Exit code by what is new alone: 0." in known.stderr
        (folder / "bad.note").write_text("NOTE en Bad\nLOUD\nLOUDER\n", "utf-8")
        assert run("--baseline", "baseline.jsonl", "--only-new", "bad.note", cwd=folder).returncode == 1
        gone = run("--baseline", "baseline.jsonl", "--only-new", "gone.note", cwd=folder)
        assert gone.returncode == 3

    def test_a_document_is_not_written_over(self, folder: Path) -> None:
        before = (folder / "bad.note").read_bytes()
        done = run("baseline", "write", "bad.note", "bad.note", cwd=folder)
        assert (done.returncode, "bad.note, line 1" in done.stderr) == (2, True)
        assert (folder / "bad.note").read_bytes() == before

    @pytest.mark.parametrize(
        ("arguments", "what"),
        [
            (["--only-new", "bad.note"], "--only-new needs --baseline FILE"),
            (["--baseline", "gone.jsonl", "bad.note"], "gone.jsonl: the file is not there"),
            (["baseline", "write", "b.jsonl"], "No file was named"),
            (["baseline", "write"], "FILE is missing"),
        ],
    )
    def test_what_is_wrong_is_named(self, folder: Path, arguments: list[str], what: str) -> None:
        done = run(*arguments, cwd=folder)
        assert (done.returncode, what in done.stderr) == (2, True), done.stderr


def test_a_waiver_that_has_run_out_fails_and_says_so() -> None:
    until = datetime.date(2026, 11, 21)
    made = report(document("a.pdf", (PICTURE, [(on_page(1), MISSING)])))
    waiver = Waiver("Is redrawn", "Åsa Ek", until, rule="test-picture")
    held = judged_anew(made, Decisions((), [waiver], today=until))
    out = judged_anew(made, Decisions((), [waiver], today=until + datetime.timedelta(days=1)))
    assert (held.verdict, out.verdict) == (Verdict.PASS, Verdict.FAIL)


def test_a_run_with_a_waiver_that_has_run_out_names_its_owner(here: Path) -> None:
    (here / "bad.note").write_text("NOTE en Bad\nLOUD\n", "utf-8")
    (here / "waivers.toml").write_text(
        '[[waiver]]\nrule = "note-shouting"\nreason = "r"\nby = "Åsa Ek"\nuntil = 2020-01-01\n', "utf-8"
    )
    done = run(".", "--select", "note-*", cwd=here)
    assert done.returncode == 1
    assert "The waiver for note-shouting by Åsa Ek ran out on 2020-01-01" in done.stdout
