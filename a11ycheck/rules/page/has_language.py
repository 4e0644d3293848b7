"""The page says what language it is in. Whether it is a language that there is, axe-core tells; whether it is the right
one, ``page_language``."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.page.model import Element, Frame, Page


def html_page(page: Page) -> Iterator[Frame]:
    """The page's own document where it is HTML and not XML, in which ``xml:lang`` is enough; frames have ACT rules of
    their own."""
    if page.main.is_html and page.main.media_type == "text/html":
        yield page.main


@rule(
    document=Page,
    each=html_page,
    meets=("WCAG 3.1.1", "ACT b5c3f8"),
    title=Text("The page says what language it is in", "Sidan säger vilket språk den är på"),
    why=Text(
        "A screen reader that does not know the language reads it out as if it were another, and no one can follow.",
        "En skärmläsare som inte vet språket läser upp det som om det vore ett annat, och ingen kan följa med.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Set the page's language in the web tool's settings for the page or the site.",
            "Ange sidans språk i webbverktygets inställningar för sidan eller webbplatsen.",
        ),
        web=Text("Write <html lang=sv> for Swedish.", "Skriv <html lang=sv> för svenska."),
    ),
    messages={
        "missing": Text(
            "The page does not say what language it is in.", "Sidan säger inte vilket språk den är på."
        ),
        "only-xml": Text(
            "The language stands only in xml:lang, which browsers do not heed in HTML.",
            "Språket står bara i xml:lang, som webbläsare inte bryr sig om i HTML.",
        ),
    },
)
def has_language(document: Frame) -> Outcome:
    """The html element has a lang that is more than white space."""
    if document.root.attribute("lang").strip():
        return passed()
    return failed("only-xml" if document.root.attribute("xml:lang").strip() else "missing")


def examples() -> dict[str, Page]:
    def xml_only() -> Page:
        page = Page.of(Element("p", {}, "Välkommen"), language="")
        page.root.attributes = {"xml:lang": "sv"}
        return page

    return {
        "failed missing": Page.of(Element("p", {}, "Välkommen"), language=""),
        "failed missing, only a space": Page.of(Element("p", {}, "Välkommen"), language=" "),
        "failed only-xml": xml_only(),
        "passed": Page.of(Element("p", {}, "Välkommen")),
    }
