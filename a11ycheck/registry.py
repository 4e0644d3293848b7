"""What is installed: kinds of document, rules and reports, ours and others', through the same entry points."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from a11ycheck.entry_points import EntryPoint, entry_points
from a11ycheck.rule import Rule, id_of

if TYPE_CHECKING:
    from a11ycheck.check import Report
    from a11ycheck.documents.kind import Kind

KINDS, RULES, REPORTS = "a11ycheck.documents", "a11ycheck.rules", "a11ycheck.reports"
FOR_EVERY_KIND = "content"


class ClashError(Exception):
    """Two installed parts claim the same name."""


@cache
def _entries() -> dict[str, list[EntryPoint]]:
    """What is registered in our groups, sorted by name."""
    # One distribution can be found twice when it is installed and on the path: the value settles it.
    found = sorted(set(entry_points()))
    return {group: [entry for entry in found if entry.group == group] for group in (KINDS, RULES, REPORTS)}


def _by_name(group: str) -> dict[str, EntryPoint]:
    named: dict[str, EntryPoint] = {}
    for entry in _entries()[group]:
        if entry.name in named:
            raise ClashError(
                f"“{entry.name}” is registered twice in {group}: {named[entry.name].value}, {entry.value}"
            )
        named[entry.name] = entry
    return named


@cache
def kind(name: str) -> Kind:
    """One kind of document. Importing a kind brings neither its model nor its parser."""
    loaded: Kind = _by_name(KINDS)[name].load()
    return loaded


def kinds() -> dict[str, Kind]:
    """Every kind of document by name."""
    return {name: kind(name) for name in _by_name(KINDS)}


def rules_for(kind_name: str, left_out: Callable[[str], bool] = lambda beginning: False) -> dict[str, Rule]:
    """The rules for one kind of document by id: its own, and those for all content where it has content.

    ``left_out`` is asked with what all ids of a folder begin with, such as "pdfua1-": a folder that is not wanted need
    not be imported. Raises ``ClashError`` when two rules have one id.
    """
    found: dict[str, Rule] = {}
    answered = kind(kind_name).answers_itself
    for package in _packages_for(kind_name):
        if left_out(id_of(_folder(package), "")):
            continue
        for made in _rules_in(package):
            if made.id in found:
                raise ClashError(f"Two rules are called “{made.id}”; the second is in {package}")
            if made.id not in answered:
                found[made.id] = made
    return dict(sorted(found.items()))


def rule_in(module: str, rule_id: str, kind_name: str) -> Rule:
    """One rule for this kind of document, for which no module but its own is imported.

    Raises ``ValueError`` when there is none in that module, or the module is in no package of rules for the kind.
    """
    if module.rpartition(".")[0] in _packages_for(kind_name):
        with suppress(ModuleNotFoundError):
            for made in _rules_of(module):
                if made.id == rule_id:
                    return made
    raise ValueError(f"there is no rule {rule_id!r} for {kind_name} in {module!r}")


def packages() -> set[str]:
    """The modules that kinds and rules come from, ours and others'."""
    return {entry.value.partition(":")[0].strip() for group in (KINDS, RULES) for entry in _entries()[group]}


def rules_may_clash() -> bool:
    """Do two packages of rules have the same folder name? Ids begin with it, so no others can have one id."""
    packages = {entry.value for entry in _entries()[RULES]}
    return len({_folder(package) for package in packages}) < len(packages)


def all_rules() -> dict[str, Rule]:
    """Every installed rule by id."""
    found: dict[str, Rule] = {}
    for name in kinds():
        found.update(rules_for(name))
    return dict(sorted(found.items()))


def kinds_of_rules() -> dict[str, list[str]]:
    """For each rule id, the kinds of document it is put to."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in kinds():
        for rule_id in rules_for(name):
            found[rule_id].append(name)
    return dict(found)


def _packages_for(kind_name: str) -> Iterator[str]:
    wanted = {kind_name, FOR_EVERY_KIND} if kind(kind_name).has_content else {kind_name}
    for entry in _entries()[RULES]:
        # "pdf.ua-1" is a second package of rules for pdf: names in one file must differ.
        if entry.name.partition(".")[0] in wanted:
            yield entry.value


def _folder(package: str) -> str:
    return package.rpartition(".")[2]


@cache
def _rules_in(package_name: str) -> tuple[Rule, ...]:
    modules = iter_modules(import_module(package_name).__path__)
    return tuple(made for module in modules for made in _rules_of(f"{package_name}.{module.name}"))


@cache
def _rules_of(module: str) -> tuple[Rule, ...]:
    return tuple(
        value
        for value in vars(import_module(module)).values()
        if isinstance(value, Rule) and value.expects.__module__ == module
    )


def report_names() -> list[str]:
    return list(_by_name(REPORTS))


def report_writer(name: str) -> Callable[[Report, str], str | bytes]:
    """The function that writes a report: ``write(report, language) -> str``, or ``bytes`` where it is no text."""
    writer: Callable[[Report, str], str | bytes] = _by_name(REPORTS)[name].load()
    return writer


def shows_places(name: str) -> bool:
    """Does this report show pictures of what was found? One that does has ``SHOWS_PLACES`` in its module."""
    module = sys.modules[report_writer(name).__module__]
    return bool(getattr(module, "SHOWS_PLACES", False))


def plugins() -> dict[str, str]:
    """The distributions that add parts to this run, ours left out, with their versions."""
    from importlib import metadata

    return {
        entry.dist.name: entry.dist.version
        for group in (KINDS, RULES, REPORTS)
        for entry in sorted(metadata.entry_points(group=group), key=lambda entry: entry.name)
        if entry.dist is not None and entry.dist.name != "a11ycheck"
    }
