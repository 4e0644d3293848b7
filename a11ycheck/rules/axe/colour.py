"""Text and links stand out from what is around them (axe-core's rules on colour)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed
from a11ycheck.documents.colour_contrast import rounded_down
from a11ycheck.documents.page.axe_results import OVER_SOMETHING, AxeTarget, axe, certain
from a11ycheck.documents.page.contrast import Contrasts, PicturedText
from a11ycheck.documents.page.driven import Driven, Undriven
from a11ycheck.documents.page.model import Page
from a11ycheck.rules.axe_verdicts import about, every, page_with, pages

LEAST = {7.0: 4.5, 4.5: 3.0}
"""The contrast that level AA needs where level AAA needs the other (WCAG 1.4.3 and 1.4.6)."""

LEAST_LETTERS = 0.1
"""Of the signs in a text; the limit is ours."""

IN_PIXELS = re.compile(r"\((\d{1,5}(?:\.\d{1,2})?)\d*px\)")


def is_text(target: AxeTarget) -> bool:
    """It has letters or figures: rows of dashes and stars with hardly any express nothing in a human language."""
    signs = "".join((target.words or "").split())
    return not signs or sum(map(str.isalnum, signs)) >= LEAST_LETTERS * len(signs)


def seen(target: AxeTarget) -> bool:
    """The contrast was measured, or a person can judge it."""
    return is_text(target) and (certain(target) or target.text("messageKey") in OVER_SOMETHING)


def measured(target: AxeTarget) -> bool:
    """The contrast was measured; ``color-contrast`` asks about the other places."""
    return is_text(target) and certain(target)


def settled(page: Page) -> Iterator[AxeTarget]:
    """The texts, with what pictures of the page told where axe-core could not tell."""
    return _settled(axe("color-contrast", seen)(page), _pictures_of(page).texts)


def settled_enhanced(page: Page) -> Iterator[AxeTarget]:
    """The same for level AAA, of which axe-core does not say where it could not tell."""
    yield from axe("color-contrast-enhanced", measured)(page)
    unclear = (one for one in page.axe.get("color-contrast", ()) if is_text(one) and not certain(one))
    yield from filter(certain, _settled(unclear, _pictures_of(page).enhanced))


def _pictures_of(page: Page) -> Contrasts:
    driven = None if isinstance(page.driven, Undriven) else page.driven
    return (driven and driven.contrast) or Contrasts()


def _settled(targets: Iterable[AxeTarget], texts: Iterable[PicturedText]) -> Iterator[AxeTarget]:
    pictured = {text.path: text for text in texts}
    for target in targets:
        told = None if certain(target) else pictured.get(target.path)
        yield replace(target, **_as_measured(told)) if told else target


def _as_measured(text: PicturedText) -> dict[str, Any]:
    """What pictures told, named as axe-core names what it measures."""
    if not text.lost:
        return {"status": "passed"}
    data = {
        "lost": text.lost,
        "contrastRatio": text.ratio,
        "expectedContrastRatio": text.needed,
        "fontSize": f"({text.size:g}px)",
        "fgColor": text.foreground,
        "bgColor": text.background,
    }
    return {"status": "failed", "data": data}


about_contrast = partial(
    about,
    why=Text(
        "Pale text disappears for someone with low vision, and for anyone with a poor screen or the sun on it.",
        "Blek text försvinner för den som ser dåligt, och för alla med en dålig skärm eller solen på den.",
    ),
    who=(People.LOW_VISION,),
    fix=Fix(
        Text(
            "Make the text darker or its background lighter, or the other way round on a dark background. Colours that "
            "belong to the template are changed by whoever builds the site.",
            "Gör texten mörkare eller bakgrunden ljusare, eller tvärtom på mörk bakgrund. Färger som hör till mallen "
            "ändras av den som bygger webbplatsen.",
        ),
        web=Text(
            "Change color or background-color in the style sheet. Put a plain surface behind text on a picture.",
            "Ändra color eller background-color i stilmallen. Lägg en enfärgad yta bakom text som står på en bild.",
        ),
    ),
)
LOW = Text(
    "The text has a contrast of {ratio}:1; at least {needed}:1 is needed for {size} px. The colour is {foreground} on "
    "{background}.",
    "Texten har kontrasten {ratio}:1, minst {needed}:1 krävs för {size} px. Färgen är {foreground} på {background}.",
)

LOW_ON_PICTURE = Text(
    "{share} % of the text is hard to read on the picture or colours behind it: a contrast of {ratio}:1 ({foreground} "
    "on {background}); at least {needed}:1 is needed for {size} px.",
    "{share} % av texten är svår att läsa mot bilden eller färgerna bakom: kontrasten är {ratio}:1 ({foreground} på "
    "{background}), minst {needed}:1 krävs för {size} px.",
)


def low(text: AxeTarget) -> Outcome:
    """The failure, with what was measured: a ratio is rounded down, so that it never seems to reach what is needed."""
    foreground, background = text.text("fgColor"), text.text("bgColor")
    shadow = text.text("shadowColor")
    if text.text("messageKey") == "fgOnShadowColor":
        background = shadow
    elif text.text("messageKey") == "shadowOnBgColor":
        foreground = shadow
    pixels = IN_PIXELS.search(text.text("fontSize"))
    part = {"share": max(1, round(100 * text.number("lost")))} if text.number("lost") else {}
    return failed(
        "low-on-picture" if part else "low",
        **part,
        ratio=rounded_down(text.number("contrastRatio")),
        needed=text.number("expectedContrastRatio"),
        size=round(float(pixels[1])) if pixels else 0,
        foreground=foreground,
        background=background,
    )


@about_contrast(
    "color-contrast",
    "WCAG 1.4.3",
    "WCAG 1.4.6",
    "ACT afw4f7",
    "ACT 09o5cg",
    each=settled,
    title=Text("Text stands out from the page", "Text syns tydligt mot sidan"),
    messages={
        "low": LOW,
        "low-on-picture": LOW_ON_PICTURE,
        "on-picture": Text(
            "The text stands on a picture or on several colours. Can all of it be read with ease?",
            "Texten står på en bild eller på flera färger. Går allt lätt att läsa?",
        ),
        "partly": Text(
            "Parts of the text are hard to read on the picture or colours behind it.",
            "Delar av texten är svåra att läsa mot bilden eller färgerna bakom.",
        ),
    },
)
def color_contrast(text: AxeTarget) -> Outcome:
    """The contrast is 4.5:1, or 3:1 for large text; over pictures and gradients it is measured on
    pictures of the page, and where that does not settle it, a person sees that it will do."""
    if text.status == "passed":
        return passed()
    if text.status == "incomplete":
        return ask("on-picture", yes=passed(), no=failed("partly"))
    return low(text)


@about_contrast(
    "color-contrast-enhanced",
    "WCAG 1.4.6",
    "ACT 09o5cg",
    each=settled_enhanced,
    title=Text("Text stands out clearly from the page", "Text syns mycket tydligt mot sidan"),
    messages={"low": LOW, "low-on-picture": LOW_ON_PICTURE},
)
def color_contrast_enhanced(text: AxeTarget) -> Outcome:
    """The contrast is 7:1, or 4.5:1 for large text. Text that does not even reach level AA is ``color_contrast``'s."""
    if text.status == "passed":
        return passed()
    least = LEAST.get(text.number("expectedContrastRatio"), 0.0)
    return passed() if text.number("contrastRatio") < least else low(text)


@about(
    "link-in-text-block",
    "WCAG 1.4.1",
    heard=every,
    title=Text("Links in text are told by more than colour", "Länkar i text syns på mer än färgen"),
    why=Text(
        "Someone who does not tell colours apart cannot see which words are a link.",
        "Den som inte skiljer färger åt kan inte se vilka ord som är en länk.",
    ),
    who=(People.COLOUR_BLIND, People.LOW_VISION),
    fix=Fix(
        Text(
            "Let links in text be underlined. The template decides it: ask whoever builds the site.",
            "Låt länkar i text vara understrukna. Mallen avgör det: be den som bygger webbplatsen.",
        ),
        web=Text(
            "Write text-decoration: underline for links in text in the style sheet.",
            "Skriv text-decoration: underline för länkar i text i stilmallen.",
        ),
    ),
    messages={
        "only-colour": Text(
            "The link differs from the text around it by colour alone, with a contrast of {ratio}:1 to it; at least "
            "3:1 or an underline is needed.",
            "Länken skiljer sig från texten runt om bara på färgen, med kontrasten {ratio}:1 mot den; minst 3:1 eller "
            "en understrykning krävs.",
        ),
        "can-it-be-told": Text(
            "Can the link be told from the text around it by someone who does not see its colour?",
            "Går länken att skilja från texten runt om för den som inte ser dess färg?",
        ),
        "cannot-be-told": Text(
            "The link cannot be told from the text around it without its colour.",
            "Länken går inte att skilja från texten runt om utan dess färg.",
        ),
    },
)
def link_in_text_block(link: AxeTarget) -> Outcome:
    """A link in running text is underlined or the like, or has a contrast of 3:1 to the text (technique G183)."""
    if link.status == "passed":
        return passed()
    if link.status == "incomplete":
        return ask("can-it-be-told", yes=passed(), no=failed("cannot-be-told"))
    return failed("only-colour", ratio=rounded_down(link.number("contrastRatio")))


def examples() -> dict[str, dict[str, Page]]:
    normal, enhanced, link = "color-contrast", "color-contrast-enhanced", "link-in-text-block"
    grey: dict[str, str | float] = {
        "fgColor": "#777777",
        "bgColor": "#ffffff",
        "contrastRatio": 4.48,
        "fontSize": "12.0pt (16px)",
        "expectedContrastRatio": "4.5:1",
    }
    shadow = {"shadowColor": "#eeeeee"}

    def low_for(rule: str, words: str | None = "Kallelse", **more: str | float) -> Page:
        return page_with(rule, AxeTarget(words=words, checks=(rule,), data={**grey, **more}))

    def unmeasured(key: str, *pictured: PicturedText) -> Page:
        target = AxeTarget(status="incomplete", checks=(normal,), data={"messageKey": key}, path="0.1.0")
        return Page.of(
            axe={normal: (target,), enhanced: ()}, driven=Driven(contrast=Contrasts(pictured, pictured))
        )

    undriven = unmeasured("bgImage")
    undriven.driven = Undriven()
    half = PicturedText("0.1.0", 0.5, 1.4, 4.5, 16.0, "#ffffff", "#d8d8d8")
    nearly = PicturedText("0.1.0", 1.0, 5.2, 7.0, 16.0, "#ffffff", "#6b6b6b")
    whole = PicturedText("0.1.0", 0.0, 7.1, 4.5, 16.0, "#ffffff", "#555555")

    return {
        "color_contrast": {
            "failed low": low_for(normal),
            "failed low, the text stands in elements within": low_for(normal, words=""),
            "failed low, on its own shadow": low_for(normal, messageKey="fgOnShadowColor", **shadow),
            "failed low, a shadow on the background": low_for(normal, messageKey="shadowOnBgColor", **shadow),
            "failed low-on-picture": unmeasured("bgImage", half),
            "passed, on a picture": unmeasured("bgImage", whole),
            "cannot-tell on-picture": unmeasured("bgImage"),
            "cannot-tell on-picture, in a browser that cannot be driven": undriven,
            "passed": page_with(normal, AxeTarget(status="passed")),
            "inapplicable, no letter or figure": low_for(normal, words="--- *** ---"),
            "failed low, a single figure": low_for(normal, words="(1) –"),
            "inapplicable, covered for the moment": unmeasured("elmPartiallyObscured"),
        },
        "color_contrast_enhanced": {
            "failed low": low_for(enhanced, contrastRatio=5.74, expectedContrastRatio="7:1"),
            "failed low, large": low_for(enhanced, contrastRatio=3.6, expectedContrastRatio="4.5:1"),
            "failed low-on-picture": unmeasured("bgImage", nearly),
            "passed": page_with(enhanced, AxeTarget(status="passed")),
            "passed, for the other rule": low_for(enhanced, contrastRatio=3.65, expectedContrastRatio="7:1"),
            "inapplicable, the other rule asks": unmeasured("bgGradient"),
        },
        "link_in_text_block": pages(
            link,
            {
                "failed only-colour": AxeTarget(checks=(link,), data={"contrastRatio": 1.3}),
                "cannot-tell can-it-be-told": AxeTarget(status="incomplete", checks=(link,)),
            },
        ),
    }
