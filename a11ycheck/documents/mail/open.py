"""From the bytes of a saved mail, or of a mailbox, to the model."""

from __future__ import annotations

import re
from dataclasses import replace

from a11ycheck.documents.facts import Found
from a11ycheck.documents.mail.eml import read_message
from a11ycheck.documents.mail.model import Mail
from a11ycheck.trouble import CouldNotCheck

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a file of the format begins with that Outlook keeps mails in (MS-CFB 2.2)."""
MOST_MESSAGES = 100
"""Mails of one mailbox that are checked; the rest is said to be left out."""
BETWEEN = re.compile(rb"(?:\A|\r?\n\r?\n)From [^\r\n]{1,300}\r?\n")


def open_mail(data: bytes) -> Mail:
    """Open a mail. Of a mailbox the first mail is opened, and the others are found inside it.

    Raises ``CouldNotCheck``.
    """
    if data.startswith(COMPOUND_FILE):
        from a11ycheck.documents.mail.msg import read_msg

        return read_msg(data).mail()
    if data.startswith(b"From "):
        return _open_mailbox(data)
    return read_message(data).mail()


def _open_mailbox(data: bytes) -> Mail:
    starts: list[int] = []
    ends: list[int] = []
    for match in BETWEEN.finditer(data):
        if starts:
            ends.append(match.start())
        starts.append(match.end())
        if len(starts) > MOST_MESSAGES:
            break
    if not starts:
        raise CouldNotCheck("broken", "no message in the mailbox")
    ends.append(len(data))
    messages = [data[start:end] for start, end in zip(starts, ends, strict=True)][:MOST_MESSAGES]
    first = read_message(messages[0]).mail()
    others = tuple(
        Found(f"message-{number}.eml", each) for number, each in enumerate(messages[1:], 2) if each.strip()
    )
    too_many = f"mails after the first {MOST_MESSAGES}" if len(starts) > MOST_MESSAGES else ""
    return replace(first, others=others, not_read=first.not_read or too_many)
