"""What was measured, as tables in Markdown and as the file that the next run compares itself with."""

from __future__ import annotations

import json
import os
import platform
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from measure import Cost, table

ALIKE = 0.15
"""A share by which CPU time differs from run to run on a machine that is busy with other work."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was checked, what that cost, and ``beside`` it what other tools cost on the same."""

    what: str
    cost: Cost
    beside: Mapping[str, Cost] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong together; ``more`` is Markdown that comes beneath them."""

    title: str
    rows: Sequence[Row]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Machine:
    """When and on what a run was made; ``load`` is how many processes wanted a core when it began."""

    on: str
    about: str
    load: float

    def say(self) -> str:
        return f"{self.about}. When it began, {self.load:.0f} other processes wanted a core."


def this_machine() -> Machine:
    about = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return Machine(time.strftime("%Y-%m-%d %H:%M"), about, os.getloadavg()[0])


# Tables


def part_table(part: Part, on: str, before: Mapping[str, Cost] | None = None) -> str:
    """The rows of a part; with ``before``, how their CPU time compares with the last time."""
    with_peers = any(row.beside for row in part.rows)
    header = ["what", "CPU", "wall", "largest process", "first process"]
    header += ["instead", "its CPU", "its wall", "its memory", "CPU, its = 1"] if with_peers else []
    header += ["CPU, last time = 1"] if before is not None else []
    lines = []
    for row in part.rows:
        peers = [_beside(row.cost, *pair) for pair in row.beside.items()] or [[""] * 5]
        for number, peer in enumerate(peers):
            line = [row.what, *_own(row.cost)] if not number else ["the same", "", "", "", ""]
            line += peer if with_peers else []
            if before is not None:
                line.append(_ratio(row.cost, before.get(row.what)) if not number else "")
            lines.append(line)
    own = table(f"{part.title}, {on}", header, lines) if lines else ""
    more = re.sub("^### .*", rf"\g<0>, {on}", part.more, flags=re.M)  # no heading of the page is there twice
    return "\n".join(filter(None, (own, more)))


def _own(cost: Cost) -> list[str]:
    return [seconds(cost.cpu), seconds(cost.wall), megabytes(cost.memory), megabytes(cost.first)]


def _beside(ours: Cost, name: str, cost: Cost) -> list[str]:
    return [name, seconds(cost.cpu), seconds(cost.wall), megabytes(cost.memory), _ratio(ours, cost)]


def _ratio(cost: Cost, other: Cost | None) -> str:
    return f"{cost.cpu / other.cpu:.2f}" if other and other.cpu > 0 else "–"


def seconds(value: float) -> str:
    if value < 0.1:
        return f"{value * 1000:.0f} ms"
    return f"{value:.2f} s" if value < 10 else f"{value:.0f} s"


def megabytes(value: int) -> str:
    return f"{value / 1e6:.0f} MB" if value else "–"


def changes(parts: Mapping[str, Part], before: Mapping[str, Mapping[str, Cost]]) -> str:
    """A sentence on what takes more and less CPU time than the last time, beyond what differs from run to run."""
    compared = [
        (row.what, row.cost.cpu / earlier.cpu)
        for key, part in parts.items()
        for row in part.rows
        if (earlier := before.get(key, {}).get(row.what)) and earlier.cpu > 0
    ]
    if not compared:
        return "Nothing was measured earlier that this could be compared with."
    apart = sorted((pair for pair in compared if abs(pair[1] - 1) > ALIKE), key=lambda pair: -pair[1])
    alike = len(compared) - len(apart)
    said = f"Of {len(compared)} rows, {alike} took the same CPU time as the last time, within {ALIKE:.0%}."
    return " ".join([said, *(f"{what}: {ratio:.2f} times." for what, ratio in apart)])


def replaced(text: str, heading: str, body: str) -> str:
    """The text with what stands under a heading, up to the next one, put anew; ``ValueError`` where there is none."""
    found = re.search(rf"^{re.escape(heading)}\n.*?(?=^#|\Z)", text, re.M | re.S)
    if found is None:
        raise ValueError(f"no heading {heading!r}")
    return f"{text[: found.start()]}{heading}\n\n{body.strip()}\n\n{text[found.end() :]}".rstrip() + "\n"


def with_newest_first(text: str, section: str) -> str:
    """A page of results with one more section, before those that it has."""
    intro, mark, rest = text.partition("\n## ")
    return f"{intro.rstrip()}\n\n{section.strip()}\n{mark}{rest}"


# The file


def known(path: Path) -> dict[str, Any]:
    """What the file holds; nothing where there is none."""
    try:
        raw: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {"parts": {}, "growth": {}}
    return raw


def costs_of(raw: Mapping[str, Any]) -> dict[str, dict[str, Cost]]:
    """Of each part, what its rows cost."""
    return {
        key: {what: Cost(**row["cost"]) for what, row in part["rows"].items()}
        for key, part in raw["parts"].items()
    }


def with_parts(raw: Mapping[str, Any], parts: Mapping[str, Part], machine: Machine) -> dict[str, Any]:
    """What the file holds with these parts put anew; those that were not measured stay."""
    made = {
        key: {
            **asdict(machine),
            "rows": {
                row.what: {
                    "cost": _rounded(row.cost),
                    **(
                        {"beside": {name: _rounded(cost) for name, cost in row.beside.items()}}
                        if row.beside
                        else {}
                    ),
                }
                for row in part.rows
            },
        }
        for key, part in parts.items()
    }
    return {**raw, "parts": {**raw["parts"], **made}}


def _rounded(cost: Cost) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(cost).items()}
