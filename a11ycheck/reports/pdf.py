"""The report as a tagged PDF: the HTML report in one language, printed by the browser.

What browsers leave out of the PDFs that they print, and readers go by, is put in afterwards. See docs/formats-pdf.md.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING, Any

from a11ycheck.check import Report
from a11ycheck.outcome import clipped
from a11ycheck.reports.html import rendered

if TYPE_CHECKING:
    from pikepdf import Pdf

SHOWS_PLACES = True
"""This report shows pictures of what was found."""


def write(report: Report, language: str) -> bytes:
    """Return the report as a PDF file in ``language``.

    Raises ``CouldNotCheck`` with “no-browser” where no browser is installed or none starts, and ``ImportError`` where
    what web pages take is not installed.
    """
    page = rendered(report, [language], for_print=True)
    return _completed(asyncio.run(_printed(page)), _Told(page))


async def _printed(page: str) -> bytes:
    from playwright.async_api import async_playwright

    from a11ycheck.documents.page.browser import running

    async with async_playwright() as playwright, running(playwright) as browser:
        shown = await browser.new_page(java_script_enabled=False, offline=True)
        await shown.set_content(page)
        return await shown.pdf(
            tagged=True, outline=True, format="A4", prefer_css_page_size=True, print_background=True
        )


class _Told(HTMLParser):
    """The title of a page, and the words of the links to each of its parts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.title = ""
        self.links: dict[str, str] = {}
        self._link: str | None = None
        self._in_title = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_title = tag == "title"
        if tag == "a":
            part = (dict(attrs).get("href") or "").removeprefix("#")
            self._link = part if part not in self.links else None

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False
        if tag == "a":
            self._link = None

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        if self._link is not None:
            self.links[self._link] = self.links.get(self._link, "") + data


def _completed(printed: bytes, told: _Told) -> bytes:
    """The PDF with its title in the metadata that programs read (XMP), words for its links, and lists as ISO 32000
    has them."""
    import pikepdf

    with pikepdf.open(BytesIO(printed)) as pdf:
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = told.title
        _describe_links(pdf, told.links)
        _give_list_items_bodies(pdf)
        file = BytesIO()
        pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return file.getvalue()


def _describe_links(pdf: Pdf, words: Mapping[str, str]) -> None:
    """ISO 14289-1, 7.18.5: a link says in Contents what it is."""
    import pikepdf

    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            part = str(annotation.get("/Dest", "")).removeprefix("/")
            if said := clipped(words.get(part, "")):
                annotation.Contents = pikepdf.String(said)


def _give_list_items_bodies(pdf: Pdf) -> None:
    """ISO 32000-1, table 336: a list item holds a label and a body, which browsers leave out where the list shows no
    marks."""
    import pikepdf

    root = pdf.Root.StructTreeRoot
    bodies: dict[tuple[int, int], Any] = {}
    for item in list(_list_items(root)):
        kids = list(item.K) if isinstance(item.K, pikepdf.Array) else [item.K]
        inside = [kid for kid in kids if _kind(kid) not in ("/Lbl", "/LBody")]
        if not inside:
            continue
        body = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.StructElem, S=pikepdf.Name.LBody, P=item, K=pikepdf.Array(inside)
            )
        )
        if "/Pg" in item:
            body.Pg = item.Pg
        for kid in inside:
            if _kind(kid):
                kid.P = body
        item.K = pikepdf.Array([*(kid for kid in kids if _kind(kid) in ("/Lbl", "/LBody")), body])
        bodies[item.objgen] = body
    # What stood in the item itself is found from the page by number, and has to lead to the body now.
    for entry in _parents(root.ParentTree):
        if isinstance(entry, pikepdf.Array):
            for at, parent in enumerate(entry):
                if isinstance(parent, pikepdf.Dictionary) and parent.objgen in bodies:
                    entry[at] = bodies[parent.objgen]


def _kind(kid: Any) -> str:
    """The tag that something in a tag is, as “/LBody”; empty for content and for annotations."""
    import pikepdf

    return str(kid.get("/S", "")) if isinstance(kid, pikepdf.Dictionary) else ""


def _list_items(root: Any) -> Iterator[Any]:
    import pikepdf

    waiting = [root.K]
    while waiting:
        here = waiting.pop()
        if isinstance(here, pikepdf.Array):
            waiting.extend(here)
        elif isinstance(here, pikepdf.Dictionary) and "/K" in here:
            if _kind(here) == "/LI":
                yield here
            waiting.append(here.K)


def _parents(tree: Any) -> Iterator[Any]:
    """The values of a number tree."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        waiting.extend(node.get("/Kids", ()))
        yield from list(node.get("/Nums", ()))[1::2]
