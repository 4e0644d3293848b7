"""What moves, blinks or changes by itself can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.page.changes import Changes, Changing, Moving, seen_to_change
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import Seen, called
from a11ycheck.documents.page.media import Media, Player
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.text.labels import is_about_stopping

BUTTONS = ("button", "switch", "checkbox", "link", "menuitem", "slider", "spinbutton", "combobox", "tab")
ABOUT_CHANGES = frozenset(
    """
    hide freeze frequency interval speed slower control animation animations motion updates updating
    dölj göm frys frekvens intervall hastighet långsammare kontrollera styr animation animationer rörelse rörelser
    uppdatering uppdateringar
    skjul frys frekvens intervall hastighet langsommere animasjon animasjoner animationer bevegelse bevægelse
    piilota tiheys nopeus hitaammin animaatio animaatiot liike
    ausblenden verbergen häufigkeit intervall geschwindigkeit langsamer animation animationen bewegung
    masquer cacher fréquence intervalle vitesse animation animations mouvement
    ocultar frecuencia intervalo velocidad animación animaciones movimiento
    """.split()
)
"""Words on controls that hide what changes or say how often it does, beside those that stop it."""
OFTEN = 1 / 3
"""Seconds between flashes when there are three in one (WCAG 2.3.1)."""
LARGE = 0.02
"""The share of the window above which something that flashes or moves is asked about: 25,000 of 1280 by 1024 pixels,
about the area that WCAG 2.3.1 calls small enough."""
LASTING = 5.0
"""Seconds that something may move by itself (WCAG 2.2.2)."""

about_motion = partial(rule, document=Page, who=(People.READING, People.MOTION))

STOP_IT = Fix(
    Text(
        "Add a button that pauses it, or do not let it begin by itself.",
        "Lägg till en knapp som pausar, eller låt det inte börja av sig självt.",
    ),
    web=Text(
        "Put a <button> with the text “Pause” before it, which stops the timer or the animation.",
        "Lägg en <button> med texten ”Pausa” före det, som stoppar timern eller animeringen.",
    ),
)
DRAWS_AWAY = Text(
    "The eye is drawn to what moves, and someone who finds it hard to keep to the text cannot read the rest of the "
    "page.",
    "Blicken dras till det som rör sig, och den som har svårt att hålla kvar sig vid texten kan inte läsa resten av "
    "sidan.",
)


def controls(page: Page) -> Iterator[Element]:
    return (each for each in page.with_role(*BUTTONS) if each.is_visible)


def has_stop(page: Page) -> bool:
    """A control says that it stops, pauses, hides or slows something down."""
    return any(
        is_about_stopping(control.name)
        or not ABOUT_CHANGES.isdisjoint(control.name.casefold().replace(":", "").split())
        for control in controls(page)
    )


def has_unknown_button_near(page: Page, element: Element) -> bool:
    """A button stands with it in the same part of the page, and may be the one that stops it."""
    around = next((each for each in element.ancestors() if each.tag in PARTS), None)
    if around is None:
        return False
    return any(
        control.role in ("button", "switch") and around in control.ancestors() for control in controls(page)
    )


PARTS = (
    "section",
    "article",
    "aside",
    "header",
    "footer",
    "nav",
    "form",
    "fieldset",
    "dialog",
    "figure",
    "li",
)


@about_motion(
    each=seen_to_change(lambda changes: changes.changing),
    meets=("WCAG 2.2.2", "ACT efbfc7"),
    title=Text("Text that changes by itself can be stopped", "Text som ändras av sig själv går att stoppa"),
    why=Text(
        "Someone who reads slowly does not get to the end before the text is another, and a screen reader begins anew.",
        "Den som läser långsamt hinner inte till slutet innan texten är en annan, och skärmläsaren börjar om.",
    ),
    fix=STOP_IT,
    messages={
        "changes": Text(
            "“{text}” changes by itself every {seconds} seconds, and nothing on the page stops it.",
            "”{text}” ändras av sig själv med {seconds} sekunders mellanrum, och inget på sidan stoppar det.",
        ),
        "button": Text(
            "“{text}” changes by itself every {seconds} seconds. Can it be stopped by a button beside it?",
            "”{text}” ändras av sig själv med {seconds} sekunders mellanrum. Går det att stoppa med en knapp intill?",
        ),
    },
)
def changing_text(change: Seen[Changing]) -> Outcome:
    """A control on the page pauses, stops or hides it, or says how often it changes."""
    text, seconds = change.fact.text, round(change.fact.seconds, 1)
    if has_stop(change.page):
        return passed()
    wrong = failed("changes", text=text, seconds=seconds)
    if has_unknown_button_near(change.page, change.element):
        return ask("button", text=text, seconds=seconds, yes=passed(), no=wrong)
    return wrong


@dataclass(frozen=True, slots=True)
class Playing:
    """A video without sound of its own that has begun by itself and goes on."""

    element: Element
    controls: bool
    page: Page

    @property
    def where(self) -> Where:
        return self.element.where


def goes_on(player: Player) -> bool:
    lasts = player.lasts
    return player.kind == "video" and player.playing and (player.loop or lasts > LASTING)


def moving_things(page: Page) -> Iterator[Seen[Moving] | Playing]:
    yield from seen_to_change(lambda changes: changes.moving)(page)
    media = page.driven.media if page.driven else None
    for player in media.players if media else ():
        element = page.by_path.get(player.path)
        if element is not None and element.is_visible and goes_on(player):
            yield Playing(element, player.controls, page)


@about_motion(
    each=moving_things,
    meets=("WCAG 2.2.2",),
    title=Text("What moves by itself can be stopped", "Det som rör sig av sig självt går att stoppa"),
    why=DRAWS_AWAY,
    fix=STOP_IT,
    messages={
        "text": Text(
            "“{text}” moves or blinks by itself without end, and nothing on the page stops it.",
            "”{text}” rör sig eller blinkar av sig själv utan slut, och inget på sidan stoppar det.",
        ),
        "video": Text(
            "A video begins by itself and goes on, and nothing on the page stops it.",
            "En video börjar av sig själv och fortsätter, och inget på sidan stoppar den.",
        ),
        "stopped": Text(
            "“{name}” moves, blinks or changes by itself for more than 5 seconds. Can it be stopped, or does it show "
            "that something is being loaded?",
            "”{name}” rör sig, blinkar eller byts av sig själv i mer än 5 sekunder. Går det att stoppa, eller visar "
            "det att något laddas?",
        ),
        "not-stopped": Text(
            "“{name}” moves, blinks or changes by itself, and it cannot be stopped.",
            "”{name}” rör sig, blinkar eller byts av sig själv, och det går inte att stoppa.",
        ),
    },
)
def moving_parts(thing: Seen[Moving] | Playing) -> Outcome:
    """A control on the page stops it; what is small and has no text is let pass."""
    if has_stop(thing.page):
        return passed()
    name = called(thing.element)
    doubt = ask("stopped", name=name, yes=passed(), no=failed("not-stopped", name=name))
    if isinstance(thing, Playing):
        if thing.controls:
            return passed()
        return doubt if has_unknown_button_near(thing.page, thing.element) else failed("video")
    fact = thing.fact
    if not fact.text:
        return doubt if fact.area >= LARGE else passed()
    if fact.kind == "switches" or has_unknown_button_near(thing.page, thing.element):
        return doubt
    return failed("text", text=fact.text)


@about_motion(
    each=seen_to_change(lambda changes: (one for one in changes.moving if one.calms is not None)),
    meets=("WCAG 2.3.3",),
    title=Text("Who asks for less motion is spared it", "Den som har bett om mindre rörelse slipper den"),
    why=Text(
        "Someone who gets dizzy or ill from motion has told the computer so, and the page moves all the same.",
        "Den som blir yr eller mår illa av rörelse har ställt in det i datorn, och ändå rör sig sidan.",
    ),
    fix=Fix(
        Text(
            "Let the page heed the setting for less motion. Ask whoever builds the site.",
            "Låt sidan följa inställningen för mindre rörelse. Be den som bygger webbplatsen.",
        ),
        web=Text(
            "Turn animations off under @media (prefers-reduced-motion: reduce).",
            "Stäng av animeringar under @media (prefers-reduced-motion: reduce).",
        ),
    ),
    messages={
        "ignored": Text(
            "“{name}” moves also for those who have asked for less motion.",
            "”{name}” rör sig även för den som har bett om mindre rörelse.",
        ),
    },
)
def reduced_motion(moving: Seen[Moving]) -> Outcome:
    """With prefers-reduced-motion, what moves by itself stops; small things without text are let pass."""
    fact = moving.fact
    if fact.calms or (not fact.text and fact.area < LARGE):
        return passed()
    return failed("ignored", name=called(moving.element))


@about_motion(
    each=seen_to_change(
        lambda changes: (one for one in changes.moving if one.kind == "blinks" and one.area >= LARGE)
    ),
    meets=("WCAG 2.3.1",),
    title=Text("Nothing flashes", "Inget blixtrar"),
    why=Text(
        "More than three flashes a second can give someone with epilepsy a seizure.",
        "Mer än tre blixtar i sekunden kan ge den som har epilepsi ett anfall.",
    ),
    fix=Fix(
        Text(
            "Take away what flashes, or make it slower.",
            "Ta bort det som blixtrar, eller gör det långsammare.",
        ),
        web=Text(
            "Let an animation of opacity or visibility last longer than a second.",
            "Låt en animering av opacity eller visibility vara längre än en sekund.",
        ),
    ),
    messages={
        "flashes": Text(
            "“{name}” blinks more than three times a second. Is it too faint or too small to be a flash?",
            "”{name}” blinkar mer än tre gånger i sekunden. Är det för svagt eller för litet för att vara en blixt?",
        ),
        "too-fast": Text(
            "“{name}” flashes more than three times a second.",
            "”{name}” blixtrar mer än tre gånger i sekunden.",
        ),
    },
)
def flashes(blinking: Seen[Moving]) -> Outcome:
    """What blinks does so at most three times a second, or is judged by a person."""
    name = called(blinking.element)
    if blinking.fact.period >= OFTEN:
        return passed()
    return ask("flashes", name=name, yes=passed(), no=failed("too-fast", name=name))


def examples() -> dict[str, dict[str, Page]]:
    def page(*more: Element, changes: Changes | None = None, media: Media | None = None) -> Page:
        part = Element("section", {}, Element("p", {}, "Nyhet 1", path="0.1.0.0"), *more, path="0.1.0")
        return Page.of(part, driven=Driven(changes=changes or Changes(), media=media))

    def button(name: str) -> Element:
        return Element("button", {}, name, role="button", name=name)

    changes = Changes(changing=(Changing("0.1.0.0", 1.0, "Nyhet 1"),))

    def moves(
        kind: str, text: str = "", area: float = 0.1, period: float = 1.0, calms: bool | None = None
    ) -> Changes:
        return Changes(moving=(Moving("0.1.0.0", kind, period, text, area, calms),))

    def video(controls: bool = False) -> Media:
        return Media((Player("video", "0.1.0.0", playing=True, loop=True, muted=True, controls=controls),))

    return {
        "changing_text": {
            "failed changes": page(changes=changes),
            "cannot-tell button": page(button("II"), changes=changes),
            "passed": page(button("Pausa nyheterna"), changes=changes),
            "passed, how often": page(button("Ändra intervall"), changes=changes),
            "inapplicable": page(),
        },
        "moving_parts": {
            "failed text": page(changes=moves("moves", "Nyhet 1")),
            "failed video": page(media=video()),
            "cannot-tell stopped": page(changes=moves("switches", "Nyhet 1")),
            "cannot-tell stopped, a button": page(button("II"), media=video()),
            "cannot-tell stopped, a large picture": page(changes=moves("moves")),
            "passed": page(button("Stoppa bildspelet"), changes=moves("switches", "Nyhet 1")),
            "passed, small": page(changes=moves("moves", area=0.001)),
            "passed, a player": page(media=video(controls=True)),
            "inapplicable": page(),
        },
        "reduced_motion": {
            "failed ignored": page(changes=moves("moves", "Nyhet 1", calms=False)),
            "passed": page(changes=moves("moves", "Nyhet 1", calms=True)),
            "inapplicable": page(changes=moves("switches", "Nyhet 1")),
        },
        "flashes": {
            "cannot-tell flashes": page(changes=moves("blinks", period=0.2)),
            "passed": page(changes=moves("blinks", period=1.0)),
            "inapplicable": page(changes=moves("moves", period=0.2)),
        },
    }
