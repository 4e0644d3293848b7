"""In a tagged document, what can be seen is in the tags (PDF/UA-1 7.1-3).

Lines, areas and what else hurts nobody when it is left out is for the rule pdfua1-content-tagged; a document that is
not tagged at all is for pdf-tagged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, ask, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.marking import PageContent
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item, Page, Sequence
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.outcome import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FIX = Fix(
    Text(
        "Make the PDF again as a tagged PDF from the document it came from, or tag it in Acrobat.",
        "Gör om pdf:en som taggad pdf från dokumentet den kommer från, eller tagga det i Acrobat.",
    ),
    word=Text(
        "Move text boxes and pictures that float on the page into the text (In Line with Text), and save as PDF again.",
        "Lägg textrutor och bilder som ligger löst på sidan i nivå med texten och spara som pdf igen.",
    ),
    indesign=Text(
        "Open the Articles panel, drag in the frames that are missing, and export as PDF again.",
        "Öppna panelen Artiklar, dra dit de ramar som saknas och exportera som pdf igen.",
    ),
    acrobat=Text(
        "Take the Reading Order tool, draw a frame around it, and choose what it is: text, a heading, a figure or "
        "background.",
        "Ta verktyget Läsordning, rita en ram runt det och välj vad det är: text, en rubrik, en figur eller bakgrund.",
    ),
)


def about(
    each: Callable[[Pdf], Iterable[PageContent]],
    meets: tuple[str, ...],
    title: Text,
    why: Text,
    messages: dict[str, Text],
) -> Callable[[Callable[[PageContent], Outcome]], Rule]:
    """Make a rule that is put to pages, with what is left out of the tags on each."""
    return rule(
        document=Pdf,
        each=each,
        meets=meets,
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


def pages_with(kind: str) -> Callable[[Pdf], list[PageContent]]:
    """The pages of a tagged document with text or images, with those that are left out."""

    def each(pdf: Pdf) -> list[PageContent]:
        if not (pdf.catalog.marked and pdf.holders):
            return []
        left_out = pdf.unread_text if kind == "text" else pdf.unread_images
        return [
            left_out.get(drawn.page, PageContent(drawn.page))
            for drawn in pdf.drawn
            if any(item.kind == kind for item in drawn.items)
        ]

    return each


@about(
    pages_with("text"),
    ("PDF/UA-1 7.1-3", "PDF/UA-2 8.2.2-1", "WCAG 1.3.1"),
    Text("All text is in the tags", "All text finns i taggarna"),
    Text(
        "Text that is not in the tags is not read aloud, and someone who listens does not know that it is there.",
        "Text som inte finns i taggarna läses inte upp, och den som lyssnar vet inte att den finns.",
    ),
    {
        "one": Text("The text “{text}” is not in the tags.", "Texten ”{text}” finns inte i taggarna."),
        "several": Text(
            "{count} pieces of text on the page are not in the tags: “{text}”.",
            "{count} textstycken på sidan finns inte i taggarna: ”{text}”.",
        ),
    },
)
def untagged_text(content: PageContent) -> Outcome:
    """No text that says something is left out of the tags, unless it is marked as decoration or is on many pages."""
    if not content.items:
        return passed()
    count = len(content.items)
    return (
        failed("several", count=count, text=content.text) if count > 1 else failed("one", text=content.text)
    )


SMALLEST_PICTURE = 24.0
"""Points, both ways: a third of an inch. Smaller images are ornaments and parts of lines."""


# Whether a picture tells anything only a person can say, so it is not for the ruleset of PDF/UA: there the rule
# pdfua1-content-tagged says that each picture is tagged or marked as decoration.
@about(
    pages_with("image"),
    ("WCAG 1.1.1",),
    Text("Pictures that tell something are in the tags", "Bilder som säger något finns i taggarna"),
    Text(
        "A picture that is not in the tags is passed over; someone who listens does not know that it is there.",
        "En bild som inte finns i taggarna hoppas över; den som lyssnar vet inte att den finns.",
    ),
    {
        "decorative": Text(
            "Are all pictures on the page that are not in the tags ({count}) there for decoration only?",
            "Är alla bilder på sidan som inte finns i taggarna ({count}) bara till för dekoration?",
        ),
        "missed": Text(
            "A picture that tells something is not in the tags.",
            "En bild som säger något finns inte i taggarna.",
        ),
    },
)
def untagged_picture(content: PageContent) -> Outcome:
    """No picture that tells something is left out of the tags."""
    count = sum(_can_be_made_out(item.box) for item in content.items)
    return ask("decorative", count=count, yes=passed(), no=failed("missed")) if count else passed()


def _can_be_made_out(box: Box | None) -> bool:
    return box is not None and min(box.right - box.left, box.bottom - box.top) >= SMALLEST_PICTURE


def examples() -> dict[str, dict[str, Pdf]]:
    marked = Catalog(marked=True, has_structure=True)
    tagged = Sequence("P", key=(1, 0, 0))

    def pdf(*items: Item, pages: int = 1, catalog: Catalog = marked, tag: Sequence = tagged) -> Pdf:
        """Pages that all paint the same; MCID 0 of the first is in the tags."""
        return Pdf(
            catalog,
            pages=tuple(Page(number) for number in range(1, pages + 1)),
            roots=(Element("P", kids=[(1, 0, 0)]),),
            drawn=tuple(Drawn(number, items, (tag,)) for number in range(1, pages + 1)),
            hanging={(1, 0): (True,)},
        )

    def text(said: str = "Ring 08-465 004 10.", sequence: int = -1, left: float = 50, **more: bool) -> Item:
        return Item("text", sequence, said, Box(1, left, 50, left + 100, 62), **more)

    def picture(size: float = 100, sequence: int = -1) -> Item:
        return Item("image", sequence, box=Box(1, 50, 50, 50 + size, 50 + size))

    return {
        "untagged_text": {
            "failed one": pdf(text()),
            "failed several": pdf(text(), text("Skriv till oss.", left=300)),
            "failed one, marked but in no tag": pdf(text(sequence=0), tag=Sequence("P", key=(1, 0, 7))),
            "passed": pdf(text(sequence=0)),
            "passed, decoration": pdf(text(sequence=0), tag=Sequence("Artifact")),
            "passed, it says nothing": pdf(text(" – ")),
            "passed, nobody sees it": pdf(text(invisible=True)),
            "passed, beside the page": pdf(text(left=900)),
            "passed, a running head": pdf(text("Protokoll, sida 1"), pages=3),
            "inapplicable, not a tagged document": pdf(text(), catalog=Catalog()),
            "inapplicable, no text": pdf(picture()),
        },
        "untagged_picture": {
            "cannot-tell decorative": pdf(picture()),
            "passed": pdf(picture(sequence=0)),
            "passed, an ornament": pdf(picture(size=10)),
            "passed, a background": pdf(picture(), pages=3),
            "inapplicable, no picture": pdf(text()),
        },
    }
