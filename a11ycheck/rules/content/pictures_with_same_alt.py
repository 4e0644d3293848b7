"""Different pictures have different alternative texts."""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.content import Content, Picture
from a11ycheck.outcome import Box
from a11ycheck.text.words import is_file_name

ICON = 72.0
"""Points, an inch: a picture smaller than that both ways is a sign, such as “Note”, often drawn in several ways."""


@dataclass(frozen=True, slots=True)
class Alike:
    """An alternative text, the first picture that has it, and how many different pictures do."""

    alt: str
    where: Where
    pictures: int


def alternative_texts(document: Content) -> list[Alike]:
    """Each alternative text of pictures that can be told apart, once."""
    first: dict[str, Picture] = {}
    contents: dict[str, set[str]] = {}
    for picture in document.pictures():
        alt = " ".join((picture.alt or "").split())
        if alt and picture.content and not is_file_name(alt) and not is_icon(picture.where.box):
            first.setdefault(alt.casefold(), picture)
            contents.setdefault(alt.casefold(), set()).add(picture.content)
    return [
        Alike(picture.alt or "", _where(picture, contents[alt]), len(contents[alt]))
        for alt, picture in first.items()
    ]


def is_icon(box: Box | None) -> bool:
    return box is not None and box.right - box.left < ICON and box.bottom - box.top < ICON


def _where(picture: Picture, contents: set[str]) -> Where:
    # An answer is about these very pictures.
    return Where(picture.where.steps, anchor("same alt", picture.alt, *sorted(contents)), picture.where.box)


@rule(
    document=Content,
    each=alternative_texts,
    meets=("WCAG 1.1.1",),
    title=Text(
        "Different pictures have different alternative texts", "Olika bilder har olika alternativtexter"
    ),
    why=Text(
        "An alternative text that was copied from another picture tells the listener something that is not there.",
        "En alternativtext som är kopierad från en annan bild berättar om något annat än det som bilden visar.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Look at each of the pictures and write what that very picture shows.",
            "Titta på var och en av bilderna och skriv vad just den visar.",
        ),
        word=Text(
            "Right-click each picture, choose View Alt Text and change the text there.",
            "Högerklicka på varje bild, välj Visa alternativtext och ändra texten där.",
        ),
        powerpoint=Text(
            "Right-click each picture, choose View Alt Text and change the text there.",
            "Högerklicka på varje bild, välj Visa alternativtext och ändra texten där.",
        ),
        web=Text("Change it in each picture's alt attribute.", "Ändra den i varje bilds alt-attribut."),
    ),
    messages={
        "same": Text(
            "Different pictures have the same alternative text, “{alt}”. Number of pictures: {pictures}. Is it true "
            "of all of them?",
            "Olika bilder har samma alternativtext, ”{alt}”. Antal bilder: {pictures}. Stämmer den på alla?",
        ),
        "copied": Text(
            "The alternative text “{alt}” stands on several pictures and is not true of all of them.",
            "Alternativtexten ”{alt}” står på flera bilder och stämmer inte på alla.",
        ),
    },
)
def pictures_with_same_alt(alike: Alike) -> Outcome:
    """It belongs to one picture, however many times that is shown, or a person finds that it is true of all."""
    if alike.pictures < 2:
        return passed()
    return ask(
        "same",
        alt=alike.alt[:100],
        pictures=alike.pictures,
        yes=passed(),
        no=failed("copied", alt=alike.alt[:100]),
    )


def examples() -> dict[str, Content]:
    small = Where(box=Box(1, 0, 0, 24, 24))
    return {
        "cannot-tell same": Content.of(
            Picture("Deltagare", content="a1"), Picture("deltagare ", content="b2")
        ),
        "passed, one picture shown twice": Content.of(
            Picture("Föreningens märke", content="a1"), Picture("Föreningens märke", content="a1")
        ),
        "passed": Content.of(Picture("Deltagare 2016", content="a1"), Picture("Märke", content="b2")),
        "inapplicable, pictures cannot be told apart": Content.of(Picture("Foto"), Picture("Foto")),
        "inapplicable, signs": Content.of(
            Picture("Obs", content="a1", where=small), Picture("Obs", content="b2", where=small)
        ),
        "inapplicable, no words": Content.of(Picture(None, content="a1"), Picture("", content="b2")),
        "inapplicable, file names": Content.of(
            Picture("bild1.png", content="a1"), Picture("bild1.png", content="b2")
        ),
    }
