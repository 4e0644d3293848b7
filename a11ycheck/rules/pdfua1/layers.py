"""Ways to show the document's layers have names and are chosen by the reader (ISO 14289-1, 7.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.extras_model import Extras, LayerConfiguration
from a11ycheck.documents.pdf.model import Pdf

if TYPE_CHECKING:
    from collections.abc import Callable

FIX = Fix(
    Text(
        "If the layers are not needed, merge them into one or export the PDF again without layers; otherwise make "
        "it with a program that follows PDF/UA.",
        "Behövs inte lagren, så slå ihop dem till ett eller exportera pdf:en igen utan lager; gör den annars med "
        "ett program som följer PDF/UA.",
    ),
    indesign=Text(
        "Export as PDF again without letting Acrobat layers be created.",
        "Exportera som pdf igen utan att låta Acrobat-lager skapas.",
    ),
    acrobat=steps.LAYERS_IN_ACROBAT,
)


def about(
    test: int, title: Text, why: Text, messages: dict[str, Text], *also: str
) -> Callable[[Callable[[LayerConfiguration], Outcome]], Rule]:
    """Make a rule that is put to each layer configuration and meets clause 7.10-``test`` of PDF/UA-1, and others."""
    return rule(
        document=Pdf,
        each=lambda pdf: pdf.extras.layer_configurations,
        meets=(f"PDF/UA-1 7.10-{test}", *also),
        title=title,
        why=why,
        who=(People.SCREEN_READER, People.LOW_VISION),
        fix=FIX,
        messages=messages,
    )


@about(
    1,
    Text("Ways to show the layers have names", "Sätten att visa lagren har namn"),
    Text(
        "Someone who chooses how the document's layers are shown gets no name to choose by.",
        "Den som väljer hur dokumentets lager ska visas får inget namn att välja efter.",
    ),
    {
        "missing": Text(
            "A way to show the document's layers (an optional content configuration) has no name.",
            "Ett sätt att visa dokumentets lager (en konfiguration för valfritt innehåll) saknar namn.",
        )
    },
)
def layer_configuration_name(configuration: LayerConfiguration) -> Outcome:
    """It has a name."""
    return passed() if configuration.name else failed("missing")


@about(
    2,
    Text("Layers do not come and go by themselves", "Lager kommer och går inte av sig själva"),
    Text(
        "Layers that are switched by zoom, language or print show one reader what another never meets, and a "
        "screen reader does not tell of it.",
        "Lager som slås av och på efter zoom, språk eller utskrift visar en läsare sådant som en annan aldrig "
        "möter, och skärmläsaren berättar inte om det.",
    ),
    {
        "automatic": Text(
            "The document switches layers on and off by itself (AS).",
            "Dokumentet slår på och av lager av sig självt (AS).",
        )
    },
    "PDF/UA-2 8.7-2",
)
def layers_switched_by_reader(configuration: LayerConfiguration) -> Outcome:
    """It has no AS, by which layers follow the viewer's settings."""
    return failed("automatic") if configuration.switches_itself else passed()


def examples() -> dict[str, dict[str, Pdf]]:
    def layered(*configurations: LayerConfiguration) -> Pdf:
        return Pdf(extras=Extras(layer_configurations=configurations))

    map_of_rooms, automatic = LayerConfiguration(1, "Lokalkarta"), LayerConfiguration(2, "Utskrift", True)
    return {
        "layer_configuration_name": {
            "failed missing": layered(LayerConfiguration(1)),
            "failed missing, the second": layered(map_of_rooms, LayerConfiguration(2)),
            "passed": layered(map_of_rooms, automatic),
            "inapplicable": Pdf(),
        },
        "layers_switched_by_reader": {
            "failed automatic": layered(map_of_rooms, automatic),
            "passed": layered(map_of_rooms),
            "inapplicable": Pdf(),
        },
    }
