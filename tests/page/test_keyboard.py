"""What the keyboard's rules and driver work out without a browser."""

from __future__ import annotations

import pytest

from a11ycheck.documents.page.bypass import PAST, blocks_to_bypass, links_past
from a11ycheck.documents.page.drivers.keyboard import ALT, CTRL, SHIFT, _combination
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.rules.page.worked_by_keyboard import in_tab_order


@pytest.mark.parametrize(
    ("advice", "key", "modifiers"),
    [
        ("Ctrl+M", "m", CTRL),
        ("Ctrl + Alt + K", "k", CTRL | ALT),
        ("Skift+Tab", "Tab", SHIFT),
        ("Ctrl-Esc", "Escape", CTRL),
        ("F6", "F6", 0),
    ],
)
def test_keys_are_pressed_as_a_text_names_them(advice: str, key: str, modifiers: int) -> None:
    assert _combination(advice) == (key, modifiers)


@pytest.mark.parametrize(
    "name",
    [
        "Hoppa till innehållet",
        "Skip to main content",
        "Zum Inhalt springen",
        "Aller au contenu",
        "Siirry sisältöön",
    ],
)
def test_links_past_the_menus_are_known_by_their_words(name: str) -> None:
    assert PAST.match(name)


@pytest.mark.parametrize("name", ["Program", "Skippern", "Hoppas vi ses", "Kontakt"])
def test_other_links_are_not(name: str) -> None:
    assert not PAST.match(name)


@pytest.mark.parametrize(
    ("tabindex", "stops"),
    [
        (None, True),
        ("0", True),
        ("-1", False),
        (" -2 ", False),
        ("tre", True),
        ("-1x", False),
        ("--1", True),
        ("", True),
    ],
)
def test_tabindex_is_read_as_browsers_read_it(tabindex: str | None, stops: bool) -> None:
    attributes = {} if tabindex is None else {"tabindex": tabindex}
    assert in_tab_order(Element("div", attributes, states={"focusable": True})) is stops


def page(href: str, *own: Element) -> Page:
    link = Element("a", {"href": href}, "Om oss", role="link", name="Om oss", path="0.1.0.0")
    return Page.of(Element("nav", {}, link, role="navigation", path="0.1.0"), *own)


def test_a_menu_of_links_within_the_page_is_nothing_to_get_past() -> None:
    text = Element("p", {"id": "a"}, "Välkommen.", path="0.1.1")
    assert not blocks_to_bypass(page("#a", text))
    assert [block.tag for block in blocks_to_bypass(page("/om", text))] == ["nav"]


def test_content_that_comes_first_needs_no_way() -> None:
    link = Element("a", {"href": "/om"}, "Om oss", role="link", path="0.1.1.0")
    menu = Element("nav", {}, link, role="navigation", path="0.1.1")
    assert not blocks_to_bypass(Page.of(Element("p", {}, "Välkommen.", path="0.1.0"), menu))


def test_a_link_past_something_leads_within_the_page() -> None:
    away = Element(
        "a", {"href": "/sv"}, role="link", name="Hoppa till svenska", path="0.1.0", states={"focusable": True}
    )
    past = Element(
        "a", {"href": "#m"}, role="link", name="Hoppa till menyn", path="0.1.1", states={"focusable": True}
    )
    assert links_past(Page.of(away, past)) == [past]
