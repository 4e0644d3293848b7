"""What only PDF/UA-2 asks of annotations: flags, rich text, files, values of fields, pictures in signatures."""

from __future__ import annotations

from typing import Any

import pikepdf

from a11ycheck.documents.pdf.destinations import Destinations
from a11ycheck.documents.pdf.objects import Entries, ObjectId, Streams, entries, id_of, name, text, whole
from a11ycheck.documents.pdf.operators import INLINE_IMAGE, operators
from a11ycheck.documents.pdf.page_model import Particulars
from a11ycheck.documents.pdf.pages import DEEPEST_FIELD, AnnotationSource
from a11ycheck.documents.pdf.xml import parse
from a11ycheck.trouble import CouldNotCheck

MOST_FORMS = 20
"""Forms of one signature's appearance that are looked into. Acrobat nests three or four."""
MOST_OPERATORS = 100_000
"""Operators of one such form. A traced signature has some thousands."""
PAINTS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"s", b"S", b"sh", INLINE_IMAGE))
"""Operators that paint something other than text (8.5.3, 8.7.4.2, 8.9.7)."""


def read_particulars(source: AnnotationSource, destinations: Destinations, streams: Streams) -> Particulars:
    """Read those of one annotation."""
    held = source.held
    file = held.get("/FS")
    kind = source.field.type
    return Particulars(
        whole(held.get("/F")),
        name(held.get("/Name")),
        _rich_text(held["/RC"], streams) if "/RC" in held else None,
        file is not None,
        name(entries(file).get("/AFRelationship")),
        "/AA" in held,
        _plain(_inherited(held, "/V"), streams) if kind == "Tx" else None,
        _rich_text(_inherited(held, "/RV"), streams) if kind == "Tx" else None,
        kind == "Sig" and _draws_graphic(held, streams),
        destinations.target(held) if source.subtype == "Link" else "",
    )


def _inherited(held: Entries, key: str) -> Any:
    """Return an entry of a form field, its own or that of a field above it (12.7.3.1)."""
    for _ in range(DEEPEST_FIELD):
        if key in held or not held:
            break
        held = entries(held.get("/Parent"))
    return held.get(key)


def _plain(value: object, streams: Streams) -> str | None:
    """Return a text string or text stream (12.7.4.3)."""
    if isinstance(value, pikepdf.Stream):
        return (streams.read(value) or b"").decode("utf-8", "replace")
    return text(value)


def _rich_text(value: object, streams: Streams) -> str | None:
    """Return the words of a rich text string (12.7.3.4), None where there are none or its XML is broken."""
    root = parse((_plain(value, streams) or "").encode("utf-8", "replace"))
    return None if root is None else "".join(str(words) for words in root.itertext())


def _draws_graphic(held: Entries, streams: Streams) -> bool:
    """Does the normal appearance paint a picture, line or area that is no artifact?"""
    waiting: list[object] = [entries(held.get("/AP")).get("/N")]
    seen: set[ObjectId] = set()
    while waiting and len(seen) < MOST_FORMS:
        form = waiting.pop()
        if not isinstance(form, pikepdf.Stream) or id_of(form) in seen:
            continue
        seen.add(id_of(form))
        objects = entries(entries(form.get("/Resources")).get("/XObject"))
        try:
            drawn, painted = _drawn(streams.read(form) or b"")
        except CouldNotCheck:
            return False
        if painted:
            return True
        for each in (objects.get(f"/{one}") for one in drawn):
            if isinstance(each, pikepdf.Stream) and name(each.get("/Subtype")) == "Image":
                return True
            waiting.append(each)
    return False


def _drawn(data: bytes) -> tuple[list[str], bool]:
    """Return the names of the XObjects that a form draws outside artifacts, and whether it paints anything itself."""
    drawn: list[str] = []
    marks: list[bool] = []
    for count, (operator, operands) in enumerate(operators(data)):
        if count >= MOST_OPERATORS:
            break
        if operator in (b"BMC", b"BDC"):
            marks.append(bool(operands) and operands[0] == "Artifact")
        elif operator == b"EMC":
            marks = marks[:-1]
        elif any(marks):
            continue
        elif operator in PAINTS:
            return drawn, True
        elif operator == b"Do" and operands and isinstance(operands[0], str):
            drawn.append(operands[0])
    return drawn, False
