"""Rulesets as files: what is read, and what is refused with the place named."""

from __future__ import annotations

import fnmatch
import json
from dataclasses import replace
from pathlib import Path

import pytest

from a11ycheck import ruleset
from a11ycheck.registry import all_rules
from a11ycheck.ruleset import Level
from a11ycheck.standards import CRITERIA, with_en_301_549
from a11ycheck.toml_file import ConfigError


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", ruleset.names())
def test_the_rulesets_that_come_with_it_load(name: str) -> None:
    loaded = ruleset.load(name)
    assert loaded.name == name
    assert loaded.requires
    for rule in all_rules().values():
        loaded.options_of(rule)
    assert ruleset.Ruleset.from_json(json.loads(json.dumps(loaded.to_json()))) == loaded


def test_a_selection_survives_the_fence() -> None:
    for select in (None, (), ("WCAG 1.*",)):
        chosen = replace(ruleset.load(ruleset.DEFAULT), select=select)
        assert ruleset.Ruleset.from_json(json.loads(json.dumps(chosen.to_json()))) == chosen


def test_the_named_rulesets_are_there() -> None:
    assert {"accessible-for-everyone", "wcag22-aa", "en301549", "dos-lagen", "pdfua-1"} <= set(
        ruleset.names()
    )


def test_the_forum_requires_all_that_the_default_does_and_more() -> None:
    default, forum = ruleset.load(ruleset.DEFAULT), ruleset.load("forum")
    assert set(default.requires) < set(forum.requires)
    asked_for = {
        "meeting-rules-of-play",
        "meeting-safe-forum",
        "meeting-moderation",
        "meeting-hybrid-choice-other-way",
    }
    for rule in all_rules().values():
        if default.level(rule, rule.meets) is Level.REQUIRED:
            assert forum.level(rule, rule.meets) is Level.REQUIRED, rule.id
        if rule.id in asked_for:
            assert default.level(rule, rule.meets) is Level.ADVICE
            assert forum.level(rule, rule.meets) is Level.REQUIRED


@pytest.mark.parametrize("name", ["accessible-for-everyone", "forum"])
def test_what_is_required_of_a_meeting_are_rules_that_exist(name: str) -> None:
    known = set(all_rules())
    loaded = ruleset.load(name)
    for pattern in (*loaded.requires, *loaded.must_answer):
        if pattern.startswith(("meeting-", "content-label", "content-placeholder")):
            assert fnmatch.filter(known, pattern), pattern


def test_wcag_requires_each_a_and_aa_criterion_and_no_other() -> None:
    wanted = {f"WCAG {number}" for number, c in CRITERIA.items() if c.level in ("A", "AA")}
    assert set(ruleset.load("wcag22-aa").requires) == wanted
    assert len(wanted) == 55


def test_en_301_549_follows_from_wcag() -> None:
    wanted = {
        clause
        for number in CRITERIA
        for chapter in (9, 10)
        for clause in with_en_301_549([f"WCAG {number}"], chapter)
        if clause.startswith("EN")
    }
    assert set(ruleset.load("en301549").requires) == wanted


def test_dos_lagen_requires_en_301_549_and_asks_as_the_default_does() -> None:
    profile = ruleset.load("dos-lagen")
    assert profile.requires == ruleset.load("en301549").requires
    asked = ruleset.load(ruleset.DEFAULT).must_answer
    assert profile.must_answer == tuple(each for each in asked if not each.startswith("meeting-"))
    assert profile.exemptions == ()


def test_a_video_on_a_slide_must_be_answered_for() -> None:
    rule = all_rules()["office-slide-media-no-captions"]
    assert ruleset.load(ruleset.DEFAULT).blocks_until_answered(rule, rule.meets)


@pytest.mark.parametrize(
    ("meets", "chapter", "clauses"),
    [
        (["WCAG 1.1.1"], 10, ("WCAG 1.1.1", "EN 301 549 10.1.1.1")),
        (["WCAG 1.1.1"], 9, ("WCAG 1.1.1", "EN 301 549 9.1.1.1")),
        (["WCAG 2.4.1"], 10, ("WCAG 2.4.1",)),
        (["WCAG 2.4.1"], 9, ("WCAG 2.4.1", "EN 301 549 9.2.4.1")),
        (["WCAG 2.5.8"], 9, ("WCAG 2.5.8",)),
        (["WCAG 3.1.5"], 10, ("WCAG 3.1.5",)),
        (["PDF/UA-1 7.1-3"], 10, ("PDF/UA-1 7.1-3",)),
    ],
)
def test_clauses(meets: list[str], chapter: int, clauses: tuple[str, ...]) -> None:
    assert with_en_301_549(meets, chapter) == clauses


def test_a_ruleset_may_extend_another(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        'title = "Mine"\nextends = "wcag22-aa"\nrequires = ["content-reading-level"]\noff = ["WCAG 1.4.*"]\n'
        "[options.content-reading-level]\nlix_at_most = 40\n",
    )
    mine = ruleset.load(str(path))
    rule = all_rules()["content-reading-level"]
    assert mine.title.sv == "Mine"
    assert "WCAG 1.1.1" in mine.requires
    assert mine.level(rule, rule.meets) is Level.REQUIRED
    assert mine.options_of(rule)["lix_at_most"] == 40


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("requires = 3", "requires must be a list of texts"),
        ("requiers = []", "“requiers” is not known here"),
        ('title = { en = "x" }', "title must be"),
        ('extends = "nothing"', "There is no ruleset “nothing”"),
        ("options = 1", "options must be tables"),
        ("= broken", "mine.toml"),
    ],
)
def test_a_bad_ruleset_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        ruleset.load(str(write(tmp_path, text)))


def test_a_ruleset_that_extends_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "loop.toml"
    path.write_text(f'extends = "{path}"', "utf-8")
    with pytest.raises(ConfigError, match="extends"):
        ruleset.load(str(path))


@pytest.mark.parametrize(
    ("options", "said"),
    [("lix_most = 4", "has no option “lix_most”"), ('lix_at_most = "4"', "must be of type int")],
)
def test_a_bad_option_is_refused(tmp_path: Path, options: str, said: str) -> None:
    mine = ruleset.load(str(write(tmp_path, f"[options.content-reading-level]\n{options}")))
    with pytest.raises(ConfigError, match=said):
        mine.options_of(all_rules()["content-reading-level"])


def test_a_missing_file_is_named() -> None:
    with pytest.raises(ConfigError, match=r"no/such\.toml: the file is not there"):
        ruleset.load("no/such.toml")
