"""Videos that play in Word documents, on slides and in mails: each is asked about, once."""

from __future__ import annotations

import pytest

from a11ycheck.documents.content import Content, Player
from a11ycheck.documents.mail.open import open_mail
from a11ycheck.documents.markup.read import read_markup
from a11ycheck.documents.office.open import open_office
from a11ycheck.documents.recordings import recordings_of
from a11ycheck.executors import Here
from a11ycheck.job import Job, Result
from a11ycheck.outcome import Status
from a11ycheck.ruleset import DEFAULT, load
from office_parts import docx, pptx

VIDEO = "https://www.youtube.com/embed/abcd"
EMBEDDED = (
    f"&lt;iframe width=&quot;200&quot; src=&quot;{VIDEO}?feature=oembed&amp;amp;x=1&quot;&gt;&lt;/iframe&gt;"
)
WORD_2013 = 'xmlns:wp15="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing"'


def drawn(embedded: str = EMBEDDED, click: str = "") -> str:
    """A picture with an online video, as Word writes it ([MS-ODRAWXML], 2.19.3.1: embeddedHtml, h and w)."""
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Video 1" descr="Mats Snälls presentation">'
        f'{click}<a:extLst><a:ext uri="{{C809E66F}}"><wp15:webVideoPr {WORD_2013} embeddedHtml="{embedded}" h="113" '
        'w="200"/></a:ext></a:extLst></wp:docPr><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
        '<a:blip r:embed="rIdP"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        "</w:p>"
    )


def word(body: str, **more: bytes) -> bytes:
    parts = {
        "word/media/a.png": b"x",
        **{f"word/media/{name.replace('_', '.')}": data for name, data in more.items()},
    }
    related = {"rIdP": ("image", "media/a.png"), "rIdV": ("hyperlink", "https://youtu.be/abcd")}
    return docx(body, related=related, more=parts)


def asked(kind: str, data: bytes) -> list[str]:
    (result,) = Here().run([Job(f"dokument.{kind}", kind, load(DEFAULT), data=data)])
    assert isinstance(result, Result)
    assert result.trouble is None
    return [
        finding.rule
        for finding in result.findings
        if finding.outcome.status is Status.CANNOT_TELL
        and ("recording" in finding.rule or "media" in finding.rule)
    ]


def players(content: Content) -> list[Player]:
    return [block for block in content.blocks if isinstance(block, Player)]


def test_an_online_video_in_word_is_a_player() -> None:
    (player,) = players(open_office(word(drawn())).content)
    assert player.kind == "embedded"
    assert player.addresses == (f"{VIDEO}?feature=oembed&x=1",)
    assert player.name == "Mats Snälls presentation"


def test_it_is_asked_about_once_where_its_picture_leads_to_it_too() -> None:
    data = word(drawn(click='<a:hlinkClick r:id="rIdV"/>'))
    (recording,) = recordings_of(open_office(data).content)
    assert recording.service is not None
    assert recording.service.identity == "abcd"
    assert sorted(asked("office", data)) == ["content-recording-captions", "content-recording-described"]


def test_a_picture_that_only_leads_to_a_video_is_asked_about_too() -> None:
    shown = drawn("", click='<a:hlinkClick r:id="rIdV"/>')
    assert "content-recording-captions" in asked("office", word(shown))


@pytest.mark.parametrize(
    "embedded", ["", "hej", "&lt;iframe&gt;", "&lt;iframe src=&gt;", "&lt;iframe " * 2_000, "src=x" * 4_000]
)
def test_what_names_no_address_is_no_player(embedded: str) -> None:
    assert players(open_office(word(drawn(embedded))).content) == []


def test_a_recording_in_a_word_document_is_found_in_it() -> None:
    found = open_office(word(drawn(), film_mp4=b"\0\0\0\x08ftypmp42", ljud_mp3=b"ID3")).found()
    assert [(each.name, each.data) for each in found] == [
        ("film.mp4", b"\0\0\0\x08ftypmp42"),
        ("ljud.mp3", b"ID3"),
    ]


def test_an_online_video_on_a_slide_is_asked_about_by_the_rules_for_recordings_alone() -> None:
    shape = (
        '<p:pic><p:nvPicPr><p:cNvPr id="4" name="Film" descr="Film"/><p:cNvPicPr/><p:nvPr><a:videoFile r:link="rIdV"/>'
        "</p:nvPr></p:nvPicPr><p:blipFill/><p:spPr/></p:pic>"
    )
    data = pptx(shape, related={"rIdV": ("video", VIDEO)})
    assert sorted(asked("office", data)) == ["content-recording-captions", "content-recording-described"]


def mail(html: str) -> bytes:
    head = "From: Anna <anna@forum.example.se>\nSubject: Inspelningen\nContent-Type: text/html; charset=utf-8\n\n"
    return f"{head}<html lang=sv><body><p>Här är inspelningen från mötet.</p>{html}</body></html>".encode()


def test_a_video_in_a_mail_is_asked_about() -> None:
    data = mail('<video title="Mötet"><source src="https://media.example.se/f.mp4">Se <a href="https://media.example.se'
                '/f.mp4">filmen</a></video>')  # fmt: skip
    (recording,) = recordings_of(open_mail(data).content)
    assert (recording.label, recording.is_sound) == ("Mötet", False)
    assert sorted(asked("mail", data)) == ["content-recording-captions", "content-recording-described"]


def test_a_sound_in_a_mail_is_asked_about() -> None:
    assert asked("mail", mail('<audio src="https://media.example.se/f.mp3"></audio>')) == [
        "content-recording-transcript"
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<video></video>",
        '<video src="cid:film"></video>',
        '<div style="display:none"><video src="https://media.example.se/f.mp4"></video></div>',
        "<video>" * 500,
        "<video>" + "<source src=x>" * 5_000,
    ],
)
def test_what_does_not_play_is_not_asked_about(html: str) -> None:
    assert [block for block in read_markup(html).blocks if isinstance(block, Player)] == []
