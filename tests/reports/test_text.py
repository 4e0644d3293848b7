"""The report as plain text."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from reports.golden_files import assert_golden
from reports.sample import (
    CONTRAST,
    MISSING,
    ORDER,
    PICTURE,
    TAGS,
    document,
    made,
    meeting_report,
    on_page,
    question,
    report,
    right_order,
)

from a11ycheck import Text, ask, failed, passed
from a11ycheck.decisions import Decisions, Waiver
from a11ycheck.documents.facts import Facts
from a11ycheck.occasion import Occasion
from a11ycheck.reports.html import write as write_html
from a11ycheck.reports.text import write
from a11ycheck.trouble import Trouble

PARTS = {
    "sv": [
        "RÄTTA DET HÄR FÖRST",
        "FRÅGOR SOM BARA EN MÄNNISKA KAN SVARA PÅ",
        "KUNDE INTE KONTROLLERAS",
        "DOKUMENTEN",
    ],
    "en": [
        "MEND THIS FIRST",
        "QUESTIONS ONLY A PERSON CAN ANSWER",
        "COULD NOT BE CHECKED",
        "THE DOCUMENTS",
    ],
}


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_whole_report_looks_like_this(language: str) -> None:
    assert_golden(f"meeting.{language}.txt", write(meeting_report(), language))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_four_parts_come_in_order_even_when_empty(language: str) -> None:
    for whole in (meeting_report(), report(), report(document("a.pdf", (TAGS, [])))):
        lines = write(whole, language).splitlines()
        assert [line for line in lines if line in PARTS[language]] == PARTS[language]


def test_an_empty_part_is_said_in_a_line() -> None:
    written = write(report(document("a.pdf", (TAGS, []))), "sv")
    assert "RÄTTA DET HÄR FÖRST\n  Inget som måste rättas har hittats.\n" in written
    assert "SVARA PÅ\n  Ingen fråga väntar på svar.\n" in written
    assert "KONTROLLERAS\n  Alla dokument gick att kontrollera.\n" in written
    assert "DOKUMENTEN\n  Inget dokument har kontrollerats.\n" in write(report(), "sv")


def test_the_verdict_comes_first_then_the_sentence() -> None:
    lines = write(report(document("a.pdf", (PICTURE, [(on_page(1), MISSING)]))), "en").splitlines()
    assert lines[0] == "✕ Does not pass: a.pdf"
    assert lines[2] == "Participants who use a screen reader cannot access everything in this document."


def test_advice_comes_after_the_four_parts() -> None:
    written = write(meeting_report(), "en")
    assert written.index("\nADVICE\n") > written.index("\nTHE DOCUMENTS\n")


def test_five_places_are_shown_and_the_rest_counted() -> None:
    pictures = [(on_page(page), MISSING) for page in range(1, 18)]
    written = write(report(document("a.pdf", (PICTURE, pictures))), "sv")
    assert "sida 5\n      - och 12 till\n" in written
    assert "sida 6" not in written


def test_the_developers_part_is_rule_clauses_and_keys() -> None:
    made = report(document("a.pdf", (TAGS, [(on_page(1), failed("missing"))])))
    key = made.documents[0].judgements[0].finding.key
    line = next(line for line in write(made, "en").splitlines() if line.startswith("    Rule:"))
    assert line.replace("\xa0", " ") == f"    Rule: test-tags · WCAG 1.3.1 · PDF/UA-1 7.1-1 · {key}"


def test_steps_are_those_of_the_program_that_made_the_document() -> None:
    in_word = document("a.pdf", (PICTURE, [(on_page(1), MISSING)]), facts=Facts(program="word"))
    written = write(report(in_word), "sv")
    assert "Gör så här i Word: Högerklicka" in written
    assert "explain" not in written


def test_without_a_known_program_it_says_where_the_steps_are() -> None:
    written = write(report(document("a.pdf", (PICTURE, [(on_page(1), MISSING)]))), "sv")
    assert "Gör så här: Skriv i en eller två meningar" in written
    assert "a11ycheck explain REGEL" in written


def test_a_question_is_not_told_as_a_fault() -> None:
    written = write(report(document("a.pdf", (ORDER, [(on_page(1), right_order())]))), "en")
    assert "If the answer is no: Do this." in written
    assert "shut out" not in written


def test_a_question_says_which_answer_makes_it_a_fault() -> None:
    asked = ask("right", yes=failed("wrong"), no=passed())
    part = document("a.pdf", (ORDER, [(on_page(1), asked)]))
    assert "If the answer is yes: Do this." in write(report(part), "en")
    assert "<dt>Om svaret är ja</dt>" in write_html(report(part), "sv")


@pytest.mark.parametrize(("columns", "width"), [("20", 40), ("72", 72), ("300", 100)])
def test_lines_are_as_wide_as_the_terminal_between_40_and_100(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    longest = max(map(len, write(meeting_report(), "sv").splitlines()))
    assert width - 8 < longest <= width


def test_nothing_from_a_document_reaches_the_terminal_as_a_command() -> None:
    bad = "\x1b]0;owned\x07\x9b2J\u202egnp.exe\r\n\ud800"
    made = report(
        document(
            f"{bad}.pdf",
            (PICTURE, [(on_page(1, ("picture", bad)), question(bad))]),
            facts=Facts(title=bad),
        ),
        document(f"b{bad}.pdf", trouble=Trouble("broken", bad)),
    )
    written = write(made, "en")
    assert not {sign for sign in written if sign != "\n" and (sign < " " or "\x7f" <= sign <= "\x9f")}
    assert not set(written) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    written.encode("utf-8")


def test_names_of_100_kb_are_cut() -> None:
    name = "x" * 100_000
    made = report(
        document(
            f"{name}.pdf", (CONTRAST, [(on_page(1, ("text", name)), failed("low", ratio=2.0, least=4.5))])
        ),
        document(f"y{name}.pdf", trouble=Trouble("broken", name), facts=Facts(title=name)),
    )
    assert len(write(made, "en")) < 5_000


def test_ten_thousand_findings_are_a_short_report() -> None:
    found = [(on_page(n, ("picture", f"P{n}")), question(f"Picture {n}")) for n in range(10_000)]
    assert len(write(report(document("a.pdf", (PICTURE, found))), "en").splitlines()) < 60


def test_a_rule_that_names_nobody_says_nothing_of_people() -> None:
    nobody = made("test-nobody", {"m": Text("It is so.", "Så är det.")}, who=(), meets=("WCAG 1.1.1",))
    written = write(report(document("a.pdf", (nobody, [(on_page(1), failed("m"))]))), "en")
    assert "There are barriers for all participants in this document." in written
    assert "Who" not in written


def test_the_meeting_as_a_whole_may_be_what_was_not_checked() -> None:
    whole = document("meeting", kind="meeting", trouble=Trouble("timed-out"))
    written = write(report(document("a.pdf", (TAGS, [])), document("b.pdf", (TAGS, [])), meeting=whole), "sv")
    assert "Mötet som helhet kunde inte kontrolleras." in " ".join(written.split())
    assert "  - mötet som helhet: Kontrollen tog för lång tid" in written


def test_more_than_five_documents_with_one_trouble_are_counted() -> None:
    parts = [document(f"{n}.doc", kind="", trouble=Trouble("no-kind", ".doc")) for n in range(8)]
    assert "0.doc, 1.doc, 2.doc, 3.doc, 4.doc och 3 till: Den här" in write(report(*parts), "sv")


def test_twenty_decisions_are_listed_and_the_rest_counted() -> None:
    waiver = Waiver("Later", "Bo", datetime.date.max, rule=CONTRAST.id)
    lows = [(on_page(1, thing=str(n)), failed("low", ratio=n / 10, least=4.5)) for n in range(30)]
    part = document("a.pdf", (CONTRAST, lows), decisions=Decisions(waivers=[waiver]))
    written = write(report(part), "en")
    assert written.count("Waived until") == 20
    assert "  - and 10 more\n" in written


def test_the_first_five_come_first_and_the_others_after_the_documents() -> None:
    rules = [
        made(f"test-{n}", {"m": Text(f"Number {n}.", f"Nummer {n}.")}, meets=("WCAG 1.1.1",))
        for n in range(7)
    ]
    part = document("a.pdf", *((rule, [(on_page(1), failed("m"))]) for rule in rules))
    lines = write(report(part), "en").splitlines()
    said = ["MEND THIS FIRST", " 5. Number 4.", "    2 more things must be mended.", "THE DOCUMENTS"]
    said += ["THEN MEND THIS", " 6. Number 5."]
    assert [line for line in lines if line in said] == said


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_heading_is_the_meetings_own_name(language: str) -> None:
    named = dataclasses.replace(meeting_report(), occasion=Occasion("Årsmöte \x1b[31m2026"))
    assert write(named, language).splitlines()[0].endswith(": Årsmöte \ufffd[31m2026")
