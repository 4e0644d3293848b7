"""From the bytes of a PDF to its model: the line that everything in this package hangs on."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial

import pikepdf

from a11ycheck.documents.content import Content, Paragraph
from a11ycheck.documents.pdf import looks_like_pdf, to_content
from a11ycheck.documents.pdf.extras import header_of, read_extras
from a11ycheck.documents.pdf.fill import Claimed, claim, fill, keys_in
from a11ycheck.documents.pdf.fonts import Fonts
from a11ycheck.documents.pdf.form_graph import safe_pages
from a11ycheck.documents.pdf.layout import grouped, laid_out, text_within
from a11ycheck.documents.pdf.limits import MOST_PAGES_LAID_OUT
from a11ycheck.documents.pdf.metadata import read_attachments, read_bookmarks, read_catalog
from a11ycheck.documents.pdf.model import Annotation, Catalog, Contrasts, Drawn, Page, Pdf
from a11ycheck.documents.pdf.objects import Streams, entries, name, opened, refusal
from a11ycheck.documents.pdf.page_content import Interpreter
from a11ycheck.documents.pdf.pages import AnnotationSource, PageSource, annotation_sources, page_sources
from a11ycheck.documents.pdf.pictures import tell_pictures
from a11ycheck.documents.pdf.scripts import read_scripts
from a11ycheck.documents.pdf.structure import Structure, read_structure
from a11ycheck.documents.pdf.text_languages import tell_languages
from a11ycheck.trouble import CouldNotCheck


def open_pdf(data: bytes) -> Pdf:
    """Read a PDF. Raises ``CouldNotCheck``, and nothing else, whatever the bytes are."""
    if not data:
        raise CouldNotCheck("empty")
    if not looks_like_pdf(data):
        raise CouldNotCheck("not-what-it-says")
    try:
        with opened(data) as file, _no_collecting():
            return _read(file, data)
    except pikepdf.PdfError as error:
        raise refusal(error) from None
    except MemoryError:
        raise CouldNotCheck("out-of-memory") from None


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Put off the search for cyclic garbage: a document leaves none while it is read, and a quarter of the time goes
    to looking for it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(file: pikepdf.Pdf, data: bytes) -> Pdf:
    root = entries(file.Root)
    streams = Streams()
    pages = page_sources(file)
    catalog = replace(read_catalog(file, root, streams), scripts=read_scripts(root, pages, streams))
    sources = annotation_sources(pages)
    structure = read_structure(
        root.get("/StructTreeRoot"),
        {page.id: page.number for page in pages},
        {source.id: index for index, source in enumerate(sources) if source.id != (0, 0)},
        {source.struct_parent for source in sources},
        catalog.language or "",
    )
    painted = _paint(pages, sources, structure, Interpreter(streams, Fonts(streams)))
    fonts = painted.fonts.model()
    fill(structure.elements, painted.claimed, fonts)
    tell_languages(structure.elements, painted.claimed)
    tell_pictures(structure.elements, painted.claimed)
    annotations = [
        _annotation(index, source, structure, painted.link_texts.get(index, ""))
        for index, source in enumerate(sources)
    ]
    return Pdf(
        catalog,
        _pages(pages, annotations),
        tuple(structure.roots),
        tuple(painted.drawn),
        fonts,
        read_bookmarks(root),
        read_attachments(root, streams),
        _content(structure, painted, annotations, catalog),
        header=header_of(data),
        measure_contrast=partial(_measure_contrast, data, safe_pages(pages), len(pages)),
        extras=read_extras(root, pages),
    )


def _measure_contrast(data: bytes, safe: list[int], pages: int) -> Contrasts:
    """Render the pages that are safe to render; the others are unread. Called when a rule first asks for it."""
    from a11ycheck.documents.pdf.contrast import measure  # brings PDFium: 20 ms

    found = measure(data, safe)
    unsafe = {*range(1, pages + 1)}.difference(safe)
    return replace(found, unread=tuple(sorted({*found.unread, *unsafe})))


@dataclass(slots=True)
class _Painted:
    """What came of painting the pages. ``link_texts``: by annotation, for links that no element stands for."""

    fonts: Fonts
    drawn: list[Drawn] = field(default_factory=list)
    claimed: Claimed = field(default_factory=dict)
    paragraphs: list[Paragraph] = field(default_factory=list)
    link_texts: dict[int, str] = field(default_factory=dict)


def _paint(
    pages: list[PageSource], sources: list[AnnotationSource], structure: Structure, interpreter: Interpreter
) -> _Painted:
    painted = _Painted(interpreter.fonts)
    named = keys_in(structure.elements)
    bare_links: dict[int, list[int]] = {}
    for index, source in enumerate(sources):
        if source.subtype == "Link" and source.struct_parent not in structure.owners:
            bare_links.setdefault(source.page.number, []).append(index)
    is_tagged = structure.holds_content
    layouts_left = 0 if is_tagged else MOST_PAGES_LAID_OUT
    for page in pages:
        links = bare_links.get(page.number, [])
        drawing = interpreter.draw(page, glyphs=layouts_left > 0 or bool(links))
        painted.drawn.append(drawing.model())
        claim(drawing, named, painted.claimed)
        for index in links:
            if (box := sources[index].box) is not None:
                painted.link_texts[index] = text_within(drawing.glyphs, box)
        if not is_tagged and any(run.text for run in drawing.runs):
            painted.paragraphs += (
                laid_out(drawing, interpreter.fonts, page.width, page.height)
                if layouts_left > 0
                else grouped(drawing, interpreter.fonts)
            )
            layouts_left -= 1
    return painted


def _annotation(index: int, source: AnnotationSource, structure: Structure, text: str) -> Annotation:
    element = structure.owners.get(source.struct_parent)
    return Annotation(
        source.page.number,
        source.subtype,
        index,
        source.box,
        source.hidden,
        source.page.lies_outside(source.box),
        source.contents,
        source.own_language,
        element,
        source.uri,
        text if element is None else element.text,
        source.field.name,
        source.field.type,
        source.field.tooltip,
        source.field.own_tooltip,
        source.field.caption,
    )


def _pages(pages: list[PageSource], annotations: list[Annotation]) -> tuple[Page, ...]:
    on_page: dict[int, list[Annotation]] = {}
    for annotation in annotations:
        on_page.setdefault(annotation.page, []).append(annotation)
    return tuple(
        Page(
            page.number,
            page.width,
            page.height,
            name(page.held.get("/Tabs")),
            tuple(on_page.get(page.number, ())),
        )
        for page in pages
    )


def _content(
    structure: Structure, painted: _Painted, annotations: list[Annotation], catalog: Catalog
) -> Content:
    if structure.holds_content:
        return to_content.tagged(structure.roots, annotations, catalog)
    return to_content.untagged(painted.paragraphs, annotations, catalog)
