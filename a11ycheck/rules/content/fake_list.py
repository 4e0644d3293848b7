"""What looks like a list is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule
from a11ycheck.documents.content import Content, Heading, ListItem, Paragraph, Table

FEWEST_ITEMS = 3
BULLETS = "•◦▪▫‣⁃●○■□◆◇❖➢➤►▶✓✔✗\uf0b7\uf0a7\uf0d8\uf0fc\uf076o·*"
"""Signs that begin a list item and hardly anything else; U+F0xx are Word's, in the fonts Symbol and Wingdings."""
DASHES = "-–—"
"""These begin spoken lines as well."""
BREAKING = (Heading, Paragraph, ListItem, Table)
"""Blocks that end a row; links and pictures stand in one of its paragraphs."""
MARKED = re.compile(rf"([{re.escape(BULLETS + DASHES)}])[ \t\u00a0]")
NUMBERED = re.compile(r"\(?(\d{1,3}|[a-z])[.)][ \t\u00a0]")


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs in a row that begin as list items do. ``sign`` is what each begins with, or "1." or "a)"."""

    where: Where
    sign: str
    texts: tuple[str, ...]


def rows(document: Content) -> Iterator[Row]:
    """Three or more paragraphs in a row with one bullet, or with numbers or letters that count up from the first."""
    row: list[Paragraph] = []
    for block in document.blocks if document.structured else ():
        if not isinstance(block, BREAKING) or (isinstance(block, Paragraph) and not block.text.strip()):
            continue
        if row and isinstance(block, Paragraph) and continues(row, block.text):
            row.append(block)
            continue
        if len(row) >= FEWEST_ITEMS:
            yield _row(row)
        row = [block] if isinstance(block, Paragraph) and begins(block.text) else []
    if len(row) >= FEWEST_ITEMS:
        yield _row(row)


def _row(row: list[Paragraph]) -> Row:
    texts = tuple(paragraph.text for paragraph in row)
    where = Where(row[0].where.steps, anchor("row", *texts), row[0].where.box)
    return Row(where, _sign(texts[0]), texts)


def begins(text: str) -> bool:
    """Does a paragraph begin as the first item of a list?"""
    return bool(MARKED.match(text)) or _number(text) in ("1", "a")


def continues(row: list[Paragraph], text: str) -> bool:
    """Does a paragraph begin as the next item of a list whose items so far are ``row``?"""
    first = MARKED.match(row[0].text)
    if first:
        return text.startswith(first[1]) and bool(MARKED.match(text))
    number = _number(text)
    if number.isdecimal():
        return number == str(len(row) + 1)
    return len(number) == 1 and ord(number) - ord("a") == len(row) and _number(row[0].text) == "a"


def _number(text: str) -> str:
    found = NUMBERED.match(text)
    return found[1] if found else ""


def _sign(text: str) -> str:
    marked, numbered = MARKED.match(text), NUMBERED.match(text)
    if marked:
        return marked[1]
    return numbered[0].strip() if numbered else ""


@rule(
    document=Content,
    each=rows,
    meets=("WCAG 1.3.1",),
    title=Text("What looks like a list is one", "Det som ser ut som en lista är en lista"),
    why=Text(
        "A screen reader says that a list begins and how many items it has, and lets the listener skip it; with "
        "paragraphs that only look like a list, none of that is said.",
        "Skärmläsaren säger att en lista börjar och hur många punkter den har, och låter den som lyssnar hoppa över "
        "den; med stycken som bara ser ut som en lista sägs inget av det.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Take away the signs or numbers that are typed, and make the paragraphs a list with the program's own "
            "button for it.",
            "Ta bort tecknen eller siffrorna som är skrivna för hand och gör styckena till en lista med programmets "
            "egen knapp för det.",
        ),
        word=Text(
            "Select the paragraphs and choose Bullets or Numbering on the Home tab.",
            "Markera styckena och välj Punkter eller Numrering på fliken Start.",
        ),
        powerpoint=Text(
            "Select the paragraphs and choose Bullets or Numbering on the Home tab.",
            "Markera styckena och välj Punkter eller Numrering på fliken Start.",
        ),
        libreoffice=Text(
            "Select the paragraphs and choose a list under Format > Bullets and Numbering.",
            "Markera styckena och välj en lista under Format > Punkter och numrering.",
        ),
        acrobat=Text(
            "Open the Tags panel and put the paragraphs in a list: L with an LI for each, and Lbl and LBody in that.",
            "Öppna panelen Taggar och lägg styckena i en lista: L med ett LI för varje, och Lbl och LBody i det.",
        ),
        web=Text(
            "Use the elements <ul> or <ol>, with an <li> for each item.",
            "Använd elementet <ul> eller <ol>, med ett <li> för varje punkt.",
        ),
    ),
    messages={
        "looks-like-list": Text(
            "{count} paragraphs in a row begin with “{sign}” but are not a list. The first is “{text}”.",
            "{count} stycken i rad börjar med ”{sign}” men är ingen lista. Det första är ”{text}”.",
        ),
        "is-it-a-list": Text(
            "{count} paragraphs in a row begin with “{sign}” and the like but are not a list. The first is “{text}”. "
            "Are they items of a list?",
            "{count} stycken i rad börjar med ”{sign}” och så vidare men är ingen lista. Det första är ”{text}”. Är "
            "de punkter i en lista?",
        ),
    },
)
def fake_list(row: Row) -> Outcome:
    """Paragraphs with bullets are items of a list. With dashes or numbers a person decides: they may be spoken lines
    or numbered sections."""
    told: dict[str, str | int] = {"count": len(row.texts), "sign": row.sign, "text": row.texts[0][:100]}
    fake = failed("looks-like-list", **told)
    return fake if row.sign in BULLETS else ask("is-it-a-list", yes=fake, no=passed(), **told)


def examples() -> dict[str, Content]:
    def content(*texts: str, structured: bool = True) -> Content:
        return Content.of(*map(Paragraph, texts), structured=structured)

    return {
        "failed looks-like-list": content("• Ta med kaffe.", "• Prova ljudet.", "• Räck upp handen."),
        "failed looks-like-list, at the end": content("Tänk på det här:", "* ett", "* två", "* tre"),
        "failed looks-like-list, two in a row": content("• a", "• b", "• c", "▪ a", "▪ b", "▪ c", "Tack!"),
        "cannot-tell is-it-a-list": content("1. Välkomna", "2. Val av styrelse", "3. Övrigt"),
        "cannot-tell is-it-a-list, letters": content("a) ja", "b) nej", "c) vet inte"),
        "cannot-tell is-it-a-list, spoken lines": content("– Hej!", "– Hej, hej.", "– Vem är du?"),
        "inapplicable": Content.of(*(ListItem("• Ta med kaffe.") for _ in range(3))),
        "inapplicable, two": content("• Ta med kaffe.", "• Prova ljudet."),
        "inapplicable, text between": content("• Ta med kaffe.", "Och så:", "• Prova ljudet.", "• Tala."),
        "inapplicable, numbers that do not count": content("1. Mål", "1. Medel", "1. Metod"),
        "inapplicable, times": content("9.00 Välkomna", "10.00 Paus", "11.00 Slut"),
        "inapplicable, lists cannot be told": content("• a", "• b", "• c", structured=False),
    }
