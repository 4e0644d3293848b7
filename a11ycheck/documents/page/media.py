"""What is played on a page: videos and sounds with their sources and tracks, and players of other sites in frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from a11ycheck.documents.page.model import Element, Page

PLAYERS = (
    *(
        "youtube.com",
        "youtube-nocookie.com",
        "youtu.be",
        "vimeo.com",
        "dailymotion.com",
        "wistia.com",
        "wistia.net",
    ),
    *(
        "screen9.com",
        "qbrick.com",
        "kaltura.com",
        "quickchannel.com",
        "solidtango.com",
        "streamio.com",
        "rackfish.com",
    ),
    *(
        "23video.com",
        "twentythree.net",
        "jwplatform.com",
        "jwplayer.com",
        "brightcove.net",
        "vidyard.com",
        "loom.com",
    ),
    *(
        "twitch.tv",
        "livestream.com",
        "facebook.com",
        "svtplay.se",
        "urplay.se",
        "mediasite.com",
        "panopto.com",
    ),
    *("panopto.eu", "microsoftstream.com", "soundcloud.com", "spotify.com", "acast.com", "simplecast.com"),
)
"""Hosts, and with them those below, whose pages in a frame are players of video or sound."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that a player may play, and the media type that the page gives it."""

    address: str
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """A ``track`` element. ``kind`` is “subtitles” where the page says nothing, as HTML has it."""

    kind: str
    address: str
    language: str = ""
    label: str = ""
    default: bool = False


@dataclass(frozen=True, slots=True)
class Player:
    """A video, a sound, or a player of another site.

    ``kind``: "video", "audio" or "embedded". ``path``: that of the element. ``duration`` in seconds, -1 when it is not
    known, as of a livestream. ``start`` and ``end``: the seconds that an address with “#t=” picks out; ``end`` is -1
    when it says none. ``has_sound`` is told only of what was playing, and None where it could not be.
    ``broken``: the browser could play none of its sources.
    """

    kind: str
    path: str
    sources: tuple[Source, ...] = ()
    tracks: tuple[Track, ...] = ()
    duration: float = -1.0
    start: float = 0.0
    end: float = -1.0
    autoplay: bool = False
    muted: bool = False
    controls: bool = False
    loop: bool = False
    playing: bool = False
    has_sound: bool | None = None
    broken: bool = False
    poster: str = ""

    @property
    def lasts(self) -> float:
        """Seconds that it plays once it has begun by itself; -1 when not known."""
        if self.duration < 0:
            return -1.0
        end = self.end if 0 <= self.end < self.duration else self.duration
        return max(0.0, end - self.start)


@dataclass(frozen=True, slots=True)
class Media:
    """Everything on the page that can be played, in no particular order."""

    players: tuple[Player, ...] = ()


def embedded(page: Page) -> Iterator[Player]:
    """The players of other sites that the page shows in frames."""
    for element in page.elements("iframe", "embed", "object"):
        address = element.address or _full(element, "data")
        if is_player(address):
            yield Player("embedded", element.path, (Source(address, element.attribute("type")),))


def is_player(address: str) -> bool:
    try:
        host = (urlsplit(address).hostname or "").casefold()
    except ValueError:
        return False
    return any(host == known or host.endswith(f".{known}") for known in PLAYERS)


def _full(element: Element, name: str) -> str:
    given = element.attribute(name)
    return element.frame.full(given) if given and element.frame else given
