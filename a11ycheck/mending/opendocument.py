"""OpenDocument: title, default language, header rows, empty headings.

Clauses are those of ODF 1.3, part 3.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from a11ycheck.documents.office.odf_names import DC, FO, META, OFFICE, STYLE, STYLE_NAME, TABLE, TEXT, XML_ID
from a11ycheck.documents.office.odf_reading import Reading
from a11ycheck.documents.office.odf_styles import Styles
from a11ycheck.documents.office.odf_tables import GROUPS, ROWS, read_table
from a11ycheck.documents.office.odf_text import (
    CHANGE_MARKS,
    INDEXES,
    LIST,
    NUMBERED,
    TRACKED,
    Around,
    Flow,
    H,
    P,
)
from a11ycheck.mending.choices import has_empty_heading, names_its_columns

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.model import Office
    from a11ycheck.documents.office.package import Package
    from a11ycheck.mending.draft import Draft
    from a11ycheck.mending.xml_part import XmlPart

LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([A-Z]{2}))?")
STANDARD = "Standard"
"""The default paragraph style, as LibreOffice calls it whatever its language."""
IN_EMPTY = frozenset(
    TEXT + name
    for name in (
        "span",
        "s",
        "tab",
        "line-break",
        "soft-page-break",
        "bookmark",
        "bookmark-start",
        "bookmark-end",
    )
)
"""What may stand in a paragraph that says nothing."""
AROUND_HEADING = frozenset({TRACKED, LIST, NUMBERED, TEXT + "note", *INDEXES})
"""Within these an empty heading is left as it is: it is deleted, or has a number."""
AROUND_TABLE = frozenset({TABLE + "table", TRACKED, *INDEXES})
NOT_PLAIN = CHANGE_MARKS | {TABLE + "table", TABLE + "covered-table-cell", TEXT + "note"}


def mend_opendocument(
    office: Office, package: Package | None, draft: Draft, title: str, language: str
) -> None:
    """Mend a text document or presentation; in a flat file, where there is no package, all parts are one."""
    if title:
        _set_title(draft.part("meta.xml" if package else "the file"), draft, title)
    if language:
        family = "paragraph" if office.form == "text" else "graphic"
        stated = _state_language(draft.part("styles.xml" if package else "the file"), family, language)
        if stated:
            draft.mend("language", language=language)
        else:
            draft.leave("no-place-for-language")
    has_table = office.form == "text" and any(map(names_its_columns, office.tables))
    has_heading = office.form == "text" and has_empty_heading(office)
    if not (has_table or has_heading):
        return
    content = draft.part("content.xml" if package else "the file")
    text = content.root.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if content is None or text is None:
        return
    common = package.xml("styles.xml") if package else content.root
    styles = Styles(content.root) if common is None or not package else Styles(common, content.root)
    if has_table:
        _mark_header_rows(content, text, styles, package, draft)
    if has_heading:
        numbered = _numbered_levels(content.root if common is None else common)
        _empty_headings(content, text, styles, numbered, draft)


def _set_title(part: XmlPart | None, draft: Draft, title: str) -> None:
    meta = part.root.find(OFFICE + "meta") if part is not None else None
    if part is None or meta is None:
        draft.leave("no-properties")
        return
    there = meta.find(DC + "title")
    if there is not None:
        part.set_text(there, title)
    elif prefix := part.prefix(meta, DC):
        part.insert(
            meta,
            f"<{prefix}title>{escape(title)}</{prefix}title>",
            first=meta.find(META + "generator") is None,
        )
    else:
        part.insert(meta, f'<dc:title xmlns:dc="{DC.strip("{}")}">{escape(title)}</dc:title>')
    draft.mend("title", title=title)


def _state_language(part: XmlPart | None, family: str, language: str) -> bool:
    """State the language in the default style of paragraphs or shapes (16.4, 20.200, 20.193)."""
    tag = LANGUAGE.fullmatch(language)
    common = part.root.find(OFFICE + "styles") if part is not None else None
    if part is None or common is None or tag is None:
        return False
    style, fo = part.prefix(common, STYLE), part.prefix(common, FO)
    if style is None or fo is None:
        return False
    values = {f"{fo}language": tag[1], f"{fo}country": tag[2] or "none"}
    written = "".join(f' {name}="{value}"' for name, value in values.items())
    found = (
        each for each in common.iterchildren(STYLE + "default-style") if each.get(STYLE + "family") == family
    )
    default = next(found, None)
    properties = f"<{style}text-properties{written}/>"
    if default is None:
        whole = f'<{style}default-style {style}family="{family}">{properties}</{style}default-style>'
        part.insert(common, whole, first=True)
        return True
    there = default.find(STYLE + "text-properties")
    if there is None:
        part.insert(default, properties)
        return True
    for name, value in values.items():
        part.set_attribute(there, name, value)
    return True


def _mark_header_rows(
    part: XmlPart, text: _Element, styles: Styles, package: Package | None, draft: Draft
) -> None:
    """Make the first row of each plain data table a header row (9.1.3)."""
    reading = Reading(package, "text")
    flow = Flow(reading)
    reading.shapes.flow = flow
    count = 0
    for element in text.iter(TABLE + "table"):
        rows = [child for child in element if child.tag == ROWS]
        if len(rows) < 2 or any(child.tag in GROUPS for child in element) or _within(element, AROUND_TABLE):
            continue
        if rows[0].get(TABLE + "number-rows-repeated") or any(
            _is_not_plain(inner) for inner in element.iterdescendants()
        ):
            continue
        table = read_table(element, Around(styles), flow)
        if table is None or not names_its_columns(table):
            continue
        prefix, colon, _ = part.name(rows[0]).rpartition(":")
        name = f"{prefix}{colon}table-header-rows"
        part.wrap(rows[0], f"<{name}>", f"</{name}>")
        count += 1
    if count:
        draft.mend("header-rows", count=count)


def _is_not_plain(element: _Element) -> bool:
    return element.tag in NOT_PLAIN or str(element.tag).startswith(
        "{urn:oasis:names:tc:opendocument:xmlns:drawing"
    )


def _empty_headings(
    part: XmlPart, text: _Element, styles: Styles, numbered: frozenset[int], draft: Draft
) -> None:
    """Make headings that say nothing paragraphs of the default style."""
    if styles.paragraph(STANDARD).role == "heading":
        return
    count = left = 0
    for element in text.iter(H, P):
        if len(element) > 20 or any(map(str.strip, map(str, element.itertext()))):
            continue
        name = element.get(STYLE_NAME) or ""
        style = styles.paragraph(name)
        if element.tag == P and style.role != "heading":
            continue
        if any(inner.tag not in IN_EMPTY for inner in element.iterdescendants()):
            continue
        level = element.get(TEXT + "outline-level", "1") if element.tag == H else str(style.level)
        new_page = style.ends_page or style.format.page_break_before or styles.page_of(name)
        has_number = style.list_style or (level.isdecimal() and int(level[:3]) in numbered)
        if new_page or has_number or element.get(XML_ID) or _within(element, AROUND_HEADING):
            left += 1
            continue
        written = part.name(element)
        prefix, colon, _ = written.rpartition(":")
        part.replace_tag(element, f"{prefix}{colon}p", f'{prefix}{colon}style-name="{STANDARD}"')
        count += 1
    if count:
        draft.mend("empty-headings", count=count)
    if left:
        draft.leave("empty-headings-left", count=left)


def _numbered_levels(common: _Element) -> frozenset[int]:
    """The levels of headings that get a number (16.34)."""
    outline = common.find(f"{OFFICE}styles/{TEXT}outline-style")
    levels = (
        level.get(TEXT + "level", "")
        for level in (outline if outline is not None else ())
        if level.get(STYLE + "num-format")
    )
    return frozenset(int(level) for level in levels if level.isdecimal() and len(level) < 4)


def _within(element: _Element, tags: frozenset[str]) -> bool:
    return any(above.tag in tags for above in element.iterancestors())
