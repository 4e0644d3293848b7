"""The report as one HTML file that stands by itself: no script, nothing fetched, whole when printed.

Both languages are in the file. A link leads from one to the other, and what its address points at is what is shown.
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from a11ycheck.check import DocumentReport, Report
from a11ycheck.documents.crop import Crop
from a11ycheck.outcome import Text
from a11ycheck.reports.doers import Doer, doers
from a11ycheck.reports.summary import Entry, Place, Summary, message, more_to_mend, tags_of
from a11ycheck.reports.words import (
    DOCUMENT,
    SIGNS,
    VERDICTS,
    WORDS,
    cut_at_word,
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
from a11ycheck.verdict import Verdict

SHOWS_PLACES = True
"""This report shows pictures of what was found."""
LANGUAGES = ("sv", "en")
MOST_PLACES = 200
"""Places listed in one entry."""
MOST_LISTED = 800_000
"""Bytes of places listed in one language, so that the file opens in any browser; the JSON report has them all."""
PLACES_SHOWN = 5
"""Places shown before the rest, which is folded."""
MOST_PICTURES = 1_500_000
"""Bytes of pictures in one report; written as text they take a third more."""
MOST_DOCUMENTS = 1_000
"""Documents in the table, those with the worst verdict first where there are more."""
MOST_SECTIONS = 200
"""Documents told one by one, and to choose among."""
MOST_LINKS = 20
"""Things that one document's section leads to, of each part."""
LONGEST_LINK = LONGEST_HEADING = 100
AROUND = 6
"""Pixels between a place and its frame."""
FRAME = 3
"""Pixels of a picture that its frame keeps off the edges."""
MOST_BESIDE = 640
"""Pixels; a picture that is wider has the page's width, as beside the text its words would be too small to read."""
MOST_BEGUN_WITH = 3
"""Things to mend that the verdict leads to."""
BYTES_OF_LINE = 80
"""What a line takes beside its words, and what each of its anchors takes."""

PAGE_WORDS = {
    "begin_with": Text("Begin with", "Börja med"),
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
    "elements": Text("Elements", "Element"),
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
    "choose": Text("Show only a part", "Visa bara en del"),
    "all_documents": Text("All documents", "Alla dokument"),
    "all_doers": Text("Everyone", "Alla"),
    "show_all": Text("Show all", "Visa allt"),
    "partly": Text(
        "Only a part is shown. The verdict and the numbers are about everything. A heading with nothing below has "
        "nothing in this part.",
        "Bara en del visas. Utslaget och siffrorna gäller allt. En rubrik utan något under har inget i den här "
        "delen.",
    ),
    "switch": Text("In English", "På svenska"),
    "required": Text("required", "krav"),
    "advice_level": Text("advice", "råd"),
}
WORDS_HERE = {**WORDS, **PAGE_WORDS}


_QUOTED = re.compile("([“”][^“”]+”)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")
_WORST_FIRST = (Verdict.FAIL, Verdict.UNDECIDED, Verdict.PASS)


def write(report: Report, language: str) -> str:
    """Return the report as an HTML document that opens in ``language``, with the other language in it too."""
    return rendered(report, (language, *(other for other in LANGUAGES if other != language)))


def rendered(
    report: Report,
    languages: Sequence[str],
    *,
    page: str = "report.html.jinja",
    body: str = "report_body.html.jinja",
    folders: Sequence[Path] = (),
    given: Mapping[str, Any] | None = None,
    for_print: bool = False,
) -> str:
    """Return the report as an HTML document in ``languages``, of which the first is the one that it opens in.

    ``page`` and ``body`` are the templates, looked for in ``folders`` before our own: those that extend ours replace
    the blocks that ours name. ``given`` is what such a template knows beside what ours does. ``for_print``: browsers
    leave what is hidden from screen readers out of the tags of a PDF, so nothing is.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader([*folders, Path(__file__).parent]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Whatever a document says goes through here, so nothing in it can turn the page around.
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    environment.globals.update({"for_print": for_print, **(given or {})})
    pictures = _Pictures()
    pages = [_Page(Summary(report, language), languages, pictures) for language in languages]
    template = environment.get_template(body)
    bodies = [
        {
            "language": each.language,
            "html": Markup(
                template.render(page=each, summary=each.summary, w=each.words, language=each.language)
            ),
        }
        for each in pages
    ]
    first = pages[0]
    return environment.get_template(page).render(
        bodies=bodies,
        title=f"{first.summary.verdict_word}: {first.summary.title} – {first.words.report}",
        pictures=pictures.taken.values(),
        choices=[name for name, _ in (*first.document_choices, *first.doer_choices)],
        page=first,
        w=first.words,
    )


@dataclass(frozen=True, slots=True)
class _Listed:
    """A line in the list of an entry's places, with the anchors of the findings that it stands for; ``by`` are the
    classes that choose it."""

    said: str
    anchors: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class _Question:
    """A question that is open: its key, which an answer names, and its words."""

    key: str
    asked: str


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture of one of an entry's places: its id, its size, and the frame around the place (left, top, width and
    height), all in pixels."""

    id: str
    address: str
    width: int
    height: int
    mark: tuple[int, int, int, int]
    alternative: str = ""
    caption: str = ""

    @property
    def is_beside(self) -> bool:
        """It has room beside the text."""
        return self.width <= MOST_BESIDE


@dataclass(frozen=True, slots=True)
class _Pictures:
    """The pictures of a report, each in it once whatever the number of languages."""

    taken: dict[str, _Picture] = field(default_factory=dict)
    room: list[int] = field(default_factory=lambda: [MOST_PICTURES])

    def take(self, key: str, crop: Crop) -> _Picture | None:
        """The picture with this key; None where there is no room left for it."""
        if key not in self.taken:
            if len(crop.data) > self.room[0]:
                return None
            self.room[0] -= len(crop.data)
            left, top, right, bottom = crop.mark
            self.taken[key] = _Picture(
                f"picture-{len(self.taken) + 1}",
                f"data:{crop.media_type};base64,{base64.b64encode(crop.data).decode('ascii')}",
                crop.width,
                crop.height,
                _frame(left * crop.width, top * crop.height, right * crop.width, bottom * crop.height, crop),
            )
        return self.taken[key]


def _frame(left: float, top: float, right: float, bottom: float, crop: Crop) -> tuple[int, int, int, int]:
    """The frame around a place, inside the picture: left, top, width and height."""
    left, top = max(round(left) - AROUND, FRAME), max(round(top) - AROUND, FRAME)
    right = min(round(right) + AROUND, crop.width - FRAME)
    bottom = min(round(bottom) + AROUND, crop.height - FRAME)
    return left, top, max(right - left, 1), max(bottom - top, 1)


@dataclass(frozen=True)
class _Shown:
    """An entry with all that the page tells of it."""

    anchor: str
    number: str
    by: str
    heading: str
    in_full: str
    title: str
    extent: str
    why: str
    picture: _Picture | None
    shown: Sequence[_Listed]
    folded: Sequence[_Listed]
    more: str
    left_out: str
    who: str
    doers: str
    beside: Sequence[tuple[str, str]]
    bad_answer: str
    fix: str
    paste: str
    paste_language: str
    own_steps: dict[str, str]
    other_steps: dict[str, str]
    other_programs: str
    rule: str
    tags: Sequence[str]
    clauses: str
    keys: Sequence[str]
    keys_left_out: int
    questions: Sequence[_Question]


class _Page:
    """What the template asks for, beside the summary itself."""

    def __init__(self, summary: Summary, languages: Sequence[str], pictures: _Pictures) -> None:
        self.summary = summary
        self.language = summary.language
        self.say = summary.say
        self.words = SimpleNamespace(**{name: text.say(self.language) for name, text in WORDS_HERE.items()})
        # The language that the file opens in has the ids that other programs link to.
        self._suffix = "" if self.language == languages[0] else f"-{self.language}"
        self.other_language = next((other for other in languages if other != self.language), "")
        self._pictures = pictures
        self._anchors: set[str] = set()
        self._entry_anchors: dict[int, str] = {}
        self._room = MOST_LISTED
        parts = summary.report.all_parts()
        told = [part for part in parts if summary.told(part)][:MOST_SECTIONS]
        self._classes = {id(part): f"d{number}" for number, part in enumerate(told, 1)}
        self.document_choices = [(self._classes[id(part)], summary.name(part)) for part in told]
        self._doers: set[Doer] = set()
        # In the order of the page, so that what must be mended gets its places listed first.
        self.mend_first = self._shown(summary.mend_first, start=1)
        self.must_answer = self._shown(summary.must_answer)
        self.may_answer = self._shown(summary.may_answer)
        self.untold = self._shown(summary.untold)
        self.mend_then = self._shown(summary.mend_then, start=len(self.mend_first) + 1)
        self.advice = self._shown(summary.advice)
        self.doer_choices = [(_class(doer), self.say(doer.value)) for doer in Doer if doer in self._doers]

    def id(self, name: str) -> str:
        """The id in this language of a thing that each language has."""
        return name + self._suffix

    @property
    def switch(self) -> str:
        """The words of the link to the other language, in that language."""
        return PAGE_WORDS["switch"].say("en" if self.other_language == "en" else "sv")

    @property
    def can_choose(self) -> bool:
        return len(self.document_choices) > 1 or len(self.doer_choices) > 1

    @property
    def begin_with(self) -> Sequence[_Shown]:
        """The first things to mend, where there is anything to choose among."""
        return self.mend_first[:MOST_BEGUN_WITH] if len(self.mend_first) > 1 else []

    @property
    def more_to_mend(self) -> str:
        return more_to_mend(self.summary).removesuffix(".")

    @property
    def sign(self) -> str:
        return SIGNS[self.summary.report.verdict]

    @property
    def verdict(self) -> str:
        return self.summary.report.verdict.value

    @property
    def checked_on(self) -> str:
        checked_on = self.summary.report.checked_on
        return day(checked_on, self.language) if checked_on else ""

    @property
    def ruleset(self) -> str:
        return self.say(self.summary.report.ruleset.title)

    @property
    def notes(self) -> list[str]:
        return [self.say(note) for note in self.summary.report.notes]

    def figure(self, number: int) -> str:
        return figure(number, self.language)

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

    def _shown(self, entries: Iterable[Entry], start: int = 0) -> list[_Shown]:
        """The entries as the page tells them, with numbers where it begins to count."""
        return [
            self._show(entry, f"{number}" if start else "") for number, entry in enumerate(entries, start)
        ]

    def _show(self, entry: Entry, number: str) -> _Shown:
        anchor = self._new_anchor(entry.places[0]) or self.id(f"entry-{len(self._anchors)}")
        self._entry_anchors[id(entry)] = anchor
        lines = self.summary.listed(entry)
        room = self._room_for(lines)
        listed = [
            _Listed(self._quoting(said, places[0].document), self._new_anchors(places), self._by(places[:1]))
            for said, places in lines[:room]
        ]
        left_out = sum(len(places) for _, places in lines[room:])
        mended_by = doers(entry)
        self._doers.update(mended_by)
        heading = self.summary.heading(entry).removesuffix(".")
        first = entry.places[0].document
        short = cut_at_word(heading, LONGEST_HEADING)
        own, other = self.summary.steps(entry)
        paste, paste_language = self.summary.paste(entry)
        return _Shown(
            anchor=anchor,
            number=number,
            by=" ".join(filter(None, (self._by(entry.places) or "by", *map(_class, mended_by)))),
            heading=self._quoting(short, first),
            in_full=self._quoting(self.summary.heading(entry), first) if short != heading else "",
            title=self.say(entry.rule.title),
            extent=self.summary.extent(entry),
            why=self.say(entry.rule.why),
            picture=self._picture(entry),
            shown=listed[:PLACES_SHOWN],
            folded=listed[PLACES_SHOWN:],
            more=self._more(sum(len(places) for _, places in lines[PLACES_SHOWN:])),
            left_out=self._left_out(left_out, 0),
            who=self.summary.who(entry),
            doers=joined([self.say(doer.value) for doer in mended_by], self.language),
            beside=self.summary.beside(entry),
            bad_answer=self.say(WORDS[entry.bad_answer]),
            fix=self.say(entry.rule.fix.general),
            paste=paste,
            paste_language=paste_language,
            own_steps=own,
            other_steps=other,
            other_programs=self._step_by_step(other),
            rule=entry.rule.id,
            tags=tags_of(entry)[:PLACES_SHOWN],
            clauses=", ".join(map(self._clause, entry.clauses)),
            keys=entry.keys[:room],
            keys_left_out=max(0, len(entry.keys) - room),
            questions=self._questions(entry),
        )

    def _room_for(self, lines: Sequence[tuple[str, list[Place]]]) -> int:
        """How many of the lines there is room for, at least one; it is taken."""
        for number, (said, places) in enumerate(lines[:MOST_PLACES]):
            if number and self._room <= 0:
                return number
            self._room -= len(said.encode("utf-8", "replace")) + BYTES_OF_LINE * (1 + len(places))
        return min(len(lines), MOST_PLACES)

    def _by(self, places: Iterable[Place]) -> str:
        """The classes by which the choice of a document finds this; empty where there is nothing to choose."""
        if len(self.document_choices) < 2:
            return ""
        classes = dict.fromkeys(self._classes.get(id(place.document), "") for place in places)
        return " ".join(("by", *filter(None, classes)))

    def _quoting(self, said: str, document: DocumentReport) -> str:
        """What is said, with what it quotes of the document marked where that is in another language."""
        language = _language(document)
        if language in ("", self.language):
            return said
        from markupsafe import Markup, escape

        pieces = _QUOTED.split(visible(said))
        marked = (
            Markup('<span lang="{}">{}</span>').format(language, piece) if at % 2 else escape(piece)
            for at, piece in enumerate(pieces)
        )
        return Markup("").join(marked)

    @property
    def title_language(self) -> str:
        """The language of the heading where it is a document's own title; empty where it is the report's."""
        summary = self.summary
        if summary.is_meeting or summary.report.occasion.name:
            return ""
        (only,) = summary.report.documents
        titled = only.facts is not None and only.facts.title.strip()
        return _language(only) if titled and _language(only) != self.language else ""

    def _questions(self, entry: Entry) -> list[_Question]:
        asked: dict[str, _Question] = {}
        for place in entry.places:
            if place.judgement.is_open_question and place.key not in asked:
                said = message(place.judgement, self.language)
                asked[place.key] = _Question(place.key, self._quoting(said, place.document))
        return list(asked.values())

    def _picture(self, entry: Entry) -> _Picture | None:
        """A picture of the first of its places that has one."""
        for place in entry.places:
            crop = place.document.crops.get(place.key)
            picture = self._pictures.take(place.key, crop) if crop else None
            if picture is not None:
                caption = Text("{place}: the frame shows where", "{place}: ramen visar var")
                alternative = Text("A piece of the page: {place}", "Ett utsnitt av sidan: {place}")
                where = self.summary.place(place)
                return replace(
                    picture,
                    alternative=self.say(alternative, place=where),
                    caption=self._quoting(self.say(caption, place=where), place.document),
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
        programs = joined(list(steps), self.language)
        return self.say(Text("Step by step in {programs}", "Steg för steg i {programs}"), programs=programs)

    def _new_anchor(self, place: Place) -> str:
        """The anchor of a finding, rule and key; empty when it is taken: the same thing has the same key."""
        anchor = self.id(f"{place.judgement.rule.id}-{place.key}")
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

    @cached_property
    def _listed_parts(self) -> list[tuple[int, DocumentReport]]:
        """The documents to list, with their numbers: all, or those with the worst verdicts."""
        parts = list(enumerate(self.summary.report.all_parts(), 1))
        if len(parts) > MOST_DOCUMENTS:
            parts.sort(key=lambda numbered: _WORST_FIRST.index(numbered[1].verdict))
        return parts[:MOST_DOCUMENTS]

    @cached_property
    def _section_anchors(self) -> dict[int, str]:
        """The anchors of the documents told one by one; those with something to tell come before others."""
        parts = [
            (number, part)
            for number, part in self._listed_parts
            if part.trouble is None or self.summary.told(part)
        ]
        parts.sort(key=lambda numbered: not self.summary.told(numbered[1]))
        return {id(part): self.id(f"document-{number}") for number, part in parts[:MOST_SECTIONS]}

    def rows(self) -> list[dict[str, str]]:
        """The documents, one row each; ``anchor`` is empty for one that has nothing more to tell."""
        return [self._row(part) for _, part in self._listed_parts]

    @property
    def rows_left_out(self) -> str:
        return self._left_out(len(self.summary.report.all_parts()), MOST_DOCUMENTS)

    def _row(self, part: DocumentReport) -> dict[str, str]:
        return {
            "anchor": self._section_anchors.get(id(part), ""),
            "name": self.summary.name(part),
            "verdict": part.verdict.value,
            "sign": SIGNS[part.verdict],
            "word": self.say(VERDICTS[part.verdict]),
            "todo": self.summary.todo(part),
        }

    def sections(self) -> list[dict[str, Any]]:
        """Each document with its facts, and with links to what was found in it; one alone needs no links."""
        return [
            {
                **self._row(part),
                "by": f"by {self._classes.get(id(part), '')}".rstrip(),
                "facts": self._facts(part),
                "checks": self._checks(part),
                "told": self._told(part) if self.summary.is_meeting else [],
                "nothing": not self.summary.told(part),
            }
            for _, part in self._listed_parts
            if id(part) in self._section_anchors
        ]

    def _told(self, part: DocumentReport) -> list[tuple[str, list[tuple[str, str, str]], str]]:
        """What a document has, part by part: the part's heading, links, how many are left out."""
        links = [(heading, self._links(part, name)) for heading, name in self._told_parts()]
        return [
            (heading, found[:MOST_LINKS], self._left_out(len(found), MOST_LINKS))
            for heading, found in links
            if found
        ]

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
                self._quoting(cut_at_word(self.summary.heading(here).removesuffix("."), LONGEST_LINK), part),
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
            # A page is one page, and made in HTML, as everybody knows.
            "pages": f"{facts.pages}" if facts.pages and part.source.kind != "page" else "",
            "made_with": PROGRAMS.get(facts.program, "") if part.source.kind != "page" else "",
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


def _language(document: DocumentReport) -> str:
    """The language of a document, without region: the one that it says, or else the only one that it is written in;
    empty where neither is known."""
    facts = document.facts
    if facts is None:
        return ""
    written_in = facts.written_in[0] if len(facts.written_in) == 1 else ""
    found = _LANGUAGE.match((facts.language or written_in).casefold())
    return found[0] if found else ""


def _class(doer: Doer) -> str:
    """The class by which the choice of who does the work finds an entry."""
    return f"w-{doer.name.lower()}"
