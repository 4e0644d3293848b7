"""What is being changed in a document: its XML parts as they are taken up, and what there is to tell."""

from __future__ import annotations

from collections.abc import Callable

from a11ycheck.mending import Note, Wishes
from a11ycheck.mending.xml_part import XmlPart
from a11ycheck.outcome import Value
from a11ycheck.trouble import CouldNotCheck


class Draft:
    """``read`` gives the bytes of a part by its name, None where there is none."""

    def __init__(self, read: Callable[[str], bytes | None], wishes: Wishes) -> None:
        self.wishes = wishes
        self.parts: dict[str, XmlPart] = {}
        self.mended: list[Note] = []
        self.left: list[Note] = []
        self._read = read

    def part(self, name: str) -> XmlPart | None:
        """A part to change; None where there is none that can be changed."""
        if name in self.parts:
            return self.parts[name]
        data = self._read(name) if name else None
        if data is None:
            return None
        try:
            self.parts[name] = XmlPart(data, name)
        except CouldNotCheck:
            return None
        return self.parts[name]

    def mend(self, key: str, **data: Value) -> None:
        self.mended.append(Note(key, data))

    def leave(self, key: str, **data: Value) -> None:
        self.left.append(Note(key, data))
