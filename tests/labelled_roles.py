"""roles*.txt, read: short documents with what each is to a meeting, and whether that is plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from a11ycheck.documents.content import Block, Cell, Content, Heading, Link, ListItem, Paragraph, Table
from a11ycheck.documents.statements import role_of

LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


class Case(NamedTuple):
    role: str
    certain: bool
    kind: str
    content: Content
    text: str


SETS = ("roles", "roles_second")
"""The second was written after the signs of a role had been adjusted to the first."""


def cases(*which: str) -> Iterator[Case]:
    for name in which or SETS:
        yield from _cases_of(Path(__file__).parent / "text" / f"{name}.txt")


def _cases_of(path: Path) -> Iterator[Case]:
    for part in path.read_text("utf-8").split("\n=== ")[1:]:
        first, _, text = part.partition("\n")
        role, certain, kind = first.split()
        yield Case(role, certain == "certain", kind, Content(tuple(blocks(text))), text.strip())


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text in the light marks of roles.txt."""
    rows: list[tuple[Cell, ...]] = []
    for line in text.splitlines():
        if line.startswith("|"):
            rows.append(tuple(Cell(cell.strip()) for cell in line.strip("|").split("|")))
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        plain = LINK.sub(r"\1", line).strip()
        if line.startswith("# "):
            yield Heading(1, plain[2:])
        elif line.startswith("- "):
            yield ListItem(plain[2:])
        elif plain:
            yield Paragraph(plain)
        for words, address in LINK.findall(line):
            yield Link(words, address, plain)
    if rows:
        yield Table(tuple(rows))


def verdict(case: Case) -> str:
    """“right”, “undecided” (not certain where it should be), or “wrong” (certain of what it is not)."""
    kind, _, deck = case.kind.partition("-")
    role, certain = role_of(case.content, kind=kind, is_deck=bool(deck))
    if certain:
        return "right" if role == case.role and case.certain else "wrong"
    return "right" if not case.certain else "undecided"
