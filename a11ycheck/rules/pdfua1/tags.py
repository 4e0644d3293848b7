"""The file is tagged, with tags whose meaning is known (PDF/UA-1 6.2 and 7.1, ISO 32000-1 14.7 and 14.8).

What a tag of unknown meaning hides cannot be told from the file, so these rules meet no clause of WCAG. That a document
has no tags at all is for pdf-tagged to say there.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule, steps
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.tree_model import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WHY_TAGGED = Text(
    "A screen reader that does not take the file for a tagged one passes the tags over and guesses the "
    "reading order.",
    "En skärmläsare som inte uppfattar filen som taggad går förbi taggarna och gissar läsordningen.",
)
FIX_TAGGED = Fix(
    Text(
        "Make the PDF again from the document it came from, as a tagged PDF.",
        "Gör om pdf:en från dokumentet den kommer från, som taggad pdf.",
    ),
    word=steps.TAGS_IN_OFFICE,
    powerpoint=steps.TAGS_IN_OFFICE,
    libreoffice=steps.EXPORT_AS_UA_IN_LIBREOFFICE,
    indesign=steps.TAGS_IN_INDESIGN,
    acrobat=Text(
        "Open the Tags panel's menu and mark the document as a tagged PDF once you have checked its tags.",
        "Öppna menyn i panelen Taggar och markera dokumentet som taggad pdf när du har kontrollerat "
        "taggarna.",
    ),
)
WHY_KNOWN = Text(
    "A screen reader knows what to do with the standard's own tags only; headings, lists and tables with "
    "any other tag become plain text.",
    "En skärmläsare vet bara vad den ska göra med standardens egna taggar; rubriker, listor och tabeller "
    "med någon annan tagg blir vanlig text.",
)
FIX_KNOWN = Fix(
    Text(
        "Use the standard's own tags, or say in the file's role map which of them each other tag stands for.",
        "Använd standardens egna taggar, eller ange i filens rollmappning vilken av dem varje annan tagg "
        "står för.",
    ),
    indesign=steps.STYLE_TAG_IN_INDESIGN,
    acrobat=steps.ROLE_MAP_IN_ACROBAT,
)
WHY_PARENT = Text(
    "A program that goes upwards through the tags, to tell which list or table a text belongs to, comes to "
    "a dead end.",
    "Ett program som går uppåt genom taggarna, för att säga vilken lista eller tabell en text hör till, tar "
    "sig inte vidare.",
)
FIX_PARENT = Fix(
    Text(
        "Make the PDF again, with another program if the fault comes back: only the program that writes the "
        "file can mend it.",
        "Gör om pdf:en, med ett annat program om felet kommer tillbaka: bara programmet som skriver filen "
        "kan rätta det.",
    ),
)


def first_of_each(pdf: Pdf, *facts: str) -> Iterable[Element]:
    """The first element with each combination of ``facts``: what holds for one holds for all like it."""
    read = attrgetter(*facts)
    first: dict[object, Element] = {}
    for element in pdf.elements:
        first.setdefault(read(element), element)
    return first.values()


def about_file(
    clause: str, title: Text, messages: dict[str, Text], *also: str
) -> Callable[[Callable[[Pdf], Outcome]], Rule]:
    """Make a rule that is put to the document once."""
    return rule(
        document=Pdf,
        each=Pdf.itself,
        meets=(f"PDF/UA-1 {clause}", *also),
        title=title,
        why=WHY_TAGGED,
        who=(People.SCREEN_READER,),
        fix=FIX_TAGGED,
        messages=messages,
    )


def about_tag(
    clause: str, title: Text, messages: dict[str, Text], *also: str
) -> Callable[[Callable[[Element], Outcome]], Rule]:
    """Make a rule that is put to one element of each tag."""
    return rule(
        document=Pdf,
        each=lambda pdf: first_of_each(pdf, "tag", "type", "role_map_loop", "remaps_standard"),
        meets=(f"PDF/UA-1 {clause}", *also),
        title=title,
        why=WHY_KNOWN,
        who=(People.SCREEN_READER,),
        fix=FIX_KNOWN,
        messages=messages,
    )


@about_file(
    "6.2-1",
    Text("The file says that it is tagged", "Filen säger att den är taggad"),
    {
        "unsaid": Text(
            "The file does not say that it is tagged (Marked).",
            "Filen säger inte att den är taggad (Marked).",
        )
    },
    "PDF/UA-2 6.2-1",
)
def marked_as_tagged(pdf: Pdf) -> Outcome:
    """Marked is true in the catalog's MarkInfo."""
    return passed() if pdf.catalog.marked else failed("unsaid")


@about_file(
    "7.1-4",
    Text("The tags are not in doubt", "Taggarna är inte ifrågasatta"),
    {
        "suspect": Text(
            "The file says that its tags may be wrong (Suspects).",
            "Filen säger att taggarna kan vara fel (Suspects).",
        )
    },
)
def tags_not_suspect(pdf: Pdf) -> Outcome:
    """Suspects is not true in the catalog's MarkInfo."""
    return failed("suspect") if pdf.catalog.suspects else passed()


@about_file(
    "7.1-11",
    Text("The file has a structure tree", "Filen har ett strukturträd"),
    {
        "missing": Text(
            "The file has no structure tree, where the tags stand (StructTreeRoot).",
            "Filen saknar strukturträd, där taggarna står (StructTreeRoot).",
        )
    },
    "PDF/UA-2 8.2.1-1",
)
def structure_tree_present(pdf: Pdf) -> Outcome:
    """The catalog has a StructTreeRoot."""
    return passed() if pdf.catalog.has_structure else failed("missing")


@about_tag(
    "7.1-5",
    Text("Every tag stands for one of the standard's own", "Varje tagg står för en av standardens egna"),
    {
        "unknown": Text(
            "The tag {tag} is none of the standard's own and does not say which of them it stands for.",
            "Taggen {tag} är ingen av standardens egna och säger inte vilken av dem den står för.",
        )
    },
)
def tag_known(element: Element) -> Outcome:
    """The role map leads to a standard type; a circle and a standard tag that is remapped are other faults."""
    known = element.is_standard or element.role_map_loop or element.remaps_standard
    return passed() if known else failed("unknown", tag=element.tag)


@about_tag(
    "7.1-6",
    Text("No tag leads back to itself", "Ingen tagg leder tillbaka till sig själv"),
    {
        "circle": Text(
            "The role map leads from the tag {tag} round in a circle.",
            "Rollmappningen leder runt i en cirkel från taggen {tag}.",
        )
    },
    "PDF/UA-2 8.2.4-2",
)
def tag_not_in_circle(element: Element) -> Outcome:
    """The role map has no loop from this tag."""
    return failed("circle", tag=element.tag) if element.role_map_loop else passed()


@about_tag(
    "7.1-7",
    Text("The standard's own tags keep their meaning", "Standardens egna taggar behåller sin betydelse"),
    {
        "remapped": Text(
            "The role map gives the standard's own tag {tag} another meaning.",
            "Rollmappningen ger standardens egen tagg {tag} en annan betydelse.",
        )
    },
)
def standard_tag_kept(element: Element) -> Outcome:
    """The role map does not lead away from a standard type."""
    return failed("remapped", tag=element.tag) if element.remaps_standard else passed()


@rule(
    document=Pdf,
    each=lambda pdf: first_of_each(pdf, "tag", "has_parent_pointer"),
    meets=("PDF/UA-1 7.1-12", "PDF/UA-2 8.2.1-2"),
    title=Text("Every tag says which tag it stands in", "Varje tagg säger vilken tagg den står i"),
    why=WHY_PARENT,
    who=(People.SCREEN_READER,),
    fix=FIX_PARENT,
    messages={
        "missing": Text(
            "The tag {tag} does not say which tag it stands in (P).",
            "Taggen {tag} säger inte vilken tagg den står i (P).",
        )
    },
)
def tag_has_parent(element: Element) -> Outcome:
    """It has its parent pointer."""
    return passed() if element.has_parent_pointer else failed("missing", tag=element.tag)


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(*roots: Element) -> Pdf:
        return Pdf(roots=roots)

    good = {"passed": pdf(Element("Document", kids=[Element("P")])), "inapplicable, no tags": Pdf()}
    return {
        "marked_as_tagged": {
            "failed unsaid": Pdf(Catalog(has_structure=True)),
            "passed": Pdf(Catalog(marked=True)),
        },
        "tags_not_suspect": {"failed suspect": Pdf(Catalog(suspects=True)), "passed": Pdf()},
        "structure_tree_present": {
            "failed missing": Pdf(Catalog(marked=True)),
            "passed": Pdf(Catalog(has_structure=True)),
        },
        "tag_known": {
            "failed unknown": pdf(Element("Brödtext")),
            "failed unknown, mapped to another unknown one": pdf(Element("Brödtext", "p")),
            "failed unknown, a tag of PDF 2.0": pdf(Element("Strong")),
            "passed, mapped": pdf(Element("Brödtext", "P")),
            "passed, a circle": pdf(Element("Brödtext", role_map_loop=True)),
            "passed, a standard tag led away": pdf(Element("Document", "Book", remaps_standard=True)),
            **good,
        },
        "tag_not_in_circle": {
            "failed circle": pdf(Element("Brödtext", role_map_loop=True)),
            "failed circle, a standard tag": pdf(Element("LI", role_map_loop=True)),
            **good,
        },
        "standard_tag_kept": {
            "failed remapped": pdf(Element("Document", "Book", remaps_standard=True)),
            "passed, mapped": pdf(Element("Brödtext", "P")),
            **good,
        },
        "tag_has_parent": {"failed missing": pdf(Element("P", has_parent_pointer=False)), **good},
    }
