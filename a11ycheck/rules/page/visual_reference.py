"""Instructions can be followed by someone who does not see where things are and how they look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.content import ListItem, Paragraph
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.text.instructions import is_named, object_of, sees
from a11ycheck.text.sentences import split_sentences

MOST = 10
"""Instructions of a page that are asked about."""
ROLES = {
    "button": ("button",),
    "link": ("link",),
    "navigation": ("navigation", "menu", "menubar"),
    "textbox": ("textbox", "searchbox", "combobox", "listbox", "spinbutton"),
    "form": ("form",),
}


@dataclass(frozen=True, slots=True)
class Instruction:
    """A sentence that tells the reader to do something with a thing by its place or look; ``pointed_at`` are the things
    on the page that it may mean, None where it does not say what kind of thing."""

    where: Where
    sentence: str
    seen: str
    pointed_at: tuple[Element, ...] | None


def instructions(page: Page) -> Iterator[Instruction]:
    found = 0
    for block in page.content.blocks:
        if not isinstance(block, Paragraph | ListItem) or not sees(block.text):
            continue
        for sentence in split_sentences(block.text[:2_000], block.language or None):
            seen = sees(sentence)
            if seen and found < MOST:
                found += 1
                role = object_of(sentence)
                things = (
                    tuple(each for each in page.with_role(*ROLES[role]) if each.is_visible) if role else None
                )
                yield Instruction(block.where, sentence, seen, things)


@rule(
    document=Page,
    each=instructions,
    meets=("WCAG 1.3.3", "ACT 9bd38c"),
    title=Text(
        "Instructions do not go by place and look alone",
        "Instruktioner går inte bara efter plats och utseende",
    ),
    why=Text(
        "“The green button to the right” says nothing to someone who listens, or who sees the page enlarged or in one "
        "column.",
        "”Den gröna knappen till höger” säger ingenting till den som lyssnar, eller som ser sidan förstorad eller i en "
        "enda spalt.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.COLOUR_BLIND),
    fix=Fix(
        Text(
            "Say what the thing is called as well: “the button Sign up, to the right”.",
            "Säg också vad saken heter: ”knappen Anmäl dig till höger”.",
        ),
        web=Text(
            "Write the name in the text, the same words as on the button or link.",
            "Skriv namnet i texten, samma ord som på knappen eller länken.",
        ),
    ),
    messages={
        "several": Text(
            "“{sentence}” goes by place or look (“{seen}”), and the page has {count} that it may mean.",
            "”{sentence}” går efter plats eller utseende (”{seen}”), och sidan har {count} som den kan mena.",
        ),
        "can-it": Text(
            "“{sentence}” Can someone who does not see the page tell what is meant by “{seen}”?",
            "”{sentence}” Kan den som inte ser sidan veta vad som menas med ”{seen}”?",
        ),
        "cannot": Text(
            "“{sentence}” cannot be followed by someone who does not see the page.",
            "”{sentence}” går inte att följa för den som inte ser sidan.",
        ),
    },
)
def visual_reference(told: Instruction) -> Outcome:
    """It says what the thing is called, or the thing is the only one of its kind, or says the same words itself."""
    if is_named(told.sentence):
        return passed()
    if told.pointed_at:
        words = set(re.findall(r"\w+", told.seen.casefold()))
        names = [f"{each.name} {each.visible_text[:200]}".casefold() for each in told.pointed_at]
        if len(names) == 1 or any(words <= set(re.findall(r"\w+", name)) for name in names):
            return passed()
        if not any(_says(told.sentence, each.name) for each in told.pointed_at):
            return failed("several", sentence=told.sentence, seen=told.seen, count=len(names))
        return passed()
    return ask(
        "can-it",
        sentence=told.sentence,
        seen=told.seen,
        yes=passed(),
        no=failed("cannot", sentence=told.sentence),
    )


def _says(sentence: str, name: str) -> bool:
    """Does the sentence say what the thing is called?"""
    plain = _spaced(name)
    return bool(plain) and f" {plain} " in f" {_spaced(sentence)} "


def _spaced(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def examples() -> dict[str, Page]:
    def page(text: str, *buttons: str) -> Page:
        made = (Element("button", {}, name, role="button", name=name) for name in buttons)
        return Page.of(Element("p", {}, text), *made)

    return {
        "failed several": page("Klicka på knappen till höger.", "Sök", "Skicka"),
        "failed several, a colour": page("Press the green button to go on.", "Search", "Send"),
        "cannot-tell can-it": page("Du hittar mer om du tittar till höger."),
        "passed, it is named": page("Klicka på knappen ”Sök” till höger.", "Sök", "Skicka"),
        "passed, it is named without marks": page("Klicka på knappen Sök till höger.", "Sök", "Skicka"),
        "passed, the only one": page("Klicka på knappen till höger.", "Skicka"),
        "passed, the words stand on it": page("Click the round button.", "Round button", "Send"),
        "inapplicable, no instruction": page("Huset till höger är från 1912."),
        "inapplicable, another meaning": page("You have the right to see what is stored about you."),
    }
