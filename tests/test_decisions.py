"""Answers and waivers as files: what is read, and what is refused with the place named."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from a11ycheck.decisions import Answer, Decisions, Waiver, load_answers, load_waivers
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
UNSURE = ANSWER.replace("yes = true", "unsure = true")
DAY = datetime.date(2026, 11, 22)


def test_a_remark_is_read(tmp_path: Path) -> None:
    text = f'[[answer]]\n{ANSWER}remark = "Seen on paper"'
    assert load_answers(write(tmp_path, text)) == [Answer("k", True, "A", DAY, "Seen on paper")]


def test_one_who_was_unsure_is_read_and_has_not_answered(tmp_path: Path) -> None:
    (unsure,) = load_answers(write(tmp_path, f"[[answer]]\n{UNSURE}"))
    assert unsure == Answer("k", None, "A", DAY)
    decisions = Decisions([unsure])
    assert decisions.answer_to("k") is None
    assert decisions.unsure_of("k") == unsure
    assert decisions.unsure_of("another") is None


def test_one_who_has_answered_is_not_unsure() -> None:
    decisions = Decisions([Answer("k", False, "A", DAY)])
    assert decisions.answer_to("k") == Answer("k", False, "A", DAY)
    assert decisions.unsure_of("k") is None


@pytest.mark.parametrize("both", [(UNSURE, ANSWER), (ANSWER, UNSURE), (ANSWER, ANSWER)])
def test_one_who_was_unsure_gives_way_to_one_who_was_not(tmp_path: Path, both: tuple[str, str]) -> None:
    text = "".join(f"[[answer]]\n{each}" for each in both)
    assert load_answers(write(tmp_path, text)) == [Answer("k", True, "A", DAY)]


WAIVER = 'reason = "r"\nby = "A"\nuntil = 2026-11-22\n'


@pytest.mark.parametrize(
    ("named", "rule", "finding", "source"),
    [
        ('rule = "x"', "x", "", "*"),
        ('finding = "abcdef"', "", "abcdef", "*"),
        ('rule = "x"\nfinding = "abcdef0"', "x", "abcdef0", "*"),
        ('rule = "x"\nsource = "a/*"', "x", "", "a/*"),
    ],
)
def test_a_waiver_names_a_rule_a_finding_or_both(
    tmp_path: Path, named: str, rule: str, finding: str, source: str
) -> None:
    waivers = load_waivers(write(tmp_path, f"[[waiver]]\n{WAIVER}{named}"))
    assert waivers == [Waiver("r", "A", DAY, rule, finding, source)]


NAMED = 'rule = "x"\nfinding = "abcdef"\nsource = "a/*"\n'


@pytest.mark.parametrize(
    "other",
    [NAMED.replace('"x"', '"y"'), NAMED.replace("abcdef", "bcdefa"), NAMED.replace("a/*", "b/*")],
)
def test_waivers_of_different_things_stand_side_by_side(tmp_path: Path, other: str) -> None:
    text = f"[[waiver]]\n{WAIVER}{NAMED}[[waiver]]\n{WAIVER}{other}"
    assert len(load_waivers(write(tmp_path, text))) == 2


def test_two_waivers_of_the_same_thing_are_refused_with_both_places(tmp_path: Path) -> None:
    text = f"[[waiver]]\n{WAIVER}{NAMED}[[waiver]]\n{WAIVER.replace('2026', '2027')}{NAMED}"
    said = r"line 8, waiver 2: the same is waived already: .*line 1, waiver 1"
    with pytest.raises(ConfigError, match=said):
        load_waivers(write(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"[[answer]]\n{ANSWER}extra = 1", "answer 1: “extra” is not known"),
        ('[[answer]]\nkey = "k"\nyes = "ja"\nby = "A"\non = 2026-11-22', "yes must be true or false"),
        ('[[answer]]\nkey = "k"\nyes = true\nby = " "\non = 2026-11-22', "by must be a text"),
        ('[[answer]]\nkey = "k"\nyes = true\nby = "A"\non = "today"', "on must be a day"),
        (f"[[answer]]\n{ANSWER}[[answer]]\n{ANSWER.replace('true', 'false')}", "answered both yes and no"),
        (f"[[answer]]\n{ANSWER}unsure = true", "either yes = true, yes = false or unsure = true"),
        (f"[[answer]]\n{ANSWER}unsure = false", "either yes = true, yes = false or unsure = true"),
        (f"[[answer]]\n{UNSURE.replace('true', 'false')}", "either yes = true, yes = false or unsure = true"),
        (f"[[answer]]\n{ANSWER}remark = 1", "remark must be a text"),
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
        ('finding = "abcde"\nreason = "r"\nby = "A"\nuntil = 2027-01-31', "finding must be at least 6"),
        ('rule = "x"\nreason = "r"\nby = "A"\nuntil = 2027-01-31\ndocument = "a"', "“document” is not known"),
        ('rule = "x"\nby = "A"\nuntil = 2027-01-31', "reason must be a text"),
        ('rule = "x"\nreason = "r"\nby = "A"', "until must be a day"),
    ],
)
def test_bad_waivers_are_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=f"waiver 1: {said}"):
        load_waivers(write(tmp_path, f"[[waiver]]\n{text}"))
