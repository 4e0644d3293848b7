"""From a MSG file (Outlook's own format, MS-OXMSG) to the parts of a mail."""

from __future__ import annotations

import re
from email import message_from_string
from email.policy import compat32
from typing import TYPE_CHECKING, Any

from a11ycheck.documents.facts import Contact
from a11ycheck.documents.mail import headers
from a11ycheck.documents.mail.eml import read_message
from a11ycheck.documents.mail.message import Parts
from a11ycheck.documents.mail.outlook_fields import (
    ENTRIES,
    NAMES,
    SETS,
    STORAGE,
    Name,
    field_names,
    read_appointment,
)
from a11ycheck.documents.mail.rtf import html_of
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oxmsg import Message as OutlookMessage
    from oxmsg.attachment import Attachment as OutlookAttachment
    from oxmsg.properties import Properties

MESSAGE_CLASS, SUBJECT, BODY, HTML, RTF = 0x001A, 0x0037, 0x1000, 0x1013, 0x1009
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP, HEADERS = 0x0C1A, 0x0C1F, 0x5D01, 0x007D
CODEPAGE, SUBMITTED, DELIVERED = 0x3FDE, 0x0039, 0x0E06
ATTACHED_NAME, ATTACHED_SHORT_NAME, ATTACHED_TITLE, ATTACHED_TYPE, ATTACHED_ID = (
    0x3707,
    0x3704,
    0x3001,
    0x370E,
    0x3712,
)
ATTACH_METHOD, EMBEDDED_MESSAGE = 0x3705, 5
"""Property identifiers and one value of MS-OXPROPS."""
NO_MAIL = ("IPM.STICKYNOTE", "IPM.CONTACT", "IPM.TASK", "IPM.ACTIVITY", "IPM.DISTLIST")
MEETINGS = ("IPM.APPOINTMENT", "IPM.SCHEDULE.MEETING.REQ", "IPM.SCHEDULE.MEETING.CANCELED")
"""What message classes begin with, in capitals (MS-OXCMSG 2.2.1.3)."""
EMBEDDED_STORAGE, EMBEDDED_HEADER = "__substg1.0_3701000D", 24
"""Where an attached mail lies, and how long the head of its properties is (MS-OXMSG 2.2.2 and 2.4.1.2)."""
MOST_ATTACHMENTS = 500
DEEPEST = 3
META_CHARSET = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def read_msg(data: bytes) -> Parts:
    """Read a MSG file. Raises ``CouldNotCheck`` for what cannot be read, or holds something else than a mail."""
    from oxmsg import Message as OutlookMessage

    try:
        message = OutlookMessage.load(data)
        kind = (_string(message.properties, MESSAGE_CLASS) or "").upper()
        if kind.startswith(NO_MAIL):
            raise CouldNotCheck("not-what-it-says", f"no mail but {kind[:60]}")
        if "SMIME" in kind and "SIGNED" not in kind:
            raise CouldNotCheck("encryption", kind[:60])
        parts = _read(message.properties, message.attachments, depth=0)
        if kind.startswith(MEETINGS):
            parts.appointment = read_appointment(message.properties, _field_names(message), kind)
    except (CouldNotCheck, MemoryError):
        raise
    except RecursionError as error:
        raise CouldNotCheck("too-deep", "storages") from error
    except Exception as error:  # the library raises what its parts happen to raise
        raise CouldNotCheck("broken", f"{type(error).__name__}: {error}") from error
    if kind.startswith(MEETINGS) and parts.appointment is None:
        parts.not_read = (
            parts.not_read or "the meeting's time and place; save it as iCalendar (.ics) and check that"
        )
    return parts


def _field_names(message: OutlookMessage) -> dict[Name, int]:
    storage: Any = message._storage
    for each in storage.storages:
        if each.name == STORAGE:
            streams = {stream.name: stream.bytes_ for stream in each.streams}
            return field_names(*(streams.get(name, b"") for name in (SETS, ENTRIES, NAMES)))
    return {}


def _read(properties: Properties, attachments: Sequence[OutlookAttachment], depth: int) -> Parts:
    parts = Parts(
        _string(properties, SUBJECT),
        _sender(properties),
        _sent(properties),
        plain_by_program=True,
        program="outlook",
    )
    transport = _string(properties, HEADERS)
    if transport:
        short, _ = headers.shortened_head(transport.encode("utf-8", "replace"))
        sent_with = message_from_string(short.decode("utf-8", "replace"), policy=compat32)
        parts.language = headers.decoded(sent_with.get("content-language", "")).partition(",")[0].strip()
    body = _string(properties, BODY)
    if body and body.strip():
        parts.plain.append(body)
    _read_html(properties, parts)
    for attachment in attachments[:MOST_ATTACHMENTS]:
        try:
            _attach(attachment, parts, depth)
        except (MemoryError, CouldNotCheck):
            raise
        except Exception:  # the same; a broken attachment must not cost the mail
            parts.not_read = "an attachment"
    return parts


def _read_html(properties: Properties, parts: Parts) -> None:
    html = _binary(properties, HTML)
    if html:
        declared = META_CHARSET.search(html[:2_000])
        page = _whole(properties, CODEPAGE)
        charset = {65001: "utf-8", 20127: "ascii", 28591: "latin-1"}.get(page, f"cp{page}") if page else ""
        named = declared[1].decode("ascii", "replace") if declared and not page else charset
        text, trouble = headers.text_of(html, named)
        parts.html.append(text)
        if trouble and not text.isascii():
            parts.note_charset(trouble)
        return
    as_string = _string(properties, HTML)
    if as_string and as_string.strip():
        parts.html.append(as_string)
        return
    packed = _binary(properties, RTF)
    if packed:
        found = html_of(packed)
        if found is not None:
            parts.html.append(found)
        elif _string(properties, BODY) is None:
            # Outlook writes the text beside the RTF, even where there is none.
            parts.only_formatted = "RTF"
            parts.not_read = "RTF"


def _attach(attachment: OutlookAttachment, parts: Parts, depth: int) -> None:
    properties = attachment.properties
    if _whole(properties, ATTACH_METHOD) == EMBEDDED_MESSAGE:
        _attach_message(attachment, parts, depth)
        return
    names = (_string(properties, each) for each in (ATTACHED_NAME, ATTACHED_TITLE, ATTACHED_SHORT_NAME))
    name = next((each for each in names if each and each.strip()), "")
    media_type = (_string(properties, ATTACHED_TYPE) or "application/octet-stream").lower()
    data = attachment.file_bytes or b""
    if media_type.startswith("multipart/signed"):
        parts.take_over(read_message(data))
        return
    parts.attach(headers.file_name(name), media_type, data, _string(properties, ATTACHED_ID) or "")


def _attach_message(attachment: OutlookAttachment, parts: Parts, depth: int) -> None:
    """A mail in the mail is one of the run's documents: it is written out as a message of its own."""
    storage: Any = attachment._storage
    storages = [each for each in storage.storages if each.name == EMBEDDED_STORAGE]
    if depth >= DEEPEST or not storages:
        parts.not_read = "a mail within the mail"
        return
    from oxmsg import Message as OutlookMessage
    from oxmsg.properties import Properties

    inner = _read(
        Properties(storages[0], EMBEDDED_HEADER), OutlookMessage(storages[0]).attachments, depth + 1
    )
    parts.not_read = parts.not_read or inner.not_read
    name = headers.file_name(inner.subject or "")[:60] or f"message-{len(parts.attached) + 1}"
    parts.attach(f"{name}.eml", "message/rfc822", inner.written())


def _string(properties: Properties, identifier: int) -> str | None:
    try:
        found = properties.str_prop_value(identifier)
    except (KeyError, UnicodeError, LookupError, ValueError):
        return None
    return None if found is None else found.replace("\0", "")


def _binary(properties: Properties, identifier: int) -> bytes | None:
    try:
        return properties.binary_prop_value(identifier)
    except (KeyError, ValueError):
        return None


def _whole(properties: Properties, identifier: int) -> int:
    try:
        found = properties.int_prop_value(identifier)
    except (KeyError, ValueError):
        return 0
    return found if isinstance(found, int) else 0


def _sender(properties: Properties) -> Contact:
    addresses = (_string(properties, each) for each in (SENDER_SMTP, SENDER_ADDRESS))
    address = next((each for each in addresses if each and "@" in each), "")
    return Contact((_string(properties, SENDER_NAME) or "").strip()[:200], address[:300])


def _sent(properties: Properties) -> str:
    for identifier in (SUBMITTED, DELIVERED):
        try:
            found = properties.date_prop_value(identifier)
            if found is not None:
                return found.date().isoformat()
        except (KeyError, ValueError, OverflowError, AttributeError, TypeError):
            continue
    return ""
