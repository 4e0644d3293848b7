"""From findings to a verdict: levels, lowered by exemptions, then answers, then waivers; never a false pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from a11ycheck.decisions import Answer, Decisions, Waiver
from a11ycheck.exemptions import Exemption
from a11ycheck.job import Finding
from a11ycheck.outcome import Outcome, Status
from a11ycheck.rule import Rule
from a11ycheck.ruleset import Level, Ruleset
from a11ycheck.trouble import Trouble


class Verdict(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    UNDECIDED = "undecided"


EXIT_CODES = {Verdict.PASS: 0, Verdict.FAIL: 1, Verdict.UNDECIDED: 3}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding with what people and the ruleset say of it.

    ``outcome`` is the finding's own, or what an answer turned it into. ``blocks`` is true for a question that must be
    answered, and for anything required that could not be told: either keeps the verdict from being a pass.
    ``exemption`` is what made advice of something required. ``unsure`` is what someone said who could not answer: the
    question is still open.
    """

    finding: Finding
    rule: Rule
    clauses: tuple[str, ...]
    level: Level
    outcome: Outcome
    blocks: bool = False
    answer: Answer | None = None
    waiver: Waiver | None = None
    exemption: Exemption | None = None
    unsure: Answer | None = None

    @property
    def must_be_mended(self) -> bool:
        return self.outcome.status is Status.FAILED and self.level is Level.REQUIRED and self.waiver is None

    @property
    def is_open_question(self) -> bool:
        return self.outcome.is_question and self.waiver is None

    @property
    def is_advice(self) -> bool:
        return self.outcome.status is Status.FAILED and self.level is Level.ADVICE and self.waiver is None


def judge(
    finding: Finding,
    source: str,
    rule: Rule,
    clauses: tuple[str, ...],
    ruleset: Ruleset,
    decisions: Decisions,
    kind: str = "",
) -> Judgement:
    """Judge one finding of the document ``source``, which is of this kind."""
    level = ruleset.level(rule, clauses)
    exemption = ruleset.exemption_for(rule, clauses, source, kind, decisions.today)
    if exemption is not None:
        level = Level.ADVICE
    key = finding.key
    outcome, answer = finding.outcome, decisions.answer_to(key)
    unsure = decisions.unsure_of(key) if outcome.is_question else None
    if outcome.yes is not None and outcome.no is not None and answer is not None:
        outcome = outcome.yes if answer.yes else outcome.no
    else:
        answer = None
    waiver = decisions.waiver_for(rule, key, source)
    untold = outcome.status is Status.CANNOT_TELL and level is Level.REQUIRED and waiver is None
    blocks = untold and (not outcome.is_question or ruleset.blocks_until_answered(rule, clauses))
    return Judgement(finding, rule, clauses, level, outcome, blocks, answer, waiver, exemption, unsure)


def decide(judgements: Iterable[Judgement], rules_put: int, trouble: Trouble | None) -> Verdict:
    """The verdict on one document: what it failed, else what keeps it open, else a pass.

    ``rules_put``: how many rules were put to it; a document that nothing was asked of has not passed.
    """
    judged = list(judgements)
    if any(judgement.must_be_mended for judgement in judged):
        return Verdict.FAIL
    if trouble is not None or rules_put == 0 or any(judgement.blocks for judgement in judged):
        return Verdict.UNDECIDED
    return Verdict.PASS


def decide_all(verdicts: Iterable[Verdict]) -> Verdict:
    """One verdict of many: a failure fails, anything open leaves it open, and no document at all is no pass."""
    found = set(verdicts)
    if Verdict.FAIL in found:
        return Verdict.FAIL
    return Verdict.PASS if found == {Verdict.PASS} else Verdict.UNDECIDED
