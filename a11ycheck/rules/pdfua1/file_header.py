"""The file's first line names a version of PDF that PDF/UA-1 builds on."""

from __future__ import annotations

import re

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf

HEADER = re.compile(r"%PDF-1\.[0-7]")


@rule(
    document=Pdf,
    each=Pdf.itself,
    meets=("PDF/UA-1 6.1-1",),
    title=Text(
        "The file begins with a PDF version from 1.0 to 1.7",
        "Filen börjar med en pdf-version från 1.0 till 1.7",
    ),
    why=Text(
        "Programs choose by the first line how to read the file; one that they do not know may be refused, or "
        "read without its tags.",
        "Program väljer efter första raden hur de läser filen; en som de inte känner igen kan avvisas eller "
        "läsas utan taggar.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Make the PDF again and choose PDF 1.7, or save it anew in a program that writes a whole new file.",
            "Gör om pdf:en och välj PDF 1.7, eller spara om den i ett program som skriver en helt ny fil.",
        ),
        libreoffice=Text(
            "Export as PDF again and choose version 1.7 on the General tab, or tick Universal Accessibility "
            "(PDF/UA).",
            "Exportera som pdf igen och välj version 1.7 på fliken Allmänt, eller kryssa i Universell "
            "tillgänglighet (PDF/UA).",
        ),
    ),
    messages={
        "other": Text(
            "The file begins with “{header}” and not with a PDF version from 1.0 to 1.7.",
            "Filen börjar med ”{header}” och inte med en pdf-version från 1.0 till 1.7.",
        ),
        "more": Text(
            "The line that the file begins with holds something more than “{version}”, if only a space.",
            "Raden som filen börjar med innehåller något mer än ”{version}”, om så bara ett mellanslag.",
        ),
    },
)
def file_header(pdf: Pdf) -> Outcome:
    """The line is %PDF-1.n, n from 0 to 7, and nothing else (ISO 14289-1, 6.1)."""
    version = HEADER.search(pdf.header)
    if version is None:
        return failed("other", header=pdf.header)
    return passed() if version.group() == pdf.header else failed("more", version=version.group())


def examples() -> dict[str, Pdf]:
    return {
        "failed other": Pdf(header="%PDF-2.0"),
        "failed other, no such version": Pdf(header="%PDF-1.8"),
        "failed more": Pdf(header="%PDF-1.4 "),
        "failed more, before it": Pdf(header="HTTP/1.1 200 OK %PDF-1.4"),
        "passed": Pdf(header="%PDF-1.7"),
        "passed, the oldest": Pdf(header="%PDF-1.0"),
    }
