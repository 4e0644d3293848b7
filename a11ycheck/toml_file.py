"""What all files share that people write settings in: reading TOML, and errors that name file and place."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


class ConfigError(Exception):
    """A ruleset, manifest, answers, waivers or settings file that cannot be used; the message names file and place."""


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; ``ConfigError`` names the file and, where the syntax is wrong, the line."""
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: the file is not there") from None
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from None


def tables(path: Path, raw: Mapping[str, Any], name: str) -> list[tuple[str, dict[str, Any]]]:
    """The tables ``[[name]]`` of a file, each with its place for messages.

    ``ConfigError`` when they are something else.
    """
    found = raw.get(name, [])
    if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
        raise ConfigError(f"{path}: write each as a table of its own, [[{name}]]")
    return [(f"{path}, {name} {number}", table) for number, table in enumerate(found, 1)]


def texts(place: Path | str, raw: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The list of texts under ``key``, empty when it is not there; ``ConfigError`` when it is something else."""
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f'{place}: {key} must be a list of texts, as in {key} = ["WCAG 1.4.*"]')
    return tuple(value)


def text_in(place: Path | str, raw: Mapping[str, Any], key: str) -> str:
    """The text under ``key``; ``ConfigError`` when it is empty or something else."""
    value = raw.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(f'{place}: {key} must be a text, as in {key} = "…"')
    return value


def day_in(place: Path | str, raw: Mapping[str, Any], key: str) -> datetime.date:
    """The day under ``key``; ``ConfigError`` when it is something else."""
    value = raw.get(key)
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise ConfigError(f"{place}: {key} must be a day, as in {key} = 2027-01-31")
    return value


def refuse_unknown(place: Path | str, raw: Mapping[str, Any], known: Iterable[str]) -> None:
    """Raise ``ConfigError`` for a key that is not known: a misspelt one would say nothing."""
    unknown = sorted(set(raw) - set(known))
    if unknown:
        raise ConfigError(f"{place}: “{unknown[0]}” is not known here; there are: {', '.join(known)}")
