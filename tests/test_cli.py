"""The command as people and CI run it: a real process, its output, its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from places import PLUGIN, ROOT

GOOD, BAD, ASKING = "NOTE en Good\nhello\n", "NOTE en Bad\nLOUD\n", "NOTE en Asking\nreally?\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("good.note", GOOD), ("bad.note", BAD), ("asking.note", ASKING)):
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "rules.toml").write_text('requires = ["note-*"]\nadvises = ["*"]\n', "utf-8")
    return tmp_path


def a11ycheck(
    *arguments: str, cwd: Path, language: str = "en_GB.UTF-8", stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "LANG": language, "PYTHONPATH": f"{PLUGIN}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "a11ycheck", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, input=stdin, capture_output=True, encoding="utf-8", timeout=120
    )


def mine(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return a11ycheck("--ruleset", "rules.toml", *arguments, cwd=cwd)


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        (["good.note"], 0),
        (["bad.note"], 1),
        (["good.note", "bad.note", "gone.note"], 1),
        (["good.note", "gone.note"], 3),
        (["."], 1),
        (["--exit-zero", "bad.note"], 0),
        (["--ignore", "note-*", "bad.note"], 0),
        (["--select", "content-title", "bad.note"], 0),
        (["--select", "WCAG 3.1.*", "bad.note"], 1),
        (["check", "bad.note"], 1),
    ],
)
def test_exit_code_is_the_verdict(folder: Path, inputs: list[str], code: int) -> None:
    done = a11ycheck(*inputs, "--ruleset", "rules.toml", cwd=folder)
    assert (done.returncode, done.stderr) == (code, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "a11ycheck invitation.pdf"),
        (["--outptu", "x"], "There is no option --outptu"),
        (["--output", "docx", "good.note"], "Try: --output html:report.html"),
        (["--ruleset", "wcag3", "good.note"], "There is no ruleset “wcag3”"),
        (["--executor", "cloud", "good.note"], "--executor cloud: fenced, here"),
        (["--answers", "gone.toml", "good.note"], "gone.toml: the file is not there"),
        (["--viewport", "wide", "good.note"], "--viewport wide: write it as 1280x1024"),
        (["--header", "Secret", "good.note"], "--header Secret: write it as “Name: value”"),
        (["--storage-state", "gone.json", "good.note"], "--storage-state gone.json: there is no such file"),
        (["--follow", "everything", "good.note"], "'none', 'materials', 'site'"),
        (["--from", "gone.txt"], "--from gone.txt"),
        (["--ruleset"], "--ruleset needs a value"),
        (["explain", "content-pictures-alt"], "Did you mean: content-picture-alt"),
        (["explain"], "RULE is missing"),
        (["--ruleset", "rules.toml"], "No file was named. Try: a11ycheck invitation.pdf"),
        (["--output", "json:no/such/folder/x.json", "good.note"], "no/such/folder/x.json"),
    ],
)
def test_wrong_usage_is_2_and_names_the_argument(folder: Path, arguments: list[str], said: str) -> None:
    done = a11ycheck(*arguments, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_errors_and_help_are_swedish_in_a_swedish_locale(folder: Path) -> None:
    wrong = a11ycheck("--ruleset", "wcag3", "good.note", "--bogus", cwd=folder, language="sv_SE.UTF-8")
    assert "Väljaren --bogus finns inte" in wrong.stderr
    files = {"broken.toml": "requires = [", "half.toml": "\n[[answer]]\nkey = 'x'\n"}
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    for arguments, said in (
        (["--ruleset", "wcag3"], "Det finns ingen kravlista ”wcag3”"),
        (
            ["--ruleset", "broken.toml"],
            "broken.toml: det som står är ingen TOML: filens slut (Invalid value)",
        ),
        (["--answers", "gone.toml"], "gone.toml: filen finns inte; se efter om namnet och mappen stämmer"),
        (["--answers", "half.toml"], "half.toml, rad 2, answer 1: yes ska vara true eller false"),
    ):
        wrong = a11ycheck(*arguments, "good.note", cwd=folder, language="sv_SE.UTF-8")
        assert (wrong.returncode, said in wrong.stderr) == (2, True), wrong.stderr
    assert "Slutkod: 0 godkänt" in a11ycheck("--help", cwd=folder, language="sv_SE.UTF-8").stdout


def test_several_reports_in_one_run(folder: Path) -> None:
    outputs = ["--output", "json:-", "--output", "html:report.html", "--output", "text:report.txt"]
    done = mine("bad.note", *outputs, cwd=folder)
    assert json.loads(done.stdout)["verdict"] == "fail"
    assert "<html" in (folder / "report.html").read_text("utf-8")
    assert "LOUD" in (folder / "report.txt").read_text("utf-8")
    assert done.stderr == "Report: report.html\nReport: report.txt\n"


def test_the_json_names_plugins_and_is_the_same_twice(folder: Path) -> None:
    first, second = (mine(".", "--output", "json", cwd=folder).stdout for _ in range(2))
    assert first == second
    report = json.loads(first)
    assert report["versions"]["a11ycheck-note"] == "1.2"
    assert report["ruleset"] == "rules"
    assert {document["source"] for document in report["documents"]} == {
        "good.note",
        "bad.note",
        "asking.note",
    }


def test_inputs_from_a_list(folder: Path) -> None:
    (folder / "list.txt").write_text("# the meeting\ngood.note\n\ngone.note\n", "utf-8")
    assert mine("--from", "list.txt", cwd=folder).returncode == 3
    assert (
        a11ycheck("--ruleset", "rules.toml", "--from", "-", cwd=folder, stdin="good.note\n").returncode == 0
    )


def test_quiet_is_one_line(folder: Path) -> None:
    done = mine("-q", "bad.note", cwd=folder)
    assert done.stdout.count("\n") == 1
    assert done.stdout.startswith("✕ Does not pass")


@pytest.mark.parametrize(("setting", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_the_verdict_is_in_colour_on_a_terminal_that_wants_it(
    folder: Path, setting: dict[str, str], coloured: bool
) -> None:
    master, terminal = os.openpty()
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "en_GB.UTF-8",
        "PYTHONPATH": f"{PLUGIN}{os.pathsep}{ROOT}",
    }
    command = [sys.executable, "-m", "a11ycheck", "--ruleset", "rules.toml", "bad.note"]
    subprocess.run(
        command, cwd=folder, env={**environment, **setting}, stdout=terminal, timeout=60, check=False
    )
    os.close(terminal)
    shown = os.read(master, 200).decode("utf-8", "ignore")
    os.close(master)
    assert "Does not pass" in shown
    assert ("\x1b[31m" in shown) is coloured


def test_answers_and_waivers(folder: Path) -> None:
    asked = json.loads(mine("asking.note", "--output", "json", cwd=folder).stdout)
    (finding,) = [each for each in asked["documents"][0]["findings"] if each["rule"] == "note-shouting"]
    answer = f'[[answer]]\nkey = "{finding["key"]}"\nyes = false\nby = "Åsa"\non = 2026-11-22\n'
    (folder / "answers.toml").write_text(answer, "utf-8")
    assert mine("asking.note", cwd=folder).returncode == 0
    assert mine("asking.note", "--answers", "answers.toml", cwd=folder).returncode == 1
    waiver = '[[waiver]]\nrule = "note-capitals"\nreason = "r"\nby = "Åsa"\nuntil = 2099-01-01\n'
    (folder / "waivers.toml").write_text(waiver, "utf-8")
    assert mine("bad.note", "--waivers", "waivers.toml", cwd=folder).returncode == 0
    (folder / "waivers.toml").write_text(waiver.replace("2099", "2020"), "utf-8")
    expired = mine("bad.note", "--waivers", "waivers.toml", cwd=folder)
    assert expired.returncode == 1
    assert "ran out on 2020-01-01" in expired.stdout


def test_a_project_keeps_its_settings(folder: Path) -> None:
    (folder / "a11ycheck.toml").write_text(
        'ruleset = "rules.toml"\noutput = ["json"]\nlanguage = "sv"\n', "utf-8"
    )
    assert json.loads(a11ycheck("bad.note", cwd=folder).stdout)["ruleset"] == "rules"
    assert "✕ Inte godkänt" in a11ycheck("bad.note", "--output", "text", cwd=folder).stdout
    (folder / "a11ycheck.toml").unlink()
    (folder / "pyproject.toml").write_text('[tool.a11ycheck]\nselect = ["note-*"]\n', "utf-8")
    assert a11ycheck("bad.note", cwd=folder).returncode == 1
    (folder / "pyproject.toml").write_text("[tool.a11ycheck]\nrulset = 1\n", "utf-8")
    refused = a11ycheck("bad.note", cwd=folder)
    assert refused.returncode == 2
    assert "“rulset” is not known here" in refused.stderr


def test_explain_prints_the_rules_page_in_both_languages(folder: Path) -> None:
    assert (
        "# Pictures have alternative text" in a11ycheck("explain", "content-picture-alt", cwd=folder).stdout
    )
    swedish = a11ycheck("explain", "content-picture-alt", "--language", "sv", cwd=folder).stdout
    assert "# Bilder har alternativtext" in swedish
    assert "EN 301 549 10.1.1.1" in swedish
    assert "note-shouting" in a11ycheck("explain", "note-capitals", cwd=folder).stdout


def test_rules_are_listed_with_their_level(folder: Path) -> None:
    listed = a11ycheck("rules", "--ruleset", "rules.toml", cwd=folder).stdout
    line = next(line for line in listed.splitlines() if line.startswith("note-shouting"))
    assert "required" in line


def test_doctor_says_that_the_fence_works(folder: Path) -> None:
    done = a11ycheck("doctor", cwd=folder)
    assert done.returncode == 0
    assert "✓ fence: works" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(folder: Path, shell: str) -> None:
    assert "_A11YCHECK_COMPLETE" in a11ycheck("completion", shell, cwd=folder).stdout


def test_two_parts_with_one_name_are_refused(folder: Path) -> None:
    (folder / "double-1.0.dist-info").mkdir()
    (folder / "double-1.0.dist-info" / "METADATA").write_text("Name: double\nVersion: 1.0\n")
    (folder / "double-1.0.dist-info" / "entry_points.txt").write_text(
        "[a11ycheck.documents]\npdf = other:KIND\n"
    )
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "a11ycheck", "good.note"]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 2
    assert "“pdf” is registered twice" in done.stderr
