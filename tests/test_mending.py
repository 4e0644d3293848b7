"""Mending: what is mended is gone, and nothing else has changed, down to the packed bytes of the other parts."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck import ruleset
from a11ycheck.documents.calendar.open import open_calendar
from a11ycheck.documents.office.model import Office
from a11ycheck.documents.office.open import open_office
from a11ycheck.executors import Limits
from a11ycheck.job import Job, run
from a11ycheck.mending import CannotMend, Plan, Splice, Wishes, applied
from a11ycheck.mending.calendar import escaped, plain_text, plan_calendar
from a11ycheck.mending.mend import mended
from a11ycheck.mending.office import plan_office
from a11ycheck.mending.time_zones import vtimezone
from a11ycheck.mending.words import NOTES
from a11ycheck.mending.xml_part import XmlPart
from a11ycheck.mending.zip_splices import zip_splices
from a11ycheck.trouble import CouldNotCheck
from office_parts import docx, paragraph, pptx, style, text_shape
from places import ROOT

SWEDISH = (
    "Vi ses på nätet på tisdag kväll, och alla i föreningen är välkomna. Du får en länk i god tid, men du kan "
    "också ringa in om du hellre vill det. Mötet är slut efter en timme, och sedan finns det tid att prata med "
    "styrelsen om det som inte fick plats. "
)
FOUND = Wishes()
"""Nothing is asked for but what is found."""
HEADING_STYLE = style("Rubrik1", "heading 1")
ODT = ROOT / "tests" / "data" / "opendocument" / "minutes.odt"
FODT = ROOT / "tests" / "data" / "opendocument" / "minutes.fodt"


def faults(data: bytes, kind: str, *rules: str) -> dict[str, int]:
    """How often each of these rules fails."""
    demands = replace(ruleset.load("accessible-for-everyone"), select=rules)
    result = run(Job("file", kind, demands), data)
    assert result.trouble is None or result.trouble.reason == "not-read-whole"
    return {put.id: put.count.failed for put in result.rules if put.count.failed}


def copy_of(data: bytes, wishes: Wishes = FOUND) -> tuple[bytes, Plan]:
    plan = plan_office(data, wishes)
    return applied(data, plan.splices), plan


def keys(notes: Iterable[Any]) -> list[str]:
    return [note.key for note in notes]


def packed(data: bytes) -> dict[str, tuple[Any, ...]]:
    """Each part as it lies in the zip: header fields and packed bytes, in order."""
    found: dict[str, tuple[Any, ...]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found[""] = (archive.testzip(),)  # a part that was broken before is so afterwards
        for entry in archive.infolist():
            at = entry.header_offset
            name, extra = (int.from_bytes(data[at + n : at + n + 2], "little") for n in (26, 28))
            start = at + 30 + name + extra
            raw = data[start : start + entry.compress_size]
            fields = (entry.date_time, entry.compress_type, entry.external_attr, entry.extra, entry.CRC)
            found[entry.filename] = (*fields, data[at : at + 30] if raw else b"", raw)
    return found


def changed_parts(before: bytes, after: bytes) -> set[str]:
    old, new = packed(before), packed(after)
    assert list(old) == list(new)
    assert all(old[name][0] == new[name][0] for name in old), "a date has changed"
    return {name for name in old if old[name] != new[name]}


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def words(office: Office) -> list[str]:
    return [each.text for each in office.paragraphs]


# Splices


def test_splices_are_put_in_from_first_to_last() -> None:
    assert applied(b"abcdef", [Splice(4, 1, b"E"), Splice(1, 2, b""), Splice(1, 0, b"-")]) == b"a-dEf"


@pytest.mark.parametrize(
    "wrong", [[Splice(0, 3, b""), Splice(2, 1, b"")], [Splice(5, 9, b"")], [Splice(-1, 1, b"")]]
)
def test_splices_that_overlap_or_lie_outside_are_refused(wrong: list[Splice]) -> None:
    with pytest.raises(ValueError, match="overlap"):
        applied(b"abcdef", wrong)


@given(
    st.lists(st.tuples(st.binary(max_size=60), st.booleans()), min_size=1, max_size=6),
    st.data(),
    st.booleans(),
)
def test_a_part_of_a_zip_changes_and_no_other(
    contents: list[tuple[bytes, bool]], data: Any, streamed: bool
) -> None:
    out = io.BytesIO()
    target: Any = _Unseekable(out) if streamed else out
    with zipfile.ZipFile(target, "w") as archive:
        archive.comment = b"a comment"
        for number, (content, deflated) in enumerate(contents):
            entry = zipfile.ZipInfo(f"part{number}.xml", (2001, 2, 3, 4, 5, 6))
            entry.compress_type = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
            archive.writestr(entry, content)
    before = out.getvalue()
    chosen = data.draw(st.sets(st.sampled_from(range(len(contents))), min_size=1))
    new = {f"part{number}.xml": data.draw(st.binary(max_size=90)) for number in chosen}
    after = applied(before, zip_splices(before, new))
    assert changed_parts(before, after) <= set(new)
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert archive.comment == b"a comment"
        assert all(archive.read(name) == content for name, content in new.items())


class _Unseekable(io.RawIOBase):
    """A pipe: the zip's sizes then follow each part."""

    def __init__(self, out: io.BytesIO) -> None:
        self._out = out

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        return self._out.write(data)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-22] + data[-22:].replace(b"PK\x05\x06", b"PK\x05\x07"),
        lambda data: b"before" + data,
        lambda data: data[:-12] + b"\xff" * 4 + data[-8:],
    ],
)
def test_a_zip_that_is_built_in_another_way_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    data = docx(paragraph("Hej"))
    with pytest.raises(CannotMend):
        zip_splices(spoil(data), {"word/document.xml": b"<x/>"})


def test_places_are_found_whatever_the_tags_hold() -> None:
    data = "<?xml version='1.0'?><!-- <a> --><å b='>' c=\"/>\"><i/><i x='1' /><i>ö</i></å>".encode()
    xml = XmlPart(data, "part")
    first, second, third = xml.root
    xml.set_text(first, "1 < 2")
    xml.set_attribute(second, "x", '"2"')
    xml.set_text(third, "")
    xml.insert(xml.root, "<last/>")
    expected = "<å b='>' c=\"/>\"><i>1 &lt; 2</i><i x='\"2\"' /><i></i><last/></å>"
    assert xml.changed().decode() == f"<?xml version='1.0'?><!-- <a> -->{expected}"


def test_a_part_in_another_encoding_is_left() -> None:
    with pytest.raises(CouldNotCheck):
        XmlPart('<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16"), "part")
    with pytest.raises(CouldNotCheck):
        XmlPart(b'<?xml version="1.0" encoding="iso-8859-1"?><a/>', "part")


# Word


def made_by_python_docx() -> tuple[bytes, Any]:
    document = python_docx.Document()
    document.core_properties.title = ""
    document.add_paragraph("Kallelse till årsmöte 2026", style="Title")
    document.add_heading("", level=1)
    document.add_paragraph(SWEDISH)
    table = document.add_table(rows=0, cols=2)
    for number, row in enumerate(
        (("Tid", "Punkt"), ("18.00", "Öppnande"), ("18.30", "Val"), ("19.00", "Slut"))
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(text).bold = number == 0
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), document


def test_a_word_document_is_mended_and_opens_in_another_reader() -> None:
    data, original = made_by_python_docx()
    rules = ("content-title", "content-heading-empty", "content-table-headers")
    assert faults(data, "office", *rules) == dict.fromkeys(sorted(rules), 1)
    copy, plan = copy_of(data)
    assert keys(plan.mended) == ["title", "header-rows", "empty-headings"]
    assert not plan.left
    assert faults(copy, "office", *rules) == {}
    assert changed_parts(data, copy) == {"docProps/core.xml", "word/document.xml"}
    assert words(open_office(copy)) == words(open_office(data))
    opened = python_docx.Document(io.BytesIO(copy))
    assert opened.core_properties.title == "Kallelse till årsmöte 2026"
    assert opened.core_properties.modified == original.core_properties.modified
    assert [each.text for each in opened.paragraphs] == [each.text for each in original.paragraphs]
    assert opened.paragraphs[1].style.name == "Normal"
    old, new = part(data, "word/document.xml"), part(copy, "word/document.xml")
    assert new.replace("<w:trPr><w:tblHeader/></w:trPr>", "") == old.replace(
        '<w:pStyle w:val="Heading1"/>', "", 1
    )


def test_a_title_that_was_asked_for_is_set_as_it_is() -> None:
    data, _ = made_by_python_docx()
    copy, _ = copy_of(data, Wishes(title="Möte & <fika>"))
    assert open_office(copy).properties.title == "Möte & <fika>"


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (paragraph("Årsmöte 2026", "Title"), "Årsmöte 2026"),
        (paragraph("Årsmöte 2026", "Title") + paragraph("En rubrik till", "Title"), ""),
        (paragraph("Kallelse", "Rubrik1") + paragraph("Hej"), "Kallelse"),
        (paragraph("Hej") + paragraph("Kallelse", "Rubrik1"), ""),
        (paragraph("Kallelse", "Rubrik1") + paragraph("Dagordning", "Rubrik1"), ""),
        (paragraph("[Skriv rubriken här]", "Title"), ""),
        (paragraph("kallelse_v3.docx", "Title"), ""),
        (paragraph("Ordet " * 40, "Title"), ""),
    ],
)
def test_the_title_is_one_that_is_certain(body: str, title: str) -> None:
    styles = HEADING_STYLE + style("Title", "Title")
    data = docx(body, styles=styles, more={"docProps/core.xml": CORE})
    copy, plan = copy_of(data)
    assert open_office(copy).properties.title == title
    assert ("title" if title else "no-title") in [*keys(plan.mended), *keys(plan.left)]


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
FIELD = '<w:p><w:fldSimple w:instr=" TITLE "><w:r><w:t>Årsmöte</w:t></w:r></w:fldSimple></w:p>'
BOUND = (
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]"/></w:sdtPr>'
    "<w:sdtContent><w:p><w:r><w:t>[Titel]</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize("shown", [FIELD, BOUND])
def test_a_title_that_the_text_shows_is_set_only_when_asked_for(shown: str) -> None:
    data = docx(
        paragraph("Årsmöte 2026", "Title") + shown,
        styles=style("Title", "Title"),
        more={"docProps/core.xml": CORE},
    )
    plan = plan_office(data, Wishes())
    assert "title-shown" in keys(plan.left)
    assert not plan.splices
    copy, plan = copy_of(data, Wishes(title="Årsmöte"))
    assert open_office(copy).properties.title == "Årsmöte"
    assert "title-shown-too" in keys(plan.left)


@pytest.mark.parametrize(
    "defaults",
    [
        "",
        "<w:docDefaults/>",
        "<w:docDefaults><w:pPrDefault/></w:docDefaults>",
        "<w:docDefaults><w:rPrDefault/></w:docDefaults>",
        "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>",
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='24'/><w:oMath/></w:rPr></w:rPrDefault></w:docDefaults>",
        "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:eastAsia='ja-JP'/></w:rPr></w:rPrDefault></w:docDefaults>",
        "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=''/></w:rPr></w:rPrDefault></w:docDefaults>",
    ],
)
def test_the_language_of_the_text_is_stated_where_none_is(defaults: str) -> None:
    data = docx(paragraph(SWEDISH * 3), styles=defaults + style("Normal", "Normal"))
    assert faults(data, "office", "content-language")
    copy, plan = copy_of(data)
    assert ("language", {"language": "sv"}) in plan.mended
    assert changed_parts(data, copy) == {"word/styles.xml"}
    assert open_office(copy).language == "sv"
    assert not faults(copy, "office", "content-language")


@pytest.mark.parametrize(
    "text", ["Kort text.", SWEDISH, SWEDISH * 2 + "We meet online and all of you are welcome. " * 9]
)
def test_a_language_that_is_not_certain_is_asked_for(text: str) -> None:
    data = docx(paragraph(text), styles=style("Normal", "Normal"))
    assert "no-language" in keys(plan_office(data, Wishes()).left)
    copy, plan = copy_of(data, Wishes(language="sv-SE"))
    assert open_office(copy).language == "sv-SE"
    assert "language" in keys(plan.mended)


def test_a_language_that_is_stated_is_left() -> None:
    stated = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    plan = plan_office(docx(paragraph(SWEDISH * 3), styles=stated), Wishes(language="sv"))
    assert not plan.splices
    assert ("language-stated", {"declared": "en-US"}) in plan.left


BOLD, SHADED = "<w:b/>", '<w:tcPr><w:shd w:val="clear" w:fill="DDDDFF"/></w:tcPr>'


def table(*rows: tuple[str, ...], first: str = BOLD, rest: str = "", cell: str = "", marks: str = "") -> str:
    def written(row: tuple[str, ...], run: str, own: str, before: str) -> str:
        cells = "".join(f"<w:tc>{own}{paragraph(text, run=run)}</w:tc>" for text in row)
        return f"<w:tr>{before}{cells}</w:tr>"

    head = written(rows[0], first, cell, marks)
    return f"<w:tbl><w:tblPr/>{head}{''.join(written(row, rest, '', '') for row in rows[1:])}</w:tbl>"


TIMES = (("Tid", "Punkt"), ("18.00", "Öppnande"), ("19.00", "Slut"))


@pytest.mark.parametrize(
    "body",
    [
        table(*TIMES),
        table(*TIMES, first="", cell=SHADED),
        table(*TIMES, marks="<w:trPr><w:cantSplit/></w:trPr>"),
        table(*TIMES, marks="<w:tblPrEx/>"),
        table(*TIMES, marks="<w:trPr/>"),
    ],
)
def test_a_row_that_certainly_names_the_columns_becomes_a_header_row(body: str) -> None:
    data = docx(body)
    assert faults(data, "office", "content-table-headers")
    copy, _ = copy_of(data)
    assert not faults(copy, "office", "content-table-headers")
    assert words(open_office(copy)) == words(open_office(data))


SPAN = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'


@pytest.mark.parametrize(
    "body",
    [
        table(*TIMES, first=""),  # nothing sets the first row off
        table(*TIMES, rest=BOLD),  # all rows are bold
        table(*TIMES[:2]),  # two rows
        table(("Tid",), ("18.00",), ("19.00",)),  # one column
        table(("Tid", ""), *TIMES[1:]),  # an empty cell
        table(("Tid", "Tid"), *TIMES[1:]),  # two of one name
        table(("Namn:", "Adress:"), *TIMES[1:]),  # something to fill in
        table(("2025", "2026"), *TIMES[1:]),  # no words
        table(("Tid", "Ord " * 20), *TIMES[1:]),  # too long
        table(("Tid", "Punkt", "Vem"), *TIMES[1:]),  # rows of different widths
        table(*TIMES[:2], ("19.00", SWEDISH * 2)),  # a table that places texts
        table(*TIMES, cell=SPAN),  # merged cells
        table(*TIMES, marks='<w:trPr><w:tblHeader w:val="0"/></w:trPr>'),  # said to be none
        table(*TIMES, marks='<w:trPr><w:ins w:id="1" w:author="A"/></w:trPr>'),  # a change still open
        f"<w:tbl><w:tr><w:tc>{table(*TIMES)}<w:p/></w:tc></w:tr></w:tbl>",  # in another table
    ],
)
def test_a_table_that_may_be_something_else_is_left(body: str) -> None:
    plan = plan_office(docx(body), Wishes())
    assert "header-rows" not in keys(plan.mended)
    assert not plan.splices


def test_an_empty_heading_gets_the_default_style() -> None:
    own = '<w:spacing w:after="0"/>'
    data = docx(
        paragraph("Kallelse", "Rubrik1")
        + paragraph(" ", "Rubrik1", own)
        + '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:p>',
        styles=style("Normal", "Normal").replace("<w:style ", '<w:style w:default="1" ') + HEADING_STYLE,
    )
    copy, plan = copy_of(data)
    assert ("empty-headings", {"count": 2}) in plan.mended
    assert not faults(copy, "office", "content-heading-empty")
    text = part(copy, "word/document.xml")
    assert f"<w:pPr>{own}</w:pPr>" in text
    assert "outlineLvl" not in text
    assert text.count("pStyle") == 1


@pytest.mark.parametrize(
    "empty",
    [
        paragraph("", "Rubrik1", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
        paragraph("", "Rubrik1", "<w:pageBreakBefore/>"),
        paragraph("", "Rubrik1", "<w:sectPr/>"),
        f'<w:ins w:id="1" w:author="A">{paragraph("", "Rubrik1")}</w:ins>',
        '<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr><w:del><w:r><w:delText>Bort</w:delText></w:r></w:del></w:p>',
        '<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>',
    ],
)
def test_an_empty_heading_that_does_something_is_left(empty: str) -> None:
    plan = plan_office(docx(paragraph("Kallelse", "Rubrik1") + empty, styles=HEADING_STYLE), Wishes())
    assert not plan.splices


# Slides


def test_text_on_slides_gets_the_language_asked_for() -> None:
    slide = text_shape("Hej") + text_shape("Kaffe", run='<a:rPr b="1"/>')
    data = pptx(slide, text_shape("Slut"))
    copy, plan = copy_of(data, Wishes(language="sv-SE"))
    assert ("language", {"language": "sv-SE"}) in plan.mended
    office = open_office(copy)
    assert office.language == "sv-SE"
    assert {each.language for each in office.paragraphs if each.text} == {"sv-SE"}
    assert changed_parts(data, copy) == {"ppt/slides/slide1.xml", "ppt/slides/slide2.xml"}


@pytest.mark.parametrize(
    ("second", "found"), [('type="subTitle" idx="1"', True), ('type="body" idx="7"', False)]
)
def test_the_title_of_a_deck_is_that_of_its_title_slide(second: str, found: bool) -> None:
    slide = text_shape("Årsmöte 2026", placeholder='type="title"') + text_shape(
        "Välkomna", placeholder=second
    )
    plan = plan_office(pptx(slide), Wishes())
    # The file has no properties, so that there is nowhere to write it.
    assert keys(plan.left)[0] == ("no-properties" if found else "no-title")


# OpenDocument

ROW = "<table:table-row>"


def spoiled(text: str) -> str:
    """The minutes with the faults that are mended: no title or language, an empty heading, no header row."""
    text = text.replace("<dc:title>Protokoll från årsmötet</dc:title>", "")
    text = text.replace("<table:table-header-rows>", "").replace("</table:table-header-rows>", "")
    heading = '<text:h text:style-name="Heading_20_1" text:outline-level="1">'
    return text.replace(heading, f"{heading}</text:h>{heading}", 1)


def test_a_flat_document_is_mended() -> None:
    data = spoiled(FODT.read_text("utf-8")).encode()
    assert open_office(data).content.title == ""
    copy, plan = copy_of(data, Wishes(title="Protokoll"))
    assert "title" in keys(plan.mended)
    assert ("empty-headings", {"count": 1}) in plan.mended
    rules = ("content-title", "content-heading-empty")
    assert set(faults(data, "office", *rules)) == set(rules)
    assert not faults(copy, "office", *rules)
    assert words(open_office(copy)) == words(open_office(data))


def packed_again(parts: Callable[[str, str], str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(ODT) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename.endswith(".xml"):
                data = parts(entry.filename, data.decode()).encode()
            new.writestr(entry, data)
    return out.getvalue()


def test_a_packed_document_is_mended() -> None:
    def parts(name: str, text: str) -> str:
        if name == "styles.xml":
            return text.replace('fo:language="sv"', 'fo:language=""').replace(
                'fo:country="SE"', 'fo:country=""'
            )
        return spoiled(text)

    data = packed_again(parts)
    copy, plan = copy_of(data, Wishes("Protokoll", "sv-SE"))
    assert {"title", "language", "empty-headings"} <= set(keys(plan.mended))
    office = open_office(copy)
    assert (office.properties.title, office.language) == ("Protokoll", "sv-SE")
    assert changed_parts(data, copy) == {"meta.xml", "styles.xml", "content.xml"}
    assert words(office) == words(open_office(data))
    assert not faults(copy, "office", "content-title", "content-heading-empty")


def test_the_first_row_of_a_plain_table_becomes_a_header_row() -> None:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell><text:p text:style-name="{"Fet" if row is TIMES[0] else "Standard"}">{text}</text:p>'
            "</table:table-cell>"
            for text in row
        )
        + "</table:table-row>"
        for row in TIMES
    )
    bold = (
        '<style:style style:name="Fet" style:family="paragraph"><style:text-properties fo:font-weight="bold"/>'
        "</style:style>"
    )

    def parts(name: str, text: str) -> str:
        if name == "content.xml":
            text = text.replace("</office:automatic-styles>", f"{bold}</office:automatic-styles>")
            return text.replace("</office:text>", f"<table:table>{cells}</table:table></office:text>")
        return text

    data = packed_again(parts)
    assert faults(data, "office", "content-table-headers") == {"content-table-headers": 1}
    copy, plan = copy_of(data)
    assert ("header-rows", {"count": 1}) in plan.mended
    assert not faults(copy, "office", "content-table-headers")
    assert changed_parts(data, copy) == {"content.xml"}
    first = cells.partition("</table:table-row>")[0] + "</table:table-row>"
    assert f"<table:table-header-rows>{first}</table:table-header-rows>" in part(copy, "content.xml")


# What is refused


@pytest.mark.parametrize(
    "name", ["_xmlsignatures/origin.sigs", "word/vbaProjectSignature.bin", "META-INF/documentsignatures.xml"]
)
def test_what_is_signed_is_refused(name: str) -> None:
    with pytest.raises(CannotMend) as refused:
        plan_office(docx(paragraph("Hej"), more={name: b"x"}), Wishes(title="Titel"))
    assert refused.value.reason == "signed"


def test_a_copy_that_would_say_something_else_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    data, _ = made_by_python_docx()
    replaced = [Splice(0, len(data), docx(paragraph("Något annat")))]
    monkeypatch.setattr("a11ycheck.mending.office.zip_splices", lambda data, changed: replaced)
    with pytest.raises(CannotMend) as refused:
        plan_office(data, Wishes())
    assert refused.value.reason == "not-the-same"


@pytest.mark.parametrize(
    "raw",
    [
        {"splices": [[0, "1", ""]], "mended": [], "left": [], "digest": ""},
        {"splices": [[0, 1, "ö"]], "mended": [], "left": [], "digest": ""},
        {"splices": [], "mended": [["made-up", {}]], "left": [], "digest": ""},
        {"splices": [], "mended": [["title", {"title": []}]], "left": [], "digest": ""},
        {"splices": [], "mended": []},
    ],
)
def test_a_forged_plan_is_not_taken(raw: dict[str, Any]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        Plan.from_json(raw)


def test_a_plan_comes_back_as_it_was_sent() -> None:
    data, _ = made_by_python_docx()
    plan = plan_office(data, Wishes())
    assert Plan.from_json(plan.to_json()) == plan


def test_every_note_is_said_in_both_languages() -> None:
    data = {"title": "x", "language": "sv", "count": 1, "zones": "x", "declared": "x"}
    assert all(note.say(language).format(**data) for note in NOTES.values() for language in ("sv", "en"))


# Calendars


def calendar(*lines: str, line_break: str = "\r\n") -> bytes:
    event = ("BEGIN:VEVENT", "SUMMARY:Årsmöte", "DTSTART:20260524T110000Z", *lines, "END:VEVENT")
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", *event, "END:VCALENDAR", "")
    return line_break.join(whole).encode()


def mended_calendar(data: bytes) -> tuple[bytes, Plan]:
    plan = plan_calendar(data, Wishes())
    return applied(data, plan.splices), plan


HTML = '<p>Välkomna; alla, till <b>mötet</b>!<br>Länk: <a href="https://meet.example/x">hit</a></p><ul><li>Kaffe</li></ul>'
PLAIN = "Välkomna; alla, till mötet!\nLänk: hit\nhit: https://meet.example/x\n- Kaffe"


def test_a_description_is_made_of_the_html_beside_it() -> None:
    data = calendar(f"X-ALT-DESC;FMTTYPE=text/html:{escaped(HTML)}", "LOCATION:Nätet")
    assert faults(data, "calendar", "calendar-html-with-text")
    copy, plan = mended_calendar(data)
    (event,) = open_calendar(copy).events
    assert event.description == PLAIN
    assert plan.mended == (("descriptions", {"count": 1}),)
    assert not faults(copy, "calendar", "calendar-html-with-text", "calendar-html-in-description")
    assert b"".join(copy.partition(b"DESCRIPTION:")[::2]).count(b"X-ALT-DESC") == 1
    assert max(map(len, copy.split(b"\r\n")[:-4])) > 75  # the long line that was there is left as it was
    start = copy.index(b"DESCRIPTION:")
    assert all(len(line) <= 75 for line in copy[start : copy.index(b"X-ALT-DESC")].split(b"\r\n"))


def test_html_in_a_description_is_moved_beside_it() -> None:
    data = calendar(f"DESCRIPTION;LANGUAGE=sv:{escaped(HTML)}", line_break="\n")
    assert faults(data, "calendar", "calendar-html-in-description")
    copy, _ = mended_calendar(data)
    (event,) = open_calendar(copy).events
    assert event.description == PLAIN
    assert event.languages == (("DESCRIPTION", "sv"),)
    assert event.html is not None
    assert "Välkomna" in event.html.text
    assert b"\r" not in copy
    assert not faults(copy, "calendar", "calendar-html-in-description", "calendar-html-with-text")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<b>Tid</b>\nKlockan 18\nPlats: nätet", "Tid\nKlockan 18\nPlats: nätet"),
        ("<p>Se\nhttps://a.example/<br/>Hej</p>", "Se https://a.example/\nHej"),
        ('<a href="https://a.example/">https://a.example</a>', "https://a.example"),
        ('<a href="mailto:a@a.example">Anna</a>', "Anna: a@a.example"),
        ("<h2>Tid</h2>Kl. 18<h2>Plats</h2>Nätet", "Tid\nKl. 18\n\nPlats\nNätet"),
        ("<p>a &lt; b &amp; c</p>", "a < b & c"),
        ("<br>" * 30_000, ""),
        (f"<p>{'ord ' * 10_000}</p>", None),  # longer than what is kept of a paragraph
    ],
)
def test_html_becomes_plain_text(html: str, text: str | None) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    "line",
    [
        f"DESCRIPTION:<p>{'ord ' * 10_000}</p>",
        'DESCRIPTION;ALTREP="https://meet.example/":<p>Hej</p>',
        "DESCRIPTION:&lt;p&gt;<b>Hej</b>",
    ],
)
def test_a_description_that_would_lose_something_is_left(line: str) -> None:
    plan = plan_calendar(calendar(line), Wishes())
    assert plan.left == (("descriptions-left", {"count": 1}),)
    assert not plan.splices


def test_plain_descriptions_are_left() -> None:
    data = calendar("DESCRIPTION:Välkomna\\, a < b", "X-ALT-DESC;FMTTYPE=text/html:<p>Hej</p>")
    assert plan_calendar(data, Wishes()).splices == ()


def test_a_zone_is_explained_before_the_first_event() -> None:
    data = calendar("DTEND;TZID=Europe/Stockholm:20260524T150000", "DESCRIPTION:Hej\r\n  på dig")
    copy, plan = mended_calendar(data)
    assert plan.mended == (("zones", {"zones": "Europe/Stockholm"}),)
    assert open_calendar(copy).zones == {"Europe/Stockholm"}
    assert copy.index(b"END:VTIMEZONE\r\nBEGIN:VEVENT") > 0
    start, end = copy.index(b"BEGIN:VTIMEZONE"), copy.index(b"BEGIN:VEVENT")
    assert copy[:start] + copy[end:] == data


def test_the_rules_of_a_zone() -> None:
    assert vtimezone("Europe/Stockholm", 2026, endless=True) == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Stockholm",
        "BEGIN:DAYLIGHT",
        "DTSTART:20250330T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20251026T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]
    new_york = "\n".join(vtimezone("America/New_York", 2026, endless=True))
    assert "BYMONTH=3;BYDAY=2SU" in new_york
    assert "BYMONTH=11;BYDAY=1SU" in new_york
    tokyo = "\n".join(vtimezone("Asia/Tokyo", 2026, endless=True))
    assert "TZOFFSETFROM:+0900\nTZOFFSETTO:+0900" in tokyo
    # The clock in Morocco goes by the moon: no rule says when, but ten years of days do.
    assert vtimezone("Africa/Casablanca", 2026, endless=True) == []
    assert sum(line.startswith("RDATE:") for line in vtimezone("Africa/Casablanca", 2026, endless=False)) > 15


@pytest.mark.parametrize("zone", ["W. Europe Standard Time", "../../etc/passwd", "Europe/Atlantis"])
def test_a_zone_that_is_not_known_is_left(zone: str) -> None:
    plan = plan_calendar(calendar(f"DTEND;TZID={zone}:20260524T150000"), Wishes())
    assert plan.left == (("zones-unknown", {"zones": zone}),)
    assert not plan.splices


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (calendar().replace(b"2.0", b"1.0"), "calendar-version"),
        (calendar().decode().encode("utf-16"), "encoding"),
    ],
)
def test_other_calendar_files_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(CannotMend) as refused:
        plan_calendar(data, Wishes())
    assert refused.value.reason == reason


@given(st.text(max_size=300))
def test_any_text_comes_back_as_it_was_written(text: str) -> None:
    html = f"<p>{''.join(sign for sign in text if sign.isprintable() and sign != '<')}</p>"
    copy, plan = mended_calendar(calendar(f"X-ALT-DESC;FMTTYPE=text/html:{escaped(html)}"))
    assert bool(plan.mended) == bool(plain_text(html))
    (event,) = open_calendar(copy).events
    assert event.description == plain_text(html)


# The real files


def test_a_hundred_real_files(suites: Path) -> None:
    wishes = Wishes(title="Årsmöte & <möte>")
    files = [
        each
        for kind in ("docx", "pptx", "odt", "odp", "docm")
        for each in sorted((suites / "real" / kind).iterdir())
    ]
    done = 0
    for file in files:
        data = file.read_bytes()
        if len(data) > 400_000:
            continue
        try:
            plan = plan_office(data, wishes)
        except (CannotMend, CouldNotCheck):
            continue
        if not plan.mended:
            continue
        copy = applied(data, plan.splices)
        before, after = open_office(data), open_office(copy)
        assert after.properties.title == "Årsmöte & <möte>", file.name
        assert words(after) == words(before), file.name
        touched = changed_parts(data, copy)
        assert touched <= {
            "docProps/core.xml",
            "meta.xml",
            "word/styles.xml",
            "word/document.xml",
            "content.xml",
        } | {name for name in touched if name.startswith(("ppt/slides/slide", "docProps/", "package/"))}, (
            file.name
        )
        if "language" in keys(plan.mended):
            assert not faults(copy, "office", "content-language"), file.name
        if "empty-headings" in keys(plan.mended) and "empty-headings-left" not in keys(plan.left):
            assert not faults(copy, "office", "content-heading-empty"), file.name
        for rule in ("content-table-headers", "content-heading-empty"):
            assert faults(copy, "office", rule).get(rule, 0) <= faults(data, "office", rule).get(rule, 0)
        assert not faults(copy, "office", "content-title"), file.name
        done += 1
    assert done >= 100


def test_every_real_calendar(suites: Path) -> None:
    rules = ("calendar-time-zone", "calendar-html-with-text", "calendar-html-in-description")
    done = 0
    for file in sorted((suites / "real" / "ics").iterdir()):
        data = file.read_bytes()
        try:
            copy, plan = mended_calendar(data)
        except (CannotMend, CouldNotCheck):
            continue
        if plan.mended:
            done += 1
            before, after = faults(data, "calendar", *rules), faults(copy, "calendar", *rules)
            assert all(after.get(rule, 0) <= before.get(rule, 0) for rule in rules), file.name
            if "descriptions" in keys(plan.mended):
                assert sum(after.values()) < sum(before.values()), file.name
    assert done


# The command


def fix(*arguments: str, cwd: Path, language: str = "en_GB.UTF-8") -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "LANG": language, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "a11ycheck", "fix", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agenda.docx").write_bytes(made_by_python_docx()[0])
    (tmp_path / "agenda.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "old.doc").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    )
    (tmp_path / "signed.docx").write_bytes(docx(paragraph("Hej"), more={"_xmlsignatures/origin.sigs": b""}))
    return tmp_path


def test_the_command_mends_a_copy_and_checks_it(folder: Path) -> None:
    before = (folder / "agenda.docx").read_bytes()
    done = fix("agenda.docx", "-o", "copy.docx", "--lang", "sv", cwd=folder)
    assert done.stderr == ""
    assert "Mended in copy.docx:\n  – Title: “Kallelse till årsmöte 2026”" in done.stdout
    assert "The document already states its language (en-US)" in done.stdout
    assert "content-language" in done.stdout  # what is left, from the check of the copy
    assert done.returncode == 1
    assert (folder / "agenda.docx").read_bytes() == before
    assert open_office((folder / "copy.docx").read_bytes()).properties.title == "Kallelse till årsmöte 2026"
    assert sorted(each.name for each in folder.iterdir() if each.suffix == ".docx") == [
        "agenda.docx",
        "copy.docx",
        "signed.docx",
    ]


def test_the_command_speaks_swedish(folder: Path) -> None:
    done = fix("agenda.docx", "-o", "kopia.docx", cwd=folder, language="sv_SE.UTF-8")
    assert "Rättat i kopia.docx:\n  – Titel: ”Kallelse till årsmöte 2026”" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["agenda.docx", "-o", "agenda.docx"], 2, "is the original"),
        (["agenda.docx", "-o", "./agenda.docx", "--force"], 2, "is the original"),
        (["agenda.docx", "-o", "signed.docx"], 2, "is there already"),
        (["agenda.docx", "-o", "copy.odt"], 2, "end in .docx"),
        (["agenda.docx", "-o", "."], 2, "is a folder"),
        (["agenda.docx", "-o", "none/copy.docx"], 2, "--copy none/copy.docx"),
        (["agenda.docx"], 2, "is missing"),
        (["agenda.docx", "-o", "c.docx", "--lang", "svenska språket"], 2, "--lang"),
        (["agenda.docx", "-o", "c.docx", "--title", "a\x07b"], 2, "--title"),
        (["gone.docx", "-o", "c.docx"], 3, "not there"),
        (["signed.docx", "-o", "c.docx"], 3, "is signed"),
        (["old.doc", "-o", "c.doc"], 3, "older format"),
        (["agenda.pdf", "-o", "c.pdf"], 3, "a11ycheck agenda.pdf"),
    ],
)
def test_what_the_command_refuses(folder: Path, arguments: list[str], code: int, said: str) -> None:
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    done = fix(*arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


def test_a_copy_that_is_there_is_replaced_when_told_to(folder: Path) -> None:
    (folder / "copy.docx").write_bytes(b"")
    fix("agenda.docx", "-o", "copy.docx", "--force", cwd=folder)
    assert open_office((folder / "copy.docx").read_bytes()).properties.title == "Kallelse till årsmöte 2026"


def test_the_file_is_read_within_limits(folder: Path) -> None:
    with pytest.raises(CouldNotCheck) as reason:
        mended(folder / "agenda.docx", Wishes(), Limits(file_size=1_000))
    assert reason.value.trouble.reason == "too-big"
