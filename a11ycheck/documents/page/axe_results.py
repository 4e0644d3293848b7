"""What axe-core found on a page, as plain data: read from the JSON that ``run_axe.js`` returns, which a page may have
tampered with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from a11ycheck.outcome import NO_DATA, Box, Where, anchor, clipped

if TYPE_CHECKING:
    from a11ycheck.documents.page.model import Page

NO_LIMITS: Mapping[str, Sequence[str]] = MappingProxyType({})
MOST_TARGETS = 500
"""Places kept for one rule."""
MOST_RULES = 300
MOST_CHECKS = 20
MOST_FIGURES = 20
LONGEST_SNIPPET = 200
LONGEST_LABEL = 60
LONGEST_FIGURE = 200
LARGEST_NUMBER = 10**12

START_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]{0,40})")
PATH = re.compile(r"[0-9.f]{1,800}")
BROKE = "error-occurred"
"""The check that axe-core reports when a rule of its own has crashed."""

OVER_SOMETHING = frozenset({"bgGradient", "bgImage", "complexTextShadows", "imgNode", "pseudoContent"})
"""Why axe-core could not measure a contrast that a person, and mostly pictures of the page, can tell; its other reasons
are mostly text that is covered for the moment, moved off the screen or a single sign."""

IN_EACH_FRAME = 'axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] })'
"""To be run in each frame once axe-core stands there, so that frames of other origins and of files answer, too."""

Axe = Literal["passed", "failed", "incomplete"]


class AxeDidNotRunError(Exception):
    """A rule of axe-core's was not run on the page, or crashed there, so nothing can be said by it."""


@dataclass(frozen=True, slots=True)
class AxeTarget:
    """One place that a rule of axe-core's was put to.

    ``status`` "passed" stands once for all places that passed. ``snippet`` is the element's HTML, clipped; ``selector``
    leads there, through frames and shadow roots. ``checks`` names axe-core's checks that failed or could not tell, and
    ``data`` their figures, such as "contrastRatio"; a list is one text with commas, and stands under "values" where
    axe-core has no name for it. Of two checks with figures of one name, the first is heard. ``words`` is the text that
    stands in the element itself and in no element within it; None when the element could not be reached. ``label`` is
    what the element says to people: its name or the beginning of all its text. ``path`` is that of the page's element
    (``Page.by_path``), empty when it could not be reached.
    """

    where: Where = Where()
    status: Axe = "failed"
    snippet: str = ""
    checks: tuple[str, ...] = ()
    data: Mapping[str, str | float] = field(default_factory=lambda: NO_DATA)
    selector: str = ""
    words: str | None = None
    label: str = ""
    path: str = ""

    def text(self, name: str) -> str:
        """A figure as text; empty when there is none."""
        value = self.data.get(name, "")
        return value if isinstance(value, str) else f"{value:g}"

    def number(self, name: str) -> float:
        """A figure as a number; 0 when there is none. axe-core writes a ratio of 4.5 as "4.5:1"."""
        value = self.data.get(name, 0.0)
        if isinstance(value, str):
            found = re.match(r"\d{1,6}(?:\.\d{1,6})?", value)
            return float(found[0]) if found else 0.0
        return float(value)


def certain(target: AxeTarget) -> bool:
    """axe-core could tell."""
    return target.status != "incomplete"


def axe(rule_id: str, heard: Callable[[AxeTarget], bool] = certain) -> Callable[[Page], Iterator[AxeTarget]]:
    """The places that axe-core's rule was put to, as far as they are to be ``heard``.

    The function raises ``AxeDidNotRunError`` when the rule did not run on the page or crashed: silence is no pass.
    """

    def targets(page: Page) -> Iterator[AxeTarget]:
        if rule_id not in page.axe:
            raise AxeDidNotRunError(f"axe-core's rule {rule_id} was not run")
        crashed = False
        for target in page.axe[rule_id]:
            if BROKE in target.checks:
                crashed = True
            elif heard(target):
                yield target
        if crashed:
            raise AxeDidNotRunError(f"axe-core's rule {rule_id} crashed")

    return targets


def script() -> str:
    """The function that runs axe-core in the page's own frame; ``options`` says what to call it with."""
    return Path(__file__).with_name("run_axe.js").read_text("utf-8")


def options(rules: Iterable[str], only: Mapping[str, Sequence[str]] = NO_LIMITS) -> dict[str, object]:
    """What the script is called with to run these rules of axe-core's, those in ``only`` just on the elements with
    these paths."""
    return {
        "rules": sorted(rules),
        "most": MOST_TARGETS,
        "longest": LONGEST_SNIPPET * 4,
        "only": {rule: list(paths) for rule, paths in only.items()},
    }


def targets_of(raw: object) -> dict[str, tuple[AxeTarget, ...]]:
    """Read what the script returned: the targets of each rule that ran, none where it applied to nothing.

    Whatever has another form than the script gives it is left out.
    """
    rules = _mapping(_mapping(raw).get("rules"))
    return {
        name: tuple(_target(_mapping(each)) for each in _sequence(found)[:MOST_TARGETS])
        for name, found in list(rules.items())[:MOST_RULES]
        if isinstance(name, str)
    }


def _target(raw: Mapping[object, object]) -> AxeTarget:
    status = raw.get("status")
    if status == "passed":
        return AxeTarget(status="passed")
    html = _text(raw.get("html"), LONGEST_SNIPPET)
    checks = [_mapping(check) for check in _sequence(raw.get("checks"))[:MOST_CHECKS]]
    return AxeTarget(
        where=_where(raw, html),
        status="incomplete" if status == "incomplete" else "failed",
        snippet=html,
        checks=tuple(name for check in checks if (name := _text(check.get("id"), LONGEST_LABEL))),
        data=_figures(check.get("data") for check in checks),
        selector=_text(raw.get("path"), LONGEST_SNIPPET),
        words=_text(raw.get("words"), LONGEST_SNIPPET) if isinstance(raw.get("words"), str) else None,
        label=_text(raw.get("said"), LONGEST_LABEL),
        path=_path(raw.get("way")),
    )


def _path(value: object) -> str:
    return value if isinstance(value, str) and PATH.fullmatch(value) else ""


def _where(raw: Mapping[object, object], html: str) -> Where:
    found = START_TAG.match(html)
    tag = _text(raw.get("tag"), LONGEST_LABEL) or (found[1].lower() if found else "")
    named = f"<{tag}> {_text(raw.get('said'), LONGEST_LABEL)}".strip()
    return Where((("element", named),), anchor(html), _box(raw.get("box")))


def _box(raw: object) -> Box | None:
    edges = [edge for each in _sequence(raw)[:4] if (edge := _number(each)) is not None]
    return Box(1, *edges) if len(edges) == 4 else None


def _figures(of_checks: Iterable[object]) -> Mapping[str, str | float]:
    figures: dict[str, str | float] = {}
    for data in of_checks:
        named = data if isinstance(data, Mapping) else {"values": data}
        for name, value in list(named.items())[:MOST_FIGURES]:
            figure = _figure(value)
            if isinstance(name, str) and figure is not None:
                figures.setdefault(clipped(name, LONGEST_LABEL), figure)
    return figures


def _figure(value: object) -> str | float | None:
    if isinstance(value, (bool, int, float)):
        return _number(value)
    if isinstance(value, str):
        return clipped(value, LONGEST_FIGURE)
    said = [each for each in _sequence(value)[:MOST_FIGURES] if isinstance(each, str)]
    return (
        clipped(", ".join(clipped(each, LONGEST_FIGURE) for each in said), LONGEST_FIGURE) if said else None
    )


def _number(value: object) -> float | None:
    """A number, as far as it can be the place or size of anything: neither infinite nor NaN."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if -LARGEST_NUMBER < value < LARGEST_NUMBER else None


def _mapping(value: object) -> Mapping[object, object]:
    return value if isinstance(value, Mapping) else {}


def _sequence(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _text(value: object, longest: int) -> str:
    return clipped(value, longest) if isinstance(value, str) else ""
