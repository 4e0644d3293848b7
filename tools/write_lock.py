"""Writes requirements/test.lock: each package that ``make test`` installs, with its version and what its files must
hash to, for every Python and system that we name. ``make lock`` runs it. What is pinned stays as it is while it fits;
``make lock UPGRADE=--upgrade`` takes the newest."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "test.lock"
HEAD = """\
# What `make test` installs. Written by `make lock`; not by hand.
# Made from the requirements in pyproject.toml with this fingerprint:
# {fingerprint}
"""
PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;\\]+)(?: ; (?P<marker>[^\\]+?))?(?: \\)?$")


@dataclass(frozen=True, slots=True)
class Pin:
    """A package in the lock. ``marker`` says where it is installed; empty means everywhere."""

    name: str
    version: str
    marker: str


def requirements() -> list[str]:
    """All that pyproject.toml requires: to run, with every extra, to build, and to test; sorted, each once."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = told["project"]["optional-dependencies"].values()
    groups = (group for name, group in told["dependency-groups"].items() if name != "release")
    listed = [told["project"]["dependencies"], *extras, *groups]
    return sorted({each for some in listed for each in some if isinstance(each, str)})


def fingerprint() -> str:
    return hashlib.sha256("\n".join(requirements()).encode()).hexdigest()


def pins(text: str) -> Iterator[Pin]:
    """The packages that a lock names."""
    for line in text.splitlines():
        if found := PINNED.match(line):
            yield Pin(found["name"], found["version"], found["marker"] or "")


def uv() -> list[str]:
    """The command of uv, which resolves for all Pythons and systems at once."""
    if find_spec("uv") is not None:
        return [sys.executable, "-m", "uv"]
    if program := shutil.which("uv"):
        return [program]
    raise SystemExit("uv is needed to write the lock: pip install uv")


def main() -> None:
    command = [*uv(), "--no-config", "pip", "compile", "pyproject.toml", "--all-extras", "--group", "dev"]
    wanted = ["--universal", "--python-version", "3.11", "--generate-hashes"]
    # Nothing of the machine that it is written on: neither where packages came from nor how it was asked for.
    silent = ["--no-header", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv else []
    LOCK.parent.mkdir(exist_ok=True)
    subprocess.run(
        [*command, *wanted, *silent, *upgrade, "--output-file", str(LOCK)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    text = LOCK.read_text("utf-8")
    text = text[next(at for at, line in _lines(text) if PINNED.match(line)) :]
    LOCK.write_text(HEAD.format(fingerprint=fingerprint()) + "\n" + text, "utf-8")
    print(f"{LOCK.relative_to(ROOT)}: {len(list(pins(text)))} packages")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line, with where it begins."""
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, line.rstrip("\n")
        at += len(line)


if __name__ == "__main__":
    main()
