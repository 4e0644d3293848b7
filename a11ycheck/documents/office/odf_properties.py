"""What an OpenDocument file says of itself: title, author, program, how it may be edited, what was changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck.documents.office.model import Properties, Protection, Revisions
from a11ycheck.documents.office.odf_names import CONFIG, DC, MANIFEST, META, OFFICE, TEXT, XLINK, words_in
from a11ycheck.documents.office.properties import PROGRAMS
from a11ycheck.documents.office.word_values import language_tag, whole
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.package import Package

LONGEST = 2_000
"""Characters of a property."""
SIGNATURES = "META-INF/documentsignatures.xml"
PROGRAM_FOLDERS = ("Basic/", "Scripts/")


def refuse_encrypted(package: Package) -> None:
    """Raise ``CouldNotCheck`` where the parts are encrypted (part 2, 3.4)."""
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(MANIFEST + "encryption-data"), None) is not None:
        raise CouldNotCheck("password")


def read_properties(root: _Element | None) -> Properties:
    """Read the ``office:meta`` of a part or flat file."""
    meta = root.find(OFFICE + "meta") if root is not None else None
    if meta is None:
        return Properties(program="libreoffice")
    application = _text(meta, META + "generator")
    low = application.casefold()
    statistic = meta.find(META + "document-statistic")
    counted = [
        max(whole(statistic.get(META + name)), 0) if statistic is not None else 0
        for name in ("page-count", "word-count")
    ]
    template = meta.find(META + "template")
    return Properties(
        _text(meta, DC + "title"),
        _text(meta, DC + "subject"),
        _text(meta, META + "initial-creator") or _text(meta, DC + "creator"),
        ", ".join(filter(None, (words_in(found) for found in meta.iterchildren(META + "keyword"))))[:LONGEST],
        language_tag(_text(meta, DC + "language")),
        next((key for word, key in PROGRAMS.items() if word in low), "libreoffice"),
        application,
        (template.get(XLINK + "title") or "")[:LONGEST] if template is not None else "",
        _text(meta, META + "creation-date"),
        _text(meta, DC + "date"),
        *counted,
    )


def read_protection(settings: _Element | None, package: Package | None) -> Protection:
    """Read how the document may be edited from its settings."""
    said: dict[str, str] = {}
    for item in settings.iter(CONFIG + "config-item") if settings is not None else ():
        said.setdefault(item.get(CONFIG + "name") or "", (item.text or "").strip())
    edit = ""
    if said.get("RedlineProtectionKey"):
        edit = "tracked changes"
    elif said.get("ProtectForm") == "true":
        edit = "forms"
    return Protection(
        edit,
        signed=package is not None and SIGNATURES in package,
        read_only_recommended=said.get("LoadReadonly") == "true",
    )


def read_revisions(roots: list[_Element]) -> Revisions:
    """Count tracked changes and comments (5.5, 14.1)."""
    counts = {"insertion": 0, "deletion": 0, "format-change": 0}
    tracking = False
    for root in roots:
        for tracked in root.iter(TEXT + "tracked-changes"):
            tracking = tracking or (tracked.get(TEXT + "track-changes") or "true") == "true"
            for region in tracked.iterchildren(TEXT + "changed-region"):
                for change in region:
                    name = str(change.tag).rpartition("}")[2]
                    if name in counts:
                        counts[name] += 1
    return Revisions(
        counts["insertion"],
        counts["deletion"],
        formats=counts["format-change"],
        comments=sum(1 for root in roots for _ in root.iter(OFFICE + "annotation")),
        tracking=tracking,
    )


def has_macros(package: Package | None, root: _Element) -> bool:
    """Does it hold programs?"""
    if package is not None and any(name.startswith(PROGRAM_FOLDERS) for name in package.names):
        return True
    scripts = root.find(OFFICE + "scripts")
    # LibreOffice writes an empty list of libraries into every flat file.
    return scripts is not None and any(
        len(libraries) for script in scripts.iterchildren(OFFICE + "script") for libraries in script
    )


def _text(meta: _Element, tag: str) -> str:
    return words_in(meta.find(tag))[:LONGEST]
