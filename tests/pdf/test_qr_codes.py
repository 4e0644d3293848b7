"""QR codes are found on pages, wherever they stand and however they are drawn."""

from __future__ import annotations

import math
from io import BytesIO

import pikepdf
import pytest
import zxingcpp

from a11ycheck.documents.pdf.open import open_pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item
from a11ycheck.documents.pdf.qr_codes import MOST_PAGES, bands, may_show_code, read
from a11ycheck.documents.pdf.rendering import Rendered
from a11ycheck.outcome import Box

SITE = "https://forum.example.se/anmalan"


def modules() -> list[list[bool]]:
    made = zxingcpp.create_barcode(SITE, zxingcpp.BarcodeFormat.QRCode).to_image(
        scale=1, add_quiet_zones=False
    )
    height, width = made.shape[:2]
    raw = bytes(memoryview(made).cast("B"))
    return [[raw[row * width + column] < 128 for column in range(width)] for row in range(height)]


def drawn(side: float, *, one_path: bool = False, rotate: int = 0, pages: int = 1) -> bytes:
    """A code of vector squares, ``side`` points wide, with its lower left corner at 100, 600."""
    grid = modules()
    module = side / len(grid)
    squares = [
        f"{100 + column * module:.3f} {600 + (len(grid) - 1 - row) * module:.3f} {module:.3f} {module:.3f} re"
        for row, line in enumerate(grid)
        for column, dark in enumerate(line)
        if dark
    ]
    content = "\n".join(squares) + " f" if one_path else "\n".join(f"{square} f" for square in squares)
    pdf = pikepdf.Pdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Contents = pdf.make_stream(content.encode())
        page.obj.Rotate = rotate
    file = BytesIO()
    pdf.save(file)
    return file.getvalue()


@pytest.mark.parametrize("one_path", [False, True])
@pytest.mark.parametrize("side", [45.0, 120.0])
def test_a_code_of_squares_is_found_where_it_stands(side: float, one_path: bool) -> None:
    (code,) = open_pdf(drawn(side, one_path=one_path)).qr_codes.codes
    assert (code.page, code.content) == (1, SITE)
    assert code.box is not None
    found = (code.box.left, code.box.top, code.box.right, code.box.bottom)
    assert found == pytest.approx((100, 242 - side, 100 + side, 242), abs=4)


def test_a_code_on_a_page_turned_round_stands_where_it_is_shown() -> None:
    (code,) = open_pdf(drawn(120, rotate=90)).qr_codes.codes
    assert code.box is not None
    assert (code.box.left, code.box.top) == pytest.approx((600, 100), abs=4)


def test_pages_that_are_not_come_to_are_named() -> None:
    data = drawn(120, pages=MOST_PAGES + 2)
    found = read(Rendered(data), open_pdf(data).drawn)
    assert len({code.page for code in found.codes}) == MOST_PAGES
    assert len(found.unread) == 2
    assert not {code.page for code in found.codes} & set(found.unread)


def test_what_is_no_pdf_has_no_codes() -> None:
    assert read(Rendered(b"%PDF-1.7"), [Drawn(1)]).unread == (1,)


@pytest.mark.parametrize(
    ("kind", "width", "height", "count", "expected"),
    [
        ("image", 60, 60, 1, True),
        ("image", 15, 15, 1, False),
        ("image", 595, 842, 1, True),
        ("path", 60, 60, 1, True),
        ("path", 500, 1, 300, False),
        ("path", 2, 2, 199, False),
        ("path", 2, 2, 200, True),
        ("text", 60, 60, 300, False),
    ],
)
def test_only_pages_that_may_show_a_code_are_looked_at(
    kind: str, width: float, height: float, count: int, expected: bool
) -> None:
    item = Item(kind, box=Box(1, 0, 0, width, height))
    assert may_show_code(Drawn(1, (item,) * count)) is expected


def test_only_the_parts_of_a_page_that_may_show_a_code_are_looked_at() -> None:
    items = (
        Item("text", box=Box(1, 0, 0, 400, 800)),
        Item("image", box=Box(1, 100, 50, 200, 90)),
        Item("path", box=Box(1, 50, 300, 350, 301)),
        *(Item("path", box=Box(1, 60, 500 + 14 * row, 120, 502 + 14 * row)) for row in range(10)),
        Item("image", box=Box(1, 110, 560, 180, 700)),
    )
    assert bands(Drawn(1, items)) == [Box(1, 100, 50, 200, 90), Box(1, 60, 500, 180, 700)]


@pytest.mark.parametrize(
    "drawn", [Drawn(1, (Item("path"),)), Drawn(1, cut_short=True)], ids=["no box", "cut short"]
)
def test_the_whole_page_is_looked_at_where_it_is_not_known_what_is_drawn(drawn: Drawn) -> None:
    (whole,) = bands(drawn)
    assert (whole.left, whole.top, whole.right, whole.bottom) == (-math.inf, -math.inf, math.inf, math.inf)


def test_a_code_far_down_a_page_beside_other_pictures_is_found_where_it_stands() -> None:
    pdf = pikepdf.Pdf.open(BytesIO(drawn(45)))
    page = pdf.pages[0]
    beside = b"0.9 g 20 20 300 100 re f 0 g 400 700 100 40 re f\nBT ET\n"
    page.obj.Contents = pdf.make_stream(beside + b"/A BMC\n" + page.obj.Contents.read_bytes() + b"\nEMC")
    file = BytesIO()
    pdf.save(file)
    (code,) = open_pdf(file.getvalue()).qr_codes.codes
    assert code.content == SITE
    assert code.box is not None
    found = (code.box.left, code.box.top, code.box.right, code.box.bottom)
    assert found == pytest.approx((100, 197, 145, 242), abs=4)
