"""Players on a page: they can be started and stopped, show the button for captions, do not begin by themselves, and
have names that say what they play."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.media_hosts import Hosted, hosted
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.media import Media, Player, player_address
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.documents.page.played import Played, played
from a11ycheck.text.recordings import is_player_name

about_players = partial(rule, document=Page)

MOST_FRAMES = 200
MOST_ELEMENTS = 20_000


@dataclass(frozen=True, slots=True)
class Embed:
    """A frame that shows, or waits to show, a recording at a service."""

    element: Element
    service: Hosted

    @property
    def where(self) -> Where:
        return self.element.where

    @property
    def is_background(self) -> bool:
        """It plays without sound by itself, as decoration; what moves is told of by another rule."""
        return self.service.begins_by_itself and self.service.is_mute


def embeds(page: Page) -> Iterator[Embed]:
    for element in islice(page.elements("iframe"), MOST_FRAMES):
        if element.attribute("aria-hidden") == "true":
            continue
        address = player_address(element)
        service = hosted(address) if address else None
        if service is not None and (element.is_visible or address != element.address):
            yield Embed(element, service)


def embeds_without_controls(page: Page) -> Iterator[Embed]:
    return (embed for embed in embeds(page) if embed.service.host.hides_controls and not embed.is_background)


def embeds_that_begin(page: Page) -> Iterator[Embed]:
    for embed in embeds(page):
        if embed.service.begins_by_itself and not embed.service.is_mute:
            yield embed


def named_embeds(page: Page) -> Iterator[Embed]:
    """Frames with a name; axe-core tells of those without."""
    return (embed for embed in embeds(page) if embed.element.name or embed.element.attribute("title"))


def videos_at_rest(page: Page) -> Iterator[Played]:
    """Videos that somebody has to start."""
    for video in played(page, "video"):
        if not video.element.has("autoplay") and not (video.player and video.player.playing):
            yield video


@about_players(
    each=videos_at_rest,
    meets=("WCAG 2.1.1",),
    title=Text("A video can be started and stopped", "En video går att starta och stoppa"),
    why=Text(
        "Without buttons nobody can start it by keyboard, pause it, turn on captions or turn down the sound.",
        "Utan knappar kan ingen starta den med tangentbord, pausa, slå på undertexter eller sänka ljudet.",
    ),
    who=(People.KEYBOARD, People.SCREEN_READER, People.VOICE),
    fix=Fix(
        Text("Let the player show its buttons.", "Låt spelaren visa sina knappar."),
        web=Text("Add controls: <video controls>.", "Lägg till controls: <video controls>."),
    ),
    messages={
        "no-buttons": Text(
            "The video has no buttons, and the page has no others and no script that could start it.",
            "Videon har inga knappar, och sidan har inga andra och inget skript som kan starta den.",
        ),
        "own-buttons": Text(
            "The video has none of the browser's buttons. Can it be started, paused and turned down by keyboard?",
            "Videon har inga av webbläsarens knappar. Går den att starta, pausa och sänka med tangentbord?",
        ),
        "none": Text(
            "The video cannot be started and stopped by keyboard.",
            "Videon går inte att starta och stoppa med tangentbord.",
        ),
    },
)
def player_controls(video: Played) -> Outcome:
    """It has the browser's controls, or a person finds that the page's own do as well."""
    told = video.player.controls if video.player else False
    if told or video.element.has("controls"):
        return passed()
    elements = islice(video.page.elements(), MOST_ELEMENTS)
    if any(_may_start(element) for element in elements):
        return ask("own-buttons", yes=passed(), no=failed("none"))
    return failed("no-buttons")


def _may_start(element: Element) -> bool:
    return element.tag in ("script", "button") or any(name.startswith("on") for name in element.attributes)


@about_players(
    each=embeds_without_controls,
    meets=("EN 301 549 7.3",),
    title=Text("The player shows its button for captions", "Spelaren visar sin knapp för undertexter"),
    why=Text(
        "The recording may have captions and an audio description, and nobody can turn them on.",
        "Inspelningen kan ha undertexter och syntolkning, och ingen kan slå på dem.",
    ),
    who=(People.DEAF, People.SCREEN_READER, People.KEYBOARD),
    fix=Fix(
        Text("Let the player show its buttons.", "Låt spelaren visa sina knappar."),
        web=Text(
            "Take controls=0 out of the address in the frame (in Vimeo background=1 and controls=0).",
            "Ta bort controls=0 ur adressen i ramen (hos Vimeo background=1 och controls=0).",
        ),
    ),
    messages={
        "hidden": Text(
            "The address asks {host} to show a player without buttons, so captions cannot be turned on.",
            "Adressen ber {host} visa en spelare utan knappar, så undertexter går inte att slå på.",
        ),
    },
)
def caption_button(embed: Embed) -> Outcome:
    """The address does not take the player's buttons away: the one for captions is to be as easy to reach as the one
    that starts it (EN 301 549 V3.2.1, 7.3)."""
    return failed("hidden", host=embed.service.host.name) if embed.service.hides_controls else passed()


@about_players(
    each=embeds_that_begin,
    meets=("WCAG 1.4.2",),
    title=Text(
        "A video from another site does not begin by itself with sound",
        "En video från en annan webbplats börjar inte av sig själv med ljud",
    ),
    why=Text(
        "A screen reader speaks at the same time as the sound, and neither can be made out.",
        "Skärmläsaren talar samtidigt som ljudet, och inget av dem går att uppfatta.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Let the video begin when someone presses play.",
            "Låt videon börja när någon trycker på spela.",
        ),
        web=Text(
            "Take autoplay=1 out of the address in the frame, and autoplay out of its allow attribute.",
            "Ta bort autoplay=1 ur adressen i ramen, och autoplay ur attributet allow.",
        ),
    ),
    messages={
        "begins": Text(
            "The address asks {host} to begin by itself with sound. Is it silent all the same, or does the sound stop "
            "within 3 seconds or by a button before everything else on the page?",
            "Adressen ber {host} att börja av sig själv med ljud. Är det ändå tyst, eller slutar ljudet inom 3 "
            "sekunder eller med en knapp före allt annat på sidan?",
        ),
        "goes-on": Text(
            "The video begins by itself with sound, and it takes time to find out how to stop it.",
            "Videon börjar av sig själv med ljud, och det tar tid att hitta hur man stoppar den.",
        ),
        "no-buttons": Text(
            "The address asks {host} to begin by itself with sound and without buttons.",
            "Adressen ber {host} att börja av sig själv med ljud och utan knappar.",
        ),
    },
)
def embed_begins(embed: Embed) -> Outcome:
    """A person finds that it is quiet or soon stopped; with the buttons taken away it cannot be."""
    host = embed.service.host.name
    if embed.service.hides_controls:
        return failed("no-buttons", host=host)
    return ask("begins", host=host, yes=passed(), no=failed("goes-on"))


@about_players(
    each=named_embeds,
    title=Text("The name of a player says what it plays", "Namnet på en spelare säger vad den spelar"),
    why=Text(
        "A screen reader tells the frame's name before what is in it; “YouTube video player” is the same for all.",
        "Skärmläsaren säger ramens namn före det som finns i den; ”YouTube video player” är lika för alla.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Name the player after the recording: “Film: Mats Snäll about covid certificates”.",
            "Ge spelaren inspelningens namn: ”Film: Mats Snäll om covidbevis”.",
        ),
        web=Text(
            "Write it in the frame's title: <iframe title=\"Film: …\">. YouTube's code for embedding always says "
            "“YouTube video player”.",
            'Skriv det i ramens title: <iframe title="Film: …">. I YouTubes kod för inbäddning står det alltid '
            "”YouTube video player”.",
        ),
    ),
    messages={
        "generic": Text(
            "The player is called “{name}”, which says nothing of what it plays.",
            "Spelaren heter ”{name}”, vilket inte säger något om vad den spelar.",
        ),
    },
)
def embed_name(embed: Embed) -> Outcome:
    """Its name is not one that services give to all players."""
    name = embed.element.name or embed.element.attribute("title")
    return failed("generic", name=name) if is_player_name(name) else passed()


def examples() -> dict[str, dict[str, Page]]:
    def frame(query: str, name: str = "Mats Snäll", host: str = "https://www.youtube.com/embed/abcd") -> Page:
        return Page.of(Element("iframe", {"src": f"{host}{query}"}, name=name))

    def video(*more: Element, **attributes: str) -> Page:
        element = Element("video", {"src": "film.mp4", **attributes}, path="0.1.0")
        return Page.of(element, *more, driven=Driven(media=Media((Player("video", "0.1.0"),))))

    vimeo = "https://player.vimeo.com/video/1234"
    waiting = Page.of(Element("iframe", {"data-src": "https://www.youtube.com/embed/abcd?controls=0"}))
    return {
        "player_controls": {
            "passed": video(controls=""),
            "failed no-buttons": video(),
            "cannot-tell own-buttons": video(Element("button", {}, "Spela", role="button", name="Spela")),
            "inapplicable, it begins by itself": video(autoplay=""),
        },
        "caption_button": {
            "passed": frame(""),
            "failed hidden": frame("?controls=0"),
            "failed hidden, it waits for consent": waiting,
            "inapplicable, decoration": frame("?background=1", host=vimeo),
            "inapplicable": video(),
        },
        "embed_begins": {
            "cannot-tell begins": frame("?autoplay=1"),
            "failed no-buttons": frame("?autoplay=1&controls=0"),
            "inapplicable, muted": frame("?autoplay=1&mute=1"),
            "inapplicable": frame("?autoplay=0"),
        },
        "embed_name": {
            "passed": frame(""),
            "failed generic": frame("", "YouTube video player"),
            "inapplicable, no name": frame("", ""),
        },
    }
