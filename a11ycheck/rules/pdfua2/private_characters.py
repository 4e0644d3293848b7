"""Characters that only one typeface knows have words in their place (ISO 14289-2, 8.4.3 and 8.6).

Unicode leaves three ranges to private use: what a character in them stands for is agreed nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Bookmark, Catalog
from a11ycheck.documents.pdf.extras_model import Extras, LayerConfiguration
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Drawn, Item, Page, Sequence
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.outcome import Where, anchor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""The Unicode Standard, 23.5."""

WHY = Text(
    "A screen reader does not know what to say for such a character, and passes it over or says a number.",
    "Skärmläsaren vet inte vad den ska säga för ett sådant tecken och hoppar över det eller säger ett nummer.",
)
FIX = Fix(
    Text(
        "Use an ordinary character in place of the symbol, or write in its alternative text what it means, and make "
        "the PDF again.",
        "Använd ett vanligt tecken i stället för symbolen, eller skriv i dess alternativtext vad den betyder, och gör "
        "om pdf:en.",
    ),
    acrobat=Text(
        "Open the Tags panel, open the properties of the tag around it, and write what it means as actual text.",
        "Öppna panelen Taggar, öppna egenskaperna för taggen runt det och skriv vad det betyder som faktisk text.",
    ),
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words in the document, and whether something in their place says what they mean."""

    words: str
    where: Where
    has_replacement: bool = False


def about(
    clause: str, each: Callable[[Pdf], Iterable[Words]], title: Text, message: Text
) -> Callable[[Callable[[Words], Outcome]], Rule]:
    """Make a rule about words in the document."""
    return rule(
        document=Pdf,
        each=each,
        meets=(f"PDF/UA-2 {clause}",),
        title=title,
        why=WHY,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages={"private": message},
    )


def code(words: str) -> str:
    """The first private character in the words, as it is written in standards: U+E000."""
    found = PRIVATE.search(words)
    return f"U+{ord(found.group()):04X}" if found else ""


def has_none(words: Words) -> Outcome:
    private = code(words.words)
    return failed("private", words=PRIVATE.sub("□", words.words), code=private) if private else passed()


def painted(pdf: Pdf) -> Iterator[Words]:
    """The text on the pages that has such characters, artifacts left out."""
    for drawn in pdf.drawn:
        for item in drawn.items:
            if PRIVATE.search(item.text) and not drawn.is_artifact(item):
                where = Where(drawn.where.steps, anchor("private", item.text), item.box)
                yield Words(item.text, where, _is_replaced(pdf, drawn, item))


def _is_replaced(pdf: Pdf, drawn: Drawn, item: Item) -> bool:
    """Does marked content around the item, or the tag that holds it, say what it means?"""
    around = list(drawn.sequences_around(item))
    keys = (each.key for each in around if each.key is not None)
    holder = next((pdf.holders[key] for key in keys if key in pdf.holders), None)
    return any(each.actual_text or each.alt for each in (*around, *([holder] if holder else ())))


@about(
    "8.4.3-1",
    painted,
    Text("Symbols have words in their place", "Symboler har ord i sitt ställe"),
    Text(
        "The text “{words}” has a character of private use ({code}), and nothing says what it means.",
        "Texten ”{words}” har ett tecken för privat bruk ({code}), och inget säger vad det betyder.",
    ),
)
def private_character_replaced(words: Words) -> Outcome:
    """Marked content around it, or the tag that holds it, has ActualText or Alt."""
    return passed() if words.has_replacement else has_none(words)


def _of_tags_and_content(
    pdf: Pdf, of_tag: Callable[[Element], str | None], of_content: Callable[[Sequence], str | None]
) -> Iterator[Words]:
    for element in pdf.elements:
        if words := of_tag(element):
            yield Words(words, element.where)
    for drawn in pdf.drawn:
        for said in dict.fromkeys(map(of_content, drawn.sequences)):
            if said:
                yield Words(said, Where(drawn.where.steps, anchor("private", drawn.page, said)))


@about(
    "8.4.3-2",
    lambda pdf: _of_tags_and_content(pdf, lambda tag: tag.actual_text, lambda content: content.actual_text),
    Text("Replacement text is made of ordinary characters", "Ersättningstext består av vanliga tecken"),
    Text(
        "The replacement text (ActualText) “{words}” has a character of private use ({code}).",
        "Ersättningstexten (ActualText) ”{words}” har ett tecken för privat bruk ({code}).",
    ),
)
def actual_text_not_private(words: Words) -> Outcome:
    """No ActualText has private characters."""
    return has_none(words)


@about(
    "8.4.3-3",
    lambda pdf: _of_tags_and_content(pdf, lambda tag: tag.alt, lambda content: content.alt),
    Text("Alternative text is made of ordinary characters", "Alternativtext består av vanliga tecken"),
    Text(
        "The alternative text “{words}” has a character of private use ({code}).",
        "Alternativtexten ”{words}” har ett tecken för privat bruk ({code}).",
    ),
)
def alternative_text_not_private(words: Words) -> Outcome:
    """No Alt has private characters."""
    return has_none(words)


def to_be_read(pdf: Pdf) -> Iterator[Words]:
    """Texts that people read, beside the pages: titles, bookmarks, comments, names of fields and layers."""
    if pdf.catalog.title:
        yield Words(pdf.catalog.title, pdf.where)
    for bookmark in pdf.bookmarks:
        yield Words(bookmark.title, bookmark.where)
    for annotation in pdf.annotations:
        for said in (annotation.contents, annotation.tooltip):
            if said:
                yield Words(said, annotation.where)
    for element in pdf.elements:
        for said in (element.title, element.expansion):
            if said:
                yield Words(said, element.where)
    for configuration in pdf.extras.layer_configurations:
        if configuration.name:
            yield Words(configuration.name, configuration.where)


@about(
    "8.6-1",
    to_be_read,
    Text(
        "Titles and descriptions are made of ordinary characters",
        "Titlar och beskrivningar består av vanliga tecken",
    ),
    Text(
        "“{words}” has a character of private use ({code}).",
        "”{words}” har ett tecken för privat bruk ({code}).",
    ),
)
def string_not_private(words: Words) -> Outcome:
    """No title, bookmark, description or name has private characters."""
    return has_none(words)


def examples() -> dict[str, dict[str, Pdf]]:
    def page(words: str, *sequences: Sequence) -> Pdf:
        return Pdf(
            drawn=(Drawn(1, (Item("text", len(sequences) - 1, words),), sequences),),
            roots=(Element("P", kids=[(1, 0, 0)]), Element("Span", alt="kuvert", kids=[(1, 0, 1)])),
        )

    def tagged(actual_text: str = "", alt: str = "", title: str = "") -> Pdf:
        return Pdf(roots=(Element("Span", actual_text=actual_text, alt=alt, title=title),))

    none = {"inapplicable": Pdf()}
    return {
        "private_character_replaced": {
            "failed private": page("\ue001 Skicka", Sequence("P", key=(1, 0, 0))),
            "failed private, beyond the first plane": page("\U000f0001", Sequence("P")),
            "failed private, outside the tags": page("\uf8ff"),
            "passed, content around it": page(
                "\ue001", Sequence("Span", actual_text="kuvert"), Sequence("P", 0)
            ),
            "passed, its tag": page("\ue001", Sequence("Span", key=(1, 0, 1))),
            "inapplicable, an artifact": page("\ue001", Sequence("Artifact")),
            "inapplicable, an ordinary character": page("✉ Skicka", Sequence("P", key=(1, 0, 0))),
        },
        "actual_text_not_private": {
            "failed private": tagged(actual_text="\ue001"),
            "failed private, marked content": page("x", Sequence("Span", actual_text="\ue001")),
            "passed": tagged(actual_text="kuvert"),
            **none,
        },
        "alternative_text_not_private": {
            "failed private": tagged(alt="\ue001"),
            "failed private, marked content": page("x", Sequence("Span", alt="\ue001")),
            "passed": tagged(alt="kuvert"),
            **none,
        },
        "string_not_private": {
            "failed private": Pdf(bookmarks=(Bookmark("\ue001 Post", 1),)),
            "failed private, the title": Pdf(Catalog(title="\ue001")),
            "failed private, a comment": Pdf(
                pages=(Page(1, annotations=(Annotation(1, "Text", contents="\ue001"),)),)
            ),
            "failed private, a tag's title": tagged(title="\ue001"),
            "failed private, a layer": Pdf(
                extras=Extras(layer_configurations=(LayerConfiguration(1, "\ue001"),))
            ),
            "passed": Pdf(Catalog(title="Kallelse"), bookmarks=(Bookmark("Post", 1),)),
            **none,
        },
    }
