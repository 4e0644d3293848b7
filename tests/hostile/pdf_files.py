"""Hostile PDFs."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
from hostile.corpus import hostile
from pdf.making import Made, marked, one_page, written
from pikepdf import Array, Dictionary, Name, String

from places import ROOT

GOOD = ROOT / "fixtures" / "meetings" / "forumkonferensen" / "good" / "inbjudan.pdf"


def saved(change: Callable[[pikepdf.Pdf], None] = lambda pdf: None, **how: object) -> bytes:
    """A good invitation with a change."""
    out = BytesIO()
    with pikepdf.open(GOOD) as pdf:
        change(pdf)
        pdf.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def as_written(made: Made) -> bytes:
    """The file with its streams as they are, whatever their filters say."""
    return made.done(compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


@hostile(".pdf")
def nothing() -> bytes:
    """An empty file."""
    return b""


@hostile(".pdf")
def any_bytes() -> bytes:
    """Bytes that are no PDF, under its name."""
    return bytes(range(256)) * 40


@hostile(".pdf")
def any_bytes_after_the_header() -> bytes:
    """The signature, and nothing that follows from it."""
    return b"%PDF-1.7\n" + bytes(range(256)) * 40


@hostile(".pdf")
def truncated() -> bytes:
    """A file whose download stopped early."""
    return saved()[:2_000]


@hostile(".pdf")
def truncated_in_the_middle() -> bytes:
    """A file without its cross-references: all objects must be looked for."""
    data = saved()
    return data[: len(data) // 2]


@hostile(".pdf")
def really_a_zip() -> bytes:
    """A file of another kind under the name."""
    return b"PK\3\4" + bytes(400)


@hostile(".pdf")
def a_zip_and_a_pdf() -> bytes:
    """A file that is two kinds at once, as readers that look elsewhere for the signature see it."""
    return b"PK\3\4" + bytes(500) + saved()


@hostile(".pdf")
def nested_arrays() -> bytes:
    """Arrays in arrays, against a parser that calls itself for each."""
    return b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000 + b"\nendobj\n"


@hostile(".pdf")
def nested_arrays_in_content() -> bytes:
    """The same where the operators of a page are read."""
    return one_page(b"[" * 50_000 + b" TJ " + b"<<" * 50_000 + b" BDC")


@hostile(".pdf")
def password() -> bytes:
    """A file that only its user's password opens."""
    return saved(encryption=pikepdf.Encryption(owner="o", user="u"))


@hostile(".pdf")
def an_encryption_of_ones_own() -> bytes:
    """An encryption dictionary of a handler that nobody has."""
    data = saved()
    at = data.rindex(b"trailer") if b"trailer" in data else data.rindex(b"startxref")
    return data[:at] + b"trailer << /Encrypt << /Filter /Mine /V 99 /R -1 >> /Root 1 0 R >>\n" + data[at:]


def without_pages(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[:]


@hostile(".pdf")
def no_pages() -> bytes:
    """A document of nothing."""
    return saved(without_pages)


def page_tree_in_a_circle(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids = Array([pdf.Root.Pages])
    pdf.Root.Pages.Count = 999_999_999


@hostile(".pdf")
def circle_of_pages() -> bytes:
    """A page tree that holds itself, and says that it has a thousand million pages."""
    return saved(page_tree_in_a_circle)


@hostile(".pdf")
def one_page_two_thousand_times() -> bytes:
    """One page listed again and again: a small file that is long to read."""
    made = Made()
    page = made.page(written("again"))
    made.pdf.Root.Pages.Kids = Array([page] * 2_000)
    made.pdf.Root.Pages.Count = 2_000
    return made.done()


@hostile(".pdf")
def cross_references_in_a_circle() -> bytes:
    """A table of cross-references that names itself as the one before."""
    data = saved()
    at = data.rindex(b"startxref")
    return data[:at].replace(b"trailer\n<<", b"trailer\n<< /Prev %d" % int(data[at:].split()[1])) + data[at:]


@hostile(".pdf")
def an_object_of_a_stream_in_itself() -> bytes:
    """An object stream that says that it lies in itself."""
    return (
        b"%PDF-1.7\n1 0 obj << /Type /ObjStm /N 2 /First 10 /Length 30 /Extends 1 0 R >> stream\n1 0 2 5 "
        b"<</Type/Catalog/Pages 2 0 R>>\nendstream endobj\ntrailer << /Root 1 0 R /Size 3 >>\nstartxref\n0\n%%EOF"
    )


def _packed(content: bytes, *filters: str, **parameters: object) -> bytes:
    made = Made()
    page = made.page()
    page.Contents = made.pdf.make_stream(
        content, Filter=Array([Name(f"/{name}") for name in filters]), **parameters
    )
    return as_written(made)


@hostile(".pdf")
def bomb_in_a_bomb() -> bytes:
    """100 MB of zeros, deflated twice."""
    return _packed(zlib.compress(zlib.compress(bytes(100_000_000), 9), 9), "FlateDecode", "FlateDecode")


@hostile(".pdf")
def bomb_of_runs() -> bytes:
    """20 MB of run lengths, deflated."""
    return _packed(zlib.compress(b"\x81q" * 20_000_000, 1)[:400_000], "FlateDecode", "RunLengthDecode")


@hostile(".pdf")
def a_hundred_filters() -> bytes:
    """A stream that is to be unpacked a hundred times."""
    return _packed(b"x", *["ASCIIHexDecode"] * 100)


@hostile(".pdf")
def a_predictor_of_two_thousand_million_columns() -> bytes:
    """Parameters of a filter that ask for rows larger than memory."""
    return _packed(
        zlib.compress(b"q Q"),
        "FlateDecode",
        DecodeParms=Array([Dictionary(Predictor=15, Columns=2_147_483_647, Colors=32, BitsPerComponent=16)]),
    )


def huge_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].MediaBox = Array([0, 0, 2_000_000, 2_000_000])
    if "/CropBox" in pdf.pages[0].obj:
        del pdf.pages[0].obj["/CropBox"]


@hostile(".pdf")
def a_page_of_700_metres() -> bytes:
    """A page that takes terabytes to draw."""
    return saved(huge_page)


@hostile(".pdf")
def boxes_without_a_size() -> bytes:
    """Pages that are turned inside out, have no size, or are no numbers; turned by an odd angle."""
    made = Made()
    for box in ([0, 0, 0, 0], [100, 100, -100, -100], [0, 0, 1e38, 1e38], [Name.x, String("y"), 1, 2], [1]):
        page = made.page(written("where"))
        page.MediaBox, page.Rotate, page.UserUnit = Array(box), 45, -1
    return made.done()


@hostile(".pdf")
def thirty_thousand_tags_in_each_other() -> bytes:
    """A structure tree that is deeper than a program's stack."""
    made = Made()
    page = made.page(marked(0, written("deep")))
    element = made.element("Span", 0, page=page)
    for _ in range(30_000):
        element = made.element("Div", element)
    made.tree(element)
    return made.done()


@hostile(".pdf")
def tags_in_a_circle() -> bytes:
    """An element that is its own grandchild."""
    made = Made()
    page = made.page(marked(0, written("round")))
    inner = made.element("P", 0, page=page)
    outer = made.element("Sect", inner)
    inner.K = Array([0, outer])
    made.tree(outer, inner, outer)
    return made.done()


@hostile(".pdf")
def roles_in_a_circle() -> bytes:
    """A role map that leads back to where it began."""
    made = Made()
    page = made.page(marked(0, written("round"), "A"))
    made.tree(made.element("A", 0, page=page), RoleMap=Dictionary(A=Name.B, B=Name.C, C=Name.A))
    return made.done()


@hostile(".pdf")
def a_parent_tree_in_a_circle() -> bytes:
    """A number tree whose kids are itself, with limits that cannot be."""
    made = Made()
    page = made.page(marked(0, written("x")))
    tree = made.indirect(Limits=Array([99, -99]))
    tree.Kids = Array([tree, tree])
    made.tree(made.element("P", 0, page=page), ParentTree=tree, ParentTreeNextKey=-1)
    return made.done()


@hostile(".pdf")
def cells_that_span_two_thousand_million_columns() -> bytes:
    """A table whose grid would not fit into any memory."""
    made = Made()
    page = made.page(marked(0, written("cell")))
    wide = Dictionary(O=Name.Table, ColSpan=2_000_000_000, RowSpan=2_000_000_000)
    made.tree(
        made.element(
            "Table", *(made.element("TR", made.element("TD", 0, page=page, A=wide)) for _ in range(9))
        )
    )
    return made.done()


@hostile(".pdf")
def headers_that_head_each_other() -> bytes:
    """Cells whose Headers name each other, a thousand times."""
    made = Made()
    page = made.page(marked(0, written("cell")))
    names = Array([String(f"h{n}") for n in range(1_000)])
    cells = [
        made.element("TH", 0, page=page, ID=String(f"h{n}"), A=Dictionary(O=Name.Table, Headers=names))
        for n in range(200)
    ]
    made.tree(made.element("Table", made.element("TR", *cells)))
    return made.done()


@hostile(".pdf")
def forms_that_double() -> bytes:
    """26 forms that each draw the next twice: 67 million drawings."""
    made = Made()
    form = made.form(written("end"))
    for _ in range(26):
        form = made.form(b"/X Do /X Do", Resources=Dictionary(XObject=Dictionary(X=form)))
    made.page(b"/X Do", objects={"/X": form})
    return made.done()


@hostile(".pdf")
def a_form_that_draws_itself() -> bytes:
    """A form that draws itself twice."""
    made = Made()
    form = made.form(b"/X Do /X Do")
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    made.page(b"/X Do", objects={"/X": form})
    return made.done()


@hostile(".pdf")
def a_pattern_that_paints_itself() -> bytes:
    """A tiling pattern whose tile is filled with it, in steps of a thousandth of a point."""
    made = Made()
    pattern = made.form(b"/Pattern cs /P scn 0 0 9 9 re f", PatternType=1, PaintType=1, TilingType=1)
    pattern.XStep, pattern.YStep = 0.001, 0.001
    pattern.Type, pattern.Resources = Name.Pattern, Dictionary(Pattern=Dictionary(P=pattern))
    page = made.page(b"/Pattern cs /P scn 0 0 200 100 re f " + written("on it"))
    page.Resources.Pattern = Dictionary(P=pattern)
    return made.done()


@hostile(".pdf")
def a_glyph_that_writes_itself() -> bytes:
    """A Type 3 font whose glyph shows text in the font."""
    made = Made()
    font = made.indirect(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1, 1]), FirstChar=97, LastChar=97
    )
    font.FontMatrix, font.Widths = Array([1, 0, 0, 1, 0, 0]), Array([1])
    font.Encoding = Dictionary(Differences=Array([97, Name.a]))
    font.CharProcs = Dictionary(a=made.pdf.make_stream(b"1 0 0 0 1 1 d1 BT /F2 1 Tf (aa) Tj ET"))
    font.Resources = Dictionary(Font=Dictionary({"/F2": font}))
    made.page(b"BT /F2 9 Tf 9 9 Td (aaaa) Tj ET", fonts={"/F2": font})
    return made.done()


def _font(made: Made, **held: object) -> pikepdf.Object:
    inner = made.indirect(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.X, **held)
    return made.indirect(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.X,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([inner]),
    )


@hostile(".pdf")
def character_maps_of_everything() -> bytes:
    """A ToUnicode map with ranges over all of four bytes, each to a long text."""
    made = Made()
    font = _font(made)
    ranges = b"100 beginbfrange\n" + b"<00000000> <ffffffff> <%s>\n" % (b"0041" * 500) * 100 + b"endbfrange\n"
    font.ToUnicode = made.pdf.make_stream(b"begincmap\n" + ranges + b"endcmap")
    made.page(b"BT /F2 9 Tf 9 9 Td <00410042> Tj ET", fonts={"/F2": font})
    return made.done()


@hostile(".pdf")
def a_character_map_that_uses_itself() -> bytes:
    """A character map that begins with itself."""
    made = Made()
    font = _font(made)
    cmap = made.pdf.make_stream(b"/Mine usecmap\nbegincmap endcmap", Type=Name.CMap, CMapName=Name.Mine)
    cmap.UseCMap = cmap
    font.Encoding = cmap
    made.page(b"BT /F2 9 Tf 9 9 Td <00410042> Tj ET", fonts={"/F2": font})
    return made.done()


@hostile(".pdf")
def widths_of_everything() -> bytes:
    """Widths that are given for two thousand million glyphs at once."""
    made = Made()
    font = _font(made, W=Array([0, 2_000_000_000, 500, -5, 5, 1, 7, Array([Name.x, 1])]), DW=-1_000_000)
    made.page(b"BT /F2 9 Tf 9 9 Td <00410042> Tj ET", fonts={"/F2": font})
    return made.done()


@hostile(".pdf")
def font_programs_of_any_bytes() -> bytes:
    """Embedded fonts of each format that are cut off, or none at all."""
    made = Made()
    fonts = {}
    beginnings = (
        b"\0\1\0\0\xff\xff",
        b"OTTO\0\1",
        b"%!PS-AdobeFont-1.0 eexec " + b"f" * 999,
        b"\1\0\4\4" + b"\xff" * 99,
        b"true",
    )
    for number, begins in enumerate(beginnings):
        descriptor = made.indirect(Type=Name.FontDescriptor, FontName=Name.X, Flags=-1)
        for name in ("FontFile", "FontFile2", "FontFile3"):
            descriptor[f"/{name}"] = made.pdf.make_stream(
                begins + bytes(range(256)) * 4, Subtype=Name.OpenType, Length1=-1
            )
        fonts[f"/T{number}"] = made.indirect(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name.X,
            FontDescriptor=descriptor,
            FirstChar=0,
            LastChar=10**9,
        )
    made.page(b"".join(b"BT /T%d 9 Tf 9 9 Td (abc) Tj ET " % n for n in range(5)), fonts=fonts)
    return made.done()


@hostile(".pdf")
def bookmarks_in_a_circle() -> bytes:
    """Bookmarks whose next is the one before, and whose first is their parent."""
    made = Made()
    made.page(written("x"))
    first = made.indirect(Title=String("a"))
    second = made.indirect(Title=String("b"), Next=first)
    first.Next, first.First = second, first
    made.pdf.Root.Outlines = made.indirect(First=first, Last=second, Count=-1)
    return made.done()


@hostile(".pdf")
def names_in_a_circle() -> bytes:
    """A tree of destinations that holds itself, and a link into it."""
    made = Made()
    page = made.page(written("x"))
    tree = made.indirect()
    tree.Kids, tree.Limits = Array([tree]), Array([String("a"), String("z")])
    made.pdf.Root.Names = Dictionary(Dests=tree, EmbeddedFiles=tree, JavaScript=tree)
    page.Annots = Array([made.indirect(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=String("m"))])
    return made.done()


@hostile(".pdf")
def fields_in_a_circle() -> bytes:
    """A form whose fields are each other's parents and kids."""
    made = Made()
    page = made.page(written("x"))
    field = made.indirect(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), Rect=Array([0, 0, 9, 9])
    )
    other = made.indirect(T=String("b"), Kids=Array([field]), Parent=field)
    field.Parent, field.Kids = other, Array([other, field])
    page.Annots = Array([field, other])
    made.pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    return made.done()


@hostile(".pdf")
def actions_in_a_circle() -> bytes:
    """Actions whose next is themselves, on opening, on the page and in a link."""
    made = Made()
    page = made.page(written("x"))
    action = made.indirect(S=Name.JavaScript, JS=String("while(1);"))
    action.Next = Array([action, action])
    made.pdf.Root.OpenAction = action
    page.AA = Dictionary(O=action)
    made.link(page, (0, 0, 9, 9), "javascript:alert(1)").A = action
    return made.done()


@hostile(".pdf")
def metadata_with_entities_that_grow() -> bytes:
    """XMP that declares entities made of entities."""
    grow = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    xmp = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{grow}]><x:xmpmeta'
        f' xmlns:x="adobe:ns:meta/">&e9;</x:xmpmeta>'
    )
    return _with_metadata(xmp.encode())


@hostile(".pdf")
def metadata_from_outside() -> bytes:
    """XMP that asks for a file of the reader's, and for an address."""
    return _with_metadata(
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY n SYSTEM "http://192.0.2.1/">]>'
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&f;&n;</rdf:RDF>'
    )


@hostile(".pdf")
def metadata_100_000_deep() -> bytes:
    """XMP of nothing but beginnings."""
    return _with_metadata(b"<a>" * 100_000)


def _with_metadata(xmp: bytes) -> bytes:
    made = Made()
    made.page(written("x"))
    made.pdf.Root.Metadata = made.pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)
    return made.done()


@hostile(".pdf")
def texts_that_are_no_text() -> bytes:
    """Half surrogates and a terminal's commands in title, language, alternative text and address."""
    bad = String(b"\xfe\xff\xd8\x00\x00\x1b\x00[\x002\x00J\xdf\xff\x20\x2e\xff\xff")
    made = Made()
    page = made.page(marked(0, written("x")))
    link = made.link(page, (0, 0, 9, 9), "http://[::\x1b]/\x00")
    link.A.URI, link.Contents = bad, bad
    figure = made.element("Figure", 0, page=page, Alt=bad, ActualText=bad, Lang=bad, T=bad, ID=bad)
    made.tree(made.element("Document", figure, Lang=bad))
    made.pdf.Root.Lang = bad
    made.pdf.trailer.Info = made.indirect(Title=bad, Author=bad, Producer=bad)
    return made.done()


@hostile(".pdf")
def attachments_that_want_out() -> bytes:
    """An attachment whose name leads up the folders, and that is a PDF with an attachment."""
    inner = saved()
    for name in ("../../../../etc/cron.d/x.pdf", "C:\\con\\x.pdf"):
        made = Made()
        made.page(written("x"))
        file = made.pdf.make_stream(inner, Type=Name.EmbeddedFile)
        spec = made.indirect(Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=file))
        made.pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String(name), spec] * 20)))
        inner = made.done()
    return inner


@hostile(".pdf")
def a_picture_of_ten_thousand_million_pixels() -> bytes:
    """A picture that says that it is enormous, and holds nothing."""
    made = Made()
    for index, name in enumerate(("FlateDecode", "DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode")):
        picture = made.pdf.make_stream(b"\xff\xd8\xff" + bytes(50), Type=Name.XObject, Subtype=Name.Image)
        picture.Width, picture.Height, picture.BitsPerComponent = 100_000, 100_000, 8
        picture.ColorSpace, picture.Filter = Name.DeviceRGB, Name(f"/{name}")
        picture.SMask = picture
        made.page(b"q 100 0 0 100 0 0 cm /X Do Q", objects={"/X": picture, f"/Y{index}": picture})
    return as_written(made)


@hostile(".pdf")
def colours_of_colours() -> bytes:
    """A colour space that is based on itself."""
    made = Made()
    space = made.pdf.make_indirect(Array([Name.Indexed]))
    space.append(space)
    space.append(255)
    space.append(String(b"x"))
    page = made.page(b"/C cs 1 scn 0 0 50 50 re f " + written("x"))
    page.Resources.ColorSpace = Dictionary(C=space)
    return made.done()


@hostile(".pdf")
def a_picture_in_the_text_that_never_ends() -> bytes:
    """An inline image without its end, and states that are saved and never restored."""
    return one_page(b"q " * 50_000 + b"BI /W 9 /H 9 /BPC 8 ID " + bytes(20_000))


@hostile(".pdf")
def a_number_of_a_hundred_thousand_figures() -> bytes:
    """Numbers that are dear to read."""
    return one_page(
        b"9" * 100_000
        + b" w "
        + b"-" * 100_000
        + b"1 w "
        + b"1."
        + b"0" * 100_000
        + b" w "
        + written("after")
    )


@hostile(".pdf")
def text_far_outside() -> bytes:
    """Text in sizes and places that no number holds, and lines of a million dashes."""
    dashes = b"[" + b"0.0001 " * 5_000 + b"] 0 d 0 0 m 200 100 l S "
    return one_page(dashes + b"1e38 0 0 1e38 1e38 1e38 cm " * 9 + written("far", x=3e38, y=-3e38, size=3e38))


@hostile(".pdf")
def a_thousand_layers_that_need_each_other() -> bytes:
    """Optional content whose condition holds itself."""
    made = Made()
    condition = made.pdf.make_indirect(Array([Name.And]))
    condition.append(condition)
    group = made.indirect(Type=Name.OCMD, VE=condition, OCGs=Array([]))
    made.page(b"/OC /L BDC " + written("maybe") + b"EMC", properties={"/L": group})
    made.pdf.Root.OCProperties = Dictionary(OCGs=Array([group] * 1_000), D=Dictionary(Order=condition))
    return made.done()


@hostile(".pdf")
def a_form_of_xml_with_entities() -> bytes:
    """An XFA form that declares entities that grow, in pieces."""
    made = Made()
    made.page(written("x"))
    begins = b'<!DOCTYPE x [<!ENTITY a "%s"><!ENTITY b "&a;&a;">]>' % (b"x" * 1_000)
    parts = [
        String("preamble"),
        made.pdf.make_stream(begins),
        String("form"),
        made.pdf.make_stream(b"<x>&b;</x>" * 100),
    ]
    made.pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Array(parts))
    return made.done()
