"""What is installed: kinds of document, rules and reports, ours and others', through the same entry points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from a11ycheck.rule import Rule, id_of

if TYPE_CHECKING:
    from a11ycheck.check import Report
    from a11ycheck.documents.kind import Kind

KINDS, RULES, REPORTS = "a11ycheck.documents", "a11ycheck.rules", "a11ycheck.reports"
FOR_EVERY_KIND = "content"


class ClashError(Exception):
    """Two installed parts claim the same name."""


@cache
def _entries(group: str) -> tuple[EntryPoint, ...]:
    # One distribution can be found twice when it is installed and on the path: the value settles it.
    found = {(entry.name, entry.value): entry for entry in entry_points(group=group)}
    return tuple(found[key] for key in sorted(found))


def _by_name(group: str) -> dict[str, EntryPoint]:
    named: dict[str, EntryPoint] = {}
    for entry in _entries(group):
        if entry.name in named:
            raise ClashError(
                f"“{entry.name}” is registered twice in {group}: {named[entry.name].value}, {entry.value}"
            )
        named[entry.name] = entry
    return named


@cache
def kind(name: str) -> Kind:
    """One kind of document. Importing a kind brings its model, never its parser."""
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
    wanted = {kind_name, FOR_EVERY_KIND} if kind(kind_name).has_content else {kind_name}
    found: dict[str, Rule] = {}
    for entry in _entries(RULES):
        # "pdf.ua-1" is a second package of rules for pdf: names in one file must differ.
        folder = entry.value.rpartition(".")[2]
        if entry.name.partition(".")[0] not in wanted or left_out(id_of(folder, "")):
            continue
        for made in _rules_in(entry.value):
            if made.id in found:
                raise ClashError(f"Two rules are called “{made.id}”; the second is in {entry.value}")
            found[made.id] = made
    return dict(sorted(found.items()))


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


@cache
def _rules_in(package_name: str) -> tuple[Rule, ...]:
    package = import_module(package_name)
    names = [f"{package_name}.{module_info.name}" for module_info in iter_modules(package.__path__)]
    return tuple(
        value
        for name in names
        for value in vars(import_module(name)).values()
        if isinstance(value, Rule) and value.expects.__module__ == name
    )


def report_names() -> list[str]:
    return list(_by_name(REPORTS))


def report_writer(name: str) -> Callable[[Report, str], str]:
    """The function that turns a report into text: ``write(report, language) -> str``."""
    writer: Callable[[Report, str], str] = _by_name(REPORTS)[name].load()
    return writer


def plugins() -> dict[str, str]:
    """The distributions that add parts to this run, ours left out, with their versions."""
    return {
        entry.dist.name: entry.dist.version
        for group in (KINDS, RULES, REPORTS)
        for entry in _entries(group)
        if entry.dist is not None and entry.dist.name != "a11ycheck"
    }
