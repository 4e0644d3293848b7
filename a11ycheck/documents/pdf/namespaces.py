"""What a tag stands for where tags belong to namespaces, each with its own role map (ISO 32000-2, 14.7.4, 14.8.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from a11ycheck.documents.pdf.objects import Entries, ObjectId, array, entries, id_of, name, text
from a11ycheck.documents.pdf.standard_types import PDF_1_7_NAMESPACE, is_standard_in

MOST_STEPS = 100
"""Steps followed from tag to tag; real role maps take one or two."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a tag stands for.

    ``type`` is the standard type that the role maps lead to and ``namespace`` its namespace, both empty where they
    lead to none. ``loses_its_own``: the tag is a standard one in its own namespace, and still they lead to none.
    ``twin`` is another tag of the same namespace that they lead to. ``loops``: they lead round in a circle.
    """

    type: str = ""
    namespace: str = ""
    loses_its_own: bool = False
    twin: str = ""
    loops: bool = False


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag in a namespace; the ``uri`` is empty and ``roles`` None where none is given."""

    name: str
    uri: str = ""
    roles: Entries | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.uri or PDF_1_7_NAMESPACE, self.name

    @property
    def is_standard(self) -> bool:
        return is_standard_in(self.uri, self.name)


class Namespaces:
    """The role maps of a document, each tag resolved once."""

    def __init__(self, role_map: object) -> None:
        self._role_map = entries(role_map)
        self._known: dict[tuple[str, ObjectId], Meaning] = {}

    def meaning(self, tag: str, namespace: object) -> Meaning:
        """Return what ``tag`` stands for; ``namespace`` is NS of its element (ISO 32000-2, table 355)."""
        key = (tag, id_of(namespace))
        if namespace is not None and key[1] == (0, 0):
            return self._resolve(_tag(tag, namespace))
        if key not in self._known:
            self._known[key] = self._resolve(_tag(tag, namespace))
        return self._known[key]

    def _resolve(self, tag: _Tag) -> Meaning:
        path = list(self._path(tag, self._role_map))
        standard = tag if len(path) == 1 and tag.is_standard else None
        standard = next((step for step in path[1:] if step.is_standard), standard)
        return Meaning(
            standard.name if standard else "",
            standard.uri if standard else "",
            tag.is_standard and standard is None,
            self._twin(tag),
            self._goes_round(tag),
        )

    def _path(self, tag: _Tag, role_map: Entries) -> Iterator[_Tag]:
        """The tag, and those that it is mapped to in turn, until none follows or one comes again."""
        seen: set[tuple[str, str]] = set()
        step: _Tag | None = tag
        while step is not None and step.key not in seen and len(seen) < MOST_STEPS:
            seen.add(step.key)
            yield step
            step = _following(step, role_map)

    def _twin(self, tag: _Tag) -> str:
        """Return the first other tag of a namespace that is given for both (ISO 14289-2, 8.2.4)."""
        before: dict[str, str] = {}
        for step in self._path(tag, {}):
            if step.uri and before.setdefault(step.uri, step.name) != step.name:
                return step.name
        return ""

    def _goes_round(self, tag: _Tag) -> bool:
        """Does the document's role map, or do those of the namespaces, come back to a tag passed before?"""
        named = _Tag(tag.name)
        return _comes_back(list(self._path(named, self._role_map)), self._role_map) or _comes_back(
            list(self._path(tag, {})), {}
        )


def _comes_back(path: list[_Tag], role_map: Entries) -> bool:
    following = _following(path[-1], role_map)
    return following is not None and following.key in {step.key for step in path}


def _tag(tag: str, namespace: object) -> _Tag:
    held = entries(namespace) if isinstance(namespace, pikepdf.Dictionary) else {}
    uri = text(held.get("/NS")) or ""
    return _Tag(tag, uri, entries(held["/RoleMapNS"]) if "/RoleMapNS" in held else None)


def _following(tag: _Tag, role_map: Entries) -> _Tag | None:
    """Return what a tag is mapped to; the document's role map is for those without a namespace, or in PDF 1.7's."""
    roles = tag.roles
    if roles is None:
        roles = role_map if tag.uri in ("", PDF_1_7_NAMESPACE) else {}
    target = roles.get(f"/{tag.name}")
    parts = array(target)
    if parts:
        return _tag(name(parts[0]), parts[1] if len(parts) > 1 else None)
    return _Tag(following) if (following := name(target)) else None
