"""Where pieces of text have a space between them, and where a divided word is mended."""

from __future__ import annotations

import pytest

from a11ycheck.documents.pdf.joining import Point, between, joined_lines, lies_over, tidy

RIGHT = Point(1.0, 0.0)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["ett informa-", "tionstillfälle"], "ett informationstillfälle"),
        (["ett informa\u00ad", "tionstillfälle"], "ett informationstillfälle"),
        (["ett informa\u00ad ", "tionstillfälle"], "ett informationstillfälle"),
        (["Stockholm-", "Göteborg"], "Stockholm- Göteborg"),
        (["för-", "och nackdelar"], "för- och nackdelar"),
        (["two- ", "or threefold"], "two- or threefold"),
        (["skicka e-", "post"], "skicka e- post"),
        (["IT-", "stöd"], "IT- stöd"),
        (["2025-", "talet"], "2025- talet"),
        (["möte", "klockan nio"], "möte klockan nio"),
        (["möte ", " klockan"], "möte klockan"),
        ([], ""),
        (["", "x"], "x"),
    ],
)
def test_lines_become_running_text(lines: list[str], text: str) -> None:
    assert joined_lines(lines) == text


@pytest.mark.parametrize(
    ("start", "gap"),
    [
        (Point(100.5, 20), ""),  # kerning
        (Point(103, 20), " "),  # a space's width
        (Point(101, 17), ""),  # a raised figure
        (Point(10, 32), "\n"),  # the next line
        (Point(10, 60), None),  # far below
        (Point(10, 8), None),  # above: another column
        (Point(40, 20), " "),  # back on the same line
    ],
)
def test_a_piece_is_placed_by_the_end_of_the_last(start: Point, gap: str | None) -> None:
    assert between(Point(100, 20), RIGHT, 10, start) == gap


def test_text_that_runs_upwards_has_its_lines_side_by_side() -> None:
    up = Point(0.0, -1.0)
    assert between(Point(50, 10), up, 10, Point(50, 9.5)) == ""
    assert between(Point(50, 10), up, 10, Point(62, 90)) == "\n"


def test_spaces_painted_over_words_lie_over_them() -> None:
    assert lies_over(Point(100, 20), RIGHT, 10, Point(10, 20))
    assert not lies_over(Point(100, 20), RIGHT, 10, Point(100, 20))


def test_white_space_is_tidied_but_no_break_spaces_stay() -> None:
    assert tidy("  a \n\t b\u00a0c ") == "a b\u00a0c"
