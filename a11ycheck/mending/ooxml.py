"""What Word and PowerPoint files have in common: the title among the properties (ECMA-376 part 2, clause 11)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from a11ycheck.documents.office.properties import DC
from a11ycheck.documents.office.word_values import W

if TYPE_CHECKING:
    from a11ycheck.documents.office.package import Package
    from a11ycheck.mending.draft import Draft

USUAL = "docProps/core.xml"


def binds_title(package: Package, main: str) -> bool:
    """Does a content control show the title among the properties (part 1, 17.5.2.6)?"""
    others = (
        found.target for found in package.relations(main).values() if found.type in ("header", "footer")
    )
    for name in (main, *others):
        if b"dataBinding" not in (package.read(name) or b""):
            continue
        root = package.xml(name)
        for bound in root.iter(f"{W}dataBinding") if root is not None else ():
            path = bound.get(f"{W}xpath", "")
            if "coreProperties" in path and ":title" in path:
                return True
    return False


def set_title(package: Package, draft: Draft, title: str) -> None:
    """Write the title into the core properties."""
    named = (found.target for found in package.relations("").values() if found.type == "core-properties")
    name = next((name for name in (*named, USUAL) if name in package), "")
    part = draft.part(name)
    if part is None:
        draft.leave("no-properties")
        return
    there = part.root.find(f"{DC}title")
    if there is not None:
        part.set_text(there, title)
    elif prefix := part.prefix(part.root, DC):
        part.insert(part.root, f"<{prefix}title>{escape(title)}</{prefix}title>", first=True)
    else:
        part.insert(
            part.root, f'<dc:title xmlns:dc="{DC.strip("{}")}">{escape(title)}</dc:title>', first=True
        )
    draft.mend("title", title=title)
