"""What installed distributions register, read from the file ``entry_points.txt`` of each.

``importlib.metadata`` reads the same, but takes 20 ms to import, in the command and again behind the fence. The format:
Python Packaging User Guide, “Entry points specification”.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from operator import attrgetter
from typing import Any, NamedTuple


class EntryPoint(NamedTuple):
    """A line of such a file: what is found under ``name`` in ``group``, as “module” or “module:object”."""

    group: str
    name: str
    value: str

    def load(self) -> Any:
        module, _, name = map(str.strip, self.value.partition(":"))
        return attrgetter(name)(import_module(module))


def entry_points() -> Iterator[EntryPoint]:
    """Every entry point on the path; of two distributions with one name only the first, as it is for modules."""
    seen: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            for found in sorted(os.listdir(folder or os.curdir)):
                full_name, kind = os.path.splitext(found)
                distribution = full_name.partition("-")[0].casefold()
                if kind in (".dist-info", ".egg-info") and distribution not in seen:
                    seen.add(distribution)
                    yield from _in_file(os.path.join(folder, found, "entry_points.txt"))


def _in_file(path: str) -> Iterator[EntryPoint]:
    with suppress(OSError), open(path, encoding="utf-8") as file:
        yield from _in_lines(file)


def _in_lines(lines: Iterable[str]) -> Iterator[EntryPoint]:
    group = ""
    for line in map(str.strip, lines):
        name, is_entry, value = line.partition("=")
        if line.startswith("["):
            group = line.strip("[]")
        elif is_entry and not line.startswith(("#", ";")):
            # What may follow in brackets are extras, which are no longer in use.
            yield EntryPoint(group, name.strip(), value.partition("[")[0].strip())
