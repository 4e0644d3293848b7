"""Readers may change how the document looks.

Fonts, colours and spacing can be changed by other means than editing, so no clause is failed for sure; the rule meets
none.
"""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.office.model import Office, Protection


@rule(
    document=Office,
    each=Office.itself,
    title=Text("The document can be adapted by its reader", "Läsaren kan anpassa dokumentet"),
    why=Text(
        "Someone who needs larger text, another font or more space between the lines cannot change it where editing "
        "is restricted.",
        "Den som behöver större text, ett annat typsnitt eller mer luft mellan raderna kan inte ändra det när "
        "redigeringen är begränsad.",
    ),
    who=(People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Take away the restriction. Mark the document as final, or send a PDF too, if it should not be changed.",
            "Ta bort begränsningen. Markera dokumentet som slutgiltigt, eller skicka en pdf också, om det inte ska "
            "ändras.",
        ),
        word=Text(
            "Choose Review > Restrict Editing and stop the protection there.",
            "Välj Granska > Begränsa redigering och ta bort skyddet där.",
        ),
        powerpoint=Text(
            "Choose File > Save As > Tools > General Options and empty the password to modify.",
            "Välj Arkiv > Spara som > Verktyg > Allmänna alternativ och töm lösenordet för ändringar.",
        ),
        libreoffice=Text(
            "Choose Edit > Edit Mode, and untick Open file read-only under File > Properties > Security.",
            "Välj Redigera > Redigeringsläge, och ta bort krysset för skrivskyddad fil under Arkiv > Egenskaper > "
            "Säkerhet.",
        ),
    ),
    messages={
        "restricted": Text(
            "Editing is restricted, so that readers cannot change fonts, sizes and colours.",
            "Redigeringen är begränsad, så att läsaren inte kan ändra typsnitt, storlek och färger.",
        ),
    },
)
def doc_edit_protection(document: Office) -> Outcome:
    """Editing is not restricted, or only to filling in a form."""
    return passed() if document.protection.edit in ("", "forms") else failed("restricted")


def examples() -> dict[str, Office]:
    return {
        "failed restricted": Office(protection=Protection("read-only")),
        "passed": Office(),
        "passed, a form": Office(protection=Protection("forms")),
        "passed, marked as final": Office(protection=Protection(final=True)),
    }
