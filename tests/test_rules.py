"""Every rule does what its examples and its fixtures say, and its words hold in both languages."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest

from a11ycheck import Outcome, Status, Text
from a11ycheck.documents.content import Content
from a11ycheck.documents.kind import BROWSER
from a11ycheck.documents.meeting.model import Meeting, MeetingDocument
from a11ycheck.registry import all_rules, kinds, kinds_of_rules
from a11ycheck.rule import PROGRAMS
from a11ycheck.standards import CRITERIA
from browser import can_be_started, need_browser
from pages import captured

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from concurrent.futures import Future

    from a11ycheck import Rule
    from a11ycheck.documents.page.model import Page

FIXTURES = Path(__file__).parent.parent / "fixtures"
RULES = {name: rule for name, rule in all_rules().items() if rule.expects.__module__.startswith("a11ycheck.")}

EXPECTED = re.compile(r"(failed|passed|cannot-tell|inapplicable)(?: ([a-z0-9-]+))?(?:, (.+))?")
"""How an example's key and a fixture's name say what is to come of it: outcome, message, note."""

CLAUSE = re.compile(
    r"WCAG (?P<criterion>\d\.\d\.\d{1,2})|PDF/UA-[12] [\d.]+-\d+|PDF/UA-2 Table 5 \(ISO/TS 32005\)"
    r"|ACT [a-z0-9]{6}|EN 301 549 [\d.]+\d"
)
NEVER_SAID = re.compile(r"compliant|certified|certifierad|funktionshindrad|handikapp|lider av", re.IGNORECASE)
CODE = re.compile(r'[a-z-]+="[^"]*"')


def examples_of(rule: Rule) -> dict[str, Any]:
    """The examples by key; a family of rules in one module has them by function name first."""
    module = import_module(rule.expects.__module__)
    examples: dict[str, Any] = module.examples()
    return examples[rule.expects.__name__] if is_family(rule) else examples


def is_family(rule: Rule) -> bool:
    return Counter(other.expects.__module__ for other in RULES.values())[rule.expects.__module__] > 1


def outcomes(rule: Rule, model: Any) -> list[Outcome]:
    return [outcome for _, outcome in rule.apply(model, rule.options)]


def assert_as_named(name: str, found: Iterable[Outcome]) -> None:
    """What came out is as named: at least one target with this outcome and message, or no target at all."""
    said = EXPECTED.fullmatch(name)
    assert said, f"“{name}” does not say an outcome"
    outcome, message, _ = said.groups()
    got = [(result.status, result.message) for result in found]
    if outcome == "inapplicable":
        assert got == []
    elif outcome == "passed":
        assert set(got) == {(Status.PASSED, "")}
    else:
        assert (Status(outcome.replace("-", "_")), message) in got


def with_futures(found: Iterable[Outcome]) -> Iterator[Outcome]:
    """The outcomes, and those that an answer would turn the questions into."""
    for outcome in found:
        yield from (each for each in (outcome, outcome.yes, outcome.no) if each)


def names_in(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def words_of(rule: Rule) -> dict[str, Text]:
    """All words of a rule, by where they stand."""
    steps = {f"fix.{program}": text for program, text in rule.fix.programs().items()}
    messages = {f"messages.{name}": text for name, text in rule.messages.items()}
    return {"title": rule.title, "why": rule.why, "fix": rule.fix.general, **steps, **messages}


each_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=name) for name, rule in RULES.items()])


ALL_EXAMPLES = [
    pytest.param(rule, key, id=f"{name}: {key}") for name, rule in RULES.items() for key in examples_of(rule)
]
ALL_FIXTURES = [
    pytest.param(rule, path, id=f"{name}: {path.stem}")
    for name, rule in RULES.items()
    for path in sorted((FIXTURES / name).glob("*.*"))
    if path.suffix != ".py"  # what makes them may lie beside them
]


@pytest.mark.parametrize(("rule", "key"), ALL_EXAMPLES)
def test_example_comes_out_as_its_key_says(rule: Rule, key: str) -> None:
    assert_as_named(key, outcomes(rule, examples_of(rule)[key]))


@each_rule
def test_examples_show_what_is_caught_and_what_is_not(rule: Rule) -> None:
    shown = {key.split(",")[0].split()[0] for key in examples_of(rule)}
    assert shown & {"failed", "cannot-tell"}
    assert shown & {"passed", "inapplicable"}


@each_rule
def test_examples_show_every_message(rule: Rule) -> None:
    found = [outcome for model in examples_of(rule).values() for outcome in outcomes(rule, model)]
    shown = {outcome.message for outcome in with_futures(found)} - {""}
    assert shown == set(rule.messages)


@each_rule
def test_messages_are_filled_in_with_what_the_rule_tells(rule: Rule) -> None:
    for model in examples_of(rule).values():
        for outcome in with_futures(outcomes(rule, model)):
            if outcome.message:
                for language in ("en", "sv"):
                    assert "{" not in rule.messages[outcome.message].say(language, outcome.data)


@each_rule
def test_every_target_has_a_place_that_can_be_said(rule: Rule) -> None:
    for model in examples_of(rule).values():
        for target, _ in rule.apply(model, rule.options):
            assert isinstance(target.where.say("sv"), str)
            assert isinstance(target.where.say("en"), str)


@pytest.fixture(scope="module")
def captured_pages(request: pytest.FixtureRequest) -> Iterator[Mapping[Path, Future[Page]]]:
    """The HTML fixtures of the tests that are to be run, as a browser shows them."""
    chosen = (item.callspec.params for item in request.session.items if hasattr(item, "callspec"))
    paths = [params["path"] for params in chosen if is_shown_in_browser(params.get("path"))]
    if not paths or not can_be_started():
        yield {}
        return
    with captured(paths) as pages:
        yield pages


def is_shown_in_browser(path: object) -> bool:
    """Is it an HTML fixture? Other tests have parameters called “path” that are none."""
    if not isinstance(path, Path) or FIXTURES not in path.parents:
        return False
    return any(path.suffix in kind.suffixes for kind in kinds().values() if kind.lane == BROWSER)


@pytest.mark.parametrize(("rule", "path"), ALL_FIXTURES)
def test_fixture_comes_out_as_its_name_says(
    rule: Rule, path: Path, captured_pages: Mapping[Path, Future[Page]]
) -> None:
    kind = next(kind for kind in kinds().values() if path.suffix in kind.suffixes)
    assert rule.document is Meeting or kind.name in kinds_of_rules()[rule.id]
    model: Any
    if kind.lane == BROWSER:
        need_browser()
        model = captured_pages[path].result()
    else:
        model = kind.open(path.read_bytes())
    if rule.document is Meeting:
        model = meeting_of(path.name, kind.name, model)
    assert_as_named(path.stem, outcomes(rule, model.content if rule.document is Content else model))


def meeting_of(name: str, kind: str, model: Any) -> Meeting:
    """The meeting that a document alone calls to, on a day long before it."""
    return Meeting((MeetingDocument(name, kind, model.facts()),), today=date(2026, 1, 1))


def test_fixtures_are_for_rules_that_exist() -> None:
    folders = {path.name for path in FIXTURES.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders - set(RULES) <= {"meetings"}


@each_rule
def test_words_are_there_in_both_languages(rule: Rule) -> None:
    for place, text in words_of(rule).items():
        assert text.en.strip() == text.en != "", place
        assert text.sv.strip() == text.sv != "", place
        assert text.en != text.sv, place


@each_rule
def test_words_are_ones_that_we_use(rule: Rule) -> None:
    for place, text in words_of(rule).items():
        for words in (text.en, text.sv):
            assert not NEVER_SAID.search(words), place
            assert '"' not in CODE.sub("", words), f"{place}: straight quotation marks"
            assert "  " not in words, f"{place}: two spaces"
        assert "“" not in text.sv, f"{place}: quotation marks in Swedish are ”so”"
        assert text.en.count("“") == text.en.count("”"), f"{place}: quotation marks in English are “so”"
        assert text.sv.count("”") % 2 == 0, f"{place}: a quotation mark is missing"


@each_rule
def test_sentences_end(rule: Rule) -> None:
    for place, text in words_of(rule).items():
        for words in (text.en, text.sv):
            if place == "title":
                assert not words.endswith("."), place
            else:
                assert words.endswith((".", "?")), f"{place}: {words}"


@each_rule
def test_questions_ask_and_the_others_tell(rule: Rule) -> None:
    asked: set[str] = set()
    told: set[str] = set()
    for model in examples_of(rule).values():
        for outcome in with_futures(outcomes(rule, model)):
            (asked if outcome.is_question else told).add(outcome.message)
    for message, text in rule.messages.items():
        assert ("?" in text.en) == ("?" in text.sv) == (message in asked), message
    assert not asked & told


@each_rule
def test_both_languages_tell_the_same(rule: Rule) -> None:
    for place, text in words_of(rule).items():
        assert names_in(text.en) == names_in(text.sv), place
        if not place.startswith("messages."):
            assert not names_in(text.en), place


@each_rule
def test_clauses_are_spelt_as_rulesets_spell_them(rule: Rule) -> None:
    assert len(set(rule.meets)) == len(rule.meets)
    for clause in rule.meets:
        spelt = CLAUSE.fullmatch(clause)
        assert spelt, clause
        assert spelt["criterion"] is None or spelt["criterion"] in CRITERIA, clause


@each_rule
def test_rule_is_named_after_its_file(rule: Rule) -> None:
    module = rule.expects.__module__.rpartition(".")[2]
    assert is_family(rule) or rule.expects.__name__ == module
    assert rule.expects.__doc__, "what is expected is said in a docstring"


@each_rule
def test_options_are_values_that_a_ruleset_can_set(rule: Rule) -> None:
    for name, default in rule.options.items():
        assert isinstance(default, (int, float, str, bool, tuple)), name


@each_rule
def test_rule_says_whom_it_helps(rule: Rule) -> None:
    assert rule.who
    assert len(set(rule.who)) == len(rule.who)
    assert set(rule.fix.programs()) <= set(PROGRAMS)


def test_every_rule_module_is_found() -> None:
    modules = {
        f"{path.parent.name}.{path.stem}"
        for path in (Path(__file__).parent.parent / "a11ycheck" / "rules").glob("*/*.py")
        if path.stem != "__init__"
    }
    assert {".".join(rule.expects.__module__.split(".")[-2:]) for rule in RULES.values()} == modules
