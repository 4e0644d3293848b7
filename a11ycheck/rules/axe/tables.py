"""Tables say what their cells belong to (axe-core's rules on tables)."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed
from a11ycheck.documents.page.axe_results import AxeTarget
from a11ycheck.documents.page.model import Page
from a11ycheck.rules.axe_verdicts import about, judged, page_with, pages

WHY = Text(
    "Someone who listens hears one cell at a time; without header cells that fit they cannot know what a value stands "
    "for.",
    "Den som lyssnar hör en cell i taget; utan rubrikceller som stämmer går det inte att veta vad ett värde står för.",
)
WHO = (People.SCREEN_READER,)
MARK_HEADERS = Text(
    "Open the table's settings in the web editor and mark the row or column that names the others as headers. If it is "
    "no table, write it as text or a list.",
    "Öppna tabellens inställningar i webbredigeraren och markera raden eller kolumnen som namnger de andra som "
    "rubriker. Är det ingen tabell, skriv den som text eller lista.",
)
CAPTION = Fix(
    Text(
        "Write the table's name in the editor's field for table caption, and take away the row that holds it.",
        "Skriv tabellens namn i redigerarens fält för tabellrubrik och ta bort raden där det står.",
    ),
    web=Text(
        "Put it in <caption>, first in the <table>, instead of in a cell across the whole first row.",
        "Lägg det i <caption>, först i <table>, i stället för i en cell över hela första raden.",
    ),
)

about_table = partial(about, why=WHY, who=WHO)


@about_table(
    "td-headers-attr",
    "WCAG 1.3.1",
    "ACT a25f45",
    title=Text("Cells point to headers that exist", "Celler pekar på rubriker som finns"),
    fix=Fix(
        MARK_HEADERS,
        web=Text(
            "Let the attribute headers hold only ids of <th> in the same table, or take it away and use scope on the "
            "headers.",
            "Låt attributet headers bara innehålla id för <th> i samma tabell, eller ta bort det och använd scope på "
            "rubrikerna.",
        ),
    ),
    messages={
        "not-there": Text(
            "A cell says that its header is one that is not in the table.",
            "En cell säger att dess rubrik är en som inte finns i tabellen.",
        ),
        "itself": Text("A cell says that it is its own header.", "En cell säger att den är sin egen rubrik."),
        "no-header": Text(
            "A cell says that its header is a cell that is no header cell.",
            "En cell säger att dess rubrik är en cell som inte är någon rubrikcell.",
        ),
    },
)
def td_headers_attr(table: AxeTarget) -> Outcome:
    """The headers attribute of a cell names header cells of the same table."""
    keys = {"header-refs-self": "itself", "cell-header-not-th": "no-header"}
    return judged(table, keys.get(table.text("messageKey"), "not-there"))


@about_table(
    "empty-table-header",
    title=Text("Header cells are not empty", "Rubrikceller är inte tomma"),
    fix=Fix(
        Text(
            "Write in the header cell what its row or column holds. The empty corner of a table is to be an ordinary "
            "cell.",
            "Skriv i rubrikcellen vad dess rad eller kolumn innehåller. Tabellens tomma hörn ska vara en vanlig cell.",
        ),
        web=Text("Write text in the <th>, or make it a <td>.", "Skriv text i <th>, eller gör den till <td>."),
    ),
    messages={"empty": Text("The table has an empty header cell.", "Tabellen har en tom rubrikcell.")},
)
def empty_table_header(header: AxeTarget) -> Outcome:
    """A header cell has text."""
    return judged(header, "empty")


@about_table(
    "scope-attr-valid",
    title=Text("Header cells say rightly what they head", "Rubrikceller säger rätt vad de är rubrik för"),
    fix=Fix(
        MARK_HEADERS,
        web=Text(
            "Use scope only on <th>, and only with row, col, rowgroup or colgroup.",
            "Använd scope bara på <th>, och bara med row, col, rowgroup eller colgroup.",
        ),
    ),
    messages={
        "unknown-value": Text(
            "The attribute scope has a value that means nothing.",
            "Attributet scope har ett värde som inte betyder något.",
        ),
        "not-header": Text(
            "The attribute scope stands on a cell that is no header cell.",
            "Attributet scope står på en cell som inte är någon rubrikcell.",
        ),
    },
)
def scope_attr_valid(cell: AxeTarget) -> Outcome:
    """The attribute scope stands on a header cell and has a value that exists."""
    return judged(cell, "unknown-value", html5_scope="not-header")


@about(
    "table-duplicate-name",
    title=Text(
        "A table's summary says more than its caption", "Tabellens sammanfattning säger mer än dess rubrik"
    ),
    why=Text(
        "Someone who listens hears the same words twice.",
        "Den som lyssnar hör samma ord två gånger.",
    ),
    who=WHO,
    fix=Fix(
        Text(
            "Write in the summary how the table is built, or leave it empty.",
            "Skriv i sammanfattningen hur tabellen är uppbyggd, eller lämna den tom.",
        ),
        web=Text(
            "Take the attribute summary away from the <table>.", "Ta bort attributet summary från <table>."
        ),
    ),
    messages={
        "same": Text(
            "The table's summary and caption say the same.",
            "Tabellens sammanfattning och rubrik säger samma sak.",
        ),
    },
)
def table_duplicate_name(table: AxeTarget) -> Outcome:
    """The summary is not the same as the caption."""
    return judged(table, "same")


@about_table(
    "table-fake-caption",
    "WCAG 1.3.1",
    title=Text("A table's name is its caption", "Tabellens namn är dess tabellrubrik"),
    fix=CAPTION,
    messages={
        "is-it-a-caption": Text(
            "The table's first row is one cell across all columns. Is it the name of the table?",
            "Tabellens första rad är en enda cell över alla kolumner. Är den tabellens namn?",
        ),
        "in-a-cell": Text(
            "The table's name stands in a cell and not in its caption.",
            "Tabellens namn står i en cell och inte i dess tabellrubrik.",
        ),
    },
)
def table_fake_caption(table: AxeTarget) -> Outcome:
    """No first row of one cell is the table's name, as a person can see: it may be a header for all columns."""
    if table.status == "passed":
        return passed()
    return ask("is-it-a-caption", yes=failed("in-a-cell"), no=passed())


def examples() -> dict[str, dict[str, Page]]:
    def headers(key: str) -> AxeTarget:
        return AxeTarget(checks=("td-headers-attr",), data={"messageKey": key})

    return {
        "td_headers_attr": pages(
            "td-headers-attr",
            {
                "failed not-there": headers("cell-header-not-in-table"),
                "failed itself": headers("header-refs-self"),
                "failed no-header": headers("cell-header-not-th"),
            },
        ),
        "empty_table_header": pages(
            "empty-table-header", {"failed empty": AxeTarget(checks=("has-visible-text",))}
        ),
        "scope_attr_valid": pages(
            "scope-attr-valid",
            {
                "failed unknown-value": AxeTarget(checks=("scope-value",)),
                "failed not-header": AxeTarget(checks=("html5-scope",)),
            },
        ),
        "table_duplicate_name": pages(
            "table-duplicate-name", {"failed same": AxeTarget(checks=("same-caption-summary",))}
        ),
        "table_fake_caption": {
            "cannot-tell is-it-a-caption": page_with(
                "table-fake-caption", AxeTarget(checks=("caption-faked",))
            ),
            "passed": page_with("table-fake-caption", AxeTarget(status="passed")),
        },
    }
