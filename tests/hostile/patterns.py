"""Every regular expression of the package, and texts of 100 KB that are made to keep it busy.

Run as a program, it reads names of patterns, a line each, tries each on all its texts, and says so; whoever started it
sees by its death which was too dear.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import a11ycheck

SIZE = 100_000
SECONDS = 5
"""Of computing for one pattern on all its texts, twice what the dearest takes: what grows with the square of the text
takes minutes."""
DEEPEST = 4
WAYS = ("match", "fullmatch", "finditer")
"""How a pattern can be put to a text; to search, to split and to replace are no dearer than to find all."""


@dataclass(frozen=True, slots=True)
class Used:
    """A pattern and the ways in which it is put to texts."""

    pattern: re.Pattern[Any]
    ways: frozenset[str]


BAD_NAME = "a bad one"
BAD = Used(re.compile(r"(?:a+)+b"), frozenset({"fullmatch"}))
"""For the test of the test."""


def patterns() -> dict[str, Used]:
    """Every pattern by where it stands: in the globals of a module and what they hold, and written where it is used."""
    found: dict[tuple[str, int], tuple[str, Used]] = {}
    for module in modules():
        for name, held in vars(module).items():
            for pattern in _held(held):
                key = (repr(pattern.pattern), pattern.flags)
                if key not in found or pattern is held:
                    ways = _ways(module.__name__, name) if pattern is held else frozenset(WAYS)
                    before = (
                        found[key][1].ways if key in found and found[key][1].pattern is held else frozenset()
                    )
                    found[key] = (f"{module.__name__}.{name}", Used(pattern, ways | before))
        for line, way, pattern in _written_in(tree_of(module)):
            found.setdefault(
                (repr(pattern.pattern), pattern.flags),
                (f"{module.__name__}:{line}", Used(pattern, frozenset({way}))),
            )
    # Sets have no order, and the process that tries them must have the same names for them.
    named: dict[str, Used] = {}
    for key in sorted(found):
        name, used = found[key]
        named[f"{name} ({len(named)})" if name in named else name] = used
    return named


@cache
def modules() -> tuple[ModuleType, ...]:
    """All modules of the package; those that need an extra that is not installed are left out."""
    loaded = []
    for module in walk_packages(a11ycheck.__path__, "a11ycheck."):
        if not module.name.endswith("__main__"):
            with suppress(ModuleNotFoundError):
                loaded.append(import_module(module.name))
    return tuple(loaded)


@cache
def tree_of(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text("utf-8"))


@cache
def _calls() -> dict[tuple[str, str], set[str]]:
    """By module and name: the methods that are called on what has the name there."""
    found: dict[tuple[str, str], set[str]] = {}
    for module in modules():
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                on = node.func.value
                name = on.id if isinstance(on, ast.Name) else on.attr if isinstance(on, ast.Attribute) else ""
                found.setdefault((module.__name__, name), set()).add(node.func.attr)
    return found


def _ways(module: str, name: str) -> frozenset[str]:
    """The ways in which the module uses its pattern; all where it does not, or hands it on."""
    called = _calls().get((module, name), set())
    if not called:
        return frozenset(WAYS)
    return frozenset(way if way in ("match", "fullmatch") else "finditer" for way in called)


def _held(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    if depth == DEEPEST:
        return
    parts: list[Any] = []
    if isinstance(value, (tuple, list, set, frozenset)):
        parts = list(value)
    elif isinstance(value, dict):
        parts = [*value, *value.values()]
    elif isinstance(value, type):
        parts = [held for held in vars(value).values() if isinstance(held, re.Pattern)]
    elif hasattr(value, "__dataclass_fields__"):
        parts = [getattr(value, name, None) for name in value.__dataclass_fields__]
    for part in parts:
        yield from _held(part, depth + 1)


def _written_in(tree: ast.Module) -> Iterator[tuple[int, str, re.Pattern[Any]]]:
    """Patterns that are given to a function of ``re`` as they stand, and which way they are put."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr not in ("compile", "escape")
            and isinstance(node.args[0], ast.Constant)
        ):
            way = node.func.attr if node.func.attr in WAYS else "finditer"
            yield node.lineno, way, re.compile(node.args[0].value)


def texts(pattern: re.Pattern[Any]) -> Iterator[Any]:
    """Worst cases: one character again and again, brackets in brackets, alternations, and what the pattern itself is
    made of, nearly right again and again."""
    written = pattern.pattern
    source = written.decode("latin-1") if isinstance(written, bytes) else written
    words = sorted(
        set(re.findall(r"[a-zåäö]{2,12}", source.casefold())), key=lambda word: (-len(word), word)
    )[:3]
    signs = sorted({sign for sign in source if not sign.isalnum() and sign not in "\\()[]{}|?*+^$ "})[:6]
    singles = [" ", "0", "a", "A", "\n", "<", "(", *signs]
    mixed = [
        "a ",
        "a1",
        "a.",
        "1 ",
        "1.",
        "\r\n ",
        "A-",
        "([{<",
        "\\\"'",
        "<a ",
        "a@",
        "ab\t",
        "--",
        "http://a.",
    ]
    mixed += [f"{word}{sign}" for word in words for sign in (" ", "1", "")]
    mixed += [f"{a}{b}" for a in (" ", "0", "a") for b in signs[:4]]
    for unit in dict.fromkeys((*singles, *mixed)):
        text = (unit * (SIZE // len(unit) + 1))[:SIZE]
        yield text.encode("utf-8", "replace") if isinstance(written, bytes) else text
    closing = "(" * (SIZE // 2) + ")" * (SIZE // 2)
    yield closing.encode() if isinstance(written, bytes) else closing


def tried(used: Used) -> None:
    for text in texts(used.pattern):
        for way in used.ways:
            came = getattr(used.pattern, way)(text)
            if way == "finditer":
                deque(came, maxlen=0)


def main() -> None:
    import resource
    import time

    known = {**patterns(), BAD_NAME: BAD}
    print("ready", flush=True)
    for line in sys.stdin:
        used = time.process_time()
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + SECONDS + 1, resource.RLIM_INFINITY))
        tried(known[line.strip()])
        print(f"{time.process_time() - used:.3f}", flush=True)


if __name__ == "__main__":
    main()
