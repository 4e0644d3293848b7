"""The words of an alternative text are well chosen.

WCAG asks for words that serve the same purpose as the picture, and says nothing of how many they are or how they
begin; so this rule meets no clause. Whether there are words at all is for content-picture-alt to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.content import Content, Paragraph, Picture
from a11ycheck.text.words import is_file_name

BEGINS_IN_VAIN = re.compile(
    r"""
    (?: (?:an?|the|this|en|ett|den\ här)\ )?
    (?: (?:picture|image|graphic)\ (?:of|showing|that\ shows|shows|depicts|depicting)
      | (?:bild|bilden)\ (?:på|av|som\ visar|som\ föreställer|visar|föreställer)
      | på\ bilden\ (?:syns|ser\ man|ser\ vi|ser\ du)
      | in\ (?:the|this)\ (?:picture|image)\ (?:we|you)\ (?:can\ )?see
      | bilde?(?:t)?\ (?:av|viser|som\ viser) | billede(?:t)?\ (?:af|viser|der\ viser)
      | kuvassa\ (?:on|näkyy) | (?:ein\ )?bild\ von | (?:une\ )?image\ (?:de|du|des|d'un|d'une)
      | (?:una\ )?imagen\ (?:de|del) )\b
    """,
    re.VERBOSE,
)
"""Words that a screen reader has said already, in the languages that a11ycheck.text guesses."""
FIGURE_NUMBER = re.compile(r"(?:figure?|fig|bild|diagram|chart|image|picture)\W{0,2}\d{1,3}\W{1,3}")


@dataclass(frozen=True, slots=True)
class Worded:
    """A picture whose alternative text is words, with the text of the paragraphs before and after it."""

    picture: Picture
    beside: tuple[str, ...]

    @property
    def where(self) -> Where:
        return self.picture.where


def pictures_with_words(document: Content) -> list[Worded]:
    blocks = document.blocks
    return [
        Worded(
            block,
            tuple(
                near.text
                for near in (*blocks[max(place - 1, 0) : place], *blocks[place + 1 : place + 2])
                if isinstance(near, Paragraph)
            ),
        )
        for place, block in enumerate(blocks)
        if isinstance(block, Picture)
        and not block.decorative
        and (block.alt or "").strip()
        and not is_file_name(block.alt or "")
    ]


@rule(
    document=Content,
    each=pictures_with_words,
    title=Text("Alternative texts are well worded", "Alternativtexter är väl formulerade"),
    why=Text(
        "A screen reader says “picture” by itself and cannot pause in an alternative text; what is said twice or "
        "goes on for long wears the listener out.",
        "Skärmläsaren säger ”bild” av sig själv och kan inte pausa mitt i en alternativtext; det som sägs två gånger "
        "eller pågår länge tröttar ut den som lyssnar.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Begin with what the picture shows and keep it to a sentence or two. Move what takes more words to the "
            "text beside it. A picture that the text beside it says all about can be marked as decorative.",
            "Börja med det som bilden visar och håll dig till en eller två meningar. Flytta det som kräver fler ord "
            "till texten bredvid. En bild som texten bredvid säger allt om kan markeras som dekorativ.",
        ),
        word=Text(
            "Right-click the picture, choose View Alt Text and change the text there.",
            "Högerklicka på bilden, välj Visa alternativtext och ändra texten där.",
        ),
        powerpoint=Text(
            "Right-click the picture, choose View Alt Text and change the text there.",
            "Högerklicka på bilden, välj Visa alternativtext och ändra texten där.",
        ),
        libreoffice=Text(
            "Right-click the picture, choose Properties, and change what stands under Alternative on the Options tab.",
            "Högerklicka på bilden, välj Egenskaper och ändra det som står under Alternativ på fliken Alternativ.",
        ),
        indesign=Text(
            "Select the picture, choose Object > Object Export Options, and change the text on the Alt Text tab.",
            "Markera bilden, välj Objekt > Exportalternativ för objekt och ändra på fliken Alternativ text.",
        ),
        web=Text("Change it in the picture's alt attribute.", "Ändra den i bildens alt-attribut."),
    ),
    messages={
        "begins": Text(
            "The alternative text “{alt}” begins by saying that it is a picture, which the screen reader says already.",
            "Alternativtexten ”{alt}” börjar med att det är en bild, vilket skärmläsaren redan säger.",
        ),
        "long": Text(
            "The alternative text is {count} characters long, at most {longest} are recommended: “{alt}”.",
            "Alternativtexten är {count} tecken lång, högst {longest} rekommenderas: ”{alt}”.",
        ),
        "short": Text(
            "The alternative text “{alt}” is too short to tell what the picture shows.",
            "Alternativtexten ”{alt}” är för kort för att berätta vad bilden visar.",
        ),
        "repeats": Text(
            "The alternative text repeats the paragraph beside the picture, “{alt}”, which is then read twice.",
            "Alternativtexten upprepar stycket bredvid bilden, ”{alt}”, som då läses upp två gånger.",
        ),
    },
)
def picture_alt_words(described: Worded, *, longest: int = 250, shortest: int = 3) -> Outcome:
    """It has ``shortest`` to ``longest`` characters, does not begin with “picture of”, and says more than the
    paragraph before or after the picture.

    250 characters are two long sentences; the limits are our own.
    """
    alt = " ".join((described.picture.alt or "").split())
    if len(alt) < shortest:
        return failed("short", alt=alt)
    if said(alt) and said(alt) in map(said, described.beside):
        return failed("repeats", alt=alt[:100])
    if BEGINS_IN_VAIN.match(alt.casefold()):
        return failed("begins", alt=alt[:100])
    if len(alt) > longest:
        return failed("long", alt=alt[:100] + "…", count=len(alt), longest=longest)
    return passed()


def said(text: str) -> str:
    """The words as they sound: without case, marks, and a figure's number."""
    folded = text[:2000].casefold()
    numbered = FIGURE_NUMBER.match(folded)
    return " ".join(re.findall(r"\w+", folded[numbered.end() :] if numbered else folded))


def examples() -> dict[str, Content]:
    bars = "Stapeldiagram: antalet deltagare växer från 140 år 2016 till 640 år 2024."
    return {
        "failed begins": Content.of(Picture("Bild på fyra personer vid ett bord")),
        "failed begins, in English": Content.of(Picture("An image of four people at a table")),
        "failed long": Content.of(Picture("Fyra personer sitter vid ett bord och samtalar. " * 6)),
        "failed short": Content.of(Picture("x")),
        "failed repeats": Content.of(
            Picture("Fyra möts på nätet."), Paragraph("Figur 1. Fyra möts på nätet")
        ),
        "passed": Content.of(Paragraph("Allt fler är med."), Picture(bars), Paragraph("Figur 1. Deltagare")),
        "passed, the word is part of what it shows": Content.of(Picture("Bildskärm med fyra personer")),
        "inapplicable, a file name": Content.of(Picture("IMG_2041.jpeg")),
        "inapplicable, no words": Content.of(Picture(None)),
        "inapplicable, decorative": Content.of(Picture("x", decorative=True)),
    }
