"""What rules about which tag stands in which share, whatever standard they belong to; no rules themselves.

Parents and children are those after role mapping, with NonStruct, Div and Part looked through; children of
unknown type are left out, as veraPDF does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from a11ycheck.documents.pdf.tree_model import Element


def about_tag(
    tag: str, test: int, title: Text, messages: dict[str, Text], *, why: Text, fix: Fix, hurts: bool = True
) -> Callable[[Callable[[Element], Outcome]], Rule]:
    """Make a rule that is put to each element of type ``tag`` and meets clause 7.2-``test`` of PDF/UA-1.

    ``hurts``: what is tagged is read wrongly for the fault, so that WCAG is not met either.
    """
    return rule(
        document=Pdf,
        each=lambda pdf: pdf.elements_of(tag),
        meets=(f"PDF/UA-1 7.2-{test}", *(["WCAG 1.3.1"] if hurts else [])),
        title=title,
        why=why,
        who=(People.SCREEN_READER,),
        fix=fix,
        messages=messages,
    )


def stands_in(element: Element, *parents: str) -> Outcome:
    """Does it stand in one of these? ``stray`` if not."""
    return passed() if element.stands_in in parents else failed("stray", parent=element.stands_in)


def holds_only(element: Element, *welcome: str) -> Outcome:
    """Does it hold nothing but these? ``stranger`` if not."""
    stranger = element.stranger(*welcome)
    return failed("stranger", child=stranger) if stranger else passed()


def caption_first(element: Element) -> Outcome:
    """Is no child but the first a caption? ``later`` if one is."""
    return failed("later") if "Caption" in element.kid_types[1:] else passed()
