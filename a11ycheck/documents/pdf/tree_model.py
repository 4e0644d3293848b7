"""The structure tree (14.7) as rules see it: elements, linked both ways, and what hangs in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from a11ycheck.documents.pdf.standard_types import HEADINGS, MATHML_NAMESPACE, PDF_1_7, is_standard_in
from a11ycheck.outcome import Box, Where, anchor

MarkedKey = tuple[int, int, int]
"""Names one piece of marked content: page number, stream (0 for the page itself, else the form's object), MCID."""


@dataclass(slots=True)
class ObjectReference:
    """An OBJR in the structure tree (14.7.4.3): ``annotation`` is an index into ``Pdf.annotations``, -1 if none."""

    page: int
    annotation: int = -1


@dataclass(slots=True, eq=False)
class Element:
    """A structure element (14.7.2), linked both ways. Read-only once the opener is done.

    ``tag`` is the type as written, ``type`` the standard type that the role map leads to (equal to ``tag`` where
    nothing is mapped). ``kids`` are elements, marked content and object references in order. ``language`` is the one
    in force: own, inherited, or the catalog's. ``text_language`` is that of most of the text in it, which elements
    below it and its marked content may say (14.9.2.2). ``pictured`` is a digest of the images painted in a figure.

    PDF 2.0 has namespaces (ISO 32000-2, 14.7.4): ``namespace`` is that of ``type``, empty for PDF 1.7's.
    ``has_meaning``: the role maps lead to a standard type in its namespace; where they do not, ``loses_meaning`` says
    that the tag was one itself. ``twin`` is another tag of the same namespace that they lead to. ``refers_to`` holds
    the elements that it refers to (Ref, table 355).
    """

    tag: str
    type: str = ""
    kids: list[Element | MarkedKey | ObjectReference] = field(default_factory=list)
    parent: Element | None = None
    page: int = 0
    title: str = ""
    alt: str | None = None
    actual_text: str | None = None
    expansion: str | None = None
    own_language: str | None = None
    language: str = ""
    text_language: str = ""
    id: str = ""
    attributes: Mapping[str, object] = field(default_factory=dict)
    has_parent_pointer: bool = True
    role_map_loop: bool = False
    remaps_standard: bool = False
    namespace: str = ""
    has_meaning: bool = True
    loses_meaning: bool = False
    twin: str = ""
    refers_to: tuple[Element, ...] = ()
    number: int = 0
    text: str = ""
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    pictured: str = ""

    def __post_init__(self) -> None:
        self.type = self.type or self.tag
        self.text_language = self.text_language or self.language
        for kid in self.kids:
            if isinstance(kid, Element):
                kid.parent = self

    @property
    def children(self) -> list[Element]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def where(self) -> Where:
        steps: list[tuple[str, str | int]] = [("page", self.page)] if self.page else []
        steps.append((STEP_OF.get(self.type, "tag"), self.name))
        return Where(tuple(steps), anchor(self.type, self.alt, self.text or self.number), self.box)

    @property
    def name(self) -> str:
        """What a person recognises the element by: its title, its first words, or its tag."""
        words = self.title or self.alt or self.text
        if words.strip():
            return " ".join(words[:200].split())[:60]
        return "" if self.type in STEP_OF else self.tag

    @property
    def is_standard(self) -> bool:
        """Is the type one that PDF 1.7 defines (14.8.4)?"""
        return self.type in PDF_1_7

    @property
    def standard(self) -> str:
        """The standard type that it stands for in PDF 2.0 (ISO 32000-2, 14.8.4): “Hn” for every heading with a level,
        “MathML” for what belongs to a formula written so; empty if none."""
        if not self.has_meaning or not is_standard_in(self.namespace, self.type):
            return ""
        if self.namespace == MATHML_NAMESPACE:
            return "MathML"
        return "Hn" if self.type in HEADINGS and self.type != "H" else self.type

    @property
    def holds_content(self) -> bool:
        """Does it hold marked content or objects, itself or in a NonStruct, Div or Part in it?"""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if any(not isinstance(kid, Element) for kid in element.kids):
                return True
            waiting.extend(child for child in element.children if child.type in LOOKED_THROUGH)
        return False

    @property
    def effective_parent(self) -> Element | None:
        """The nearest ancestor that groups something: NonStruct, Div and Part are looked through."""
        above = self.parent
        while above is not None and above.type in LOOKED_THROUGH:
            above = above.parent
        return above

    @property
    def effective_children(self) -> list[Element]:
        """The children, with those of NonStruct, Div and Part in their place."""
        found: list[Element] = []
        waiting = self.children[::-1]
        while waiting:
            child = waiting.pop()
            if child.type in LOOKED_THROUGH:
                waiting.extend(child.children[::-1])
            else:
                found.append(child)
        return found

    @property
    def stands_in(self) -> str:
        """The type of the effective parent; at the top, the name of the tree's root."""
        above = self.effective_parent
        return above.type if above else "StructTreeRoot"

    @property
    def kid_types(self) -> list[str]:
        """The types of the effective children, in order.

        A type that PDF 1.7 does not know is left out: what it is cannot be said, and that is a fault of its own.
        """
        return [child.type for child in self.effective_children if child.is_standard]

    def stranger(self, *welcome: str) -> str:
        """The first type among the effective children that is none of the ``welcome`` ones; empty if none."""
        return next((kid for kid in self.kid_types if kid not in welcome), "")

    def descendants(self) -> Iterator[Element]:
        """Every element below, in tree order."""
        waiting = self.children[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(element.children[::-1])


LOOKED_THROUGH = frozenset({"NonStruct", "Div", "Part"})

STEP_OF: Mapping[str, str] = {
    "Figure": "picture",
    "Table": "table",
    "TR": "row",
    "TH": "cell",
    "TD": "cell",
    "L": "list",
    "Link": "link",
    "Form": "field",
    "P": "paragraph",
    **{f"H{level}": "heading" for level in ("", 1, 2, 3, 4, 5, 6)},
}
"""The word of ``outcome.STEP_WORDS`` that people know a structure type by."""
