"""XML from strangers: nothing is fetched or expanded, and what is broken or too long is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck.documents.pdf.limits import LONGEST_XML

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse(data: bytes) -> _Element | None:
    """Return the root element, None where there is none."""
    data = data.strip(b"\0 \t\r\n")
    if not data or len(data) > LONGEST_XML:
        return None
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
