"""Which text axe-core is spared: only what plainly has enough contrast."""

from __future__ import annotations

import pytest

from a11ycheck.documents.page.model import Element, Frame, Page, Words
from a11ycheck.documents.page.plain_contrast import MOST_DOUBTFUL, WHOLE_PAGE, spared_from_contrast
from a11ycheck.outcome import Box

AA, AAA = "color-contrast", "color-contrast-enhanced"
CLEAR = {
    "display": "block",
    "visibility": "visible",
    "color": "rgb(0, 0, 0)",
    "background-color": "rgba(0, 0, 0, 0)",
    "background-image": "none",
    "opacity": "1",
    "filter": "none",
    "mix-blend-mode": "normal",
    "clip-path": "none",
    "text-shadow": "none",
    "color-scheme": "normal",
}


def box(top: float, bottom: float, left: float = 0, right: float = 500) -> Box:
    return Box(1, left, top, right, bottom)


FIRST_LINE, ITS_TEXT = box(0, 20), box(2, 18, right=300)


def block(*inside: Element | Words, tag: str = "p", place: Box = FIRST_LINE, **styles: str) -> Element:
    written = {name.replace("_", "-"): value for name, value in styles.items()}
    return Element(tag, {}, *inside, box=place, styles={**CLEAR, **written})


def words(place: Box = ITS_TEXT) -> Words:
    return Words("Välkommen till mötet", place)


def page(*body: Element, **root: str) -> Page:
    styles = {**CLEAR, **{name.replace("_", "-"): value for name, value in root.items()}}
    whole = box(0, 1000, right=1280)
    html = Element("html", {}, Element("body", {}, *body, box=whole, styles=CLEAR), box=whole, styles=styles)
    made = Page("https://example.org/", "https://example.org/", (Frame("https://example.org/", html),))
    _number(html, "0")
    for element in html.elements():
        element.frame = made.main
    return made


def _number(element: Element, path: str) -> None:
    element.path = path
    for number, child in enumerate(child for child in element.children if isinstance(child, Element)):
        _number(child, f"{path}.{number}")


def doubtful(page: Page) -> dict[str, tuple[str, ...]]:
    return dict(spared_from_contrast(page).look_at)


def test_a_page_without_text_has_nothing_plain() -> None:
    assert not spared_from_contrast(page(block())).some_text
    assert spared_from_contrast(page(block(words()))).some_text


def test_black_on_white_is_plain() -> None:
    assert doubtful(page(block(words()))) == {AA: (), AAA: ()}


@pytest.mark.parametrize(
    ("colour", "aa", "aaa"),
    [
        ("rgb(89, 89, 89)", (), ()),  # 7.0:1
        ("rgb(90, 90, 90)", (), ("0.0.0",)),  # 6.9:1
        ("rgb(118, 118, 118)", (), ("0.0.0",)),  # 4.5:1
        ("rgb(119, 119, 119)", ("0.0.0",), ("0.0.0",)),  # 4.48:1
    ],
)
def test_the_limits_are_those_for_text_of_any_size(
    colour: str, aa: tuple[str, ...], aaa: tuple[str, ...]
) -> None:
    assert doubtful(page(block(words(), color=colour))) == {AA: aa, AAA: aaa}


@pytest.mark.parametrize(
    "styles",
    [
        {"background_image": "linear-gradient(red, blue)"},
        {"background_color": "rgba(255, 255, 255, 0.5)"},
        {"background_color": "color(srgb 1 1 1)"},
        {"color": "rgba(0, 0, 0, 0.8)"},
        {"color": "oklch(0.2 0.1 30)"},
        {"opacity": "0.9"},
        {"filter": "contrast(0.5)"},
        {"mix_blend_mode": "difference"},
        {"clip_path": "circle(40%)"},
        {"text_shadow": "rgb(0, 0, 0) 1px 1px 2px"},
        {"-webkit-text-fill-color": "rgba(0, 0, 0, 0)"},
    ],
)
def test_what_is_not_one_flat_colour_is_doubtful(styles: dict[str, str]) -> None:
    assert doubtful(page(block(words(), **styles)))[AA] == ("0.0.0",)


def test_transparency_around_the_text_spoils_it_too() -> None:
    assert doubtful(page(block(block(words()), tag="div", opacity="0.5")))[AA] == ("0.0.0.0",)


def test_text_in_a_drawing_is_doubtful() -> None:
    assert doubtful(page(block(block(words(), tag="text"), tag="svg")))[AA] == ("0.0.0.0",)


def test_text_that_reaches_out_of_what_it_stands_on_is_doubtful() -> None:
    dark = {"background_color": "rgb(0, 0, 0)", "color": "rgb(255, 255, 255)"}
    assert doubtful(page(block(words(box(2, 18)), **dark)))[AA] == ()
    assert doubtful(page(block(words(box(2, 40)), **dark)))[AA] == ("0.0.0",)


@pytest.mark.parametrize(
    "other",
    [
        block(tag="img", place=box(10, 30)),
        block(tag="div", place=box(10, 30), background_color="rgb(0, 0, 0)"),
        block(tag="div", place=box(10, 30), background_image="url(tal.png)"),
    ],
)
def test_text_that_something_else_reaches_is_doubtful(other: Element) -> None:
    assert doubtful(page(block(words()), other))[AA] == ("0.0.0",)


def test_what_is_painted_elsewhere_does_not_matter() -> None:
    beside = block(tag="img", place=box(0, 20, left=400))
    below = block(tag="img", place=box(300, 600))
    assert doubtful(page(block(words()), beside, below)) == {AA: (), AAA: ()}


def test_a_pseudo_element_over_the_text_makes_it_doubtful() -> None:
    made = page(block(words()))
    made.main.decorations = ((box(0, 20), "0.0.0"),)
    assert doubtful(made)[AA] == ("0.0.0",)


def test_fields_are_doubtful_and_so_are_frames() -> None:
    inner = Element("html", {}, Element("body", {}, block(words())))
    made = page(block(tag="input"), block(inner, tag="iframe"))
    frame = Frame("https://example.org/karta", inner)
    for element in inner.elements():
        element.frame = frame
        element.path = "0.0.1.f0"
    assert doubtful(made)[AA] == ("0.0.0", "0.0.1")


@pytest.mark.parametrize(
    ("root", "aa"),
    [
        ({"color_scheme": "dark"}, ("0.0.0",)),
        ({"background_image": "url(himmel.jpg)"}, ("0.0.0",)),
        ({"background_color": "rgb(0, 0, 0)"}, ("0.0.0",)),
        ({"background_color": "rgb(240, 240, 240)"}, ()),
    ],
)
def test_the_canvas_has_the_colour_of_the_page(root: dict[str, str], aa: tuple[str, ...]) -> None:
    assert doubtful(page(block(words()), **root))[AA] == aa


def test_where_much_is_doubtful_the_whole_page_is() -> None:
    many = [block(words(), color="rgb(200, 200, 200)") for _ in range(MOST_DOUBTFUL + 1)]
    assert doubtful(page(*many)) == {AA: WHOLE_PAGE, AAA: WHOLE_PAGE}
