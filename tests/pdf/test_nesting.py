"""The table of what may hold what, held against what is known of it."""

from __future__ import annotations

import pytest

from a11ycheck.documents.pdf.nesting import EVERYTHING, ROOMS, holdings
from a11ycheck.documents.pdf.standard_types import PDF_2_0
from a11ycheck.documents.pdf.tree_model import Element

RULES = 1_632
"""Pairs of parent and child that veraPDF 1.28 tests for table 5 of ISO/TS 32005."""
RULES_FOR_ROOT = 53
"""The root of the tree holds one Document, and none of the 52 others."""


def test_the_table_forbids_as_many_pairs_as_are_known() -> None:
    assert (
        sum(len(EVERYTHING - room.welcome) + len(room.once) for room in ROOMS.values())
        == RULES - RULES_FOR_ROOT
    )


def test_the_table_is_about_the_standard_types() -> None:
    with_levels = {"Hn" if name[0] == "H" and name[1:].isdigit() else name for name in PDF_2_0}
    assert EVERYTHING - {"content"} == with_levels
    assert set(ROOMS) == with_levels - {"Div", "Part", "NonStruct"}
    assert all(room.once <= room.welcome <= EVERYTHING for room in ROOMS.values())


@pytest.mark.parametrize(
    ("parent", "child", "may"),
    [
        # ISO 32000-2, annex L, as amended.
        ("Table", "TR", True),
        ("Table", "TD", False),
        ("TR", "TH", True),
        ("TR", "P", False),
        ("L", "LI", True),
        ("LI", "P", False),
        ("LBody", "P", True),
        ("P", "Table", True),
        ("P", "P", False),
        ("P", "Figure", True),
        ("Document", "Span", False),
        ("Link", "Link", False),
        ("Caption", "Caption", False),
        ("Figure", "Caption", True),
    ],
)
def test_some_pairs_that_everybody_knows(parent: str, child: str, may: bool) -> None:
    (found,) = holdings([Element(parent, kids=[Element(child)])])
    assert (found.stray is None) is may


def test_each_fault_of_a_tag_is_told_once() -> None:
    table = Element(
        "Table",
        kids=[Element("P"), Element("P"), Element("TD"), Element("THead"), Element("THead"), (1, 0, 0)],
    )
    found = list(holdings([table]))
    assert [each.stray.type for each in found if each.stray] == ["P", "TD"]
    assert [each.repeated for each in found if each.repeated] == ["THead"]
    assert [each.bare for each in found if each.bare] == [True]
    assert len(found) == 4
