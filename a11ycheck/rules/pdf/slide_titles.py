"""Each slide of a presentation has a title.

PowerPoint's own accessibility checker demands it. No success criterion does: WCAG 2.4.6 speaks of the headings that
there are, and 2.4.2 of the document as a whole; so this rule meets no clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Page
from a11ycheck.documents.pdf.tree_model import Element


@dataclass(frozen=True, slots=True)
class Slides:
    """One slide, or several slides that are alike in having no title. ``titled``: they have one."""

    where: Where
    titled: bool
    count: int = 1


def slides(pdf: Pdf) -> list[Slides]:
    """Each slide of a tagged presentation; all of them as one where none has a title."""
    if not (pdf.is_slide_deck and pdf.elements):
        return []
    titled = set(pdf.slide_titles)
    if not titled:
        return [Slides(Where((), anchor("slide titles")), False, len(pdf.pages))]
    return [Slides(page.where, page.number in titled) for page in pdf.pages]


@rule(
    document=Pdf,
    each=slides,
    title=Text("Slides have titles", "Bilder i en presentation har rubriker"),
    why=Text(
        "Someone who listens goes from slide to slide by their titles, and hears by the title that a new slide has "
        "come.",
        "Den som lyssnar går mellan bilderna i en presentation efter deras rubriker, och hör på rubriken att en ny "
        "bild har börjat.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Give the slide a title in the title box of its layout, and make the PDF again with tags. A title that is "
            "not to be seen can be hidden, and is still read out.",
            "Skriv bildens rubrik i layoutens rubrikruta och gör om pdf:en med taggar. En rubrik som inte ska synas "
            "kan döljas, och läses ändå upp.",
        ),
        powerpoint=Text(
            "Choose Layout on the Home tab, take one with a title, and write in the title box. Save as PDF with "
            "structure tags for accessibility ticked in the options.",
            "Välj Layout på fliken Start, ta en med rubrik och skriv i rubrikrutan. Spara som pdf med strukturtaggar "
            "för hjälpmedel ikryssat bland alternativen.",
        ),
        libreoffice=Text(
            "Choose a layout with a title under Slide > Layout, write in the title box, and export as PDF with Tagged "
            "PDF ticked.",
            "Ge bilden en layout med rubrik, skriv i rubrikrutan och exportera som pdf med Taggad pdf ikryssat.",
        ),
        acrobat=Text(
            "Open the Tags panel and change the tag of the slide's title to a heading, H1 or H2.",
            "Öppna panelen Taggar och ändra taggen för bildens rubrik till en rubriktagg, H1 eller H2.",
        ),
    ),
    messages={
        "missing": Text(
            "The slide has no title, or none that is tagged as a heading.",
            "Bilden i presentationen har ingen rubrik, eller ingen som är taggad som rubrik.",
        ),
        "none": Text(
            "None of the presentation's slides has a title that is tagged as a heading. Number of slides: {count}.",
            "Ingen av bilderna i presentationen har en rubrik som är taggad som rubrik. Antal bilder: {count}.",
        ),
    },
)
def slide_titles(slide: Slides) -> Outcome:
    """It has a heading with words."""
    if slide.titled:
        return passed()
    return failed("missing") if slide.count == 1 else failed("none", count=slide.count)


def examples() -> dict[str, Pdf]:
    def deck(*roots: Element, height: float = 540) -> Pdf:
        pages = tuple(Page(number, 960, height) for number in (1, 2, 3))
        return Pdf(Catalog(creator="Microsoft PowerPoint"), pages, roots)

    def title(page: int, text: str) -> Element:
        return Element("H1", page=page, text=text)

    titles = tuple(title(number, f"Del {number}") for number in (1, 2, 3))
    return {
        "failed missing": deck(
            title(1, "Välkomna"), title(2, "Dagordning"), Element("P", page=3, text="Tack")
        ),
        "failed missing, an empty one": deck(title(1, "Välkomna"), title(2, "Dagordning"), title(3, " ")),
        "failed none": deck(Element("P", page=1, text="Välkomna")),
        "passed": deck(*titles),
        "passed, a picture with words": deck(
            *titles[:2], Element("H1", kids=[Element("Figure", page=3, alt="Tack!")], page=3)
        ),
        "inapplicable, not tagged": deck(),
        "inapplicable, no presentation": deck(Element("P", page=1, text="Kallelse"), height=1358),
    }
