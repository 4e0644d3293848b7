"""The zip that a document is packed in, read with limits, and the relations between its parts (OPC)."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office import xml
from a11ycheck.documents.office.limits import LARGEST_DIRECTORY, LARGEST_IN_ALL, LARGEST_XML, MOST_ENTRIES
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from lxml.etree import _Element

END_OF_DIRECTORY = b"PK\x05\x06"
LONGEST_END = 65_535 + 22
ENCRYPTED = 0x1
"""Bit of an entry's flags (PKWARE's APPNOTE, 4.4.4)."""
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relation(NamedTuple):
    """A relation from one part to another, or to an address. ``type`` is the last word of its type (“image”)."""

    type: str
    target: str
    external: bool


class Package:
    """The parts of a zipped document by name. Names are compared without case, as OPC has it, and “\\” is “/”.

    Nothing is unpacked before its size in the directory has been looked at. ``unread`` collects what could not be read.
    Raises ``CouldNotCheck`` where the bytes are no zip that can be read.
    """

    def __init__(self, data: bytes) -> None:
        _look_at_end(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError) as error:
            raise CouldNotCheck("broken", str(error)[:200]) from None
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            raise CouldNotCheck("too-big", f"{len(entries)} parts")
        self._entries = {_key(entry.filename): entry for entry in entries}
        self._unpacked = 0
        self.unread: list[str] = []

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, as written but with “/”."""
        return tuple(entry.filename.replace("\\", "/").lstrip("/") for entry in self._entries.values())

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._entries

    def size(self, name: str) -> int:
        """The part's size when unpacked, as the directory has it; 0 where there is no such part."""
        entry = self._entries.get(_key(name))
        return entry.file_size if entry else 0

    def checksum(self, name: str) -> int | None:
        """The part's CRC-32 as the directory has it; None where there is no such part."""
        entry = self._entries.get(_key(name))
        return entry.CRC if entry else None

    def read(self, name: str, largest: int = LARGEST_XML) -> bytes | None:
        """Return a part's bytes; None where there is none, or it could not be read, which ``unread`` then tells."""
        entry = self._entries.get(_key(name))
        if entry is None:
            return None
        try:
            return self._unpack(entry, largest)
        except CouldNotCheck as reason:
            self.unread.append(f"{name}: {reason.trouble.reason}")
            return None

    def xml(self, name: str) -> _Element | None:
        """Return the root of an XML part; None where there is none, or it could not be read."""
        data = self.read(name)
        if data is None:
            return None
        try:
            return xml.parse(data, name)
        except CouldNotCheck as reason:
            self.unread.append(f"{name}: {reason.trouble.reason}")
            return None

    def main_xml(self, name: str) -> _Element:
        """Return the root of the part without which there is nothing to check. Raises ``CouldNotCheck``."""
        entry = self._entries.get(_key(name))
        if entry is None:
            raise CouldNotCheck("broken", f"{name} is missing")
        return xml.parse(self._unpack(entry, LARGEST_XML), name)

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part by their id; those of the package itself for an empty name."""
        folder, _, file = part.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {
            found.get("Id", ""): _relation(found, folder)
            for found in root.iter(RELATIONSHIP)
            if found.get("Target") is not None
        }

    def _unpack(self, entry: zipfile.ZipInfo, largest: int) -> bytes:
        if entry.flag_bits & ENCRYPTED:
            raise CouldNotCheck("password", entry.filename)
        self._unpacked += entry.file_size
        if entry.file_size > largest or self._unpacked > LARGEST_IN_ALL:
            raise CouldNotCheck("too-big", entry.filename)
        try:
            return self._zip.read(entry)
        except (
            zipfile.BadZipFile,
            zlib.error,
            struct.error,
            EOFError,
            ValueError,
            OSError,
            RuntimeError,  # NotImplementedError too: a compression that is not known
        ) as error:
            raise CouldNotCheck("broken", f"{entry.filename}: {error}"[:200]) from None


def _look_at_end(data: bytes) -> None:
    """Refuse a zip whose directory is too large, before anything has been made of it."""
    start = data.rfind(END_OF_DIRECTORY, max(0, len(data) - LONGEST_END))
    if start < 0 or start + 22 > len(data):
        raise CouldNotCheck("broken", "no end of the zip's directory")
    entries, size = struct.unpack_from("<HI", data, start + 10)
    if entries > MOST_ENTRIES or size > LARGEST_DIRECTORY:
        raise CouldNotCheck("too-big", f"{entries} parts")


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _relation(found: _Element, folder: str) -> Relation:
    target = found.get("Target", "")
    type_ = found.get("Type", "").rpartition("/")[2]
    if found.get("TargetMode") == "External":
        return Relation(type_, target, True)
    target = target.replace("\\", "/")
    path = (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )
    return Relation(type_, path, False)
