"""The XMP packet of a document (14.3.2, ISO 16684-1), as far as titles, languages and PDF/UA go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from a11ycheck.documents.pdf.catalog_model import Property, Xmp
from a11ycheck.documents.pdf.limits import LONGEST_TEXT, MOST_PROPERTIES
from a11ycheck.documents.pdf.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

DC = "http://purl.org/dc/elements/1.1/"
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NO_LANGUAGE = "x-default"


def read_xmp(packet: bytes) -> Xmp:
    """Read an XMP packet; a broken one says nothing."""
    root = parse(packet)
    rdf = None if root is None else next(root.iter(f"{RDF}RDF"), None)
    if rdf is None:
        return Xmp()
    title: Property | None = None
    identification: dict[str, Property] = {}
    languageless: list[str] = []
    for count, (namespace, name, prefix, value) in enumerate(_properties(rdf)):
        if count >= MOST_PROPERTIES:
            break
        if (namespace, name) == (DC, "title"):
            title = title or Property(prefix, _text(value))
        elif namespace == PDFUA:
            identification.setdefault(name, Property(prefix, _text(value)))
        if not isinstance(value, str) and _is_languageless(value):
            languageless.append(f"{prefix}:{name}" if prefix else name)
    return Xmp(title, identification, tuple(languageless))


def _properties(rdf: _Element) -> Iterator[tuple[str, str, str, _Element | str]]:
    """Yield the packet's own properties, not those within them: namespace, name, prefix and value.

    A simple property can also be written as an attribute (ISO 16684-1, 7.9.2.2).
    """
    for description in rdf.iterchildren(f"{RDF}Description"):
        for written, value in description.attrib.items():
            namespace, name = _split(str(written))
            if namespace:
                yield namespace, name, _prefix(description, namespace, name), str(value)
        for element in description.iterchildren("{*}*"):
            namespace, name = _split(str(element.tag))
            yield namespace, name, element.prefix or "", element


def _split(tag: str) -> tuple[str, str]:
    namespace, _, name = tag.rpartition("}")
    return namespace[1:], name


def _prefix(element: _Element, namespace: str, name: str) -> str:
    """Return the prefix that an attribute is written with."""
    prefixes = [prefix or "" for prefix, uri in element.nsmap.items() if uri == namespace]
    if len(prefixes) == 1:
        return prefixes[0]
    # Several stand for the namespace. The parser does not say which is meant, but writes it as it was.
    from lxml import etree

    written = re.search(rf'\s([^\s:="<>]+):{re.escape(name)}="', etree.tostring(element, encoding="unicode"))
    return written[1] if written else prefixes[0]


def _text(value: _Element | str) -> str:
    """Return a property's text: of several languages, the one that is there for everybody, else the first."""
    if isinstance(value, str):
        return value.strip()[:LONGEST_TEXT]
    choices = _choices(value)
    chosen = next((choice for choice in choices if choice.get(LANGUAGE) == NO_LANGUAGE), None)
    if chosen is None:
        chosen = choices[0] if choices else value
    return (chosen.text or "").strip()[:LONGEST_TEXT]


def _choices(value: _Element) -> list[_Element]:
    return [
        choice
        for alternatives in value.iterchildren(f"{RDF}Alt")
        for choice in alternatives.iterchildren(f"{RDF}li")
    ]


def _is_languageless(value: _Element) -> bool:
    choices = _choices(value)
    return len(choices) == 1 and choices[0].get(LANGUAGE) == NO_LANGUAGE
