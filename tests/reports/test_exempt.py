"""What is exempt in law is in every report, as advice, with its reason beside it."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace
from types import ModuleType

import pytest
from reports.sample import RULESET, document, made, on_page, report
from reports.test_json import read

from a11ycheck import Text, ask, failed, passed
from a11ycheck.check import DocumentReport
from a11ycheck.decisions import Answer, Decisions, Waiver
from a11ycheck.exemptions import BEFORE, THIRD_PARTY, Exemption
from a11ycheck.job import Finding
from a11ycheck.reports import csv, earl, github, html, junit, markdown, sarif, text
from a11ycheck.reports.summary import Summary
from a11ycheck.verdict import Verdict

CAPTIONS = made(
    "test-captions",
    {
        "missing": Text("The recording has no captions.", "Inspelningen har inga undertexter."),
        "asked": Text("Is anything said in it?", "Sägs något i den?"),
    },
    meets=("WCAG 1.2.2",),
)
OLD = Exemption("old*", BEFORE, "SE", datetime.date(2019, 5, 14))
OTHERS = Exemption("other*", THIRD_PARTY, "FI")
EXEMPTING = replace(RULESET, must_answer=("*",), exemptions=(OLD, OTHERS))
MISSING = failed("missing")
FOR_PROGRAMS = (csv, earl, github, junit, markdown, sarif)
EVERY = (*FOR_PROGRAMS, html, text)
LABEL = {"en": "Why it is not required", "sv": "Varför det inte krävs"}


def recording(name: str, decisions: Decisions | None = None) -> DocumentReport:
    return document(
        name, (CAPTIONS, [(on_page(1, thing=name), MISSING)]), ruleset=EXEMPTING, decisions=decisions
    )


def asking(name: str, decisions: Decisions | None = None) -> DocumentReport:
    outcome = ask("asked", yes=failed("missing"), no=passed())
    found = [(on_page(1, thing=name), outcome)]
    return document(name, (CAPTIONS, found), ruleset=EXEMPTING, decisions=decisions)


def flat(written: str) -> str:
    return re.sub(r"\s+", " ", written)


def unescaped(written: str) -> str:
    """Without what a format puts around signs; none of it is in a reason."""
    plain = re.sub(r"<!-- -->|\\(?=[()\[\]])", "", written.replace("%2C", ",").replace("%3A", ":"))
    return flat(plain)


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("writer", [text, html], ids=["text", "html"])
def test_the_reason_stands_beside_the_finding(writer: ModuleType, language: str) -> None:
    written = flat(writer.write(report(recording("old.mp4")), language))
    reason = OLD.say(language)
    assert LABEL[language] in written
    assert reason in written
    assert written.index(CAPTIONS.messages["missing"].say(language)[:-1]) < written.index(reason)


@pytest.mark.parametrize("writer", [text, html], ids=["text", "html"])
def test_a_question_has_its_reason_too(writer: ModuleType) -> None:
    made_report = report(asking("old.mp4"))
    assert made_report.verdict is Verdict.PASS
    assert OLD.say("en") in flat(writer.write(made_report, "en"))


@pytest.mark.parametrize("writer", [text, html], ids=["text", "html"])
def test_what_is_not_exempt_has_no_reason(writer: ModuleType) -> None:
    written = writer.write(report(recording("new.mp4")), "en")
    assert LABEL["en"] not in written
    assert "exemption" not in written


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("writer", FOR_PROGRAMS, ids=[writer.__name__ for writer in FOR_PROGRAMS])
def test_every_format_tells_why_it_is_not_required(writer: ModuleType, language: str) -> None:
    written = unescaped(writer.write(report(recording("old.mp4")), language))
    assert CAPTIONS.messages["missing"].say(language)[:-1] in written
    assert OLD.say(language) in written
    assert OLD.say(language) not in unescaped(writer.write(report(recording("new.mp4")), language))


def test_code_scanning_shows_what_is_exempt_as_a_note() -> None:
    (run,) = json.loads(sarif.write(report(recording("old.mp4")), "en"))["runs"]
    (result,) = run["results"]
    assert (result["level"], result["suppressions"]) == ("note", [])


@pytest.mark.parametrize("writer", EVERY, ids=[writer.__name__ for writer in EVERY])
def test_every_format_tells_who_was_unsure_and_what_they_said(writer: ModuleType) -> None:
    asked = Finding(CAPTIONS.id, on_page(1, thing="new.mp4"), ask("asked", yes=MISSING, no=passed()))
    unsure = Answer(asked.key, None, "Åsa Ek", datetime.date(2026, 11, 1), "Ask the studio")
    open_still = report(asking("new.mp4", Decisions(answers=[unsure])))
    assert open_still.verdict is Verdict.UNDECIDED
    written = unescaped(writer.write(open_still, "en"))
    for said in ("Åsa Ek", "2026-11-01", "Ask the studio"):
        assert said in written


@pytest.mark.parametrize("writer", EVERY, ids=[writer.__name__ for writer in EVERY])
def test_every_format_tells_the_remark_of_an_answer(writer: ModuleType) -> None:
    asked = Finding(CAPTIONS.id, on_page(1, thing="new.mp4"), ask("asked", yes=MISSING, no=passed()))
    answer = Answer(asked.key, True, "Åsa Ek", datetime.date(2026, 11, 1), "Heard it myself")
    if writer is github:
        return  # annotations tell what is left to do
    written = unescaped(writer.write(report(asking("new.mp4", Decisions(answers=[answer]))), "en"))
    for said in ("Åsa Ek", "2026-11-01", "Heard it myself"):
        assert said in written


def test_a_pass_says_that_people_are_shut_out_all_the_same() -> None:
    passing = report(recording("old.mp4"))
    assert passing.verdict is Verdict.PASS
    assert Summary(passing, "en").sentences() == [
        "Nothing that the ruleset requires of this document must be mended.",
        "One thing shuts people out, but the ruleset has an exemption for it.",
    ]
    assert Summary(passing, "sv").sentences() == [
        "Inget av det som kravlistan kräver av det här dokumentet måste rättas.",
        "En sak stänger ute människor, men kravlistan har ett undantag för den.",
    ]
    both = Summary(report(recording("old.mp4"), recording("other.mp4")), "en")
    assert "Two things shut people out, but the ruleset has exemptions for them." in both.sentences()


def test_those_with_different_reasons_are_told_apart() -> None:
    summary = Summary(report(*map(recording, ("old.mp4", "old-2.mp4", "other.mp4", "new.mp4"))), "en")
    assert [len(entry.places) for entry in summary.mend] == [1]
    assert {summary.exempt(entry): len(entry.places) for entry in summary.advice} == {
        OLD.say("en"): 2,
        OTHERS.say("en"): 1,
    }
    assert [summary.exempt(entry) for entry in summary.mend] == [""]


def test_what_is_waived_is_told_as_waived() -> None:
    waiver = Waiver("r", "Ada", datetime.date.max, rule=CAPTIONS.id)
    summary = Summary(report(recording("old.mp4", Decisions(waivers=[waiver]))), "en")
    assert summary.advice == ()
    assert len(summary.waived) == 1


def test_json_has_ground_country_day_and_reason() -> None:
    raw = read(report(*map(recording, ("old.mp4", "other.mp4", "new.mp4"))))
    found = [part["findings"][0] for part in raw["documents"]]
    assert [(each["status"], each["level"]) for each in found] == [
        ("failed", "advice"),
        ("failed", "advice"),
        ("failed", "required"),
    ]
    assert found[0]["exemption"] == {
        "ground": "published-before-2020-09-23",
        "country": "SE",
        "published": "2019-05-14",
        "en": OLD.say("en"),
        "sv": OLD.say("sv"),
    }
    assert found[1]["exemption"]["published"] is None
    assert found[2]["exemption"] is None
