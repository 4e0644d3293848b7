"""The part of an OOXML package that is the document, and what it is by its content type."""

from __future__ import annotations

from typing import NamedTuple

from a11ycheck.documents.office.package import Package
from a11ycheck.trouble import CouldNotCheck

TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

FORMATS = {
    "wordprocessingml.document.main+xml": ("word", "docx"),
    "wordprocessingml.template.main+xml": ("word", "dotx"),
    "document.macroenabled.main+xml": ("word", "docm"),
    "template.macroenabledtemplate.main+xml": ("word", "dotm"),
    "presentationml.presentation.main+xml": ("slides", "pptx"),
    "presentationml.slideshow.main+xml": ("slides", "ppsx"),
    "presentationml.template.main+xml": ("slides", "potx"),
    "presentation.macroenabled.main+xml": ("slides", "pptm"),
    "slideshow.macroenabled.main+xml": ("slides", "ppsm"),
    "template.macroenabled.main+xml": ("slides", "potm"),
}
"""Family and suffix by the end of the main part's content type (ECMA-376 part 1, 11.3.10 and 13.3.6; [MS-OFFMACRO])."""


class MainPart(NamedTuple):
    """``family``: “word” or “slides”; ``format``: the suffix of the format; ``name``: the part's name."""

    family: str
    format: str
    name: str


def find_main_part(package: Package) -> MainPart:
    """Return the document's part. Raises ``CouldNotCheck`` where there is none of ours."""
    types = _content_types(package)
    relations = package.relations("").values()
    named = [found.target for found in relations if found.type == "officeDocument" and not found.external]
    by_type = [name for name, type_ in types.items() if _format(type_) and not name.startswith(".")]
    for name in (*named, *by_type, "word/document.xml", "ppt/presentation.xml"):
        if name not in package:
            continue
        low = name.casefold()
        known = _format(types.get(low) or types.get("." + low.rpartition(".")[2], ""))
        if known is None and name in ("word/document.xml", "ppt/presentation.xml"):
            known = ("word", "docx") if name.startswith("word") else ("slides", "pptx")
        if known is not None:
            return MainPart(*known, name)
    if any(name.startswith(("xl/", "visio/")) for name in package.names):
        raise CouldNotCheck("no-kind", "a spreadsheet or drawing")
    raise CouldNotCheck("broken", "no main part")


def _content_types(package: Package) -> dict[str, str]:
    root = package.xml("[Content_Types].xml")
    if root is None:
        return {}
    found = {}
    for entry in root:
        if entry.tag == TYPES + "Override":
            found[entry.get("PartName", "").lstrip("/").casefold()] = entry.get("ContentType", "")
        elif entry.tag == TYPES + "Default":
            found["." + entry.get("Extension", "").casefold()] = entry.get("ContentType", "")
    return found


def _format(content_type: str) -> tuple[str, str] | None:
    low = content_type.casefold()
    return next((known for end, known in FORMATS.items() if low.endswith(end)), None)
