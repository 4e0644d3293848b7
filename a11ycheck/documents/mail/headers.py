"""The headers of a mail, decoded within limits.

The standard library's own decoding takes minutes and gigabytes for headers that are made to be dear (20,000 addresses,
60,000 encoded words), and raises for others.
"""

from __future__ import annotations

import binascii
import codecs
import re
from base64 import b64decode
from email.utils import parsedate_to_datetime
from quopri import decodestring

from a11ycheck.documents.facts import Contact

LONGEST_HEADER = 20_000
"""Characters; the longest subject that a mail program shows is some hundred."""
MOST_ENCODED_WORDS = 500
LONGEST_HEAD = 100_000
"""Bytes; of a longer head only the headers that are needed are kept."""
NEEDED = frozenset(
    b"from subject date content-type content-transfer-encoding content-disposition content-language content-id "
    b"mime-version received message-id return-path to x-mailer".split()
)

_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_ADDRESS = re.compile(r"<([^<>@\s]{1,64}@[^<>@\s]{1,250})>|\b([\w.+-]{1,64}@[\w.-]{1,250})", re.ASCII)


def shortened_head(data: bytes) -> tuple[bytes, bool]:
    """The message with no more headers than are needed, and whether any were left out."""
    end = re.search(rb"\r?\n\r?\n", data)
    head = data[: end.start()] if end else data
    if len(head) <= LONGEST_HEAD:
        return data, False
    kept: list[bytes] = []
    seen: set[bytes] = set()
    keeping = False
    for line in head.split(b"\n"):
        if line[:1] not in (b" ", b"\t"):
            name = line.partition(b":")[0].strip().lower()
            keeping = name in NEEDED and name not in seen
            seen.add(name)
        if keeping:
            kept.append(line[:LONGEST_HEADER])
    short = b"\n".join(kept)[: 4 * LONGEST_HEAD]
    return short + (data[end.start() :] if end else b""), True


def decoded(raw: object) -> str:
    """A header's value as text: encoded words (RFC 2047) and bytes beyond ASCII read, on one line."""
    text = raw_text(raw)[:LONGEST_HEADER]
    parts: list[str] = []
    place = 0
    for count, match in enumerate(_ENCODED.finditer(text)):
        if count == MOST_ENCODED_WORDS:
            break
        between = text[place : match.start()]
        # White space between two encoded words is none of the text (RFC 2047, 6.2).
        if not (count and between.isspace()):
            parts.append(between)
        parts.append(_word(match[1], match[2], match[3]))
        place = match.end()
    parts.append(text[place:])
    return " ".join("".join(parts).split())


def raw_text(raw: object) -> str:
    """A header's value as the parser gives it, bytes beyond ASCII read as UTF-8 or else as Latin 1."""
    text = str(raw)[: 4 * LONGEST_HEADER]
    try:
        text.encode("ascii")
        return text
    except UnicodeEncodeError:
        pass
    bytes_ = text.encode("utf-8", "surrogateescape")
    try:
        return bytes_.decode("utf-8")
    except UnicodeDecodeError:
        return bytes_.decode("cp1252", "replace")


def _word(charset: str, encoding: str, payload: str) -> str:
    try:
        if encoding in "bB":
            bytes_ = b64decode(payload + "=" * (-len(payload) % 4), validate=True)
        else:
            bytes_ = decodestring(payload.replace("_", " ").encode("ascii", "replace"), header=True)
    except (binascii.Error, ValueError):
        return payload
    return text_of(bytes_, charset.partition("*")[0])[0]


def text_of(data: bytes, charset: str) -> tuple[str, str]:
    """Bytes as text, and what was wrong with the charset in technical words; empty when nothing was.

    Without a charset, or with a wrong or unknown one, UTF-8 is tried, and then Windows' Latin 1, which never fails.
    """
    name = charset.strip().strip("\"'").lower()
    trouble = ""
    if name:
        try:
            if codecs.lookup(name)._is_text_encoding:
                return data.decode(name), ""
            trouble = f"unknown charset {name[:40]}"
        except LookupError:
            trouble = f"unknown charset {name[:40]}"
        except (UnicodeError, ValueError):
            trouble = f"not {name[:40]}"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), trouble or "no charset"
    if name in ("us-ascii", "ascii") or text.isascii():
        trouble = "" if text.isascii() else trouble
    elif not name:
        trouble = "no charset"
    return text, trouble


def contact(header: str) -> Contact:
    """The first name and address of a decoded From header."""
    match = _ADDRESS.search(header[:2_000])
    if match is None:
        return Contact("", "")
    name = header[: match.start()].strip().strip("\"'").strip()
    return Contact(name[:200], (match[1] or match[2] or "")[:300])


def iso_date(header: str) -> str:
    """The date of a Date header in ISO form, to the day; empty when there is none that can be read."""
    try:
        return parsedate_to_datetime(header[:200]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def file_name(written: str) -> str:
    """A file name without folders and control signs."""
    plain = "".join(sign for sign in written if sign.isprintable()).replace("\\", "/").rpartition("/")[2]
    return plain.strip()[:200]
