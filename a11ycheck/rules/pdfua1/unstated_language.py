"""Words outside the pages are in a known language (ISO 14289-1, 7.2): bookmarks, notes, fields, metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.catalog_model import Bookmark, Catalog, Property, Xmp
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from a11ycheck.rule import Target

    T = TypeVar("T", bound=Target)

WHY = Text(
    "A screen reader chooses its voice by the language; with the wrong voice the words cannot be made out.",
    "Skärmläsaren väljer röst efter språket; med fel röst går orden inte att uppfatta.",
)
FIX = Fix(
    Text(
        "Set the language of the whole document, and make the PDF again.",
        "Ange språket för hela dokumentet och gör om pdf:en.",
    ),
    word=steps.LANGUAGE_OF_ALL_IN_WORD,
    powerpoint=steps.LANGUAGE_AND_PDF_IN_POWERPOINT,
    libreoffice=steps.LANGUAGE_IN_LIBREOFFICE,
    indesign=steps.LANGUAGE_IN_INDESIGN,
    acrobat=steps.LANGUAGE_IN_ACROBAT,
)


def about(
    test: int, each: Callable[[Pdf], Iterable[T]], title: Text, message: Text
) -> Callable[[Callable[[T], Outcome]], Rule]:
    """Make a rule that meets clause 7.2-``test``."""
    return rule(
        document=Pdf,
        each=each,
        meets=(f"PDF/UA-1 7.2-{test}",),
        title=title,
        why=WHY,
        who=(People.SCREEN_READER, People.READING),
        fix=FIX,
        messages={"unstated": message},
    )


@about(
    2,
    lambda pdf: [pdf] if pdf.bookmarks else [],
    Text("The language of the bookmarks is stated", "Bokmärkenas språk är angivet"),
    Text(
        "The document does not say which language its bookmarks are in.",
        "Dokumentet säger inte vilket språk bokmärkena är på.",
    ),
)
def bookmark_language(pdf: Pdf) -> Outcome:
    """The document's language is stated: bookmarks have none of their own."""
    return failed("unstated") if pdf.catalog.language is None else passed()


def notes_without_document_language(pdf: Pdf) -> list[Annotation]:
    """Additions with words, in a document that does not state its language."""
    return [annotation for annotation in pdf.annotations if annotation.contents and _is_unstated(pdf)]


def fields_without_document_language(pdf: Pdf) -> list[Annotation]:
    """Fields with names, in a document that does not state its language."""
    return [annotation for annotation in pdf.annotations if annotation.tooltip and _is_unstated(pdf)]


def _is_unstated(pdf: Pdf) -> bool:
    return pdf.catalog.language is None


def _stated_by(annotation: Annotation) -> Outcome:
    # The language of the tags further up does not count, as veraPDF reads it.
    element = annotation.element
    is_stated = annotation.own_language is not None or (element and element.own_language is not None)
    return passed() if is_stated else failed("unstated")


@about(
    24,
    notes_without_document_language,
    Text(
        "The language of links' and comments' descriptions is stated",
        "Språket i länkars och kommentarers beskrivningar är angivet",
    ),
    Text(
        "The document does not say which language the description (Contents) is in.",
        "Dokumentet säger inte vilket språk beskrivningen (Contents) är på.",
    ),
)
def annotation_language(annotation: Annotation) -> Outcome:
    """It states the language itself, or its tag does."""
    return _stated_by(annotation)


@about(
    25,
    fields_without_document_language,
    Text("The language of form fields' labels is stated", "Språket i formulärfältens etiketter är angivet"),
    Text(
        "The document does not say which language the label of the field is in.",
        "Dokumentet säger inte vilket språk fältets etikett är på.",
    ),
)
def field_language(field: Annotation) -> Outcome:
    """It states the language itself, or its tag does."""
    return _stated_by(field)


@about(
    33,
    lambda pdf: [pdf] if pdf.catalog.xmp and pdf.catalog.xmp.languageless else [],
    Text("The language of the metadata is stated", "Språket i metadata är angivet"),
    Text(
        "Neither the document nor its metadata say which language these are in: {names}.",
        "Varken dokumentet eller dess metadata säger vilket språk dessa är på: {names}.",
    ),
)
def metadata_language(pdf: Pdf) -> Outcome:
    """The document's language is stated, where a text of the metadata has none of its own."""
    if pdf.catalog.language is not None:
        return passed()
    names = pdf.catalog.xmp.languageless if pdf.catalog.xmp else ()
    return failed("unstated", names=", ".join(names))


def examples() -> dict[str, dict[str, Pdf]]:
    swedish, unstated = Catalog(language="sv"), Catalog()
    title = Xmp(Property("dc", "Kallelse"), languageless=("dc:title",))

    def noted(note: Annotation, catalog: Catalog = unstated) -> Pdf:
        return Pdf(catalog, (Page(1, annotations=(note,)),))

    def under(element: Element, tooltip: str | None = None, contents: str | None = None) -> Pdf:
        return noted(Annotation(1, "Widget", contents=contents, tooltip=tooltip, element=element))

    tagged = Element("Form", own_language="sv")
    inside = Element("Form")
    Element("Sect", own_language="sv", kids=[inside])
    return {
        "bookmark_language": {
            "failed unstated": Pdf(unstated, bookmarks=(Bookmark("Dagordning", 1),)),
            "passed": Pdf(swedish, bookmarks=(Bookmark("Dagordning", 1),)),
            "inapplicable": Pdf(unstated),
        },
        "annotation_language": {
            "failed unstated": noted(Annotation(1, "Text", contents="Stämmer datumet?")),
            "failed unstated, a tag without language": under(Element("Form"), contents="Namn"),
            "passed, it states it": noted(Annotation(1, "Text", contents="Stämmer?", own_language="sv")),
            "passed, its tag states it": under(tagged, contents="Namn"),
            "inapplicable, the document states it": noted(
                Annotation(1, "Text", contents="Stämmer?"), swedish
            ),
            "inapplicable, no words": noted(Annotation(1, "Link")),
        },
        "field_language": {
            "failed unstated": noted(Annotation(1, "Widget", tooltip="Namn")),
            "failed unstated, only a tag further up states it": under(inside, "Namn"),
            "passed, its tag states it": under(tagged, "Namn"),
            "inapplicable, the document states it": noted(Annotation(1, "Widget", tooltip="Namn"), swedish),
            "inapplicable, no name": noted(Annotation(1, "Widget")),
        },
        "metadata_language": {
            "failed unstated": Pdf(Catalog(xmp=title)),
            "passed": Pdf(Catalog(language="sv", xmp=title)),
            "inapplicable, the title states it": Pdf(Catalog(xmp=Xmp(Property("dc", "Kallelse")))),
        },
    }
