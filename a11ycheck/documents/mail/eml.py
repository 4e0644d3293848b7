"""From the bytes of a message (RFC 5322 and MIME) to its parts, by the standard library's forgiving parser."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from email.policy import Compat32, compat32

from a11ycheck.documents.mail import headers
from a11ycheck.documents.mail.message import Parts
from a11ycheck.trouble import CouldNotCheck

MOST_PARTS = 1_000
MOST_MULTIPARTS = 200
"""Parts that hold others. The parser's time grows with the square of their depth."""
DEEPEST = 30
LONGEST_BODY = 5_000_000
SIGNATURES = frozenset(
    {
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "application/pgp-keys",
    }
)
ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
WANTED_HEADERS = (
    "from", "to", "subject", "date", "content-type", "received", "message-id", "mime-version", "return-path", "sender",
)  # fmt: skip
MULTIPART = re.compile(rb"^content-type[ \t]{0,20}:\s{0,20}multipart/", re.IGNORECASE | re.MULTILINE)
TAGS = re.compile(r"</?[a-zA-Z]{1,30}>")


class _Lenient(Compat32):
    """Gives headers with bytes beyond ASCII as text, where the standard policy loses them."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        return headers.raw_text(value)


LENIENT = _Lenient()


def read_message(data: bytes) -> Parts:
    """Read one message. Raises ``CouldNotCheck`` for what is no mail, is locked, or is nested too deeply."""
    data, cut = headers.shortened_head(data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
    if sum(1 for _ in MULTIPART.finditer(data)) > MOST_MULTIPARTS:
        raise CouldNotCheck("too-deep", f"more than {MOST_MULTIPARTS} parts that hold parts")
    try:
        message: Message = message_from_bytes(data, policy=LENIENT)
    except RecursionError as error:
        raise CouldNotCheck("too-deep", "nested parts") from error
    if not any(name in message for name in WANTED_HEADERS):
        raise CouldNotCheck("not-what-it-says", "no header of a mail")
    parts = Parts(
        headers.decoded(message["subject"]) if "subject" in message else None,
        headers.contact(headers.decoded(message.get("from", ""))),
        headers.iso_date(headers.raw_text(message.get("date", ""))),
        headers.decoded(message.get("content-language", "")).partition(",")[0].strip(),
        not_read="headers beyond a limit" if cut else "",
        program="outlook" if "Outlook" in headers.decoded(message.get("x-mailer", "")) else "",
    )
    _read_parts(message, parts)
    return parts


def _read_parts(message: Message, parts: Parts) -> None:
    waiting: list[tuple[Message, bool, int]] = [(message, False, 0)]
    count = 0
    while waiting:
        part, among_alternatives, depth = waiting.pop()
        count += 1
        if count > MOST_PARTS or depth > DEEPEST:
            parts.not_read = "parts beyond a limit"
            return
        media_type = part.get_content_type()
        if media_type in ENCRYPTED:
            raise CouldNotCheck("encryption", media_type)
        # The text of a part is not asked for here: Python decodes it, and some charsets raise.
        payload = part.get_payload() if part.is_multipart() else None
        if media_type == "message/rfc822" and part is not message:
            _attach_message(part, parts)
        elif isinstance(payload, list):
            inside = [each for each in payload if isinstance(each, Message)]
            alternatives = among_alternatives or media_type == "multipart/alternative"
            waiting.extend((each, alternatives, depth + 1) for each in reversed(inside))
            if media_type == "message/partial":
                parts.not_read = "a part of a message that was sent in several"
        else:
            _read_leaf(part, media_type, among_alternatives, parts)


def _read_leaf(part: Message, media_type: str, among_alternatives: bool, parts: Parts) -> None:
    name = _file_name(part)
    if media_type.startswith("multipart/"):
        media_type = "text/plain"  # no boundary divides it: its text is all that it has
    data = _bytes(part)
    attached = str(part.get("content-disposition", "")).strip().lower().startswith("attachment") or bool(name)
    if media_type == "text/html" and not attached:
        parts.html.append(_text(part, data, parts))
    elif media_type in ("text/plain", "text/enriched") and not attached:
        # Beside an HTML part, a text part that is no alternative to it is the foot of a mailing list.
        if among_alternatives or not parts.html:
            text = _text(part, data, parts)
            parts.plain.append(TAGS.sub("", text) if media_type == "text/enriched" else text)
    elif media_type in SIGNATURES:
        return
    elif media_type == "application/ms-tnef" or name.lower() == "winmail.dat":
        parts.only_formatted = "winmail.dat"
        parts.not_read = parts.not_read or "winmail.dat"
    else:
        parts.attach(name, media_type, data, headers.decoded(part.get("content-id", "")))


def _bytes(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _text(part: Message, data: bytes, parts: Parts) -> str:
    if len(data) > LONGEST_BODY:
        parts.not_read = "text beyond a limit"
    charset = part.get_param("charset", "")
    named = charset[2] if isinstance(charset, tuple) else str(charset)
    text, trouble = headers.text_of(data[:LONGEST_BODY], named)
    if trouble and not (
        named == "" and part.get_content_type() == "text/html" and b"charset=" in data[:2_000].lower()
    ):
        parts.note_charset(trouble)
    return text


def _file_name(part: Message) -> str:
    try:
        found = part.get_filename("")
    except (ValueError, LookupError, TypeError):
        found = ""
    return headers.file_name(headers.decoded(found)) if found else ""


def _attach_message(part: Message, parts: Parts) -> None:
    """A mail in the mail is one of the run's documents; it is written out again as it was."""
    payload = part.get_payload() if part.is_multipart() else None
    inner = payload[0] if isinstance(payload, list) and payload else None
    if not isinstance(inner, Message):
        return
    try:
        data = inner.as_bytes(policy=compat32)
    except (ValueError, LookupError, RecursionError, TypeError, AttributeError):
        parts.not_read = "a mail within the mail"
        return
    name = _file_name(part) or f"message-{len(parts.attached) + 1}.eml"
    parts.attach(name if name.lower().endswith(".eml") else f"{name}.eml", "message/rfc822", data)
