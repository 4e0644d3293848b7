"""What the readers of EML and MSG have in common: the parts of a mail on their way to the model."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from email.encoders import encode_base64
from email.header import Header
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime

from a11ycheck.documents.facts import Contact, Found
from a11ycheck.documents.mail.model import Appointment, Attachment, Mail
from a11ycheck.documents.markup.read import read_markup

MOST_ATTACHED = 40_000_000
"""Bytes of attachments that are taken out of one mail."""
WORDLESS = ("image/", "audio/", "font/")
"""Types that hold no document."""
UNKNOWN = "application/octet-stream"
PICTURES = frozenset("png jpg jpeg gif bmp webp heic svg".split())
SUFFIXES = {
    "message/rfc822": "eml",
    "text/calendar": "ics",
    "application/ics": "ics",
    "application/pdf": "pdf",
    "text/html": "html",
}


@dataclass(slots=True)
class Parts:
    """A mail that is being read."""

    subject: str | None = None
    sender: Contact = Contact("", "")
    sent: str = ""
    language: str = ""
    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    attached: list[tuple[Attachment, str, bytes]] = field(default_factory=list)
    """Each with its content id, empty when it has none, and what it holds."""
    charset_trouble: str = ""
    only_formatted: str = ""
    plain_by_program: bool = False
    not_read: str = ""
    program: str = ""
    appointment: Appointment | None = None

    def attach(self, name: str, media_type: str, data: bytes, content_id: str = "") -> None:
        suffix = name.rpartition(".")[2].lower()
        if media_type == UNKNOWN and suffix in PICTURES:
            media_type = f"image/{suffix}"
        if not name:
            suffix = SUFFIXES.get(media_type, "bin")
            name = f"{'calendar' if suffix == 'ics' else 'attachment'}-{len(self.attached) + 1}.{suffix}"
        attachment = Attachment(name, media_type, len(data))
        self.attached.append((attachment, content_id.strip("<> "), data))

    def note_charset(self, trouble: str) -> None:
        self.charset_trouble = self.charset_trouble or trouble

    def take_over(self, signed: Parts) -> None:
        """Take the text and the attachments of a signed mail, which lies in the file as a whole."""
        self.plain, self.html = signed.plain or self.plain, signed.html or self.html
        self.attached += signed.attached
        self.plain_by_program = False
        self.not_read = self.not_read or signed.not_read

    def written(self) -> bytes:
        """The mail as a message (RFC 5322), so that it can be a document of its own."""
        message = MIMEMultipart("mixed")
        if self.subject is not None:
            message["Subject"] = Header(" ".join(self.subject.split()), "utf-8").encode()
        message["From"] = Header(f"{self.sender.name} <{self.sender.address}>", "utf-8").encode()
        if self.sent:
            message["Date"] = format_datetime(datetime.fromisoformat(self.sent))
        if self.language:
            message["Content-Language"] = Header(self.language, "utf-8").encode()
        text = MIMEMultipart("alternative")
        for kind, bodies in (("plain", self.plain), ("html", self.html)):
            for body in bodies:
                text.attach(MIMEText(body.encode("utf-8", "replace").decode("utf-8"), kind, "utf-8"))
        message.attach(text)
        for attachment, content_id, data in self.attached:
            main, _, sub = attachment.type.partition("/")
            part = MIMEBase(main or "application", sub or "octet-stream")
            part.set_payload(data)
            encode_base64(part)
            part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", attachment.name))
            if content_id:
                part["Content-ID"] = Header(f"<{content_id}>", "utf-8").encode()
            message.attach(part)
        return message.as_bytes()

    def mail(self) -> Mail:
        html = read_markup("\n".join(self.html)) if self.html else None
        shown = html.content_ids if html is not None else frozenset()
        attachments: list[Attachment] = []
        inside: list[Found] = []
        room = MOST_ATTACHED
        taken: set[bytes] = set()
        for attachment, content_id, data in self.attached:
            if content_id and content_id in shown:
                attachments.append(Attachment(attachment.name, attachment.type, attachment.size, shown=True))
                continue
            attachments.append(attachment)
            # Calendar programs send the same entry twice, as a part and as a file.
            if attachment.type.startswith(WORDLESS) or not data or data in taken:
                continue
            taken.add(data)
            room -= len(data)
            if room < 0:
                self.not_read = self.not_read or "attachments beyond a limit"
                break
            inside.append(Found(attachment.name, data))
        return Mail(
            self.subject,
            self.sender,
            self.sent,
            "\n\n".join(self.plain) if self.plain else None,
            self.plain_by_program,
            html,
            self.language,
            tuple(attachments),
            self.charset_trouble,
            self.only_formatted,
            tuple(inside),
            not_read=self.not_read,
            program=self.program,
            appointment=self.appointment,
        )
