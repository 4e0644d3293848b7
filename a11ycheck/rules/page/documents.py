"""Documents that a page links to or shows: what they are is said, they are there, and they can be opened by
themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urldefrag

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.addresses import suffix_of
from a11ycheck.documents.page.model import GONE, Element, Fetched, Page, Words
from a11ycheck.text.documents import says_calendar, says_format, says_size

MOST = 300
FORMATS = {
    **dict.fromkeys(("pdf",), "pdf"),
    **dict.fromkeys(("doc", "docx", "docm", "rtf"), "Word"),
    **dict.fromkeys(("odt", "ods", "odp"), "OpenDocument"),
    **dict.fromkeys(("ppt", "pptx", "pps", "ppsx"), "PowerPoint"),
    **dict.fromkeys(("xls", "xlsx"), "Excel"),
    **dict.fromkeys(("csv",), "csv"),
    **dict.fromkeys(("epub",), "epub"),
    **dict.fromkeys(("zip",), "zip"),
    **dict.fromkeys(("ics", "vcs"), "ics"),
}
"""What the documents are called in the messages, by suffix."""
CALENDARS = ("ics", "vcs")
IN_LINE = frozenset({"", "inline", "contents", "inline-block", "inline-flex"})


@dataclass(frozen=True, slots=True)
class Linked:
    """A link to a document. ``said`` is its name and text with what stands beside it, up to the next such link;
    ``address`` what it is told by when nothing is there."""

    element: Element
    text: str
    suffix: str
    said: str
    fetched: Fetched | None
    address: str

    @property
    def where(self) -> Where:
        return self.element.where


def linked(page: Page) -> Iterator[Linked]:
    """The links to documents that someone meets."""
    links = [
        each for each in page.elements("a", "area") if each.exposed and each.name and _suffix(page, each)
    ]
    known = set(links)
    for link in islice(links, MOST):
        own = "" if link.named_from == "title" else link.name
        said = " ".join((own, link.visible_text, _beside(link, known)))
        text = " ".join((link.visible_text or link.name).split())
        fetched = page.fetched.get(urldefrag(link.address).url)
        address = page.quoted(fetched.address) if fetched is not None else ""
        yield Linked(link, text, _suffix(page, link), said, fetched, address)


def _suffix(page: Page, link: Element) -> str:
    """The suffix of the document that a link leads to, by its address or by what its server says; else empty."""
    if not link.has("href"):
        return ""
    address = urldefrag(link.address).url
    suffix = suffix_of(address)
    if suffix in FORMATS:
        return suffix
    fetched = page.fetched.get(address)
    return "pdf" if fetched is not None and fetched.media_type == "application/pdf" else ""


def _beside(link: Element, links: set[Element]) -> str:
    """The text behind the link on its line or in its paragraph, up to the next link to a document."""
    block = link
    while block.parent is not None and block.style("display") in IN_LINE:
        block = block.parent
    parts: list[str] = []
    met = False
    waiting: list[Element | Words] = [block]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Words):
            if met and node.is_visible:
                parts.append(node.text)
        elif node is link:
            met = True
        elif met and node in links:
            break
        else:
            waiting.extend(reversed(node.children))
    return "".join(parts)[:1_000]


@rule(
    document=Page,
    each=linked,
    title=Text(
        "Links to documents say what kind and how large", "Länkar till dokument säger format och storlek"
    ),
    why=Text(
        "Someone who follows the link leaves the page for another program, which may be hard to use or not be there, "
        "or waits for a large file.",
        "Den som följer länken hamnar i ett annat program, som kan vara svårt att använda eller inte finnas, eller "
        "får vänta på en stor fil.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Write the format and the size last in the link text: “Invitation (pdf, 1.2 MB)”.",
            "Skriv format och storlek sist i länktexten: ”Inbjudan (pdf, 1,2 MB)”.",
        ),
        web=Text(
            "Write them as text. A tooltip (title) or an icon alone is not seen or heard by all.",
            "Skriv dem som text. Varken en upplysning som visas vid muspekaren (title) eller enbart en ikon når alla.",
        ),
    ),
    messages={
        "unsaid": Text(
            "The link “{text}” leads to a document ({format}) and does not say so.",
            "Länken ”{text}” leder till ett dokument ({format}) och säger inte det.",
        ),
        "size-unsaid": Text(
            "The link “{text}” leads to a document of {megabytes} MB and does not say how large it is.",
            "Länken ”{text}” leder till ett dokument på {megabytes} MB och säger inte hur stort det är.",
        ),
    },
)
def linked_document_said(link: Linked, *, megabytes_said: int = 1) -> Outcome:
    """The format stands in the link or right behind it, and the size of what is ``megabytes_said`` or more.

    No clause asks for it; so this rule meets none. The limit is ours.
    """
    told = says_calendar(link.said) if link.suffix in CALENDARS else False
    if not told and not says_format(link.said):
        return failed("unsaid", text=link.text, format=FORMATS[link.suffix])
    size = link.fetched.size / 1_000_000 if link.fetched is not None else 0.0
    if size >= megabytes_said and not says_size(link.said):
        return failed("size-unsaid", text=link.text, megabytes=size)
    return passed()


def asked(page: Page) -> Iterator[Linked]:
    """Links to documents that have been asked for, where the answer tells anything: not those for people who have
    logged in, nor those of a server that could not answer just then."""
    for link in linked(page):
        if link.fetched is not None and (link.fetched.status == 200 or _is_gone(link.fetched)):
            yield link


def _is_gone(fetched: Fetched) -> bool:
    return fetched.status in GONE or fetched.trouble == "no-such-host"


@rule(
    document=Page,
    each=asked,
    title=Text("Linked documents are there", "Länkade dokument finns"),
    why=Text(
        "Nobody can read the invitation or agenda, and who needs time to prepare gets none.",
        "Ingen kan läsa inbjudan eller dagordningen, och den som behöver tid att förbereda sig får ingen.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Put the document back, or change the link to where it is now.",
            "Lägg tillbaka dokumentet, eller ändra länken till dit det har flyttat.",
        ),
        web=Text(
            "Choose the file anew in the link's settings, publish it, and try the link without being logged in.",
            "Välj filen på nytt i länkens inställningar, publicera den och prova länken utan att vara inloggad.",
        ),
    ),
    messages={
        "gone": Text(
            "The link “{text}” leads to a document that is not there ({address}).",
            "Länken ”{text}” leder till ett dokument som inte finns ({address}).",
        ),
        "opens": Text(
            "The link “{text}” names a document ({format}), and a web page answers. Does the document open all the "
            "same?",
            "Länken ”{text}” pekar på ett dokument ({format}), men en webbsida svarar. Öppnas dokumentet ändå?",
        ),
        "other": Text(
            "The link “{text}” leads to a web page and not to the document.",
            "Länken ”{text}” leder till en webbsida och inte till dokumentet.",
        ),
    },
)
def linked_document_there(link: Linked) -> Outcome:
    """The address of the document answers, and not with a web page. No clause asks for it."""
    assert link.fetched is not None
    if _is_gone(link.fetched):
        return failed("gone", text=link.text, address=link.address)
    if link.fetched.media_type == "text/html":
        named = FORMATS[link.suffix]
        return ask("opens", text=link.text, format=named, yes=passed(), no=failed("other", text=link.text))
    return passed()


@dataclass(frozen=True, slots=True)
class Embedded:
    """A pdf that is shown within the page, and whether a link leads to it as well."""

    element: Element
    address: str
    has_link: bool

    @property
    def where(self) -> Where:
        return self.element.where


def embedded(page: Page) -> Iterator[Embedded]:
    targets = {
        urldefrag(link.address).url for link in page.elements("a") if link.has("href") and link.exposed
    }
    for element in islice(page.elements("iframe", "embed", "object"), MOST):
        if element.frame is not None and element.frame.owner is not None and _is_pdf(element.frame.owner):
            continue  # the browser's own viewer
        address = _shown(element)
        if address and _is_pdf(element) and element.is_visible:
            yield Embedded(element, page.quoted(address), urldefrag(address).url in targets)


def _is_pdf(element: Element) -> bool:
    declared = element.attribute("type").strip().casefold()
    return declared == "application/pdf" or suffix_of(_shown(element)) == "pdf"


def _shown(element: Element) -> str:
    if element.tag != "object":
        return element.address
    given = element.attribute("data")
    return element.frame.full(given) if given and element.frame is not None else given


@rule(
    document=Page,
    each=embedded,
    title=Text(
        "A pdf shown within the page has a link, too", "En pdf som visas inne på sidan har också en länk"
    ),
    why=Text(
        "In a small window within the page the document is hard to enlarge and to leave by keyboard, and on "
        "telephones it is often not shown at all.",
        "I ett litet fönster på sidan är dokumentet svårt att förstora och att lämna med tangentbordet, och i "
        "telefoner visas det ofta inte alls.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.KEYBOARD),
    fix=Fix(
        Text(
            "Link to the document beside the window, or put its text on the page.",
            "Länka till dokumentet intill fönstret, eller lägg texten direkt på sidan.",
        ),
        web=Text(
            "Add a link to the same file: “Invitation (pdf, 1.2 MB)”.",
            "Lägg till en länk till samma fil: ”Inbjudan (pdf, 1,2 MB)”.",
        ),
    ),
    messages={
        "no-link": Text(
            "The pdf {address} is shown within the page only; no link leads to it.",
            "Pdf:en {address} visas bara inne på sidan; ingen länk leder till den.",
        )
    },
)
def embedded_pdf(shown: Embedded) -> Outcome:
    """A link on the page leads to the same file. No clause asks for it."""
    return passed() if shown.has_link else failed("no-link", address=shown.address)


def examples() -> dict[str, dict[str, Page]]:
    address = "https://example.org/inbjudan.pdf"

    def link(text: str, *beside: Element | str, href: str = address) -> Element:
        made = Element("a", {"href": href}, text, role="link", name=text, styles={"display": "inline"})
        return Element("p", {}, made, *beside)

    def page(*body: Element, **fetched: Fetched) -> Page:
        return Page.of(*body, fetched={address: fetched["known"]} if fetched else {})

    calendar = "https://example.org/mote.ics"
    frame = Element("iframe", {"src": address}, name="Inbjudan")
    return {
        "linked_document_said": {
            "failed unsaid": page(link("Inbjudan")),
            "failed unsaid, a tooltip": page(
                Element("p", {}, Element("a", {"href": address}, role="link", name="Pdf", named_from="title"))
            ),
            "failed unsaid, a calendar file": page(link("Spara datumet", href=calendar)),
            "failed unsaid, by its media type": Page.of(
                link("Inbjudan", href="https://example.org/fil?id=3"),
                fetched={"https://example.org/fil?id=3": Fetched(200, address, "application/pdf")},
            ),
            "failed size-unsaid": page(link("Inbjudan (pdf)"), known=Fetched(200, address, size=3_400_000)),
            "passed": page(link("Inbjudan (pdf)")),
            "passed, size said": page(
                link("Inbjudan (pdf, 3,4 MB)"), known=Fetched(200, address, size=3_400_000)
            ),
            "passed, said beside": page(link("Inbjudan", " (pdf, 340 kB)")),
            "passed, a calendar file": page(link("Lägg till i kalendern", href=calendar)),
            "inapplicable": page(link("Program", href="https://example.org/program")),
        },
        "linked_document_there": {
            "failed gone": page(link("Inbjudan (pdf)"), known=Fetched(404, address)),
            "cannot-tell opens": page(link("Inbjudan (pdf)"), known=Fetched(200, address, "text/html")),
            "passed": page(link("Inbjudan (pdf)"), known=Fetched(200, address, "application/pdf")),
            "inapplicable, not asked for": page(link("Inbjudan (pdf)")),
            "inapplicable, only for those who log in": page(
                link("Inbjudan (pdf)"), known=Fetched(403, address)
            ),
        },
        "embedded_pdf": {
            "failed no-link": Page.of(frame),
            "passed": Page.of(Element("iframe", {"src": address}), link("Inbjudan (pdf)")),
            "inapplicable": Page.of(Element("iframe", {"src": "https://example.org/karta"})),
        },
    }
