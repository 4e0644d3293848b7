"""The structure tree (14.7): elements with their types, languages and attributes resolved, linked both ways."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

import pikepdf

from a11ycheck.documents.pdf import limits
from a11ycheck.documents.pdf.namespaces import Namespaces
from a11ycheck.documents.pdf.objects import (
    Entries,
    ObjectId,
    array,
    entries,
    id_of,
    name,
    number,
    several,
    text,
    tree_entries,
    whole,
)
from a11ycheck.documents.pdf.page_model import Hanging
from a11ycheck.documents.pdf.parent_tree import read_parent_tree
from a11ycheck.documents.pdf.standard_types import PDF_1_7, PDF_1_7_NAMESPACE, PDF_2_0_NAMESPACE, is_standard
from a11ycheck.documents.pdf.tree_model import Element, MarkedKey, ObjectReference
from a11ycheck.trouble import CouldNotCheck

NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(slots=True)
class Structure:
    """The tree, and the ways into it. ``owners``: the elements that the ParentTree (14.7.4.4) names for annotations,
    by their StructParent. ``hanging``: how the marked content of pages and forms hangs in the tree, by their
    StructParents."""

    roots: list[Element] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    owners: dict[int, Element] = field(default_factory=dict)
    hanging: dict[int, Hanging] = field(default_factory=dict)

    @property
    def holds_content(self) -> bool:
        """Is there anything in the tree but elements without content?"""
        return any(not isinstance(kid, Element) for element in self.elements for kid in element.kids)


def read_structure(
    root: object,
    pages: Mapping[ObjectId, int],
    annotations: Mapping[ObjectId, int],
    struct_parents: Collection[int],
    language: str,
) -> Structure:
    """Read the tree below StructTreeRoot. Its objects are emptied once they are read: the file is for nothing else.

    ``pages`` gives page numbers and ``annotations`` indexes, both by object number; ``struct_parents`` are those of
    the annotations, and ``language`` the catalog's. Raises ``CouldNotCheck``: "too-deep" or "too-big".
    """
    held = entries(root)
    if not held:
        return Structure()
    return _Reader(id_of(root), held, pages, annotations, struct_parents).read(language)


@dataclass(slots=True)
class _Open:
    """An element whose kids are still to be read. ``page`` is its own or that of an element above it."""

    id: ObjectId
    element: Element
    kids: object
    depth: int
    page: int


class _Reader:
    def __init__(
        self,
        tree: ObjectId,
        root: Entries,
        pages: Mapping[ObjectId, int],
        annotations: Mapping[ObjectId, int],
        struct_parents: Collection[int],
    ) -> None:
        self._id = tree
        self._root = root
        self._pages = pages
        self._annotations = annotations
        self._roles = Roles(root.get("/RoleMap"))
        self._namespaces = Namespaces(root.get("/RoleMap"))
        self._referring: list[tuple[Element, list[ObjectId]]] = []
        self._classes = entries(root.get("/ClassMap"))
        self._attributes_known: dict[bytes, Mapping[str, object]] = {}
        self._attributes_read: dict[ObjectId, Mapping[str, object]] = {}
        self._ids: dict[ObjectId, Element] = {}
        self._points_up = True
        self._owned: dict[ObjectId, list[int]] = {}
        for key, value in tree_entries(root.get("/ParentTree"), "/Nums") if struct_parents else ():
            if isinstance(key, int) and key in struct_parents:
                self._owned.setdefault(id_of(value), []).append(key)
        self._structure = Structure()
        self._elements_left = limits.MOST_ELEMENTS
        self._kids_left = limits.MOST_KIDS

    def read(self, language: str) -> Structure:
        structure = self._structure
        top = _Open(self._id, Element("StructTreeRoot", language=language), self._root.get("/K"), 0, 0)
        waiting = [top]
        while waiting:
            # Kids are made when their parent is read, so that they keep their places among its marked content.
            waiting.extend(self._read_kids(waiting.pop()))
        structure.roots = top.element.children
        for root in structure.roots:
            root.parent = None
        structure.elements = [element for root in structure.roots for element in (root, *root.descendants())]
        _settle(structure.elements)
        sound = self._ids if self._points_up else ()
        structure.hanging = read_parent_tree(self._root.get("/ParentTree"), self._id, sound)
        for element, targets in self._referring:
            element.refers_to = tuple(self._ids[target] for target in targets if target in self._ids)
        return structure

    def _read_kids(self, above: _Open) -> list[_Open]:
        opened: list[_Open] = []
        for kid in several(above.kids):
            self._kids_left -= 1
            if self._kids_left < 0:
                raise CouldNotCheck("too-big", f"more than {limits.MOST_KIDS} pieces of marked content")
            if isinstance(kid, int):
                above.element.kids.append((above.page, 0, whole(kid)))
                continue
            held = entries(kid)
            kind = name(held.get("/Type"))
            if kind == "MCR":
                above.element.kids.append(self._marked(held, above.page))
            elif kind == "OBJR":
                page = self._page(held) or above.page
                above.element.kids.append(
                    ObjectReference(page, self._annotations.get(id_of(held.get("/Obj")), -1))
                )
            elif held and (child := self._child(kid, held, above)) is not None:
                opened.append(child)
                if kind != "StructTreeRoot":
                    _empty(kid, held)
        return opened

    def _marked(self, held: Entries, page: int) -> MarkedKey:
        return (self._page(held) or page, id_of(held.get("/Stm"))[0], whole(held.get("/MCID"), -1))

    def _page(self, held: Entries) -> int:
        return self._pages.get(id_of(held["/Pg"]), 0) if "/Pg" in held else 0

    def _child(self, found: object, held: Entries, above: _Open) -> _Open | None:
        """Make an element below another; None where it is there already, as in a tree that bites its tail."""
        key = id_of(found)
        if key in self._ids:
            return None
        self._elements_left -= 1
        if self._elements_left < 0:
            raise CouldNotCheck("too-big", f"more than {limits.MOST_ELEMENTS} structure elements")
        if above.depth >= limits.DEEPEST_ELEMENT:
            raise CouldNotCheck(
                "too-deep", f"structure elements nested more than {limits.DEEPEST_ELEMENT} deep"
            )
        element = self._element(held, above.element)
        element.page = self._page(held)
        above.element.kids.append(element)
        if id_of(held.get("/P")) != above.id or above.id == (0, 0):
            # Rare: the way up has to be followed element by element.
            self._points_up = False
        if key != (0, 0):
            self._ids[key] = element
            for struct_parent in self._owned.get(key, ()):
                self._structure.owners[struct_parent] = element
        return _Open(key, element, held.get("/K"), above.depth + 1, element.page or above.page)

    def _element(self, held: Entries, parent: Element) -> Element:
        tag = name(held.get("/S"))
        role = self._roles.of(tag, held.get("/NS"))
        meaning = self._namespaces.meaning(tag, held.get("/NS"))
        own_language = text(held["/Lang"]) if "/Lang" in held else None
        element = Element(
            tag,
            meaning.type or role.type,
            parent=parent,
            title=(text(held["/T"]) or "") if "/T" in held else "",
            alt=text(held["/Alt"]) if "/Alt" in held else None,
            actual_text=text(held["/ActualText"]) if "/ActualText" in held else None,
            expansion=text(held["/E"]) if "/E" in held else None,
            own_language=own_language,
            language=parent.language if own_language is None else own_language,
            id=(text(held["/ID"]) or "") if "/ID" in held else "",
            attributes=self._attributes(held) if "/A" in held or "/C" in held else NOTHING,
            has_parent_pointer=isinstance(held.get("/P"), pikepdf.Dictionary),
            role_map_loop=role.loops or meaning.loops,
            remaps_standard=role.remaps_standard,
            namespace=meaning.namespace,
            has_meaning=bool(meaning.type),
            loses_meaning=meaning.loses_its_own,
            twin=meaning.twin,
        )
        if "/Ref" in held:
            # What it refers to may not be read yet.
            targets = several(held["/Ref"])[: limits.MOST_REFERENCES]
            self._referring.append((element, [id_of(target) for target in targets]))
        return element

    def _attributes(self, held: Entries) -> Mapping[str, object]:
        """Return the attributes of an element and its classes (14.7.5); its own win."""
        own, classes = held.get("/A"), held.get("/C")
        if classes is None and isinstance(own, pikepdf.Dictionary):
            key = id_of(own)
            if key not in self._attributes_read:
                known = self._attributes_written_as(own)
                if key == (0, 0):
                    return known
                self._attributes_read[key] = known
            return self._attributes_read[key]
        named = [self._classes.get(f"/{name(item)}") for item in several(classes)[: limits.MOST_ATTRIBUTES]]
        return _merged([*named, own], self._attributes_read)

    def _attributes_written_as(self, own: pikepdf.Dictionary) -> Mapping[str, object]:
        # Thousands of elements have the same few attributes, each in an object of its own.
        written = own.unparse(resolved=True)
        if written not in self._attributes_known:
            self._attributes_known[written] = _merged([own], {})
        if not self._classes and "/S" not in own:
            # Neither those of a class nor, in a broken file, an element.
            _empty(own, own.keys())
        return self._attributes_known[written]


def _empty(found: object, keys: Iterable[str]) -> None:
    """Take everything out of an object that is read, but the way up from it.

    The library keeps each object of an open file, and a structure tree has tens of thousands.
    """
    if isinstance(found, pikepdf.Dictionary) and found.is_indirect:
        # No context manager: tens of thousands of times it would cost as much as what it guards.
        try:
            for key in keys:
                if key != "/P":
                    del found[key]
        except (KeyError, ValueError):
            # An odd key cannot be taken out: what is left costs memory, and nothing else.
            pass


def _merged(sources: list[object], read: Mapping[ObjectId, Mapping[str, object]]) -> Mapping[str, object]:
    """Put attributes together; the later win. ``read`` are those of objects that may be empty by now."""
    merged: dict[str, object] = {}
    for source in sources:
        for attributes in several(source)[: limits.MOST_ATTRIBUTES]:
            found = read.get(id_of(attributes))
            for key, made in _plain_entries(attributes) if found is None else found.items():
                if made is not None and len(merged) < limits.MOST_ATTRIBUTES:
                    merged[key] = made
    return merged or NOTHING


def _plain_entries(attributes: object) -> Iterator[tuple[str, object]]:
    return ((key[1:], plain(value)) for key, value in entries(attributes).items() if key != "/O")


def plain(value: object) -> object:
    """Return an attribute's value as plain Python: text, number, truth value or a tuple of such; else None."""
    if isinstance(value, (bool, int)):
        return value
    if isinstance(value, (Decimal, float)):
        return number(value)
    if isinstance(value, pikepdf.Name):
        return name(value)
    if isinstance(value, pikepdf.Array):
        return tuple(
            plain(item)
            for item in array(value)[: limits.MOST_ATTRIBUTES]
            if not isinstance(item, pikepdf.Array)
        )
    return text(value)


def _settle(elements: list[Element]) -> None:
    """Number the elements, and give each the page of the first marked content below it, else its own."""
    for count, element in enumerate(elements, 1):
        element.number = count
    for element in reversed(elements):
        for kid in element.kids:
            page = kid[0] if isinstance(kid, tuple) else kid.page
            if page:
                element.page = page
                break


@dataclass(frozen=True, slots=True)
class Role:
    """What a structure type stands for. ``loops``: the role map leads round in a circle."""

    type: str
    loops: bool = False
    remaps_standard: bool = False


MOST_ROLE_STEPS = 100
"""Steps followed from type to type; real role maps take one or two."""


class Roles:
    """The role map (14.7.3) and those of namespaces (ISO 32000-2, 14.7.4), each type resolved once."""

    def __init__(self, role_map: object) -> None:
        self._default = entries(role_map)
        self._known: dict[tuple[str, ObjectId], Role] = {}

    def of(self, tag: str, namespace: object) -> Role:
        key = (tag, id_of(namespace))
        if namespace is not None and key[1] == (0, 0):
            return self._resolve(tag, namespace)
        if key not in self._known:
            self._known[key] = self._resolve(tag, namespace)
        return self._known[key]

    def _resolve(self, tag: str, namespace: object) -> Role:
        seen: set[tuple[str, str]] = set()
        remaps = False
        uri, roles = self._namespace(namespace)
        current = tag
        while len(seen) < MOST_ROLE_STEPS:
            if (uri, current) in seen:
                return Role(current if is_standard(current) else tag, True, remaps)
            seen.add((uri, current))
            target = roles.get(f"/{current}")
            if target is None or (len(seen) > 1 and is_standard(current)):
                # A standard type that is mapped to nothing known keeps its own meaning.
                return Role(tag if remaps and not is_standard(current) else current, False, remaps)
            if isinstance(target, pikepdf.Array):
                parts = array(target)
                following = name(parts[0]) if parts else ""
                uri, roles = self._namespace(parts[1] if len(parts) > 1 else None)
            else:
                following = name(target)
                if roles is not self._default:
                    uri, roles = PDF_1_7_NAMESPACE, {}
            if roles is self._default and current in PDF_1_7 and following != current:
                remaps = True
            current = following
        return Role(tag, True, remaps)

    def _namespace(self, namespace: object) -> tuple[str, Entries]:
        """Return a namespace's name and role map; without one, the default role map's."""
        if not isinstance(namespace, pikepdf.Dictionary):
            return PDF_1_7_NAMESPACE, self._default
        held = entries(namespace)
        uri = text(held.get("/NS")) or ""
        return uri, {} if uri == PDF_2_0_NAMESPACE else entries(held.get("/RoleMapNS"))
