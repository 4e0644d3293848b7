"""How pages are visited in one run: what the user chose, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Visiting:
    """How pages are visited.

    ``browser``: a program, or an address to connect to; empty means one that is installed. ``storage_state``: a file
    that Playwright saved with the cookies of a login. ``headers``: sent to the page's own host, to no other.
    ``viewport``: width and height in CSS pixels. ``wait_for`` and ``click``: selectors of what must be there before a
    page is read, and of what is clicked away. ``patience``: seconds until a page must stand there, though not yet with
    all its pictures. ``probe``: ask for the documents that a page links to.
    """

    browser: str = ""
    storage_state: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    viewport: tuple[int, int] = (1280, 1024)
    wait_for: str = ""
    click: str = ""
    patience: float = 30.0
    probe: bool = True

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Visiting:
        return cls(**{**raw, "viewport": tuple(raw["viewport"])})
