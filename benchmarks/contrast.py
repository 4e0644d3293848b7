"""What measuring contrast costs: CPU time a page, on fixtures and on a deck of twelve slides made with LibreOffice.

    python benchmarks/contrast.py [file.pdf ...]

The deck is left out where `soffice` is not found. Each file is measured once before the clock starts.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from string import Template

import pikepdf

from a11ycheck.documents.pdf.contrast import measure
from a11ycheck.documents.pdf.form_graph import safe_pages
from a11ycheck.documents.pdf.pages import page_sources
from a11ycheck.documents.pdf.rendering import Rendered
from measure import median, table

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = sorted((ROOT / "fixtures" / "meetings").glob("*/good/*.pdf"))

SLIDE = Template(
    """<draw:page draw:style-name="$ground" draw:master-page-name="Standard">
<draw:frame draw:style-name="Bare" svg:x="2cm" svg:y="1cm" svg:width="24cm" svg:height="2.5cm"><draw:text-box>
<text:p text:style-name="Head">Rubrik på bild $number</text:p></draw:text-box></draw:frame>
<draw:frame draw:style-name="Bare" svg:x="2cm" svg:y="4cm" svg:width="16cm" svg:height="9cm"><draw:text-box>
$points</draw:text-box></draw:frame>
<draw:frame draw:style-name="Tint" svg:x="19cm" svg:y="4cm" svg:width="7cm" svg:height="4cm"><draw:text-box>
<text:p text:style-name="Small">En ruta med kort text på färgad botten.</text:p></draw:text-box></draw:frame>
</draw:page>"""
)
DECK = Template(
    """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:styles><draw:gradient draw:name="Fade" draw:style="linear" draw:start-color="#1a4480"
 draw:end-color="#d0e0ff"/></office:styles>
<office:automatic-styles>
<style:page-layout style:name="Wide"><style:page-layout-properties fo:page-width="28cm" fo:page-height="15.75cm"/>
</style:page-layout>
<style:style style:name="Plain" style:family="drawing-page"><style:drawing-page-properties draw:fill="none"/>
</style:style>
<style:style style:name="Faded" style:family="drawing-page"><style:drawing-page-properties draw:fill="gradient"
 draw:fill-gradient-name="Fade"/></style:style>
<style:style style:name="Bare" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none"/>
</style:style>
<style:style style:name="Tint" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid"
 draw:fill-color="#f28e2b" draw:opacity="80%"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:text-properties fo:font-size="36pt"
 fo:color="#1a4480" fo:font-weight="bold"/></style:style>
<style:style style:name="Point" style:family="paragraph"><style:text-properties fo:font-size="18pt"/></style:style>
<style:style style:name="Small" style:family="paragraph"><style:text-properties fo:font-size="16pt"
 fo:color="#ffffff"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Wide"/>
</office:master-styles>
<office:body><office:presentation>$slides</office:presentation></office:body></office:document>"""
)
POINT = '<text:p text:style-name="Point">Punkt {}: så kan alla vara med på mötet, och det här kostar det.</text:p>'


def deck(folder: Path) -> Path | None:
    """Twelve slides, every fourth of them on a gradient, as LibreOffice Impress exports them."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        return None
    points = "".join(POINT.format(number) for number in range(1, 7))
    slides = (
        SLIDE.substitute(ground="Plain" if number % 4 else "Faded", number=number, points=points)
        for number in range(1, 13)
    )
    source = folder / "deck.fodp"
    source.write_text(DECK.substitute(slides="".join(slides)), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, capture_output=True, timeout=300, check=True)
    return folder / "deck.pdf"


def row(path: Path) -> list[str]:
    data = path.read_bytes()
    with pikepdf.open(path) as pdf:
        count = len(pdf.pages)
        started = time.process_time()
        pages = safe_pages(page_sources(pdf))
        counting = time.process_time() - started
    measure(Rendered(data), pages.numbers, pages.plain)
    started = time.process_time()
    found = measure(Rendered(data), pages.numbers, pages.plain)
    measuring = time.process_time() - started
    low = sum(not text.hidden and text.ratio < text.needed for text in found.texts)
    done = max(1, len(pages.numbers) - len(found.unread))
    figures = f"{counting * 1000 / max(1, count):.2f} ms", f"{measuring * 1000 / done:.1f} ms"
    return [path.name, str(count), str(len(found.texts)), str(low), *figures]


def main() -> None:
    bare = median([sys.executable, "-c", "import a11ycheck.documents.pdf.fonts"]).cpu
    whole = median([sys.executable, "-c", "import a11ycheck.documents.pdf.contrast_pixels"]).cpu
    with tempfile.TemporaryDirectory() as folder:
        slides = deck(Path(folder))
        paths = [*map(Path, sys.argv[1:])] or [*FIXTURES, *([slides] if slides else [])]
        header = ["document", "pages", "lines", "too pale", "forms counted, a page", "contrast, a page"]
        print(table("Contrast", header, [row(path) for path in paths]))
    print(f"Loading PDFium and Pillow: {(whole - bare) * 1000:.0f} ms of CPU.")


if __name__ == "__main__":
    main()
