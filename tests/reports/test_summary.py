"""What all reports share: the verdict in words, grouping, order, and texts made safe."""

from __future__ import annotations

import datetime

import pytest
from reports.sample import (
    CONTRAST,
    EVERYONE,
    MISSING,
    ORDER,
    PICTURE,
    READING,
    TAGS,
    document,
    made,
    meeting_report,
    on_page,
    question,
    report,
    right_order,
)

from a11ycheck import Outcome, People, Rule, Status, Text, Where, ask, cannot_tell, failed, passed
from a11ycheck.check import DocumentReport, Report
from a11ycheck.decisions import Answer, Decisions, Waiver
from a11ycheck.documents.facts import Facts
from a11ycheck.job import RULE_BROKE, Finding
from a11ycheck.reports import html, json, text
from a11ycheck.reports.summary import Summary, headline, message, where_said
from a11ycheck.reports.words import DOCUMENT as DOCUMENTS
from a11ycheck.reports.words import QUESTION as QUESTIONS
from a11ycheck.reports.words import counted, joined, shortened, visible
from a11ycheck.rules.content.picture_alt import picture_alt
from a11ycheck.ruleset import Ruleset
from a11ycheck.trouble import Trouble
from a11ycheck.verdict import judge

TODAY = datetime.date(2026, 11, 21)
RULESET = Ruleset("all", Text("all", "alla"), requires=("*",))


def said(made_report: Report, language: str = "en") -> str:
    return " ".join(Summary(made_report, language).sentences())


def judged(rule: Rule, outcome: Outcome) -> str:
    judgement = judge(Finding(rule.id, Where(), outcome), "a.pdf", rule, (), RULESET, Decisions())
    return message(judgement, "en")


def passing(name: str = "a.pdf") -> DocumentReport:
    return document(name, (TAGS, []))


def failing(name: str = "a.pdf") -> DocumentReport:
    return document(name, (PICTURE, [(on_page(1), MISSING)]))


class TestTexts:
    @pytest.mark.parametrize(
        ("raw", "shown"),
        [
            ("\x1b[31mred\x07", "\ufffd[31mred\ufffd"),
            ("invoice\u202efdp.exe", "invoice\ufffdfdp.exe"),
            ("a\u2066b\u2069c", "a\ufffdb\ufffdc"),
            ("\x9b2J", "\ufffd2J"),
            ("half \ud83d", "half \ufffd"),
            ("two\nlines\tand\r\nmore\u2028", "two lines and  more "),
            ("åäö “quoted” שלום 会议 👋🏽", "åäö “quoted” שלום 会议 👋🏽"),
        ],
    )
    def test_what_steers_is_replaced_and_the_rest_is_kept(self, raw: str, shown: str) -> None:
        assert visible(raw) == shown

    def test_a_long_name_keeps_its_beginning_and_its_end(self) -> None:
        name = shortened("minutes" + "x" * 100_000 + ".pdf")
        assert len(name) == 160
        assert name.startswith("minutes")
        assert name.endswith("x.pdf")

    @pytest.mark.parametrize(
        ("number", "en", "sv"),
        [
            (0, "no questions", "noll frågor"),
            (1, "one question", "en fråga"),
            (2, "two questions", "två frågor"),
            (12, "twelve questions", "tolv frågor"),
            (13, "13 questions", "13 frågor"),
            (1200, "1,200 questions", "1\u202f200 frågor"),
        ],
    )
    def test_numbers_up_to_twelve_are_words(self, number: int, en: str, sv: str) -> None:
        assert counted(number, QUESTIONS, "en") == en
        assert counted(number, QUESTIONS, "sv") == sv

    def test_one_agrees_with_its_noun_in_swedish(self) -> None:
        assert counted(1, DOCUMENTS, "sv") == "ett dokument"

    def test_lists_end_with_and(self) -> None:
        assert joined(["a"], "en") == "a"
        assert joined(["a", "b"], "en") == "a and b"
        assert joined(["a", "b", "c"], "sv") == "a, b och c"


class TestMessages:
    def test_a_message_is_filled_in(self) -> None:
        assert judged(picture_alt, failed("file-name", alt="IMG_1.jpg")).count("IMG_1.jpg") == 1

    def test_the_engines_own_message_is_known(self) -> None:
        told = judged(PICTURE, cannot_tell(RULE_BROKE, error="ValueError: 3"))
        assert told == "The check itself stopped with an error here: ValueError: 3"

    def test_an_unknown_message_is_said_by_the_rules_title(self) -> None:
        assert judged(PICTURE, failed("gone")) == "Pictures have alternative text (gone)"

    def test_lacking_data_leaves_the_message_unfilled(self) -> None:
        assert judged(PICTURE, ask("says-it", yes=passed(), no=MISSING)).startswith("Does “{alt}” say")

    @pytest.mark.parametrize("pattern", ["{", "{0}", "{alt.x.y}", "{alt!z}", "{alt:q}"])
    def test_a_message_that_cannot_be_filled_in_is_no_crash(self, pattern: str) -> None:
        broken = made("test-broken", {"m": Text(pattern, pattern)})
        assert judged(broken, failed("m", alt="x")) == pattern

    def test_braces_in_a_document_are_not_filled_in(self) -> None:
        assert "{alt}" in judged(PICTURE, question("{alt} {0.__class__}"))
        assert "{0.__class__}" in judged(PICTURE, question("{alt} {0.__class__}"))

    def test_a_question_that_was_answered_yes_still_says_what_was_asked(self) -> None:
        asked = on_page(1), question("A map")
        answer = Answer(Finding(PICTURE.id, *asked).key, True, "Anna", TODAY)
        part = document("a.pdf", (PICTURE, [asked]), decisions=Decisions([answer]))
        assert message(part.judgements[0], "en") == "Does “A map” say what the picture shows?"
        assert part.judgements[0].outcome.status is Status.PASSED

    def test_a_step_without_a_word_is_said_as_it_is(self) -> None:
        assert where_said(Where((("page", 3), ("hologram", "H1"))), "sv") == "page 3, hologram H1"


class TestGrouping:
    def test_75_pictures_without_alternative_text_are_one_entry_with_75_places(self) -> None:
        pictures = [(on_page(page), MISSING) for page in range(1, 76)]
        (entry,) = Summary(report(document("a.pdf", (PICTURE, pictures))), "en").mend
        assert len(entry.places) == 75
        assert Summary(report(), "en").heading(entry) == "The picture has no alternative text."

    def test_up_to_three_messages_that_differ_are_entries_of_their_own(self) -> None:
        lows = [(on_page(1, thing=f"{n}"), failed("low", ratio=2.0 + n, least=4.5)) for n in (0, 1, 2, 2)]
        entries = Summary(report(document("a.pdf", (CONTRAST, lows))), "en").mend
        assert [len(entry.places) for entry in entries] == [2, 1, 1]

    def test_more_than_three_are_one_entry_that_says_each_in_its_place(self) -> None:
        lows = [(on_page(n, thing=f"{n}"), failed("low", ratio=n / 10, least=4.5)) for n in range(20, 24)]
        summary = Summary(report(document("a.pdf", (CONTRAST, lows))), "sv")
        (entry,) = summary.mend
        assert summary.heading(entry) == "Textens kontrast är 2,0:1, minst 4,5:1 krävs – och 3 liknande"
        assert [line for line, _ in summary.listed(entry)][3] == (
            "sida 23: Textens kontrast är 2,3:1, minst 4,5:1 krävs."
        )

    def test_places_that_read_the_same_are_told_once_with_their_number(self) -> None:
        pictures = [(on_page(1, thing=str(n)), MISSING) for n in range(30)]
        summary = Summary(report(document("a.pdf", (PICTURE, pictures))), "en")
        ((line, places),) = summary.listed(summary.mend[0])
        assert line == "page 1 (30 places)"
        assert len(places) == 30

    def test_level_a_comes_first_then_most_people_and_places_and_ties_keep_their_order(self) -> None:
        lows = [(on_page(1), failed("low", ratio=2.0, least=4.5))]  # level AA
        tags = [(Where(), failed("missing"))]  # four groups
        pictures = [(on_page(page), MISSING) for page in range(3)]  # one group, three places
        summary = Summary(
            report(
                document(
                    "a.pdf",
                    (
                        made("test-second", {"m": Text("m", "m")}, meets=("WCAG 1.1.1",)),
                        [(Where(), failed("m"))],
                    ),
                    (
                        made("test-third", {"m": Text("m", "m")}, meets=("WCAG 1.1.1",)),
                        [(Where(), failed("m"))],
                    ),
                    (CONTRAST, lows),
                    (PICTURE, pictures),
                    (TAGS, tags),
                    (EVERYONE, [(Where(), failed("dead"))]),
                )
            ),
            "en",
        )
        assert [entry.rule.id for entry in summary.mend] == [
            "test-link",
            "test-tags",
            "test-picture",
            "test-second",
            "test-third",
            "test-contrast",
        ]

    def test_the_first_five_are_of_different_kinds(self) -> None:
        twice = [(on_page(n), failed("low", ratio=float(n), least=4.5)) for n in (2, 3)]
        others = [made(f"test-{n}", {"m": Text("m", "m")}, meets=("WCAG 1.4.11",), who=()) for n in range(5)]
        part = document("a.pdf", (CONTRAST, twice), *((rule, [(Where(), failed("m"))]) for rule in others))
        summary = Summary(report(part), "en")
        assert [entry.rule.id for entry in summary.mend_first] == [
            "test-contrast",
            "test-0",
            "test-1",
            "test-2",
            "test-3",
        ]
        assert [entry.rule.id for entry in summary.mend_then] == ["test-contrast", "test-4"]

    def test_each_finding_stands_in_one_part(self) -> None:
        summary = Summary(meeting_report(), "en")
        parts = (
            summary.mend,
            summary.must_answer,
            summary.may_answer,
            summary.untold,
            summary.advice,
            summary.waived,
        )
        told = [id(place.judgement) for part in parts for entry in part for place in entry.places]
        passed_by_answer = [p for p in summary.places if p.judgement.outcome.status is Status.PASSED]
        assert len(told) == len(set(told)) == len(summary.places) - len(passed_by_answer)
        assert len(passed_by_answer) == 1


class TestVerdictSentences:
    def test_a_failing_meeting_names_who_is_shut_out_and_what_must_be_done(self) -> None:
        made_report = report(
            document(
                "a.pdf",
                (PICTURE, [(on_page(1), MISSING), (on_page(2), MISSING)]),
                (CONTRAST, [(on_page(1), failed("low", ratio=2.0, least=4.5))]),
                (ORDER, [(on_page(1), right_order()), (on_page(2), right_order())]),
            ),
            passing("b.pdf"),
        )
        assert said(made_report, "sv") == (
            "Deltagare som använder skärmläsare, deltagare som ser dåligt och deltagare som har svårt att "
            "läsa kan inte ta del av allt i det här mötet. Två saker måste rättas och två frågor besvaras."
        )
        assert said(made_report, "en") == (
            "Participants who use a screen reader, participants with low vision and participants who find "
            "reading hard cannot access everything in this meeting. "
            "Two things must be mended and two questions answered."
        )

    def test_one_fault_in_one_document_is_in_the_singular(self) -> None:
        made_report = report(
            document("a.pdf", (PICTURE, [(on_page(1), MISSING)]), (ORDER, [(on_page(1), right_order())]))
        )
        assert said(made_report, "sv") == (
            "Deltagare som använder skärmläsare kan inte ta del av allt i det här dokumentet. "
            "En sak måste rättas och en fråga besvaras."
        )
        assert said(made_report, "en") == (
            "Participants who use a screen reader cannot access everything in this document. "
            "One thing must be mended and one question answered."
        )

    def test_at_most_three_groups_are_named(self) -> None:
        made_report = report(document("a.pdf", (TAGS, [(Where(), failed("missing"))])))
        first = Summary(made_report, "sv").sentences()[0]
        assert first.count("deltagare") + first.count("Deltagare") == 3
        assert "tangentbord och fler kan inte" in first

    def test_what_hits_everyone_names_no_group(self) -> None:
        made_report = report(document("a.pdf", (EVERYONE, [(Where(), failed("dead"))])))
        assert (
            said(made_report, "sv") == "Det finns hinder för alla i det här dokumentet. En sak måste rättas."
        )

    def test_a_failure_also_says_what_was_not_checked(self) -> None:
        made_report = report(failing(), document("b.doc", kind="", trouble=Trouble("no-kind")))
        assert said(made_report, "en").endswith(
            "One thing must be mended. One document could not be checked."
        )

    @pytest.mark.parametrize(
        ("parts", "sv", "en"),
        [
            (
                [document("a.pdf", (ORDER, [(on_page(1), right_order())]))],
                "Det går inte att säga än om alla kan ta del av det här dokumentet. En fråga måste besvaras. "
                "Inget av det som kontrollerades måste rättas.",
                "It cannot be said yet whether everyone can access this document. "
                "One question must be answered. "
                "Nothing in what was checked must be mended.",
            ),
            (
                [document("a.doc", kind="", trouble=Trouble("no-kind"))],
                "Det går inte att säga än om alla kan ta del av det här dokumentet. "
                "Ett dokument kunde inte kontrolleras.",
                "It cannot be said yet whether everyone can access this document. "
                "One document could not be checked.",
            ),
            (
                [passing(), document("b.pdf", (TAGS, [(Where(), cannot_tell(RULE_BROKE, error="e"))]))],
                "Det går inte att säga än om alla kan ta del av det här mötet. En kontroll gav inget svar. "
                "Inget av det som kontrollerades måste rättas.",
                "It cannot be said yet whether everyone can access this meeting. One check gave no answer. "
                "Nothing in what was checked must be mended.",
            ),
            (
                [document("a.pdf"), document("b.pdf")],
                "Det går inte att säga än om alla kan ta del av det här mötet. "
                "Inget krav gäller två dokument.",
                "It cannot be said yet whether everyone can access this meeting. "
                "No requirement applies to two documents.",
            ),
            (
                [],
                "Det går inte att säga än om alla kan ta del av det här mötet. "
                "Inget dokument har kontrollerats.",
                "It cannot be said yet whether everyone can access this meeting. No document was checked.",
            ),
        ],
        ids=["question", "trouble", "broken rule", "no rules", "nothing"],
    )
    def test_undecided_says_what_is_missing(self, parts: list[DocumentReport], sv: str, en: str) -> None:
        assert said(report(*parts), "sv") == sv
        assert said(report(*parts), "en") == en

    def test_a_pass_says_that_what_was_checked_shuts_nobody_out(self) -> None:
        assert said(report(passing()), "sv") == (
            "Inget av det som kontrollerades hindrar någon från att ta del av det här dokumentet."
        )
        assert said(report(passing(), passing("b.pdf")), "en") == (
            "Nothing in what was checked keeps anyone from accessing this meeting."
        )

    @pytest.mark.parametrize(
        ("alts", "sv", "en"),
        [
            (
                ["a"],
                "En fråga som inte krävs för utslaget är obesvarad.",
                "One question that the verdict does not require is unanswered.",
            ),
            (
                ["a", "b"],
                "Två frågor som inte krävs för utslaget är obesvarade.",
                "Two questions that the verdict does not require are unanswered.",
            ),
        ],
    )
    def test_a_pass_always_says_which_questions_are_open(self, alts: list[str], sv: str, en: str) -> None:
        made_report = report(
            document("a.pdf", (PICTURE, [(on_page(1, thing=alt), question(alt)) for alt in alts]))
        )
        assert made_report.verdict == "pass"
        assert said(made_report, "sv").endswith(sv)
        assert said(made_report, "en").endswith(en)

    def test_a_pass_by_waiver_says_so(self) -> None:
        waiver = Waiver("Old", "Bo", TODAY, rule=PICTURE.id)
        found = (PICTURE, [(on_page(1), MISSING)])
        part = document("a.pdf", found, decisions=Decisions(waivers=[waiver], today=TODAY))
        assert said(report(part), "sv").endswith("En sak är undantagen och räknas inte.")
        assert said(report(part), "en").endswith("One thing is waived and does not count.")

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_no_report_claims_more_than_was_checked(self, language: str) -> None:
        for made_report in (report(passing()), report(failing()), meeting_report()):
            for write in (text.write, html.write, json.write):
                written = write(made_report, language).casefold()
                for claim in ("compliant", "certified", "certifierad", "lagenlig"):
                    assert claim not in written


class TestNumbers:
    def test_the_four_numbers(self) -> None:
        numbers = [(part, number) for part, number, _ in Summary(meeting_report(), "sv").numbers()]
        assert numbers == [("mend", 3), ("questions", 3), ("unchecked", 3), ("documents", 5)]

    def test_the_same_question_in_two_documents_is_one_question(self) -> None:
        logo = (PICTURE, [(on_page(1, thing="logo"), question("Logo"))])
        summary = Summary(report(document("a.pdf", logo), document("b.pdf", logo)), "sv")
        assert summary.numbers()[1] == ("questions", 1, "fråga till er")

    def test_each_of_ten_questions_counts(self) -> None:
        asked = [(on_page(n, thing=str(n)), question(f"Alt {n}")) for n in range(10)]
        summary = Summary(report(document("a.pdf", (PICTURE, asked))), "sv")
        assert len(summary.may_answer) == 1
        assert summary.numbers()[1] == ("questions", 10, "frågor till er")

    def test_a_headline_is_the_verdict_and_the_numbers_on_one_line(self) -> None:
        assert headline(report(failing("folder/minutes.pdf")), "en") == (
            "✕ Does not pass: minutes.pdf "
            "(1 to mend, 0 questions for you, 0 could not be checked, 1 document)"
        )


class TestNames:
    def test_the_folders_that_all_share_are_left_out(self) -> None:
        parts = [passing("m/2026/a.pdf"), passing("m/2026/slides/b.pdf"), passing("m/2026/a.pdf > c.pdf")]
        summary = Summary(report(*parts), "en")
        assert [summary.name(part) for part in parts] == ["a.pdf", "slides/b.pdf", "a.pdf > c.pdf"]

    @pytest.mark.parametrize(
        ("parts", "title"),
        [
            ([document("m/a.pdf", (TAGS, []), facts=Facts(title=" Minutes\nof May "))], "Minutes of May"),
            ([document("m/a.pdf", (TAGS, []), facts=Facts())], "a.pdf"),
            ([passing("m/a.eml"), document("m/a.eml > b.pdf", (TAGS, []), found_in="m/a.eml")], "a.eml"),
            ([passing("forum/a.pdf"), passing("forum/b.pdf")], "forum"),
            ([passing("a.pdf"), passing("b.pdf")], "Meeting with 2 documents"),
            ([passing("../a.pdf"), passing("../b.pdf")], "Meeting with 2 documents"),
            ([], "No document"),
        ],
    )
    def test_the_title_of_the_whole(self, parts: list[DocumentReport], title: str) -> None:
        assert Summary(report(*parts), "en").title == title


class TestSteps:
    def steps(self, *programs: str) -> tuple[list[str], list[str]]:
        parts = [
            document(f"{n}.pdf", (PICTURE, [(on_page(1), MISSING)]), facts=Facts(program=program))
            for n, program in enumerate(programs)
        ]
        summary = Summary(report(*parts), "en")
        own, other = summary.steps(summary.mend[0])
        return list(own), list(other)

    def test_the_program_that_made_the_document_comes_first(self) -> None:
        assert self.steps("indesign") == (["InDesign"], ["Word", "Acrobat"])

    def test_of_several_the_most_used_comes_first(self) -> None:
        assert self.steps("word", "indesign", "indesign")[0] == ["InDesign", "Word"]

    @pytest.mark.parametrize("program", ["", "libreoffice", "unheard-of"])
    def test_without_steps_for_the_program_all_are_others(self, program: str) -> None:
        assert self.steps(program) == ([], ["Word", "InDesign", "Acrobat"])


def test_who_is_listed_as_people() -> None:
    summary = Summary(
        report(document("a.pdf", (READING, [(on_page(1), failed("long", words=9, most=5))]))), "sv"
    )
    assert (
        summary.who(summary.advice[0]) == "Personer som har svårt att läsa och personer som är nya i språket"
    )


def test_every_group_of_people_can_be_named_as_participants() -> None:
    for group in People:
        if group is not People.EVERYONE:
            rule = made("test-one", {"m": Text("m", "m")}, who=(group,), meets=("WCAG 1.1.1",))
            made_report = report(document("a.pdf", (rule, [(Where(), failed("m"))])))
            assert said(made_report, "sv").startswith("Deltagare som ")
            assert said(made_report, "en").startswith("Participants w")
