"""Each of axe-core's rules is ours or off for a reason, and its results are read whatever a page does to them."""

from __future__ import annotations

import json
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck import Box, Rule, Status
from a11ycheck.documents.page.axe_results import (
    MOST_TARGETS,
    AxeDidNotRunError,
    AxeTarget,
    axe,
    options,
    targets_of,
)
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.documents.page.routing import AXE_OFF, CONTENT_OFF, RECORDING_OFF
from a11ycheck.registry import all_rules

# What axe.getRules() lists in axe-core 4.12.1.
AXE_4_12_1 = """
    accesskeys area-alt aria-allowed-attr aria-allowed-role aria-braille-equivalent aria-command-name
    aria-conditional-attr aria-deprecated-role aria-dialog-name aria-hidden-body aria-hidden-focus
    aria-input-field-name aria-meter-name aria-progressbar-name aria-prohibited-attr aria-required-attr
    aria-required-children aria-required-parent aria-roledescription aria-roles aria-tab-name aria-text
    aria-toggle-field-name aria-tooltip-name aria-treeitem-name aria-valid-attr-value aria-valid-attr audio-caption
    autocomplete-valid avoid-inline-spacing blink button-name bypass color-contrast-enhanced color-contrast
    css-orientation-lock definition-list dlitem document-title duplicate-id-active duplicate-id-aria duplicate-id
    empty-heading empty-table-header focus-order-semantics form-field-multiple-labels frame-focusable-content
    frame-tested frame-title-unique frame-title heading-order hidden-content html-has-lang html-lang-valid
    html-xml-lang-mismatch identical-links-same-purpose image-alt image-redundant-alt input-button-name
    input-image-alt label-content-name-mismatch label-title-only label landmark-banner-is-top-level
    landmark-complementary-is-top-level landmark-contentinfo-is-top-level landmark-main-is-top-level
    landmark-no-duplicate-banner landmark-no-duplicate-contentinfo landmark-no-duplicate-main landmark-one-main
    landmark-unique link-in-text-block link-name list listitem marquee meta-refresh-no-exceptions meta-refresh
    meta-viewport-large meta-viewport nested-interactive no-autoplay-audio object-alt p-as-heading
    page-has-heading-one presentation-role-conflict region role-img-alt scope-attr-valid
    scrollable-region-focusable select-name server-side-image-map skip-link summary-name svg-img-alt tabindex
    table-duplicate-name table-fake-caption target-size td-has-header td-headers-attr th-has-data-cells valid-lang
    video-caption
""".split()

# The ACT rules that axe-core is consistent on, so that its rules own them.
OWNED_BY_AXE = set(
    """
    5f99a7 6a7281 73f2c2 97a4e1 46ca7f 6cfa84 de46e4 307n5z 4e8ab6 e086e5 bf051a 2779a5 a25f45 59796f 23a2a8 24afc2
    78fd32 9e45ec c487ae m6b1q3 b4f0c3 8fc3b6 b33eff 674b10 7d6734 0ssw9k 2t702h 09o5cg afw4f7 ff89c9 5c01ea ffd0e9
    cae760
    """.split()
)
# A rule in the one file of axe-core: its id, then its impact, then one of the fields that only rules have.
A_RULE = re.compile(
    r'\{id:"([a-z-]+)",(?:reviewOnFail:!0,)?impact:"\w+",(?:selector|matches|excludeHidden|reviewOn)'
)


def rules() -> dict[str, Rule]:
    package = import_module("a11ycheck.rules.axe")
    modules = [
        import_module(f"{package.__name__}.{module.name}") for module in iter_modules(package.__path__)
    ]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    return {rule.id.removeprefix("axe-"): rule for rule in found}


RULES = rules()
OFF = (AXE_OFF, CONTENT_OFF, RECORDING_OFF)


def test_each_rule_of_axe_is_ours_or_off() -> None:
    assert sorted([*RULES, *AXE_OFF]) == sorted(AXE_4_12_1)


def test_no_rule_of_the_installed_axe_is_undecided() -> None:
    found = find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        pytest.skip("axe-playwright-python is not installed")
    source = Path(found.origin).with_name("axe.min.js").read_text("utf-8")
    installed = set(A_RULE.findall(source))
    assert len(installed) > 90, "the rules are no longer written so in its file"
    assert installed <= {*RULES, *AXE_OFF}
    assert set(RULES) <= installed, "axe-core has dropped or renamed a rule"


def test_a_rule_is_off_for_a_reason() -> None:
    assert all(reason.strip() for reasons in OFF for reason in reasons.values())


def test_what_is_off_on_pages_exists() -> None:
    known = all_rules()
    for name in (*CONTENT_OFF, *RECORDING_OFF):
        assert name in known


def test_rules_of_axe_own_the_act_rules_that_axe_is_consistent_on() -> None:
    named = {
        clause.removeprefix("ACT ")
        for rule in RULES.values()
        for clause in rule.meets
        if clause.startswith("ACT ")
    }
    assert named == OWNED_BY_AXE


def test_each_rule_is_put_to_the_results_of_the_rule_it_is_named_after() -> None:
    for name, rule in RULES.items():
        assert list(rule.each(Page.of(axe={name: (AxeTarget(status="passed"),)}))), name
        with pytest.raises(AxeDidNotRunError):
            list(rule.each(Page.of(axe={})))


def test_a_rule_that_crashed_in_axe_is_no_pass() -> None:
    crashed = AxeTarget(status="incomplete", checks=("error-occurred",))
    heard = axe("label")(Page.of(axe={"label": (crashed, AxeTarget(checks=("explicit-label",)))}))
    assert next(heard).status == "failed"
    with pytest.raises(AxeDidNotRunError, match="crashed"):
        next(heard)


def test_a_contrast_is_rounded_so_that_it_never_seems_enough() -> None:
    data: dict[str, str | float] = {
        "contrastRatio": 4.48,
        "expectedContrastRatio": "4.5:1",
        "fontSize": "12.0pt (15.9999px)",
    }
    page = Page.of(axe={"color-contrast": (AxeTarget(data=data),)})
    rule = RULES["color-contrast"]
    [(_, outcome)] = rule.apply(page, {})
    assert "4,4:1" in rule.messages["low"].say("sv", outcome.data)
    assert (outcome.data["needed"], outcome.data["size"]) == (4.5, 16)


def viewport(content: str) -> Page:
    element = Element("meta", {"name": "Viewport", "content": content})
    return Page.of(element, axe={"meta-viewport": (AxeTarget(status="passed"),)})


@pytest.mark.parametrize(
    "content", ["maximum-scale=stor", "width=device-width; MAXIMUM-SCALE = no", "user-scalable=nej"]
)
def test_a_word_that_no_browser_knows_locks_the_page(content: str) -> None:
    assert failures("meta-viewport", viewport(content)) == ["locked"]


@pytest.mark.parametrize(
    "content",
    ["", "width=device-width", "maximum-scale=2.0", "maximum-scale=device-width", "maximum-scale", "maximum-scale=yes",
     "user-scalable=yes", "user-scalable=1", "maximum-scale=1"],
)  # fmt: skip
def test_what_axe_has_judged_is_left_to_it(content: str) -> None:
    assert failures("meta-viewport", viewport(content)) == []


def failures(name: str, page: Page) -> list[str]:
    return [outcome.message for _, outcome in RULES[name].apply(page, {}) if outcome.status == Status.FAILED]


NODE = {
    "status": "failed",
    "html": '<img src="karta.png"\n alt=" ">',
    "tag": "img",
    "said": "Karta",
    "words": "",
    "path": "iframe > #karta",
    "checks": [
        {"id": "alt-space-value", "data": ["a", "b"]},
        {"id": "has-alt", "data": {"messageKey": "noAttr", "ratio": 4.5, "nested": {"x": 1}, "none": None}},
    ],
    "box": [1, 2, 3.5, 4],
}  # fmt: skip


def test_results_are_read_as_the_script_writes_them() -> None:
    [target] = targets_of({"rules": {"image-alt": [NODE], "label": []}})["image-alt"]
    assert target.where.steps == (("element", "<img> Karta"),)
    assert target.where.box == Box(1, 1.0, 2.0, 3.5, 4.0)
    assert target.snippet == '<img src="karta.png" alt=" ">'
    assert target.checks == ("alt-space-value", "has-alt")
    assert dict(target.data) == {"values": "a, b", "messageKey": "noAttr", "ratio": 4.5}
    assert (target.selector, target.words, target.status) == ("iframe > #karta", "", "failed")


def test_an_element_out_of_reach_is_named_after_its_html() -> None:
    raw = {**NODE, "tag": "", "said": "", "words": None, "box": None}
    [target] = targets_of({"rules": {"image-alt": [raw]}})["image-alt"]
    assert target.where.steps == (("element", "<img>"),)
    assert (target.words, target.where.box) == (None, None)


def test_the_same_element_has_the_same_anchor_wherever_it_stands() -> None:
    moved = {**NODE, "path": "#elsewhere", "box": [9, 9, 10, 10]}
    first, second = targets_of({"rules": {"image-alt": [NODE, moved]}})["image-alt"]
    assert first.where.anchor == second.where.anchor


def test_a_rule_that_applied_to_nothing_has_run() -> None:
    assert targets_of({"rules": {"label": []}}) == {"label": ()}


def test_what_a_page_blows_up_is_bounded() -> None:
    long = "x" * 100_000
    checks = [{"id": f"{long}{number}", "data": {str(n): long for n in range(500)}} for number in range(500)]
    huge = {**NODE, "html": long, "said": long, "words": long, "path": long, "checks": checks}
    targets = targets_of({"rules": {"image-alt": [huge] * 3 + [NODE] * 2 * MOST_TARGETS}})["image-alt"]
    assert len(targets) == MOST_TARGETS
    assert len(repr(targets[0])) < 10_000


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@given(node=st.fixed_dictionaries({}, optional=dict.fromkeys(NODE, JSON)))
def test_any_json_is_read_as_targets(node: dict[str, object]) -> None:
    [target] = targets_of({"rules": {"image-alt": [node]}})["image-alt"]
    assert target.status in ("passed", "failed", "incomplete")
    json.dumps([dict(target.data), target.where.steps, target.checks], allow_nan=False)


@given(raw=JSON)
def test_any_json_is_read(raw: object) -> None:
    assert all(
        isinstance(target, AxeTarget) for found in targets_of({"rules": raw}).values() for target in found
    )
    assert all(isinstance(name, str) for name in targets_of(raw))


def test_the_script_is_asked_for_no_more_than_is_read() -> None:
    asked = options(["label", "list"])
    assert (asked["rules"], asked["most"]) == (["label", "list"], MOST_TARGETS)
