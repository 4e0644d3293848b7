"""From the bytes of a text document or slide deck to its model: the line that everything in this package hangs on."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from a11ycheck.documents.office import FLAT, OLE, RTF, ZIP
from a11ycheck.documents.office.to_content import content_of
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from a11ycheck.documents.office.model import Office
    from a11ycheck.documents.office.package import Package

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""Names a stream in an OLE file: Office's encrypted files are such files ([MS-OFFCRYPTO], 2.3.2)."""
RIGHTS = "DRMEncryptedDataSpace".encode("utf-16-le")
"""The same where a rights service holds the key ([MS-OFFCRYPTO], 2.2.4)."""
OLD_FORMATS = tuple(
    name.encode("utf-16-le") for name in ("WordDocument", "PowerPoint Document", "PP97_DUALSTORAGE", "PP40")
)
"""Streams of Word's and PowerPoint's formats before 2007 ([MS-DOC], 2.1.1; [MS-PPT], 2.1.2)."""
OLDEST_WORD = b"Word.Document"
CONTENT_TYPES = "[Content_Types].xml"


def open_office(data: bytes) -> Office:
    """Read a text document or slide deck. Raises ``CouldNotCheck``, and nothing else, whatever the bytes are."""
    if not data:
        raise CouldNotCheck("empty")
    try:
        with _no_collecting():
            office = _read(data)
            return replace(office, content=content_of(office))
    except MemoryError:
        raise CouldNotCheck("out-of-memory") from None


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Put off the search for cyclic garbage: a document leaves none while it is read, and a good part of the time goes
    to looking for it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(data: bytes) -> Office:
    if data.startswith(OLE):
        raise _refusal_of_ole(data)
    if data.startswith(RTF):
        raise CouldNotCheck("old-format", "RTF")
    if data.startswith(ZIP):
        from a11ycheck.documents.office.package import Package

        return _read_package(Package(data))
    if FLAT in data[:4096]:
        from a11ycheck.documents.office.odf_reader import open_odf
        from a11ycheck.documents.office.xml import parse

        return open_odf(parse(data, "the file"))
    raise CouldNotCheck("broken" if data.startswith(b"PK") else "not-what-it-says")


def _read_package(package: Package) -> Office:
    if CONTENT_TYPES in package:
        from a11ycheck.documents.office.main_part import MainPart, find_main_part

        main: MainPart = find_main_part(package)
        if main.family == "word":
            from a11ycheck.documents.office.word import read_word

            return read_word(package, main)
        from a11ycheck.documents.office.slides import read_slides

        return read_slides(package, main)
    if "content.xml" in package or "META-INF/manifest.xml" in package:
        from a11ycheck.documents.office.odf_reader import open_odf

        return open_odf(package)
    raise CouldNotCheck("not-what-it-says", "a zip without a document")


def _refusal_of_ole(data: bytes) -> CouldNotCheck:
    if RIGHTS in data:
        return CouldNotCheck("encryption", "rights management")
    if ENCRYPTED in data:
        return CouldNotCheck("password")
    if OLDEST_WORD in data or any(stream in data for stream in OLD_FORMATS):
        return CouldNotCheck("old-format")
    return CouldNotCheck("no-kind", "OLE")
