"""Mail: what is read of EML and mbox, header by header and part by part."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.documents.content import Heading, Link, Paragraph, Picture
from a11ycheck.documents.facts import Contact, When
from a11ycheck.documents.mail import looks_like_mail
from a11ycheck.documents.mail.headers import decoded, text_of
from a11ycheck.documents.mail.message import Parts
from a11ycheck.documents.mail.model import Mail
from a11ycheck.documents.mail.open import open_mail
from a11ycheck.trouble import CouldNotCheck

HEAD = "From: Anna Berg <anna@forum.example.se>\nDate: Tue, 05 May 2026 10:00:00 +0200\nSubject: Kallelse\n"
ZOOM = "https://us02web.zoom.us/j/12345678?pwd=abc"


def mail(text: str) -> Mail:
    return open_mail((HEAD + text).encode())


def in_parts(kind: str, *parts: str) -> str:
    return (
        f"Content-Type: multipart/{kind}; boundary=x\n\n"
        + "".join(f"--x\n{part}\n" for part in parts)
        + "--x--\n"
    )


PLAIN = "Content-Type: text/plain; charset=utf-8\n\nÅrsmöte på nätet."
HTML = "Content-Type: text/html; charset=utf-8\n\n<html lang=sv><h1>Årsmöte</h1><p>På nätet.</p></html>"


class TestHeaders:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("Kallelse", "Kallelse"),
            ("=?utf-8?q?=C3=85rsm=C3=B6te?=", "Årsmöte"),
            ("=?UTF-8?B?w4Vyc23DtnRl?=", "Årsmöte"),
            ("=?iso-8859-1?q?=C5rs?= =?iso-8859-1?q?m=F6te?=", "Årsmöte"),
            ("=?utf-8?q?=C3=85rsm=C3=B6te?= i Zoom", "Årsmöte i Zoom"),
            ("=?utf-8*sv?q?m=C3=B6te_1?=", "möte 1"),
            ("=?x-nobody?q?m=C3=B6te?=", "möte"),
            ("=?utf-8?b?%%%?=", "%%%"),
            ("=?utf-8?q?", "=?utf-8?q?"),
            ("en\n rad", "en rad"),
        ],
    )
    def test_encoded_words_are_read(self, written: str, meant: str) -> None:
        assert decoded(written) == meant

    @given(st.text(max_size=200))
    def test_any_header_comes_out_as_one_line(self, written: str) -> None:
        assert "\n" not in decoded(written)

    def test_bytes_beyond_ascii_are_read(self) -> None:
        assert open_mail("Subject: Årsmöte\n\nHej".encode()).subject == "Årsmöte"
        assert open_mail("Subject: Årsmöte\n\nHej".encode("latin-1")).subject == "Årsmöte"

    @pytest.mark.parametrize(
        ("data", "charset", "text", "trouble"),
        [
            ("å".encode(), "utf-8", "å", ""),
            (b"\xe5", "iso-8859-1", "å", ""),
            (b"\xe5", "utf-8", "å", "not utf-8"),
            ("å".encode(), "x-forum", "å", "unknown charset x-forum"),
            (b"\xe5", "", "å", "no charset"),
            (b"a", "", "a", ""),
            (b"a", "base64", "a", ""),
            ("å".encode(), "us-ascii", "å", "not us-ascii"),
        ],
    )
    def test_a_wrong_charset_is_said_and_the_text_read_all_the_same(
        self, data: bytes, charset: str, text: str, trouble: str
    ) -> None:
        assert text_of(data, charset) == (text, trouble)

    def test_sender_and_date(self) -> None:
        opened = mail("\nHej")
        assert opened.sender == Contact("Anna Berg", "anna@forum.example.se")
        assert opened.sent == "2026-05-05"

    def test_a_date_that_is_none_is_not_known(self) -> None:
        assert open_mail(b"Subject: x\nDate: i morgon\n\n").sent == ""


class TestParts:
    def test_the_html_is_what_is_read_and_the_text_beside_it_is_kept(self) -> None:
        opened = mail(in_parts("alternative", PLAIN, HTML))
        assert [type(block) for block in opened.content.blocks] == [Heading, Paragraph]
        assert opened.plain is not None
        assert opened.plain.strip() == "Årsmöte på nätet."
        assert opened.content.language == "sv"

    def test_html_alone_has_no_text_part(self) -> None:
        assert mail(HTML).plain is None

    def test_plain_text_has_paragraphs_and_no_structure(self) -> None:
        opened = mail("Content-Type: text/plain\n\nEtt\nstycke.\n\n> citat\n\nEtt till.\n")
        assert [block.text for block in opened.content.paragraphs()] == ["Ett stycke.", "Ett till."]
        assert not opened.content.structured

    def test_the_foot_of_a_mailing_list_is_no_text_part(self) -> None:
        opened = mail(in_parts("mixed", HTML, "Content-Type: text/plain\n\n_____\nlist@example.se"))
        assert opened.plain is None

    def test_a_multipart_that_no_boundary_divides_is_text(self) -> None:
        assert mail("Content-Type: multipart/mixed\n\nHej på er!").text == "Hej på er!"

    def test_attachments_are_found_and_pictures_in_the_text_are_not(self) -> None:
        picture = (
            "Content-Type: image/png\nContent-ID: <a1>\nContent-Disposition: inline; filename=logo.png\n"
            "Content-Transfer-Encoding: base64\n\niVBORw0KGgo="
        )
        pdf = (
            'Content-Type: application/pdf\nContent-Disposition: attachment; filename="..\\\\C\\\\dagordning.pdf"\n'
            "Content-Transfer-Encoding: base64\n\nJVBERi0xLjcK"
        )
        html = 'Content-Type: text/html\n\n<p>Hej</p><img src="cid:a1" alt="Forum">'
        opened = mail(in_parts("mixed", html, picture, pdf))
        assert [(each.name, each.shown) for each in opened.attachments] == [
            ("logo.png", True),
            ("dagordning.pdf", False),
        ]
        assert [(each.name, each.data) for each in opened.found()] == [("dagordning.pdf", b"%PDF-1.7\n")]

    def test_a_calendar_entry_is_found(self) -> None:
        entry = "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nEND:VCALENDAR"
        opened = mail(in_parts("alternative", PLAIN, HTML, entry))
        assert [each.name for each in opened.found()] == ["calendar-1.ics"]
        assert opened.has_calendar
        assert opened.facts().role == "invitation"

    def test_the_same_entry_twice_is_found_once(self) -> None:
        entry = "\n\nBEGIN:VCALENDAR\nEND:VCALENDAR"
        as_file = "Content-Type: application/ics; name=invite.ics\nContent-Disposition: attachment" + entry
        opened = mail(in_parts("mixed", PLAIN, "Content-Type: text/calendar" + entry, as_file))
        assert len(list(opened.found())) == 1
        assert len(opened.attachments) == 2

    def test_a_mail_in_the_mail_is_found_as_a_mail(self) -> None:
        opened = mail(in_parts("mixed", PLAIN, "Content-Type: message/rfc822\n\nSubject: Inre\n\nHej"))
        (inner,) = opened.found()
        assert inner.name.endswith(".eml")
        assert open_mail(inner.data).subject == "Inre"

    def test_a_mailbox_is_its_first_mail_and_the_others_are_found(self) -> None:
        begins = "From a@b.se Tue May  5 10:00:00 2026\n"
        box = f"{begins}Subject: Ett\n\nHej\n\n{begins}Subject: Två\n\nHej\n"
        opened = open_mail(box.encode())
        assert opened.subject == "Ett"
        (other,) = opened.found()
        assert open_mail(other.data).subject == "Två"

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("Content-Type: multipart/encrypted; boundary=x\n\n--x\n\nx\n--x--", "encryption"),
            ("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB", "encryption"),
        ],
    )
    def test_locked_mail_is_refused(self, text: str, reason: str) -> None:
        with pytest.raises(CouldNotCheck) as refused:
            mail(text)
        assert refused.value.trouble.reason == reason

    @pytest.mark.parametrize(
        "data", [b"\0" * 500, b"%PDF-1.7", b"Hej!\n\nHej!", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9]
    )
    def test_what_is_no_mail_is_refused(self, data: bytes) -> None:
        with pytest.raises(CouldNotCheck) as refused:
            open_mail(data)
        assert refused.value.trouble.reason in ("not-what-it-says", "broken")

    def test_winmail_dat_is_said_not_to_be_read(self) -> None:
        opened = mail("Content-Type: application/ms-tnef; name=winmail.dat\n\nx")
        assert opened.unread() == "winmail.dat"
        assert opened.only_formatted == "winmail.dat"


class TestMsg:
    """Outlook's own files: those at hand, since nothing here writes them."""

    def opened(self, suites: Path, name: str) -> Mail:
        return open_mail((suites / "real" / "msg" / f"{name}.msg").read_bytes())

    def test_html_that_is_packed_in_rtf_is_read(self, suites: Path) -> None:
        opened = self.opened(suites, "f412ff16e9b3")
        assert opened.html is not None
        assert [type(block) for block in opened.content.blocks if isinstance(block, Link)]

    def test_letters_beyond_ascii(self, suites: Path) -> None:
        assert self.opened(suites, "13967a31e7fe").subject == "Subject öäü Subject"
        assert (self.opened(suites, "f7a05e19b5dd").subject or "").startswith("はい")

    def test_a_mail_in_the_mail_is_found_as_a_mail(self, suites: Path) -> None:
        (inner,) = self.opened(suites, "767a17b30050").found()
        assert open_mail(inner.data).subject == "sample"

    def test_a_signed_mail_is_read(self, suites: Path) -> None:
        opened = self.opened(suites, "a07432510962")
        assert opened.text
        assert not opened.unread()

    @pytest.mark.parametrize(
        ("name", "when", "repeats"),
        [
            ("6ace67539e1f", When("2022-12-04T13:00", "2022-12-04T13:30", "UTC"), False),
            ("a63c0e68c9ee", When("2023-01-06T03:00", "2023-01-06T04:00", "UTC"), True),
            # A whole day in Japan begins at 15.00 UTC the day before.
            ("2e0775ce1055", When("2022-12-02"), False),
        ],
    )
    def test_outlooks_own_fields_tell_when_a_meeting_is(
        self, suites: Path, name: str, when: When, repeats: bool
    ) -> None:
        opened = self.opened(suites, name)
        assert opened.appointment is not None
        assert (opened.appointment.time, opened.appointment.repeats) == (when, repeats)
        assert opened.facts().times[0] == when
        assert not opened.unread()

    def test_what_is_no_mail_is_refused(self, suites: Path) -> None:
        with pytest.raises(CouldNotCheck) as refused:
            self.opened(suites, "d785c840a6c1")
        assert refused.value.trouble.reason == "not-what-it-says"

    def test_a_mail_that_is_written_out_is_read_as_it_was(self) -> None:
        parts = Parts(
            "Årsmöte", Contact("Åsa Ö", "asa@example.se"), "2026-05-05", "sv", ["Hej"], ["<p>Hej på er</p>"]
        )
        parts.attach("dagordning å.pdf", "application/pdf", b"%PDF-1.7")
        parts.attach("bild.png", "application/octet-stream", b"x", "<a1>")
        again = open_mail(parts.written())
        assert (again.subject, again.sender, again.sent) == (
            "Årsmöte",
            Contact("Åsa Ö", "asa@example.se"),
            "2026-05-05",
        )
        assert again.text == "Hej på er"
        assert [(each.name, each.type) for each in again.attachments] == [
            ("dagordning å.pdf", "application/pdf"),
            ("bild.png", "image/png"),
        ]


class TestFacts:
    def test_an_invitation_in_a_mail(self) -> None:
        opened = mail(
            "Content-Type: text/plain; charset=utf-8\n\nÅrsmöte söndag 24 maj 2026 kl. 13.00–15.00 (svensk tid).\n"
            f"Anslut: {ZOOM}\nEller ring in på 08-123 45 67, mötes-id: 123 456. "
            "Frågor? Skriv till info@forum.example.se."
        )
        facts = opened.facts()
        assert facts.role == "invitation"
        assert facts.title == "Kallelse"
        assert facts.times == (When("2026-05-24T13:00", "2026-05-24T15:00", "svensk tid"),)
        assert facts.joining == (ZOOM,)
        assert facts.telephones == ("08-123 45 67",)
        assert facts.contacts == (
            Contact("Anna Berg", "anna@forum.example.se"),
            Contact("", "info@forum.example.se"),
        )

    def test_a_link_that_a_filter_has_wrapped_is_the_one_that_it_wraps(self) -> None:
        wrapped = (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F12345678&data=x"
        )
        opened = mail(f"Content-Type: text/html\n\n<p>Årsmöte <a href='{wrapped}'>Anslut</a></p>")
        assert opened.facts().joining == ("https://zoom.us/j/12345678",)

    def test_an_ordinary_mail_is_no_invitation(self) -> None:
        opened = open_mail("Subject: Tack!\n\nTack för senast den 3 mars 2026 kl. 18.".encode())
        assert opened.facts().role == "news"


@pytest.mark.parametrize(
    ("beginning", "is_mail"),
    [
        (b"From: a@b.se\nSubject: x\n", True),
        (b"\xef\xbb\xbfReceived: from a\n by b\n", True),
        (b"From a@b.se Tue\nSubject: x", True),
        (b"Subject", False),
        (b"From the beginning\n", False),
        (b"BEGIN:VCALENDAR\n", False),
        (b"Date: 24 maj\nHej alla!\n", False),
        (b"%PDF-1.7", False),
    ],
)
def test_a_mail_is_known_by_its_first_lines(beginning: bytes, is_mail: bool) -> None:
    assert looks_like_mail(beginning) is is_mail


@given(st.binary(max_size=400))
def test_any_bytes_are_a_mail_or_refused(data: bytes) -> None:
    try:
        opened = open_mail(b"Subject: x\nContent-Type: multipart/mixed; boundary=x\n" + data)
    except CouldNotCheck:
        return
    assert opened.facts().words >= 0
    assert isinstance(opened.unread(), str)


def test_the_program_is_known_where_the_mail_says_it() -> None:
    assert open_mail(b"Subject: x\nX-Mailer: Microsoft Outlook 16.0\n\n").facts().program == "outlook"
    assert open_mail(b"Subject: x\nX-Mailer: Forum\n\n").facts().program == ""


def test_picture_and_link_say_where_they_are() -> None:
    opened = mail("Content-Type: text/html\n\n<p>Se <a href=https://a.se/x>programmet</a><img src=b.png></p>")
    link, picture = opened.content.blocks[1:]
    assert isinstance(link, Link)
    assert isinstance(picture, Picture)
    assert (link.around, link.target) == ("Se programmet", "https://a.se/x")
    assert link.where.say("sv") == "länk ”programmet”"
    assert picture.where.say("sv") == "bild ”b.png”"
