"""Nothing that only held a place has been left in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.content import Content, Heading, ListItem, Paragraph, Table
from a11ycheck.text.fact_labels import is_put_off, labelled, placeholders

MOST = 20


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Words that hold a place, or (``later``) that put off what a label announces."""

    where: Where
    words: str
    later: bool = False


def left_over(document: Content) -> Iterator[Placeholder]:
    """Each placeholder once."""
    seen: set[str] = set()
    for where, text in _texts(document):
        for words in placeholders(text):
            if words not in seen and len(seen) < MOST:
                seen.add(words)
                yield Placeholder(Where(where.steps, anchor(words), where.box), words)
        for line in text.split("\n"):
            written = labelled(line)
            if written and is_put_off(written.value) and line not in seen and len(seen) < MOST:
                seen.add(line)
                yield Placeholder(Where(where.steps, anchor(line), where.box), line.strip(), later=True)


def _texts(document: Content) -> Iterator[tuple[Where, str]]:
    for block in document.blocks:
        if isinstance(block, (Paragraph, Heading, ListItem)):
            yield block.where, block.text
        elif isinstance(block, Table):
            yield from ((block.where, cell.text) for cell in block.cells())


@rule(
    document=Content,
    each=left_over,
    title=Text("Nothing is left to be filled in", "Inget är kvar att fylla i"),
    why=Text(
        "“[link]” or “TBA” is read out as if it meant something, and what was to stand there is missing for everyone.",
        "”[länk]” eller ”TBA” läses upp som om det betydde något, och det som skulle ha stått där saknas för alla.",
    ),
    who=(People.SCREEN_READER, People.NEW_LANGUAGE, People.EVERYONE),
    fix=Fix(
        Text(
            "Write what was to stand there. If it is not known yet, write on which day it will be.",
            "Skriv det som skulle ha stått där. Om det inte är klart än: skriv vilken dag det blir det.",
        ),
    ),
    messages={
        "left": Text("“{words}” has been left in the text.", "”{words}” är kvar i texten."),
        "later": Text(
            "“{words}”: do readers know when they will be told?",
            "”{words}”: vet läsarna när de får besked?",
        ),
        "undated": Text(
            "“{words}” does not say when readers will be told.",
            "”{words}” säger inte när läsarna får besked.",
        ),
    },
)
def placeholder_text(placeholder: Placeholder) -> Outcome:
    """There is none; of what is to be told later, without a day, a person knows whether readers know when."""
    if placeholder.later:
        no = failed("undated", words=placeholder.words)
        return ask("later", words=placeholder.words, yes=passed(), no=no)
    return failed("left", words=placeholder.words)


def examples() -> dict[str, Content]:
    return {
        "failed left": Content.of(Paragraph("Länk: [länk till mötet]")),
        "failed left, English": Content.of(Paragraph("Room: TBA")),
        "failed left, a time": Content.of(Paragraph("Vi ses den 24 maj kl. XX.")),
        "failed left, a text to fill in": Content.of(Heading(1, "Lorem ipsum dolor sit amet")),
        "cannot-tell later": Content.of(Paragraph("Plats: meddelas senare")),
        "inapplicable": Content.of(Paragraph("Länk: https://example.org")),
        "inapplicable, a day": Content.of(Paragraph("Länk: kommer senast den 20 maj")),
        "inapplicable, an instruction": Content.of(Paragraph("Fyll i formuläret och ange namn.")),
        "inapplicable, a Roman number": Content.of(Paragraph("Kapitel XX handlar om Gustav III.")),
    }
