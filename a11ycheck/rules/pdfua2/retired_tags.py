"""Tags that PDF/UA-2 does without: H and Note (ISO 14289-2, 8.2.5.12 and 8.2.5.14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable


def about(
    clause: str, title: Text, why: Text, fix: Fix, messages: dict[str, Text]
) -> Callable[[Callable[[Element], Outcome]], Rule]:
    """Make a rule that is put to each element."""
    return rule(
        document=Pdf,
        each=lambda pdf: pdf.elements,
        meets=(f"PDF/UA-2 {clause}",),
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=fix,
        messages=messages,
    )


@about(
    "8.2.5.12-1",
    Text("Headings say their level", "Rubriker säger sin nivå"),
    Text(
        "Someone who listens goes from heading to heading by their level; a heading that does not say its own stands "
        "outside that order.",
        "Den som lyssnar går mellan rubriker efter deras nivå; en rubrik som inte säger sin egen står utanför den "
        "ordningen.",
    ),
    Fix(
        Text(
            "Give the heading a level, with the program's heading styles, and make the PDF again.",
            "Ge rubriken en nivå, med programmets rubrikformat, och gör om pdf:en.",
        ),
        word=Text(
            "Choose Heading 1, 2 or 3 among the styles on the Home tab, and save as PDF again.",
            "Välj Rubrik 1, 2 eller 3 bland formatmallarna på fliken Start och spara som pdf igen.",
        ),
        indesign=Text(
            "Open the options of the paragraph style, choose H1, H2 or H3 under Export Tagging, and export again.",
            "Öppna alternativen för styckeformatet, välj H1, H2 eller H3 bland exporttaggarna och exportera igen.",
        ),
        acrobat=Text(
            "Open the Tags panel and change the tag's type from H to H1, H2 or H3.",
            "Öppna panelen Taggar och ändra taggens typ från H till H1, H2 eller H3.",
        ),
    ),
    {
        "no-level": Text(
            "The heading is tagged as H, which says no level.",
            "Rubriken är taggad som H, som inte säger någon nivå.",
        )
    },
)
def heading_with_level(element: Element) -> Outcome:
    """Its type is not H."""
    return failed("no-level") if element.standard == "H" else passed()


@about(
    "8.2.5.14-1",
    Text("Notes are tagged as footnotes or endnotes", "Noter är taggade som fotnoter eller slutnoter"),
    Text(
        "From a footnote's own tag a screen reader can lead to the text that refers to it and back; from Note it "
        "cannot.",
        "Från en fotnots egen tagg kan skärmläsaren leda till texten som hänvisar till den och tillbaka; från Note "
        "kan den inte det.",
    ),
    Fix(
        Text(
            "Make the PDF again with a program that writes PDF/UA-2, or change the tag to FENote of PDF 2.0.",
            "Gör om pdf:en med ett program som skriver PDF/UA-2, eller ändra taggen till FENote i PDF 2.0.",
        ),
    ),
    {
        "old": Text(
            "The note is tagged as Note, which PDF 2.0 has replaced with FENote.",
            "Noten är taggad som Note, som PDF 2.0 har ersatt med FENote.",
        )
    },
)
def note_of_pdf_2(element: Element) -> Outcome:
    """Its type is not Note."""
    return failed("old") if element.standard == "Note" else passed()


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(*roots: Element) -> Pdf:
        return Pdf(roots=roots)

    none = {"inapplicable, no tags": Pdf()}
    return {
        "heading_with_level": {
            "failed no-level": pdf(Element("H")),
            "failed no-level, a tag of another name": pdf(Element("Rubrik", "H")),
            "passed": pdf(Element("H1"), Element("H6")),
            **none,
        },
        "note_of_pdf_2": {
            "failed old": pdf(Element("Note")),
            "passed": pdf(Element("FENote", namespace="http://iso.org/pdf2/ssn")),
            **none,
        },
    }
