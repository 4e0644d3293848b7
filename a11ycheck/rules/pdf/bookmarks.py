"""A long PDF has bookmarks.

W3C's technique PDF2 belongs to WCAG 2.4.5, which speaks of sets of pages and is void for single documents in
EN 301 549; so this rule meets no clause.
"""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.content import Content, Heading
from a11ycheck.documents.pdf.catalog_model import Bookmark, Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Page


def with_places_to_go(pdf: Pdf) -> list[Pdf]:
    """The document, unless its tags say that it has no headings that a bookmark could lead to."""
    return [pdf] if not pdf.catalog.has_structure or any(pdf.content.headings()) else []


@rule(
    document=Pdf,
    each=with_places_to_go,
    title=Text("A long PDF has bookmarks", "En lång pdf har bokmärken"),
    why=Text(
        "Bookmarks are a table of contents that is always at hand; without them you have to leaf through "
        "every page.",
        "Bokmärken är en innehållsförteckning som alltid är till hands; utan dem får man bläddra igenom "
        "alla sidor.",
    ),
    who=(People.SCREEN_READER, People.KEYBOARD, People.READING),
    fix=Fix(
        Text(
            "Make the PDF again and let the program create bookmarks from the headings.",
            "Gör om pdf:en och låt programmet skapa bokmärken av rubrikerna.",
        ),
        word=Text(
            "Choose File > Save As and PDF, open the options there, and tick bookmarks from headings.",
            "Välj Arkiv > Spara som och PDF, öppna alternativen där och kryssa i bokmärken av rubriker.",
        ),
        libreoffice=Text(
            "Choose File > Export As > Export as PDF and tick that outlines are exported.",
            "Välj Arkiv > Exportera som > Exportera som PDF och kryssa i att bokmärken exporteras.",
        ),
        indesign=Text(
            "Make a table of contents with PDF bookmarks, and tick Bookmarks in the export dialogue.",
            "Skapa en innehållsförteckning med pdf-bokmärken och kryssa i Bokmärken i exportdialogen.",
        ),
        acrobat=Text(
            "Open the Bookmarks panel and choose new bookmarks from structure in its menu.",
            "Öppna panelen Bokmärken och välj nya bokmärken från struktur i dess meny.",
        ),
    ),
    messages={
        "missing": Text(
            "The document has {count} pages and no bookmarks.",
            "Dokumentet har {count} sidor och inga bokmärken.",
        ),
    },
)
def bookmarks(pdf: Pdf, *, pages: int = 21) -> Outcome:
    """A document of ``pages`` pages or more has a bookmark.

    “More than 20 pages” is where Acrobat's own accessibility check asks for bookmarks.
    """
    count = len(pdf.pages)
    return failed("missing", count=count) if count >= pages and not pdf.bookmarks else passed()


def examples() -> dict[str, Pdf]:
    tagged = Catalog(has_structure=True)
    headings = Content.of(Heading(1, "Verksamhetsberättelse"))
    long, short = tuple(Page(number) for number in range(1, 22)), (Page(1),)
    return {
        "failed missing": Pdf(tagged, long, content=headings),
        "failed missing, untagged": Pdf(pages=long),
        "passed": Pdf(tagged, long, bookmarks=(Bookmark("Verksamhetsberättelse", 1),), content=headings),
        "passed, short": Pdf(tagged, short, content=headings),
        "inapplicable, no headings": Pdf(tagged, long),
    }
