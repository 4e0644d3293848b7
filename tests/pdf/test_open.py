"""From bytes to a PDF's model: whole documents, broken ones, and ones made to do harm."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf.making import Made, marked, one_page, written
from pikepdf import Array, Dictionary, Name, String

from a11ycheck.documents.content import Link, Paragraph
from a11ycheck.documents.pdf import KIND, limits, looks_like_pdf
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.objects import lzw_length
from a11ycheck.documents.pdf.open import open_pdf
from a11ycheck.trouble import REASONS, CouldNotCheck
from places import ROOT


def reason(data: bytes) -> str:
    """Return why a document is not checked, empty if it is."""
    try:
        pdf = open_pdf(data)
    except CouldNotCheck as refused:
        return refused.trouble.reason
    # What rules read must hold for whatever was opened.
    pdf.facts()
    assert all(element.where.anchor for element in pdf.elements)
    return ""


def test_the_kind_knows_a_pdf_and_brings_no_parser() -> None:
    assert looks_like_pdf(b"junk" * 200 + b"%PDF-1.4")
    assert not looks_like_pdf(b" " * 1_024 + b"%PDF-1.4")
    imported = (
        "import sys, a11ycheck.documents.pdf; print('pikepdf' in sys.modules or 'pdfminer' in sys.modules)"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", imported], capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout
        == "False\n"
    )
    assert isinstance(KIND.open(one_page(b"")), Pdf)


# Whole documents


def test_the_good_fixture_is_read_as_its_author_meant_it() -> None:
    pdf = open_pdf(
        (ROOT / "fixtures" / "meetings" / "forumkonferensen" / "good" / "inbjudan.pdf").read_bytes()
    )
    content = pdf.content
    assert content.structured
    assert (content.title, content.language) == ("Inbjudan till Forumkonferensen 2026", "sv-SE")
    headings = [(heading.level, heading.text) for heading in content.headings()]
    assert headings[:3] == [
        (1, "Inbjudan till Forumkonferensen 2026"),
        (2, "Tid, plats och länk"),
        (2, "Därför möts vi"),
    ]
    assert "Länk: Anslut till Forumkonferensen 2026 i Zoom" in " ".join(
        item.text for item in content.list_items()
    )
    assert ("Anslut till Forumkonferensen 2026 i Zoom", "https://forum.example.se/anslut") in [
        (link.text, link.target) for link in content.links()
    ]
    (table,) = content.tables()
    assert [cell.text for cell in table.rows[0]] == ["Tid", "Punkt", "Vem"]
    assert all(cell.header for cell in table.rows[0])
    (picture,) = content.pictures()
    assert picture.alt is not None
    assert picture.alt.startswith("Stapeldiagram över antal deltagare per år.")
    assert picture.where.box is not None
    assert pdf.catalog.show_title
    assert [bookmark.title for bookmark in pdf.bookmarks][:1] == ["Inbjudan till Forumkonferensen 2026"]
    assert not any(page.cut_short for page in pdf.drawn)


def test_two_columns_without_tags_become_paragraphs_in_reading_order() -> None:
    left = [
        "Mötet är öppet för alla som",
        "vill vara med, och det informa-",
        "tionsmaterial som behövs finns.",
    ]
    right = ["Anmäl dig senast på fredag", "eller ring till kansliet."]
    content = b"".join(written(line, x=20, y=700 - 12 * row) for row, line in enumerate(left))
    content += b"".join(written(line, x=320, y=700 - 12 * row) for row, line in enumerate(right))
    pdf = open_pdf(one_page(content, MediaBox=Array([0, 0, 595, 842])))
    assert not pdf.content.structured
    blocks = list(pdf.content.paragraphs())
    assert [block.text for block in blocks] == [
        "Mötet är öppet för alla som vill vara med, och det informationsmaterial som behövs finns.",
        "Anmäl dig senast på fredag eller ring till kansliet.",
    ]
    assert blocks[0].size == 10
    assert blocks[0].where.steps[0] == ("page", 1)
    box = blocks[1].where.box
    assert box is not None
    assert (box.left, box.top) == (320, 134)


def test_pages_beyond_those_laid_out_have_paragraphs_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("a11ycheck.documents.pdf.open.MOST_PAGES_LAID_OUT", 1)
    made = Made()
    bold = made.indirect(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica-Bold"))
    content = (
        b"BT /F2 14 Tf 10 80 Td (Rubrik) Tj ET "
        + written("Första raden", y=40)
        + written("andra raden.", y=28)
    )
    for _ in range(2):
        made.page(content, fonts={"/F2": bold})
    blocks = [block for block in open_pdf(made.done()).content.blocks if isinstance(block, Paragraph)]
    assert [(block.text, block.size, block.bold) for block in blocks] == [
        ("Rubrik", 14, True),
        ("Första raden andra raden.", 10, False),
    ] * 2
    assert [block.where.steps[0] for block in blocks] == [("page", 1)] * 2 + [("page", 2)] * 2


@pytest.mark.parametrize("most", [5, 11, 12, 13])
def test_a_page_with_too_many_glyphs_to_lay_out_loses_no_words(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(limits, "MOST_GLYPHS", most)
    (block,) = open_pdf(one_page(written("Första") + written("andra.", y=38))).content.paragraphs()
    assert block.text == "Första andra."


def test_an_untagged_link_has_the_words_under_it() -> None:
    made = Made()
    page = made.page(written("Klicka på länken här och nu"))
    # Its words begin 39.5 points from the left and end 82.8 from it (Adobe's font metrics).
    made.link(page, (39, 45, 83, 60), "https://example.org/x")
    (link,) = [block for block in open_pdf(made.done()).content.blocks if isinstance(block, Link)]
    assert (link.text, link.target) == ("på länken", "https://example.org/x")


def test_a_tree_without_content_is_no_structure() -> None:
    made = Made()
    made.page(written("words"))
    made.tree(made.element("Document", made.element("P")))
    pdf = open_pdf(made.done())
    assert pdf.catalog.has_structure
    assert not pdf.content.structured
    assert [block.text for block in pdf.content.paragraphs()] == ["words"]


@pytest.mark.parametrize(
    ("above", "own", "is_required"),
    [(2, None, True), (3, None, True), (2, 0, False), (0, 2, True), (1, None, False)],
)
def test_a_field_is_required_by_its_own_flags_or_those_above_it(
    above: int, own: int | None, is_required: bool
) -> None:
    made = Made()
    page = made.page()
    flags = {} if own is None else {"Ff": own}
    field = made.indirect(FT=Name.Tx, T=String("person"), Ff=above)
    held = made.indirect(Subtype=Name.Widget, Parent=field, Rect=Array([10, 10, 60, 30]), **flags)
    field.Kids = page.Annots = Array([held])
    made.pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    (widget,) = open_pdf(made.done()).annotations
    assert widget.is_required == is_required


def test_annotations_fields_and_tab_order() -> None:
    made = Made()
    page = made.page(Tabs=Name.S)
    field = made.indirect(FT=Name.Tx, T=String("person"), TU=String("Namn"))
    widget = made.indirect(
        Subtype=Name.Widget, Parent=field, T=String("namn"), Rect=Array([10, 10, 60, 30]), Lang=String("sv")
    )
    field.Kids = Array([widget])
    made.pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    page.Annots = Array(
        [
            widget,
            made.indirect(Subtype=Name.Text, Contents=String("Obs"), F=2, Rect=Array([200, 0, 220, 20])),
            Dictionary(Subtype=Name.Link, Rect=Array([30, 40, 10, 20]), A=Dictionary(S=Name.GoTo)),
            String("no annotation"),
        ]
    )
    pdf = open_pdf(made.done())
    name, note, link = pdf.annotations
    assert (name.field_name, name.field_type, name.tooltip, name.own_language) == (
        "person.namn",
        "Tx",
        "Namn",
        "sv",
    )
    assert (note.contents, note.hidden, note.outside) == ("Obs", True, True)
    assert (link.uri, link.hidden, link.outside) == ("", False, False)
    assert link.box is not None
    assert (link.box.left, link.box.top, link.box.right, link.box.bottom) == (10, 60, 30, 80)
    assert pdf.pages[0].tabs == "S"
    assert [annotation.index for annotation in pdf.annotations] == [0, 1, 2]


def test_the_title_is_the_information_dictionarys_where_xmp_has_none() -> None:
    made = Made()
    made.page()
    made.pdf.docinfo["/Title"] = String("Kallelse")
    made.pdf.docinfo["/Creator"] = String("Writer")
    made.pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    made.pdf.Root.Metadata = made.pdf.make_stream(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>broken")
    catalog = open_pdf(made.done()).catalog
    assert (catalog.title, catalog.show_title, catalog.creator) == ("Kallelse", True, "Writer")
    assert (catalog.marked, catalog.permissions, catalog.language) == (False, None, None)


@pytest.mark.parametrize(("accessibility", "bit"), [(True, 512), (False, 0)])
def test_permissions_of_an_encrypted_file(accessibility: bool, bit: int) -> None:
    made = Made()
    made.page(written("words"))
    allowed = pikepdf.Permissions(accessibility=accessibility)
    # Revision 3, for qpdf does not let accessibility be taken away in a later one.
    data = made.done(
        static_id=False,
        encryption=pikepdf.Encryption(owner="o", user="", R=3, allow=allowed, metadata=False, aes=False),
    )
    pdf = open_pdf(data)
    assert pdf.catalog.permissions is not None
    assert pdf.catalog.permissions < 0
    assert pdf.catalog.permissions & 512 == bit
    assert pdf.catalog.security_revision == 3
    assert pdf.drawn[0].items[0].text == "words"


def test_bookmarks_have_levels_and_a_circle_ends() -> None:
    made = Made()
    made.page()
    second = made.indirect(Title=String("Två"))
    inner = made.indirect(Title=String("Ett ett"))
    first = made.indirect(Title=String("Ett"), First=inner, Next=second)
    inner.Next, second.Next = first, second
    made.pdf.Root.Outlines = made.indirect(First=first)
    assert [(bookmark.level, bookmark.title) for bookmark in open_pdf(made.done()).bookmarks] == [
        (1, "Ett"),
        (2, "Ett ett"),
        (1, "Två"),
    ]


def attached(made: Made, name: str, data: bytes) -> list[Any]:
    stream = made.pdf.make_stream(data)
    return [String(name), made.indirect(Type=Name.Filespec, UF=String(name), EF=Dictionary(F=stream))]


def test_attachments_with_data_are_found() -> None:
    made = Made()
    made.page()
    files = [*attached(made, "karta.pdf", b"%PDF-1.4"), *attached(made, "tom.txt", b"")]
    names = Dictionary(
        Kids=Array([made.indirect(Names=Array(files)), made.indirect(Names=Array([String("x"), 3]))])
    )
    made.pdf.Root.Names = Dictionary(EmbeddedFiles=names)
    assert [(found.name, found.data) for found in open_pdf(made.done()).found()] == [
        ("karta.pdf", b"%PDF-1.4")
    ]


def test_only_so_many_attachments_are_taken() -> None:
    made = Made()
    made.page()
    files = [item for number in range(30) for item in attached(made, f"{number}.txt", b"x")]
    made.pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(files)))
    assert len(open_pdf(made.done()).attachments) == limits.MOST_ATTACHMENTS


# Broken documents


def test_what_is_no_pdf_is_said_to_be_none() -> None:
    assert reason(b"") == "empty"
    assert reason(b"<html>") == "not-what-it-says"
    assert reason(b"\0" * 1_024 + one_page(b"")) == "not-what-it-says"
    assert reason(b"%PDF-1.7\n" + b"garbage " * 1_000) == "broken"


def test_a_pdf_after_other_bytes_is_opened() -> None:
    assert reason(b"From: a\n\n" + one_page(b"")) == ""


def test_a_damaged_file_may_number_its_objects_as_high_as_it_likes() -> None:
    body = b"""%PDF-1.4
9001 0 obj << /Type /Catalog /Pages 9002 0 R >> endobj
9002 0 obj << /Type /Pages /Kids [9003 0 R] /Count 1 >> endobj
9003 0 obj << /Type /Page /Parent 9002 0 R /MediaBox [0 0 9 9] >> endobj
trailer << /Size 9004 /Root 9001 0 R >>
startxref
0
%%EOF"""
    assert len(open_pdf(body).pages) == 1


def test_a_broken_file_says_in_the_librarys_words_what_is_wrong() -> None:
    with pytest.raises(CouldNotCheck) as refused:
        open_pdf(b"%PDF-1.7\n" + b"garbage")
    assert 10 < len(refused.value.trouble.detail) <= 200
    assert not re.search(r"0x[0-9a-f]{6}|/proc/|/dev/", refused.value.trouble.detail)


def test_passwords() -> None:
    made = Made()
    made.page()
    assert (
        reason(made.done(static_id=False, encryption=pikepdf.Encryption(owner="o", user="u"))) == "password"
    )


def test_another_security_handler_is_encryption() -> None:
    made = Made()
    made.page()
    data = made.done(
        static_id=False, encryption=pikepdf.Encryption(owner="o", user="", R=3, metadata=False, aes=False)
    )
    assert reason(data.replace(b"/Filter /Standard", b"/Filter /PubSec.X")) == "encryption"


def test_a_document_without_pages() -> None:
    made = Made()
    made.page()
    del made.pdf.pages[0]
    assert reason(made.done()) in ("no-pages", "broken")


def test_every_truncation_ends_well() -> None:
    made = Made()
    page = made.page(marked(0, written("words")))
    made.tree(made.element("P", 0, page=page))
    data = made.done()
    ends = [reason(data[:length]) for length in range(0, len(data), 7)]
    assert {"empty", "not-what-it-says", "broken", ""}.issuperset(ends)


def test_a_file_whose_cross_references_are_gone_is_checked_as_it_is() -> None:
    data = re.sub(rb"startxref\s+\d+", b"startxref\n3", one_page(written("still here")))
    assert open_pdf(data).drawn[0].items[0].text == "still here"


# Documents made to do harm


def with_trailer(body: bytes, trailer: bytes) -> bytes:
    """Return a file with a cross-reference table of the objects in ``body``."""
    data = b"%PDF-1.4\n" + body
    places = [(int(match[1]), match.start()) for match in re.finditer(rb"(?m)^(\d+) 0 obj", data)]
    table = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places)
    return data + b"xref\n" + table + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF" % len(data)


PAGES = (
    b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
)
PAGE = b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"


def cross_references_that_lead_to_themselves() -> bytes:
    body = PAGES + PAGE
    return with_trailer(body, b"<</Root 1 0 R/Size 4/Prev %d>>" % (len(body) + 9))


def a_page_tree_that_bites_its_tail() -> bytes:
    pages = PAGES.replace(b"[3 0 R]/Count 1", b"[3 0 R 2 0 R 2 0 R]/Count 999999999")
    return with_trailer(pages + PAGE, b"<</Root 1 0 R/Size 4>>")


def two_hundred_thousand_arrays_in_one_another() -> bytes:
    return with_trailer(
        PAGES + PAGE.replace(b"[0 0 9 9]", b"[" * 200_000 + b"]" * 200_000), b"<</Root 1 0 R/Size 4>>"
    )


def arrays_in_one_another_in_content() -> bytes:
    return one_page(b"[" * 200_000 + b" TJ " + b"<<" * 200_000 + b" BDC")


def bomb(filters: int) -> bytes:
    """Return a page whose content is 800 MB once it is decoded."""
    squeezer = zlib.compressobj(9)
    zeros = bytes(1 << 20)
    content = b"".join(squeezer.compress(zeros) for _ in range(800)) + squeezer.flush()
    for _ in range(filters - 1):
        content = zlib.compress(content, 9)
    made = Made()
    page = made.page()
    page.Contents = made.pdf.make_stream(content, Filter=Array([Name.FlateDecode] * filters))
    return made.done(compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def lzw_bomb() -> bytes:
    """Return a page whose content is 100 MB of LZW."""
    made = Made()
    page = made.page()
    # A clear code, then each code the one that the table has just got: every entry is one byte longer.
    page.Contents = made.pdf.make_stream(lzw(60), Filter=Name.LZWDecode)
    return made.done(compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def lzw(rounds: int) -> bytes:
    """Return LZW data of zeros: each round fills the table with ever longer strings."""
    bits = count = 0
    out = bytearray()
    for _ in range(rounds):
        size = 258
        for code in (256, 0, *range(258, 4_094)):
            width = min(12, max(9, (size + 1).bit_length()))
            if code == 256 and out:
                width = 12
            bits, count = bits << width | code, count + width
            while count >= 8:
                count -= 8
                out.append(bits >> count & 0xFF)
            bits &= (1 << count) - 1
            size = 258 if code == 256 else size + (code >= 258)
    return bytes(out)


def a_cell_that_spans_two_thousand_million_columns() -> bytes:
    made = Made()
    page = made.page(marked(0, written("cell")))
    cell = made.element(
        "TD", 0, page=page, A=Dictionary(O=Name.Table, ColSpan=2_000_000_000, RowSpan=2_000_000_000)
    )
    made.tree(made.element("Table", made.element("TR", cell)))
    return made.done()


def a_page_of_two_million_points() -> bytes:
    content = written("small") + written("large", x=1_000_000, y=1_000_000, size=1_900_000)
    return one_page(content, MediaBox=Array([0, 0, 2_000_000, 2_000_000]))


def ten_thousand_lines_on_one_another() -> bytes:
    return one_page(b"".join(written("line", x=(7 * n) % 150, y=(13 * n) % 90) for n in range(10_000)))


def a_role_map_that_goes_round() -> bytes:
    made = Made()
    made.page()
    made.tree(made.element("A"), RoleMap=Dictionary(A=Name.B, B=Name.C, C=Name.A))
    return made.done()


def many_streams_of_sixty_megabytes() -> bytes:
    made = Made()
    stream = made.pdf.make_stream(b"%" + b"x" * 60_000_000)
    for _ in range(12):
        made.page().Contents = stream
    return made.done()


def a_number_of_a_million_digits() -> bytes:
    return one_page(b"9" * 1_000_000 + b" w " + written("after"))


HARM: list[tuple[Callable[[], bytes], set[str]]] = [
    (cross_references_that_lead_to_themselves, {"", "broken"}),
    (a_page_tree_that_bites_its_tail, {"", "broken"}),
    (two_hundred_thousand_arrays_in_one_another, {"no-pages"}),
    (arrays_in_one_another_in_content, {""}),
    (lambda: bomb(1), {"too-big"}),
    (lambda: bomb(2), {"too-big"}),
    (lzw_bomb, {"too-big"}),
    (a_cell_that_spans_two_thousand_million_columns, {""}),
    (a_page_of_two_million_points, {""}),
    (ten_thousand_lines_on_one_another, {""}),
    (a_role_map_that_goes_round, {""}),
    (many_streams_of_sixty_megabytes, {"too-big"}),
    (a_number_of_a_million_digits, {""}),
]


@pytest.mark.parametrize(("made", "ends"), HARM, ids=lambda value: getattr(value, "__name__", ""))
def test_documents_made_to_do_harm_end_well(made: Callable[[], bytes], ends: set[str]) -> None:
    assert reason(made()) in ends


def test_the_length_of_lzw_data_is_what_qpdf_decodes_it_to() -> None:
    data = lzw(2)
    with pikepdf.new() as file:
        decoded = file.make_stream(data, Filter=Name.LZWDecode).read_bytes()
    assert lzw_length(data) == len(decoded) > 10_000_000


@pytest.mark.parametrize("count", [1, 3])
def test_memory_that_runs_out_is_said(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    def fails(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("a11ycheck.documents.pdf.open.fill", fails)
    assert reason(one_page(b"q " * count)) == "out-of-memory"


def small_document() -> bytes:
    made = Made()
    form = made.form(marked(0, written("form")))
    page = made.page(
        marked(0, written("Rubrik")) + marked(1, b"/Fm Do ") + written("lös"), objects={"/Fm": form}
    )
    link = made.link(page, (10, 40, 60, 60), "https://example.org", StructParent=1)
    tagged_link = made.element("Link", 1, Dictionary(Type=Name.OBJR, Obj=link))
    heading = made.element("Rubrik", 0, A=Dictionary(O=Name.Layout, Placement=Name.Block))
    made.tree(
        made.element("Document", heading, made.element("P", tagged_link), page=page, Lang=String("sv")),
        RoleMap=Dictionary(Rubrik=Name.H1),
        ParentTree=Dictionary(Nums=Array([1, tagged_link])),
    )
    made.pdf.Root.Outlines = made.indirect(First=made.indirect(Title=String("Rubrik")))
    return made.done(compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)


SMALL = small_document()
TOKENS = [match.span() for match in re.finditer(rb"/?[A-Za-z0-9.]+(?: 0 R)?", SMALL)]
INSTEAD = [
    b"-1",
    b"0",
    b"99999999999999999999",
    b"null",
    b"[]",
    b"<<>>",
    b"(x)",
    b"/X",
    b"true",
    b"3.7",
    b"<",
    b"endobj",
]


@given(st.binary(max_size=500))
def test_any_bytes_end_well(data: bytes) -> None:
    if b"%PDF-" not in data:
        assert reason(data) == ("not-what-it-says" if data else "empty")
    assert reason(b"%PDF-1.7\n" + data) in REASONS


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    data = SMALL
    for _ in range(draw(st.integers(1, 6))):
        start, end = draw(st.sampled_from(TOKENS))
        other = draw(st.sampled_from(TOKENS).map(lambda span: SMALL[slice(*span)]) | st.sampled_from(INSTEAD))
        data = data[:start] + other + data[end:]
    return data


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(mutations())
def test_a_mutated_document_ends_well(data: bytes) -> None:
    assert reason(data) in {"", *REASONS}


# Documents from outside


def test_every_document_of_the_pdfua_suite_is_opened(suites: Path) -> None:
    paths = sorted((suites / "pdfua").rglob("*.pdf"))
    assert len(paths) > 200
    for path in paths:
        pdf = open_pdf(path.read_bytes())
        assert not any(page.cut_short for page in pdf.drawn), path.name


def test_every_real_document_is_opened_or_refused(suites: Path) -> None:
    ends = [reason(path.read_bytes()) for path in sorted((suites / "real" / "pdf").glob("*.pdf"))]
    assert ends.count("") > 200


WORD = re.compile(r"[^\W\d_]{3,}")
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xAD: ""}


def words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold().translate(LIGATURES)))


def test_the_words_are_those_that_pdfminer_finds(suites: Path) -> None:
    """The PDF/UA suite's documents, made with several programs: an independent reader finds the same words."""
    from pdfminer.high_level import extract_text

    compared = 0
    for path in sorted((suites / "pdfua" / "PDF_UA-1").rglob("*.pdf")):
        theirs = words(extract_text(path))
        ours = words(" ".join(item.text for page in open_pdf(path.read_bytes()).drawn for item in page.items))
        if len(theirs) >= 20:
            assert len(ours & theirs) >= 0.95 * len(theirs), (path.name, sorted(theirs - ours)[:9])
            assert len(ours & theirs) >= 0.95 * len(ours), (path.name, sorted(ours - theirs)[:9])
            compared += 1
    assert compared > 20
