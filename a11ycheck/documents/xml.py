"""XML from strangers: nothing is fetched or expanded, and what lies too deep is not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import XMLParser


def safe_parser(*, recover: bool = False) -> XMLParser:
    """A parser for one document. ``recover``: what is not well-formed is read as far as it can be."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
