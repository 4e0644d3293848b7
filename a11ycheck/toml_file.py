"""What all files share that people write settings in: reading TOML, and errors that name file and place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

MOST_PARTS = 1_000
"""Parts of one name, as in ``options.captions-line-length.longest``, which has three."""


class ConfigError(Exception):
    """A ruleset, manifest, answers, waivers or settings file that cannot be used; the message names file and place, in
    English and, where it is given, in Swedish."""

    def __init__(self, english: str, swedish: str = "") -> None:
        super().__init__(english)
        self.swedish = swedish or english

    def say(self, language: str) -> str:
        """The message; places are made once, with the English word for a line."""
        return re.sub(r", line (\d+)", r", rad \1", self.swedish) if language == "sv" else str(self)


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; ``ConfigError`` names the file and, where the syntax is wrong, the line."""
    return parsed(path, read_text(path))


def read_text(path: Path) -> str:
    """The text of a file, with the ends of its lines as they are; ``ConfigError`` names the file, and the line that is
    not in UTF-8."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ConfigError(
            f"{path}: the file is not there; check the name and the folder",
            f"{path}: filen finns inte; se efter om namnet och mappen stämmer",
        ) from None
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(
            f"{path}, line {line}: {error}; save the file as UTF-8",
            f"{path}, line {line}: {error}; spara filen som UTF-8",
        ) from None


def parsed(path: Path, text: str) -> dict[str, Any]:
    """What the text of a TOML file says; ``ConfigError`` names the file and the line where the syntax is wrong."""
    import tomllib

    # The time that a name takes to be read grows with the square of its parts.
    if any(line.partition("=")[0].count(".") > MOST_PARTS for line in text.split("\n")):
        raise ConfigError(
            f"{path}: a name has more than {MOST_PARTS} parts",
            f"{path}: ett namn har fler än {MOST_PARTS} delar",
        )
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # wrong syntax, or a number of thousands of figures
        raise ConfigError(
            f"{path}: {error}; mend what stands there, or put back the file as it was",
            f"{path}: det som står är ingen TOML: {_line_first(error)}; rätta det, eller lägg tillbaka filen som den "
            "var",
        ) from None


def _line_first(error: Exception) -> str:
    """What tomllib says is in English and ends with the place: “Unclosed array (at line 2, column 1)”."""
    said, at, place = str(error).rpartition(" (at ")
    words = {"line": "rad", "column": "tecken", "end of document": "filens slut"}
    for english, swedish in words.items():
        place = place.replace(english, swedish) if at else place
    return f"{place.removesuffix(')')} ({said})" if at else place


def tables(path: Path, raw: Mapping[str, Any], name: str, text: str = "") -> list[tuple[str, dict[str, Any]]]:
    """The tables ``[[name]]`` of a file, each with its place for messages: its number, and its line where the ``text``
    of the file is given.

    ``ConfigError`` when they are something else.
    """
    found = raw.get(name, [])
    if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
        raise ConfigError(
            f"{path}: write each as a table of its own, [[{name}]]",
            f"{path}: skriv var och en som en egen tabell, [[{name}]]",
        )
    from a11ycheck.toml_text import statements

    lines = [each.line for each in statements(text) if each.begins(name)] if text else []
    places = [f", line {line}" for line in lines] if len(lines) == len(found) else [""] * len(found)
    return [
        (f"{path}{place}, {name} {number}", table)
        for number, (place, table) in enumerate(zip(places, found, strict=True), 1)
    ]


def texts(place: Path | str, raw: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The list of texts under ``key``, empty when it is not there; ``ConfigError`` when it is something else."""
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(
            f'{place}: {key} must be a list of texts, as in {key} = ["WCAG 1.4.*"]',
            f'{place}: {key} ska vara en lista med texter, som {key} = ["WCAG 1.4.*"]',
        )
    return tuple(value)


def text_in(place: Path | str, raw: Mapping[str, Any], key: str) -> str:
    """The text under ``key``; ``ConfigError`` when it is empty or something else."""
    value = raw.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(
            f'{place}: {key} must be a text, as in {key} = "…"',
            f'{place}: {key} ska vara en text, som {key} = "…"',
        )
    return value


def day_in(place: Path | str, raw: Mapping[str, Any], key: str) -> datetime.date:
    """The day under ``key``; ``ConfigError`` when it is something else."""
    value = raw.get(key)
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise ConfigError(
            f"{place}: {key} must be a day, as in {key} = 2027-01-31",
            f"{place}: {key} ska vara en dag, som {key} = 2027-01-31",
        )
    return value


def matches_name(name: str, pattern: str) -> bool:
    """Does the pattern, as in ``archive/2019-*``, name this document, by its whole name or by its last part?"""
    return fnmatchcase(name, pattern) or fnmatchcase(Path(name).name, pattern)


def refuse_unknown(place: Path | str, raw: Mapping[str, Any], known: Iterable[str]) -> None:
    """Raise ``ConfigError`` for a key that is not known: a misspelt one would say nothing."""
    unknown = sorted(set(raw) - set(known))
    if unknown:
        there_are = ", ".join(known)
        raise ConfigError(
            f"{place}: “{unknown[0]}” is not known here; there are: {there_are}",
            f"{place}: ”{unknown[0]}” är inte känt här; det finns: {there_are}",
        )
