"""One document with all the rules that are put to it: plain data in, plain data out."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, BinaryIO

from a11ycheck.documents.crop import LARGEST_CROP, SIGNATURES, Crop
from a11ycheck.documents.facts import Beside, Facts, Found, string, whole
from a11ycheck.documents.kind import BROWSER, Model, Pictured, Tell, tell_nobody
from a11ycheck.outcome import Box, Outcome, Status, Text, Value, Where, anchor, cannot_tell
from a11ycheck.registry import kind, rule_in, rules_for
from a11ycheck.rule import Rule
from a11ycheck.ruleset import Level, Ruleset
from a11ycheck.standards import with_en_301_549
from a11ycheck.trouble import REASONS, CouldNotCheck, Trouble

MOST_FINDINGS = 10_000
"""Findings kept for one rule in one document; all are counted. A report of more than this is read by nobody."""

MOST_SHOWN = 60
"""Findings of one document that have a picture, in a report that shows pictures."""
MOST_SHOWN_ALIKE = 2
"""Findings with the same rule and message that have one: they look alike."""

RULE_BROKE = "rule-broke"
ENGINE_MESSAGES: Mapping[str, Text] = {
    RULE_BROKE: Text(
        "The check itself stopped with an error here: {error}",
        "Själva kontrollen avbröts av ett fel här: {error}",
    ),
    "online-listed": Text(
        "{host} lists captions for the video “{name}”: {languages}. Has someone checked them?",
        "{host} anger att videon ”{name}” har undertexter: {languages}. Har någon kontrollerat dem?",
    ),
    "online-by-machine": Text(
        "{host} lists only captions that a machine has made for the video “{name}”: {languages}. Has someone checked "
        "them?",
        "{host} anger att videon ”{name}” bara har undertexter som en maskin har gjort: {languages}. Har någon "
        "kontrollerat dem?",
    ),
    "online-none": Text(
        "{host} lists no captions for the video “{name}”. Can all that is said be read in the picture?",
        "{host} anger inga undertexter till videon ”{name}”. Går allt som sägs att läsa i bild?",
    ),
}
"""Messages of the engine itself, beside those of the rules."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in one place; passed targets are counted, not kept."""

    rule: str
    where: Where
    outcome: Outcome

    @property
    def key(self) -> str:
        """A digest of the rule, the thing and what was said of it. Position is no part of it, so an answer or a
        waiver still holds when something is inserted above."""
        said = sorted(self.outcome.data.items())
        return anchor(self.rule, self.where.anchor, self.outcome.message, *(str(part) for part in said))


@dataclass(frozen=True, slots=True)
class Count:
    """How many targets came out how, for one rule in one document; all zero means that it did not apply."""

    passed: int = 0
    failed: int = 0
    cannot_tell: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """One document: where it is (``path``, which is the address of a page that was given by address, or ``data`` when
    it was found inside another), its kind, and the ruleset
    that says which rules are put to it, with which options. ``show``: are pictures of what is found wanted? ``beside``:
    files that belong to it."""

    source: str
    kind: str
    ruleset: Ruleset
    path: str = ""
    data: bytes | None = None
    show: bool = False
    beside: tuple[Beside, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "kind": self.kind,
            "ruleset": self.ruleset.to_json(),
            "path": self.path,
            "data": _bytes_to_json(self.data),
            "show": self.show,
            "beside": [_beside_to_json(file) for file in self.beside],
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Job:
        return cls(
            raw["source"],
            raw["kind"],
            Ruleset.from_json(raw["ruleset"]),
            raw["path"],
            _bytes_from_json(raw["data"]),
            raw["show"],
            tuple(map(_beside_from_json, raw["beside"])),
        )


@dataclass(frozen=True, slots=True)
class RulePut:
    """A rule that was put to a document: the ``module`` it stands in, what it meets in this kind of document, how much
    it weighs, and how its targets came out."""

    id: str
    module: str
    clauses: tuple[str, ...]
    level: Level
    count: Count = Count()


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job. ``trouble`` says why the document could not be checked, or not to its end. ``crops`` are
    pictures of what was found, by the key of the finding."""

    rules: tuple[RulePut, ...] = ()
    findings: tuple[Finding, ...] = ()
    facts: Facts | None = None
    found: tuple[Found, ...] = ()
    trouble: Trouble | None = None
    crops: Mapping[str, Crop] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {
            "rules": {put.id: _put_to_json(put) for put in self.rules},
            "findings": [
                {"rule": f.rule, "where": _where_to_json(f.where), "outcome": _outcome_to_json(f.outcome)}
                for f in self.findings
            ],
            "facts": self.facts.to_json() if self.facts else None,
            "found": [
                [f.name, _bytes_to_json(f.data), f.address, f.media_type, [*map(_beside_to_json, f.beside)]]
                for f in self.found
            ],
            "trouble": [self.trouble.reason, self.trouble.detail] if self.trouble else None,
            "crops": {key: _crop_to_json(crop) for key, crop in self.crops.items()},
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any], job: Job) -> Result:
        """Read what came back through the fence.

        The sender has held a stranger's document, so every type is checked, and every rule that found something is
        looked up: ``ValueError``, ``KeyError`` or ``TypeError`` means that the result is not to be trusted.
        """
        findings = tuple(
            Finding(string(f["rule"]), _where_from_json(f["where"]), _outcome_from_json(f["outcome"]))
            for f in raw["findings"]
        )
        rules = {rule_id: _put_from_json(rule_id, put) for rule_id, put in raw["rules"].items()}
        _refuse_forged(rules, {finding.rule for finding in findings}, job)
        return cls(
            rules=tuple(rules.values()),
            findings=findings,
            facts=Facts.from_json(raw["facts"]) if raw["facts"] is not None else None,
            found=tuple(map(_found_from_json, raw["found"])),
            trouble=_trouble_from_json(raw["trouble"]),
            crops={string(key): _crop_from_json(crop) for key, crop in raw["crops"].items()},
        )


def clauses_of(rule: Rule, kind_name: str) -> tuple[str, ...]:
    """The clauses that a rule meets when it is put to this kind of document. ACT's rules are about web pages alone."""
    put_to = kind(kind_name)
    meets = [clause for clause in rule.meets if put_to.lane == BROWSER or not clause.startswith("ACT ")]
    return with_en_301_549(meets, put_to.en_301_549_chapter)


def clauses_anywhere(rule: Rule, kind_names: Iterable[str]) -> tuple[str, ...]:
    """The clauses that a rule meets in any of these kinds of document."""
    return tuple(dict.fromkeys(clause for name in kind_names for clause in clauses_of(rule, name)))


def as_put(rule: Rule, job: Job) -> RulePut:
    """How a rule is put to the job's document, before it has been."""
    clauses = clauses_of(rule, job.kind)
    return RulePut(rule.id, rule.expects.__module__, clauses, job.ruleset.level(rule, clauses))


def rules_of(job: Job) -> dict[str, Rule]:
    """The rules for the job's kind of document, without the folders that its ruleset turns off."""
    return rules_for(job.kind, job.ruleset.turns_off_all)


def rules_put(job: Job) -> list[tuple[Rule, RulePut]]:
    """The rules that the job's ruleset does not turn off, each with how it is put."""
    return [
        (rule, put) for rule in rules_of(job).values() if (put := as_put(rule, job)).level is not Level.OFF
    ]


def run(job: Job, data: bytes | BinaryIO, tell: Tell = tell_nobody) -> Result:
    """Open the document and put its rules to it. This is all that happens behind the fence."""
    rules = rules_put(job)
    try:
        model = kind(job.kind).open(data, job.beside, tell)
    except CouldNotCheck as reason:
        return Result(trouble=reason.trouble)
    return put_rules(job, model, rules)


def put_rules(job: Job, model: Model, rules: Iterable[tuple[Rule, RulePut]]) -> Result:
    """Put the rules to the model of the job's document."""
    from a11ycheck.documents.content import Content

    try:
        facts, found = model.facts(), tuple(model.found())
    except CouldNotCheck as reason:
        return Result(trouble=reason.trouble)
    # What is said of a whole document is about this one: its name stands in for the digest of a thing in it.
    whole_document = anchor(job.source.rpartition("/")[2])
    done: list[RulePut] = []
    findings: list[Finding] = []
    for rule, put in rules:
        view = model.content if rule.document is Content else model  # type: ignore[attr-defined]
        tally: Counter[Status] = Counter()
        found_by_rule: list[Finding] = []
        try:
            for target, outcome in rule.apply(view, job.ruleset.options_of(rule)):
                tally[outcome.status] += 1
                if (
                    outcome.status is not Status.PASSED
                    and tally.total() - tally[Status.PASSED] <= MOST_FINDINGS
                ):
                    where = target.where
                    place = where if where.anchor else replace(where, anchor=whole_document)
                    found_by_rule.append(Finding(rule.id, place, outcome))
        except CouldNotCheck as reason:
            return Result(tuple(done), tuple(findings), facts, found, reason.trouble)
        except Exception as error:
            tally[Status.CANNOT_TELL] += 1
            told = cannot_tell(RULE_BROKE, error=f"{type(error).__name__}: {error}")
            found_by_rule.append(Finding(rule.id, Where(anchor=whole_document), told))
        findings += found_by_rule
        count = Count(tally[Status.PASSED], tally[Status.FAILED], tally[Status.CANNOT_TELL])
        done.append(replace(put, count=count))
    unread = model.unread()
    trouble = Trouble("not-read-whole", unread) if unread else None
    crops = _crops(model, findings) if job.show else {}
    return Result(tuple(done), tuple(findings), facts, found, trouble, crops)


def worth_showing(findings: Iterable[Finding]) -> list[tuple[str, Box]]:
    """The keys and places of the findings that a report shows pictures of: faults before questions, few of each."""
    alike: Counter[tuple[str, str]] = Counter()
    chosen: dict[str, Box] = {}
    for finding in sorted(findings, key=lambda finding: finding.outcome.status is not Status.FAILED):
        box, what = finding.where.box, (finding.rule, finding.outcome.message)
        if box is not None and alike[what] < MOST_SHOWN_ALIKE and len(chosen) < MOST_SHOWN:
            alike[what] += 1
            chosen[finding.key] = box
    return list(chosen.items())


def _crops(model: Model, findings: Iterable[Finding]) -> dict[str, Crop]:
    if not isinstance(model, Pictured):
        return {}
    chosen = worth_showing(findings)
    crops = model.crops([box for _, box in chosen])
    return {key: crop for (key, _), crop in zip(chosen, crops, strict=True) if crop is not None}


def _bytes_to_json(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode("ascii")


def _bytes_from_json(raw: Any) -> bytes | None:
    return None if raw is None else base64.b64decode(raw)


def _beside_to_json(file: Beside) -> list[Any]:
    return [file.name, file.path, _bytes_to_json(file.data), file.language]


def _beside_from_json(raw: Any) -> Beside:
    name, path, data, language = raw
    return Beside(string(name), string(path), _bytes_from_json(data), string(language))


def _found_from_json(raw: Any) -> Found:
    name, data, address, media_type, beside = raw
    files = tuple(map(_beside_from_json, beside))
    if any(file.path for file in files):
        # A path would be opened for the document that was found, with the reader's rights: a document names none.
        raise ValueError("what lies beside a document that was found has no path")
    return Found(string(name), base64.b64decode(data), string(address), string(media_type), files)


def _put_to_json(put: RulePut) -> list[Any]:
    count = put.count
    return [put.module, put.clauses, put.level.value, [count.passed, count.failed, count.cannot_tell]]


def _put_from_json(rule_id: str, raw: Any) -> RulePut:
    module, clauses, level, counts = raw
    return _put(rule_id, module, tuple(clauses), level, *counts)


@lru_cache(maxsize=4096, typed=True)
def _put(
    rule_id: str, module: str, clauses: tuple[str, ...], level: str, passed: int, failed: int, unsure: int
) -> RulePut:
    """Most rules are put to most documents alike: one object for all of them keeps the report of many small."""
    count = Count(whole(passed), whole(failed), whole(unsure))
    return RulePut(rule_id, string(module), tuple(map(string, clauses)), Level(level), count)


def _refuse_forged(rules: Mapping[str, RulePut], found_something: Iterable[str], job: Job) -> None:
    """Look up the rules that found something, and refuse a result in which one was not put as the ruleset says.

    Those that found nothing are not looked up: it would cost more to import them than to check a short document.
    """
    for rule_id in found_something:
        put = rules[rule_id]
        if replace(put, count=Count()) != as_put(rule_in(put.module, rule_id, job.kind), job):
            raise ValueError(f"rule {rule_id!r} was not to be put so")
    if any(put.level is Level.OFF for put in rules.values()):
        raise ValueError("a rule was put that is off")


def _crop_to_json(crop: Crop) -> list[Any]:
    return [base64.b64encode(crop.data).decode("ascii"), *crop[1:]]


def _crop_from_json(raw: Any) -> Crop:
    data, media_type, width, height, mark = raw
    left, top, right, bottom = map(float, mark)
    crop = Crop(
        base64.b64decode(data), string(media_type), whole(width), whole(height), (left, top, right, bottom)
    )
    if not crop.data.startswith(SIGNATURES[media_type]) or len(crop.data) > LARGEST_CROP:
        raise ValueError("a picture is not what it says")
    return crop


def _where_to_json(where: Where) -> dict[str, Any]:
    box = where.box
    return {
        "steps": [list(step) for step in where.steps],
        "anchor": where.anchor,
        "box": [box.page, box.left, box.top, box.right, box.bottom] if box else None,
    }


def _where_from_json(raw: Mapping[str, Any]) -> Where:
    steps = tuple((string(word), _name_or_number(value)) for word, value in raw["steps"])
    box = Box(whole(raw["box"][0]), *map(float, raw["box"][1:])) if raw["box"] is not None else None
    return Where(steps, string(raw["anchor"]), box)


def _outcome_to_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "status": outcome.status.value,
        "message": outcome.message,
        "data": dict(outcome.data),
        "yes": _outcome_to_json(outcome.yes) if outcome.yes else None,
        "no": _outcome_to_json(outcome.no) if outcome.no else None,
    }


def _outcome_from_json(raw: Mapping[str, Any], *, future: bool = False) -> Outcome:
    # A question's futures are never questions themselves, so the depth is bounded here.
    yes, no = (None, None) if future else (raw["yes"], raw["no"])
    return Outcome(
        Status(raw["status"]),
        string(raw["message"]),
        {string(name): _value(value) for name, value in raw["data"].items()},
        _outcome_from_json(yes, future=True) if yes is not None else None,
        _outcome_from_json(no, future=True) if no is not None else None,
    )


def _trouble_from_json(raw: Any) -> Trouble | None:
    if raw is None:
        return None
    reason, detail = raw
    if reason not in REASONS:
        raise ValueError(f"unknown reason {reason!r}")
    return Trouble(reason, string(detail))


def _name_or_number(value: Any) -> str | int:
    return value if isinstance(value, str) else whole(value)


def _value(value: Any) -> Value:
    return value if isinstance(value, float) else _name_or_number(value)
