"""An event page as a browser showed it: the elements with their names, roles, styles and places, and what driving the
page by keyboard and zoom showed. Plain data, captured once; rules are functions over it and need no browser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from a11ycheck.documents.addresses import seen_from
from a11ycheck.documents.facts import Facts, Found
from a11ycheck.documents.page.driven import NotDrivenError
from a11ycheck.outcome import Box, Where, anchor, clipped

if TYPE_CHECKING:
    from a11ycheck.documents.content import Content
    from a11ycheck.documents.crop import Crop
    from a11ycheck.documents.page.axe_results import AxeTarget
    from a11ycheck.documents.page.driven import Driven
    from a11ycheck.documents.page.gist import Gist

GONE = (404, 410)
"""What servers answer for what is not there."""
LONGEST_SNIPPET = 200
LONGEST_LABEL = 60
LARGEST_SPAN = 1_000
"""What HTML lets colspan be."""
DEEPEST = 600
"""Elements inside each other that are read; browsers themselves stop at 512 when they parse."""

NOT_SHOWN = frozenset({"script", "style", "template", "noscript", "head", "title", "meta", "link", "base"})
"""Elements whose text no reader meets."""


class Words:
    """Text as it stands in one place: a text node that the browser laid out, white space as shown."""

    __slots__ = ("box", "parent", "text")

    def __init__(self, text: str, box: Box | None = None) -> None:
        self.text = text
        self.box = box
        self.parent: Element | None = None

    @property
    def is_visible(self) -> bool:
        """A sighted reader can see it. An element with ``display: contents`` or a slot has no place of its own, and its
        text stands in that of the next one around it."""
        parent = self.parent
        while parent is not None and not parent.styles:
            parent = parent.parent
        return parent is not None and parent.is_visible


class Element:
    """One element in the flat tree of the page: through shadow roots, and through frames as far as they are open to us.

    ``role`` and ``name`` are those of the accessibility tree, the role in lower case and in ARIA's spelling; empty when
    the element is not in it (then ``exposed`` is false). ``box`` is in CSS pixels from the top left corner of the whole
    page, None when nothing is shown. ``styles`` are computed values of the properties in ``snapshot.PROPERTIES``; empty
    when the element is not rendered. ``states`` are the tree's properties: "level", "checked", "expanded", "focusable",
    "required", "invalid", "live" and so on. ``named_from``: where the name comes from, such as "contents",
    "aria-label", "aria-labelledby", "title", "placeholder", "alt", "label".
    """

    __slots__ = (
        "_clickable",
        "attributes",
        "box",
        "children",
        "description",
        "exposed",
        "frame",
        "in_shadow",
        "name",
        "named_from",
        "parent",
        "path",
        "role",
        "states",
        "styles",
        "tag",
        "value",
    )

    def __init__(
        self,
        tag: str,
        attributes: Mapping[str, str] | None = None,
        *children: Element | Words | str,
        role: str = "",
        name: str = "",
        box: Box | None = None,
        styles: Mapping[str, str] | None = None,
        states: Mapping[str, str | int | bool] | None = None,
        exposed: bool = True,
        named_from: str = "",
        description: str = "",
        value: str = "",
        clickable: bool | None = False,
        in_shadow: bool = False,
        path: str = "",
    ) -> None:
        self.tag = tag
        self.attributes: Mapping[str, str] = attributes or {}
        self.children: list[Element | Words] = []
        self.role = role
        self.name = name
        self.box = box
        self.styles: Mapping[str, str] = styles or {}
        self.states: Mapping[str, str | int | bool] = states or {}
        self.exposed = exposed
        self.named_from = named_from
        self.description = description
        self.value = value
        """What a form field holds, or a script of structured data."""
        self._clickable = clickable
        self.in_shadow = in_shadow
        """It stands in a shadow tree, where ids and styles are its own."""
        self.path = path
        """The way from the top: what drivers in the page name elements by (see ``drivers/path.js``)."""
        self.parent: Element | None = None
        self.frame: Frame | None = None
        for child in children:
            self.append(Words(child) if isinstance(child, str) else child)

    def append(self, child: Element | Words) -> None:
        child.parent = self
        self.children.append(child)

    # The tree

    def elements(self) -> Iterator[Element]:
        """Itself and all elements in it, in document order, those of frames too."""
        waiting: list[Element] = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def inside(self) -> Iterator[Element]:
        """All elements in it."""
        elements = self.elements()
        next(elements)
        yield from elements

    def ancestors(self) -> Iterator[Element]:
        """Its parent, the parent's parent and so on, out of frames too."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def closest(self, *tags: str) -> Element | None:
        """Itself or the nearest ancestor with one of these tags."""
        if self.tag in tags:
            return self
        return next((element for element in self.ancestors() if element.tag in tags), None)

    def words(self) -> Iterator[Words]:
        """The text in it, in document order, as far as it is laid out."""
        waiting: list[Element | Words] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Words):
                yield node
            elif node.tag not in NOT_SHOWN:
                waiting.extend(reversed(node.children))

    @property
    def text(self) -> str:
        """All text in it that is laid out, white space as one space, also where it is invisible."""
        return _joined(self, lambda words: True)

    @property
    def visible_text(self) -> str:
        """The text in it that a sighted reader sees."""
        return _joined(self, lambda words: words.is_visible)

    @property
    def own_text(self) -> str:
        """The text that stands in it and in none of its elements."""
        return " ".join("".join(child.text for child in self.children if isinstance(child, Words)).split())

    # What is known of it

    def style(self, name: str) -> str:
        """The computed value of a property; empty when the element is not rendered."""
        return self.styles.get(name, "")

    def attribute(self, name: str) -> str:
        return self.attributes.get(name, "")

    def has(self, name: str) -> bool:
        return name in self.attributes

    @property
    def is_rendered(self) -> bool:
        """The browser has laid it out: neither it nor an ancestor has ``display: none``."""
        return bool(self.styles)

    @property
    def is_visible(self) -> bool:
        """A sighted reader can see it, as far as styles tell: rendered, not transparent, not moved off the page, not
        cut to a pixel as text for screen readers is. ``display: contents`` has no box and is visible by its text."""
        if not self.styles or self.styles.get("visibility", "visible") != "visible":
            return False
        if self.box is not None and (self.box.right <= 0 or self.box.bottom <= 0):
            return False
        return not any(_hides(element) for element in (self, *self.ancestors()))

    @property
    def clickable(self) -> bool:
        """It answers to clicks: it is a control or a link, or a script listens for clicks on it.

        Raises ``NotDrivenError`` where only devtools could have told.
        """
        if self._clickable is None:
            raise NotDrivenError("clicks")
        return self._clickable

    @clickable.setter
    def clickable(self, known: bool | None) -> None:
        self._clickable = known

    @property
    def is_focusable(self) -> bool:
        return bool(self.states.get("focusable"))

    @property
    def language(self) -> str:
        """The language in force: its own ``lang`` or the nearest ancestor's in the same frame; empty when none is
        declared."""
        for element in (self, *self.ancestors()):
            declared = element.attribute("lang") or element.attribute("xml:lang")
            if declared.strip():
                return declared.strip()
            if element.tag == "html":
                return ""
        return ""

    @property
    def address(self) -> str:
        """Where a link or frame leads, in full; empty when nowhere."""
        own = self.attribute("data") if self.tag == "object" else ""
        given = self.attribute("href") or self.attribute("src") or own
        if not given or self.frame is None:
            return given
        return self.frame.full(given)

    @property
    def snippet(self) -> str:
        """Its start tag and the beginning of its text, as a web editor would recognise it."""
        attributes = "".join(
            f' {name}="{clipped(value, 80)}"' if value else f" {name}"
            for name, value in self.attributes.items()
        )
        text = clipped(self.own_text, 60)
        return clipped(f"<{self.tag}{attributes}>{text}", LONGEST_SNIPPET)

    @property
    def where(self) -> Where:
        """Its place: what it is and what it says, with its box."""
        said = self.name or self.attribute("id") or self.text
        told = anchor(self.tag, self.attribute("href"), self.attribute("src"), self.attribute("id"), said)
        return Where((("element", f"<{self.tag}> {clipped(said, LONGEST_LABEL)}".strip()),), told, self.box)

    def __repr__(self) -> str:
        return f"<{self.tag} {self.path}>"


def order_of(path: str) -> tuple[int, ...]:
    """What tells by their paths which of two elements comes first in the document."""
    return tuple(int(step.removeprefix("f") or 0) for step in path.split(".")) if path else ()


def span_of(given: str) -> int:
    """How many columns or rows a cell spans by its attribute; 1 where it says nothing that counts."""
    given = given.strip()
    if not (given.isascii() and given.isdigit()):
        return 1
    # Python refuses to read numbers of thousands of digits.
    return min(int(given.lstrip("0")[:6] or 1), LARGEST_SPAN)


def _joined(top: Element, wanted: Callable[[Words], bool]) -> str:
    """The text in an element on one line; what stands in blocks of its own is set off by a space."""
    parts: list[str] = []
    waiting: list[Element | Words | str] = [top]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
        elif isinstance(node, Words):
            if wanted(node):
                parts.append(node.text)
        elif node.tag not in NOT_SHOWN:
            apart = "" if node.style("display") in ("", "inline", "contents") and node.tag != "br" else " "
            waiting.append(apart)
            waiting.extend(reversed(node.children))
            waiting.append(apart)
    return " ".join("".join(parts).split())


def _hides(element: Element) -> bool:
    if element.styles.get("opacity") == "0":
        return True
    box = element.box
    if box is None or element.styles.get("overflow-x", "visible") == "visible":
        return False
    return box.right - box.left <= 1 or box.bottom - box.top <= 1


@dataclass(slots=True)
class Frame:
    """One document of the page: the page itself or what a frame in it shows.

    ``owner`` is the frame element it is shown in, None for the page itself. ``root`` is its html element; in XML or a
    picture shown alone it may be another. ``decorations`` are the boxes that pseudo-elements paint, with the paths of
    their elements; the boxes are the frame's own.
    """

    address: str
    root: Element
    title: str = ""
    owner: Element | None = None
    doctype: bool = True
    media_type: str = "text/html"
    base: str = ""
    decorations: tuple[tuple[Box, str], ...] = ()

    def full(self, given: str) -> str:
        from urllib.parse import urljoin

        try:
            return urljoin(self.base or self.address, given.strip())
        except ValueError:
            return given

    def elements(self) -> Iterator[Element]:
        """The elements of this document, those of frames in it left out."""
        waiting: list[Element] = [self.root]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(
                child
                for child in reversed(element.children)
                if isinstance(child, Element) and child.frame is self
            )

    @property
    def is_html(self) -> bool:
        return self.root.tag == "html"

    @property
    def where(self) -> Where:
        """The page as a whole, or the frame by its address."""
        if self.owner is None:
            return Where()
        page: Frame = self
        while page.owner is not None and page.owner.frame is not None:
            page = page.owner.frame
        address = seen_from(page.address, self.address)
        return Where((("frame", clipped(self.owner.name or address, LONGEST_LABEL)),), anchor(address))


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one request for an address that the page links to gave, without opening it.

    ``status`` is that of the last answer, 0 when none came (then ``trouble`` says why). ``address`` is the last one
    after redirects. ``size`` in bytes, -1 when not said. ``digest`` is that of the beginning of the body where it was
    read, else empty; ``gist`` is what a page's beginning says it is about, ``text`` the beginning itself of what is
    text and no page, None where it is not known.
    """

    status: int
    address: str
    media_type: str = ""
    size: int = -1
    digest: str = ""
    trouble: str = ""
    gist: Gist | None = None
    text: str | None = None


@dataclass(eq=False)
class Page:
    """A page in one state: as it was when it had settled, before anything was driven.

    ``requested`` is the address or file asked for, ``address`` the one that answered in the end. ``width`` and
    ``height`` are those of the whole page in CSS pixels. ``axe`` holds axe-core's results by its rule's id.
    ``fetched`` holds what is known of the addresses that the page links to; an address that was not asked for is not
    in it. ``consent`` says which banner was dismissed, if any. ``picture`` is the whole page (PNG) where pictures are
    wanted.
    """

    requested: str
    address: str
    frames: tuple[Frame, ...]
    status: int = 200
    width: float = 0.0
    height: float = 0.0
    axe: Mapping[str, tuple[AxeTarget, ...]] = field(default_factory=dict)
    driven: Driven | None = None
    fetched: Mapping[str, Fetched] = field(default_factory=dict)
    consent: str = ""
    not_read: str = ""
    picture: bytes = b""

    @staticmethod
    def of(*body: Element | Words | str, title: str = "", language: str = "sv", **more: Any) -> Page:
        """Make a page of elements: the short way for examples and tests."""
        head = Element("head", {}, Element("title", {}, title)) if title else Element("head")
        root = Element("html", {"lang": language} if language else {}, head, Element("body", {}, *body))
        page = Page(
            "https://example.org/",
            "https://example.org/",
            (Frame("https://example.org/", root, title),),
            **more,
        )
        for element in root.elements():
            element.frame = page.frames[0]
            element.styles = element.styles or {"display": "block", "visibility": "visible"}
        return page

    @property
    def main(self) -> Frame:
        """The page's own document."""
        return self.frames[0]

    @property
    def root(self) -> Element:
        return self.main.root

    @cached_property
    def content(self) -> Content:
        from a11ycheck.documents.page.to_content import content_of

        return content_of(self)

    def quoted(self, address: str) -> str:
        """An address of something on the page, as findings quote it."""
        return seen_from(self.address, address)

    def itself(self) -> tuple[Frame]:
        """The page's own document, for rules that are put to the page once."""
        return (self.main,)

    def html_documents(self) -> Iterator[Frame]:
        """The page and the documents in its frames, as far as they are HTML."""
        return (frame for frame in self.frames if frame.is_html)

    def elements(self, *tags: str) -> Iterator[Element]:
        """All elements, those of frames too, or only those with one of these tags."""
        return (element for element in self.root.elements() if not tags or element.tag in tags)

    def with_role(self, *roles: str) -> Iterator[Element]:
        """The elements in the accessibility tree with one of these roles."""
        return (element for element in self.root.elements() if element.exposed and element.role in roles)

    def by_id(self, identity: str, near: Element) -> Element | None:
        """The element with this id in the same document (and shadow tree, as far as ids are unique) as ``near``."""
        if near.frame is None:
            return None
        return next((el for el in near.frame.elements() if el.attribute("id") == identity), None)

    @cached_property
    def by_path(self) -> Mapping[str, Element]:
        """The elements by the path that drivers name them by."""
        return {element.path: element for element in self.root.elements() if element.path}

    def facts(self) -> Facts:
        from a11ycheck.documents.page.to_facts import facts_of

        return facts_of(self)

    def found(self) -> Iterable[Found]:
        from a11ycheck.documents.page.leads import leads_of

        return leads_of(self)

    def crops(self, boxes: Sequence[Box]) -> Sequence[Crop | None]:
        """Pictures of places on the page, for the report."""
        if not self.picture:
            return [None] * len(boxes)
        from a11ycheck.documents.page.crops import crops_of

        return crops_of(self.picture, boxes)

    def unread(self) -> str:
        return self.not_read
