"""W3C's ACT rules: which of them we judge as their test cases say.

    python benchmarks/act.py [--rule ID]... [-v] [--suite FOLDER] [--write]

Serves the folder of cases, visits every page once as the command does, and prints for each ACT rule:

* consistent: no failure on a passed or inapplicable case, every failed case failed or questioned, at least one failed;
* partial: no failure on a passed or inapplicable case, but a failed case missed;
* inconsistent: a failure on a passed or inapplicable case;
* uncovered: no failed case failed;
* no case: the folder has no failed case of it, and nothing was wrong.

Only rules of ours whose ``meets`` names the ACT rule count for it. ``-v`` lists the cases that came out wrong,
``--write`` puts the table into benchmarks/act.md.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from a11ycheck import Text
from a11ycheck.browser_lane import BrowserLane
from a11ycheck.documents.page.visiting import Visiting
from a11ycheck.job import RULE_BROKE, Job, Result
from a11ycheck.ruleset import Ruleset
from measure import table

ROOT = Path(__file__).resolve().parent.parent
SUITE = ROOT.parent / "shared" / "suites" / "act"
PAGES = "WAI/content-assets/wcag-act-rules"
MEDIA = frozenset(
    "1a02b0 1ea59c 1ec09b 2eb176 ab4d13 afb423 c3232f c5a4ea d7ba54 e7aa44 eac66b ee13b5 f51b46 fd26cf".split()
)
"""The rules about what is said in recordings and what stands in for it."""
VERDICTS = ("consistent", "partial", "inconsistent", "uncovered", "no case")


@dataclass(frozen=True, slots=True)
class Case:
    """A test case: the ACT rule, what is to come of it, and the page."""

    rule: str
    expected: str
    title: str
    path: str

    @property
    def page(self) -> str:
        """What is the same for cases of several rules that show the same page: a digest with a suffix."""
        return self.path.rpartition("/")[2]


@dataclass(slots=True)
class Seen:
    """What came of one page: for each ACT rule how many places failed and how many are questions."""

    failed: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    trouble: str = ""


@dataclass(slots=True)
class Judged:
    """How one ACT rule came out."""

    name: str
    failing: int = 0
    found: int = 0
    asked: int = 0
    clean: int = 0
    false: list[Case] = field(default_factory=list)
    missed: list[Case] = field(default_factory=list)

    @property
    def verdict(self) -> str:
        if self.false:
            return "inconsistent"
        if not self.failing:
            return "no case"
        if not self.found:
            return "uncovered"
        return "partial" if self.missed else "consistent"


class Quiet(SimpleHTTPRequestHandler):
    def guess_type(self, path: str | os.PathLike[str]) -> str:
        return "application/xhtml+xml" if str(path).endswith(".xhtml") else super().guess_type(path)

    def log_message(self, *_: object) -> None:
        """Nothing on standard error."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that hangs up is no error here."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the folder; yields its address."""
    with Server(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def cases_of(suite: Path, rules: Collection[str]) -> tuple[list[Case], dict[str, str]]:
    """The cases, of these ACT rules or of all, and the rules' names."""
    raw = json.loads((suite / "testcases.json").read_text("utf-8"))
    cases = [
        Case(each["ruleId"], each["expected"], each["testcaseTitle"], each["relativePath"])
        for each in raw
        if not rules or each["ruleId"] in rules
    ]
    return cases, {each["ruleId"]: each["ruleName"] for each in raw}


def visited(cases: Sequence[Case], address: str, rules: Collection[str]) -> dict[str, Seen]:
    """Visit each page once; return what was seen by page."""
    paths = {case.page: case.path for case in cases}
    select = tuple(f"ACT {rule}" for rule in rules) or ("ACT *",)
    ruleset = Ruleset("act", Text("ACT rules", "ACT-regler"), select=select)
    jobs = [
        Job(f"{address}/{PAGES}/{path}", "page", ruleset, path=f"{address}/{PAGES}/{path}")
        for path in paths.values()
    ]
    lane = BrowserLane(Visiting())
    try:
        return {page: seen(result) for page, result in zip(paths, lane.run(jobs), strict=True)}
    finally:
        lane.close()


def seen(result: Result) -> Seen:
    made = Seen(trouble=f"{result.trouble.reason}: {result.trouble.detail}" if result.trouble else "")
    broken = {
        finding.rule: str(finding.outcome.data.get("error"))
        for finding in result.findings
        if finding.outcome.message == RULE_BROKE
    }
    made.broken = [f"{rule}: {error}" for rule, error in broken.items()]
    for put in result.rules:
        for clause in put.clauses:
            standard, _, act = clause.partition(" ")
            if standard == "ACT":
                made.failed[act] += put.count.failed
                made.asked[act] += put.count.cannot_tell if put.id not in broken else 0
    return made


def judged(cases: Sequence[Case], pages: Mapping[str, Seen], names: Mapping[str, str]) -> dict[str, Judged]:
    rules: defaultdict[str, Judged] = defaultdict(lambda: Judged(""))
    for case in cases:
        rule, page = rules[case.rule], pages[case.page]
        rule.name = names[case.rule]
        if case.expected == "failed":
            rule.failing += 1
            rule.found += bool(page.failed[case.rule])
            rule.asked += bool(page.asked[case.rule] and not page.failed[case.rule])
            if not (page.failed[case.rule] or page.asked[case.rule]):
                rule.missed.append(case)
        else:
            rule.clean += 1
            if page.failed[case.rule]:
                rule.false.append(case)
    return dict(rules)


def rows(rules: Mapping[str, Judged]) -> list[list[str]]:
    order = sorted(rules, key=lambda act: (VERDICTS.index(rules[act].verdict), rules[act].name))
    return [
        [
            f"{act}{' (media)' if act in MEDIA else ''}",
            rules[act].name,
            rules[act].verdict,
            *(str(n) for n in (rules[act].failing, rules[act].found, rules[act].asked)),
            str(len(rules[act].missed)),
            f"{len(rules[act].false)} of {rules[act].clean}",
        ]
        for act in order
    ]


def totals(rules: Mapping[str, Judged]) -> list[list[str]]:
    said = []
    without_media = {act: rule for act, rule in rules.items() if act not in MEDIA}
    for name, part in (("all rules", rules), ("without media", without_media)):
        count = Counter(rule.verdict for rule in part.values())
        with_failing = sum(rule.failing > 0 for rule in part.values())
        failing, found = (
            sum(rule.failing for rule in part.values()),
            sum(rule.found for rule in part.values()),
        )
        false = sum(len(rule.false) for rule in part.values())
        said.append(
            [
                name,
                *(str(count[verdict]) for verdict in VERDICTS),
                f"{count['consistent']} of {with_failing}",
                f"{found} of {failing}",
                str(false),
            ]
        )
    return said


def report(rules: Mapping[str, Judged]) -> str:
    return "\n".join(
        [
            table(
                "Totals",
                [
                    "",
                    *VERDICTS,
                    "consistent of those with a failed case",
                    "failed cases found",
                    "false positives",
                ],
                totals(rules),
            ),
            table(
                "By ACT rule",
                [
                    "rule",
                    "name",
                    "verdict",
                    "failed cases",
                    "failed",
                    "questioned",
                    "missed",
                    "false positives",
                ],
                rows(rules),
            ),
        ]
    )


def in_full(rules: Mapping[str, Judged], pages: Mapping[str, Seen]) -> Iterator[str]:
    """The cases that came out wrong, what broke and what could not be visited, a line each."""
    for act, rule in sorted(rules.items()):
        for word, cases in (("FALSE POSITIVE", rule.false), ("missed", rule.missed)):
            yield from (f"{act} {word}: {case.title} ({case.expected}), {case.path}" for case in cases)
    said: defaultdict[str, list[str]] = defaultdict(list)
    for page, found in pages.items():
        for trouble in (*(f"broken: {error}" for error in found.broken), found.trouble):
            if trouble:
                said[trouble].append(page)
    for trouble, where in said.items():
        yield f"{trouble} ({len(where)} pages, such as {where[0]})"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--suite", type=Path, default=SUITE, help="the folder that holds testcases.json")
    parser.add_argument("--rule", action="append", default=[], help="only this ACT rule; may be given again")
    parser.add_argument("-v", "--verbose", action="store_true", help="list the cases that came out wrong")
    parser.add_argument("--write", action="store_true", help="write the tables to benchmarks/act.md")
    chosen = parser.parse_args()
    cases, names = cases_of(chosen.suite, chosen.rule)
    with served(chosen.suite) as address:
        pages = visited(cases, address, chosen.rule)
    rules = judged(cases, pages, names)
    print(report(rules))
    if chosen.verbose:
        print("\n".join(in_full(rules, pages)))
    if chosen.write:
        (ROOT / "benchmarks" / "act.md").write_text(f"{ABOUT}\n{report(rules)}", "utf-8")


ABOUT = """\
# W3C's ACT rules

What `python benchmarks/act.py --write` gave. Consistent is W3C's word: no failure on a case that passes or that the
rule does not apply to, every failed case failed or questioned, and at least one failed. Only rules of ours that name
the ACT rule among what they meet count for it.
"""

if __name__ == "__main__":
    main()
