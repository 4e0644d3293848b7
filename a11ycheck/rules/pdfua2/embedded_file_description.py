"""Files that the document carries are described (ISO 14289-2, 8.14.1)."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.pdf.extras_model import EmbeddedFile, Extras
from a11ycheck.documents.pdf.model import Pdf


@rule(
    document=Pdf,
    each=lambda pdf: [file for file in pdf.extras.embedded_files if file.is_listed],
    meets=("PDF/UA-2 8.14.1-1",),
    title=Text("Attached files are described", "Bifogade filer har en beskrivning"),
    why=Text(
        "Someone who listens chooses among the attached files by their descriptions; a file name alone seldom says "
        "what a file holds.",
        "Den som lyssnar väljer bland bifogade filer efter deras beskrivning; bara filnamnet säger sällan vad filen "
        "innehåller.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write a description of each attached file in the program that attached it.",
            "Skriv en beskrivning av varje bifogad fil i programmet som bifogade den.",
        ),
        acrobat=Text(
            "Open the Attachments panel, right-click the file, choose Edit Description, and write there.",
            "Öppna panelen Bifogade filer, högerklicka på filen, välj att redigera beskrivningen och skriv där.",
        ),
    ),
    messages={
        "missing": Text(
            "The attached file “{file}” has no description (Desc).",
            "Den bifogade filen ”{file}” saknar beskrivning (Desc).",
        )
    },
)
def embedded_file_description(file: EmbeddedFile) -> Outcome:
    """Its specification has a Desc."""
    return passed() if file.is_described else failed("missing", file=file.unicode_name or file.name)


def examples() -> dict[str, Pdf]:
    def pdf(file: EmbeddedFile) -> Pdf:
        return Pdf(extras=Extras(embedded_files=(file,)))

    return {
        "failed missing": pdf(EmbeddedFile(unicode_name="budget.xlsx", is_listed=True)),
        "passed": pdf(EmbeddedFile(unicode_name="budget.xlsx", is_listed=True, is_described=True)),
        "inapplicable, not in the list of files": pdf(EmbeddedFile("budget.xlsx", page=1)),
        "inapplicable, no files": Pdf(),
    }
