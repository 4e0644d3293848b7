"""Slides have different titles.

PowerPoint's own accessibility checker asks for it; no success criterion does, so this rule meets no clause.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item, Page
from a11ycheck.documents.pdf.tree_model import Element


@dataclass(frozen=True, slots=True)
class Titled:
    """A slide with a title. ``earlier`` is the number of the first other slide that has it, 0 if none."""

    where: Where
    title: str
    earlier: int


def titled_slides(pdf: Pdf) -> list[Titled]:
    """Each slide with a title. A slide that says all that an earlier one does is the same slide, shown again or built
    up step by step."""
    if not pdf.is_slide_deck:
        return []
    words = {drawn.page: _words(drawn) for drawn in pdf.drawn}
    first: dict[str, int] = {}
    found = []
    for page, title in sorted(pdf.slide_titles.items()):
        earlier = first.setdefault(" ".join(title.casefold().split()), page)
        if earlier == page or words.get(earlier, Counter()) <= words.get(page, Counter()):
            earlier = 0
        found.append(Titled(Where((("page", page),), anchor("slide title", title, page)), title, earlier))
    return found


def _words(drawn: Drawn) -> Counter[str]:
    """The words on a slide, without its number."""
    every = " ".join(item.text for item in drawn.items).split()
    return Counter(word for word in every if not word.isdecimal())


@rule(
    document=Pdf,
    each=titled_slides,
    title=Text("Slides have different titles", "Bilder i en presentation har olika rubriker"),
    why=Text(
        "When two slides have one title, someone who listens cannot tell by the titles which of them is which.",
        "När två bilder i presentationen har samma rubrik går det inte att höra på rubrikerna vilken som är vilken.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write titles that say what each slide is about, or number them: “Agenda (1/2)” and “Agenda (2/2)”.",
            "Skriv rubriker som säger vad var och en av bilderna handlar om, eller numrera dem: ”Dagordning (1/2)” och "
            "”Dagordning (2/2)”.",
        ),
    ),
    messages={
        "same": Text(
            "The slide has the same title as page {earlier}, “{title}”.",
            "Bilden har samma rubrik som sida {earlier}, ”{title}”.",
        ),
    },
)
def slide_titles_differ(slide: Titled) -> Outcome:
    """No earlier slide with other content has its title."""
    return failed("same", title=slide.title[:100], earlier=slide.earlier) if slide.earlier else passed()


def examples() -> dict[str, Pdf]:
    def deck(*slides: tuple[str, str], height: float = 540) -> Pdf:
        numbered = list(enumerate(slides, 1))
        return Pdf(
            Catalog(creator="Impress"),
            tuple(Page(number, 960, height) for number, _ in numbered),
            tuple(Element("H1", page=number, text=title) for number, (title, _) in numbered),
            tuple(
                Drawn(number, (Item("text", text=f"{title} {body}"),)) for number, (title, body) in numbered
            ),
        )

    return {
        "failed same": deck(("Välkomna", ""), ("Program", "Förmiddag"), ("program ", "Eftermiddag")),
        "passed": deck(("Välkomna", ""), ("Program (1/2)", "Förmiddag"), ("Program (2/2)", "Eftermiddag")),
        "passed, shown again": deck(("Program", "Val"), ("Val", "Vi väljer"), ("Program", "Val")),
        "passed, built up": deck(("Råd", "Lyssna."), ("Råd", "Lyssna. Fråga."), ("Tack", "")),
        "inapplicable, no presentation": deck(("Mål", "a"), ("Mål", "b"), ("Mål", "c"), height=1358),
    }
