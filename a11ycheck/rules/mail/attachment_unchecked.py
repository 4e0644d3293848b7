"""What is attached is of a kind that can be checked.

An attached Word file, PDF and the like is checked as a document of its own; this rule tells of those that are not. It
meets no clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, cannot_tell, rule
from a11ycheck.documents.mail.model import Attachment, Mail

NOT_CHECKED = frozenset(
    "xls xlsx xlsm ods numbers csv pages key one pub vsd vsdx zip rar 7z tar gz wps odg epub mobi xps tif tiff".split()
)


def unknown_kinds(mail: Mail) -> Iterator[Attachment]:
    yield from (each for each in mail.attachments if not each.shown and each.suffix in NOT_CHECKED)


@rule(
    document=Mail,
    each=unknown_kinds,
    title=Text(
        "Attachments are of kinds that can be checked", "Bilagor är av sorter som går att kontrollera"
    ),
    why=Text(
        "Nobody knows whether everyone can read what is attached, and unusual formats need programs that not all "
        "have.",
        "Ingen vet om alla kan läsa det som är bifogat, och ovanliga format kräver program som inte alla har.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Check the file in the program that it was made in, or attach it as a tagged PDF or a Word file as well. "
            "Attach the files of an archive one by one.",
            "Kontrollera filen i programmet som den är gjord i, eller bifoga den även som taggad pdf eller Word-fil. "
            "Bifoga filerna i ett arkiv var för sig.",
        ),
    ),
    messages={
        "not-checked": Text(
            "“{name}” is attached and was not checked.", "”{name}” är bifogad och är inte kontrollerad."
        ),
    },
)
def attachment_unchecked(attachment: Attachment) -> Outcome:
    """It is no spreadsheet, archive or the like."""
    return cannot_tell("not-checked", name=attachment.name)


def examples() -> dict[str, Mail]:
    def mail(name: str) -> Mail:
        return Mail("Årsmöte", attachments=(Attachment(name),))

    return {
        "cannot-tell not-checked": mail("budget.xlsx"),
        "cannot-tell not-checked, an archive": mail("handlingar.zip"),
        "inapplicable": mail("dagordning.pdf"),
    }
