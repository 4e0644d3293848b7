"""What is installed because of what: read from pyproject.toml and the metadata of installed packages."""

from __future__ import annotations

import tomllib
from collections import deque
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = "a11ycheck"


def required() -> dict[str, list[Requirement]]:
    """What pyproject.toml requires, by what asks for it: “core”, an extra, “tests”. An extra holds those it names."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras: Mapping[str, list[str]] = told["project"]["optional-dependencies"]
    groups: Mapping[str, list[object]] = told["dependency-groups"]
    asked = {"core": told["project"]["dependencies"], **extras}
    asked["tests"] = [each for name in ("test", "check") for each in groups[name] if isinstance(each, str)]
    parsed = {name: [Requirement(each) for each in listed] for name, listed in asked.items()}
    for listed in parsed.values():
        for own in [each for each in listed if canonicalize_name(each.name) == PROJECT]:
            listed.remove(own)
            listed.extend(each for extra in own.extras for each in parsed[extra])
    return parsed


def needed(wanted: Iterable[Requirement]) -> dict[str, str]:
    """The names of all packages that these need here, each with the one that needs it; empty for these."""
    found: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    waiting = deque((each, "") for each in wanted)
    while waiting:
        requirement, by = waiting.popleft()
        name = canonicalize_name(requirement.name)
        found.setdefault(name, by)
        for extra in ("", *requirement.extras):
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            try:
                listed = metadata.requires(name) or []
            except metadata.PackageNotFoundError:  # for another system
                continue
            parsed = map(Requirement, listed)
            waiting.extend(
                (each, name)
                for each in parsed
                if each.marker is None or each.marker.evaluate({"extra": extra})
            )
    return found
