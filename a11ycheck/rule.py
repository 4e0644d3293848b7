"""What a rule is, and the decorator that makes one.

A rule has two halves, as in W3C's ACT Rules Format: where it applies (``each``, a method of a model that yields
targets) and what is expected of each target (the decorated function). The engine owns the loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from a11ycheck.outcome import Outcome, Text, Where
from a11ycheck.people import People


class Target(Protocol):
    """Anything a rule can be put to: it knows its place."""

    @property
    def where(self) -> Where: ...


Model = TypeVar("Model")
T = TypeVar("T", bound=Target)
Options = ParamSpec("Options")


@dataclass(frozen=True, slots=True)
class Fix:
    """How to mend a fault: in general, and step by step in the programs where we know the menus.

    ``paste``: words to paste into the document, with “…” where something is to be filled in; a report shows them in the
    language of the document.
    """

    general: Text
    paste: Text | None = None
    word: Text | None = None
    powerpoint: Text | None = None
    libreoffice: Text | None = None
    indesign: Text | None = None
    acrobat: Text | None = None
    web: Text | None = None
    outlook: Text | None = None

    def programs(self) -> dict[str, Text]:
        """The steps that are known, by program, in the order a person would look for them."""
        return {name: steps for name in PROGRAMS if (steps := getattr(self, name)) is not None}


PROGRAMS: Mapping[str, str] = {
    "word": "Word",
    "powerpoint": "PowerPoint",
    "libreoffice": "LibreOffice",
    "indesign": "InDesign",
    "acrobat": "Acrobat",
    "web": "HTML",
    "outlook": "Outlook",
}
"""The programs that a fix can name, by field of ``Fix``, with their names as people write them."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``id`` comes from where it stands: ``rules/content/picture_alt.py`` is ``content-picture-alt``."""

    id: str
    document: type[Any]
    each: Callable[[Any], Iterable[Target]]
    expects: Callable[..., Outcome]
    meets: tuple[str, ...]
    title: Text
    why: Text
    who: tuple[People, ...]
    fix: Fix
    messages: Mapping[str, Text]
    options: Mapping[str, Any]
    was: tuple[str, ...] = ()

    def apply(self, model: Any, options: Mapping[str, Any]) -> Iterator[tuple[Target, Outcome]]:
        """Put the rule to each of its targets in ``model``; no target means that it is inapplicable.

        The target comes along for its place, which costs too much to work out where nothing is wrong.
        """
        for target in self.each(model):
            yield target, self.expects(target, **options)


def rule(
    *,
    document: type[Model],
    each: Callable[[Model], Iterable[T]],
    meets: Iterable[str] = (),
    title: Text,
    why: Text,
    who: Iterable[People],
    fix: Fix,
    messages: Mapping[str, Text],
    was: Iterable[str] = (),
) -> Callable[[Callable[Concatenate[T, Options], Outcome]], Rule]:
    """Make a rule of the function below.

    The function takes one target, and options as keyword-only parameters with defaults; it returns an outcome.

    ``document``: the model the rule reads; ``Content`` means every kind of document that has content.
    ``each``: yields the targets; each target has ``.where``.
    ``meets``: clauses, spelt ``WCAG 1.1.1``, ``PDF/UA-1 7.1-3``, ``ACT c487ae``. The clauses of EN 301 549 follow from
    WCAG's and are added by the engine.
    ``why``: what happens to whom, in one or two sentences. ``who``: the groups, for the report's summary.
    ``was``: ids that the rule had before, which waivers and answers may still name.
    """

    def make(expects: Callable[Concatenate[T, Options], Outcome]) -> Rule:
        return Rule(
            id=id_of(expects.__module__.split(".")[-2], expects.__name__),
            document=document,
            each=each,
            expects=expects,
            meets=tuple(meets),
            title=title,
            why=why,
            who=tuple(who),
            fix=fix,
            messages=dict(messages),
            options=dict(expects.__kwdefaults__ or {}),
            was=tuple(was),
        )

    return make


def id_of(folder: str, function: str) -> str:
    """The id of a rule: ``content`` and ``picture_alt`` are ``content-picture-alt``.

    A family of rules may share a module, so the module's own name is no part of it.
    """
    return f"{folder}-{function}".replace("_", "-")
