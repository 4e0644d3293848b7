"""A table that only places things says so.

Screen readers guess which tables only place things, and are mostly right; so this rule meets no clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, failed, rule
from a11ycheck.documents.mail.model import Mail


@dataclass(frozen=True, slots=True)
class LayoutTables:
    """The tables of a mail that only place things and do not say so."""

    where: Where
    count: int


def unsaid(mail: Mail) -> Iterator[LayoutTables]:
    """One target for a mail, however many tables it has."""
    if mail.html is not None and mail.html.layout_tables:
        yield LayoutTables(mail.html.layout_tables[0].where, len(mail.html.layout_tables))


@rule(
    document=Mail,
    each=unsaid,
    title=Text("Tables for layout say that they are", "Tabeller för layout säger att de är det"),
    why=Text(
        "A screen reader may say “table, row 1, column 1” for every box of a newsletter.",
        "Skärmläsaren kan säga ”tabell, rad 1, kolumn 1” för varje ruta i ett nyhetsbrev.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Choose a template that marks its layout tables, or ask the maker of the template to do it.",
            "Välj en mall som märker sina layouttabeller, eller be den som gör mallen att göra det.",
        ),
        web=Text(
            'Write role="presentation" on each <table> that only places things.',
            'Skriv role="presentation" på varje <table> som bara är till för layouten.',
        ),
    ),
    messages={
        "unsaid": Text(
            "Tables that only place things and do not say so: {count}.",
            "Tabeller som bara är till för layouten och inte säger det: {count}.",
        ),
    },
)
def layout_table(tables: LayoutTables) -> Outcome:
    """There is none without the role “presentation” or “none”."""
    return failed("unsaid", count=tables.count)


def examples() -> dict[str, Mail]:
    from a11ycheck.documents.markup.model import LayoutTable, Markup

    return {
        "failed unsaid": Mail("Nyhetsbrev", html=Markup(layout_tables=(LayoutTable(Where()),) * 3)),
        "inapplicable": Mail("Nyhetsbrev", html=Markup(text="Hej!")),
        "inapplicable, plain text": Mail("Nyhetsbrev", plain="Hej!"),
    }
