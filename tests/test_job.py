"""Jobs and results are plain data: there and back unchanged, and nothing forged comes through."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck import Box, Outcome, Status, Text, Where, ask, cannot_tell, failed, passed, ruleset
from a11ycheck.documents.crop import Crop
from a11ycheck.documents.facts import ROLES, Contact, Facts, Found, When
from a11ycheck.job import MOST_SHOWN, Count, Finding, Job, Result, RulePut, as_put, run, worth_showing
from a11ycheck.registry import rules_for
from a11ycheck.ruleset import Level, Ruleset
from a11ycheck.trouble import REASONS, Trouble

words = st.text(max_size=20)
numbers = st.floats(allow_nan=False, allow_infinity=False, width=32)
data = st.dictionaries(
    st.from_regex(r"[a-z]{1,8}", fullmatch=True), words | st.integers() | numbers, max_size=3
)
plain = st.builds(
    lambda message, data, status: Outcome(status, message, data), words, data, st.sampled_from(Status)
)
questions = st.builds(lambda message, data, yes, no: ask(message, yes=yes, no=no), words, data, plain, plain)
boxes = st.builds(Box, st.integers(1, 99), numbers, numbers, numbers, numbers)
wheres = st.builds(
    Where, st.lists(st.tuples(words, words | st.integers()), max_size=3).map(tuple), words, st.none() | boxes
)
DEMANDS = Ruleset("test", Text("Test", "Prov"), requires=("WCAG 2.*",), options={"content-title": {"x": 3}})
FIXTURES = Path(__file__).parent.parent / "fixtures"
JOB = Job("s", "pdf", DEMANDS, path="x")
RULE = "content-title"
PUT = as_put(rules_for("pdf")[RULE], JOB)
NOT_LOOKED_UP = RulePut("a-rule", "a.module", ("WCAG 2.1.1",), Level.ADVICE, Count(1, 0, 0))
findings = st.builds(Finding, st.just(RULE), wheres, plain | questions)
facts = st.builds(
    Facts,
    words,
    words,
    words,
    st.integers(),
    st.integers(),
    st.lists(st.tuples(st.integers(), words)).map(tuple),
    role=st.sampled_from(sorted(ROLES)),
    times=st.lists(st.builds(When, words, words, words), max_size=2).map(tuple),
    joining=st.lists(words, max_size=2).map(tuple),
    telephones=st.lists(words, max_size=2).map(tuple),
    contacts=st.lists(st.builds(Contact, words, words), max_size=2).map(tuple),
)
results = st.builds(
    Result,
    st.builds(Count, st.integers(), st.integers(), st.integers()).map(
        lambda count: (replace(PUT, count=count), NOT_LOOKED_UP)
    ),
    st.lists(findings, max_size=3).map(tuple),
    st.none() | facts,
    st.lists(st.builds(Found, words, st.binary(max_size=20)), max_size=2).map(tuple),
    st.none() | st.builds(Trouble, st.sampled_from(sorted(REASONS)), words),
)


@given(results)
def test_a_result_survives_the_fence(result: Result) -> None:
    assert Result.from_json(json.loads(json.dumps(result.to_json())), JOB) == result


def test_pictures_survive_the_fence() -> None:
    result = Result(crops={"key": Crop(b"\xff\xd8\xff...", "image/jpeg", 30, 20, (0.1, 0.2, 0.9, 1.0))})
    assert Result.from_json(json.loads(json.dumps(result.to_json())), JOB) == result


def test_pictures_are_taken_of_what_is_found_where_they_are_wanted() -> None:
    data = (FIXTURES / "meetings/forumkonferensen/bad/presentation.pdf").read_bytes()
    job = Job("presentation.pdf", "pdf", ruleset.load(ruleset.DEFAULT), show=True)
    result = run(job, data)
    placed = {finding.key for finding in result.findings if finding.where.box is not None}
    assert result.crops
    assert set(result.crops) <= placed
    assert run(replace(job, show=False), data) == replace(result, crops={})


def test_few_pictures_are_taken_of_what_looks_alike_and_faults_come_first() -> None:
    def found(rule_id: str, number: int, outcome: Outcome) -> Finding:
        return Finding(rule_id, Where(anchor=str(number), box=Box(1, 0, number, 9, 9)), outcome)

    question = ask("sure", yes=passed(), no=failed("wrong"))
    findings = [
        *(found("asks", number, question) for number in range(3)),
        *(found("fails", number, failed("wrong")) for number in range(3)),
        Finding("placeless", Where(), failed("wrong")),
    ]
    assert [box.top for _, box in worth_showing(findings)] == [0, 1, 0, 1]
    assert [key for key, _ in worth_showing(findings)][:2] == [findings[3].key, findings[4].key]
    many = [found(f"rule-{number}", 0, failed("wrong")) for number in range(MOST_SHOWN + 5)]
    assert len(worth_showing(many)) == MOST_SHOWN


@given(st.none() | st.binary(max_size=50))
def test_a_job_survives_the_fence(raw: bytes | None) -> None:
    job = Job("källa.pdf", "pdf", DEMANDS, path="x", data=raw)
    assert Job.from_json(json.loads(json.dumps(job.to_json()))) == job


GOOD = Result(
    (replace(PUT, count=Count(1, 2, 3)), NOT_LOOKED_UP),
    (Finding(RULE, Where(), failed("m", n=1)),),
    Facts(),
    (),
    Trouble("broken"),
).to_json()
FINDING = GOOD["findings"][0]
SHOWN = base64.b64encode(b"\x89PNG\r\n\x1a\n....").decode("ascii")
MODULE, CLAUSES, LEVEL, COUNTS = GOOD["rules"][RULE]


def with_rule(*put: object, rule_id: str = RULE) -> dict[str, object]:
    return {**GOOD, "rules": {**GOOD["rules"], rule_id: list(put)}}


def test_what_is_forged_below_is_else_as_it_should_be() -> None:
    assert Result.from_json(GOOD, JOB).findings[0].rule == RULE
    assert Result.from_json(with_rule(MODULE, CLAUSES, LEVEL, COUNTS), JOB) == Result.from_json(GOOD, JOB)


@pytest.mark.parametrize(
    "forged",
    [
        {**GOOD, "rules": {}},
        with_rule(MODULE, CLAUSES, LEVEL, ["1", 0, 0]),
        with_rule(MODULE, CLAUSES, LEVEL, [True, 0, 0]),
        with_rule(MODULE, [3], LEVEL, COUNTS),
        with_rule(MODULE, CLAUSES, "fine", COUNTS),
        with_rule(MODULE, CLAUSES, "advice", COUNTS),
        with_rule(MODULE, CLAUSES, "off", COUNTS),
        with_rule(MODULE, [], LEVEL, COUNTS),
        with_rule("os", CLAUSES, LEVEL, COUNTS),
        with_rule("a11ycheck.rules.content", CLAUSES, LEVEL, COUNTS),
        with_rule("a11ycheck.rules.content.no_such", CLAUSES, LEVEL, COUNTS),
        with_rule("a11ycheck.rules.content.../title", CLAUSES, LEVEL, COUNTS),
        with_rule("a11ycheck.rules.content.heading_empty", CLAUSES, LEVEL, COUNTS),
        with_rule("a11ycheck.rules.meeting.titles_differ", CLAUSES, LEVEL, COUNTS),
        with_rule("a.module", [], "off", [0, 0, 0], rule_id="a-rule"),
        {**GOOD, "trouble": ["no-such-reason", ""]},
        {**GOOD, "trouble": ["broken", 3]},
        {**GOOD, "findings": [{**FINDING, "rule": "other-rule"}]},
        {**GOOD, "findings": [{**FINDING, "outcome": {**FINDING["outcome"], "status": "fine"}}]},
        {**GOOD, "findings": [{**FINDING, "outcome": {**FINDING["outcome"], "data": {"n": []}}}]},
        {**GOOD, "facts": {**GOOD["facts"], "title": ["x"]}},
        {**GOOD, "facts": {**GOOD["facts"], "pages": 1.5}},
        {**GOOD, "facts": {**GOOD["facts"], "role": "boss"}},
        {**GOOD, "facts": {**GOOD["facts"], "times": [["2026-05-24", ""]]}},
        {**GOOD, "facts": {**GOOD["facts"], "times": [["2026-05-24", "", 2]]}},
        {**GOOD, "facts": {**GOOD["facts"], "joining": "https://meet.example.org"}},
        {**GOOD, "facts": {**GOOD["facts"], "telephones": [46]}},
        {**GOOD, "facts": {**GOOD["facts"], "contacts": [["Anna"]]}},
        {key: value for key, value in GOOD.items() if key != "found"},
        {**GOOD, "crops": {"key": [SHOWN, "image/jpeg", 1, 1, [0, 0, 1, 1]]}},
        {**GOOD, "crops": {"key": [SHOWN, "text/html", 1, 1, [0, 0, 1, 1]]}},
        {**GOOD, "crops": {"key": [SHOWN, "image/png", "1", 1, [0, 0, 1, 1]]}},
        {**GOOD, "crops": {"key": [SHOWN, "image/png", 1, 1, [0, 0, 1]]}},
        {**GOOD, "crops": {"key": [SHOWN + "A" * 60_000, "image/png", 1, 1, [0, 0, 1, 1]]}},
        [],
    ],
    ids=range(35),
)  # fmt: skip
def test_a_forged_result_is_refused(forged: object) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        Result.from_json(forged, JOB)  # type: ignore[arg-type]


def test_a_key_is_of_the_thing_and_what_is_said_not_of_the_place() -> None:
    moved = [Finding("r", Where((("page", page),), "same thing"), failed("m", alt="x")) for page in (1, 2)]
    assert moved[0].key == moved[1].key
    others = [
        Finding("r2", Where((), "same thing"), failed("m", alt="x")),
        Finding("r", Where((), "another"), failed("m", alt="x")),
        Finding("r", Where((), "same thing"), failed("n", alt="x")),
        Finding("r", Where((), "same thing"), failed("m", alt="y")),
    ]
    assert moved[0].key not in {finding.key for finding in others}
    assert len({finding.key for finding in others}) == len(others)


def test_what_a_finding_quotes_is_clipped() -> None:
    outcome = failed("m", alt="word " * 100_000)
    assert len(str(outcome.data["alt"])) == 300
    assert cannot_tell("m", error="a\nb").data["error"] == "a b"


def test_a_question_carries_its_futures() -> None:
    question = ask("q", yes=passed(), no=failed("wrong"))
    assert question.is_question
    assert question.status is Status.CANNOT_TELL
    assert not cannot_tell("m").is_question
