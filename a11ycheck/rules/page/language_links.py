"""A link to another language is named in that language and marked as such."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.text.language import primary

MOST = 60
NAMES = {
    name.strip(): language
    for language, names in {
        "sv": "svenska, på svenska",
        "no": "norsk",
        "nb": "bokmål",
        "nn": "nynorsk",
        "da": "dansk",
        "fi": "suomi, suomeksi",
        "en": "english, in english",
        "de": "deutsch, auf deutsch",
        "fr": "français, en français",
        "es": "español, en español",
        "se": "davvisámegiella",
        "smj": "julevsámegiella",
        "sma": "åarjelsaemien",
        "fit": "meänkieli",
        "pl": "polski, po polsku",
        "uk": "українська",
        "ru": "русский",
        "ar": "العربية",
        "fa": "فارسی",
        "so": "soomaali",
        "tr": "türkçe",
        "it": "italiano",
        "nl": "nederlands",
        "is": "íslenska",
        "et": "eesti",
    }.items()
    for name in names.split(",")
}
"""What languages call themselves in menus, casefolded, by subtag (BCP 47)."""
SAME = {"nb": "no", "nn": "no"}


@dataclass(frozen=True, slots=True)
class Leading:
    """A link named by a language other than the page's. ``marked`` is the language in force for its text."""

    element: Element
    name: str
    language: str
    marked: str

    @property
    def where(self) -> Where:
        return self.element.where


def leading(page: Page) -> Iterator[Leading]:
    for element in islice(page.with_role("link", "option", "menuitem", "radio", "button"), 3_000):
        text = " ".join(element.text.split())[:60]
        language = NAMES.get(text.casefold().strip(" ()›»>|"), "")
        page_language = primary(element.frame.root.attribute("lang")) if element.frame is not None else ""
        if not language or not page_language or _same(language, page_language):
            continue
        yield Leading(element, text, language, _marked(element))


def _marked(element: Element) -> str:
    """The language of its text: that of the innermost element that holds all of it."""
    inner = element
    while True:
        holding = [each for each in inner.children if isinstance(each, Element) and each.text]
        if len(holding) != 1 or inner.own_text:
            return primary(inner.language)
        inner = holding[0]


def _same(one: str, other: str) -> bool:
    return SAME.get(one, one) == SAME.get(other, other)


@rule(
    document=Page,
    each=leading,
    title=Text(
        "Links to other languages are marked with their language",
        "Länkar till andra språk är märkta med sitt språk",
    ),
    why=Text(
        "A screen reader says “English” or “Suomeksi” by the rules of the page's language, and who looks for their "
        "own does not hear it.",
        "Skärmläsaren säger ”English” eller ”Suomeksi” med sidans språk, och den som söker sitt eget hör det inte.",
    ),
    who=(People.SCREEN_READER, People.NEW_LANGUAGE),
    fix=Fix(
        Text("Mark the word with its language.", "Märk ordet med sitt språk."),
        web=Text(
            'Add the language to the link, for instance lang="en". hreflang tells what language the target is in, not '
            "the link.",
            'Lägg språket på länken, till exempel lang="en". hreflang säger vilket språk målet har, inte länken.',
        ),
    ),
    messages={
        "unmarked": Text(
            '“{name}” is not marked as being in its own language: lang="{language}" is missing.',
            '”{name}” är inte märkt med sitt eget språk: lang="{language}" saknas.',
        )
    },
)
def language_links(link: Leading) -> Outcome:
    """Its text is in the language that it names. WCAG 3.1.2 leaves single words open; so this rule meets no
    clause."""
    if _same(link.marked, link.language):
        return passed()
    return failed("unmarked", name=link.name, language=link.language)


def examples() -> dict[str, Page]:
    def page(text: str, **attributes: str) -> Page:
        return Page.of(Element("a", {"href": "/en", **attributes}, text, role="link", name=text))

    return {
        "failed unmarked": page("English"),
        "failed unmarked, only the target's": page("English", hreflang="en"),
        "passed": page("English", lang="en"),
        "inapplicable": page("Lyssna"),
        "inapplicable, the page's own": page("Svenska"),
    }
