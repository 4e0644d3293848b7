"""Objects of a PDF as plain Python values: the one place that knows how pikepdf can fail on them.

Whatever a file says where a dictionary, a number or a text is expected, these functions return a value of the type
they name, or their default. None of them raises for what a file holds.
"""

from __future__ import annotations

import logging
import math
import os
import re
import sys
from base64 import a85decode
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from decimal import Decimal
from io import BytesIO
from typing import Any, BinaryIO

import pikepdf
from pikepdf.settings import set_qpdf_limits

from a11ycheck.documents.pdf.limits import (
    ALL_STREAMS,
    LONGEST_LZW,
    LONGEST_STREAM,
    LONGEST_TEXT,
    MOST_IN_CONTAINER,
    MOST_TREE_ENTRIES,
)
from a11ycheck.trouble import CouldNotCheck

Entries = dict[str, Any]
"""A dictionary's entries by key, slash and all."""

ObjectId = tuple[int, int]
"""Number and generation of an indirect object; (0, 0) for one that is written where it is used."""

# What qpdf repairs is no business of the user's, who is told what is wrong with the document by the rules.
logging.getLogger("pikepdf").setLevel(logging.CRITICAL)

# Process-wide, and wanted so: object and cross-reference streams are decoded inside qpdf as well.
set_qpdf_limits(
    flate_max_memory=LONGEST_STREAM,
    run_length_max_memory=LONGEST_STREAM,
    png_max_memory=LONGEST_STREAM,
    tiff_max_memory=LONGEST_STREAM,
    parser_max_container_size=MOST_IN_CONTAINER,
)


CATALOG = re.compile(rb"/Root\s{1,9}(\d{1,6})\s")


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """Open the file. Raises ``CouldNotCheck``: "password", "encryption" or "broken"."""
    with ExitStack() as stack:
        try:
            file = stack.enter_context(_opened(data))
        except CouldNotCheck as trouble:
            longer = _lengthened(data)
            if trouble.trouble.reason != "broken" or longer is None:
                raise
            file = stack.enter_context(_opened(longer))
        yield file


def _lengthened(data: bytes) -> bytes | None:
    """Return the file with empty lines after it, None where that is no help.

    In a damaged file qpdf leaves out objects whose number is larger than a third of the file's length in bytes, and
    with a high number, the catalog.
    """
    found = CATALOG.search(data, max(0, len(data) - 1024))
    number = int(found[1]) if found else 0
    return data + b"\n" * (6 * number) if 3 * number > len(data) else None


@contextmanager
def _opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    memory = _memory_file(data)
    source = BytesIO(data) if memory is None else f"/proc/self/fd/{memory.fileno()}"
    with memory or nullcontext():
        try:
            # Inheritance is resolved where it is asked for: pushing it down first takes longer than all the rest.
            file = pikepdf.open(source, inherit_page_attributes=False)
            entries(file.Root)  # which is not looked for before
        except pikepdf.PasswordError:
            raise CouldNotCheck("password") from None
        except (pikepdf.PdfError, ValueError, ArithmeticError, RuntimeError) as error:
            # A number too large for it, for one, does not come out of the library as an error of its own.
            raise refusal(error) from None
        with file:
            yield file


def _memory_file(data: bytes) -> BinaryIO | None:
    """Return a file in memory, where the system has such a thing.

    qpdf reads a file by itself, but asks a Python object for a few bytes at a time: that takes a tenth of all the time
    that a document does.
    """
    try:
        file = os.fdopen(os.memfd_create("pdf"), "wb")
    except (AttributeError, OSError):
        return None
    try:
        file.write(data)
        file.flush()
        os.stat(f"/proc/self/fd/{file.fileno()}")
    except OSError:
        with suppress(OSError):
            file.close()
        return None
    return file


_SOURCE = re.compile(r"\A(?:stream )?(?:<[^>]*>|/proc/self/fd/\d+)[: ]*")


def refusal(error: Exception) -> CouldNotCheck:
    """What a failure of the library means to the user, with the library's words cut short."""
    words = _SOURCE.sub("", str(error))[:200]
    return CouldNotCheck("encryption" if "encrypt" in words or "crypt filter" in words else "broken", words)


def entries(value: object) -> Entries:
    """Return the entries of a dictionary or stream, else none."""
    if not isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        return {}
    try:
        return dict(value.items())
    except UnicodeDecodeError:
        # One key that is not UTF-8 hides the others.
        return {key: value.get(key) for key in value.keys() if key.isascii()}  # noqa: SIM118


def array(value: object) -> list[Any]:
    """Return the items of an array, else none."""
    return list(value) if isinstance(value, pikepdf.Array) else []


def several(value: object) -> list[Any]:
    """Return the items of an array; anything else is a list of itself, and null is none."""
    if isinstance(value, pikepdf.Array):
        return list(value)
    return [] if value is None else [value]


def name(value: object) -> str:
    """Return a name without its slash, else an empty string."""
    # A file has the same few names thousands of times.
    return sys.intern(_decoded(value)[1:]) if isinstance(value, pikepdf.Name) else ""


def text(value: object) -> str | None:
    """Return a text string (7.9.2.2: UTF-16, UTF-8 or PDFDocEncoding), else None."""
    return _decoded(value)[:LONGEST_TEXT] if isinstance(value, pikepdf.String) else None


def _decoded(value: pikepdf.Object) -> str:
    try:
        return str(value)
    except (UnicodeDecodeError, RuntimeError):
        return bytes(value).decode("utf-8", "replace")


def text_of(data: bytes) -> str:
    """Decode the bytes of a text string."""
    return text(pikepdf.String(data)) or ""


def number(value: object, default: float = 0.0) -> float:
    """Return a finite number, else ``default``."""
    if isinstance(value, (int, Decimal, float)):
        try:
            found = float(value)
        except OverflowError:
            return default
        return found if math.isfinite(found) else default
    return default


def whole(value: object, default: int = 0) -> int:
    """Return a whole number that fits 64 bits, else ``default``."""
    return value if isinstance(value, int) and -(1 << 63) <= value < 1 << 63 else default


def numbers(value: object, count: int) -> tuple[float, ...] | None:
    """Return the numbers of an array of ``count`` or more of them, else None."""
    if not isinstance(value, pikepdf.Array) or len(value) < count:
        return None
    return tuple(number(value[index]) for index in range(count))


def id_of(value: object) -> ObjectId:
    """Return the object's number and generation, (0, 0) for a direct object."""
    return value.objgen if isinstance(value, pikepdf.Object) else (0, 0)


def tree_entries(root: object, leaf: str) -> Iterator[tuple[Any, Any]]:
    """Yield the pairs of a name tree (7.9.6, ``leaf`` is "/Names") or number tree (7.9.7, "/Nums"), in order."""
    waiting = [root]
    seen: set[ObjectId] = set()
    left = MOST_TREE_ENTRIES
    while waiting and left > 0:
        node = waiting.pop()
        if (key := id_of(node)) != (0, 0):
            if key in seen:
                continue
            seen.add(key)
        held = entries(node)
        pairs = array(held.get(leaf))[: 2 * left]
        yield from zip(pairs[::2], pairs[1::2], strict=False)
        kids = array(held.get("/Kids"))
        left -= len(pairs) // 2 + len(kids) + 1
        waiting.extend(reversed(kids))


class Streams:
    """Decodes the streams of one document, within the limits for each and for all together."""

    def __init__(self) -> None:
        self._left = ALL_STREAMS

    def read(self, stream: object) -> bytes | None:
        """Return the decoded bytes, or None where it is no stream or cannot be decoded.

        Raises ``CouldNotCheck("too-big")``.
        """
        if not isinstance(stream, pikepdf.Stream):
            return None
        filters = filters_of(stream)
        if not FILTERS.issuperset(filters):
            # Those of pictures; for one of them, pikepdf starts a program.
            return None
        try:
            if not LZW.isdisjoint(filters):
                refuse_long_lzw(stream.read_raw_bytes(), filters, entries(stream))
            data = stream.read_bytes(pikepdf.StreamDecodeLevel.specialized)
        except (pikepdf.PdfError, ValueError) as error:
            if "memory limit" in str(error):
                raise CouldNotCheck(
                    "too-big", f"a stream holds more than {LONGEST_STREAM >> 20} MB"
                ) from None
            return None
        self._left -= len(data)
        if len(data) > LONGEST_STREAM or self._left < 0:
            raise CouldNotCheck("too-big", f"the streams hold more than {ALL_STREAMS >> 20} MB")
        return data


def filters_of(stream: pikepdf.Stream) -> list[str]:
    return [name(item) for item in several(stream.get("/Filter"))]


LZW = frozenset({"LZWDecode", "LZW"})
FILTERS = LZW | {
    "FlateDecode",
    "Fl",
    "ASCII85Decode",
    "A85",
    "ASCIIHexDecode",
    "AHx",
    "RunLengthDecode",
    "RL",
    "Crypt",
}
"""The filters (7.4) of streams that hold words."""


def refuse_long_lzw(raw: bytes, filters: list[str], held: Entries) -> None:
    """Raise ``CouldNotCheck("too-big")`` unless LZW data (7.4.4) surely decodes to no more than a stream may hold.

    qpdf bounds what its other decoders give, but not this one: 24 kB of it can hold 64 MB. Raises ``ValueError`` for
    broken ASCII85.
    """
    if filters[0] in ("ASCII85Decode", "A85"):
        filters, raw = filters[1:], _from_ascii85(raw)
    early = whole(entries((several(held.get("/DecodeParms")) or [None])[-1]).get("/EarlyChange"), 1)
    if len(filters) != 1 or len(raw) > LONGEST_LZW or lzw_length(raw, early) > LONGEST_STREAM:
        raise CouldNotCheck("too-big", f"a stream holds more than {LONGEST_STREAM >> 20} MB")


def _from_ascii85(data: bytes) -> bytes:
    return a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>").rstrip(b"~>"))


def lzw_length(data: bytes, early: int = 1) -> int:
    """Return how many bytes LZW data decodes to, counting no further than a stream may hold.

    Only the lengths of the table's entries are kept: each is one longer than the entry before it in the data.
    """
    table = [1] * 258
    width, bits, held, total, before = 9, 0, 0, 0, 0
    for byte in data:
        held = (held << 8 | byte) & 0xFFFFFF
        bits += 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & (1 << width) - 1
        if code == 257 or total > LONGEST_STREAM:
            break
        if code == 256:
            del table[258:]
            width, before = 9, 0
            continue
        if before and len(table) < 4096:
            table.append(before + 1)
        before = table[code] if code < len(table) else before + 1
        total += before
        width = min(12, max(9, (len(table) + early).bit_length()))
    return total
