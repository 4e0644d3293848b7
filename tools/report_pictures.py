"""Write docs/pictures/: the report of two fixture meetings at three widths, and in dark.

    python tools/report_pictures.py [FOLDER]

It takes a browser.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from a11ycheck import ruleset
from a11ycheck.check import check
from a11ycheck.documents.page.browser import installed
from a11ycheck.occasion import Occasion
from a11ycheck.reports.html import write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
MEETINGS = ROOT / "fixtures" / "meetings"
WIDTHS = {390: 1200, 768: 1150, 1200: 1050}
"""The widths that pictures are taken at, with the height of each."""
REPORTS = (
    ("sv", "forumkonferensen", "Forumkonferensen 2026"),
    ("en", "webinar-en", "Webinar on public transport"),
)


def main(folder: Path) -> None:
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as made, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        for language, meeting, name in REPORTS:
            page = Path(made) / f"report-{language}.html"
            demands = ruleset.load(ruleset.DEFAULT)
            report = check([str(MEETINGS / meeting / "bad")], demands, show=True, occasion=Occasion(name))
            page.write_text(write(report, language), "utf-8")
            for width, height in WIDTHS.items():
                _picture(browser, page, folder / f"report-{language}-{width}.png", width, height)
            _picture(browser, page, folder / f"report-{language}-dark.png", 1200, WIDTHS[1200], "dark")
        browser.close()


def _picture(
    browser: Browser,
    page: Path,
    file: Path,
    width: int,
    height: int,
    scheme: Literal["light", "dark"] = "light",
) -> None:
    shown = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    shown.goto(page.as_uri())
    shown.screenshot(path=file)
    shown.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
