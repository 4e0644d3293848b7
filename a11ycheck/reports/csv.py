"""The report as CSV, for a spreadsheet: a row for each finding, and for each document that could not be checked.

Excel takes the file for UTF-8 only where a byte order mark says so, and splits at the list separator of the computer's
language: in Swedish, where numbers have decimal commas, that is the semicolon.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from a11ycheck.check import DocumentReport, Report
from a11ycheck.outcome import Status, Text
from a11ycheck.reports.for_programs import (
    MORE,
    STANDINGS,
    Standing,
    decided,
    kept,
    standing,
    that_fit,
)
from a11ycheck.reports.summary import message, where_said
from a11ycheck.reports.words import WORDS, joined, shortened, visible
from a11ycheck.verdict import Judgement

COLUMNS = (
    Text("Document", "Dokument"),
    Text("What it is", "Vad det är"),
    Text("What was found", "Vad som hittades"),
    Text("Where", "Var"),
    Text("How to mend it", "Gör så här"),
    Text("Who it concerns", "Vem det gäller"),
    Text("Answer, waiver or exemption", "Svar eller undantag"),
    Text("Rule", "Regel"),
    Text("Clauses", "Kravpunkter"),
    Text("Key", "Nyckel"),
)
ORDER = tuple(Standing)

_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_AFTER_A_SEPARATOR = re.compile(r"([;,]\s?[\"']?)(?=[=+\-@＝＋－＠])")


def write(report: Report, language: str) -> str:
    """Return the rows with a heading row and a byte order mark; what must be mended comes first."""
    separator = ";" if language == "sv" else ","
    written = (_row(row, separator) for row in _rows(report, language))
    fitting, left_out = that_fit(written)
    heading = _row([column.say(language) for column in COLUMNS], separator)
    more = [_row([MORE.say(language, {"number": left_out})], separator)] if left_out else []
    return "\ufeff" + "".join([heading, *fitting, *more])


def _row(cells: Sequence[str], separator: str) -> str:
    """One row, every cell quoted: one that the wrong separator would split stays in one piece as far as can be."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow([guarded(cell) for cell in cells])
    return out.getvalue()


def guarded(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula (OWASP, “CSV Injection”).

    An apostrophe before the sign makes it text; also after a separator, where a program that splits at another one
    than ours would begin a cell.
    """
    line = visible(text).strip()
    line = _AFTER_A_SEPARATOR.sub(r"\1'", line)
    return f"'{line}" if _FORMULA.match(line) else line


def _rows(report: Report, language: str) -> Iterator[Sequence[str]]:
    found = [
        (ORDER.index(standing(judged)), part, judged)
        for part in report.all_parts()
        for judged in part.judgements
    ]
    found.sort(key=lambda one: one[0])
    yield from (_finding(part, judged, language) for rank, part, judged in found if rank == 0)
    yield from _unchecked(report.all_parts(), language)
    yield from (_finding(part, judged, language) for rank, part, judged in found if rank > 0)


def _unchecked(parts: Iterable[DocumentReport], language: str) -> Iterator[Sequence[str]]:
    for part in parts:
        if part.trouble is not None or not part.rules:
            why = part.trouble.say(language) if part.trouble else WORDS["no_rules"].say(language)
            detail = shortened(part.trouble.detail) if part.trouble else ""
            what = STANDINGS[Standing.UNTOLD].say(language)
            yield [kept(part.source.name), what, why, detail, "", "", "", "", "", ""]


def _finding(part: DocumentReport, judged: Judgement, language: str) -> Sequence[str]:
    rule = judged.rule
    return [
        kept(part.source.name),
        STANDINGS[standing(judged)].say(language),
        message(judged, language),
        where_said(judged.finding.where, language),
        rule.fix.general.say(language) if judged.outcome.status is Status.FAILED else "",
        joined([group.value.say(language) for group in rule.who], language),
        decided(judged, language),
        rule.id,
        ", ".join(judged.clauses),
        judged.finding.key,
    ]
