"""Documents inside an OOXML document that can be checked by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from a11ycheck.documents.facts import Found
from a11ycheck.documents.office.limits import LARGEST_XML, MOST_EMBEDDED

if TYPE_CHECKING:
    from a11ycheck.documents.office.package import Package

CHECKED = (
    *(".docx", ".docm", ".dotx", ".pptx", ".pptm", ".ppsx", ".odt", ".odp", ".pdf"),
    *(".eml", ".msg", ".ics", ".htm", ".html", ".mht"),
)
"""Suffixes of what some kind may read; a sheet behind a chart is not one."""
PLAYED = (
    ".mp4",
    ".m4v",
    ".mov",
    ".webm",
    ".mkv",
    ".ogv",
    ".mp3",
    ".m4a",
    ".ogg",
    ".oga",
    ".opus",
    ".wav",
    ".flac",
)
"""Suffixes of recordings that a text document holds. Those on slides are for the rules on slides."""
LARGEST_RECORDING = 40_000_000
"""Bytes of one that is taken out."""


def read_embedded(package: Package, more: Iterable[str] = ()) -> tuple[Found, ...]:
    """Take out embedded documents, and those parts that the text names as pieces of it (``more``)."""
    return tuple(found for found in _each(package, dict.fromkeys(more)) if found.data)


def read_recordings(package: Package) -> tuple[Found, ...]:
    """Take out the videos and sounds of a text document; one that is too large is said to be left."""
    names = [name for name in package.names if "/media/" in f"/{name.casefold()}"]
    names = [name for name in names if name.casefold().endswith(PLAYED)]
    if len(names) > MOST_EMBEDDED:
        package.unread.append(f"{len(names)} embedded recordings")
    read = ((name, package.read(name, LARGEST_RECORDING)) for name in names[:MOST_EMBEDDED])
    return tuple(Found(name.rpartition("/")[2], data) for name, data in read if data)


def _each(package: Package, more: Iterable[str]) -> Iterator[Found]:
    embedded = (name for name in package.names if "/embeddings/" in f"/{name.casefold()}")
    names = [name for name in (*embedded, *more) if name.casefold().endswith(CHECKED)]
    if len(names) > MOST_EMBEDDED:
        package.unread.append(f"{len(names)} embedded documents")
    for name in names[:MOST_EMBEDDED]:
        data = package.read(name, LARGEST_XML)
        if data:
            yield Found(name.rpartition("/")[2], data)
