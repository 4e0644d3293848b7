"""The page can be enlarged, turned and spaced, and stands still (axe-core's rules on zoom and motion)."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.page.axe_results import AxeTarget, axe, certain
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.rules.axe_verdicts import IN_THE_TEMPLATE, about, judged, page_with, pages

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_OF_CONTENT = 1_000
NUMBER = re.compile(r"[+-]?\.?\d")

ZOOM_WHY = Text(
    "Someone with low vision cannot enlarge the text on the phone by spreading two fingers.",
    "Den som ser dåligt kan inte förstora texten i mobilen genom att dra isär två fingrar.",
)
ZOOM_FIX = Fix(
    IN_THE_TEMPLATE,
    web=Text(
        'Write <meta name="viewport" content="width=device-width, initial-scale=1"> and nothing more.',
        'Skriv <meta name="viewport" content="width=device-width, initial-scale=1"> och inget mer.',
    ),
)
STILL = Fix(
    Text("Take the effect away and write ordinary text.", "Ta bort effekten och skriv vanlig text."),
    web=Text(
        "Take away the tags <blink> and <marquee> and keep the text.",
        "Ta bort taggarna <blink> och <marquee> och behåll texten.",
    ),
)

SCALE_WORDS = frozenset({"device-width", "device-height", "yes"})
"""Words that are values of maximum-scale; "yes" counts as 1, which axe-core fails."""


def viewports(page: Page) -> Iterator[AxeTarget]:
    """What axe-core judged, and settings with a word that it lets pass though browsers take it for no zoom at all."""
    yield from axe("meta-viewport")(page)
    for element in page.main.elements():
        if element.tag == "meta" and element.attribute("name").casefold() == "viewport":
            setting = not_understood(element.attribute("content"))
            if setting:
                yield AxeTarget(element.where, "failed", element.snippet, data={"values": setting})


def not_understood(content: str) -> str:
    """The setting that stops zoom by a word that no browser knows; empty when there is none.

    An unknown word is 0 for maximum-scale and "no" for user-scalable (CSS Device Adaptation 1, 11.5 and 11.6, 2016).
    """
    for setting in re.split(r"[;,]", content[:MOST_OF_CONTENT]):
        name, _, value = (part.strip().casefold() for part in setting.partition("="))
        known = NUMBER.match(value) or not value or value in SCALE_WORDS
        if name == "maximum-scale" and not known:
            return f"{name}={value}"
        if name == "user-scalable" and not known and value != "no":
            return f"{name}={value}"
    return ""


@rule(
    document=Page,
    each=viewports,
    meets=("WCAG 1.4.4", "ACT b4f0c3"),
    why=ZOOM_WHY,
    who=(People.LOW_VISION,),
    fix=ZOOM_FIX,
    title=Text("The page can be enlarged on a phone", "Sidan går att förstora i mobilen"),
    messages={
        "locked": Text(
            "The page stops readers from enlarging it: {values}.",
            "Sidan hindrar läsaren från att förstora den: {values}.",
        ),
    },
)
def meta_viewport(page: AxeTarget) -> Outcome:
    """The page allows zoom to twice the size."""
    return judged(page, "locked", "values")


@about(
    "meta-viewport-large",
    why=ZOOM_WHY,
    who=(People.LOW_VISION,),
    fix=ZOOM_FIX,
    title=Text("The page can be enlarged five times", "Sidan går att förstora fem gånger"),
    messages={
        "limited": Text(
            "The page can be enlarged, but less than five times the size.",
            "Sidan går att förstora, men mindre än fem gånger.",
        ),
    },
)
def meta_viewport_large(page: AxeTarget) -> Outcome:
    """The page allows zoom to five times the size."""
    return judged(page, "limited")


SPACINGS = {
    "important-letter-spacing": "letters",
    "important-word-spacing": "words",
    "important-line-height": "lines",
}


def holds_text(target: AxeTarget) -> bool:
    """The style reaches text of the element's own: what is inherited is not important and can be overridden."""
    return certain(target) and target.words != ""


@about(
    "avoid-inline-spacing",
    "WCAG 1.4.12",
    "ACT 24afc2",
    "ACT 9e45ec",
    "ACT 78fd32",
    heard=holds_text,
    title=Text("Readers can space the text out", "Läsaren kan glesa ut texten"),
    why=Text(
        "Someone who finds reading hard sets wider lines, words or letters in the browser, and this text does not "
        "follow.",
        "Den som har svårt att läsa ställer in större avstånd mellan rader, ord eller bokstäver i webbläsaren, och den "
        "här texten följer inte med.",
    ),
    who=(People.READING, People.LOW_VISION),
    fix=Fix(
        Text(
            "Clear the text's formatting in the web editor; text pasted from elsewhere may bring it along.",
            "Rensa textens formatering i webbredigeraren; text som klistras in från annat håll kan ha den med sig.",
        ),
        web=Text(
            "Take !important away from letter-spacing, word-spacing and line-height in the attribute style.",
            "Ta bort !important från letter-spacing, word-spacing och line-height i attributet style.",
        ),
    ),
    messages={
        "letters": Text(
            "The space between letters is locked at {percent} % of their size; at least {least} % is needed.",
            "Avståndet mellan bokstäver är låst till {percent} % av deras storlek, minst {least} % krävs.",
        ),
        "words": Text(
            "The space between words is locked at {percent} % of the letters' size; at least {least} % is needed.",
            "Avståndet mellan ord är låst till {percent} % av bokstävernas storlek, minst {least} % krävs.",
        ),
        "lines": Text(
            "The line height is locked at {percent} % of the letters' size; at least {least} % is needed.",
            "Radhöjden är låst till {percent} % av bokstävernas storlek, minst {least} % krävs.",
        ),
    },
)
def avoid_inline_spacing(text: AxeTarget) -> Outcome:
    """No inline style locks a spacing below what WCAG 1.4.12 asks for: 0.12, 0.16 and 1.5 times the letters' size."""
    if text.status == "passed":
        return passed()
    locked = next((say for check, say in SPACINGS.items() if check in text.checks), "letters")
    percent, least = (math.floor(text.number(name) * 100 + 1e-9) for name in ("value", "minValue"))
    return failed(locked, percent=percent, least=least)


@about(
    "css-orientation-lock",
    "WCAG 1.3.4",
    "ACT b33eff",
    title=Text("The page can be read upright and lying", "Sidan går att läsa både stående och liggande"),
    why=Text(
        "Someone whose phone or tablet is fixed, as on a wheelchair, cannot turn it to read.",
        "Den som har mobilen eller plattan fastsatt, till exempel på en rullstol, kan inte vrida den för att läsa.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        IN_THE_TEMPLATE,
        web=Text(
            "Take the rotation away from the rules for @media (orientation: …) in the style sheet.",
            "Ta bort vridningen ur reglerna för @media (orientation: …) i stilmallen.",
        ),
    ),
    messages={
        "turned": Text(
            "The page turns itself so that it can only be read with the screen held one way.",
            "Sidan vrider sig så att den bara går att läsa med skärmen hållen åt ett håll.",
        ),
    },
)
def css_orientation_lock(page: AxeTarget) -> Outcome:
    """No style sheet turns the page by a quarter when the screen is turned."""
    return judged(page, "turned")


@about(
    "blink",
    "WCAG 2.2.2",
    title=Text("No text blinks", "Ingen text blinkar"),
    why=Text(
        "Text that comes and goes is hard to read and takes the mind off all else.",
        "Text som kommer och går är svår att läsa och stör allt annat.",
    ),
    who=(People.READING, People.MOTION),
    fix=STILL,
    messages={"blinks": Text("The text is marked to blink.", "Texten är märkt för att blinka.")},
)
def blink(text: AxeTarget) -> Outcome:
    """There is no blink element."""
    return judged(text, "blinks")


@about(
    "marquee",
    "WCAG 2.2.2",
    title=Text("No text rolls by", "Ingen text rullar förbi"),
    why=Text(
        "Text that rolls by is gone before everyone has read it, and takes the mind off all else.",
        "Text som rullar förbi är borta innan alla har läst den och stör allt annat.",
    ),
    who=(People.READING, People.MOTION),
    fix=STILL,
    messages={
        "rolls": Text(
            "The text rolls by and cannot be stopped.", "Texten rullar förbi och går inte att stoppa."
        )
    },
)
def marquee(text: AxeTarget) -> Outcome:
    """There is no marquee element."""
    return judged(text, "rolls")


def examples() -> dict[str, dict[str, Page]]:
    def locked(check: str, value: float, least: float, words: str = "Kallelse") -> AxeTarget:
        return AxeTarget(words=words, checks=(check,), data={"value": value, "minValue": least})

    return {
        "meta_viewport": {
            **pages(
                "meta-viewport",
                {"failed locked": AxeTarget(checks=("meta-viewport",), data={"values": "user-scalable=no"})},
            ),
            "failed locked, by a word that no browser knows": Page.of(
                Element("meta", {"name": "viewport", "content": "maximum-scale=stor"}),
                axe={"meta-viewport": ()},
            ),
        },
        "meta_viewport_large": pages(
            "meta-viewport-large", {"failed limited": AxeTarget(checks=("meta-viewport-large",))}
        ),
        "avoid_inline_spacing": {
            **pages(
                "avoid-inline-spacing",
                {
                    "failed letters": locked("important-letter-spacing", 0.1, 0.12),
                    "failed words": locked("important-word-spacing", 0.1, 0.16),
                    "failed lines": locked("important-line-height", 1.2, 1.5),
                },
            ),
            "inapplicable, no text of its own": page_with(
                "avoid-inline-spacing", locked("important-line-height", 1.2, 1.5, words="")
            ),
        },
        "css_orientation_lock": pages(
            "css-orientation-lock", {"failed turned": AxeTarget(checks=("css-orientation-lock",))}
        ),
        "blink": pages("blink", {"failed blinks": AxeTarget(checks=("is-on-screen",))}),
        "marquee": pages("marquee", {"failed rolls": AxeTarget(checks=("is-on-screen",))}),
    }
