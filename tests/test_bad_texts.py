"""Texts and manifests that no meeting ought to have: each is named, bounded, and left undecided where it matters."""

from __future__ import annotations

import datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from a11ycheck import ruleset
from a11ycheck.check import Report, check
from a11ycheck.config import ConfigError
from a11ycheck.decisions import Decisions
from a11ycheck.documents.statements import MOST_READ, read_text
from a11ycheck.manifest import read
from a11ycheck.occasion import Occasion
from a11ycheck.outcome import Status
from a11ycheck.verdict import Verdict

TODAY = datetime.date(2026, 3, 1)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf"
    "c000000301010018dd8db00000000049454e44ae426082"
)
FINNISH = (
    "Tervetuloa vuosikokoukseen. Kokous pidetään 24. toukokuuta 2026 kello 13.00–15.00 verkossa, ja siihen voi "
    "osallistua myös puhelimella. Lähetämme linkin kaikille jäsenille viikkoa ennen kokousta. Kerro meille, jos "
    "tarvitset jotain, jotta voit olla mukana."
)
HEBREW = "אתם מוזמנים לאסיפה השנתית ביום ראשון. האסיפה תתקיים באינטרנט. נשמח לראותכם."
ARABIC = "ندعوكم إلى الاجتماع السنوي يوم الأحد. سيعقد الاجتماع عبر الإنترنت. أهلا وسهلا بكم."
THREE = (
    "Välkommen till årsmötet den 24 maj 2026 kl. 13–15. Vi ses i Zoom, och alla medlemmar får länken en vecka före "
    "mötet. Säg till om du behöver något för att kunna vara med.\n\n"
    "Welcome to the annual meeting on 24 May 2026, from 1 to 3 pm. We meet on Zoom, and all members get the link a "
    "week before the meeting. Tell us if you need anything to take part.\n\n" + FINNISH
)
TABLE = "<table><tr><th>Dag</th><th>Tid</th></tr><tr><td>24 maj 2026</td><td>13–15</td></tr></table>"


def mail(text: str, html: str = "", *, picture: bytes = b"") -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Anna Berg <anna@forum.example.se>", "alla@forum.example.se"
    message["Subject"], message["Date"] = "Årsmöte", "Fri, 10 Apr 2026 10:00:00 +0200"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    if picture:
        message.get_payload()[1].add_related(picture, "image", "png", cid="<a@b>", disposition="inline")
    return message.as_bytes()


def checked(folder: Path, data: bytes) -> Report:
    """The mail, named as the invitation by the organiser."""
    path = folder / "inbjudan.eml"
    path.write_bytes(data)
    occasion = Occasion(roles={str(path): "invitation"})
    return check(
        [str(path)], ruleset.load(ruleset.DEFAULT), decisions=Decisions(today=TODAY), occasion=occasion
    )


def of_meeting(report: Report, rule: str) -> list[Status]:
    assert report.meeting is not None
    return [each.outcome.status for each in report.meeting.judgements if each.rule.id == rule]


@pytest.mark.parametrize(
    "text", [FINNISH, HEBREW, ARABIC, THREE], ids=["Finnish", "Hebrew", "Arabic", "three languages"]
)
def test_a_call_in_words_that_are_not_known_is_left_to_a_person(tmp_path: Path, text: str) -> None:
    report = checked(tmp_path, mail(text))
    assert [part.trouble for part in report.documents] == [None]
    assert of_meeting(report, "meeting-read-by-person") == [Status.CANNOT_TELL]
    assert report.verdict is not Verdict.PASS


@pytest.mark.parametrize(
    "data",
    [
        mail("…"),
        mail("xq zv 17 ## qqq"),
        mail("", f'<html lang="sv"><body>{TABLE}</body></html>'),
        mail(
            "", '<html lang="sv"><body><img src="cid:a@b" alt="Årsmöte 24 maj"></body></html>', picture=PIXEL
        ),
    ],
    ids=["a dot", "no language", "only a table", "only a picture"],
)
def test_where_next_to_nothing_is_said_the_meeting_does_not_pass(tmp_path: Path, data: bytes) -> None:
    report = checked(tmp_path, data)
    assert [part.trouble for part in report.documents] == [None]
    assert report.meeting is not None
    assert report.meeting.verdict is not Verdict.PASS


def test_ten_megabytes_in_one_paragraph_are_read_to_their_bound(tmp_path: Path) -> None:
    text = "Välkommen till mötet den 24 maj 2026 kl. 13–15 i Zoom. " + "ord " * 2_500_000
    read_all, read_beginning = read_text(text), read_text(text[:MOST_READ])
    assert read_all == read_beginning
    assert {"date", "platform"} <= {each.topic for each in read_all.statements}
    report = checked(tmp_path, mail(text))
    assert report.verdict is not Verdict.PASS
    assert [part.trouble and part.trouble.reason for part in report.documents] == ["not-read-whole"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            '[[material]]\nfile = "a.pdf"\nrole = "invitation"\n[[material]]\nfile = "a.pdf"\nrole = "agenda"\n',
            "a.pdf",
        ),
        ('[[material]]\nfile = "a.pdf"\nrole = "party"\n', "party"),
        ('[[material]]\nfile = "a.pdf"\naddress = "https://forum.example.se"\n', "address"),
        ('name = "Möte"\n', "material"),
        ('date = "i morgon"\n[[material]]\nfile = "a.pdf"\n', "date"),
    ],
    ids=["two roles", "an unknown role", "a file and an address", "nothing", "no day"],
)
def test_a_manifest_that_contradicts_itself_is_refused_by_name(
    tmp_path: Path, written: str, said: str
) -> None:
    path = tmp_path / "meeting.toml"
    path.write_text(written, "utf-8")
    with pytest.raises(ConfigError) as error:
        read(path)
    assert said in str(error.value)
    assert "meeting.toml" in str(error.value)
