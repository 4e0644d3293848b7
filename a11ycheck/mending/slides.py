"""PowerPoint's slides: the language of text that states none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.main_part import MainPart
    from a11ycheck.documents.office.package import Package
    from a11ycheck.mending.draft import Draft
    from a11ycheck.mending.xml_part import XmlPart

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RUNS = (f"{A}r", f"{A}fld")
"""Elements that hold text, with their properties first (ECMA-376 part 1, 21.1.2.2.4 and 21.1.2.3.8)."""


def mend_slides(package: Package, main: MainPart, draft: Draft, language: str) -> None:
    """State the language of each run, as PowerPoint itself does: a deck has none of its own."""
    if not language:
        return
    count = 0
    for found in package.relations(main.name).values():
        if found.type == "slide" and not found.external:
            part = draft.part(found.target)
            count += sum(_state(part, run, language) for run in part.root.iter(*RUNS)) if part else 0
    if count:
        draft.mend("language", language=language)
    else:
        draft.leave("no-place-for-language")


def _state(part: XmlPart, run: _Element, language: str) -> bool:
    properties = run.find(f"{A}rPr")
    if properties is not None:
        if properties.get("lang"):
            return False
        part.set_attribute(properties, "lang", language)
        return True
    prefix, colon, _ = part.name(run).rpartition(":")
    part.insert(run, f'<{prefix}{colon}rPr lang="{language}"/>', first=True)
    return True
