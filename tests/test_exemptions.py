"""Exemptions in law: what a ruleset may say, for how long it holds, what it reaches, and that it hides nothing."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from a11ycheck import Fix, Outcome, People, Rule, Text, Where, ask, cannot_tell, failed, passed, ruleset
from a11ycheck.check import check
from a11ycheck.decisions import Decisions, Waiver
from a11ycheck.executors import Here
from a11ycheck.exemptions import BEFORE, COUNTRIES, GROUNDS, LIVE, THIRD_PARTY, Exemption, notes
from a11ycheck.job import Finding
from a11ycheck.ruleset import Level, Ruleset
from a11ycheck.standards import CRITERIA, with_en_301_549
from a11ycheck.toml_file import ConfigError
from a11ycheck.trouble import Trouble
from a11ycheck.verdict import Judgement, Verdict, decide, judge
from places import ROOT

SAID = Text("Said.", "Sagt.")
RULE = Rule(
    id="recording-captions-present",
    document=object,
    each=lambda model: (),
    expects=lambda target: passed(),
    meets=("WCAG 1.2.2",),
    title=SAID,
    why=SAID,
    who=(People.DEAF,),
    fix=Fix(SAID),
    messages={"missing": SAID},
    options={},
)
TODAY = datetime.date(2026, 11, 22)
SENT = datetime.date(2026, 11, 1)
OLD = Exemption("2019-*", BEFORE, "SE", datetime.date(2019, 5, 14))
WCAG = Ruleset("w", SAID, requires=("WCAG *", "EN 301 549 *"), must_answer=("*",))
QUESTION = ask("says-it", yes=passed(), no=failed("missing"))


def write(folder: Path, text: str) -> str:
    path = folder / "mine.toml"
    path.write_text(text, "utf-8")
    return str(path)


def table(**changes: str) -> str:
    given = {"source": '"2019-*"', "ground": f'"{BEFORE}"', "country": '"SE"', "published": "2019-05-14"}
    lines = [f"{key} = {value}" for key, value in {**given, **changes}.items() if value]
    return "\n".join(["[[exemption]]", *lines, ""])


def judged(
    *exemptions: Exemption,
    outcome: Outcome | None = None,
    source: str = "arkiv/2019-05.mp4",
    kind: str = "recording",
    clauses: tuple[str, ...] = ("WCAG 1.2.2", "EN 301 549 10.1.2.2"),
    rules: Ruleset = WCAG,
    decisions: Decisions | None = None,
) -> Judgement:
    finding = Finding(RULE.id, Where(anchor="a"), outcome or failed("missing"))
    decided = decisions or Decisions(today=TODAY)
    return judge(finding, source, RULE, clauses, replace(rules, exemptions=exemptions), decided, kind)


def test_exemptions_are_read(tmp_path: Path) -> None:
    third = table(ground=f'"{THIRD_PARTY}"', country='"FI"', published="")
    assert ruleset.load(write(tmp_path, table() + third)).exemptions == (
        OLD,
        Exemption("2019-*", THIRD_PARTY, "FI"),
    )


def test_the_example_in_the_documentation_is_read(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "exemptions.md").read_text("utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    assert ruleset.load(write(tmp_path, example)).exemptions == (replace(OLD, source="archive/2019-*"),)


def test_the_documentation_has_each_ground_and_country() -> None:
    text = (ROOT / "docs" / "exemptions.md").read_text("utf-8")
    for ground, country in GROUNDS:
        assert f"| `{ground}` | SE |" in text
        assert f"`{country}`" in text


def test_a_ruleset_has_the_exemptions_of_the_one_it_extends(tmp_path: Path) -> None:
    base = write(tmp_path, table())
    mine = tmp_path / "more.toml"
    mine.write_text(f'extends = "{base}"\n' + table(source='"talk.mp4"'), "utf-8")
    assert [each.source for each in ruleset.load(str(mine)).exemptions] == ["2019-*", "talk.mp4"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"source": ""}, "source must be a text"),
        ({"source": '" "'}, "source must be a text"),
        ({"ground": '"old"'}, "there is no ground “old” in “SE”"),
        ({"ground": ""}, "ground must be a text"),
        ({"country": '"DE"'}, "in “DE”; there are: live in SE"),
        (
            {"country": '"DE"'},
            "live in SE, published-before-2020-09-23 in SE, third-party in SE, live in FI, ",
        ),
        ({"country": ""}, "country must be a text"),
        ({"country": '"se"'}, "in “se”"),
        ({"published": ""}, "published must be a day"),
        ({"published": '"2019-05-14"'}, "published must be a day"),
        ({"published": "2019-05-14T10:00:00"}, "published must be a day"),
        ({"published": "2020-09-23"}, "published on 2020-09-23, which is not before 2020-09-23"),
        ({"published": "2024-01-01"}, "so it is not exempt"),
        ({"ground": f'"{LIVE}"', "published": ""}, "published must be a day"),
        ({"ground": f'"{THIRD_PARTY}"'}, "“published” is not known here"),
        ({"until": "2027-01-01"}, "“until” is not known here"),
        ({"ground": f'"{LIVE}"', "source": '"arkiv/*.MP4"'}, "left up is not exempt"),
        ({"ground": f'"{LIVE}"', "source": '"talk.sv.vtt"'}, "left up is not exempt"),
    ],
)
def test_a_bad_exemption_is_refused_with_its_place(
    tmp_path: Path, changes: dict[str, str], said: str
) -> None:
    with pytest.raises(ConfigError, match=f"mine.toml, exemption 2: .*{said}"):
        ruleset.load(write(tmp_path, table() + table(**changes)))


def test_exemptions_that_are_no_tables_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"\[\[exemption\]\]"):
        ruleset.load(write(tmp_path, 'exemption = "2019-*"'))


def test_each_ground_is_one_in_each_country() -> None:
    assert set(GROUNDS) == set(product((LIVE, BEFORE, THIRD_PARTY), COUNTRIES))


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_day_before_the_limit_is_exempt_and_the_limit_is_not(tmp_path: Path, country: str) -> None:
    in_time = table(published="2020-09-22", country=f'"{country}"')
    (exemption,) = ruleset.load(write(tmp_path, in_time)).exemptions
    assert exemption.holds_for("2019-05.mp4", "recording", TODAY)
    with pytest.raises(ConfigError, match="which is not before 2020-09-23"):
        ruleset.load(write(tmp_path, table(published="2020-09-23", country=f'"{country}"')))


def test_a_recording_may_be_named_as_live_where_the_law_gives_it_days(tmp_path: Path) -> None:
    finnish = table(ground=f'"{LIVE}"', country='"FI"', source='"talk.mp4"', published="2026-11-01")
    (exemption,) = ruleset.load(write(tmp_path, finnish)).exemptions
    assert exemption.published == SENT


def test_exemptions_stay_outside_the_fence() -> None:
    exempting = replace(WCAG, exemptions=(OLD,))
    assert Ruleset.from_json(json.loads(json.dumps(exempting.to_json()))) == WCAG


@pytest.mark.parametrize(
    ("country", "kind", "days", "holds"),
    [
        ("SE", "page", -3, True),
        ("SE", "page", 0, True),
        ("SE", "page", 1, False),
        ("SE", "recording", 0, False),
        ("SE", "captions", 0, False),
        ("SE", "recording", 10, False),
        ("FI", "page", 0, True),
        ("FI", "recording", 0, True),
        ("FI", "recording", 14, True),
        ("FI", "captions", 14, True),
        ("FI", "recording", 15, False),
        ("FI", "page", 15, False),
    ],
)
def test_live_ends_and_what_is_left_up_is_not_live(country: str, kind: str, days: int, holds: bool) -> None:
    exemption = Exemption("*", LIVE, country, SENT)
    today = SENT + datetime.timedelta(days)
    assert exemption.holds_for("talk", kind, today) is holds
    finding = judged(exemption, kind=kind, decisions=Decisions(today=today))
    assert decide([finding], 1, None) is (Verdict.PASS if holds else Verdict.FAIL)


def test_the_last_day_of_all_is_a_day_like_others() -> None:
    last = Exemption("*", LIVE, "FI", datetime.date.max)
    assert last.holds_for("talk", "recording", TODAY)
    assert not Exemption("*", LIVE, "FI", datetime.date.min).holds_for("talk", "recording", datetime.date.max)


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("arkiv/2019-05.mp4", True),
        ("2019-05.mp4", True),
        ("https://example.org/2019-05.mp4", True),
        ("arkiv/2020-05.mp4", False),
        ("2019/talk.mp4", False),
    ],
)
def test_the_pattern_names_documents_as_in_waivers(source: str, named: bool) -> None:
    assert (judged(OLD, source=source).exemption is OLD) is named


def test_a_failure_becomes_advice_and_is_kept_with_its_reason() -> None:
    judgement = judged(OLD)
    assert judgement.level is Level.ADVICE
    assert judgement.is_advice
    assert not judgement.must_be_mended
    assert judgement.outcome == failed("missing")
    assert judgement.exemption is OLD
    assert judged().must_be_mended


def test_a_question_stays_open_and_no_longer_blocks() -> None:
    judgement = judged(OLD, outcome=QUESTION)
    assert judgement.is_open_question
    assert not judgement.blocks
    assert judged(outcome=QUESTION).blocks


def test_what_could_not_be_told_no_longer_blocks() -> None:
    untold = cannot_tell("rule-broke", error="x")
    assert decide([judged(OLD, outcome=untold)], 1, None) is Verdict.PASS
    assert decide([judged(outcome=untold)], 1, None) is Verdict.UNDECIDED


def test_a_document_that_could_not_be_checked_stays_undecided() -> None:
    assert decide([judged(OLD)], 1, Trouble("broken")) is Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("requires", "clauses", "level"),
    [
        (("WCAG *",), ("WCAG 1.2.2",), Level.ADVICE),
        (("EN 301 549 *",), ("WCAG 1.2.2", "EN 301 549 9.1.2.2"), Level.ADVICE),
        (("WCAG *",), ("WCAG 1.2.2", "WCAG 3.1.1"), Level.REQUIRED),
        (("WCAG 1.2.*",), ("WCAG 1.2.2", "WCAG 3.1.1"), Level.ADVICE),
        (("WCAG *",), ("WCAG 3.1.1",), Level.REQUIRED),
        (("WCAG *",), ("WCAG 1.4.2",), Level.REQUIRED),
        (("WCAG *",), ("WCAG 2.3.1", "EN 301 549 10.2.3.1"), Level.REQUIRED),
        (("WCAG *", "ACT *"), ("WCAG 1.2.2", "ACT eac66b"), Level.REQUIRED),
        (("WCAG *",), ("WCAG 1.2.2", "ACT eac66b"), Level.ADVICE),
        (("recording-*",), ("WCAG 1.2.2",), Level.REQUIRED),
        ((), ("WCAG 1.2.2",), Level.OFF),
    ],
)
def test_only_what_it_reaches_is_lowered(
    requires: tuple[str, ...], clauses: tuple[str, ...], level: Level
) -> None:
    judgement = judged(OLD, clauses=clauses, rules=Ruleset("x", SAID, requires=requires))
    assert judgement.level is level
    assert (judgement.exemption is OLD) is (level is Level.ADVICE)


def test_clauses_may_come_one_by_one() -> None:
    exempting = replace(WCAG, exemptions=(OLD,))
    for clauses, exemption in ((["WCAG 1.2.2"], OLD), (["WCAG 1.2.2", "WCAG 3.1.1"], None)):
        assert exempting.exemption_for(RULE, iter(clauses), "2019-05.mp4", "recording", TODAY) is exemption


def test_it_reaches_each_criterion_on_time_based_media_and_no_other() -> None:
    for number in CRITERIA:
        for chapter in (9, 10):
            for clause in with_en_301_549([f"WCAG {number}"], chapter):
                assert OLD.reaches(clause) is number.startswith("1.2.")


def test_what_is_advice_or_off_anyway_is_not_said_to_be_exempt() -> None:
    assert judged(OLD, rules=Ruleset("a", SAID, advises=("*",))).exemption is None
    assert judged(OLD, rules=Ruleset("o", SAID, requires=("*",), off=("*",))).level is Level.OFF


def test_the_first_that_holds_is_taken() -> None:
    run_out = Exemption("2019-*", LIVE, "SE", SENT)
    assert judged(run_out, OLD).exemption is OLD


def test_a_waiver_holds_beside_it() -> None:
    waiver = Waiver("r", "Ada", TODAY, rule=RULE.id)
    judgement = judged(OLD, decisions=Decisions(waivers=[waiver], today=TODAY))
    assert (judgement.waiver, judgement.exemption) == (waiver, OLD)
    assert not judgement.is_advice


@pytest.mark.parametrize(("ground", "country"), GROUNDS)
@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_reason_names_the_day_the_country_and_the_source(
    ground: str, country: str, language: str
) -> None:
    day = datetime.date(2019, 5, 14) if GROUNDS[ground, country].needs_day else None
    said = Exemption("*", ground, country, day).say(language)
    assert ("2019-05-14" in said) is (day is not None)
    assert {"SE": ("Sweden", "Sverige"), "FI": ("Finland", "Finland")}[country][language == "sv"] in said
    assert {"SE": "2018:1937", "FI": "306/2019"}[country] in said
    # Directive (EU) 2016/2102, article 1(4): b is what is older, c what is live, e what is another party's.
    point = {LIVE: "c", BEFORE: "b", THIRD_PARTY: "e"}[ground]
    article = f"direktiv (EU) 2016/2102, artikel 1.4 {point}."
    assert said.endswith(article if language == "sv" else f"Directive (EU) 2016/2102, article 1(4)({point}).")
    assert "{" not in said


def test_an_exemption_that_does_not_hold_is_said() -> None:
    documents = [("live", "page"), ("talk.mp4", "recording"), ("2019-05.mp4", "recording")]
    refused, run_out = Exemption("talk*", LIVE, "SE", TODAY), Exemption("live", LIVE, "FI", SENT)
    page, waiting = Exemption("live", LIVE, "SE", TODAY), Exemption("talk*", LIVE, "FI", TODAY)
    assert notes([OLD, page, waiting], documents, TODAY) == []
    said = [note.en for note in notes([refused, run_out], documents, TODAY)]
    assert ["talk*" in said[0], "does not hold for recordings" in said[0]] == [True, True]
    assert ["live" in said[1], "has run out" in said[1]] == [True, True]


WEBVTT = "WEBVTT\n\n00:00:01.000 --> 00:00:01.000\nVälkomna till årsmötet, alla som är här i kväll!\n"


@pytest.mark.parametrize(
    ("changes", "verdict", "noted"),
    [
        ({}, Verdict.PASS, False),
        ({"source": '"2020-*"'}, Verdict.FAIL, False),
        ({"ground": f'"{LIVE}"', "country": '"FI"', "published": "2026-11-08"}, Verdict.PASS, False),
        ({"ground": f'"{LIVE}"', "country": '"FI"', "published": "2026-11-07"}, Verdict.FAIL, True),
        ({"ground": f'"{LIVE}"', "published": "2026-11-22"}, Verdict.FAIL, True),
    ],
)
def test_a_whole_run(tmp_path: Path, changes: dict[str, str], verdict: Verdict, noted: bool) -> None:
    captions = tmp_path / "2019-05-14.sv.vtt"
    captions.write_text(WEBVTT, "utf-8")
    mine = 'requires = ["WCAG 1.2.2"]\n' + table(**changes)
    report = check(
        [str(captions)],
        ruleset.load(write(tmp_path, mine)),
        decisions=Decisions(today=TODAY),
        executor=Here(),
    )
    (document,) = report.documents
    assert report.verdict is verdict
    assert any(judgement.outcome.message for judgement in document.judgements)
    assert bool(report.notes) is noted
