"""What kept a meeting from passing at an earlier run, kept in a file, and what has come of it since.

The file has one JSON object a line, so that a change of one thing is a change of one line: first what wrote it, then
each thing in each document. Documents are named from the file's own folder.
"""

from __future__ import annotations

import datetime
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Any

from a11ycheck import __version__, kept_file
from a11ycheck.check import DocumentReport, Report
from a11ycheck.documents.facts import INSIDE
from a11ycheck.documents.page.addresses import is_on_the_web
from a11ycheck.outcome import Text, Value
from a11ycheck.reports.summary import message
from a11ycheck.reports.words import WORDS, shortened, visible
from a11ycheck.toml_file import ConfigError, read_text
from a11ycheck.verdict import Judgement, Verdict

MARK, VERSION = "a11ycheck_baseline", 1
MOST_NAMED = 5
"""Mended things that a report names; the JSON report has them all."""


class Kind(StrEnum):
    """Why something keeps the verdict from being a pass."""

    FAULT = "fault"
    OPEN = "open"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Known:
    """Something that keeps a document from passing: ``count`` times the same. ``document`` is empty for the meeting as
    a whole, ``key`` and ``rule`` for a document that could not be checked. ``en`` and ``sv`` say what it is."""

    document: str
    kind: Kind
    key: str
    rule: str
    count: int
    en: str
    sv: str

    @property
    def identity(self) -> tuple[str, Kind, str]:
        return self.document, self.kind, self.key


@dataclass(frozen=True, slots=True)
class New:
    """What was not there before: a judgement, or, where it is None, that the document could not be checked."""

    document: DocumentReport
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What has come of a baseline. ``unseen`` are things that this run did not look at, as their document or rule was
    no part of it. ``verdict`` is that on what is new alone."""

    written_on: datetime.date
    new: tuple[New, ...]
    still: tuple[Known, ...]
    mended: tuple[Known, ...]
    unseen: tuple[Known, ...]
    verdict: Verdict

    @property
    def still_there(self) -> int:
        return _in_all(self.still)

    def notes(self) -> Iterator[Text]:
        numbers: dict[str, Value] = {
            "on": self.written_on.isoformat(),
            "new": len(self.new),
            "mended": _in_all(self.mended),
            "still": self.still_there,
            "unseen": _in_all(self.unseen),
        }
        said = Text(
            "Since the baseline of {on}: {new} new, {mended} mended, {still} still there.",
            "Sedan baslinjen {on}: {new} nya, {mended} rättade, {still} kvar.",
        )
        unseen = Text(" {unseen} not looked at this time.", " {unseen} inte undersökta den här gången.")
        en, sv = (
            said.say(language, numbers) + (unseen.say(language, numbers) if self.unseen else "")
            for language in ("en", "sv")
        )
        yield Text(en, sv)
        for known in self.mended[:MOST_NAMED]:
            name = f"{shortened(known.document)}: " if known.document else ""
            times = f" ({known.count})" if known.count > 1 else ""
            yield Text(f"Mended: {name}{known.en}{times}", f"Rättat: {name}{known.sv}{times}")
        if (left_out := len(self.mended) - MOST_NAMED) > 0:
            more = Text("and {number} more mended", "och {number} till som är rättade")
            yield Text(*(more.say(language, {"number": left_out}) for language in ("en", "sv")))


@dataclass(frozen=True, slots=True)
class Baseline:
    """What an earlier run found. ``path`` is the file it lies in, which documents are named from."""

    path: Path
    written_on: datetime.date
    ruleset: str
    known: tuple[Known, ...]

    def compared_with(self, report: Report) -> Report:
        """The report with what is new, mended and still there since, and with notes that say so."""
        since = self._since(report)
        other = Text(
            f"The baseline was written for other demands: {self.ruleset}.",
            f"Baslinjen skrevs för andra krav: {self.ruleset}.",
        )
        notes = [*([other] if report.ruleset.name != self.ruleset else []), *since.notes()]
        return replace(report, since=since, notes=(*report.notes, *notes))

    def _since(self, report: Report) -> Comparison:
        room = Counter({known.identity: known.count for known in self.known})
        new: list[New] = []
        present: set[tuple[str, str]] = set()
        for part in report.all_parts():
            name = _name(report, part, self.path)
            for kind, judged in _standing(part):
                key = judged.finding.key if judged else ""
                present.add((name, key))
                if room[name, kind, key] > 0:
                    room[name, kind, key] -= 1
                else:
                    new.append(New(part, judged))
        still, mended, unseen = self._come_of(report, room, present)
        return Comparison(self.written_on, tuple(new), still, mended, unseen, _verdict(report, new))

    def _come_of(
        self, report: Report, left: Mapping[tuple[str, Kind, str], int], present: set[tuple[str, str]]
    ) -> tuple[tuple[Known, ...], tuple[Known, ...], tuple[Known, ...]]:
        """What was known, as still there, mended and not looked at; ``left`` is how much of each was not met again."""
        parts = {_name(report, part, self.path): part for part in report.all_parts()}
        still, mended, unseen = [], [], []
        for known in self.known:
            gone = left[known.identity]
            if gone < known.count:
                still.append(replace(known, count=known.count - gone))
            if not gone:
                continue
            part = parts.get(known.document)
            if part is None or not _was_looked_at(part, known):
                unseen.append(replace(known, count=gone))
            elif known.kind is Kind.OPEN and (known.document, known.key) in present:
                continue  # a question that has become a fault: it is among what is new
            else:
                mended.append(replace(known, count=gone))
        return tuple(still), tuple(mended), tuple(unseen)


def _in_all(known: Iterable[Known]) -> int:
    return sum(each.count for each in known)


def _was_looked_at(part: DocumentReport, known: Known) -> bool:
    if known.kind is Kind.UNCHECKED:
        return True
    return part.trouble is None and any(put.id == known.rule for put in part.rules)


def _verdict(report: Report, new: Sequence[New]) -> Verdict:
    if any(each.judgement is not None and each.judgement.must_be_mended for each in new):
        return Verdict.FAIL
    return Verdict.UNDECIDED if new or not report.documents else Verdict.PASS


def _standing(part: DocumentReport) -> Iterator[tuple[Kind, Judgement | None]]:
    """All that keeps a document from passing."""
    if part.trouble is not None or not part.rules:
        yield Kind.UNCHECKED, None
    for judged in part.judgements:
        if judged.must_be_mended:
            yield Kind.FAULT, judged
        elif judged.blocks:
            yield Kind.OPEN, judged


def _name(report: Report, part: DocumentReport, file: Path) -> str:
    """The document's name from the folder of ``file``; addresses stay as they are."""
    if part is report.meeting:
        return ""
    outer, inside, inner = part.source.name.partition(INSIDE)
    if not is_on_the_web(outer):
        outer = PurePath(os.path.relpath(outer, os.path.dirname(os.path.abspath(file)))).as_posix()
    return visible(outer + inside + inner)


def write(path: Path, report: Report) -> int:
    """Write what keeps the meeting from passing, and return how much that is. A baseline that is there is replaced;
    ``ConfigError`` for any other file, which is left as it is."""
    if path.exists():
        read(path)
    counts: Counter[tuple[str, Kind, str]] = Counter()
    found: dict[tuple[str, Kind, str], Known] = {}
    for part in report.all_parts():
        for kind, judged in _standing(part):
            known = _known(_name(report, part, path), part, kind, judged)
            counts[known.identity] += 1
            found[known.identity] = known
    on = report.checked_on or datetime.date.today()
    head = {
        MARK: VERSION,
        "a11ycheck": __version__,
        "ruleset": report.ruleset.name,
        "written_on": on.isoformat(),
    }
    lines = [head, *(asdict(replace(found[each], count=counts[each])) for each in sorted(found))]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    try:
        with kept_file.locked(path):
            kept_file.replace(path, text)
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    return counts.total()


def _known(name: str, part: DocumentReport, kind: Kind, judged: Judgement | None) -> Known:
    if judged is not None:
        said = {language: message(judged, language) for language in ("en", "sv")}
        return Known(name, kind, judged.finding.key, judged.rule.id, 1, **said)
    why = part.trouble.say if part.trouble is not None else WORDS["no_rules"].say
    return Known(name, kind, "", "", 1, visible(why("en")), visible(why("sv")))


def read(path: Path) -> Baseline:
    """Read a baseline. Raises ``ConfigError`` that names the file and the line."""
    head: dict[str, Any] | None = None
    known: dict[tuple[str, Kind, str], Known] = {}
    for number, line in enumerate(read_text(path).split("\n"), 1):
        place = f"{path}, line {number}"
        if not line.strip():
            continue
        raw = _object(place, line)
        if head is None:
            head = _head(place, raw)
            continue
        each = _from_json(place, raw)
        if each.identity in known:
            raise ConfigError(f"{place}: the same is there already", f"{place}: samma sak finns redan")
        known[each.identity] = each
    if head is None:
        raise ConfigError(
            f"{path}, line 1: the file is empty; write it with: a11ycheck baseline write FILE INPUT...",
            f"{path}, line 1: filen är tom; skriv den med: a11ycheck baseline write FIL INDATA...",
        )
    return Baseline(path, head["written_on"], head["ruleset"], tuple(known.values()))


def _object(place: str, line: str) -> dict[str, Any]:
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError):
        raise ConfigError(
            f"{place}: this is no line of a baseline", f"{place}: det här är ingen rad i en baslinje"
        ) from None
    if not isinstance(raw, dict):
        raise ConfigError(
            f"{place}: this is no line of a baseline", f"{place}: det här är ingen rad i en baslinje"
        )
    return raw


def _head(place: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    if MARK not in raw:
        raise ConfigError(
            f"{place}: the file is no baseline; write one with: a11ycheck baseline write FILE INPUT...",
            f"{place}: filen är ingen baslinje; skriv en med: a11ycheck baseline write FIL INDATA...",
        )
    if raw[MARK] != VERSION:
        raise ConfigError(
            f"{place}: the baseline has the form {raw[MARK]!r}, this a11ycheck reads {VERSION}; write it anew, or use "
            f"the a11ycheck that wrote it: {raw.get('a11ycheck')!r}",
            f"{place}: baslinjen har formen {raw[MARK]!r}, och den här a11ycheck läser {VERSION}; skriv den på nytt, "
            f"eller använd den a11ycheck som skrev den: {raw.get('a11ycheck')!r}",
        )
    try:
        return {
            "ruleset": visible(str(raw["ruleset"])),
            "written_on": datetime.date.fromisoformat(raw["written_on"]),
        }
    except (KeyError, TypeError, ValueError) as error:
        raise ConfigError(
            f"{place}: ruleset or written_on is not right ({error})",
            f"{place}: ruleset eller written_on är inte rätt ({error})",
        ) from None


def _from_json(place: str, raw: Mapping[str, Any]) -> Known:
    names = ("document", "kind", "key", "rule", "count", "en", "sv")
    if set(raw) != set(names):
        raise ConfigError(
            f"{place}: there must be exactly {', '.join(names)}",
            f"{place}: det ska finnas precis {', '.join(names)}",
        )
    texts = [raw[name] for name in names if name != "count"]
    count = raw["count"]
    if not all(isinstance(text, str) for text in texts) or type(count) is not int or count < 1:
        raise ConfigError(
            f"{place}: count must be a number above 0, and all else texts",
            f"{place}: count ska vara ett tal över 0, och allt annat texter",
        )
    if raw["kind"] not in tuple(Kind):
        raise ConfigError(
            f"{place}: kind must be one of {', '.join(Kind)}",
            f"{place}: kind ska vara en av {', '.join(Kind)}",
        )
    return Known(**{**raw, "kind": Kind(raw["kind"]), "en": visible(raw["en"]), "sv": visible(raw["sv"])})
