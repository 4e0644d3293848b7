"""OpenDocument: what LibreOffice writes is read as it meant it, and what strangers write costs no more than it may."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.documents.content import Content, Heading, ListItem, Picture
from a11ycheck.documents.office.limits import MOST_SPANNED
from a11ycheck.documents.office.model import (
    Animation,
    Link,
    Media,
    Office,
    Paragraph,
    Place,
    Table,
    Transition,
)
from a11ycheck.documents.office.odf_reading import MOST_REPEATED
from a11ycheck.documents.office.open import open_office
from a11ycheck.outcome import Box
from a11ycheck.trouble import CouldNotCheck
from office_parts import zipped

MADE = Path(__file__).parent / "data" / "opendocument"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        **{
            each: f"{ODF}{each}:1.0"
            for each in ("office", "style", "text", "table", "presentation", "form", "meta")
        },
        "draw": f"{ODF}drawing:1.0",
        "fo": f"{ODF}xsl-fo-compatible:1.0",
        "svg": f"{ODF}svg-compatible:1.0",
        "smil": f"{ODF}smil-compatible:1.0",
        "anim": f"{ODF}animation:1.0",
        "config": f"{ODF}config:1.0",
        "chart": f"{ODF}chart:1.0",
        "manifest": f"{ODF}manifest:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
        "math": "http://www.w3.org/1998/Math/MathML",
        "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    }.items()
)
TEXT_TYPE = "application/vnd.oasis.opendocument.text"
SLIDES_TYPE = "application/vnd.oasis.opendocument.presentation"


def flat(
    body: str, *, automatic: str = "", styles: str = "", masters: str = "", type_: str = TEXT_TYPE
) -> bytes:
    kind = "text" if type_ == TEXT_TYPE else "presentation"
    return (
        f'<office:document {NAMESPACES} office:mimetype="{type_}"><office:styles>{styles}</office:styles>'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>"
    ).encode()


def text(body: str, **more: str) -> Office:
    return open_office(flat(body, **more))


def slides(body: str, **more: str) -> Office:
    return open_office(flat(body, type_=SLIDES_TYPE, **more))


def package(content: str, **parts: str) -> bytes:
    whole = f"<office:document-content {NAMESPACES}>{content}</office:document-content>"
    return zipped({"mimetype": TEXT_TYPE, "content.xml": whole, **parts})


def refusal(data: bytes) -> str:
    with pytest.raises(CouldNotCheck) as refused:
        open_office(data)
    return refused.value.trouble.reason


@cache
def made(name: str) -> Office:
    return open_office((MADE / name).read_bytes())


def paragraph(office: Office, begins: str) -> Paragraph:
    (found,) = (each for each in office.paragraphs if each.text.startswith(begins))
    return found


each_text = pytest.mark.parametrize("name", ["minutes.odt", "minutes.ott", "minutes.fodt"])
each_deck = pytest.mark.parametrize("name", ["slides.odp", "slides.otp", "slides.fodp"])


# What LibreOffice writes


@each_text
def test_a_document_says_what_it_is(name: str) -> None:
    office = made(name)
    assert (office.form, office.format) == ("text", name.rpartition(".")[2])
    assert office.properties.title == "Protokoll från årsmötet"
    assert office.properties.author == "Föreningen"
    assert (office.properties.program, office.properties.pages) == ("libreoffice", 2)
    assert office.language == office.content.language == "sv-SE"
    assert office.page_background == "FFFFEE"


@each_text
def test_headings_have_the_level_of_their_style_whatever_its_name(name: str) -> None:
    headings = [(heading.level, heading.text) for heading in made(name).content.headings()]
    assert headings == [(1, "Bakgrund"), (2, "Val av ordförande")]
    assert paragraph(made(name), "Val av").style == "Paragrafrubrik"
    assert paragraph(made(name), "Protokoll").role == "title"


@each_text
def test_what_follows_a_heading_stands_under_it(name: str) -> None:
    assert paragraph(made(name), "Vi ses").place.steps == (("heading", "Bakgrund"),)
    assert paragraph(made(name), "Vid rutan").place.steps == (("heading", "Val av ordförande"),)


@each_text
def test_inserted_text_is_in_and_deleted_text_hidden_text_and_comments_are_out(name: str) -> None:
    office = made(name)
    assert paragraph(office, "Vi ses").text == "Vi ses på torsdag, klockan sex, och the doors open early."
    assert not [each.text for each in office.paragraphs if "struket" in each.text or "kommentar" in each.text]
    assert [run.text for run in paragraph(office, "Vi ses").runs if run.format.hidden] == ["hemligt"]
    found = office.revisions
    assert (found.insertions, found.deletions, found.comments) == (1, 1, 1)


@each_text
def test_runs_look_as_styles_and_formatting_by_hand_make_them(name: str) -> None:
    bold, english = paragraph(made(name), "Vi ses").runs[1], paragraph(made(name), "Vi ses").runs[3]
    assert (bold.text, bold.format.bold, bold.format.colour) == ("på torsdag", True, "777777")
    assert (bold.format.background, bold.format.highlighted) == ("FFFF00", True)
    assert bold.format.direct == {"bold", "colour", "highlight"}
    assert (english.text, english.format.language) == ("the doors open early", "en-GB")
    heading = next(each for each in made(name).paragraphs if each.role == "heading")
    assert (heading.size, heading.bold) == (pytest.approx(14 * 1.3), True)
    on_dark = paragraph(made(name), "Ljus text")
    assert (on_dark.runs[0].format.colour, on_dark.runs[0].format.background) == ("FFFFFF", "222222")
    assert on_dark.format.alignment == "justified"
    assert on_dark.format.indent_start == pytest.approx(72 / 2.54, abs=0.1)
    assert [run.text for run in paragraph(made(name), "Namn:\t").runs if run.format.blinking] == ["blinkar"]


@each_text
def test_tabs_spaces_and_line_breaks_are_kept_and_other_white_space_is_one_space(name: str) -> None:
    assert paragraph(made(name), "Namn:\t").text == "Namn:\tAnna    Ort\nRad två blinkar"


@each_text
def test_lists_are_lists_with_level_and_order(name: str) -> None:
    office = made(name)
    marks = {each.text: each.list for each in office.paragraphs if each.list}
    assert [(text, mark.level, mark.ordered) for text, mark in marks.items()] == [
        ("kaffe", 1, False),
        ("med mjölk", 2, True),
        ("te", 1, False),
        ("ett", 1, True),
    ]
    assert marks["kaffe"].list_id == marks["te"].list_id != marks["ett"].list_id
    assert [item.text for item in office.content.list_items()] == list(marks)


@each_text
def test_a_table_has_its_header_row_its_merged_cells_and_its_colours(name: str) -> None:
    (table,) = made(name).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Tid", "Punkt", "Vem"],
        ["18.00", "Start", "Alla"],
        ["Paus", "Kök"],
    ]
    assert (table.header_rows, table.columns, table.is_merged, table.name) == (1, 3, True, "Tider")
    assert [row.may_break for row in table.rows] == [False, True, True]
    assert table.borders
    head = table.rows[0].cells[0]
    (words,) = head.blocks
    assert isinstance(words, Paragraph)
    assert (head.background, words.runs[0].format.colour) == ("003366", "FFFFFF")
    assert words.place.steps[-2:] == (("table", 1), ("cell", "A1"))
    assert words.place.tables == 1


def test_an_empty_heading_is_the_same_whatever_is_inserted_above_it() -> None:
    body = "<text:h/><text:p>Val av styrelse</text:p>"
    (told,) = text(body).content.headings()
    (moved,) = text("<text:p>Välkomna!</text:p>" + body).content.headings()
    assert moved.where.anchor == told.where.anchor


@each_text
def test_pictures_have_their_words_and_their_anchor(name: str) -> None:
    red, blue = (shape for shape in made(name).shapes if shape.kind == "picture")
    assert (red.alt, red.title, red.name, red.floating) == ("En röd ruta", "Diagram", "Röd", False)
    assert (blue.alt, blue.title, blue.name, blue.floating) == (None, "", "Blå", True)
    assert red.image is not None
    assert blue.image is not None
    assert red.image.content != blue.image.content != ""
    assert red.image.type == "png"
    assert [picture.alt for picture in made(name).content.pictures()] == ["En röd ruta", None]


@each_text
def test_text_boxes_notes_headers_and_footers_are_read(name: str) -> None:
    office = made(name)
    boxed = paragraph(office, "Text i en ruta")
    assert (boxed.place.in_text_box, boxed.place.steps[-1]) == (True, ("text box", "Ruta"))
    assert [(story.area, story.name) for story in office.stories] == [
        ("body", ""),
        ("header", ""),
        ("footer", ""),
        ("footnote", "1"),
    ]
    assert paragraph(office, "En fotnot.").place == Place("footnote", (("footnote", 1),))
    assert [field.code for field in paragraph(office, "Sida").fields] == ["PAGE"]


@each_text
def test_links_lead_out_or_to_a_place_in_the_document(name: str) -> None:
    office = made(name)
    contents, program, time = office.links()
    assert (program.text, program.target) == ("hela programmet", "https://forum.example.se/program")
    assert program.around == "Läs hela programmet eller tiden."
    assert program.language == "sv-SE", "“no language” of the style for links is nobody's choice"
    assert (time.target, time.bookmark) == ("", "tid")
    assert contents.bookmark == "Bakgrund|outline"
    assert {time.bookmark, contents.bookmark} <= office.bookmarks


@each_text
def test_a_table_of_contents_is_one(name: str) -> None:
    assert made(name).contents == 1
    roles = {each.text: each.role for each in made(name).paragraphs}
    assert roles["Bakgrund\t1"] == "entry in a table of contents"
    assert roles["Innehåll"] == "text"


@each_text
def test_form_controls_and_sections_are_told(name: str) -> None:
    (control,) = made(name).controls()
    assert (control.kind, control.help, control.tag, control.label) == ("text", "Skriv ditt namn", "namn", "")
    (section,) = made(name).sections
    assert (section.name, section.columns, section.protected) == ("Skyddad", 2, True)


@each_text
def test_facts_are_those_of_the_document(name: str) -> None:
    facts = made(name).facts()
    assert (facts.title, facts.language, facts.program) == ("Protokoll från årsmötet", "sv-SE", "libreoffice")
    assert facts.outline == ((1, "Bakgrund"), (2, "Val av ordförande"))


@each_deck
def test_slides_have_titles_and_stand_in_the_order_of_the_file(name: str) -> None:
    office = made(name)
    assert (office.form, office.format) == ("slides", name.rpartition(".")[2])
    assert [slide.title for slide in office.slides] == ["Välkomna", "Reserv", ""]
    assert [slide.title_shape is None for slide in office.slides] == [False, False, True]
    assert [slide.hidden for slide in office.slides] == [False, True, False]
    assert [slide.name for slide in office.slides] == ["Start", "Dold", "Utan rubrik"]
    assert [shape.placeholder for shape in office.slides[0].shapes] == ["body", "title"]
    assert office.slides[0].layout == "Plain"
    assert office.language == "sv-SE"


@each_deck
def test_text_on_slides_looks_as_master_outline_level_and_fill_make_it(name: str) -> None:
    office = made(name)
    title, first, second = (paragraph(office, each).runs[0].format for each in ("Välk", "Dagordn", "Val av"))
    assert (title.size, title.colour, title.background) == (40, "FFFFFF", "102030")
    assert (first.size, first.colour, first.background) == (28, "EEEEEE", "102030")
    assert second.size == 20
    assert [run.format.language for run in paragraph(office, "Val av").runs] == ["sv-SE", "en-GB"]
    on_yellow = paragraph(office, "Svart").runs[0].format
    assert (on_yellow.colour, on_yellow.background) == ("000000", "FFCC00")


@each_deck
def test_a_slide_has_its_notes_its_transition_and_its_size(name: str) -> None:
    first, _, last = made(name).slides
    assert [note.text for note in first.notes] == ["Hälsa alla välkomna."]
    assert first.notes[0].place.area == "speaker notes"
    assert first.transition is None
    assert last.transition == Transition("fade", 5.0, True)
    assert (round(first.width), round(first.height)) == (794, 595)


@each_deck
def test_shapes_on_slides_have_kinds_words_and_boxes(name: str) -> None:
    picture, drawing, group, line, table = made(name).slides[2].shapes
    kinds = [shape.kind for shape in (picture, drawing, group, line, table)]
    assert kinds == ["picture", "text", "group", "line", "table"]
    assert (picture.alt, picture.name) == ("Karta över lokalen", "Karta")
    assert (group.alt, [child.kind for child in group.children]) == ("Två rutor", ["drawing", "drawing"])
    assert group.box is not None
    assert group.box.page == 3
    assert group.box.right - group.box.left == pytest.approx(7 * 72 / 2.54, abs=1)
    assert isinstance(table.blocks[0], Table)
    blocks = [type(block) for block in made(name).content.blocks]
    assert blocks.count(ListItem) == 2
    assert blocks.count(Heading) == 2
    assert blocks.count(Picture) == 2


def test_a_flat_file_and_a_package_say_the_same() -> None:
    for one, other in (("minutes.odt", "minutes.fodt"), ("slides.odp", "slides.fodp")):
        assert said(made(one).content) == said(made(other).content)


def said(content: Content) -> list[tuple[str, str, str]]:
    return [
        (type(block).__name__, str(getattr(block, "text", getattr(block, "alt", ""))), block.language)
        for block in content.blocks
    ]


# What LibreOffice of the installed version does not write, or not of these sources


@pytest.mark.parametrize("where", ["loext", "draw"])
def test_a_picture_is_decorative_by_its_style_or_by_itself(where: str) -> None:
    style = (
        '<style:style style:name="fr1" style:family="graphic">'
        f'<style:graphic-properties {where}:decorative="true"/></style:style>'
    )
    by_style = (
        '<text:p><draw:frame draw:style-name="fr1"><draw:image xlink:href="x.png"/></draw:frame></text:p>'
    )
    by_itself = f'<text:p><draw:frame {where}:decorative="true"><draw:image xlink:href="x.png"/></draw:frame></text:p>'
    office = text(by_style + by_itself + by_itself.replace('"true"', '"false"'), automatic=style)
    assert [shape.decorative for shape in office.shapes] == [True, True, False]
    assert len(list(office.content.pictures())) == 1


def test_the_language_none_is_no_language_and_script_decides_which_counts() -> None:
    styles = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:language="sr" fo:country="RS"'
        ' fo:script="Latn" style:language-asian="ja" style:country-asian="JP" style:language-complex="ar"'
        ' style:country-complex="none"/></style:default-style>'
    )
    none = (
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:language="none"'
        ' fo:country="none"/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties style:rfc-language-tag="nn-NO"'
        ' fo:language="qlt"/></style:style>'
    )
    office = text(
        "<text:p>Dobar dan</text:p><text:p>こんにちは</text:p><text:p>مرحبا</text:p>"
        '<text:p><text:span text:style-name="T1">x = 1</text:span></text:p>'
        '<text:p><text:span text:style-name="T2">Hei</text:span></text:p>',
        styles=styles,
        automatic=none,
    )
    assert [each.language for each in office.paragraphs] == ["sr-Latn-RS", "ja-JP", "ar", "zxx", "nn-NO"]
    assert office.language == "sr-Latn-RS"


def test_nothing_says_a_language_where_nothing_does() -> None:
    office = text("<text:p>Hej</text:p>")
    assert (office.language, office.paragraphs[0].language) == ("", "")


def test_a_paragraph_whose_style_has_an_outline_level_is_a_heading() -> None:
    styles = (
        '<style:style style:name="Rubrik" style:family="paragraph" style:default-outline-level="2"/>'
        '<style:style style:name="Barn" style:family="paragraph" style:parent-style-name="Rubrik"/>'
        '<style:style style:name="Ingen" style:family="paragraph" style:parent-style-name="Rubrik"'
        ' style:default-outline-level=""/>'
    )
    office = text(
        '<text:p text:style-name="Rubrik">a</text:p><text:p text:style-name="Barn">b</text:p>'
        '<text:p text:style-name="Ingen">c</text:p><text:h text:outline-level="3">d</text:h><text:h>e</text:h>',
        styles=styles,
    )
    assert [(each.role, each.level) for each in office.paragraphs] == [
        ("heading", 2),
        ("heading", 2),
        ("text", 0),
        ("heading", 3),
        ("heading", 1),
    ]


def test_an_automatic_colour_below_gives_way_to_one_that_is_set() -> None:
    styles = (
        '<style:default-style style:family="paragraph"><style:text-properties loext:opacity="0%"'
        ' style:use-window-font-color="true"/></style:default-style>'
    )
    automatic = (
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:color="#112233"/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties fo:color="#000000"'
        ' loext:opacity="50%"/></style:style>'
    )
    office = text(
        '<text:p><text:span text:style-name="T1">a</text:span>b<text:span text:style-name="T2">c</text:span></text:p>',
        styles=styles,
        automatic=automatic,
    )
    assert [run.format.colour for run in office.paragraphs[0].runs] == ["112233", "000000", "808080"]


def test_a_paragraph_with_numbering_turned_off_or_without_a_mark_is_no_list_item() -> None:
    automatic = (
        '<style:style style:name="Off" style:family="paragraph"><style:paragraph-properties'
        ' text:enable-numbering="false"/></style:style>'
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format=""/>'
        "</text:list-style>"
    )
    item = "<text:list><text:list-item><text:p{}>a</text:p></text:list-item></text:list>"
    header = "<text:list><text:list-header><text:p>a</text:p></text:list-header></text:list>"
    heading = "<text:list><text:list-item><text:h>a</text:h></text:list-item></text:list>"
    office = text(
        item.format(' text:style-name="Off"')
        + item.format("").replace("<text:list>", '<text:list text:style-name="L1">')
        + header
        + heading
        + item.format(""),
        automatic=automatic,
    )
    assert [each.list is not None for each in office.paragraphs] == [False, False, False, False, True]


def test_a_list_goes_on_where_it_says_so() -> None:
    item = "<text:list-item><text:p>a</text:p></text:list-item>"
    office = text(
        f'<text:list xml:id="one">{item}</text:list><text:list xml:id="two">{item}</text:list>'
        f'<text:list text:continue-list="one">{item}</text:list>'
        f'<text:list text:continue-numbering="true">{item}</text:list>'
    )
    one, two, third, fourth = (each.list.list_id for each in office.paragraphs if each.list)
    assert one == third == fourth != two


def test_links_to_one_address_in_a_row_are_one_link() -> None:
    a, b = ('<text:a xlink:href="https://a.se">', '<text:a xlink:href="https://b.se">')
    office = text(f"<text:p>{a}Läs</text:a>{a} mer</text:a>{b}här</text:a> och {b}där</text:a></text:p>")
    assert [(link.text, link.target) for link in office.links()] == [
        ("Läs mer", "https://a.se"),
        ("här", "https://b.se"),
        ("där", "https://b.se"),
    ]


def test_a_link_around_a_picture_says_what_the_picture_says() -> None:
    frame = '<draw:frame draw:name="Logga"><draw:image xlink:href="x.png"/><svg:title>Forum</svg:title></draw:frame>'
    office = text(
        f'<text:p><text:a xlink:href="https://a.se">{frame}</text:a></text:p>'
        f'<text:p><draw:a xlink:href="https://b.se" office:title="Till Forum">{frame}</draw:a></text:p>'
    )
    assert [(link.text, link.target) for link in office.links()] == [("Forum", "https://a.se")]
    assert [(shape.alt, shape.link, shape.link_tooltip) for shape in office.shapes] == [
        ("Forum", "", ""),
        ("Forum", "https://b.se", "Till Forum"),
    ]


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("#tid", "tid"),
        ("#1.2.Val av styrelse|outline", "Val av styrelse|outline"),
        ("#Tabell%201|table", "Tabell 1|table"),
        ("#2026 i siffror|outline", "2026 i siffror|outline"),
    ],
)
def test_a_link_names_its_place_in_the_document(address: str, place: str) -> None:
    (link,) = text(f'<text:p><text:a xlink:href="{address}">a</text:a></text:p>').links()
    assert link == Link("a", "", place, around="a")


def test_content_controls_and_old_form_fields_have_labels_and_text() -> None:
    office = text(
        '<text:p><loext:content-control loext:alias="Namn" loext:tag="n">Anna</loext:content-control>'
        '<loext:content-control loext:checkbox="true">☐</loext:content-control>'
        '<field:fieldmark-start text:name="ort" field:type="vnd.oasis.opendocument.field.FORMTEXT">'
        '<field:param field:name="Description" field:value="Skriv orten"/></field:fieldmark-start>Umeå'
        "<field:fieldmark-end/></text:p>"
    )
    assert [
        (each.kind, each.label, each.tag, each.help, each.text, each.legacy) for each in office.controls()
    ] == [
        ("text", "Namn", "n", "", "Anna", False),
        ("check box", "", "", "", "☐", False),
        ("text", "", "ort", "Skriv orten", "Umeå", True),
    ]
    assert office.paragraphs[0].text == "Anna☐Umeå"


def test_a_fixed_text_is_the_label_of_its_field() -> None:
    office = text(
        '<office:forms><form:form><form:fixed-text xml:id="c1" form:for="c2" form:label="Din ort"/>'
        '<form:text xml:id="c2" form:name="ort"/><form:checkbox xml:id="c3" form:label="Ja"/>'
        "</form:form></office:forms>"
        '<text:p><draw:control draw:control="c1"/><draw:control draw:control="c2"/><draw:control draw:control="c3"/>'
        '<draw:control draw:control="c4"><svg:title>Ja</svg:title></draw:control></text:p>'
    )
    assert [(each.kind, each.label, each.gallery) for each in office.controls()] == [
        ("other", "Din ort", "fixed-text"),
        ("text", "Din ort", ""),
        ("check box", "Ja", ""),
        ("other", "Ja", ""),
    ]


CHART = (
    "<office:body><office:chart><chart:chart><chart:title><text:p>Deltagare</text:p></chart:title>"
    '<table:table><table:table-row><table:table-cell office:value-type="string"><text:p>2025</text:p>'
    '</table:table-cell><table:table-cell office:value-type="float"><text:p>7</text:p></table:table-cell>'
    "</table:table-row></table:table></chart:chart></office:chart></office:body>"
)


def test_objects_are_told_apart() -> None:
    def framed(inside: str) -> str:
        return f"<text:p><draw:frame>{inside}</draw:frame></text:p>"

    body = "".join(
        map(
            framed,
            (
                '<draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/>',
                '<draw:object xlink:href="./Object 2"/>',
                '<draw:object xlink:href="./Object 3"/>',
                '<draw:object xlink:href="../blad.ods"/>',
                '<draw:object-ole xlink:href="./Object 4" draw:class-id="0002CE02-0000-0000-C000-000000000046"/>',
                '<draw:image xlink:href="https://forum.example.se/logga.PNG?x=1"/>',
                '<draw:image xlink:href="Pictures/borta.emf"/>',
            ),
        )
    )
    data = package(
        f"<office:body><office:text>{body}</office:text></office:body>",
        **{
            "Object 1/content.xml": f"<office:document-content {NAMESPACES}>{CHART}</office:document-content>",
            "Object 2/content.xml": f"<math:math {NAMESPACES}/>",
        },
    )
    chart, formula, absent, sheet, equation, linked, gone = open_office(data).shapes
    assert (chart.kind, chart.chart_title, chart.text) == ("chart", "Deltagare", "Deltagare\n2025")
    assert (formula.kind, equation.kind, sheet.kind, absent.kind) == (
        "formula",
        "formula",
        "object",
        "object",
    )
    assert sheet.image is not None
    assert sheet.image.linked == "../blad.ods"
    assert absent.image is not None
    assert absent.image.missing
    assert linked.image is not None
    assert (linked.image.linked, linked.image.type) == ("https://forum.example.se/logga.PNG?x=1", "png")
    assert gone.image is not None
    assert (gone.image.missing, gone.image.type) == (True, "emf")


def test_sections_and_paragraphs_that_are_hidden_say_nothing() -> None:
    office = text(
        '<text:section text:name="A" text:display="none"><text:p>a</text:p></text:section>'
        '<text:p>b<text:hidden-paragraph text:is-hidden="true"/></text:p>'
        '<text:p>c<text:hidden-text text:is-hidden="true">d</text:hidden-text></text:p>'
    )
    assert [each.text for each in office.paragraphs] == ["", "", "c"]
    assert ["".join(run.text for run in each.runs) for each in office.paragraphs] == ["a", "b", "cd"]


def test_fontwork_in_a_header_is_a_watermark() -> None:
    shape = (
        '<draw:custom-shape draw:name="PowerPlusWaterMarkObject1" text:anchor-type="char"><text:p>UTKAST</text:p>'
        '<draw:enhanced-geometry draw:type="fontwork-plain-text" draw:text-path="true"/></draw:custom-shape>'
    )
    header = f"<style:header><text:p>{shape}</text:p></style:header>"
    masters = f'<style:master-page style:name="Standard">{header}</style:master-page>'
    office = text("<text:p>Hej</text:p>", masters=masters)
    assert [watermark.text for watermark in office.watermarks] == ["UTKAST"]
    assert [shape.word_art for shape in office.shapes] == [True]


def test_headers_are_those_of_the_pages_that_there_are() -> None:
    def master(name: str, follows: str = "") -> str:
        return (
            f'<style:master-page style:name="{name}" style:next-style-name="{follows}"><style:header><text:p>{name}'
            "</text:p></style:header></style:master-page>"
        )

    automatic = (
        '<style:style style:name="P1" style:family="paragraph" style:master-page-name="First_20_Page"/>'
    )
    office = text(
        '<text:p text:style-name="P1">Hej</text:p>',
        automatic=automatic,
        masters=master("Standard") + master("First_20_Page", "Standard") + master("Envelope"),
    )
    headers = [story.blocks[0] for story in office.stories if story.area == "header"]
    assert [each.text for each in headers if isinstance(each, Paragraph)] == ["First_20_Page", "Standard"]


def test_protection_and_signatures_are_told() -> None:
    settings = (
        f'<office:document-settings {NAMESPACES}><office:settings><config:config-item config:name="LoadReadonly">true'
        '</config:config-item><config:config-item config:name="ProtectForm">true</config:config-item>'
        "</office:settings></office:document-settings>"
    )
    data = package(
        "<office:body><office:text/></office:body>",
        **{
            "settings.xml": settings,
            "META-INF/documentsignatures.xml": "<x/>",
            "Basic/Standard/Module1.xml": "<x/>",
        },
    )
    office = open_office(data)
    assert (office.protection.edit, office.protection.signed) == ("forms", True)
    assert (office.protection.read_only_recommended, office.macros) == (True, True)


def page(inside: str, attributes: str = "") -> str:
    return f"<draw:page {attributes}>{inside}</draw:page>"


def framed(inside: str, attributes: str = "") -> str:
    return f"<draw:frame {attributes}>{inside}</draw:frame>"


def test_the_reading_order_of_a_slide_may_be_set() -> None:
    boxes = "".join(
        framed("<draw:text-box/>", f'xml:id="id{n}" draw:id="id{n}" draw:name="{n}"') for n in (1, 2, 3)
    )
    office = slides(page(boxes, 'draw:nav-order="id3 id1"'))
    assert [shape.name for shape in office.slides[0].shapes] == ["3", "1", "2"]


def test_an_empty_placeholder_is_no_picture() -> None:
    graphic = framed("<draw:text-box/>", 'presentation:class="graphic" presentation:placeholder="true"')
    (shape,) = slides(page(graphic)).shapes
    assert (shape.kind, shape.placeholder, shape.words) == ("text", "object", "")


def test_media_start_by_themselves_unless_a_click_starts_them() -> None:
    plugin = '<draw:plugin xlink:href="../film.mp4" draw:mime-type="application/vnd.sun.star.media"/>'
    sound = (
        '<draw:plugin xlink:href="Media/a.mp3" draw:mime-type="audio/mpeg">'
        '<draw:param draw:name="Loop" draw:value="true"/></draw:plugin>'
    )
    click = (
        '<anim:par presentation:node-type="on-click" presentation:preset-class="media-call">'
        '<anim:command smil:targetElement="id1" anim:command="toggle-pause"/></anim:par>'
    )
    office = slides(page(framed(plugin, 'xml:id="id1"') + framed(sound, 'xml:id="id2"') + click))
    film, music = (shape.media for shape in office.shapes)
    assert film == Media(True, linked="../film.mp4", start="click")
    assert music is not None
    assert (music.is_video, music.start, music.loops) == (False, "by itself", True)


TRACKED = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion/></text:changed-region>'
    '<text:changed-region xml:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>'
)


def test_deleted_text_is_out_where_it_stands_in_its_old_place_too() -> None:
    start, end = ('<text:change-start text:change-id="{}"/>', '<text:change-end text:change-id="{}"/>')
    picture = '<draw:frame><draw:image xlink:href="x.png"/></draw:frame>'
    table = "<table:table><table:table-row><table:table-cell/></table:table-row></table:table>"
    office = text(
        TRACKED + f"<text:p>a{start.format('c1')}b</text:p><text:p>c{picture}</text:p>{table}"
        f'<text:p><text:span>d<text:a xlink:href="#x">e{end.format("c1")}</text:a></text:span>f'
        f"{start.format('c2')}g{end.format('c2')}</text:p>"
    )
    assert [each.text for each in office.paragraphs] == ["a", "fg"]
    assert (office.shapes, office.tables, list(office.links())) == ((), (), [])


def test_effects_have_their_trigger_and_length() -> None:
    effect = (
        '<anim:par presentation:node-type="timing-root"><anim:seq><anim:par presentation:preset-class="emphasis"'
        ' presentation:node-type="after-previous"><anim:animate smil:dur="0.5s" smil:repeatCount="indefinite"/>'
        '</anim:par><anim:par presentation:preset-class="entrance" presentation:node-type="on-click">'
        '<anim:set smil:dur="2s"/></anim:par></anim:seq></anim:par>'
    )
    (slide,) = slides(page(effect)).slides
    assert slide.animations == (
        Animation("emphasis", "after previous", math.inf, 0.5),
        Animation("entrance", "click", 1.0, 2.0),
    )


def test_slides_that_are_shown_by_hand_have_no_timer() -> None:
    automatic = (
        '<style:style style:name="dp1" style:family="drawing-page"><style:drawing-page-properties'
        ' presentation:transition-type="automatic" presentation:duration="PT00H01M05S"/></style:style>'
    )
    timed = page("", 'draw:style-name="dp1"')
    by_hand = '<presentation:settings presentation:force-manual="true"/>'
    assert slides(timed, automatic=automatic).slides[0].transition == Transition("", 65.0)
    assert slides(timed + by_hand, automatic=automatic).slides[0].transition is None


def test_a_table_on_a_slide_looks_as_its_template_makes_it() -> None:
    styles = (
        '<style:style style:name="head" style:family="table-cell"><style:graphic-properties draw:fill="solid"'
        ' draw:fill-color="#003366"/><style:text-properties fo:color="#ffffff"/></style:style>'
        '<style:style style:name="body" style:family="table-cell"><style:graphic-properties draw:fill="solid"'
        ' draw:fill-color="#ddeeff"/></style:style>'
        '<table:table-template table:name="Blue"><table:first-row table:style-name="head"/>'
        '<table:body table:style-name="body"/></table:table-template>'
    )
    row = "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>"
    table = (
        f'<table:table table:template-name="Blue" table:use-first-row-styles="true">{row * 2}</table:table>'
    )
    (found,) = slides(page(framed(table)), styles=styles).tables
    assert [row.header for row in found.rows] == [True, False]
    assert [cell.background for cell in found.cells] == ["003366", "DDEEFF"]
    (first,) = (block for block in found.rows[0].cells[0].blocks if isinstance(block, Paragraph))
    assert first.runs[0].format.colour == "FFFFFF"


def test_a_table_has_its_title_and_a_split_cell_is_no_table() -> None:
    inner = "<table:table-row><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>"
    office = text(
        "<table:table><table:title>Tider</table:title><table:desc>När vad händer</table:desc>"
        "<table:table-header-columns><table:table-column/></table:table-header-columns><table:table-row>"
        f'<table:table-cell><table:table table:is-sub-table="true">{inner}</table:table></table:table-cell>'
        "</table:table-row></table:table>"
    )
    (table,) = office.tables
    assert (table.caption, table.description, table.header_column) == ("Tider", "När vad händer", True)
    assert (table.split, table.borders, table.rows[0].cells[0].text) == (True, False, "b")


def test_a_slide_has_its_own_background_or_its_masters() -> None:
    def styled(name: str, properties: str) -> str:
        return (
            f'<style:style style:name="{name}" style:family="drawing-page">'
            f"<style:drawing-page-properties {properties}/></style:style>"
        )

    automatic = (
        styled("dp1", 'draw:fill="bitmap" draw:fill-image-name="Foto"')
        + styled("dp2", 'draw:fill="gradient"')
        + styled("dp3", "")
        + styled("dp4", 'presentation:background-visible="false"')
    )
    master = (
        '<style:style style:name="M-background" style:family="presentation">'
        "<style:graphic-properties {}/></style:style>"
    )
    office = slides(
        "".join(page("", f'draw:style-name="dp{n}" draw:master-page-name="M"') for n in (1, 2, 3, 4)),
        automatic=automatic,
        styles=master.format('draw:fill="solid" draw:fill-color="#aabbcc"')
        + '<draw:fill-image draw:name="Foto" xlink:href="https://forum.example.se/foto.jpg"/>',
        masters='<style:master-page style:name="M"/>',
    )
    assert [slide.background for slide in office.slides] == [None, None, "AABBCC", "FFFFFF"]
    pictures = [slide.background_picture for slide in office.slides]
    assert pictures[0] is not None
    assert pictures[0].linked == "https://forum.example.se/foto.jpg"
    assert pictures[1:] == [None, None, None]


@pytest.mark.parametrize(
    ("listener", "target", "place"),
    [
        (
            'presentation:action="show" xlink:href="https://forum.example.se/"',
            "https://forum.example.se/",
            "",
        ),
        ('presentation:action="show" xlink:href="#page2"', "", "page2"),
        ('presentation:action="next-page"', "", "next-page"),
    ],
)
def test_a_click_on_a_shape_leads_somewhere(listener: str, target: str, place: str) -> None:
    listeners = f"<office:event-listeners><presentation:event-listener {listener}/></office:event-listeners>"
    (shape,) = slides(page(f"<draw:rect>{listeners}</draw:rect>")).shapes
    assert (shape.link, shape.link_place) == (target, place)


def test_effects_of_the_first_versions_are_effects() -> None:
    old = "<presentation:animations><presentation:show-shape/><presentation:hide-shape/></presentation:animations>"
    (slide,) = slides(page(old)).slides
    assert [each.effect for each in slide.animations] == ["entrance", "exit"]


def test_a_turned_shape_has_a_box_where_it_was_moved_to() -> None:
    moved = 'draw:transform="rotate (0.5) translate (10mm 20mm)" svg:width="30mm" svg:height="40mm"'
    (shape,) = slides(page(framed("<draw:text-box/>", moved))).shapes
    assert shape.box is not None
    mm = 72 / 25.4
    found: Box = shape.box
    assert [found.left, found.top, found.right, found.bottom] == pytest.approx(
        [10 * mm, 20 * mm, 40 * mm, 60 * mm]
    )


# What cannot be checked


ENCRYPTED = (
    f'<manifest:manifest {NAMESPACES}><manifest:file-entry manifest:full-path="content.xml">'
    "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
)
REFUSED = {
    "encrypted": (
        lambda: zipped(
            {"mimetype": TEXT_TYPE, "content.xml": b"\x93\x12", "META-INF/manifest.xml": ENCRYPTED}
        ),
        "password",
    ),
    "encrypted as a whole": (
        lambda: zipped(
            {"mimetype": TEXT_TYPE, "encrypted-package": b"\x93", "META-INF/manifest.xml": ENCRYPTED}
        ),
        "password",
    ),
    "a sheet": (lambda: package("<office:body><office:spreadsheet/></office:body>"), "no-kind"),
    "a flat sheet": (
        lambda: flat("").replace(b"<office:text></office:text>", b"<office:spreadsheet/>"),
        "no-kind",
    ),
    "no body": (lambda: package(""), "broken"),
    "no XML": (lambda: zipped({"mimetype": TEXT_TYPE, "content.xml": "text"}), "broken"),
    "no content": (lambda: zipped({"mimetype": TEXT_TYPE, "META-INF/manifest.xml": "<x/>"}), "broken"),
    "entities": (
        lambda: b'<!DOCTYPE x [<!ENTITY a "aa">]>' + flat("<text:p>&a;</text:p>"),
        "broken",
    ),
    "10,000 spans in each other": (
        lambda: flat("<text:p>" + "<text:span>" * 10_000 + "</text:span>" * 10_000 + "</text:p>"),
        "too-deep",
    ),
    "a million paragraphs": (lambda: flat("<text:p>a</text:p>" * 1_000_000), "too-big"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_checked_has_its_reason(name: str) -> None:
    make, reason = REFUSED[name]
    assert refusal(make()) == reason


# What costs no more than it may


def test_styles_in_a_circle_are_followed_once() -> None:
    automatic = (
        '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"><style:text-properties'
        ' fo:font-size="200%"/></style:style>'
        '<style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>'
    )
    office = text('<text:p text:style-name="A">Hej</text:p>', automatic=automatic)
    assert office.paragraphs[0].text == "Hej"


def test_a_chain_of_styles_is_followed_so_far() -> None:
    chain = "".join(
        f'<style:style style:name="S{n}" style:family="paragraph" style:parent-style-name="S{n + 1}">'
        '<style:text-properties fo:font-size="200%"/></style:style>'
        for n in range(5_000)
    )
    office = text('<text:p text:style-name="S0">Hej</text:p>', automatic=chain)
    assert math.isfinite(office.paragraphs[0].size)


@pytest.mark.parametrize(
    "inside",
    ["<text:p>a</text:p>", "<text:p>a</text:p>" * 1_000, "<table:table>{row}</table:table>"],
    ids=["a paragraph", "many paragraphs", "a table that repeats cells"],
)
def test_repeated_cells_and_rows_are_bounded_and_it_is_said(inside: str) -> None:
    cell = '<table:table-cell table:number-columns-repeated="100000000">{}</table:table-cell>'
    row = '<table:table-row table:number-rows-repeated="100000000">{}</table:table-row>'
    inside = inside.replace("{row}", row.format(cell.format("<text:p>a</text:p>")))
    office = text(f"<table:table>{row.format(cell.format(inside)) * 100}</table:table>")
    outer = [table for table in office.tables if not table.is_nested]
    assert [len(table.rows) for table in outer] >= [100]
    assert len(office.paragraphs) <= MOST_REPEATED + 100 * 1_001
    assert "repeated cells" in office.unread()


def test_a_few_repeated_cells_and_rows_are_as_many_as_they_say() -> None:
    blank = '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/>'
    (table,) = text(
        "<table:table><table:table-row><table:table-cell/><table:table-cell/><table:table-cell/></table:table-row>"
        f'{blank}</table:table-row><table:table-row table:number-rows-repeated="4"><table:table-cell/>'
        "</table:table-row></table:table>"
    ).tables
    assert [len(row.cells) for row in table.rows] == [3, 3, 3, 1, 1, 1, 1]


def test_spans_are_bounded() -> None:
    cell = (
        '<table:table-cell table:number-columns-spanned="100000000" table:number-rows-spanned="100000000"/>'
    )
    (table,) = text(f"<table:table><table:table-row>{cell}</table:table-row></table:table>").tables
    assert (table.rows[0].cells[0].columns, table.rows[0].cells[0].rows) == (MOST_SPANNED, MOST_SPANNED)


@pytest.mark.parametrize(
    ("opening", "closing", "most"),
    [
        (
            "<table:table><table:table-row><table:table-cell>",
            "</table:table-cell></table:table-row></table:table>",
            80,
        ),
        ("<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>", 80),
        ("<text:p><text:note><text:note-body>", "</text:note-body></text:note></text:p>", 80),
        ("<text:section>", "</text:section>", 240),
        ("<text:list><text:list-item>", "</text:list-item></text:list>", 120),
    ],
    ids=["tables", "text boxes", "notes", "sections", "lists"],
)
def test_nesting_is_followed_so_far_and_what_is_deeper_is_said(opening: str, closing: str, most: int) -> None:
    office = text("<text:p>först</text:p>" + opening * most + "<text:p>sist</text:p>" + closing * most)
    read = [each.text for each in office.paragraphs]
    assert "först" in read
    assert "sist" in read or office.unread() == "nesting"


def test_groups_in_groups_are_followed_so_far() -> None:
    office = slides(page("<draw:g>" * 200 + "<draw:rect/>" + "</draw:g>" * 200))
    assert office.unread() == "nesting"
    assert len(office.shapes) < 100


def test_spaces_that_stand_for_many_are_bounded() -> None:
    office = text("<text:p>a" + '<text:s text:c="2000000000"/>' * 20_000 + "b</text:p>")
    assert len(office.paragraphs[0].text) < 1_100_000


def test_a_style_for_each_of_many_paragraphs_is_read() -> None:
    automatic = "".join(f'<style:style style:name="P{n}" style:family="paragraph"/>' for n in range(5_000))
    office = text(
        "".join(f'<text:p text:style-name="P{n}">Stycke {n}</text:p>' for n in range(5_000)),
        automatic=automatic,
    )
    assert len(office.paragraphs) == 5_000
    assert office.unread() == ""


TAGS = (
    *("text:p", "text:h", "text:span", "text:a", "text:list", "text:list-item", "text:section", "text:note"),
    *(
        "text:note-body",
        "text:s",
        "text:hidden-text",
        "text:tracked-changes",
        "text:changed-region",
        "text:deletion",
    ),
    *(
        "text:change-start",
        "text:change-end",
        "text:table-of-content",
        "text:index-body",
        "text:numbered-paragraph",
    ),
    *("table:table", "table:table-header-rows", "table:table-row", "table:table-cell", "table:table-column"),
    *(
        "draw:frame",
        "draw:text-box",
        "draw:image",
        "draw:object",
        "draw:plugin",
        "draw:g",
        "draw:a",
        "draw:control",
    ),
    *(
        "draw:custom-shape",
        "draw:line",
        "draw:page",
        "presentation:notes",
        "office:forms",
        "form:text",
        "svg:desc",
    ),
    *("loext:content-control", "field:fieldmark-start", "anim:par", "style:style", "style:master-page"),
)
ATTRIBUTES = (
    *(
        "text:style-name",
        "text:c",
        "text:outline-level",
        "text:change-id",
        "text:id",
        "text:level",
        "xlink:href",
    ),
    *(
        "table:number-columns-repeated",
        "table:number-columns-spanned",
        "table:style-name",
        "svg:x",
        "svg:width",
    ),
    *("draw:style-name", "draw:transform", "draw:nav-order", "presentation:class", "presentation:node-type"),
    *("presentation:preset-class", "smil:dur", "smil:repeatCount", "style:name", "style:family", "form:id"),
    *("style:parent-style-name", "text:is-hidden", "text:continue-list", "draw:control", "field:type"),
)
VALUES = (
    *(
        "",
        "a",
        "b",
        "1",
        "-1",
        "0",
        "99999999999",
        "1e400",
        "nan",
        "50%",
        "1cm",
        "#",
        "#x|outline",
        "true",
        "title",
    ),
    *(
        "paragraph",
        "media-call",
        "on-click",
        "indefinite",
        "PT5S",
        "../x",
        "./a",
        "translate (1cm 2cm)",
        "\u0660",
    ),
)
trees = st.recursive(
    st.sampled_from(["", "text", " ", "å\u2028"]),
    lambda inside: st.builds(
        lambda tag, attributes, inner: (
            f"<{tag}{''.join(f' {name}={chr(34)}{value}{chr(34)}' for name, value in attributes.items())}>"
            f"{''.join(inner)}</{tag}>"
        ),
        st.sampled_from(TAGS),
        st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), max_size=3),
        st.lists(inside, max_size=4),
    ),
    max_leaves=40,
)


@given(trees, trees, st.sampled_from([TEXT_TYPE, SLIDES_TYPE]))
def test_whatever_stands_in_whatever_it_is_read(body: str, automatic: str, type_: str) -> None:
    office = open_office(flat(body, automatic=automatic, styles=automatic, masters=automatic, type_=type_))
    for each in (*office.paragraphs, *office.tables, *office.shapes, *office.slides):
        assert each.where.say("sv")
    assert office.facts()


def test_every_real_file_is_read_or_refused_with_a_reason(suites: Path) -> None:
    def read() -> Iterator[str]:
        for path in sorted((suites / "real").glob("o[dt][tp]/*")):
            try:
                office = open_office(path.read_bytes())
            except CouldNotCheck as refused:
                yield refused.trouble.reason
            else:
                assert office.format in ("odt", "ott", "odp", "otp")
                assert office.slides or office.stories
                yield ""

    outcomes = list(read())
    assert len(outcomes) >= 37
    assert outcomes.count("") == len(outcomes)
