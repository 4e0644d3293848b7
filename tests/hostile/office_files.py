"""Hostile documents of Word, PowerPoint and LibreOffice."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

from hostile.corpus import hostile

from office_parts import NAMESPACES, content_types, docx, paragraph, pptx, style, text_shape, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_NAMES = (
    " ".join(
        f'xmlns:{name}="{ODF}{name}:1.0"'
        for name in ("office", "style", "text", "table", "presentation", "meta")
    )
    + f' xmlns:draw="{ODF}drawing:1.0" xmlns:fo="{ODF}xsl-fo-compatible:1.0"'
    f' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]>'


def main_part(xml: bytes) -> bytes:
    """A Word document whose main part is this."""
    return zipped({"[Content_Types].xml": content_types("word/document.xml", MAIN), "word/document.xml": xml})


def odf(body: str, styles: str = "", kind: str = "text", more: dict[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument file with this in its office:text or office:presentation."""
    content = (
        f'<office:document-content {ODF_NAMES} office:version="1.3"><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>"
    )
    return zipped(
        {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content, **(more or {})}
    )


@hostile(".docx")
def the_first_bytes_of_a_zip() -> bytes:
    """A signature and no more."""
    return b"PK\x03\x04"


@hostile(".docx")
def without_end() -> bytes:
    """A zip without its directory."""
    data = docx(paragraph("Hej"))
    return data[: data.rindex(b"PK\x05\x06")]


@hostile(".docx")
def many_entries() -> bytes:
    """A zip of 20,000 files."""
    return zipped({f"word/media/{n}.xml": b"" for n in range(20_000)})


@hostile(".docx")
def directory_of_2_gb() -> bytes:
    """A zip whose end says that its directory is enormous."""
    data = bytearray(docx(paragraph("Hej")))
    at = data.rindex(b"PK\x05\x06")
    struct.pack_into("<I", data, at + 12, 2_000_000_000)
    return bytes(data)


@hostile(".docx")
def locked_zip() -> bytes:
    """Entries whose flags say that they are encrypted."""
    data = bytearray(docx(paragraph("Hej")))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


@hostile(".docx")
def entries_that_lie_about_their_size() -> bytes:
    """A directory that says that 50 MB of text are 100 bytes."""
    data = bytearray(main_part(b"<a>" + b" " * 50_000_000 + b"</a>"))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<I", data, at + 24, 100)
        at += 4
    return bytes(data)


@hostile(".docx")
def an_entry_in_each_entry() -> bytes:
    """A directory whose thousand entries are all the same bytes: what is unpacked is a thousand times what is there."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", content_types("word/document.xml", MAIN))
        file.writestr("word/document.xml", f"<w:document {NAMESPACES}>" + " " * 1_000_000 + "</w:document>")
        first = file.infolist()[1]
        for number in range(1_000):
            again = zipfile.ZipInfo(f"word/header{number}.xml")
            for name in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(again, name, getattr(first, name))
            file.filelist.append(again)
    return out.getvalue()


@hostile(".docx")
def names_that_want_out() -> bytes:
    """Parts whose names lead out of the zip, and one that is there twice."""
    more = {
        "../../../etc/passwd": b"x",
        "/etc/shadow": b"x",
        "C:\\x": b"x",
        "word/../word/document.xml": b"<w:x/>",
        "\x1b[2J": b"",
    }
    return docx(paragraph("Hej"), more=more)


@hostile(".docx")
def a_zip_of_zeros() -> bytes:
    """80 MB in 80 KB."""
    return main_part(b"<a>" + bytes(80_000_000) + b"</a>")


@hostile(".docx")
def three_million_paragraphs() -> bytes:
    """Elements in a number that takes gigabytes as a tree."""
    return docx("<w:p/>" * 3_000_000)


@hostile(".docx")
def ten_thousand_deep() -> bytes:
    """Elements in each other, deeper than a program's stack."""
    return main_part(b"<a>" * 10_000 + b"</a>" * 10_000)


@hostile(".docx")
def entities_that_grow() -> bytes:
    """Entities that are made of entities."""
    return main_part(f"{ENTITIES}<a>&d;&d;</a>".encode())


@hostile(".docx")
def entities_in_another_encoding() -> bytes:
    """The same, in UTF-16, where whoever looks for the word finds nothing."""
    return main_part(f'<?xml version="1.0" encoding="UTF-16"?>{ENTITIES}<a>&d;&d;</a>'.encode("utf-16"))


@hostile(".docx")
def an_entity_from_outside() -> bytes:
    """An entity that is a file of the reader's."""
    return main_part(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')


@hostile(".docx")
def a_grammar_from_outside() -> bytes:
    """A document type that is to be fetched."""
    return main_part(b'<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd"><a/>')


@hostile(".docx")
def parts_from_outside() -> bytes:
    """Relations of every sort to files and addresses outside."""
    kinds = (
        "styles",
        "numbering",
        "settings",
        "theme",
        "image",
        "attachedTemplate",
        "footnotes",
        "package",
        "hyperlink",
    )
    related = {f"r{n}": (kind, f"file:///etc/passwd?{n}") for n, kind in enumerate(kinds)}
    return docx(paragraph("Hej"), related=related)


@hostile(".docx")
def parts_that_are_themselves() -> bytes:
    """Relations by which the document is its own styles, notes, header and picture."""
    kinds = (
        "styles",
        "numbering",
        "settings",
        "theme",
        "image",
        "header",
        "footnotes",
        "endnotes",
        "package",
        "chart",
    )
    return docx(paragraph("Hej"), related={f"r{n}": (kind, "document.xml") for n, kind in enumerate(kinds)})


@hostile(".docx")
def a_hundred_million_columns() -> bytes:
    """Cells that span more columns than memory holds."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc>'
    return docx(f"<w:tbl><w:tr>{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>")


@hostile(".docx")
def styles_in_a_circle() -> bytes:
    """Styles that are based on each other, and one on itself; a list whose style is numbered by it."""
    circle = style("A", "A", based_on="B") + style("B", "B", based_on="A") + style("C", "C", based_on="C")
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>'
    return docx("".join(paragraph("Hej", name, listed) for name in "ABC"), styles=circle, numbering=numbering)


@hostile(".docx")
def fields_that_never_end() -> bytes:
    """Fields in fields, none of which ends."""
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "</w:instrText></w:r>'
    return docx(f"<w:p>{begun * 2_000}</w:p>" * 5 + paragraph("Efter"))


@hostile(".docx")
def nested_tables_and_controls() -> bytes:
    """Tables in text boxes in controls in tables, eighty of each."""
    begins = "<w:tbl><w:tr><w:tc><w:sdt><w:sdtContent>"
    return docx(
        begins * 40 + "<w:p/>" + "</w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>" * 40 + paragraph("Efter")
    )


@hostile(".docx")
def values_that_are_no_numbers() -> bytes:
    """What is to be a number is a word, infinite, or far too large."""
    odd = (
        '<w:ind w:left="nan"/><w:spacing w:line="inf" w:before="1e999"/><w:outlineLvl w:val="många"/>'
        '<w:numPr><w:ilvl w:val="99999999999999999999"/><w:numId w:val="x"/></w:numPr>'
    )
    run = (
        f'<w:sz w:val="{"9" * 5_000}"/><w:color w:val="rött" w:themeColor="accent9"'
        f' w:themeTint="ZZ"/><w:lang w:val="//"/>'
    )
    return docx(paragraph("Hej", own=odd, run=run) * 20)


@hostile(".docx")
def a_paragraph_of_many_links() -> bytes:
    """Ten thousand links, all to one bookmark that is not there."""
    link = '<w:hyperlink w:anchor="a{0}"><w:r><w:t>{0}</w:t></w:r></w:hyperlink>'
    return docx("<w:p>" + "".join(map(link.format, range(10_000))) + "</w:p>")


@hostile(".docx")
def a_word_of_a_million_letters() -> bytes:
    """A text without a space, then one of nothing but spaces, brackets and signs."""
    return docx("".join(paragraph(unit * 200_000) for unit in ("a", " ", "(", "1.", "åÅ", "-", "@.")))


@hostile(".docx")
def texts_that_are_no_text() -> bytes:
    """A terminal's commands, marks of direction, and letters that are drawn on each other."""
    bad = "&#x202E;Hej&#x2066;\u0300" + "\u0301" * 5_000 + "&#xFFFE;"[:0] + "\u200b\ufeff\u2028"
    drawing = (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="{bad[:300]}" descr="{bad}"/>'
        f"</wp:inline></w:drawing></w:r>"
    )
    return docx(paragraph(bad) + f"<w:p>{drawing}</w:p>")


@hostile(".docx")
def documents_in_documents() -> bytes:
    """A document that holds two, which hold two, eight times: more than are checked in one run."""
    inner = docx(paragraph("innerst"))
    for _ in range(6):
        related = {"a": ("package", "embeddings/a.docx"), "b": ("package", "embeddings/b.docx")}
        more = {"word/embeddings/a.docx": inner, "word/embeddings/b.docx": inner}
        inner = docx(
            paragraph("utanpå")
            + '<w:p><w:r><w:object><o:OLEObject ProgID="Word.Document.12" r:id="a"/></w:object></w:r></w:p>',
            related=related,
            more=more,
        )
    return inner


@hostile(".docx")
def an_encrypted_file_of_office() -> bytes:
    """What Office makes of a document with a password."""
    return OLE + "EncryptedPackage".encode("utf-16-le")


@hostile(".docx")
def another_encoding_than_it_says() -> bytes:
    """Bytes that are no UTF-8, in a part that says that it is, and a name with half a surrogate."""
    return main_part(
        f"<w:document {NAMESPACES}><w:body>".encode()
        + b"<w:p><w:r><w:t>\xed\xa0\x80\xff</w:t></w:r></w:p></w:body></w:document>"
    )


@hostile(".doc")
def word_97() -> bytes:
    """An old format, cut off."""
    return OLE + "WordDocument".encode("utf-16-le")


@hostile(".rtf")
def brackets_of_rtf() -> bytes:
    """Groups in groups."""
    return b"{\\rtf1" + b"{" * 200_000


@hostile(".pptx")
def groups_in_groups() -> bytes:
    """Shapes grouped sixty deep."""
    group = '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="4" name="G"/></p:nvGrpSpPr><p:grpSpPr/>'
    return pptx(group * 60 + text_shape("Djupt") + "</p:grpSp>" * 60 + text_shape("Efter"))


@hostile(".pptx")
def a_slide_that_is_missing() -> bytes:
    """A deck that lists slides that are not there, and one slide a thousand times."""
    more = "".join(f'<p:sldId id="{n}" r:id="rId1"/>' for n in range(1_000, 2_000))
    return pptx(text_shape("Hej"), presentation=f'<p:sldIdLst>{more}<p:sldId r:id="nowhere"/></p:sldIdLst>')


@hostile(".pptx")
def shapes_without_a_size() -> bytes:
    """Places and sizes that are negative, infinite or no numbers."""
    spread = "".join(
        text_shape(
            "Hej",
            properties=f'<a:xfrm rot="{n}"><a:off x="{n}" y="-{n}"/><a:ext cx="-{n}" cy="{n}"/></a:xfrm>',
        )
        for n in ("0", "9" * 400, "nan", "inf", "1e999", "x", "")
    )
    return pptx(spread)


@hostile(".pptx")
def layouts_in_a_circle() -> bytes:
    """A layout whose master is itself."""
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x/slideMaster" Target="slideLayout1.xml"/><Relationship'
        ' Id="rId2" Type="x/slideLayout" Target="slideLayout1.xml"/></Relationships>'
    )
    return pptx(
        text_shape("Hej", placeholder='type="title"'),
        more={"ppt/slideLayouts/_rels/slideLayout1.xml.rels": rels},
    )


@hostile(".pptx")
def colours_in_a_circle() -> bytes:
    """A map of colours in which each is another, and changes of a colour in thousands."""
    run = (
        '<a:rPr><a:solidFill><a:schemeClr val="tx1">'
        + '<a:lumMod val="99999999999"/>' * 5_000
        + "</a:schemeClr></a:solidFill></a:rPr>"
    )
    override = (
        '<p:clrMapOvr><a:overrideClrMapping bg1="tx1" tx1="bg1" bg2="tx2" tx2="bg2"'
        ' accent1="accent1"/></p:clrMapOvr>'
    )
    return pptx(text_shape("Hej", run=run), after=override)


@hostile(".pptx")
def animations_without_end() -> bytes:
    """A timing tree in which each step holds the next, for shapes that are not there."""
    step = '<p:par><p:cTn id="1" dur="indefinite" repeatCount="indefinite"><p:childTnLst>'
    return pptx(
        text_shape("Hej"),
        after=f"<p:timing><p:tnLst>{step * 60}{'</p:childTnLst></p:cTn></p:par>' * 60}</p:tnLst></p:timing>",
    )


@hostile(".pptx")
def a_table_of_ten_thousand_cells() -> bytes:
    """A slide's table whose cells all say that they span it."""
    row = (
        "<a:tr>"
        + '<a:tc gridSpan="2147483647" rowSpan="2147483647"><a:txBody><a:p/></a:txBody></a:tc>' * 100
        + "</a:tr>"
    )
    frame = (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="T"/></p:nvGraphicFramePr>'
        f"<a:graphic><a:graphicData><a:tbl>{row * 100}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    return pptx(frame)


@hostile(".odt")
def two_thousand_million_spaces() -> bytes:
    """Spaces, rows and columns that are said to repeat."""
    repeated = (
        '<table:table-cell table:number-columns-repeated="2147483647"><text:p>x</text:p></table:table-cell>'
    )
    return odf(
        '<text:p>a<text:s text:c="2147483647"/>b</text:p>'
        f'<table:table><table:table-row table:number-rows-repeated="2147483647">{repeated}'
        f"</table:table-row></table:table>"
    )


@hostile(".odt")
def styles_whose_parents_are_their_children() -> bytes:
    """Styles of OpenDocument in a circle."""
    circle = "".join(
        f'<style:style style:name="{a}" style:family="paragraph" style:parent-style-name="{b}"/>'
        for a, b in ("AB", "BC", "CA")
    )
    return odf(
        '<text:p text:style-name="A">Hej</text:p><text:h text:outline-level="-1" text:style-name="B">H</text:h>',
        circle,
    )


@hostile(".odt")
def sections_in_sections() -> bytes:
    """Sections, lists and frames in each other."""
    begins = "<text:section><text:list><text:list-item>"
    ends = "</text:list-item></text:list></text:section>"
    return odf(begins * 60 + "<text:p>Djupt</text:p>" + ends * 60)


@hostile(".odt")
def changes_that_change_each_other() -> bytes:
    """Tracked changes that begin and never end, and end without having begun."""
    marks = "".join(
        f'<text:change-start text:change-id="c{n}"/><text:change-end text:change-id="d{n}"/>'
        for n in range(3_000)
    )
    return odf(f"<text:p>{marks}Hej</text:p>")


@hostile(".odt")
def a_manifest_that_locks() -> bytes:
    """A manifest that says that all parts are encrypted, in a way that nobody knows."""
    names = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    entry = (
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data>'
        '<manifest:algorithm manifest:algorithm-name="x"/></manifest:encryption-data></manifest:file-entry>'
    )
    return odf(
        "<text:p>Hej</text:p>",
        more={"META-INF/manifest.xml": f"<manifest:manifest {names}>{entry}</manifest:manifest>"},
    )


@hostile(".odt")
def pictures_of_themselves() -> bytes:
    """Frames whose object is the document, its content, and a place outside."""
    frames = "".join(
        f'<draw:frame draw:name="f"><draw:object xlink:href="{to}"/><draw:image xlink:href="{to}"/></draw:frame>'
        for to in ("./", ".", "content.xml", "../../x", "file:///etc/passwd", "./Object 1", "\x09")
    )
    return odf(f"<text:p>{frames}</text:p>")


@hostile(".odp")
def pages_without_a_master() -> bytes:
    """Slides whose masters are not there, with sizes that are no sizes."""
    page = (
        '<draw:page draw:name="a" draw:master-page-name="m"><draw:frame svg:x="1e999cm"'
        ' xmlns:svg="x" draw:z-index="-1"><draw:text-box><text:p>Hej</text:p></draw:text-box>'
        "</draw:frame></draw:page>"
    )
    return odf(page * 300, kind="presentation")


@hostile(".fodt")
def a_flat_file_with_packed_pictures() -> bytes:
    """A flat file of OpenDocument with ten megabytes of what says that it is base64."""
    picture = (
        f"<draw:frame><draw:image><office:binary-data>{'A?' * 3_000_000}</office:binary-data>"
        f"</draw:image></draw:frame>"
    )
    return (
        f"<office:document {ODF_NAMES}"
        f' office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        f"<text:p>{picture}</text:p></office:text></office:body></office:document>".encode()
    )


@hostile(".fodt")
def a_flat_file_that_is_cut_off() -> bytes:
    """A flat file that ends in a name."""
    return f"<office:document {ODF_NAMES}><office:body><office:te".encode()
