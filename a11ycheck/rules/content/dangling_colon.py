"""A sentence that ends in a colon is followed by what it promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.content import Block, Content, Heading, Link, Paragraph
from a11ycheck.text.fact_labels import labelled

FEWEST_WORDS = 4
"""Fewer are a label or a greeting, and no sentence that promises something."""

QUOTING = (" wrote:", " skrev:", " schrieb:", " kirjoitti:")
"""How a mail introduces the one that it answers."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A paragraph that ends in a colon, and whether anything follows."""

    where: Where
    text: str
    is_kept: bool


def promises(document: Content) -> Iterator[Promise]:
    """Sentences that end in a colon."""
    blocks = document.blocks
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not block.text.rstrip().endswith(":"):
            continue
        text = " ".join(block.text.split())
        if text.count(" ") + 1 < FEWEST_WORDS or labelled(text) is not None or text.endswith(QUOTING):
            continue
        where = Where(block.where.steps, anchor(text), block.where.box)
        yield Promise(where, text, _is_followed(blocks, place, block.text))


def _is_followed(blocks: tuple[Block, ...], place: int, text: str) -> bool:
    """Something that is no heading comes next; links inside the sentence itself are none."""
    for block in blocks[place + 1 :]:
        if isinstance(block, Link) and block.around == text and text:
            continue
        if isinstance(block, Paragraph) and not block.text.strip():
            continue
        return not isinstance(block, Heading)
    return False


@rule(
    document=Content,
    each=promises,
    title=Text("What a colon promises is there", "Det som ett kolon utlovar finns där"),
    why=Text(
        "Who listens waits for the list or the link, and cannot tell whether it is missing or was not read out.",
        "Den som lyssnar väntar på listan eller länken och vet inte om den saknas eller inte lästes upp.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write the list or the link behind the colon, or end the sentence with a full stop.",
            "Skriv listan eller länken efter kolonet, eller avsluta meningen med punkt.",
        ),
    ),
    messages={
        "nothing": Text(
            "Nothing follows “{text}” but a heading or the end.",
            "Efter ”{text}” kommer inget annat än en rubrik eller slutet.",
        ),
    },
)
def dangling_colon(promise: Promise) -> Outcome:
    """A list, text, table, picture or link follows before the next heading."""
    return passed() if promise.is_kept else failed("nothing", text=promise.text[-120:])


def examples() -> dict[str, Content]:
    from a11ycheck.documents.content import ListItem

    text = "Här kan du läsa om de tankar som deltagarna delade med sig av:"
    sentence = Paragraph(text)
    return {
        "failed nothing": Content.of(sentence, Heading(2, "Bakgrund")),
        "failed nothing, at the end": Content.of(sentence),
        "failed nothing, a link in the sentence": Content.of(
            sentence, Link("läsa", "https://example.org", around=text), Heading(2, "Bakgrund")
        ),
        "passed": Content.of(sentence, ListItem("Snabba möten")),
        "passed, a link": Content.of(sentence, Link("Skriften", "https://example.org")),
        "inapplicable, a label": Content.of(Paragraph("Datum/tid:")),
        "inapplicable, an answer": Content.of(Paragraph("Den 3 maj 2026 kl. 16 skrev Bo Ek att han skrev:")),
        "inapplicable, a greeting": Content.of(Paragraph("Hej alla:")),
    }
