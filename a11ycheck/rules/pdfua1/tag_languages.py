"""The language of what tags say is known, and every language is written as one (PDF/UA-1 7.2, ISO 32000-1 14.9.2).

An element's own language counts, else that of an element it stands in, else the document's. For WCAG, content-language
owns a document that does not say its language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Sequence
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.outcome import Where, anchor
from a11ycheck.text.language import is_language_tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from a11ycheck.rule import T

WHY = Text(
    "A screen reader chooses its voice by the language; with the wrong voice the words cannot be made out.",
    "Skärmläsaren väljer röst efter språket; med fel röst går orden inte att uppfatta.",
)
FIX = Fix(
    Text(
        "Set the language of the document, and of parts in another language, in the program that it is "
        "written in, and make the PDF again.",
        "Ange dokumentets språk, och språket för delar på andra språk, i programmet som det är skrivet i "
        "och gör om pdf:en.",
    ),
    word=steps.LANGUAGE_AND_PDF_IN_POWERPOINT,
    powerpoint=steps.LANGUAGE_AND_PDF_IN_POWERPOINT,
    libreoffice=steps.LANGUAGE_IN_LIBREOFFICE,
    indesign=steps.LANGUAGE_IN_INDESIGN,
    acrobat=Text(
        "Set the document's language on the Advanced tab of its properties (Ctrl+D), and that of a part in "
        "the properties of its tag.",
        "Ange dokumentets språk på fliken Avancerat i dess egenskaper (Ctrl+D), och en dels språk i "
        "egenskaperna för dess tagg.",
    ),
)


def about(
    test: int, each: Callable[[Pdf], Iterable[T]], title: Text, messages: dict[str, Text], *also: str
) -> Callable[[Callable[[T], Outcome]], Rule]:
    """Make a rule about languages that meets clause 7.2-``test`` of PDF/UA-1, and others."""
    return rule(
        document=Pdf,
        each=each,
        meets=(f"PDF/UA-1 7.2-{test}", *also),
        title=title,
        why=WHY,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


@dataclass(frozen=True, slots=True)
class Words:
    """Words that an element carries beside what it paints, and whether anything says what language they are in."""

    element: Element
    words: str
    in_known_language: bool

    @property
    def where(self) -> Where:
        return self.element.where


def words_of(pdf: Pdf, read: Callable[[Element], str | None]) -> Iterator[Words]:
    """The words that ``read`` finds on elements. A language counts as stated even when it is empty."""
    everywhere = pdf.catalog.language is not None
    speaking: set[Element] = set()
    for element in pdf.elements:
        if element.own_language is not None or element.parent in speaking:
            speaking.add(element)
        words = read(element)
        if words is not None:
            yield Words(element, words, everywhere or element in speaking)


def in_known_language(words: Words) -> Outcome:
    return passed() if words.in_known_language else failed("unknown", words=words.words)


@about(
    21,
    lambda pdf: words_of(pdf, lambda element: element.actual_text),
    Text("The language of replacement text is known", "Ersättningstextens språk är känt"),
    {
        "unknown": Text(
            "Nothing says which language the replacement text (ActualText) “{words}” is in.",
            "Inget säger vilket språk ersättningstexten (ActualText) ”{words}” är på.",
        )
    },
)
def language_of_actual_text(words: Words) -> Outcome:
    """The element, one above it or the document has a language."""
    return in_known_language(words)


@about(
    22,
    lambda pdf: words_of(pdf, lambda element: element.alt),
    Text("The language of alternative text is known", "Alternativtextens språk är känt"),
    {
        "unknown": Text(
            "Nothing says which language the alternative text “{words}” is in.",
            "Inget säger vilket språk alternativtexten ”{words}” är på.",
        )
    },
)
def language_of_alternative_text(words: Words) -> Outcome:
    """The element, one above it or the document has a language."""
    return in_known_language(words)


@about(
    23,
    lambda pdf: words_of(pdf, lambda element: element.expansion),
    Text("The language of expanded abbreviations is known", "De utskrivna förkortningarnas språk är känt"),
    {
        "unknown": Text(
            "Nothing says which language the expansion (E) “{words}” of an abbreviation is in.",
            "Inget säger vilket språk den utskrivna förkortningen (E) ”{words}” är på.",
        )
    },
)
def language_of_expansion(words: Words) -> Outcome:
    """The element, one above it or the document has a language."""
    return in_known_language(words)


@dataclass(frozen=True, slots=True)
class Stated:
    """A language, as the document states it in some place."""

    language: str
    where: Where


def stated_languages(pdf: Pdf) -> Iterator[Stated]:
    """The languages that the document, its elements and its marked content state; each once for a page's content."""
    if pdf.catalog.language is not None:
        yield Stated(pdf.catalog.language, pdf.where)
    for element in pdf.elements:
        if element.own_language is not None:
            yield Stated(element.own_language, element.where)
    for drawn in pdf.drawn:
        for language in dict.fromkeys(sequence.language for sequence in drawn.sequences):
            if language is not None:
                yield Stated(language, Where(drawn.where.steps, anchor("language", drawn.page, language)))


@about(
    29,
    stated_languages,
    Text("Languages are written as language codes", "Språk är skrivna som språkkoder"),
    {
        "malformed": Text(
            "The language is given as “{language}”, which is no language code.",
            "Språket är angivet som ”{language}”, vilket inte är någon språkkod.",
        ),
        "empty": Text("The language is given as nothing at all.", "Språket är angivet utan någon språkkod."),
    },
    "PDF/UA-2 8.4.4-2",
)
def language_well_formed(stated: Stated) -> Outcome:
    """It has the form of a language tag: letters, then parts of letters and digits, each of at most eight."""
    if not stated.language:
        return failed("empty")
    return passed() if is_language_tag(stated.language) else failed("malformed", language=stated.language)


def examples() -> dict[str, dict[str, Pdf]]:
    swedish = Catalog(language="sv")

    def words(make: Callable[[str | None], Element]) -> dict[str, Pdf]:
        return {
            "failed unknown": Pdf(roots=(make(None),)),
            "failed unknown, one beside it has one": Pdf(roots=(Element("P", own_language="sv"), make(None))),
            "passed, its own": Pdf(roots=(make("sv"),)),
            "passed, inherited": Pdf(
                roots=(Element("Document", own_language="sv", kids=[Element("P", kids=[make(None)])]),)
            ),
            "passed, the document's": Pdf(swedish, roots=(make(None),)),
            "passed, an empty one is another fault": Pdf(roots=(make(""),)),
            "inapplicable": Pdf(roots=(Element("Span"),)),
        }

    def stated(*languages: str) -> tuple[Element, ...]:
        return tuple(Element("P", own_language=language) for language in languages)

    def drawn(language: str) -> Pdf:
        return Pdf(swedish, drawn=(Drawn(1, sequences=(Sequence("Span", language=language), Sequence("P"))),))

    return {
        "language_of_actual_text": words(lambda own: Element("Span", actual_text="kl. 18", own_language=own)),
        "language_of_alternative_text": words(lambda own: Element("Figure", alt="Karta", own_language=own)),
        "language_of_expansion": words(lambda own: Element("Span", expansion="klockan", own_language=own)),
        "language_well_formed": {
            "failed malformed": Pdf(Catalog(language="1-sv")),
            "failed malformed, a name": Pdf(roots=stated("svenska språket")),
            "failed malformed, nine characters": Pdf(roots=stated("sv-123456789")),
            "failed malformed, a part that is empty": Pdf(roots=stated("sv-")),
            "failed malformed, other letters": Pdf(roots=stated("sv-ПТ")),
            "failed malformed, marked content": drawn("sv_SE"),
            "failed empty": Pdf(Catalog(language="")),
            "passed": Pdf(swedish, roots=stated("sv-SE", "p", "EN", "nl-1234abcd", "zh-Hant-TW")),
            "passed, marked content": drawn("en"),
            "inapplicable": Pdf(roots=(Element("P"),)),
        },
    }
