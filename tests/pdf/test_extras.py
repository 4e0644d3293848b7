"""What stands beside text and tags: header, layers, embedded files, films and sounds, pages of other files, fields."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pdf.making import Made
from pikepdf import Array, Dictionary, Name

from a11ycheck.documents.pdf.extras import header_of
from a11ycheck.documents.pdf.extras_model import EmbeddedFile, LayerConfiguration, MediaClip, ReferenceForm
from a11ycheck.documents.pdf.open import open_pdf
from a11ycheck.documents.pdf.page_model import Annotation


@pytest.mark.parametrize(
    ("data", "header"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "%PDF-1.7"),
        (b"%PDF-1.4\r\n1 0 obj", "%PDF-1.4"),
        (b"%PDF-1.4 \r1 0 obj", "%PDF-1.4 "),
        (b"x %PDF-1.4\n", "x %PDF-1.4"),
        (b"a line before\n%PDF-1.4\n", "%PDF-1.4"),
        (b"%PDF-1.7", "%PDF-1.7"),
        (b"nothing", ""),
    ],
)
def test_the_header_is_the_whole_line(data: bytes, header: str) -> None:
    assert header_of(data) == header


def annotated(pdf: Made, **held: Any) -> pikepdf.Object:
    """Add a page with one annotation."""
    annotation = pdf.indirect(Type=Name.Annot, Rect=Array([10, 10, 90, 30]), **held)
    return pdf.page(Annots=Array([annotation]))


def test_layer_configurations_are_the_default_and_its_alternatives() -> None:
    pdf = Made()
    pdf.page()
    plain, named, automatic = Dictionary(), Dictionary(Name="Karta"), Dictionary(Name="Tryck", AS=Array())
    pdf.pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=plain, Configs=Array([named, automatic]))
    assert open_pdf(pdf.done()).extras.layer_configurations == (
        LayerConfiguration(1),
        LayerConfiguration(2, "Karta"),
        LayerConfiguration(3, "Tryck", True),
    )


def test_embedded_files_are_found_wherever_they_are_listed_and_told_once() -> None:
    pdf = Made()
    stream = pdf.pdf.make_stream(b"data")
    listed = pdf.indirect(EF=Dictionary(F=stream), F="a.csv", UF="å.csv")
    shown = pdf.indirect(EF=Dictionary(F=stream), UF="b.csv", Desc="Budget")
    associated = pdf.indirect(EF=Dictionary(F=stream), F="c.csv")
    elsewhere = pdf.indirect(F="https://forum.example.se/d.csv")
    page = annotated(pdf, Subtype=Name.FileAttachment, FS=shown)
    page.AF = Array([associated, listed, elsewhere])
    pdf.pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(["a", listed])))
    assert open_pdf(pdf.done()).extras.embedded_files == (
        EmbeddedFile("a.csv", "å.csv", is_listed=True),
        EmbeddedFile("c.csv", "", 1),
        EmbeddedFile("", "b.csv", 1, is_described=True),
    )


def clip(**held: Any) -> Dictionary:
    return Dictionary({"/S": Name.MCD, **{f"/{key}": value for key, value in held.items()}})


def played(rendition: Dictionary) -> tuple[MediaClip, ...]:
    pdf = Made()
    annotated(pdf, Subtype=Name.Screen, A=Dictionary(S=Name.Rendition, R=rendition))
    return open_pdf(pdf.done()).extras.media_clips


@pytest.mark.parametrize(
    ("alt", "alternatives"),
    [
        (Array(["", "Rundtur"]), ("Rundtur",)),
        (Array(["sv", "Rundtur", "en", ""]), ("Rundtur", "")),
        (Array(["sv"]), None),
        (Array([]), None),
        (Array(["sv", 1]), None),
        (pikepdf.String("Rundtur"), None),
    ],
)
def test_a_media_clip_has_texts_in_languages(alt: Any, alternatives: tuple[str, ...] | None) -> None:
    media = Dictionary(S=Name.MR, C=clip(N="Film", CT="video/mp4", Alt=alt))
    assert played(media) == (MediaClip("Film", "video/mp4", alternatives, 1),)


def test_clips_are_found_through_choices_and_sections() -> None:
    section = Dictionary(S=Name.MR, C=Dictionary(S=Name.MCS, D=clip(N="Avsnitt")))
    choice = Dictionary(S=Name.SR, R=Array([Dictionary(S=Name.MR, C=clip(N="Film")), section]))
    assert [found.name for found in played(choice)] == ["Film", "Avsnitt"]
    assert played(Dictionary(S=Name.MR)) == ()


def test_clips_are_found_in_every_kind_of_action_and_circles_end() -> None:
    pdf = Made()

    def playing(name: str) -> pikepdf.Object:
        return pdf.indirect(S=Name.Rendition, R=Dictionary(S=Name.MR, C=clip(N=name)))

    first, second = playing("öppnas"), playing("sedan")
    first.Next, second.Next = Array([second]), first
    choice = pdf.indirect(S=Name.SR)
    choice.R = Array([choice])
    second.R.R = choice
    page = annotated(pdf, Subtype=Name.Screen, AA=Dictionary(PO=playing("knapp")))
    page.AA = Dictionary(O=playing("sida"))
    pdf.pdf.Root.OpenAction = first
    found = open_pdf(pdf.done()).extras.media_clips
    assert [(each.name, each.page) for each in found] == [
        ("öppnas", 0),
        ("sedan", 0),
        ("sida", 1),
        ("knapp", 1),
    ]


def test_reference_forms_are_found_in_forms_and_appearances() -> None:
    pdf = Made()
    reference = Dictionary(F=Dictionary(F="karta.pdf"), Page=0)
    inner = pdf.form(b"", Ref=reference)
    outer = pdf.form(b"", Resources=Dictionary(XObject=Dictionary(In=inner)))
    outer.Resources.XObject.Itself = outer
    shown = pdf.form(b"", Resources=Dictionary(XObject=Dictionary(R=pdf.form(b"", Ref=reference))))
    pdf.page(objects={"/Out": outer, "/Again": inner})
    annotated(pdf, Subtype=Name.Stamp, AP=Dictionary(N=Dictionary(On=shown)))
    assert open_pdf(pdf.done()).extras.reference_forms == (
        ReferenceForm(1, "karta.pdf"),
        ReferenceForm(2, "karta.pdf"),
    )


def field(parent: pikepdf.Dictionary | None = None, **held: Any) -> Annotation:
    """A widget as it is read, of which the fields above it are ``parent``."""
    pdf = Made()
    widget = annotated(pdf, Subtype=Name.Widget, **held).Annots[0]
    top = widget
    if parent is not None:
        top = pdf.pdf.make_indirect(parent)
        widget.Parent, top.Kids = top, Array([widget])
    pdf.pdf.Root.AcroForm = Dictionary(Fields=Array([top]))
    return open_pdf(pdf.done()).annotations[0]


def test_a_field_has_the_tooltip_of_the_dictionary_with_its_name() -> None:
    own = field(T="namn", TU="Ditt namn", FT=Name.Tx)
    assert (own.tooltip, own.field_tooltip) == ("Ditt namn", "Ditt namn")
    button = field(TU="Ja", parent=Dictionary(T="svar", FT=Name.Btn))
    assert (button.tooltip, button.field_tooltip) == ("Ja", None)
    group = field(parent=Dictionary(T="svar", TU="Kommer du?", FT=Name.Btn))
    assert (group.tooltip, group.field_tooltip) == ("Kommer du?", "Kommer du?")
    part = field(T="postnummer", FT=Name.Tx, parent=Dictionary(T="adress", TU="Adress"))
    assert (part.field_name, part.tooltip, part.field_tooltip) == ("adress.postnummer", "Adress", None)


def test_only_a_push_button_has_words_on_it() -> None:
    marks = Dictionary(CA="Skicka")
    assert field(T="skicka", FT=Name.Btn, Ff=1 << 16, MK=marks).caption == "Skicka"
    assert field(T="ja", FT=Name.Btn, MK=Dictionary(CA="4")).caption == ""
    assert field(T="namn", FT=Name.Tx, MK=marks).caption == ""
    inherited = field(MK=marks, parent=Dictionary(T="skicka", FT=Name.Btn, Ff=1 << 16))
    assert inherited.caption == "Skicka"
