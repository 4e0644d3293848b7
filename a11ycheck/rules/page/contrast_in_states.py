"""Text stands out also where axe-core does not look: as a hint in a field, and while it is pointed at or has focus; and
so do the edges of fields."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text, failed, rule
from a11ycheck.documents.colour_contrast import rounded_down
from a11ycheck.documents.page.changes import Changes, FaintField, StateContrast, seen_to_change
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import Seen, called
from a11ycheck.documents.page.model import Element, Page

about_looks = partial(rule, document=Page, who=(People.LOW_VISION,))


def _low(contrast: StateContrast) -> Outcome:
    return failed(
        contrast.state,
        text=contrast.text,
        ratio=rounded_down(contrast.ratio),
        needed=contrast.needed,
        foreground=contrast.foreground,
        background=contrast.background,
    )


@about_looks(
    each=seen_to_change(lambda changes: (one for one in changes.contrasts if one.state == "placeholder")),
    meets=("WCAG 1.4.3",),
    title=Text("Hints in fields stand out", "Ledtexter i fält syns tydligt"),
    why=Text(
        "Someone with low vision cannot read what the field is for or how it is to be filled in.",
        "Den som ser dåligt kan inte läsa vad fältet är till för eller hur det ska fyllas i.",
    ),
    fix=Fix(
        Text(
            "Make the hint darker, or write it above the field instead.",
            "Gör ledtexten mörkare, eller skriv den ovanför fältet i stället.",
        ),
        web=Text(
            "Set color on ::placeholder in the style sheet.", "Ange color för ::placeholder i stilmallen."
        ),
    ),
    messages={
        "placeholder": Text(
            "The hint “{text}” has the contrast {ratio}:1 ({foreground} on {background}); at least {needed}:1 is "
            "needed.",
            "Ledtexten ”{text}” har kontrasten {ratio}:1 ({foreground} på {background}); minst {needed}:1 krävs.",
        ),
    },
)
def hint_contrast(hint: Seen[StateContrast]) -> Outcome:
    """The contrast of the placeholder is 4.5:1, or 3:1 for large text."""
    return _low(hint.fact)


@about_looks(
    each=seen_to_change(lambda changes: (one for one in changes.contrasts if one.state != "placeholder")),
    meets=("WCAG 1.4.3",),
    title=Text(
        "Links and buttons stand out when they are used", "Länkar och knappar syns tydligt när de används"
    ),
    why=Text(
        "Just when the pointer or the keyboard has come to it, someone with low vision cannot read it any more.",
        "Just när muspekaren eller tangentbordet har nått fram kan den som ser dåligt inte längre läsa texten.",
    ),
    fix=Fix(
        Text(
            "Choose darker colours for when links and buttons are pointed at or have focus. The template decides it.",
            "Välj mörkare färger för när länkar och knappar pekas på eller har fokus. Mallen avgör det.",
        ),
        web=Text(
            "Change color or background-color under :hover and :focus in the style sheet.",
            "Ändra color eller background-color under :hover och :focus i stilmallen.",
        ),
    ),
    messages={
        "hover": Text(
            "“{text}” has the contrast {ratio}:1 while it is pointed at ({foreground} on {background}); at least "
            "{needed}:1 is needed.",
            "”{text}” har kontrasten {ratio}:1 när muspekaren är på den ({foreground} på {background}); minst "
            "{needed}:1 krävs.",
        ),
        "focus": Text(
            "“{text}” has the contrast {ratio}:1 while it has focus ({foreground} on {background}); at least "
            "{needed}:1 is needed.",
            "”{text}” har kontrasten {ratio}:1 när den har fokus ({foreground} på {background}); minst {needed}:1 "
            "krävs.",
        ),
    },
)
def state_contrast(text: Seen[StateContrast]) -> Outcome:
    """What stands out at rest does so while it is pointed at and has focus."""
    return _low(text.fact)


@about_looks(
    each=seen_to_change(lambda changes: changes.faint),
    meets=("WCAG 1.4.11",),
    title=Text("Fields can be seen", "Fälten går att se"),
    why=Text(
        "Someone with low vision does not see where there is something to fill in.",
        "Den som ser dåligt ser inte var det finns något att fylla i.",
    ),
    fix=Fix(
        Text(
            "Give fields a darker edge, or a surface that differs clearly from the page.",
            "Ge fälten en mörkare kant, eller en yta som skiljer sig tydligt från sidan.",
        ),
        web=Text(
            "Set border-color in the style sheet; #767676 is enough on white.",
            "Ange border-color i stilmallen; #767676 räcker på vitt.",
        ),
    ),
    messages={
        "faint": Text(
            "The field “{name}” stands out only {ratio}:1 from the page; at least 3:1 is needed.",
            "Fältet ”{name}” har bara kontrasten {ratio}:1 mot sidan; minst 3:1 krävs.",
        ),
    },
)
def field_edges(field: Seen[FaintField]) -> Outcome:
    """The edge or the surface of an empty field, or of a box to tick that is no browser's own, has a contrast of 3:1 to
    what is around it."""
    return failed("faint", name=called(field.element), ratio=rounded_down(field.fact.ratio))


def examples() -> dict[str, dict[str, Page]]:
    def page(changes: Changes) -> Page:
        return Page.of(
            Element("input", {}, role="textbox", name="Ort", path="0.1.0"), driven=Driven(changes=changes)
        )

    def contrast(state: str) -> Page:
        low = StateContrast("0.1.0", state, 2.96, 4.5, "#949494", "#ffffff", "Ort")
        return page(Changes(contrasts=(low,)))

    return {
        "hint_contrast": {
            "failed placeholder": contrast("placeholder"),
            "inapplicable": contrast("hover"),
        },
        "state_contrast": {
            "failed hover": contrast("hover"),
            "failed focus": contrast("focus"),
            "inapplicable": contrast("placeholder"),
        },
        "field_edges": {
            "failed faint": page(Changes(faint=(FaintField("0.1.0", 1.36),))),
            "inapplicable": page(Changes()),
        },
    }
