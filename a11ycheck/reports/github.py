"""The report as workflow commands of GitHub Actions, which show them as annotations of the run and the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from a11ycheck.check import DocumentReport, Report
from a11ycheck.outcome import Status
from a11ycheck.reports.for_programs import MORE, Files, kept, path_here
from a11ycheck.reports.summary import Entry, Place, Summary, where_said
from a11ycheck.reports.words import VERDICTS, shortened, visible
from a11ycheck.verdict import Verdict

MOST_SHOWN = 10
"""Annotations of each level that GitHub shows for one step; it drops further ones without a word."""
MOST_PLACES = 5

LEVELS = {Verdict.FAIL: "error", Verdict.UNDECIDED: "warning", Verdict.PASS: "notice"}


class Annotation(NamedTuple):
    """An annotation; ``level`` is “error”, “warning” or “notice”, and ``file`` empty for one of the run as a whole."""

    level: str
    file: str
    title: str
    said: str

    def written(self) -> str:
        given = {"file": self.file, "title": visible(self.title)}
        properties = ",".join(f"{name}={_property(value)}" for name, value in given.items() if value)
        return f"::{self.level} {properties}::{_data(self.said)}"


def write(report: Report, language: str) -> str:
    """Return the verdict and what is behind it, one command a line, at most ten of each level."""
    summary = Summary(report, language)
    verdict = Annotation(
        LEVELS[report.verdict],
        "",
        VERDICTS[report.verdict].say(language),
        f"{summary.title}: {' '.join(summary.sentences())}",
    )
    found = [verdict, *_annotations(summary)]
    lines: list[str] = []
    for level in ("error", "warning", "notice"):
        here = [annotation for annotation in found if annotation.level == level]
        if len(here) > MOST_SHOWN:
            more = len(here) - MOST_SHOWN + 1
            said = MORE.say(language, {"number": more})
            here = [*here[: MOST_SHOWN - 1], Annotation(level, "", "a11ycheck", said)]
        lines += [annotation.written() for annotation in here]
    return "\n".join(lines) + "\n"


def _annotations(summary: Summary) -> Iterator[Annotation]:
    """What must be mended first; one annotation for each entry in each document."""
    files = Files(summary.report)
    yield from _of(summary, files, summary.mend, "error")
    for part in (*summary.troubled, *summary.unasked):
        said = part.trouble.say(summary.language) if part.trouble else summary.say("no_rules")
        told = f"{summary.name(part)}: {said}"
        yield Annotation("warning", _file(files, part), summary.say("unchecked"), told)
    yield from _of(summary, files, summary.must_answer, "warning")
    untold = [(entry, any(place.judgement.blocks for place in entry.places)) for entry in summary.untold]
    yield from _of(summary, files, (entry for entry, blocks in untold if blocks), "warning")
    yield from _of(summary, files, (entry for entry, blocks in untold if not blocks), "notice")
    yield from _of(summary, files, (*summary.may_answer, *summary.advice), "notice")


def _of(summary: Summary, files: Files, entries: Iterable[Entry], level: str) -> Iterator[Annotation]:
    for entry in entries:
        by_document: dict[int, list[Place]] = {}
        for place in entry.places:
            by_document.setdefault(id(place.document), []).append(place)
        for places in by_document.values():
            here = Entry(entry.rule, tuple(places), entry.alike)
            title = shortened(summary.heading(here))
            yield Annotation(level, _file(files, places[0].document, places[0]), title, _said(summary, here))


def _said(summary: Summary, entry: Entry) -> str:
    """Where it is, and how to mend it; the title says what it is."""
    language, outcome = summary.language, entry.places[0].judgement.outcome
    shown = [
        where_said(place.judgement.finding.where, language) or summary.say("whole_document")
        for place in entry.places[:MOST_PLACES]
    ]
    if len(entry.places) > MOST_PLACES:
        shown.append(MORE.say(language, {"number": len(entry.places) - MOST_PLACES}))
    lines = [f"{summary.say('where')}: {'; '.join(shown)}"]
    if outcome.status is Status.FAILED:
        lines.append(f"{summary.say('how')}: {entry.rule.fix.general.say(language)}")
    lines += [f"{label}: {told}" for label, told in summary.beside(entry)]
    lines.append(f"{entry.rule.id} · {entry.keys[0]}")
    return "\n".join(visible(line) for line in lines)


def _file(files: Files, part: DocumentReport, place: Place | None = None) -> str:
    """The path as the repository has it; nothing for what lies outside the working folder or on the web."""
    name = files.name(part, place.judgement if place else None)
    return visible(path_here(kept(name))) if name else ""


def _data(text: str) -> str:
    """Escape as the runner reads it back (actions/runner, ActionCommand)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
