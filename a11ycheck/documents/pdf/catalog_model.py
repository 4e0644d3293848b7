"""What a document says as a whole, as rules see it: catalog, XMP, bookmarks and destinations."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from a11ycheck.outcome import Where, anchor


class Property(NamedTuple):
    """A property of an XMP packet: the prefix that its name is written with, and its value."""

    prefix: str
    value: str = ""


class Xmp(NamedTuple):
    """What an XMP packet says (ISO 16684-1). A broken packet says nothing.

    ``title`` is dc:title. ``identification`` holds the properties of the PDF/UA identification schema (ISO 14289-1,
    5) by name: part, amd, corr. ``languageless`` names the properties whose only text is in no stated language
    (x-default).
    """

    title: Property | None = None
    identification: Mapping[str, Property] = MappingProxyType({})
    languageless: tuple[str, ...] = ()


class Catalog(NamedTuple):
    """What the document says as a whole: catalog, trailer, XMP and permissions.

    ``title``: dc:title of the XMP packet, else Title of the information dictionary. ``permissions`` is P of the
    standard security handler as a signed number, None where the file is not encrypted. ``xmp`` is None where there is
    no metadata stream (14.3.2). ``dynamic_form``: the form is made by the viewer as it is filled in (XFA), and
    ``xml_form`` that there is an XFA form of any kind. ``scripts``
    are those that run by themselves when the document or a page of it is opened or closed.
    """

    title: str = ""
    show_title: bool = False
    language: str | None = None
    marked: bool = False
    suspects: bool = False
    has_structure: bool = False
    producer: str = ""
    creator: str = ""
    permissions: int | None = None
    security_revision: int = 0
    xmp: Xmp | None = None
    dynamic_form: bool = False
    xml_form: bool = False
    scripts: tuple[str, ...] = ()


def program_of(catalog: Catalog) -> str:
    """The program that made the document, a key of ``rule.PROGRAMS``, from what it says of itself; else empty."""
    made_by = f"{catalog.creator} {catalog.producer}".casefold()
    for name, words in (
        ("powerpoint", ("powerpoint",)),
        ("word", ("microsoft word", "microsoft® word", "word for microsoft")),
        ("indesign", ("indesign",)),
        ("libreoffice", ("libreoffice", "openoffice", "writer", "impress")),
    ):
        if any(word in made_by for word in words):
            return name
    return ""


class Bookmark(NamedTuple):
    """An entry of the document outline (12.3.3)."""

    title: str
    level: int

    @property
    def where(self) -> Where:
        return Where((("bookmark", self.title[:60]),), anchor("bookmark", self.title))


class Jump(NamedTuple):
    """A destination within the document, or a GoTo action (12.3.2, 12.6.4.2).

    ``kind`` is what it belongs to: "bookmark", "link", "annotation", "page", or "opening" for the document's own.
    ``to_tag``: it leads to a structure element, and not only to a place on a page. ``by_action``: it is an action.
    """

    kind: str
    name: str = ""
    page: int = 0
    to_tag: bool = False
    by_action: bool = False

    def leading(self, to_tag: bool, by_action: bool = False) -> Jump:
        return self._replace(to_tag=to_tag, by_action=by_action)

    @property
    def where(self) -> Where:
        steps: list[tuple[str, str | int]] = [("page", self.page)] if self.page else []
        if self.kind in ("bookmark", "link", "annotation"):
            steps.append((self.kind, self.name[:60]))
        return Where(tuple(steps), anchor("jump", self.kind, self.page, self.name))
