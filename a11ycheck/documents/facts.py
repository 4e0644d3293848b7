"""What a document says about itself and the meeting: small plain data that may leave the fence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, NamedTuple


class When(NamedTuple):
    """A time that a document says the meeting has.

    ``start`` and ``end`` are ISO 8601 without zone, to the minute, or a date alone for a whole day; ``end`` is empty
    when it is not said. ``zone`` is the zone's name or offset as the document gives it ("Europe/Stockholm", "UTC",
    "+02:00", "CEST"); empty where the document names none.
    """

    start: str
    end: str = ""
    zone: str = ""


class Contact(NamedTuple):
    """Someone to turn to: a name, empty when there is none, and a mail address or what else the document gives."""

    name: str
    address: str


MOST_OF_EACH = 100
"""Times, joining links, telephone numbers and contacts that are kept of one document."""

ROLES = frozenset(
    """
    invitation cancellation event-page agenda minutes slides material captions recording brochure news other
    """.split()
) | {""}
"""What a document can be to a meeting: "event-page" is a page that invites, "brochure" advice about meetings, "news" a
text about a meeting that is over, "other" something that has nothing to do with one."""

CALLING = frozenset({"invitation", "event-page", "agenda"})
"""Roles of documents that call to a meeting: what a participant must know may stand in any of them."""

TOPICS = frozenset(
    """
    date time duration zone weekday ambiguous-date past-event change
    purpose agenda agenda-item break questions
    joining platform meeting-id instructions dial-in early help-before help-during
    needs needs-contact needs-deadline captions sign-language hearing-loop description venue venue-access attendance
    speaking moderation rules safe-forum participation camera
    materials materials-format language easy-read
    registration registration-way registration-deadline organiser contact
    recording recording-captions described-version minutes feedback qr
    """.split()
)
"""What can be stated about a meeting. ``Statement.value`` of those that have one:

* date: an ISO date, "--05-24" without a year, "a/b" for a span. time: "2026-05-24T13:00/15:00"; the day, the beginning
  or the end may be missing. duration: minutes. zone: as written. weekday: the date and the number of the weekday that
  stands beside it, "2026-05-24/2". ambiguous-date: how it is written ("slashes", "dots") and its readings, "dots:a/b".
* agenda: "rows:5", "prose", "names", or where it is ("attached", an address). agenda-item, break, questions:
  "13:00/13:10", "13:00/", "/10" for minutes, "14:00/+15" for a beginning and minutes. early: a time or minutes.
* joining: an address, "registration" where that gives it, or the day of the promise. platform: a name, or unsure with
  the address that it follows from. meeting-id: its figures, or "code". dial-in: a number.
* needs-contact, registration-way, contact: "mail:...", "phone:...", "form:..." or "web:...". needs-deadline and
  registration-deadline: an ISO date, empty for “24 hours before”.
* attendance: "online", "online-only", "on-site", "hybrid" or "broadcast". venue, organiser, moderation, language: as
  written. speaking: occasion and channel, "before:mail", "during:chat", "during:". participation: the tool.
* captions and other services: "on request" where they are to be asked for. materials, minutes, described-version, qr:
  an address; materials denied: "afterwards", and stated: "attached" where they are said to lie beside. What is promised
  has the ISO date of the promise.
"""

HOWS = frozenset({"stated", "denied", "promised", "promised-undated", "unsure"})
MOST_STATEMENTS = 400


class Statement(NamedTuple):
    """Something that a document says of the meeting.

    ``topic`` is one of ``TOPICS``. ``how`` is "stated", "denied" (“ingen textning”), "promised" (with a date, or where
    it is), "promised-undated", or "unsure" where a person has to look. ``quote``: the sentence, at most 200 characters.
    ``value``: an address, number, ISO date or what else the topic has; empty where it has none.
    """

    topic: str
    how: str
    quote: str = ""
    value: str = ""

    @classmethod
    def from_json(cls, raw: Any) -> Statement:
        """``TypeError`` for a wrong type, ``ValueError`` for an unknown topic or manner."""
        topic, how, quote, value = (string(each) for each in _sequence(raw))
        if topic not in TOPICS or how not in HOWS:
            raise ValueError(f"unknown statement {topic!r}, {how!r}")
        return cls(topic, how, quote, value)


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one document, compared with the others' by the rules about the meeting.

    ``outline``: headings as (level, text), in order, at most 500. ``links``: (text, target), at most 500.
    ``program``: the program that made the document, a key of ``rule.PROGRAMS`` or empty.
    ``role``: what the document is to the meeting, one of ``ROLES``, or empty when it does not tell.
    ``times``, ``joining`` (addresses to join the meeting by, the best first), ``telephones`` (as written) and
    ``contacts``: at most ``MOST_OF_EACH`` of each.
    ``role_is_certain``: the role is plain from the document, or has been said; no rule is to rest on another.
    ``statements``: what the text says of the meeting, at most ``MOST_STATEMENTS``. ``written_in``: the languages that
    the text is found to be in, empty where none is known. ``understood``: its words are known for all topics, so that
    what is not stated is not said; in other languages only what is found counts.
    ``sent``: the day that it was sent or published, as an ISO date; empty where that is not known.
    """

    title: str = ""
    language: str = ""
    program: str = ""
    pages: int = 0
    words: int = 0
    outline: tuple[tuple[int, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    role: str = ""
    times: tuple[When, ...] = ()
    joining: tuple[str, ...] = ()
    telephones: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    role_is_certain: bool = False
    statements: tuple[Statement, ...] = ()
    written_in: tuple[str, ...] = ()
    understood: bool = False
    sent: str = ""

    def to_json(self) -> dict[str, Any]:
        """What ``from_json`` reads; nothing is copied."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Facts:
        """Read facts that came from another process.

        ``TypeError`` where a value is of the wrong type, ``ValueError`` for an unknown role.
        """
        return cls(
            title=string(raw["title"]),
            language=string(raw["language"]),
            program=string(raw["program"]),
            pages=whole(raw["pages"]),
            words=whole(raw["words"]),
            outline=tuple((whole(level), string(text)) for level, text in raw["outline"]),
            links=tuple((string(text), string(target)) for text, target in raw["links"]),
            role=_role(raw["role"]),
            times=tuple(When(string(start), string(end), string(zone)) for start, end, zone in raw["times"]),
            joining=tuple(string(address) for address in _sequence(raw["joining"])),
            telephones=tuple(string(number) for number in _sequence(raw["telephones"])),
            contacts=tuple(Contact(string(name), string(address)) for name, address in raw["contacts"]),
            role_is_certain=_truth(raw["role_is_certain"]),
            statements=tuple(
                Statement.from_json(each) for each in _sequence(raw["statements"])[:MOST_STATEMENTS]
            ),
            written_in=tuple(string(language) for language in _sequence(raw["written_in"])),
            understood=_truth(raw["understood"]),
            sent=string(raw["sent"]),
        )


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that belongs to a document, as captions to a recording: in a file (``path``) or its ``data``.

    ``language`` is what its name, or whoever names it, says of its language.
    """

    name: str
    path: str = ""
    data: bytes | None = None
    language: str = ""


INSIDE = " > "
"""Stands between the name of a document and that of one found inside it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document found inside another, such as an attachment: checked as a document of the same run.

    What is only linked to has no data but an ``address``, in full, and a ``media_type`` where that is known.
    ``beside``: what belongs to it, with its data.
    """

    name: str
    data: bytes = b""
    address: str = ""
    media_type: str = ""
    beside: tuple[Beside, ...] = ()


def _role(value: Any) -> str:
    if string(value) not in ROLES:
        raise ValueError(f"unknown role {value!r}")
    return str(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"true or false was expected, not {type(value).__name__}")
    return value


def _sequence(value: Any) -> list[Any] | tuple[Any, ...]:
    # A text is a sequence of texts as well, and must not be taken apart into letters.
    if not isinstance(value, (list, tuple)):
        raise TypeError(f"a list was expected, not {type(value).__name__}")
    return value


def string(value: Any) -> str:
    """Return ``value`` if it is a text; raise ``TypeError`` if not."""
    if not isinstance(value, str):
        raise TypeError(f"a text was expected, not {type(value).__name__}")
    return value


def whole(value: Any) -> int:
    """Return ``value`` if it is a whole number; raise ``TypeError`` if not."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"a whole number was expected, not {type(value).__name__}")
    return value
