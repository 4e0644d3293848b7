"""Whether links, bookmarks and actions lead to tags (ISO 32000-2, 12.3.2.3 and 12.6.4.2)."""

from __future__ import annotations

from typing import Any

import pytest
from pdf.making import Made
from pikepdf import Array, Dictionary, Name, String

from a11ycheck.documents.pdf.catalog_model import Jump
from a11ycheck.documents.pdf.open import open_pdf


class Leading(Made):
    """A document with a page, a heading, and names for both."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = self.page()
        self.heading = self.element("H1")
        self.tree(self.element("Document", self.heading))
        self.to_page = Array([self.sheet, Name.Fit])
        self.to_tag = Array([self.heading, Name.Fit])
        names = Array([String("sida"), self.to_page, String("tagg"), Dictionary(SD=self.to_tag)])
        self.pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
        self.pdf.Root.Dests = Dictionary(Sida=self.to_page, Tagg=self.to_tag)

    def bookmark(self, **held: Any) -> None:
        item = self.indirect(Title=String("Dagordning"), **held)
        self.pdf.Root.Outlines = Dictionary(First=item, Last=item)

    def jumps(self) -> tuple[Jump, ...]:
        return open_pdf(self.done()).jumps


@pytest.mark.parametrize(
    ("destination", "to_tag"),
    [
        ("to_page", False),
        ("to_tag", True),
        (String("sida"), False),
        (String("tagg"), True),
        (String("borta"), False),
        (Name.Sida, False),
        (Name.Tagg, True),
        (Name.Borta, False),
        (Array([]), False),
        (7, False),
    ],
)
def test_a_destination_leads_to_a_tag_or_to_a_page(destination: Any, to_tag: bool) -> None:
    made = Leading()
    made.bookmark(Dest=getattr(made, destination) if isinstance(destination, str) else destination)
    assert made.jumps() == (Jump("bookmark", "Dagordning", to_tag=to_tag),)


@pytest.mark.parametrize(
    ("held", "to_tag"),
    [
        ({"D": "to_page"}, False),
        ({"D": "to_page", "SD": "to_tag"}, True),
        # A structure element has no place in D: readers of PDF 1.7 expect a page there.
        ({"D": "to_tag"}, False),
        ({"D": String("sida")}, False),
        ({"D": String("tagg")}, True),
        ({}, False),
    ],
)
def test_an_action_leads_to_a_tag_by_sd_or_by_name(held: dict[str, Any], to_tag: bool) -> None:
    made = Leading()
    entries = {key: getattr(made, value) if isinstance(value, str) else value for key, value in held.items()}
    made.bookmark(A=Dictionary(S=Name.GoTo, **entries))
    assert made.jumps() == (Jump("bookmark", "Dagordning", to_tag=to_tag, by_action=True),)


def test_everything_that_leads_somewhere_is_found() -> None:
    made = Leading()
    go = Dictionary(S=Name.GoTo, D=made.to_page)
    link = made.link(
        made.sheet, (0, 0, 9, 9), "https://forum.example.se", Contents=String("Till dagordningen")
    )
    del link.A
    link.Dest = made.to_tag
    made.link(made.sheet, (0, 0, 9, 9), "https://forum.example.se", AA=Dictionary(E=go))
    made.sheet.AA = Dictionary(O=made.indirect(S=Name.JavaScript, Next=Array([go])))
    made.pdf.Root.OpenAction = made.to_page
    assert [(jump.kind, jump.page, jump.to_tag, jump.by_action) for jump in made.jumps()] == [
        ("opening", 0, False, False),
        ("page", 1, False, True),
        ("link", 1, True, False),
        ("link", 1, False, True),
    ]


def test_actions_elsewhere_and_in_circles_are_no_matter() -> None:
    made = Leading()
    action = made.indirect(S=Name.GoTo, D=made.to_page)
    action.Next = Array([action, Dictionary(S=Name.GoToR, D=made.to_page), Dictionary(S=Name.URI)])
    made.pdf.Root.OpenAction = action
    made.bookmark(A=action)
    assert made.jumps() == (Jump("opening", to_tag=False, by_action=True),)


def test_links_know_whether_they_lead_to_the_same() -> None:
    made = Leading()
    other = made.element("H1")
    for held in (
        {"Dest": made.to_tag},
        {"Dest": String("tagg")},
        {"A": Dictionary(S=Name.GoTo, D=made.to_page, SD=made.to_tag)},
        {"Dest": Array([other, Name.Fit])},
        {"Dest": made.to_page},
        {"A": Dictionary(S=Name.URI, URI=String("https://forum.example.se"))},
    ):
        link = made.link(made.sheet, (0, 0, 9, 9), "")
        del link.A
        for key, value in held.items():
            link[f"/{key}"] = value
    targets = [annotation.particulars.target for annotation in open_pdf(made.done()).annotations]
    assert targets[0] == targets[1] == targets[2] != ""
    assert targets[3] not in ("", targets[0])
    assert targets[4:] == ["", "https://forum.example.se"]


@pytest.mark.parametrize(
    ("held", "page"),
    [
        ({"Dest": "to_page"}, 1),
        ({"Dest": String("sida")}, 1),
        ({"Dest": Name.Sida}, 1),
        ({"Dest": String("borta")}, 0),
        ({"Dest": Name.Borta}, 0),
        ({"Dest": Array([])}, 0),
        ({"Dest": Array([None, Name.Fit])}, 0),
        ({"Dest": Array([Dictionary(Type=Name.Page), Name.Fit])}, 0),
        ({"Dest": Array([0, Name.Fit])}, 1),
        ({"Dest": Array([1, Name.Fit])}, 0),
        ({"Dest": Array([-1, Name.Fit])}, 0),
        ({}, 0),
        ({"A": Dictionary(S=Name.GoTo)}, 0),
        ({"A": Dictionary(S=Name.GoTo, D=String("sida"))}, 1),
        ({"A": Dictionary(S=Name.URI, URI=String("https://forening.example.se"))}, None),
        ({"A": Dictionary(S=Name.GoToR, D=Array([0, Name.Fit]))}, None),
        ({"Dest": "to_tag"}, None),
        ({"Dest": String("tagg")}, None),
    ],
)
def test_a_link_leads_to_a_page_of_the_document_or_to_none(held: dict[str, Any], page: int | None) -> None:
    made = Leading()
    found = {key: getattr(made, value) if isinstance(value, str) else value for key, value in held.items()}
    made.sheet.Annots = Array([Dictionary(Subtype=Name.Link, Rect=Array([10, 10, 90, 30]), **found)])
    (link,) = open_pdf(made.done()).annotations
    assert link.leads_to == page
