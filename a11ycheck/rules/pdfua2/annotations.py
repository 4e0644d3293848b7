"""Comments, links and other additions stand in the right tags and are described (ISO 14289-2, 8.9).

An annotation that no tag holds, or that stands in a tag Artifact, is no content (ISO 32000-2, 14.8.2.2.2). The tag is
the one that the ParentTree names, after role mapping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page, Particulars
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.outcome import Box

if TYPE_CHECKING:
    from collections.abc import Callable

INVISIBLE, NO_VIEW, TOGGLE_NO_VIEW = 1, 1 << 5, 1 << 8
"""Bits of an annotation's flags (ISO 32000-2, table 167)."""
MARKUP = frozenset(
    (
        "Caret Circle FileAttachment FreeText Highlight Ink Line Polygon PolyLine Redact Square Squiggly Stamp "
        "StrikeOut Text Underline"
    ).split()
)
"""Markup annotations (ISO 32000-2, table 171) that PDF/UA-2 allows: sounds and films it does not."""

TAG_WHY = Text(
    "Someone who listens is told by the tag what it is, and meets it in its place in the reading order; in another "
    "tag it is called something else.",
    "Den som lyssnar får av taggen veta vad det är och möter det på dess plats i läsordningen; i en annan tagg kallas "
    "det något annat.",
)
TAG_FIX = Fix(
    Text(
        "Make the PDF again with a program that tags comments and other additions, or put the tags right in Acrobat.",
        "Gör om pdf:en med ett program som taggar kommentarer och andra tillägg, eller rätta taggarna i Acrobat.",
    ),
    acrobat=Text(
        "Open the Tags panel, let it find unmarked annotations, and put each one in a tag of type Annot.",
        "Öppna panelen Taggar, låt den söka omarkerade anteckningar och lägg var och en i en tagg av typen Annot.",
    ),
)
UNSEEN_WHY = Text(
    "Someone who listens hears something that nobody else sees, and searches for it in vain.",
    "Den som lyssnar hör något som ingen annan ser och letar efter det förgäves.",
)
UNSEEN_FIX = Fix(
    Text(
        "Remove it if it is not needed, or take it out of the tags.",
        "Ta bort det om det inte behövs, eller ta det ur taggarna.",
    ),
    acrobat=Text(
        "Open the Tags panel, find it, and change its tag to an artifact.",
        "Öppna panelen Taggar, leta upp det och ändra taggen till artefakt.",
    ),
)
DESCRIPTION_WHY = Text(
    "Someone who listens hears that something is there, but not what it is.",
    "Den som lyssnar hör att något finns där, men inte vad det är.",
)
DESCRIPTION_FIX = Fix(
    Text(
        "Write in its description what it shows or is for.",
        "Skriv i dess beskrivning vad det visar eller är till för.",
    ),
    acrobat=Text(
        "Open the comment or the properties of the object, and write in the text or description there.",
        "Öppna kommentaren eller objektets egenskaper och skriv i texten eller beskrivningen där.",
    ),
)
MEDIA_FIX = Fix(
    Text(
        "Remove it, and make the PDF again; put sound and film beside the document, with a link.",
        "Ta bort det och gör om pdf:en; lägg ljud och film bredvid dokumentet, med en länk.",
    ),
)


PLAIN = Particulars()


def all_of(*subtypes: str) -> Callable[[Pdf], list[Annotation]]:
    """The annotations of these subtypes; all, if none is named."""
    return lambda pdf: [each for each in pdf.annotations if not subtypes or each.subtype in subtypes]


def about(
    test: str,
    each: Callable[[Pdf], list[Annotation]],
    title: Text,
    messages: dict[str, Text],
    why: Text,
    fix: Fix,
) -> Callable[[Callable[[Annotation], Outcome]], Rule]:
    """Make a rule that is put to annotations and meets clause 8.9.``test``."""
    return rule(
        document=Pdf,
        each=each,
        meets=(f"PDF/UA-2 8.9.{test}",),
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=fix,
        messages=messages,
    )


def unseen(test: str, subtypes: tuple[str, ...], title: Text, message: Text) -> Callable[..., Rule]:
    """Make a rule about what is not to be in the tags."""
    return about(test, all_of(*subtypes), title, {"tagged": message}, UNSEEN_WHY, UNSEEN_FIX)


def described(test: str, subtype: str, title: Text, message: Text) -> Callable[..., Rule]:
    """Make a rule about what is to have a description."""
    return about(test, all_of(subtype), title, {"missing": message}, DESCRIPTION_WHY, DESCRIPTION_FIX)


def banned(test: str, title: Text, why: Text, message: Text, fix: Fix = MEDIA_FIX) -> Callable[..., Rule]:
    """Make a rule about what is not to be there at all; it is put to every annotation."""
    return about(test, all_of(), title, {"there": message}, why, fix)


def out_of_tags(annotation: Annotation) -> Outcome:
    return passed() if annotation.is_artifact else failed("tagged")


def has_contents(annotation: Annotation) -> Outcome:
    return failed("missing") if annotation.contents is None else passed()


def is_none(annotation: Annotation, subtype: str) -> Outcome:
    return failed("there") if annotation.subtype == subtype else passed()


def in_annot(annotation: Annotation) -> Outcome:
    if annotation.element is None:
        return failed("untagged")
    found = annotation.element
    return passed() if found.standard == "Annot" else failed("other-tag", found=found.type)


def without_space(words: str) -> str:
    """Words without what only lays them out: a comment has line breaks where its rich text has paragraphs."""
    return "".join(words.split())


@unseen(
    "2.2-1",
    (),
    Text("What is not shown is not tagged", "Det som inte visas är inte taggat"),
    Text(
        "It is not shown where the program does not know its kind (Invisible), but stands in the tags.",
        "Det visas inte där programmet inte känner till slaget (Invisible), men finns bland taggarna.",
    ),
)
def invisible_annotation_untagged(annotation: Annotation) -> Outcome:
    """If its Invisible flag is set, it is no content."""
    return out_of_tags(annotation) if annotation.particulars.flags & INVISIBLE else passed()


@unseen(
    "2.2-2",
    (),
    Text("What is never on the screen is not tagged", "Det som aldrig visas på skärmen är inte taggat"),
    Text(
        "It is not shown on the screen (NoView), but stands in the tags.",
        "Det visas inte på skärmen (NoView), men finns bland taggarna.",
    ),
)
def unviewed_annotation_untagged(annotation: Annotation) -> Outcome:
    """If its NoView flag is set and ToggleNoView is not, it is no content."""
    hidden = annotation.particulars.flags & (NO_VIEW | TOGGLE_NO_VIEW) == NO_VIEW
    return out_of_tags(annotation) if hidden else passed()


@about(
    "2.3-1",
    all_of(*MARKUP),
    Text("Comments are tagged as additions", "Kommentarer är taggade som tillägg"),
    {
        "untagged": Text("The comment is not in the tags.", "Kommentaren finns inte bland taggarna."),
        "other-tag": Text(
            "The comment is in the tag {found}, and not in Annot.",
            "Kommentaren står i taggen {found} och inte i Annot.",
        ),
    },
    TAG_WHY,
    TAG_FIX,
)
def comment_in_annot(annotation: Annotation) -> Outcome:
    """Its tag is Annot."""
    return in_annot(annotation)


@about(
    "2.3-2",
    all_of(*MARKUP),
    Text(
        "Comments say the same with and without formatting",
        "Kommentarer säger samma sak med och utan formatering",
    ),
    {
        "differs": Text(
            "The comment says “{rich}” with formatting (RC) and “{plain}” without (Contents).",
            "Kommentaren säger ”{rich}” med formatering (RC) och ”{plain}” utan (Contents).",
        )
    },
    Text(
        "Some programs show the one text and screen readers read out the other; people get to know different things.",
        "En del program visar den ena texten och skärmläsare läser upp den andra; människor får veta olika saker.",
    ),
    Fix(
        Text(
            "Write the comment anew, and save with a program that writes both texts.",
            "Skriv kommentaren på nytt och spara med ett program som skriver båda texterna.",
        ),
    ),
)
def comment_same_in_rich_text(annotation: Annotation) -> Outcome:
    """The words of RC and Contents are the same, spaces and line breaks left out, where both are there."""
    rich, plain = annotation.particulars.rich_contents, annotation.contents
    if rich is None or plain is None or without_space(rich) == without_space(plain):
        return passed()
    return failed("differs", rich=rich, plain=plain)


@about(
    "2.4.7-1",
    all_of("Stamp"),
    Text("Stamps are described", "Stämplar har en beskrivning"),
    {
        "missing": Text(
            "The stamp has neither a name nor a description.", "Stämpeln har varken namn eller beskrivning."
        )
    },
    DESCRIPTION_WHY,
    DESCRIPTION_FIX,
)
def stamp_described(annotation: Annotation) -> Outcome:
    """It has a Name or Contents."""
    return passed() if annotation.particulars.icon else has_contents(annotation)


@described(
    "2.4.8-1",
    "Ink",
    Text("Freehand drawings are described", "Frihandsritningar har en beskrivning"),
    Text("The freehand drawing (Ink) has no description.", "Frihandsritningen (Ink) saknar beskrivning."),
)
def ink_described(annotation: Annotation) -> Outcome:
    """It has Contents."""
    return has_contents(annotation)


@about(
    "2.4.9-1",
    all_of("Popup"),
    Text("Windows of comments are not tagged", "Kommentarers fönster är inte taggade"),
    {
        "tagged": Text(
            "The window of a comment (Popup) stands in the tags.",
            "Fönstret till en kommentar (Popup) finns bland taggarna.",
        )
    },
    UNSEEN_WHY,
    UNSEEN_FIX,
)
def popup_untagged(annotation: Annotation) -> Outcome:
    """No tag holds it."""
    return passed() if annotation.element is None else failed("tagged")


@about(
    "2.4.10-1",
    all_of("FileAttachment"),
    Text("Attached files say what they are for", "Bifogade filer säger vad de är till för"),
    {
        "unsaid": Text(
            "The file attached here does not say how it belongs to the document (AFRelationship).",
            "Filen som är bifogad här säger inte hur den hör till dokumentet (AFRelationship).",
        )
    },
    Text(
        "Someone who listens cannot tell whether the file is the source, data, an alternative or something else.",
        "Den som lyssnar kan inte avgöra om filen är källan, data, ett alternativ eller något annat.",
    ),
    Fix(
        Text(
            "Attach the file again in a program that writes what it is for, such as data, source or alternative.",
            "Bifoga filen igen i ett program som skriver vad den är till för, till exempel data, källa eller "
            "alternativ.",
        ),
    ),
)
def attachment_relationship(annotation: Annotation) -> Outcome:
    """If it has a file, that says its AFRelationship."""
    particulars = annotation.particulars
    return failed("unsaid") if particulars.has_file and not particulars.relationship else passed()


@banned(
    "2.4.11-1",
    Text("No sounds are built in the old way", "Inga ljud är inbyggda på det gamla sättet"),
    Text(
        "Programs no longer play such sounds, and none of them can be given a text.",
        "Program spelar inte längre upp sådana ljud, och inget av dem kan få en text.",
    ),
    Text("There is a sound of the old kind (Sound).", "Det finns ett ljud av det gamla slaget (Sound)."),
)
def no_sound(annotation: Annotation) -> Outcome:
    """It is no Sound annotation."""
    return is_none(annotation, "Sound")


@banned(
    "2.4.11-2",
    Text("No films are built in the old way", "Inga filmer är inbyggda på det gamla sättet"),
    Text(
        "Programs no longer play such films, and none of them can have captions.",
        "Program spelar inte längre upp sådana filmer, och ingen av dem kan få undertexter.",
    ),
    Text("There is a film of the old kind (Movie).", "Det finns en film av det gamla slaget (Movie)."),
)
def no_movie(annotation: Annotation) -> Outcome:
    """It is no Movie annotation."""
    return is_none(annotation, "Movie")


@described(
    "2.4.12-1",
    "Screen",
    Text("Places where media play are described", "Platser där media spelas har en beskrivning"),
    Text(
        "The place where media play (Screen) has no description.",
        "Platsen där media spelas (Screen) saknar beskrivning.",
    ),
)
def screen_described(annotation: Annotation) -> Outcome:
    """It has Contents."""
    return has_contents(annotation)


@unseen(
    "2.4.13-1",
    ("Widget",),
    Text("Form fields without size are not tagged", "Formulärfält utan storlek är inte taggade"),
    Text(
        "The form field has neither width nor height, but stands in the tags.",
        "Formulärfältet har varken bredd eller höjd, men finns bland taggarna.",
    ),
)
def empty_field_untagged(annotation: Annotation) -> Outcome:
    """If it has neither width nor height, it is no content."""
    box = annotation.box
    is_empty = box is not None and box.left == box.right and box.top == box.bottom
    return out_of_tags(annotation) if is_empty else passed()


@unseen(
    "2.4.14-1",
    ("PrinterMark",),
    Text("Marks for the printer are not tagged", "Märken för tryckeriet är inte taggade"),
    Text(
        "The mark for the printer (PrinterMark) stands in the tags.",
        "Märket för tryckeriet (PrinterMark) finns bland taggarna.",
    ),
)
def printer_mark_untagged(annotation: Annotation) -> Outcome:
    """It is no content."""
    return out_of_tags(annotation)


@banned(
    "2.4.15-1",
    Text("There is nothing for the printing press", "Det finns inget för tryckpressen"),
    Text(
        "It only serves to overlay colours in print, and was taken out of PDF; programs may stumble over it.",
        "Det är bara till för överlappande färger i tryck och har tagits bort ur pdf; program kan snubbla på det.",
    ),
    Text("There is a trap network (TrapNet).", "Det finns ett nät för färgöverlappning (TrapNet)."),
    Fix(
        Text(
            "Make the PDF again without trapping for print.",
            "Gör om pdf:en utan färgöverlappning för tryck (trapping).",
        ),
    ),
)
def no_trap_network(annotation: Annotation) -> Outcome:
    """It is no TrapNet annotation."""
    return is_none(annotation, "TrapNet")


@about(
    "2.4.16-1",
    all_of("Watermark"),
    Text(
        "Watermarks that are content are tagged as additions",
        "Vattenstämplar som är innehåll är taggade som tillägg",
    ),
    {
        "other-tag": Text(
            "The watermark is in the tag {found}, and not in Annot.",
            "Vattenstämpeln står i taggen {found} och inte i Annot.",
        )
    },
    TAG_WHY,
    TAG_FIX,
)
def watermark_in_annot(annotation: Annotation) -> Outcome:
    """Its tag is Annot, unless it is no content."""
    return passed() if annotation.is_artifact else in_annot(annotation)


@described(
    "2.4.19-1",
    "3D",
    Text("Models in three dimensions are described", "Tredimensionella modeller har en beskrivning"),
    Text(
        "The three-dimensional model (3D) has no description.",
        "Den tredimensionella modellen (3D) saknar beskrivning.",
    ),
)
def model_described(annotation: Annotation) -> Outcome:
    """It has Contents."""
    return has_contents(annotation)


@described(
    "2.4.19-2",
    "RichMedia",
    Text("Media are described", "Media har en beskrivning"),
    Text(
        "The film, sound or model (RichMedia) has no description.",
        "Filmen, ljudet eller modellen (RichMedia) saknar beskrivning.",
    ),
)
def media_described(annotation: Annotation) -> Outcome:
    """It has Contents."""
    return has_contents(annotation)


@about(
    "4.2-1",
    all_of(),
    Text("Descriptions in two places say the same", "Beskrivningar på två ställen säger samma sak"),
    {
        "differs": Text(
            "It is described as “{contents}”, but the tag around it as “{alt}”.",
            "Det beskrivs som ”{contents}”, men taggen runt det som ”{alt}”.",
        )
    },
    Text(
        "Some screen readers read out the one description and others the other; people get to know different things.",
        "En del skärmläsare läser upp den ena beskrivningen och andra den andra; människor får veta olika saker.",
    ),
    Fix(
        Text(
            "Write the same words in both descriptions, or remove the one on the tag.",
            "Skriv samma ord i båda beskrivningarna, eller ta bort den på taggen.",
        ),
        acrobat=Text(
            "Open the Tags panel, open the properties of the tag, and change its alternative text.",
            "Öppna panelen Taggar, öppna taggens egenskaper och ändra dess alternativtext.",
        ),
    ),
)
def descriptions_agree(annotation: Annotation) -> Outcome:
    """Its Contents and the Alt of its tag are the same, where both are there."""
    alt = annotation.element.alt if annotation.element else None
    if annotation.contents is None or alt is None or annotation.contents == alt:
        return passed()
    return failed("differs", contents=annotation.contents, alt=alt)


@rule(
    document=Pdf,
    each=lambda pdf: [page for page in pdf.pages if page.annotations],
    meets=("PDF/UA-2 8.9.3.3-1",),
    title=Text("The tab key has an order to follow", "Tabbtangenten har en ordning att följa"),
    why=Text(
        "Someone who moves with the keyboard jumps between links and fields in an order that the program guesses.",
        "Den som rör sig med tangentbordet hoppar mellan länkar och fält i en ordning som programmet gissar.",
    ),
    who=(People.KEYBOARD, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Set the tab order of the page to that of the tags.",
            "Ställ in sidans tabbordning efter taggarna.",
        ),
        acrobat=Text(
            "Open the page's properties in the Page Thumbnails panel, and choose Use Document Structure for the tab "
            "order.",
            "Öppna sidans egenskaper i panelen med sidminiatyrer och välj att tabbordningen följer dokumentets "
            "struktur.",
        ),
    ),
    messages={
        "other": Text(
            "The page has links, fields or comments, but its tab order (Tabs) is not that of the tags, of the "
            "annotations or of the fields (S, A, W).",
            "Sidan har länkar, fält eller kommentarer, men tabbordningen (Tabs) är inte taggarnas, anteckningarnas "
            "eller fältens (S, A, W).",
        )
    },
)
def page_tab_order(page: Page) -> Outcome:
    """Its tab order is A, W or S."""
    return passed() if page.tabs in ("A", "W", "S") else failed("other")


def examples() -> dict[str, dict[str, Pdf]]:
    annot = Element("Annot")
    in_artifact = Element("P")
    Element("Artifact", namespace="http://iso.org/pdf2/ssn", kids=[in_artifact])

    def pdf(
        subtype: str,
        element: Element | None = None,
        contents: str | None = None,
        box: Box | None = None,
        said: Particulars = PLAIN,
    ) -> Pdf:
        found = Annotation(1, subtype, box=box, contents=contents, element=element, particulars=said)
        return Pdf(pages=(Page(1, annotations=(found,)),))

    none = {"inapplicable": Pdf(pages=(Page(1),))}
    other = {"inapplicable": pdf("Link")}

    def description(subtype: str) -> dict[str, Pdf]:
        return {
            "failed missing": pdf(subtype),
            "passed": pdf(subtype, contents="Karta över lokalen"),
            **other,
        }

    def absence(subtype: str) -> dict[str, Pdf]:
        return {"failed there": pdf(subtype), "passed": pdf("Text"), **none}

    return {
        "invisible_annotation_untagged": {
            "failed tagged": pdf("Text", annot, said=Particulars(flags=INVISIBLE)),
            "passed": pdf("Text", annot, said=Particulars(flags=4)),
            "passed, outside the tags": pdf("Text", said=Particulars(flags=INVISIBLE)),
            "passed, an artifact": pdf("Text", in_artifact, said=Particulars(flags=INVISIBLE)),
            **none,
        },
        "unviewed_annotation_untagged": {
            "failed tagged": pdf("Text", annot, said=Particulars(flags=NO_VIEW)),
            "passed": pdf("Text", annot),
            "passed, shown at times": pdf("Text", annot, said=Particulars(flags=NO_VIEW | TOGGLE_NO_VIEW)),
            "passed, outside the tags": pdf("Text", said=Particulars(flags=NO_VIEW)),
            **none,
        },
        "comment_in_annot": {
            "failed untagged": pdf("Text"),
            "failed other-tag": pdf("Highlight", Element("P")),
            "passed": pdf("Text", annot),
            **other,
        },
        "comment_same_in_rich_text": {
            "failed differs": pdf("FreeText", contents="Kl. 18", said=Particulars(rich_contents="Kl. 19")),
            "passed": pdf(
                "FreeText", contents="Kl. 18\rRum 2", said=Particulars(rich_contents="Kl. 18Rum 2")
            ),
            "passed, only one": pdf("FreeText", contents="Kl. 18"),
            **other,
        },
        "stamp_described": {
            "failed missing": pdf("Stamp"),
            "passed": pdf("Stamp", said=Particulars(icon="Approved")),
            "passed, a description": pdf("Stamp", contents="Justerat"),
            **other,
        },
        "ink_described": description("Ink"),
        "popup_untagged": {"failed tagged": pdf("Popup", annot), "passed": pdf("Popup"), **other},
        "attachment_relationship": {
            "failed unsaid": pdf("FileAttachment", said=Particulars(has_file=True)),
            "passed": pdf("FileAttachment", said=Particulars(has_file=True, relationship="Data")),
            "passed, no file": pdf("FileAttachment"),
            **other,
        },
        "no_sound": absence("Sound"),
        "no_movie": absence("Movie"),
        "screen_described": description("Screen"),
        "empty_field_untagged": {
            "failed tagged": pdf("Widget", Element("Form"), box=Box(1, 0, 0, 0, 0)),
            "passed": pdf("Widget", Element("Form"), box=Box(1, 0, 0, 90, 12)),
            "passed, a line": pdf("Widget", Element("Form"), box=Box(1, 0, 0, 90, 0)),
            "passed, outside the tags": pdf("Widget", box=Box(1, 0, 0, 0, 0)),
            **other,
        },
        "printer_mark_untagged": {
            "failed tagged": pdf("PrinterMark", annot),
            "passed": pdf("PrinterMark"),
            **other,
        },
        "no_trap_network": absence("TrapNet"),
        "watermark_in_annot": {
            "failed other-tag": pdf("Watermark", Element("P")),
            "passed": pdf("Watermark", annot),
            "passed, outside the tags": pdf("Watermark"),
            **other,
        },
        "model_described": description("3D"),
        "media_described": description("RichMedia"),
        "descriptions_agree": {
            "failed differs": pdf("Link", Element("Link", alt="Till dagordningen"), contents="Dagordning"),
            "passed": pdf("Link", Element("Link", alt="Dagordning"), contents="Dagordning"),
            "passed, only one": pdf("Link", Element("Link"), contents="Dagordning"),
            **none,
        },
        "page_tab_order": {
            "failed other": Pdf(pages=(Page(1, annotations=(Annotation(1, "Link"),)),)),
            "failed other, by rows": Pdf(pages=(Page(1, tabs="R", annotations=(Annotation(1, "Link"),)),)),
            "passed": Pdf(pages=(Page(1, tabs="S", annotations=(Annotation(1, "Link"),)),)),
            "passed, by annotations": Pdf(pages=(Page(1, tabs="A", annotations=(Annotation(1, "Link"),)),)),
            **none,
        },
    }
