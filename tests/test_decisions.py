"""Answers and waivers as files: what is read, and what is refused with the place named."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from a11ycheck.decisions import Answer, Waiver, load_answers, load_waivers
from a11ycheck.toml_file import ConfigError


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_answers_are_read(tmp_path: Path) -> None:
    text = '[[answer]]\nkey = "abc"\nyes = true\nby = "Åsa"\non = 2026-11-22\n'
    assert load_answers(write(tmp_path, text)) == [Answer("abc", True, "Åsa", datetime.date(2026, 11, 22))]


def test_waivers_are_read(tmp_path: Path) -> None:
    text = (
        '[[waiver]]\nrule = "content-title"\nreason = "r"\nby = "Åsa"\nuntil = 2027-01-31\nsource = "*.pdf"\n'
    )
    until = datetime.date(2027, 1, 31)
    assert load_waivers(write(tmp_path, text)) == [Waiver("r", "Åsa", until, "content-title", "", "*.pdf")]


ANSWER = 'key = "k"\nyes = true\nby = "A"\non = 2026-11-22\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"[[answer]]\n{ANSWER}extra = 1", "answer 1: “extra” is not known"),
        ('[[answer]]\nkey = "k"\nyes = "ja"\nby = "A"\non = 2026-11-22', "yes must be true or false"),
        ('[[answer]]\nkey = "k"\nyes = true\nby = " "\non = 2026-11-22', "by must be a text"),
        ('[[answer]]\nkey = "k"\nyes = true\nby = "A"\non = "today"', "on must be a day"),
        (f"[[answer]]\n{ANSWER}[[answer]]\n{ANSWER.replace('true', 'false')}", "answered both yes and no"),
        ("answer = 1", "write each as a table"),
        ("[[reply]]", "“reply” is not known"),
    ],
)
def test_bad_answers_are_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        load_answers(write(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('reason = "r"\nby = "A"\nuntil = 2027-01-31', "name a rule, a finding, or both"),
        ('finding = "abc"\nreason = "r"\nby = "A"\nuntil = 2027-01-31', "finding must be at least 6"),
        ('rule = "x"\nby = "A"\nuntil = 2027-01-31', "reason must be a text"),
        ('rule = "x"\nreason = "r"\nby = "A"', "until must be a day"),
    ],
)
def test_bad_waivers_are_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=f"waiver 1: {said}"):
        load_waivers(write(tmp_path, f"[[waiver]]\n{text}"))
