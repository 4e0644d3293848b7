"""What a document says about itself and the meeting: small plain data that may leave the fence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one document, compared with the others' by the rules about the meeting.

    ``outline``: headings as (level, text), in order, at most 500. ``links``: (text, target), at most 500.
    ``program``: the program that made the document, a key of ``rule.PROGRAMS`` or empty.
    """

    title: str = ""
    language: str = ""
    program: str = ""
    pages: int = 0
    words: int = 0
    outline: tuple[tuple[int, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Facts:
        """Read facts that came from another process; ``TypeError`` where a value is of the wrong type."""
        return cls(
            title=string(raw["title"]),
            language=string(raw["language"]),
            program=string(raw["program"]),
            pages=whole(raw["pages"]),
            words=whole(raw["words"]),
            outline=tuple((whole(level), string(text)) for level, text in raw["outline"]),
            links=tuple((string(text), string(target)) for text, target in raw["links"]),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A document found inside another, such as an attachment: checked as a document of the same run."""

    name: str
    data: bytes


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
