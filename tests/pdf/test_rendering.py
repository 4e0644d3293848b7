"""Pictures of places on pages: what is cut out, how large it is, and where the place is in it."""

from __future__ import annotations

import math
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pdf.making import Made
from PIL import Image, ImageChops

from a11ycheck.documents.crop import LARGEST_CROP, Crop
from a11ycheck.documents.pdf import rendering
from a11ycheck.documents.pdf.open import open_pdf
from a11ycheck.documents.pdf.rendering import Rendered
from a11ycheck.outcome import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

FIXTURES = Path(__file__).parents[2] / "fixtures"
INVITATION = FIXTURES / "meetings" / "forumkonferensen" / "good" / "inbjudan.pdf"
PICTURE = Box(2, 56.7, 641.55, 382.65, 761.15)
"""The photograph on the second page of the invitation, which is A4."""


def made(content: bytes, pages: int = 1, size: Sequence[float] = (0, 0, 595, 842)) -> bytes:
    document = Made()
    for _ in range(pages):
        document.page(content, MediaBox=list(size))
    file = BytesIO()
    document.pdf.save(file)
    return file.getvalue()


def crop(data: bytes, boxes: Sequence[Box]) -> Sequence[Crop | None]:
    return open_pdf(data).crops(boxes)


def opened(crop: Crop) -> Image.Image:
    image = Image.open(BytesIO(crop.data))
    assert Image.MIME[image.format or ""] == crop.media_type
    assert image.size == (crop.width, crop.height)
    return image.convert("RGB")


def only(data: bytes, box: Box) -> Crop:
    (found,) = crop(data, [box])
    assert found is not None
    return found


def test_the_mark_is_where_the_place_is() -> None:
    black = only(made(b"100 700 60 20 re f"), Box(1, 100, 122, 160, 142))
    image = opened(black)
    inked = ImageChops.invert(image).getbbox()
    assert inked is not None
    left, top, right, bottom = black.mark
    across, down = black.width, black.height
    assert inked == pytest.approx((left * across, top * down, right * across, bottom * down), abs=2)
    # 320 points wide and 70 high.
    assert across / down == pytest.approx(320 / 70, rel=0.05)


def test_a_wide_place_is_shown_with_a_margin() -> None:
    left, top, right, bottom = only(INVITATION.read_bytes(), PICTURE).mark
    width, height = PICTURE.right - PICTURE.left, PICTURE.bottom - PICTURE.top
    assert left * width / (right - left) == pytest.approx(24, abs=2)
    assert top * height / (bottom - top) == pytest.approx(24, abs=2)


@pytest.mark.parametrize("box", [PICTURE, Box(1, 0, 0, 595, 500), Box(1, 56.7, 42.45, 538.6, 104.8)])
def test_a_picture_is_small_and_not_higher_than_it_need_be(box: Box) -> None:
    found = only(INVITATION.read_bytes(), box)
    assert len(found.data) <= LARGEST_CROP
    assert found.height <= found.width * 300 / min(595.3, box.right - box.left + 48) + 2
    assert opened(found).getcolors(1) is None


def test_a_whole_page_is_shown_whole_and_small() -> None:
    found = only(INVITATION.read_bytes(), Box(1, 0, 0, 595.3, 841.9))
    assert found.mark == pytest.approx((0, 0, 1, 1), abs=0.01)
    assert found.height / found.width == pytest.approx(841.9 / 595.3, rel=0.02)
    assert found.width < 400


def test_a_place_at_the_edge_of_a_page_is_shown_as_far_as_the_page_reaches() -> None:
    found = only(made(b"0 822 30 20 re f"), Box(1, -40, -10, 30, 20))
    assert found.mark[:2] == (0, 0)
    assert found.mark[2] == pytest.approx(30 / 320, abs=0.01)


def test_an_enormous_page_is_shown_small() -> None:
    found = only(made(b"", size=(0, 0, 14_400, 14_400)), Box(1, 0, 0, 14_400, 200))
    assert 300 < found.width <= 1_000


@pytest.mark.parametrize(
    "box",
    [
        Box(1, 700, 0, 800, 100),
        Box(1, 0, 900, 10, 1_000),
        Box(1, math.nan, 0, 10, 10),
        Box(1, 0, 0, math.inf, 10),
        Box(2, 0, 0, 10, 10),
        Box(0, 0, 0, 10, 10),
    ],
    ids=["beside", "below", "no number", "endless", "no such page", "no page"],
)
def test_what_is_on_no_page_has_no_picture(box: Box) -> None:
    assert crop(made(b"0 0 99 99 re f"), [box]) == [None]


def test_a_page_that_must_not_be_rendered_has_no_picture() -> None:
    document = Made()
    form = document.form(b"/X Do")
    form.Resources = {"/XObject": {"/X": form}}
    document.page(b"/X Do", objects={"/X": form})
    document.page(b"0 0 99 99 re f")
    file = BytesIO()
    document.pdf.save(file)
    unsafe, safe = crop(file.getvalue(), [Box(1, 0, 0, 10, 10), Box(2, 0, 0, 10, 10)])
    assert unsafe is None
    assert safe is not None


def test_only_the_first_pages_named_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "MOST_PAGES_CROPPED", 2)
    places = [Box(page, 0, 0, 50, 50) for page in (3, 1, 3, 2)]
    found = crop(made(b"0 0 99 99 re f", pages=3), places)
    assert [one is not None for one in found] == [True, True, True, False]


def test_no_picture_is_begun_when_the_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 2.0, 100.0, 101.0])
    monkeypatch.setattr(rendering, "process_time", lambda: next(clock))
    found = crop(made(b"0 0 99 99 re f"), [Box(1, 0, 0, 50, 50)] * 4)
    assert [one is not None for one in found] == [True, True, False, False]


def test_a_document_is_closed_when_nobody_holds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[object] = []
    close = rendering._close

    def closing(document: object, data: bytes) -> None:
        closed.append(document)
        close(document, data)

    monkeypatch.setattr(rendering, "_close", closing)
    document = Rendered(made(b""))
    for _ in range(2):
        with document.page(1) as page:
            assert page
    assert not closed
    del document
    assert len(closed) == 1
