"""A rule's page, made from the rule: what `a11ycheck explain` prints and what stands in `docs/rules/`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from a11ycheck.option_words import OPTION_WORDS
from a11ycheck.outcome import Text
from a11ycheck.registry import kind
from a11ycheck.rule import PROGRAMS, Rule

WORDS = {
    "why": Text("Why it matters", "Varför det spelar roll"),
    "who": Text("Who is shut out", "Vem som stängs ute"),
    "says": Text("What it says", "Så säger regeln"),
    "fix": Text("How to mend it", "Så rättar du"),
    "paste": Text("To paste and fill in", "Att klistra in och fylla i"),
    "meets": Text("Clauses", "Kravpunkter"),
    "no-clause": Text(
        "No clause demands it; it is good practice.", "Ingen kravpunkt kräver det; det är god sed."
    ),
    "act": Text("W3C's rules for testing (ACT)", "W3C:s regler för prövning (ACT)"),
    "kinds": Text("Put to", "Gäller"),
    "options": Text("Options", "Inställningar"),
    "examples": Text("Examples", "Exempel"),
    "failed": Text("This fails", "Det här är fel"),
    "cannot-tell": Text("Here a person is asked", "Här får en människa frågan"),
    "passed": Text("This passes", "Det här är godkänt"),
    "inapplicable": Text("This is no matter for the rule", "Det här gäller regeln inte"),
    "holds": Text(
        "Nothing is found where this holds: {title}.", "Inget hittas där det här stämmer: {title}."
    ),
}

ACT = "ACT "
_TO_FILL_IN = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a rule: what comes of it, “failed” and so on; what is ``said`` of it; and the document itself with
    the name of its language, “html”, where it can be shown as text."""

    outcome: str
    said: Text
    shown: str = ""
    syntax: str = ""


def page(
    rule: Rule,
    kinds: Iterable[str],
    clauses: Iterable[str],
    language: str,
    examples: Iterable[Example] = (),
) -> str:
    """Return the rule's page in Markdown. ``kinds`` and ``clauses`` are those that it is put to and meets. Without
    ``examples``, those of the rule itself are told in words."""

    def word(name: str) -> str:
        return WORDS[name].say(language)

    lines = [f"# {rule.title.say(language)}", "", f"`{rule.id}`", ""]
    lines += [f"## {word('why')}", "", rule.why.say(language), ""]
    who = ", ".join(group.value.say(language) for group in rule.who)
    lines += [f"**{word('who')}:** {who}.", ""]
    lines += [f"## {word('says')}", ""]
    lines += [f"- {text.say(language)}" for text in rule.messages.values()]
    lines += ["", f"## {word('fix')}", "", rule.fix.general.say(language), ""]
    if rule.fix.paste:
        lines += [f"{word('paste')}:", "", f"> {rule.fix.paste.say(language)}", ""]
    lines += [f"- **{PROGRAMS[name]}:** {steps.say(language)}" for name, steps in rule.fix.programs().items()]
    lines += ["", f"## {word('meets')}", "", _clauses(clauses, language), ""]
    put_to = ", ".join(kind(name).title.say(language) for name in kinds)
    lines += [f"**{word('kinds')}:** {put_to}.", ""]
    if rule.options:
        lines += [f"## {word('options')}", ""]
        lines += [f"- {_option(rule, name, language)}" for name in rule.options]
        lines += [""]
    lines += [f"## {word('examples')}"]
    for example in examples or told(rule):
        lines += ["", f"### {word(example.outcome)}", "", example.said.say(language)]
        if example.shown:
            lines += ["", f"```{example.syntax}", example.shown, "```"]
    return "\n".join(lines) + "\n"


def _clauses(clauses: Iterable[str], language: str) -> str:
    """The clauses in a row; W3C's rules for testing come last, since their short name is known to few."""
    known = list(clauses)
    said = ", ".join(clause for clause in known if not clause.startswith(ACT))
    act = ", ".join(clause.removeprefix(ACT) for clause in known if clause.startswith(ACT))
    if act:
        said = f"{said}. " if said else ""
        return f"{said}{WORDS['act'].say(language)}: {act}."
    return said or WORDS["no-clause"].say(language)


def _option(rule: Rule, name: str, language: str) -> str:
    """An option with its default, and what it means; a plugin's may be without that."""
    meaning = OPTION_WORDS.get(f"{rule.id}.{name}")
    return f"`{name} = {rule.options[name]}`" + (f": {meaning.say(language)}" if meaning else "")


def told(rule: Rule) -> tuple[Example, Example]:
    """One of the rule's own examples that is wrong, or at least asked about, and one that is right, in words."""
    named = examples_of(rule)
    wrong, right = of_two(named, "failed", "cannot-tell"), of_two(named, "passed", "inapplicable")
    message = message_named(wrong)
    outcomes = (outcome for _, outcome in rule.apply(named[wrong], rule.options))
    data = next(outcome.data for outcome in outcomes if outcome.message == message)
    text = rule.messages[message]
    return (
        Example(outcome_named(wrong), Text(text.say("en", data), text.say("sv", data))),
        Example(outcome_named(right), all_is_well(rule)),
    )


def all_is_well(rule: Rule) -> Text:
    holds = WORDS["holds"]
    return Text(holds.say("en", {"title": rule.title.en}), holds.say("sv", {"title": rule.title.sv}))


def without_values(text: Text) -> Text:
    """A message with “…” for what it would be filled in with."""
    return Text(_TO_FILL_IN.sub("…", text.en), _TO_FILL_IN.sub("…", text.sv))


def of_two(names: Iterable[str], better: str, other: str) -> str:
    """The first name with the better outcome, else with the other; ``StopIteration`` when there is neither."""
    known = list(names)
    return next(name for outcome in (better, other) for name in known if outcome_named(name) == outcome)


def outcome_named(name: str) -> str:
    """What an example's name says is to come of it: “failed” of “failed missing, only spaces”."""
    return name.partition(",")[0].split()[0]


def message_named(name: str) -> str:
    """Which message it is to come with: “missing” of “failed missing, only spaces”; a pass has none."""
    return name.partition(",")[0].partition(" ")[2]


def examples_of(rule: Rule) -> dict[str, Any]:
    """The rule's own examples by name, “failed missing” and so on; a family keeps them by function name."""
    examples = import_module(rule.expects.__module__).examples()
    found: dict[str, Any] = examples.get(rule.expects.__name__, examples)
    return found
