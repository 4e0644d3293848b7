"""Starts a browser for the tests that need one; they are skipped, with the reason, where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOR_PAGES = ("playwright", "axe_playwright_python", "httpx")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str | None:
    """The browser to start: ``A11YCHECK_BROWSER``, one on the path, or None for Playwright's own."""
    named = os.environ.get("A11YCHECK_BROWSER")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@cache
def can_be_started() -> bool:
    """Can web pages be checked here? Looked at once."""
    if any(find_spec(part) is None for part in FOR_PAGES):
        return False
    from a11ycheck.documents.page.browser import try_out

    name, _ = try_out()
    return bool(name)


def need_browser() -> None:
    """Skip the test, with what to do about it, where web pages cannot be checked."""
    if not can_be_started():
        pytest.skip(
            'web pages cannot be checked here: pip install "a11ycheck[web]", then a11ycheck browser install, or on '
            "Debian: sudo apt install chromium"
        )


@contextmanager
def browser() -> Iterator[Browser]:
    """A running Chromium. Skips the test when Playwright or a browser is not installed."""
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with api.sync_playwright() as playwright:
        try:
            # The pages are our own, and containers seldom allow Chromium's sandbox.
            started = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        except api.Error as error:
            pytest.skip(f"no browser could be started: {error.message.splitlines()[0]}")
        try:
            yield started
        finally:
            started.close()
