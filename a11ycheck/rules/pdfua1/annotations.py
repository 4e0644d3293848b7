"""Links, form fields, comments and other additions stand in the right tags and are described (ISO 14289-1, 7.18).

What is hidden or wholly outside the page is left alone. The tag is the one that the ParentTree names, after role
mapping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable

    Choice = Callable[[Annotation], bool]

TAG_WHY = Text(
    "Someone who listens is told by the tag what it is, and meets it in its place in the reading order; without the "
    "right tag it is passed over or called something else.",
    "Den som lyssnar får av taggen veta vad det är och möter det på dess plats i läsordningen; utan rätt tagg hoppas "
    "det över eller kallas något annat.",
)
TAG_FIX = Fix(
    Text(
        "Make it in the program that the document is written in, and make the PDF again with tags, or put the tags "
        "right in Acrobat.",
        "Gör det i programmet som dokumentet är skrivet i och gör om pdf:en med taggar, eller rätta taggarna i "
        "Acrobat.",
    ),
    libreoffice=steps.EXPORT_AGAIN_AS_UA_IN_LIBREOFFICE,
    acrobat=Text(
        "Open the Tags panel and let it find unmarked content, choose the kind that is missing, and put each one "
        "that is found in a tag of the right type.",
        "Öppna panelen Taggar och låt den söka omarkerat innehåll, välj det slag som saknas och lägg var och en som "
        "hittas i en tagg av rätt typ.",
    ),
)
DESCRIPTION_WHY = Text(
    "Someone who listens hears that something is there, but not what it is.",
    "Den som lyssnar hör att något finns där, men inte vad det är.",
)


def shown(kind: Choice) -> Callable[[Pdf], list[Annotation]]:
    """The annotations of a kind that are shown, in documents without tags too: the clauses make no exception."""

    def each(pdf: Pdf) -> list[Annotation]:
        return [annotation for annotation in pdf.annotations if annotation.is_shown and kind(annotation)]

    return each


def about(
    test: str,
    each: Callable[[Pdf], list[Annotation]],
    title: Text,
    messages: dict[str, Text],
    why: Text = TAG_WHY,
    fix: Fix = TAG_FIX,
) -> Callable[[Callable[[Annotation], Outcome]], Rule]:
    """Make a rule that is put to annotations and meets clause 7.18.``test``."""
    return rule(
        document=Pdf,
        each=each,
        meets=(f"PDF/UA-1 7.18.{test}",),
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=fix,
        messages=messages,
    )


def in_tag(annotation: Annotation, tag: str) -> Outcome:
    """Is the tag that holds it of this type?"""
    if annotation.element is None:
        return failed("untagged")
    found = annotation.element.type
    return passed() if found == tag else failed("other-tag", found=found)


def is_described(annotation: Annotation) -> bool:
    return bool(annotation.contents or _alternative_text(annotation))


def _alternative_text(annotation: Annotation) -> str:
    return (annotation.element.alt or "") if annotation.element else ""


@about(
    "1-1",
    shown(lambda annotation: annotation.subtype not in ("Widget", "PrinterMark", "Link")),
    Text("Comments and other additions are tagged", "Kommentarer och andra tillägg är taggade"),
    {
        "untagged": Text(
            "The comment or other addition is not in the tags.",
            "Kommentaren eller tillägget finns inte bland taggarna.",
        ),
        "other-tag": Text(
            "The comment or other addition is in the tag {found}, and not in Annot.",
            "Kommentaren eller tillägget står i taggen {found} och inte i Annot.",
        ),
    },
)
def annotation_in_annot(annotation: Annotation) -> Outcome:
    """Its tag is Annot."""
    return in_tag(annotation, "Annot")


@about(
    "1-2",
    shown(lambda annotation: annotation.subtype != "Widget"),
    Text(
        "Links, comments and other additions are described",
        "Länkar, kommentarer och andra tillägg har en beskrivning",
    ),
    {
        "missing": Text(
            "There is no description, neither in the addition itself (Contents) nor in its tag (Alt).",
            "Det finns ingen beskrivning, varken i själva tillägget (Contents) eller i dess tagg (Alt).",
        )
    },
    DESCRIPTION_WHY,
    Fix(
        Text(
            "Write in its properties or as alternative text of its tag what it is or tells.",
            "Skriv i dess egenskaper eller som alternativtext på dess tagg vad det är eller säger.",
        ),
        acrobat=Text(
            "Write in the comment itself, or open the Tags panel, open the properties of the tag, and write under "
            "alternate text.",
            "Skriv i själva kommentaren, eller öppna panelen Taggar, öppna taggens egenskaper och skriv under "
            "alternativ text.",
        ),
    ),
)
def annotation_described(annotation: Annotation) -> Outcome:
    """It has Contents, or its tag has Alt."""
    return passed() if is_described(annotation) else failed("missing")


@about(
    "1-3",
    shown(lambda annotation: annotation.subtype == "Widget"),
    Text("Form fields have a label of their own (TU)", "Formulärfält har en egen etikett (TU)"),
    {
        "missing": Text(
            "The form field has no label, neither as its tooltip (TU) nor in its tag (Alt).",
            "Formulärfältet saknar etikett, både som verktygstips (TU) och i sin tagg (Alt).",
        )
    },
    DESCRIPTION_WHY,
    Fix(
        Text(
            "Write in the field's properties what is to be filled in.",
            "Skriv i fältets egenskaper vad som ska fyllas i.",
        ),
        libreoffice=steps.FIELD_LABEL_IN_LIBREOFFICE,
        acrobat=Text(
            "Open the field's properties and write under Tooltip on the General tab; for radio buttons, in all of "
            "the group.",
            "Öppna fältets egenskaper och skriv under Verktygstips på fliken Allmänt; för alternativknappar, i hela "
            "gruppen.",
        ),
    ),
)
def field_described(field: Annotation) -> Outcome:
    """The field has TU, or the widget's tag has Alt."""
    return passed() if field.field_tooltip or _alternative_text(field) else failed("missing")


@about(
    "2-1",
    shown(lambda annotation: annotation.subtype == "TrapNet"),
    Text("There are no trapping instructions for print", "Det finns inga trappningsanvisningar för tryck"),
    {
        "present": Text(
            "The page holds instructions for overlapping inks in print (TrapNet).",
            "Sidan innehåller anvisningar för hur färger ska överlappa i tryck (TrapNet).",
        )
    },
    Text(
        "Instructions for the printing press stand among what is to be read, and can be met by someone who listens.",
        "Anvisningar till tryckpressen står bland det som ska läsas, och den som lyssnar kan stöta på dem.",
    ),
    Fix(
        Text(
            "Make the PDF again for the screen, without trapping.",
            "Gör om pdf:en för skärm, utan trappning.",
        )
    ),
)
def trap_network(_: Annotation) -> Outcome:
    """There is none."""
    return failed("present")


@about(
    "4-1",
    shown(lambda annotation: annotation.subtype == "Widget"),
    Text("Form fields stand in Form tags", "Formulärfält står i Form-taggar"),
    {
        "untagged": Text("The form field is not in the tags.", "Formulärfältet finns inte bland taggarna."),
        "other-tag": Text(
            "The form field is in the tag {found}, and not in Form.",
            "Formulärfältet står i taggen {found} och inte i Form.",
        ),
    },
)
def field_in_form(field: Annotation) -> Outcome:
    """Its tag is Form."""
    return in_tag(field, "Form")


@about(
    "5-1",
    shown(lambda annotation: annotation.subtype == "Link"),
    Text("Links stand in Link tags", "Länkar står i Link-taggar"),
    {
        "untagged": Text("The link is not in the tags.", "Länken finns inte bland taggarna."),
        "other-tag": Text(
            "The link is in the tag {found}, and not in Link.",
            "Länken står i taggen {found} och inte i Link.",
        ),
    },
)
def link_in_link(link: Annotation) -> Outcome:
    """Its tag is Link."""
    return in_tag(link, "Link")


@about(
    "5-2",
    shown(lambda annotation: annotation.subtype == "Link"),
    Text("Links have a description (Contents)", "Länkar har en beskrivning (Contents)"),
    {"missing": Text("The link has no description (Contents).", "Länken saknar beskrivning (Contents).")},
    Text(
        "Programs that show or read a description of where the link leads have none to show.",
        "Program som visar eller läser upp en beskrivning av vart länken leder har ingen att visa.",
    ),
    Fix(
        Text(
            "Make the PDF again with a program that writes a description for each link, or add it with a program "
            "that mends PDFs.",
            "Gör om pdf:en med ett program som skriver en beskrivning till varje länk, eller lägg till den med ett "
            "program som rättar pdf:er.",
        ),
        word=Text(
            "Right-click the link, choose to edit it, write a ScreenTip, and save as PDF again.",
            "Högerklicka på länken, välj att redigera den, skriv en skärmbeskrivning och spara som pdf igen.",
        ),
        libreoffice=steps.EXPORT_AGAIN_AS_UA_IN_LIBREOFFICE,
    ),
)
def link_contents(link: Annotation) -> Outcome:
    """It has Contents."""
    return passed() if link.contents else failed("missing")


@about(
    "8-1",
    shown(lambda annotation: annotation.subtype == "PrinterMark"),
    Text("Printer's marks are not tagged", "Tryckmärken är inte taggade"),
    {
        "tagged": Text(
            "The printer's mark is in the tags, as {found}.", "Tryckmärket finns bland taggarna, som {found}."
        )
    },
    Text(
        "Someone who listens meets crop marks and colour bars in the middle of the text.",
        "Den som lyssnar stöter på skärmärken och färgstaplar mitt i texten.",
    ),
    Fix(
        Text(
            "Make the PDF again without printer's marks, or take them out of the tags.",
            "Gör om pdf:en utan tryckmärken, eller ta bort dem ur taggarna.",
        ),
        indesign=Text(
            "Export as PDF again without printer's marks.", "Exportera som pdf igen utan tryckmärken."
        ),
    ),
)
def printer_mark_untagged(mark: Annotation) -> Outcome:
    """No tag holds it."""
    return passed() if mark.element is None else failed("tagged", found=mark.element.type)


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(*annotations: Annotation, catalog: Catalog = Catalog(has_structure=True)) -> Pdf:  # noqa: B008 - frozen
        return Pdf(catalog, (Page(1, annotations=annotations),))

    def of(subtype: str, tag: str = "", alt: str | None = None, **more: str) -> Annotation:
        element = Element(tag, alt=alt) if tag else None
        return Annotation(1, subtype, element=element, contents=more.get("contents"))

    def tags(subtype: str, tag: str) -> dict[str, Pdf]:
        hidden, outside = Annotation(1, subtype, hidden=True), Annotation(1, subtype, outside=True)
        return {
            "failed untagged": pdf(of(subtype)),
            "failed other-tag": pdf(of(subtype, "P")),
            "passed": pdf(of(subtype, tag)),
            "passed, a tag of another name": pdf(Annotation(1, subtype, element=Element("Min", tag))),
            "inapplicable, not to be seen": pdf(hidden, outside),
            "failed untagged, in a document without tags": pdf(of(subtype), catalog=Catalog()),
        }

    return {
        "annotation_in_annot": tags("Text", "Annot") | {"inapplicable, a link": pdf(of("Link"))},
        "annotation_described": {
            "failed missing": pdf(of("Stamp", "Annot")),
            "failed missing, empty": pdf(of("Stamp", "Annot", "", contents="")),
            "failed missing, a link": pdf(of("Link", "Link")),
            "passed": pdf(of("Stamp", "Annot", contents="Godkänd")),
            "passed, by its tag": pdf(of("Stamp", "Annot", "Godkänd")),
            "inapplicable": pdf(of("Widget"), Annotation(1, "Stamp", hidden=True)),
        },
        "field_described": {
            "failed missing": pdf(Annotation(1, "Widget", field_name="text3")),
            "failed missing, empty": pdf(Annotation(1, "Widget", tooltip="", field_tooltip="")),
            "failed missing, on one radio button of several": pdf(Annotation(1, "Widget", tooltip="Ja")),
            "passed": pdf(Annotation(1, "Widget", field_tooltip="Namn")),
            "passed, by its tag": pdf(of("Widget", "Form", "Namn")),
            "inapplicable": pdf(of("Link"), Annotation(1, "Widget", hidden=True)),
        },
        "trap_network": {
            "failed present": pdf(of("TrapNet")),
            "inapplicable": pdf(Annotation(1, "TrapNet", outside=True)),
        },
        "field_in_form": tags("Widget", "Form"),
        "link_in_link": tags("Link", "Link"),
        "link_contents": {
            "failed missing": pdf(of("Link", "Link", "Anmälan")),
            "failed missing, empty": pdf(of("Link", contents="")),
            "passed": pdf(of("Link", contents="Anmälan till årsmötet")),
            "inapplicable": pdf(of("Stamp"), Annotation(1, "Link", outside=True)),
        },
        "printer_mark_untagged": {
            "failed tagged": pdf(of("PrinterMark", "Figure")),
            "passed": pdf(of("PrinterMark")),
            "inapplicable": pdf(of("Stamp", "Annot")),
        },
    }
