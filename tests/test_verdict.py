"""Verdict, levels, answers, waivers: each way in which a pass could be false."""

from __future__ import annotations

import datetime
from itertools import product

import pytest

from a11ycheck import Fix, Outcome, People, Rule, Status, Text, Where, ask, cannot_tell, failed, passed
from a11ycheck.decisions import Answer, Decisions, Waiver
from a11ycheck.job import Finding
from a11ycheck.ruleset import Level, Ruleset
from a11ycheck.trouble import Trouble
from a11ycheck.verdict import EXIT_CODES, Judgement, Verdict, decide, decide_all, judge

SAID = Text("Said.", "Sagt.")
RULE = Rule(
    id="content-picture-alt",
    document=object,
    each=lambda model: (),
    expects=lambda target: passed(),
    meets=("WCAG 1.1.1",),
    title=SAID,
    why=SAID,
    who=(People.EVERYONE,),
    fix=Fix(SAID),
    messages={"missing": SAID},
    options={},
    was=("old-picture-alt",),
)
CLAUSES = ("WCAG 1.1.1", "EN 301 549 10.1.1.1")
REQUIRED = Ruleset("r", SAID, requires=("WCAG 1.1.1",))
ADVICE = Ruleset("a", SAID, advises=("*",))
QUESTION = ask("says-it", yes=passed(), no=failed("wrong"))
TODAY = datetime.date(2026, 11, 22)


def judged(outcome: Outcome, ruleset: Ruleset = REQUIRED, decisions: Decisions | None = None) -> Judgement:
    finding = Finding(RULE.id, Where(anchor="a"), outcome)
    return judge(finding, "dir/invite.pdf", RULE, CLAUSES, ruleset, decisions or Decisions())


def verdict(outcome: Outcome, ruleset: Ruleset = REQUIRED, decisions: Decisions | None = None) -> Verdict:
    return decide([judged(outcome, ruleset, decisions)], 1, None)


def key_of(outcome: Outcome) -> str:
    return Finding(RULE.id, Where(anchor="a"), outcome).key


def test_exit_codes_are_those_that_are_documented() -> None:
    assert EXIT_CODES == {Verdict.PASS: 0, Verdict.FAIL: 1, Verdict.UNDECIDED: 3}


def test_verdicts_are_written_as_other_programs_read_them() -> None:
    assert [str(each) for each in Verdict] == ["pass", "fail", "undecided"]


def test_a_failure_of_something_required_fails() -> None:
    assert verdict(failed("missing")) is Verdict.FAIL


def test_a_failure_of_advice_passes() -> None:
    assert verdict(failed("missing"), ADVICE) is Verdict.PASS
    assert judged(failed("missing"), ADVICE).is_advice


def test_nothing_found_passes_only_when_something_was_asked() -> None:
    assert decide([], 1, None) is Verdict.PASS
    assert decide([], 0, None) is Verdict.UNDECIDED


def test_trouble_is_undecided_and_a_failure_found_before_it_still_fails() -> None:
    assert decide([], 3, Trouble("broken")) is Verdict.UNDECIDED
    assert decide([judged(failed("missing"))], 3, Trouble("timed-out")) is Verdict.FAIL


def test_what_could_not_be_told_is_undecided_when_required() -> None:
    assert verdict(cannot_tell("rule-broke", error="x")) is Verdict.UNDECIDED
    assert verdict(cannot_tell("rule-broke", error="x"), ADVICE) is Verdict.PASS


def test_a_question_blocks_only_where_it_must_be_answered() -> None:
    must = Ruleset("m", SAID, requires=("WCAG *",), must_answer=("content-*",))
    must_but_advice = Ruleset("m", SAID, advises=("*",), must_answer=("content-*",))
    assert verdict(QUESTION) is Verdict.PASS
    assert verdict(QUESTION, must) is Verdict.UNDECIDED
    assert verdict(QUESTION, must_but_advice) is Verdict.PASS
    assert judged(QUESTION, must).is_open_question


@pytest.mark.parametrize(("yes", "expected"), [(True, Verdict.PASS), (False, Verdict.FAIL)])
def test_an_answer_turns_a_question_into_its_future(yes: bool, expected: Verdict) -> None:
    answer = Answer(key_of(QUESTION), yes, "Ada", TODAY)
    judgement = judged(QUESTION, decisions=Decisions([answer]))
    assert decide([judgement], 1, None) is expected
    assert judgement.answer is answer
    assert not judgement.is_open_question


@pytest.mark.parametrize("must", [(), ("*",)])
def test_one_who_was_unsure_is_named_and_the_question_stays_open(must: tuple[str, ...]) -> None:
    ruleset = Ruleset("m", SAID, requires=("WCAG *",), must_answer=must)
    unsure = Answer(key_of(QUESTION), None, "Bo", TODAY)
    judgement = judged(QUESTION, ruleset, Decisions([unsure]))
    assert judgement.outcome == QUESTION
    assert judgement.is_open_question
    assert judgement.blocks is bool(must)
    assert (judgement.answer, judgement.unsure) == (None, unsure)


def test_nobody_is_unsure_of_what_is_no_question() -> None:
    unsure = Answer(key_of(failed("missing")), None, "Bo", TODAY)
    judgement = judged(failed("missing"), decisions=Decisions([unsure]))
    assert judgement.must_be_mended
    assert judgement.unsure is None


@pytest.mark.parametrize("yes", [True, False])
@pytest.mark.parametrize(
    "futures", [{"yes": passed()}, {"no": failed("wrong")}], ids=lambda given: str([*given])
)
def test_an_answer_to_half_a_question_changes_nothing(futures: dict[str, Outcome], yes: bool) -> None:
    half = Outcome(Status.CANNOT_TELL, "says-it", {}, **futures)
    judgement = judged(half, decisions=Decisions([Answer(key_of(half), yes, "Ada", TODAY)]))
    assert judgement.outcome == half
    assert judgement.answer is None


def test_an_answer_to_another_key_changes_nothing() -> None:
    must = Ruleset("m", SAID, requires=("WCAG *",), must_answer=("*",))
    other = Answer("0" * 16, True, "Ada", TODAY)
    assert verdict(QUESTION, must, Decisions([other])) is Verdict.UNDECIDED


def test_an_answer_cannot_turn_a_failure_into_a_pass() -> None:
    answer = Answer(key_of(failed("missing")), True, "Ada", TODAY)
    judgement = judged(failed("missing"), decisions=Decisions([answer]))
    assert judgement.must_be_mended
    assert judgement.answer is None


def waiver(**changes: object) -> Waiver:
    given = {"reason": "Being redrawn", "by": "Ada", "until": TODAY, "rule": RULE.id, **changes}
    return Waiver(**given)  # type: ignore[arg-type]


def with_waiver(**changes: object) -> Decisions:
    return Decisions(waivers=[waiver(**changes)], today=TODAY)


def test_a_waiver_holds_through_its_last_day() -> None:
    assert verdict(failed("missing"), decisions=with_waiver()) is Verdict.PASS
    yesterday = TODAY - datetime.timedelta(days=1)
    assert verdict(failed("missing"), decisions=with_waiver(until=yesterday)) is Verdict.FAIL


def test_a_waiver_covers_only_what_it_names() -> None:
    other_rule = with_waiver(rule="content-title")
    other_finding = with_waiver(finding="0123456")
    other_source = with_waiver(source="*.docx")
    for decisions in (other_rule, other_finding, other_source):
        assert verdict(failed("missing"), decisions=decisions) is Verdict.FAIL


@pytest.mark.parametrize(
    "changes",
    [
        {"rule": "", "finding": key_of(failed("missing"))[:6]},
        {"finding": key_of(failed("missing"))},
        {"rule": "old-picture-alt"},
        {"source": "invite.pdf"},
        {"source": "dir/*.pdf"},
    ],
)
def test_the_ways_to_name_what_a_waiver_covers(changes: dict[str, str]) -> None:
    assert verdict(failed("missing"), decisions=with_waiver(**changes)) is Verdict.PASS


def test_a_waiver_that_names_a_finding_needs_no_rule() -> None:
    named = Waiver("r", "Ada", TODAY, finding=key_of(failed("missing")))
    decisions = Decisions(waivers=[named], today=TODAY)
    assert verdict(failed("missing"), decisions=decisions) is Verdict.PASS
    assert verdict(failed("other"), decisions=decisions) is Verdict.FAIL


def test_a_waiver_that_has_run_out_does_not_hide_one_that_holds() -> None:
    over = waiver(until=TODAY - datetime.timedelta(days=1))
    assert (
        judged(failed("missing"), decisions=Decisions(waivers=[over, waiver()], today=TODAY)).waiver
        == waiver()
    )


def test_a_waived_finding_is_kept_with_its_waiver() -> None:
    judgement = judged(failed("missing"), decisions=with_waiver())
    assert judgement.waiver == waiver()
    assert not judgement.must_be_mended
    assert judgement.outcome == failed("missing")


def test_a_waiver_closes_a_question_that_must_be_answered() -> None:
    must = Ruleset("m", SAID, requires=("WCAG *",), must_answer=("*",))
    judgement = judged(QUESTION, must, with_waiver())
    assert not judgement.is_open_question
    assert decide([judgement], 1, None) is Verdict.PASS


@pytest.mark.parametrize("waived", [None, "waived"])
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize(
    "outcome", [passed(), failed("missing"), cannot_tell("rule-broke", error="x"), QUESTION]
)
def test_a_failure_is_to_be_mended_or_advice_by_its_level_alone(
    outcome: Outcome, level: Level, waived: str | None
) -> None:
    finding = Finding(RULE.id, Where(anchor="a"), outcome)
    judgement = Judgement(finding, RULE, CLAUSES, level, outcome, waiver=waiver() if waived else None)
    counts = outcome == failed("missing") and not waived
    assert judgement.must_be_mended is (counts and level is Level.REQUIRED)
    assert judgement.is_advice is (counts and level is Level.ADVICE)
    assert judgement.is_open_question is (outcome == QUESTION and not waived)
    assert not judgement.blocks


def test_a_waiver_also_covers_what_could_not_be_told() -> None:
    assert verdict(cannot_tell("rule-broke", error="x"), decisions=with_waiver()) is Verdict.PASS


@pytest.mark.parametrize(
    ("ruleset", "level"),
    [
        (Ruleset("x", SAID), Level.OFF),
        (Ruleset("x", SAID, requires=("WCAG 1.1.1",)), Level.REQUIRED),
        (Ruleset("x", SAID, requires=("EN 301 549 10.*",)), Level.REQUIRED),
        (Ruleset("x", SAID, requires=("WCAG 1.1.1",), advises=("*",)), Level.REQUIRED),
        (Ruleset("x", SAID, advises=("content-*",)), Level.ADVICE),
        (Ruleset("x", SAID, requires=("WCAG *",), off=("content-picture-alt",)), Level.OFF),
        (Ruleset("x", SAID, requires=("WCAG *",), ignore=("WCAG 1.1.*",)), Level.OFF),
        (Ruleset("x", SAID, select=("content-picture-alt",)), Level.REQUIRED),
        (Ruleset("x", SAID, select=("old-picture-alt",)), Level.REQUIRED),
        (Ruleset("x", SAID, off=("*",), select=("WCAG 1.1.1",)), Level.REQUIRED),
        (Ruleset("x", SAID, requires=("WCAG *",), select=("WCAG 2.*",)), Level.OFF),
        (Ruleset("x", SAID, requires=("WCAG *",), select=()), Level.OFF),
        (Ruleset("x", SAID, select=("WCAG 1.1.1",), ignore=("content-*",)), Level.OFF),
    ],
)
def test_level(ruleset: Ruleset, level: Level) -> None:
    assert ruleset.level(RULE, CLAUSES) is level


@pytest.mark.parametrize(
    ("changes", "off"),
    [
        ({}, False),
        ({"off": ("pdfua*",)}, True),
        ({"off": ("pdfua1-*",)}, True),
        ({"off": ("pdfua1-tag-*",)}, False),
        ({"off": ("pdf-*",)}, False),
        ({"off": ("pdfua1?",)}, False),
        ({"off": ("pdfua1-",)}, False),
        ({"off": ("PDF/UA-1 *",)}, False),
        ({"ignore": ("*",)}, True),
        ({"off": ("pdfua*",), "select": ("PDF/UA-1 7.1-3",)}, False),
        ({"select": ("PDF/UA-1 7.1-3",), "ignore": ("pdfua*",)}, True),
    ],
)
def test_rules_are_left_unimported_only_where_all_are_off(
    changes: dict[str, tuple[str, ...]], off: bool
) -> None:
    assert Ruleset("x", SAID, requires=("*",), **changes).turns_off_all("pdfua1-") is off  # type: ignore[arg-type]


def test_the_worst_verdict_is_the_meetings() -> None:
    for verdicts in product(Verdict, repeat=3):
        whole = decide_all(verdicts)
        if Verdict.FAIL in verdicts:
            assert whole is Verdict.FAIL
        elif Verdict.UNDECIDED in verdicts:
            assert whole is Verdict.UNDECIDED
        else:
            assert whole is Verdict.PASS


def test_no_document_is_no_pass() -> None:
    assert decide_all([]) is Verdict.UNDECIDED
