"""The fenced process for mending: a path in, a plan out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from a11ycheck.documents.kind import Tell
from a11ycheck.mending import CannotMend, Plan, Wishes
from a11ycheck.trouble import CouldNotCheck
from a11ycheck.worker import read_file, serve

PLANNERS = {
    "office": "a11ycheck.mending.office:plan_office",
    "calendar": "a11ycheck.mending.calendar:plan_calendar",
}
"""What works out how documents of a kind are mended, by the kind's name."""
NEEDED = (
    "a11ycheck.mending.opendocument",
    "a11ycheck.mending.ooxml",
    "a11ycheck.mending.slides",
    "a11ycheck.mending.word",
    "a11ycheck.documents.office.odf_reader",
    "a11ycheck.documents.office.odf_slides",
    "a11ycheck.documents.office.slides",
    "a11ycheck.documents.office.word",
)
"""What documents of office need, imported before the limits are taken: afterwards no compiled code may be written."""


def main() -> None:
    serve(_plan_to_make)


def _plan_to_make(message: Mapping[str, Any], tell: Tell) -> Callable[[], Any]:
    module, _, function = PLANNERS[message["kind"]].partition(":")
    with suppress(ImportError):
        import_module(module)
        for needed in NEEDED if message["kind"] == "office" else ():
            import_module(needed)
    wishes = Wishes(message["title"], message["language"])

    def work() -> dict[str, Any]:
        make: Callable[[bytes, Wishes], Plan] = getattr(import_module(module), function)
        return _told(lambda: _made(make, Path(message["path"]), message["file_size"], wishes))

    return work


def _made(make: Callable[[bytes, Wishes], Plan], path: Path, largest: int, wishes: Wishes) -> dict[str, Any]:
    data = read_file(path, largest)
    return {**make(data, wishes).to_json(), "digest": hashlib.sha256(data).hexdigest()}


def _told(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The plan, or why there is none."""
    try:
        return {"plan": work()}
    except CannotMend as refusal:
        return {"refused": [refusal.reason, refusal.detail]}
    except CouldNotCheck as reason:
        return {"trouble": [reason.trouble.reason, reason.trouble.detail]}
    except MemoryError:
        return {"trouble": ["out-of-memory", ""]}
    except ImportError as error:
        return {"trouble": ["missing-part", str(error)]}
    except Exception as error:
        return {"trouble": ["crashed", f"{type(error).__name__}: {error}"]}


if __name__ == "__main__":
    main()
