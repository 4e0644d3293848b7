"""What is played on a page: videos and sounds with their sources and tracks, and players of other sites in frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from a11ycheck.documents.recordings import is_recording

if TYPE_CHECKING:
    from a11ycheck.documents.page.model import Element, Page

MOST_SOURCES = 100
"""Elements in a video or sound that are looked through for its sources."""
LATER_SOURCES = (
    "data-src",
    "data-cookieblock-src",
    "data-cookieconsent-src",
    "data-lazy-src",
    "data-litespeed-src",
    "data-src-cmplz",
    "data-suppressedsrc",
    "data-uc-src",
    "suppressedsrc",
    "uc-src",
)
"""Where managers of consent, and scripts that load late, keep the address of a frame that is not shown yet."""


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
    when it says none. ``has_sound``: is anything heard in it? None where that could not be found out.
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
    """The players of other sites that the page shows in frames, also those that wait for consent to cookies."""
    for element in page.elements("iframe", "embed", "object"):
        if (address := player_address(element)) is not None:
            yield Player("embedded", element.path, (Source(address, element.attribute("type")),))


def player_address(element: Element) -> str | None:
    """The address of the recording, at a service or a file, that a frame shows, or will show when cookies are allowed;
    None for other frames."""
    later = (_full(element, element.attribute(name)) for name in LATER_SOURCES)
    addresses = (element.address, *later) if element.tag == "iframe" else (element.address,)
    return next((address for address in addresses if address and is_recording(address)), None)


def sources_of(element: Element) -> Iterator[str]:
    """The addresses of the files that a video or sound may play, in full, the first choice first."""
    for source in (element, *islice(element.inside(), MOST_SOURCES)):
        if (source is element or source.tag == "source") and (given := source.attribute("src").strip()):
            yield _full(source, given)


def _full(element: Element, given: str) -> str:
    return element.frame.full(given) if given and element.frame else given
