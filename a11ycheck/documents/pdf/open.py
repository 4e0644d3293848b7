"""From the bytes of a PDF to its model: the line that everything in this package hangs on."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING

import pikepdf

from a11ycheck.documents.content import Content, Paragraph
from a11ycheck.documents.pdf import looks_like_pdf, to_content
from a11ycheck.documents.pdf.catalog_model import Catalog
from a11ycheck.documents.pdf.destinations import Destinations, read_jumps
from a11ycheck.documents.pdf.extras import header_of, read_extras
from a11ycheck.documents.pdf.fill import Claimed, claim, fill, keys_in
from a11ycheck.documents.pdf.font_model import Font, FontFacts
from a11ycheck.documents.pdf.fonts import Fonts
from a11ycheck.documents.pdf.form_graph import SafePages, safe_pages
from a11ycheck.documents.pdf.layout import grouped, laid_out, text_within
from a11ycheck.documents.pdf.limits import MOST_PAGES_LAID_OUT
from a11ycheck.documents.pdf.metadata import read_attachments, read_bookmarks, read_catalog
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.objects import (
    ObjectId,
    Streams,
    entries,
    id_of,
    name,
    opened,
    refusal,
    whole,
)
from a11ycheck.documents.pdf.page_content import Interpreter, TaggedForm
from a11ycheck.documents.pdf.page_model import Annotation, Drawn, DrawnForm, Hanging, Page, Particulars
from a11ycheck.documents.pdf.pages import AnnotationSource, PageSource, annotation_sources, page_sources
from a11ycheck.documents.pdf.particulars import read_particulars
from a11ycheck.documents.pdf.pictures import tell_pictures
from a11ycheck.documents.pdf.rendered_model import Contrasts, QrCodes
from a11ycheck.documents.pdf.scripts import read_scripts
from a11ycheck.documents.pdf.structure import Structure, read_structure
from a11ycheck.documents.pdf.text_languages import tell_languages
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from a11ycheck.documents.crop import Crop
    from a11ycheck.documents.pdf.rendering import Rendered
    from a11ycheck.outcome import Box


WORTH_GIVING_BACK = 1_000_000
"""Bytes of a file whose structure tree takes so much memory that it pays to give it back."""


def open_pdf(data: bytes) -> Pdf:
    """Read a PDF. Raises ``CouldNotCheck``, and nothing else, whatever the bytes are."""
    if not data:
        raise CouldNotCheck("empty")
    if not looks_like_pdf(data):
        raise CouldNotCheck("not-what-it-says")
    with _refusing(), opened(data) as file, _no_collecting():
        return _read(file, data)


@contextmanager
def _refusing() -> Iterator[None]:
    """Turn what the library says of a file that it cannot read into ``CouldNotCheck``."""
    try:
        yield
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
    catalog = read_catalog(file, root, streams)._replace(scripts=read_scripts(root, pages, streams))
    sources = annotation_sources(pages)
    structure = (
        _structure(data, pages, sources, catalog.language or "") if "/StructTreeRoot" in root else Structure()
    )
    if len(data) > WORTH_GIVING_BACK:
        _give_memory_back()
    interpreter = Interpreter(streams, Fonts(streams))
    painted = _paint(pages, sources, structure, interpreter)
    for source in sources:
        for appearance in source.appearances:
            interpreter.try_out(source.page, appearance)
    fonts = painted.fonts.model()
    fill(structure.elements, painted.claimed, fonts)
    tell_languages(structure.elements, painted.claimed)
    tell_pictures(structure.elements, painted.claimed)
    destinations = Destinations(root)
    numbers = {page.id: page.number for page in pages}
    annotations = [
        _annotation(
            index,
            source,
            structure,
            painted.link_texts.get(index, ""),
            destinations.page(source.held, numbers) if source.subtype == "Link" else None,
            read_particulars(source, destinations, streams),
        )
        for index, source in enumerate(sources)
    ]
    safe = safe_pages(pages)
    rendered = cache(partial(_rendered, data))
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
        measure_contrast=partial(_measure_contrast, rendered, safe, len(pages)),
        extras=read_extras(root, pages),
        jumps=read_jumps(root, pages, sources, destinations),
        hanging=_hanging(pages, interpreter.tagged_forms, structure),
        tagged_forms=tuple(DrawnForm(tuple(form.pages)) for form in interpreter.tagged_forms.values()),
        read_font_facts=_later_font_facts(data, painted.fonts, fonts, streams),
        read_qr_codes=partial(_read_qr_codes, rendered, safe, tuple(painted.drawn)),
        show=partial(_show, rendered, safe),
    )


def _structure(
    data: bytes, pages: list[PageSource], sources: list[AnnotationSource], language: str
) -> Structure:
    """Read the structure tree from the file opened anew.

    The library keeps every object that was ever asked for as long as the file is open, and no others are as many as
    those of the tree; once it is read, their memory serves for all that follows.
    """
    with opened(data) as file:
        return read_structure(
            entries(file.Root).get("/StructTreeRoot"),
            {page.id: page.number for page in pages},
            {source.id: index for index, source in enumerate(sources) if source.id != (0, 0)},
            {source.struct_parent for source in sources},
            language,
        )


def _give_memory_back() -> None:
    """Let the system have the memory of the file just closed, which lies scattered between what is kept: a quarter of
    all that a long document takes. Only glibc knows how."""
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _hanging(
    pages: list[PageSource], forms: dict[int, TaggedForm], structure: Structure
) -> dict[tuple[int, int], Hanging]:
    """Return how marked content hangs in the structure tree, by page and by the form that it is written in."""
    streams = {(page.number, 0): whole(page.held.get("/StructParents"), -1) for page in pages}
    streams |= {
        (page, stream): form.struct_parents for stream, form in forms.items() for page in set(form.pages)
    }
    return {
        stream: structure.hanging[parents]
        for stream, parents in streams.items()
        if parents in structure.hanging
    }


def _later_font_facts(
    data: bytes, fonts: Fonts, drawn: tuple[Font, ...], streams: Streams
) -> Callable[[], tuple[FontFacts, ...]]:
    """Return what reads the facts of the fonts when a rule first asks for them: few do, and programs are large.

    The file is opened anew for that. Fonts that are no objects of their own could not be found again, so their facts
    are read at once; few documents have any.
    """
    ids = tuple(id_of(font) for font in fonts.held)
    bare = [index for index, key in enumerate(ids) if key == (0, 0) and drawn[index].codes]
    known: tuple[FontFacts, ...] = ()
    if bare:
        from a11ycheck.documents.pdf.font_facts import FactsReader

        reader = FactsReader(streams)
        known = tuple(reader.read(index, fonts.held[index], drawn[index]) for index in bare)
    return partial(_font_facts, data, ids, drawn, known)


def _font_facts(
    data: bytes, ids: tuple[ObjectId, ...], drawn: tuple[Font, ...], known: tuple[FontFacts, ...]
) -> tuple[FontFacts, ...]:
    from a11ycheck.documents.pdf.font_facts import read_font_facts

    with _refusing(), opened(data) as file:
        return tuple(sorted((*known, *read_font_facts(file, ids, drawn)), key=lambda facts: facts.index))


def _rendered(data: bytes) -> Rendered:
    """What all that look at pages share."""
    from a11ycheck.documents.pdf.rendering import Rendered  # brings PDFium: 6 ms

    return Rendered(data)


def _show(rendered: Callable[[], Rendered], safe: SafePages, boxes: Sequence[Box]) -> Sequence[Crop | None]:
    from a11ycheck.documents.pdf.rendering import crop

    return crop(rendered(), safe.numbers, boxes)


def _measure_contrast(rendered: Callable[[], Rendered], safe: SafePages, pages: int) -> Contrasts:
    """Measure the pages that are safe to render; the others are unread. Called when a rule first asks for it."""
    from a11ycheck.documents.pdf.contrast import measure  # brings PDFium: 6 ms

    found = measure(rendered(), safe.numbers, safe.plain)
    unsafe = {*range(1, pages + 1)}.difference(safe.numbers)
    return found._replace(unread=tuple(sorted({*found.unread, *unsafe})))


def _read_qr_codes(rendered: Callable[[], Rendered], safe: SafePages, pages: tuple[Drawn, ...]) -> QrCodes:
    """Look at the pages that may show a code and are safe to render. Called when a rule first asks for it."""
    from a11ycheck.documents.pdf.qr_codes import may_show_code, read  # brings PDFium: 6 ms

    candidates = {page.page: page for page in pages if may_show_code(page)}
    shown = [candidates[number] for number in safe.numbers if number in candidates]
    found = read(rendered(), shown) if shown else QrCodes()
    return found._replace(unread=tuple(sorted({*found.unread, *candidates.keys() - safe.numbers})))


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


def _annotation(
    index: int,
    source: AnnotationSource,
    structure: Structure,
    text: str,
    leads_to: int | None,
    particulars: Particulars,
) -> Annotation:
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
        source.field.is_required,
        leads_to,
        particulars,
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
