"""The document's metadata are there and hold its title, and the title is shown (ISO 14289-1, 7.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog, Property, Xmp
from a11ycheck.documents.pdf.model import Pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WHY = Text(
    "Someone who listens hears the title first, and finds the document by it among open windows and tabs; "
    "programs look for it in the metadata.",
    "Den som lyssnar hör titeln först och hittar dokumentet med hjälp av den bland öppna fönster och flikar; "
    "program letar efter den i metadata.",
)
FIX = Fix(
    Text(
        "Write a title in the document's properties, and make the PDF again with a program that takes it along.",
        "Skriv en titel i dokumentets egenskaper och gör om pdf:en med ett program som tar den med sig.",
    ),
    word=Text(
        "Choose File > Info, write the title under Properties, and save as PDF again.",
        "Välj Arkiv > Info, skriv titeln under Egenskaper och spara som pdf igen.",
    ),
    powerpoint=Text(
        "Choose File > Info, write the title under Properties, and save as PDF again.",
        "Välj Arkiv > Info, skriv titeln under Egenskaper och spara som pdf igen.",
    ),
    libreoffice=Text(
        "Choose File > Properties, write the title on the Description tab, and export as PDF again with "
        "Universal Accessibility (PDF/UA) ticked.",
        "Välj Arkiv > Egenskaper, skriv titeln på fliken Beskrivning och exportera som pdf igen med Universell "
        "tillgänglighet (PDF/UA) ikryssat.",
    ),
    acrobat=Text(
        "Open the document properties (Ctrl+D), write the title on the Description tab, choose on the tab for "
        "the initial view to show the document title, and save.",
        "Öppna dokumentegenskaperna (Ctrl+D), skriv titeln på fliken Beskrivning, välj på fliken för hur "
        "dokumentet öppnas att visa dokumentets titel och spara.",
    ),
)


def about(
    test: int, each: Callable[[Pdf], Iterable[Pdf]], title: Text, messages: dict[str, Text], *also: str
) -> Callable[[Callable[[Pdf], Outcome]], Rule]:
    """Make a rule that meets clause 7.1-``test`` of PDF/UA-1, and others."""
    return rule(
        document=Pdf,
        each=each,
        meets=(f"PDF/UA-1 7.1-{test}", *also),
        title=title,
        why=WHY,
        who=(People.SCREEN_READER, People.READING),
        fix=FIX,
        messages=messages,
    )


@about(
    8,
    Pdf.itself,
    Text("The PDF has metadata", "Pdf:en har metadata"),
    {
        "missing": Text(
            "The PDF has no metadata of the kind that programs read (XMP).",
            "Pdf:en saknar metadata av det slag som program läser (XMP).",
        )
    },
    "PDF/UA-2 8.11.1-2",
)
def metadata_present(pdf: Pdf) -> Outcome:
    """The catalog has a metadata stream."""
    return passed() if pdf.catalog.xmp is not None else failed("missing")


@about(
    9,
    lambda pdf: [pdf] if pdf.catalog.xmp is not None else [],
    Text("The title stands in the metadata", "Titeln står i metadata"),
    {
        "missing": Text(
            "The document's metadata (XMP) have no title.", "Dokumentets metadata (XMP) har ingen titel."
        ),
        "prefix": Text(
            "The title in the document's metadata is called “{prefix}:title” and not “dc:title”.",
            "Titeln i dokumentets metadata heter ”{prefix}:title” och inte ”dc:title”.",
        ),
    },
    "PDF/UA-2 8.11.1-1",
)
def metadata_title(pdf: Pdf) -> Outcome:
    """The metadata stream has dc:title."""
    title = pdf.catalog.xmp.title if pdf.catalog.xmp else None
    if title is None:
        return failed("missing")
    return passed() if title.prefix == "dc" else failed("prefix", prefix=title.prefix)


@about(
    10,
    Pdf.itself,
    Text("The window is to show the title", "Fönstret ska visa titeln"),
    {
        "file-name-shown": Text(
            "The PDF does not say that the window is to show the title, so it shows the file name.",
            "Pdf:en säger inte att fönstret ska visa titeln, så det visar filnamnet.",
        )
    },
    "PDF/UA-2 8.11.2-1",
)
def title_in_window(pdf: Pdf) -> Outcome:
    """The viewer is told to show the title (DisplayDocTitle)."""
    return passed() if pdf.catalog.show_title else failed("file-name-shown")


def examples() -> dict[str, dict[str, Pdf]]:
    def titled(title: Property | None) -> Pdf:
        return Pdf(Catalog(xmp=Xmp(title)))

    return {
        "metadata_present": {
            "failed missing": Pdf(Catalog(title="Kallelse till årsmöte")),
            "passed": titled(None),
        },
        "metadata_title": {
            "failed missing": titled(None),
            "failed missing, the title stands elsewhere": Pdf(Catalog(title="Kallelse", xmp=Xmp())),
            "failed prefix": titled(Property("dublin", "Kallelse till årsmöte")),
            "passed": titled(Property("dc", "Kallelse till årsmöte")),
            "passed, that it is empty is for another rule": titled(Property("dc")),
            "inapplicable, no metadata": Pdf(),
        },
        "title_in_window": {
            "failed file-name-shown": Pdf(Catalog(title="Kallelse till årsmöte")),
            "failed file-name-shown, no title": Pdf(),
            "passed": Pdf(Catalog(show_title=True)),
        },
    }
