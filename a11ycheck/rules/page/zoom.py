"""Text can be enlarged, put in a narrow window and spaced out, and is still there to be read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import Seen
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.documents.page.zoomed import Cut, NotEnlarged, Overlap, StickingOut, Zoomed, seen_when_zoomed

about_size = partial(rule, document=Page, who=(People.LOW_VISION,))

LET_IT_GROW = Fix(
    Text(
        "Let boxes grow with their text. The template decides it: ask whoever builds the site.",
        "Låt rutor växa med sin text. Mallen avgör det: be den som bygger webbplatsen.",
    ),
    web=Text(
        "Write min-height instead of height, and leave out overflow: hidden and white-space: nowrap.",
        "Skriv min-height i stället för height, och ta bort overflow: hidden och white-space: nowrap.",
    ),
)
CAN_IT_BE_READ = Text(
    "“{text}” is cut off. Can the rest be brought into view, or read elsewhere?",
    "”{text}” är avskuren. Går det att få fram resten, eller läsa den någon annanstans?",
)


def judged(cut: Cut) -> Outcome:
    """Certain where the box that cuts holds the text itself, was whole before, and has nothing that opens it."""
    wrong = failed("cut", text=cut.text)
    if cut.before or cut.opens or (cut.across and not cut.own):
        return ask("rest", text=cut.text, yes=passed(), no=wrong)
    return wrong


def _narrow(zoomed: Zoomed) -> Iterable[Cut | StickingOut]:
    return (*zoomed.sticking_out, *zoomed.narrow)


def _spaced(zoomed: Zoomed) -> Iterable[Cut | Overlap]:
    return (*zoomed.spaced, *zoomed.overlaps)


@about_size(
    each=seen_when_zoomed(lambda zoomed: zoomed.zoomed),
    meets=("WCAG 1.4.4", "ACT 59br37"),
    title=Text("Text is whole when the page is zoomed to 200 %", "Text är hel när sidan zoomas till 200 %"),
    why=Text(
        "Someone with low vision enlarges the page, and then part of the text is gone.",
        "Den som ser dåligt förstorar sidan, och då försvinner en del av texten.",
    ),
    fix=LET_IT_GROW,
    messages={
        "cut": Text(
            "At 200 %, “{text}” is cut off.",
            "Vid 200 % är ”{text}” avskuren.",
        ),
        "rest": CAN_IT_BE_READ,
    },
)
def zoomed_text(cut: Seen[Cut]) -> Outcome:
    """Only whole lines, and words with dots in their place, are cut off in a window of 640 by 512 CSS pixels."""
    return judged(cut.fact)


@about_size(
    each=seen_when_zoomed(lambda zoomed: zoomed.not_enlarged),
    meets=("WCAG 1.4.4",),
    title=Text("Text grows when the page is zoomed", "Text växer när sidan zoomas"),
    why=Text(
        "Someone with low vision zooms, and the text stays as small as it was.",
        "Den som ser dåligt zoomar, och texten förblir lika liten som förut.",
    ),
    fix=Fix(
        Text(
            "Let the size of the text not follow the width of the window alone. Ask whoever builds the site.",
            "Låt textens storlek inte följa enbart fönstrets bredd. Be den som bygger webbplatsen.",
        ),
        web=Text(
            "Give font-size in rem, or in calc() or clamp() with a part in rem, not in vw or vh alone.",
            "Ange font-size i rem, eller i calc() eller clamp() med en del i rem, inte i enbart vw eller vh.",
        ),
    ),
    messages={
        "small": Text(
            "At 200 %, “{text}” is only {times} times as large as at 100 %.",
            "Vid 200 % är ”{text}” bara {times} gånger så stor som vid 100 %.",
        ),
    },
)
def zoomed_text_grows(text: Seen[NotEnlarged]) -> Outcome:
    """Running text grows when the page is zoomed."""
    return failed("small", text=text.fact.text, times=text.fact.times)


@about_size(
    each=seen_when_zoomed(_narrow),
    meets=("WCAG 1.4.10",),
    title=Text("The page fits in a narrow window", "Sidan får plats i ett smalt fönster"),
    why=Text(
        "Someone who enlarges four times, or reads on a phone, has to scroll to and fro for each line.",
        "Den som förstorar fyra gånger, eller läser i mobilen, måste rulla fram och tillbaka för varje rad.",
    ),
    fix=Fix(
        Text(
            "Let columns and boxes become narrower, or stand below each other, when the window is narrow. The template "
            "decides it: ask whoever builds the site.",
            "Låt spalter och rutor bli smalare, eller ställa sig under varandra, när fönstret är smalt. Mallen avgör "
            "det: be den som bygger webbplatsen.",
        ),
        web=Text(
            "Write max-width instead of width, and let flex and grid wrap. Break long words with overflow-wrap: "
            "break-word or hyphens: auto.",
            "Skriv max-width i stället för width, och låt flex och grid radbryta. Bryt långa ord med overflow-wrap: "
            "break-word eller hyphens: auto.",
        ),
    ),
    messages={
        "sticks-out": Text(
            "In a window 320 pixels wide, as at 400 %, “{text}” ends {pixels} pixels outside it.",
            "I ett fönster som är 320 pixlar brett, som vid 400 %, slutar ”{text}” {pixels} pixlar utanför.",
        ),
        "cut": Text(
            "In a window 320 pixels wide, as at 400 %, “{text}” is cut off.",
            "I ett fönster som är 320 pixlar brett, som vid 400 %, är ”{text}” avskuren.",
        ),
        "rest": CAN_IT_BE_READ,
    },
)
def reflow(part: Seen[Cut | StickingOut]) -> Outcome:
    """At 320 CSS pixels nothing but tables, pictures, code and the like is wider than the window, and nothing is cut
    off that was not at 200 %."""
    fact = part.fact
    if isinstance(fact, StickingOut):
        return failed("sticks-out", text=fact.text, pixels=fact.pixels)
    return judged(fact)


@about_size(
    each=seen_when_zoomed(_spaced),
    meets=("WCAG 1.4.12",),
    title=Text("Text can be spaced out", "Text går att glesa ut"),
    why=Text(
        "Someone who sets more space between lines and letters to be able to read loses part of the text.",
        "Den som ökar avståndet mellan rader och bokstäver för att kunna läsa förlorar en del av texten.",
    ),
    fix=LET_IT_GROW,
    messages={
        "cut": Text(
            "With more space between lines and letters, “{text}” is cut off.",
            "Med större avstånd mellan rader och bokstäver är ”{text}” avskuren.",
        ),
        "rest": CAN_IT_BE_READ,
        "overlaps": Text(
            "With more space between lines and letters, “{text}” lies on “{other}”.",
            "Med större avstånd mellan rader och bokstäver ligger ”{text}” på ”{other}”.",
        ),
    },
)
def text_spacing(part: Seen[Cut | Overlap]) -> Outcome:
    """Nothing is cut off or lies on other text with line height 1.5, letters 0.12, words 0.16 and paragraphs 2 times
    the size of the text."""
    fact = part.fact
    if isinstance(fact, Overlap):
        return failed("overlaps", text=fact.text, other=part.named(fact.on))
    return judged(fact)


def examples() -> dict[str, dict[str, Page]]:
    cut = Cut("0.1.0", across=False, text="Välkommen till forumkonferensen")
    carousel = Cut("0.1.0", across=True, text="Talare", own=False)
    folded = Cut("0.1.0", across=False, text="Talare", opens=True)
    already = Cut("0.1.0", across=False, text="Talare", before=True)
    small = NotEnlarged("0.1.0", 1.0, "Välkommen till forumkonferensen")
    wide = StickingOut("0.1.0", 580, "Välkommen till forumkonferensen")
    overlap = Overlap("0.1.0", "0.1.1", "Välkommen till forumkonferensen")

    def page(zoomed: Zoomed) -> Page:
        return Page.of(
            Element("p", {}, "Välkommen till forumkonferensen", path="0.1.0"),
            Element("p", {}, "Anmälan", path="0.1.1"),
            driven=Driven(zoomed=zoomed),
        )

    well = page(Zoomed())
    return {
        "zoomed_text": {
            "failed cut": page(Zoomed(zoomed=(cut,))),
            "cannot-tell rest, it may be moved into view": page(Zoomed(zoomed=(carousel,))),
            "cannot-tell rest, a button may open it": page(Zoomed(zoomed=(folded,))),
            "cannot-tell rest, cut off already": page(Zoomed(zoomed=(already,))),
            "inapplicable": well,
        },
        "zoomed_text_grows": {
            "failed small": page(Zoomed(not_enlarged=(small,))),
            "inapplicable": well,
        },
        "reflow": {
            "failed sticks-out": page(Zoomed(sticking_out=(wide,))),
            "failed cut": page(Zoomed(narrow=(cut,))),
            "cannot-tell rest": page(Zoomed(narrow=(carousel,))),
            "inapplicable": well,
        },
        "text_spacing": {
            "failed cut": page(Zoomed(spaced=(cut,))),
            "failed overlaps": page(Zoomed(overlaps=(overlap,))),
            "cannot-tell rest": page(Zoomed(spaced=(folded,))),
            "inapplicable, nothing was looked at": Page.of(Element("p", {}, "Välkommen")),
        },
    }
