"""The meeting: its model is the facts of its documents."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from operator import itemgetter

from a11ycheck.documents.facts import CALLING, INSIDE, Facts, Found, Statement
from a11ycheck.outcome import Where, anchor

UNREAD = re.compile(r"no-?t?-?reply|ej-?svara|svara-?inte", re.IGNORECASE)
"""Beginnings of addresses that nobody reads."""
SURE = ("stated", "promised")
"""How a thing is said that a participant can rely on: it is there, or is to come on a day that is named."""


def days_told(facts: Facts) -> tuple[Statement, ...]:
    """What a document states of the meeting's day. The day on which the link, the papers or the notes come, and that of
    a test beforehand, are others."""
    promised = {(each.quote, each.value) for each in facts.statements if each.how == "promised"}
    tests = {each.quote for each in facts.statements if each.topic == "help-before"}
    return tuple(
        each
        for each in facts.statements
        if each.topic == "date"
        and each.how in (*SURE, "unsure")
        and (each.quote, each.value) not in promised
        and each.quote not in tests
    )


TO_WHAT = re.compile(r"\b(?:till|ny|nytt|nya|nu|istället|to|new|now|instead)\b|i stället", re.IGNORECASE)


def tells_what_holds(change: str) -> bool:
    """The words of a change name what it is changed to: “flyttat till den 24 maj”, and not only what is moved: “vi
    skjuter upp mötet den 17 maj”."""
    return any(map(str.isdecimal, change)) and TO_WHAT.search(change) is not None


@dataclass(frozen=True, slots=True)
class MeetingDocument:
    """One document of the meeting: its name, kind, and what it says."""

    source: str
    kind: str
    facts: Facts

    @property
    def name(self) -> str:
        """The file's name or the end of the address; of a document found inside another, its own."""
        return self.source.rpartition(INSIDE)[2].rstrip("/").rpartition("/")[2]

    @property
    def where(self) -> Where:
        """The document. An answer about it holds wherever its folder lies, until its title or text is another."""
        return Where((("file", self.name),), anchor(self.name, self.facts.title, self.facts.words))

    @property
    def calls(self) -> bool:
        """It plainly calls to a meeting, by what it says or because a person has said so."""
        return self.facts.role in CALLING and self.facts.role_is_certain


@dataclass(frozen=True, slots=True)
class TitleInUse:
    """A document title and the documents that bear it."""

    where: Where
    title: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and the document that it stands in."""

    statement: Statement
    document: MeetingDocument

    @property
    def where(self) -> Where:
        """The document and the words in it."""
        return Where(
            (("file", self.document.name), ("text", self.statement.quote[:80])), anchor(self.statement.quote)
        )


@dataclass(frozen=True)
class Call:
    """What a participant is told beforehand: the documents that call to the meeting, and all others of the run, which
    may state what those leave out. ``where`` is the first document that calls."""

    meeting: Meeting
    documents: tuple[MeetingDocument, ...]

    @property
    def where(self) -> Where:
        return self.documents[0].where

    @cached_property
    def language(self) -> str:
        """The language of the first document that calls, as it declares it or as it is found to be in."""
        facts = self.documents[0].facts
        return facts.language or next(iter(facts.written_in), "")

    @cached_property
    def understood(self) -> bool:
        """The words of all documents that call are known, so that what they do not state is not said."""
        return all(document.facts.understood for document in self.documents)

    @cached_property
    def roles(self) -> frozenset[str]:
        """What there is: the roles of all documents of the meeting."""
        return frozenset(document.facts.role for document in self.meeting.documents) - {""}

    def said(self, *topics: str) -> tuple[Said, ...]:
        """What the documents state on these topics: first those that call, then the others that plainly belong to this
        meeting. Advice about meetings, and what tells of one that is over, says nothing of it."""
        found = [each for topic in topics for each in self._by_topic.get(topic, ())]
        return tuple(each for _, each in (sorted(found, key=itemgetter(0)) if len(topics) > 1 else found))

    @cached_property
    def _by_topic(self) -> Mapping[str, Sequence[tuple[int, Said]]]:
        """What is said, with its place among all that is: a folder may hold the documents of a thousand meetings."""
        others = (
            each
            for each in self.meeting.documents
            if not each.calls and each.facts.role_is_certain and each.facts.role in ADDING
        )
        by_topic: defaultdict[str, list[tuple[int, Said]]] = defaultdict(list)
        place = count()
        for document in (*self.documents, *others):
            for statement in document.facts.statements:
                by_topic[statement.topic].append((next(place), Said(statement, document)))
        return by_topic

    @cached_property
    def breaks(self) -> frozenset[str]:
        """The words in which breaks are stated."""
        said = (each.statement for each in self.said("break"))
        return frozenset(each.quote for each in said if each.how == "stated")

    def how(self, *topics: str) -> str:
        """How it is said at best: "stated", "promised", "unsure", "promised-undated", "denied"; empty where it is not
        said at all."""
        hows = {each.statement.how for each in self.said(*topics)}
        return next((how for how in (*SURE, "unsure", "promised-undated", "denied") if how in hows), "")

    def first(self, how: str, *topics: str) -> str:
        """The words of the first that is said so; empty where nothing is."""
        return next((s.statement.quote for s in self.said(*topics) if s.statement.how == how), "")

    def states(self, *topics: str) -> bool:
        """Can a participant rely on it: it is stated, or promised with a day?"""
        return self.how(*topics) in SURE

    def values(self, *topics: str) -> tuple[str, ...]:
        """The values that are stated, each once."""
        return tuple(dict.fromkeys(s.statement.value for s in self.said(*topics) if s.statement.how in SURE))

    @property
    def words(self) -> int:
        """How many words the documents that call have."""
        return sum(document.facts.words for document in self.documents)

    @property
    def senders(self) -> tuple[str, ...]:
        """The names that mails which call are sent in."""
        named = (
            document.facts.contacts[0].name
            for document in self.documents
            if document.kind == "mail" and document.facts.contacts
        )
        return tuple(dict.fromkeys(filter(None, named)))

    @property
    def answered_at(self) -> str:
        """The first mail address of a document that calls, such as its sender's; empty where nobody reads answers."""
        addresses = (contact.address for each in self.documents for contact in each.facts.contacts)
        return next((each for each in addresses if "@" in each and not UNREAD.search(each)), "")

    @property
    def is_digital(self) -> bool:
        """One can take part at a distance, as the documents say, or as they speak of a way in."""
        if {"online", "online-only", "hybrid", "broadcast"} & set(self.values("attendance")):
            return True
        return bool(self.how("joining", "platform", "meeting-id", "dial-in")) or self.leads_in

    @property
    def leads_in(self) -> bool:
        """A field or a link of a document is the address to join by."""
        return any(document.facts.joining for document in self.documents)

    @property
    def is_broadcast(self) -> bool:
        """It is only to be watched: participants cannot speak."""
        return "broadcast" in self.values("attendance")

    @property
    def is_on_site(self) -> bool:
        """One can come to a place."""
        return bool({"on-site", "hybrid"} & set(self.values("attendance"))) or self.states("venue")


ADDING = CALLING | {"slides", "material"}
"""Roles of documents that may state what those which call leave out."""


@dataclass(frozen=True)
class Meeting:
    """All documents of one run that could be opened.

    ``name`` and ``date`` (its first day) are what the organiser has written down, empty and None where nothing is;
    ``today`` is the day of the check.
    """

    documents: tuple[MeetingDocument, ...] = ()
    name: str = ""
    date: datetime.date | None = None
    today: datetime.date | None = None

    @staticmethod
    def of(*statements: Statement, role: str = "invitation", language: str = "sv") -> Meeting:
        """Make a meeting of one document that states this, before the meeting: the short way for examples and tests."""
        facts = Facts(
            language=language,
            role=role,
            role_is_certain=True,
            statements=statements,
            written_in=(language,),
            understood=True,
        )
        return Meeting((MeetingDocument(f"{role}.pdf", "pdf", facts),), today=datetime.date(2026, 3, 1))

    def and_with(self, role: str, *statements: Statement, source: str = "", kind: str = "pdf") -> Meeting:
        """The same meeting with one document more, for examples and tests."""
        facts = Facts(language="sv", role=role, role_is_certain=True, statements=statements, understood=True)
        more = MeetingDocument(source or f"{role}.pdf", kind, facts)
        return replace(self, documents=(*self.documents, more))

    def titles(self) -> Iterable[TitleInUse]:
        """Each title that some document bears, with the documents. A document that is there twice, beside a mail and in
        it, or in two formats, is one."""
        bearers: dict[str, dict[str, MeetingDocument]] = {}
        for document in self.documents:
            if title := " ".join(document.facts.title.split()):
                bearers.setdefault(title, {}).setdefault(
                    document.name.rpartition(".")[0] or document.name, document
                )
        for title, documents in bearers.items():
            last = list(documents.values())[-1]
            yield TitleInUse(last.where, title, tuple(document.source for document in documents.values()))

    @cached_property
    def day(self) -> datetime.date | None:
        """The meeting's first day: as written down, else the one that most documents which call give."""
        if self.date is not None:
            return self.date
        days: Counter[datetime.date] = Counter()
        for document in self._calling:
            statements = document.facts.statements
            stated = [
                day
                for each in days_told(document.facts)
                if each.how in SURE and (day := _day(each.value[:10]))
            ] or [day for when in document.facts.times[:1] if (day := _day(when.start[:10]))]
            if stated:
                # Where the meeting has been moved, the day that it had is named before the new one.
                moved = any(each.topic == "change" for each in statements)
                days[max(stated) if moved else min(stated)] += 1
        return days.most_common(1)[0][0] if days else None

    @property
    def is_over(self) -> bool:
        """Its day has passed, or a document that calls tells of it as of something past."""
        if self.day is not None and self.today is not None:
            return self.day < self.today
        return any(
            each.topic == "past-event" for document in self._calling for each in document.facts.statements
        )

    def calls(self) -> Iterator[Call]:
        """The call to the meeting, while it is still to come; none where no document plainly calls to one."""
        if self._calling and not self.is_over:
            yield self._call

    def understood_calls(self) -> Iterator[Call]:
        """The call, where its words are known, so that what it does not state is not said."""
        return (call for call in self.calls() if call.understood)

    def followed_up(self) -> Iterator[Call]:
        """The same documents once the meeting is over."""
        if self._calling and self.is_over:
            yield self._call

    @cached_property
    def _call(self) -> Call:
        """One for all rules: it remembers what it has looked for."""
        return Call(self, self._calling)

    @cached_property
    def _calling(self) -> tuple[MeetingDocument, ...]:
        return tuple(document for document in self.documents if document.calls)

    def facts(self) -> Facts:
        """The language of what calls, for words to paste."""
        return Facts(language=self._call.language) if self._calling else Facts()

    def found(self) -> Iterable[Found]:
        return ()

    def unread(self) -> str:
        return ""


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
