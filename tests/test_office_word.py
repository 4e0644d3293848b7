"""What is read of Word documents: text, styles, colours, tables, shapes, links, fields, and what is left out."""

from __future__ import annotations

import warnings
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from docx.shared import Pt
from docx.text.paragraph import Paragraph as TheirParagraph

from a11ycheck.documents.content import Heading, ListItem, Picture
from a11ycheck.documents.content import Link as ContentLink
from a11ycheck.documents.office.model import Office, Table
from a11ycheck.documents.office.open import open_office
from a11ycheck.trouble import CouldNotCheck
from office_parts import DECORATIVE, NAMESPACES, THEME, docx, paragraph, relations, style, zipped
from places import SHARED

REAL = SHARED / "suites" / "real"


def read(body: str, **parts: object) -> Office:
    return open_office(docx(body, **parts))  # type: ignore[arg-type]


def made_by_python_docx() -> bytes:
    document = python_docx.Document()
    document.core_properties.title = "Kallelse till årsmöte"
    document.core_properties.author = "Forum"
    document.add_heading("Årsmöte 2026", 0)
    document.add_heading("Dagordning", 1)
    document.add_paragraph("Välkomna till mötet.")
    document.add_paragraph("Val av styrelse", style="List Number")
    document.add_paragraph("Ta med kaffe", style="List Bullet")
    run = document.add_paragraph().add_run("Stort och fett")
    run.bold, run.font.size = True, Pt(18)
    table = document.add_table(2, 2, style="Table Grid")
    for cell, text in zip((c for row in table.rows for c in row.cells), "ABCD", strict=True):
        cell.text = text
    table.cell(0, 0).merge(table.cell(0, 1))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_document_of_python_docx_is_read() -> None:
    office = open_office(made_by_python_docx())
    assert (office.form, office.format, office.language) == ("text", "docx", "en-US")
    assert (office.properties.title, office.properties.author) == ("Kallelse till årsmöte", "Forum")
    assert [(p.role, p.level, p.text) for p in office.paragraphs[:3]] == [
        ("title", 0, "Årsmöte 2026"),
        ("heading", 1, "Dagordning"),
        ("text", 0, "Välkomna till mötet."),
    ]
    numbered, bulleted, large = office.paragraphs[3:6]
    assert numbered.list is not None
    assert bulleted.list is not None
    assert (numbered.list.ordered, bulleted.list.ordered) == (True, False)
    assert (large.bold, large.size) == (True, 18.0)
    assert office.tables[0].rows[0].cells[0].columns == 2
    assert office.tables[0].borders is True


def test_the_content_is_what_the_shared_rules_read() -> None:
    content = open_office(made_by_python_docx()).content
    assert (content.title, content.language) == ("Kallelse till årsmöte", "en-US")
    assert [(h.level, h.text) for h in content.headings()] == [(1, "Dagordning")]
    assert [item.text for item in content.list_items()] == ["Val av styrelse", "Ta med kaffe"]
    assert [[cell.text for cell in row] for row in next(content.tables()).rows] == [["A\nB"], ["C", "D"]]


def test_facts_say_what_the_document_is() -> None:
    facts = open_office(made_by_python_docx()).facts()
    assert (facts.title, facts.language, facts.program) == ("Kallelse till årsmöte", "en-US", "word")
    assert facts.outline == ((1, "Dagordning"),)


@pytest.mark.parametrize(
    ("made", "level"),
    [
        (style("Rubrik1", "heading 1"), 1),
        (style("Rubrik1", "Rubrik 1"), 1),
        (style("Rubrik1", "Överskrift"), 0),
        (style("Rubrik1", "Egen", paragraph='<w:outlineLvl w:val="2"/>'), 3),
        (style("Rubrik1", "Egen", based_on="B") + style("B", "heading 4"), 4),
        (style("Rubrik1", "Egen", based_on="B", paragraph='<w:outlineLvl w:val="9"/>') + style("B", "heading 4"), 0),
    ],
    ids=["named in English", "named in Swedish", "any name", "outline level", "based on", "taken back"],
)  # fmt: skip
def test_a_heading_is_known_by_level_base_or_name_never_by_id(made: str, level: int) -> None:
    (found,) = read(paragraph("Dagordning", "Rubrik1"), styles=made).paragraphs
    assert found.level == level
    assert (found.role == "heading") == (level > 0)


def test_an_outline_level_of_its_own_makes_a_heading() -> None:
    (found,) = read(paragraph("Dagordning", own='<w:outlineLvl w:val="0"/>')).paragraphs
    assert (found.role, found.level) == ("heading", 1)


HEADING = '<w:outlineLvl w:val="0"/>'


@pytest.mark.parametrize(
    "above", ["", paragraph("Kallelse", own=HEADING), paragraph("Välkomna!"), paragraph(""), "<w:tbl/>"]
)
def test_an_empty_heading_is_the_same_whatever_is_inserted_above_it(above: str) -> None:
    body = paragraph("", own=HEADING) + paragraph("Val av styrelse")
    told, moved = (
        next(each for each in read(held).content.headings() if not each.text) for held in (body, above + body)
    )
    assert moved.where.anchor == told.where.anchor


def test_empty_headings_are_told_apart() -> None:
    empty = paragraph("", own=HEADING)
    body = empty + empty + paragraph("Val av styrelse") + empty + paragraph("Övriga frågor") + empty
    anchors = [each.where.anchor for each in read(body).content.headings()]
    assert len(anchors) == len(set(anchors)) == 4


def test_a_form_field_without_a_name_is_the_same_whatever_is_inserted_above_it() -> None:
    field = (
        "<w:r><w:fldChar w:fldCharType='begin'><w:ffData/></w:fldChar></w:r>"
        "<w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    body = f"<w:p><w:r><w:t>Namn: </w:t></w:r>{field}<w:r><w:t>Telefon: </w:t></w:r>{field}</w:p>"
    before, after = (
        [control.where.anchor for control in read(held).controls()]
        for held in (body, f"<w:p>{field}</w:p>" + paragraph("Välkomna!") + body)
    )
    assert after[1:] == before
    assert len(set(after)) == 3


def test_what_follows_a_heading_has_it_in_its_place() -> None:
    heading = paragraph("Dagordning", own='<w:outlineLvl w:val="0"/>')
    first, second = read(heading + paragraph("Val av styrelse")).paragraphs
    assert first.where.say("sv") == "rubrik ”Dagordning”"
    assert second.where.say("sv") == "rubrik ”Dagordning”, stycke ”Val av styrelse”"


@pytest.mark.parametrize(
    ("in_defaults", "in_style", "in_run", "found"),
    [
        ("sv-SE", "", "", "sv-SE"),
        ("sv-SE", "en-GB", "", "en-GB"),
        ("sv-SE", "en-GB", "fi-FI", "fi-FI"),
        ("sv-SE", "x-none", "", "zxx"),
        ("", "", "", ""),
    ],
)
def test_language_comes_from_run_style_or_defaults(
    in_defaults: str, in_style: str, in_run: str, found: str
) -> None:
    def lang(tag: str) -> str:
        return f'<w:lang w:val="{tag}"/>' if tag else ""

    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{lang(in_defaults)}</w:rPr></w:rPrDefault></w:docDefaults>"
        + style("A", "A", run=lang(in_style))
    )
    office = read(paragraph("Hej", "A", run=lang(in_run)), styles=styles)
    assert office.language == in_defaults
    assert office.paragraphs[0].language == found


def test_east_asian_text_has_its_own_language() -> None:
    run = '<w:lang w:val="en-US" w:eastAsia="ja-JP"/>'
    japanese, english = read(paragraph("会議の議題", run=run) + paragraph("Agenda", run=run)).paragraphs
    assert (japanese.language, english.language) == ("ja-JP", "en-US")


def test_the_language_of_a_run_for_one_script_leaves_the_others() -> None:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    office = read(paragraph("Hej", run='<w:lang w:eastAsia="ja-JP"/>'), styles=defaults)
    assert office.paragraphs[0].language == "sv-SE"


def test_bold_in_paragraph_and_character_style_is_not_bold() -> None:
    """ECMA-376 part 1, 17.7.3: toggle properties of styles of different kinds turn each other over."""
    styles = style("P", "P", run="<w:b/>") + style("C", "C", run="<w:b/>", kind="character")
    both, direct = read(
        paragraph("a", "P", run='<w:rStyle w:val="C"/>') + paragraph("b", "P", run="<w:b/>"), styles=styles
    ).paragraphs
    assert (both.bold, direct.bold) == (False, True)


COLOURS = {
    "a colour of its own": ('<w:color w:val="FF0000"/>', "FF0000", "FFFFFF"),
    "automatic on white": ('<w:color w:val="auto"/>', "000000", "FFFFFF"),
    "automatic on dark shading": ('<w:shd w:val="clear" w:fill="1F3864"/>', "FFFFFF", "1F3864"),
    "highlight": ('<w:highlight w:val="yellow"/>', "000000", "FFFF00"),
    "of the theme": ('<w:color w:val="123456" w:themeColor="accent1"/>', "4472C4", "FFFFFF"),
    # What Word 2016 writes for “Accent 1, Darker 25 %” of the Office theme: the value beside the theme's name.
    "of the theme, darker": (
        '<w:color w:val="2F5496" w:themeColor="accent1" w:themeShade="BF"/>',
        "2F5496",
        "FFFFFF",
    ),
    # The same for “Accent 1, Lighter 60 %”.
    "of the theme, lighter": (
        '<w:color w:val="B4C6E7" w:themeColor="accent1" w:themeTint="66"/>',
        "B4C6E7",
        "FFFFFF",
    ),
}


@pytest.mark.parametrize("case", COLOURS)
def test_colours_are_resolved(case: str) -> None:
    run, colour, background = COLOURS[case]
    office = read(
        paragraph("Hej", run=run),
        related={"rIdT": ("theme", "theme/theme1.xml")},
        more={"word/theme/theme1.xml": THEME},
    )
    (found,) = office.paragraphs[0].runs
    assert _near(found.format.colour, colour)
    assert found.format.background == background


def _near(one: str | None, other: str) -> bool:
    """Word rounds on its way through HSL: a step or two in 255 is the same colour."""
    assert one is not None
    return all(abs(int(one[i : i + 2], 16) - int(other[i : i + 2], 16)) <= 2 for i in (0, 2, 4))


def test_deleted_text_is_out_and_inserted_text_is_in() -> None:
    body = (
        "<w:p><w:r><w:t>Mötet är </w:t></w:r><w:del><w:r><w:delText>fredag</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>lördag</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>BORT</w:t></w:r></w:moveFrom></w:p>"
    )
    office = read(body)
    assert office.paragraphs[0].text == "Mötet är lördag"
    assert (office.revisions.insertions, office.revisions.deletions) == (1, 1)


def test_a_paragraph_that_is_wholly_deleted_is_not_there() -> None:
    gone = (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    )
    assert [found.text for found in read(gone + paragraph("Kvar")).paragraphs] == ["Kvar"]


def test_comments_are_counted_and_their_text_is_left_out() -> None:
    office = read(
        paragraph("Hej"),
        related={"rIdC": ("comments", "comments.xml")},
        more={
            "word/comments.xml": '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:comment><w:p><w:r><w:t>Hemligt</w:t></w:r></w:p></w:comment></w:comments>"
        },
    )
    assert office.revisions.comments == 1
    assert [found.text for found in office.paragraphs] == ["Hej"]


def test_hidden_text_is_in_the_runs_and_not_in_the_text() -> None:
    (found,) = read(
        "<w:p><w:r><w:t>Synligt</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Dolt</w:t></w:r></w:p>"
    ).paragraphs
    assert found.text == "Synligt"
    assert [(run.text, run.format.hidden) for run in found.runs] == [("Synligt", False), ("Dolt", True)]


def test_of_alternatives_one_is_read() -> None:
    held = f"<w:txbxContent>{paragraph('I rutan')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        "<wp:docPr id='1' name='Ruta 1'/><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx>{held}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox>{held}</v:textbox></v:rect></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    office = read(body)
    inside = [found for found in office.paragraphs if found.place.in_text_box]
    assert [found.text for found in inside] == ["I rutan"]
    (shape,) = office.shapes
    assert (shape.kind, shape.floating) == ("text", True)
    assert "I rutan" in list(office.content.text())


def test_text_in_content_controls_simple_fields_and_tags_is_text() -> None:
    run = "<w:r><w:t>{0}</w:t></w:r>".format
    body = (
        f"<w:p>{run('a')}<w:sdt><w:sdtContent>{run('b')}</w:sdtContent></w:sdt>"
        f"<w:fldSimple w:instr='DATE'>{run('c')}</w:fldSimple><w:smartTag>{run('d')}</w:smartTag>"
        f"<w:customXml>{run('e')}</w:customXml></w:p><w:sdt><w:sdtContent>{paragraph('f')}</w:sdtContent></w:sdt>"
    )
    office = read(body)
    assert [found.text for found in office.paragraphs] == ["abcde", "f"]
    assert [field.code for field in office.paragraphs[0].fields] == ["DATE"]


def test_characters_that_are_elements_are_characters() -> None:
    (found,) = read(
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:sym w:char='2022'/>"
        "</w:r></w:p>"
    ).paragraphs
    assert found.text == "a\tb\nc\u2011•"


def test_a_page_break_is_no_line_break() -> None:
    (found,) = read('<w:p><w:r><w:br w:type="page"/></w:r></w:p>').paragraphs
    assert (found.text, found.ends_page, found.is_empty) == ("", True, False)


def test_a_formula_that_is_text_is_text() -> None:
    (found,) = read("<w:p><m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath></w:p>").paragraphs
    assert found.text == "x+y"


LINK = '<w:hyperlink r:id="rIdL" w:tooltip="Till webben"><w:r><w:t>{0}</w:t></w:r></w:hyperlink>'
TO_THE_WEB = {"rIdL": ("hyperlink", "https://forum.example.se/a")}


def test_a_link_has_its_text_target_tip_and_surroundings() -> None:
    office = read(
        f"<w:p><w:r><w:t>Se </w:t></w:r>{LINK.format('programmet')}<w:r><w:t>.</w:t></w:r></w:p>",
        related=TO_THE_WEB,
    )
    (link,) = office.links()
    assert (link.text, link.target, link.tooltip, link.around) == (
        "programmet",
        "https://forum.example.se/a",
        "Till webben",
        "Se programmet.",
    )
    assert [run.in_link for run in office.paragraphs[0].runs] == [False, True, False]


def test_pieces_of_one_link_are_one_link() -> None:
    (link,) = read(
        f"<w:p><w:r><w:t>Se </w:t></w:r>{LINK.format('program')}{LINK.format('met')}</w:p>",
        related=TO_THE_WEB,
    ).links()
    assert link.text == "programmet"


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'.format
    half = len(code) // 2
    parts = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (code[:half], code[half:]))
    return f"{mark('begin')}{parts}{mark('separate')}<w:r><w:t>{result}</w:t></w:r>{mark('end')}"


def test_a_link_that_is_a_field_is_a_link() -> None:
    code = 'HYPERLINK "https://forum.example.se/b" \\o "Tips"'.replace('"', "&quot;")
    (link,) = read(f"<w:p>{field(code, 'programmet')}</w:p>").links()
    assert (link.text, link.target, link.tooltip) == ("programmet", "https://forum.example.se/b", "Tips")


def test_a_link_within_the_document_names_its_place() -> None:
    office = read(
        '<w:p><w:bookmarkStart w:name="punkt3"/><w:hyperlink w:anchor="punkt3"><w:r><w:t>Punkt 3</w:t></w:r>'
        "</w:hyperlink></w:p>"
    )
    (link,) = office.links()
    assert (link.target, link.bookmark) == ("", "punkt3")
    assert office.bookmarks == {"punkt3"}


def test_a_link_keeps_what_follows_the_number_sign_of_its_address() -> None:
    address = "https://forum.example.se/stadgar"
    code = f'HYPERLINK "{address}" \\l "punkt3"'
    office = read(
        '<w:p><w:hyperlink r:id="rId9" w:anchor="punkt3"><w:r><w:t>Punkt 3</w:t></w:r></w:hyperlink></w:p>'
        f"<w:p>{field(code, 'Punkt 3')}</w:p>",
        related={"rId9": ("hyperlink", address)},
    )
    assert [(link.target, link.bookmark) for link in office.links()] == [(f"{address}#punkt3", "")] * 2


def test_a_field_that_leads_within_the_document_names_its_place() -> None:
    code = 'HYPERLINK "#punkt3"'
    (link,) = read(f"<w:p>{field(code, 'Punkt 3')}</w:p>").links()
    assert (link.target, link.bookmark) == ("", "punkt3")


def test_a_table_of_contents_is_known_and_its_entries_are_no_headings() -> None:
    office = read(
        f"<w:p>{field('TOC', 'Dagordning 1')}</w:p>" + paragraph("Dagordning 1", "I"),
        styles=style("I", "toc 1"),
    )
    assert office.contents == 1
    assert office.paragraphs[1].role == "entry in a table of contents"


def drawing(
    inside: str, properties: str = 'id="1" name="Bild 1"', *, more: str = "", kind: str = "inline"
) -> str:
    return (
        f"<w:p><w:r><w:drawing><wp:{kind}><wp:docPr {properties}>{more}</wp:docPr><a:graphic><a:graphicData>{inside}"
        f"</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r></w:p>"
    )


PICTURE = '<pic:pic><pic:blipFill><a:blip r:embed="rIdP"/></pic:blipFill></pic:pic>'
WITH_PICTURE = {"rIdP": ("image", "media/a.png")}


@pytest.mark.parametrize(
    ("properties", "more", "alt", "decorative"),
    [
        ('id="1" name="Bild 1"', "", None, False),
        ('id="1" name="Bild 1" descr=""', "", "", False),
        ('id="1" name="Bild 1" descr="Fyra personer"', "", "Fyra personer", False),
        ('id="1" name="Bild 1"', DECORATIVE, None, True),
    ],
    ids=["none", "empty", "words", "decorative"],
)
def test_a_picture_has_its_alternative(properties: str, more: str, alt: str | None, decorative: bool) -> None:
    office = read(
        drawing(PICTURE, properties, more=more), related=WITH_PICTURE, more={"word/media/a.png": b"x"}
    )
    (shape,) = office.shapes
    assert (shape.kind, shape.alt, shape.decorative) == ("picture", alt, decorative)
    (block,) = (b for b in office.content.blocks if isinstance(b, Picture))
    assert (block.alt, block.decorative) == (alt, decorative)


def test_pictures_are_told_apart_by_what_they_show() -> None:
    office = read(
        drawing(PICTURE) * 2 + drawing(PICTURE.replace("rIdP", "rIdQ")),
        related={**WITH_PICTURE, "rIdQ": ("image", "media/b.png")},
        more={"word/media/a.png": b"x", "word/media/b.png": b"y"},
    )
    first, second, third = (shape.image.content for shape in office.shapes if shape.image)
    assert first == second != third


def test_a_picture_that_is_not_there_is_said_to_be_missing() -> None:
    (shape,) = read(drawing(PICTURE), related=WITH_PICTURE).shapes
    assert shape.image is not None
    assert shape.image.missing


def test_a_picture_of_the_older_sort_has_its_alternative() -> None:
    vml = (
        '<w:p><w:r><w:pict><v:shape id="Bild" alt="Fyra personer" style="position:absolute">'
        '<v:imagedata r:id="rIdP"/></v:shape></w:pict></w:r></w:p>'
    )
    (shape,) = read(vml, related=WITH_PICTURE, more={"word/media/a.png": b"x"}).shapes
    assert (shape.kind, shape.alt, shape.floating) == ("picture", "Fyra personer", True)


def test_a_group_with_an_alternative_speaks_for_all_in_it() -> None:
    group = '<wpg:wgp><pic:pic><pic:nvPicPr><pic:cNvPr id="2" name="A"/></pic:nvPicPr></pic:pic></wpg:wgp>'
    silent = read(drawing(group)).content
    spoken = read(drawing(group, 'id="1" name="Grupp" descr="Styrelsen"')).content
    assert [picture.alt for picture in silent.pictures()] == [None]
    assert [picture.alt for picture in spoken.pictures()] == ["Styrelsen"]


def test_a_chart_has_its_title_and_words() -> None:
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:p><a:r>'
        "<a:t>Deltagare</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart><c:strCache><c:pt><c:v>Maj</c:v></c:pt>"
        "</c:strCache></c:chartSpace>"
    )
    (shape,) = read(
        drawing('<c:chart r:id="rIdX"/>'),
        related={"rIdX": ("chart", "charts/chart1.xml")},
        more={"word/charts/chart1.xml": chart},
    ).shapes
    assert (shape.kind, shape.chart_title, shape.text) == ("chart", "Deltagare", "Deltagare\nMaj")


def test_a_diagram_has_its_words() -> None:
    data = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:pt><a:t>Förslag</a:t></dgm:pt>'
        "<dgm:pt/><dgm:pt><a:t>Be</a:t><a:t>slut</a:t></dgm:pt></dgm:dataModel>"
    )
    (shape,) = read(
        drawing('<dgm:relIds r:dm="rIdX"/>'),
        related={"rIdX": ("diagramData", "diagrams/data1.xml")},
        more={"word/diagrams/data1.xml": data},
    ).shapes
    assert (shape.kind, shape.text) == ("diagram", "Förslag\nBeslut")


@pytest.mark.parametrize(("program", "kind"), [("Excel.Sheet.12", "object"), ("Equation.3", "formula")])
def test_an_object_of_another_program_is_known_by_it(program: str, kind: str) -> None:
    held = f'<w:object><v:shape/><o:OLEObject ProgID="{program}"/></w:object>'
    (shape,) = read(f"<w:p><w:r>{held}</w:r></w:p>").shapes
    assert (shape.kind, shape.program) == (kind, program)


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*texts: str, marks: str = "", cell: str = "") -> str:
    cells = "".join(f"<w:tc><w:tcPr>{cell}</w:tcPr>{paragraph(text)}</w:tc>" for text in texts)
    return f"<w:tr><w:trPr>{marks}</w:trPr>{cells}</w:tr>"


def test_a_header_row_is_one_that_is_marked_not_one_that_looks_so() -> None:
    look = '<w:tblLook w:val="04A0" w:firstRow="1"/>'
    body = row("18.00", "Start")
    styled, marked, off = read(
        table(row("Tid", "Punkt"), body, properties=look)
        + table(row("Tid", "Punkt", marks="<w:tblHeader/>"), body)
        + table(row("Tid", "Punkt", marks='<w:tblHeader w:val="0"/>'), body)
    ).tables
    assert (styled.header_rows, styled.styled_header) == (0, True)
    assert (marked.header_rows, marked.styled_header) == (1, False)
    assert off.header_rows == 0


def test_merged_cells_are_one_with_spans() -> None:
    span = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>'
    down = '<w:tc><w:tcPr><w:vMerge w:val="{0}"/></w:tcPr><w:p/></w:tc>'.format
    (found,) = read(
        table(
            f"<w:tr>{span}</w:tr>",
            f"<w:tr>{down('restart')}<w:tc><w:p/></w:tc></w:tr>",
            f"<w:tr>{down('continue')}<w:tc><w:p/></w:tc></w:tr>",
        )
    ).tables
    assert [[(cell.columns, cell.rows) for cell in r.cells] for r in found.rows] == [
        [(2, 1)],
        [(1, 2), (1, 1)],
        [(1, 1)],
    ]
    assert found.columns == 2


def test_a_table_in_a_table_is_known_and_its_cells_have_places() -> None:
    inner = table(row("inre"))
    outer, nested = read(
        f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    ).tables
    assert outer.holds_table
    assert nested.is_nested
    (text,) = (p for p in open_text(nested))
    assert text.where.say("sv") == "tabell 1, cell ”B1”, tabell 2, cell ”A1”, stycke ”inre”"


def open_text(found: Table) -> list[object]:
    return [block for cell in found.cells for block in cell.blocks]


def test_the_table_style_gives_cells_their_colours() -> None:
    shade = '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>'
    made = (
        '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:tblStylePr w:type="firstRow">'
        f'<w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>{shade}</w:tblStylePr></w:style>'
    )
    look = '<w:tblStyle w:val="T"/><w:tblLook w:val="0020"/>'
    (found,) = read(table(row("Tid"), row("18.00"), properties=look), styles=made).tables
    head, body = (p.runs[0].format for cell in found.cells for p in cell.blocks)  # type: ignore[union-attr]
    assert (head.bold, head.colour, head.background) == (True, "FFFFFF", "1F3864")
    assert (body.bold, body.colour, body.background) == (False, "000000", "FFFFFF")


def test_a_list_is_one_by_its_style_and_turned_off_by_number_0() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>'
    )
    made = style("L", "List Bullet", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
    own = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    on, off = read(
        paragraph("a", "L") + paragraph("b", "L", own=own), styles=made, numbering=numbering
    ).paragraphs
    assert on.list is not None
    assert (on.list.level, on.list.ordered) == (1, False)
    assert off.list is None


def test_a_content_control_has_its_title() -> None:
    control = (
        "<w:p><w:sdt><w:sdtPr>{0}<w:dropDownList/></w:sdtPr><w:sdtContent><w:r><w:t>Välj</w:t></w:r></w:sdtContent>"
        "</w:sdt></w:p>"
    )
    without, named = read(
        control.format("") + control.format('<w:alias w:val="Kost"/><w:tag w:val="kost"/>')
    ).controls()
    assert (without.kind, without.label, without.text) == ("choice", "", "Välj")
    assert (named.label, named.tag) == ("Kost", "kost")


def test_an_older_form_field_has_its_help() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Namn"/><w:helpText w:val="Skriv ditt namn"/>'
        "<w:textInput/></w:ffData></w:fldChar></w:r>"
    )
    (control,) = read(f"<w:p>{begin}</w:p>").controls()
    assert (control.legacy, control.tag, control.help) == (True, "Namn", "Skriv ditt namn")


HEADER = (
    f"<w:hdr {NAMESPACES}>"
    '<w:p><w:r><w:t>Forum</w:t></w:r><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" '
    'style="position:absolute;z-index:-5"><v:textpath string="UTKAST"/></v:shape></w:pict></w:r></w:p></w:hdr>'
)


def test_headers_and_watermarks_are_known() -> None:
    office = read(
        paragraph("Hej") + '<w:sectPr><w:headerReference r:id="rIdH"/><w:cols w:num="2"/></w:sectPr>',
        related={"rIdH": ("header", "header1.xml")},
        more={"word/header1.xml": HEADER},
    )
    assert [story.area for story in office.stories] == ["body", "header"]
    assert [mark.text for mark in office.watermarks] == ["UTKAST"]
    assert office.sections[0].columns == 2
    assert "Forum" not in list(office.content.text())


def test_a_picture_that_is_a_watermark_is_told_of_once() -> None:
    """Word puts it in the header of first, even and other pages."""
    shape = (
        '<w:p><w:r><w:pict><v:shape id="WordPictureWatermark7" style="position:absolute;z-index:-5">'
        '<v:imagedata r:id="rId1"/></v:shape></w:pict></w:r></w:p>'
    )
    logo = '<w:p><w:r><w:pict><v:shape id="Logga"><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r></w:p>'
    kinds = ("default", "first", "even")
    references = "".join(f'<w:headerReference w:type="{kind}" r:id="rId{kind}"/>' for kind in kinds)
    picture = relations({"rId1": ("image", "media/image1.png")})
    office = read(
        f"{paragraph('Hej')}<w:sectPr>{references}</w:sectPr>",
        related={f"rId{kind}": ("header", f"{kind}.xml") for kind in kinds},
        more={
            **{f"word/{kind}.xml": f"<w:hdr {NAMESPACES}>{shape}{logo}</w:hdr>" for kind in kinds},
            **{f"word/_rels/{kind}.xml.rels": picture for kind in kinds},
            "word/media/image1.png": b"PNG",
        },
    )
    assert len(office.watermarks) == 1
    names = [found.where.steps[-1][1] for found in office.content.pictures()]
    assert names == ["Logga", "Logga", "Logga"]


def test_footnotes_are_read_and_separators_are_not() -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>Enligt stadgarna.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    office = read(
        paragraph("Hej"), related={"rIdF": ("footnotes", "footnotes.xml")}, more={"word/footnotes.xml": notes}
    )
    assert [p.text for p in office.story_paragraphs("footnote")] == ["Enligt stadgarna."]


def test_the_pages_background_counts_where_it_is_shown() -> None:
    def background(settings: str) -> str:
        data = docx(paragraph("Hej"), settings=settings)
        with zipfile.ZipFile(BytesIO(data)) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        main = "word/document.xml"
        parts[main] = parts[main].replace(b"<w:body>", b'<w:background w:color="1F3864"/><w:body>')
        office = open_office(zipped(parts))
        assert office.paragraphs[0].runs[0].format.background == (office.page_background or "FFFFFF")
        return office.page_background

    assert background("<w:displayBackgroundShape/>") == "1F3864"
    assert background("<w:trackRevisions/>") == ""


@pytest.mark.parametrize(("enforced", "edit"), [("1", "forms"), ("0", "")])
def test_protection_counts_when_it_is_enforced(enforced: str, edit: str) -> None:
    settings = f'<w:documentProtection w:edit="forms" w:enforcement="{enforced}"/>'
    assert read(paragraph("Hej"), settings=settings).protection.edit == edit


def test_documents_inside_are_found_and_sheets_behind_charts_are_not() -> None:
    inside = docx(paragraph("Bilaga"))
    office = read(
        paragraph("Hej"),
        more={"word/embeddings/bilaga.docx": inside, "word/embeddings/sheet1.xlsx": b"PK"},
    )
    assert [(found.name, found.data) for found in office.found()] == [("bilaga.docx", inside)]


TRANSITIONAL, STRICT = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"


def test_a_strict_document_is_read_as_a_transitional_one() -> None:
    plain = docx(paragraph("Dagordning", "R"), styles=style("R", "heading 1"))
    with zipfile.ZipFile(BytesIO(plain)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for name, data in parts.items():
        for family in (b"wordprocessingml", b"officeDocument"):
            data = data.replace(TRANSITIONAL + family + b"/2006/", STRICT + family + b"/")
        parts[name] = data
    office = open_office(zipped(parts))
    assert [(p.role, p.text) for p in office.paragraphs] == [("heading", "Dagordning")]


def test_facts_tell_when_and_how_the_meeting_is_joined() -> None:
    join = "https://zoom.us/j/99887766554"
    office = read(
        paragraph("Dagordning för årsmötet", own='<w:outlineLvl w:val="0"/>')
        + paragraph("Mötet är 14 mars 2027 kl. 18.00–20.00.")
        + f"<w:p>{LINK.format('Anslut till mötet')}</w:p>"
        + paragraph("Frågor? Ring 08-123 456 78 eller skriv till moten@forum.example.se."),
        related={"rIdL": ("hyperlink", join)},
    )
    facts = office.facts()
    assert facts.role == "agenda"
    assert [(time.start, time.end) for time in facts.times] == [("2027-03-14T18:00", "2027-03-14T20:00")]
    assert facts.joining == (join,)
    assert facts.telephones == ("08-123 456 78",)
    assert [contact.address for contact in facts.contacts] == ["moten@forum.example.se"]


def test_links_and_lists_reach_the_shared_content() -> None:
    content = read(f"<w:p>{LINK.format('programmet')}</w:p>", related=TO_THE_WEB).content
    (link,) = (block for block in content.blocks if isinstance(block, ContentLink))
    assert (link.text, link.target, link.around) == ("programmet", "https://forum.example.se/a", "programmet")
    assert not any(isinstance(block, (Heading, ListItem)) for block in content.blocks)


def shape(inside: str, properties: str = "") -> str:
    held = f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>" if inside else ""
    return f"<wps:wsp><wps:spPr>{properties}</wps:spPr>{held}</wps:wsp>"


def test_text_in_a_shape_lies_on_its_fill() -> None:
    fill = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'
    office = read(drawing(shape(paragraph("I rutan"), fill), kind="anchor"))
    (run,) = next(found for found in office.paragraphs if found.text).runs
    assert (run.format.colour, run.format.background) == ("FFFFFF", "1F3864")


def test_shapes_are_told_apart() -> None:
    line = '<a:prstGeom prst="line"/>'
    bent = shape(paragraph("UTKAST")).replace(
        "</wps:wsp>", '<wps:bodyPr><a:prstTxWarp prst="textPlain"/></wps:bodyPr></wps:wsp>'
    )
    office = read("".join(drawing(inside) for inside in (shape(""), shape("", line), bent)))
    assert [(found.kind, found.word_art) for found in office.shapes] == [
        ("drawing", False),
        ("line", False),
        ("text", True),
    ]


VML = "<w:p><w:r><w:pict>{}</w:pict></w:r></w:p>".format
VML_TEXT = "<v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>".format


@pytest.mark.parametrize(
    ("attributes", "fill"),
    [
        ("", "FFFFFF"),
        ('fillcolor="#1f3864 [3204]"', "1F3864"),
        ('fillcolor="#f00"', "FF0000"),
        ('fillcolor="yellow"', "FFFF00"),
        ('fillcolor="infoBackground"', None),
        ('filled="f"', ""),
    ],
)
def test_the_fill_of_an_older_shape_is_known(attributes: str, fill: str | None) -> None:
    office = read(VML(f"<v:rect {attributes}>{VML_TEXT(paragraph('I rutan'))}</v:rect>"))
    (found,) = office.shapes
    assert (found.kind, found.fill) == ("text", fill)


def test_an_older_group_holds_its_shapes_and_a_ruler_is_decorative() -> None:
    office = read(VML('<v:group alt="Styrelsen"><v:oval/><v:line/></v:group>') + VML('<v:rect o:hr="t"/>'))
    assert [(found.kind, found.alt, found.decorative) for found in office.shapes] == [
        ("group", "Styrelsen", False),
        ("drawing", None, False),
        ("line", None, False),
        ("line", None, True),
    ]


def test_an_older_picture_on_the_web_has_its_address() -> None:
    office = read(
        VML('<v:shape><v:imagedata r:id="rIdP"/></v:shape>'),
        related={"rIdP": ("image", "https://bilder.example.se/m.png")},
    )
    assert [found.image.linked for found in office.shapes if found.image] == [
        "https://bilder.example.se/m.png"
    ]


def test_ruby_is_read_by_its_base() -> None:
    ruby = (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>かいぎ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>会議</w:t></w:r></w:rubyBase>"
        "</w:ruby></w:r></w:p>"
    )
    assert [found.text for found in read(ruby).paragraphs] == ["会議"]


def test_an_active_control_is_a_control() -> None:
    (control,) = read('<w:p><w:r><w:object><w:control w:name="Knapp1"/></w:object></w:r></w:p>').controls()
    assert (control.kind, control.tag) == ("other", "Knapp1")


def test_a_piece_in_another_file_is_found_inside() -> None:
    office = read(
        '<w:altChunk r:id="rIdA"/>',
        related={"rIdA": ("aFChunk", "afchunk.html")},
        more={"word/afchunk.html": b"<p>Hej</p>"},
    )
    assert [(found.name, found.data) for found in office.found()] == [("afchunk.html", b"<p>Hej</p>")]


def test_a_list_by_way_of_a_list_style_is_a_list() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="S"/>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num>'
    )
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    (found,) = read(paragraph("Val", own=own), numbering=numbering).paragraphs
    assert found.list is not None
    assert found.list.ordered


def test_a_list_without_a_mark_is_none() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    (found,) = read(paragraph("Val", own=own), numbering=numbering).paragraphs
    assert found.list is None


def test_an_exact_line_height_is_told_from_a_number_of_lines() -> None:
    exact, lines = (
        found.format
        for found in read(
            paragraph("a", own='<w:spacing w:line="240" w:lineRule="exact"/>')
            + paragraph("a", own='<w:spacing w:line="360" w:lineRule="auto"/>')
        ).paragraphs
    )
    assert (exact.line_height, exact.line_height_is_exact) == (12.0, True)
    assert (lines.line_height, lines.line_height_is_exact) == (1.5, False)


FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _texts_of_python_docx(path: Path) -> list[str] | None:
    """The texts of all runs that python-docx sees in the body; None where it cannot open the file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            theirs = python_docx.Document(str(path))
        except Exception:
            return None
        texts = []
        for element in theirs.element.body.iter(f"{WORDS}p"):
            if next(element.iterancestors(FALLBACK), None) is not None:
                continue
            # The annotation of python-docx asks for a part of a document, which a document is.
            found = TheirParagraph(element, theirs)  # type: ignore[arg-type]
            runs = [*found.runs, *(run for link in found.hyperlinks for run in link.runs)]
            texts += [run.text for run in runs if next(run._r.iterancestors(FALLBACK), None) is None]
        return texts


def _word_files() -> list[Path]:
    """The real files, the largest apart: python-docx takes half a minute over one of them."""
    files = sorted(path for kind in ("docx", "docm", "dotx") for path in (REAL / kind).glob("*"))
    return [path for path in files if path.stat().st_size < 400_000]


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not here")
def test_our_text_holds_all_that_python_docx_reads() -> None:
    compared = 0
    for path in _word_files():
        theirs = _texts_of_python_docx(path)
        if theirs is None:
            continue
        try:
            office = open_office(path.read_bytes())
        except CouldNotCheck:
            continue
        ours = _without_space(run.text for found in office.paragraphs for run in found.runs)
        missing = [text for text in theirs if _without_space([text]) not in ours]
        assert missing == [], path.name
        assert not Counter(_without_space(theirs)) - Counter(ours), path.name
        compared += 1
    assert compared > 100


def _without_space(texts: object) -> str:
    return "".join("".join(texts).split())  # type: ignore[call-overload]
