"""Golden files: what a report looks like, for diffs. ``A11YCHECK_GOLDEN=write`` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, written: str) -> None:
    path = FOLDER / name
    if os.environ.get("A11YCHECK_GOLDEN") == "write":
        path.write_text(written, "utf-8")
    assert written == path.read_text("utf-8")
