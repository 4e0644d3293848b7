"""A PDF's structure elements as the content that all documents share."""

from __future__ import annotations

import pytest

from a11ycheck.documents.content import (
    Block,
    Cell,
    Heading,
    Link,
    Paragraph,
    Picture,
    Table,
)
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.limits import LARGEST_SPAN
from a11ycheck.documents.pdf.page_model import Annotation
from a11ycheck.documents.pdf.to_content import tagged, untagged
from a11ycheck.documents.pdf.tree_model import Element, ObjectReference


def element(kind: str, *kids: Element | ObjectReference, **held: object) -> Element:
    return Element(kind, kids=list(kids), **held)  # type: ignore[arg-type]


def told(*roots: Element, links: tuple[Annotation, ...] = ()) -> list[Block]:
    return list(tagged(roots, list(links), Catalog()).blocks)


def said(*roots: Element) -> list[tuple[str, str]]:
    """Name each block, with its text."""
    return [(type(block).__name__, getattr(block, "text", "")) for block in told(*roots)]


def test_headings_have_their_level() -> None:
    levels = [
        block.level
        for block in told(
            element("H1", text="a"),
            element("H6", text="b"),
            element("H12", text="c"),
            element("H", text="d"),
            element(
                "Document", element("Sect", element("H", text="e"), element("Sect", element("H", text="f")))
            ),
        )
        if isinstance(block, Heading)
    ]
    assert levels == [1, 6, 12, 0, 1, 2]


def test_an_empty_heading_is_a_heading_but_an_empty_paragraph_is_nothing() -> None:
    assert said(element("H1"), element("P")) == [("Heading", "")]


def test_paragraphs_carry_size_weight_language_and_place() -> None:
    (block,) = told(element("P", text="a", size=9.5, bold=True, language="sv", page=4))
    assert isinstance(block, Paragraph)
    assert (block.size, block.bold, block.language) == (9.5, True, "sv")
    assert block.where.steps[0] == ("page", 4)


@pytest.mark.parametrize("kind", ["P", "Caption", "BlockQuote", "Note", "Formula", "Title", "Sect", "Custom"])
def test_what_has_text_is_a_paragraph(kind: str) -> None:
    assert said(element(kind, text="a")) == [("Paragraph", "a")]


def test_what_holds_paragraphs_is_none_itself() -> None:
    quote = element("BlockQuote", element("P", text="a"), element("P", text="b"), text="a b")
    assert said(quote) == [("Paragraph", "a"), ("Paragraph", "b")]


def test_text_straight_in_a_section_is_a_paragraph() -> None:
    section = element("Sect", element("Span", text="loose"), element("P", text="own"), text="loose")
    assert said(section) == [("Paragraph", "loose"), ("Paragraph", "own")]


def test_links_and_pictures_come_after_the_text_they_stand_in() -> None:
    paragraph = element(
        "P", element("Span", element("Link", text="here")), element("Figure", alt="a chart"), text="look here"
    )
    blocks = told(paragraph)
    assert [type(block) for block in blocks] == [Paragraph, Link, Picture]
    assert blocks[2].alt == "a chart"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("figure", "alt"),
    [
        ({"alt": "a", "actual_text": "b"}, "a"),
        ({"actual_text": "b"}, "b"),
        ({"alt": ""}, ""),
        ({}, None),
    ],
)
def test_a_pictures_alternative_is_alt_or_else_its_actual_text(
    figure: dict[str, str], alt: str | None
) -> None:
    (block,) = told(element("Figure", **figure))
    assert isinstance(block, Picture)
    assert (block.alt, block.decorative) == (alt, False)


def test_lists() -> None:
    inner = element("L", element("LI", text="b"))
    body = element("LBody", element("P", text="a"), inner, text="a")
    assert said(element("L", element("LI", element("Lbl", text="1."), body, text="1. a"))) == [
        ("ListItem", "1. a"),
        ("ListItem", "b"),
    ]


def test_a_numbered_heading_is_a_heading_not_a_list_item() -> None:
    body = element("LBody", element("H2", text="Anmälan"), element("P", text="Senast fredag."))
    assert said(element("L", element("LI", element("Lbl", text="1."), body, text="1."))) == [
        ("Heading", "Anmälan"),
        ("Paragraph", "Senast fredag."),
    ]


def test_a_table_of_contents_is_a_list() -> None:
    item = element("TOCI", element("Reference", element("Link", text="Tid 3")), text="Tid 3")
    assert said(element("TOC", item)) == [("ListItem", "Tid 3"), ("Link", "Tid 3")]


def test_tables_have_rows_cells_headers_and_spans() -> None:
    table = element(
        "Table",
        element("Caption", text="Dagordning"),
        element("THead", element("TR", element("TH", text="Tid"), element("TH", text="Punkt"))),
        element(
            "TBody",
            element("TR", element("TD", text="9", attributes={"RowSpan": 2, "ColSpan": 2_000_000_000})),
            element(
                "Div", element("TR", element("TD", text="x", attributes={"ColSpan": -3, "RowSpan": "2"}))
            ),
        ),
    )
    (block,) = told(table)
    assert isinstance(block, Table)
    assert block.caption == "Dagordning"
    assert block.rows == (
        (Cell("Tid", header=True), Cell("Punkt", header=True)),
        (Cell("9", columns=LARGEST_SPAN, rows=2),),
        (Cell("x"),),
    )


def test_what_is_in_cells_comes_after_the_table() -> None:
    inner = element("Table", element("TR", element("TD", element("P", text="inner"), text="inner")))
    cell = element(
        "TD",
        element("P", element("Link", text="here"), text="here"),
        element("L", element("LI", text="item")),
        element("H3", text="heading"),
        element("Figure", alt="a"),
        inner,
        text="here item heading",
    )
    blocks = told(element("Table", element("TR", cell)))
    assert [type(block).__name__ for block in blocks] == ["Table", "Link", "Heading", "Picture", "Table"]
    assert [cell.text for cell in blocks[4].cells()] == ["inner"]  # type: ignore[attr-defined]


def test_links_lead_where_their_annotations_do() -> None:
    named = element("Link", text="by the parent tree")
    annotations = (
        Annotation(1, "Link", uri="https://example.org/a", index=0),
        Annotation(1, "Link", uri="https://example.org/b", index=1, element=named),
        Annotation(1, "Link", uri="https://example.org/c", index=2, text="loose", contents="words"),
    )
    referred = element("Link", element("Span", ObjectReference(1, 0)), text="by its kid")
    blocks = told(referred, named, element("Link", text="nowhere"), links=annotations)
    assert [(block.text, block.target) for block in blocks if isinstance(block, Link)] == [
        ("by its kid", "https://example.org/a"),
        ("by the parent tree", "https://example.org/b"),
        ("nowhere", ""),
        ("loose", "https://example.org/c"),
    ]


def test_a_link_without_words_has_those_of_its_picture() -> None:
    (link, picture) = told(element("Link", element("Figure", alt="Home")))
    assert isinstance(link, Link)
    assert link.text == "Home"
    assert isinstance(picture, Picture)


def test_artifacts_are_left_out() -> None:
    assert said(element("Artifact", element("P", text="a"))) == []


def test_notes_come_after_the_paragraph_they_belong_to() -> None:
    assert said(element("P", element("Note", element("P", text="n"), text="n"), text="a")) == [
        ("Paragraph", "a"),
        ("Paragraph", "n"),
    ]


def test_untagged_documents_have_paragraphs_and_links_only() -> None:
    links = [
        Annotation(1, "Link", text="here", uri="https://example.org"),
        Annotation(1, "Link"),
        Annotation(1, "Text"),
    ]
    content = untagged([Paragraph("a"), Paragraph("")], links, Catalog(title="t", language="sv"))
    assert not content.structured
    assert (content.title, content.language) == ("t", "sv")
    assert [type(block).__name__ for block in content.blocks] == ["Paragraph", "Link"]
    assert content.blocks[0].language == "sv"
