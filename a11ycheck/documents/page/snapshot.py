"""From what Chromium's DevTools protocol says of a page (``DOMSnapshot.captureSnapshot`` and
``Accessibility.getFullAXTree``, Chrome DevTools Protocol 1.3) to the elements of the model.

Chromium gives the flat tree: the children of a shadow host are those of its shadow root, and what stands in a slot is
the slot's child. Everything here has passed through a stranger's page: what is missing or odd is passed over, never
trusted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from a11ycheck.documents.page.model import DEEPEST, Element, Frame, Words
from a11ycheck.outcome import Box

PROPERTIES = (
    *(
        "display",
        "visibility",
        "opacity",
        "position",
        "float",
        "overflow-x",
        "overflow-y",
        "text-overflow",
        "clip-path",
    ),
    *(
        "color",
        "background-color",
        "background-image",
        "font-size",
        "font-weight",
        "font-style",
        "font-family",
    ),
    *(
        "line-height",
        "letter-spacing",
        "word-spacing",
        "text-transform",
        "text-align",
        "text-decoration-line",
    ),
    *(
        "list-style-type",
        "cursor",
        "border-bottom-width",
        "border-bottom-style",
        "border-bottom-color",
        "outline-style",
    ),
    *(
        "outline-width",
        "animation-name",
        "animation-duration",
        "animation-iteration-count",
        "transition-duration",
    ),
    *(
        "white-space-collapse",
        "direction",
        "z-index",
        "pointer-events",
        "user-select",
        "height",
        "max-height",
    ),
    *("filter", "mix-blend-mode", "-webkit-text-fill-color", "text-shadow", "color-scheme"),
)
"""The computed styles that are captured for each element; each costs about 2 % of a snapshot."""

MOST_ELEMENTS = 50_000
"""Nodes of a page that are read, in all its frames together."""
LONGEST_TEXT = 20_000
LONGEST_ATTRIBUTE = 4_000
MOST_ATTRIBUTES = 60
STRUCTURED_DATA = "application/ld+json"
LONGEST_STRUCTURED_DATA = 100_000

BROWSERS_OWN = "chrome-error:"
"""What the address of the browser's own page about an error begins with."""

ELEMENT, TEXT = 1, 3
ROLES = {"image": "img", "rootwebarea": "document", "statictext": "text", "labeltext": "label"}
"""Where Chromium's spelling of a role is not ARIA's."""
STATES = frozenset(
    "level checked expanded focusable required invalid live disabled readonly multiline hasPopup pressed selected "
    "modal editable autocomplete busy atomic relevant valuemin valuemax valuetext multiselectable orientation".split()
)


def frames_of(
    snapshot: Mapping[str, Any], trees: Mapping[str, Sequence[Mapping[str, Any]]]
) -> tuple[list[Frame], str]:
    """The documents of a snapshot, the page's own first, and what was not read (empty when all was).

    ``trees`` holds the accessibility nodes of each frame by its id.
    """
    strings = snapshot["strings"]
    readers = [_Document(raw, strings, trees) for raw in snapshot["documents"]]
    room = MOST_ELEMENTS
    for reader in readers:
        room = reader.read(room)
    frames = [readers[0].frame()] if readers and readers[0].root is not None else []
    reached = {0}
    waiting = [0] if frames else []
    while waiting:
        number = waiting.pop()
        for owner, inner in readers[number].frame_owners:
            if inner in reached or not 0 <= inner < len(readers) or not readers[inner].is_the_pages_own:
                continue
            reached.add(inner)
            readers[inner].put_into(owner)
            frames.append(readers[inner].frame(owner))
            waiting.append(inner)
    not_read = "" if room > 0 else f"more than {MOST_ELEMENTS} elements"
    return frames, not_read


class _Document:
    """One document of a snapshot while its elements are made."""

    def __init__(
        self, raw: Mapping[str, Any], strings: Sequence[str], trees: Mapping[str, Sequence[Mapping[str, Any]]]
    ) -> None:
        self.raw = raw
        self.strings = strings
        self.nodes = raw["nodes"]
        self.accessible = {
            node["backendDOMNodeId"]: node
            for node in trees.get(self.string(raw.get("frameId", -1)), ())
            if "backendDOMNodeId" in node
        }
        self.root: Element | None = None
        self.made: dict[int, Element] = {}
        self.words: list[Words] = []
        self.decorations: list[tuple[Box, str]] = []
        self.frame_owners: list[tuple[Element, int]] = []

    def string(self, number: int) -> str:
        return self.strings[number] if 0 <= number < len(self.strings) else ""

    def read(self, room: int) -> int:
        """Make the elements; return how many more there is room for."""
        nodes = self.nodes
        parents, types, names = nodes["parentIndex"], nodes["nodeType"], nodes["nodeName"]
        layout = {node: place for place, node in reversed(list(enumerate(self.raw["layout"]["nodeIndex"])))}
        shadow = _rare(nodes.get("shadowRootType"))
        inner = _rare(nodes.get("contentDocumentIndex"))
        values = _rare(nodes.get("inputValue")) | _rare(nodes.get("textValue"))
        # Chromium always says which; read_page.js cannot.
        clickable = set(nodes["isClickable"]["index"]) if "isClickable" in nodes else None
        pseudo = set(nodes.get("pseudoType", {}).get("index", ()))
        depth: dict[int, int] = {}
        counted: dict[int, int] = {}
        for number, kind in enumerate(types):
            if room <= 0:
                break
            parent = parents[number]
            holder = self.made.get(parent)
            if number in pseudo:
                if number in layout and holder is not None:
                    self._decoration(holder, layout[number])
                continue
            if number in shadow and self.string(shadow[number]) == "user-agent":
                continue
            if kind == TEXT and holder is not None:
                self._text_of(holder, number, layout.get(number))
            if kind != ELEMENT or (holder is None and self.root is not None):
                continue
            depth[number] = depth.get(parent, 0) + 1
            if depth[number] > DEEPEST:
                continue
            room -= 1
            element = self._element(number, self.string(names[number]).lower(), layout.get(number))
            element.value = self.string(values[number]) if number in values else ""
            element.clickable = None if clickable is None else number in clickable
            element.in_shadow = number in shadow
            self.made[number] = element
            if holder is None:
                element.path = "0"
                self.root = element
            else:
                place = counted[parent] = counted.get(parent, -1) + 1
                element.path = f"{holder.path}.{place}"
                holder.append(element)
            if number in inner:
                self.frame_owners.append((element, inner[number]))
        return room

    def _text_of(self, holder: Element, number: int, place: int | None) -> None:
        """Keep text that is laid out, and that of scripts that tell machines about the page."""
        if place is not None:
            holder.append(self._words(number, place))
        elif holder.attribute("type").casefold() == STRUCTURED_DATA:
            holder.value = self.string(self.nodes["nodeValue"][number])[:LONGEST_STRUCTURED_DATA]

    def _decoration(self, owner: Element, place: int) -> None:
        """Keep where a pseudo-element paints something behind its text, if it does."""
        layout = self.raw["layout"]
        styles = self._styles(place)
        transparent = styles.get("background-color") == "rgba(0, 0, 0, 0)"
        if not transparent or styles.get("background-image", "none") != "none":
            self.decorations.append((_box(layout["bounds"][place]), owner.path))

    def _styles(self, place: int) -> dict[str, str]:
        values = self.raw["layout"]["styles"][place]
        return {name: self.string(value) for name, value in zip(PROPERTIES, values, strict=False)}

    def _words(self, number: int, place: int) -> Words:
        layout = self.raw["layout"]
        text = self.string(layout["text"][place])[:LONGEST_TEXT]
        words = Words(text, _box(layout["bounds"][place]))
        self.words.append(words)
        return words

    def _element(self, number: int, tag: str, place: int | None) -> Element:
        element = Element(tag, self._attributes(number))
        if place is not None:
            element.styles = self._styles(place)
            element.box = _box(self.raw["layout"]["bounds"][place])
        node = self.accessible.get(self.nodes["backendNodeId"][number])
        element.exposed = node is not None and not node.get("ignored", False)
        if element.exposed and node is not None:
            role = str(node.get("role", {}).get("value", "")).lower()
            element.role = ROLES.get(role, role)
            element.name = _value(node.get("name"))[:LONGEST_TEXT]
            element.description = _value(node.get("description"))[:LONGEST_TEXT]
            element.named_from = _named_from(node.get("name", {}).get("sources", ()))
        if node is not None:
            element.states = {
                entry["name"]: entry["value"]["value"]
                for entry in node.get("properties", ())
                if entry.get("name") in STATES
                and isinstance(entry.get("value", {}).get("value"), (str, int, bool, float))
            }
        return element

    def _attributes(self, number: int) -> dict[str, str]:
        flat = self.nodes["attributes"][number][: MOST_ATTRIBUTES * 2]
        pairs = zip(flat[::2], flat[1::2], strict=False)
        return {self.string(name): self.string(value)[:LONGEST_ATTRIBUTE] for name, value in pairs}

    def put_into(self, owner: Element) -> None:
        """Hang this document's tree into the frame that shows it, its places counted from the page's corner."""
        assert self.root is not None
        across, down = (owner.box.left, owner.box.top) if owner.box else (0.0, 0.0)
        for element in self.root.elements():
            element.path = f"{owner.path}.f{element.path}"
            element.box = _moved(element.box, across, down)
        for words in self.words:
            words.box = _moved(words.box, across, down)
        owner.append(self.root)

    @property
    def is_the_pages_own(self) -> bool:
        """It has a root, and is not what the browser shows where a frame could not be loaded."""
        return self.root is not None and not self.string(self.raw.get("documentURL", -1)).startswith(
            BROWSERS_OWN
        )

    def frame(self, owner: Element | None = None) -> Frame:
        assert self.root is not None
        raw = self.raw
        made = Frame(
            address=self.string(raw.get("documentURL", -1)),
            root=self.root,
            title=self.string(raw.get("title", -1)),
            owner=owner,
            base=self.string(raw.get("baseURL", -1)),
            decorations=tuple(self.decorations),
        )
        for element in self.made.values():
            element.frame = made
        return made


def _rare(raw: Mapping[str, Sequence[int]] | None) -> dict[int, int]:
    return dict(zip(raw["index"], raw["value"], strict=False)) if raw else {}


def _box(bounds: Sequence[float]) -> Box:
    left, top, width, height = bounds
    return Box(1, left, top, left + width, top + height)


def _moved(box: Box | None, across: float, down: float) -> Box | None:
    if box is None or not (across or down):
        return box
    return Box(1, box.left + across, box.top + down, box.right + across, box.bottom + down)


def _value(raw: Mapping[str, Any] | None) -> str:
    value = raw.get("value", "") if raw else ""
    return value if isinstance(value, str) else ""


def _named_from(sources: Sequence[Mapping[str, Any]]) -> str:
    """Which of the sources that the tree lists gave the name."""
    for source in _that_count(sources):
        kind = source.get("type", "")
        if kind in ("attribute", "relatedElement"):
            return str(source.get("attribute") or source.get("nativeSource") or kind)
        return str(kind)
    return ""


def _that_count(sources: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    return (
        source
        for source in sources
        if not source.get("superseded") and (source.get("value") or source.get("attributeValue"))
    )
