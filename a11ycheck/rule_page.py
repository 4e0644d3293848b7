"""A rule's page, made from the rule: what `a11ycheck explain` prints and what stands in `docs/rules/`."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from a11ycheck.outcome import Text
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
    "kinds": Text("Put to", "Gäller"),
    "options": Text("Options", "Inställningar"),
    "examples": Text("Examples", "Exempel"),
}


def page(rule: Rule, kinds: Iterable[str], clauses: Iterable[str], language: str) -> str:
    """Return the rule's page in Markdown. ``kinds`` and ``clauses`` are those that it is put to and meets."""

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
    lines += ["", f"## {word('meets')}", "", ", ".join(clauses) or word("no-clause"), ""]
    lines += [f"**{word('kinds')}:** {', '.join(kinds)}.", ""]
    if rule.options:
        lines += [f"## {word('options')}", ""]
        lines += [f"- `{name} = {value}`" for name, value in rule.options.items()]
        lines += [""]
    lines += [f"## {word('examples')}", ""]
    lines += [f"- {name}" for name in examples_of(rule)]
    return "\n".join(lines) + "\n"


def examples_of(rule: Rule) -> dict[str, object]:
    """The rule's own examples by name, “failed missing” and so on; a family keeps them by function name."""
    examples = import_module(rule.expects.__module__).examples()
    found: dict[str, object] = examples.get(rule.expects.__name__, examples)
    return found
