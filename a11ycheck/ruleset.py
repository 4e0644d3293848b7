"""What is demanded: rulesets."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from a11ycheck.exemptions import Exemption, exemptions_in
from a11ycheck.outcome import Text
from a11ycheck.rule import Rule
from a11ycheck.toml_file import ConfigError, read_toml, refuse_unknown, text_in, texts

DEFAULT = "accessible-for-everyone"
WILD = frozenset("*?[")
KEYS = ("title", "extends", "requires", "advises", "off", "must_answer", "options", "exemption")
"""What a ruleset may say."""


class Level(StrEnum):
    REQUIRED = "required"
    ADVICE = "advice"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Ruleset:
    """What is required, what is advice and what is off, in patterns over rule ids and clauses ("WCAG 1.4.*").

    A question blocks the verdict only where ``must_answer`` matches its rule. ``options`` set the options of rules.
    ``exemptions`` lower what they reach to advice.
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
    exemptions: tuple[Exemption, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """What the rules are run by: exemptions are for judging what they find, outside the fence."""
        raw = asdict(self)
        del raw["exemptions"]
        return raw

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

    def exemption_for(
        self, rule: Rule, clauses: Iterable[str], source: str, kind: str, today: datetime.date
    ) -> Exemption | None:
        """The exemption that makes advice of what this rule requires of the document ``source``.

        None where nothing is required, and where the rule is also required by something that no exemption reaches.
        """
        clauses = tuple(clauses)
        if not self.exemptions or self.level(rule, clauses) is not Level.REQUIRED:
            return None
        for exemption in self.exemptions:
            beyond = [clause for clause in clauses if not exemption.reaches(clause)]
            if exemption.holds_for(source, kind, today) and self.level(rule, beyond) is not Level.REQUIRED:
                return exemption
        return None

    def options_of(self, rule: Rule) -> dict[str, Any]:
        """The rule's options with what this ruleset sets; ``ConfigError`` for an unknown or mistyped one."""
        options = dict(rule.options)
        for rule_id in (*rule.was, rule.id):
            for name, value in self.options.get(rule_id, {}).items():
                if name not in options:
                    raise ConfigError(
                        f"{self.name}: the rule {rule.id} has no option “{name}”; they are told by: a11ycheck explain "
                        f"{rule.id}",
                        f"{self.name}: regeln {rule.id} har inget val ”{name}”; de står i: a11ycheck explain {rule.id}",
                    )
                if not _same_type(value, options[name]):
                    wanted = type(options[name]).__name__
                    raise ConfigError(
                        f"{self.name}: {rule.id}.{name} must be of type {wanted}, not {value!r}",
                        f"{self.name}: {rule.id}.{name} ska vara av typen {wanted}, inte {value!r}",
                    )
                options[name] = value
        return options


def _any_matches(patterns: tuple[str, ...], names: Iterable[str]) -> bool:
    exact, wild = _told_apart(patterns)
    return any(name in exact or _fits(name, wild) for name in names)


@cache
def _fits(name: str, wild: tuple[str, ...]) -> bool:
    """Does one of the patterns fit? The same few names are asked of for each document and each finding."""
    return any(fnmatchcase(name, pattern) for pattern in wild)


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
        raise ConfigError(
            f"{below[-1]}: extends “{name_or_file}”, which extends it in turn",
            f"{below[-1]}: bygger på ”{name_or_file}”, som i sin tur bygger på den",
        )
    if name_or_file.endswith(".toml"):
        path = Path(name_or_file)
    elif name_or_file in names():
        path = _folder() / f"{name_or_file}.toml"
    else:
        known = ", ".join(names())
        raise ConfigError(
            f"There is no ruleset “{name_or_file}”. There are: {known}; or name a file, my-rules.toml",
            f"Det finns ingen kravlista ”{name_or_file}”. Det finns: {known}; eller ange en fil, mina-krav.toml",
        )
    raw = read_toml(path)
    base = Ruleset("", Text("", ""))
    if "extends" in raw:
        base = _load(text_in(path, raw, "extends"), (*below, name_or_file))
    refuse_unknown(path, raw, KEYS)
    return Ruleset(
        name=path.stem,
        title=_title(path, raw),
        requires=(*base.requires, *texts(path, raw, "requires")),
        advises=(*base.advises, *texts(path, raw, "advises")),
        off=(*base.off, *texts(path, raw, "off")),
        must_answer=(*base.must_answer, *texts(path, raw, "must_answer")),
        options=_merged(base.options, _options(path, raw)),
        exemptions=(*base.exemptions, *exemptions_in(path, raw)),
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
        raise ConfigError(
            f'{path}: title must be a text, or {{ en = "…", sv = "…" }}',
            f'{path}: title ska vara en text, eller {{ en = "…", sv = "…" }}',
        )
    return Text(text_in(path, title, "en"), text_in(path, title, "sv"))


def _options(path: Path, raw: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    options = raw.get("options", {})
    if not isinstance(options, dict) or not all(isinstance(table, dict) for table in options.values()):
        raise ConfigError(
            f"{path}: options must be tables, as in [options.content-reading-level]",
            f"{path}: options ska vara tabeller, som [options.content-reading-level]",
        )
    return options


def _merged(
    under: Mapping[str, Mapping[str, Any]], over: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    return {key: {**under.get(key, {}), **over.get(key, {})} for key in {**under, **over}}
