"""Parts of a zip changed in place: all others keep their bytes, packed as they are, with names, dates and order."""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from a11ycheck.mending import CannotMend, Splice

LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
"""Headers of a zip (PKWARE's APPNOTE, 4.3.7, 4.3.12 and 4.3.16)."""
SIZES_FOLLOW = 0x8
ENCRYPTED = 0x1
STORED, DEFLATED = 0, 8
ZIP64 = 0x0001
"""The extra field of sizes beyond 4 GB (4.5.3)."""


class _Entry(NamedTuple):
    fields: tuple[int, ...]
    name: bytes
    extra: bytes
    comment: bytes

    @property
    def flags(self) -> int:
        return self.fields[2]

    @property
    def offset(self) -> int:
        return self.fields[15]


def zip_splices(data: bytes, changed: Mapping[str, bytes]) -> list[Splice]:
    """Return the splices that give entries of a zip new content.

    ``changed``: unpacked content by the entry's name, which is compared without case; of several with one name, the
    last is meant. Raises ``CannotMend`` for a zip that is built in another way than programs for text and slides do.
    """
    entries, directory, end = _directory(data)
    numbers = {_key(entry.name.decode("utf-8", "replace")): number for number, entry in enumerate(entries)}
    bounds = sorted(entry.offset for entry in entries)
    if len(set(bounds)) < len(bounds) or bounds[-1] >= directory:
        raise CannotMend("zip", "entries overlap")
    bounds.append(directory)
    splices: list[Splice] = []
    renewed: dict[int, _Entry] = {}
    for name, content in changed.items():
        if (number := numbers.get(_key(name))) is None:
            raise CannotMend("zip", "an unusual name")
        entry = entries[number]
        until = bounds[bisect_right(bounds, entry.offset)]
        splice, renewed[number] = _renewed(data, entry, until, content)
        splices.append(splice)
    splices.sort()
    starts = [splice.start for splice in splices]
    grown = [0]
    for splice in splices:
        grown.append(grown[-1] + len(splice.new) - splice.length)
    written = []
    for number, entry in enumerate(entries):
        # What starts after a splice has moved by as much as those before it have grown.
        moved = entry.offset + grown[bisect_right(starts, entry.offset - 1)]
        written.append(_written(renewed.get(number, entry), moved))
    new_directory = b"".join(written)
    sign, disk, first_disk, here, total, _, _, comment = END.unpack_from(data, end)
    new_end = END.pack(
        sign, disk, first_disk, here, total, len(new_directory), directory + grown[-1], comment
    )
    splices.append(Splice(directory, end + END.size - directory, new_directory + new_end))
    return splices


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _directory(data: bytes) -> tuple[list[_Entry], int, int]:
    """The entries, where the directory begins, and where its end record does."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    if end < 0 or end + END.size > len(data):
        raise CannotMend("zip", "no directory")
    _, disk, first_disk, here, total, size, at, comment = END.unpack_from(data, end)
    plain = disk == first_disk == 0 and here == total and at + size == end
    if not plain or total in (0, 0xFFFF) or end + END.size + comment > len(data):
        raise CannotMend("zip", "an unusual directory")
    entries = []
    directory = at
    for _ in range(total):
        if at + CENTRAL.size > end or data[at : at + 4] != b"PK\x01\x02":
            raise CannotMend("zip", "an unusual directory")
        _, *fields = CENTRAL.unpack_from(data, at)
        lengths = fields[9:12]
        at += CENTRAL.size
        texts = []
        for length in lengths:
            texts.append(data[at : at + length])
            at += length
        entries.append(_Entry(tuple(fields), *texts))
    if at != end:
        raise CannotMend("zip", "an unusual directory")
    return entries, directory, end


def _renewed(data: bytes, entry: _Entry, until: int, content: bytes) -> tuple[Splice, _Entry]:
    """The splice for an entry with this content, and the entry in the directory; the next one begins at ``until``."""
    start = entry.offset
    if start + LOCAL.size > until or data[start : start + 4] != b"PK\x03\x04" or entry.flags & ENCRYPTED:
        raise CannotMend("zip", "an unusual entry")
    sign, needed, flags, method, time, date, _, _, _, name_length, extra_length = LOCAL.unpack_from(
        data, start
    )
    packed_at = start + LOCAL.size + name_length + extra_length
    name = data[start + LOCAL.size : packed_at - extra_length]
    extra = _without_sizes(data[packed_at - extra_length : packed_at])
    packed_size = entry.fields[7]
    if method not in (STORED, DEFLATED) or packed_at + packed_size > until:
        raise CannotMend("zip", "an unusual entry")
    packed = content if method == STORED else _deflated(content)
    sizes = (zlib.crc32(content), len(packed), len(content))
    flags &= ~SIZES_FOLLOW
    header = LOCAL.pack(sign, needed, flags, method, time, date, *sizes, len(name), len(extra))
    stop = until if entry.flags & SIZES_FOLLOW else packed_at + packed_size
    splice = Splice(start, stop - start, header + name + extra + packed)
    fields = list(entry.fields)
    fields[2] &= ~SIZES_FOLLOW
    fields[6:9] = sizes
    central_extra = _without_sizes(entry.extra)
    fields[10] = len(central_extra)
    return splice, _Entry(tuple(fields), entry.name, central_extra, entry.comment)


def _written(entry: _Entry, offset: int) -> bytes:
    header = CENTRAL.pack(b"PK\x01\x02", *entry.fields[:-1], offset)
    return header + entry.name + entry.extra + entry.comment


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def _without_sizes(extra: bytes) -> bytes:
    """The extra fields without that of sizes beyond 4 GB, which none of ours has."""
    kept = []
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind != ZIP64:
            kept.append(extra[at : at + 4 + length])
        at += 4 + length
    return b"".join((*kept, extra[at:]))
