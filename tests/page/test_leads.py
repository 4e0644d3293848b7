"""What a page asks for before rules are put."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.documents.addresses import seen_from
from a11ycheck.documents.facts import Beside
from a11ycheck.documents.page.leads import leads_of, look_at_file, to_ask
from a11ycheck.documents.page.model import Element, Page


def test_the_files_of_tracks_are_read() -> None:
    track = Element("track", {"src": "film.vtt", "kind": "captions"})
    page = Page.of(Element("video", {"src": "film.mp4"}, track))
    asked = to_ask(page)
    assert asked["https://example.org/film.vtt"] is True
    assert asked["https://example.org/film.mp4"] is False


def test_a_file_beside_a_page_gives_its_text(tmp_path: Path) -> None:
    (tmp_path / "film.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nHej!\n", "utf-8")
    (tmp_path / "film.mp4").write_bytes(bytes(100))
    captions = look_at_file((tmp_path / "film.vtt").as_uri(), tmp_path)
    assert captions is not None
    assert (captions.text or "").startswith("WEBVTT")
    film = look_at_file((tmp_path / "film.mp4").as_uri(), tmp_path)
    assert film is not None
    assert film.text is None
    gone = look_at_file((tmp_path / "borta.vtt").as_uri(), tmp_path)
    assert gone is not None
    assert gone.status == 404


def test_a_recording_comes_with_the_captions_that_the_page_has_for_it() -> None:
    captions = Element("track", {"src": "film.vtt", "kind": "captions", "srclang": "sv"})
    chapters = Element("track", {"src": "kapitel.vtt", "kind": "chapters"})
    source = Element("source", {"src": "film.webm"})
    page = Page.of(Element("video", {"src": "film.mp4"}, source, captions, chapters))
    beside = {found.address: found.beside for found in leads_of(page)}
    expected = (Beside("https://example.org/film.vtt", language="sv"),)
    assert beside["https://example.org/film.mp4"] == beside["https://example.org/film.webm"] == expected
    assert beside["https://example.org/film.vtt"] == ()


@pytest.mark.parametrize(
    ("page", "address", "told"),
    [
        ("file:///hem/anna/m%C3%B6te/index.html", "file:///hem/anna/m%C3%B6te/kallelse.pdf", "kallelse.pdf"),
        ("file:///C:/m/index.html", "file:///C:/m/bilagor/plan%201.pdf?x=1#2", "bilagor/plan 1.pdf?x=1#2"),
        ("file:///m/sv/index.html", "file:///m/bilagor/plan.pdf", "../bilagor/plan.pdf"),
        ("file:///m/index.html", "https://example.org/m/plan.pdf", "https://example.org/m/plan.pdf"),
        ("https://example.org/", "file:///C:/m/plan.pdf", "file:///C:/m/plan.pdf"),
        ("file:///m/index.html", "https://[::1/", "https://[::1/"),
    ],
)
def test_a_file_is_quoted_as_seen_from_the_page(page: str, address: str, told: str) -> None:
    assert seen_from(page, address) == told
