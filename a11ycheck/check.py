"""The line, from inputs to verdict: start reading here.

inputs → sources → jobs → (fence: open, model, rules) → findings and facts → the meeting → judgements → verdict → report
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from a11ycheck import __version__, sources
from a11ycheck.documents.facts import Facts
from a11ycheck.documents.meeting.model import MeetingDocument
from a11ycheck.documents.meeting.open import write_meeting
from a11ycheck.executors import Executor, Fenced
from a11ycheck.job import Count, Job, Result
from a11ycheck.outcome import Text
from a11ycheck.registry import kind, plugins, rules_for
from a11ycheck.rule import Rule
from a11ycheck.ruleset import Level, Ruleset
from a11ycheck.sources import Source
from a11ycheck.standards import with_en_301_549
from a11ycheck.trouble import Trouble
from a11ycheck.verdict import Decisions, Judgement, Verdict, decide, decide_all, judge

MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class RulePut:
    """A rule that was put to a document: what it meets there, how much it weighs, and how its targets came out."""

    rule: Rule
    clauses: tuple[str, ...]
    level: Level
    count: Count


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document: its verdict, why it could not be checked if it could not, and everything that was found."""

    source: Source
    verdict: Verdict
    trouble: Trouble | None = None
    rules: tuple[RulePut, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    facts: Facts | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One run: the verdict on the meeting and on each of its documents.

    ``meeting`` holds what the rules about the meeting as a whole found; None when none was put. ``notes`` are things
    to know about the run itself, such as a waiver that has run out.
    """

    verdict: Verdict
    ruleset: Ruleset
    documents: tuple[DocumentReport, ...]
    meeting: DocumentReport | None = None
    versions: dict[str, str] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()
    checked_on: datetime.date | None = None

    def all_parts(self) -> tuple[DocumentReport, ...]:
        """The documents, and the meeting as a whole where rules were put to it."""
        return (*self.documents, self.meeting) if self.meeting else self.documents


Progress = Callable[[int, int, str], None]
"""Called with documents done, documents known so far, and the name of the one just done."""


def check(
    inputs: Iterable[str],
    ruleset: Ruleset,
    *,
    decisions: Decisions | None = None,
    executor: Executor | None = None,
    progress: Progress = lambda done, known, name: None,
) -> Report:
    """Check files and folders as one meeting. Raises ``ConfigError`` for options that the ruleset gets wrong."""
    decisions = decisions or Decisions()
    runner = executor or Fenced()
    try:
        documents = _check_documents(sources.expand(inputs), ruleset, decisions, runner, progress)
        meeting = _check_meeting(documents, ruleset, decisions, runner)
    finally:
        if executor is None:
            runner.close()
    parts = [*documents, meeting] if meeting else documents
    return Report(
        verdict=decide_all(part.verdict for part in parts),
        ruleset=ruleset,
        documents=tuple(documents),
        meeting=meeting,
        versions=versions(),
        notes=tuple(_notes(decisions)),
        checked_on=decisions.today,
    )


def _check_documents(
    waiting: Sequence[Source], ruleset: Ruleset, decisions: Decisions, executor: Executor, progress: Progress
) -> list[DocumentReport]:
    """Check the documents, then those found inside them, and so on."""
    reports: list[DocumentReport] = []
    room = sources.MOST_FOUND_INSIDE
    while waiting:
        found_inside: list[Source] = []
        for source, result in _run(waiting, ruleset, executor):
            reports.append(_judged(source, result, ruleset, decisions))
            found_inside.extend(sources.inside(source, result.found, room - len(found_inside)))
            progress(len(reports), len(reports) + len(waiting) + len(found_inside), source.name)
        room -= len(found_inside)
        waiting = found_inside
    return reports


def _run(waiting: Sequence[Source], ruleset: Ruleset, executor: Executor) -> Iterator[tuple[Source, Result]]:
    results = executor.run([_job(source, ruleset) for source in waiting if source.trouble is None])
    for source in waiting:
        yield source, next(results) if source.trouble is None else Result(trouble=source.trouble)


def _job(source: Source, ruleset: Ruleset) -> Job:
    return Job(source.name, source.kind, _rules_put(source.kind, ruleset), source.path, source.data)


def _rules_put(kind_name: str, ruleset: Ruleset) -> dict[str, Mapping[str, Any]]:
    """The rules that this ruleset puts to this kind of document, with their options."""
    return {
        rule_id: ruleset.options_of(rule)
        for rule_id, rule in rules_for(kind_name, ruleset.turns_off_all).items()
        if ruleset.level(rule, clauses_of(rule, kind_name)) is not Level.OFF
    }


def clauses_of(rule: Rule, kind_name: str) -> tuple[str, ...]:
    """The clauses that a rule meets when it is put to this kind of document."""
    return with_en_301_549(rule.meets, kind(kind_name).en_301_549_chapter)


def _judged(source: Source, result: Result, ruleset: Ruleset, decisions: Decisions) -> DocumentReport:
    rules = rules_for(source.kind, ruleset.turns_off_all) if source.kind else {}
    put = {
        rule_id: RulePut(rule, clauses, ruleset.level(rule, clauses), count)
        for rule_id, count in result.counts.items()
        for rule in [rules[rule_id]]
        for clauses in [clauses_of(rule, source.kind)]
    }
    judgements = tuple(
        judge(finding, source.name, put[finding.rule].rule, put[finding.rule].clauses, ruleset, decisions)
        for finding in result.findings
        if finding.rule in put
    )
    verdict = decide(judgements, len(put), result.trouble)
    return DocumentReport(source, verdict, result.trouble, tuple(put.values()), judgements, result.facts)


def _check_meeting(
    documents: Sequence[DocumentReport], ruleset: Ruleset, decisions: Decisions, executor: Executor
) -> DocumentReport | None:
    """Put the rules about the meeting to the facts of its documents; one document alone is no meeting."""
    known = [
        MeetingDocument(report.source.name, report.source.kind, report.facts)
        for report in documents
        if report.facts is not None
    ]
    if len(known) < 2 or not _rules_put(MEETING, ruleset):
        return None
    source = Source(MEETING, MEETING, data=write_meeting(known))
    (result,) = executor.run([_job(source, ruleset)])
    return _judged(source, result, ruleset, decisions)


def _notes(decisions: Decisions) -> Iterator[Text]:
    for waiver in decisions.waivers:
        if waiver.has_run_out(decisions.today):
            what, until = waiver.rule or waiver.finding, waiver.until.isoformat()
            yield Text(
                f"The waiver for {what} by {waiver.by} ran out on {until} and no longer counts.",
                f"Undantaget för {what} av {waiver.by} gick ut {until} och gäller inte längre.",
            )


def versions() -> dict[str, str]:
    """The versions that a result depends on: ours, the plugins', the parsers' and Python's."""
    found = {"a11ycheck": __version__, "python": sys.version.split()[0]}
    for engine in ENGINES:
        with suppress(PackageNotFoundError):
            found[engine] = version(engine)
    return found | plugins()


ENGINES = ("pikepdf", "pdfminer.six", "pypdfium2", "fonttools", "zxing-cpp")
