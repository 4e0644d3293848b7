"""From what the user named to documents: files, folders, addresses, lists, and what opening a document found."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from a11ycheck.documents.facts import Found
from a11ycheck.documents.kind import Kind
from a11ycheck.documents.page.addresses import is_on_the_web
from a11ycheck.registry import kinds
from a11ycheck.trouble import Trouble

PAGE = "page"
SITEMAP = "sitemap"
"""Stands for a kind in a source that is a list of addresses, until they take its place."""
SITEMAP_BEGINS = re.compile(rb"<(?:urlset|sitemapindex)[\s>]")

MOST_FILES_IN_FOLDER = 10_000
DEEPEST_FOLDER = 20
MOST_FOUND_INSIDE = 200
"""Documents taken from inside other documents in one run."""
DEEPEST_INSIDE = 3
"""A mail in a mail in a mail is opened; what lies deeper is said and left."""

NOT_DOCUMENTS = frozenset(
    ".avif .bmp .cfg .css .gif .ico .ini .jpeg .jpg .js .json .lock .log .map .md .mjs .otf .png .py .pyc .rst .sh "
    ".svg .tif .tiff .toml .tsv .ttf .txt .webmanifest .webp .woff .woff2 .xml .xsd .xsl .yaml .yml".split()
)
"""Files in a folder that are parts of other documents, data or code: passed over when a folder is checked. Anything
else that no kind reads, such as a .doc, is reported as not checked."""


@dataclass(frozen=True, slots=True)
class Source:
    """One document to check. ``name`` is the input as given; ``found_in`` names the document it was found inside.
    ``path`` may be a web address: of a page, or, where the kind is not known yet, of what must be fetched first."""

    name: str
    kind: str = ""
    path: str = ""
    data: bytes | None = None
    found_in: str = ""
    depth: int = 0
    trouble: Trouble | None = None

    @property
    def must_be_fetched(self) -> bool:
        return not self.kind and self.trouble is None and is_on_the_web(self.path)

    @property
    def is_of_the_web(self) -> bool:
        """A page, or what must be fetched to know what it is."""
        return self.kind in (PAGE, SITEMAP) or self.must_be_fetched


def expand(inputs: Iterable[str]) -> list[Source]:
    """Turn inputs into documents, in order, each once. Never raises: an input that leads nowhere has its trouble."""
    sources: dict[str, Source] = {}
    for given in inputs:
        for source in _from_input(given):
            sources.setdefault(source.name, source)
    return list(sources.values())


def read_list(lines: Iterable[str]) -> list[str]:
    """The inputs of a list: one a line; empty lines and lines that begin with “#” are passed over."""
    stripped = (line.strip().removeprefix("\ufeff") for line in lines)
    return [line for line in stripped if line and not line.startswith("#")]


def inside(parent: Source, found: Iterable[Found], room: int) -> Iterator[Source]:
    """The documents found inside ``parent``, at most ``room`` of them; what is left out is said.

    Things whose kind is not known are passed over: a logo in a mail is no document.
    """
    depth = parent.depth + 1
    for document in found:
        if document.address:  # only linked to: see following.py
            continue
        kind = kind_of(document.name, document.data[:1024])
        if kind is None:
            continue
        if room <= 0 or depth > DEEPEST_INSIDE:
            yield Source(
                parent.name, found_in=parent.name, depth=depth, trouble=Trouble("left-out", document.name)
            )
            return
        room -= 1
        name = f"{parent.name} > {document.name}"
        yield Source(name, kind.name, data=document.data, found_in=parent.name, depth=depth)


def kind_of(name: str, beginning: bytes) -> Kind | None:
    """The kind of a document: by its first bytes where they tell, else by its name."""
    by_bytes = [kind for kind in kinds().values() if kind.signature(beginning)]
    by_name = [kind for kind in kinds().values() if name.casefold().endswith(kind.suffixes)]
    if by_name and (by_name[0] in by_bytes or not by_bytes):
        return by_name[0]
    return by_bytes[0] if by_bytes else None


def is_sitemap(beginning: bytes) -> bool:
    return SITEMAP_BEGINS.search(beginning) is not None


def _from_input(given: str) -> Iterator[Source]:
    if is_on_the_web(given):
        yield by_address(given)
    elif os.path.isdir(given):
        yield from _from_folder(given)
    else:
        yield from_file(given, Path(given))


def _from_folder(folder: str) -> Iterator[Source]:
    """The documents in a folder and the folders in it, sorted; hidden files, and links to folders, are left out."""
    waiting = deque([(Path(folder), 0)])
    count = 0
    while waiting:
        current, depth = waiting.popleft()
        try:
            entries = sorted(current.iterdir())
        except OSError as error:
            yield Source(str(current), trouble=Trouble("not-readable", error.strerror or ""))
            continue
        if depth == DEEPEST_FOLDER and any(entry.is_dir() for entry in entries):
            yield Source(str(current), trouble=Trouble("left-out", f"folders deeper than {DEEPEST_FOLDER}"))
        for entry in entries:
            if entry.name.startswith((".", "~$")):
                continue
            if entry.is_dir():
                if depth < DEEPEST_FOLDER and not entry.is_symlink():
                    waiting.append((entry, depth + 1))
            elif entry.suffix.casefold() not in NOT_DOCUMENTS:
                if count == MOST_FILES_IN_FOLDER:
                    yield Source(
                        folder, trouble=Trouble("left-out", f"more than {MOST_FILES_IN_FOLDER} files")
                    )
                    return
                count += 1
                yield from_file(str(entry), entry)
    if not count:
        yield Source(folder, trouble=Trouble("empty-folder"))


def by_address(address: str) -> Source:
    """What lies at a web address: a page, unless its name says that it is a document or a sitemap."""
    _, _, after_host = address.partition("//")[2].partition("/")
    name = after_host.partition("?")[0].partition("#")[0].casefold()
    others = tuple(suffix for kind in kinds().values() if kind.name != PAGE for suffix in kind.suffixes)
    return Source(address, "" if name.endswith((*others, ".xml")) else PAGE, path=address)


def from_file(name: str, path: Path) -> Source:
    """The document in a file; its trouble where it cannot be read or has no kind."""
    try:
        if not path.exists():
            return Source(name, trouble=Trouble("not-found"))
        if not path.is_file():
            return Source(name, trouble=Trouble("not-readable", "not an ordinary file"))
        with path.open("rb") as file:
            beginning = file.read(1024)
    except (OSError, ValueError) as error:
        return Source(name, trouble=Trouble("not-readable", getattr(error, "strerror", None) or str(error)))
    if not beginning:
        kind = kind_of(name, b"")
        return Source(name, kind.name if kind else "", trouble=Trouble("empty"))
    found = kind_of(name, beginning)
    if found is None and is_sitemap(beginning):
        return Source(name, SITEMAP, path=str(path))
    if found is None:
        return Source(name, trouble=Trouble("no-kind", path.suffix))
    return Source(name, found.name, path=str(path))
