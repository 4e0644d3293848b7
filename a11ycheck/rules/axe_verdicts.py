"""What the rules that take over axe-core's verdicts share; no rules themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.page.axe_results import AxeTarget, axe, certain
from a11ycheck.documents.page.model import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


IN_THE_CODE = Text(
    "Ask whoever builds the site to mend it; it stands in the code and not in the text.",
    "Be den som bygger webbplatsen att rätta det; det ligger i koden och inte i texten.",
)
IN_THE_TEMPLATE = Text(
    "Ask whoever builds the site to mend it in the page template.",
    "Be den som bygger webbplatsen att rätta det i sidmallen.",
)
"""What to do where an editor of texts can do nothing."""


def every(target: AxeTarget) -> bool:
    """Also a place where axe-core could not tell is heard."""
    return True


def about(
    axe_id: str,
    *meets: str,
    title: Text,
    why: Text,
    who: Iterable[People],
    fix: Fix,
    messages: Mapping[str, Text],
    heard: Callable[[AxeTarget], bool] = certain,
    each: Callable[[Page], Iterable[AxeTarget]] | None = None,
) -> Callable[[Callable[[AxeTarget], Outcome]], Rule]:
    """Make a rule of axe-core's rule ``axe_id``.

    ``heard`` picks out the places that count: by default those where axe-core could tell. ``each`` gives them where
    there is more to it.
    """
    return rule(
        document=Page,
        each=each or axe(axe_id, heard),
        meets=meets,
        title=title,
        why=why,
        who=who,
        fix=fix,
        messages=messages,
    )


def judged(target: AxeTarget, message: str, *named: str, **of_checks: str) -> Outcome:
    """Passed as axe-core says, or failed with ``message``, which ``named`` figures fill in.

    ``of_checks`` gives another message for a check that failed, by its id with underscores.
    """
    if target.status == "passed":
        return passed()
    told = next(
        (say for check, say in of_checks.items() if check.replace("_", "-") in target.checks), message
    )
    return failed(told, **{name: target.text(name) for name in named})


def pages(axe_id: str, examples: Mapping[str, AxeTarget]) -> dict[str, Page]:
    """The examples of a rule: a page with each of these targets, one where the rule is met, one where it is not put."""
    return {
        **{key: page_with(axe_id, target) for key, target in examples.items()},
        "passed": page_with(axe_id, AxeTarget(status="passed")),
        "inapplicable": page_with(axe_id),
    }


def page_with(axe_id: str, *targets: AxeTarget) -> Page:
    return Page.of(axe={axe_id: targets})
