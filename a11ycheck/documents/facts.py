"""What a document says about itself and the meeting: small plain data that may leave the fence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
    {"", "invitation", "event page", "cancellation", "agenda", "minutes", "slides", "material", "captions"}
)
"""What a document can be to a meeting."""
CALLING = frozenset({"invitation", "event page", "agenda"})
"""Roles of documents that call to a meeting: what a participant must know may stand in any of them."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one document, compared with the others' by the rules about the meeting.

    ``outline``: headings as (level, text), in order, at most 500. ``links``: (text, target), at most 500.
    ``program``: the program that made the document, a key of ``rule.PROGRAMS`` or empty.
    ``role``: what the document is to the meeting, one of ``ROLES``, or empty when it does not tell.
    ``times``, ``joining`` (addresses to join the meeting by, the best first), ``telephones`` (as written) and
    ``contacts``: at most ``MOST_OF_EACH`` of each.
    """

    title: str = ""
    language: str = ""
    program: str = ""
    pages: int = 0
    words: int = 0
    outline: tuple[tuple[int, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    role: str = ""
    role_is_certain: bool = False
    times: tuple[When, ...] = ()
    joining: tuple[str, ...] = ()
    telephones: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()

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
            role_is_certain=truth(raw["role_is_certain"]),
            times=tuple(When(string(start), string(end), string(zone)) for start, end, zone in raw["times"]),
            joining=tuple(string(address) for address in _sequence(raw["joining"])),
            telephones=tuple(string(number) for number in _sequence(raw["telephones"])),
            contacts=tuple(Contact(string(name), string(address)) for name, address in raw["contacts"]),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A document found inside another, such as an attachment: checked as a document of the same run.

    What is only linked to has no data but an ``address``, in full, and a ``media_type`` where that is known.
    """

    name: str
    data: bytes = b""
    address: str = ""
    media_type: str = ""


def _role(value: Any) -> str:
    if string(value) not in ROLES:
        raise ValueError(f"unknown role {value!r}")
    return str(value)


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


def truth(value: Any) -> bool:
    """Return ``value`` if it is true or false; raise ``TypeError`` if not."""
    if not isinstance(value, bool):
        raise TypeError(f"a truth value was expected, not {type(value).__name__}")
    return value


def whole(value: Any) -> int:
    """Return ``value`` if it is a whole number; raise ``TypeError`` if not."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"a whole number was expected, not {type(value).__name__}")
    return value
