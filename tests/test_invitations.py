"""Whole invitations, in Swedish and English: planted faults are found, and none is invented."""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from pathlib import Path

import pytest

from a11ycheck import ruleset
from a11ycheck.check import Report, check
from a11ycheck.decisions import Decisions
from a11ycheck.outcome import Status
from a11ycheck.registry import all_rules, rules_for

ZOOM = "https://us02web.zoom.us/j/12345678"
PLACES = {
    "sv": {
        "subject": "Kallelse till årsmöte i Zoom 24 maj kl. 13",
        "summary": "Läsecirkelns årsmöte",
        "text": (
            "Du är välkommen till läsecirkelns årsmöte söndag 24 maj 2026 kl. 13.00–15.00 (svensk tid).",
            "Vi går igenom året, väljer styrelse och talar om Aniara. Dagordningen är bifogad.",
            f"Anslut till mötet: {ZOOM}",
            "Eller ring in på 08-123 45 67, mötes-id: 123 456 78.",
            "Mötet skrivtolkas. Behöver du teckenspråkstolk eller annat stöd för att delta? Hör av dig till Anna Berg, "
            "anna@forum.example.se, senast den 10 maj.",
        ),
        "link": "Anslut till årsmötet i Zoom",
        "alt": "Läsecirkeln i biblioteket, sex personer runt ett bord",
    },
    "en": {
        "subject": "Annual meeting on Zoom, 24 May at 1 pm",
        "summary": "Annual meeting of the reading circle",
        "text": (
            "You are welcome to the annual meeting of the reading circle on Sunday 24 May 2026, 1 pm to 3 pm CEST.",
            "We will go through the year, elect a board and talk about Aniara. The agenda is attached.",
            f"Join the meeting: {ZOOM}",
            "Or dial in: +46 8 123 45 67, meeting ID: 123 456 78.",
            "There are live captions. Do you need an interpreter or other support to take part? Please tell us about "
            "your access needs: Anna Berg, anna@forum.example.se, no later than 10 May.",
        ),
        "link": "Join the annual meeting on Zoom",
        "alt": "The reading circle in the library, six people around a table",
    },
}
LINKED = {
    "anna@forum.example.se": "mailto:anna@forum.example.se",
    "08-123 45 67": "tel:+4681234567",
    "+46 8 123 45 67": "tel:+4681234567",
}
PDF = b"%PDF-1.7\n"


def calendar(language: str, good: bool) -> str:
    words = PLACES[language]
    description = (
        "\\n".join(words["text"]).replace(",", "\\,") if good else "<p>Vi ses på nätet / We meet online</p>"
    )
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:1@forum.example.se",
        f"DTSTAMP:2026050{1 if good else 9}T100000Z" if good else "DTSTAMP:20260520T100000Z",
        f"SUMMARY:{words['summary'] if good else 'Meeting'}",
        "DTSTART:20260524T110000Z" if good else "DTSTART:20260524T130000",
        *(["DTEND:20260524T130000Z"] if good else ["DTEND:20260524T150000"]),
        "ORGANIZER;CN=Anna Berg:mailto:anna@forum.example.se", "ATTENDEE;RSVP=TRUE:mailto:medlemmar@forum.example.se",
        f"DESCRIPTION:{description}", *([] if good else ["BEGIN:VALARM", "ACTION:AUDIO", "END:VALARM"]),
        "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip
    return "\r\n".join(lines)


def mail(language: str, good: bool) -> str:
    words = PLACES[language]
    paragraphs = "".join(f"<p>{text}</p>" for text in words["text"] if ZOOM not in text)
    if good:
        for written, target in LINKED.items():
            paragraphs = paragraphs.replace(written, f'<a href="{target}">{written}</a>')
        picture = f'<img src="cid:a" alt="{words["alt"]}" width="300">'
        body = f'<h1>{words["subject"]}</h1>{paragraphs}<p><a href="{ZOOM}">{words["link"]}</a></p>{picture}'
        html, text, name = (
            f'<html lang="{language}"><body>{body}</body></html>',
            "\n\n".join(words["text"]),
            "agenda-2026",
        )
    else:
        picture = '<img src="cid:a" width="300">'
        body = f'<h1></h1><div style="color:#aaa">{paragraphs}</div><a href="{ZOOM}"></a>{picture}'
        html, text, name = f"<html><body>{body}</body></html>", "\n", "scan0001"
    parts = (
        ("multipart/alternative; boundary=b", "", f"--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--b\n"
         f"Content-Type: text/html; charset=utf-8\n\n{html}\n--b\n"
         f"Content-Type: text/calendar; charset=utf-8; method=REQUEST\n\n{calendar(language, good)}\n--b--"),
        ("application/pdf", f'Content-Disposition: attachment; filename="{name}.pdf"\n'
         "Content-Transfer-Encoding: base64\n", b64encode(PDF).decode()),
    )  # fmt: skip
    head = (
        "From: Anna Berg <anna@forum.example.se>\nDate: Fri, 01 May 2026 10:00:00 +0200\n"
        f"Subject: {words['subject'] if good else 'Meeting'}\n"
    )
    return (
        head
        + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n"
        + "".join(f"--m\nContent-Type: {kind}\n{extra}\n{body}\n" for kind, extra, body in parts)
        + "--m--\n"
    )


def checked(folder: Path, language: str, good: bool) -> Report:
    (folder / "invitation.eml").write_text(mail(language, good), "utf-8")
    before_the_meeting = Decisions(today=date(2026, 5, 2))
    return check(
        [str(folder / "invitation.eml")],
        ruleset.load("accessible-for-everyone"),
        decisions=before_the_meeting,
    )


def failed(report: Report, kind: str) -> set[str]:
    return {
        judgement.finding.rule
        for part in report.documents
        if part.source.kind == kind
        for judgement in part.judgements
        if judgement.outcome.status is Status.FAILED
    }


@pytest.mark.parametrize("language", PLACES)
def test_nothing_is_found_in_a_good_invitation(tmp_path: Path, language: str) -> None:
    report = checked(tmp_path, language, good=True)
    assert failed(report, "mail") | failed(report, "calendar") == set()


@pytest.mark.parametrize("language", PLACES)
def test_every_planted_fault_is_found_in_a_bad_one(tmp_path: Path, language: str) -> None:
    report = checked(tmp_path, language, good=False)
    assert failed(report, "mail") == {
        "content-heading-empty",
        "content-link-text",
        "content-picture-alt",
        "mail-address-not-linked",
        "mail-attachment-name",
        "mail-language",
        "mail-plain-text",
        "mail-subject",
        "mail-text-contrast",
    }
    assert failed(report, "calendar") == {
        "calendar-alarm-seen",
        "calendar-event-name",
        "calendar-event-time",
        "calendar-html-in-description",
    }


@pytest.mark.parametrize("language", PLACES)
def test_what_comes_with_the_mail_is_checked_as_well(tmp_path: Path, language: str) -> None:
    report = checked(tmp_path, language, good=True)
    assert [(part.source.kind, part.source.found_in != "") for part in report.documents] == [
        ("mail", False),
        ("calendar", True),
        ("pdf", True),
    ]


@pytest.mark.parametrize("language", PLACES)
def test_mail_and_calendar_tell_the_meeting_the_same(tmp_path: Path, language: str) -> None:
    report = checked(tmp_path, language, good=True)
    in_mail, in_calendar = (part.facts for part in report.documents[:2])
    assert in_mail is not None
    assert in_calendar is not None
    assert in_mail.role == in_calendar.role == "invitation"
    assert in_mail.joining == in_calendar.joining == (ZOOM,)
    assert in_mail.telephones == in_calendar.telephones
    assert in_mail.times[0].start == "2026-05-24T13:00"
    assert in_calendar.times[0] == ("2026-05-24T11:00", "2026-05-24T13:00", "UTC")


def test_advice_on_what_an_invitation_says_is_never_a_clause_of_wcag() -> None:
    rules = [rule for name, rule in all_rules().items() if name.startswith(("invitation-", "meeting-"))]
    assert rules
    assert not [rule.id for rule in rules if rule.meets]


@pytest.mark.parametrize("kind", ["mail", "calendar"])
def test_title_and_language_have_one_rule_each(kind: str) -> None:
    rules = set(rules_for(kind))
    assert not rules & {"content-title", "content-language"}
    assert {
        "content-picture-alt",
        "content-link-text",
        f"{kind}-language",
        "invitation-joining-link-label",
    } <= rules
