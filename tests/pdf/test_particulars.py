"""What only PDF/UA-2 asks of annotations, as it is read from a file."""

from __future__ import annotations

from typing import Any

import pytest
from pdf.making import Made, written
from pikepdf import Array, Dictionary, Name, String

from a11ycheck.documents.pdf.open import open_pdf
from a11ycheck.documents.pdf.page_model import Particulars

RICH = (
    '<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml"><p>Kl. <b>18</b></p><p>Rum 2</p></body>'
)


def read(subtype: str, made: Made | None = None, **held: Any) -> Particulars:
    made = made or Made()
    annotation = made.indirect(Subtype=Name(f"/{subtype}"), Rect=Array([0, 0, 9, 9]), **held)
    made.page(Annots=Array([annotation]))
    if subtype == "Widget":
        if above := held.get("Parent"):
            above.Kids = Array([annotation])
        made.pdf.Root.AcroForm = Dictionary(Fields=Array([above or annotation]))
    return open_pdf(made.done()).annotations[0].particulars


def test_flags_name_file_and_actions_are_read() -> None:
    file = Dictionary(UF=String("budget.xlsx"), AFRelationship=Name.Data)
    assert read("FileAttachment", F=33, FS=file) == Particulars(flags=33, has_file=True, relationship="Data")
    assert read("FileAttachment", FS=String("budget.xlsx")) == Particulars(has_file=True)
    assert read("Stamp", Name=Name.Approved, AA=Dictionary()) == Particulars(
        icon="Approved", has_actions=True
    )


def test_rich_text_is_its_words() -> None:
    made = Made()
    assert read("FreeText", RC=String(RICH)).rich_contents == "Kl. 18Rum 2"
    assert read("FreeText", made, RC=made.pdf.make_stream(RICH.encode())).rich_contents == "Kl. 18Rum 2"
    assert read("FreeText").rich_contents is None


@pytest.mark.parametrize(
    "broken", ["", "<p>Kl. 18", "Kl. 18", '<!DOCTYPE p [<!ENTITY a "aaaa">]><p>&a;</p>' * 2]
)
def test_rich_text_that_is_no_xml_says_nothing(broken: str) -> None:
    assert read("FreeText", RC=String(broken)).rich_contents is None


def test_a_text_field_has_its_values_from_the_field_above_it() -> None:
    made = Made()
    above = made.indirect(FT=Name.Tx, T=String("namn"), V=String("Åsa"), RV=String("<p>Åsa Ek</p>"))
    assert read("Widget", made, Parent=above) == Particulars(value="Åsa", rich_value="Åsa Ek")
    assert read("Widget", FT=Name.Btn, V=Name.Yes, RV=String("<p>Ja</p>")) == Particulars()


def signature(content: bytes, **objects: Any) -> bool:
    made = Made()
    held = {
        f"/{key}": made.form(value) if isinstance(value, bytes) else value for key, value in objects.items()
    }
    resources = Dictionary(XObject=Dictionary(held))
    appearance = made.form(content, Resources=resources)
    if "Self" in objects:
        appearance.Resources.XObject["/Self"] = appearance
    return read("Widget", made, FT=Name.Sig, AP=Dictionary(N=appearance)).draws_graphic


def test_a_signature_is_shown_with_a_graphic_or_with_text_alone() -> None:
    assert not signature(written("Underskrivet av Åsa Ek"))
    assert signature(b"0 0 m 9 9 l S")
    assert signature(b"/Inner Do", Inner=b"0 0 9 9 re f")
    assert not signature(b"/Inner Do", Inner=written("Åsa Ek"))
    assert not signature(b"0 0 9 9 re W n")


def test_decoration_in_a_signature_does_not_count() -> None:
    assert not signature(b"/Artifact BMC 0 0 9 9 re f EMC")
    assert signature(b"/Artifact BMC EMC 0 0 9 9 re f")


def test_a_signature_that_draws_itself_ends() -> None:
    assert not signature(b"/Self Do", Self=7)


def test_an_image_in_a_signature_is_a_graphic() -> None:
    made = Made()
    image = made.pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    appearance = made.form(b"/Im Do", Resources=Dictionary(XObject=Dictionary(Im=image)))
    assert read("Widget", made, FT=Name.Sig, AP=Dictionary(N=appearance)).draws_graphic


def test_an_annotation_in_an_artifact_is_no_content_however_deep() -> None:
    made = Made()
    annotation = made.indirect(Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), StructParent=0)
    page = made.page(Annots=Array([annotation]))
    space = made.indirect(NS=String("http://iso.org/pdf2/ssn"))
    holder = made.element("Span", Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page))
    artifact = made.element("Artifact", made.element("P", holder), NS=space)
    made.tree(made.element("Document", artifact), ParentTree=Dictionary(Nums=Array([0, holder])))
    (read_annotation,) = open_pdf(made.done()).annotations
    assert read_annotation.element is not None
    assert read_annotation.is_artifact
