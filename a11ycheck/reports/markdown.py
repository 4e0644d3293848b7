"""The report as a summary in Markdown, for a pull request: verdict, what to mend first, documents, the rest folded.

It fits in a comment on GitHub (65,536 characters).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from a11ycheck.check import Report
from a11ycheck.outcome import Status, Text
from a11ycheck.reports.for_programs import MORE, that_fit
from a11ycheck.reports.summary import Entry, Summary
from a11ycheck.reports.words import HOW_IN, SIGNS, VERDICTS, figure, shortened, visible

ROOM = 40_000
"""Bytes for the entries and the table; with headings and the first entries it stays under what a comment holds."""
MOST_FIRST = 5
MOST_PLACES = 3
MOST_DOCUMENTS = 100
LONGEST_TEXT = 300
LONGEST_BESIDE = 600
LONGEST_VERDICT = 1_500

_PUNCTUATION = re.compile(r"[\\`*_{}\[\]()#|~^]")
_BEGINS_A_LIST = re.compile(r"^\d{1,9}(?=\.)|^(?=[-+=])")
_LEADS_ELSEWHERE = re.compile(r"(?<=[@#!$%~])(?=\w)|(?<=//)(?=\w)|(?<=www)(?=\.)", re.IGNORECASE)


def write(report: Report, language: str) -> str:
    """Return the summary; nothing that a document says can become markup, a link or a mention in it."""
    summary = Summary(report, language)
    return "\n".join(_lines(summary)) + "\n"


def text(said: str, longest: int = LONGEST_TEXT) -> str:
    """Return words of a document as Markdown that shows them and does nothing else.

    An empty comment keeps “@name” and “#12” from naming a person or an issue, and addresses from becoming links: a
    backslash does not, as they are looked for after it has gone.
    """
    cut = shortened(said, longest)
    escaped = _BEGINS_A_LIST.sub(r"\g<0>\\", _PUNCTUATION.sub(r"\\\g<0>", cut.strip()))
    without_markup = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LEADS_ELSEWHERE.sub("<!-- -->", without_markup)


def _lines(summary: Summary) -> Iterator[str]:
    verdict = VERDICTS[summary.report.verdict].say(summary.language)
    yield f"## {SIGNS[summary.report.verdict]} {verdict}: {text(summary.title)}"
    yield ""
    yield f"**{text(' '.join(summary.sentences()), LONGEST_VERDICT)}**"
    yield ""
    numbers = (f"{figure(number, summary.language)} {what}" for _, number, what in summary.numbers())
    yield text(" · ".join(numbers))
    for note in summary.report.notes[:MOST_FIRST]:
        yield ""
        yield f"> {text(note.say(summary.language))}"
    if summary.mend:
        yield ""
        yield f"### {summary.say('mend')}"
        yield ""
        for number, entry in enumerate(summary.mend[:MOST_FIRST], 1):
            yield from _entry(summary, entry, f"{number}. ")
    yield from _table(summary)
    yield from _folded_parts(summary)


def _entry(summary: Summary, entry: Entry, mark: str = "- ") -> Iterator[str]:
    """What is wrong, where, who is shut out and how to mend it."""
    before = " " * len(mark)
    extent = summary.extent(entry)
    yield f"{mark}**{text(summary.heading(entry))}**{f' ({text(extent)})' if extent else ''}"
    listed = [said for said, _ in summary.listed(entry)]
    where = "; ".join(map(text, listed[:MOST_PLACES])) + (" …" if len(listed) > MOST_PLACES else "")
    yield f"{before}- {summary.say('where')}: {where}"
    if entry.rule.who:
        yield f"{before}- {summary.say('concerns')}: {text(summary.who(entry))}"
    if entry.places[0].judgement.outcome.status is Status.FAILED:
        label, steps = _steps(summary, entry)
        yield f"{before}- {label}: {text(steps)}"
    for label, said in summary.beside(entry):
        yield f"{before}- {label}: {text(said, LONGEST_BESIDE)}"
    yield f"{before}- {summary.say('rule')}: `{visible(entry.rule.id)}` · `{entry.keys[0]}`"


def _steps(summary: Summary, entry: Entry) -> tuple[str, str]:
    """How to mend it in the program that made it, or else in general, with a label."""
    how, (own, _) = summary.say("how"), summary.steps(entry)
    for program, steps in own.items():
        return summary.say(HOW_IN, how=how, program=program), steps
    return how, entry.rule.fix.general.say(summary.language)


def _table(summary: Summary) -> Iterator[str]:
    parts = summary.report.all_parts()
    if not parts:
        return
    todo = summary.say(Text("To do", "Att göra"))
    verdict, document = summary.say(Text("Verdict", "Utslag")), summary.say(Text("Document", "Dokument"))
    yield from (
        "",
        f"### {summary.say('documents')}",
        "",
        f"| {verdict} | {document} | {todo} |",
        "|---|---|---|",
    )
    rows = (
        f"| {SIGNS[part.verdict]} {VERDICTS[part.verdict].say(summary.language)} "
        f"| {text(summary.name(part))} | {text(summary.todo(part)) or '–'} |"
        for part in parts[:MOST_DOCUMENTS]
    )
    fitting, left_out = that_fit(rows, ROOM // 2)
    yield from fitting
    if left_out := left_out + max(0, len(parts) - MOST_DOCUMENTS):
        yield f"| | {text(MORE.say(summary.language, {'number': left_out}))} | |"


def _folded_parts(summary: Summary) -> Iterator[str]:
    room = ROOM // 2
    parts: list[tuple[str, list[str]]] = [
        (summary.say("questions"), _entries(summary, (*summary.must_answer, *summary.may_answer))),
        (summary.say("unchecked"), [*_reasons(summary), *_entries(summary, summary.untold)]),
        (
            summary.say(Text("More that must be mended", "Mer som måste rättas")),
            _entries(summary, summary.mend[MOST_FIRST:]),
        ),
        (summary.say("advice"), _entries(summary, summary.advice)),
        (summary.say("decisions"), [f"- {text(line)}" for line in summary.decisions()]),
    ]
    for heading, items in parts:
        if not items:
            continue
        fitting, left_out = that_fit(items, room)
        room -= sum(len(item.encode()) + 2 for item in fitting)
        number = figure(len(items), summary.language)
        yield from ("", "<details>", f"<summary>{heading} ({number})</summary>", "", *fitting)
        if left_out:
            yield f"- {text(MORE.say(summary.language, {'number': left_out}))}"
        yield from ("", "</details>")


def _entries(summary: Summary, entries: Iterable[Entry]) -> list[str]:
    return ["\n".join(_entry(summary, entry)) for entry in entries]


def _reasons(summary: Summary) -> Iterator[str]:
    for reason, detail, parts in summary.reasons():
        names = "; ".join(text(summary.name(part)) for part in parts[:MOST_PLACES])
        more = " …" if len(parts) > MOST_PLACES else ""
        yield f"- {names}{more}: {text(reason)}{f' ({text(detail)})' if detail else ''}"
