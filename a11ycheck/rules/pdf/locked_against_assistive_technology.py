"""The protection of the document leaves the way open for assistive technology."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf

COPY = 1 << 4
"""Bit 5 of P. In revision 2 of the security handler it also holds for assistive technology (Table 22)."""
ASSISTIVE_TECHNOLOGY = 1 << 9
"""Bit 10 of P: text and graphics may be taken out for assistive technology (ISO 32000-1, Table 22)."""


def encrypted(pdf: Pdf) -> list[Pdf]:
    return [pdf] if pdf.catalog.permissions is not None else []


# No success criterion is about locks. A locked document breaks 1.3.1 before any other: nothing that it shows
# can be programmatically determined. The bit is tested whatever the revision, as PDF/UA-1 7.16 does; PDF 2.0
# lets new readers pass over it, but writers are still to set it for the sake of old ones.
@rule(
    document=Pdf,
    each=encrypted,
    meets=("PDF/UA-1 7.16-1", "WCAG 1.3.1"),
    title=Text("The PDF is not locked against assistive technology", "Pdf:en är inte låst för hjälpmedel"),
    why=Text(
        "The document's protection keeps screen readers and other assistive technology from getting at the "
        "text.",
        "Dokumentets skydd hindrar skärmläsare och andra hjälpmedel från att komma åt texten.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Remove the protection, or allow text access for screen readers in it.",
            "Ta bort skyddet, eller tillåt i det att skärmläsare kommer åt texten.",
        ),
        libreoffice=Text(
            "Export as PDF again and tick Enable text access for accessibility tools on the Security tab.",
            "Exportera som pdf igen och kryssa på fliken Säkerhet i att hjälpmedel får tillgång till texten.",
        ),
        indesign=Text(
            "Export as PDF again and tick text access for screen readers under Security in the export "
            "dialogue.",
            "Exportera som pdf igen och kryssa under Säkerhet i exportdialogen i att skärmläsare får "
            "tillgång till texten.",
        ),
        acrobat=Text(
            "Open the document properties (Ctrl+D), change the settings on the Security tab, and tick text "
            "access for screen readers.",
            "Öppna dokumentegenskaperna (Ctrl+D), ändra inställningarna på fliken Säkerhet och kryssa i att "
            "skärmläsare får tillgång till texten.",
        ),
    ),
    messages={
        "locked": Text("The PDF is locked against assistive technology.", "Pdf:en är låst för hjälpmedel."),
    },
)
def locked_against_assistive_technology(pdf: Pdf) -> Outcome:
    """Its permissions allow text to be taken out for assistive technology."""
    permissions = pdf.catalog.permissions or 0
    needed = ASSISTIVE_TECHNOLOGY | (COPY if pdf.catalog.security_revision == 2 else 0)
    return passed() if permissions & needed == needed else failed("locked")


def examples() -> dict[str, Pdf]:
    everything, all_but_bit_10, all_but_bit_5 = -4, -4 - 512, -4 - 16

    def protected(permissions: int | None, revision: int = 4) -> Pdf:
        return Pdf(Catalog(permissions=permissions, security_revision=revision))

    return {
        "failed locked": protected(all_but_bit_10),
        "failed locked, the newest security": protected(all_but_bit_10, 6),
        "failed locked, nothing is allowed": protected(0),
        "failed locked, no copying in the oldest security": protected(all_but_bit_5, 2),
        "passed": protected(everything),
        "passed, only copying is forbidden": protected(all_but_bit_5),
        "inapplicable": protected(None),
    }
