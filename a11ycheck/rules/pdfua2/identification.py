"""The file says in its metadata that it follows PDF/UA-2, and in which edition (ISO 14289-2, 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog, Property, Xmp
from a11ycheck.documents.pdf.model import Pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WHY = Text(
    "Programs and archives see by a mark in the file's metadata which standard it follows; without the right mark "
    "they take it for another kind of PDF.",
    "Program och arkiv ser på en märkning i filens metadata vilken standard den följer; utan rätt märkning tar de "
    "den för en annan sorts pdf.",
)
FIX = Fix(
    Text(
        "Mend the document's other faults first, and then make the PDF again with a program that marks it as "
        "PDF/UA-2.",
        "Rätta först dokumentets andra fel och gör sedan om pdf:en med ett program som märker den som PDF/UA-2.",
    ),
)


def properties(pdf: Pdf) -> dict[str, Property]:
    """The properties of the PDF/UA identification schema by name."""
    return dict(pdf.catalog.xmp.identification) if pdf.catalog.xmp else {}


def identified(pdf: Pdf) -> list[Pdf]:
    """The document, if it says that it follows PDF/UA; that it does not is a fault of its own."""
    return [pdf] if properties(pdf) else []


def about(
    test: int, each: Callable[[Pdf], Iterable[Pdf]], title: Text, messages: dict[str, Text]
) -> Callable[[Callable[[Pdf], Outcome]], Rule]:
    """Make a rule that meets clause 5-``test``."""
    return rule(
        document=Pdf,
        each=each,
        meets=(f"PDF/UA-2 5-{test}",),
        title=title,
        why=WHY,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


@about(
    2,
    identified,
    Text("The PDF says that it follows part 2 of PDF/UA", "Pdf:en säger att den följer del 2 av PDF/UA"),
    {
        "missing": Text(
            "The PDF says that it follows PDF/UA, but not which part.",
            "Pdf:en säger att den följer PDF/UA, men inte vilken del.",
        ),
        "other": Text(
            "The PDF says that it follows part {part} of PDF/UA, and not part 2.",
            "Pdf:en säger att den följer del {part} av PDF/UA och inte del 2.",
        ),
    },
)
def identifier_part_two(pdf: Pdf) -> Outcome:
    """The number of the part is 2."""
    part = properties(pdf).get("part")
    if part is None or not part.value:
        return failed("missing")
    return passed() if part.value == "2" else failed("other", part=part.value)


@about(
    4,
    lambda pdf: [pdf] if "rev" in properties(pdf) else [],
    Text("The edition of PDF/UA is called pdfuaid:rev", "Utgåvan av PDF/UA heter pdfuaid:rev"),
    {
        "other": Text(
            "The edition of PDF/UA is given with the prefix “{prefix}” and not “pdfuaid”.",
            "Utgåvan av PDF/UA anges med prefixet ”{prefix}” och inte ”pdfuaid”.",
        )
    },
)
def identifier_edition_prefix(pdf: Pdf) -> Outcome:
    """The prefix of rev is pdfuaid."""
    prefix = properties(pdf)["rev"].prefix
    return passed() if prefix == "pdfuaid" else failed("other", prefix=prefix)


@about(
    5,
    identified,
    Text(
        "The PDF says which edition of PDF/UA it follows", "Pdf:en säger vilken utgåva av PDF/UA den följer"
    ),
    {
        "missing": Text(
            "The PDF says that it follows PDF/UA, but not in the edition of which year.",
            "Pdf:en säger att den följer PDF/UA, men inte vilket års utgåva.",
        ),
        "no-year": Text(
            "The edition of PDF/UA is given as “{edition}”, which is no year of four digits.",
            "Utgåvan av PDF/UA anges som ”{edition}”, vilket inte är ett årtal med fyra siffror.",
        ),
    },
)
def identifier_edition(pdf: Pdf) -> Outcome:
    """The edition is a year in four digits."""
    edition = properties(pdf).get("rev")
    if edition is None or not edition.value:
        return failed("missing")
    is_year = len(edition.value) == 4 and edition.value.isascii() and edition.value.isdigit()
    return passed() if is_year else failed("no-year", edition=edition.value)


def examples() -> dict[str, dict[str, Pdf]]:
    def saying(prefix: str = "pdfuaid", **values: str) -> Pdf:
        return Pdf(
            Catalog(xmp=Xmp(identification={name: Property(prefix, value) for name, value in values.items()}))
        )

    none = {"inapplicable, not marked at all": saying(), "inapplicable, no metadata": Pdf()}
    return {
        "identifier_part_two": {
            "failed missing": saying(rev="2024"),
            "failed missing, empty": saying(part=""),
            "failed other": saying(part="1"),
            "passed": saying(part="2"),
            **none,
        },
        "identifier_edition_prefix": {
            "failed other": saying("ua", rev="2024"),
            "failed other, no prefix": saying("", rev="2024"),
            "passed": saying(rev="2024"),
            "inapplicable": saying(part="2"),
        },
        "identifier_edition": {
            "failed missing": saying(part="2"),
            "failed no-year": saying(part="2", rev="24"),
            "failed no-year, letters": saying(part="2", rev="MMXX"),
            "failed no-year, digits of another script": saying(part="2", rev="٢٠٢٤"),
            "passed": saying(part="2", rev="2024"),
            **none,
        },
    }
