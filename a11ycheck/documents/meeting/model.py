"""The meeting: its model is the facts of its documents."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from a11ycheck.documents.facts import Facts, Found
from a11ycheck.outcome import Where, anchor


@dataclass(frozen=True, slots=True)
class MeetingDocument:
    """One document of the meeting: its name, kind, and what it says."""

    source: str
    kind: str
    facts: Facts

    @property
    def where(self) -> Where:
        return Where((("file", self.source.rpartition("/")[2]),), anchor(self.source))


@dataclass(frozen=True, slots=True)
class TitleInUse:
    """A document title and the documents that bear it."""

    where: Where
    title: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """All documents of one run that could be opened.

    ``name`` and ``date`` (its first day) are what the organiser has written down, empty and None where nothing is;
    ``today`` is the day of the check.
    """

    documents: tuple[MeetingDocument, ...] = ()
    name: str = ""
    date: datetime.date | None = None
    today: datetime.date | None = None

    def titles(self) -> Iterable[TitleInUse]:
        """Each title that some document bears, with the documents."""
        bearers: dict[str, list[MeetingDocument]] = {}
        for document in self.documents:
            if title := " ".join(document.facts.title.split()):
                bearers.setdefault(title, []).append(document)
        for title, documents in bearers.items():
            yield TitleInUse(documents[-1].where, title, tuple(document.source for document in documents))

    def facts(self) -> Facts:
        return Facts()

    def found(self) -> Iterable[Found]:
        return ()

    def unread(self) -> str:
        return ""
