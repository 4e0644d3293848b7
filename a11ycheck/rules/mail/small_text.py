"""Text in a mail is large enough.

No success criterion has a smallest size; so this rule meets no clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.mail.model import Mail
from a11ycheck.documents.markup.model import StyledText

FEWEST_LETTERS = 20


def smallest(mail: Mail) -> Iterator[StyledText]:
    """The smallest style with more than a word or two, once for a mail."""
    texts = (
        [each for each in mail.html.styled if len(each.text) >= FEWEST_LETTERS]
        if mail.html is not None
        else []
    )
    if texts:
        yield min(texts, key=lambda each: each.size)


@rule(
    document=Mail,
    each=smallest,
    title=Text("Text in a mail is large enough", "Text i mejlet är tillräckligt stor"),
    why=Text(
        "Small print is lost on everyone who sees poorly, and on anyone with a phone in the hand.",
        "Liten text går förlorad för alla som ser dåligt, och för den som läser i telefonen.",
    ),
    who=(People.LOW_VISION, People.READING),
    fix=Fix(
        Text("Make the text at least 12 points large.", "Gör texten minst 12 punkter stor."),
        outlook=Text(
            "Select the text and choose a larger size on the Format Text tab.",
            "Markera texten och välj en större storlek på fliken Formatera text.",
        ),
    ),
    messages={
        "small": Text(
            "“{text}” is {size} pixels, at least {least} are recommended.",
            "”{text}” är {size} bildpunkter, minst {least} rekommenderas.",
        ),
    },
)
def small_text(text: StyledText, *, least: int = 12) -> Outcome:
    """It is at least ``least`` CSS pixels, which mail templates take as their smallest print. The limit is our own."""
    return (
        passed()
        if text.size >= least
        else failed("small", text=text.text, size=round(text.size, 1), least=least)
    )


def examples() -> dict[str, Mail]:
    from a11ycheck import Where
    from a11ycheck.documents.markup.model import Markup

    def mail(size: float, text: str = "Du får det här mejlet för att du är medlem.") -> Mail:
        return Mail("Nyhetsbrev", html=Markup(styled=(StyledText(Where(), text, size=size),), text=text))

    return {
        "failed small": mail(9.0),
        "passed": mail(12.0),
        "inapplicable, a word": mail(9.0, "MUCF"),
        "inapplicable, plain text": Mail("Nyhetsbrev", plain="Hej!"),
    }
