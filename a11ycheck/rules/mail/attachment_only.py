"""The text of a mail says the most important, and does not leave it all to an attachment.

No clause asks for it; so this rule meets none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.mail.model import Mail


def with_documents(mail: Mail) -> Iterator[Mail]:
    if mail.documents:
        yield mail


@rule(
    document=Mail,
    each=with_documents,
    title=Text("The mail itself says the most important", "Mejlet säger självt det viktigaste"),
    why=Text(
        "An attachment can be hard to open in a phone or with assistive technology; who cannot open it learns "
        "nothing of "
        "the meeting.",
        "En bilaga kan vara svår att öppna i telefonen eller med hjälpmedel; den som inte kan öppna den får inte "
        "veta "
        "något om mötet.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write in the mail what it is about, when and where, how to take part, and whom to ask.",
            "Skriv i mejlet vad det gäller, när och var, hur man deltar och vem man kan fråga.",
        ),
    ),
    messages={
        "short": Text(
            "The mail has {words} words of its own; the rest is in “{name}”.",
            "Mejlet har {words} egna ord; resten finns i ”{name}”.",
        ),
    },
)
def attachment_only(mail: Mail, *, least: int = 15) -> Outcome:
    """It has at least ``least`` words, a sentence, of its own. The limit is our own."""
    return passed() if mail.words >= least else failed("short", words=mail.words, name=mail.documents[0].name)


def examples() -> dict[str, Mail]:
    from a11ycheck.documents.mail.model import Attachment

    agenda = (Attachment("dagordning.pdf", "application/pdf", 20_000),)
    text = "Här kommer kallelsen till årsmötet den 24 maj klockan 13 i Zoom. Anmäl dig till Anna senast den 10 maj."
    return {
        "failed short": Mail("Årsmöte", plain="Se bilaga.", attachments=agenda),
        "failed short, no text at all": Mail("Årsmöte", attachments=agenda),
        "passed": Mail("Årsmöte", plain=text, attachments=agenda),
        "inapplicable, no document": Mail("Årsmöte", plain="Hej!"),
        "inapplicable, a picture that the text shows": Mail(
            "Årsmöte", plain="Hej!", attachments=(Attachment("logo.png", "image/png", shown=True),)
        ),
    }
