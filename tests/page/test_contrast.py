"""How text and icons stand out is told from pictures of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageDraw

from a11ycheck.documents.page.contrast_pixels import (
    LETTER_COLOUR,
    LaidText,
    Shots,
    faint_icon,
    falls_short,
    judged,
    standing_out,
    stands_out,
)
from a11ycheck.outcome import Box

WIDE, HIGH = 400, 40
LINE = Box(1, 10, 8, 390, 32)
WORDS = "Tisdagen den 14 april ses alla i Folkets hus"
WHITE = (255, 255, 255)


def ground(left: tuple[int, int, int], right: tuple[int, int, int]) -> Image.Image:
    """A surface that goes from one colour to another."""
    picture = Image.new("RGB", (WIDE, HIGH))
    for x in range(WIDE):
        colour = tuple(round(a + (b - a) * x / WIDE) for a, b in zip(left, right, strict=True))
        picture.paste((colour[0], colour[1], colour[2]), (x, 0, x + 1, HIGH))
    return picture


def lettered(picture: Image.Image, colour: tuple[int, int, int]) -> Image.Image:
    picture = picture.copy()
    ImageDraw.Draw(picture).text((10, 8), WORDS, fill=colour, font_size=16)
    return picture


def text(colour: tuple[int, int, int] | None) -> LaidText:
    return LaidText("0.1.0", (LINE,), colour, 1.0, 16.0, bold=False, haloed=False)


def shots(under: Image.Image, colour: tuple[int, int, int]) -> Shots:
    return Shots(0, 0, lettered(under, colour), under)


class TestText:
    def test_stands_out_where_the_palest_of_the_background_is_dark_enough(self) -> None:
        under = ground((20, 30, 60), (70, 70, 90))
        found = stands_out(text(WHITE), shots(under, WHITE), 4.5)
        assert found is not None
        assert found.lost == 0
        assert 8 < found.ratio < 12

    def test_half_of_it_is_lost_where_half_of_the_background_is_pale(self) -> None:
        under = ground((0, 0, 0), (255, 255, 255))
        assert stands_out(text(WHITE), shots(under, WHITE), 4.5) is None
        found = judged(text(WHITE), shots(under, WHITE), lettered(under, LETTER_COLOUR), 4.5)
        assert found is not None
        # White has 4.5:1 on grey of level 118, which is 46 % of the way.
        assert 0.35 < found.lost < 0.6
        assert found.ratio < 4.5

    def test_letters_in_the_colour_of_the_background_count_among_the_lost(self) -> None:
        under = ground((255, 255, 255), (255, 255, 255))
        under.paste((0, 0, 0), (0, 0, 200, HIGH))
        found = judged(text(WHITE), shots(under, WHITE), lettered(under, LETTER_COLOUR), 4.5)
        assert found is not None
        assert found.lost > 0.3
        assert found.ratio == 1

    @pytest.mark.parametrize("needed", [4.5, 7.0])
    def test_falls_short_only_where_no_letter_reaches_what_is_needed(self, needed: float) -> None:
        under = ground((200, 200, 200), (255, 255, 255))
        pale, grey = (150, 150, 150), (95, 95, 95)
        assert falls_short(text(pale), shots(under, pale), needed) is not None
        assert (falls_short(text(grey), shots(under, grey), needed) is None) == (needed == 4.5)

    def test_nothing_is_told_of_text_that_nobody_sees(self) -> None:
        under = ground(WHITE, WHITE)
        assert judged(text(WHITE), shots(under, WHITE), lettered(under, LETTER_COLOUR), 4.5) is None
        assert stands_out(text(WHITE), shots(under, WHITE), 4.5) is None
        assert falls_short(text(WHITE), shots(under, WHITE), 4.5) is None

    def test_a_veil_over_the_text_counts_by_what_is_seen(self) -> None:
        under = ground((90, 90, 90), (90, 90, 90))
        grey = (120, 120, 120)
        found = judged(text(WHITE), shots(under, grey), lettered(under, LETTER_COLOUR), 4.5)
        assert found is None or found.foreground == "#787878"
        assert stands_out(text(WHITE), shots(under, grey), 4.5) is None

    def test_nothing_fails_while_the_background_moves(self) -> None:
        under, later = ground((200, 200, 200), WHITE), ground((90, 90, 90), (120, 120, 120))
        moving = Shots(0, 0, lettered(under, WHITE), later)
        assert judged(text(WHITE), moving, lettered(later, LETTER_COLOUR), 4.5) is None

    def test_text_with_a_halo_never_fails(self) -> None:
        under = ground((230, 230, 230), WHITE)
        haloed = replace(text(WHITE), haloed=True)
        assert judged(haloed, shots(under, WHITE), lettered(under, LETTER_COLOUR), 4.5) is None
        assert falls_short(haloed, shots(under, WHITE), 4.5) is None

    def test_text_outside_of_the_pictures_is_not_told_of(self) -> None:
        under = ground((20, 30, 60), (70, 70, 90))
        below = replace(text(WHITE), lines=(Box(1, 10, 908, 390, 932),))
        assert stands_out(below, shots(under, WHITE), 4.5) is None
        assert judged(below, shots(under, WHITE), lettered(under, LETTER_COLOUR), 4.5) is None


class TestIcon:
    def icon(self, colour: tuple[int, int, int]) -> Shots:
        under = Image.new("RGB", (40, 40), WHITE)
        shown = under.copy()
        ImageDraw.Draw(shown).ellipse((8, 8, 32, 32), outline=colour, width=3)
        return Shots(0, 0, shown, under)

    def test_is_faint_where_no_part_of_it_stands_out(self) -> None:
        found = faint_icon("0.1.0", Box(1, 4, 4, 36, 36), self.icon((200, 200, 200)), None)
        assert found is not None
        assert found.ratio == pytest.approx(1.67, abs=0.02)

    def test_is_not_faint_where_it_is_dark(self) -> None:
        assert faint_icon("0.1.0", Box(1, 4, 4, 36, 36), self.icon((90, 90, 90)), None) is None

    def test_thin_lines_are_believed_to_have_the_colour_of_their_style(self) -> None:
        paled = self.icon((170, 170, 170))
        assert faint_icon("0.1.0", Box(1, 4, 4, 36, 36), paled, 4.5) is None


class TestFocus:
    def ring(self, colour: tuple[int, int, int]) -> float | None:
        without = Image.new("RGB", (200, 100), WHITE)
        ImageDraw.Draw(without).rectangle((60, 40, 140, 60), fill=(30, 60, 120))
        shown = without.copy()
        ImageDraw.Draw(shown).rectangle((56, 36, 144, 64), outline=colour, width=3)
        return standing_out(shown, without)

    def test_a_dark_ring_stands_out(self) -> None:
        assert (self.ring((26, 79, 139)) or 0) > 3

    def test_a_pale_ring_does_not(self) -> None:
        assert self.ring((221, 221, 221)) == pytest.approx(1.36, abs=0.03)

    def test_where_nothing_changes_nothing_is_told(self) -> None:
        same = Image.new("RGB", (20, 20), WHITE)
        assert standing_out(same, same) is None
