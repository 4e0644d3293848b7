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
from a11ycheck.reports.html import write
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
    return report(
        document(
            f"{bad}.pdf",
            (PICTURE, [(on_page(1, ("picture", bad)), question(bad)), (on_page(2, ("text", long)), MISSING)]),
            (CONTRAST, [(on_page(n), failed("low", ratio=float(n), least=4.5)) for n in range(9)]),
            facts=Facts(title=bad, program=bad),
        ),
        document(f"{long}.pdf", trouble=Trouble("broken", long)),
    )


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
    def test_is_whole_and_in_its_language(self, any_report: Report, language: str) -> None:
        source = write(any_report, language)
        page = Page(source)
        assert source.startswith("<!doctype html>")
        assert page.all("html") == [{"lang": language}]
        assert len(page.all("h1")) == len(page.all("main")) == len(page.all("title")) == 1

    def test_has_no_script_and_fetches_nothing(self, any_report: Report, language: str) -> None:
        page = Page(write(any_report, language))
        assert not {tag for tag, _ in page.elements} & {"script", "link", "img", "iframe", "object", "form"}
        assert not [
            attribute for _, found in page.elements for attribute in found if attribute.startswith("on")
        ]
        assert all((link["href"] or "").startswith("#") for link in page.all("a"))
        policy = next(
            meta for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

    def test_every_link_leads_somewhere_and_every_id_is_one(self, any_report: Report, language: str) -> None:
        page = Page(write(any_report, language))
        assert len(page.ids) == len(set(page.ids))
        assert {(link["href"] or "")[1:] for link in page.all("a")} <= set(page.ids)

    def test_headings_skip_no_level(self, any_report: Report, language: str) -> None:
        levels = [
            int(tag[1])
            for tag, _ in Page(write(any_report, language)).elements
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
    page = Page(write(meeting_report(), "sv"))
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


def test_a_picture_of_the_place_stands_with_what_was_found() -> None:
    made_report = report(document("a.pdf", (PICTURE, [(on_page(1), MISSING), (on_page(2), MISSING)])))
    (part,) = made_report.documents
    crop = Crop(b"\x89PNG\r\n\x1a\n", "image/png", 480, 105, (0.1, 0.2, 0.6, 0.75))
    shown = dataclasses.replace(part, crops={part.judgements[1].finding.key: crop})
    written = write(dataclasses.replace(made_report, documents=(shown,)), "sv")
    assert written.count("<figure>") == 1
    assert (
        'src="data:image/png;base64,iVBORw0KGgo=" width="480" height="105" alt="Ett utsnitt av sidan"'
        in written
    )
    assert 'style="inset: 20.0% 40.0% 25.0% 10.0%"' in written
    assert "<figcaption>sida 2: ramen visar var</figcaption>" in written
    assert "<figure>" not in write(made_report, "sv")


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


def test_one_entry_of_ten_thousand_stays_small() -> None:
    found = [(on_page(1, ("paragraph", n)), failed("long", words=n, most=25)) for n in range(10_000)]
    assert len(write(report(document("a.pdf", (READING, found))), "en").encode()) < 200_000


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
            """() => Math.max(...[...document.querySelectorAll('p, dd')].map(each => {
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

    def test_all_of_it_is_printed(self, chromium: Browser, tmp_path: Path) -> None:
        extract_text = pytest.importorskip("pdfminer.high_level").extract_text
        made_report = report(document("a.pdf", (PICTURE, [(on_page(n), MISSING) for n in range(1, 30)])))
        path = tmp_path / "report.html"
        path.write_text(write(made_report, "en"), "utf-8")
        page = chromium.new_page()
        page.goto(path.as_uri())
        printed = extract_text(io.BytesIO(page.pdf()))
        page.close()
        for folded in (
            made_report.documents[0].judgements[0].finding.key,
            "page 29",
            "Select the picture, choose Object",
            "pikepdf 10.0.0",
        ):
            assert folded in printed

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
