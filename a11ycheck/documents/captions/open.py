"""From the bytes of a caption file to the model."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from a11ycheck.documents.captions.model import Captions
from a11ycheck.documents.captions.other_formats import other_format
from a11ycheck.documents.captions.sbv import TIMING as SBV_TIMING
from a11ycheck.documents.captions.sbv import read_sbv
from a11ycheck.documents.captions.srt import read_srt
from a11ycheck.documents.captions.webvtt import has_signature, read_webvtt
from a11ycheck.trouble import CouldNotCheck

LONGEST_TEXT = 10_000_000
"""Characters that are read; three hours of captions are 300,000."""
MOST_XML = 40_000_000
"""Bytes of TTML, which is read as a tree."""
TIMES = re.compile(r"\d:\d{1,2}([.,])\d{1,3}[ \t]{0,9}-->")
MOST_TIMES_TO_TELL = 50
LINES_TO_TELL = 2_000


def open_captions(data: bytes) -> Captions:
    """Open a caption file: which format it is in is told by what it holds.

    Raises ``CouldNotCheck`` for what holds no times at all, and is thus something else.
    """
    if name := other_format(data):
        return _by_library(name, data)
    text, encoding = decoded(data)
    if text.lstrip()[:1] == "<":
        # Only this format needs a parser, which takes longer to load than the others to read.
        from a11ycheck.documents.captions.ttml import read_ttml

        if len(data) > MOST_XML:
            raise CouldNotCheck("too-big", f"{len(data)} bytes of XML")
        return read_ttml(data)
    if "\0" in text[:1024]:
        raise CouldNotCheck("not-what-it-says")
    not_read = f"characters after the first {LONGEST_TEXT}" if len(text) > LONGEST_TEXT else ""
    read = _read(_with_plain_ends(text[:LONGEST_TEXT]))
    return replace(read, encoding=encoding, not_read=read.not_read or not_read)


def _by_library(name: str, data: bytes) -> Captions:
    from a11ycheck.documents.captions.others import read_other

    text, encoding = decoded(data) if name != "stl" else ("", "stl")
    read = read_other(name, data, _with_plain_ends(text[:LONGEST_TEXT]))
    not_read = f"characters after the first {LONGEST_TEXT}" if len(text) > LONGEST_TEXT else ""
    return replace(read, encoding=encoding, not_read=read.not_read or not_read)


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read(text: str) -> Captions:
    first = text.partition("\n")[0]
    if has_signature(first):
        return read_webvtt(text)
    signs = [found[1] for found in islice(TIMES.finditer(text), MOST_TIMES_TO_TELL)]
    if signs:
        # SubRip has a comma before the thousandths, WebVTT a full stop.
        return read_webvtt(text) if signs.count(".") > len(signs) / 2 else read_srt(text)
    if any(SBV_TIMING.fullmatch(line) for line in text.split("\n", LINES_TO_TELL)[:LINES_TO_TELL]):
        return read_sbv(text)
    if text.strip():
        raise CouldNotCheck("not-what-it-says", "no times")
    return Captions()


def decoded(data: bytes) -> tuple[str, str]:
    """The text without its byte order mark, and the encoding: a mark tells, else UTF-8, else Windows-1252.

    Where bytes that are no UTF-8 stand among more that are, the encoding is “mixed” and their signs are lost.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), "utf-16"
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if len(text) - len(text.encode("ascii", "ignore")) - lost > lost:
        return text, "mixed"
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        # Five bytes are nothing in Windows-1252; in ISO 8859-1 all are something.
        return data.decode("latin-1"), "cp1252"
