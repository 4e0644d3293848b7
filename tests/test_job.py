"""Jobs and results are plain data: there and back unchanged, and nothing forged comes through."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck import Box, Outcome, Status, Where, ask, cannot_tell, failed, passed
from a11ycheck.documents.facts import Facts, Found
from a11ycheck.job import Count, Finding, Job, Result
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
findings = st.builds(Finding, st.just("a-rule"), wheres, plain | questions)
facts = st.builds(
    Facts,
    words,
    words,
    words,
    st.integers(),
    st.integers(),
    st.lists(st.tuples(st.integers(), words)).map(tuple),
)
results = st.builds(
    Result,
    st.dictionaries(st.just("a-rule"), st.builds(Count, st.integers(), st.integers(), st.integers())),
    st.lists(findings, max_size=3).map(tuple),
    st.none() | facts,
    st.lists(st.builds(Found, words, st.binary(max_size=20)), max_size=2).map(tuple),
    st.none() | st.builds(Trouble, st.sampled_from(sorted(REASONS)), words),
)
JOB = Job("s", "pdf", {"a-rule": {"limit": 3}}, path="x")


@given(results)
def test_a_result_survives_the_fence(result: Result) -> None:
    assert Result.from_json(json.loads(json.dumps(result.to_json())), JOB) == result


@given(st.none() | st.binary(max_size=50))
def test_a_job_survives_the_fence(raw: bytes | None) -> None:
    job = Job("källa.pdf", "pdf", {"a-rule": {"limit": 3}}, path="x", data=raw)
    assert Job.from_json(json.loads(json.dumps(job.to_json()))) == job


GOOD = Result(
    {"a-rule": Count(1, 2, 3)},
    (Finding("a-rule", Where(), failed("m", n=1)),),
    Facts(),
    (),
    Trouble("broken"),
).to_json()
FINDING = GOOD["findings"][0]


@pytest.mark.parametrize(
    "forged",
    [
        {**GOOD, "counts": {"other-rule": [0, 0, 0]}},
        {**GOOD, "counts": {"a-rule": ["1", 0, 0]}},
        {**GOOD, "counts": {"a-rule": [True, 0, 0]}},
        {**GOOD, "trouble": ["no-such-reason", ""]},
        {**GOOD, "trouble": ["broken", 3]},
        {**GOOD, "findings": [{**FINDING, "rule": "other-rule"}]},
        {**GOOD, "findings": [{**FINDING, "outcome": {**FINDING["outcome"], "status": "fine"}}]},
        {**GOOD, "findings": [{**FINDING, "outcome": {**FINDING["outcome"], "data": {"n": []}}}]},
        {**GOOD, "facts": {**GOOD["facts"], "title": ["x"]}},
        {**GOOD, "facts": {**GOOD["facts"], "pages": 1.5}},
        {key: value for key, value in GOOD.items() if key != "found"},
        [],
    ],
    ids=range(12),
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
