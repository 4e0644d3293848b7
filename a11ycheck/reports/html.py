"""The report as one HTML file that stands by itself: no script, nothing fetched, whole when printed."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from a11ycheck.check import DocumentReport, Report
from a11ycheck.outcome import Text
from a11ycheck.reports.summary import Entry, Place, Summary
from a11ycheck.reports.words import (
    DOCUMENT,
    SIGNS,
    VERDICTS,
    WORDS,
    day,
    figure,
    joined,
    sentence,
    shortened,
    visible,
)
from a11ycheck.rule import PROGRAMS
from a11ycheck.ruleset import Level
from a11ycheck.standards import CRITERIA

SHOWS_PLACES = True
"""This report shows pictures of what was found."""
MOST_PLACES = 200
"""Places listed in one entry."""
MOST_PLACES_IN_ALL = 5_000
"""Places listed in one report, so that it opens in any browser; the JSON report has them all."""
PLACES_SHOWN = 5
"""Places shown before the rest, which is folded."""
MOST_PICTURES = 80
"""Pictures in one report, some 3 MB at most."""
LONGEST_LINK = 100

PAGE_WORDS = {
    "what_was_checked": Text("About the check", "Om kontrollen"),
    "each": Text("Document by document", "Dokument för dokument"),
    "about_document": Text("About the document", "Om dokumentet"),
    "document": Text("Document", "Dokument"),
    "verdict": Text("Verdict", "Utslag"),
    "todo": Text("To do", "Att göra"),
    "one_verdict_each": Text("One verdict for each document", "Ett utslag för varje dokument"),
    "nothing_to_do": Text("nothing", "inget"),
    "for_developers": Text(
        "For developers: rule, clauses and keys", "För den som utvecklar: regel, kravpunkter och nycklar"
    ),
    "clauses": Text("Clauses", "Kravpunkter"),
    "keys": Text("Keys", "Nycklar"),
    "to_mend": Text("To mend", "Måste rättas"),
    "asked": Text("Questions", "Frågor"),
    "in_program": Text("In", "I"),
    "title": Text("Title", "Titel"),
    "pages": Text("Pages", "Sidor"),
    "made_with": Text("Made with", "Gjort i"),
    "nothing": Text("Nothing was found in this document.", "Inget har hittats i det här dokumentet."),
    "for_developers_run": Text(
        "For developers: versions and rules", "För den som utvecklar: versioner och regler"
    ),
    "ruleset": Text("Ruleset", "Kravlista"),
    "versions": Text("Versions", "Versioner"),
    "level": Text("Level", "Nivå"),
    "rules_put": Text(
        "The rules that were put, with the number of targets", "Reglerna som prövades, med antal ställen"
    ),
    "passed": Text("Passed", "Godkända"),
    "failed": Text("Failed", "Underkända"),
    "cannot_tell": Text("Cannot tell", "Oavgjorda"),
    "picture_of_place": Text("A piece of the page", "Ett utsnitt av sidan"),
    "required": Text("required", "krav"),
    "advice_level": Text("advice", "råd"),
}
WORDS_HERE = {**WORDS, **PAGE_WORDS}


def write(report: Report, language: str) -> str:
    """Return the report as an HTML document in ``language``."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    page = _Page(Summary(report, language))
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Whatever a document says goes through here, so nothing in it can turn the page around.
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    template = environment.get_template("report.html.jinja")
    words = SimpleNamespace(**{name: text.say(language) for name, text in WORDS_HERE.items()})
    return template.render(page=page, summary=page.summary, w=words, language=language)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A line in the list of an entry's places, with the anchors of the findings that it stands for."""

    said: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture of one of an entry's places: its address, size in pixels, where in it the place is (as CSS), and what
    it shows in words."""

    address: str
    width: int
    height: int
    mark: str
    caption: str


@dataclass(frozen=True)
class _Shown:
    """An entry with all that the page tells of it."""

    anchor: str
    heading: str
    title: str
    extent: str
    why: str
    picture: _Picture | None
    shown: Sequence[_Listed]
    folded: Sequence[_Listed]
    more: str
    left_out: str
    who: str
    bad_answer: str
    fix: str
    paste: str
    paste_language: str
    own_steps: dict[str, str]
    other_steps: dict[str, str]
    other_programs: str
    rule: str
    clauses: str
    keys: Sequence[str]
    keys_left_out: int


class _Page:
    """What the template asks for, beside the summary itself."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        self.say = summary.say
        self._anchors: set[str] = set()
        self._entry_anchors: dict[int, str] = {}
        self._room = MOST_PLACES_IN_ALL
        self._pictures = 0
        # In the order of the page, so that what must be mended gets its places listed first.
        self.mend = self._shown(summary.mend)
        self.must_answer = self._shown(summary.must_answer)
        self.may_answer = self._shown(summary.may_answer)
        self.untold = self._shown(summary.untold)
        self.advice = self._shown(summary.advice)

    @property
    def sign(self) -> str:
        return SIGNS[self.summary.report.verdict]

    @property
    def verdict(self) -> str:
        return self.summary.report.verdict.value

    @property
    def checked_on(self) -> str:
        checked_on = self.summary.report.checked_on
        return day(checked_on, self.summary.language) if checked_on else ""

    @property
    def ruleset(self) -> str:
        return self.say(self.summary.report.ruleset.title)

    @property
    def notes(self) -> list[str]:
        return [self.say(note) for note in self.summary.report.notes]

    def figure(self, number: int) -> str:
        return figure(number, self.summary.language)

    def reasons(self) -> list[tuple[str, str, str, list[str], str]]:
        """Why documents could not be checked: how many, the reason, its technical part, the documents, how
        many of them are left out."""
        return [
            (
                sentence(self.summary.count(len(parts), DOCUMENT)).removesuffix("."),
                reason,
                detail,
                [self.summary.name(part) for part in parts[:MOST_PLACES]],
                self._left_out(len(parts)),
            )
            for reason, detail, parts in self.summary.reasons()
        ]

    def decisions(self) -> tuple[list[str], str]:
        lines = self.summary.decisions()
        return lines[:MOST_PLACES], self._left_out(len(lines))

    def _shown(self, entries: Iterable[Entry]) -> list[_Shown]:
        return [self._show(entry) for entry in entries]

    def _show(self, entry: Entry) -> _Shown:
        anchor = self._new_anchor(entry.places[0]) or f"entry-{len(self._anchors)}"
        self._entry_anchors[id(entry)] = anchor
        room = max(1, min(MOST_PLACES, self._room))
        lines = self.summary.listed(entry)
        listed = [_Listed(said, self._new_anchors(places)) for said, places in lines[:room]]
        self._room -= len(listed)
        left_out = sum(len(places) for _, places in lines[room:])
        own, other = self.summary.steps(entry)
        paste, paste_language = self.summary.paste(entry)
        return _Shown(
            anchor=anchor,
            heading=self.summary.heading(entry).removesuffix("."),
            title=self.say(entry.rule.title),
            extent=self.summary.extent(entry),
            why=self.say(entry.rule.why),
            picture=self._picture(entry),
            shown=listed[:PLACES_SHOWN],
            folded=listed[PLACES_SHOWN:],
            more=self._more(sum(len(places) for _, places in lines[PLACES_SHOWN:])),
            left_out=self._left_out(left_out, 0),
            who=self.summary.who(entry),
            bad_answer=self.say(WORDS[entry.bad_answer]),
            fix=self.say(entry.rule.fix.general),
            paste=paste,
            paste_language=paste_language,
            own_steps=own,
            other_steps=other,
            other_programs=self._step_by_step(other),
            rule=entry.rule.id,
            clauses=", ".join(map(self._clause, entry.clauses)),
            keys=entry.keys[:room],
            keys_left_out=max(0, len(entry.keys) - room),
        )

    def _picture(self, entry: Entry) -> _Picture | None:
        """A picture of the first of its places that has one."""
        for place in entry.places:
            crop = place.document.crops.get(place.key)
            if crop is None or self._pictures == MOST_PICTURES:
                continue
            self._pictures += 1
            left, top, right, bottom = (
                f"{part:.1%}" for part in (*crop.mark[:2], 1 - crop.mark[2], 1 - crop.mark[3])
            )
            caption = Text("{place}: the frame shows where", "{place}: ramen visar var")
            return _Picture(
                f"data:{crop.media_type};base64,{base64.b64encode(crop.data).decode('ascii')}",
                crop.width,
                crop.height,
                f"inset: {top} {right} {bottom} {left}",
                self.say(caption, place=self.summary.place(place)),
            )
        return None

    def _more(self, number: int) -> str:
        if number == 1:
            return self.say(Text("One more place", "Ett ställe till"))
        return self.say(Text("{number} more places", "{number} ställen till"), number=number)

    def _left_out(self, number: int, listed: int = MOST_PLACES) -> str:
        if number <= listed:
            return ""
        more = Text(
            "and {number} more; all of them are in the JSON report",
            "och {number} till; alla finns i JSON-rapporten",
        )
        return self.say(more, number=number - listed)

    def _step_by_step(self, steps: dict[str, str]) -> str:
        programs = joined(list(steps), self.summary.language)
        return self.say(Text("Step by step in {programs}", "Steg för steg i {programs}"), programs=programs)

    def _new_anchor(self, place: Place) -> str:
        """The anchor of a finding, rule and key; empty when it is taken: the same thing has the same key."""
        anchor = f"{place.judgement.rule.id}-{place.key}"
        if anchor in self._anchors:
            return ""
        self._anchors.add(anchor)
        return anchor

    def _new_anchors(self, places: Iterable[Place]) -> tuple[str, ...]:
        return tuple(filter(None, map(self._new_anchor, places)))

    def _clause(self, clause: str) -> str:
        standard, _, number = clause.partition(" ")
        criterion = CRITERIA.get(number) if standard == "WCAG" else None
        return f"{clause} {self.say(criterion.title)} ({criterion.level})" if criterion else clause

    def rows(self) -> list[dict[str, str]]:
        """The documents, one row each; ``anchor`` is empty for one that has nothing more to tell."""
        return [
            {
                "anchor": self._section_anchor(number, part),
                "name": self.summary.name(part),
                "verdict": part.verdict.value,
                "sign": SIGNS[part.verdict],
                "word": self.say(VERDICTS[part.verdict]),
                "todo": self.summary.todo(part),
            }
            for number, part in enumerate(self.summary.report.all_parts(), 1)
        ]

    def _section_anchor(self, number: int, part: DocumentReport) -> str:
        return f"document-{number}" if part.trouble is None or self.summary.told(part) else ""

    def sections(self) -> list[dict[str, Any]]:
        """Each document with its facts, and with links to what was found in it; one alone needs no links."""
        return [
            {
                **row,
                "facts": self._facts(part),
                "checks": self._checks(part),
                "told": self._told(part) if self.summary.is_meeting else [],
                "nothing": not self.summary.told(part),
            }
            for row, part in zip(self.rows(), self.summary.report.all_parts(), strict=True)
            if row["anchor"]
        ]

    def _told(self, part: DocumentReport) -> list[tuple[str, list[tuple[str, str, str]]]]:
        links = [(heading, self._links(part, name)) for heading, name in self._told_parts()]
        return [(heading, found) for heading, found in links if found]

    def _told_parts(self) -> list[tuple[str, str]]:
        headings = (
            ("to_mend", "mend"),
            ("asked", "questions"),
            ("unchecked", "unchecked"),
            ("advice", "advice"),
        )
        return [(self.say(WORDS_HERE[word]), name) for word, name in headings]

    def _links(self, part: DocumentReport, name: str) -> list[tuple[str, str, str]]:
        """The entries of one part that this document has places in: anchor, heading, how many places."""
        return [
            (
                self._entry_anchors[id(told.entry)],
                shortened(self.summary.heading(here).removesuffix("."), LONGEST_LINK),
                self.summary.extent(here),
            )
            for told in self.summary.told(part)
            if told.part == name
            for here in [replace(told.entry, places=told.places)]
        ]

    def _facts(self, part: DocumentReport) -> list[tuple[str, str]]:
        facts = part.facts
        if facts is None:
            return []
        told = {
            "title": shortened(facts.title),
            "pages": f"{facts.pages}" if facts.pages else "",
            "made_with": PROGRAMS.get(facts.program, ""),
        }
        return [(self.say(PAGE_WORDS[name]), said) for name, said in told.items() if said]

    def _checks(self, part: DocumentReport) -> str:
        """How many rules had something to be put to in the document, and how many of them found no fault."""
        applied = [put for put in part.rules if put.count.passed or put.count.failed or put.count.cannot_tell]
        clean = sum(not put.count.failed and not put.count.cannot_tell for put in applied)
        if not applied:
            return ""
        said = Text(
            "Checks that applied: {applied}. Without remark: {clean}.",
            "Kontroller som gällde dokumentet: {applied}. Utan anmärkning: {clean}.",
        )
        return self.say(said, applied=len(applied), clean=clean)

    @cached_property
    def versions(self) -> list[tuple[str, str]]:
        return list(self.summary.report.versions().items())

    def rules(self) -> list[tuple[str, str, int, int, int]]:
        """The rules that were put, with their targets: id, level, passed, failed, cannot tell."""
        levels: dict[str, Level] = {}
        tally: Counter[tuple[str, str]] = Counter()
        for part in self.summary.report.all_parts():
            for put in part.rules:
                levels.setdefault(put.id, put.level)
                tally[put.id, "passed"] += put.count.passed
                tally[put.id, "failed"] += put.count.failed
                tally[put.id, "cannot_tell"] += put.count.cannot_tell
        required, advice = PAGE_WORDS["required"], PAGE_WORDS["advice_level"]
        return [
            (
                rule_id,
                self.say(required if level is Level.REQUIRED else advice),
                tally[rule_id, "passed"],
                tally[rule_id, "failed"],
                tally[rule_id, "cannot_tell"],
            )
            for rule_id, level in sorted(levels.items())
        ]
