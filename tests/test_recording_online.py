"""What services say of the captions that their recordings have, asked with ``--online``.

No service is asked here: a server on this machine answers as PeerTube documents it
(https://docs.joinpeertube.org/api-rest-reference/api/video-captions.html).
"""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck import ruleset
from a11ycheck.check import Report, check
from a11ycheck.decisions import Answer, Decisions
from a11ycheck.documents.media_hosts import HOSTS, hosted
from a11ycheck.executors import Here
from a11ycheck.online import peertube
from a11ycheck.online.asking import INTERFACES, LARGEST_ANSWER, RULE, with_what_services_say
from a11ycheck.online.listed import Listed
from a11ycheck.reports.summary import message
from a11ycheck.verdict import Judgement, Verdict
from web import Server, server

pytest.importorskip("httpx", reason="the extra for the web is not installed")

VIDEO = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
ASKED = f"/api/v1/videos/{VIDEO}/captions"
MAIL = (
    "From: forum@example.se\nTo: ada@example.se\nSubject: Film från årsmötet\nDate: Tue, 3 Mar 2026 10:00:00 +0100\n"
    "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
    '<html lang="sv"><title>Film</title><p>Hej!</p><p><a href="{0}">Film från årsmötet</a></p></html>\n'
)


def captions(*languages: str, by_machine: bool | None = False) -> dict[str, Any]:
    """An answer as PeerTube 8.1 documents it; before 6.2 nothing was said of machines."""
    said = {} if by_machine is None else {"automaticallyGenerated": by_machine}
    rows = [
        {
            "language": {"id": language, "label": language},
            "captionPath": f"/lazy-static/video-captions/{VIDEO}-{language}.vtt",
            "updatedAt": "2026-03-01T10:00:00.000Z",
            **said,
        }
        for language in languages
    ]
    return {"total": len(rows), "data": rows}


def checked(folder: Path, address: str, found_on: str = "") -> Report:
    """A mail that links to the video; as if it were a page at that address, where there is one."""
    file = folder / "inbjudan.eml"
    file.write_text(MAIL.replace("{0}", address), "utf-8")
    report = check([str(file)], ruleset.load(ruleset.DEFAULT), executor=Here())
    documents = tuple(
        replace(part, source=replace(part.source, path=found_on or part.source.path))
        for part in report.documents
    )
    return replace(report, documents=documents)


def about_captions(report: Report) -> list[Judgement]:
    return [each for part in report.documents for each in part.judgements if each.rule.id == RULE]


def told(folder: Path, answer: Any, decisions: Decisions | None = None) -> tuple[Report, Server]:
    """What a run says of a video whose server answers so."""

    def say(handler: Any) -> None:
        status, body = answer if isinstance(answer, tuple) else (200, answer)
        handler.say(status, body if isinstance(body, bytes) else json.dumps(body), "application/json")

    with server({ASKED: say}) as running:
        report = checked(folder, running.at(f"/videos/watch/{VIDEO}"), running.at("/arsmotet"))
        return with_what_services_say(report, decisions or Decisions()), running


@pytest.mark.parametrize(
    ("answer", "finding", "words"),
    [
        (captions("sv", "en"), "online-listed", "har undertexter: sv, en. Har någon kontrollerat dem?"),
        (captions("sv", by_machine=None), "online-listed", "har undertexter: sv."),
        (captions("sv", by_machine=True), "online-by-machine", "som en maskin har gjort: sv."),
        (captions(), "online-none", "anger inga undertexter"),
        (
            {"total": 2, "data": [*captions("sv", by_machine=True)["data"], *captions("en")["data"]]},
            "online-listed",
            "har undertexter: en.",
        ),
    ],
)
def test_the_question_says_what_is_listed_and_stays_a_question(
    tmp_path: Path, answer: Mapping[str, Any], finding: str, words: str
) -> None:
    report, running = told(tmp_path, answer)
    (question,) = about_captions(report)
    assert question.finding.outcome.message == finding
    assert words in message(question, "sv")
    assert "{" not in message(question, "sv") + message(question, "en")
    assert question.is_open_question
    assert question.blocks
    assert report.verdict is Verdict.UNDECIDED
    assert running.asked == [("GET", ASKED)]
    assert report.notes == ()


@pytest.mark.parametrize(
    "answer",
    [
        (404, {"detail": "Video not found"}),
        (500, b""),
        b"<html>",
        b"[" * 100_000,
        b"null",
        {"total": 1},
        {"data": [{"language": "sv"}]},
        {"data": [{"language": {"id": 7}}]},
        {"data": [{"language": {"id": "x\u202e <b>"}}]},
        b" " * (LARGEST_ANSWER + 1),
        b"\xff\xfe",
    ],
)
def test_an_answer_that_is_not_as_documented_leaves_the_question_and_is_said(
    tmp_path: Path, answer: Any
) -> None:
    report, running = told(tmp_path, answer)
    (question,) = about_captions(report)
    assert question.finding.outcome.message == "checked"
    (note,) = report.notes
    assert running.at() in note.sv


def test_an_answer_to_the_question_with_the_list_holds(tmp_path: Path) -> None:
    today = datetime.date(2026, 3, 3)
    with server({ASKED: lambda handler: handler.say(200, json.dumps(captions("sv")))}) as running:
        asked = checked(tmp_path, running.at(f"/w/{VIDEO}"), running.at("/"))
        (question,) = about_captions(with_what_services_say(asked, Decisions()))
        decisions = Decisions((Answer(question.finding.key, True, "Ada", today),))
        (answered,) = about_captions(with_what_services_say(asked, decisions))
    assert answered.answer is not None
    assert not answered.blocks


def test_a_question_that_is_answered_is_not_asked_of_anybody(tmp_path: Path) -> None:
    with server() as running:
        address = running.at(f"/w/{VIDEO}")
        (question,) = about_captions(checked(tmp_path, address))
        decisions = Decisions((Answer(question.finding.key, True, "Ada", datetime.date(2026, 3, 3)),))
        report = check([str(tmp_path / "inbjudan.eml")], ruleset.load(ruleset.DEFAULT), decisions=decisions)
        assert with_what_services_say(report, decisions) is report
        assert running.asked == []


def test_a_file_from_somewhere_makes_nobody_ask_a_private_network(tmp_path: Path) -> None:
    with server() as running:
        report = checked(tmp_path, running.at(f"/videos/embed/{VIDEO}"))
        report = with_what_services_say(report, Decisions())
        assert running.asked == []
    assert [note.en.rpartition(" ")[2] for note in report.notes] == ["(private-address)"]


def test_services_without_an_open_interface_are_not_asked(tmp_path: Path) -> None:
    report = checked(tmp_path, "https://www.youtube.com/watch?v=abc_-123")
    assert len(about_captions(report)) == 1
    assert with_what_services_say(report, Decisions()) is report


def run(*arguments: str) -> str:
    command = [sys.executable, "-m", "a11ycheck", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout


def test_nobody_is_asked_without_the_option(tmp_path: Path) -> None:
    with server() as running:
        checked(tmp_path, running.at(f"/videos/embed/{VIDEO}"))
        plain, online = (
            run(str(tmp_path / "inbjudan.eml"), "--language", "en", *more) for more in ([], ["--online"])
        )
        assert running.asked == []
    assert "private-address" not in plain
    assert "private-address" in online


def test_every_service_that_lists_captions_has_an_interface() -> None:
    assert {host.key for host in HOSTS if host.lists_captions} == INTERFACES.keys()


@pytest.mark.parametrize(
    "address",
    [
        f"https://video.example.se/videos/embed/{VIDEO}?start=3",
        f"https://video.example.se/videos/watch/{VIDEO}",
        f"https://video.example.se/w/{VIDEO}",
    ],
)
def test_where_peertube_is_asked(address: str) -> None:
    video = hosted(address)
    assert video is not None
    assert video.host.key == "peertube"
    assert peertube.asked_at(address, video) == f"https://video.example.se{ASKED}"


@pytest.mark.parametrize("path", ["/w/kort", "/videos/watch/abc", f"/videos/{VIDEO}", f"/w/p/{VIDEO}", "/w/"])
def test_what_is_no_video_of_peertube(path: str) -> None:
    assert hosted(f"https://video.example.se{path}") is None


@given(st.binary(max_size=200))
def test_any_answer_is_read_or_refused(answer: bytes) -> None:
    try:
        found = peertube.listed(answer)
    except ValueError:
        return
    assert all(isinstance(each, Listed) for each in found)
