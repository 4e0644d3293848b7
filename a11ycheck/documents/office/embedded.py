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


def read_embedded(package: Package, more: Iterable[str] = ()) -> tuple[Found, ...]:
    """Take out embedded documents, and those parts that the text names as pieces of it (``more``)."""
    return tuple(found for found in _each(package, dict.fromkeys(more)) if found.data)


def _each(package: Package, more: Iterable[str]) -> Iterator[Found]:
    embedded = (name for name in package.names if "/embeddings/" in f"/{name.casefold()}")
    names = [name for name in (*embedded, *more) if name.casefold().endswith(CHECKED)]
    if len(names) > MOST_EMBEDDED:
        package.unread.append(f"{len(names)} embedded documents")
    for name in names[:MOST_EMBEDDED]:
        data = package.read(name, LARGEST_XML)
        if data:
            yield Found(name.rpartition("/")[2], data)
