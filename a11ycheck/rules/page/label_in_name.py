"""What is seen on a button or link is part of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.page.model import NOT_SHOWN, Element, Page, Words

ROLES = (
    *(
        "button",
        "checkbox",
        "gridcell",
        "link",
        "menuitem",
        "menuitemcheckbox",
        "menuitemradio",
        "option",
        "radio",
    ),
    *("switch", "tab", "treeitem"),
)
"""WAI-ARIA's widget roles that take their name from their content, as ACT rule 2ee8b8 lists them."""

ICON_FONT = re.compile(r"icon|glyph|awesome|symbol|material|dingbat|emoji", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
HYPHEN = re.compile(r"\w[-‐‑]\w")
DIGIT = re.compile(r"\d")
TOKEN = re.compile(r"[^\W_]+")
INLINE = frozenset({"", "inline", "contents"})
LONG = 10
"""Words of a label from which it is rather the content of a card than what one calls it by."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A control with text of its own, which is seen, and a name that was written apart. ``apart`` is the text with a
    space between any two pieces of it, as styles may show it."""

    element: Element
    seen: str
    apart: str

    @property
    def where(self) -> Where:
        return self.element.where


def labelled(page: Page) -> Iterator[Labelled]:
    for element in page.with_role(*ROLES):
        if (element.has("aria-label") or element.has("aria-labelledby")) and element.name.strip():
            seen, apart = seen_in(element), seen_in(element, between=" ")
            if len(TOKEN.findall(seen)) > 1 or len("".join(TOKEN.findall(seen))) > 1:
                yield Labelled(element, seen, apart)


def seen_in(element: Element, between: str = "") -> str:
    """The text in it that is seen and is text, no icon fonts; ``between`` pieces in one line stands what is given."""
    parts: list[str] = []
    waiting: list[Element | Words | str] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
        elif isinstance(node, Words):
            if node.is_visible and not _is_icon(node):
                parts.append(node.text)
        elif node.tag not in NOT_SHOWN:
            apart = between if node.style("display") in INLINE and node.tag != "br" else " "
            waiting.extend([apart, *reversed(node.children), apart])
    return " ".join("".join(parts).split())


def _is_icon(words: Words) -> bool:
    holder = words.parent
    family = holder.style("font-family").partition(",")[0] if holder is not None else ""
    return bool(ICON_FONT.search(family))


@rule(
    document=Page,
    each=labelled,
    meets=("WCAG 2.5.3", "ACT 2ee8b8"),
    title=Text(
        "What is seen on buttons and links is part of their names",
        "Det som syns på knappar och länkar ingår i deras namn",
    ),
    why=Text(
        "Someone who steers by voice says what stands on the button, and nothing happens if it is called "
        "something else.",
        "Den som styr med rösten säger det som står på knappen, och inget händer om den heter något annat.",
    ),
    who=(People.VOICE, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Let the hidden name begin with the words that are seen, in the same order, or remove it.",
            "Låt det dolda namnet börja med orden som syns, i samma ordning, eller ta bort det.",
        ),
        web=Text(
            "Change or remove aria-label or aria-labelledby on the element.",
            "Ändra eller ta bort aria-label eller aria-labelledby på elementet.",
        ),
    ),
    messages={
        "not-in-name": Text(
            "“{seen}” is seen, but the name is “{name}”.", "”{seen}” syns, men namnet är ”{name}”."
        ),
        "long": Text(
            "Is “{name}” what someone would call the part of the page where “{seen}” stands?",
            "Är ”{name}” det som någon skulle kalla den del av sidan där ”{seen}” står?",
        ),
        "apart": Text(
            "The name is “{name}”. Is there space between these words where they are seen?",
            "Namnet är ”{name}”. Är det mellanrum mellan de här orden där de syns?",
        ),
    },
)
def label_in_name(target: Labelled) -> Outcome:
    """The words that are seen stand in the name, next to each other and in the same order.

    Not counted: case, marks, what stands in brackets, abbreviations, and hyphens or spaces within a word. A text of
    ``LONG`` words or more, of which the name is a part, is a card rather than a label, and a question.
    """
    name = " ".join(target.element.name.split())
    seen = _tokens(IN_BRACKETS.sub(" ", target.seen)) or _tokens(target.seen)
    # What the name says in brackets may be what is seen, so it is tried with and without.
    for said in (_tokens(name), _tokens(IN_BRACKETS.sub(" ", name))):
        if not seen or _holds(said, seen) or _same_but_divided(said, seen, f"{name} {target.seen}"):
            return passed()
        if _is_abbreviated(said, seen, target.seen, name):
            return passed()
    if len(seen) >= LONG and _holds(seen, _tokens(name)):
        return ask(
            "long",
            name=name,
            seen=target.seen,
            yes=passed(),
            no=failed("not-in-name", seen=target.seen, name=name),
        )
    if target.apart != target.seen and _holds(_tokens(name), _tokens(target.apart)):
        return ask("apart", yes=passed(), no=failed("not-in-name", seen=target.seen, name=name), name=name)
    return failed("not-in-name", seen=target.seen, name=name)


def _tokens(text: str) -> list[str]:
    return TOKEN.findall(text[:2_000].casefold())


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Do the words of ``part`` stand in ``whole`` next to each other?"""
    size = len(part)
    return any(list(whole[at : at + size]) == list(part) for at in range(len(whole) - size + 1))


def _same_but_divided(said: Sequence[str], seen: Sequence[str], texts: str) -> bool:
    """Do they differ only in hyphens? “non-standard” and “nonstandard” are one word spelt twice; digits that are read
    apart are not."""
    together = "".join(seen)
    return HYPHEN.search(texts) is not None and not DIGIT.search(together) and together in "".join(said)


def _is_abbreviated(said: Sequence[str], seen: Sequence[str], seen_text: str, name: str) -> bool:
    """Is a word of the one an abbreviation of words in the other? The rule applies to neither then."""
    return _abbreviates(seen, said, seen_text) or (len(seen) > 1 and _abbreviates(said, seen, name))


def _abbreviates(short: Sequence[str], full: Sequence[str], text: str) -> bool:
    initials = "".join(word[0] for word in full)
    for word in short:
        if word in full or not word.isalpha():
            continue
        with_stop = re.search(rf"\b{re.escape(word)}\.(?=\s*\w|,)", text, re.IGNORECASE) is not None
        for other in full:
            longer = len(other) > len(word) and other[0] == word[0]
            if not longer or not _drops_letters(word, other):
                continue
            cut = other.startswith(word) and (word in DAYS or (len(word) > 2 and len(other) >= 2 * len(word)))
            unit = re.search(rf"\d\s?{re.escape(word)}\b", text, re.IGNORECASE) is not None
            if with_stop or cut or unit or (len(word) > 1 and not VOWELS.search(word)):
                return True
        if len(word) > 1 and word in initials and re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE):
            return True
    return False


VOWELS = re.compile(r"[aeiouyåäöæøéèáíóúü0-9]")
DAYS = frozenset(
    "april apr augusti aug sept sep okt oct mån tis ons tors tor fre lör sön man tir lør søn mon tue tues wed thu thur "
    "thurs fri sat sun ma ti ke to pe la su mo di mi do fr sa so".split()
)
"""Days and months cut so short that their length does not tell."""


def _drops_letters(word: str, other: str) -> bool:
    """Are the letters of ``word`` found in ``other`` in their order?"""
    letters = iter(other)
    return all(letter in letters for letter in word)


def examples() -> dict[str, Page]:
    def button(seen: str, name: str, **more: str) -> Page:
        return Page.of(Element("button", {"aria-label": name, **more}, seen, role="button", name=name))

    card = "Höstmötet på nätet torsdag den 12 november klockan 13 till 16 för alla föreningar"
    return {
        "failed not-in-name": button("Anmäl dig", "Till formuläret"),
        "failed not-in-name, a word between": button("Hämta programmet", "Hämta hela programmet"),
        "failed not-in-name, half a word": button("Discover It", "Discover Italy"),
        "failed not-in-name, digits apart": button("2026", "20 26"),
        "cannot-tell long": button(card, "Höstmötet på nätet"),
        "cannot-tell apart": Page.of(
            Element(
                "button",
                {"aria-label": "Läs mer"},
                *(Element("span", {}, word, styles={"display": "inline"}) for word in ("Läs", "mer")),
                role="button",
                name="Läs mer",
            )
        ),
        "passed": button("Anmäl dig", "Anmäl dig till höstmötet"),
        "passed, other case and spaces": button("Anmäl  dig", " anmäl dig"),
        "passed, brackets": button("Sök datum (ÅÅÅÅ-MM-DD)", "Sök datum"),
        "passed, an abbreviation": button("Mån 12 okt", "Måndag 12 oktober"),
        "passed, a hyphen": button("Epost", "E-post"),
        "inapplicable, a symbol": button("×", "Stäng"),
        "inapplicable, one letter": button("X", "Stäng"),
        "inapplicable, no name written apart": Page.of(
            Element("button", {}, "Sök", role="button", name="Sök")
        ),
    }
