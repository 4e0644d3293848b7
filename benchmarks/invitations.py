"""The rules about the meeting on invitations that were labelled before any rule was run on them.

    python benchmarks/invitations.py [-v] [--write] [--second]

Each document of ``tests/data/invitations`` is a meeting of its own. For each rule: labels that it agrees with,
questions where a label is certain, false satisfaction (passed what a careful reader finds missing) and false alarm
(failed what is said), which are counted apart, since the first is worse. Then how many of the invitations each rule
fails, asks about or passes, and the verdict of all under each ruleset. ``--write`` writes the tables to
``invitations.md``. ``--second`` takes the second set, which was labelled after rules and words had been adjusted to the
first.
"""

from __future__ import annotations

import argparse
import csv
import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from a11ycheck import ruleset
from a11ycheck.documents.content import Content
from a11ycheck.documents.facts import Facts
from a11ycheck.documents.markup.read import read_markup
from a11ycheck.documents.meeting.model import Meeting, MeetingDocument
from a11ycheck.documents.statements import read_content, read_text
from a11ycheck.job import Job, clauses_of, rules_of
from a11ycheck.outcome import Status
from a11ycheck.rule import Rule
from a11ycheck.ruleset import Level
from a11ycheck.sources import kind_of
from measure import table

FIRST_SET = Path(__file__).parents[1] / "tests" / "data" / "invitations"
SECOND_SET = FIRST_SET / "second"
TODAY = datetime.date(2027, 11, 1)
"""Before all the meetings that are to come, and after those that are over."""

YES, NO, UNSURE, NOT_ASKED = "yes", "no", "unsure", "n-a"
TOPIC_OF = {
    "meeting-not-too-long": "meeting-not-too-long",
    "meeting-hybrid-choice-form": "hybrid-choice:form",
    "meeting-hybrid-choice-other-way": "hybrid-choice:other-way",
}
"""The labels' topics, where they are not the rule's id without its first word."""
RULESETS = (ruleset.DEFAULT, "forum")

RIGHT, ASKED, FALSE_SATISFACTION, FALSE_ALARM, OTHER = (
    *("right", "asked, though certain", "false satisfaction", "false alarm"),
    "applied or not, wrongly",
)
VERDICTS = (RIGHT, ASKED, FALSE_SATISFACTION, FALSE_ALARM, OTHER)

FIRST = """The table of the first run, before anything was adjusted, is `invitations-first.md`. Rules and words have
been adjusted to these 34 since: how they do on invitations that they had not met stands in `invitations-second-set.md`,
the first run on eight others."""
INTRODUCTION = f"""# Invitations labelled blind

`python benchmarks/invitations.py --write` makes these tables of the 34 documents in tests/data/invitations, which were
written and labelled, rule by rule, before any rule was run on them. *False satisfaction*: a rule passes what a careful
reader finds missing; it weighs more than a *false alarm*, which fails what is said. *Applied or not, wrongly*: the rule
spoke where the reader saw nothing to ask for, or was silent where there was.

{FIRST}
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One document, one rule: what the reader says and what the rule does."""

    document: str
    rule: str
    label: str
    outcome: str
    reason: str

    @property
    def verdict(self) -> str:
        if self.label == self.outcome or {self.label, self.outcome} == {UNSURE, NOT_ASKED}:
            return RIGHT
        if self.outcome == UNSURE:
            return ASKED
        if self.outcome == YES and self.label in (NO, UNSURE):
            return FALSE_SATISFACTION
        if self.outcome == NO and self.label in (YES, UNSURE):
            return FALSE_ALARM
        # A rule that passes where there is nothing to ask for does no harm.
        return RIGHT if (self.label, self.outcome) in ((NOT_ASKED, YES), (YES, NOT_ASKED)) else OTHER


def labels(folder: Path) -> dict[str, dict[str, tuple[str, str]]]:
    """By document and topic: the label and its reason."""
    found: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    with (folder / "labels.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["document"]][row["topic"]] = (row["label"], row["reason"])
    return dict(found)


def facts_of(path: Path) -> tuple[str, Facts]:
    """The kind and facts of a document; plain text as the text of a mail is read, a page without a browser."""
    data = path.read_bytes()
    if path.suffix == ".txt":
        text = data.decode("utf-8")
        return "mail", Facts(words=len(text.split()), **read_text(text, kind="mail")._asdict())
    if path.suffix == ".html":
        markup = read_markup(data.decode("utf-8"))
        content = Content.of(*markup.blocks, language=markup.language)
        read = read_content(content, kind="page")
        links = tuple((link.text, link.target) for link in content.links())
        words = sum(len(text.split()) for text in content.text())
        return "page", Facts(
            title=content.title, language=markup.language, links=links, words=words, **read._asdict()
        )
    found = kind_of(path.name, data[:1024])
    assert found is not None
    return found.name, found.open(data).facts()


def meetings(folder: Path) -> dict[str, Meeting]:
    made = {}
    for path in sorted(folder.glob("[0-9]*")):
        name, facts = facts_of(path)
        made[path.name] = Meeting((MeetingDocument(path.name, name, facts),), today=TODAY)
    return made


def rules() -> dict[str, Rule]:
    return rules_of(Job("meeting", "meeting", ruleset.load(ruleset.DEFAULT)))


def outcome_of(rule: Rule, meeting: Meeting, options: dict[str, object]) -> str:
    statuses = {outcome.status for _, outcome in rule.apply(meeting, options)}
    if not statuses:
        return NOT_ASKED
    if Status.FAILED in statuses:
        return NO
    return UNSURE if Status.CANNOT_TELL in statuses else YES


def cases(folder: Path) -> Iterator[Case]:
    read, known = labels(folder), rules()
    for document, meeting in meetings(folder).items():
        for rule in known.values():
            topic = TOPIC_OF.get(rule.id, rule.id.partition("-")[2])
            if topic in read[document]:
                label, reason = read[document][topic]
                yield Case(document, rule.id, label, outcome_of(rule, meeting, dict(rule.options)), reason)


def roles(folder: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    read = labels(folder)
    for document, meeting in meetings(folder).items():
        facts = meeting.documents[0].facts
        wanted = read[document]["role"][0]
        found["undecided" if not facts.role_is_certain else "right" if facts.role == wanted else "wrong"] += 1
    return found


def by_rule(found: list[Case]) -> str:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for case in found:
        counts[case.rule][case.verdict] += 1
    rows = [[rule, *(str(counted[verdict]) for verdict in VERDICTS)] for rule, counted in counts.items()]
    total = Counter(case.verdict for case in found)
    rows.append(["**all**", *(str(total[verdict]) for verdict in VERDICTS)])
    return table("Rules against labels", ["rule", *VERDICTS], rows)


def how_often(found: list[Case]) -> str:
    """How often invitations fail each rule, and what it weighs under each ruleset."""
    known = rules()
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for case in found:
        counts[case.rule][case.outcome] += 1
    rows = []
    for rule, counted in sorted(counts.items(), key=lambda item: -item[1][NO]):
        clauses = clauses_of(known[rule], "meeting")
        levels = [str(ruleset.load(name).level(known[rule], clauses)) for name in RULESETS]
        rows.append([rule, *(str(counted[outcome]) for outcome in (NO, UNSURE, YES, NOT_ASKED)), *levels])
    header = ["rule", "fail", "asked", "pass", "not applied", *RULESETS]
    return table("How often the documents fail", header, rows)


def verdicts(folder: Path) -> str:
    rows = []
    for name in RULESETS:
        demands = ruleset.load(name)
        required = [
            rule
            for rule in rules().values()
            if demands.level(rule, clauses_of(rule, "meeting")) is Level.REQUIRED
        ]
        failing: Counter[str] = Counter()
        for meeting in meetings(folder).values():
            outcomes = [outcome_of(rule, meeting, demands.options_of(rule)) for rule in required]
            if all(outcome == NOT_ASKED for outcome in outcomes):
                failing["no invitation"] += 1
            else:
                failing[
                    "fails" if NO in outcomes else "passes, some asked" if UNSURE in outcomes else "passes"
                ] += 1
        columns = ("fails", "passes, some asked", "passes", "no invitation")
        rows.append([name, str(len(required)), *(str(failing[column]) for column in columns)])
    header = ["ruleset", "rules required", "fails", "passes, some asked", "passes", "no invitation"]
    return table("The documents under each ruleset, by the rules about the meeting alone", header, rows)


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("-v", "--verbose", action="store_true", help="list what came out wrong")
    told.add_argument("--second", action="store_true", help="take the second set")
    told.add_argument("--write", action="store_true", help="write the tables to benchmarks/invitations.md")
    given = told.parse_args()
    folder = SECOND_SET if given.second else FIRST_SET
    found = list(cases(folder))
    counted = roles(folder)
    rows = [[str(counted[column]) for column in ("right", "undecided", "wrong")]]
    tables = [
        table("Roles", ["right", "undecided", "wrong"], rows),
        by_rule(found),
        how_often(found),
        verdicts(folder),
    ]
    text = "\n".join(tables)
    print(text)
    if given.verbose:
        for case in sorted(found, key=lambda case: (case.rule, case.document)):
            if case.verdict not in (RIGHT,):
                how = f"reader {case.label}, rule {case.outcome}"
                print(f"{case.rule}: {case.verdict}: {case.document}: {how}: {case.reason}")
    if given.write and not given.second:
        (Path(__file__).parent / "invitations.md").write_text(f"{INTRODUCTION}\n{text}", "utf-8")


if __name__ == "__main__":
    main()
