"""The fixture ``a11y`` for pytest: a document, a page or a whole meeting passes, or the test fails with what was found.

It runs the command in a process of its own, so a test demands what a gate demands: the same settings, answers and
waivers, and a browser that the test's own event loop knows nothing of. pytest imports this module at each start, so
it imports nothing that pytest has not imported already.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import pytest


class BrowserPage(Protocol):
    """A page of Playwright's, in its synchronous form."""

    @property
    def url(self) -> str: ...
    @property
    def context(self) -> Any: ...
    def content(self) -> str: ...


Thing: TypeAlias = "str | os.PathLike[str] | BrowserPage"
Option: TypeAlias = "str | Iterable[str]"


class Accessible:
    """Asserts that things pass. ``folder`` is for what is written on the way."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cookies = folder / "storage_state.json"

    def __call__(self, thing: Thing, **options: Option) -> dict[str, Any]:
        """Assert that ``thing`` passes, and return the report as docs/json.md has it.

        ``thing``: a file, a folder, a meeting.toml, an address, HTML (a text that begins with “<”), or a page of
        Playwright's. A page with an address on the web is visited anew, with its cookies; of any other, its content is
        checked as it is. ``options`` are those of the command, with “_” for “-”: ``ruleset="wcag22-aa"``,
        ``ignore=["axe-*"]``.

        Raises ``AssertionError`` with the report as text where the verdict is no pass, and ``ValueError`` where the
        command was used wrongly.
        """
        __tracebackhide__ = True
        import json
        import subprocess
        import sys

        report = self._folder / "report.json"
        named, visiting = self._named(thing)
        # -P: a Python file that lies where the tests are run is none of ours.
        command = [sys.executable, "-P", "-m", "a11ycheck", "check", "--output", "text"]
        command += ["--output", f"json:{report}", *visiting, *_as_arguments(options), "--", named]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        self._cookies.unlink(missing_ok=True)
        if not report.is_file():
            raise ValueError(done.stderr.strip() or f"a11ycheck ended with code {done.returncode}")
        found: dict[str, Any] = json.loads(report.read_text("utf-8"))
        # A verdict of an earlier call must not be taken for that of a later one.
        report.unlink()
        # Settings may say that the command's exit code is always 0, so the verdict is read from the report.
        if found["verdict"] != "pass":
            raise AssertionError(f"\n{done.stdout}")
        return found

    def _named(self, thing: Thing) -> tuple[str, list[str]]:
        """What the command is given for a thing, and how it is to be visited."""
        if isinstance(thing, str):
            return (self._written(thing) if thing.lstrip().startswith("<") else thing), []
        if isinstance(thing, os.PathLike):
            return os.fspath(thing), []
        from inspect import iscoroutinefunction

        if iscoroutinefunction(thing.content):
            raise TypeError("a page of Playwright's asynchronous form is given by its url, or its content")
        if thing.url.startswith(("http://", "https://")):
            thing.context.storage_state(path=self._cookies)
            return thing.url, ["--storage-state", str(self._cookies)]
        return self._written(thing.content()), []

    def _written(self, html: str) -> str:
        file = self._folder / "page.html"
        file.write_text(html, "utf-8")
        return str(file)


def _as_arguments(options: dict[str, Option]) -> list[str]:
    return [
        f"--{name.replace('_', '-')}={value}"
        for name, given in options.items()
        for value in ([given] if isinstance(given, str) else given)
    ]


@pytest.fixture
def a11y(tmp_path_factory: pytest.TempPathFactory) -> Accessible:
    """Assert that a file, an address, HTML or a page of Playwright's is accessible: ``a11y("invitation.pdf")``."""
    return Accessible(tmp_path_factory.mktemp("a11y"))
