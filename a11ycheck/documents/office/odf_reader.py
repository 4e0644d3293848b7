"""From the package or root element of an OpenDocument file to the model.

Clauses are those of ODF 1.3, part 3.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from a11ycheck.documents.office.model import Area, Form, Image, Office, Place, Section, Story
from a11ycheck.documents.office.odf_names import OFFICE, STYLE, STYLE_NAME
from a11ycheck.documents.office.odf_properties import (
    has_macros,
    read_properties,
    read_protection,
    read_revisions,
    refuse_encrypted,
)
from a11ycheck.documents.office.odf_reading import Reading
from a11ycheck.documents.office.odf_styles import COLUMNS, Attributes, Styles
from a11ycheck.documents.office.odf_tables import read_templates
from a11ycheck.documents.office.odf_text import Around, Flow, H, P
from a11ycheck.documents.office.package import Package
from a11ycheck.documents.office.watermarks import watermarks
from a11ycheck.documents.office.word_values import whole
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.oasis.opendocument."
FORMATS = {
    "text": "odt",
    "text-template": "ott",
    "text-master": "odm",
    "presentation": "odp",
    "presentation-template": "otp",
}
"""Suffix by the rest of the media type (part 2, 3.3; part 1, annex C)."""
FLAT = {"odt": "fodt", "ott": "fodt", "odm": "fodt", "odp": "fodp", "otp": "fodp"}
MARGINS: tuple[tuple[str, Area], ...] = (
    *((STYLE + name, "header") for name in ("header", "header-left", "header-first")),
    *((STYLE + name, "footer") for name in ("footer", "footer-left", "footer-first")),
)


def open_odf(source: Package | _Element) -> Office:
    """Read a text document or presentation. Raises ``CouldNotCheck`` where there is none to read."""
    if isinstance(source, Package):
        refuse_encrypted(source)
        content = source.main_xml("content.xml")
        styles, meta, settings = (source.xml(f"{name}.xml") for name in ("styles", "meta", "settings"))
        media_type = (source.read("mimetype", 200) or b"").decode("ascii", "replace").strip()
        return _read(content, styles, meta, settings, source, media_type)
    media_type = source.get(OFFICE + "mimetype") or ""
    return _read(source, source, source, source, None, media_type)


def _read(
    content: _Element,
    common: _Element | None,
    meta: _Element | None,
    settings: _Element | None,
    package: Package | None,
    media_type: str,
) -> Office:
    body = content.find(OFFICE + "body")
    main = next(iter(body), None) if body is not None else None
    if main is None:
        raise CouldNotCheck("broken", "no body")
    form = _form(main)
    common = content if common is None else common
    reading = Reading(package, form)
    flow = Flow(reading)
    reading.shapes.flow = flow
    styles = Styles(content) if common is content else Styles(common, content)
    of_masters = styles if common is content else Styles(common)
    format_ = FORMATS.get(media_type.removeprefix(MEDIA_TYPE), "odt" if form == "text" else "odp")
    office = Office(
        form=form,
        format=format_ if package is not None else FLAT[format_],
        properties=read_properties(meta),
        language=styles.default_language if form == "text" else styles.default_shape_language,
        protection=read_protection(settings, package),
        revisions=read_revisions([content] if common is content else [content, common]),
        macros=has_macros(package, content),
    )
    if form == "text":
        _read_text(office, main, common, flow, styles, of_masters)
    else:
        from a11ycheck.documents.office.odf_slides import read_slides

        reading.templates = read_templates(common.find(OFFICE + "styles"))
        office.slides = read_slides(main, reading, styles, common, of_masters)
        office.styles = styles.in_use()
    office.bookmarks = frozenset(flow.bookmarks - {""})
    office.left_unread = "; ".join(dict.fromkeys(reading.unread))
    return office


def _form(main: _Element) -> Form:
    if main.tag == OFFICE + "text":
        return "text"
    if main.tag == OFFICE + "presentation":
        return "slides"
    raise CouldNotCheck("no-kind", str(main.tag).rpartition("}")[2])


def _read_text(
    office: Office, text: _Element, common: _Element, flow: Flow, styles: Styles, of_masters: Styles
) -> None:
    """Read the body, then the headers and footers of the pages that it has."""
    reading = flow.reading
    masters = common.find(OFFICE + "master-styles")
    found = masters.iterchildren(STYLE + "master-page") if masters is not None else ()
    pages = {page.get(STYLE + "name") or "": page for page in found}
    first = _first_page(text, pages, styles)
    layout = of_masters.layout(first.get(STYLE + "page-layout-name") or "") if first is not None else {}
    office.page_background, office.page_picture = _background(layout, of_masters, reading)
    behind = None if office.page_picture else office.page_background or "FFFFFF"
    blocks = flow.blocks(text, Around(styles, behind=behind))
    notes, flow.stories = flow.stories, []
    columns = min(max(whole(layout.get(COLUMNS), 1), 1), 99)
    margins: list[Story] = []
    for page in _pages_in_use(first, pages, styles):
        for tag, area in MARGINS:
            element = page.find(tag)
            if element is None or element.get(STYLE + "display") == "false":
                continue
            around = Around(of_masters, Place(area, ((area, ""),)), behind=behind)
            margins.append(Story(area, flow.blocks(element, around)))
    office.stories = (Story("body", blocks), *margins, *notes, *flow.stories)
    office.sections = (*((Section(columns=columns),) if columns > 1 else ()), *flow.sections)
    office.contents = flow.contents
    office.styles = styles.in_use()
    office.watermarks = tuple(watermarks(margins))


def _first_page(text: _Element, pages: dict[str, _Element], styles: Styles) -> _Element | None:
    """The master page of the first page: the one that the first paragraph asks for, else the standard one."""
    opening = next(text.iter(P, H), None)
    named = styles.page_of(opening.get(STYLE_NAME) or "") if opening is not None else ""
    usual = pages.get("Standard", next(iter(pages.values()), None))
    return pages.get(named, usual)


def _pages_in_use(first: _Element | None, pages: dict[str, _Element], styles: Styles) -> Iterator[_Element]:
    """The master pages that paragraphs ask for, and those that follow them."""
    named = dict.fromkeys(styles.page_of(name) for family, name in styles.used if family == "paragraph")
    waiting = deque([first.get(STYLE + "name") or "", *named] if first is not None else ())
    seen: set[str] = {""}
    while waiting:
        name = waiting.popleft()
        page = pages.get(name)
        if page is not None and name not in seen:
            yield page
            waiting.append(page.get(STYLE + "next-style-name") or "")
        seen.add(name)


def _background(layout: Attributes, styles: Styles, reading: Reading) -> tuple[str, Image | None]:
    """The pages' colour and picture."""
    address = styles.fill_image(layout)
    picture = reading.image_at(address) if address else None
    painted, paint = styles.paint(layout)
    return (paint.over("FFFFFF") or "" if painted and paint else ""), picture
