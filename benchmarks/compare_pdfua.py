"""Ours beside another implementation of PDF/UA-1: page-validation, from PyPI (Rust, MIT).

    python benchmarks/compare_pdfua.py FOLDER [--cost]

Prints, as Markdown, how often the two agree on a verdict and on the clauses that fail, and for each file where they
differ the clauses that only one of them names. With ``--cost``: the CPU time of each over all the files, and over the
first alone. FOLDER is searched for PDFs at all depths; it is best a set of files that neither was made to pass.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import WITHOUT_BUBBLEWRAP, median, table

OURS = [
    sys.executable,
    "-m",
    "a11ycheck",
    "--no-cache",
    "--ruleset",
    "pdfua-1",
    "--output",
    "json",
    "--exit-zero",
]
THEIRS = [
    sys.executable,
    "-c",
    """
import json, sys, page
for path in sys.argv[1:]:
    try:
        failures = page.validate_pdf(path, profile="ua1").failures
        print(json.dumps(sorted({failure.rule_id for failure in failures})))
    except page.PageError as trouble:
        print(json.dumps(str(trouble)))
""",
]
STANDARD = "PDF/UA-1 "

CLAUSES = {
    "ACTUAL-TEXT-LANGUAGE": "7.2-21",
    "ALT-TEXT-LANGUAGE": "7.2-22",
    "ANNOTATION-ANNOT-TAG": "7.18.1-1",
    "ANNOTATION-CONTENTS-ALT": "7.18.1-2",
    "ANNOTATION-CONTENTS-LANGUAGE": "7.2-24",
    "ARTIFACT-NESTED": "7.1-1",
    "CID-SUBSET-CIDSET": "7.21.4.2-2",
    "CIDTOGIDMAP": "7.21.3.2-1",
    "CMAP-EMBEDDING": "7.21.3.3-1",
    "CMAP-REFERENCE": "7.21.3.3-3",
    "CMAP-WMODE": "7.21.3.3-2",
    "CONTENT-TAGGING": "7.1-3",
    "DYNAMIC-XFA": "7.15-1",
    "E-TEXT-LANGUAGE": "7.2-23",
    "ENCRYPTION-P": "7.16-1",
    "FIGURE-ALTERNATIVE-TEXT": "7.3-1",
    "FILE-SPEC-F-AND-UF": "7.11-1",
    "FONT-EMBEDDING": "7.21.4.1-1",
    "FONT-GLYPH-PRESENCE": "7.21.4.1-2",
    "FONT-GLYPH-WIDTH": "7.21.5-1",
    "FONT-TYPE1-CHARSET": "7.21.4.2-1",
    "FONT-UNICODE-MAPPING": "7.21.7-1",
    "FONT-UNICODE-VALUE": "7.21.7-2",
    "FORM-CHILDREN": "7.18.4-2",
    "FORM-FIELD-TU-ALT": "7.18.1-3",
    "FORM-FIELD-TU-LANGUAGE": "7.2-25",
    "FORM-REFERENCE": "7.20-1",
    "FORM-STRUCTURE": "7.20-2",
    "FORMULA-ALTERNATIVE-TEXT": "7.7-1",
    "HEADER": "6.1-1",
    "HEADING-CHILD-COUNT": "7.4.4-1",
    "HEADING-NESTING": "7.4.2-1",
    "HEADING-STRUCTURE": "7.4.4-2",
    "ID-AMD-PREFIX": "5-4",
    "ID-CORR-PREFIX": "5-5",
    "ID-PART": "5-2",
    "ID-PART-PREFIX": "5-3",
    "ID-SCHEMA": "5-1",
    "L-CAPTION": "7.2-40",
    "L-KIDS": "7.2-19",
    "LANGUAGE-TAG": "7.2-29",
    "LBODY-PARENT": "7.2-18",
    "LI-KIDS": "7.2-20",
    "LI-PARENT": "7.2-17",
    "LINK-CONTENTS": "7.18.5-2",
    "LINK-LINK-TAG": "7.18.5-1",
    "MEDIA-CLIP-ALT": "7.18.6.2-2",
    "MEDIA-CLIP-CT": "7.18.6.2-1",
    "METADATA-LANGUAGE": "7.2-33",
    "METADATA-STRUCTURE": "7.1-8",
    "METADATA-TITLE": "7.1-9",
    "NOTDEF-GLYPH": "7.21.8-1",
    "NOTE-ID": "7.9-1",
    "NOTE-ID-UNIQUE": "7.9-2",
    "OPTIONAL-CONTENT-AS": "7.10-2",
    "OPTIONAL-CONTENT-NAME": "7.10-1",
    "OUTLINE-LANGUAGE": "7.2-2",
    "PAGE-TABS": "7.18.3-1",
    "PRINTER-MARK-ARTIFACT": "7.18.8-1",
    "SPAN-ACTUAL-TEXT-LANGUAGE": "7.2-30",
    "SPAN-ALT-TEXT-LANGUAGE": "7.2-31",
    "SPAN-E-TEXT-LANGUAGE": "7.2-32",
    "STRUCT-ELEMENT-PARENT": "7.1-12",
    "STRUCT-TREE-ROLE-MAP": "7.1-5",
    "STRUCT-TREE-ROLE-MAP-CYCLE": "7.1-6",
    "STRUCT-TREE-ROLE-MAP-STANDARD": "7.1-7",
    "STRUCT-TREE-ROOT": "7.1-11",
    "SUSPECTS": "7.1-4",
    "TABLE-CAPTION-COUNT": "7.2-39",
    "TABLE-CAPTION-POSITION": "7.2-16",
    "TABLE-CELL-INTERSECTION": "7.2-15",
    "TABLE-COLUMN-ROWSPAN": "7.2-41",
    "TABLE-HEADERS-SCOPE": "7.5-1",
    "TABLE-HEADERS-UNDEFINED": "7.5-2",
    "TABLE-KIDS": "7.2-3",
    "TABLE-ROW-COLUMNSPAN": "7.2-41",
    "TABLE-TFOOT-COUNT": "7.2-12",
    "TABLE-TFOOT-TBODY": "7.2-13",
    "TABLE-THEAD-COUNT": "7.2-11",
    "TABLE-THEAD-TBODY": "7.2-14",
    "TAGGED-CONTENT-INSIDE-ARTIFACT": "7.1-2",
    "TAGGED-DOCUMENT": "6.2-1",
    "TBODY-KIDS": "7.2-37",
    "TBODY-PARENT": "7.2-6",
    "TD-PARENT": "7.2-9",
    "TEXT-LANGUAGE": "7.2-34",
    "TFOOT-KIDS": "7.2-38",
    "TFOOT-PARENT": "7.2-7",
    "TH-PARENT": "7.2-8",
    "THEAD-KIDS": "7.2-36",
    "THEAD-PARENT": "7.2-5",
    "TOC-CAPTION": "7.2-28",
    "TOC-KIDS": "7.2-27",
    "TOCI-PARENT": "7.2-26",
    "TR-KIDS": "7.2-10",
    "TR-PARENT": "7.2-4",
    "TRAPNET-ANNOTATION": "7.18.2-1",
    "TRUETYPE-NONSYMBOLIC-CMAP": "7.21.6-1",
    "TRUETYPE-NONSYMBOLIC-ENCODING": "7.21.6-2",
    "TRUETYPE-SYMBOLIC-CMAP": "7.21.6-4",
    "TRUETYPE-SYMBOLIC-ENCODING": "7.21.6-3",
    "TYPE0-CID-SYSTEM-INFO": "7.21.3.1-1",
    "VIEWER-PREFERENCES": "7.1-10",
    "WIDGET-FORM-TAG": "7.18.4-1",
}
"""Their rule, without PDFUA1- and -001, to the clause and test that our rules name."""
ONE_RULE_OF_THEIRS = {"7.2-42": "7.2-41", "7.2-43": "7.2-41", "7.4.4-3": "7.4.4-2"}
"""Tests that they divide otherwise than veraPDF, each to the one that it is counted as."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The tests that failed in a file, or why there is no verdict on it."""

    failed: frozenset[str] = frozenset()
    trouble: str | None = None

    @property
    def verdict(self) -> str:
        return "not checked" if self.trouble else "fail" if self.failed else "pass"


def output(command: Sequence[str | Path]) -> str:
    """What a command prints; ``CalledProcessError`` when it fails."""
    return subprocess.run(
        [str(word) for word in command], env=WITHOUT_BUBBLEWRAP, capture_output=True, text=True, check=True
    ).stdout


def ours(files: Sequence[Path]) -> dict[Path, Answer]:
    """Our answer for each file; files attached to a file are left out, as they check none."""
    answers = {}
    for document in json.loads(output([*OURS, *files]))["documents"]:
        trouble = document["trouble"] if document["verdict"] == "undecided" else None
        failed = {
            ONE_RULE_OF_THEIRS.get(clause, clause)
            for finding in document["findings"]
            if finding["status"] == "failed"
            for clause in (
                name.removeprefix(STANDARD) for name in finding["meets"] if name.startswith(STANDARD)
            )
        }
        answers[document["source"]] = Answer(
            frozenset(failed), f"{trouble['reason']} {trouble['detail']}".strip() if trouble else None
        )
    return {file: answers[str(file)] for file in files}


def theirs(files: Sequence[Path]) -> dict[Path, Answer]:
    """Their answer for each file."""
    answers = {}
    for file, line in zip(files, output([*THEIRS, *files]).splitlines(), strict=True):
        told = json.loads(line)
        if isinstance(told, str):
            answers[file] = Answer(trouble=told)
        else:
            names = (name.removeprefix("PDFUA1-").removesuffix("-001") for name in told)
            answers[file] = Answer(frozenset(CLAUSES.get(name, name) for name in names))
    return answers


def in_order(tests: frozenset[str]) -> str:
    return " ".join(sorted(tests)) or "–"


def agreement(our: Mapping[Path, Answer], their: Mapping[Path, Answer]) -> str:
    """How often the two say the same, then each file where they do not, then the tests behind it."""
    verdicts = Counter((our[file].verdict, their[file].verdict) for file in our)
    rows = [[*pair, str(count)] for pair, count in sorted(verdicts.items())]
    parts = [table("Verdicts", ["a11ycheck", "page-validation", "files"], rows)]

    apart = [file for file in our if our[file].verdict != their[file].verdict]
    rows = [
        [file.name, *(answer.trouble or in_order(answer.failed) for answer in (our[file], their[file]))]
        for file in apart
    ]
    parts.append(table("Files with different verdicts", ["file", "a11ycheck", "page-validation"], rows))

    both = [file for file in our if not our[file].trouble and not their[file].trouble]
    rows = [
        [
            file.name,
            in_order(our[file].failed - their[file].failed),
            in_order(their[file].failed - our[file].failed),
        ]
        for file in both
        if our[file].failed != their[file].failed
    ]
    parts.append(
        table(
            f"Files with different tests: {len(rows)} of the {len(both)} that both checked",
            ["file", "only a11ycheck", "only page-validation"],
            rows,
        )
    )
    only_our = Counter(test for file in both for test in our[file].failed - their[file].failed)
    only_their = Counter(test for file in both for test in their[file].failed - our[file].failed)
    same = Counter(test for file in both for test in their[file].failed & our[file].failed)
    rows = [
        [test, str(same[test]), str(only_our[test]), str(only_their[test])]
        for test in sorted(same | only_our | only_their)
    ]
    parts.append(table("Files by test", ["test", "both", "only a11ycheck", "only page-validation"], rows))
    return "\n".join(parts)


def cost(files: Sequence[Path]) -> str:
    """CPU seconds of each over all the files in one run, and over the first alone from cold."""
    rows = []
    for name, chosen in ((f"{len(files)} files", files), (files[0].name, files[:1])):
        our, their = (median([*command, *chosen], times=3) for command in (OURS, THEIRS))
        rows.append([name, f"{our.cpu:.2f} s", f"{their.cpu:.2f} s", f"{our.cpu / their.cpu:.1f}"])
    return table("CPU time", ["run", "a11ycheck", "page-validation", "times as much"], rows)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("folder", type=Path, help="searched for PDFs at all depths")
    arguments.add_argument("--cost", action="store_true", help="measure CPU time as well")
    chosen = arguments.parse_args()
    if importlib.util.find_spec("page") is None:
        arguments.exit(2, "page-validation is not installed: pip install 'page-validation>=0.11'\n")
    files = sorted(chosen.folder.resolve().rglob("*.pdf"))
    if not files:
        arguments.exit(2, f"no PDF in {chosen.folder}\n")
    print(agreement(ours(files), theirs(files)))
    if chosen.cost:
        print(cost(files))


if __name__ == "__main__":
    main()
