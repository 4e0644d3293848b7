"""What a page that a link leads to is about, read from the beginning of its markup."""

from __future__ import annotations

import pytest

from a11ycheck.documents.page.gist import Gist, gist_of, text_of

ADDRESS = "https://forum.example.se/om/"


def test_title_and_words_are_read_and_scripts_are_not() -> None:
    gist = gist_of(
        "<title> Om  oss </title><script>var x</script><p>Välkommen<!-- inte --> hit</p>".encode(), ADDRESS
    )
    assert gist == Gist("Om oss", frozenset({"välkommen", "hit"}))


@pytest.mark.parametrize(
    ("content", "sends_to", "delay"),
    [
        ("0; url=ny.html", "https://forum.example.se/om/ny.html", 0),
        ("30;URL='/start'", "https://forum.example.se/start", 30),
        ("5", "", 0),
        ("nej", "", 0),
    ],
)
def test_a_refresh_says_where_it_leads_and_when(content: str, sends_to: str, delay: int) -> None:
    gist = gist_of(f'<meta http-equiv="Refresh" content="{content}">'.encode(), ADDRESS)
    assert (gist.sends_to, gist.delay) == (sends_to, delay)


@pytest.mark.parametrize(
    "odd",
    [b"", b"   ", b"\0\xff" * 30_000, b"<" * 65_536, b"<!--" * 16_000, b"<b>" * 20_000, b"<title>" * 9_000],
    ids=["nothing", "spaces", "bytes", "brackets", "comments", "depth", "titles"],
)
def test_any_bytes_give_a_gist(odd: bytes) -> None:
    assert isinstance(gist_of(odd, ADDRESS), Gist)


def test_pages_share_what_the_one_with_fewer_words_has_of_the_other() -> None:
    one, other = Gist(words=frozenset("abcd")), Gist(words=frozenset("cdefgh"))
    assert one.shares_with(other) == other.shares_with(one) == 0.5
    assert one.shares_with(Gist()) == 0.0


def test_a_file_of_text_is_read_as_browsers_read_captions() -> None:
    assert text_of(b"\xef\xbb\xbfWEBVTT\n") == "WEBVTT\n"
    assert text_of(b"") == ""
    assert text_of(b"\x00\x01") is None
