"""A meeting as its organiser writes it down: ``meeting.toml``, with name, day, materials and their roles.

    name = "Årsmöte 2026"
    date = 2026-05-24

    [[material]]
    file = "inbjudan.pdf"
    role = "invitation"

    [[material]]
    address = "https://example.org/arsmote"

Answers and waivers lie beside it, in ``answers.toml`` and ``waivers.toml``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a11ycheck.documents.page.addresses import is_on_the_web
from a11ycheck.occasion import ROLE_WORDS, Occasion, role_called
from a11ycheck.toml_file import ConfigError, read_toml, refuse_unknown, tables, text_in
from a11ycheck.toml_text import quoted

NAME = "meeting.toml"
ANSWERS = "answers.toml"
WAIVERS = "waivers.toml"


@dataclass(frozen=True, slots=True)
class Material:
    """One document of the meeting: a file, relative to the manifest, or an address; ``role`` may be empty."""

    place: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A meeting as it is written down. ``ruleset`` is a name or a file; empty means the default.

    ``date`` is the meeting's first day, None where it is not said.
    """

    path: Path
    name: str = ""
    date: datetime.date | None = None
    ruleset: str = ""
    materials: tuple[Material, ...] = ()

    @property
    def occasion(self) -> Occasion:
        return Occasion(self.name, self.date, self.roles)

    def put_into(self, named: Iterable[str]) -> list[str]:
        """The inputs of a run with the materials, in order, in place of the manifest itself or of its folder."""
        inputs: list[str] = []
        for given in named:
            inputs += (
                [self._input(each.place) for each in self.materials] if find(given) == self.path else [given]
            )
        return inputs

    @property
    def roles(self) -> dict[str, str]:
        """The roles that are said, by input."""
        return {self._input(material.place): material.role for material in self.materials if material.role}

    @property
    def answers(self) -> Path:
        return self.path.with_name(ANSWERS)

    @property
    def waivers(self) -> Path:
        return self.path.with_name(WAIVERS)

    def _input(self, place: str) -> str:
        return place if is_on_the_web(place) else str(self.path.parent / place)


def find(given: str) -> Path | None:
    """The manifest that an input is, or that lies in the folder that it is; None where there is none."""
    path = Path(given)
    if path.suffix.casefold() == ".toml":
        return path
    inside = path / NAME
    return inside if path.is_dir() and inside.is_file() else None


def read(path: Path) -> Manifest:
    """Read a manifest. Raises ``ConfigError`` that names the file and what is wrong in it."""
    raw = read_toml(path)
    refuse_unknown(path, raw, ("name", "date", "ruleset", "material"))
    materials: dict[str, Material] = {}
    for place, table in tables(path, raw, "material"):
        material = _material(place, table)
        known = materials.setdefault(material.place, material)
        if known.role != material.role:
            raise ConfigError(
                f"{place}: {material.place} is there already with the role “{known.role or 'none'}”",
                f"{place}: {material.place} finns redan med rollen ”{known.role or 'ingen'}”",
            )
    if not materials:
        raise ConfigError(
            f'{path}: name the documents of the meeting, as in [[material]] file = "inbjudan.pdf"',
            f'{path}: ange mötets dokument, som [[material]] file = "inbjudan.pdf"',
        )
    ruleset = text_in(path, raw, "ruleset") if "ruleset" in raw else ""
    if ruleset.endswith(".toml"):
        ruleset = str(path.parent / ruleset)
    return Manifest(
        path,
        text_in(path, raw, "name") if "name" in raw else "",
        _date(path, raw),
        ruleset,
        tuple(materials.values()),
    )


def _material(place: str, table: Mapping[str, Any]) -> Material:
    refuse_unknown(place, table, ("file", "address", "role"))
    if ("file" in table) == ("address" in table):
        raise ConfigError(
            f"{place}: give either file or address", f"{place}: ange antingen file eller address"
        )
    given = text_in(place, table, "file" if "file" in table else "address")
    if "address" in table and not is_on_the_web(given):
        raise ConfigError(
            f"{place}: an address begins with https:// or http://, not “{given}”",
            f"{place}: en adress börjar med https:// eller http://, inte ”{given}”",
        )
    if "role" not in table:
        return Material(given)
    word = text_in(place, table, "role")
    role = role_called(word)
    if role is None:
        roles = ", ".join(ROLE_WORDS)
        raise ConfigError(
            f"{place}: there is no role “{word}”; there are: {roles}",
            f"{place}: rollen ”{word}” finns inte; det finns: {roles}",
        )
    return Material(given, role)


def _date(path: Path, raw: Mapping[str, Any]) -> datetime.date | None:
    date = raw.get("date")
    if isinstance(date, datetime.datetime):
        return date.date()
    if date is not None and not isinstance(date, datetime.date):
        raise ConfigError(
            f"{path}: date must be a day, as in date = 2027-01-31",
            f"{path}: date ska vara en dag, som date = 2027-01-31",
        )
    return date


def written(name: str, date: datetime.date | None, materials: Sequence[Material]) -> str:
    """The text of a new manifest, with comments that say what may be changed."""
    lines = [
        "# What a11ycheck checks as one meeting / Det som a11ycheck kontrollerar som ett möte.",
        f"name = {quoted(name)}",
        f"date = {date.isoformat()}" if date else "# date = 2027-01-31",
        '# ruleset = "forum"',
    ]
    for material in materials:
        key = "address" if is_on_the_web(material.place) else "file"
        lines += ["", "[[material]]", f"{key} = {quoted(material.place)}"]
        lines.append(f"role = {quoted(material.role)}" if material.role else '# role = "invitation"')
    return "\n".join(lines) + "\n"
