"""Hostile mails."""

from __future__ import annotations

import base64
import struct

from hostile.corpus import hostile

HEAD = b"From: a@forum.example.se\r\nSubject: Kallelse\r\n"
HTML = HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def nested(depth: int) -> bytes:
    """Parts in parts, none of which ends."""
    return HEAD + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (level, level)
        for level in range(depth)
    )


def attached(name: bytes, data: bytes, kind: bytes = b"application/octet-stream") -> bytes:
    return (
        b"--x\r\nContent-Type: " + kind + b"\r\nContent-Disposition: attachment; filename=" + name
        + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(data) + b"\r\n"
    )  # fmt: skip


def with_attachments(*parts: bytes) -> bytes:
    return HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"".join(parts) + b"--x--\r\n"


@hostile(".eml")
def a_hundred_thousand_headers() -> bytes:
    """Headers that are each compared with all others."""
    return HEAD + b"".join(b"X-%d: y\r\n" % n for n in range(100_000)) + b"\r\nHej"


@hostile(".eml")
def twenty_thousand_addresses() -> bytes:
    """A list of receivers that a careful parser never gets through."""
    return HEAD + b"To: " + b", ".join(b"a%d@b.se" % n for n in range(20_000)) + b"\r\n\r\nHej"


@hostile(".eml")
def sixty_thousand_encoded_words() -> bytes:
    """A subject of encoded words, folded and not, against parsers that join them two by two."""
    return b"Subject: " + b"=?utf-8?q?a?= " * 30_000 + b"=?utf-8?b?a?=\r\n " * 30_000 + b"\r\n\r\nHej"


@hostile(".eml")
def parentheses() -> bytes:
    """Comments in comments in an address."""
    return HEAD + b"Cc: " + b"(" * 20_000 + b'"' * 20_001 + b"<" * 20_000 + b"\r\n\r\nHej"


@hostile(".eml")
def charsets_that_are_none() -> bytes:
    """Charsets that nobody has, that are no charsets, and that unpack."""
    parts = (
        b"--x\r\nContent-Type: text/plain; charset=" + name + b"\r\n\r\nHej \xff\xfe\r\n"
        for name in (b"x-nobody", b"zlib", b"rot13", b"idna", b"utf-7", b"unicode_escape", b"\xff", b"a" * 9_000)
    )  # fmt: skip
    return with_attachments(*parts)


@hostile(".eml")
def subject_in_a_charset_that_is_none() -> bytes:
    """Encoded words whose charset, method or text is made up."""
    words = (
        b"=?zlib?b?eJw=?=",
        b"=?x?z?a?=",
        b"=?utf-8?b?=====?=",
        b"=?utf-8?q?=ED=A0=80?=",
        b"=?undefined?q?a?=",
        b"=?idna?q?" + b"a" * 9_000 + b"?=",
    )
    return HEAD + b"Subject: " + b" ".join(words) + b"\r\nFrom: " + b" ".join(words) + b"\r\n\r\nHej"


@hostile(".eml")
def ten_thousand_parts() -> bytes:
    """A mail in ten thousand pieces."""
    return with_attachments(b"--x\r\nContent-Type: text/plain\r\n\r\nHej\r\n" * 10_000)


@hostile(".eml")
def a_thousand_parts_in_each_other() -> bytes:
    """Parts that are nested deeper than a program's stack."""
    return nested(1_000) + b"\r\nHej"


@hostile(".eml")
def boundaries_within_boundaries() -> bytes:
    """Boundaries of which each begins with the one before, an empty one, and one of 10,000 signs."""
    return HEAD + b"".join(
        b'Content-Type: multipart/mixed; boundary="%s"\r\n\r\n--%s\r\n' % (mark, mark)
        for mark in (b"a", b"aa", b"", b"--", b"a" * 10_000, b"a ", b"\xff")
    )


@hostile(".eml")
def mails_in_mails() -> bytes:
    """Mails attached to mails, more than are opened."""
    inner = HEAD + b"\r\nHej"
    for _ in range(12):
        inner = with_attachments(attached(b"inner.eml", inner, b"message/rfc822"))
    return inner


@hostile(".eml")
def three_hundred_attached_documents() -> bytes:
    """More documents than are checked in one run, each of them broken."""
    return with_attachments(*(attached(b"d%d.pdf" % n, b"%PDF-1.7 x") for n in range(230)))


@hostile(".eml")
def attachments_with_names_that_want_out() -> bytes:
    """Names that lead up the folders, hold a zero or a terminal's commands, or are written backwards."""
    names = (
        b'"../../../../etc/passwd.pdf"',
        b'"a\0.pdf"',
        b'"\x1b[2J.docx"',
        "\u202efdp.exe".encode(),
        b"utf-8''%2e%2e%2f%ZZ",
        b'"' + b"a" * 60_000 + b'.pdf"',
    )
    return with_attachments(*(attached(name, b"%PDF-1.7\n") for name in names))


@hostile(".eml")
def half_of_everything() -> bytes:
    """Base64, quoted-printable and uuencode that are cut off or never were."""
    ways = (b"base64", b"quoted-printable", b"x-uuencode", b"8bit", b"binary", b"none-of-these")
    parts = (
        b"--x\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: "
        + way
        + b"\r\n\r\n%%%=a\r\nbegin 644 x\r\n=ED=A0=80=\r\n"
        for way in ways
    )
    return with_attachments(*parts)


@hostile(".eml")
def html_200_000_deep() -> bytes:
    """HTML in which nothing ends."""
    return HTML + b"<div><b><table><tr><td>" * 40_000


@hostile(".eml")
def html_of_half_signs() -> bytes:
    """HTML of beginnings of tags, comments, entities and quotation marks."""
    return (
        HTML
        + b"<" * 50_000
        + b"&" * 50_000
        + b"<!--" * 20_000
        + b"<a href='" * 20_000
        + b"&#x110000;&#xD800;&#0;" * 5_000
    )


@hostile(".eml")
def styles_for_everything() -> bytes:
    """Five thousand selectors for five thousand elements, and styles that hold themselves."""
    rules = b"".join(b".a%d .b%d > *{color:var(--a);--a:var(--a)}" % (n, n) for n in range(5_000))
    return (
        HTML
        + b"<style>@import url(x);"
        + rules
        + b"{{{{/*</style>"
        + b'<p class="a1 b1" style="font-size:1e999px;color:rgb(999,-1,nan)">a' * 3_000
    )


@hostile(".eml")
def a_table_that_spans() -> bytes:
    """HTML's cells that span two thousand million columns, in tables in tables."""
    return (
        HTML + b'<table><tr><th colspan="2147483647" rowspan="99999999999999999999">a' * 60 + b"<td>b" * 5_000
    )


@hostile(".eml")
def an_invitation_in_every_part() -> bytes:
    """Calendars in hundreds of parts, each of them broken in its way."""
    return with_attachments(
        b"--x\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:%d\r\n"
        % 10**30
        * 50
    )


@hostile(".eml")
def texts_of_one_sign() -> bytes:
    """Long texts without words, against whatever looks for addresses, dates and numbers in them."""
    units = (
        b"a",
        b"1",
        b" ",
        b"(",
        b"1:",
        b"@",
        b"http://",
        b"a.",
        b"+46",
        b"-",
        b"24 maj ",
        b"\xc3\xa5\xcc\x88",
        b"kl. ",
    )
    return (
        HEAD
        + b"Content-Type: text/plain; charset=utf-8\r\n\r\n"
        + b"\n".join(unit * (20_000 // len(unit)) for unit in units)
    )


@hostile(".eml")
def times_that_cannot_be() -> bytes:
    """Dates, clock times and telephone numbers that no calendar has."""
    text = (
        "Möte den 31 februari 99999 kl. 25:61–99.99, 2026-13-45T99:99+99:99, May 0, 00/00/0000. Ring +"
        + "4" * 3_000
    )
    return (
        HEAD
        + b"Date: Thu, 99 Foo 999999 99:99:99 +99999\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        + text.encode() * 50
    )


@hostile(".mbox")
def a_mailbox_of_beginnings() -> bytes:
    """A mailbox of thousands of empty mails."""
    return b"From a@b.se\n\n" * 5_000


@hostile(".msg")
def an_outlook_mail_of_nothing() -> bytes:
    """The container of Outlook's mails, empty."""
    return OLE + bytes(1_600)


@hostile(".msg")
def sectors_in_a_circle() -> bytes:
    """A container whose directory follows upon itself, with a table of sectors that is its own."""
    head = bytearray(OLE + bytes(504))
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIIII", head, 44, 1, 1, 0, 4096, 0, 1, 0, 1, 0, 0)
    struct.pack_into("<109I", head, 76, *[0] * 109)
    return (
        bytes(head)
        + struct.pack("<128I", *[1] * 128)
        + (
            "Root Entry".encode("utf-16-le").ljust(64, b"\0")
            + struct.pack("<HBBIII", 22, 5, 1, 0, 0, 0)
            + bytes(48)
        )
        * 4
        + bytes(2_048)
    )


@hostile(".msg")
def a_container_of_terabytes() -> bytes:
    """A container that says that its sectors are of 2 to the power of 65,535 bytes, and that it has all of them."""
    head = bytearray(OLE + b"\xff" * 504)
    return bytes(head) + b"\xff" * 1_024
