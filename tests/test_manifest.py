"""The meeting as its organiser writes it down: meeting.toml."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from a11ycheck.documents.facts import ROLES
from a11ycheck.manifest import NAME, Manifest, Material, find, read, written
from a11ycheck.occasion import ROLE_WORDS, role_called
from a11ycheck.toml_file import ConfigError
from places import ROOT

GOOD = ROOT / "fixtures" / "meetings" / "forumkonferensen" / "good"


def write(folder: Path, text: str) -> Path:
    path = folder / NAME
    path.write_text(text, "utf-8")
    return path


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "LANG": "en_GB.UTF-8", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "a11ycheck", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )


def test_a_manifest_names_meeting_materials_and_roles(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """
        name = "Årsmöte 2026"
        date = 2026-05-24
        ruleset = "wcag22-aa"
        [[material]]
        file = "inbjudan.pdf"
        role = "inbjudan"
        [[material]]
        address = "https://example.org/arsmote"
        role = "event page"
        [[material]]
        file = "bilder/tal.pdf"
        """,
    )
    manifest = read(path)
    assert (manifest.name, manifest.date, manifest.ruleset) == (
        "Årsmöte 2026",
        datetime.date(2026, 5, 24),
        "wcag22-aa",
    )
    invitation, page, slides = (
        str(tmp_path / "inbjudan.pdf"),
        "https://example.org/arsmote",
        str(tmp_path / "bilder/tal.pdf"),
    )
    assert manifest.occasion.roles == {invitation: "invitation", page: "event-page"}
    assert manifest.put_into(["tal.vtt", str(path)]) == ["tal.vtt", invitation, page, slides]
    assert manifest.put_into([str(tmp_path)]) == [invitation, page, slides]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "Möte"', "name the documents"),
        ('[[material]]\nrole = "agenda"', "material 1: give either file or address"),
        ('[[material]]\nfile = "a.pdf"\naddress = "https://example.org"', "give either file or address"),
        ('[[material]]\naddress = "example.org"', "begins with https"),
        ('[[material]]\nfile = "a.pdf"\nrole = "agneda"', "there is no role “agneda”"),
        (
            '[[material]]\nfile = "a.pdf"\nrole = "agenda"\n[[material]]\nfile = "a.pdf"\nrole = "slides"',
            "already",
        ),
        ('date = "24 maj"\n[[material]]\nfile = "a.pdf"', "date must be a day"),
        ('tid = "13"\n[[material]]\nfile = "a.pdf"', "“tid” is not known"),
        ('material = "a.pdf"', "[[material]]"),
        ("[[material]\n", "meeting.toml"),
    ],
)
def test_a_bad_manifest_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as error:
        read(write(tmp_path, text))
    assert said in str(error.value)


def test_a_manifest_is_found_as_itself_and_in_its_folder(tmp_path: Path) -> None:
    assert find(str(tmp_path)) is None
    path = write(tmp_path, "")
    assert find(str(path)) == find(str(tmp_path)) == path
    assert find(str(tmp_path / "inbjudan.pdf")) is None


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    name, file = 'Möte "två"\n\\ \x7f\u202e', 'a "b".pdf'
    materials = (Material(file, "invitation"), Material("https://example.org/x"))
    path = write(tmp_path, written(name, datetime.date(2026, 5, 24), materials))
    assert read(path) == Manifest(path, name, datetime.date(2026, 5, 24), "", materials)


@pytest.mark.parametrize(
    ("word", "role"), [("Inbjudan", "invitation"), ("event  page", "event-page"), ("möte", None), ("", None)]
)
def test_roles_are_named_in_both_languages(word: str, role: str | None) -> None:
    assert role_called(word) == role


def test_every_role_has_words() -> None:
    assert set(ROLE_WORDS) == ROLES - {""}


def test_new_writes_a_manifest_that_the_next_run_goes_by(tmp_path: Path) -> None:
    for file in ("inbjudan.pdf", "forumkonferensen.ics"):
        shutil.copy(GOOD / file, tmp_path)
    done = run("new", ".", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    manifest = read(tmp_path / NAME)
    assert [material.place for material in manifest.materials] == ["forumkonferensen.ics", "inbjudan.pdf"]
    assert manifest.materials[0].role == "invitation"
    assert manifest.date is not None
    assert run("new", ".", cwd=tmp_path).returncode == 2
    (tmp_path / "not-part-of-it.pdf").write_bytes(b"no PDF")
    checked = run("--output", "json:-", ".", cwd=tmp_path)
    assert checked.returncode == 0, checked.stderr
    assert "not-part-of-it" not in checked.stdout


def test_a_material_that_is_not_there_leaves_the_meeting_undecided(tmp_path: Path) -> None:
    for file in ("inbjudan.pdf", "forumkonferensen.ics"):
        shutil.copy(GOOD / file, tmp_path)
    materials = ("inbjudan.pdf", "forumkonferensen.ics", "dagordning.pdf")
    write(tmp_path, "\n".join(f'[[material]]\nfile = "{file}"' for file in materials))
    done = run(".", cwd=tmp_path)
    assert done.returncode == 3, done.stdout
    assert "dagordning.pdf" in done.stdout


def test_answers_beside_the_manifest_are_used(tmp_path: Path) -> None:
    shutil.copy(GOOD / "inbjudan.pdf", tmp_path)
    path = write(tmp_path, '[[material]]\nfile = "inbjudan.pdf"')
    (tmp_path / "answers.toml").write_text("[[answer]]\nkey = 3", "utf-8")
    done = run(str(path), cwd=tmp_path)
    assert (done.returncode, "answers.toml" in done.stderr) == (2, True)


def test_two_manifests_are_two_meetings(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, '[[material]]\nfile = "x.pdf"')
    done = run("a", "b", cwd=tmp_path)
    assert (done.returncode, "One meeting at a time" in done.stderr) == (2, True)


@pytest.mark.parametrize("role", ["inbjudan.pdf", "=agenda", "inbjudan.pdf=agneda"])
def test_a_role_that_is_none_is_refused(tmp_path: Path, role: str) -> None:
    done = run("inbjudan.pdf", "--role", role, cwd=tmp_path)
    assert (done.returncode, f"--role {role}" in done.stderr) == (2, True)
