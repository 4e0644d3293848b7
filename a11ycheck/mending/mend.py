"""Mending a file, seen from outside the fence: ask for the plan, and make the copy of it."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any

from a11ycheck.documents.facts import string
from a11ycheck.executors import Limits, Worker
from a11ycheck.mending import CannotMend, Plan, Wishes, applied
from a11ycheck.mending.words import REFUSALS
from a11ycheck.mending.worker import PLANNERS
from a11ycheck.sources import from_file
from a11ycheck.trouble import REASONS, CouldNotCheck
from a11ycheck.worker import read_file

LIMITS = Limits(cpu=45, wall=57)
"""Three times as long as for a check: the document is opened, changed, and opened again."""


def mended(path: Path, wishes: Wishes, limits: Limits = LIMITS) -> tuple[bytes, Plan]:
    """Return the bytes of a mended copy, with what was done; the bytes of the file where nothing was.

    Raises ``CannotMend`` for a document that may not or cannot be mended, ``CouldNotCheck`` for one that cannot be
    opened.
    """
    source = from_file(str(path), path)
    if source.trouble is not None:
        raise CouldNotCheck(source.trouble.reason, source.trouble.detail)
    if source.kind not in PLANNERS:
        raise CannotMend("kind")
    message = {
        "path": str(path.absolute()),
        "kind": source.kind,
        "title": wishes.title,
        "language": wishes.language,
    }
    worker = Worker(limits, "a11ycheck.mending.worker")
    try:
        plan = worker.ask(message, path.stat().st_size, _read)
    finally:
        worker.retire()
    if isinstance(plan, Exception):
        raise plan
    data = read_file(path, limits.file_size)
    if hashlib.sha256(data).hexdigest() != plan.digest:
        raise CannotMend("changed-meanwhile")
    return applied(data, plan.splices), plan


def write_copy(data: bytes, copy: Path) -> None:
    """Write the copy, whole or not at all. Raises ``OSError``."""
    handle, unfinished = tempfile.mkstemp(prefix=f".{copy.name}.", dir=copy.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # As any new file of the user's, and not for the owner alone as temporary files are.
        mask = os.umask(0)
        os.umask(mask)
        Path(unfinished).chmod(0o666 & ~mask)
        Path(unfinished).replace(copy)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def _read(raw: Any) -> Plan | CannotMend | CouldNotCheck:
    """Read what came back through the fence: types and keys are checked."""
    if "refused" in raw:
        reason, detail = map(string, raw["refused"])
        if reason not in REFUSALS:
            raise ValueError(f"unknown refusal {reason!r}")
        return CannotMend(reason, detail)
    if "trouble" in raw:
        reason, detail = map(string, raw["trouble"])
        if reason not in REASONS:
            raise ValueError(f"unknown reason {reason!r}")
        return CouldNotCheck(reason, detail)
    return Plan.from_json(raw["plan"])
