"""What drives a page in the browser to see what its markup does not tell; each returns plain data.

A driver is ``async def drive(tab, session, page) -> ...``: the tab, its DevTools session, and the page as captured.
Drivers leave the tab as they found it as far as they can; the one that presses keys comes after those that look, and
the one that presses buttons loads the page anew after it. ``before.js`` is to be put into each document before its own
scripts (``before()``).
"""

from __future__ import annotations


def before() -> str:
    """The script that every document of a context is to begin with."""
    from a11ycheck.documents.page.drivers.frames import script

    return script("before")


def naming() -> str:
    """The script that names elements by path."""
    from a11ycheck.documents.page.drivers.frames import script

    return script("path")
