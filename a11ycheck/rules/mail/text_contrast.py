"""Text in a mail stands out from its background, by the colours that the mail itself sets."""

from __future__ import annotations

import math
from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.mail.model import Mail
from a11ycheck.documents.markup.model import BLACK, WHITE, StyledText


def coloured(mail: Mail) -> Iterator[StyledText]:
    """Each style of text that sets a colour, of itself or its background, and whose colours are known."""
    if mail.html is not None:
        yield from (each for each in mail.html.styled if (each.colour, each.background) != (BLACK, WHITE))


@rule(
    document=Mail,
    each=coloured,
    meets=("WCAG 1.4.3",),
    title=Text("Text in a mail stands out from its background", "Text i mejlet syns tydligt mot bakgrunden"),
    why=Text(
        "Pale text disappears for someone with low vision, and for anyone with a poor screen or the sun on it.",
        "Blek text försvinner för den som ser dåligt, och för alla med en dålig skärm eller solen på den.",
    ),
    who=(People.LOW_VISION,),
    fix=Fix(
        Text(
            "Make the text darker or its background lighter, or the other way round on a dark background.",
            "Gör texten mörkare eller bakgrunden ljusare, eller tvärtom på mörk bakgrund.",
        ),
        outlook=Text(
            "Select the text and choose another Font Color on the Format Text tab.",
            "Markera texten och välj en annan teckenfärg på fliken Formatera text.",
        ),
    ),
    messages={
        "low": Text(
            "“{text}” has a contrast of {ratio}:1; at least {needed}:1 is needed. The colour is {colour} on "
            "{background}. Places with the same fault: {places}.",
            "”{text}” har kontrasten {ratio}:1, minst {needed}:1 krävs. Färgen är {colour} på {background}. "
            "Ställen med "
            "samma fel: {places}.",
        ),
    },
)
def text_contrast(text: StyledText) -> Outcome:
    """The ratio is at least 3 for text of 18 points or 14 bold, 4.5 for smaller text."""
    if text.ratio >= text.needed:
        return passed()
    return failed(
        "low",
        text=text.text,
        # 4.48 must not be written 4.5, which would do.
        ratio=math.floor(text.ratio * 10) / 10,
        needed=text.needed,
        colour=written(text.colour),
        background=written(text.background),
        places=text.places,
    )


def written(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def examples() -> dict[str, Mail]:
    from a11ycheck import Where
    from a11ycheck.documents.markup.model import Markup

    def mail(level: int, size: float = 16.0, bold: bool = False) -> Mail:
        text = StyledText(Where(), "Vi ses på nätet", (level, level, level), size=size, bold=bold)
        return Mail("Årsmöte", html=Markup(styled=(text,), text=text.text))

    return {
        "failed low": mail(0x99),
        "failed low, just under": mail(0x77),
        "failed low, large": mail(0x95, size=32),
        "passed": mail(0x76),
        "passed, large": mail(0x94, size=24),
        "passed, large and bold": mail(0x94, size=18.7, bold=True),
        "inapplicable, no colour is set": mail(0),
        "inapplicable, plain text": Mail("Årsmöte", plain="Hej!"),
    }
