"""Settings that a project keeps: `a11ycheck.toml`, or the table `[tool.a11ycheck]` in `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from a11ycheck.toml_file import ConfigError, read_toml, texts

OWN_FILE, SHARED_FILE = "a11ycheck.toml", "pyproject.toml"

TEXTS = (
    *("ruleset", "language", "answers", "waivers", "baseline", "executor"),
    *("follow", "browser", "storage_state", "viewport", "wait_for", "click"),
)
FILES = ("answers", "waivers", "baseline", "storage_state")
LISTS = ("output", "select", "ignore", "follow_host", "header")
SWITCHES = ("exit_zero", "only_new", "no_cache")


def load(start: Path) -> dict[str, Any]:
    """Return the settings of the nearest folder, from ``start`` upwards, that has any; empty when none has.

    The names are those of the command's options with “_” for “-”; those in ``FILES`` are files beside the
    settings. Raises ``ConfigError`` for an unknown name or a value of the wrong type.
    """
    for folder in (start, *start.parents):
        own, shared = folder / OWN_FILE, folder / SHARED_FILE
        if own.is_file():
            return _checked(own, read_toml(own))
        if shared.is_file():
            table = read_toml(shared).get("tool", {}).get("a11ycheck")
            if table is not None:
                return _checked(shared, table)
    return {}


def _checked(path: Path, raw: Mapping[str, Any]) -> dict[str, Any]:
    settings: dict[str, Any] = {}
    for key, value in raw.items():
        name = key.replace("-", "_")
        if name in LISTS:
            settings[name] = texts(path, raw, key)
        elif name in TEXTS and isinstance(value, str):
            settings[name] = str(path.parent / value) if name in FILES else value
        elif name in SWITCHES and isinstance(value, bool):
            settings[name] = value
        elif name in (*TEXTS, *SWITCHES):
            wanted = ("true or false", "true eller false") if name in SWITCHES else ("a text", "en text")
            raise ConfigError(f"{path}: {key} must be {wanted[0]}", f"{path}: {key} ska vara {wanted[1]}")
        else:
            known = ", ".join((*TEXTS, *LISTS, *SWITCHES))
            raise ConfigError(
                f"{path}: “{key}” is not known here; there are: {known}",
                f"{path}: ”{key}” är inte känt här; det finns: {known}",
            )
    return settings
