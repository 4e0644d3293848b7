"""A file that the document carries has a name that every program can show."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.pdf.extras_model import EmbeddedFile, Extras
from a11ycheck.documents.pdf.model import Pdf


@rule(
    document=Pdf,
    each=lambda pdf: pdf.extras.embedded_files,
    meets=("PDF/UA-1 7.11-1",),
    title=Text("Embedded files have names", "Bifogade filer har namn"),
    why=Text(
        "Someone who opens the list of files in the document hears no name, in programs that look for it in the "
        "other of its two places.",
        "Den som öppnar listan över filer i dokumentet hör inget namn, i program som letar efter det på det "
        "andra av dess två ställen.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Save the file from the document, remove it there, and attach it again with a program that follows "
            "PDF/UA.",
            "Spara filen från dokumentet, ta bort den där och bifoga den igen med ett program som följer PDF/UA.",
        ),
        acrobat=Text(
            "Open the Attachments panel, save the file, delete it there and add it again.",
            "Öppna panelen Bifogade filer, spara filen, ta bort den där och lägg till den igen.",
        ),
    ),
    messages={
        "missing": Text("The embedded file has no name.", "Den bifogade filen saknar namn."),
        "only-unicode": Text(
            "The name of the embedded file “{name}” stands in UF only, and not in F.",
            "Namnet på den bifogade filen ”{name}” står bara i UF och inte i F.",
        ),
        "no-unicode": Text(
            "The name of the embedded file “{name}” stands in F only, and not in UF.",
            "Namnet på den bifogade filen ”{name}” står bara i F och inte i UF.",
        ),
    },
)
def embedded_file_name(file: EmbeddedFile) -> Outcome:
    """Its name is given both as F and as UF (ISO 14289-1, 7.11)."""
    if file.name and file.unicode_name:
        return passed()
    if file.unicode_name:
        return failed("only-unicode", name=file.unicode_name)
    return failed("no-unicode", name=file.name) if file.name else failed("missing")


def examples() -> dict[str, Pdf]:
    def carrying(file: EmbeddedFile) -> Pdf:
        return Pdf(extras=Extras(embedded_files=(file,)))

    return {
        "failed missing": carrying(EmbeddedFile()),
        "failed only-unicode": carrying(EmbeddedFile(unicode_name="årsredovisning.pdf")),
        "failed no-unicode": carrying(EmbeddedFile("arsredovisning.pdf", page=2)),
        "passed": carrying(EmbeddedFile("arsredovisning.pdf", "årsredovisning.pdf")),
        "inapplicable": Pdf(),
    }
