"""Where there are several ways to show the layers, each has a name (ISO 14289-2, 8.7)."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.extras_model import Extras, LayerConfiguration
from a11ycheck.documents.pdf.model import Pdf


def alternatives(pdf: Pdf) -> tuple[LayerConfiguration, ...]:
    """The ways to show the layers, if there are more than the one that the document opens with."""
    found = pdf.extras.layer_configurations
    return found if len(found) > 1 else ()


@rule(
    document=Pdf,
    each=alternatives,
    meets=("PDF/UA-2 8.7-1",),
    title=Text(
        "Each of several ways to show the layers has a name",
        "Vart och ett av flera sätt att visa lagren har ett namn",
    ),
    why=Text(
        "Someone who chooses how the document's layers are shown gets no name to choose by.",
        "Den som väljer hur dokumentets lager ska visas får inget namn att välja efter.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "If the layers are not needed, merge them into one or export the PDF again without layers; otherwise make "
            "it with a program that follows PDF/UA.",
            "Behövs inte lagren, så slå ihop dem till ett eller exportera pdf:en igen utan lager; gör den annars med "
            "ett program som följer PDF/UA.",
        ),
        acrobat=steps.LAYERS_IN_ACROBAT,
    ),
    messages={
        "missing": Text(
            "One of several ways to show the document's layers (an optional content configuration) has no name.",
            "Ett av flera sätt att visa dokumentets lager (en konfiguration för valfritt innehåll) saknar namn.",
        )
    },
)
def layer_names(configuration: LayerConfiguration) -> Outcome:
    """Its Name is there and not empty."""
    return passed() if configuration.name else failed("missing")


def examples() -> dict[str, Pdf]:
    def pdf(*names: str) -> Pdf:
        made = (LayerConfiguration(number, name) for number, name in enumerate(names, 1))
        return Pdf(extras=Extras(layer_configurations=tuple(made)))

    return {
        "failed missing": pdf("Svenska", ""),
        "failed missing, the one that the document opens with": pdf("", "English"),
        "passed": pdf("Svenska", "English"),
        "inapplicable, only one": pdf(""),
        "inapplicable, no layers": Pdf(),
    }
