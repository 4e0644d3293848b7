"""Files from strangers: whatever the bytes are, an office document is read within limits or refused with a reason."""

from __future__ import annotations

import pytest
from hostile.office_files import OLE, directory_of_2_gb, locked_zip, main_part, many_entries, without_end
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.documents.office import KIND, looks_like_office
from a11ycheck.documents.office import limits as office_limits
from a11ycheck.documents.office.model import Office, Table
from a11ycheck.documents.office.open import open_office
from a11ycheck.trouble import REASONS, CouldNotCheck
from office_parts import NAMESPACES, docx, paragraph, pptx, style, text_shape, zipped


def refusal(data: bytes) -> str:
    with pytest.raises(CouldNotCheck) as refused:
        open_office(data)
    return refused.value.trouble.reason


def outcome(data: bytes) -> str:
    try:
        open_office(data)
    except CouldNotCheck as refused:
        return refused.trouble.reason
    return "read"


def word(body: str) -> Office:
    return open_office(docx(body))


REFUSED = {
    "nothing": (lambda: b"", "empty"),
    "any bytes": (lambda: bytes(range(256)) * 40, "not-what-it-says"),
    "the first bytes of a zip": (lambda: b"PK\x03\x04", "broken"),
    "a zip without its end": (without_end, "broken"),
    "a zip with another document": (
        lambda: zipped({"mimetype": "application/epub+zip", "a.html": ""}),
        "not-what-it-says",
    ),
    "a spreadsheet": (
        lambda: zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}),
        "no-kind",
    ),
    "no main part": (lambda: zipped({"[Content_Types].xml": "<Types/>"}), "broken"),
    "a main part that is no XML": (lambda: main_part(b"<w:document"), "broken"),
    "20,000 entries": (many_entries, "too-big"),
    "a directory of 2 GB": (directory_of_2_gb, "too-big"),
    "80 MB in 80 KB": (lambda: main_part(b"<a>" + bytes(80_000_000) + b"</a>"), "too-big"),
    "two million paragraphs": (
        lambda: docx("<w:p/>" * 2_000_000),
        "too-big",
    ),
    "elements 10,000 deep": (lambda: main_part(b"<a>" * 10_000 + b"</a>" * 10_000), "too-deep"),
    "entities that grow": (
        lambda: main_part(b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;&c;</a>'),
        "broken",
    ),
    "an entity from outside": (
        lambda: main_part(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
        "broken",
    ),
    "entries with a password": (locked_zip, "password"),
    "an encrypted file of Office": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a file under rights management": (
        lambda: OLE + "DRMEncryptedDataSpace EncryptedPackage".encode("utf-16-le"),
        "encryption",
    ),
    "Word 97": (lambda: OLE + "WordDocument".encode("utf-16-le"), "old-format"),
    "PowerPoint 97": (lambda: OLE + "PowerPoint Document".encode("utf-16-le"), "old-format"),
    "RTF": (lambda: b"{\\rtf1 hej}", "old-format"),
    "another OLE file": (lambda: OLE, "no-kind"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_reason(case: str) -> None:
    make, reason = REFUSED[case]
    assert refusal(make()) == reason


def test_an_old_format_is_told_how_to_convert() -> None:
    told = REASONS["old-format"]
    assert "save it as .docx" in told.en
    assert "spara den som docx" in told.sv


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", OLE, b"{\\rtf"]))
def test_any_bytes_are_read_or_refused(data: bytes, beginning: bytes) -> None:
    assert outcome(beginning + data) in {"read", *REASONS}


@given(st.data())
def test_a_damaged_document_is_read_or_refused(drawn: st.DataObject) -> None:
    whole = bytearray(docx(paragraph("Välkomna") * 3, styles=style("A", "heading 1")))
    for _ in range(drawn.draw(st.integers(1, 8))):
        whole[drawn.draw(st.integers(0, len(whole) - 1))] = drawn.draw(st.integers(0, 255))
    assert outcome(bytes(whole)) in {"read", *REASONS}


def test_a_cell_cannot_span_a_hundred_million_columns() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc>'
    (table,) = word(f"<w:tbl><w:tr>{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>").tables
    assert [cell.columns for cell in table.cells] == [office_limits.MOST_SPANNED, 1] * 2
    assert table.is_merged


def test_styles_in_a_circle_end_where_it_closes() -> None:
    circle = style("A", "A", based_on="B", run="<w:b/>") + style("B", "B", based_on="A", run="<w:i/>")
    (read,) = open_office(docx(paragraph("Hej", "A"), styles=circle)).paragraphs
    (run,) = read.runs
    assert (run.format.bold, run.format.italic) == (True, True)


def test_a_style_based_on_itself_is_no_heading() -> None:
    (read,) = open_office(docx(paragraph("Hej", "A"), styles=style("A", "A", based_on="A"))).paragraphs
    assert read.role == "text"


def test_text_after_a_field_that_never_ends_is_text() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    read = word(f"<w:p>{begun}</w:p>" * 200 + paragraph("Efter"))
    assert read.paragraphs[-1].text == "Efter"


def test_tables_nested_deeper_than_is_followed_are_said_and_the_rest_is_read() -> None:
    deep = office_limits.DEEPEST + 20
    nested = "<w:tbl><w:tr><w:tc>" * deep + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * deep
    read = word(nested + paragraph("Efter"))
    assert read.paragraphs[-1].text == "Efter"
    assert "nested too deeply" in read.unread()


def test_controls_nested_deeper_than_is_followed_are_said_and_the_rest_is_read() -> None:
    deep = office_limits.DEEPEST + 20
    nested = "<w:sdt><w:sdtContent>" * deep + paragraph("Djupt") + "</w:sdtContent></w:sdt>" * deep
    read = word(nested + paragraph("Efter"))
    assert [found.text for found in read.paragraphs] == ["Efter"]
    assert "nested too deeply" in read.unread()


def test_groups_nested_deeper_than_is_followed_are_said() -> None:
    deep = office_limits.DEEPEST + 20
    group = '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="4" name="G"/></p:nvGrpSpPr><p:grpSpPr/>'
    slide = group * deep + text_shape("Djupt") + "</p:grpSp>" * deep + text_shape("Efter")
    read = open_office(pptx(slide))
    assert [paragraph.text for paragraph in read.paragraphs] == ["Efter"]
    assert "nested too deeply" in read.unread()


def test_a_part_that_cannot_be_read_is_said_and_the_rest_is_checked() -> None:
    read = open_office(
        docx(
            paragraph("Hej"),
            related={"rId9": ("styles", "styles.xml")},
            more={"word/styles.xml": b"<w:styles"},
        )
    )
    assert read.paragraphs[0].text == "Hej"
    assert "word/styles.xml" in read.unread()


def test_a_slide_that_is_missing_is_said_and_the_others_are_checked() -> None:
    listed = '<p:sldIdLst><p:sldId id="1" r:id="rIdX"/></p:sldIdLst>'
    parts = {
        "[Content_Types].xml": "<Types/>",
        "ppt/presentation.xml": f"<p:presentation {NAMESPACES}>{listed}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": "<Relationships xmlns="
        '"http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdX" Type="x/slide" '
        'Target="slides/slide1.xml"/></Relationships>',
    }
    read = open_office(zipped(parts))
    assert read.slides == ()
    assert "ppt/slides/slide1.xml is missing" in read.unread()


def test_values_that_are_no_numbers_are_passed_over() -> None:
    odd = (
        '<w:ind w:left="nan"/><w:spacing w:line="inf" w:before="1e999"/><w:outlineLvl w:val="många"/>'
        '<w:numPr><w:ilvl w:val="99999999999999999999"/><w:numId w:val="x"/></w:numPr>'
    )
    run = '<w:sz w:val="-1e400"/><w:color w:val="rött" w:themeColor="accent9" w:themeTint="ZZ"/><w:lang w:val="//"/>'
    (read,) = word(paragraph("Hej", own=odd, run=run)).paragraphs
    assert (read.role, read.list, read.format.indent_start) == ("text", None, 0.0)
    assert (read.runs[0].format.colour, read.runs[0].format.language) == ("000000", "")


def test_nothing_outside_the_file_is_fetched_it_is_only_told() -> None:
    blip = '<a:blip r:link="rIdP"/>'
    drawing = (
        '<w:drawing><wp:inline><wp:docPr id="1" name="Bild" descr="Märke"/><a:graphic><a:graphicData>'
        f"<pic:pic><pic:blipFill>{blip}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    read = open_office(
        docx(
            f"<w:p><w:r>{drawing}</w:r></w:p>",
            related={"rIdP": ("image", "https://bilder.example.se/m.png")},
        )
    )
    (shape,) = read.shapes
    assert shape.image is not None
    assert (shape.image.linked, shape.image.content) == ("https://bilder.example.se/m.png", "")


def test_a_hundred_thousand_runs_are_one_paragraph() -> None:
    (read,) = word("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 100_000 + "</w:p>").paragraphs
    assert (len(read.text), len(read.runs)) == (100_000, 1)


def test_ten_thousand_links_are_read() -> None:
    link = '<w:hyperlink w:anchor="a{0}"><w:r><w:t>{0}</w:t></w:r></w:hyperlink>'
    (read,) = word("<w:p>" + "".join(map(link.format, range(10_000))) + "</w:p>").paragraphs
    assert len(read.links) == 10_000


def test_a_merged_cell_over_ten_thousand_rows_is_one_cell() -> None:
    first = '<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr>'
    more = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>" * 9_999
    (table,) = word(f"<w:tbl>{first}{more}</w:tbl>").tables
    assert isinstance(table, Table)
    assert [cell.rows for cell in table.cells] == [10_000]


def test_the_kind_knows_its_files_by_their_first_bytes() -> None:
    assert looks_like_office(docx(paragraph("Hej"))[:1024])
    assert not looks_like_office(OLE)
    assert looks_like_office(b"{\\rtf1")
    assert not looks_like_office(zipped({"mimetype": "application/epub+zip"})[:1024])
    assert not looks_like_office(
        zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"})[:1024]
    )
    assert not looks_like_office(b"%PDF-1.7")
    assert {".docx", ".pptx", ".odt", ".odp", ".doc", ".ppt"} <= set(KIND.suffixes)
