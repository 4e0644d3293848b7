"""Pictures of text are told from others by how they look."""

from __future__ import annotations

import random

import pytest
from PIL import Image, ImageDraw

from a11ycheck.documents.page.drivers.pictures import looks_written


def written(text: str, ground: str = "white", ink: str = "black") -> Image.Image:
    picture = Image.new("RGB", (240, 40), ground)
    ImageDraw.Draw(picture).text((10, 10), text, fill=ink, font_size=16)
    return picture


@pytest.mark.parametrize(
    ("ground", "ink"), [("white", "black"), ("#003366", "white"), ("#ffcc00", "#222222")]
)
def test_a_line_of_words_on_a_plain_ground_looks_written(ground: str, ink: str) -> None:
    assert looks_written(written("Anmälan är öppen", ground, ink))


def test_a_wide_picture_is_judged_by_what_is_left_when_it_is_made_smaller() -> None:
    assert looks_written(written("Anmälan är öppen").resize((1440, 240)))


def test_plain_pictures_and_single_signs_do_not_look_written() -> None:
    assert not looks_written(Image.new("RGB", (240, 40), "white"))
    assert not looks_written(written("A"))


def test_a_picture_without_a_plain_ground_does_not_look_written() -> None:
    random.seed(1)
    photograph = Image.frombytes("RGB", (240, 120), random.randbytes(240 * 120 * 3))
    assert not looks_written(photograph)


def test_a_drawing_of_a_few_lines_does_not_look_written() -> None:
    picture = Image.new("RGB", (240, 120), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((20, 20, 100, 100), outline="black", width=3)
    draw.ellipse((120, 20, 200, 100), outline="black", width=3)
    assert not looks_written(picture)
