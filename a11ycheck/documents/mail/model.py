"""What rules see of a mail."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from a11ycheck.documents.content import Block, Content
from a11ycheck.documents.facts import MOST_OF_EACH, Contact, Facts, Found, When
from a11ycheck.documents.invitation import Invitation, Inviting, JoiningLink
from a11ycheck.documents.markup.model import Markup
from a11ycheck.documents.plain_text import paragraphs
from a11ycheck.outcome import Where, anchor
from a11ycheck.text import invitations, joining
from a11ycheck.text.dates import WrittenTime, written_times

MOST_IN_FACTS = 500
LONGEST_IN_FACTS = 500
CALENDAR_TYPES = frozenset({"text/calendar", "application/ics"})
WITHOUT_WORDS = (
    "image/",
    "audio/",
    "video/",
    "text/calendar",
    "application/ics",
    "application/pkcs7",
    "application/pgp",
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attached file. ``type`` is its media type in lower case; ``shown`` is true where the mail's text shows it."""

    name: str
    type: str = "application/octet-stream"
    size: int = 0
    shown: bool = False

    @property
    def where(self) -> Where:
        return Where((("file", self.name),), anchor("attachment", self.name, self.size))

    @property
    def suffix(self) -> str:
        """The end of the name after the last full stop, in lower case; empty when there is none."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """What Outlook keeps of a meeting beside the text. ``links`` are addresses that it says one joins by. ``repeats``:
    it comes back, how is not read. ``has_guests``: others are asked to it."""

    time: When
    place: str = ""
    links: tuple[str, ...] = ()
    repeats: bool = False
    cancelled: bool = False
    has_guests: bool = False


@dataclass(frozen=True)
class Mail(Inviting):
    """A mail. ``subject`` is None when there is no such header; ``sent`` is an ISO date, empty when not known.

    ``plain``: the text part, None when there is none; ``plain_by_program`` when the mail program made it of the HTML
    by itself, as Outlook does. ``html``: the HTML part, None when there is none. ``stated_language``: what the header
    Content-Language says. ``charset_trouble``: what kept the text from being decoded, in technical words.
    ``only_formatted``: the text is in a form that only Outlook reads ("winmail.dat", "RTF"), empty when it is not.
    ``program``: the program that made it, a key of ``rule.PROGRAMS`` or empty. ``appointment``: the meeting that the
    file is of, where it is Outlook's own.
    """

    subject: str | None = None
    sender: Contact = Contact("", "")
    sent: str = ""
    plain: str | None = None
    plain_by_program: bool = False
    html: Markup | None = None
    stated_language: str = ""
    attachments: tuple[Attachment, ...] = ()
    charset_trouble: str = ""
    only_formatted: str = ""
    inside: tuple[Found, ...] = ()
    where: Where = Where()
    not_read: str = ""
    program: str = ""
    others: tuple[Found, ...] = ()
    appointment: Appointment | None = None

    def itself(self) -> tuple[Mail]:
        """The mail as a whole, for rules that are put to it once."""
        return (self,)

    @cached_property
    def content(self) -> Content:
        """What the reader meets: the HTML part, or else the text part, where nothing but paragraphs can be told."""
        blocks: tuple[Block, ...]
        if self.html is not None:
            blocks, language = self.html.blocks, self.html.language or self.stated_language
        else:
            blocks, language = tuple(paragraphs(self.plain or "")), self.stated_language
        return Content(blocks, self.subject or "", language, self.html is not None)

    @cached_property
    def text(self) -> str:
        """All words of the mail, block by block, without what is quoted in a text part."""
        if self.html is not None:
            return self.html.text
        return "\n".join(text for text in self.content.text())

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def documents(self) -> tuple[Attachment, ...]:
        """What is attached to be read: not the pictures that the text shows, signatures or calendar entries."""
        return tuple(
            each for each in self.attachments if not each.shown and not each.type.startswith(WITHOUT_WORDS)
        )

    @property
    def has_calendar(self) -> bool:
        return any(each.type in CALENDAR_TYPES or each.suffix == "ics" for each in self.attachments)

    @cached_property
    def _times(self) -> list[WrittenTime]:
        sent = datetime.date.fromisoformat(self.sent[:10]) if self.sent else None
        return written_times(f"{self.subject or ''}\n{self.text}", sent)

    @cached_property
    def joining(self) -> tuple[JoiningLink, ...]:
        """The addresses to join a meeting by: the links, and what stands in the text."""
        found: dict[str, JoiningLink] = {}
        for address in self._addresses_of_appointment():
            found.setdefault(address, JoiningLink(address, "Outlook", visible=False))
        for link in self.content.links():
            if joining.is_joining_address(link.target):
                shown = joining.is_joining_address(link.text.strip())
                introduced = link.around.partition(link.text)[0] if link.text else ""
                found.setdefault(
                    joining.unwrapped(link.target),
                    JoiningLink(joining.unwrapped(link.target), "", introduced, shown),
                )
        for address in joining.web_addresses(self._written):
            if joining.is_joining_address(address):
                plain = joining.unwrapped(address)
                found.setdefault(plain, JoiningLink(plain, "", joining.words_before(self._written, address)))
        return tuple(found.values())[:MOST_OF_EACH]

    def _addresses_of_appointment(self) -> Iterable[str]:
        if self.appointment is not None:
            yield from map(joining.unwrapped, self.appointment.links)
            in_place = map(joining.unwrapped, joining.web_addresses(self.appointment.place))
            yield from filter(joining.is_joining_address, in_place)

    @property
    def _written(self) -> str:
        """The text with its lines, which a text part has and paragraphs have not."""
        return self.text if self.html is not None else self.plain or ""

    def invitations(self) -> Iterable[Invitation]:
        """The mail, where it invites to a meeting and brings no calendar entry, which would say the same."""
        if self.appointment is not None:
            yield from self._invitation_of(self.appointment)
            return
        times = [time for time in self._times if "T" in time.start]
        said = f"{self.subject or ''}\n{self.text}"
        if self.has_calendar or not times or not invitations.is_meeting(said):
            return
        if not self.joining and not invitations.is_meeting(self.subject or ""):
            return
        yield Invitation(
            self.where,
            self.subject or "",
            said,
            self.content.language,
            bool(self.joining) or invitations.is_at_a_distance(said) or bool(joining.named_platform(said)),
            "",
            self.joining,
            tuple(joining.telephones(said)),
            (self.sender,) if self.sender.address else (),
            times[0].start,
            self.sent,
            False,
        )

    def _invitation_of(self, appointment: Appointment) -> Iterable[Invitation]:
        said = "\n".join(filter(None, (self.subject, self.text, appointment.place)))
        is_day = "T" not in appointment.time.start
        invites = (
            appointment.has_guests or bool(self.joining) or (not is_day and invitations.is_meeting(said))
        )
        if appointment.cancelled or not invites:
            return
        place = appointment.place
        if (
            joining.web_addresses(place)
            or joining.named_platform(place)
            or invitations.is_at_a_distance(place)
        ):
            place = ""
        yield Invitation(
            self.where,
            self.subject or "",
            said,
            self.content.language,
            bool(self.joining) or invitations.is_at_a_distance(said) or bool(joining.named_platform(said)),
            place,
            self.joining,
            tuple(joining.telephones(said)),
            (self.sender,) if self.sender.address else (),
            appointment.time.start,
            "" if appointment.repeats else self.sent,
            appointment.has_guests,
        )

    @property
    def _role(self) -> str:
        if self.appointment is not None and self.appointment.cancelled:
            return "cancellation"
        return "invitation" if self.has_calendar or any(True for _ in self.invitations()) else ""

    def facts(self) -> Facts:
        from a11ycheck.documents.statements import read_content, read_text

        content = self.content
        if self.html is not None:
            read = read_content(content, kind="mail")
        else:
            # With its lines as they are: under a label or in a programme each says something of its own.
            read = read_text(self.plain or self.text, title=self.subject or "", kind="mail")
        said = f"{self.subject or ''}\n{self.text}"
        links = _links(content)
        own = (self.appointment.time,) if self.appointment is not None else ()
        return Facts(
            title=(self.subject or "")[:LONGEST_IN_FACTS],
            language=content.language,
            program=self.program,
            words=self.words,
            outline=tuple((each.level, each.text[:LONGEST_IN_FACTS]) for each in content.headings())[
                :MOST_IN_FACTS
            ],
            links=tuple(links + [("", address) for address in joining.web_addresses(said)])[:MOST_IN_FACTS],
            times=(*own, *(When(time.start, time.end, time.zone) for time in self._times))[:MOST_OF_EACH],
            joining=tuple(link.address for link in self.joining),
            telephones=tuple(joining.telephones(said))[:MOST_OF_EACH],
            contacts=tuple(self._contacts(said))[:MOST_OF_EACH],
            sent=self.sent[:10],
            **(read._replace(role=self._role, role_is_certain=True) if self._role else read)._asdict(),
        )

    def _contacts(self, said: str) -> Iterable[Contact]:
        if self.sender.address:
            yield self.sender
        known = self.sender.address.casefold()
        yield from (Contact("", each) for each in joining.mail_addresses(said) if each.casefold() != known)

    def found(self) -> Iterable[Found]:
        """What is attached, and the other mails of a mailbox."""
        yield from self.inside
        yield from self.others

    def unread(self) -> str:
        return self.not_read or (self.html.unread if self.html is not None else "")


def _links(content: Content) -> list[tuple[str, str]]:
    return [(link.text[:LONGEST_IN_FACTS], link.target[:2_000]) for link in content.links()]
