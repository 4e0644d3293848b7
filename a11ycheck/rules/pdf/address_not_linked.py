"""Printed addresses are links.

No success criterion demands links; so this rule meets no clause.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.content import Block, Content, Heading, Link, ListItem, Paragraph, Table
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.text.words import is_address

AROUND = "\"'“”„‘’‚«»‹›()[]{}<>*.,;:!?…"
TEMPLATE = frozenset("<>{}$")
LONGEST_TOKEN = 500


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses that are printed on a page; ``unlinked`` are those that no link leads to, each once."""

    where: Where
    unlinked: tuple[str, ...]


def pages_with_addresses(pdf: Pdf) -> Iterator[Addresses]:
    """Each page that web or mail addresses are printed on, once."""
    linked = _linked(pdf.content)
    pages: dict[int, dict[str, Where]] = {}
    for block in pdf.content.blocks:
        for token in (token for text in _texts(block) for token in text.split()):
            if ("." in token or "@" in token) and len(token) <= LONGEST_TOKEN and is_printed_address(token):
                page = next((int(value) for name, value in block.where.steps if name == "page"), 0)
                pages.setdefault(page, {}).setdefault(token.strip(AROUND), block.where)
    for found in pages.values():
        unlinked = {printed: where for printed, where in found.items() if not _leads_to(printed, linked)}
        places = unlinked or found
        where = next(iter(places.values()))
        yield Addresses(Where(where.steps, anchor("addresses", *places), where.box), tuple(unlinked))


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, (Paragraph, Heading, ListItem)):
        yield block.text
    elif isinstance(block, Table):
        yield from (cell.text for cell in block.cells())


def is_printed_address(token: str) -> bool:
    """Is it an address, and no pattern for one, such as https://<server>/? A full stop without a space after it makes
    no domain: “på nätet.No” ends a sentence."""
    address = token.strip(AROUND)
    is_pattern = not TEMPLATE.isdisjoint(address)
    return not is_pattern and is_address(token) and not address.rpartition(".")[2][:1].isupper()


def _linked(content: Content) -> list[str]:
    """All that links lead to, and the words of their texts, as they are compared, sorted."""
    links = list(content.links())
    words = (word.strip(AROUND) for link in links for word in link.text.split())
    return sorted({plain(address) for address in (*words, *(link.target for link in links))})


def _leads_to(printed: str, linked: list[str]) -> bool:
    """Is the address a link's text, or does a link lead there or further in? A long one may be cut off at the end of
    a line."""
    address = plain(printed)
    place = bisect_left(linked, address)
    return place < len(linked) and linked[place].startswith(address)


def plain(address: str) -> str:
    """The address without what people leave out when they print it."""
    folded = address.strip().casefold()
    for start in ("mailto:", "https://", "http://", "www."):
        folded = folded.removeprefix(start)
    return folded.rstrip("/")


@rule(
    document=Pdf,
    each=pages_with_addresses,
    title=Text("Printed addresses can be followed", "Adresser som står i texten går att följa"),
    why=Text(
        "An address that is no link has to be copied or typed letter by letter, which is hard with a screen reader, "
        "by voice, or with hands that shake.",
        "En adress som inte är en länk måste kopieras eller skrivas av tecken för tecken, vilket är svårt med "
        "skärmläsare, med rösten eller med händer som skakar.",
    ),
    who=(People.SCREEN_READER, People.VOICE, People.KEYBOARD, People.READING),
    fix=Fix(
        Text(
            "Make the address a link in the program that the document is made in, and make the PDF again.",
            "Gör adressen till en länk i programmet som dokumentet är gjort i och gör om pdf:en.",
        ),
        word=Text(
            "Select the address and choose Link on the Insert tab.",
            "Markera adressen och välj Länk på fliken Infoga.",
        ),
        powerpoint=Text(
            "Select the address and choose Link on the Insert tab.",
            "Markera adressen och välj Länk på fliken Infoga.",
        ),
        libreoffice=Text(
            "Select the address and choose Insert > Hyperlink.",
            "Markera adressen och välj Infoga > Hyperlänk.",
        ),
    ),
    messages={
        "unlinked": Text(
            "“{address}” is printed on the page but is no link. Number of such addresses on the page: {count}.",
            "”{address}” står på sidan men är ingen länk. Antal sådana adresser på sidan: {count}.",
        ),
    },
)
def address_not_linked(page: Addresses) -> Outcome:
    """Some link in the document leads to each address that is printed on the page."""
    if not page.unlinked:
        return passed()
    return failed("unlinked", address=page.unlinked[0][:100], count=len(page.unlinked))


def examples() -> dict[str, Pdf]:
    def pdf(*blocks: Block) -> Pdf:
        return Pdf(content=Content.of(*blocks))

    site = "https://forum.example.se/anmalan"
    text = Paragraph("Anmäl dig på forum.example.se/anmalan, eller mejla forum@example.se.")
    return {
        "failed unlinked": pdf(text),
        "failed unlinked, one of two": pdf(text, Link("Anmälan", site)),
        "failed unlinked, in a list": pdf(ListItem("Mejl: forum@example.se")),
        "passed": pdf(text, Link("Anmälan", site), Link("forum@example.se", "mailto:forum@example.se")),
        "passed, by the words of a link": pdf(
            Paragraph("Läs på www.example.se!"), Link("www.example.se", "https://example.org/sv/")
        ),
        "inapplicable": pdf(Paragraph("Vi ses kl. 9.00 på nätet.No smoking, m.m.")),
    }
