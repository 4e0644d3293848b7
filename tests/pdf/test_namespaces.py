"""What tags stand for where they belong to namespaces (ISO 32000-2, 14.7.4 and 14.8.6)."""

from __future__ import annotations

from typing import Any

import pytest
from pdf.making import Made
from pikepdf import Array, Dictionary, Name, String

from a11ycheck.documents.pdf.open import open_pdf
from a11ycheck.documents.pdf.standard_types import MATHML_NAMESPACE, PDF_1_7_NAMESPACE, PDF_2_0_NAMESPACE
from a11ycheck.documents.pdf.tree_model import Element

OWN = "https://forum.example.se/taggar"


def read(
    tag: str, uri: str = "", role_map: dict[str, str] | None = None, **mapped: str | tuple[str, str]
) -> Element:
    """Return an element as read. ``mapped`` is the role map of its namespace: to a tag, or a tag and a namespace."""
    made = Made()
    made.page()
    held: dict[str, Any] = {}
    spaces = {
        name: made.indirect(Type=Name.Namespace, NS=String(name))
        for name in (PDF_1_7_NAMESPACE, PDF_2_0_NAMESPACE)
    }
    if uri:
        spaces.setdefault(uri, made.indirect(Type=Name.Namespace, NS=String(uri)))
        held["NS"] = spaces[uri]
    if mapped:
        spaces[uri].RoleMapNS = Dictionary(
            {
                f"/{key}": Name(f"/{to}")
                if isinstance(to, str)
                else Array([Name(f"/{to[0]}"), spaces[to[1]]])
                for key, to in mapped.items()
            }
        )
    roles = Dictionary({f"/{key}": Name(f"/{to}") for key, to in (role_map or {}).items()})
    made.tree(made.element(tag, **held), RoleMap=roles)
    return open_pdf(made.done()).elements[0]


@pytest.mark.parametrize(
    ("element", "standard"),
    [
        (read("P"), "P"),
        (read("H3"), "Hn"),
        (read("Brödtext"), ""),
        (read("Brödtext", role_map={"Brödtext": "P"}), "P"),
        (read("Brödtext", role_map={"Brödtext": "Text", "Text": "P"}), "P"),
        # A tag of PDF 2.0 has to say that it is one; one of PDF 1.7 alone does not become one of PDF 2.0.
        (read("Title"), ""),
        (read("Title", PDF_2_0_NAMESPACE), "Title"),
        (read("H9", PDF_2_0_NAMESPACE), "Hn"),
        (read("H9"), ""),
        (read("Note", PDF_2_0_NAMESPACE), ""),
        (read("Note", PDF_1_7_NAMESPACE), "Note"),
        (read("mfrac", MATHML_NAMESPACE), "MathML"),
        (read("p", "http://www.w3.org/1999/xhtml"), ""),
        # The document's role map is not for tags of other namespaces.
        (read("Rubrik", OWN, {"Rubrik": "H1"}), ""),
        (read("Rubrik", OWN, Rubrik=("H1", PDF_2_0_NAMESPACE)), "Hn"),
        (read("Rubrik", OWN, Rubrik="H1"), "Hn"),
        (read("Not", OWN, Not=("FENote", PDF_2_0_NAMESPACE)), "FENote"),
        (read("Not", OWN, Not=("Note", PDF_2_0_NAMESPACE)), ""),
        (read("Note", PDF_1_7_NAMESPACE, Note=("FENote", PDF_2_0_NAMESPACE)), "FENote"),
        (read("Text", role_map={"Text": "Title", "Title": "P"}), "P"),
    ],
)
def test_a_tag_stands_for_a_standard_one_of_its_namespace(element: Element, standard: str) -> None:
    assert element.standard == standard
    assert element.has_meaning is bool(standard)


def test_a_standard_tag_that_is_led_nowhere_loses_its_meaning() -> None:
    assert read("P", role_map={"P": "Stycke"}).loses_meaning
    assert read("Title", PDF_2_0_NAMESPACE, Title="Rubrik").loses_meaning
    assert not read("P", role_map={"P": "Stycke", "Stycke": "Span"}).loses_meaning
    assert not read("Stycke").loses_meaning


def test_a_circle_is_one_in_any_role_map() -> None:
    assert read("P", role_map={"P": "P"}).role_map_loop
    assert read("A", role_map={"A": "P", "P": "A"}).role_map_loop
    assert read("A", OWN, A=("B", OWN), B=("A", OWN)).role_map_loop
    assert not read("A", OWN, A=("B", OWN), B=("P", PDF_2_0_NAMESPACE)).role_map_loop
    assert read("P", role_map={"P": "P"}).standard == "P"


def test_a_twin_is_another_tag_of_a_namespace_passed_before() -> None:
    assert read("A", OWN, A=("B", OWN)).twin == "B"
    assert read("P", PDF_2_0_NAMESPACE, P=("Span", PDF_2_0_NAMESPACE)).twin == "Span"
    assert read("A", OWN, A=("P", PDF_2_0_NAMESPACE)).twin == ""
    assert read("A", role_map={"A": "B", "B": "P"}).twin == ""


def test_a_long_chain_of_roles_ends() -> None:
    chain = {f"T{count}": f"T{count + 1}" for count in range(5_000)}
    assert not read("T0", role_map={**chain, "T5000": "P"}).has_meaning


def test_what_an_element_refers_to_may_come_before_or_after_it() -> None:
    made = Made()
    made.page()
    note = made.element("FENote")
    mark = made.element("Lbl", Ref=Array([note]))
    note.Ref = Array([mark, made.indirect(S=Name.Lost), 7])
    made.tree(made.element("Document", mark, note))
    document = open_pdf(made.done()).elements[0]
    read_mark, read_note = document.children
    assert read_mark.refers_to == (read_note,)
    assert read_note.refers_to == (read_mark,)


@pytest.mark.parametrize(
    "odd", [7, String("x"), Name.P, Array([]), Dictionary(NS=7), Dictionary(RoleMapNS=Array([]))]
)
def test_namespaces_that_are_none_are_no_namespace(odd: Any) -> None:
    made = Made()
    made.page()
    made.tree(made.element("P", NS=odd))
    assert open_pdf(made.done()).elements[0].standard == "P"
