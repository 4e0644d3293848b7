"""Numbered headings are counted through the whole document."""

from __future__ import annotations

from a11ycheck import Status
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.rules.pdfua1.headings import heading_alone_in_part, heading_numbers_in_order


def test_a_heading_that_skips_a_level_is_what_the_next_counts_from() -> None:
    pdf = Pdf(roots=(Element("H1"), Element("H3"), Element("H4")))
    outcomes = [outcome.status for _, outcome in heading_numbers_in_order.apply(pdf, {})]
    assert outcomes == [Status.PASSED, Status.FAILED, Status.PASSED]


def test_unnumbered_headings_are_counted_once_for_each_tag_however_deep() -> None:
    below = Element("Div", kids=[Element("H"), Element("P")])
    for _ in range(400):
        below = Element("Div", kids=[below])
    pdf = Pdf(roots=(Element("Sect", kids=[Element("H"), below]),))
    failing = [
        target.where
        for target, outcome in heading_alone_in_part.apply(pdf, {})
        if outcome.status is Status.FAILED
    ]
    assert failing == [pdf.roots[0].where]
