"""The file says in its metadata that it follows PDF/UA-1, and says it the agreed way (ISO 14289-1, 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.catalog_model import Catalog, Property, Xmp
from a11ycheck.documents.pdf.model import Pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WHY = Text(
    "Programs and archives see by a mark in the file's metadata that it follows PDF/UA; without the right mark "
    "they take it for an ordinary PDF.",
    "Program och arkiv ser på en märkning i filens metadata att den följer PDF/UA; utan rätt märkning tar de den "
    "för en vanlig pdf.",
)
FIX = Fix(
    Text(
        "Mend the document's other faults first, and then make the PDF again with a program that marks it as "
        "PDF/UA.",
        "Rätta först dokumentets andra fel och gör sedan om pdf:en med ett program som märker den som PDF/UA.",
    ),
    libreoffice=steps.EXPORT_AGAIN_AS_UA_IN_LIBREOFFICE,
    acrobat=Text(
        "Open Preflight and run the fixup that sets the PDF/UA entry.",
        "Öppna Preflight och kör korrigeringen som lägger in PDF/UA-posten.",
    ),
)


def with_metadata(pdf: Pdf) -> list[Pdf]:
    """The document, if it has metadata to stand in; that it has none is a fault of its own."""
    return [pdf] if pdf.catalog.xmp is not None else []


def properties(pdf: Pdf) -> dict[str, Property]:
    """The properties of the PDF/UA identification schema by name."""
    return dict(pdf.catalog.xmp.identification) if pdf.catalog.xmp else {}


def about(
    test: int, each: Callable[[Pdf], Iterable[Pdf]], title: Text, messages: dict[str, Text], *also: str
) -> Callable[[Callable[[Pdf], Outcome]], Rule]:
    """Make a rule that meets clause 5-``test`` of PDF/UA-1, and others."""
    return rule(
        document=Pdf,
        each=each,
        meets=(f"PDF/UA-1 5-{test}", *also),
        title=title,
        why=WHY,
        who=(People.SCREEN_READER,),
        fix=FIX,
        messages=messages,
    )


@about(
    1,
    with_metadata,
    Text("The PDF says that it follows PDF/UA", "Pdf:en säger att den följer PDF/UA"),
    {
        "missing": Text(
            "The PDF does not say that it follows PDF/UA.", "Pdf:en säger inte att den följer PDF/UA."
        )
    },
    "PDF/UA-2 5-1",
)
def identifier_present(pdf: Pdf) -> Outcome:
    """Its metadata has a property of the PDF/UA identification schema."""
    return passed() if properties(pdf) else failed("missing")


@about(
    2,
    lambda pdf: [pdf] if properties(pdf) else [],
    Text("The PDF says that it follows part 1 of PDF/UA", "Pdf:en säger att den följer del 1 av PDF/UA"),
    {
        "missing": Text(
            "The PDF says that it follows PDF/UA, but not which part.",
            "Pdf:en säger att den följer PDF/UA, men inte vilken del.",
        ),
        "other": Text(
            "The PDF says that it follows part {part} of PDF/UA, and not part 1.",
            "Pdf:en säger att den följer del {part} av PDF/UA och inte del 1.",
        ),
    },
)
def identifier_part(pdf: Pdf) -> Outcome:
    """The number of the part is 1."""
    part = properties(pdf).get("part")
    if part is None or not part.value:
        return failed("missing")
    return passed() if part.value == "1" else failed("other", part=part.value)


def with_property(name: str) -> Callable[[Pdf], list[Pdf]]:
    return lambda pdf: [pdf] if name in properties(pdf) else []


def prefix_of(pdf: Pdf, name: str) -> Outcome:
    """The prefix of the property is the one that the standard lays down."""
    prefix = properties(pdf)[name].prefix
    return passed() if prefix == "pdfuaid" else failed("other", prefix=prefix)


@about(
    3,
    with_property("part"),
    Text("The part of PDF/UA is called pdfuaid:part", "Delen av PDF/UA heter pdfuaid:part"),
    {
        "other": Text(
            "The part of PDF/UA is given with the prefix “{prefix}” and not “pdfuaid”.",
            "Delen av PDF/UA anges med prefixet ”{prefix}” och inte ”pdfuaid”.",
        )
    },
    "PDF/UA-2 5-3",
)
def identifier_part_prefix(pdf: Pdf) -> Outcome:
    """The prefix of part is pdfuaid."""
    return prefix_of(pdf, "part")


@about(
    4,
    with_property("amd"),
    Text("The amendment of PDF/UA is called pdfuaid:amd", "Tillägget till PDF/UA heter pdfuaid:amd"),
    {
        "other": Text(
            "The amendment of PDF/UA is given with the prefix “{prefix}” and not “pdfuaid”.",
            "Tillägget till PDF/UA anges med prefixet ”{prefix}” och inte ”pdfuaid”.",
        )
    },
)
def identifier_amendment_prefix(pdf: Pdf) -> Outcome:
    """The prefix of amd is pdfuaid."""
    return prefix_of(pdf, "amd")


@about(
    5,
    with_property("corr"),
    Text("The corrigendum of PDF/UA is called pdfuaid:corr", "Rättelsen till PDF/UA heter pdfuaid:corr"),
    {
        "other": Text(
            "The corrigendum of PDF/UA is given with the prefix “{prefix}” and not “pdfuaid”.",
            "Rättelsen till PDF/UA anges med prefixet ”{prefix}” och inte ”pdfuaid”.",
        )
    },
)
def identifier_corrigendum_prefix(pdf: Pdf) -> Outcome:
    """The prefix of corr is pdfuaid."""
    return prefix_of(pdf, "corr")


def examples() -> dict[str, dict[str, Pdf]]:
    def saying(**identification: Property) -> Pdf:
        return Pdf(Catalog(xmp=Xmp(identification=identification)))

    def prefixes(name: str) -> dict[str, Pdf]:
        return {
            "failed other": saying(**{name: Property("ua", "1")}),
            "failed other, no prefix": saying(**{name: Property("", "1")}),
            "passed": saying(**{name: Property("pdfuaid", "1")}),
            "inapplicable": saying(other=Property("pdfuaid", "1")),
        }

    return {
        "identifier_present": {
            "failed missing": saying(),
            "passed": saying(part=Property("pdfuaid", "1")),
            "passed, which part is for another rule": saying(amd=Property("pdfuaid", "2")),
            "inapplicable, no metadata": Pdf(),
        },
        "identifier_part": {
            "failed missing": saying(amd=Property("pdfuaid", "2")),
            "failed missing, empty": saying(part=Property("pdfuaid")),
            "failed other": saying(part=Property("pdfuaid", "2")),
            "passed": saying(part=Property("pdfuaid", "1")),
            "inapplicable": saying(),
        },
        "identifier_part_prefix": prefixes("part"),
        "identifier_amendment_prefix": prefixes("amd"),
        "identifier_corrigendum_prefix": prefixes("corr"),
    }
