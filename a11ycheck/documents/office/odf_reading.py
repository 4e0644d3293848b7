"""What is shared by all that reads one OpenDocument file: its parts, what has been counted, and what was left out."""

from __future__ import annotations

import posixpath
from collections import Counter
from typing import TYPE_CHECKING

from a11ycheck.documents.office.model import Form, Image, RunFormat
from a11ycheck.documents.office.odf_controls import Forms
from a11ycheck.documents.office.odf_names import HREF, OFFICE
from a11ycheck.documents.office.odf_shapes import Shapes
from a11ycheck.outcome import anchor

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.package import Package

MOST_REPEATED = 50_000
"""Elements in cells that stand for many, over the whole document: a calendar of a year has some hundred."""
MOST_SPACES = 1_000_000
"""Spaces that are made of elements that stand for many, over the whole document."""
SUFFIX = {"jpeg": "jpg", "tiff": "tif"}


class Reading:
    """``package`` is None for a flat file, which holds its pictures and objects itself.

    ``templates``: those of tables on slides, by name, with the cell style of each part.
    """

    def __init__(self, package: Package | None, form: Form) -> None:
        self.package = package
        self.form = form
        self.templates: dict[str, dict[str, str]] = {}
        self.unread: list[str] = package.unread if package is not None else []
        self.forms = Forms(self)
        self.shapes = Shapes(self)
        self._counted: Counter[str] = Counter()
        self._repeated = MOST_REPEATED
        self._spaces = MOST_SPACES
        self._hidden: dict[RunFormat, RunFormat] = {}

    def next(self, kind: str) -> int:
        """The number of the next paragraph, table, shape or control."""
        self._counted[kind] += 1
        return self._counted[kind]

    def leave_out(self, what: str) -> None:
        if what not in self.unread:
            self.unread.append(what)

    def repeated(self, wanted: int, size: int) -> int:
        """How many of this many like cells or rows are made: one at least, more as long as all that they hold, ``size``
        elements each, is not too much."""
        more = min(wanted - 1, self._repeated // size)
        if more < wanted - 1:
            self.leave_out("repeated cells")
        self._repeated -= more * size
        return more + 1

    def spaces(self, wanted: int) -> int:
        found = min(wanted, self._spaces)
        self._spaces -= found
        return max(found, 1)

    def hidden(self, format_: RunFormat) -> RunFormat:
        """The same format, hidden."""
        found = self._hidden.get(format_)
        if found is None:
            found = self._hidden[format_] = format_._replace(hidden=True)
        return found

    def image(self, element: _Element) -> Image:
        """The picture of a ``draw:image`` or of a background: in the package, in the file itself, or elsewhere."""
        address = element.get(HREF) or ""
        if address:
            return self.image_at(address)
        data = element.find(OFFICE + "binary-data")
        if data is None or not (data.text or "").strip():
            return Image(missing=True)
        written = "".join((data.text or "").split())
        return Image(anchor(written), _type_of(written))

    def image_at(self, address: str) -> Image:
        name = self.part(address)
        if name is None:
            return Image(type=suffix(address), linked=address)
        checksum = self.package.checksum(name) if self.package is not None else None
        if self.package is None or checksum is None:
            return Image(type=suffix(address), missing=True)
        return Image(f"{checksum:08x}{self.package.size(name):x}", suffix(address))

    def part(self, address: str) -> str | None:
        """The name of the part that an address leads to; None where it leads out of the package."""
        if ":" in address.partition("/")[0] or address.startswith(("/", "#")):
            return None
        name = posixpath.normpath(address)
        return None if name.startswith("..") else name


def suffix(address: str) -> str:
    """A file's suffix in lower case, where it has one that looks like one."""
    dot, end = address.partition("?")[0].rpartition(".")[1:]
    low = end.casefold()
    return SUFFIX.get(low, low) if dot and low.isalnum() and len(low) <= 5 else ""


def _type_of(base64: str) -> str:
    """The format of a picture by its first bytes, in base64."""
    begins = {
        "iVBORw": "png",
        "/9j/": "jpg",
        "R0lGOD": "gif",
        "PHN2Zy": "svg",
        "PD94bWw": "svg",
        "AQAAA": "emf",
    }
    return next((type_ for begin, type_ in begins.items() if base64.startswith(begin)), "")
