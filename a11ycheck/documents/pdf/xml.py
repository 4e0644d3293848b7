"""XML in a PDF: what is broken or too long is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck.documents.pdf.limits import LONGEST_XML
from a11ycheck.documents.xml import safe_parser

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse(data: bytes) -> _Element | None:
    """Return the root element, None where there is none."""
    data = data.strip(b"\0 \t\r\n")
    if not data or len(data) > LONGEST_XML:
        return None
    from lxml import etree

    try:
        return etree.fromstring(data, safe_parser())
    except (etree.XMLSyntaxError, ValueError):
        return None
