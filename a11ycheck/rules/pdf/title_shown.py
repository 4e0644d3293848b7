"""The window shows the document's title, not the name of the file."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf


def with_title(pdf: Pdf) -> list[Pdf]:
    """The document, if it has a title to show."""
    return [pdf] if pdf.catalog.title.strip() else []


@rule(
    document=Pdf,
    each=with_title,
    # W3C's technique PDF18 asks for the title and for DisplayDocTitle.
    meets=("WCAG 2.4.2",),
    title=Text("The PDF shows its title", "Pdf:en visar sin titel"),
    why=Text(
        "The window and the tab are named after the file, so someone who listens hears the file name and "
        "not the title.",
        "Fönstret och fliken får filens namn, så den som lyssnar hör filnamnet och inte titeln.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Set in the PDF that the document's title is shown in the window.",
            "Ställ in i pdf:en att dokumentets titel ska visas i fönstret.",
        ),
        libreoffice=Text(
            "Export as PDF again and tick Display document title on the User Interface tab.",
            "Exportera som pdf igen och kryssa på fliken Användargränssnitt i att dokumentets titel ska "
            "visas.",
        ),
        indesign=Text(
            "Export as PDF again and choose to display the document title under Advanced in the export "
            "dialogue.",
            "Exportera som pdf igen och välj under Avancerat i exportdialogen att visa dokumentets titel.",
        ),
        acrobat=Text(
            "Open the document properties (Ctrl+D) and choose to show the document title on the tab for the "
            "initial view.",
            "Öppna dokumentegenskaperna (Ctrl+D) och välj att visa dokumentets titel på fliken för hur "
            "dokumentet öppnas.",
        ),
    ),
    messages={
        "file-name-shown": Text(
            "The window shows the file name and not the title “{title}”.",
            "Fönstret visar filnamnet och inte titeln ”{title}”.",
        ),
    },
)
def title_shown(pdf: Pdf) -> Outcome:
    """The viewer is told to show the title (DisplayDocTitle, ISO 32000-1, 12.2)."""
    return passed() if pdf.catalog.show_title else failed("file-name-shown", title=pdf.catalog.title.strip())


def examples() -> dict[str, Pdf]:
    return {
        "failed file-name-shown": Pdf(Catalog(title="Kallelse till årsmöte")),
        "passed": Pdf(Catalog(title="Kallelse till årsmöte", show_title=True)),
        "inapplicable, no title": Pdf(Catalog(show_title=True)),
    }
