"""Make the files beside this one: OpenDocument as LibreOffice writes it, from the flat sources below.

Run: python tests/data/opendocument/generate.py. Needs LibreOffice Writer and Impress (`soffice`).
"""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        **{
            prefix: f"urn:oasis:names:tc:opendocument:xmlns:{end}:1.0"
            for prefix, end in {
                "office": "office",
                "style": "style",
                "text": "text",
                "table": "table",
                "draw": "drawing",
                "fo": "xsl-fo-compatible",
                "svg": "svg-compatible",
                "presentation": "presentation",
                "form": "form",
                "meta": "meta",
                "smil": "smil-compatible",
                "anim": "animation",
            }.items()
        },
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
        "ooo": "http://openoffice.org/2004/office",
    }.items()
)


def png(red: int, green: int, blue: int) -> str:
    """A picture of two by two points in one colour, in base64."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    row = b"\0" + bytes((red, green, blue)) * 2
    head = (2).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    whole = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(row * 2))
        + chunk(b"IEND", b"")
    )
    return base64.b64encode(whole).decode()


def picture(name: str, data: str, described: str = "", *, anchor: str = "as-char", at: str = "") -> str:
    return (
        f'<draw:frame draw:name="{name}" text:anchor-type="{anchor}" svg:width="2cm" svg:height="2cm" {at}>'
        f"<draw:image><office:binary-data>{data}</office:binary-data></draw:image>{described}</draw:frame>"
    )


RED, BLUE = png(200, 0, 0), png(0, 0, 200)

META = """<office:meta><dc:title>{title}</dc:title><dc:subject>Verksamhet</dc:subject>
<meta:initial-creator>Föreningen</meta:initial-creator><meta:keyword>möte</meta:keyword></office:meta>"""

TEXT_STYLES = """
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt" fo:language="sv"
 fo:country="SE" style:font-name="Liberation Serif"/></style:default-style>
<style:default-style style:family="graphic"><style:text-properties fo:font-size="12pt" fo:language="sv"
 fo:country="SE"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard">
 <style:text-properties fo:font-size="14pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:parent-style-name="Heading" style:default-outline-level="1"><style:text-properties fo:font-size="130%"
 fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"
 style:parent-style-name="Heading" style:default-outline-level="2"/>
<style:style style:name="Paragrafrubrik" style:family="paragraph" style:parent-style-name="Heading_20_2"
 style:default-outline-level="2"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Heading"/>
<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text">
 <style:text-properties fo:color="#000080" style:text-underline-style="solid" fo:language="zxx"
  fo:country="none"/></style:style>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format=""/>
</text:outline-style>
"""

TEXT_AUTOMATIC = """
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:background-color="#ffffee"/></style:page-layout>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard">
 <style:paragraph-properties fo:text-align="justify" fo:background-color="#222222" fo:margin-left="1cm"/>
 <style:text-properties style:use-window-font-color="true"/></style:style>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard">
 <style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"
 fo:color="#777777" fo:background-color="#ffff00"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:language="en" fo:country="GB"
 /></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties style:text-blinking="true"
 fo:font-style="italic"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
 <text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1"
 style:num-suffix="."/></text:list-style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties
 fo:background-color="#003366" fo:border="0.5pt solid #000000"/></style:style>
<style:style style:name="Row" style:family="table-row"><style:table-row-properties
 fo:keep-together="always"/></style:style>
<style:style style:name="Fr1" style:family="graphic"><style:graphic-properties style:wrap="none"
 fo:background-color="#eeeeee"/></style:style>
<style:style style:name="Sect1" style:family="section"><style:section-properties><style:columns
 fo:column-count="2"/></style:section-properties></style:style>
"""


def cells(*texts: str, style: str = "") -> str:
    named = f' table:style-name="{style}"' if style else ""
    return "".join(f"<table:table-cell{named}><text:p>{text}</text:p></table:table-cell>" for text in texts)


BODY = f"""
<office:forms form:automatic-focus="false"><form:form form:name="Form">
 <form:text form:name="namn" form:title="Skriv ditt namn" xml:id="control1" form:id="control1"/>
</form:form></office:forms>
<text:tracked-changes>
 <text:changed-region text:id="ct1" xml:id="ct1"><text:insertion><office:change-info><dc:creator>A</dc:creator>
  <dc:date>2026-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
 <text:changed-region text:id="ct2" xml:id="ct2"><text:deletion><office:change-info><dc:creator>A</dc:creator>
  <dc:date>2026-01-01T00:00:00</dc:date></office:change-info><text:p>struket</text:p></text:deletion>
 </text:changed-region></text:tracked-changes>
<text:p text:style-name="Title">Protokoll</text:p>
<text:table-of-content text:name="Innehåll"><text:table-of-content-source text:outline-level="2"/>
 <text:index-body><text:index-title text:name="Rubrik"><text:p>Innehåll</text:p></text:index-title>
 <text:p><text:a xlink:type="simple" xlink:href="#Bakgrund|outline">Bakgrund<text:tab/>1</text:a></text:p>
 </text:index-body></text:table-of-content>
<text:h text:style-name="Heading_20_1" text:outline-level="1">Bakgrund</text:h>
<text:p>Vi ses <text:bookmark text:name="tid"/><text:span text:style-name="T1">på torsdag</text:span>,
 <text:change-start text:change-id="ct1"/>klockan sex<text:change-end text:change-id="ct1"/><text:change
 text:change-id="ct2"/>, och <text:span text:style-name="T2">the doors open early</text:span>.<text:span
 text:style-name="T3">hemligt</text:span><office:annotation><dc:creator>B</dc:creator><text:p>en
 kommentar</text:p></office:annotation></text:p>
<text:p>Läs <text:a xlink:type="simple" xlink:href="https://forum.example.se/program" office:title="Programmet"
 >hela programmet</text:a> eller <text:a xlink:type="simple" xlink:href="#tid">tiden</text:a>.<text:note
 text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>
 <text:p>En fotnot.</text:p></text:note-body></text:note></text:p>
<text:p text:style-name="P1">Ljus text på mörk grund.</text:p>
<text:p>Namn:<text:tab/>Anna<text:s text:c="4"/>Ort<text:line-break/>Rad två
 <text:span text:style-name="T4">blinkar</text:span></text:p>
<text:p/>
<text:list text:style-name="L1"><text:list-item><text:p>kaffe</text:p><text:list><text:list-item>
 <text:p>med mjölk</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>te</text:p>
 <text:p>utan mjölk</text:p></text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>ett</text:p></text:list-item></text:list>
<text:h text:style-name="Paragrafrubrik" text:outline-level="2">Val av ordförande</text:h>
<table:table table:name="Tider"><table:table-column table:number-columns-repeated="3"/>
 <table:table-header-rows><table:table-row table:style-name="Row">{cells("Tid", "Punkt", "Vem", style="Cell")}
 </table:table-row></table:table-header-rows>
 <table:table-row>{cells("18.00", "Start", "Alla")}</table:table-row>
 <table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Paus</text:p></table:table-cell>
 <table:covered-table-cell/>{cells("Kök")}</table:table-row></table:table>
<text:p>{picture("Röd", RED, "<svg:title>Diagram</svg:title><svg:desc>En röd ruta</svg:desc>")}</text:p>
<text:p>{picture("Blå", BLUE, anchor="paragraph", at='svg:x="1cm" svg:y="1cm"')}Bild utan text.</text:p>
<text:p><draw:frame draw:name="Ruta" draw:style-name="Fr1" text:anchor-type="paragraph" svg:width="5cm"
 svg:height="2cm"><draw:text-box><text:p>Text i en ruta</text:p></draw:text-box></draw:frame>Vid rutan.</text:p>
<text:p>Namn: <draw:control text:anchor-type="as-char" draw:control="control1" svg:width="4cm"
 svg:height="1cm"/></text:p>
<text:section text:name="Skyddad" text:style-name="Sect1" text:protected="true"><text:p text:style-name="P2">I
 en sektion.</text:p></text:section>
"""

TEXT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
{META.format(title="Protokoll från årsmötet")}<office:styles>{TEXT_STYLES}</office:styles>
<office:automatic-styles>{TEXT_AUTOMATIC}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">
<style:header><text:p>Föreningen</text:p></style:header>
<style:footer><text:p>Sida <text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>{BODY}</office:text></office:body></office:document>"""

SLIDE_STYLES = """
<style:default-style style:family="graphic"><style:text-properties fo:font-size="18pt" fo:language="sv"
 fo:country="SE"/></style:default-style>
<style:style style:name="standard" style:family="graphic"><style:graphic-properties draw:stroke="none"
 draw:fill="none"/><style:text-properties fo:font-size="18pt"/></style:style>
<style:style style:name="Plain-title" style:family="presentation"><style:graphic-properties draw:stroke="none"
 draw:fill="none"/><style:text-properties fo:font-size="40pt" fo:color="#ffffff"/></style:style>
<style:style style:name="Plain-outline1" style:family="presentation"><style:graphic-properties draw:stroke="none"
 draw:fill="none"/><style:text-properties fo:font-size="28pt" fo:color="#eeeeee"/></style:style>
<style:style style:name="Plain-outline2" style:family="presentation" style:parent-style-name="Plain-outline1">
 <style:text-properties fo:font-size="20pt"/></style:style>
<style:style style:name="Plain-notes" style:family="presentation"><style:graphic-properties draw:stroke="none"
 draw:fill="none"/><style:text-properties fo:font-size="14pt"/></style:style>
"""
SLIDE_AUTOMATIC = """
<style:page-layout style:name="PM1"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/>
</style:page-layout>
<style:style style:name="Mdp1" style:family="drawing-page"><style:drawing-page-properties draw:fill="solid"
 draw:fill-color="#102030"/></style:style>
<style:style style:name="dp1" style:family="drawing-page"><style:drawing-page-properties
 presentation:background-visible="true"/></style:style>
<style:style style:name="dp2" style:family="drawing-page"><style:drawing-page-properties
 presentation:visibility="hidden" presentation:background-visible="true"/></style:style>
<style:style style:name="dp3" style:family="drawing-page"><style:drawing-page-properties
 presentation:transition-type="automatic" presentation:duration="PT00H00M05S" smil:type="fade"
 smil:subtype="crossfade" presentation:background-visible="true"/></style:style>
<style:style style:name="pr1" style:family="presentation" style:parent-style-name="Plain-title"/>
<style:style style:name="pr2" style:family="presentation" style:parent-style-name="Plain-outline1"/>
<style:style style:name="pr3" style:family="presentation" style:parent-style-name="Plain-notes"/>
<style:style style:name="gr1" style:family="graphic" style:parent-style-name="standard">
 <style:graphic-properties draw:fill="solid" draw:fill-color="#ffcc00"/></style:style>
<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:color="#000000"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties fo:language="en" fo:country="GB"/>
</style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="●"/>
 <text:list-level-style-bullet text:level="2" text:bullet-char="–"/></text:list-style>
"""


def box(left: float, top: float, width: float, height: float) -> str:
    return f'svg:x="{left}cm" svg:y="{top}cm" svg:width="{width}cm" svg:height="{height}cm"'


def slide_title(text: str) -> str:
    return (
        f'<draw:frame presentation:style-name="pr1" presentation:class="title" {box(2, 1, 24, 3)}>'
        f"<draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"
    )


NOTES = f"""<presentation:notes><draw:page-thumbnail presentation:class="page" draw:page-number="1" {box(2, 2, 10, 8)}/>
<draw:frame presentation:style-name="pr3" presentation:class="notes" {box(2, 12, 16, 12)}><draw:text-box>
<text:p>Hälsa alla välkomna.</text:p></draw:text-box></draw:frame></presentation:notes>"""

POINTS = f"""<draw:frame presentation:style-name="pr2" presentation:class="outline" {box(2, 5, 24, 14)}>
<draw:text-box><text:list text:style-name="L1"><text:list-item><text:p>Dagordning</text:p><text:list><text:list-item>
<text:p>Val av <text:span text:style-name="T1">chair</text:span></text:p></text:list-item></text:list>
</text:list-item></text:list></draw:text-box></draw:frame>"""

SHAPES = f"""{picture("Karta", RED, "<svg:desc>Karta över lokalen</svg:desc>", at='svg:x="2cm" svg:y="5cm"')}
<draw:custom-shape draw:name="Gul" draw:style-name="gr1" {box(10, 5, 6, 3)}><text:p text:style-name="P1">Svart på
 gult</text:p><draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:type="rectangle"
 draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N"/></draw:custom-shape>
<draw:g draw:name="Grupp"><svg:desc>Två rutor</svg:desc><draw:rect draw:style-name="gr1" {box(2, 12, 3, 3)}/>
<draw:rect draw:style-name="gr1" {box(6, 12, 3, 3)}/></draw:g>
<draw:line draw:name="Streck" svg:x1="1cm" svg:y1="18cm" svg:x2="20cm" svg:y2="18cm"/>
<draw:frame draw:name="Tabell" {box(10, 10, 15, 4)}><table:table table:use-first-row-styles="true">
<table:table-column/><table:table-column/><table:table-row>{cells("Tid", "Punkt")}</table:table-row>
<table:table-row>{cells("18", "Start")}</table:table-row></table:table></draw:frame>"""

SLIDES = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.presentation">
{META.format(title="Årsmöte 2026")}<office:styles>{SLIDE_STYLES}</office:styles>
<office:automatic-styles>{SLIDE_AUTOMATIC}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Plain" style:page-layout-name="PM1"
 draw:style-name="Mdp1"/></office:master-styles>
<office:body><office:presentation>
<draw:page draw:name="Start" draw:style-name="dp1" draw:master-page-name="Plain">{POINTS}{slide_title("Välkomna")}
{NOTES}</draw:page>
<draw:page draw:name="Dold" draw:style-name="dp2" draw:master-page-name="Plain">{slide_title("Reserv")}</draw:page>
<draw:page draw:name="Utan rubrik" draw:style-name="dp3" draw:master-page-name="Plain">{SHAPES}</draw:page>
</office:presentation></office:body></office:document>"""

SOURCES = {
    "minutes": (TEXT, "fodt", ("odt", "ott", "fodt")),
    "slides": (SLIDES, "fodp", ("odp", "otp", "fodp")),
}


def main() -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        sys.exit("These files are made with LibreOffice, and `soffice` was not found. Install LibreOffice.")
    here = Path(__file__).parent
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name, (source, end, wanted) in SOURCES.items():
            path = folder / f"{name}.{end}"
            path.write_text(source, encoding="utf-8")
            for suffix in wanted:
                out = folder / suffix
                command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
                command += ["--convert-to", suffix, "--outdir", str(out), str(path)]
                subprocess.run(command, check=True, capture_output=True, timeout=120)
                shutil.copyfile(out / f"{name}.{suffix}", here / f"{name}.{suffix}")


if __name__ == "__main__":
    main()
