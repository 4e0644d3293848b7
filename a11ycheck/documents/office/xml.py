"""The parts of an Office document that are XML: their size and number of tags are bounded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from a11ycheck.documents.office.limits import LARGEST_XML, MOST_TAGS
from a11ycheck.documents.xml import safe_parser
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from lxml.etree import _Element

STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
"""Namespaces and relation types of ISO/IEC 29500 Strict, part 1, annex A."""
RENAMED = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}


def parse(data: bytes, name: str) -> _Element:
    """Return the root element of an XML part; ``name`` is for the reason.

    Namespaces of OOXML Strict have become those of Transitional. Raises ``CouldNotCheck``: “broken”, “too-big” or
    “too-deep”.
    """
    from lxml import etree

    if len(data) > LARGEST_XML or data.count(b"<") > MOST_TAGS:
        raise CouldNotCheck("too-big", name)
    if b"<!ENTITY" in data:
        # No program for text or slides writes entities of its own; they only serve to blow up.
        raise CouldNotCheck("broken", f"{name}: entities")
    if b"purl.oclc.org/ooxml" in data:
        data = STRICT.sub(_transitional, data)
    try:
        return etree.fromstring(data, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        deep = "depth" in str(error).lower()
        raise CouldNotCheck("too-deep" if deep else "broken", f"{name}: {error}"[:200]) from None


def _transitional(found: re.Match[bytes]) -> bytes:
    family, rest = found.groups()
    return b"http://schemas.openxmlformats.org/%b/2006/%b" % (family, RENAMED.get(rest, rest))


def text_in(element: _Element, tag: str) -> Iterator[str]:
    """The texts of the elements with this tag, in order, those that are nothing but space left out."""
    return (found.text for found in element.iter(tag) if found.text and not found.text.isspace())
