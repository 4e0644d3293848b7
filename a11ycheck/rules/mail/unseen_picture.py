"""A picture that nobody sees has an empty alternative text.

It shuts nobody out by itself; so this rule meets no clause, and the pictures that are seen have rules of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, rule
from a11ycheck.documents.mail.model import Mail


@dataclass(frozen=True, slots=True)
class Spacers:
    """The pictures of a mail that nobody sees and that have no alt attribute."""

    where: Where
    count: int


def spacers(mail: Mail) -> Iterator[Spacers]:
    """One target for a mail, however many there are."""
    if mail.html is not None and mail.html.spacers:
        yield Spacers(mail.html.spacers[0].where, len(mail.html.spacers))


@rule(
    document=Mail,
    each=spacers,
    title=Text("Pictures that nobody sees are silent", "Bilder som ingen ser är tysta"),
    why=Text(
        "A screen reader may read out the address of a picture that is there only to make space or to count readers.",
        "Skärmläsaren kan läsa upp adressen till en bild som bara är till för att göra luft eller räkna läsare.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Remove the picture, or ask the maker of the template to give it an empty alternative text.",
            "Ta bort bilden, eller be den som gör mallen att ge den en tom alternativtext.",
        ),
        web=Text('Write alt="" on the <img>.', 'Skriv alt="" på elementet <img>.'),
    ),
    messages={
        "no-alt": Text(
            "Pictures that nobody sees and that have no alt attribute: {count}.",
            "Bilder som ingen ser och som saknar alt-attribut: {count}.",
        ),
    },
)
def unseen_picture(pictures: Spacers) -> Outcome:
    """There is none without an alt attribute."""
    return failed("no-alt", count=pictures.count)


def examples() -> dict[str, Mail]:
    from a11ycheck.documents.markup.model import Markup, Spacer

    return {
        "failed no-alt": Mail("Nyhetsbrev", html=Markup(spacers=(Spacer(Where()),))),
        "inapplicable": Mail("Nyhetsbrev", html=Markup(text="Hej!")),
    }
