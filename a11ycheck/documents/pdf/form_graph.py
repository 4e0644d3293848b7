"""Which pages may be rendered: those that draw a bounded number of things inside things. And which of them paint in
plain colours.

PDFium follows form XObjects (8.10), tiling patterns (8.7.3), soft masks (11.6.5) and the glyphs of Type 3 fonts
(9.6.5) wherever they lead. A form that draws itself twice, or 26 forms that each draw the next twice, make it end
the process for want of memory; patterns, masks and glyphs that do the same take hours. So they are counted first,
without drawing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

from a11ycheck.documents.pdf.limits import MOST_FORMS
from a11ycheck.documents.pdf.objects import Entries, Streams, entries, id_of, name, several
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from a11ycheck.documents.pdf.pages import PageSource

MOST_STEPS = 500_000
"""Things within things looked at, over the whole document; the pages left when they are used up are not safe.
Documents that people make have fewer than ten a page."""

NAME = re.compile(rb"/([^\x00\t\n\f\r ()<>\[\]{}/%]+)")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


class SafePages(NamedTuple):
    """The numbers of the pages that may be rendered, and of those among them that are painted in ``plain`` colours:
    without patterns, transfer functions (10.4) and the glyphs of Type 3 fonts, which bring colours of their own."""

    numbers: list[int]
    plain: frozenset[int]


def safe_pages(pages: Iterable[PageSource]) -> SafePages:
    """Return the pages that draw at most ``MOST_FORMS`` forms and the like, none in a circle.

    What is drawn is counted by its name in the content, which is never too low: a name can stand in a string too.
    """
    graph = _Graph()
    safe = [page.number for page in pages if graph.is_safe(page)]
    return SafePages(safe, frozenset(number for number in safe if graph.is_plain(number)))


class _UnsafeError(Exception):
    pass


@dataclass(frozen=True, slots=True)
class _Resources:
    """A resource dictionary; ``key`` tells it from the others of the document."""

    held: object
    key: Hashable


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What has content and resources: a page, a form, a pattern's cell, a Type 3 font with all its glyphs.

    ``key`` tells it from others, and from itself with the resources of something else.
    """

    key: Hashable
    content: tuple[Any, ...]
    resources: _Resources
    is_font: bool = False


@dataclass(slots=True)
class _Visit:
    drawn: _Drawn
    inside: Iterator[tuple[_Drawn, int]]
    times: int
    total: int = 1

    def add(self, inner: _Drawn, times: int, total: int) -> None:
        # Glyphs are as cheap as other fonts' until they draw something themselves.
        free = inner.is_font and not self.drawn.is_font
        self.total += times * (total - free)


class _Graph:
    """Counts, over all pages of one document, what each thing draws; each is looked at once."""

    def __init__(self) -> None:
        self._streams = Streams()
        self._totals: dict[Hashable, int] = {}
        self._colourful: set[Hashable] = set()
        self._steps = 0

    def is_safe(self, page: PageSource) -> bool:
        key = ("page", page.number)
        resources = _resources(page.held.get("/Resources"), key)
        drawn = _Drawn(key, tuple(several(page.held.get("/Contents"))), resources)
        try:
            return self._total(drawn) <= MOST_FORMS
        except (_UnsafeError, CouldNotCheck):
            return False

    def is_plain(self, number: int) -> bool:
        """Are the colours of a page plain, as far as it has been found to be safe?"""
        return ("page", number) not in self._colourful

    def _total(self, root: _Drawn) -> int:
        """How many things are drawn when ``root`` is, itself included. Raises ``_UnsafeError`` at a circle."""
        path = [_Visit(root, self._inside(root), 1)]
        on_path = {root.key}
        while True:
            visit = path[-1]
            inner, times = next(visit.inside, (None, 0))
            if inner is None:
                path.pop()
                on_path.discard(visit.drawn.key)
                self._totals[visit.drawn.key] = visit.total
                if not path:
                    return visit.total
                path[-1].add(visit.drawn, visit.times, visit.total)
                self._colour(path[-1].drawn, visit.drawn)
            elif inner.key in on_path:
                raise _UnsafeError
            elif (known := self._totals.get(inner.key)) is not None:
                visit.add(inner, times, known)
                self._colour(visit.drawn, inner)
            else:
                on_path.add(inner.key)
                path.append(_Visit(inner, self._inside(inner), times))
            if path[-1].total > MOST_FORMS:
                raise _UnsafeError

    def _colour(self, drawn: _Drawn, inner: _Drawn) -> None:
        if inner.is_font or inner.key in self._colourful:
            self._colourful.add(drawn.key)

    def _inside(self, drawn: _Drawn) -> Iterator[tuple[_Drawn, int]]:
        """What ``drawn`` can draw, and at most how many times."""
        if _has_colours_of_its_own(drawn.resources):
            self._colourful.add(drawn.key)
        nested = dict(_nested(drawn.resources))
        if not nested:
            return
        content = b"\n".join(self._streams.read(stream) or b"" for stream in drawn.content)
        counts = _names(content)
        for key, inner in nested.items():
            self._steps += 1
            if self._steps > MOST_STEPS:
                raise _UnsafeError
            if times := counts[key]:
                # Each byte of a string can show one glyph.
                yield inner, len(content) if inner.is_font else times


def _has_colours_of_its_own(resources: _Resources) -> bool:
    held = entries(resources.held)
    return bool(entries(held.get("/Pattern"))) or any(
        "/TR" in state or "/TR2" in state for state in map(entries, entries(held.get("/ExtGState")).values())
    )


def _nested(resources: _Resources) -> Iterator[tuple[str, _Drawn]]:
    """The things that content with these resources can draw, with the name it calls them by."""
    held = _all_entries(resources.held)
    for key, value in _all_entries(held.get("/XObject")).items():
        if isinstance(value, pikepdf.Stream) and name(value.get("/Subtype")) != "Image":
            yield key, _stream(value, resources)
    for key, value in _all_entries(held.get("/Pattern")).items():
        if isinstance(value, pikepdf.Stream):
            yield key, _stream(value, resources)
    for key, value in _all_entries(held.get("/ExtGState")).items():
        group = entries(entries(value).get("/SMask")).get("/G")
        if isinstance(group, pikepdf.Stream):
            yield key, _stream(group, resources)
    for key, value in _all_entries(held.get("/Font")).items():
        if name(entries(value).get("/Subtype")) == "Type3":
            yield key, _font(value, resources, key)


def _stream(stream: pikepdf.Stream, lender: _Resources) -> _Drawn:
    own = _own_or_lent(stream, id_of(stream), lender)
    return _Drawn((id_of(stream), own.key), (stream,), own)


def _font(font: pikepdf.Object, lender: _Resources, named: str) -> _Drawn:
    key = id_of(font) if font.is_indirect else (lender.key, named)
    own = _own_or_lent(font, key, lender)
    return _Drawn((key, own.key), tuple(_all_entries(font.get("/CharProcs")).values()), own, is_font=True)


def _own_or_lent(holder: pikepdf.Object, key: Hashable, lender: _Resources) -> _Resources:
    """PDFium lends what has no resources those of the thing that draws it."""
    own = holder.get("/Resources")
    return lender if own is None else _resources(own, key)


def _resources(held: object, holder: Hashable) -> _Resources:
    number = id_of(held)
    return _Resources(held, holder if number == (0, 0) else number)


def _names(content: bytes) -> Counter[str]:
    raw = Counter(found.group(1) for found in NAME.finditer(content))
    named: Counter[str] = Counter()
    for word, times in raw.items():
        plain = ESCAPED.sub(lambda code: bytes.fromhex(code.group(1).decode()), word)
        named["/" + plain.decode("utf-8", "replace")] += times
    return named


def _all_entries(value: object) -> Entries:
    """The entries of a dictionary; ``_UnsafeError`` where a key cannot be read, since PDFium would find it."""
    held = entries(value)
    if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)) and len(held) < len(value.keys()):
        raise _UnsafeError
    return held
