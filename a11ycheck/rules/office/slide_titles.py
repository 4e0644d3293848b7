"""Each slide has a title, and no two slides have the same.

Microsoft's accessibility checker demands it. No success criterion does: WCAG 2.4.6 speaks of the headings that there
are, and 2.4.2 of the document as a whole; so these rules meet no clause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.office.model import Image, Office, Paragraph, Shape, Slide


@dataclass(frozen=True, slots=True)
class Titling:
    """One slide, or all slides of a deck where none has a title. ``has_box``: it has a title box, but an empty one."""

    where: Where
    titled: bool
    has_box: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class Titled:
    """A slide with a title. ``earlier`` is the number of the first other slide that has it, 0 if none."""

    where: Where
    title: str
    earlier: int


def titlings(document: Office) -> list[Titling]:
    """Each slide; all of them as one where several are without a title and none has one."""
    if len(document.slides) > 1 and not any(slide.title for slide in document.slides):
        return [Titling(Where((), anchor("slide titles")), False, count=len(document.slides))]
    return [
        Titling(slide.where, bool(slide.title), slide.title_shape is not None) for slide in document.slides
    ]


def titled_slides(document: Office) -> Iterator[Titled]:
    """Each slide with a title, but for hidden ones. A slide that shows all that an earlier one does is the same slide,
    shown again or built up step by step."""
    first: dict[str, Slide] = {}
    for slide in document.slides:
        if not slide.title or slide.hidden:
            continue
        other = first.setdefault(slide.title.casefold(), slide)
        same = other is slide or _shown(other) <= _shown(slide)
        yield Titled(slide.where, slide.title, 0 if same else other.number)


def _shown(slide: Slide) -> Counter[str]:
    """The words and pictures on a slide, without its number."""
    found: Counter[str] = Counter()
    for shape in slide.all_shapes():
        if shape.placeholder not in ("number", "date", "footer"):
            found.update(shape.words.split())
            if shape.image is not None:
                found[f"picture {shape.image.content}"] += 1
    return found


@rule(
    document=Office,
    each=titlings,
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
            "Give the slide a title in the title box of its layout. A title that is not to be seen can be hidden or "
            "placed outside the slide, and is still read out.",
            "Skriv bildens rubrik i layoutens rubrikruta. En rubrik som inte ska synas kan döljas eller läggas utanför "
            "bilden, och läses ändå upp.",
        ),
        powerpoint=Text(
            "Choose Layout on the Home tab, take one with a title, and write in the title box.",
            "Välj Layout på fliken Start, ta en med rubrik och skriv i rubrikrutan.",
        ),
        libreoffice=Text(
            "Choose a layout with a title under Slide > Layout, and write in the title box.",
            "Ge bilden en layout med rubrik under Bild > Layout och skriv i rubrikrutan.",
        ),
    ),
    messages={
        "missing": Text("The slide has no title.", "Bilden i presentationen har ingen rubrik."),
        "empty": Text("The slide's title box is empty.", "Rubrikrutan på bilden i presentationen är tom."),
        "none": Text(
            "None of the presentation's slides has a title. Number of slides: {count}.",
            "Ingen av bilderna i presentationen har en rubrik. Antal bilder: {count}.",
        ),
    },
)
def slide_titles(slide: Titling) -> Outcome:
    """It has a title box with words in it."""
    if slide.titled:
        return passed()
    if slide.count > 1:
        return failed("none", count=slide.count)
    return failed("empty" if slide.has_box else "missing")


@rule(
    document=Office,
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
            "The slide has the same title as slide {earlier}, “{title}”.",
            "Bilden har samma rubrik som bild {earlier} i presentationen, ”{title}”.",
        ),
    },
)
def slide_titles_differ(slide: Titled) -> Outcome:
    """No earlier slide with other content has its title."""
    return failed("same", title=slide.title[:100], earlier=slide.earlier) if slide.earlier else passed()


def examples() -> dict[str, dict[str, Office]]:
    def box(text: str, is_title: bool = False) -> Shape:
        return Shape("text", placeholder="title" if is_title else "body", blocks=(Paragraph(text),))

    def slide(number: int, title: str | None, body: str = "", *more: Shape, hidden: bool = False) -> Slide:
        heading = box(title, True) if title is not None else None
        shapes = (heading, box(body), *more) if heading else (box(body), *more)
        return Slide(number, shapes, heading, hidden=hidden)

    def deck(*slides: Slide) -> Office:
        return Office("slides", "pptx", slides=slides)

    def photo(content: str) -> Shape:
        return Shape("picture", image=Image(content))

    def titles(*found: tuple[str, str]) -> Office:
        return deck(*(slide(number, *words) for number, words in enumerate(found, 1)))

    return {
        "slide_titles": {
            "failed missing": deck(slide(1, "Välkomna"), slide(2, None, "Dagordning")),
            "failed missing, the only slide": deck(slide(1, None, "Dagordning")),
            "failed empty": deck(slide(1, "Välkomna"), slide(2, " ")),
            "failed none": deck(slide(1, None, "Välkomna"), slide(2, "")),
            "passed": deck(slide(1, "Välkomna"), slide(2, "Dagordning")),
            "inapplicable, a text document": Office(),
        },
        "slide_titles_differ": {
            "failed same": titles(("Välkomna", ""), ("Program", "Förmiddag"), ("program ", "Eftermiddag")),
            "failed same, other pictures": deck(
                slide(1, "Lokalen", "", photo("a")), slide(2, "Lokalen", "", photo("b"))
            ),
            "passed": titles(("Program (1/2)", "Förmiddag"), ("Program (2/2)", "Eftermiddag")),
            "passed, shown again": titles(("Program", "Val"), ("Val", "Vi väljer"), ("Program", "Val")),
            "passed, built up": titles(("Råd", "Lyssna."), ("Råd", "Lyssna. Fråga."), ("Tack", "")),
            "passed, hidden": deck(slide(1, "Råd", "Lyssna."), slide(2, "Råd", "Fråga.", hidden=True)),
            "inapplicable, no titles": deck(slide(1, None, "Välkomna")),
        },
    }
