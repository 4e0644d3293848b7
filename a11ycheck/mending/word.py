"""Word documents: default language, header rows, empty headings.

Clauses are those of ECMA-376 part 1 (5th edition).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from a11ycheck.documents.office.drawing import Drawings
from a11ycheck.documents.office.model import Place
from a11ycheck.documents.office.numbering import Numbering
from a11ycheck.documents.office.theme_colours import OWN_MAP, read_theme
from a11ycheck.documents.office.word_shapes import ALTERNATE, Surroundings
from a11ycheck.documents.office.word_styles import Styles, paragraph_settings
from a11ycheck.documents.office.word_tables import TableReader
from a11ycheck.documents.office.word_text import WordText
from a11ycheck.documents.office.word_values import VAL, W, language_tag
from a11ycheck.mending.choices import has_empty_heading, names_its_columns

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.main_part import MainPart
    from a11ycheck.documents.office.model import Office
    from a11ycheck.documents.office.package import Package
    from a11ycheck.mending.draft import Draft
    from a11ycheck.mending.xml_part import XmlPart

TBL, TR, P, P_PR = W + "tbl", W + "tr", W + "p", W + "pPr"
TRACKED = frozenset(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *(
            "rPrChange",
            "pPrChange",
            "tblPrChange",
            "trPrChange",
            "tcPrChange",
            "tblPrExChange",
            "tblGridChange",
        ),
    )
)
NOT_PLAIN = TRACKED | {W + name for name in ("drawing", "pict", "object", "customXml", "altChunk")}
"""What does not stand in a plain table."""
AROUND = frozenset({TBL, ALTERNATE, *TRACKED})
"""Within these a table or paragraph is left as it is."""
IN_EMPTY = frozenset(
    W + name for name in "r rPr t tab br bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak".split()
)
"""What may stand in a paragraph that says nothing."""
NOT_IN_PROPERTIES = TRACKED | {W + name for name in ("numPr", "sectPr", "framePr", "pageBreakBefore")}
AFTER_LANGUAGE = frozenset(W + name for name in ("eastAsianLayout", "specVanish", "oMath", "rPrChange"))
"""What comes after w:lang in an rPr (17.3.2.28)."""


def mend_word(office: Office, package: Package, main: MainPart, draft: Draft, language: str) -> None:
    """Mend a Word document; ``language`` is the one to state, empty for none."""
    relations = package.relations(main.name)
    parts = {found.type: found.target for found in relations.values() if not found.external}
    if language and not _state_language(draft.part(parts.get("styles", "")), language):
        draft.leave("no-place-for-language")
    elif language:
        draft.mend("language", language=language)
    has_table = any(map(names_its_columns, office.tables))
    has_heading = has_empty_heading(office)
    document = draft.part(main.name) if has_table or has_heading else None
    if document is None or (w := document.prefix(document.root, _namespace(document.root))) is None:
        return

    def xml(type_: str) -> _Element | None:
        return package.xml(parts[type_]) if type_ in parts else None

    styles = Styles(xml("styles"), theme := read_theme(xml("theme")), {})
    text = WordText(styles, Numbering(xml("numbering")), Drawings(package, theme, OWN_MAP))
    text.relations = relations
    if has_table:
        _mark_header_rows(document, w, TableReader(styles, text.blocks, text.unwrapped), draft)
    if has_heading:
        _empty_headings(document, styles, draft)


def _namespace(root: _Element) -> str:
    return str(root.tag).partition("}")[0].lstrip("{")


def _state_language(part: XmlPart | None, language: str) -> bool:
    """State the language in the document's defaults (17.7.5)."""
    w = part.prefix(part.root, W) if part is not None else None
    if part is None or w is None:
        return False
    written = f'<{w}lang {w}val="{language}"/>'
    defaults = part.root.find(f"{W}docDefaults")
    inner = f"<{w}rPr>{written}</{w}rPr>"
    of_runs = f"<{w}rPrDefault>{inner}</{w}rPrDefault>"
    if defaults is None:
        part.insert(part.root, f"<{w}docDefaults>{of_runs}</{w}docDefaults>", first=True)
        return True
    holder = defaults.find(f"{W}rPrDefault")
    if holder is None:
        part.insert(defaults, of_runs, first=True)
        return True
    properties = holder.find(f"{W}rPr")
    if properties is None:
        part.insert(holder, inner)
        return True
    there = properties.find(f"{W}lang")
    if there is not None:
        if language_tag(there.get(VAL)):
            return False
        part.set_attribute(there, f"{w}val", language)
        return True
    after = next((child for child in properties if child.tag in AFTER_LANGUAGE), None)
    part.insert(properties, written, before=after)
    return True


def _mark_header_rows(part: XmlPart, w: str, tables: TableReader, draft: Draft) -> None:
    """Mark the first row of each plain data table as a header row (17.4.49)."""
    count = 0
    for element in _apart(part.root.iter(TBL)):
        rows = [child for child in element if child.tag == TR]
        if (
            len(rows) < 3
            or element.find(f"{W}sdt") is not None
            or any(inner.tag in NOT_PLAIN or inner.tag == TBL for inner in element.iterdescendants())
        ):
            continue
        if not names_its_columns(tables.table(element, Surroundings(Place()))):
            continue
        marks = rows[0].find(f"{W}trPr")
        if marks is None:
            before = next((child for child in rows[0] if child.tag != f"{W}tblPrEx"), None)
            part.insert(rows[0], f"<{w}trPr><{w}tblHeader/></{w}trPr>", before=before)
        elif marks.find(f"{W}tblHeader") is None:
            part.insert(marks, f"<{w}tblHeader/>")
        else:  # it says that it is none
            continue
        count += 1
    if count:
        draft.mend("header-rows", count=count)


def _empty_headings(part: XmlPart, styles: Styles, draft: Draft) -> None:
    """Give paragraphs that say nothing the default paragraph style instead of a heading's."""
    if styles.paragraph("", ()).role == "heading":
        return
    count = left = 0
    for element in part.root.iter(P):
        properties = element.find(P_PR)
        if properties is None:
            continue
        named, outline = properties.find(f"{W}pStyle"), properties.find(f"{W}outlineLvl")
        if named is None and outline is None:
            continue
        if any((inner.text or "").strip() for inner in element.iter(f"{W}t")):
            continue
        style_id = named.get(VAL, "") if named is not None else ""
        style = styles.paragraph(style_id, paragraph_settings(properties, styles))
        if style.role != "heading" or not _says_nothing(element, properties):
            continue
        if style.list is not None or style.format.page_break_before or _within(element, AROUND - {TBL}):
            left += 1
            continue
        for found in (named, outline):
            if found is not None:
                part.remove(found)
        count += 1
    if count:
        draft.mend("empty-headings", count=count)
    if left:
        draft.leave("empty-headings-left", count=left)


def _says_nothing(paragraph: _Element, properties: _Element) -> bool:
    if any(inner.tag in NOT_IN_PROPERTIES for inner in properties.iterdescendants()):
        return False
    for child in paragraph:
        if child is properties:
            continue
        if child.tag not in IN_EMPTY:
            return False
        for inner in child.iterdescendants():
            if (
                inner.tag not in IN_EMPTY
                and (parent := inner.getparent()) is not None
                and parent.tag != f"{W}rPr"
            ):
                return False
    return True


def _apart(elements: Iterator[_Element]) -> Iterator[_Element]:
    return (element for element in elements if not _within(element, AROUND))


def _within(element: _Element, tags: frozenset[str]) -> bool:
    return any(above.tag in tags for above in element.iterancestors())
