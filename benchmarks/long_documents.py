"""Long documents of headings, paragraphs, lists and tables, as many pages or slides as are asked for.

python benchmarks/long_documents.py FOLDER [--format pdf|docx|pptx] [PAGES ...]

LibreOffice makes the tagged PDFs, python-docx the Word documents, with a picture every tenth section. A slide deck is
one slide of LibreOffice Impress, over and over with other words.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "fixtures"))

import docx  # noqa: E402
import impress  # noqa: E402
import pikepdf  # noqa: E402
import word_files  # noqa: E402

from libreoffice import (  # noqa: E402
    Source,
    bullets,
    convert,
    find_soffice,
    heading,
    paragraph,
    table,
    words,
)

SENTENCES = (
    "Mötet hålls på nätet och alla är välkomna att vara med.",
    "Du får en länk i god tid och kan också ringa in om du vill.",
    "Ordet går runt så att alla som vill kommer till tals.",
    "Det som bestäms skrivs ner och skickas ut samma vecka.",
)
BLOCKS_A_PAGE = 2.95
"""Blocks as below that fill a page of A4, found by trying."""


def block(number: int) -> str:
    """A heading, two paragraphs, a list and a small table."""
    text = " ".join(SENTENCES[(number + offset) % len(SENTENCES)] for offset in range(4))
    rows = tuple((f"{hour}.00", f"Punkt {number}.{hour}", "Ordföranden") for hour in (9, 10))
    return words(
        heading(1 if number == 0 else 2, f"Avsnitt {number + 1}"),
        paragraph(text),
        paragraph(text),
        bullets(*SENTENCES[:2]),
        table(("Tid", "Punkt", "Vem"), *rows, widths_cm=(3.0, 9.0, 4.0)),
    )


def make(pages: int) -> pikepdf.Pdf:
    """A tagged PDF of about that many pages."""
    body = words(*(block(number) for number in range(round(pages * BLOCKS_A_PAGE) + 2)))
    return convert({"long": Source("Protokoll i många delar", body)})["long"]


def pdf_bytes(pages: int) -> bytes:
    with BytesIO() as out, make(pages) as made:
        made.save(out)
        return out.getvalue()


SECTIONS_A_PAGE = 1.94
"""Sections of a Word document as below that fill a page, found by trying."""


def make_docx(pages: int) -> bytes:
    """A Word document of about that many pages: some sixteen paragraphs on each, those in tables included."""
    made = word_files.document()
    body = made.element.body
    start = len(body)
    _section(made)
    own = list(body)[start:-1]  # all that is new, before the properties of the last section
    copies = [[deepcopy(element) for element in own] for _ in range(round(pages * SECTIONS_A_PAGE))]
    for number, elements in enumerate(copies):
        for element in elements:
            if number % 10 and next(element.iter(PICTURE), None) is not None:
                continue
            for text in element.iter(TEXT):
                text.text = (text.text or "").replace("NUMBER", str(number + 2))
            body.insert(len(body) - 1, element)
    return word_files.written(made)


PICTURE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}drawing"
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def _section(made: docx.document.Document) -> None:
    made.add_heading("Avsnitt NUMBER", 2)
    made.add_paragraph(" ".join(SENTENCES * 3))
    with_bold = made.add_paragraph("Beslut NUMBER: ")
    with_bold.add_run("bifall").bold = True
    with_bold.add_run(". " + " ".join(SENTENCES * 2))
    for sentence in SENTENCES[:2]:
        made.add_paragraph(sentence, style="List Bullet")
    word_files.picture(made)
    word_files.table(made, ("Tid", "Punkt NUMBER"), ("9.00", "Ordföranden"))


def make_pptx(slides: int) -> bytes:
    """A deck of that many slides: a title, a list and a line of text on each."""
    made = impress.slide(
        "Avsnitt NUMBER", impress.points(*SENTENCES), impress.text("Källa NUMBER", top_cm=15)
    )
    parts = _converted(impress.flat_odp(impress.Deck("Bilder i många delar", (made,))))
    slide, related = parts["ppt/slides/slide1.xml"].decode(), parts["ppt/slides/_rels/slide1.xml.rels"]
    for number in range(1, slides + 1):
        parts[f"ppt/slides/slide{number}.xml"] = slide.replace("NUMBER", str(number)).encode()
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = related
    for name, element in (
        ("[Content_Types].xml", r'<Override PartName="/ppt/slides/slide1\.xml"[^>]*/>'),
        ("ppt/_rels/presentation.xml.rels", r'<Relationship [^>]*"slides/slide1\.xml"[^>]*/>'),
        ("ppt/presentation.xml", r"<p:sldId [^>]*/>"),
    ):
        xml = parts[name].decode()
        found = re.search(element, xml)
        if found is None:
            raise ValueError(f"{name} has no slide")
        parts[name] = xml.replace(found[0], "".join(_numbered(found[0], slides))).encode()
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def _converted(flat: str) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "deck.fodp"
        source.write_text(flat, encoding="utf-8")
        command = [find_soffice(), f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", "pptx", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        with ZipFile(source.with_suffix(".pptx")) as file:
            return {name: file.read(name) for name in file.namelist()}


def _numbered(element: str, slides: int) -> Iterator[str]:
    """What tells of the first slide, for each of them; its ids are made anew."""
    for number in range(1, slides + 1):
        own = element.replace("slide1.xml", f"slide{number}.xml")
        own = re.sub(r'(r:id|Id)="[^"]*"', rf'\1="rIdSlide{number}"', own)
        yield re.sub(r' id="\d+"', f' id="{255 + number}"', own)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("pages", type=int, nargs="*", default=[10, 100, 368, 1000])
    options.add_argument("--format", choices=("pdf", "docx", "pptx"), default="pdf")
    told = options.parse_intermixed_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    for pages in told.pages:
        path = told.folder / f"long-{pages}.{told.format}"
        if told.format == "pdf":
            pdf = make(pages)
            pdf.save(path)
            pages = len(pdf.pages)
        else:
            path.write_bytes(make_docx(pages) if told.format == "docx" else make_pptx(pages))
        print(f"{path}: {pages} pages, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
