"""Links of text documents: in headers and footers, without a name, without a language.

That a link's own text says where it leads is for the rules on all content. These meet no clause: LibreOffice's and
AccessODF's checkers report them, and nobody is shut out by one of them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.office.model import IN_BODY, Field, Link, Office, Paragraph, Place, Story

REFERENCES = frozenset({"REF", "PAGEREF", "NOTEREF"})
"""Fields that a reader can follow to another place in the document."""


def in_headers_and_footers(document: Office) -> Iterator[Link | Paragraph]:
    """Links that stand there alone, and paragraphs with cross-references; each once, however many headers repeat
    it."""
    apart = [paragraph for paragraph in document.paragraphs if paragraph.place.area in ("header", "footer")]
    if not apart:
        return
    in_text = {link.target for link in document.links() if link.place.area not in ("header", "footer")}
    seen: set[tuple[str, str]] = set()
    for paragraph in apart:
        for link in paragraph.links:
            if link.target not in in_text and (link.text, link.target) not in seen:
                seen.add((link.text, link.target))
                yield link
        refers = any(field.code in REFERENCES for field in paragraph.fields)
        if refers and not paragraph.links and (paragraph.text, "") not in seen:
            seen.add((paragraph.text, ""))
            yield paragraph


def links_with_text(document: Office) -> Iterable[Link]:
    return (link for link in document.links() if link.text.strip())


def links_out(document: Office) -> Iterable[Link]:
    return (link for link in document.links() if link.target)


@rule(
    document=Office,
    each=in_headers_and_footers,
    title=Text(
        "No link stands in a header or footer alone", "Ingen länk står bara i sidhuvudet eller sidfoten"
    ),
    why=Text(
        "Headers and footers lie outside the text: a screen reader passes them by, the Tab key does not stop there, "
        "and in a PDF the link is no longer there for someone who listens.",
        "Sidhuvud och sidfot ligger utanför texten: skärmläsaren går förbi dem, Tabb-tangenten stannar inte där, och i "
        "en pdf finns länken inte längre för den som lyssnar.",
    ),
    who=(People.SCREEN_READER, People.KEYBOARD),
    fix=Fix(
        Text(
            "Put the link in the text as well, for example under a heading “Contact” at the end.",
            "Sätt länken i texten också, till exempel under en rubrik ”Kontakt” i slutet.",
        ),
    ),
    messages={
        "only-there": Text(
            "“{text}” leads on from the header or footer, and from nowhere in the text.",
            "”{text}” leder vidare från sidhuvudet eller sidfoten, och inte från något ställe i texten.",
        ),
        "reference": Text(
            "“{text}” in the header or footer refers to another place in the document.",
            "”{text}” i sidhuvudet eller sidfoten hänvisar till ett annat ställe i dokumentet.",
        ),
    },
)
def link_in_header_footer(found: Link | Paragraph) -> Outcome:
    """None does."""
    if isinstance(found, Link):
        return failed("only-there", text=found.text or found.target)
    return failed("reference", text=found.text)


@rule(
    document=Office,
    each=links_out,
    title=Text("Links have a screen tip", "Länkar har en skärmbeskrivning"),
    why=Text(
        "Some programs show or read out a screen tip, or the link's name, where the link's text is short.",
        "En del program visar eller läser upp en skärmbeskrivning, eller länkens namn, när länkens text är kort.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write in a few words where the link leads. A link text that says it itself is better.",
            "Skriv med några ord vart länken leder. En länktext som själv säger det är bättre.",
        ),
        word=Text(
            "Right-click the link, choose to edit it, and write under ScreenTip.",
            "Högerklicka på länken, välj att redigera den och skriv under Skärmbeskrivning.",
        ),
        libreoffice=Text(
            "Right-click the link, choose Edit Hyperlink, and write in the Name field.",
            "Högerklicka på länken, välj att redigera hyperlänken och skriv i fältet Namn.",
        ),
    ),
    messages={
        "missing": Text(
            "The link “{text}” has neither screen tip nor name.",
            "Länken ”{text}” har varken skärmbeskrivning eller namn.",
        ),
    },
)
def link_name_missing(link: Link) -> Outcome:
    """It has one."""
    return passed() if link.tooltip.strip() else failed("missing", text=link.text or link.target)


@rule(
    document=Office,
    each=links_with_text,
    title=Text("Links are in a language that is known", "Länkar står på ett språk som är angivet"),
    why=Text(
        "A screen reader picks its voice by the language; where none is set, it may read the link in the wrong one.",
        "Skärmläsaren väljer röst efter språket; är inget angivet kan den läsa länken med fel röst.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text("Set the language of the text that is the link.", "Ange språket för texten som är länk."),
        word=steps.LANGUAGE_OF_TEXT_IN_POWERPOINT,
        powerpoint=steps.LANGUAGE_OF_TEXT_IN_POWERPOINT,
        libreoffice=Text(
            "Select the link and choose Tools > Language > For Selection.",
            "Markera länken och välj Verktyg > Språk > För markering.",
        ),
    ),
    messages={
        "none": Text("The link “{text}” has no language.", "Länken ”{text}” har inget språk."),
    },
)
def hyperlink_language(link: Link) -> Outcome:
    """One is set for it, by itself, its style or the document."""
    return passed() if link.language else failed("none", text=link.text)


def examples() -> dict[str, dict[str, Office]]:
    footer = Place("footer", (("footer", ""),))
    site = "https://forening.example.se/"

    def office(link: Link, place: Place = IN_BODY) -> Office:
        paragraph = Paragraph(link.text, place, links=(link._replace(place=place),))
        return Office(stories=(Story(place.area, (paragraph,)),))

    link = Link("Föreningens webbplats", site, language="sv-SE")
    reference = Paragraph("Se avsnitt 3", footer, fields=(Field("REF", "_Ref1"),))
    page = Paragraph("Sida 1", footer, fields=(Field("PAGE"),))
    return {
        "link_in_header_footer": {
            "failed only-there": office(link, footer),
            "failed reference": Office(stories=(Story("footer", (reference,)),)),
            "inapplicable": office(link),
            "inapplicable, in the text as well": Office(
                stories=(*office(link).stories, *office(link, footer).stories)
            ),
            "inapplicable, a page number": Office(stories=(Story("footer", (page,)),)),
        },
        "link_name_missing": {
            "failed missing": office(link),
            "passed": office(link._replace(tooltip="Till föreningens webbplats")),
            "inapplicable, leads within the document": office(Link("Dagordning", bookmark="_Toc1")),
        },
        "hyperlink_language": {
            "failed none": office(link._replace(language="")),
            "passed": office(link),
            "inapplicable": office(link._replace(text=" ")),
        },
    }
