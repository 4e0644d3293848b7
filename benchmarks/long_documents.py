"""Long tagged documents, made with LibreOffice: headings, paragraphs, lists and tables, as many pages as are asked for.

python benchmarks/long_documents.py FOLDER [PAGES ...]
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "fixtures"))

import pikepdf  # noqa: E402

from libreoffice import Source, bullets, convert, heading, paragraph, table, words  # noqa: E402

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


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for pages in map(int, sys.argv[2:] or ("10", "100", "368", "1000")):
        pdf = make(pages)
        path = folder / f"long-{pages}.pdf"
        pdf.save(path)
        print(f"{path}: {len(pdf.pages)} pages, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
