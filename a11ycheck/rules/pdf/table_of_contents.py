"""Entries of a table of contents are links, to the pages whose numbers they give.

No success criterion asks for links there, so these rules meet no clause.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Box, Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page
from a11ycheck.documents.pdf.tree_model import Element, ObjectReference

PAGE_NUMBER = re.compile(r"(?:\s|\.\.|…|·)(\d{1,4})\s*\Z")
"""At the end, after a space or the dots that lead to it."""
FEWEST_ENTRIES = 5
IN_STEP = 0.8
"""Part of the entries whose page numbers differ equally much from the pages' places, by which the others are judged:
the cover may count as page 1 or not at all."""
MOST_ENTRIES = 5_000
"""Of a document; those of a long book have some hundreds."""
MOST_BELOW = 1_000
"""Elements looked at in an entry; most have three or four."""
MOST_ON_PAGE = 500
"""Annotations of a page that are compared with an entry's place."""


@dataclass(slots=True)
class Entry:
    """An entry of a table of contents that ends in a page number.

    ``links``: whether there is a link in it. ``leads_to`` and ``should`` are the pages that the link leads to and that
    the number says, counted from the first; 0 where that is not known.
    """

    where: Where
    text: str
    number: int
    links: bool = False
    leads_to: int = 0
    should: int = 0

    @property
    def title(self) -> str:
        return PAGE_NUMBER.sub("", self.text).rstrip(" .…·_\t")[:80]


def entries(pdf: Pdf) -> list[Entry]:
    """Each entry that ends in a page number."""
    found = [_entry(pdf, element, int(number[1])) for element, number in _numbered(pdf)]
    linked = [entry for entry in found if entry.leads_to]
    steps = Counter(entry.leads_to - entry.number for entry in linked)
    step, count = max(steps.items(), key=lambda each: each[1], default=(0, 0))
    if len(linked) >= FEWEST_ENTRIES and count >= IN_STEP * len(linked):
        for entry in linked:
            entry.should = entry.number + step
    return found


def _numbered(pdf: Pdf) -> Iterator[tuple[Element, re.Match[str]]]:
    for element in pdf.elements_of("TOCI")[:MOST_ENTRIES]:
        if number := PAGE_NUMBER.search(element.text[-100:]):
            yield element, number


def _entry(pdf: Pdf, element: Element, number: int) -> Entry:
    links = [link for link in _annotations_in(pdf, element) if link.subtype == "Link"]
    pages = {link.leads_to for link in links if link.leads_to}
    return Entry(
        element.where,
        " ".join(element.text.split()),
        number,
        bool(links),
        min(pages) if len(pages) == 1 else 0,
    )


def _annotations_in(pdf: Pdf, entry: Element) -> list[Annotation]:
    """The annotations in an entry, but for those of entries below it; where it has none, those that lie upon it."""
    found: list[Annotation] = []
    waiting = [entry]
    for _ in range(MOST_BELOW):
        if not waiting:
            break
        for kid in waiting.pop().kids:
            if isinstance(kid, ObjectReference) and kid.annotation >= 0:
                found.append(pdf.annotations[kid.annotation])
            elif isinstance(kid, Element) and kid.type not in ("TOC", "TOCI"):
                waiting.append(kid)
    if found or not 0 < entry.page <= len(pdf.pages):
        return found
    near = pdf.pages[entry.page - 1].annotations[:MOST_ON_PAGE]
    return [annotation for annotation in near if _overlap(annotation.box, entry.box)]


def _overlap(one: Box | None, other: Box | None) -> bool:
    if one is None or other is None:
        return False
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def linked_entries(pdf: Pdf) -> list[Entry]:
    """Those whose number and link can be compared."""
    return [entry for entry in entries(pdf) if entry.should]


UPDATE_IN_WORD = Text(
    "Right-click the table of contents, choose Update Field and the entire table, and save as PDF again.",
    "Högerklicka på innehållsförteckningen, välj Uppdatera fält och hela tabellen och spara som pdf igen.",
)
UPDATE_IN_LIBREOFFICE = Text(
    "Right-click the table of contents, choose Update Index, and export as PDF again.",
    "Högerklicka på innehållsförteckningen, välj Uppdatera förteckning och exportera som pdf igen.",
)


@rule(
    document=Pdf,
    each=entries,
    title=Text("Entries in the table of contents are links", "Innehållsförteckningens poster är länkar"),
    why=Text(
        "With links in the table of contents a part is one click away. Without them everyone has to find the page.",
        "Med länkar i innehållsförteckningen är det ett klick till varje del. Utan dem får alla leta upp sidan.",
    ),
    who=(People.SCREEN_READER, People.KEYBOARD, People.READING),
    fix=Fix(
        Text(
            "Let the program make the table of contents from the headings, with links, and make the PDF again.",
            "Låt programmet göra innehållsförteckningen av rubrikerna, med länkar, och gör om pdf:en.",
        ),
        word=Text(
            "Choose References > Table of Contents, make a custom one with hyperlinks, and save as PDF again.",
            "Välj Referenser > Innehållsförteckning, gör en anpassad med hyperlänkar och spara som pdf igen.",
        ),
        libreoffice=Text(
            "Right-click the table of contents, choose to edit it, put link start and link end around each entry on "
            "the Entries tab, and export as PDF again.",
            "Högerklicka på innehållsförteckningen, välj att redigera den, sätt länkstart och länkslut runt varje post "
            "på fliken Poster och exportera som pdf igen.",
        ),
    ),
    messages={
        "no-link": Text(
            "The entry “{title}” in the table of contents is no link.",
            "Posten ”{title}” i innehållsförteckningen är ingen länk.",
        ),
    },
)
def contents_entry_linked(entry: Entry) -> Outcome:
    """There is a link in it."""
    return passed() if entry.links else failed("no-link", title=entry.title)


@rule(
    document=Pdf,
    each=linked_entries,
    title=Text(
        "Entries in the table of contents lead to the page they name",
        "Innehållsförteckningens poster leder till sidan de anger",
    ),
    why=Text(
        "An entry that leads to another page than it says sends everyone astray, and someone who listens hears only "
        "after a while that it is the wrong part.",
        "En post som leder till en annan sida än den anger för alla fel, och den som lyssnar hör först efter en stund "
        "att det är fel del.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Update the table of contents in the program that the document is made in, and make the PDF again.",
            "Uppdatera innehållsförteckningen i programmet som dokumentet är gjort i och gör om pdf:en.",
        ),
        word=UPDATE_IN_WORD,
        libreoffice=UPDATE_IN_LIBREOFFICE,
    ),
    messages={
        "elsewhere": Text(
            "The entry “{title}” in the table of contents says page {number}, which is page {should} of the PDF, but "
            "leads to page {leads_to}. Is that the right place?",
            "Posten ”{title}” i innehållsförteckningen anger sida {number}, som är pdf:ens sida {should}, men leder "
            "till sida {leads_to}. Är det rätt ställe?",
        ),
        "wrong": Text(
            "The entry “{title}” in the table of contents leads to another page than {number}, which it says.",
            "Posten ”{title}” i innehållsförteckningen leder till en annan sida än {number}, som den anger.",
        ),
    },
)
def contents_entry_leads_right(entry: Entry) -> Outcome:
    """Its number and the page that it leads to are as far apart as those of most entries, or a person finds that it
    leads to the right place."""
    if entry.leads_to == entry.should:
        return passed()
    wrong = failed("wrong", title=entry.title, number=entry.number)
    return ask(
        "elsewhere",
        yes=passed(),
        no=wrong,
        title=entry.title,
        number=entry.number,
        should=entry.should,
        leads_to=entry.leads_to,
    )


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(*lines: tuple[str, int | None], linked: bool = True) -> Pdf:
        """A table of contents: each line with the page that its link leads to."""
        links = tuple(Annotation(1, "Link", index, leads_to=page) for index, (_, page) in enumerate(lines))
        tags = [
            Element(
                "TOCI", text=text, kids=[Element("Link", kids=[ObjectReference(1, index)] if linked else [])]
            )
            for index, (text, _) in enumerate(lines)
        ]
        pages = (Page(1, annotations=links if linked else ()), *(Page(number) for number in range(2, 30)))
        return Pdf(pages=pages, roots=(Element("TOC", kids=list(tags)),))

    box = Box(1, 60, 100, 400, 112)
    beside = Pdf(
        pages=(Page(1, annotations=(Annotation(1, "Link", box=box),)),),
        roots=(Element("TOC", kids=[Element("TOCI", text="Val av styrelse ..... 4", page=1, box=box)]),),
    )
    right = tuple((f"Kapitel {place} .... {4 * place}", 4 * place + 2) for place in range(1, 6))
    return {
        "contents_entry_linked": {
            "failed no-link": pdf(("Val av styrelse ..... 4", None), linked=False),
            "passed": pdf(("Val av styrelse ..... 4", 4)),
            "passed, a link without a tag": beside,
            "inapplicable, no page number": pdf(("Val av styrelse", None), linked=False),
        },
        "contents_entry_leads_right": {
            "cannot-tell elsewhere": pdf(*right, ("Bilagor 24", 2)),
            "passed": pdf(*right),
            "passed, one in the next entry": pdf(*right, ("Bilagor 24", 26)),
            "inapplicable, too few to tell": pdf(*right[:4]),
            "inapplicable, no links": pdf(*right, linked=False),
            "inapplicable, out of step": pdf(*right[:3], ("Avsnitt 2", 9), ("Avsnitt 3", 20)),
        },
    }
