"""Slides leave their readers the time they need, and do not move on and on."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.office.model import Animation, Effect, Office, Slide, Transition, Trigger

STILL: frozenset[Effect] = frozenset({"entrance", "exit"})
"""They bring something in or take it away."""


@dataclass(frozen=True, slots=True)
class Timed:
    """The slides of a deck that give way to the next by themselves. ``shortest`` is in seconds."""

    first: Slide
    count: int
    shortest: float

    @property
    def where(self) -> Where:
        return Where(self.first.where.steps, anchor("timed", self.count))


@dataclass(frozen=True, slots=True)
class Moving:
    """A slide on which something moves without a click. ``longest`` is in seconds, infinity where it never ends."""

    slide: Slide
    longest: float

    @property
    def where(self) -> Where:
        return self.slide.where


def timed(document: Office) -> Iterator[Timed]:
    """One target for a deck with slides that go on by themselves."""
    found = [
        (slide, slide.transition.advance_after)
        for slide in document.slides
        if slide.transition is not None and slide.transition.advance_after is not None and not slide.hidden
    ]
    if found:
        yield Timed(found[0][0], len(found), min(after for _, after in found))


def moving(document: Office) -> Iterator[Moving]:
    """Each slide with effects that run by themselves, those that only bring in or take away not counted."""
    for slide in document.slides:
        lengths = [_length(effect) for effect in _by_themselves(slide)]
        if lengths:
            yield Moving(slide, max(lengths))


def _by_themselves(slide: Slide) -> Iterator[Animation]:
    """Effects before the first click."""
    clicked = False
    for effect in slide.animations:
        clicked = clicked or effect.trigger == "click"
        if not clicked and (effect.effect not in STILL or effect.repeats > 1):
            yield effect


def _length(effect: Animation) -> float:
    return math.inf if math.isinf(effect.repeats) else effect.repeats * effect.duration


@rule(
    document=Office,
    each=timed,
    meets=("WCAG 2.2.1",),
    title=Text(
        "Slides wait until their reader goes on", "Bilder i en presentation väntar tills läsaren går vidare"
    ),
    why=Text(
        "Someone who reads slowly, or listens, has not got to the end before the slide is gone.",
        "Den som läser långsamt, eller lyssnar, hinner inte till slutet innan bilden är borta.",
    ),
    who=(People.READING, People.SCREEN_READER, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Let a click lead on to the next slide, and take away the times.",
            "Låt ett klick leda vidare till nästa bild och ta bort tiderna.",
        ),
        powerpoint=Text(
            "Select all slides and untick After on the Transitions tab.",
            "Markera alla bilder och kryssa ur Efter på fliken Övergångar.",
        ),
        libreoffice=Text(
            "Choose Slide > Slide Transition and let slides advance on mouse click, for all slides.",
            "Välj Bild > Bildväxling och låt bilderna växla vid musklick, för alla bilder.",
        ),
    ),
    messages={
        "timed": Text(
            "Slides that give way to the next by themselves: {count}, the quickest after {shortest} seconds. Is the "
            "presentation only shown by someone who can pause it, and handed out without the times?",
            "Bilder som byts av sig själva: {count}, den snabbaste efter {shortest} sekunder. Visas presentationen "
            "bara av någon som kan pausa den, och delas den ut utan tiderna?",
        ),
        "hurried": Text(
            "Slides that give way to the next by themselves: {count}, the quickest after {shortest} seconds.",
            "Bilder som byts av sig själva: {count}, den snabbaste efter {shortest} sekunder.",
        ),
    },
)
def slide_auto_advance(slides: Timed) -> Outcome:
    """A person finds that nobody is held to the times."""
    told = {"count": slides.count, "shortest": float(slides.shortest)}
    return ask("timed", yes=passed(), no=failed("hurried", **told), **told)


@rule(
    document=Office,
    each=moving,
    meets=("WCAG 2.2.2",),
    title=Text("Nothing on a slide moves on and on", "Inget i en presentation rör sig utan slut"),
    why=Text(
        "What moves draws the eye from the text all the time, and can make people ill.",
        "Det som rör sig drar hela tiden blicken från texten, och kan få människor att må illa.",
    ),
    who=(People.MOTION, People.READING),
    fix=Fix(
        Text(
            "Take away the animation, or let it run once and end within five seconds.",
            "Ta bort animeringen, eller låt den gå en gång och sluta inom fem sekunder.",
        ),
        powerpoint=Text(
            "Open the Animation Pane on the Animations tab, open the effect's timing, and set Repeat to none.",
            "Öppna animeringsfönstret på fliken Animeringar, öppna effektens tidsinställning och ta bort upprepningen.",
        ),
        libreoffice=Text(
            "Open the animation pane, open the effect's options, and set Repeat to none on the Timing tab.",
            "Öppna panelen för animeringar, öppna effektens egenskaper och ta bort upprepningen på fliken för tider.",
        ),
    ),
    messages={
        "endless": Text(
            "Something on the slide begins to move by itself and never stops.",
            "Något på bilden börjar röra sig av sig självt och slutar aldrig.",
        ),
        "long": Text(
            "Something on the slide moves by itself for {seconds} seconds.",
            "Något på bilden rör sig av sig självt i {seconds} sekunder.",
        ),
    },
)
def slide_animation(slide: Moving, *, most: float = 5.0) -> Outcome:
    """What moves by itself ends within ``most`` seconds: five in WCAG 2.2, 2.2.2."""
    if slide.longest <= most:
        return passed()
    return failed("endless") if math.isinf(slide.longest) else failed("long", seconds=slide.longest)


def examples() -> dict[str, dict[str, Office]]:
    def deck(*slides: Slide) -> Office:
        return Office("slides", "pptx", slides=slides)

    def effect(
        repeats: float = 1.0,
        duration: float = 1.0,
        trigger: Trigger = "after previous",
        kind: Effect = "emphasis",
    ) -> Office:
        return deck(Slide(1, animations=(Animation(kind, trigger, repeats, duration),)))

    return {
        "slide_auto_advance": {
            "cannot-tell timed": deck(Slide(1, transition=Transition("fade", 8.0))),
            "cannot-tell timed, by a click as well": deck(Slide(1), Slide(2, transition=Transition("", 3.0))),
            "inapplicable, on a click": deck(Slide(1, transition=Transition("fade"))),
            "inapplicable, hidden": deck(Slide(1, transition=Transition("", 3.0), hidden=True)),
            "inapplicable, a text document": Office(),
        },
        "slide_animation": {
            "failed endless": effect(math.inf, 0.5),
            "failed endless, comes in again and again": effect(math.inf, 0.5, "with previous", "entrance"),
            "failed long": effect(4, 2),
            "passed": effect(2, 2),
            "inapplicable, on a click": effect(math.inf, 0.5, "click"),
            "inapplicable, comes in slowly": effect(1, 8, kind="entrance"),
            "inapplicable": deck(Slide(1)),
        },
    }
