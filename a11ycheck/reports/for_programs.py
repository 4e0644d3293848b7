"""What the formats for other programs share: how a finding stands, rules, names, addresses and room."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from pathlib import PurePath
from urllib.parse import quote

from a11ycheck.check import DocumentReport, Report
from a11ycheck.decisions import Answer
from a11ycheck.documents.facts import INSIDE
from a11ycheck.documents.page.addresses import is_on_the_web
from a11ycheck.outcome import Status, Text
from a11ycheck.registry import rule_in
from a11ycheck.reports.words import WORDS, shortened, visible
from a11ycheck.rule import PROGRAMS, Rule
from a11ycheck.ruleset import Level
from a11ycheck.standards import CRITERIA
from a11ycheck.verdict import Judgement

LARGEST = 4_500_000
"""Bytes that the findings of a report may fill: with its beginning and end it stays under 5 MB."""
LONGEST_REASON = 600
"""Characters of the reason for a waiver, and of a remark."""
LONGEST_NAME_KEPT = 1_000
"""Characters of a document's name; a path on disk has at most 4,096 bytes, most of them far fewer."""

MORE = Text("and {number} more; all are in the JSON report", "och {number} till; alla finns i JSON-rapporten")


class Standing(StrEnum):
    """How a finding stands after answers and waivers."""

    MEND = "must be mended"
    MUST_ANSWER = "question that must be answered"
    UNTOLD = "could not be told"
    MAY_ANSWER = "question"
    ADVICE = "advice"
    WAIVED = "waived"
    SETTLED = "answered, nothing to mend"


STANDINGS: Mapping[Standing, Text] = {
    Standing.MEND: Text("must be mended", "måste rättas"),
    Standing.MUST_ANSWER: Text("question that must be answered", "fråga som måste besvaras"),
    Standing.UNTOLD: Text("could not be checked", "kunde inte kontrolleras"),
    Standing.MAY_ANSWER: Text("question", "fråga"),
    Standing.ADVICE: Text("advice", "råd"),
    Standing.WAIVED: Text("waived", "undantag"),
    Standing.SETTLED: Text("answered", "besvarad"),
}


def standing(judged: Judgement) -> Standing:
    if judged.outcome.status is Status.PASSED:
        return Standing.SETTLED
    if judged.waiver is not None:
        return Standing.WAIVED
    if judged.outcome.status is Status.FAILED:
        return Standing.MEND if judged.level is Level.REQUIRED else Standing.ADVICE
    if judged.outcome.is_question:
        return Standing.MUST_ANSWER if judged.blocks else Standing.MAY_ANSWER
    return Standing.UNTOLD


def decided(judged: Judgement, language: str) -> str:
    """What people and the ruleset have said of a finding: “Waived until 2027-01-31 by Bo Lind: …”, the answer with its
    remark, also of one who was unsure, and the exemption that lowers it; empty when nothing."""
    said = []
    if judged.waiver is not None and judged.outcome.status is not Status.PASSED:
        waiver = judged.waiver
        until = Text("Waived until {until} by {by}: {reason}", "Undantag till {until} av {by}: {reason}")
        by, reason = shortened(waiver.by), shortened(waiver.reason, LONGEST_REASON)
        said.append(until.say(language, {"until": waiver.until.isoformat(), "by": by, "reason": reason}))
    said += [_answer(answer, language) for answer in (judged.answer, judged.unsure) if answer is not None]
    if judged.exemption is not None:
        said.append(visible(judged.exemption.say(language)))
    return " · ".join(said)


def _answer(answer: Answer, language: str) -> str:
    word = WORDS["unsure" if answer.yes is None else "yes" if answer.yes else "no"].say(language)
    said = Text("Answer: {answer}, {by}, {on}", "Svar: {answer}, {by}, {on}").say(
        language, {"answer": word, "by": shortened(answer.by), "on": answer.on.isoformat()}
    )
    return f"{said}: {shortened(answer.remark, LONGEST_REASON)}" if answer.remark else said


@dataclass(frozen=True, slots=True)
class RulePutAnywhere:
    """A rule that was put to any of the documents: what it meets in any of them, and its strictest level.

    ``rule`` is None where the plugin that has it is no longer there.
    """

    id: str
    rule: Rule | None
    clauses: tuple[str, ...]
    level: Level

    def title(self, language: str) -> str:
        return visible(self.rule.title.say(language)) if self.rule else self.id


def rules_put(report: Report) -> dict[str, RulePutAnywhere]:
    """Every rule that was put, by id, in order of id; each finding is about one of them."""
    rules = {judged.rule.id: judged.rule for part in report.all_parts() for judged in part.judgements}
    found: dict[str, RulePutAnywhere] = {}
    for part in report.all_parts():
        for put in part.rules:
            before = found.get(put.id)
            if before is not None and before.clauses == put.clauses and before.level is put.level:
                continue
            rule = rules.get(put.id) or _looked_up(put.module, put.id, part.source.kind)
            clauses = tuple(dict.fromkeys((*(before.clauses if before else ()), *put.clauses)))
            levels = {put.level, before.level if before else put.level}
            level = Level.REQUIRED if Level.REQUIRED in levels else put.level
            found[put.id] = RulePutAnywhere(put.id, rule, clauses, level)
    return dict(sorted(found.items()))


def _looked_up(module: str, rule_id: str, kind: str) -> Rule | None:
    try:
        return rule_in(module, rule_id, kind)
    except (ValueError, KeyError):
        return None


def how_to_mend(rule: Rule, language: str) -> list[str]:
    """How to mend it, in general and then program by program, each as a line."""
    programs = [f"{PROGRAMS[name]}: {steps.say(language)}" for name, steps in rule.fix.programs().items()]
    return [rule.fix.general.say(language), *programs]


def clause_address(clause: str) -> str:
    """The web address of a clause, “https://www.w3.org/TR/WCAG22/#non-text-content”; empty where there is none.

    W3C makes the names of criteria from their titles: small letters, hyphens for spaces, no other signs.
    """
    standard, _, number = clause.partition(" ")
    if standard == "WCAG" and number in CRITERIA:
        words = re.findall(r"[a-z0-9-]+", CRITERIA[number].title.en.lower())
        return f"https://www.w3.org/TR/WCAG22/#{'-'.join(words)}"
    if standard == "ACT" and re.fullmatch(r"[a-z0-9]{6}", number):
        return f"https://www.w3.org/WAI/standards-guidelines/act/rules/{number}/"
    return ""


def kept(name: str) -> str:
    """A document's name as it is, but one that is very long is cut in the middle, with a digest that tells it from
    others."""
    if len(name) <= LONGEST_NAME_KEPT:
        return name
    half, digest = LONGEST_NAME_KEPT // 2, sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{name[:half]}…{digest}…{name[-half:]}"


def address(name: str) -> str:
    """A document's name as a URI reference (RFC 3986): relative to the working folder where it lies in there.

    >>> address("meeting/inbjudan 1.pdf")
    'meeting/inbjudan%201.pdf'
    """
    name = kept(name)
    if is_on_the_web(name):
        return quote(_bytes(name), safe="%/:?#[]@!$&'()*+,;=~")
    if path := path_here(name):
        return quote(_bytes(path))
    path = PurePath(os.path.abspath(name)).as_posix()
    return "file://" + quote(_bytes("/" + path.lstrip("/")), safe="/:")


def path_here(name: str) -> str:
    """The path from the working folder, with slashes; empty for what does not lie in there, such as a web page."""
    path = os.path.abspath(name)
    if is_on_the_web(name) or not path.startswith(os.path.join(os.getcwd(), "")):
        return ""
    return PurePath(os.path.relpath(path)).as_posix()


def _bytes(name: str) -> bytes:
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "replace")


@dataclass(frozen=True)
class Files:
    """In which file each document of a report lies: its own, or that of the mail or archive that holds it."""

    report: Report

    @cached_property
    def _by_name(self) -> dict[str, DocumentReport]:
        return {part.source.name: part for part in reversed(self.report.documents)}

    @cached_property
    def _by_last_part(self) -> dict[str, DocumentReport]:
        return {name.rpartition("/")[2]: part for name, part in self._by_name.items()}

    def name(self, part: DocumentReport, judged: Judgement | None = None) -> str:
        """The name of the file; for the meeting as a whole that of the document that the finding is about, or else
        of the first; empty where there is none."""
        if part is self.report.meeting:
            steps = judged.finding.where.steps if judged else ()
            named = (self._by_last_part.get(str(value)) for word, value in steps if word == "file")
            found = next((document for document in named if document), None)
            if found is None and self.report.documents:
                found = self.report.documents[0]
            return self.name(found) if found else ""
        seen: set[str] = set()
        name, inside = part.source.name, part.source.found_in
        while inside and name.startswith(f"{inside} > ") and inside not in seen:
            seen.add(inside)
            holder = self._by_name.get(inside)
            name, inside = inside, holder.source.found_in if holder else ""
        return name

    def inside(self, part: DocumentReport) -> str:
        """What follows the name of the file in the document's own: “program.pdf”; mostly empty."""
        if part is self.report.meeting:
            return ""
        return part.source.name[len(self.name(part)) :].removeprefix(INSIDE)


def that_fit(texts: Iterable[str], room: int = LARGEST) -> tuple[list[str], int]:
    """As many of the texts as fit in ``room`` bytes, and how many were left out."""
    fitting: list[str] = []
    left_out = 0
    for text in texts:
        room -= len(text.encode("utf-8", "replace")) + 2
        if room >= 0 and not left_out:
            fitting.append(text)
        else:
            left_out += 1
    return fitting, left_out
