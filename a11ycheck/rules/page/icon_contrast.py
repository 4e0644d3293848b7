"""Icons that stand alone in a link or button stand out."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, rule
from a11ycheck.documents.colour_contrast import rounded_down
from a11ycheck.documents.page.contrast import Contrasts, FaintIcon, seen_faint
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import Seen, called
from a11ycheck.documents.page.model import Element, Page


@rule(
    document=Page,
    each=seen_faint(lambda contrasts: contrasts.icons),
    meets=("WCAG 1.4.11",),
    title=Text("Icons that stand alone can be seen", "Ikoner som står ensamma går att se"),
    why=Text(
        "Someone with low vision does not see that there is something to press, nor what it is for.",
        "Den som ser dåligt ser inte att det finns något att trycka på, och inte vad det är till för.",
    ),
    who=(People.LOW_VISION,),
    fix=Fix(
        Text(
            "Make the icon darker or what is behind it lighter, or write beside it what the link or button does.",
            "Gör ikonen mörkare eller det som är bakom ljusare, eller skriv intill vad länken eller knappen gör.",
        ),
        web=Text(
            "Change color, fill or stroke of the icon in the style sheet; #949494 is just enough on white.",
            "Ändra ikonens color, fill eller stroke i stilmallen; #949494 räcker precis på vitt.",
        ),
    ),
    messages={
        "faint": Text(
            "The icon in “{name}” stands out only {ratio}:1 from what is behind it; at least 3:1 is needed.",
            "Ikonen i ”{name}” har bara kontrasten {ratio}:1 mot det som är bakom; minst 3:1 krävs.",
        ),
    },
)
def icon_contrast(icon: Seen[FaintIcon]) -> Outcome:
    """Some part of an icon that is all a link or button shows has a contrast of 3:1 to what it stands on; trade marks
    have the colours they have."""
    return failed("faint", name=called(icon.element), ratio=rounded_down(icon.fact.ratio))


def examples() -> dict[str, Page]:
    def page(*icons: FaintIcon) -> Page:
        button = Element("button", {"aria-label": "Sök"}, role="button", name="Sök", path="0.1.0")
        return Page.of(button, driven=Driven(contrast=Contrasts(icons=icons)))

    return {"failed faint": page(FaintIcon("0.1.0", 1.6)), "inapplicable": page()}
