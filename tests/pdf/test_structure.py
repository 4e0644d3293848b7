"""The structure tree: order, types, languages, attributes, and what the elements say."""

from __future__ import annotations

from typing import Any

import pytest
from pdf.making import Made, marked, written
from pikepdf import Array, Dictionary, Name, String

from a11ycheck.documents.pdf import limits
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.open import open_pdf
from a11ycheck.documents.pdf.tree_model import Element, ObjectReference
from a11ycheck.trouble import CouldNotCheck


def tagged(content: bytes, *roots: Any, made: Made, **tree: Any) -> Pdf:
    """Return what comes of a document with one page; ``roots`` are (tag, *kids) with numbers for marked content."""
    page = made.page(content)

    def element(given: Any) -> Any:
        if not isinstance(given, tuple):
            return given
        kind, *kids = given
        held = kids.pop() if kids and isinstance(kids[-1], dict) else {}
        return made.element(kind, *(element(kid) for kid in kids), page=page, **held)

    made.tree(*(element(root) for root in roots), **tree)
    return open_pdf(made.done())


def only(pdf: Pdf, kind: str) -> Element:
    (found,) = pdf.elements_of(kind)
    return found


def test_kids_keep_their_order_among_marked_content() -> None:
    content = b"".join(marked(number, written(f"word{number}", x=10 + 40 * number)) for number in range(3))
    pdf = tagged(content, ("P", 0, ("Span", 1), 2), made=Made())
    paragraph = only(pdf, "P")
    assert [type(kid).__name__ for kid in paragraph.kids] == ["tuple", "Element", "tuple"]
    assert paragraph.kids[0] == (1, 0, 0)
    assert paragraph.text == "word0 word1 word2"
    assert [element.number for element in pdf.elements] == [1, 2]
    assert only(pdf, "Span").parent is paragraph
    assert pdf.roots == (paragraph,)


def test_text_is_in_the_trees_order_not_the_pages() -> None:
    content = marked(1, written("second")) + marked(0, written("first", y=20))
    assert only(tagged(content, ("P", 0, 1), made=Made()), "P").text == "first second"


def test_a_word_split_over_spans_has_no_space_in_it() -> None:
    # “Till” ends where “gång” begins: T 611, i 222, l 222, l 222 at 10 points is 12.77.
    content = marked(0, written("Till")) + marked(1, written("gång", x=22.8))
    assert only(tagged(content, ("P", ("Span", 0), ("Span", 1)), made=Made()), "P").text == "Tillgång"


def test_blocks_have_a_space_between_them() -> None:
    content = marked(0, written("1.")) + marked(1, written("Ett", x=18.4)) + marked(2, written("Två", x=33))
    pdf = tagged(content, ("L", ("LI", ("Lbl", 0), ("LBody", ("P", 1), ("P", 2)))), made=Made())
    assert only(pdf, "LI").text == "1. Ett Två"
    assert only(pdf, "L").text == ""


def test_holders_have_only_what_stands_in_them_directly() -> None:
    content = marked(0, written("loose")) + marked(1, written("own", y=20))
    pdf = tagged(content, ("Document", ("Sect", 0, ("P", 1))), made=Made())
    assert only(pdf, "Document").text == ""
    assert only(pdf, "Sect").text == "loose"
    assert only(pdf, "P").text == "own"


def test_a_nested_list_is_told_of_by_itself_but_belongs_to_its_cell() -> None:
    content = b"".join(
        marked(n, written(word, y=80 - 12 * n)) for n, word in enumerate(["outer", "inner", "after"])
    )
    items = ("LI", ("LBody", 0, ("L", ("LI", ("LBody", 1))), 2))
    pdf = tagged(content, ("Table", ("TR", ("TD", ("L", items)))), made=Made())
    assert [item.text for item in pdf.elements_of("LI")] == ["outer after", "inner"]
    assert only(pdf, "TD").text == "outer inner after"


def test_actual_text_stands_for_what_is_painted() -> None:
    content = (
        marked(0, written("T1ll"))
        + marked(
            1, written("informa") + b"/Span <</ActualText <FEFF00AD>>> BDC " + written("-", x=44) + b"EMC "
        )
        + marked(2, written("tion", y=38))
        + b"/Span <</MCID 3 /ActualText (fi)>> BDC "
        + written("x", y=26)
        + written("y", x=40, y=26)
        + b"EMC "
    )
    pdf = tagged(
        content,
        ("P", ("Span", 0, {"ActualText": String("Till")})),
        ("P", 1, 2),
        ("P", 3),
        made=Made(),
    )
    assert [paragraph.text for paragraph in pdf.elements_of("P")] == ["Till", "information", "fi"]


def test_artifacts_in_tagged_content_are_not_read() -> None:
    content = marked(0, written("said") + b"/Artifact BMC " + written("not", x=60) + b"EMC ")
    assert only(tagged(content, ("P", 0), made=Made()), "P").text == "said"


def test_size_weight_box_and_page() -> None:
    made = Made()
    made.page()
    bold = made.indirect(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica-Bold"))
    page = made.page(
        marked(0, written("small") + b"BT /F2 20 Tf 10 20 Td (large and bold) Tj ET "), fonts={"/F2": bold}
    )
    made.tree(made.element("P", 0, page=page))
    paragraph = only(open_pdf(made.done()), "P")
    assert (paragraph.page, paragraph.size, paragraph.bold) == (2, 20, True)
    assert paragraph.box is not None
    assert (paragraph.box.page, paragraph.box.left, paragraph.box.top, paragraph.box.bottom) == (
        2,
        10,
        42,
        84,
    )


def test_the_page_is_that_of_the_first_content_else_its_own() -> None:
    made = Made()
    first, second = made.page(), made.page(marked(0, written("here")))
    made.tree(
        made.element("Sect", made.element("P", 0, page=second), page=first), made.element("P", page=first)
    )
    pdf = open_pdf(made.done())
    assert [element.page for element in pdf.elements] == [2, 2, 1]


def test_languages_are_inherited() -> None:
    made = Made()
    made.pdf.Root.Lang = String("sv")
    pdf = tagged(
        b"",
        ("Sect", ("P", {"Lang": String("en")}), ("P", ("Span", {"Lang": String("")}))),
        made=made,
    )
    assert [(e.type, e.own_language, e.language) for e in pdf.elements] == [
        ("Sect", None, "sv"),
        ("P", "en", "en"),
        ("P", None, "sv"),
        ("Span", "", ""),
    ]


def test_entries_of_an_element() -> None:
    held = {
        "T": String("Title"),
        "Alt": String("Ålt"),
        "E": String("expanded"),
        "ID": String("id7"),
        "A": Dictionary(
            O=Name.Table, Scope=Name.Column, Headers=Array([String("a"), String("b")]), ColSpan=2
        ),
    }
    element = only(tagged(b"", ("TH", held), made=Made()), "TH")
    assert (element.title, element.alt, element.expansion, element.id) == ("Title", "Ålt", "expanded", "id7")
    assert element.attributes == {"Scope": "Column", "Headers": ("a", "b"), "ColSpan": 2}
    assert element.actual_text is None
    assert element.has_parent_pointer


def test_attributes_come_from_classes_and_the_elements_own_win() -> None:
    made = Made()
    classes = Dictionary(
        {
            "/wide": Array(
                [Dictionary(O=Name.Table, ColSpan=3), Dictionary(O=Name.Layout, Placement=Name.Block)]
            ),
            "/tall": Dictionary(O=Name.Table, RowSpan=4, ColSpan=2),
        }
    )
    own = Array(
        [Dictionary(O=Name.Table, RowSpan=9), 0, Dictionary(O=Name.Layout, BBox=Array([0, 1.5, 2, 3]))]
    )
    held = {"C": Array([Name.wide, 0, Name.tall, Name.unknown]), "A": own}
    element = only(tagged(b"", ("TD", held), made=made, ClassMap=classes), "TD")
    assert element.attributes == {"ColSpan": 2, "RowSpan": 9, "Placement": "Block", "BBox": (0, 1.5, 2, 3)}


@pytest.mark.parametrize(
    ("roles", "tag", "kind", "loops", "remaps"),
    [
        ({"/Standard": Name.P}, "Standard", "P", False, False),
        ({"/A": Name.B, "/B": Name.H1}, "A", "H1", False, False),
        ({"/A": Name.B, "/B": Name.C}, "A", "C", False, False),
        ({"/A": Name.B, "/B": Name.A}, "A", "A", True, False),
        ({"/A": Name.A}, "A", "A", True, False),
        ({"/P": Name.H1}, "P", "H1", False, True),
        ({"/P": Name.Book}, "P", "P", False, True),
        ({"/A": Name.P, "/P": Name.H1}, "A", "P", False, False),
        ({"/A": String("x")}, "A", "", False, False),
        ({}, "Odd", "Odd", False, False),
    ],
)
def test_the_role_map_is_followed_to_the_end(
    roles: dict[str, Any], tag: str, kind: str, loops: bool, remaps: bool
) -> None:
    pdf = tagged(b"", (tag,), made=Made(), RoleMap=Dictionary(roles))
    (element,) = pdf.elements
    assert (element.tag, element.type) == (tag, kind or tag)
    assert (element.role_map_loop, element.remaps_standard) == (loops, remaps)


def test_namespaces_have_role_maps_of_their_own() -> None:
    made = Made()
    standard = made.indirect(Type=Name.Namespace, NS=String("http://iso.org/pdf2/ssn"))
    own = made.indirect(
        Type=Name.Namespace,
        NS=String("http://example.org/ns"),
        RoleMapNS=Dictionary(chapter=Name.Sect, note=Array([Name.FENote, standard]), loop=Name.loop),
    )
    pdf = tagged(
        b"",
        ("Em", {"NS": standard}),
        ("chapter", {"NS": own}),
        ("note", {"NS": own}),
        ("loop", {"NS": own}),
        ("other", {"NS": own}),
        made=made,
    )
    assert [element.type for element in pdf.elements] == ["Em", "Sect", "FENote", "loop", "other"]


def test_marked_content_on_other_pages_and_in_forms() -> None:
    made = Made()
    form = made.form(marked(0, written("in a form")))
    page = made.page(b"/Fm Do", objects={"/Fm": form})
    other = made.page(marked(5, written("elsewhere")))
    references = (
        Dictionary(Type=Name.MCR, MCID=5, Pg=other),
        Dictionary(Type=Name.MCR, MCID=0, Pg=page, Stm=form),
    )
    made.tree(made.element("P", *references, page=page))
    pdf = open_pdf(made.done())
    paragraph = only(pdf, "P")
    number = pdf.drawn[0].items[0].stream
    assert paragraph.kids == [(2, 0, 5), (1, number, 0)]
    assert paragraph.text == "elsewhere in a form"
    assert paragraph.page == 2


def test_all_of_a_form_belongs_to_the_content_it_is_drawn_in() -> None:
    made = Made()
    form = made.form(written("whole") + b"/Span BMC " + written("form", x=50) + b"EMC")
    page = made.page(marked(0, b"/Fm Do "), objects={"/Fm": form})
    made.tree(made.element("Figure", 0, page=page))
    assert only(open_pdf(made.done()), "Figure").text == "whole form"


def test_an_annotations_element_is_the_one_that_the_parent_tree_names() -> None:
    made = Made()
    page = made.page(marked(0, written("link text")))
    named = made.link(page, (10, 40, 60, 60), "https://example.org/a", StructParent=3)
    stray = made.link(page, (10, 10, 60, 20), "https://example.org/b", StructParent=9)
    reference = Dictionary(Type=Name.OBJR, Obj=stray, Pg=page)
    link = made.element("Link", 0, Dictionary(Type=Name.OBJR, Obj=named), page=page)
    made.tree(link, made.element("Link", reference))
    made.pdf.Root.StructTreeRoot.ParentTree = Dictionary(
        Kids=Array([made.indirect(Nums=Array([0, Array([link]), 3, link]), Limits=Array([0, 3]))])
    )
    pdf = open_pdf(made.done())
    first, second = pdf.annotations
    assert first.element is pdf.roots[0]
    assert first.text == "link text"
    assert second.element is None
    assert pdf.roots[0].kids[1] == ObjectReference(1, 0)
    assert pdf.roots[1].kids == [ObjectReference(1, 1)]


def test_a_tree_that_bites_its_tail_is_read_once_round() -> None:
    made = Made()
    inner = made.element("P")
    outer = made.element("Sect", inner)
    inner.K = Array([outer, inner, outer])
    made.tree(outer)
    made.page()
    assert [element.type for element in open_pdf(made.done()).elements] == ["Sect", "P"]


def test_a_parent_tree_that_bites_its_tail_ends() -> None:
    made = Made()
    page = made.page()
    made.link(page, (0, 0, 9, 9), "https://example.org", StructParent=1)
    tree = made.tree(made.element("P"))
    node = made.indirect()
    node.Kids = Array([node, node])
    tree.ParentTree = node
    assert open_pdf(made.done()).annotations[0].element is None


def test_a_tree_nested_too_deeply_is_not_checked() -> None:
    made = Made()
    made.page()
    element = made.element("P")
    for _ in range(30_000):
        element = made.element("Sect", element)
    made.tree(element)
    with pytest.raises(CouldNotCheck) as refused:
        open_pdf(made.done())
    assert refused.value.trouble.reason == "too-deep"


@pytest.mark.parametrize("limit", ["MOST_ELEMENTS", "MOST_KIDS"])
def test_a_tree_too_large_is_not_checked(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(limits, limit, 20)
    made = Made()
    made.page()
    made.tree(*(made.element("P", 1, 2) for _ in range(21)))
    with pytest.raises(CouldNotCheck) as refused:
        open_pdf(made.done())
    assert refused.value.trouble.reason == "too-big"


def test_content_that_is_named_twice_is_read_once() -> None:
    pdf = tagged(marked(0, written("once")), ("P", 0, 0), ("P", 0), made=Made())
    assert [paragraph.text for paragraph in pdf.elements_of("P")] == ["once", ""]


def test_text_that_would_square_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_TEXT", 30)
    long = {"ActualText": String("x" * 10)}
    pdf = tagged(b"", *(("P", ("Span", long)) for _ in range(5)), made=Made())
    assert [len(paragraph.text) for paragraph in pdf.elements_of("P")] == [10, 0, 0, 0, 0]


@pytest.mark.parametrize(
    "kid",
    [
        -1,
        10**18,
        String("x"),
        Name.X,
        Array([Array([3])]),
        Dictionary(Type=Name.MCR),
        Dictionary(Type=Name.MCR, MCID=String("x"), Pg=3),
        Dictionary(Type=Name.OBJR, Obj=String("x")),
        Dictionary(S=String("x"), K=Dictionary(S=3, A=3, C=String("y"), Lang=5, NS=6, P=7, Pg=8, Alt=9)),
    ],
)
def test_odd_kids_do_no_harm(kid: Any) -> None:
    made = Made()
    made.page()
    made.tree(made.element("P", kid))
    assert only(open_pdf(made.done()), "P").text == ""


def test_text_strings_that_cannot_be_decoded_are_read_as_far_as_possible() -> None:
    made = Made()
    made.page()
    made.tree(made.element("Figure", Alt=String(b"\xef\xbb\xbfok\xff"), T=String(b"\xfe\xff\xd8\x00\x00A")))
    figure = only(open_pdf(made.done()), "Figure")
    assert figure.alt is not None
    assert "ok" in figure.alt
    figure.title.encode()
