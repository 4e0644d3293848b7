"""Lists are built as lists (axe-core's rules on lists)."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text
from a11ycheck.documents.page.axe_results import AxeTarget
from a11ycheck.documents.page.model import Page
from a11ycheck.rules.axe_verdicts import about, judged, pages

MAKE_AGAIN = Text(
    "Select the items in the web editor and make them a list again with the button for lists. If a template makes the "
    "list, ask whoever builds the site.",
    "Markera punkterna i webbredigeraren och gör dem till en lista igen med knappen för listor. Är det en mall som gör "
    "listan, be den som bygger webbplatsen.",
)
LIST_FIX = Fix(
    MAKE_AGAIN,
    web=Text(
        "Let <ul> and <ol> hold only <li>, each with its content inside it.",
        "Låt <ul> och <ol> bara innehålla <li>, vart och ett med sitt innehåll inuti.",
    ),
)
PAIRS_FIX = Fix(
    MAKE_AGAIN,
    web=Text(
        "Let <dl> hold <dt> for each word and after it <dd> for what is said about it.",
        "Låt <dl> innehålla <dt> för varje ord och efter det <dd> för det som sägs om det.",
    ),
)

about_list = partial(
    about,
    why=Text(
        "Someone who listens hears how many items a list has and where it ends; when it is built wrongly, that goes "
        "missing or comes out wrong.",
        "Den som lyssnar får höra hur många punkter en lista har och var den slutar; är den fel byggd försvinner det "
        "eller blir fel.",
    ),
    who=(People.SCREEN_READER,),
)


@about_list(
    "list",
    "WCAG 1.3.1",
    title=Text("Lists hold only list items", "Listor innehåller bara listpunkter"),
    fix=LIST_FIX,
    messages={
        "stranger": Text(
            "The list holds something that is no list item: {values}.",
            "Listan innehåller något som inte är en listpunkt: {values}.",
        ),
    },
)
def list(target: AxeTarget) -> Outcome:
    """A list's children are items."""
    return judged(target, "stranger", "values")


@about_list(
    "listitem",
    "WCAG 1.3.1",
    title=Text("List items stand in a list", "Listpunkter står i en lista"),
    fix=LIST_FIX,
    messages={
        "stray": Text("The list item does not stand in a list.", "Listpunkten står inte i någon lista."),
        "list-is-none": Text(
            "The list item stands in something that has been given another role than list.",
            "Listpunkten står i något som har fått en annan roll än lista.",
        ),
    },
)
def listitem(item: AxeTarget) -> Outcome:
    """An item stands in a list."""
    return judged(item, "list-is-none" if item.text("messageKey") == "roleNotValid" else "stray")


@about_list(
    "definition-list",
    "WCAG 1.3.1",
    title=Text("Lists of terms are built in pairs", "Ordlistor är byggda i par"),
    fix=PAIRS_FIX,
    messages={
        "stranger": Text(
            "The list of terms holds something else than terms and what is said about them.",
            "Ordlistan innehåller något annat än ord och det som sägs om dem.",
        ),
        "unpaired": Text(
            "The list of terms has a term that nothing is said about, or the other way round.",
            "Ordlistan har ett ord som inget sägs om, eller tvärtom.",
        ),
    },
)
def definition_list(target: AxeTarget) -> Outcome:
    """A list of terms holds terms, each with what is said about it."""
    return judged(target, "stranger", structured_dlitems="unpaired")


@about_list(
    "dlitem",
    "WCAG 1.3.1",
    title=Text("Terms stand in a list of terms", "Ord att förklara står i en ordlista"),
    fix=PAIRS_FIX,
    messages={
        "stray": Text(
            "The term, or what is said about it, does not stand in a list of terms (dl).",
            "Ordet, eller det som sägs om det, står inte i en ordlista (dl).",
        ),
    },
)
def dlitem(item: AxeTarget) -> Outcome:
    """A term or description stands in a list of terms."""
    return judged(item, "stray")


def examples() -> dict[str, dict[str, Page]]:
    return {
        "list": pages(
            "list", {"failed stranger": AxeTarget(checks=("only-listitems",), data={"values": "div"})}
        ),
        "listitem": pages(
            "listitem",
            {
                "failed stray": AxeTarget(checks=("listitem",)),
                "failed list-is-none": AxeTarget(checks=("listitem",), data={"messageKey": "roleNotValid"}),
            },
        ),
        "definition_list": pages(
            "definition-list",
            {
                "failed stranger": AxeTarget(checks=("only-dlitems",)),
                "failed unpaired": AxeTarget(checks=("structured-dlitems",)),
            },
        ),
        "dlitem": pages("dlitem", {"failed stray": AxeTarget(checks=("dlitem",))}),
    }
