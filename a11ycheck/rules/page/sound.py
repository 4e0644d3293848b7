"""Sound that begins by itself: it can be turned off, and better, it does not begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.media import Media, Player
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.text.labels import is_about_stopping

SHORT = 3.0
"""Seconds of sound that may begin by itself (WCAG 1.4.2)."""
BUTTONS = ("button", "switch", "checkbox", "link", "menuitem", "slider")


@dataclass(frozen=True, slots=True)
class Playing:
    """A player whose sound has begun by itself. ``can_be_stopped`` by controls that are seen and have names."""

    player: Player
    place: Where
    can_be_stopped: bool

    @property
    def where(self) -> Where:
        return self.place


def playing(page: Page) -> Iterator[Playing]:
    """What was playing aloud when the page had settled; nobody had touched anything."""
    if page.driven is None or page.driven.media is None:
        return
    sounding = [
        player
        for player in page.driven.media.players
        if player.playing and not player.muted and player.has_sound is not False and player.kind != "embedded"
    ]
    with_buttons = sounding != [] and _has_buttons(page)
    for player in sounding:
        element = page.by_path.get(player.path)
        own = player.controls and (element is None or element.is_visible)
        place = element.where if element is not None else Where()
        yield Playing(player, place, own or with_buttons)


def _has_buttons(page: Page) -> bool:
    return any(is_about_stopping(each.name) and each.is_visible for each in page.with_role(*BUTTONS))


SOUND_FIX = Fix(
    Text(
        "Let sound begin only when someone presses play.",
        "Låt ljud börja först när någon trycker på spela.",
    ),
    web=Text(
        "Remove autoplay from <video> and <audio>, or add muted, and add controls.",
        "Ta bort autoplay från <video> och <audio>, eller lägg till muted, och lägg till controls.",
    ),
)
HEARD_TOGETHER = Text(
    "A screen reader speaks at the same time as the sound, and neither can be made out.",
    "Skärmläsaren talar samtidigt som ljudet, och inget av dem går att uppfatta.",
)


@rule(
    document=Page,
    each=playing,
    meets=("WCAG 1.4.2", "ACT 80f0bf", "ACT 4c31df"),
    title=Text(
        "Sound that begins by itself can be turned off", "Ljud som börjar av sig själv går att stänga av"
    ),
    why=HEARD_TOGETHER,
    who=(People.SCREEN_READER, People.READING),
    fix=SOUND_FIX,
    messages={
        "goes-on": Text(
            "Sound begins by itself and lasts {seconds} seconds, and nothing on the page turns it off.",
            "Ljud börjar av sig själv och varar {seconds} sekunder, och inget på sidan stänger av det.",
        ),
        "sounds": Text(
            "A video or sound begins by itself. Is anything heard for more than 3 seconds?",
            "En video eller ett ljud börjar av sig självt. Hörs något i mer än 3 sekunder?",
        ),
        "heard": Text(
            "Sound begins by itself, and nothing on the page turns it off.",
            "Ljud börjar av sig själv, och inget på sidan stänger av det.",
        ),
    },
)
def sound_without_control(sound: Playing) -> Outcome:
    """It lasts no longer than 3 seconds, or the player has controls, or a button on the page says that it stops it."""
    lasts = sound.player.lasts
    if sound.can_be_stopped or 0 <= lasts <= SHORT:
        return passed()
    if sound.player.has_sound is None or lasts < 0:
        return ask("sounds", yes=failed("heard"), no=passed())
    return failed("goes-on", seconds=round(lasts))


@rule(
    document=Page,
    each=playing,
    meets=("ACT aaa1bf",),
    title=Text("Sound does not begin by itself", "Ljud börjar inte av sig självt"),
    why=HEARD_TOGETHER,
    who=(People.SCREEN_READER, People.READING),
    fix=SOUND_FIX,
    messages={
        "begins": Text(
            "Sound begins by itself and lasts {seconds} seconds.",
            "Ljud börjar av sig självt och varar {seconds} sekunder.",
        ),
    },
)
def sound_begins(sound: Playing) -> Outcome:
    """What begins by itself is heard for at most 3 seconds. Where that is not known, the other rule asks."""
    lasts = sound.player.lasts
    if sound.player.has_sound and lasts > SHORT:
        return failed("begins", seconds=round(lasts))
    return passed()


def examples() -> dict[str, dict[str, Page]]:
    def page(player: Player, *more: Element) -> Page:
        video = Element("video", {"autoplay": ""}, path="0.1.0")
        return Page.of(video, *more, driven=Driven(media=Media((player,))))

    loud = Player("video", "0.1.0", duration=30.0, autoplay=True, playing=True, has_sound=True)
    short = Player("audio", "0.1.0", duration=27.0, start=25.0, autoplay=True, playing=True, has_sound=True)
    muted = Player("video", "0.1.0", duration=30.0, autoplay=True, playing=True, has_sound=True, muted=True)
    live = Player("video", "0.1.0", autoplay=True, playing=True)
    with_controls = Player("audio", "0.1.0", duration=30.0, playing=True, has_sound=True, controls=True)
    return {
        "sound_without_control": {
            "failed goes-on": page(loud),
            "cannot-tell sounds, a livestream": page(live),
            "passed, controls": page(with_controls),
            "passed, a button": page(
                loud, Element("button", {}, "Stäng av ljudet", role="button", name="Pausa ljudet")
            ),
            "passed, short": page(short),
            "inapplicable, muted": page(muted),
            "inapplicable, nothing was looked at": Page.of(Element("video")),
        },
        "sound_begins": {
            "failed begins": page(with_controls),
            "passed, short": page(short),
            "inapplicable, muted": page(muted),
        },
    }
