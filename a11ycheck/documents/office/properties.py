"""What an OOXML file says of itself: title, author, program, marks of being final or signed (OPC, ECMA-376 part 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck.documents.office.model import Properties
from a11ycheck.documents.office.word_values import language_tag, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.package import Package

DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"
CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"

PROGRAMS = {
    "libreoffice": "libreoffice",
    "openoffice": "libreoffice",
    "powerpoint": "powerpoint",
    "word": "word",
}
"""The program by a word in the application's name; what only writes files for one of them counts as that one."""
FINAL = b"_MarkAsFinal"
"""A custom property that Office sets when a document is marked as final."""


def read_properties(package: Package, otherwise: str) -> Properties:
    """Read core and extended properties. ``otherwise`` is the program whose format it is, where the file says none."""
    by_type = {found.type: found.target for found in package.relations("").values() if not found.external}
    core = _part(package, by_type.get("core-properties", ""), "docProps/core.xml")
    app = _part(package, by_type.get("extended-properties", ""), "docProps/app.xml")
    application = _text(app, f"{EXTENDED}Application")
    low = application.casefold()
    program = next((key for word, key in PROGRAMS.items() if word in low), otherwise)
    return Properties(
        _text(core, f"{DC}title"),
        _text(core, f"{DC}subject"),
        _text(core, f"{DC}creator"),
        _text(core, f"{CORE}keywords"),
        language_tag(_text(core, f"{DC}language")),
        program,
        application,
        _text(app, f"{EXTENDED}Template"),
        _text(core, f"{TERMS}created"),
        _text(core, f"{TERMS}modified"),
        max(whole(_text(app, f"{EXTENDED}Pages")), 0),
        max(whole(_text(app, f"{EXTENDED}Words")), 0),
    )


def is_marked_as_final(package: Package) -> bool:
    data = package.read("docProps/custom.xml") or b""
    place = data.find(FINAL)
    return place >= 0 and b"true" in data[place : place + 300].lower()


def is_signed(package: Package) -> bool:
    """Has it a digital signature (ECMA-376 part 2, clause 13)?"""
    return any(found.type == "origin" for found in package.relations("").values())


def _part(package: Package, named: str, usual: str) -> _Element | None:
    for name in (named, usual):
        if name and name in package:
            return package.xml(name)
    return None


def _text(root: _Element | None, tag: str) -> str:
    found = root.find(tag) if root is not None else None
    return " ".join("".join(map(str, found.itertext())).split())[:2_000] if found is not None else ""
