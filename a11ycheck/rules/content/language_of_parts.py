"""Text in another language than the document's says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule, steps
from a11ycheck.documents.content import Content, Heading, ListItem, Paragraph
from a11ycheck.text.language import MINIMUM_CHARACTERS, guess, same_for_review, spoken_instead

TextBlock = Heading | Paragraph | ListItem


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks in a row whose language is given as ``declared`` and found to be ``found``; ``text`` is the first's."""

    where: Where
    declared: str
    found: str
    text: str


def parts(document: Content) -> Iterator[Part]:
    """The document's long enough texts, in parts of one language each.

    None where text cannot be marked, and none where the whole document speaks another language than it says: that is
    one fault, and content-language tells of it.
    """
    if not document.structured or _speaks_another_language(document):
        return
    last: Part | None = None
    for block in document.blocks:
        if not isinstance(block, TextBlock) or len(block.text) < MINIMUM_CHARACTERS:
            continue
        declared = block.language or document.language
        found = guess(block.text) if declared else None
        if found is None:
            continue
        if last is None or (declared, found) != (last.declared, last.found):
            last = Part(block.where, declared, found, block.text)
            yield last


def _speaks_another_language(document: Content) -> bool:
    texts = ((each.text, each.language) for each in document.paragraphs())
    return bool(document.language) and spoken_instead(document.language, texts) is not None


@rule(
    document=Content,
    each=parts,
    meets=("WCAG 3.1.2",),
    title=Text("Text in another language is marked", "Text på ett annat språk är märkt"),
    why=Text(
        "A screen reader reads with the voice of the language that the text says it is in; with the wrong voice the "
        "words cannot be made out.",
        "Skärmläsaren läser med rösten för det språk som texten säger sig vara på; med fel röst går orden inte att "
        "uppfatta.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Select the text that is in another language and set its language in the program that the document is "
            "written in.",
            "Markera texten som är på ett annat språk och ange dess språk i programmet som dokumentet är skrivet i.",
        ),
        word=steps.LANGUAGE_OF_TEXT_IN_POWERPOINT,
        powerpoint=steps.LANGUAGE_OF_TEXT_IN_POWERPOINT,
        libreoffice=Text(
            "Select the text, choose Tools > Language > For Selection and set the language.",
            "Markera texten och ange språket för den under Verktyg > Språk.",
        ),
        indesign=Text(
            "Select the text, set the language in the Character panel, and export as PDF again.",
            "Markera texten, ange språket i panelen Tecken och exportera som pdf igen.",
        ),
        acrobat=Text(
            "Open the Tags panel, open the properties of the text's tag, and set the language there.",
            "Öppna panelen Taggar, öppna egenskaperna för textens tagg och ange språket där.",
        ),
        web=Text(
            'Write it in the lang attribute of the element that holds the text: lang="en".',
            'Skriv det i attributet lang på elementet som texten står i: lang="sv".',
        ),
    ),
    messages={
        "other": Text(
            "The language of the text is given as “{declared}”, but it is in another, “{found}”: “{text}”.",
            "Textens språk är angivet som ”{declared}”, men den är på ett annat språk, ”{found}”: ”{text}”.",
        ),
    },
)
def language_of_parts(part: Part) -> Outcome:
    """What can be told of its language does not speak against the one that it says, its own or the document's."""
    if same_for_review(part.found, part.declared):
        return passed()
    return failed("other", declared=part.declared, found=part.found, text=part.text[:100])


SWEDISH = (
    "Vi ses på nätet på tisdag kväll, och alla i föreningen är välkomna. Du får en länk i god tid, men du "
    "kan också ringa in om du hellre vill det. Mötet är slut efter en timme."
)
ENGLISH = (
    "We meet online on Tuesday evening, and everyone in the association is welcome. You will get a link in "
    "good time, but you can also dial in if you would rather do that."
)


def examples() -> dict[str, Content]:
    swedish = Paragraph(SWEDISH * 2)
    return {
        "failed other": Content.of(swedish, Paragraph(ENGLISH), language="sv-SE"),
        "failed other, a list item": Content.of(swedish, ListItem(ENGLISH), language="sv"),
        "failed other, a heading": Content.of(swedish, Heading(2, ENGLISH), language="sv"),
        "failed other, marked as a third": Content.of(
            swedish, Paragraph(ENGLISH, language="de"), language="sv"
        ),
        "passed": Content.of(swedish, language="sv-SE"),
        "passed, marked": Content.of(swedish, Paragraph(ENGLISH, language="en-GB"), language="sv-SE"),
        "passed, another code for it": Content.of(swedish, language="SV"),
        "inapplicable, too short to tell": Content.of(
            Paragraph("Mötet leds av Open Space Sweden."), Paragraph("Save the date!"), language="sv"
        ),
        "inapplicable, the whole document": Content.of(Paragraph(ENGLISH), Paragraph(ENGLISH), language="sv"),
        "inapplicable, no language is given": Content.of(swedish, Paragraph(ENGLISH)),
        "inapplicable, text cannot be marked": Content.of(
            swedish, Paragraph(ENGLISH), language="sv", structured=False
        ),
    }
