"""A page that is a file is the same wherever its folder lies: answers and waivers go with it to other machines."""

from __future__ import annotations

import pytest

from a11ycheck import Outcome, Where
from a11ycheck.documents.content import Content
from a11ycheck.documents.page.model import Element, Fetched, Frame, Page
from a11ycheck.documents.page.routing import CONTENT_OFF
from a11ycheck.registry import all_rules

FOLDERS = ("file:///home/anna/arsmote/", "file:///C:/Users/bo/Documents/arsmote/")


def in_folder(folder: str) -> Page:
    track = Element("track", {"src": "film.vtt", "kind": "captions", "srclang": "sv"})
    framed = Element("html", {"lang": "sv"}, Element("body", {}, Element("p", {}, "Karta")))
    frame = Element("iframe", {"src": "karta.html"}, framed, exposed=True)
    page = Page.of(
        Element("a", {"href": "kallelse.pdf"}, "Kallelse", role="link", name="Kallelse"),
        Element("a", {"href": "a.html"}, "Anmäl dig", role="link", name="Anmäl dig"),
        Element("a", {"href": "b.html"}, "Anmäl dig", role="link", name="Anmäl dig"),
        Element("a", {"href": "c.html", "target": "_blank"}, role="link"),
        Element("iframe", {"src": "program.pdf"}, name="Program"),
        Element("iframe", {"src": "film.mp4"}),
        Element("video", {"src": "tal.mp4"}, track),
        frame,
        fetched={
            folder + name: Fetched(404, folder + name) for name in ("kallelse.pdf", "film.vtt", "a.html")
        },
    )
    page.requested = page.address = page.main.address = folder + "index.html"
    shown = Frame(folder + "karta.html", framed, owner=frame)
    for element in framed.elements():
        element.frame = shown
    page.frames = (page.main, shown)
    return page


def found_in(page: Page) -> list[tuple[str, Where, Outcome]]:
    models = {Page: page, Content: page.content}
    return [
        (name, target.where, outcome)
        for name, rule in all_rules().items()
        if rule.document in models and name not in CONTENT_OFF and not name.startswith("axe-")
        for target, outcome in rule.apply(models[rule.document], rule.options)
        if outcome.message
    ]


@pytest.fixture(scope="module")
def found() -> list[list[tuple[str, Where, Outcome]]]:
    return [found_in(in_folder(folder)) for folder in FOLDERS]


def test_what_is_found_in_a_file_is_the_same_in_any_folder(
    found: list[list[tuple[str, Where, Outcome]]],
) -> None:
    first, second = found
    assert first == second


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("page-linked-document-there", "kallelse.pdf"),
        ("page-embedded-pdf", "program.pdf"),
        ("page-track-there", "film.vtt"),
        ("page-links-with-same-name", "a.html"),
    ],
)
def test_a_file_is_told_as_seen_from_the_page(
    found: list[list[tuple[str, Where, Outcome]]], rule: str, told: str
) -> None:
    quoted = [value for name, _, outcome in found[0] if name == rule for value in outcome.data.values()]
    assert told in quoted
