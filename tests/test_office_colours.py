"""Colours of themes: every way of naming and changing one, and what is not known is not guessed."""

from __future__ import annotations

import pytest
from lxml import etree

from a11ycheck.documents.office.theme_colours import (
    OFFICE_THEME,
    OWN_MAP,
    A,
    Paint,
    fraction,
    on,
    read_paint,
    read_theme,
    word_colour,
)


def paint(colour: str) -> Paint | None:
    holder = etree.fromstring(f'<a:solidFill xmlns:a="{A[1:-1]}">{colour}</a:solidFill>')
    return read_paint(holder, OFFICE_THEME)


def changed(base: str, change: str) -> str:
    found = paint(f'<a:srgbClr val="{base}">{change}</a:srgbClr>')
    assert found is not None
    return found.colour


@pytest.mark.parametrize(
    ("colour", "found"),
    [
        ('<a:srgbClr val="0563c1"/>', "0563C1"),
        ('<a:schemeClr val="bg1"/>', "FFFFFF"),
        ('<a:schemeClr val="accent2"/>', "C0504D"),
        ('<a:prstClr val="white"/>', "FFFFFF"),
        ('<a:sysClr val="window"/>', "FFFFFF"),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', "FF0000"),
        ('<a:hslClr hue="7200000" sat="100000" lum="50000"/>', "00FF00"),
        ('<a:srgbClr val="rött"/>', None),
        ('<a:schemeClr val="accent99"/>', None),
        ('<a:schemeClr val="phClr"/>', None),
        ('<a:prstClr val="moccasin"/>', None),
        ('<a:sysClr val="highlight"/>', None),
        ("<a:otherClr/>", None),
        ("", None),
    ],
)
def test_a_colour_is_found_by_any_name_or_not_at_all(colour: str, found: str | None) -> None:
    seen = paint(colour)
    assert (seen.colour if seen else None) == found


@pytest.mark.parametrize(
    ("base", "change", "found"),
    [
        # Half the light is BC in sRGB (IEC 61966-2-1).
        ("FFFFFF", '<a:shade val="50000"/>', "BCBCBC"),
        ("000000", '<a:tint val="50000"/>', "BCBCBC"),
        ("FF0000", '<a:lumMod val="50000"/>', "800000"),
        ("800000", '<a:lumOff val="25000"/>', "FF0000"),
        ("FF0000", '<a:satMod val="0"/>', "808080"),
        ("FF0000", '<a:lum val="100000"/>', "FFFFFF"),
        ("FF0000", '<a:hueOff val="12000000"/>', "00FF00"),
        ("FF0000", "<a:comp/>", "00FFFF"),
        ("FF0000", "<a:inv/>", "00FFFF"),
        ("00FF00", "<a:gray/>", "B6B6B6"),
        ("336699", "<a:other/>", "336699"),
    ],
)
def test_a_colour_is_changed_as_it_says(base: str, change: str, found: str) -> None:
    assert changed(base, change) == found


def test_gamma_and_its_inverse_undo_each_other() -> None:
    assert changed("336699", "<a:gamma/><a:invGamma/>") == "336699"


def test_transparency_is_kept_and_seen_on_a_background() -> None:
    seen = paint('<a:srgbClr val="000000"><a:alpha val="50000"/></a:srgbClr>')
    assert seen is not None
    assert seen.over("FFFFFF") == "808080"
    assert seen.over(None) is None


def test_automatic_text_is_black_on_light_and_white_on_dark() -> None:
    assert (on("FFFFFF"), on("FFFF00"), on("1F3864"), on("000000")) == (
        "000000",
        "000000",
        "FFFFFF",
        "FFFFFF",
    )


def test_a_theme_that_cannot_be_read_is_that_of_office() -> None:
    assert read_theme(None) is OFFICE_THEME
    assert read_theme(etree.fromstring("<theme/>")) is OFFICE_THEME


@pytest.mark.parametrize(
    ("value", "name", "tint", "shade", "found"),
    [
        ("FF0000", None, None, None, "FF0000"),
        ("auto", None, None, None, ""),
        ("FF0000", "none", None, None, "FF0000"),
        ("FF0000", "accent9", None, None, "FF0000"),
        ("FF0000", "text1", None, None, "000000"),
        # Word writes 7F7F7F beside “text1” with tint 80, and BFBFBF beside “background1” with shade BF.
        ("7F7F7F", "text1", "80", None, "7F7F7F"),
        ("BFBFBF", "background1", None, "BF", "BFBFBF"),
    ],
)
def test_words_colours_go_by_the_theme_first(
    value: str, name: str | None, tint: str | None, shade: str | None, found: str
) -> None:
    assert word_colour(value, name, tint, shade, OFFICE_THEME, OWN_MAP) == found


@pytest.mark.parametrize(
    ("value", "found"), [("50000", 0.5), ("50%", 0.5), ("", 1.0), (None, 1.0), ("nan", 1.0), ("1e999", 1.0)]
)
def test_a_share_is_thousandths_or_percent(value: str | None, found: float) -> None:
    assert fraction(value) == found
