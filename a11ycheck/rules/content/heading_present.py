"""A long text has headings to find one's way by."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.content import Content, Heading, Paragraph


def with_running_text(document: Content) -> list[Content]:
    """The document, if it has paragraphs and its headings could be told from them."""
    return [document] if document.structured and any(document.paragraphs()) else []


@rule(
    document=Content,
    each=with_running_text,
    meets=("WCAG 1.3.1",),
    title=Text("A long text has headings", "En lång text har rubriker"),
    why=Text(
        "Someone who listens jumps from heading to heading to find what they want; without headings, all "
        "that is left is to hear everything from the beginning.",
        "Den som lyssnar hoppar mellan rubrikerna för att hitta rätt; utan rubriker återstår bara att höra "
        "allt från början.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Give each part a heading, made with the program's heading styles and not with large or bold "
            "text.",
            "Ge varje del en rubrik, gjord med programmets rubrikformat och inte med stor eller fet text.",
        ),
        word=Text(
            "Put the cursor in the heading and choose Heading 1, Heading 2 and so on among the styles on "
            "the Home tab.",
            "Ställ markören i rubriken och välj Rubrik 1, Rubrik 2 och så vidare bland formaten på fliken "
            "Start.",
        ),
        powerpoint=Text(
            "Give each slide a layout with a title, and write the slide's heading there.",
            "Ge varje bild i presentationen en layout med rubrik och skriv bildens rubrik där.",
        ),
        libreoffice=Text(
            "Put the cursor in the heading and choose the paragraph style Heading 1, Heading 2 and so on.",
            "Ställ markören i rubriken och välj styckeformatmallen Rubrik 1, Rubrik 2 och så vidare.",
        ),
        indesign=Text(
            "Open the options of the headings' paragraph style and set the tag for PDF to H1, H2 and so on "
            "under Export Tagging.",
            "Öppna alternativen för rubrikernas styckeformat och ange taggen för pdf som H1, H2 och så "
            "vidare bland exporttaggarna.",
        ),
        acrobat=Text(
            "Open the Tags panel and change the tags of the headings to H1, H2 and so on.",
            "Öppna panelen Taggar och ändra rubrikernas taggar till H1, H2 och så vidare.",
        ),
        web=Text("Use the elements <h1> to <h6>.", "Använd elementen <h1> till <h6>."),
    ),
    messages={
        "none-in-long-text": Text(
            "The text has {words} words and no headings. Does it have parts that need headings?",
            "Texten har {words} ord och inga rubriker. Har den delar som behöver rubriker?",
        ),
        "none": Text(
            "The text has {words} words in several parts and no headings.",
            "Texten har {words} ord i flera delar och inga rubriker.",
        ),
    },
)
def heading_present(document: Content, *, words: int = 300) -> Outcome:
    """A text of ``words`` words or more has a heading, or a person sees no parts in it.

    300 words are about a page of A4; the limit is our own.
    """
    count = sum(len(paragraph.text.split()) for paragraph in document.paragraphs())
    if count < words or any(document.headings()):
        return passed()
    return ask("none-in-long-text", words=count, yes=failed("none", words=count), no=passed())


def examples() -> dict[str, Content]:
    long = Paragraph("Vi börjar klockan sex och tar en paus. " * 37 + "Välkommen till mötet, alla.")
    almost_long = Paragraph(long.text.removesuffix(" alla."))
    return {
        "cannot-tell none-in-long-text": Content.of(long),
        "passed": Content.of(Heading(1, "Så går mötet till"), long),
        "passed, one word less": Content.of(almost_long),
        "inapplicable, headings cannot be told": Content.of(long, structured=False),
        "inapplicable, no running text": Content.of(Heading(1, "Tack!")),
    }
