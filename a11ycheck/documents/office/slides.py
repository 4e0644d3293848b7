"""From the package of a slide deck to the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from a11ycheck.documents.office.embedded import read_embedded
from a11ycheck.documents.office.limits import MOST_SLIDES
from a11ycheck.documents.office.model import (
    Office,
    Paragraph,
    Place,
    Protection,
    Revisions,
    Shape,
    Slide,
    SlideSection,
    paragraphs_in,
)
from a11ycheck.documents.office.properties import is_marked_as_final, is_signed, read_properties
from a11ycheck.documents.office.slide_masters import Masters, Painted, drawings_for, ground, placeholder_of
from a11ycheck.documents.office.slide_shapes import OnSlide, SlideShapes, painted_on, taken
from a11ycheck.documents.office.slide_tables import SlideTables
from a11ycheck.documents.office.slide_text import Dress, Level, SlideText, read_list_style
from a11ycheck.documents.office.slide_timing import read_timing, read_transition
from a11ycheck.documents.office.slide_values import EMU_PER_POINT, P14, P
from a11ycheck.documents.office.theme_colours import OFFICE_THEME, OWN_MAP
from a11ycheck.documents.office.word_values import R, language_tag, number, on_off

if TYPE_CHECKING:
    from lxml.etree import _Element

    from a11ycheck.documents.office.main_part import MainPart
    from a11ycheck.documents.office.package import Package, Relation


class _Named(NamedTuple):
    """A slide in the deck's list: its id, and its part."""

    id: str
    part: str


def read_slides(package: Package, main: MainPart) -> Office:
    """Read a slide deck. Raises ``CouldNotCheck`` where its main part cannot be read."""
    root = package.main_xml(main.name)
    relations = package.relations(main.name)
    parts = {found.type: found.target for found in relations.values() if not found.external}
    named = _slide_list(root, relations)
    if len(named) > MOST_SLIDES:
        package.unread.append(f"slides after the {MOST_SLIDES}th")
    sections = _sections(root, named)
    reader = _Reader(package, root, parts, sections)
    slides = [reader.slide(number, found.part) for number, found in enumerate(named[:MOST_SLIDES], 1)]
    read = tuple(slide for slide in slides if slide is not None)
    if reader.shapes.cut:
        package.unread.append("groups nested too deeply")
    return Office(
        form="slides",
        format=main.format,
        properties=read_properties(package, "powerpoint"),
        language=_language(read) or reader.text.default_language,
        protection=Protection(
            "read-only" if root.find(f"{P}modifyVerifier") is not None else "",
            is_signed(package),
            is_marked_as_final(package),
        ),
        revisions=Revisions(comments=reader.comments),
        slides=read,
        slide_sections=tuple(section for section, _ in sections),
        macros=any(found.endswith("vbaProject.bin") for found in package.names),
        embedded=read_embedded(package),
        left_unread="; ".join(dict.fromkeys(package.unread)),
    )


def _slide_list(root: _Element, relations: Mapping[str, Relation]) -> list[_Named]:
    found = []
    for entry in root.iterfind(f"{P}sldIdLst/{P}sldId"):
        relation = relations.get(entry.get(f"{R}id", ""))
        if relation is not None and not relation.external:
            found.append(_Named(entry.get("id", ""), relation.target))
    return found


def _sections(root: _Element, slides: list[_Named]) -> list[tuple[SlideSection, frozenset[int]]]:
    """The deck's sections with the numbers of their slides ([MS-PPTX], 2.5.6)."""
    numbers = {slide.id: number for number, slide in enumerate(slides, 1)}
    found = []
    for count, section in enumerate(root.iter(f"{P14}section"), 1):
        ids = (entry.get("id", "") for entry in section.iter(f"{P14}sldId"))
        held = frozenset(numbers[id_] for id_ in ids if id_ in numbers)
        found.append((SlideSection(section.get("name", ""), count, min(held, default=0)), held))
    return found


class _Reader:
    """Reads slides, one after the other."""

    def __init__(
        self,
        package: Package,
        root: _Element,
        parts: Mapping[str, str],
        sections: Iterable[tuple[SlideSection, frozenset[int]]],
    ) -> None:
        self._package = package
        self._masters = Masters(package)
        self._section_of = {number: section.name for section, held in sections for number in held}
        self.text = SlideText()
        styles = package.xml(parts["tableStyles"]) if "tableStyles" in parts else None
        self.shapes = SlideShapes(self.text, SlideTables(self.text, styles))
        self.comments = 0
        size = root.find(f"{P}sldSz")
        self._width = number(size.get("cx")) / EMU_PER_POINT if size is not None else 720.0
        self._height = number(size.get("cy")) / EMU_PER_POINT if size is not None else 540.0
        self._defaults: tuple[Level, ...] = read_list_style(root.find(f"{P}defaultTextStyle"))
        self.text.default_language = _declared(self._defaults)
        self._timings_used = _uses_timings(package, parts)

    def slide(self, number: int, part: str) -> Slide | None:
        """Read one slide; None where its part cannot be read, which the package tells."""
        root = self._package.xml(part)
        if root is None:
            if part not in self._package:
                self._package.unread.append(f"{part} is missing")
            return None
        relations = self._package.relations(part)
        by_type = {found.type: found.target for found in relations.values() if not found.external}
        layout = self._masters.layout(by_type.get("slideLayout", ""))
        drawings = drawings_for(root, layout, self._package)
        behind = ground(root, relations, layout, drawings)
        painted: list[Painted] = []
        if on_off(root.get("showMasterSp")):
            if layout.shows_master:
                painted += painted_on(layout.master.root, drawings)
            painted += painted_on(layout.root, drawings)
        place = Place("slide", (("slide", number),), number)
        timing = read_timing(root)
        tree = root.find(f"{P}cSld/{P}spTree")
        shapes: tuple[Shape, ...] = ()
        if tree is not None:
            shapes = self.shapes.shapes(
                tree,
                OnSlide(
                    place, layout, drawings, relations, timing.media, self._defaults, behind.colour, painted
                ),
            )
        self.comments += self._count_comments(relations)
        return Slide(
            number,
            shapes,
            _title_shape(shapes),
            "",
            layout.name,
            self._section_of.get(number, ""),
            not on_off(root.get("show")),
            self._notes(by_type.get("notesSlide", ""), number),
            read_transition(root, self._timings_used),
            timing.animations,
            behind.colour,
            behind.picture,
            self._width,
            self._height,
        )

    def _notes(self, part: str, slide: int) -> tuple[Paragraph, ...]:
        """The speaker's notes: what stands in the body placeholder of the notes page."""
        root = self._package.xml(part) if part else None
        tree = root.find(f"{P}cSld/{P}spTree") if root is not None else None
        if tree is None:
            return ()
        self.text.relations = self._package.relations(part)
        place = Place("speaker notes", (("slide", slide), ("speaker notes", "")), slide)
        dress = Dress((self._defaults,), "FFFFFF", OFFICE_THEME, OWN_MAP, list_id=f"notes {slide}")
        found: list[Paragraph] = []
        for shape in taken(tree):
            placeholder, body = placeholder_of(shape), shape.find(f"{P}txBody")
            if placeholder is not None and placeholder.get("type") == "body" and body is not None:
                found += self.text.paragraphs(body, place, dress)
        return tuple(paragraph for paragraph in found if paragraph.text.strip())

    def _count_comments(self, relations: Mapping[str, Relation]) -> int:
        count = 0
        for relation in relations.values():
            if relation.type == "comments" and not relation.external:
                root = self._package.xml(relation.target)
                count += sum(1 for _ in root.iterchildren("{*}cm")) if root is not None else 0
        return count


def _title_shape(shapes: tuple[Shape, ...]) -> Shape | None:
    """The title placeholder, one with words before one without. One in a group is none for PowerPoint."""
    titles = [shape for shape in shapes if shape.placeholder == "title"]
    return next((shape for shape in titles if shape.words.strip()), titles[0] if titles else None)


def _declared(defaults: tuple[Level, ...]) -> str:
    return next((tag for level in defaults if (tag := language_tag(level.get("lang")))), "")


def _language(slides: Iterable[Slide]) -> str:
    """The language of most of the text: a deck has none of its own, each text has one."""
    letters: Counter[str] = Counter()
    for paragraph in _all_paragraphs(slides):
        if paragraph.language:
            letters[paragraph.language] += len(paragraph.text)
    most = letters.most_common(1)
    return most[0][0] if most else ""


def _all_paragraphs(slides: Iterable[Slide]) -> Iterator[Paragraph]:
    for slide in slides:
        for shape in slide.all_shapes():
            yield from paragraphs_in(shape.blocks)


def _uses_timings(package: Package, parts: Mapping[str, str]) -> bool:
    """Does the show go on by the slides' own times (19.2.1.30)?"""
    root = package.xml(parts["presProps"]) if "presProps" in parts else None
    show = root.find(f"{P}showPr") if root is not None else None
    return show is None or on_off(show.get("useTimings"))
