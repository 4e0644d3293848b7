"""What is played on a page, as facts."""

from __future__ import annotations

import pytest

from a11ycheck.documents.page.drivers.media import MOST_PLAYERS, _players
from a11ycheck.documents.page.media import Player, Source, embedded, sources_of
from a11ycheck.documents.page.model import Element, Page


@pytest.mark.parametrize(
    ("duration", "start", "end", "lasts"),
    [
        (30.0, 0.0, -1.0, 30.0),
        (30.0, 28.0, -1.0, 2.0),
        (30.0, 5.0, 7.0, 2.0),
        (30.0, 40.0, -1.0, 0.0),
        (-1.0, 5.0, 7.0, -1.0),
    ],
    ids=["all of it", "the end of it", "a part of it", "nothing of it", "a livestream"],
)
def test_what_an_address_picks_out_is_what_lasts(
    duration: float, start: float, end: float, lasts: float
) -> None:
    assert Player("audio", "0.1.0", duration=duration, start=start, end=end).lasts == lasts


def test_frames_and_objects_of_players_are_found() -> None:
    address = "https://player.vimeo.com/video/1234"
    page = Page.of(
        Element("iframe", {"src": address}, path="0.1.0"),
        Element("object", {"data": address}, path="0.1.1"),
        Element("iframe", {"src": "https://forum.example.se/karta"}, path="0.1.2"),
    )
    assert list(embedded(page)) == [
        Player("embedded", "0.1.0", (Source(address),)),
        Player("embedded", "0.1.1", (Source(address),)),
    ]


@pytest.mark.parametrize("name", ["data-src", "data-cookieblock-src"])
def test_frames_that_wait_for_consent_are_found(name: str) -> None:
    address = "https://www.youtube-nocookie.com/embed/abcd"
    for shown in ({}, {"src": "about:blank"}):
        page = Page.of(Element("iframe", {**shown, name: address}, path="0.1.0"))
        assert [player.sources for player in embedded(page)] == [(Source(address),)]


def test_sources_are_those_of_the_element_and_its_children() -> None:
    source = Element("source", {"src": "b.webm"})
    video = Element("video", {"src": "a.mp4"}, source, Element("track", {"src": "a.vtt"}))
    Page.of(video)
    assert list(sources_of(video)) == ["https://example.org/a.mp4", "https://example.org/b.webm"]


def told(**other: object) -> dict[str, object]:
    """What a document tells of one sound, as ``media.js`` writes it."""
    plain = dict.fromkeys(("autoplay", "muted", "controls", "loop", "playing", "broken"), False)
    lists: dict[str, object] = {
        "sources": [["a.mp3", "audio/mpeg"]],
        "tracks": [["captions", "a.vtt", "sv", "", True]],
    }
    facts = {"kind": "audio", "path": "0.1.0", "duration": 9, "picked": [0, -1], "sounds": None, "poster": ""}
    return {**plain, **lists, **facts, **other}


def test_facts_of_a_document_are_read_with_the_way_to_it() -> None:
    (player,) = _players([told()], "0.1.3.f")
    assert (player.path, player.duration, player.has_sound) == ("0.1.3.f0.1.0", 9.0, None)
    assert player.tracks[0].language == "sv"


def test_what_a_document_tells_in_another_form_is_passed_over() -> None:
    odd = [None, {}, told(picked=None), told(sources=[["one"]]), told(duration="long")]
    assert [player.duration for player in _players(odd, "")] == [-1.0]
    assert list(_players("nothing", "")) == []
    assert len(list(_players([told()] * 100, ""))) == MOST_PLAYERS
