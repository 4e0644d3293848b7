"""What is read from the XMP packet, and from XFA, the other XML that a PDF holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf.making import Made
from pikepdf import Array, Dictionary, Name

from a11ycheck.documents.pdf.catalog_model import Property, Xmp
from a11ycheck.documents.pdf.open import open_pdf
from a11ycheck.documents.pdf.xml import parse
from a11ycheck.documents.pdf.xmp import read_xmp

NAMES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
    ' xmlns:ua="http://www.aiim.org/pdfua/ns/id/"'
)


def packet(properties: str, attributes: str = "") -> bytes:
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {NAMES} {attributes}>{properties}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def choices(**texts: str) -> str:
    items = "".join(
        f'<rdf:li xml:lang="{key.replace("_", "-")}">{text}</rdf:li>' for key, text in texts.items()
    )
    return f"<dc:title><rdf:Alt>{items}</rdf:Alt></dc:title>"


@pytest.mark.parametrize(
    ("properties", "title"),
    [
        (choices(x_default="Kallelse"), Property("dc", "Kallelse")),
        (choices(en="Notice", x_default="Kallelse"), Property("dc", "Kallelse")),
        (choices(sv="Kallelse", en="Notice"), Property("dc", "Kallelse")),
        ("<dc:title>Kallelse</dc:title>", Property("dc", "Kallelse")),
        ("<dc:title><rdf:Alt/></dc:title>", Property("dc", "")),
        ("<dc:creator>Forum</dc:creator>", None),
        ("<dc:relation><dc:title>En annan</dc:title></dc:relation>", None),
    ],
)
def test_the_title_is_that_of_the_document(properties: str, title: Property | None) -> None:
    assert read_xmp(packet(properties)).title == title


@pytest.mark.parametrize(
    ("properties", "languageless"),
    [
        (choices(x_default="Kallelse"), ("dc:title",)),
        (choices(x_default="Kallelse", en="Notice"), ()),
        (choices(sv="Kallelse"), ()),
        ("<dc:title>Kallelse</dc:title>", ()),
    ],
)
def test_a_text_for_everybody_alone_is_in_no_stated_language(
    properties: str, languageless: tuple[str, ...]
) -> None:
    assert read_xmp(packet(properties)).languageless == languageless


def test_properties_keep_the_prefix_they_are_written_with() -> None:
    found = read_xmp(packet("<pdfuaid:part>1</pdfuaid:part><ua:corr>A</ua:corr>"))
    assert found.identification == {"part": Property("pdfuaid", "1"), "corr": Property("ua", "A")}


def test_properties_can_be_written_as_attributes() -> None:
    found = read_xmp(packet("", 'pdfuaid:part="1" dc:title="Kallelse"'))
    assert found == Xmp(Property("dc", "Kallelse"), {"part": Property("pdfuaid", "1")})


@pytest.mark.parametrize("prefix", ["pdfuaid", "ua"])
def test_attributes_keep_their_prefix_where_several_stand_for_a_namespace(prefix: str) -> None:
    said = f"""dc:title=' pdfuaid:part="1" ua:part="1"' {prefix}:part="2" """
    assert read_xmp(packet("", said)).identification == {"part": Property(prefix, "2")}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no XML",
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>",
        packet("")[:-40],
        b"<a>" * 100_000,
        b" " * (9 << 20) + packet(choices(sv="Kallelse")) + b"<!--" + b"-" * (9 << 20),
    ],
    ids=["empty", "no XML", "no RDF", "cut off", "deep", "long"],
)
def test_a_packet_that_cannot_be_read_says_nothing(data: bytes) -> None:
    assert read_xmp(data) == Xmp()


def test_entities_are_not_expanded_and_no_file_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hemligt")
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    data = f'<!DOCTYPE a [<!ENTITY e0 "ha">{laughs}<!ENTITY f SYSTEM "{secret.as_uri()}">]><a>&e9;&f;</a>'
    root = parse(data.encode())
    assert root is None or "".join(root.itertext(with_tail=False)) in ("", "&e9;&f;")


def made(*, kind: str = "Metadata", subtype: str = "XML") -> Xmp | None:
    pdf = Made()
    pdf.page()
    stream = pdf.pdf.make_stream(packet(choices(sv="Kallelse")))
    stream.Type, stream.Subtype = Name(f"/{kind}"), Name(f"/{subtype}")
    pdf.pdf.Root.Metadata = stream
    return open_pdf(pdf.done(fix_metadata_version=False)).catalog.xmp


def test_a_metadata_stream_says_that_it_is_one() -> None:
    assert made() == Xmp(Property("dc", "Kallelse"))
    assert made(kind="EmbeddedFile") is None
    assert made(subtype="Text") is None


@pytest.mark.parametrize(
    ("config", "dynamic"),
    [
        (b"<acrobat><acrobat7><dynamicRender>required</dynamicRender></acrobat7></acrobat>", True),
        (b"<acrobat><acrobat7><dynamicRender>forbidden</dynamicRender></acrobat7></acrobat>", False),
        (b"<acrobat/>", False),
        (b"<dynamicRender>required</dynamicRender>", False),
        (b"<acrobat", False),
    ],
)
@pytest.mark.parametrize("in_packets", [True, False])
def test_a_form_is_dynamic_if_its_configuration_says_so(
    config: bytes, dynamic: bool, in_packets: bool
) -> None:
    pdf = Made()
    pdf.page()
    body = b'<config xmlns="http://www.xfa.org/schema/xci/3.0/">' + config + b"</config>"
    whole = b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">' + body + b"</xdp:xdp>"
    packets = ["preamble", pdf.pdf.make_stream(b"<xdp:xdp>"), "config", pdf.pdf.make_stream(body)]
    pdf.pdf.Root.AcroForm = Dictionary(
        Fields=Array(), XFA=Array(packets) if in_packets else pdf.pdf.make_stream(whole)
    )
    assert open_pdf(pdf.done()).catalog.dynamic_form is dynamic
