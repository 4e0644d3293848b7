"""What a document holds beside its text and tags: layers, embedded files, films and sounds, pages of other files."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

import pikepdf

from a11ycheck.documents.pdf.extras_model import (
    EmbeddedFile,
    Extras,
    LayerConfiguration,
    MediaClip,
    ReferenceForm,
)
from a11ycheck.documents.pdf.limits import MOST_ATTRIBUTES, MOST_LAYER_CONFIGURATIONS, MOST_SEARCHED
from a11ycheck.documents.pdf.objects import (
    Entries,
    ObjectId,
    array,
    entries,
    id_of,
    name,
    several,
    text,
    tree_entries,
)
from a11ycheck.documents.pdf.pages import PageSource

OnPage = tuple[int, Entries]
"""A dictionary's entries and the number of the page that it belongs to, 0 for the whole document."""


def header_of(data: bytes) -> str:
    """Return the line of a PDF file that names its version (7.5.2)."""
    at = data.find(b"%PDF-", 0, 1_024)
    start = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", 0, at)) + 1
    return data[start : at + 100].splitlines()[0].decode("latin-1") if at >= 0 else ""


class _Search:
    """A walk over objects that share others: none is looked into twice, and only so many are looked at."""

    def __init__(self) -> None:
        self._seen: set[ObjectId] = set()
        self._left = MOST_SEARCHED

    def is_new(self, value: object) -> bool:
        """Is it met for the first time? Objects that are written where they are used always are."""
        key = id_of(value)
        if key in self._seen:
            return False
        if key != (0, 0):
            self._seen.add(key)
        return True

    def items(self, value: object) -> Iterator[Any]:
        """The items of an array; anything else is an array of itself."""
        # What is not to be looked at any more is not even listed.
        return self._counted(several(value)) if self._left > 0 else iter(())

    def values(self, value: object) -> Iterator[Any]:
        """The values of a dictionary."""
        return self._counted(list(entries(value).values())) if self._left > 0 else iter(())

    def _counted(self, found: list[Any]) -> Iterator[Any]:
        for value in found:
            self._left -= 1
            if self._left < 0:
                return
            yield value


def read_extras(root: Entries, pages: list[PageSource]) -> Extras:
    """Return what stands in the catalog, on the pages and in their annotations."""
    annotations = list(_annotations(pages, _Search()))
    holders: list[OnPage] = [(0, root), *((page.number, page.held) for page in pages), *annotations]
    clips = list(_clips(holders, _Search()))
    return Extras(
        tuple(_layer_configurations(root)),
        tuple(_embedded_files(root, holders, clips, _Search())),
        tuple(_media_clip(page, clip) for page, clip in clips),
        tuple(_reference_forms(pages, annotations, _Search())),
    )


def _annotations(pages: list[PageSource], search: _Search) -> Iterator[OnPage]:
    for page in pages:
        for annotation in search.items(page.held.get("/Annots")):
            if search.is_new(annotation) and (held := entries(annotation)):
                yield page.number, held


def _layer_configurations(root: Entries) -> Iterator[LayerConfiguration]:
    """The configurations of the document's layers: the default one and its alternatives (8.11.4.2)."""
    properties = entries(root.get("/OCProperties"))
    configurations = [properties.get("/D"), *array(properties.get("/Configs"))]
    for number, configuration in enumerate(configurations[:MOST_LAYER_CONFIGURATIONS], 1):
        if isinstance(configuration, pikepdf.Dictionary):
            held = entries(configuration)
            yield LayerConfiguration(number, text(held.get("/Name")) or "", "/AS" in held)


def _embedded_files(
    root: Entries, holders: list[OnPage], clips: list[OnPage], search: _Search
) -> Iterator[EmbeddedFile]:
    """The specifications of files that the document carries, which have EF, wherever it lists or shows them."""
    listed = tree_entries(entries(root.get("/Names")).get("/EmbeddedFiles"), "/Names")
    found = chain(
        ((0, specification, True) for _, specification in listed),
        ((page, specification, False) for page, specification in _specifications(holders, clips, search)),
    )
    for page, specification, is_listed in found:
        if _entry(specification, "/EF") is not None and search.is_new(specification):
            is_described = _entry(specification, "/Desc") is not None
            yield EmbeddedFile(*_file_names(specification), page, is_listed, is_described)


def _specifications(
    holders: list[OnPage], clips: list[OnPage], search: _Search
) -> Iterator[tuple[int, object]]:
    for page, held in holders:
        yield from ((page, specification) for specification in search.items(held.get("/AF")))
        yield page, held.get("/FS")
    yield from ((page, held.get("/D")) for page, held in clips)


def _file_names(specification: object) -> tuple[str, str]:
    return text(_entry(specification, "/F")) or "", text(_entry(specification, "/UF")) or ""


def _entry(value: object, key: str) -> object:
    """Return one entry of what may be a dictionary, without listing the others."""
    return value.get(key) if isinstance(value, pikepdf.Dictionary) else None


def _clips(holders: list[OnPage], search: _Search) -> Iterator[OnPage]:
    """The media clip data (13.2.4.2) that the document's actions play, those of bookmarks left out."""
    for page, held in holders:
        # OpenAction can be a place in the document as well: an array, and no action.
        starts = [held[key] for key in ("/OpenAction", "/A") if key in held]
        for start in (*starts, *search.values(held.get("/AA"))):
            for action in _actions_from(start, search):
                if name(action.get("/S")) == "Rendition":
                    yield from ((page, clip) for clip in _clips_of(action.get("/R"), search))


def _actions_from(start: object, search: _Search) -> Iterator[Entries]:
    """An action and those that follow it (12.6.2)."""
    waiting = [start]
    while waiting:
        action = waiting.pop()
        held = entries(action)
        if held and search.is_new(action):
            yield held
            waiting.extend(reversed([*search.items(held.get("/Next"))]))


LEADS_ON = {"SR": "/R", "MR": "/C", "MCS": "/D"}
"""From a selector rendition to renditions, from a media rendition to its clip, from a section to what it is cut of."""


def _clips_of(rendition: object, search: _Search) -> Iterator[Entries]:
    """The clips that a rendition (13.2.3) plays or chooses between."""
    waiting = [rendition]
    while waiting:
        value = waiting.pop()
        held = entries(value)
        if not held or not search.is_new(value):
            continue
        kind = name(held.get("/S"))
        if kind in LEADS_ON:
            waiting.extend(reversed([*search.items(held.get(LEADS_ON[kind]))]))
        elif kind == "MCD":
            yield held


def _media_clip(page: int, held: Entries) -> MediaClip:
    file_name = _file_names(held.get("/D"))[1]
    return MediaClip(
        text(held.get("/N")) or file_name, text(held.get("/CT")), _alternatives(held.get("/Alt")), page
    )


def _alternatives(value: object) -> tuple[str, ...] | None:
    """Return the texts of a multi-language text array (14.9.2.4): languages and texts by turns."""
    if not isinstance(value, pikepdf.Array) or len(value) > MOST_ATTRIBUTES:
        return None
    strings = [text(item) for item in array(value)]
    if not strings or len(strings) % 2 or None in strings:
        return None
    return tuple(string or "" for string in strings[1::2])


def _reference_forms(
    pages: list[PageSource], annotations: list[OnPage], search: _Search
) -> Iterator[ReferenceForm]:
    """The form XObjects that stand for a page of another file (8.10.4), drawn or only listed as resources."""
    for page in pages:
        yield from _references_in(page.number, page.held.get("/Resources"), search)
    for number, held in annotations:
        for appearance in search.values(held.get("/AP")):
            is_one = isinstance(appearance, pikepdf.Stream)
            for form in search.items(appearance) if is_one else search.values(appearance):
                if isinstance(form, pikepdf.Stream):
                    yield from _references_in(number, form.get("/Resources"), search)


def _references_in(page: int, resources: object, search: _Search) -> Iterator[ReferenceForm]:
    waiting = [resources]
    while waiting:
        value = waiting.pop()
        if not isinstance(value, pikepdf.Dictionary) or not search.is_new(value):
            continue
        for form in search.values(value.get("/XObject")):
            if (
                isinstance(form, pikepdf.Stream)
                and name(form.get("/Subtype")) == "Form"
                and search.is_new(form)
            ):
                if "/Ref" in form:
                    file_name, unicode_name = _file_names(_entry(form.get("/Ref"), "/F"))
                    yield ReferenceForm(page, unicode_name or file_name)
                waiting.append(form.get("/Resources"))
