"""Where a QR code leads can be followed without it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING
from urllib.parse import unquote

from a11ycheck import Box, Fix, Outcome, People, Text, Where, anchor, ask, cannot_tell, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Drawn, Item, Page
from a11ycheck.documents.pdf.rendered_model import QrCode, QrCodes
from a11ycheck.documents.pdf.tree_model import Element
from a11ycheck.text.words import is_address

if TYPE_CHECKING:
    from collections.abc import Iterator

NEAR = 144.0
"""Points: five centimetres. What stands so near a code is likely to go with it."""
SCHEME = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
TRACKING = re.compile(r"(?<=[?&])utm_[a-z]+=[^&#]*&?", re.IGNORECASE)
"""Parameters that count visitors and change nothing in the page that is shown."""
AROUND = "\"'“”„‘’‚«»‹›()[]{}<>*.,;:!?…"
LONGEST_ADDRESS = 2_000
MOST_PLACES = 1_000
"""Places of a page that are compared with an address."""
RUNS_IN = re.compile(r"[\w@-]$|(?<!www)\.$")
RUNS_ON = re.compile(r"[\w@-]|[./?=&#]\w")
"""Letters that make the address before or after them another one: “forum.” or “/2027”."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code and what stands on its page: ``said`` is where it leads or what it says, found in words or as a link;
    ``other`` is an address near it that is another one, empty if none."""

    qr: QrCode
    is_address: bool
    said: bool
    other: str = ""

    @property
    def where(self) -> Where:
        return self.qr.where


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a page in small letters, without the spaces; ``breaks`` are the places where words begin or end."""

    text: str
    breaks: frozenset[int]

    @classmethod
    def of(cls, tokens: list[str]) -> Words:
        folded = [token.casefold() for token in tokens]
        return cls("".join(folded), frozenset((0, *accumulate(map(len, folded)))))


@dataclass(frozen=True, slots=True)
class Unread:
    """Pages that may show a code and were not looked at."""

    pages: tuple[int, ...]

    @property
    def where(self) -> Where:
        return Where((("page", self.pages[0]),), anchor("qr", *self.pages))


def codes(pdf: Pdf) -> Iterator[Code | Unread]:
    """Each QR code once on a page."""
    found = {(qr.page, qr.content): qr for qr in pdf.qr_codes.codes if qr.content.strip()}
    pages = {page.number: page for page in pdf.pages}
    drawn = {page.page: page for page in pdf.drawn}
    words = _words_on(pdf, {qr.page for qr in found.values()})
    for qr in found.values():
        yield _code(qr, pages.get(qr.page, Page(qr.page)), drawn.get(qr.page, Drawn(qr.page)), words[qr.page])
    if pdf.qr_codes.unread:
        yield Unread(pdf.qr_codes.unread)


def _words_on(pdf: Pdf, pages: set[int]) -> dict[int, Words]:
    """All that can be read on each of the pages, or stands in alternative texts there."""
    tokens: dict[int, list[str]] = {page: [] for page in pages}
    for drawn in pdf.drawn:
        if drawn.page in pages:
            tokens[drawn.page] += [token for item in drawn.items for token in item.text.split()]
    for element in pdf.elements if pages else ():
        if element.page in pages:
            tokens[element.page] += f"{element.alt or ''} {element.actual_text or ''}".split()
    return {page: Words.of(found) for page, found in tokens.items()}


def _code(qr: QrCode, page: Page, drawn: Drawn, words: Words) -> Code:
    address = qr.content.strip()
    links = [link for link in page.annotations if link.subtype == "Link" and link.uri and not link.hidden]
    target = plain(address)
    said = any(plain(link.uri) == target for link in links) or _is_said(target, words)
    other = "" if said else next(_others(qr, links, drawn), "")
    return Code(qr, len(address) <= LONGEST_ADDRESS and is_address(address), said, other)


def plain(address: str) -> str:
    """The address without what people leave out when they print it; only letters of the host may be written large."""
    found = TRACKING.sub("", SCHEME.sub("", address.strip(), count=1))
    end = re.search(r"[/?#]", found)
    host, rest = (found[: end.start()], found[end.start() :]) if end else (found, "")
    return (host.casefold().removeprefix("www.") + unquote(rest)).rstrip("/?&#")


def _is_said(target: str, words: Words) -> bool:
    """Do the words say this, in large or small letters, and nothing longer? They may be broken anywhere, as an address
    is at the end of a line."""
    wanted = "".join(target.split()).casefold()
    text, breaks = words.text, words.breaks
    place = text.find(wanted) if wanted else -1
    for _ in range(MOST_PLACES):
        if place < 0:
            return False
        end = place + len(wanted)
        before = text[max(0, place - 4) : place]
        after = text[end : end + (1 if end + 1 in breaks else 2)]
        if (place in breaks or not RUNS_IN.search(before)) and (end in breaks or not RUNS_ON.match(after)):
            return True
        place = text.find(wanted, place + 1)
    return False


def _others(qr: QrCode, links: list[Annotation], drawn: Drawn) -> Iterator[str]:
    """Web addresses near the code, linked or printed."""
    for link in links:
        if "@" not in link.uri and _near(qr.box, link.box):
            yield link.uri
    texts = (item.text for item in drawn.items if item.kind == "text" and _near(qr.box, item.box))
    for token in " ".join(texts).split():
        if "@" not in token and len(token) <= LONGEST_ADDRESS and is_address(token):
            yield token.strip(AROUND)


def _near(one: Box | None, other: Box | None) -> bool:
    if one is None or other is None:
        return False
    across = max(one.left, other.left) - min(one.right, other.right)
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    return max(across, down) <= NEAR


@rule(
    document=Pdf,
    each=codes,
    meets=("WCAG 1.1.1",),
    title=Text(
        "What a QR code leads to can be reached without it", "Dit en QR-kod leder går det att komma utan den"
    ),
    why=Text(
        "A QR code is a picture that only a camera can read. It says nothing in a screen reader, and is of no use to "
        "someone who reads on the telephone or cannot aim a camera.",
        "En QR-kod är en bild som bara en kamera kan läsa. Den är stum i en skärmläsare och till ingen hjälp för den "
        "som läser i telefonen eller inte kan rikta en kamera.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.KEYBOARD),
    fix=Fix(
        Text(
            "Write the address beside the code, as a link, and make the PDF again.",
            "Skriv adressen bredvid koden, som en länk, och gör om pdf:en.",
        ),
        word=Text(
            "Write the address beside the code. Select it, choose Link on the Insert tab, and save as PDF again.",
            "Skriv adressen bredvid koden. Markera den, välj Länk på fliken Infoga och spara som pdf igen.",
        ),
        powerpoint=Text(
            "Write the address beside the code. Select it, choose Link on the Insert tab, and save as PDF again.",
            "Skriv adressen bredvid koden. Markera den, välj Länk på fliken Infoga och spara som pdf igen.",
        ),
        libreoffice=Text(
            "Write the address beside the code. Select it, choose Insert > Hyperlink, and export as PDF again.",
            "Skriv adressen bredvid koden. Markera den, välj Infoga > Hyperlänk och exportera som pdf igen.",
        ),
    ),
    messages={
        "no-address": Text(
            "The QR code leads to “{address}”, which is neither printed nor a link on the page.",
            "QR-koden leder till ”{address}”, som varken står på sidan eller är en länk där.",
        ),
        "other": Text(
            "The QR code leads to “{address}”, but beside it stands “{other}”. Do both lead to the same thing?",
            "QR-koden leder till ”{address}”, men bredvid står ”{other}”. Leder båda till samma sak?",
        ),
        "content": Text(
            "The QR code says “{content}”. Does the page say the same in words?",
            "QR-koden säger ”{content}”. Står samma sak i ord på sidan?",
        ),
        "not-said": Text(
            "What the QR code says does not stand in words on the page.",
            "Det som QR-koden säger står inte i ord på sidan.",
        ),
        "unread": Text(
            "Some pages could not be searched for QR codes, the first of them page {page}. Number of pages: {pages}.",
            "En del sidor gick inte att söka igenom efter QR-koder, med början på sida {page}. Antal sidor: {pages}.",
        ),
    },
)
def qr_code(code: Code | Unread) -> Outcome:
    """A link on the page leads to the code's address, or the address is printed there or in an alternative text.

    Addresses are the same without scheme, “www.”, last slash and parameters that count visitors. Of a code that holds
    something else, such as a contact or a payment, a person has to say whether the words of the page say it too.
    """
    if isinstance(code, Unread):
        return cannot_tell("unread", page=code.pages[0], pages=len(code.pages))
    if code.said:
        return passed()
    content = " ".join(code.qr.content.split())[:100]
    if not code.is_address:
        return ask("content", content=content, yes=passed(), no=failed("not-said"))
    missing = failed("no-address", address=content)
    if code.other:
        return ask("other", address=content, other=code.other[:100], yes=passed(), no=missing)
    return missing


def examples() -> dict[str, Pdf]:
    site = "https://forum.example.se/Anmalan"
    place = Box(1, 100, 100, 200, 200)

    def pdf(content: str, *texts: str, link: str = "", left: float = 220, alt: str | None = None) -> Pdf:
        beside = Box(1, left, 140, left + 120, 152)
        items = tuple(Item("text", text=text, box=beside) for text in texts)
        links = (Annotation(1, "Link", box=beside, uri=link),) if link else ()
        return Pdf(
            pages=(Page(1, annotations=links),),
            roots=(Element("Figure", page=1, alt=alt),),
            drawn=(Drawn(1, items),),
            read_qr_codes=lambda: QrCodes((QrCode(1, content, place),)),
        )

    return {
        "failed no-address": pdf(site, "Anmäl dig här:"),
        "failed no-address, a link far away is another": pdf(
            site, "Om oss", link="https://example.org", left=400
        ),
        "failed no-address, in large letters": pdf("HTTPS://FORUM.EXAMPLE.SE/A1"),
        "failed no-address, only the start of it": pdf(site, "forum.example.se/Anmalan/2027", left=400),
        "cannot-tell other": pdf(site, "Anmälan", link="https://kort.example/a1"),
        "cannot-tell other, printed": pdf(site, "Läs mer på example.org."),
        "cannot-tell content": pdf("WIFI:T:WPA;S:Forum;P:valkommen;;", "Nätet i salen"),
        "cannot-tell content, a contact": pdf("BEGIN:VCARD\nN:Exempel;Eva\nEND:VCARD"),
        "cannot-tell unread": Pdf(read_qr_codes=lambda: QrCodes(unread=(3, 4))),
        "failed no-address, only with more before it": pdf(
            "https://example.se", "forum.example.se", left=400
        ),
        "passed, with www": pdf("https://example.se", "(www.example.se)"),
        "passed, printed": pdf(site, "Anmäl dig: www.forum.example.se/Anmalan."),
        "passed, printed in pieces": pdf(site, "https://", "forum.example", ".se/", "Anmalan"),
        "passed, linked": pdf(
            site + "/?utm_source=affisch", "Anmälan", link="http://FORUM.example.se/Anmalan/"
        ),
        "passed, in the alternative text": pdf(site, alt="QR-kod till forum.example.se/Anmalan"),
        "passed, a text that is printed": pdf("Sal 7, plan 2", "Vi ses i Sal 7,", "plan 2."),
        "inapplicable": Pdf(drawn=(Drawn(1, (Item("text", text="Kallelse"),)),)),
    }
