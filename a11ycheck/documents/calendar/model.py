"""What rules see of a calendar file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from a11ycheck.documents.content import Block, Content, Heading
from a11ycheck.documents.facts import MOST_OF_EACH, MOST_STATEMENTS, Contact, Facts, Found, When
from a11ycheck.documents.invitation import Invitation, Inviting, JoiningLink
from a11ycheck.documents.markup.model import Markup
from a11ycheck.documents.plain_text import paragraphs
from a11ycheck.outcome import Where
from a11ycheck.text import invitations, joining

if TYPE_CHECKING:
    from a11ycheck.documents.statements import Reading

ANSWERS = frozenset({"REPLY", "CANCEL", "COUNTER", "DECLINECOUNTER", "REFRESH"})
"""Methods (RFC 5546) of messages that invite nobody."""
LONGEST_IN_FACTS = 500
MOST_LINKS_IN_FACTS = 500
MOST_READ = 20
"""Meetings of which the words are read for what they say."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time as the file gives it: ISO 8601 to the minute, or a date alone.

    ``zone`` is "UTC", the TZID as it is written, or empty for a time that floats: it holds wherever one is.
    """

    iso: str
    zone: str = ""

    @property
    def is_date(self) -> bool:
        return "T" not in self.iso


@dataclass(frozen=True, slots=True)
class Alarm:
    """A reminder: AUDIO, DISPLAY, EMAIL or what else the file says."""

    action: str


@dataclass(frozen=True, slots=True)
class AttachedLink:
    """An ATTACH that is an address; it is never fetched."""

    address: str
    name: str = ""


@dataclass(frozen=True)
class Event:
    """One event. ``languages`` are the LANGUAGE parameters by property; ``html`` is X-ALT-DESC or STYLED-DESCRIPTION.

    ``html_in_description`` holds what the DESCRIPTION says where it is HTML itself. ``conferences`` are CONFERENCE
    values, ``vendor_links`` addresses in fields of the makers' own, by name. ``end`` is worked out from DURATION where
    that stands in its place.
    """

    where: Where = Where()
    summary: str = ""
    description: str = ""
    location: str = ""
    url: str = ""
    html: Markup | None = None
    html_in_description: Markup | None = None
    languages: tuple[tuple[str, str], ...] = ()
    start: Time | None = None
    end: Time | None = None
    conferences: tuple[str, ...] = ()
    vendor_links: tuple[tuple[str, str], ...] = ()
    organizer: Contact | None = None
    contacts: tuple[str, ...] = ()
    attendees: int = 0
    asks_for_answer: bool = False
    alarms: tuple[Alarm, ...] = ()
    attached_links: tuple[AttachedLink, ...] = ()
    repeats: bool = False
    is_exception: bool = False
    cancelled: bool = False
    stamp: str = ""

    @property
    def words(self) -> str:
        """The description as a reader meets it, without tags."""
        if self.html_in_description is not None:
            return self.html_in_description.text
        if self.description.strip() or self.html is None:
            return self.description
        return self.html.text

    @property
    def text(self) -> str:
        """All that the event says in words."""
        return "\n".join(filter(None, (self.summary, self.words, self.location, *self.contacts)))

    @cached_property
    def joining(self) -> tuple[JoiningLink, ...]:
        """The addresses to join by, the best place first: CONFERENCE, the makers' fields, URL, LOCATION, DESCRIPTION,
        X-ALT-DESC."""
        found: dict[str, JoiningLink] = {}
        for address, field, before, visible in self._addresses():
            plain = joining.unwrapped(address)
            if field == "CONFERENCE" or joining.is_joining_address(plain):
                found.setdefault(plain, JoiningLink(plain, field, before, visible))
        return tuple(found.values())[:MOST_OF_EACH]

    def _addresses(self) -> Iterator[tuple[str, str, str, bool]]:
        yield from (
            (each, "CONFERENCE", "", False) for each in self.conferences if not each.startswith("tel:")
        )
        yield from ((address, field, "", False) for field, address in self.vendor_links)
        if self.url:
            yield self.url, "URL", "", False
        for field, text in (("LOCATION", self.location), ("DESCRIPTION", self.words)):
            for address in joining.web_addresses(text):
                yield address, field, joining.words_before(text, address), True
        for markup in (self.html_in_description, self.html):
            for link in Content(markup.blocks).links() if markup is not None else ():
                yield link.target, "X-ALT-DESC", link.around, False

    @property
    def dialled(self) -> list[str]:
        """Numbers to dial in by."""
        return [
            each.removeprefix("tel:").partition(",")[0]
            for each in self.conferences
            if each.startswith("tel:")
        ]

    @property
    def telephones(self) -> list[str]:
        return [*self.dialled, *joining.telephones(self.text)]


@dataclass(frozen=True)
class Calendar(Inviting):
    """A calendar file. ``zones`` are the time zones that it defines, ``method`` its METHOD, ``name`` X-WR-CALNAME.
    ``program``: the program that made it, a key of ``rule.PROGRAMS`` or empty.
    """

    events: tuple[Event, ...] = ()
    method: str = ""
    name: str = ""
    zones: frozenset[str] = frozenset()
    program: str = ""
    inside: tuple[Found, ...] = ()
    where: Where = Where()
    not_read: str = ""

    def meetings(self) -> Iterator[Event]:
        """Events that are announced: not answers, not what is called off, and no exception to an event that repeats."""
        if self.method not in ANSWERS:
            yield from (each for each in self.events if not each.cancelled and not each.is_exception)

    @cached_property
    def content(self) -> Content:
        """The descriptions of the events, each text once."""
        blocks: list[Block] = []
        seen: set[str] = set()
        several = sum(bool(event.words.strip()) for event in self.events) > 1
        structured = False
        for event in self.events:
            markup = event.html or event.html_in_description
            text = markup.text if markup is not None else event.description
            if not text.strip() or text in seen:
                continue
            seen.add(text)
            if several and event.summary:
                # Each event stands by itself under its name.
                blocks.append(Heading(0, event.summary, where=event.where))
            if markup is not None:
                structured = True
                blocks.extend(markup.blocks)
            else:
                language = dict(event.languages).get("DESCRIPTION", "")
                blocks.extend(paragraphs(text, event.where.steps, language))
        return Content(tuple(blocks), self.title, self.language, structured)

    @property
    def title(self) -> str:
        """The calendar's name, or that of its first event."""
        return self.name or next((event.summary for event in self.events if event.summary), "")

    @property
    def language(self) -> str:
        """The language that the texts are said to be in; empty where none is said, or several are."""
        found = {language for event in self.events for _, language in event.languages}
        return found.pop() if len(found) == 1 else ""

    def invitations(self) -> Iterator[Invitation]:
        """The meetings that people are asked to, each text once: what has an organiser, guests or a link to join by, or
        calls itself a meeting."""
        seen: set[str] = set()
        for event in self.meetings():
            if event.start is None or not _is_invitation(event):
                continue
            text = event.text
            if text in seen:
                continue
            seen.add(text)
            yield self._invitation(event, text)

    def _invitation(self, event: Event, text: str) -> Invitation:
        online = (
            bool(event.joining) or invitations.is_at_a_distance(text) or bool(joining.named_platform(text))
        )
        place = event.location.strip()
        if (
            joining.web_addresses(place)
            or joining.named_platform(place)
            or invitations.is_at_a_distance(place)
        ):
            place = ""
        return Invitation(
            event.where,
            event.summary,
            text,
            dict(event.languages).get("DESCRIPTION", ""),
            online,
            place,
            event.joining,
            tuple(event.telephones),
            tuple(self._contacts(event)),
            event.start.iso if event.start else "",
            event.stamp if self.method == "REQUEST" and not event.repeats else "",
            event.asks_for_answer,
        )

    def _contacts(self, event: Event) -> Iterator[Contact]:
        if event.organizer is not None:
            yield event.organizer
        yield from (Contact("", each) for text in event.contacts for each in joining.mail_addresses(text))
        yield from (Contact("", each) for each in joining.mail_addresses(event.words))

    def facts(self) -> Facts:
        read = self._read()
        events = [event for event in self.events if event.start is not None]
        links = [
            ("", address)
            for event in events
            for address in (event.url, *joining.web_addresses(event.words))
            if address
        ]
        contacts = dict.fromkeys(
            contact for event in events[:MOST_OF_EACH] for contact in self._contacts(event)
        )
        return Facts(
            title=self.title[:LONGEST_IN_FACTS],
            language=self.language,
            program=self.program,
            words=sum(len(event.text.split()) for event in self.events),
            links=tuple(links[:MOST_LINKS_IN_FACTS]),
            times=tuple(_when(event) for event in events[:MOST_OF_EACH]),
            joining=tuple(
                dict.fromkeys(link.address for event in events[:MOST_OF_EACH] for link in event.joining)
            )[:MOST_OF_EACH],
            telephones=tuple(
                dict.fromkeys(each for event in events[:MOST_OF_EACH] for each in event.telephones)
            )[:MOST_OF_EACH],
            contacts=tuple(contacts)[:MOST_OF_EACH],
            sent=next((each.sent[:10] for each in self.invitations()), ""),
            **read._asdict(),
        )

    def _read(self) -> Reading:
        """What the first meetings say in words and in fields. An entry that asks somebody to a meeting plainly calls to
        it; one without guests may be somebody's own."""
        from a11ycheck.documents.statements import Reading, read_text, statements_of_fields

        called_off = self.method == "CANCEL"
        meetings = list(islice(self.events if called_off else self.meetings(), MOST_READ))
        if not meetings:
            return Reading()
        words = "\n".join(f"{event.summary}\n{event.words}" for event in meetings)
        read = read_text(words, language=self.language, kind="calendar")
        fields = (
            statement
            for event in meetings
            for statement in statements_of_fields(
                times=[_when(event)] if event.start else (),
                place=event.location,
                joining=[link.address for link in event.joining],
                organiser=event.organizer,
                telephones=event.dialled,
                cancelled=called_off,
            )
        )
        role = "cancellation" if called_off else "invitation"
        certain = called_off or any(map(_is_invitation, meetings))
        statements = (*fields, *read.statements)[:MOST_STATEMENTS]
        return read._replace(statements=statements, role=role, role_is_certain=certain)

    def found(self) -> Iterable[Found]:
        return self.inside

    def unread(self) -> str:
        in_html = (
            each.unread for event in self.events for each in (event.html, event.html_in_description) if each
        )
        return self.not_read or next(filter(None, in_html), "")


def _is_invitation(event: Event) -> bool:
    if event.attendees or event.joining:
        return True
    if event.start is not None and event.start.is_date:
        return False  # a day to remember, such as the first meeting of a parliament
    said = f"{event.summary}\n{event.location}"
    return (
        bool(joining.named_platform(said))
        or invitations.is_meeting(said)
        or invitations.is_at_a_distance(said)
    )


def _when(event: Event) -> When:
    assert event.start is not None
    return When(event.start.iso, event.end.iso if event.end else "", event.start.zone)
