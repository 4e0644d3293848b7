"""What is played on a page: asks each document in it once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import TYPE_CHECKING, Any

from a11ycheck.documents.page.drivers.frames import open_frames, script
from a11ycheck.documents.page.media import Media, Player, Source, Track, embedded

if TYPE_CHECKING:
    from playwright.async_api import CDPSession
    from playwright.async_api import Page as Tab

    from a11ycheck.documents.page.model import Page

MOST_PLAYERS = 50
"""Of one document."""
PATIENCE = 1_500
"""Milliseconds to wait for the length of what begins by itself."""
LONGEST_ADDRESS = 2_000
LARGEST_FILE = 30_000_000
"""Bytes of what plays by itself that are decoded to hear whether it sounds."""
LARGEST_AT_REST = 5_000_000
MOST_AT_REST = 3
"""Bytes of what waits to be started that are decoded for the same reason, and how many of them in a document."""
INAUDIBLE = 0.003
"""The amplitude, of 1, below which nothing is heard: -50 dB."""


async def drive(tab: Tab, session: CDPSession, page: Page) -> Media:
    """Read the videos and sounds of the page and of its frames."""
    players = list(embedded(page))
    if any(page.elements("video", "audio")):
        asked = {
            "most": MOST_PLAYERS,
            "patience": PATIENCE,
            "longest": LONGEST_ADDRESS,
            "largest": LARGEST_FILE,
            "largestAtRest": LARGEST_AT_REST,
            "mostAtRest": MOST_AT_REST,
            "inaudible": INAUDIBLE,
        }
        for frame, way in await open_frames(tab):
            players += _players(await frame.evaluate(script("media"), asked), way)
    return Media(tuple(players))


def _players(found: object, way: str) -> Iterator[Player]:
    """The players that a document told of; it may have been tampered with."""
    for raw in found[:MOST_PLAYERS] if isinstance(found, list) else ():
        try:
            yield _player(raw, way)
        except (KeyError, TypeError, ValueError):
            continue


def _player(raw: Mapping[str, Any], way: str) -> Player:
    start, end = raw["picked"]
    return Player(
        kind="audio" if raw["kind"] == "audio" else "video",
        path=f"{way}{raw['path']}",
        sources=tuple(Source(str(address), str(media_type)) for address, media_type in raw["sources"]),
        tracks=tuple(
            Track(str(kind), str(address), str(language), str(label), bool(default))
            for kind, address, language, label, default in raw["tracks"]
        ),
        duration=_seconds(raw["duration"]),
        start=max(0.0, _seconds(start)),
        end=_seconds(end),
        autoplay=bool(raw["autoplay"]),
        muted=bool(raw["muted"]),
        controls=bool(raw["controls"]),
        loop=bool(raw["loop"]),
        playing=bool(raw["playing"]),
        has_sound=raw["sounds"] if isinstance(raw["sounds"], bool) else None,
        broken=bool(raw["broken"]),
        poster=str(raw["poster"]),
    )


def _seconds(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) and isfinite(value) else -1.0
