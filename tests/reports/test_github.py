"""The report as workflow commands of GitHub Actions."""

from __future__ import annotations

import os
import re
from collections import Counter

import pytest
from reports.hard import STEERING, hostile, huge, many_places
from reports.sample import (
    MISSING,
    ORDER,
    PICTURE,
    READING,
    TAGS,
    document,
    meeting_report,
    on_page,
    report,
    right_order,
)

from a11ycheck import failed
from a11ycheck.check import Report
from a11ycheck.reports.github import MOST_SHOWN, write
from a11ycheck.trouble import Trouble

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\n]*)(?:,\w+=[^,:\n]*)*)::([^\n]*)")


def read(made: Report, language: str = "en") -> list[tuple[str, dict[str, str], str]]:
    """Parse as the runner does: properties up to “::”, then unescape."""
    found = []
    for line in write(made, language).splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        level, properties, said = match.groups()
        pairs = dict(pair.split("=", 1) for pair in properties.split(","))
        found.append((level, {name: unescaped(value) for name, value in pairs.items()}, unescaped(said)))
    return found


def unescaped(text: str) -> str:
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, meant)
    return text


def test_the_verdict_comes_first() -> None:
    level, properties, said = read(meeting_report())[0]
    assert (level, properties) == ("error", {"title": "Does not pass"})
    assert "Three things must be mended" in said


@pytest.mark.parametrize(
    ("made", "level", "title"),
    [
        (report(document("a.pdf", (TAGS, []))), "notice", "Passes"),
        (report(document("a.pdf", (ORDER, [(on_page(1), right_order())]))), "warning", "Not decided yet"),
        (report(), "warning", "Not decided yet"),
    ],
)
def test_the_level_of_the_verdict(made: Report, level: str, title: str) -> None:
    assert read(made)[0][:2] == (level, {"title": title})


def test_a_fault_names_its_file_what_where_and_how() -> None:
    made = report(document("in/a.pdf", (PICTURE, [(on_page(1), MISSING), (on_page(2), MISSING)])))
    level, properties, said = read(made)[1]
    assert level == "error"
    assert properties == {"file": "in/a.pdf", "title": "The picture has no alternative text."}
    assert said.splitlines()[0] == "Where: page 1; page 2"
    assert said.splitlines()[1].startswith("How to mend it: Write in one or two sentences")


def test_levels_follow_the_parts() -> None:
    made = report(
        document(
            "a.pdf",
            (ORDER, [(on_page(1), right_order())]),
            (READING, [(on_page(1), failed("long", words=30, most=25))]),
        ),
        document("b.doc", kind="", trouble=Trouble("no-kind")),
    )
    told = [(level, properties.get("file")) for level, properties, _ in read(made)]
    assert told == [("warning", None), ("warning", "b.doc"), ("warning", "a.pdf"), ("notice", "a.pdf")]


def test_one_annotation_for_each_document() -> None:
    made = report(*(document(f"{name}.pdf", (PICTURE, [(on_page(1), MISSING)])) for name in "ab"))
    assert [properties.get("file") for _, properties, _ in read(made)] == [None, "a.pdf", "b.pdf"]


@pytest.mark.parametrize("name", ["https://example.org/a", "/elsewhere/a.pdf"])
@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")
def test_what_lies_outside_the_repository_has_no_file(name: str) -> None:
    made = report(document(name, (PICTURE, [(on_page(1), MISSING)])))
    assert "file" not in read(made)[1][1]


def test_signs_of_the_format_are_escaped() -> None:
    name = "50%: a, b::c.pdf"
    made = report(document(name, (PICTURE, [(on_page(1), MISSING)])))
    assert "::error file=50%25%3A a%2C b%3A%3Cc" not in write(made, "en")
    assert "::error file=50%25%3A a%2C b%3A%3Ac.pdf,title=" in write(made, "en")
    assert read(made)[1][1]["file"] == name


def test_no_document_can_give_a_command() -> None:
    written = write(hostile(), "en")
    assert not set(written) & (STEERING - {"\n"})
    assert all(COMMAND.fullmatch(line) for line in written.splitlines())
    assert {level for level, _, _ in read(hostile())} <= {"error", "warning", "notice"}


@pytest.mark.parametrize("made", [huge(), many_places(), hostile()], ids=["huge", "many", "hostile"])
def test_there_are_no_more_than_github_shows_and_the_rest_is_counted(made: Report) -> None:
    counts = Counter(level for level, _, _ in read(made))
    assert max(counts.values()) <= MOST_SHOWN
    assert len(write(made, "en")) < 50_000


def test_the_tenth_says_how_many_more_there_are() -> None:
    made = report(*(document(f"{n}.pdf", (PICTURE, [(on_page(1), MISSING)])) for n in range(30)))
    found = read(made)
    assert len(found) == MOST_SHOWN
    assert found[-1][2] == "and 22 more; all are in the JSON report"  # 31 with the verdict, 9 shown
