"""Bad input, through the command: each file has its reason, and the good one among them is judged as if alone."""

from __future__ import annotations

import shutil
import zlib
from pathlib import Path

import pikepdf
import pytest
from hostile.pdf_files import (
    GOOD,
    cross_references_in_a_circle,
    huge_page,
    page_tree_in_a_circle,
    saved,
    without_pages,
)

from a11ycheck import ruleset
from a11ycheck.check import Report, check
from a11ycheck.verdict import Verdict


def bomb(pdf: pikepdf.Pdf) -> None:
    packed = zlib.compress(zlib.compress(b"0 0 m " * 60_000_000, 9), 9)
    filters = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    pdf.pages[0].Contents = pdf.make_stream(packed, Filter=filters)


UNCHECKED = {
    "empty.pdf": (lambda: b"", {"empty"}),
    "garbage.pdf": (lambda: bytes(range(256)) * 40, {"not-what-it-says"}),
    "truncated.pdf": (lambda: saved()[:2_000], {"broken"}),
    "really-a-zip.pdf": (lambda: b"PK\3\4" + bytes(400), {"not-what-it-says"}),
    "nested.pdf": (lambda: b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000 + b"\nendobj\n", {"broken", "too-deep"}),
    "password.pdf": (lambda: saved(encryption=pikepdf.Encryption(owner="o", user="u")), {"password"}),
    "no-pages.pdf": (lambda: saved(without_pages), {"no-pages"}),
    "circle.pdf": (lambda: saved(page_tree_in_a_circle), {"no-pages", "broken"}),
    "bomb.pdf": (lambda: saved(bomb), {"too-big", "not-read-whole", "broken"}),
    "minutes.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), {"no-kind"}),
}
CHECKED = {
    "huge.pdf": lambda: saved(huge_page),
    "xref.pdf": cross_references_in_a_circle,
    "a-pdf-by-another-name.txt": saved,
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("bad")
    inputs = [folder / name for name in (*UNCHECKED, *CHECKED)]
    for name, (make, _) in UNCHECKED.items():
        (folder / name).write_bytes(make())
    for name, make in CHECKED.items():
        (folder / name).write_bytes(make())
    shutil.copyfile(GOOD, folder / "good.pdf")
    (folder / "empty-folder").mkdir()
    inputs += [folder / "good.pdf", folder / "empty-folder", folder / "missing.pdf"]
    return check(map(str, inputs), ruleset.load("wcag22-aa"))


def reason(report: Report, name: str) -> str:
    (found,) = [part for part in report.documents if Path(part.source.name).name == name]
    return found.trouble.reason if found.trouble else ""


@pytest.mark.parametrize("name", UNCHECKED)
def test_what_cannot_be_checked_has_its_reason(report: Report, name: str) -> None:
    assert reason(report, name) in UNCHECKED[name][1]


@pytest.mark.parametrize("name", CHECKED)
def test_what_is_odd_but_readable_is_checked(report: Report, name: str) -> None:
    assert reason(report, name) in ("", "not-read-whole")


def test_folders_and_missing_files_have_their_reason(report: Report) -> None:
    assert reason(report, "empty-folder") == "empty-folder"
    assert reason(report, "missing.pdf") == "not-found"


def test_the_good_document_among_them_passes_and_the_meeting_is_not_decided(report: Report) -> None:
    (good,) = [part for part in report.documents if part.source.name.endswith("good.pdf")]
    assert good.verdict is Verdict.PASS
    assert all(part.verdict is not Verdict.PASS for part in report.documents if part.trouble)
    assert report.verdict in (Verdict.UNDECIDED, Verdict.FAIL)
