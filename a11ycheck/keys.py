"""What a result depends on, as one digest: two jobs with the same key have the same result."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from hashlib import file_digest, sha256
from importlib.util import find_spec
from pathlib import Path

from a11ycheck.documents.kind import BROWSER
from a11ycheck.documents.page.addresses import is_on_the_web
from a11ycheck.job import RULE_BROKE, Job, Result
from a11ycheck.registry import kind, packages
from a11ycheck.ruleset import Ruleset

INSTALLED = ("site-packages", "dist-packages")
"""Folders whose code is of the version that stands beside it."""
PACKAGE = Path(__file__).parent


def is_to_be_kept(result: Result) -> bool:
    """Nothing is kept that might come out otherwise next time: no trouble, and no rule that broke down."""
    return result.trouble is None and all(
        finding.outcome.message != RULE_BROKE for finding in result.findings
    )


def key_of(job: Job, state: str, demands: bytes) -> str:
    """A digest of all that a result depends on. Raises ``OSError`` where a file cannot be read.

    ``state`` is what is installed, ``demands`` the ruleset. Of the name, the last part is what findings about the
    whole document are known by. Pages that are visited at an address are known by that.
    """
    is_page = kind(job.kind).lane == BROWSER
    name = job.source if is_page else job.source.rpartition("/")[2]
    digest = sha256()
    for part in (
        *(state.encode(), demands, job.kind.encode(), b"shown" if job.show else b""),
        *(name.encode("utf-8", "surrogatepass"), _content(job)),
        *(part for file in job.beside for part in (file.name, file.language, _digest(file.path, file.data))),
    ):
        raw = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()


def _content(job: Job) -> bytes:
    if job.data is None and is_on_the_web(job.path):
        return job.path.encode("utf-8", "surrogatepass")
    # A page that is a file loads what lies around it.
    where = job.path.encode("utf-8", "surrogatepass") if kind(job.kind).lane == BROWSER else b""
    return _digest(job.path, job.data) + where


def _digest(path: str, data: bytes | None) -> bytes:
    """The digest of a file, however large, or of ``data``. Raises ``OSError``."""
    if data is not None:
        return sha256(data).digest()
    with open(path, "rb") as file:
        return file_digest(file, "sha256").digest()


def demands_of(ruleset: Ruleset) -> bytes:
    """What rules are put by a ruleset, and how; its name and its title change nothing, nor does what must be answered,
    which is for the judgement."""
    raw = ruleset.to_json()
    for name in ("name", "title", "must_answer"):
        del raw[name]
    return json.dumps(raw, sort_keys=True, default=str).encode()


def state() -> str:
    """A digest of all code that a result depends on: Python, every installed distribution with its version, and ours.

    Code that is worked on, ours or a plugin's, is known by the sizes and times of its files. Raises ``OSError``.
    """
    digest = sha256(f"{sys.version} {sys.platform}".encode())
    told = [*_distributions(), *_code("a11ycheck", PACKAGE)]
    for name in sorted({package.partition(".")[0] for package in packages()} - {"a11ycheck"}):
        found = find_spec(name)
        if found is not None and found.origin is not None:
            told += _code(
                name, Path(found.origin).parent if found.submodule_search_locations else Path(found.origin)
            )
    for line in told:
        digest.update(line.encode("utf-8", "surrogateescape") + b"\n")
    return digest.hexdigest()


def _distributions() -> list[str]:
    """“pikepdf-9.4.0.dist-info” and so on, for all that is on the path: what a parser rests on counts as well."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            found.update(
                name for name in os.listdir(folder or os.curdir) if name.endswith((".dist-info", ".egg-info"))
            )
        except OSError:
            continue
    return sorted(found)


def _code(name: str, place: Path) -> Iterator[str]:
    """What tells one state of this package from another."""
    yield name
    if place.parent.name in INSTALLED:
        # Two builds may call themselves the same version: ours has the digest of each file in its record.
        for record in place.parent.glob(f"{name}-*.dist-info/RECORD"):
            yield record.read_text("utf-8")
        return
    waiting = [str(place)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                else:
                    status = entry.stat()
                    yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
