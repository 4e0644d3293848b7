"""A text document's title and subtitle are marked as such, once.

AccessODF asks for it. WCAG 2.4.2 is about the title in the properties, so these rules meet no clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.office.model import Office, Paragraph, Role, Run, RunFormat, Story

LONGEST_SUBTITLE = 120
"""Characters. Ours."""


@dataclass(frozen=True, slots=True)
class Title:
    """A paragraph in the style Title; ``earlier`` is the first one with words, where there is one before."""

    paragraph: Paragraph
    earlier: str

    @property
    def where(self) -> Where:
        return self.paragraph.where


@dataclass(frozen=True, slots=True)
class BelowTitle:
    """The paragraph that follows the title."""

    paragraph: Paragraph
    body_size: float

    @property
    def where(self) -> Where:
        return self.paragraph.where


def titles(document: Office) -> Iterator[Title]:
    """Paragraphs in the style Title, of a text document's body. Titles that follow each other directly are one, on two
    lines."""
    first = ""
    before: Paragraph | None = None
    for paragraph in document.story_paragraphs("body"):
        if paragraph.role == "title":
            goes_on = before is not None and before.role == "title"
            yield Title(paragraph, "" if goes_on else first)
            first = first or paragraph.text.strip()
        before = paragraph


def below_titles(document: Office) -> Iterator[BelowTitle]:
    """The paragraph below the first title."""
    after_title = False
    for paragraph in document.story_paragraphs("body"):
        if paragraph.role == "title":
            after_title = after_title or bool(paragraph.text.strip())
        elif after_title and not paragraph.is_empty:
            if paragraph.role in ("text", "subtitle") and paragraph.text.strip():
                yield BelowTitle(paragraph, document.body_size)
            return


@rule(
    document=Office,
    each=titles,
    title=Text("A document has one title, with words in it", "Dokumentet har en titel, med ord i"),
    why=Text(
        "Someone who listens hears “title” and waits for what the document is called; several of them, or an "
        "empty one, "
        "lead astray.",
        "Den som lyssnar hör ”titel” och väntar sig att få veta vad dokumentet heter; flera stycken, eller en tom, "
        "leder fel.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Keep the style Title for what the document is called, and make the others headings.",
            "Använd formatet Rubrik (Title) bara till det som dokumentet heter och gör de andra till rubriker.",
        ),
        word=Text(
            "Put the cursor in the paragraph and choose Heading 1 or Normal among the styles on the Home tab.",
            "Ställ markören i stycket och välj Rubrik 1 eller Normal bland formaten på fliken Start.",
        ),
        libreoffice=Text(
            "Put the cursor in the paragraph and choose Heading 1 or Text Body among the paragraph styles.",
            "Ställ markören i stycket och välj Rubrik 1 eller Brödtext bland styckeformatmallarna.",
        ),
    ),
    messages={
        "another": Text(
            "“{text}” has the style for the document's title, as “{first}” has.",
            "”{text}” har formatet för dokumentets titel, liksom ”{first}”.",
        ),
        "empty": Text(
            "An empty paragraph has the style for the document's title.",
            "Ett tomt stycke har formatet för dokumentets titel.",
        ),
    },
)
def title_paragraph(title: Title) -> Outcome:
    """It has words, and is the only one."""
    if title.paragraph.is_empty:
        return failed("empty")
    if title.earlier and title.paragraph.text.strip():
        return failed("another", text=title.paragraph.text[:100], first=title.earlier[:100])
    return passed()


@rule(
    document=Office,
    each=below_titles,
    title=Text(
        "What looks like a subtitle is marked as one", "Det som ser ut som en undertitel är märkt som det"
    ),
    why=Text(
        "Someone who listens cannot hear that the line belongs to the title when only its looks say so.",
        "Den som lyssnar kan inte höra att raden hör till titeln när bara utseendet visar det.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text("Give the line the style Subtitle.", "Ge raden formatet Underrubrik (Subtitle)."),
        word=Text(
            "Put the cursor in the line and choose Subtitle among the styles on the Home tab.",
            "Ställ markören i raden och välj Underrubrik bland formaten på fliken Start.",
        ),
        libreoffice=Text(
            "Put the cursor in the line and choose Subtitle among the paragraph styles.",
            "Ställ markören i raden och välj Underrubrik bland styckeformatmallarna.",
        ),
    ),
    messages={
        "looks": Text(
            "“{text}” looks like a subtitle but is not marked as one.",
            "”{text}” ser ut som en undertitel men är inte märkt som det.",
        ),
    },
)
def subtitle_missing(line: BelowTitle) -> Outcome:
    """It is a subtitle, or does not look like one: short, and larger than running text, or bold."""
    paragraph = line.paragraph
    short = len(paragraph.text.strip()) <= LONGEST_SUBTITLE and paragraph.list is None
    larger = line.body_size and paragraph.size > line.body_size
    if paragraph.role == "text" and short and (larger or paragraph.bold):
        return failed("looks", text=paragraph.text[:100])
    return passed()


def examples() -> dict[str, dict[str, Office]]:
    def paragraph(text: str, role: Role = "text", size: float = 12.0, bold: bool = False) -> Paragraph:
        runs = (Run(text, RunFormat(size=size, bold=bold)),) if text else ()
        return Paragraph(text, role=role, runs=runs)

    def document(*paragraphs: Paragraph) -> Office:
        return Office(stories=(Story("body", paragraphs),))

    title, empty = paragraph("Kallelse till årsmöte", "title", 28), paragraph("", "title")
    body = paragraph("Vi ses på nätet tisdag 24 november 2026 kl. 18.00. Alla i föreningen är välkomna.")
    return {
        "title_paragraph": {
            "failed another": document(title, body, paragraph("Dagordning", "title", 28)),
            "failed empty": document(title, body, empty),
            "passed": document(title, body),
            "passed, on two lines": document(title, paragraph("2026", "title", 28), body),
            "inapplicable": document(body),
        },
        "subtitle_missing": {
            "failed looks": document(title, paragraph("Föreningen Nätet", size=16), body, body),
            "failed looks, bold": document(title, paragraph("Föreningen Nätet", bold=True), body),
            "passed": document(title, paragraph("Föreningen Nätet", "subtitle", 16), body),
            "passed, running text": document(title, body),
            "inapplicable, no title": document(body),
        },
    }
