"""The name of an attachment says what it is.

No clause is about file names beside a subject that says it; so this rule meets none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.mail.model import Attachment, Mail
from a11ycheck.text.words import is_file_name

VAGUE = re.compile(
    r"(?:attachment|bilaga|bifogad(?: "
    r"fil)?|dokument|document|doc|file|fil|scan(?:ned)?|skannat?|skanning|untitled|namnlös"
    r"|new|ny|presentation|powerpoint|word|pdf|image|bild|unnamed|noname|mall|template)?[ _-]?\(?\d{0,14}\)?",
    re.IGNORECASE,
)


def documents(mail: Mail) -> Iterator[Attachment]:
    yield from (each for each in mail.documents if not each.type.startswith("message/"))


@rule(
    document=Mail,
    each=documents,
    title=Text("The names of attachments say what they are", "Bilagornas namn säger vad de är"),
    why=Text(
        "Someone who listens chooses among attachments by name; “scan0001.pdf” has to be opened to be known.",
        "Den som lyssnar väljer bland bilagorna efter namn; ”scan0001.pdf” måste öppnas för att man ska veta vad "
        "det är.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Name the file after what it is, such as “Agenda annual meeting 2026.pdf”.",
            "Döp filen efter vad den är, till exempel ”Dagordning årsmöte 2026.pdf”.",
        ),
    ),
    messages={
        "vague": Text(
            "The name “{name}” does not say what is attached.",
            "Namnet ”{name}” säger inte vad som är bifogat.",
        ),
    },
)
def attachment_name(attachment: Attachment) -> Outcome:
    """It is no name that a scanner, a camera or a program made up."""
    stem = attachment.name.rpartition(".")[0] or attachment.name
    vague = VAGUE.fullmatch(stem.strip()) or is_file_name(stem)
    return failed("vague", name=attachment.name) if vague else passed()


def examples() -> dict[str, Mail]:
    def mail(*names: str) -> Mail:
        return Mail("Årsmöte", attachments=tuple(Attachment(name, "application/pdf") for name in names))

    return {
        "failed vague": mail("scan0001.pdf"),
        "failed vague, a template's name": mail("Dokument1.docx"),
        "failed vague, a code": mail("3f2504e0-4f89-41d3-9a0c-0305e82c3301.pdf"),
        "passed": mail("Dagordning årsmöte 2026.pdf"),
        "inapplicable": mail(),
    }
