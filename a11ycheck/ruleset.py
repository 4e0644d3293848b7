"""What is demanded: rulesets, and what people have decided about single findings: answers and waivers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from a11ycheck.outcome import Text
from a11ycheck.rule import Rule

DEFAULT = "accessible-for-everyone"
WILD = frozenset("*?[")


class ConfigError(Exception):
    """A ruleset, answers, waivers or configuration file that cannot be used; the message names file and place."""


class Level(StrEnum):
    REQUIRED = "required"
    ADVICE = "advice"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Ruleset:
    """What is required, what is advice and what is off, in patterns over rule ids and clauses ("WCAG 1.4.*").

    A question blocks the verdict only where ``must_answer`` matches its rule. ``options`` set the options of rules.
    ``select``, when not None, runs exactly the rules it matches, all as required; ``ignore`` turns rules off.
    """

    name: str
    title: Text
    requires: tuple[str, ...] = ()
    advises: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    must_answer: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Ruleset:
        return cls(
            name=raw["name"],
            title=Text(**raw["title"]),
            requires=tuple(raw["requires"]),
            advises=tuple(raw["advises"]),
            off=tuple(raw["off"]),
            must_answer=tuple(raw["must_answer"]),
            options=raw["options"],
            select=None if raw["select"] is None else tuple(raw["select"]),
            ignore=tuple(raw["ignore"]),
        )

    def level(self, rule: Rule, clauses: Iterable[str]) -> Level:
        """The level of a rule that meets ``clauses``: what is off wins, then what is required, then advice."""
        names = (rule.id, *rule.was, *clauses)
        if _any_matches(self.ignore, names):
            return Level.OFF
        if self.select is not None:
            return Level.REQUIRED if _any_matches(self.select, names) else Level.OFF
        if _any_matches(self.off, names):
            return Level.OFF
        if _any_matches(self.requires, names):
            return Level.REQUIRED
        return Level.ADVICE if _any_matches(self.advises, names) else Level.OFF

    def turns_off_all(self, beginning: str) -> bool:
        """Is every rule off whose id begins so? They need not even be imported then."""
        off = self.ignore if self.select is not None else (*self.off, *self.ignore)
        return any(pattern.endswith("*") and fnmatchcase(beginning, pattern) for pattern in off)

    def blocks_until_answered(self, rule: Rule, clauses: Iterable[str]) -> bool:
        return _any_matches(self.must_answer, (rule.id, *rule.was, *clauses))

    def options_of(self, rule: Rule) -> dict[str, Any]:
        """The rule's options with what this ruleset sets; ``ConfigError`` for an unknown or mistyped one."""
        options = dict(rule.options)
        for rule_id in (*rule.was, rule.id):
            for name, value in self.options.get(rule_id, {}).items():
                if name not in options:
                    raise ConfigError(f"{self.name}: the rule {rule.id} has no option “{name}”")
                if not _same_type(value, options[name]):
                    wanted = type(options[name]).__name__
                    raise ConfigError(
                        f"{self.name}: {rule.id}.{name} must be of type {wanted}, not {value!r}"
                    )
                options[name] = value
        return options


def _any_matches(patterns: tuple[str, ...], names: Iterable[str]) -> bool:
    exact, wild = _told_apart(patterns)
    return any(name in exact or any(fnmatchcase(name, pattern) for pattern in wild) for name in names)


@cache
def _told_apart(patterns: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The patterns that are names as they stand, which need no compiling, and those that are not."""
    wild = tuple(pattern for pattern in patterns if not WILD.isdisjoint(pattern))
    return frozenset(patterns).difference(wild), wild


def _same_type(value: Any, default: Any) -> bool:
    if isinstance(default, float):
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return type(value) is type(default)


def names() -> list[str]:
    """The rulesets that come with a11ycheck."""
    return sorted(path.stem for path in _folder().glob("*.toml"))


def load(name_or_file: str) -> Ruleset:
    """Load a ruleset by name, or from a file (anything that ends in .toml). Raises ``ConfigError``."""
    return _load(name_or_file, below=())


def _load(name_or_file: str, below: tuple[str, ...]) -> Ruleset:
    if name_or_file in below:
        raise ConfigError(f"{below[-1]}: extends “{name_or_file}”, which extends it in turn")
    if name_or_file.endswith(".toml"):
        path = Path(name_or_file)
    elif name_or_file in names():
        path = _folder() / f"{name_or_file}.toml"
    else:
        known = ", ".join(names())
        raise ConfigError(
            f"There is no ruleset “{name_or_file}”. There are: {known}; or name a file, my-rules.toml"
        )
    raw = read_toml(path)
    base = Ruleset("", Text("", ""))
    if "extends" in raw:
        base = _load(_text(path, raw, "extends"), (*below, name_or_file))
    _refuse_unknown(path, raw, ("title", "extends", "requires", "advises", "off", "must_answer", "options"))
    return Ruleset(
        name=path.stem,
        title=_title(path, raw),
        requires=(*base.requires, *texts(path, raw, "requires")),
        advises=(*base.advises, *texts(path, raw, "advises")),
        off=(*base.off, *texts(path, raw, "off")),
        must_answer=(*base.must_answer, *texts(path, raw, "must_answer")),
        options=_merged(base.options, _options(path, raw)),
    )


def _folder() -> Path:
    """The rulesets lie in the package once it is installed, and beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "rulesets"
    return installed if installed.is_dir() else package.parent / "rulesets"


def _title(path: Path, raw: Mapping[str, Any]) -> Text:
    title = raw.get("title", path.stem)
    if isinstance(title, str):
        return Text(title, title)
    if not isinstance(title, dict) or set(title) != {"en", "sv"}:
        raise ConfigError(f'{path}: title must be a text, or {{ en = "…", sv = "…" }}')
    return Text(_text(path, title, "en"), _text(path, title, "sv"))


def _options(path: Path, raw: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    options = raw.get("options", {})
    if not isinstance(options, dict) or not all(isinstance(table, dict) for table in options.values()):
        raise ConfigError(f"{path}: options must be tables, as in [options.content-reading-level]")
    return options


def _merged(
    under: Mapping[str, Mapping[str, Any]], over: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    return {key: {**under.get(key, {}), **over.get(key, {})} for key in {**under, **over}}


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer to a question; it holds for the key, so it stops holding when the thing changes."""

    key: str
    yes: bool
    by: str
    on: datetime.date


@dataclass(frozen=True, slots=True)
class Waiver:
    """A fault that is accepted until a day, by someone, for a reason.

    It names a ``rule``, a ``finding`` (the beginning of its key, at least 6 characters) or both, and may be narrowed to
    ``source`` (a pattern over file names).
    """

    reason: str
    by: str
    until: datetime.date
    rule: str = ""
    finding: str = ""
    source: str = "*"

    def covers(self, rule: Rule, key: str, source: str) -> bool:
        """Is this the waiver's fault? Whether it has run out is asked apart, with ``has_run_out``."""
        return (
            self.rule in ("", rule.id, *rule.was)
            and key.startswith(self.finding)
            and (fnmatchcase(source, self.source) or fnmatchcase(Path(source).name, self.source))
        )

    def has_run_out(self, today: datetime.date) -> bool:
        """The last day counts as covered."""
        return today > self.until


def load_answers(path: Path) -> list[Answer]:
    """Read ``[[answer]]`` tables: key, yes, by, on. Raises ``ConfigError``; two answers to one key must agree."""
    answers: dict[str, Answer] = {}
    for place, raw in _tables(path, "answer"):
        _refuse_unknown(place, raw, ("key", "yes", "by", "on"))
        yes = raw.get("yes")
        if not isinstance(yes, bool):
            raise ConfigError(f"{place}: yes must be true or false")
        made = Answer(_text(place, raw, "key"), yes, _text(place, raw, "by"), _day(place, raw, "on"))
        if made.key in answers and answers[made.key].yes != made.yes:
            raise ConfigError(f"{place}: the key {made.key} is answered both yes and no")
        answers[made.key] = made
    return list(answers.values())


def load_waivers(path: Path) -> list[Waiver]:
    """Read ``[[waiver]]`` tables: rule and/or finding, reason, by, until, and source. Raises ``ConfigError``."""
    waivers = []
    for place, raw in _tables(path, "waiver"):
        _refuse_unknown(place, raw, ("rule", "finding", "source", "reason", "by", "until"))
        rule, finding = raw.get("rule", ""), raw.get("finding", "")
        if not rule and not finding:
            raise ConfigError(f"{place}: name a rule, a finding, or both")
        if finding and len(finding) < 6:
            raise ConfigError(f"{place}: finding must be at least 6 characters of the key")
        source = _text(place, raw, "source") if "source" in raw else "*"
        reason, by = _text(place, raw, "reason"), _text(place, raw, "by")
        waivers.append(Waiver(reason, by, _day(place, raw, "until"), rule, finding, source))
    return waivers


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; ``ConfigError`` names the file and, where the syntax is wrong, the line."""
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: the file is not there") from None
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from None


def _tables(path: Path, name: str) -> list[tuple[str, dict[str, Any]]]:
    raw = read_toml(path)
    _refuse_unknown(path, raw, (name,))
    tables = raw.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigError(f"{path}: write each as a table of its own, [[{name}]]")
    return [(f"{path}, {name} {number}", table) for number, table in enumerate(tables, 1)]


def texts(place: Path | str, raw: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The list of texts under ``key``, empty when it is not there; ``ConfigError`` when it is something else."""
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f'{place}: {key} must be a list of texts, as in {key} = ["WCAG 1.4.*"]')
    return tuple(value)


def _text(place: Path | str, raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(f'{place}: {key} must be a text, as in {key} = "…"')
    return value


def _day(place: Path | str, raw: Mapping[str, Any], key: str) -> datetime.date:
    value = raw.get(key)
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise ConfigError(f"{place}: {key} must be a day, as in {key} = 2027-01-31")
    return value


def _refuse_unknown(place: Path | str, raw: Mapping[str, Any], known: Iterable[str]) -> None:
    unknown = sorted(set(raw) - set(known))
    if unknown:
        raise ConfigError(f"{place}: “{unknown[0]}” is not known here; there are: {', '.join(known)}")
