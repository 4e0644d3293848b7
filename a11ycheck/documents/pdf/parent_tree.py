"""Which marked content hangs in the structure tree: from the ParentTree (14.7.4.4) and up the parents' pointers.

This is the way from content to structure, as the PDF/UA rules test it; the tree itself leads the other way.
"""

from __future__ import annotations

from collections.abc import Collection

import pikepdf

from a11ycheck.documents.pdf.limits import DEEPEST_ELEMENT
from a11ycheck.documents.pdf.objects import ObjectId, array, entries, id_of, name, tree_entries
from a11ycheck.documents.pdf.page_model import Hanging


def read_parent_tree(tree: object, root: ObjectId, sound: Collection[ObjectId]) -> dict[int, Hanging]:
    """Return how the marked content of each page and form hangs, by StructParents.

    ``root`` is the structure tree's own object. ``sound`` are elements that are known to hang in it.
    """
    climber = _Climber(root, dict.fromkeys(sound, True))
    return {
        key: tuple(climber.hangs(element) for element in array(value))
        for key, value in tree_entries(tree, "/Nums")
        if type(key) is int and isinstance(value, pikepdf.Array)
    }


class _Climber:
    def __init__(self, root: ObjectId, known: dict[ObjectId, bool]) -> None:
        self._root = root
        self._known = known

    def hangs(self, element: object) -> bool | None:
        if not isinstance(element, pikepdf.Dictionary):
            return None
        key = id_of(element)
        found = self._known.get(key)
        return self._climb(element) if found is None or key == (0, 0) else found

    def _climb(self, element: object) -> bool:
        """Follow the pointers to the parent (P) up to the root, to a known element, or to where they lead nowhere."""
        passed: list[ObjectId] = []
        found = False
        for _ in range(DEEPEST_ELEMENT):
            key = id_of(element)
            if key in self._known and key != (0, 0):
                found = self._known[key]
                break
            held = entries(element)
            if not held or key in passed:
                break
            if key == self._root or name(held.get("/Type")) == "StructTreeRoot":
                found = True
                break
            if key != (0, 0):
                passed.append(key)
            element = held.get("/P")
        self._known.update(dict.fromkeys(passed, found))
        return found
