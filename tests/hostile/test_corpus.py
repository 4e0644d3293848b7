"""The hostile corpus in one run: each file has a result or a reason, and the good ones are judged as if alone."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from hostile.corpus import corpus
from hostile.settings_files import JSON_LD, SETTINGS, SITEMAPS

from a11ycheck import decisions, fetching, manifest, ruleset
from a11ycheck.check import DocumentReport, Report, check
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.job import RULE_BROKE, Result
from a11ycheck.sources import MOST_FOUND_INSIDE, Source
from a11ycheck.toml_file import ConfigError
from places import ROOT

MEETINGS = ROOT / "fixtures" / "meetings"
GOOD = (
    *(
        MEETINGS / "arsmote-sv" / "good" / name
        for name in ("agenda.docx", "agenda.odt", "invitation.eml", "meeting.ics")
    ),
    *(MEETINGS / "annual-meeting-en" / "good" / name for name in ("slides.pptx", "slides.odp")),
    MEETINGS / "forumkonferensen" / "good" / "inbjudan.pdf",
    *(ROOT / "fixtures" / "captions-broken" / f"passed.{suffix}" for suffix in ("vtt", "ttml")),
    ROOT / "fixtures" / "recording-captions-language" / "passed.mp4",
)
LOST = {"crashed", "timed-out", "out-of-memory", "missing-part"}
"""Reasons that come of a fault of ours, or of a limit that the fence had to hold."""
CORPUS = corpus()


def run(folder: Path) -> Report:
    return check([str(path) for path in sorted(folder.iterdir())], ruleset.load(ruleset.DEFAULT))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("good")
    put_good(folder)
    return run(folder)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("all")
    for name, make in CORPUS.items():
        (folder / name).write_bytes(make())
    put_good(folder)
    return run(folder)


def put_good(folder: Path) -> None:
    for number, path in enumerate(GOOD):
        shutil.copyfile(path, folder / f"good{number}{path.suffix}")


def parts(report: Report) -> dict[str, DocumentReport]:
    return {Path(part.source.name).name: part for part in report.documents if not part.source.found_in}


def test_there_are_enough_of_every_kind() -> None:
    assert len(CORPUS) >= 120
    kinds = Counter(name.rpartition(".")[2] for name in CORPUS)
    assert {
        "pdf",
        "docx",
        "pptx",
        "odt",
        "odp",
        "eml",
        "msg",
        "mbox",
        "ics",
        "vtt",
        "srt",
        "sbv",
        "ttml",
    } <= set(kinds)
    assert {"mp4", "mkv", "mp3", "wav", "flac", "ogg"} <= set(kinds)


@pytest.mark.parametrize("name", CORPUS)
def test_a_hostile_file_has_a_result_or_a_reason(report: Report, name: str) -> None:
    part = parts(report)[name]
    assert part.rules or part.trouble
    assert part.trouble is None or part.trouble.reason not in LOST, part.trouble


def test_no_rule_breaks_and_nothing_found_inside_is_lost(report: Report) -> None:
    broken = [
        judgement.finding
        for part in report.documents
        for judgement in part.judgements
        if judgement.outcome.message == RULE_BROKE
    ]
    assert not broken
    found = [part for part in report.documents if part.source.found_in]
    assert len(found) <= MOST_FOUND_INSIDE + len(CORPUS)
    assert not [part.source.name for part in found if part.trouble and part.trouble.reason in LOST]


def test_what_was_not_read_whole_never_passes(report: Report) -> None:
    assert not [
        part.source.name for part in report.documents if part.trouble and part.verdict.value == "pass"
    ]


@pytest.mark.parametrize("number", range(len(GOOD)), ids=lambda number: GOOD[number].name)
def test_the_good_among_them_are_judged_as_if_alone(alone: Report, report: Report, number: int) -> None:
    name = f"good{number}{GOOD[number].suffix}"
    among, apart = parts(report)[name], parts(alone)[name]
    assert among.trouble is None
    assert among.verdict is apart.verdict
    assert [judgement.finding for judgement in among.judgements] == [
        judgement.finding for judgement in apart.judgements
    ]


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_are_read_or_refused_with_words(tmp_path: Path, name: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(SETTINGS[name])
    for read in (
        manifest.read,
        decisions.load_answers,
        decisions.load_waivers,
        lambda path: ruleset.load(str(path)),
    ):
        try:
            read(path)
        except ConfigError as refused:
            said = str(refused)
        else:
            continue
        assert str(path) in said or "/etc/passwd" in said


@pytest.mark.parametrize("name", SITEMAPS)
def test_sitemaps_lead_to_pages_on_the_web_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / "sitemap.xml"
    path.write_bytes(SITEMAPS[name])
    listed = fetching.in_sitemap(Source("sitemap.xml", path=str(path)))
    assert 1 <= len(listed) <= fetching.MOST_IN_SITEMAP + 1
    assert all(each.trouble or each.path.startswith(("http://", "https://")) for each in listed)


@pytest.mark.parametrize("name", JSON_LD)
def test_what_a_page_says_for_machines_becomes_facts(name: str) -> None:
    page = Page.of(Element("script", {}, value=JSON_LD[name].decode("utf-8", "replace")))
    facts = page.facts()
    assert Result(facts=facts).to_json()["facts"]["pages"] == 1
