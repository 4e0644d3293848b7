"""The corpus: hostile files of every kind, each made by a function whose docstring says what it attacks."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

Make = Callable[[], bytes]

FOUND = Path(__file__).parent / "found"
"""What mutating real files has found: small files that once were too much for a reader."""

MODULES = ("pdf_files", "office_files", "mail_files", "calendar_files", "caption_files", "recording_files")
_made: dict[str, Make] = {}


def hostile(suffix: str) -> Callable[[Make], Make]:
    """Put a function into the corpus; the file has its name."""

    def add(make: Make) -> Make:
        name = f"{make.__name__.replace('_', '-')}{suffix}"
        if not make.__doc__ or name in _made:
            raise ValueError(f"{name} says nothing of itself, or is there already")
        _made[name] = make
        return make

    return add


def corpus() -> dict[str, Make]:
    """Every hostile file by name: those that are made, then those that were found."""
    for module in MODULES:
        import_module(f"hostile.{module}")
    return {**_made, **{path.name: path.read_bytes for path in sorted(FOUND.iterdir())}}
