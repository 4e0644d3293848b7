"""Mail: saved messages (EML, MSG) and mailboxes (mbox)."""

from __future__ import annotations

import re

from a11ycheck.documents.kind import Kind
from a11ycheck.outcome import Text

HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60})[ \t]*:|[ \t]")
"""The beginning of a header line, or of one that goes on."""
KNOWN = frozenset(
    b"arc-seal authentication-results bcc cc content-type date delivered-to dkim-signature from importance in-reply-to "
    b"message-id mime-version organization received reply-to return-path sender subject thread-topic to user-agent "
    b"x-apparently-to x-mailer x-original-to x-received x-spam-checker-version x-uidl".split()
)
"""Headers that a mail may begin with."""


def looks_like_mail(beginning: bytes) -> bool:
    """A mailbox's first line, or header lines of which the first is one that mails begin with.

    A MSG file begins like every file of its container format, and is known by its name alone.
    """
    beginning = beginning.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if beginning.startswith(b"From ") and b"@" in beginning.partition(b"\n")[0]:
        return True
    lines = beginning.split(b"\n")[:3]
    first = HEADER.match(lines[0])
    if first is None or first[1] is None or first[1].lower() not in KNOWN:
        return False
    return all(HEADER.match(line) for line in lines[1:] if line.strip())


KIND = Kind(
    name="mail",
    title=Text("mail", "mejl"),
    suffixes=(".eml", ".msg", ".mbox"),
    signature=looks_like_mail,
    opener="a11ycheck.documents.mail.open:open_mail",
    answers_itself=frozenset({"content-title", "content-language"}),
)
