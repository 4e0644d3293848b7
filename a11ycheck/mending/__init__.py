"""Mending, where it is safe: a copy of a document in which some faults are gone and nothing else has changed.

What is to be changed is worked out behind the fence, where a stranger's file is read, as splices: byte ranges of the
file and what comes in their place. Outside it nothing is read; the splices are put into the copy.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from a11ycheck.documents.facts import string, whole
from a11ycheck.outcome import Value


class Splice(NamedTuple):
    """``length`` bytes from ``start`` on give way to ``new``."""

    start: int
    length: int
    new: bytes


class Wishes(NamedTuple):
    """What the user asked for: a title, and a language tag; empty for what can be found."""

    title: str = ""
    language: str = ""


class Note(NamedTuple):
    """Something to tell: ``key`` is one of ``words.NOTES``, ``data`` fills its placeholders."""

    key: str
    data: Mapping[str, Value]


class CannotMend(Exception):
    """Nothing may or can be mended in this document; ``reason`` is a key of ``words.REFUSALS``."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Plan:
    """How a copy comes to be: ``splices`` in the bytes whose SHA-256 is ``digest``; what they mend, and what was
    left."""

    splices: tuple[Splice, ...] = ()
    mended: tuple[Note, ...] = ()
    left: tuple[Note, ...] = ()
    digest: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "splices": [[s.start, s.length, base64.b64encode(s.new).decode("ascii")] for s in self.splices],
            "mended": [[note.key, dict(note.data)] for note in self.mended],
            "left": [[note.key, dict(note.data)] for note in self.left],
            "digest": self.digest,
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Plan:
        """Read what came back through the fence. ``ValueError``, ``KeyError`` or ``TypeError``: it is not to be
        trusted."""
        return cls(
            tuple(
                Splice(whole(start), whole(length), base64.b64decode(new, validate=True))
                for start, length, new in raw["splices"]
            ),
            _notes(raw["mended"]),
            _notes(raw["left"]),
            string(raw["digest"]),
        )


def applied(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The bytes with the splices in them. Raises ``ValueError`` where two overlap or one lies outside."""
    parts: list[bytes] = []
    at = 0
    for start, length, new in in_order(splices):
        if not (at <= start <= start + length <= len(data)):
            raise ValueError("splices overlap")
        parts += (data[at:start], new)
        at = start + length
    return b"".join((*parts, data[at:]))


def in_order(splices: Iterable[Splice]) -> list[Splice]:
    """From the first to the last; what is put in at a place comes before what is taken out there."""
    return sorted(splices, key=lambda splice: splice[:2])


def _notes(raw: Any) -> tuple[Note, ...]:
    from a11ycheck.mending.words import NOTES

    notes = []
    for key, data in raw:
        if key not in NOTES:
            raise ValueError(f"unknown note {key!r}")
        notes.append(Note(key, {string(name): _value(value) for name, value in data.items()}))
    return tuple(notes)


def _value(value: Any) -> Value:
    return value if isinstance(value, str) else whole(value)
