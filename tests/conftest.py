"""Shared by all tests: the plugin package installed, and the outside suites."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from a11ycheck import registry
from places import PLUGIN, SHARED

# No test is timed; and what lands is judged by the same examples each time, while people meet new ones.
settings.register_profile("ours", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("ours")

# Tests stop commands as Ctrl-C does. What a shell starts in the background ignores that, and so does what that starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


_NUMBERS = count()


def _forget_what_is_installed() -> None:
    for cached in (registry._entries, registry.kind, registry._rules_in, registry._rules_of):
        cached.cache_clear()


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing is remembered from one test to the next, and nothing is left where the user's results are."""
    folder = tmp_path_factory.getbasetemp() / f"cache-{next(_NUMBERS)}"
    monkeypatch.setenv("A11YCHECK_CACHE", str(folder))


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The plugin of the tests is installed: kinds “note” and “trap”, rule “note-shouting”."""
    monkeypatch.syspath_prepend(str(PLUGIN))
    _forget_what_is_installed()
    yield PLUGIN
    monkeypatch.undo()
    _forget_what_is_installed()


@pytest.fixture(scope="session")
def suites() -> Path:
    """The outside test suites; tests that need them are skipped where they are not."""
    folder = SHARED / "suites"
    if not folder.is_dir():
        pytest.skip("the outside test suites are not here")
    return folder
