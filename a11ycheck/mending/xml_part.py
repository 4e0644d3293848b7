"""An XML part with the byte offsets of its elements, so that one can be changed and the rest keeps its bytes."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from a11ycheck.documents.office import xml
from a11ycheck.mending import Splice, applied
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from lxml.etree import _Element

START_TAG = re.compile(rb"<[^<>\"']*+(?:\"[^\"]*+\"[^<>\"']*+|'[^']*+'[^<>\"']*+)*+>")
TAG_NAME = re.compile(rb"<([^\s/>]++)")
DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})[\"']")
UTF_8 = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})


class XmlPart:
    """``root`` is the part as the reader has it; changes are collected in ``splices``.

    Raises ``CouldNotCheck`` where the part cannot be read, or is in another encoding than UTF-8.
    """

    def __init__(self, data: bytes, name: str) -> None:
        declared = DECLARED.match(data)
        if b"\0" in data[:4] or (declared and declared[1].lower() not in UTF_8):
            raise CouldNotCheck("not-read-whole", f"{name}: not in UTF-8")
        self.data = data
        self.root = xml.parse(data, name)
        self.splices: list[Splice] = []
        starts, ends = _offsets(data, name)
        elements = list(self.root.iter("*"))
        if len(elements) != len(starts):
            raise CouldNotCheck("not-read-whole", f"{name}: two parsers disagree")
        # The same elements in the same order, whatever became of their namespaces.
        self._places = dict(zip(elements, zip(starts, ends, strict=True), strict=True))

    def changed(self) -> bytes:
        return applied(self.data, self.splices)

    def prefix(self, near: _Element, namespace: str) -> str | None:
        """The prefix with a colon that stands for a namespace there; None where none does."""
        bare = namespace.strip("{}")
        return next((f"{key}:" for key, value in near.nsmap.items() if key and value == bare), None)

    def insert(
        self, parent: _Element, new: str, *, before: _Element | None = None, first: bool = False
    ) -> None:
        """Put something in an element: before a child, first, or last."""
        written = new.encode()
        tag_end = self._tag_end(parent)
        if self._is_closed(parent):
            name = self._name(parent)
            self.splices.append(Splice(tag_end - 2, 2, b">" + written + b"</" + name + b">"))
        elif before is not None:
            self.splices.append(Splice(self._places[before][0], 0, written))
        else:
            self.splices.append(Splice(tag_end if first else self._places[parent][1], 0, written))

    def wrap(self, element: _Element, before: str, after: str) -> None:
        self.splices.append(Splice(self._places[element][0], 0, before.encode()))
        self.splices.append(Splice(self._end(element), 0, after.encode()))

    def remove(self, element: _Element) -> None:
        start = self._places[element][0]
        self.splices.append(Splice(start, self._end(element) - start, b""))

    def set_text(self, element: _Element, text: str) -> None:
        """Let a text be all that an element holds."""
        if self._is_closed(element):
            self.insert(element, escape(text))
        else:
            start, end = self._tag_end(element), self._places[element][1]
            self.splices.append(Splice(start, end - start, escape(text).encode()))

    def set_attribute(self, element: _Element, name: str, value: str) -> None:
        """Set an attribute by its name with prefix; one that is there gets another value."""
        start, end = self._places[element][0], self._tag_end(element)
        written = f"{name}={quoteattr(value)}".encode()
        there = re.compile(rb"\s" + re.escape(name.encode()) + rb"\s{0,9}=\s{0,9}(?:\"[^\"]*+\"|'[^']*+')")
        found = there.search(self.data, start, end)
        if found:
            self.splices.append(Splice(found.start() + 1, found.end() - found.start() - 1, written))
        else:
            at = start + 1 + len(self._name(element))
            self.splices.append(Splice(at, 0, b" " + written))

    def replace_tag(self, element: _Element, name: str, attributes: str) -> None:
        """Give an element another name and other attributes."""
        start, tag_end = self._places[element][0], self._tag_end(element)
        close = "/>" if self._is_closed(element) else ">"
        self.splices.append(Splice(start, tag_end - start, f"<{name} {attributes}{close}".encode()))
        if close == ">":
            end = self._places[element][1]
            self.splices.append(Splice(end, self._end(element) - end, f"</{name}>".encode()))

    def name(self, element: _Element) -> str:
        """The element's name as it is written, with its prefix."""
        return self._name(element).decode()

    def _name(self, element: _Element) -> bytes:
        found = TAG_NAME.match(self.data, self._places[element][0])
        assert found is not None
        return found[1]

    def _tag_end(self, element: _Element) -> int:
        """Where the start tag ends."""
        found = START_TAG.match(self.data, self._places[element][0])
        assert found is not None
        return found.end()

    def _is_closed(self, element: _Element) -> bool:
        """Is it written as one tag, <a/>?"""
        end = self._tag_end(element)
        return self.data[end - 2 : end] == b"/>"

    def _end(self, element: _Element) -> int:
        """Where the element ends, its end tag included."""
        if self._is_closed(element):
            return self._tag_end(element)
        return self.data.index(b">", self._places[element][1]) + 1


def _offsets(data: bytes, name: str) -> tuple[array[int], array[int]]:
    """Where each element's start tag begins, and where its end tag does, in the order of the start tags."""
    starts, ends = array("q"), array("q")
    open_: list[int] = []
    parser = expat.ParserCreate()

    def start(tag: str, attributes: list[str]) -> None:
        open_.append(len(starts))
        starts.append(parser.CurrentByteIndex)
        ends.append(0)

    def end(tag: str) -> None:
        ends[open_.pop()] = parser.CurrentByteIndex

    parser.ordered_attributes = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise CouldNotCheck("broken", f"{name}: {error}"[:200]) from None
    return starts, ends
