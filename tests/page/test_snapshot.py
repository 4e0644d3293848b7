"""What the browser says of a page becomes elements, and those become content; a recorded answer, no browser.

``snapshot.json`` is what Chromium 156 said of ``snapshot.html`` (DOMSnapshot and Accessibility of its protocol).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.documents.content import Heading, Link, ListItem, Paragraph, Picture, Table
from a11ycheck.documents.page.model import Element, Page, span_of
from a11ycheck.documents.page.snapshot import MOST_ELEMENTS, frames_of

RECORDED = json.loads((Path(__file__).parent / "snapshot.json").read_text("utf-8"))
ADDRESS = "https://example.org/snapshot.html"


@pytest.fixture(scope="module")
def page() -> Page:
    frames, not_read = frames_of(RECORDED["snapshot"], RECORDED["trees"])
    assert not not_read
    return Page(ADDRESS, ADDRESS, tuple(frames))


def one(page: Page, tag: str, number: int = 0) -> Element:
    return list(page.elements(tag))[number]


def test_roles_names_and_where_they_come_from(page: Page) -> None:
    found = [
        (el.role, el.name, el.named_from)
        for el in page.elements("h1", "a", "img", "input", "button", "iframe")
    ]
    assert found == [
        ("heading", "Rubrik fettext", "contents"),
        ("link", "programmet", "contents"),
        ("img", "Logga", "alt"),
        ("textbox", "Namn", "labelwrapped"),
        ("textbox", "E-post", "placeholder"),
        ("button", "Sök", "aria-label"),
        ("iframe", "Ram", "title"),
        ("button", "Knapp", "contents"),
    ]


def test_states_and_values(page: Page) -> None:
    assert one(page, "h1").states["level"] == 1
    assert one(page, "input").value == "Kim"
    assert one(page, "a").is_focusable
    assert not one(page, "p").is_focusable


def test_an_element_that_listens_for_clicks_is_known(page: Page) -> None:
    assert [el.text for el in page.elements("div", "p", "span") if el.clickable] == ["Klick"]


def test_what_is_seen_and_what_is_only_read(page: Page) -> None:
    seen = page.root.visible_text
    assert "Bara för skärmläsare" in page.root.text
    assert "Bara för skärmläsare" not in seen
    assert "Gömt" not in page.root.text
    assert "Rubrik fettext Läs programmet." in seen


def test_shadow_trees_and_slots_are_read_as_they_are_shown(page: Page) -> None:
    card = one(page, "my-card")
    assert card.text == "skugga ljust namn"
    assert [el.tag for el in card.inside()] == ["b", "slot", "slot", "i"]
    assert one(page, "b", 1).in_shadow
    assert not one(page, "i").in_shadow


def test_frames_hang_in_their_owners_and_their_places_count_from_the_page(page: Page) -> None:
    owner, button = one(page, "iframe"), one(page, "button", 1)
    assert [frame.owner for frame in page.frames] == [None, owner]
    assert button.frame is page.frames[1]
    assert owner in button.ancestors()
    assert owner.box is not None
    assert button.box is not None
    assert button.box.top > owner.box.top
    assert page.by_path[f"{owner.path}.f0"].tag == "html"
    assert [el.tag for el in page.main.elements()].count("html") == 1


def test_the_language_of_a_frame_is_not_the_pages(page: Page) -> None:
    assert one(page, "h1").language == "sv"
    assert one(page, "button", 1).language == ""


def test_addresses_are_full(page: Page) -> None:
    assert one(page, "a").address == "https://example.org/program.pdf"


def test_the_content_that_all_documents_share(page: Page) -> None:
    blocks = page.content.blocks
    assert [(b.level, b.text) for b in blocks if isinstance(b, Heading)] == [(1, "Rubrik fettext")]
    assert [(b.text, b.around) for b in blocks if isinstance(b, Link)] == [("programmet", "Läs programmet.")]
    assert [b.alt for b in blocks if isinstance(b, Picture)] == ["Logga"]
    assert [b.text for b in blocks if isinstance(b, ListItem)] == ["Ett", "Ett A", "Två"]
    assert [b.text for b in blocks if isinstance(b, Paragraph)][:1] == ["Läs programmet."]
    (table,) = (b for b in blocks if isinstance(b, Table))
    assert [[(c.text, c.header) for c in row] for row in table.rows] == [
        [("Tid", True), ("Punkt", True)],
        [("9.00", False), ("Start", False)],
    ]
    assert table.caption == "Tider"


def test_facts(page: Page) -> None:
    facts = page.facts()
    assert (facts.title, facts.language, facts.outline) == ("Webbsida", "sv", ((1, "Rubrik fettext"),))
    assert facts.links == (("programmet", "https://example.org/program.pdf"),)


def _chain(count: int, parents: list[int]) -> dict[str, Any]:
    """A snapshot of ``count`` elements with nothing laid out."""
    nodes = {
        "parentIndex": parents,
        "nodeType": [1] * count,
        "nodeName": [0] * count,
        "backendNodeId": list(range(count)),
        "attributes": [[]] * count,
    }
    layout: dict[str, list[Any]] = {"nodeIndex": [], "styles": [], "bounds": [], "text": []}
    return {"strings": ["DIV"], "documents": [{"frameId": -1, "nodes": nodes, "layout": layout}]}


def test_a_page_of_too_many_elements_is_read_in_part_and_says_so() -> None:
    frames, not_read = frames_of(_chain(MOST_ELEMENTS + 5, [-1] + [0] * (MOST_ELEMENTS + 4)), {})
    assert not_read == f"more than {MOST_ELEMENTS} elements"
    assert sum(1 for _ in frames[0].elements()) == MOST_ELEMENTS


def test_elements_nested_without_end_are_read_as_deep_as_browsers_parse() -> None:
    count = 5_000
    frames, _ = frames_of(_chain(count, list(range(-1, count - 1))), {})
    assert sum(1 for _ in frames[0].elements()) == 600


@given(st.lists(st.integers(-2, 30), min_size=1, max_size=30))
def test_parents_that_make_no_tree_end(parents: list[int]) -> None:
    frames, _ = frames_of(_chain(len(parents), parents), {})
    assert all(sum(1 for _ in frame.elements()) <= len(parents) for frame in frames)


@pytest.mark.parametrize(
    ("given", "columns"),
    [
        ("2", 2),
        (" 3 ", 3),
        ("007", 7),
        ("0", 1),
        ("", 1),
        ("två", 1),
        ("-2", 1),
        ("1001", 1_000),
        ("9" * 9_000, 1_000),
    ],
)
def test_a_cell_spans_what_its_attribute_says_within_reason(given: str, columns: int) -> None:
    assert span_of(given) == columns
