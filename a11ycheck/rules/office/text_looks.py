"""Text is set so that it can be read with ease: its size, its letters and its lines.

Blinking is forbidden (WCAG 2.2.2). Justified text is a matter of 1.4.8 on level AAA; the others shut nobody out who can
enlarge the text, and meet no clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.office.model import (
    Area,
    Link,
    Office,
    Paragraph,
    ParagraphFormat,
    Place,
    Placeholder,
    Run,
    RunFormat,
    Shape,
    Slide,
    Story,
)

SLIDE_HEIGHT = 540.0
"""Points: the height of PowerPoint's slides. Sizes are counted as if every slide had it."""
AT_THE_EDGE: frozenset[Placeholder] = frozenset({"date", "footer", "header", "number"})
FOOT = 0.9
"""Where the foot of a slide begins, in parts of its height: dates and sources stand there."""
FEWEST_LETTERS = 20
"""A text with fewer letters is a raised figure, a unit, a mark."""
RUNNING: frozenset[Area] = frozenset({"body", "slide"})
"""Where text is to be read on and on."""
MORE_THAN_A_LINE = 100
"""Characters: a line of print in one column has 60 to 90, and only a full line looks justified."""
NORMAL_LINE = 1.2
"""Parts of the size that the lines of most fonts are high."""


@dataclass(frozen=True, slots=True)
class Smallest:
    """The smallest text of a document or slide with more than a few letters; sizes are in points."""

    where: Where
    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Passages:
    """Paragraphs of a document that have a look in common. ``all`` is how many were looked at."""

    found: tuple[Paragraph, ...]
    all: int

    @property
    def where(self) -> Where:
        return self.found[0].where if self.found else Where()

    @property
    def text(self) -> str:
        return self.found[0].text[:100] if self.found else ""


def smallest_in_document(document: Office) -> Iterator[Smallest]:
    """The smallest text of a text document's body; captions and raised letters are not counted."""
    if document.form == "text":
        yield from _smallest(document.paragraphs, 1.0)


def smallest_on_slides(document: Office) -> Iterator[Smallest]:
    """The smallest text of each slide, but for its foot."""
    for slide in document.slides:
        texts = [
            paragraph
            for shape in slide.all_shapes()
            if shape.kind == "text" and not shape.hidden and not _is_at_the_edge(shape, slide)
            for paragraph in shape.blocks
            if isinstance(paragraph, Paragraph)
        ]
        yield from _smallest(texts, SLIDE_HEIGHT / slide.height if slide.height > 0 else 1.0)


def _is_at_the_edge(shape: Shape, slide: Slide) -> bool:
    low = shape.box is not None and shape.box.top >= FOOT * slide.height
    return low or shape.placeholder in AT_THE_EDGE


def _smallest(paragraphs: Iterable[Paragraph], scale: float) -> Iterator[Smallest]:
    least: tuple[float, Paragraph, str] | None = None
    letters: dict[float, int] = {}
    for paragraph in paragraphs:
        if paragraph.place.area not in RUNNING or paragraph.role == "caption":
            continue
        for run in paragraph.visible_runs:
            size = run.format.size
            if size <= 0 or run.format.raised:
                continue
            if letters.get(size, 0) >= FEWEST_LETTERS:
                continue  # of a long document most of the text is in a size that has been seen
            letters[size] = letters.get(size, 0) + sum(map(str.isalpha, run.text))
            if letters[size] >= FEWEST_LETTERS and (least is None or size < least[0]):
                least = (size, paragraph, run.text)
    if least is not None:
        size, paragraph, text = least
        yield Smallest(paragraph.where, " ".join(text.split())[:100], size * scale)


def in_capitals(document: Office) -> Iterator[Passages]:
    """One target for a document with text: its paragraphs in capitals, headings and titles not counted."""
    texts = [each for each in document.paragraphs if each.role == "text" and each.text.strip()]
    if texts:
        yield Passages(tuple(each for each in texts if words_in_capitals(each)), len(texts))


def words_in_capitals(paragraph: Paragraph) -> int:
    """The number of its words where all of them are in capitals, 0 otherwise; addresses and codes are no words."""
    runs = list(paragraph.visible_runs)
    if not runs or any(not run.format.capitals and run.text != run.text.upper() for run in runs):
        return 0
    # Arabic or Chinese letters are neither large nor small.
    cased = (word for run in runs for word in run.text.split() if word.upper() != word.lower())
    words = [word for word in cased if sum(map(str.isalpha, word)) > 2]
    return len(words) if len(words) >= 8 else 0


def blinking(document: Office) -> Iterator[Passages]:
    """One target for a document with text that blinks."""
    found = tuple(
        paragraph
        for paragraph in document.paragraphs
        if any(run.format.blinking for run in paragraph.visible_runs)
    )
    if found:
        yield Passages(found, len(found))


def long_passages(document: Office) -> Iterator[Passages]:
    """One target for a document with running text: paragraphs with a long passage in italics or underlined."""
    texts = [
        each for each in document.paragraphs if each.role == "text" and len(each.text) > MORE_THAN_A_LINE
    ]
    if texts:
        yield Passages(tuple(each for each in texts if longest_passage(each) > MORE_THAN_A_LINE), len(texts))


def longest_passage(paragraph: Paragraph) -> int:
    """Characters of the longest passage that is in italics, or underlined and no link."""
    longest = italic = underlined = 0
    for run in paragraph.runs:
        italic = italic + len(run.text) if run.format.italic else 0
        underlined = underlined + len(run.text) if run.format.underline and not run.in_link else 0
        longest = max(longest, italic, underlined)
    return longest


def justified(document: Office) -> Iterator[Passages]:
    """One target for a document with paragraphs of more than a line."""
    texts = [
        each
        for each in document.paragraphs
        if each.place.area in RUNNING and len(each.text) > MORE_THAN_A_LINE
    ]
    if texts:
        yield Passages(tuple(each for each in texts if each.format.alignment == "justified"), len(texts))


def lines_of_fixed_height(document: Office) -> Iterator[Passages]:
    """One target for a document with paragraphs of more than a line."""
    texts = [
        each
        for each in document.paragraphs
        if each.place.area in RUNNING and len(each.text) > MORE_THAN_A_LINE
    ]
    tight = (
        each
        for each in texts
        if each.format.line_height_is_exact and 0 < each.format.line_height < NORMAL_LINE * each.size * 0.99
    )
    if texts:
        yield Passages(tuple(tight), len(texts))


SIZE_IN_WORD = Text(
    "Choose a larger size on the Home tab; to change it everywhere, change the style.",
    "Välj en större storlek på fliken Start; ändra formatmallen för att ändra överallt.",
)
SIZE_IN_LIBREOFFICE = Text(
    "Select the text and choose a larger size under Format > Character.",
    "Markera texten och välj en större storlek under Format > Tecken.",
)


@rule(
    document=Office,
    each=smallest_in_document,
    title=Text("Text is large enough", "Texten är tillräckligt stor"),
    why=Text(
        "Small print is lost on everyone who sees poorly and reads on paper or on a phone.",
        "Liten text går förlorad för alla som ser dåligt och läser på papper eller i mobilen.",
    ),
    who=(People.LOW_VISION, People.READING),
    fix=Fix(
        Text("Make running text at least 12 points large.", "Gör löpande text minst 12 punkter stor."),
        word=SIZE_IN_WORD,
        libreoffice=SIZE_IN_LIBREOFFICE,
    ),
    messages={
        "small": Text(
            "“{text}” is {size} points large, at least {least} are recommended.",
            "”{text}” är {size} punkter stor, minst {least} rekommenderas.",
        ),
    },
)
def small_text(text: Smallest, *, least: int = 10) -> Outcome:
    """The smallest text is ``least`` points or more: ten, as in AccessODF's check."""
    return _judged(text, least)


@rule(
    document=Office,
    each=smallest_on_slides,
    title=Text("Text on slides is large enough", "Text i en presentation är tillräckligt stor"),
    why=Text(
        "Small text on a slide is lost on everyone who sits far away, looks at a phone, or sees poorly.",
        "Liten text i en presentation går förlorad för alla som sitter långt bort, tittar i mobilen eller ser dåligt.",
    ),
    who=(People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Make the text at least 18 points large. If it does not fit, divide it among several slides, or hand the "
            "details out as a document.",
            "Gör texten minst 18 punkter stor. Får den inte plats, dela upp den på flera bilder eller dela ut "
            "detaljerna som ett dokument.",
        ),
        powerpoint=Text(
            "Select the text and choose a larger size on the Home tab. If PowerPoint shrinks it again, there is too "
            "much text in the box.",
            "Markera texten och välj en större storlek på fliken Start. Krymper PowerPoint den igen är det för mycket "
            "text i rutan.",
        ),
        libreoffice=SIZE_IN_LIBREOFFICE,
    ),
    messages={
        "small": Text(
            "“{text}” is {size} points large, at least {least} are recommended.",
            "”{text}” är {size} punkter stor, minst {least} rekommenderas.",
        ),
    },
)
def slide_small_text(text: Smallest, *, least: int = 12) -> Outcome:
    """The slide's smallest text is ``least`` points or more, counted on a slide of 540 points' height: advice on slides
    calls 18 good and 12 the least."""
    return _judged(text, least)


def _judged(text: Smallest, least: int) -> Outcome:
    # Compared as it is shown, so that no text with “12.0 points, at least 12” fails.
    size = round(text.size, 1)
    return passed() if size >= least else failed("small", text=text.text, size=size, least=least)


@rule(
    document=Office,
    each=in_capitals,
    title=Text("Running text is not in capitals", "Löpande text är inte skriven med versaler"),
    why=Text(
        "Words in capitals have lost their shape and are slow to read, and a screen reader may spell them letter by "
        "letter.",
        "Ord med bara versaler har förlorat sin form och går långsamt att läsa, och skärmläsaren kan läsa dem bokstav "
        "för bokstav.",
    ),
    who=(People.READING, People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Write with small letters, and make single words stand out with bold.",
            "Skriv med gemener och framhäv enstaka ord med fetstil.",
        ),
        word=Text(
            "Select the text and choose Sentence case under Change Case on the Home tab.",
            "Markera texten och välj Inledande versal under Ändra skiftläge på fliken Start.",
        ),
        libreoffice=Text(
            "Select the text and choose Format > Text > Sentence case.",
            "Markera texten och välj inledande versal under Format > Text.",
        ),
    ),
    messages={
        "capitals": Text(
            "Paragraphs in capitals: {count}, the first of them “{text}”.",
            "Stycken med bara versaler: {count}, det första ”{text}”.",
        ),
    },
)
def text_all_caps(passages: Passages) -> Outcome:
    """No paragraph of eight words or more is in capitals; AccessODF's check, which has no shortest length, is off in it
    for its noise."""
    return failed("capitals", count=len(passages.found), text=passages.text) if passages.found else passed()


@rule(
    document=Office,
    each=blinking,
    meets=("WCAG 2.2.2",),
    title=Text("Text does not blink", "Text blinkar inte"),
    why=Text(
        "What blinks draws the eye from the text all the time, cannot be read by those who read slowly, and can make "
        "people ill.",
        "Det som blinkar drar hela tiden blicken från texten, går inte att läsa för den som läser långsamt och kan få "
        "människor att må illa.",
    ),
    who=(People.MOTION, People.READING, People.LOW_VISION),
    fix=Fix(
        Text(
            "Take away the blinking and make the text stand out with bold.",
            "Ta bort blinkandet och framhäv texten med fetstil.",
        ),
        word=Text(
            "Select the text and choose Clear All Formatting on the Home tab.",
            "Markera texten och välj Ta bort all formatering på fliken Start.",
        ),
        libreoffice=Text(
            "Select the text, choose Format > Character, and untick Blinking on the Position or Font Effects tab.",
            "Markera texten, välj Format > Tecken och kryssa ur Blinkande bland teckeneffekterna.",
        ),
    ),
    messages={
        "blinks": Text(
            "Paragraphs with text that blinks: {count}, the first of them “{text}”.",
            "Stycken med text som blinkar: {count}, det första ”{text}”.",
        ),
    },
)
def text_blinking(passages: Passages) -> Outcome:
    """There is none that blinks."""
    return failed("blinks", count=len(passages.found), text=passages.text)


@rule(
    document=Office,
    each=long_passages,
    title=Text(
        "Long passages are neither in italics nor underlined",
        "Långa stycken är varken kursiva eller understrukna",
    ),
    why=Text(
        "Slanting letters and lines through the descenders make long text hard to read, for people with dyslexia most "
        "of all.",
        "Lutande bokstäver och streck genom staplarna gör lång text svår att läsa, allra mest för den som har dyslexi.",
    ),
    who=(People.READING, People.LOW_VISION),
    fix=Fix(
        Text(
            "Set long passages upright. A quotation can be indented, and a single word made bold.",
            "Sätt långa stycken i rak stil. Ett citat kan dras in och ett enstaka ord göras fett.",
        ),
    ),
    messages={
        "long": Text(
            "Paragraphs with a long passage in italics or underlined: {count}, the first of them “{text}”.",
            "Stycken med en lång passage som är kursiv eller understruken: {count}, det första ”{text}”.",
        ),
    },
)
def text_italic_underline_long(passages: Passages) -> Outcome:
    """No passage of more than 100 characters is in italics or underlined; the limit is our own."""
    return failed("long", count=len(passages.found), text=passages.text) if passages.found else passed()


@rule(
    document=Office,
    each=justified,
    meets=("WCAG 1.4.8",),
    title=Text("Text is not justified", "Text har inte rak högerkant"),
    why=Text(
        "Justified text has gaps of uneven width between words; someone with dyslexia or much enlargement loses the "
        "line.",
        "Text med båda kanterna raka får olika breda mellanrum mellan orden; den som har dyslexi eller "
        "förstorar mycket "
        "tappar raden.",
    ),
    who=(People.READING, People.LOW_VISION),
    fix=Fix(
        Text(
            "Align the text on the left, in the style so that all text follows.",
            "Vänsterjustera texten, i formatet så att all text följer med.",
        ),
        word=Text(
            "Right-click the style on the Home tab, choose Modify, and choose Align Left.",
            "Högerklicka på formatet på fliken Start, välj Ändra och sedan Vänsterjustera.",
        ),
        powerpoint=Text(
            "Select the text and choose Align Left on the Home tab.",
            "Markera texten och välj Vänsterjustera på fliken Start.",
        ),
        libreoffice=Text(
            "Edit the paragraph style and choose Left on the Alignment tab.",
            "Redigera styckeformatmallen och välj Vänster på fliken Justering.",
        ),
    ),
    messages={
        "justified": Text(
            "Justified paragraphs: {count} of {all}, the first of them “{text}”.",
            "Stycken med rak högerkant: {count} av {all}, det första ”{text}”.",
        ),
    },
)
def text_justified(passages: Passages) -> Outcome:
    """No paragraph of more than a line is justified."""
    if not passages.found:
        return passed()
    return failed("justified", count=len(passages.found), all=passages.all, text=passages.text)


@rule(
    document=Office,
    each=lines_of_fixed_height,
    title=Text("Lines have room for their letters", "Raderna har plats för sina bokstäver"),
    why=Text(
        "Lines of a fixed height that is too low cut off the letters, all the more when someone enlarges the text or "
        "changes the font.",
        "Rader med en fast och för låg höjd skär av bokstäverna, ännu mer när någon förstorar texten eller byter "
        "typsnitt.",
    ),
    who=(People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Set the line spacing as a number of lines, such as 1.15 or more, and not as an exact height.",
            "Ange radavståndet som ett antal rader, till exempel 1,15 eller mer, och inte som en exakt höjd.",
        ),
        word=Text(
            "Open the paragraph dialogue on the Home tab and choose Multiple as line spacing.",
            "Öppna dialogrutan Stycke på fliken Start och välj Flera som radavstånd.",
        ),
        libreoffice=Text(
            "Choose Format > Paragraph and set the line spacing to Proportional.",
            "Välj Format > Stycke och ange radavståndet till Proportionellt.",
        ),
    ),
    messages={
        "low": Text(
            "Paragraphs with lines of a fixed height that is too low: {count} of {all}, the first of them “{text}”.",
            "Stycken med rader av fast och för låg höjd: {count} av {all}, det första ”{text}”.",
        ),
    },
)
def line_height_fixed(passages: Passages) -> Outcome:
    """No paragraph of more than a line has an exact line height below 1.2 times its size, which is that of most
    fonts."""
    if not passages.found:
        return passed()
    return failed("low", count=len(passages.found), all=passages.all, text=passages.text)


def examples() -> dict[str, dict[str, Office]]:
    long = "Vi ses på nätet i år också, och alla i föreningen är välkomna att vara med och bestämma. " * 2
    plain = ParagraphFormat()

    def paragraph(
        text: str, look: RunFormat, set_: ParagraphFormat = plain, area: Area = "body"
    ) -> Paragraph:
        return Paragraph(text, Place(area), runs=(Run(text, look),), format=set_)

    def document(text: str, look: RunFormat, set_: ParagraphFormat = plain, area: Area = "body") -> Office:
        return Office(stories=(Story(area, (paragraph(text, look, set_, area),)),))

    def slide(text: str, size: float, height: float = 540.0, placeholder: Placeholder = "") -> Office:
        held = Shape(
            "text",
            placeholder=placeholder,
            blocks=(paragraph(text, RunFormat(size=size), area="slide"),),
        )
        return Office("slides", "pptx", slides=(Slide(1, (held,), height=height),))

    linked = Paragraph(
        long,
        runs=(Run(long, RunFormat(underline=True), in_link=True),),
        links=(Link(long, "https://example.org"),),
    )
    shouted = "ALLA MEDLEMMAR SKA ANMÄLA SIG SENAST TIO DAGAR FÖRE ÅRSMÖTET"
    return {
        "small_text": {
            "failed small": document(long, RunFormat(size=9)),
            "passed": document(long, RunFormat(size=10)),
            "inapplicable, a footnote": document(long, RunFormat(size=8), area="footnote"),
            "inapplicable, raised": document(long, RunFormat(size=8, raised=1)),
            "inapplicable, a word": document("Bilaga 1", RunFormat(size=8)),
            "inapplicable, size not known": document(long, RunFormat()),
        },
        "slide_small_text": {
            "failed small": slide(long, 11),
            "failed small, on a slide twice as large": slide(long, 22, 1080),
            "passed": slide(long, 12),
            "inapplicable, a footer": slide(long, 8, placeholder="footer"),
            "inapplicable, a text document": document(long, RunFormat(size=8)),
        },
        "text_all_caps": {
            "failed capitals": document(shouted, RunFormat()),
            "failed capitals, by format": document(long, RunFormat(capitals=True)),
            "passed": document(long, RunFormat()),
            "passed, letters of one size": document(
                "نلتقي على الشبكة هذا العام أيضا والجميع مدعوون إلى المشاركة", RunFormat()
            ),
            "passed, some words": document("OBS ANMÄL DIG SENAST", RunFormat()),
            "inapplicable, a heading": Office(
                stories=(Story("body", (Paragraph(shouted, role="heading", level=1),)),)
            ),
        },
        "text_blinking": {
            "failed blinks": document("Nyhet!", RunFormat(blinking=True)),
            "inapplicable": document("Nyhet!", RunFormat()),
        },
        "text_italic_underline_long": {
            "failed long": document(long, RunFormat(italic=True)),
            "failed long, underlined": document(long, RunFormat(underline=True)),
            "passed": document(long, RunFormat()),
            "passed, a link": Office(stories=(Story("body", (linked,)),)),
            "inapplicable, short": document("Se nedan", RunFormat(italic=True)),
        },
        "text_justified": {
            "failed justified": document(long, RunFormat(), ParagraphFormat("justified")),
            "passed": document(long, RunFormat()),
            "inapplicable, a short line": document("Välkomna", RunFormat(), ParagraphFormat("justified")),
        },
        "line_height_fixed": {
            "failed low": document(
                long, RunFormat(size=12), ParagraphFormat(line_height=12, line_height_is_exact=True)
            ),
            "passed": document(
                long, RunFormat(size=12), ParagraphFormat(line_height=16, line_height_is_exact=True)
            ),
            "passed, a number of lines": document(long, RunFormat(size=12), ParagraphFormat(line_height=1)),
            "inapplicable, a short line": document("Välkomna", RunFormat(size=12)),
        },
    }
