"""Rulesets as files: what is read, and what is refused with the place named."""

from __future__ import annotations

import fnmatch
import json
from dataclasses import replace
from pathlib import Path

import pytest

from a11ycheck import Fix, Rule, Text, passed, ruleset
from a11ycheck.registry import all_rules
from a11ycheck.ruleset import Level
from a11ycheck.standards import CRITERIA, with_en_301_549
from a11ycheck.toml_file import ConfigError


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_levels_are_written_as_other_programs_read_them() -> None:
    assert [str(level) for level in Level] == ["required", "advice", "off"]


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


def test_all_that_rules_are_run_by_survives_the_fence() -> None:
    full = ruleset.Ruleset(
        "mine",
        Text("Mine", "Min"),
        requires=("a",),
        advises=("b",),
        off=("c",),
        must_answer=("d",),
        options={"e": {"most": 1, "words": ["f"]}},
        select=("g",),
        ignore=("h",),
    )
    assert ruleset.Ruleset.from_json(json.loads(json.dumps(full.to_json()))) == full


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


def test_all_that_a_ruleset_may_say_is_read(tmp_path: Path) -> None:
    text = (
        'title = { en = "Mine", sv = "Min" }\nrequires = ["a"]\nadvises = ["b"]\noff = ["c"]\nmust_answer = ["d"]\n'
        "[options.e]\nmost = 1\n"
    )
    assert ruleset.load(str(write(tmp_path, text))) == ruleset.Ruleset(
        "mine",
        Text("Mine", "Min"),
        requires=("a",),
        advises=("b",),
        off=("c",),
        must_answer=("d",),
        options={"e": {"most": 1}},
    )


def test_a_ruleset_that_says_nothing_is_called_what_its_file_is_called(tmp_path: Path) -> None:
    nothing = ruleset.Ruleset("mine", Text("mine", "mine"))
    assert ruleset.load(str(write(tmp_path, ""))) == nothing
    assert (nothing.requires, nothing.select, nothing.options, nothing.exemptions) == ((), None, {}, ())


def test_what_a_ruleset_extends_comes_first_and_its_options_are_set_one_by_one(tmp_path: Path) -> None:
    base = write(
        tmp_path,
        'title = "Base"\nrequires = ["a"]\nadvises = ["b"]\noff = ["c"]\nmust_answer = ["d"]\n'
        "[options.both]\nleast = 1\nmost = 2\n[options.under]\nmost = 3\n",
        "base.toml",
    )
    mine = write(
        tmp_path,
        f'extends = "{base}"\nrequires = ["aa"]\nadvises = ["bb"]\noff = ["cc"]\nmust_answer = ["dd"]\n'
        "[options.both]\nmost = 20\n[options.over]\nmost = 4\n",
    )
    assert ruleset.load(str(mine)) == ruleset.Ruleset(
        "mine",
        Text("mine", "mine"),
        requires=("a", "aa"),
        advises=("b", "bb"),
        off=("c", "cc"),
        must_answer=("d", "dd"),
        options={"both": {"least": 1, "most": 20}, "under": {"most": 3}, "over": {"most": 4}},
    )


SAID = Text("Said.", "Sagt.")
RULE = Rule(
    id="content-length",
    document=object,
    each=lambda model: (),
    expects=lambda target: passed(),
    meets=("WCAG 3.1.5",),
    title=SAID,
    why=SAID,
    who=(),
    fix=Fix(SAID),
    messages={},
    options={"whole": 3, "part": 0.5, "sure": True, "word": "x"},
    was=("content-long",),
)


def with_options(**options: dict[str, object]) -> ruleset.Ruleset:
    told = {name.replace("_", "-"): table for name, table in options.items()}
    return ruleset.Ruleset("mine", SAID, options=told)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, {}),
        ({"content_length": {"whole": 4}}, {"whole": 4}),
        ({"content_length": {"part": 1}}, {"part": 1}),
        (
            {"content_length": {"part": 0.25, "sure": False, "word": ""}},
            {"part": 0.25, "sure": False, "word": ""},
        ),
        ({"content_long": {"whole": 5}}, {"whole": 5}),
        (
            {"content_length": {"whole": 6}, "content_long": {"whole": 5, "part": 0.1}},
            {"whole": 6, "part": 0.1},
        ),
        ({"content_other": {"no-such": 1}}, {}),
    ],
)
def test_options_are_set_by_the_id_of_the_rule_or_one_that_it_had(
    options: dict[str, dict[str, object]], expected: dict[str, object]
) -> None:
    assert with_options(**options).options_of(RULE) == {**RULE.options, **expected}
    assert RULE.options == {"whole": 3, "part": 0.5, "sure": True, "word": "x"}


@pytest.mark.parametrize(
    ("option", "kind"),
    [
        ({"whole": 3.0}, "int"),
        ({"whole": True}, "int"),
        ({"whole": "3"}, "int"),
        ({"part": True}, "float"),
        ({"part": "0.5"}, "float"),
        ({"sure": 1}, "bool"),
        ({"word": 1}, "str"),
        ({"word": ["x"]}, "str"),
    ],
)
def test_an_option_of_another_type_is_refused(option: dict[str, object], kind: str) -> None:
    ((name, value),) = option.items()
    with pytest.raises(ConfigError) as refused:
        with_options(content_length=option).options_of(RULE)
    assert str(refused.value) == f"mine: content-length.{name} must be of type {kind}, not {value!r}"


@pytest.mark.parametrize(
    ("pattern", "blocks"),
    [
        ("content-length", True),
        ("content-long", True),
        ("WCAG 3.1.5", True),
        ("content-l?ng*", True),
        ("WCAG 3.1.[45]", True),
        ("*5", True),
        ("Content-Length", False),
        ("content", False),
        ("WCAG 3.1.[!5]", False),
        ("WCAG 3.1.6", False),
    ],
)
def test_patterns_are_over_ids_that_a_rule_has_or_had_and_clauses(pattern: str, blocks: bool) -> None:
    asking = ruleset.Ruleset("m", SAID, must_answer=("another", pattern, "an*other"))
    assert asking.blocks_until_answered(RULE, RULE.meets) is blocks
    assert (asking.level(RULE, RULE.meets), ruleset.Ruleset("m", SAID).must_answer) == (Level.OFF, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("requires = 3", "requires must be a list of texts"),
        ("advises = 3", "advises must be a list of texts"),
        ("off = [3]", "off must be a list of texts"),
        ('must_answer = "*"', "must_answer must be a list of texts"),
        ("extends = 3", "extends must be a text"),
        ("title = 3", "title must be"),
        ('title = { en = "x", sv = "x", de = "x" }', "title must be"),
        ('title = { en = "x", sv = 3 }', "sv must be a text"),
        ('title = { en = " ", sv = "x" }', "en must be a text"),
        ("[options]\nmost = 1", "options must be tables"),
        ('ignore = ["*"]', "“ignore” is not known here"),
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


def test_rulesets_that_extend_each_other_are_refused_and_the_last_is_named(tmp_path: Path) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text(f'extends = "{second}"', "utf-8")
    second.write_text(f'extends = "{first}"', "utf-8")
    with pytest.raises(ConfigError) as refused:
        ruleset.load(str(first))
    assert str(refused.value) == f"{second}: extends “{first}”, which extends it in turn"


def test_a_name_that_no_ruleset_has_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ConfigError, match="There are: accessible-for-everyone, dos-lagen, en301549, "):
        ruleset.load("wcag")


@pytest.mark.parametrize(
    ("options", "said"),
    [("lix_most = 4", "has no option “lix_most”"), ('lix_at_most = "4"', "must be of type int")],
)
def test_a_bad_option_is_refused(tmp_path: Path, options: str, said: str) -> None:
    mine = ruleset.load(str(write(tmp_path, f"[options.content-reading-level]\n{options}")))
    with pytest.raises(ConfigError, match=said):
        mine.options_of(all_rules()["content-reading-level"])


@pytest.mark.parametrize("place", ["a11ycheck/rulesets", "rulesets"])
def test_rulesets_lie_in_the_package_once_it_is_installed_and_beside_it_in_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / place).mkdir(parents=True)
    for name in ("second", "first"):
        write(tmp_path / place, 'requires = ["a"]', f"{name}.toml")
    write(tmp_path / place, "no ruleset", "README.md")
    monkeypatch.setattr(ruleset, "__file__", str(tmp_path / "a11ycheck" / "ruleset.py"))
    assert ruleset.names() == ["first", "second"]
    assert ruleset.load("second").requires == ("a",)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(ConfigError, match=r"no/such\.toml: the file is not there"):
        ruleset.load("no/such.toml")
