"""An alternative text that a program wrote has been looked through.

Whether it says what the picture shows is for content-picture-alt to ask; the mark that it was never looked at is no
fault by a clause, so this rule meets none.
"""

from __future__ import annotations

from collections.abc import Iterable

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.content import Content, Picture

MARKS = (
    "description automatically generated",
    "automatically generated description",
    "description generated with",
    "ai-generated content may be incorrect",
    "automatiskt genererad beskrivning",
    "beskrivning genererad automatiskt",
    "ai-genererat innehåll kan vara",
    "automatisk generert beskrivelse",
    "ki-generert innhold kan",
    "automatisk genereret beskrivelse",
    "ai-genereret indhold kan",
    "kuvaus luotu automaattisesti",
    "automaattisesti luotu kuvaus",
    "tekoälyllä luotu sisältö voi",
    "automatisch generierte beschreibung",
    "ki-generierte inhalte können",
    "description générée automatiquement",
    "contenu généré par l'ia peut",
    "descripción generada automáticamente",
    "contenido generado por ia puede",
    "automatisch gegenereerde beschrijving",
    "descrizione generata automaticamente",
    "descrição gerada automaticamente",
)
"""What Microsoft's programs put after a text they have written, by the language of the program."""
LONGEST = 2_000
"""Characters that are searched."""


def pictures_with_alt(document: Content) -> Iterable[Picture]:
    return (picture for picture in document.pictures() if (picture.alt or "").strip())


@rule(
    document=Content,
    each=pictures_with_alt,
    title=Text(
        "Automatic alternative texts have been looked through", "Automatiska alternativtexter är genomlästa"
    ),
    why=Text(
        "A program that guesses says “a group of people” where the picture tells who they are and what they do, and "
        "that the text was generated is read out each time.",
        "Ett program som gissar skriver ”en grupp människor” där bilden berättar vilka de är och vad de gör, och att "
        "texten är genererad läses upp varje gång.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Read the text, write what the picture tells here, and take away the words that say it was generated.",
            "Läs texten, skriv vad bilden berättar här, och ta bort orden om att den är genererad.",
        ),
        word=steps.ALT_TEXT_IN_OFFICE,
        powerpoint=steps.ALT_TEXT_IN_OFFICE,
        libreoffice=steps.ALT_TEXT_IN_LIBREOFFICE,
        acrobat=steps.ALT_TEXT_IN_ACROBAT,
    ),
    messages={
        "generated": Text(
            "The alternative text was written by a program and not looked through: “{alt}”.",
            "Alternativtexten är skriven av ett program och inte genomläst: ”{alt}”.",
        ),
    },
)
def alt_auto_generated(picture: Picture) -> Outcome:
    """It has not the program's own mark that nobody has read it."""
    alt = " ".join((picture.alt or "")[:LONGEST].split())
    said = alt.casefold().replace("’", "'")
    return failed("generated", alt=alt) if any(mark in said for mark in MARKS) else passed()


def examples() -> dict[str, Content]:
    english = "A group of people sitting at a table\n\nDescription automatically generated"
    return {
        "failed generated": Content.of(Picture(english)),
        "failed generated, of late": Content.of(Picture("A chart AI-generated content may be incorrect.")),
        "failed generated, Swedish": Content.of(Picture("Bord Automatiskt genererad beskrivning")),
        "failed generated, French": Content.of(Picture("Le contenu généré par l’IA peut être incorrect.")),
        "passed": Content.of(Picture("Styrelsen samlad i Uppsala")),
        "inapplicable, no text": Content.of(Picture(alt=None)),
        "inapplicable, decorative": Content.of(Picture(english, decorative=True)),
    }
