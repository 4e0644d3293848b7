"""From the package of a Word document to the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from a11ycheck.documents.office.drawing import Drawings
from a11ycheck.documents.office.embedded import read_embedded, read_recordings
from a11ycheck.documents.office.model import (
    Area,
    Image,
    Office,
    Place,
    Protection,
    Revisions,
    Story,
)
from a11ycheck.documents.office.numbering import Numbering
from a11ycheck.documents.office.properties import is_marked_as_final, is_signed, read_properties
from a11ycheck.documents.office.theme_colours import OWN_MAP, WORD_NAMES, read_theme, word_colour
from a11ycheck.documents.office.watermarks import watermarks
from a11ycheck.documents.office.word_shapes import Surroundings
from a11ycheck.documents.office.word_styles import Styles
from a11ycheck.documents.office.word_text import WordText
from a11ycheck.documents.office.word_values import VAL, R, W, is_on, language_tag, on_off

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.main_part import MainPart
    from a11ycheck.documents.office.package import Package, Relation

EDITS = {
    "readOnly": "read-only",
    "comments": "comments",
    "trackedChanges": "tracked changes",
    "forms": "forms",
}
"""What may be done where editing is restricted (17.18.23)."""
NOTES: tuple[tuple[str, Area, str], ...] = (
    ("footnotes", "footnote", f"{W}footnote"),
    ("endnotes", "endnote", f"{W}endnote"),
)
CHANGED_FORMATS = tuple(
    W + name
    for name in (
        *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
        *("sectPrChange", "numberingChange", "tblGridChange", "tblPrExChange"),
    )
)

CHANGES = (f"{W}ins", f"{W}del", f"{W}moveTo", *CHANGED_FORMATS)


def read_word(package: Package, main: MainPart) -> Office:
    """Read a Word document. Raises ``CouldNotCheck`` where its main part cannot be read."""
    document = package.main_xml(main.name)
    relations = package.relations(main.name)
    parts = {found.type: found.target for found in relations.values() if not found.external}
    settings = _part(package, parts, "settings")
    theme = read_theme(_part(package, parts, "theme"))
    colour_map = _colour_map(settings)
    styles = Styles(_part(package, parts, "styles"), theme, colour_map)
    drawings = Drawings(package, theme, {**OWN_MAP, **colour_map})
    text = WordText(styles, Numbering(_part(package, parts, "numbering")), drawings)
    page, picture = _background(document, settings, styles, drawings, relations)
    roots = [document]
    stories = []
    body = document.find(f"{W}body")
    if body is not None:
        blocks = text.story(body, Surroundings(Place(), page or "FFFFFF"), relations)
        stories.append(Story("body", blocks))
    for story, root in _other_stories(package, parts, text):
        stories.append(story)
        roots.append(root)
    comments = _part(package, parts, "comments")
    if text.cut:
        package.unread.append("nested too deeply")
    return Office(
        form="text",
        format=main.format,
        properties=read_properties(package, "word"),
        language=_language(styles, settings),
        protection=_protection(package, settings),
        revisions=_revisions(roots, comments, settings),
        stories=tuple(stories),
        sections=tuple(text.sections),
        styles=styles.in_use(),
        bookmarks=frozenset(text.bookmarks),
        contents=text.tables_of_contents,
        watermarks=tuple(watermarks(stories)),
        page_background=page,
        page_picture=picture,
        macros=any(found.endswith("vbaProject.bin") for found in package.names),
        embedded=(*read_embedded(package, text.chunks), *read_recordings(package)),
        left_unread="; ".join(dict.fromkeys(package.unread)),
    )


def _part(package: Package, parts: Mapping[str, str], type_: str) -> _Element | None:
    return package.xml(parts[type_]) if type_ in parts else None


def _other_stories(
    package: Package, parts: Mapping[str, str], text: WordText
) -> Iterator[tuple[Story, _Element]]:
    """Headers and footers that a section uses, then notes."""
    for part, area in text.section_parts.items():
        root = package.xml(part)
        if root is not None:
            around = Surroundings(Place(area, ((area, ""),)))
            yield Story(area, text.story(root, around, package.relations(part))), root
    for type_, area, tag in NOTES:
        root = _part(package, parts, type_)
        if root is None:
            continue
        relations = package.relations(parts[type_])
        notes = (note for note in root.iterchildren(tag) if note.get(f"{W}type", "normal") == "normal")
        for number, note in enumerate(notes, 1):
            around = Surroundings(Place(area, ((area, number),)))
            yield Story(area, text.story(note, around, relations), str(number)), root


def _colour_map(settings: _Element | None) -> dict[str, str]:
    """Which colour of the theme Word's names stand for (17.15.1.20)."""
    found = settings.find(f"{W}clrSchemeMapping") if settings is not None else None
    if found is None:
        return {}
    names = {
        "t1": ("text1", "tx1"),
        "t2": ("text2", "tx2"),
        "bg1": ("background1", "bg1"),
        "bg2": ("background2", "bg2"),
    }
    stands_for = {}
    for name, value in found.items():
        short, theme_name = str(name).rpartition("}")[2], str(value)
        for ours in names.get(short, (short,)):
            stands_for[ours] = WORD_NAMES.get(theme_name, theme_name)
    return stands_for


def _background(
    document: _Element,
    settings: _Element | None,
    styles: Styles,
    drawings: Drawings,
    relations: Mapping[str, Relation],
) -> tuple[str, Image | None]:
    """The pages' colour and picture, where they are shown (17.2.1, 17.15.1.25)."""
    background = document.find(f"{W}background")
    shown = settings is not None and is_on(settings.find(f"{W}displayBackgroundShape"))
    if background is None or not shown:
        return "", None
    colour = word_colour(
        background.get(f"{W}color"),
        background.get(f"{W}themeColor"),
        background.get(f"{W}themeTint"),
        background.get(f"{W}themeShade"),
        styles.theme,
        drawings.colour_map,
    )
    for fill in background.iter("{urn:schemas-microsoft-com:vml}fill"):
        relation = relations.get(fill.get(f"{R}id", ""))
        if relation is not None and not relation.external:
            return colour, drawings.image_part(relation.target)
    return colour, None


def _language(styles: Styles, settings: _Element | None) -> str:
    """The language of text that says none: by the defaults, else by the one that the theme's fonts are for."""
    themed = settings.find(f"{W}themeFontLang") if settings is not None else None
    return styles.default_language or (language_tag(themed.get(VAL)) if themed is not None else "")


def _protection(package: Package, settings: _Element | None) -> Protection:
    edit = ""
    recommended = False
    if settings is not None:
        found = settings.find(f"{W}documentProtection")
        if found is not None and on_off(found.get(f"{W}enforcement", "0")):
            edit = EDITS.get(found.get(f"{W}edit", ""), "")
        writing = settings.find(f"{W}writeProtection")
        recommended = writing is not None and on_off(writing.get(f"{W}recommended", "0"))
    return Protection(edit, is_signed(package), is_marked_as_final(package), recommended)


def _revisions(roots: list[_Element], comments: _Element | None, settings: _Element | None) -> Revisions:
    unique = {id(root): root for root in roots}.values()
    counts = Counter(found.tag for root in unique for found in root.iter(*CHANGES))
    return Revisions(
        counts[f"{W}ins"],
        counts[f"{W}del"],
        counts[f"{W}moveTo"],
        sum(counts[tag] for tag in CHANGED_FORMATS),
        sum(1 for _ in comments.iterchildren(f"{W}comment")) if comments is not None else 0,
        settings is not None and is_on(settings.find(f"{W}trackRevisions")),
    )
