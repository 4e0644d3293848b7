"""What a document says about itself as a whole, and what it carries: catalog, XMP, permissions, bookmarks, files."""

from __future__ import annotations

import pikepdf

from a11ycheck.documents.facts import Found
from a11ycheck.documents.pdf import limits
from a11ycheck.documents.pdf.catalog_model import Bookmark, Catalog
from a11ycheck.documents.pdf.objects import (
    Entries,
    ObjectId,
    Streams,
    entries,
    id_of,
    name,
    number,
    text,
    tree_entries,
    whole,
)
from a11ycheck.documents.pdf.xfa import has_dynamic_form
from a11ycheck.documents.pdf.xmp import read_xmp
from a11ycheck.trouble import CouldNotCheck


def read_catalog(file: pikepdf.Pdf, root: Entries, streams: Streams) -> Catalog:
    """Return what the catalog, the information dictionary, the XMP packet and the encryption dictionary say."""
    information = entries(file.trailer.get("/Info"))
    encryption = entries(file.trailer.get("/Encrypt"))
    marks = entries(root.get("/MarkInfo"))
    metadata = root.get("/Metadata")
    xmp = read_xmp(streams.read(metadata) or b"")
    return Catalog(
        title=text(information.get("/Title")) or "" if xmp.title is None else xmp.title.value,
        show_title=entries(root.get("/ViewerPreferences")).get("/DisplayDocTitle") is True,
        language=text(root.get("/Lang")),
        marked=marks.get("/Marked") is True,
        suspects=marks.get("/Suspects") is True,
        has_structure=bool(entries(root.get("/StructTreeRoot"))),
        producer=text(information.get("/Producer")) or "",
        creator=text(information.get("/Creator")) or "",
        permissions=_signed(whole(encryption.get("/P"))) if encryption else None,
        security_revision=whole(encryption.get("/R")),
        xmp=xmp if is_metadata(metadata) else None,
        xml_form="/XFA" in entries(root.get("/AcroForm")),
        dynamic_form=has_dynamic_form(entries(root.get("/AcroForm")), streams),
    )


def is_metadata(stream: object) -> bool:
    """Is it a metadata stream, with the type and subtype that one must have (14.3.2, table 315)?"""
    held = entries(stream) if isinstance(stream, pikepdf.Stream) else {}
    return name(held.get("/Type")) == "Metadata" and name(held.get("/Subtype")) == "XML"


def _signed(permissions: int) -> int:
    """Some writers store the 32 bits (table 22) as an unsigned number."""
    return (permissions & 0xFFFFFFFF ^ 0x80000000) - 0x80000000


def read_bookmarks(root: Entries) -> tuple[Bookmark, ...]:
    """Return the document outline (12.3.3), in order."""
    found: list[Bookmark] = []
    seen: set[ObjectId] = set()
    waiting: list[tuple[object, int]] = [(entries(root.get("/Outlines")).get("/First"), 1)]
    while waiting and len(found) < limits.MOST_BOOKMARKS:
        entry, level = waiting.pop()
        key = id_of(entry)
        held = entries(entry)
        if not held or key in seen:
            continue
        seen.add(key)
        found.append(Bookmark((text(held.get("/Title")) or "").strip(), level))
        waiting += [(held.get("/Next"), level), (held.get("/First"), level + 1)]
    return tuple(found)


def read_attachments(root: Entries, streams: Streams) -> tuple[Found, ...]:
    """Return the files embedded in the document (7.11.4), as far as the limits go."""
    found: list[Found] = []
    left = limits.ALL_ATTACHMENTS
    for _, specification in tree_entries(entries(root.get("/Names")).get("/EmbeddedFiles"), "/Names"):
        held = entries(specification)
        file_name = text(held.get("/UF")) or text(held.get("/F")) or ""
        versions = entries(held.get("/EF"))
        stream = versions.get("/UF", versions.get("/F"))
        stated = number(entries(entries(stream).get("/Params")).get("/Size"))
        if not file_name or stream is None or stated > left:
            continue
        try:
            data = streams.read(stream)
        except CouldNotCheck:
            # Larger than what is read of one document: left out, while the document itself is checked.
            break
        if data and len(data) <= left:
            found.append(Found(file_name, data))
            left -= len(data)
        if len(found) >= limits.MOST_ATTACHMENTS:
            break
    return tuple(found)
