"""Where links, bookmarks and actions lead within the document (12.3.2), and whether they lead to a tag.

A destination of PDF 1.7 is a place on a page; one of PDF 2.0 may be a structure element (ISO 32000-2, 12.3.2.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import pikepdf

from a11ycheck.documents.pdf.catalog_model import Jump
from a11ycheck.documents.pdf.limits import MOST_BOOKMARKS, MOST_SEARCHED
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
    whole,
)
from a11ycheck.documents.pdf.pages import AnnotationSource, PageSource

NOWHERE: ObjectId = (0, 0)


class Destinations:
    """The document's named destinations (12.3.2.3), listed when the first name is met."""

    def __init__(self, root: Entries) -> None:
        self._root = root

    @cached_property
    def _named(self) -> dict[bytes, object]:
        tree = entries(self._root.get("/Names")).get("/Dests")
        return {
            bytes(key): found
            for key, found in tree_entries(tree, "/Names")
            if isinstance(key, pikepdf.String)
        }

    def element(self, destination: object) -> ObjectId | None:
        """Return the object of the structure element that a destination leads to, None where it is a place on a page.

        One that is written where it is used has the object (0, 0).
        """
        found = self._found(destination)
        if isinstance(found, pikepdf.Dictionary):
            found = found.get("/SD")
        first = next(iter(array(found)), None)
        return id_of(first) if "/S" in entries(first) else None

    def _found(self, destination: object) -> object:
        """Return what a destination's name, if that is what is given, stands for (12.3.2.3)."""
        if isinstance(destination, pikepdf.String):
            return self._named.get(bytes(destination))
        if isinstance(destination, pikepdf.Name):
            return entries(self._root.get("/Dests")).get(f"/{name(destination)}")
        return destination

    def page(self, link: Entries, pages: Mapping[ObjectId, int]) -> int | None:
        """Return the number of the page that a link leads to, 0 where there is no such page in the document.

        None where it leads elsewhere, does something else, or leads to a structure element. ``pages``: the numbers of
        the pages by their objects.
        """
        action = entries(link.get("/A"))
        if "/SD" in action or (action and name(action.get("/S")) != "GoTo"):
            return None
        found = self._found(action.get("/D") if action else link.get("/Dest"))
        if isinstance(found, pikepdf.Dictionary):
            if "/D" not in found and "/SD" in found:
                return None
            found = found.get("/D")
        first = next(iter(array(found)), None)
        if "/S" in entries(first):
            return None
        if isinstance(first, pikepdf.Dictionary):
            return pages.get(id_of(first), 0)
        # Some programs write the page's place, counted from 0, as for pages of other files.
        place = whole(first, -1)
        return place + 1 if 0 <= place < len(pages) else 0

    def element_of_action(self, action: Entries) -> ObjectId | None:
        """The same for a GoTo action (ISO 32000-2, 12.6.4.2), whose own place for a structure element is SD."""
        if "/SD" in action:
            return self.element(action["/SD"]) or NOWHERE
        destination = action.get("/D")
        return None if isinstance(destination, pikepdf.Array) else self.element(destination)

    def target(self, annotation: Entries) -> str:
        """Return a word for what a link leads to, the same for links that lead to the same; empty if not known."""
        action = entries(annotation.get("/A"))
        if name(action.get("/S")) == "URI":
            return text(action.get("/URI")) or ""
        if name(action.get("/S")) == "GoTo":
            element = self.element(action.get("/SD", action.get("/D")))
        else:
            element = None if action else self.element(annotation.get("/Dest"))
        return "" if element in (None, NOWHERE) else f"element {element}"


def read_jumps(
    root: Entries, pages: list[PageSource], annotations: list[AnnotationSource], destinations: Destinations
) -> tuple[Jump, ...]:
    """Return the destinations and GoTo actions of the catalog, bookmarks, pages and annotations."""
    reader = _Reader(destinations)
    reader.opening(root)
    for item, title in _bookmarks(root):
        reader.holder(item, Jump("bookmark", title))
    for page in pages:
        reader.events(page.held, Jump("page", page=page.number))
    for annotation in annotations:
        kind = "link" if annotation.subtype == "Link" else "annotation"
        said = annotation.contents or annotation.field.name
        reader.holder(annotation.held, Jump(kind, said, annotation.page.number))
    return tuple(reader.found)


class _Reader:
    def __init__(self, destinations: Destinations) -> None:
        self._destinations = destinations
        self._seen: set[ObjectId] = set()
        self._left = MOST_SEARCHED
        self.found: list[Jump] = []

    def opening(self, root: Entries) -> None:
        start = root.get("/OpenAction")
        if isinstance(start, pikepdf.Dictionary):
            self._follow([start], Jump("opening"))
        elif start is not None:
            self._destination(start, Jump("opening"))
        self.events(root, Jump("opening"))

    def holder(self, held: Entries, jump: Jump) -> None:
        """A bookmark or annotation: Dest counts only where there is no action (12.3.3, 12.5.6.5)."""
        if "/A" in held:
            self._follow([held["/A"]], jump)
        elif "/Dest" in held and jump.kind != "annotation":
            self._destination(held["/Dest"], jump)
        self.events(held, jump)

    def events(self, held: Entries, jump: Jump) -> None:
        if "/AA" in held:
            self._follow(list(entries(held["/AA"]).values()), jump)

    def _destination(self, destination: object, jump: Jump) -> None:
        self.found.append(jump.leading(self._destinations.element(destination) is not None))

    def _follow(self, actions: list[object], jump: Jump) -> None:
        waiting = actions[::-1]
        while waiting and self._left > 0:
            action = waiting.pop()
            self._left -= 1
            key, held = id_of(action), entries(action)
            if not held or key in self._seen:
                continue
            if key != NOWHERE:
                self._seen.add(key)
            if name(held.get("/S")) == "GoTo":
                to_tag = self._destinations.element_of_action(held) is not None
                self.found.append(jump.leading(to_tag, by_action=True))
            waiting.extend(several(held.get("/Next"))[: self._left][::-1])


def _bookmarks(root: Entries) -> Iterator[tuple[Entries, str]]:
    seen: set[ObjectId] = set()
    waiting = [entries(root.get("/Outlines")).get("/First")]
    left = MOST_BOOKMARKS
    while waiting and left > 0:
        item = waiting.pop()
        held = entries(item)
        if not held or id_of(item) in seen:
            continue
        seen.add(id_of(item))
        left -= 1
        yield held, (text(held.get("/Title")) or "").strip()
        waiting += [held.get("/Next"), held.get("/First")]
