"""What all reports share: the verdict in words, repeats gathered into entries, and their order.

A report reads in four parts, always in this order: mend first, questions, not checked, the documents.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from a11ycheck.check import DocumentReport, Report
from a11ycheck.decisions import Answer
from a11ycheck.job import ENGINE_MESSAGES
from a11ycheck.outcome import STEP_WORDS, Outcome, Status, Step, Text, Value, Where, clipped
from a11ycheck.people import People
from a11ycheck.reports.words import (
    ADVICE,
    AND_MORE,
    CHECK,
    DOCUMENT,
    EXEMPT,
    EXEMPT_ONE,
    LONGEST_NAME,
    PLACE,
    QUESTION,
    SIGNS,
    THING,
    UNANSWERED,
    UNANSWERED_ONE,
    VERDICTS,
    WAIVED,
    WAIVED_ONE,
    WORDS,
    Noun,
    counted,
    day,
    figure,
    joined,
    sentence,
    shortened,
    visible,
)
from a11ycheck.rule import PROGRAMS, Rule
from a11ycheck.ruleset import Level
from a11ycheck.standards import CRITERIA
from a11ycheck.verdict import Judgement, Verdict

MOST_ALIKE = 3
"""Up to this many messages of one kind that differ in their data are entries of their own; more are one."""
MOST_GROUPS_NAMED = 3
MOST_FIRST = 5
"""Things that a report says to mend first."""
MOST_UNSURE = 3
LONGEST_MESSAGE = 600
LEVELS = ("A", "AA", "AAA")


def _plain(text: str) -> str:
    return clipped(visible(text[: LONGEST_MESSAGE * 4]), LONGEST_MESSAGE)


def message(judgement: Judgement, language: str) -> str:
    """What was found, in words: the message of what an answer led to, or else of the finding itself."""
    outcome = judgement.outcome if judgement.outcome.message else judgement.finding.outcome
    return filled_in(judgement.rule, outcome, language)


def filled_in(rule: Rule, outcome: Outcome, language: str) -> str:
    """The outcome's message filled in with its data; one that the rule does not have is said by its title."""
    pattern = rule.messages.get(outcome.message) or ENGINE_MESSAGES.get(outcome.message)
    if pattern is None:
        return _plain(f"{rule.title.say(language)} ({outcome.message or rule.id})")
    try:
        # A message without data has no braces to fill in, but one whose data is lacking still has.
        said = pattern.say(language, outcome.data)
    except (LookupError, ValueError, AttributeError, TypeError):
        said = pattern.say(language)
    return _plain(said)


_OF_AN_ELEMENT = re.compile(r"<([a-z][a-z0-9-]*)> ?(.*)", re.DOTALL)
_CALLED = {
    tag: called
    for called, tags in (
        (STEP_WORDS["link"], "a area"),
        (Text("button", "knapp"), "button summary"),
        (STEP_WORDS["picture"], "img svg canvas picture"),
        (STEP_WORDS["field"], "input select textarea"),
        (Text("form", "formulär"), "form fieldset"),
        (STEP_WORDS["heading"], "h1 h2 h3 h4 h5 h6"),
        (
            STEP_WORDS["text"],
            "p span li dt dd td th caption figcaption blockquote q cite label legend strong em b i u",
        ),
        (STEP_WORDS["text"], "small abbr time address pre font sup sub mark"),
        (STEP_WORDS["table"], "table"),
        (STEP_WORDS["list"], "ul ol dl"),
        (STEP_WORDS["media"], "video audio"),
        (Text("embedded content", "inbäddat innehåll"), "iframe embed object"),
        (Text("part of the page", "del av sidan"), "div section article main nav header footer aside"),
    )
    for tag in tags.split()
}


def _step_said(step: Step, language: str) -> str:
    word, value = step
    if word == "file" and value:
        return str(value)
    found = _OF_AN_ELEMENT.fullmatch(value) if word == "element" and isinstance(value, str) else None
    if found is None or found[1] not in _CALLED:
        return Where((step,)).say(language)
    called = _CALLED[found[1]].say(language)
    said = f"”{found[2]}”" if language == "sv" else f"“{found[2]}”"
    return f"{called} {said}" if found[2] else called


def tags_of(entry: Entry) -> tuple[str, ...]:
    """The elements of a page that an entry is about, for developers: “<a> Read more”."""
    steps = (step for place in entry.places for step in place.judgement.finding.where.steps)
    return tuple(dict.fromkeys(_plain(str(value)) for word, value in steps if word == "element"))


def where_said(where: Where, language: str) -> str:
    """The place in words, without the document; empty when it is the whole document. Files are named
    without a word for what they are, and elements of a page are called what people call them: “link “Read more”” rather
    than “element “<a> Read more””."""
    try:
        return _plain(", ".join(_step_said(step, language) for step in where.steps))
    except KeyError:  # a step of a plugin that has no word of its own
        return _plain(", ".join(f"{word} {value}".strip() for word, value in where.steps))


@dataclass(frozen=True, slots=True)
class Place:
    """A judgement and the document it is about."""

    document: DocumentReport
    judgement: Judgement

    @property
    def key(self) -> str:
        return self.judgement.finding.key


@dataclass(frozen=True, slots=True)
class Entry:
    """What a report tells once: one rule's judgements that say the same, with all their places.

    ``alike`` is false when the messages differ by their data, and each place has to be told with its own.
    """

    rule: Rule
    places: tuple[Place, ...]
    alike: bool = True

    @property
    def clauses(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(clause for place in self.places for clause in place.judgement.clauses))

    @property
    def keys(self) -> tuple[str, ...]:
        """Each key once: one answer or waiver holds for all things that are the same."""
        return tuple(dict.fromkeys(place.key for place in self.places))

    @property
    def bad_answer(self) -> str:
        """The answer that makes a fault of a question, as the name of a word for it: “if_yes” or “if_no”."""
        yes = self.places[0].judgement.finding.outcome.yes
        return "if_yes" if yes is not None and yes.status is Status.FAILED else "if_no"

    @property
    def documents(self) -> int:
        return len({place.document.source.name for place in self.places})

    @property
    def weight(self) -> tuple[int, int]:
        """What comes first where there is much to do: WCAG's lowest level, whose faults shut people out altogether;
        then how many groups of people it concerns, times its places. “Everyone” is all groups."""
        levels = [
            LEVELS.index(CRITERIA[number].level)
            for clause in self.clauses
            if clause.startswith("WCAG ") and (number := clause.removeprefix("WCAG ")) in CRITERIA
        ]
        groups = len(People) if People.EVERYONE in self.rule.who else len(self.rule.who)
        return -min(levels, default=len(LEVELS)), groups * len(self.places)


class Told(NamedTuple):
    """An entry as one document has it: the part of the report it stands in, and its places in there."""

    part: str
    entry: Entry
    places: tuple[Place, ...]


def gather(places: Iterable[Place]) -> tuple[Entry, ...]:
    """Gather places that say the same into entries, those that weigh most first."""
    buckets: dict[tuple[str, str, str], dict[str, list[Place]]] = {}
    for place in places:
        judged = place.judgement
        exempt = judged.exemption.say("en") if judged.exemption else ""
        bucket = buckets.setdefault((judged.rule.id, judged.outcome.message, exempt), {})
        bucket.setdefault(message(judged, "en"), []).append(place)
    entries: list[Entry] = []
    for bucket in buckets.values():
        if len(bucket) > MOST_ALIKE:
            mixed = tuple(place for same in bucket.values() for place in same)
            entries.append(Entry(mixed[0].judgement.rule, mixed, alike=False))
        else:
            entries += [Entry(same[0].judgement.rule, tuple(same)) for same in bucket.values()]
    return tuple(sorted(entries, key=lambda entry: entry.weight, reverse=True))


@dataclass(frozen=True)
class Summary:
    """A report in one language, gathered and in order, with the words for it."""

    report: Report
    language: str

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return tuple(
            Place(part, judgement) for part in self.report.all_parts() for judgement in part.judgements
        )

    def _gathered(self, wanted: Callable[[Judgement], bool]) -> tuple[Entry, ...]:
        return gather(place for place in self.places if wanted(place.judgement))

    @cached_property
    def mend(self) -> tuple[Entry, ...]:
        """What must be mended, first the few that the report begins with, which are of different kinds."""
        entries = self._gathered(lambda judged: judged.must_be_mended)
        kinds: dict[str, Entry] = {}
        for entry in entries:
            kinds.setdefault(entry.rule.id, entry)
        first = list(kinds.values())[:MOST_FIRST]
        first_ids = set(map(id, first))
        return (*first, *(entry for entry in entries if id(entry) not in first_ids))

    @property
    def mend_first(self) -> tuple[Entry, ...]:
        """What the report begins with."""
        return self.mend[:MOST_FIRST]

    @property
    def mend_then(self) -> tuple[Entry, ...]:
        """The rest."""
        return self.mend[MOST_FIRST:]

    @cached_property
    def must_answer(self) -> tuple[Entry, ...]:
        """Questions that keep the verdict open."""
        return self._gathered(lambda judged: judged.is_open_question and judged.blocks)

    @cached_property
    def may_answer(self) -> tuple[Entry, ...]:
        """Questions that do not."""
        return self._gathered(lambda judged: judged.is_open_question and not judged.blocks)

    @cached_property
    def untold(self) -> tuple[Entry, ...]:
        """Checks that gave no answer, and that no person can answer either."""
        return self._gathered(
            lambda judged: (
                judged.outcome.status is Status.CANNOT_TELL
                and not judged.outcome.is_question
                and judged.waiver is None
            )
        )

    @cached_property
    def advice(self) -> tuple[Entry, ...]:
        return self._gathered(lambda judged: judged.is_advice)

    @cached_property
    def waived(self) -> tuple[Entry, ...]:
        return self._gathered(
            lambda judged: judged.waiver is not None and judged.outcome.status is not Status.PASSED
        )

    @cached_property
    def troubled(self) -> tuple[DocumentReport, ...]:
        """Documents that could not be checked, or not to their end."""
        return tuple(part for part in self.report.all_parts() if part.trouble is not None)

    @cached_property
    def unasked(self) -> tuple[DocumentReport, ...]:
        """Documents that no rule was put to."""
        return tuple(part for part in self.report.documents if part.trouble is None and not part.rules)

    def say(self, text: Text | str, **data: Value) -> str:
        """Say a text, or one of ``WORDS`` by its name."""
        return (WORDS[text] if isinstance(text, str) else text).say(self.language, data)

    def count(self, number: int, noun: Noun, *, in_words: bool = True) -> str:
        return counted(number, noun, self.language, in_words=in_words)

    @property
    def is_meeting(self) -> bool:
        """One document is spoken of as a document, several are a meeting."""
        return len(self.report.documents) != 1

    def name(self, part: DocumentReport) -> str:
        """A document's name, without the folders that all documents of the run lie in."""
        if part is self.report.meeting:
            return self.say("whole_meeting")
        name = part.source.name
        return shortened(name[len(self._folder) :] or name)

    @cached_property
    def _folder(self) -> str:
        names = [part.source.name for part in self.report.documents]
        # What the first and the last in order share, all between them share.
        first, last = min(names), max(names)
        shared = next(
            (at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first)
        )
        return first[: first.rfind("/", 0, shared) + 1]

    @cached_property
    def title(self) -> str:
        """The name of the whole: the meeting's own, else the only document's title, else the folder's name, else how
        many documents there are."""
        if own := self.report.occasion.name.strip():
            return shortened(own)
        given = [part for part in self.report.documents if not part.source.found_in]
        if not given:
            return self.say(Text("No document", "Inget dokument"))
        if len(given) == 1:
            (only,) = given
            own = _plain(only.facts.title) if only.facts else ""
            return own or self.name(only)
        folder = self._folder.rstrip("/").rpartition("/")[2]
        if folder not in ("", ".", ".."):
            return shortened(folder)
        number = len(self.report.documents)
        return self.say(Text("Meeting with {number} documents", "Möte med {number} dokument"), number=number)

    @property
    def held_on(self) -> str:
        """The first day of the meeting in words; empty where it is not known."""
        date = self.report.occasion.date
        return day(date, self.language) if date else ""

    @property
    def verdict_word(self) -> str:
        return self.say(VERDICTS[self.report.verdict])

    @property
    def verdict(self) -> str:
        """The sign, the word and the title: “✕ Does not pass: Invitation to the forum”."""
        return f"{SIGNS[self.report.verdict]} {self.verdict_word}: {self.title}"

    def numbers(self) -> list[tuple[str, int, str]]:
        """The four numbers: the part that each belongs to, the number, and what is counted."""
        mend, unchecked = len(self.mend), len(self.troubled) + len(self.unasked) + len(self.untold)
        questions = _questions(self.must_answer) + _questions(self.may_answer)
        asked = (
            Text("question for you", "fråga till er")
            if questions == 1
            else Text("questions for you", "frågor till er")
        )
        known = len(self.report.documents)
        return [
            ("mend", mend, self.say(Text("to mend", "måste rättas"))),
            ("questions", questions, self.say(asked)),
            ("unchecked", unchecked, self.say(Text("could not be checked", "kunde inte kontrolleras"))),
            ("documents", known, self.say(DOCUMENT.one if known == 1 else DOCUMENT.many)),
        ]

    def sentences(self) -> list[str]:
        """The verdict in a few sentences: who is shut out, what must be done, what is missing."""
        said = {Verdict.FAIL: self._fails, Verdict.UNDECIDED: self._undecided, Verdict.PASS: self._passes}
        sentences = said[self.report.verdict]()
        if number := _questions(self.may_answer):
            sentences.append(self._counting(number, QUESTION, UNANSWERED_ONE if number == 1 else UNANSWERED))
        if number := self._exempt:
            sentences.append(self._counting(number, THING, EXEMPT_ONE if number == 1 else EXEMPT))
        if number := sum(entry.places[0].judgement.level is Level.REQUIRED for entry in self.waived):
            sentences.append(self._counting(number, THING, WAIVED_ONE if number == 1 else WAIVED))
        return sentences

    def _capital(self, text: Text, **data: Value) -> str:
        said = text.say(self.language, data)
        return said[:1].upper() + said[1:]

    @property
    def _this(self) -> str:
        if self.is_meeting:
            return self.say(Text("this meeting", "det här mötet"))
        return self.say(Text("this document", "det här dokumentet"))

    def _fails(self) -> list[str]:
        must = Text("{things} must be mended", "{things} måste rättas").say(
            self.language, {"things": self.count(len(self.mend), THING)}
        )
        if number := _questions(self.must_answer):
            answer = Text("{must} and {questions} answered", "{must} och {questions} besvaras")
            must = answer.say(self.language, {"must": must, "questions": self.count(number, QUESTION)})
        missing = joined(self._unchecked(), self.language)
        return [self._shut_out(), sentence(must), *([sentence(missing)] if missing else [])]

    def _shut_out(self) -> str:
        """Who cannot take part: the groups that most of the faults shut out, at most three."""
        tally: Counter[People] = Counter()
        for entry in self.mend:
            tally.update(dict.fromkeys(entry.rule.who, len(entry.places)))
        everyone = tally.pop(People.EVERYONE, 0)
        groups = [group.value.say(self.language) for group, _ in tally.most_common()]
        if not groups:
            barriers = Text(
                "There are barriers for all participants in {this}.", "Det finns hinder för alla i {this}."
            )
            return self.say(barriers, this=self._this)
        named = [_participants(group) for group in groups[:MOST_GROUPS_NAMED]]
        if everyone or len(groups) > MOST_GROUPS_NAMED:
            named.append(self.say(Text("others", "fler")))
        who = joined(named, self.language)
        cannot = Text("{who} cannot access everything in {this}.", "{who} kan inte ta del av allt i {this}.")
        return self._capital(cannot, who=who, this=self._this)

    def _undecided(self) -> list[str]:
        open_still = Text(
            "It cannot be said yet whether everyone can access {this}.",
            "Det går inte att säga än om alla kan ta del av {this}.",
        )
        missing = self._unchecked()
        if number := _questions(self.must_answer):
            asked = Text("{questions} must be answered", "{questions} måste besvaras")
            missing.insert(0, self.say(asked, questions=self.count(number, QUESTION)))
        if not self.report.documents:
            missing = [self.say("no_documents").removesuffix(".")]
        sentences = [self.say(open_still, this=self._this), sentence(joined(missing, self.language))]
        if any(part.rules for part in self.report.all_parts()):
            sentences.append(
                self.say(
                    Text(
                        "Nothing in what was checked must be mended.",
                        "Inget av det som kontrollerades måste rättas.",
                    )
                )
            )
        return sentences

    def _unchecked(self) -> list[str]:
        """What could not be checked, each as a clause."""
        clauses = []
        if number := sum(part is not self.report.meeting for part in self.troubled):
            clauses.append(
                self._clause(number, DOCUMENT, Text("could not be checked", "kunde inte kontrolleras"))
            )
        if self.report.meeting in self.troubled:
            whole = Text(
                "the meeting as a whole could not be checked", "mötet som helhet kunde inte kontrolleras"
            )
            clauses.append(self.say(whole))
        if number := len(self.unasked):
            none = Text("no requirement applies to {documents}", "inget krav gäller {documents}")
            clauses.append(self.say(none, documents=self.count(number, DOCUMENT)))
        if number := sum(any(place.judgement.blocks for place in entry.places) for entry in self.untold):
            clauses.append(self._clause(number, CHECK, Text("gave no answer", "gav inget svar")))
        return clauses

    def _clause(self, number: int, noun: Noun, verb: Text) -> str:
        return f"{self.count(number, noun)} {verb.say(self.language)}"

    def _counting(self, number: int, noun: Noun, text: Text) -> str:
        return self._capital(text, number=self.count(number, noun))

    @property
    def _exempt(self) -> int:
        """How many faults there are that only an exemption makes advice of."""
        return sum(bool(self.exempt(entry)) for entry in self.advice)

    def _passes(self) -> list[str]:
        if self._exempt:
            required = Text(
                "Nothing that the ruleset requires of {this} must be mended.",
                "Inget av det som kravlistan kräver av {this} måste rättas.",
            )
            return [self.say(required, this=self._this)]
        said = Text(
            "Nothing in what was checked keeps anyone from accessing {this}.",
            "Inget av det som kontrollerades hindrar någon från att ta del av {this}.",
        )
        return [self.say(said, this=self._this)]

    def heading(self, entry: Entry) -> str:
        """What an entry says; for one whose messages differ, the first of them and how many more."""
        first = message(entry.places[0].judgement, self.language)
        if entry.alike or len(entry.places) == 1:
            return first
        first = first.removesuffix(".")
        more = Text("{first} – and {number} more like it", "{first} – och {number} liknande")
        return self.say(more, first=first, number=len(entry.places) - 1)

    def extent(self, entry: Entry) -> str:
        """How many places and documents an entry has, “75 places in 3 documents”, empty for one place; and how many of
        them are new, where there is a baseline."""
        return ", ".join(filter(None, (self._extent(entry), self._new(entry))))

    def _new(self, entry: Entry) -> str:
        number = sum(id(place.judgement) in self._new_since for place in entry.places)
        if not number:
            return ""
        if number == len(entry.places):
            return self.say(Text("new since the baseline", "nytt sedan baslinjen"))
        said = Text("{number} new since the baseline", "{number} nya sedan baslinjen")
        return self.say(said, number=number)

    @cached_property
    def _new_since(self) -> set[int]:
        since = self.report.since
        return {id(each.judgement) for each in since.new if each.judgement} if since else set()

    def _extent(self, entry: Entry) -> str:
        if len(entry.places) == 1:
            return ""
        places = self.count(len(entry.places), PLACE, in_words=False)
        if entry.documents == 1:
            return places
        documents = self.count(entry.documents, DOCUMENT, in_words=False)
        return self.say(
            Text("{places} in {documents}", "{places} i {documents}"), places=places, documents=documents
        )

    def listed(self, entry: Entry) -> list[tuple[str, list[Place]]]:
        """The places in words, those that cannot be told apart in words together."""
        told: dict[str, list[Place]] = {}
        for place in entry.places:
            told.setdefault(self.place(place, with_message=not entry.alike), []).append(place)
        return [(self._times(said, len(places)), places) for said, places in told.items()]

    def _times(self, said: str, number: int) -> str:
        return said if number == 1 else f"{said} ({self.count(number, PLACE, in_words=False)})"

    def place(self, place: Place, *, with_message: bool = False) -> str:
        """A place in words: the document where there are several, then the page, then what was found."""
        inside = where_said(place.judgement.finding.where, self.language)
        if place.document is self.report.meeting:
            said = inside or self.say("whole_meeting")
        elif self.is_meeting:
            said = ", ".join(filter(None, (self.name(place.document), inside)))
        else:
            said = inside or self.say("whole_document")
        return f"{said}: {message(place.judgement, self.language)}" if with_message else said

    def who(self, entry: Entry) -> str:
        """The groups that an entry concerns, as a list that begins with a capital."""
        named = [group.value.say(self.language) for group in entry.rule.who if group is not People.EVERYONE]
        groups = joined(named, self.language)
        if People.EVERYONE in entry.rule.who:
            most = Text("{everyone}, most of all {groups}", "{everyone}, mest {groups}")
            everyone = People.EVERYONE.value.say(self.language)
            groups = self.say(most, everyone=everyone, groups=groups) if named else everyone
        return groups[:1].upper() + groups[1:]

    def exempt(self, entry: Entry) -> str:
        """Why the ruleset makes advice of what it else requires; empty where it does not."""
        exemption = entry.places[0].judgement.exemption
        return exemption.say(self.language) if exemption else ""

    def beside(self, entry: Entry) -> list[tuple[str, str]]:
        """What the ruleset and people have said of an entry that still stands, with a label each: why it is not
        required, and who was unsure of the answer."""
        told = [(self.say("exempt"), why)] if (why := self.exempt(entry)) else []
        unsure = (place.judgement.unsure for place in entry.places)
        said = list(dict.fromkeys(_unsure(answer) for answer in unsure if answer is not None))
        more = [self.say(AND_MORE, number=len(said) - MOST_UNSURE)] if len(said) > MOST_UNSURE else []
        return [*told, (self.say("were_unsure"), "; ".join([*said[:MOST_UNSURE], *more]))] if said else told

    def steps(self, entry: Entry) -> tuple[dict[str, str], dict[str, str]]:
        """How to mend it step by step, by program: in those that made the documents, and in others."""
        made_in = Counter(place.document.facts.program for place in entry.places if place.document.facts)
        steps = entry.rule.fix.programs()
        own = [program for program, _ in made_in.most_common() if program in steps]
        other = [program for program in steps if program not in own]
        return self._by_name(own, steps), self._by_name(other, steps)

    def paste(self, entry: Entry) -> tuple[str, str]:
        """Words to paste into the document, and the language they are in, its own where that is Swedish or English;
        empty where there are none."""
        words = entry.rule.fix.paste
        if words is None:
            return "", ""
        facts = next((place.document.facts for place in entry.places if place.document.facts), None)
        own = facts.language.casefold()[:2] if facts else ""
        language = own if own in ("sv", "en") else self.language
        return words.say(language), language

    def _by_name(self, programs: Iterable[str], steps: Mapping[str, Text]) -> dict[str, str]:
        return {PROGRAMS[program]: steps[program].say(self.language) for program in programs}

    @cached_property
    def _told(self) -> dict[int, list[Told]]:
        told: defaultdict[int, list[Told]] = defaultdict(list)
        questions = (*self.must_answer, *self.may_answer)
        parts = {"mend": self.mend, "questions": questions, "unchecked": self.untold, "advice": self.advice}
        for part, entries in parts.items():
            for entry in entries:
                here: defaultdict[int, list[Place]] = defaultdict(list)
                for place in entry.places:
                    here[id(place.document)].append(place)
                for document, places in here.items():
                    told[document].append(Told(part, entry, tuple(places)))
        return told

    def reasons(self) -> list[tuple[str, str, list[DocumentReport]]]:
        """Why documents could not be checked: the reason in words, its technical part, the documents."""
        by_reason: defaultdict[str, list[DocumentReport]] = defaultdict(list)
        for part in self.troubled:
            if part.trouble is not None:
                by_reason[part.trouble.say(self.language)].append(part)
        reasons = [(reason, _details(parts), parts) for reason, parts in by_reason.items()]
        return [*reasons, (self.say("no_rules"), "", list(self.unasked))] if self.unasked else reasons

    def decisions(self) -> list[str]:
        """What people have answered and waived, each in a line."""
        lines = []
        for place in self.places:
            judged = place.judgement
            if judged.answer is not None:
                lines.append(self._answer(judged, judged.answer))
            if judged.unsure is not None:
                lines.append(self._answer(judged, judged.unsure))
            if judged.waiver is not None and judged.outcome.status is not Status.PASSED:
                said = Text(
                    "{what} Waived until {until} by {by}: {reason}",
                    "{what} Undantag till {until} av {by}: {reason}",
                )
                what, reason = message(judged, self.language), _plain(judged.waiver.reason)
                until = judged.waiver.until.isoformat()
                lines.append(
                    self.say(said, what=what, until=until, by=_plain(judged.waiver.by), reason=reason)
                )
        return [self._times(line, number) for line, number in Counter(lines).items()]

    def _answer(self, judged: Judgement, answer: Answer) -> str:
        said = Text(
            "{what} Answer: {answer}, {by}, {on}. {remark}", "{what} Svar: {answer}, {by}, {on}. {remark}"
        )
        word = "unsure" if answer.yes is None else "yes" if answer.yes else "no"
        return self.say(
            said,
            what=filled_in(judged.rule, judged.finding.outcome, self.language),
            answer=self.say(word),
            by=_plain(answer.by),
            on=answer.on.isoformat(),
            remark=_plain(answer.remark),
        ).rstrip()

    def told(self, part: DocumentReport) -> list[Told]:
        """The entries that one document has places in, in the order of the parts."""
        return self._told.get(id(part), [])

    def todo(self, part: DocumentReport) -> str:
        """What one document still asks for, in figures: “2 to mend, 1 question, 5 pieces of advice”."""
        told = self.told(part)
        mend = sum(one.part == "mend" for one in told)
        questions = len({place.key for one in told if one.part == "questions" for place in one.places})
        advice = sum(one.part == "advice" for one in told)
        to_mend = Text("{number} to mend", "{number} måste rättas").say(self.language, {"number": mend})
        parts = [
            self.say(Text("could not be checked", "kunde inte kontrolleras")) if part.trouble else "",
            to_mend if mend else "",
            self.count(questions, QUESTION, in_words=False) if questions else "",
            self.count(advice, ADVICE, in_words=False) if advice else "",
        ]
        # Each number keeps to its word where the line is broken.
        return ", ".join(part.replace(" ", "\xa0", 1) for part in parts if part)


def more_to_mend(summary: Summary) -> str:
    """How many things must be mended beside those that come first; empty where there are no more."""
    number = len(summary.mend_then)
    if number < 2:
        return (
            summary.say(Text("One more thing must be mended.", "En sak till måste rättas.")) if number else ""
        )
    return summary.say(
        Text("{number} more things must be mended.", "{number} saker till måste rättas."), number=number
    )


def headline(report: Report, language: str) -> str:
    """The verdict and the four numbers on one line."""
    summary = Summary(report, language)
    numbers = ", ".join(f"{figure(number, language)} {what}" for _, number, what in summary.numbers())
    return f"{summary.verdict} ({numbers})"


def _questions(entries: Iterable[Entry]) -> int:
    """How many questions there are to answer: one for each key."""
    return len({key for entry in entries for key in entry.keys})


def _details(parts: Iterable[DocumentReport]) -> str:
    details = dict.fromkeys(part.trouble.detail for part in parts if part.trouble and part.trouble.detail)
    return clipped(", ".join(visible(detail) for detail in details), LONGEST_NAME)


def _unsure(answer: Answer) -> str:
    said = f"{_plain(answer.by)}, {answer.on.isoformat()}"
    return f"{said}: {_plain(answer.remark)}" if answer.remark else said


def _participants(group: str) -> str:
    """In the verdict the people are this meeting's participants."""
    return group.replace("people", "participants", 1).replace("personer", "deltagare", 1)
