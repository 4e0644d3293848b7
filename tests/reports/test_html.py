"""The report as HTML: what it says, that it is safe, and that it is accessible itself."""

from __future__ import annotations

import dataclasses
import datetime
import io
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from reports.sample import (
    CONTRAST,
    MISSING,
    PICTURE,
    READING,
    TAGS,
    document,
    made,
    meeting_report,
    on_page,
    question,
    report,
)

from a11ycheck import Text, Where, failed
from a11ycheck.check import Report
from a11ycheck.documents.crop import Crop
from a11ycheck.documents.facts import Facts
from a11ycheck.occasion import Occasion
from a11ycheck.outcome import anchor
from a11ycheck.reports.html import MOST_PICTURES, rendered, write
from a11ycheck.reports.summary import Summary
from a11ycheck.rules.content.picture_alt import picture_alt
from a11ycheck.ruleset import Ruleset
from a11ycheck.trouble import Trouble
from browser import browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VOID = {"meta", "br", "img", "link", "input", "hr"}
FIVE_MB = 5_000_000
AXE_TAGS = [
    *("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa"),
    *("best-practice", "experimental", "ACT", "EN-301-549"),
]
"""All of axe-core's rules, the strictest and the experimental ones too."""


class Page(HTMLParser):
    """A page read strictly: each element is closed where it should be."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            for tag in set(self.open):
                self.texts.setdefault(tag, []).append(" ".join(data.split()))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def text(self, tag: str) -> str:
        return " ".join(self.texts.get(tag, []))

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.elements if "id" in attributes]


def failing() -> Report:
    return report(document("a.pdf", (PICTURE, [(on_page(1), MISSING)])))


def passing() -> Report:
    return report(document("a.pdf", (TAGS, []), facts=Facts(title="Minutes", program="word", pages=2)))


def hostile() -> Report:
    bad = "<script>alert(1)</script>\"'&\x1b[31m\u202egnp.exe"
    long = "x" * 100_000
    whole = report(
        document(
            f"{bad}.pdf",
            (PICTURE, [(on_page(1, ("picture", bad)), question(bad)), (on_page(2, ("text", long)), MISSING)]),
            (CONTRAST, [(on_page(n), failed("low", ratio=float(n), least=4.5)) for n in range(9)]),
            facts=Facts(title=bad, program=bad),
        ),
        document(f"{long}.pdf", trouble=Trouble("broken", long)),
    )
    return dataclasses.replace(whole, occasion=Occasion(bad + long))


def huge() -> Report:
    """Ten thousand findings of 60 rules, half of them with messages as long as texts are kept."""
    words = {
        "same": Text("It is so.", "Det är så."),
        "own": Text("“{quoted}” is wrong.", "”{quoted}” är fel."),
    }
    rules = [made(f"test-{n}", words, meets=("WCAG 1.1.1",)) for n in range(60)]
    put = [
        (
            rule,
            [
                (
                    on_page(n, ("paragraph", f"{n} of {number}"), thing=f"{number} {n}"),
                    failed("own", quoted=f"{n} " + "å" * 290) if number % 2 else failed("same"),
                )
                for n in range(167)
            ],
        )
        for number, rule in enumerate(rules)
    ]
    return report(document("a.pdf", *put), document("b.pdf", (TAGS, [])))


REPORTS = {
    "meeting": meeting_report,
    "failing": failing,
    "passing": passing,
    "nothing": report,
    "hostile": hostile,
}


@pytest.fixture(params=REPORTS)
def any_report(request: pytest.FixtureRequest) -> Report:
    return REPORTS[request.param]()


@pytest.mark.parametrize("language", ["sv", "en"])
class TestEveryPage:
    def test_is_whole_and_in_both_languages(self, any_report: Report, language: str) -> None:
        source = write(any_report, language)
        page = Page(source)
        other = "en" if language == "sv" else "sv"
        assert source.startswith("<!doctype html>")
        assert page.all("html") == [{"lang": language}]
        assert len(page.all("main")) == len(page.all("title")) == 1
        reports = [each for each in page.all("div") if (each.get("class") or "").startswith("report ")]
        assert [each["lang"] for each in reports] == [language, other]
        assert [each["id"] for each in reports] == [f"report-{language}", f"report-{other}"]
        assert len(page.all("h1")) == len(reports)

    def test_has_no_script_and_fetches_nothing(self, any_report: Report, language: str) -> None:
        page = Page(write(any_report, language))
        assert not {tag for tag, _ in page.elements} & {"script", "link", "img", "iframe", "object", "button"}
        assert not [form for form in page.all("form") if {"action", "method"} & set(form)]
        assert not [
            attribute for _, found in page.elements for attribute in found if attribute.startswith("on")
        ]
        assert all((link["href"] or "").startswith("#") for link in page.all("a"))
        policy = next(
            meta for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy["content"] == (
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
        )

    def test_every_link_leads_somewhere_and_every_id_is_one(self, any_report: Report, language: str) -> None:
        page = Page(write(any_report, language))
        assert len(page.ids) == len(set(page.ids))
        assert {(link["href"] or "")[1:] for link in page.all("a")} <= set(page.ids)

    def test_headings_skip_no_level(self, any_report: Report, language: str) -> None:
        levels = [
            int(tag[1])
            for tag, _ in Page(rendered(any_report, [language])).elements
            if re.fullmatch("h[1-6]", tag)
        ]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_has_the_four_parts_in_order(self, any_report: Report, language: str) -> None:
        ids = Page(write(any_report, language)).ids
        parts = ["verdict", "mend", "questions", "unchecked", "documents"]
        assert [each for each in ids if each in parts] == parts


@pytest.mark.parametrize(
    ("made_report", "language", "title"),
    [
        (failing, "sv", "Inte godkänt: a.pdf – Tillgänglighetsrapport"),
        (failing, "en", "Does not pass: a.pdf – Accessibility report"),
        (passing, "sv", "Godkänt: Minutes – Tillgänglighetsrapport"),
        (report, "en", "Not decided yet: No document – Accessibility report"),
    ],
)
def test_the_title_begins_with_the_verdict(
    made_report: Callable[[], Report], language: str, title: str
) -> None:
    assert Page(write(made_report(), language)).text("title") == title


def test_the_verdict_has_word_sign_and_sentence() -> None:
    page = Page(rendered(meeting_report(), ["sv"]))
    assert page.text("h1") == "forum-2026"
    assert "✕ Inte godkänt" in page.text("h2")
    assert "deltagare som ser dåligt" in page.text("section")
    assert "3 måste rättas 3 frågor till er 3 kunde inte kontrolleras 5 dokument" in page.text("section")


def test_empty_parts_are_said_in_a_line() -> None:
    text = Page(write(passing(), "sv")).text("main")
    for line in (
        "Inget som måste rättas har hittats.",
        "Ingen fråga väntar på svar.",
        "Alla dokument gick att kontrollera.",
    ):
        assert line in text


def test_a_finding_can_be_linked_to_by_rule_and_key() -> None:
    made_report = report(
        document(
            "a.pdf", (picture_alt, [(on_page(1), MISSING), (on_page(2), MISSING), (on_page(2), MISSING)])
        )
    )
    keys = {judgement.finding.key for judgement in made_report.documents[0].judgements}
    ids = Page(write(made_report, "en")).ids
    assert {f"content-picture-alt-{key}" for key in keys} <= set(ids)


def test_the_verdict_leads_to_what_comes_first() -> None:
    written = write(meeting_report(), "en")
    (begin,) = re.findall(r'<ol class="begin" aria-labelledby="begin">(.+?)</ol>', written, re.DOTALL)
    said = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', begin)
    summary = Summary(meeting_report(), "en")
    headings = [summary.heading(entry).removesuffix(".") for entry in summary.mend_first[:3]]
    assert [title for _, title in said] == headings
    anchors = re.findall(r'<li class="entry[^"]*" id="([^"]+)">\n<h3><span class="number">', written)
    assert [anchor for anchor, _ in said] == anchors[:3]
    for one in (passing(), failing()):
        assert 'class="begin"' not in write(one, "en")


def test_an_element_of_a_page_is_called_what_people_call_it_and_its_tag_is_for_developers() -> None:
    where = [Where((("element", f"<{tag}> Läs mer"),), anchor(tag)) for tag in ("a", "button", "x-card")]
    put = (PICTURE, [(each, MISSING) for each in where])
    written = write(report(document("page.html", put, kind="page")), "sv")
    shown, _, folded = written.partition('<details class="developers">')
    assert re.findall(r"<li[^>]*>([^<]+)</li>", shown.partition("<dt>Var</dt>")[2])[:3] == [
        "länk ”Läs mer”",
        "knapp ”Läs mer”",
        "element ”&lt;x-card&gt; Läs mer”",
    ]
    assert "<code>&lt;a&gt; Läs mer</code>" in folded.partition("</details>")[0]


def test_the_frame_stays_inside_the_picture_and_a_wide_one_has_the_pages_width() -> None:
    for width, beside in ((600, True), (900, False)):
        crop = Crop(b"x", "image/png", width, 100, (0.0, 0.0, 1.0, 1.0))
        made_report = failing()
        (part,) = made_report.documents
        key = part.judgements[0].finding.key
        shown = dataclasses.replace(made_report, documents=(dataclasses.replace(part, crops={key: crop}),))
        written = write(shown, "en")
        assert ('class="entry with-picture' in written) is beside
        frame = next(each for each in Page(written).all("rect") if each["class"] == "mark")
        x, y, wide, high = (int(frame[side] or 0) for side in ("x", "y", "width", "height"))
        assert 0 < x < x + wide < width
        assert 0 < y < y + high < 100


def test_a_picture_of_the_place_stands_with_what_was_found() -> None:
    made_report = report(document("a.pdf", (PICTURE, [(on_page(1), MISSING), (on_page(2), MISSING)])))
    (part,) = made_report.documents
    crop = Crop(b"\x89PNG\r\n\x1a\n", "image/png", 480, 105, (0.1, 0.2, 0.6, 0.75))
    shown = dataclasses.replace(part, crops={part.judgements[1].finding.key: crop})
    written = write(dataclasses.replace(made_report, documents=(shown,)), "sv")
    page = Page(written)
    assert page.all("image") == [
        {"id": "picture-1", "width": "480", "height": "105", "href": "data:image/png;base64,iVBORw0KGgo="}
    ]
    assert [use["href"] for use in page.all("use")] == ["#picture-1"] * 2
    assert {(shown["aria-label"], shown["viewbox"]) for shown in page.all("svg") if "role" in shown} == {
        ("Ett utsnitt av sidan: sida 2", "0 0 480 105"),
        ("A piece of the page: page 2", "0 0 480 105"),
    }
    frame = next(each for each in page.all("rect") if each["class"] == "mark")
    assert [frame[side] for side in ("x", "y", "width", "height")] == ["42", "15", "252", "70"]
    assert '<p class="caption">sida 2: ramen visar var</p>' in written
    assert not Page(write(made_report, "sv")).all("svg")


def test_pictures_are_left_out_where_there_is_no_room() -> None:
    made_report = report(
        document(
            "a.pdf", *((made(f"test-{n}", PICTURE.messages), [(on_page(n), MISSING)]) for n in range(60))
        )
    )
    (part,) = made_report.documents
    large = Crop(b"\x89PNG" + bytes(39_000), "image/png", 480, 105, (0.1, 0.2, 0.6, 0.75))
    shown = dataclasses.replace(part, crops={each.finding.key: large for each in part.judgements})
    page = Page(write(dataclasses.replace(made_report, documents=(shown,)), "sv"))
    assert len(page.all("image")) == MOST_PICTURES // len(large.data)


def test_steps_of_the_program_that_made_it_are_open_and_others_folded() -> None:
    made_report = report(document("a.pdf", (PICTURE, [(on_page(1), MISSING)]), facts=Facts(program="word")))
    page = Page(write(made_report, "en"))
    assert "In Word: Right-click" in page.text("dd")
    assert "In Word:" not in page.text("details")
    assert "Step by step in InDesign and Acrobat" in page.text("summary")


def test_the_developers_part_is_folded_and_names_the_criterion() -> None:
    details = Page(write(failing(), "sv")).text("details")
    assert "test-picture" in details
    assert "WCAG 1.1.1 Icke-textuellt innehåll (A), EN 301 549 10.1.1.1" in details
    assert "EN 301 549" not in Page(write(failing(), "sv")).text("h3")


def test_each_document_has_its_findings() -> None:
    source = write(meeting_report(), "en")
    section = Page(source[source.index('id="each"') - 4 : source.index('id="decisions"') - 4]).text("section")
    for said in ("The picture has no alternative text", "Is the reading order right?", "Made with: Word"):
        assert said in section
    assert "Checks that applied" in section


def test_answers_and_waivers_are_told() -> None:
    text = Page(write(meeting_report(), "en")).text("li")
    assert "Answer: yes, Anna Ek, 2026-10-01." in text
    assert "Waived until 2027-01-31 by Bo Lind" in text


def test_markup_and_steering_characters_are_harmless() -> None:
    source = write(hostile(), "en")
    assert "<script>" not in source
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
    assert not {sign for sign in source if sign != "\n" and (sign < " " or "\x7f" <= sign <= "\x9f")}
    assert "\u202e" not in source
    source.encode("utf-8")


def test_names_of_100_kb_are_cut() -> None:
    assert len(write(hostile(), "en")) < 60_000


def test_at_most_200_places_of_one_entry_are_listed() -> None:
    pictures = [(on_page(n), MISSING) for n in range(1, 301)]
    made_report = report(document("a.pdf", (PICTURE, pictures)))
    source = write(made_report, "sv")
    assert "och 100 till; alla finns i JSON-rapporten" in source
    assert "sida 200<" in source
    assert "sida 201<" not in source


def test_ten_thousand_findings_stay_under_five_megabytes() -> None:
    made_report = huge()
    assert sum(len(part.judgements) for part in made_report.documents) > 10_000
    assert len(write(made_report, "sv").encode()) < FIVE_MB


def test_ten_thousand_findings_in_a_thousand_documents_stay_under_five_megabytes() -> None:
    rules = [
        made(f"test-{n}", {"m": Text("It is so.", "Det är så.")}, meets=("WCAG 1.1.1",)) for n in range(10)
    ]
    parts = [
        document(
            f"m/{number} {'å' * 150}.pdf",
            *((rule, [(on_page(1, thing=f"{number} {rule.id}"), failed("m"))]) for rule in rules),
        )
        for number in range(1_000)
    ]
    assert len(write(report(*parts), "sv").encode()) < FIVE_MB


def test_of_very_many_documents_those_that_fail_are_listed() -> None:
    parts = [document(f"{n}.pdf", (TAGS, [])) for n in range(1_200)]
    parts += [document("bad.pdf", (PICTURE, [(on_page(1), MISSING)]))]
    page = Page(rendered(report(*parts), ["sv"]))
    assert len(page.all("tr")) == 1_001 + 1 + 2  # with the heads of both tables, and two rules
    assert "bad.pdf" in page.text("table")
    assert "och 201 till; alla finns i JSON-rapporten" in page.text("p")


def test_one_entry_of_ten_thousand_stays_small() -> None:
    found = [(on_page(1, ("paragraph", n)), failed("long", words=n, most=25)) for n in range(10_000)]
    assert len(write(report(document("a.pdf", (READING, found))), "en").encode()) < 200_000


def test_no_more_than_five_are_said_to_be_first() -> None:
    rules = [
        made(f"test-{n}", {"m": Text(f"Number {n}.", f"Nummer {n}.")}, meets=("WCAG 1.1.1",))
        for n in range(7)
    ]
    source = rendered(
        report(document("a.pdf", *((rule, [(Where(), failed("m"))]) for rule in rules))), ["en"]
    )
    page = Page(source)
    assert "2 more things must be mended" in page.text("a")
    assert source.index("Number 4") < source.index('id="questions"') < source.index('id="documents"')
    assert source.index('id="documents"') < source.index('id="mend-then"') < source.index("Number 5")
    assert "6." in page.text("h3")


def test_the_heading_is_the_meetings_own_name_with_its_day() -> None:
    occasion = Occasion("Årsmöte <2026>", datetime.date(2026, 5, 24))
    page = Page(rendered(dataclasses.replace(meeting_report(), occasion=occasion), ["sv"]))
    assert page.text("h1") == "Årsmöte <2026>"
    assert page.text("title") == "Inte godkänt: Årsmöte <2026> – Tillgänglighetsrapport"
    assert "24 maj 2026" in page.text("p")


def test_what_is_quoted_of_a_document_is_marked_with_its_language() -> None:
    put = (PICTURE, [(on_page(1, ("picture", "The <b>town</b>")), question("The harbour"))])
    english = report(document("a.pdf", put, facts=Facts(title="A report", language="en-GB")))
    source = rendered(english, ["sv"])
    assert '<bdi lang="en">A report</bdi></h1>' in source
    assert 'Säger <span lang="en">”The harbour”</span> vad bilden visar?' in source
    assert 'bild <span lang="en">”The &lt;b&gt;town&lt;/b&gt;”</span>' in source
    assert 'lang="en"' not in rendered(english, ["en"]).partition("<h1>")[2]
    unsaid = report(document("a.pdf", put, facts=Facts(written_in=("en",))))
    assert 'Säger <span lang="en">”The harbour”</span>' in rendered(unsaid, ["sv"])
    unknown = report(document("a.pdf", put, facts=Facts(language='"><script>')))
    assert "<span lang" not in rendered(unknown, ["sv"])


def test_a_long_heading_is_cut_and_told_in_full_below() -> None:
    long = " ".join(["utfyllnad"] * 25)
    source = rendered(report(document("a.pdf", (PICTURE, [(on_page(1), question(long))]))), ["sv"])
    heading = Page(source).texts["h3"][0]
    assert len(heading) <= 100
    assert heading.endswith(" …")
    assert f"<p>Säger ”{long}” vad bilden visar?</p>" in source


class TestChoosing:
    """Reading a part: by document, and by who does the work."""

    def test_each_document_that_has_something_can_be_chosen(self) -> None:
        page = Page(rendered(meeting_report(), ["sv"]))
        assert [each["class"] for each in page.all("option")][:4] == ["all", "of-d1", "of-d2", "of-d3"]
        assert "inbjudan.pdf" in page.text("option")
        assert "karta.pdf" not in page.text("option")

    def test_each_entry_is_found_by_its_documents_and_by_who_does_it(self) -> None:
        page = Page(rendered(meeting_report(), ["sv"]))
        entries = {
            each["id"]: each["class"] for each in page.all("li") if "entry by" in (each.get("class") or "")
        }
        reading = next(found for name, found in entries.items() if (name or "").startswith("test-reading"))
        # The agenda was made in InDesign, the invitation in Word.
        assert reading == "entry by d1 d2 w-communicator w-designer"

    def test_there_is_no_choice_where_there_is_nothing_to_choose(self) -> None:
        assert not Page(write(failing(), "sv")).all("select")

    def test_the_template_has_a_place_for_answers(self, tmp_path: Path) -> None:
        (tmp_path / "mine.jinja").write_text(
            '{% extends "report_body.html.jinja" %}'
            "{% block answer %}{% for each in entry.questions %}<i>{{ greeting }} {{ language }} {{ each.key }}</i>"
            "{% endfor %}{% endblock %}",
            "utf-8",
        )
        source = rendered(
            meeting_report(), ["sv", "en"], body="mine.jinja", folders=[tmp_path], given={"greeting": "Hej"}
        )
        assert source.count("<i>Hej sv ") == source.count("<i>Hej en ") == 3


def test_a_meeting_of_one_document_is_not_told_twice() -> None:
    source = write(failing(), "en")
    assert source.count("The picture has no alternative text") == 1


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture
def saved(any_report: Report, tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_text(write(any_report, "sv"), "utf-8")
    return path


class TestInABrowser:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe_finds_nothing(
        self, chromium: Browser, saved: Path, scheme: Literal["light", "dark"]
    ) -> None:
        axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
        page = chromium.new_page(color_scheme=scheme)
        page.goto(saved.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        # The policy forbids scripts in the page; axe comes in as the browser's own.
        found = axe.run(page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}}).response
        page.close()
        assert [(rule["id"], len(rule["nodes"])) for rule in found["violations"]] == []
        assert len(found["passes"]) > 30

    @pytest.mark.parametrize("width", [320, 390, 768, 1200])
    def test_nothing_is_wider_than_the_window(self, chromium: Browser, saved: Path, width: int) -> None:
        page = chromium.new_page(viewport={"width": width, "height": 800})
        page.goto(saved.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()

    def test_lines_are_at_most_65_characters(self, chromium: Browser, tmp_path: Path) -> None:
        path = tmp_path / "report.html"
        path.write_text(write(meeting_report(), "en"), "utf-8")
        page = chromium.new_page(viewport={"width": 1600, "height": 800})
        page.goto(path.as_uri())
        # “65ch” is 65 zeros; letters are narrower, so the measure is taken in the unit of the style itself.
        widest = page.evaluate(
            """() => Math.max(...[...document.querySelectorAll('.first :is(p:not(.masthead), dd)')].map(each => {
                const zero = document.createElement('span');
                zero.textContent = '0'.repeat(65);
                zero.style.whiteSpace = 'nowrap';
                zero.style.position = 'absolute';
                each.append(zero);
                const share = each.getBoundingClientRect().width / zero.getBoundingClientRect().width;
                zero.remove();
                return share;
            }))"""
        )
        assert widest <= 1.01
        page.close()

    def test_all_of_it_is_printed_whatever_is_chosen(self, chromium: Browser, tmp_path: Path) -> None:
        extract_text = pytest.importorskip("pdfminer.high_level").extract_text
        path = tmp_path / "report.html"
        pictures = [(on_page(n), MISSING) for n in range(1, 30)]
        other = made("test-other", {"m": Text("Another thing.", "En annan sak.")}, meets=("WCAG 1.1.1",))
        made_report = report(
            document("a.pdf", (PICTURE, pictures)), document("b.pdf", (other, [(Where(), failed("m"))]))
        )
        path.write_text(write(made_report, "en"), "utf-8")
        page = chromium.new_page()
        page.goto(path.as_uri())
        page.get_by_label("Document", exact=True).select_option("b.pdf")
        printed = extract_text(io.BytesIO(page.pdf()))
        page.close()
        for folded in (
            made_report.documents[0].judgements[0].finding.key,
            "page 29",
            "Select the picture, choose Object",
            "pikepdf 10.0.0",
            "Another thing",
        ):
            assert folded in printed
        assert "Tillgänglighetsrapport" not in printed

    def test_the_keyboard_walks_through_all_that_can_be_worked(
        self, chromium: Browser, tmp_path: Path
    ) -> None:
        path = tmp_path / "report.html"
        path.write_text(write(meeting_report(), "sv"), "utf-8")
        page = chromium.new_page()
        page.goto(path.as_uri())
        known = page.evaluate(
            "[...document.querySelectorAll('.first :is(a, select, input, summary)')]"
            ".filter(each => each.checkVisibility()).length"
        )
        walked, outlined = [], set()
        for _ in range(known):
            page.keyboard.press("Tab")
            focused = page.evaluate(
                "() => { const at = document.activeElement; const style = getComputedStyle(at);"
                " return [at.tagName, at.textContent.trim().slice(0, 40), style.outlineStyle, style.outlineWidth]; }"
            )
            walked.append(focused[:2])
            outlined.add(tuple(focused[2:]))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body")
        page.close()
        assert walked[0] == ["A", "In English"]
        assert outlined == {("solid", "3px")}
        # The four numbers and the three things to begin with.
        assert [tag for tag, _ in walked[1:11]] == ["A"] * 7 + ["SELECT", "SELECT", "INPUT"]

    def test_the_keyboard_opens_what_is_folded_and_changes_language(
        self, chromium: Browser, tmp_path: Path
    ) -> None:
        path = tmp_path / "report.html"
        path.write_text(write(meeting_report(), "sv"), "utf-8")
        page = chromium.new_page()
        page.goto(path.as_uri())
        developers = page.locator(".first summary", has_text="För den som utvecklar").first
        developers.focus()
        page.keyboard.press("Enter")
        assert page.locator(".first .entry code").first.is_visible()
        page.get_by_role("link", name="In English").focus()
        page.keyboard.press("Enter")
        assert page.get_by_role("heading", name="Mend this first").is_visible()
        assert not page.locator("#report-sv").is_visible()
        page.get_by_role("link", name="to mend").click()
        assert page.locator("#report-en").is_visible()
        page.get_by_role("link", name="På svenska").click()
        assert page.get_by_role("heading", name="Rätta det här först").is_visible()
        page.close()

    def test_a_part_can_be_chosen_and_the_verdict_stays(self, chromium: Browser, tmp_path: Path) -> None:
        path = tmp_path / "report.html"
        path.write_text(write(meeting_report(), "sv"), "utf-8")
        page = chromium.new_page()
        page.goto(path.as_uri())
        picture = page.get_by_role("heading", name="Bilden saknar alternativtext")
        assert picture.is_visible()
        page.get_by_label("Dokument", exact=True).select_option("dagordning.pdf")
        assert not picture.is_visible()
        assert page.locator(".first .verdict").is_visible()
        assert page.get_by_text("Bara en del visas.").first.is_visible()
        assert page.get_by_role("heading", name="Är läsordningen rätt").is_visible()
        assert not page.locator("#document-1").is_visible()
        page.get_by_label("Vem gör det", exact=True).select_option("Mötesarrangör")
        assert not page.get_by_role("heading", name="Är läsordningen rätt").is_visible()
        page.get_by_role("button", name="Visa allt").click()
        assert picture.is_visible()
        page.close()

    @pytest.mark.parametrize("width", [320, 1280])
    def test_nothing_is_lost_in_forced_colours(self, chromium: Browser, tmp_path: Path, width: int) -> None:
        path = tmp_path / "report.html"
        path.write_text(write(meeting_report(), "sv"), "utf-8")
        page = chromium.new_page(forced_colors="active", viewport={"width": width, "height": 800})
        page.goto(path.as_uri())
        border = page.locator(".first .verdict").evaluate("each => getComputedStyle(each).borderTopStyle")
        assert border == "solid"
        assert page.get_by_text("✕").first.is_visible()
        page.close()

    def test_a_link_to_a_folded_place_opens_it(self, chromium: Browser, tmp_path: Path) -> None:
        made_report = report(document("a.pdf", (PICTURE, [(on_page(n), MISSING) for n in range(1, 30)])))
        path = tmp_path / "report.html"
        path.write_text(write(made_report, "en"), "utf-8")
        key = made_report.documents[0].judgements[20].finding.key
        page = chromium.new_page()
        page.goto(f"{path.as_uri()}#test-picture-{key}")
        assert page.locator(f"#test-picture-{key}").is_visible()
        page.close()


def test_a_place_in_the_whole_document_is_said() -> None:
    made_report = report(document("a.pdf", (TAGS, [(Where(), failed("missing"))])))
    assert "hela dokumentet" in Page(write(made_report, "sv")).text("dd")


def test_one_folded_place_is_in_the_singular() -> None:
    pictures = [(on_page(n), MISSING) for n in range(1, 7)]
    source = write(report(document("a.pdf", (PICTURE, pictures))), "sv")
    assert "<summary>Ett ställe till</summary>" in source


def test_many_documents_with_one_trouble_are_one_list() -> None:
    parts = [document(f"{n}.doc", kind="", trouble=Trouble("no-kind", ".doc")) for n in range(250)]
    page = Page(write(report(*parts), "sv"))
    assert "250 dokument" in page.text("h3")
    assert "och 50 till; alla finns i JSON-rapporten" in page.text("li")


def test_the_same_thing_in_two_parts_gets_two_anchors() -> None:
    shared = on_page(1, thing="logo"), failed("missing")
    advice = Ruleset("advice", Text("", ""), advises=("*",))
    parts = document("a.pdf", (PICTURE, [shared])), document("b.pdf", (PICTURE, [shared]), ruleset=advice)
    page = Page(write(report(*parts), "en"))
    assert len(page.ids) == len(set(page.ids))
    assert {(link["href"] or "")[1:] for link in page.all("a")} <= set(page.ids)


@pytest.mark.parametrize(("language", "date"), [("en", "22 November 2026"), ("sv", "22 november 2026")])
def test_the_report_says_when_the_check_was_made(language: str, date: str) -> None:
    dated = dataclasses.replace(meeting_report(), checked_on=datetime.date(2026, 11, 22))
    assert date in write(dated, language)
    assert date not in write(dataclasses.replace(dated, checked_on=None), language)
