"""Real and hostile files from outside: each is checked, or not checked with a reason, within the limits."""

from __future__ import annotations

from pathlib import Path

from a11ycheck import ruleset
from a11ycheck.check import check
from a11ycheck.executors import Fenced, Limits
from a11ycheck.job import RULE_BROKE


def test_every_real_pdf_is_checked_or_not_checked_with_a_reason(suites: Path) -> None:
    files = sorted((suites / "real" / "pdf").glob("*.pdf"))
    assert len(files) > 200
    executor = Fenced(Limits())
    try:
        report = check([str(path) for path in files], ruleset.load("wcag22-aa"), executor=executor)
    finally:
        executor.close()
    assert [document.source.name for document in report.documents if not document.source.found_in] == [
        str(path) for path in files
    ]
    unchecked = {each.source.name: each.trouble for each in report.documents if each.trouble}
    assert all(each.rules or each.trouble for each in report.documents)
    assert not [name for name, trouble in unchecked.items() if trouble and trouble.reason == "crashed"]
    broke = [j for each in report.documents for j in each.judgements if j.outcome.message == RULE_BROKE]
    assert not broke
