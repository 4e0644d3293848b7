"""Entry points are read as Python's own reader reads them."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

import pytest

from a11ycheck.entry_points import EntryPoint, entry_points


def installed(folder: Path, distribution: str, text: str | None) -> None:
    (folder / distribution).mkdir(parents=True)
    if text is not None:
        (folder / distribution / "entry_points.txt").write_text(text, "utf-8")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    folders = [str(tmp_path / name) for name in ("first", "no such folder", "second")]
    monkeypatch.setattr(sys, "path", folders)
    return folders


def test_what_is_installed_here_is_read_as_python_reads_it() -> None:
    ours = set(entry_points())
    theirs = {
        EntryPoint(entry.group, entry.name, entry.value.partition("[")[0].strip())
        for distribution in metadata.distributions()
        for entry in distribution.entry_points
    }
    assert ours == theirs
    assert ("a11ycheck.documents", "pdf", "a11ycheck.documents.pdf:KIND") in ours


def test_comments_extras_and_spaces(path: list[str]) -> None:
    text = "# a comment\n[one]\n; another\n\na = m:x\nb.c=m.n : y [extra]\n [two] \na = m\n"
    installed(Path(path[0]), "thing-1.0.dist-info", text)
    assert list(entry_points()) == [("one", "a", "m:x"), ("one", "b.c", "m.n : y"), ("two", "a", "m")]


@pytest.mark.parametrize("text", ["[group]\nnew = m:new\n", None])
def test_of_two_versions_the_first_on_the_path_counts(path: list[str], text: str | None) -> None:
    installed(Path(path[0]), "thing-2.0.dist-info", text)
    installed(Path(path[2]), "Thing-1.0.dist-info", "[group]\nold = m:old\n")
    assert [entry.name for entry in entry_points()] == (["new"] if text else [])


def test_an_entry_point_is_loaded() -> None:
    assert EntryPoint("g", "n", "a11ycheck.entry_points:EntryPoint").load() is EntryPoint
    assert EntryPoint("g", "n", "a11ycheck.entry_points : EntryPoint.load").load() is EntryPoint.load
