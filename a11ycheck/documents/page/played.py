"""The videos and sounds of a page with what stands beside them: which versions there are, and whether anything on the
page can stand in for them at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from a11ycheck.documents.page.media import Player, Track, sources_of
from a11ycheck.documents.page.model import NOT_SHOWN, Element, Page, Words
from a11ycheck.documents.page.structured_data import broadcasts_of
from a11ycheck.documents.recordings import Recording, identity, recordings_of
from a11ycheck.outcome import Where
from a11ycheck.text.recordings import names_medium

MOST_ELEMENTS = 20_000
MOST_TRACKS = 50
ASIDE = frozenset({"nav", "header", "footer"})
"""Where links lead about the site, and text is the site's own."""
LEADS_ON = frozenset(
    {"a", "button", "summary", "iframe", "object", "embed", "video", "audio", "canvas", "img", "svg"}
)
LEADING_ROLES = frozenset({"button", "link", "tab", "menuitem"})
MADE_BY_SCRIPT = ("player", "plyr", "mejs", "vjs", "jw-")
"""Words in the classes, ids and data attributes of players that scripts make, which may do what browsers do not."""


@dataclass(eq=False)
class Played:
    """A video or sound element. ``recording``: it among the recordings of the page, with the versions beside it; None
    where it is not among what a reader meets. ``player``: what the browser told of it."""

    element: Element
    page: Page
    recording: Recording | None
    player: Player | None

    @property
    def where(self) -> Where:
        return self.element.where

    @property
    def is_video(self) -> bool:
        return self.element.tag == "video"

    @property
    def has_sound(self) -> bool | None:
        """Is anything heard in it? None where that is not known."""
        return self.player.has_sound if self.player else None

    @property
    def seconds(self) -> float:
        """How long it is; -1 when that is not known."""
        return self.player.duration if self.player else -1.0

    @property
    def versions(self) -> set[str]:
        return self.recording.versions if self.recording else set()

    @property
    def is_followed(self) -> bool:
        return self.recording is not None and self.recording.followed

    @property
    def name(self) -> str:
        return self.element.name or self.element.attribute("title")

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        return tuple(track for _, track in tracks_of(self.element))

    @cached_property
    def is_made_by_script(self) -> bool:
        """A script may have put its own player there."""
        own = (self.element, *islice(self.element.ancestors(), 4))
        return any(_says_player(element) for element in own if element.tag not in ("html", "body"))

    @cached_property
    def leads_on(self) -> bool:
        """Something else on the page, outside menus, header and footer, may hold or lead to what stands in for it."""
        return any(
            (element.tag in LEADS_ON or element.role in LEADING_ROLES)
            and element is not self.element
            and self.element not in element.ancestors()
            and not any(around.tag in ASIDE for around in element.ancestors())
            for element in islice(self.page.elements(), MOST_ELEMENTS)
        )

    @cached_property
    def seen_words(self) -> str:
        """The text of the page that can be seen."""
        return " ".join(words.text for words in self._words() if _is_seen(words))

    @cached_property
    def told_words(self) -> str:
        """The text of the page that a screen reader tells, and what the player is called."""
        told = (words.text for words in self._words() if _is_told(words))
        return " ".join(chain(told, (self.name, self.element.description)))

    def _words(self) -> Iterator[Words]:
        return (
            words
            for words in self.page.root.words()
            if words.text.strip() and words.parent is not None and words.parent.tag not in NOT_SHOWN
        )


@dataclass(frozen=True, slots=True)
class Broadcast:
    """Something that the page tells machines is sent live; it may have been by now."""

    name: str
    where: Where


def broadcasts(page: Page) -> Iterator[Broadcast]:
    """What the page says is sent live, where no player or link on it says so itself, about which it is asked then."""
    names = list(dict.fromkeys(broadcasts_of(page)))
    if names and not any(each.is_live or each.says_live for each in recordings_of(page.content)):
        yield from (Broadcast(name or page.content.title, page.main.root.where) for name in names)


def played(page: Page, *tags: str) -> Iterator[Played]:
    """The videos and sounds that can be played."""
    players: dict[str, Player] = {}
    if page.driven is not None and page.driven.media is not None:
        players = {player.path: player for player in page.driven.media.players}
    elements = [element for element in page.elements(*tags) if is_played(element, page)]
    if not elements:
        return
    recordings = {recording.identity: recording for recording in recordings_of(page.content)}
    for element in elements:
        address = next(sources_of(element), "")
        yield Played(element, page, recordings.get(identity(address)), players.get(element.path))


def is_played(element: Element, page: Page) -> bool:
    """It can be seen, or is a sound that begins by itself or that a button on the page plays."""
    if element.is_visible or element.tag != "audio":
        return element.is_visible
    if element.has("autoplay") or element.has("controls"):
        return element.has("autoplay")
    return any(names_medium(button.name) and button.is_visible for button in page.with_role("button"))


def tracks_of(element: Element) -> Iterator[tuple[Element, Track]]:
    """The tracks of a video or sound. A kind that is not there, or is no kind, is what HTML makes of it."""
    for track in islice((each for each in element.inside() if each.tag == "track"), MOST_TRACKS):
        kind = track.attribute("kind").strip().casefold() or "subtitles"
        if kind not in ("subtitles", "captions", "descriptions", "chapters", "metadata"):
            kind = "metadata"
        language, label = track.attribute("srclang").strip(), track.attribute("label").strip()
        address = track.address if track.attribute("src").strip() else ""
        yield track, Track(kind, address, language, label, track.has("default"))


def _says_player(element: Element) -> bool:
    said = " ".join((element.attribute("class"), element.attribute("id"), *element.attributes)).casefold()
    return any(word in said for word in MADE_BY_SCRIPT)


def _is_seen(words: Words) -> bool:
    box = words.box
    on_page = box is None or (box.right > 0 and box.bottom > 0)
    return on_page and words.is_visible


def _is_told(words: Words) -> bool:
    element = words.parent
    while element is not None:
        if element.attribute("aria-hidden") == "true" or element.styles.get("visibility") == "hidden":
            return False
        element = element.parent
    return True
