"""What stands before a page's own content on page after page, and the ways past it.

The terms are those of the ACT rules for bypassing blocks (cf77f2, b40fd1, 047fe0, ye5d6e): which blocks come back on
other pages is told by what they are – navigation, a banner, something beside the content – since no other page is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag

from a11ycheck.documents.page.model import Element, Page, Words, order_of

REPEATED_ROLES = frozenset({"navigation", "banner", "complementary", "contentinfo", "search"})
REPEATED_TAGS = frozenset({"nav", "aside"})
LANDMARKS = frozenset({"main", "region", "form"})
PICTURES = frozenset(
    {"img", "svg", "video", "audio", "canvas", "object", "embed", "iframe", "input", "select"}
)
MOST_LINKS = 400

PAST = re.compile(
    r"\b(?:hoppa|gå (?:direkt )?(?:till|över)|till (?:huvud)?innehåll\w*"
    r"|skip|jump|go to (?:main|content)|bypass|zum inhalt|springen?|überspringen|aller (?:directement )?au|passer"
    r"|ir al|saltar|pasar al|siirry|hyppää|ohita|gå til|hopp (?:til|over)|spring (?:til|over))\b",
    re.IGNORECASE,
)
"""How links past the menus begin in Swedish, English, German, French, Spanish, Finnish, Norwegian and Danish."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The page as blocks that come back on other pages, and ``own``: the content after the first of them that is in
    none of them, in document order. No own content means that there is nothing to get past to."""

    repeated: tuple[Element, ...]
    own: tuple[Element | Words, ...]

    @property
    def before(self) -> tuple[Element, ...]:
        """The repeated blocks that stand before own content."""
        if not self.own:
            return ()
        last = _order(self.own[-1])
        return tuple(block for block in self.repeated if _order(block) < last)


def _order(node: Element | Words) -> tuple[int, ...]:
    """Where it stands in the document; text stands where its element does."""
    element = node if isinstance(node, Element) else node.parent
    return order_of(element.path) if element else ()


def is_repeated(element: Element) -> bool:
    """It is of a sort that comes back on other pages."""
    if (
        element.role in REPEATED_ROLES
        or element.tag in REPEATED_TAGS
        or element.attribute("role") in REPEATED_ROLES
    ):
        return True
    outside = ("main", "article", "section", "aside", "nav")
    return element.tag in ("header", "footer") and element.closest(*outside) is None


def outline(page: Page) -> Outline:
    repeated: list[Element] = []
    own: list[Element | Words] = []
    waiting: list[tuple[Element | Words, bool]] = [(page.root, False)]
    while waiting:
        node, in_block = waiting.pop()
        if isinstance(node, Words):
            if repeated and not in_block and node.text.strip() and node.is_visible:
                own.append(node)
            continue
        if node is not page.root and node.tag == "html":
            continue
        if not in_block and is_repeated(node) and _has_content(node):
            repeated.append(node)
            in_block = True
        if repeated and not in_block and node.tag in PICTURES and node.is_visible:
            own.append(node)
        waiting.extend((child, in_block) for child in reversed(node.children))
    return Outline(tuple(repeated), tuple(own))


def _has_content(block: Element) -> bool:
    return any(_perceivable(element) for element in block.elements())


def _perceivable(element: Element) -> bool:
    if element.tag in PICTURES:
        return element.is_visible
    return bool(element.own_text) and (element.is_visible or element.exposed)


def leads_on(page: Page) -> bool:
    """It has a link to another page, so that something may come back there."""
    here = urldefrag(page.address)[0]
    return any(
        link.has("href")
        and not link.attribute("href").startswith(("#", "mailto:", "tel:", "javascript:"))
        and urldefrag(link.address)[0] != here
        for link in page.main.elements()
        if link.tag in ("a", "area")
    )


def has_heading(page: Page, blocks: Outline) -> bool:
    """A heading that is seen and read stands in own content."""
    own = _inside(blocks)
    return any(
        element.exposed and element.role == "heading" and element.is_visible and element.path in own
        for element in page.main.elements()
    )


def has_landmark(page: Page, blocks: Outline) -> bool:
    """A landmark that is read holds own content."""
    own = _inside(blocks)
    return any(
        element.exposed
        and (element.role in LANDMARKS)
        and (element.role == "main" or bool(element.name))
        and element.path in own
        for element in page.main.elements()
    )


def _inside(blocks: Outline) -> frozenset[str]:
    """The paths of all elements that hold own content."""
    paths: set[str] = set()
    for node in blocks.own:
        element = node if isinstance(node, Element) else node.parent
        while element is not None and element.path not in paths:
            paths.add(element.path)
            element = element.parent
    return frozenset(paths)


def target_of(page: Page, link: Element) -> Element | None:
    """The element in the page that a link leads to."""
    identity = link.attribute("href").removeprefix("#")
    if not identity or not link.attribute("href").startswith("#"):
        return None
    return page.by_id(unquote(identity), link) or next(
        (one for one in page.main.elements() if one.tag == "a" and one.attribute("name") == identity), None
    )


def leads_past(page: Page, blocks: Outline, target: Element) -> bool:
    """The first content from this element on is own content (“just before” in ACT rule ye5d6e)."""
    if not blocks.own:
        return False
    place = _order(target)
    first_own = next((node for node in blocks.own if _order(node) >= place), None)
    if first_own is None:
        return False
    until = _order(first_own)
    return not any(
        place <= _order(element) < until or _holds(element, target) for element in _contents(blocks)
    )


def _contents(blocks: Outline) -> Iterator[Element]:
    for block in blocks.repeated:
        yield from (element for element in block.elements() if element is block or _perceivable(element))


def _holds(outer: Element, inner: Element) -> bool:
    return outer is inner or any(element is outer for element in inner.ancestors())


def links_past(page: Page) -> list[Element]:
    """Links that by their name lead past something, those that scripts have made too."""
    return [
        element
        for element in page.main.elements()
        if element.exposed
        and element.role == "link"
        and (element.is_focusable or element.has("tabindex"))
        and PAST.match(element.name or element.visible_text)
        and (element.attribute("href").startswith("#") or not element.has("href"))
    ]


def jumps_past(page: Page, blocks: Outline) -> bool:
    """A link, whatever it is called, leads to own content."""
    links = [one for one in page.main.elements() if one.tag == "a" and one.exposed]
    for link in links[:MOST_LINKS]:
        target = target_of(page, link)
        if target is not None and leads_past(page, blocks, target):
            return True
    return False


def blocks_to_bypass(page: Page) -> tuple[Element, ...]:
    """The blocks before own content that neither heading, landmark nor ordinary link leads past."""
    if not leads_on(page):
        return ()
    blocks = outline(page)
    if (
        not blocks.before
        or has_heading(page, blocks)
        or has_landmark(page, blocks)
        or jumps_past(page, blocks)
    ):
        return ()
    return blocks.before
