"""A slide deck works for those who get it as a file and for those who see it from far away.

None of this is asked for by a clause; it is advice of W3C's on meetings and slides, or our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Box, Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.office.model import Office, Paragraph, Placeholder, Shape, Slide

AT_THE_EDGE: frozenset[Placeholder] = frozenset({"date", "footer", "header", "number"})
FEWEST_SLIDES = 5
"""A deck with fewer slides can be told apart without numbers and notes. Ours."""
FEWEST_LETTERS = 4
"""Text with fewer letters off the slide is a leftover."""


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides of a deck that have something in common; ``all`` is how many the deck has."""

    slides: tuple[Slide, ...]
    all: int

    @property
    def where(self) -> Where:
        if not self.slides:
            return Where()
        return Where(self.slides[0].where.steps, anchor("slides", *(slide.number for slide in self.slides)))


@dataclass(frozen=True, slots=True)
class Amount:
    """How many words and points a slide has."""

    slide: Slide
    words: int
    points: int

    @property
    def where(self) -> Where:
        return self.slide.where


def hidden_slides(document: Office) -> Iterator[Deck]:
    """One target for each deck."""
    return _deck(document, [slide for slide in document.slides if slide.hidden])


def slides_without_notes(document: Office) -> Iterator[Deck]:
    if len(document.slides) >= FEWEST_SLIDES:
        yield from _deck(
            document, [slide for slide in document.slides if not slide.notes and not slide.hidden]
        )


def unnumbered(document: Office) -> Iterator[Deck]:
    """Slides without a number, but for the first: of PowerPoint only, for Impress sets numbers on the master."""
    if document.format.startswith("p") and len(document.slides) >= FEWEST_SLIDES:
        found = [
            slide
            for slide in document.slides[1:]
            if not any(shape.placeholder == "number" for shape in slide.shapes)
        ]
        yield from _deck(document, found)


def untitled_text(document: Office) -> Iterator[Deck]:
    """Slides whose text stands in boxes of their own only, two or more of them."""
    found = []
    for slide in document.slides:
        texts = [shape for shape in slide.shapes if shape.kind == "text" and shape.words.strip()]
        own = [shape for shape in texts if shape.placeholder not in AT_THE_EDGE]
        if len(own) >= 2 and not any(shape.placeholder for shape in own):
            found.append(slide)
    return _deck(document, found)


def _deck(document: Office, slides: list[Slide]) -> Iterator[Deck]:
    if document.slides:
        yield Deck(tuple(slides), len(document.slides))


def amounts(document: Office) -> Iterator[Amount]:
    """Each slide with text, but for hidden ones; tables and charts are not counted."""
    for slide in document.slides:
        paragraphs = [
            block
            for shape in slide.all_shapes()
            if shape.kind == "text" and shape.placeholder not in AT_THE_EDGE and not shape.hidden
            for block in shape.blocks
            if isinstance(block, Paragraph) and block.text.strip()
        ]
        if paragraphs and not slide.hidden:
            words = sum(len(paragraph.text.split()) for paragraph in paragraphs)
            points = sum(1 for paragraph in paragraphs if paragraph.list is not None)
            yield Amount(slide, words, points)


def texts_off_slides(document: Office) -> Iterator[Shape]:
    """Texts that nobody sees for they stand beside the slide, titles not counted: that is a way to hide them."""
    for slide in document.slides:
        for shape in slide.all_shapes():
            box = shape.box
            if (
                shape.kind == "text"
                and not shape.hidden
                and box is not None
                and shape.placeholder != "title"
                and sum(map(str.isalpha, shape.words[:100])) >= FEWEST_LETTERS
                and _is_outside(box, slide)
            ):
                yield shape


def _is_outside(box: Box, slide: Slide) -> bool:
    return box.right <= 0 or box.bottom <= 0 or box.left >= slide.width or box.top >= slide.height


@rule(
    document=Office,
    each=hidden_slides,
    title=Text("No slides are left hidden", "Inga bilder ligger dolda i presentationen"),
    why=Text(
        "Someone who gets the file may hear slides that were never shown, and not know that they were left out.",
        "Den som får filen kan få höra bilder som aldrig visades, utan att veta att de var överhoppade.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Take hidden slides out of the file that is sent, or show them.",
            "Ta bort dolda bilder ur filen som skickas ut, eller visa dem.",
        ),
        powerpoint=Text(
            "Right-click the slide in the thumbnail pane and choose Hide Slide to show it again, or delete it.",
            "Högerklicka på bilden i miniatyrfönstret och välj Dölj bild för att visa den igen, eller ta bort den.",
        ),
        libreoffice=Text(
            "Right-click the slide in the slide pane and choose Show Slide, or delete it.",
            "Högerklicka på bilden i bildpanelen och välj att visa den, eller ta bort den.",
        ),
    ),
    messages={
        "hidden": Text(
            "Hidden slides: {count} of {all}, the first of them slide {first}.",
            "Dolda bilder: {count} av {all}, den första är bild {first} i presentationen.",
        ),
    },
)
def slide_hidden(deck: Deck) -> Outcome:
    """No slide is hidden."""
    if not deck.slides:
        return passed()
    return failed("hidden", count=len(deck.slides), all=deck.all, first=deck.slides[0].number)


@rule(
    document=Office,
    each=slides_without_notes,
    title=Text("Slides have speaker notes", "Bilder i en presentation har talarens anteckningar"),
    why=Text(
        "Someone who could not be there, see or hear gets from the notes what was said to the slide; interpreters "
        "prepare from them.",
        "Den som inte kunde vara med, se eller höra får av anteckningarna veta vad som sades till bilden; tolkar "
        "förbereder sig med dem.",
    ),
    who=(People.DEAF, People.SCREEN_READER, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Write in the notes what you are going to say, and what the pictures show.",
            "Skriv i anteckningarna vad du tänker säga och vad bilderna visar.",
        ),
        powerpoint=Text(
            "Choose Notes on the View tab and write below the slide.",
            "Välj Anteckningar på fliken Visa och skriv under bilden.",
        ),
        libreoffice=Text("Choose View > Notes.", "Välj Visa > Anteckningar."),
    ),
    messages={
        "missing": Text(
            "Slides without speaker notes: {count} of {all}.",
            "Bilder utan talarens anteckningar: {count} av {all}.",
        ),
    },
)
def slide_notes(deck: Deck) -> Outcome:
    """Every slide has notes. Of decks with five slides or more."""
    return failed("missing", count=len(deck.slides), all=deck.all) if deck.slides else passed()


@rule(
    document=Office,
    each=unnumbered,
    title=Text("Slides are numbered", "Bilder i en presentation är numrerade"),
    why=Text(
        "“Now to slide 7” helps everyone who follows in a copy of their own, enlarged or read out.",
        "”Nu till bild 7” hjälper alla som följer med i en egen kopia, förstorad eller uppläst.",
    ),
    who=(People.LOW_VISION, People.SCREEN_READER, People.DEAF),
    fix=Fix(
        Text("Let each slide show its number, and say it.", "Låt varje bild visa sitt nummer, och säg det."),
        powerpoint=Text(
            "Choose Slide Number on the Insert tab, tick Slide number, and choose Apply to All.",
            "Välj Bildnummer på fliken Infoga, kryssa i Bildnummer och välj att använda det för alla.",
        ),
    ),
    messages={
        "missing": Text(
            "Slides without a number: {count} of {all}.", "Bilder utan nummer: {count} av {all}."
        ),
    },
)
def slide_numbers(deck: Deck) -> Outcome:
    """Every slide but the first shows its number. Of decks with five slides or more."""
    return failed("missing", count=len(deck.slides), all=deck.all) if deck.slides else passed()


@rule(
    document=Office,
    each=amounts,
    title=Text("Slides hold little text", "Bilder i en presentation har lite text"),
    why=Text(
        "Nobody can read much text and listen at the same time, and least of all someone who follows captions, an "
        "interpreter or a screen reader.",
        "Ingen hinner läsa mycket text och lyssna samtidigt, allra minst den som följer textning, en tolk eller en "
        "skärmläsare.",
    ),
    who=(People.READING, People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Keep what the slide is about, say the rest, and hand the details out as a document.",
            "Behåll det bilden handlar om, säg resten och dela ut detaljerna som ett dokument.",
        ),
    ),
    messages={
        "words": Text(
            "The slide has {words} words; at most {most} are recommended.",
            "Bilden har {words} ord, högst {most} rekommenderas.",
        ),
        "points": Text(
            "The slide has {points} points; at most {most} are recommended.",
            "Bilden har {points} punkter, högst {most} rekommenderas.",
        ),
    },
)
def slide_text_amount(slide: Amount, *, most_words: int = 90, most_points: int = 8) -> Outcome:
    """At most ``most_words`` words and ``most_points`` list items. W3C's advice on meetings asks for little text and
    gives no number; these are those of a checker for slides (pptlint) and our own."""
    if slide.words > most_words:
        return failed("words", words=slide.words, most=most_words)
    if slide.points > most_points:
        return failed("points", points=slide.points, most=most_points)
    return passed()


@rule(
    document=Office,
    each=untitled_text,
    title=Text(
        "Text on slides stands in the layout's boxes", "Text i en presentation står i layoutens rutor"
    ),
    why=Text(
        "Text in boxes of its own is not in the outline, which many read in place of the slides, and is read in the "
        "order in which the boxes were drawn.",
        "Text i egna textrutor finns inte i dispositionen, som många läser i stället för bilderna, och läses i den "
        "ordning rutorna ritades.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Choose a layout that fits, and move the text into its boxes.",
            "Välj en layout som passar och flytta texten till dess rutor.",
        ),
        powerpoint=Text(
            "Choose Layout on the Home tab, and paste the text into the boxes of the layout.",
            "Välj Layout på fliken Start och klistra in texten i layoutens rutor.",
        ),
        libreoffice=Text(
            "Choose Slide > Layout, and paste the text into the boxes of the layout.",
            "Välj Bild > Layout och klistra in texten i layoutens rutor.",
        ),
    ),
    messages={
        "loose": Text(
            "Slides with all their text in boxes of their own: {count} of {all}.",
            "Bilder med all text i egna textrutor: {count} av {all}.",
        ),
    },
)
def slide_loose_text(deck: Deck) -> Outcome:
    """No slide has two texts or more and none of them in a box of its layout."""
    return failed("loose", count=len(deck.slides), all=deck.all) if deck.slides else passed()


@rule(
    document=Office,
    each=texts_off_slides,
    title=Text("No text lies beside the slide", "Ingen text ligger utanför bilden i en presentation"),
    why=Text(
        "A screen reader reads it, but nobody sees it: those who listen and those who look get different slides.",
        "Skärmläsaren läser den, men ingen ser den: den som lyssnar och den som tittar får olika bilder.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Move the text onto the slide or into the notes, or take it away.",
            "Flytta in texten på bilden eller till anteckningarna, eller ta bort den.",
        ),
    ),
    messages={
        "outside": Text("The text “{text}” lies beside the slide.", "Texten ”{text}” ligger utanför bilden."),
    },
)
def slide_text_outside(shape: Shape) -> Outcome:
    """There is none, titles apart."""
    return failed("outside", text=shape.words[:200])


def examples() -> dict[str, dict[str, Office]]:
    from a11ycheck.documents.office.model import ListMark

    def box(text: str, placeholder: Placeholder = "", left: float = 50.0, points: int = 0) -> Shape:
        blocks = [Paragraph(text)] if text else []
        blocks += [Paragraph(f"Punkt {number}", list=ListMark("a")) for number in range(points)]
        return Shape(
            "text", blocks=tuple(blocks), placeholder=placeholder, box=Box(1, left, 50, left + 200, 90)
        )

    def deck(*slides: tuple[Shape, ...], hidden: int = 0, notes: bool = False) -> Office:
        said = (Paragraph("Hälsa välkommen."),) if notes else ()
        made = (
            Slide(number, shapes, hidden=number == hidden, notes=said)
            for number, shapes in enumerate(slides, 1)
        )
        return Office("slides", "pptx", slides=tuple(made))

    plain = (box("Val"),)
    return {
        "slide_hidden": {
            "failed hidden": deck(plain, plain, hidden=2),
            "passed": deck(plain, plain),
            "inapplicable, a text document": Office(),
        },
        "slide_notes": {
            "failed missing": deck(*(plain for _ in range(5))),
            "passed": deck(*(plain for _ in range(5)), notes=True),
            "inapplicable, few slides": deck(plain),
        },
        "slide_numbers": {
            "failed missing": deck(*(plain for _ in range(5))),
            "passed": deck(plain, *((box("‹#›", "number"),) for _ in range(5))),
            "inapplicable, few slides": deck(plain),
        },
        "slide_text_amount": {
            "failed words": deck((box("ord " * 91),)),
            "failed points": deck((box("", points=9),)),
            "passed": deck((box("ord " * 90),)),
            "passed, eight points": deck((box("", points=8),)),
            "inapplicable, a footer": deck((box("ord " * 91, "footer"),)),
            "inapplicable, hidden": deck((box("ord " * 91),), hidden=1),
        },
        "slide_loose_text": {
            "failed loose": deck((box("Program"), box("Val"))),
            "passed": deck((box("Program", "title"), box("Val"))),
            "passed, one text": deck(plain),
            "inapplicable, a text document": Office(),
        },
        "slide_text_outside": {
            "failed outside": deck((box("Fråga Eva om detta", left=-300),)),
            "inapplicable": deck(plain),
            "inapplicable, a title": deck((box("Program", "title", left=-300),)),
            "inapplicable, partly outside": deck((box("Program", left=-150),)),
        },
    }
