"""A page, and each part of it, is in the language that it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.content import Heading, ListItem, Paragraph
from a11ycheck.documents.page.model import NOT_SHOWN, Element, Page, Words
from a11ycheck.text.language import MINIMUM_CHARACTERS, guess, hinted, known_primary, primary, same_for_review

LONGEST = 20_000
"""Characters that are enough to tell a language by."""
NAMED = frozenset({"alt", "aria-label", "title", "placeholder"})


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and the language that is in force for it."""

    where: Where
    language: str
    text: str
    others: str = ""
    """The language that most of the page is marked as where that is another than the page's own; else empty."""


def said_by(top: Element, ids: Mapping[str, Element], *, all_of_it: bool) -> Iterator[tuple[str, str]]:
    """The texts in an element that are seen or heard, what stands there and what pictures and fields are called, each
    with its language where that is written on something inside (left out unless ``all_of_it`` is wanted); else with an
    empty one. Those of frames are left out: they have languages of their own."""
    waiting: list[tuple[Element | Words, str]] = [(top, "")]
    while waiting:
        node, language = waiting.pop()
        if isinstance(node, Words):
            if node.text.strip() and _is_met(node):
                yield node.text, language
            continue
        if node.tag in NOT_SHOWN:
            continue
        if node.named_from in NAMED and node.exposed:
            yield node.name, language
        elif node.has("aria-labelledby") and node.exposed and node.name:
            spoken = _language_of_label(node, ids)
            yield node.name, language if same_for_review(spoken, language or top.language) else spoken
        for child in reversed(node.children):
            if isinstance(child, Element):
                if child.frame is not top.frame:
                    continue
                own = (child.attribute("lang") or child.attribute("xml:lang")).strip()
                if all_of_it or not own:
                    waiting.append((child, own or language))
            else:
                waiting.append((child, language))


def _is_met(words: Words) -> bool:
    return words.is_visible or (words.parent is not None and words.parent.exposed)


def _language_of_label(element: Element, ids: Mapping[str, Element]) -> str:
    first = element.attribute("aria-labelledby").split()[:1]
    label = ids.get(first[0]) if first else None
    return label.language if label is not None else ""


def _ids(page: Page) -> dict[str, Element]:
    ids: dict[str, Element] = {}
    for element in page.main.elements():
        if name := element.attribute("id"):
            ids.setdefault(name, element)
    return ids


def _unmarked(texts: list[tuple[str, str]]) -> str:
    """The texts that have no language written inside, as one."""
    return " ".join(" ".join(text for text, language in texts if not language).split())[:LONGEST]


def page_texts(page: Page) -> Iterator[Said]:
    """The text of the page that has no other language than the page's."""
    root, declared = page.root, page.root.language
    if not page.main.is_html or not known_primary(declared):
        return
    texts = [(page.main.title, ""), *said_by(root, _ids(page), all_of_it=True)]
    own = _unmarked(texts)
    if own:
        words = Counter[str]()
        for text, language in texts:
            words[primary(language or declared)] += len(text.split())
        most = max(words, key=words.__getitem__)
        others = most if words[most] > words[primary(declared)] else ""
        yield Said(page.main.where, declared, own, others)


def marked_texts(page: Page) -> Iterator[Said]:
    """The text of each element in the body that has a language of its own."""
    ids = _ids(page)
    for element in page.elements():
        declared = element.attribute("lang").strip()
        if element.tag == "html" or not known_primary(declared) or element.closest("body") is None:
            continue
        if text := _unmarked(list(said_by(element, ids, all_of_it=False))):
            yield Said(element.where, declared, text)


def unmarked_texts(page: Page) -> Iterator[Said]:
    """The texts that are long enough to be told by and have the page's own language, in parts of one language
    each; none where the whole page speaks another language than it says, which is one fault."""
    content = page.content
    declared = content.language
    if not declared or any(_spoken(said) for said in page_texts(page)):
        return
    last, ids, marking = "", _ids(page), _with_marked_parts(page)
    for block in content.blocks:
        if isinstance(block, Heading | Paragraph | ListItem) and block.language == declared:
            holder, text = marking.get(block.where), block.text
            # A holder that says more than the block holds other blocks too.
            if holder is not None and holder.text.split() == text.split():
                text = _unmarked(list(said_by(holder, ids, all_of_it=False)))
            found = (guess(text) or "") if len(text) >= MINIMUM_CHARACTERS else ""
            if found and found != last:
                last = found
                yield Said(block.where, declared, text)


def _with_marked_parts(page: Page) -> dict[Where, Element]:
    """The elements that hold something with a language of its own, by place."""
    found: dict[Where, Element] = {}
    for element in page.elements():
        if element.has("lang") or element.has("xml:lang"):
            holder = element.parent
            while holder is not None and holder.where not in found:
                found[holder.where] = holder
                holder = holder.parent
    return found


def _spoken(said: Said) -> str:
    """The language that a text plainly is in where it is not the declared one; else empty."""
    found = guess(said.text)
    return found if found and not same_for_review(found, said.language) else ""


LANGUAGE_WHY = Text(
    "A screen reader chooses its voice by the language; with the wrong voice the words cannot be made out.",
    "Skärmläsaren väljer röst efter språket; med fel röst går orden inte att uppfatta.",
)
WHO = (People.SCREEN_READER, People.READING)
PART_FIX = Fix(
    Text(
        "Select the text in the editor and set its language, or ask whoever builds the site to mark it.",
        "Markera texten i redigeraren och ange språket för den, eller be den som bygger webbplatsen att märka den.",
    ),
    web=Text(
        'Write it in the lang attribute of the element that holds the text: lang="en".',
        'Skriv det i attributet lang på elementet som texten står i: lang="sv".',
    ),
)


@rule(
    document=Page,
    each=page_texts,
    meets=("WCAG 3.1.1", "ACT ucwvc8"),
    title=Text("The page is in the language that it says", "Sidan är på det språk som den säger"),
    why=LANGUAGE_WHY,
    who=WHO,
    fix=Fix(
        Text("Set the page's language in the web tool.", "Ange sidans språk i webbverktyget."),
        web=Text(
            'Write it in the lang attribute of the <html> element: <html lang="en">.',
            'Skriv det i attributet lang på elementet <html>: <html lang="sv">.',
        ),
    ),
    messages={
        "other": Text(
            "The page says that it is in “{declared}”, but the text is in another language, “{found}”.",
            "Sidan säger att den är på ”{declared}”, men texten är på ett annat språk, ”{found}”.",
        ),
        "is-it": Text(
            "The page says that it is in “{declared}”. Is that the language of most of its text, such as “{text}”?",
            "Sidan säger att den är på ”{declared}”. Är det språket i det mesta av texten, till exempel ”{text}”?",
        ),
        "not-it": Text(
            "The page says that it is in “{declared}”, but most of its text is in another language.",
            "Sidan säger att den är på ”{declared}”, men det mesta av texten är på ett annat språk.",
        ),
    },
)
def page_language(said: Said) -> Outcome:
    """The text that is not marked as another language does not plainly speak one. Where it is too short to tell, its
    small words, or that most of the page is marked as another language, are grounds to ask."""
    found = _spoken(said)
    if found:
        return failed("other", declared=said.language, found=found)
    if said.others or (not guess(said.text) and hinted(said.text, said.language)):
        return ask(
            "is-it",
            declared=said.language,
            text=said.text[:100],
            yes=passed(),
            no=failed("not-it", declared=said.language),
        )
    return passed()


@rule(
    document=Page,
    each=marked_texts,
    meets=("WCAG 3.1.2", "ACT off6ek"),
    title=Text(
        "Text that is marked with a language is in it", "Text som är märkt med ett språk är på det språket"
    ),
    why=LANGUAGE_WHY,
    who=WHO,
    fix=PART_FIX,
    messages={
        "other": Text(
            "The text is marked as “{declared}”, but it is in another language, “{found}”: “{text}”.",
            "Texten är märkt som ”{declared}”, men den är på ett annat språk, ”{found}”: ”{text}”.",
        ),
        "is-it": Text(
            "Is this in “{declared}”, as it is marked: “{text}”?",
            "Är detta på ”{declared}”, som det är märkt: ”{text}”?",
        ),
        "not-it": Text(
            "The text is marked as “{declared}”, which it is not in: “{text}”.",
            "Texten är märkt som ”{declared}”, vilket den inte är på: ”{text}”.",
        ),
    },
)
def marked_language(said: Said) -> Outcome:
    """It does not plainly speak another language; where it is too short to tell, its small words are grounds to ask."""
    found, text = _spoken(said), said.text[:100]
    if found:
        return failed("other", declared=said.language, found=found, text=text)
    if not guess(said.text) and hinted(said.text, said.language):
        told = {"declared": said.language, "text": text}
        return ask("is-it", yes=passed(), no=failed("not-it", **told), **told)
    return passed()


@rule(
    document=Page,
    each=unmarked_texts,
    meets=("WCAG 3.1.2",),
    title=Text(
        "Text in another language than the page's is marked", "Text på ett annat språk än sidans är märkt"
    ),
    why=LANGUAGE_WHY,
    who=WHO,
    fix=PART_FIX,
    messages={
        "other": Text(
            "The page is in “{declared}”, but this is in another language, “{found}”: “{text}”.",
            "Sidan är på ”{declared}”, men detta är på ett annat språk, ”{found}”: ”{text}”.",
        ),
    },
)
def unmarked_language(said: Said) -> Outcome:
    """What can be told of its language does not speak against the page's."""
    found = _spoken(said)
    return failed("other", declared=said.language, found=found, text=said.text[:100]) if found else passed()


SWEDISH = (
    "Vi ses på nätet på tisdag kväll, och alla i föreningen är välkomna. Du får en länk i god tid, men du "
    "kan också ringa in om du hellre vill det. Mötet är slut efter en timme."
)
ENGLISH = (
    "We meet online on Tuesday evening, and everyone in the association is welcome. You will get a link in "
    "good time, but you can also dial in if you would rather do that."
)
DUTCH = "Hij ging met de kippen op stok"


def examples() -> dict[str, dict[str, Page]]:
    def p(text: str, language: str = "") -> Element:
        return Element("p", {"lang": language} if language else {}, text)

    return {
        "page_language": {
            "failed other": Page.of(p(ENGLISH), language="sv"),
            "cannot-tell is-it, small words": Page.of(p(DUTCH), language="en"),
            "cannot-tell is-it, most is marked": Page.of(p("Göteborg"), p(ENGLISH, "en"), language="sv"),
            "passed": Page.of(p(SWEDISH), language="sv"),
            "passed, the other language is marked": Page.of(
                p(SWEDISH), p("Good evening", "en"), language="sv"
            ),
            "inapplicable, no language": Page.of(p(SWEDISH), language=""),
        },
        "marked_language": {
            "failed other": Page.of(p(SWEDISH), p(ENGLISH, "fr"), language="sv"),
            "cannot-tell is-it": Page.of(p(DUTCH, "fr"), language="sv"),
            "passed": Page.of(p(ENGLISH, "en"), language="sv"),
            "passed, too short to tell": Page.of(p("Bonne année !", "fr"), language="sv"),
            "inapplicable": Page.of(p(SWEDISH), language="sv"),
        },
        "unmarked_language": {
            "failed other": Page.of(p(SWEDISH), p(SWEDISH), p(ENGLISH), language="sv"),
            "passed": Page.of(p(SWEDISH), p(ENGLISH, "en"), language="sv"),
            "inapplicable, the whole page": Page.of(p(ENGLISH), language="sv"),
            "inapplicable, too short to tell": Page.of(p("Good evening"), language="sv"),
        },
    }
