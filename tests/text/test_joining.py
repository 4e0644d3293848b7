"""Addresses to join by, and what else stands in running text."""

from __future__ import annotations

import pytest

from a11ycheck.text import invitations
from a11ycheck.text.joining import (
    is_joining_address,
    mail_addresses,
    named_platform,
    telephones,
    unwrapped,
    web_addresses,
    words_before,
)


@pytest.mark.parametrize(
    "address",
    [
        "https://us02web.zoom.us/j/12345678?pwd=x",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting",
        "https://teams.microsoft.com/meet/123?p=x",
        "https://meet.google.com/abc-defg-hij",
        "https://forum.webex.com/meet/anna",
        "https://whereby.com/forum",
        "https://meet.jit.si/Forum",
        "https://moten.forum.example.se/b/abc-def-ghi",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F1&data=x",
        "zoommtg://zoom.us/join?confno=1",
    ],
)
def test_addresses_of_meetings(address: str) -> None:
    assert is_joining_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://zoom.us/pricing",
        "https://support.zoom.us/hc/sv",
        "https://aka.ms/JoinTeamsMeeting",
        "https://forum.example.se/j/123",
        "https://notzoom.us.example.se/j/1",
        "https://example.com/?u=https://zoom.us/j/1",
        "mailto:a@zoom.us",
        "http://[",
        "",
    ],
)
def test_addresses_of_other_things(address: str) -> None:
    assert not is_joining_address(address)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Se https://a.se/x. Och (https://b.se/y_(z)), tack!", ["https://a.se/x", "https://b.se/y_(z)"]),
        ("<https://a.se>", ["https://a.se"]),
        ("https://a.se https://a.se", ["https://a.se"]),
        ("forum.example.se", []),
    ],
)
def test_web_addresses_are_without_the_marks_of_the_sentence(text: str, found: list[str]) -> None:
    assert web_addresses(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring 08-123 45 67 eller +46 (0)8 123 45 67.", ["08-123 45 67", "+46 (0)8 123 45 67"]),
        ("Tel: 123 456 78", ["123 456 78"]),
        ("Org.nr 202100-5489, 2026-05-24, kl. 13.00-15.00", []),
        ("mötes-id 123 456 789", []),
        ("https://zoom.us/j/0812345678", []),
        ("08-123 45 67 och 081234567", ["08-123 45 67"]),
    ],
)
def test_telephone_numbers(text: str, found: list[str]) -> None:
    assert telephones(text) == found


def test_mail_addresses() -> None:
    assert mail_addresses("Skriv till Anna <anna@forum.example.se>, eller info@example.se.") == [
        "anna@forum.example.se",
        "info@example.se",
    ]


@pytest.mark.parametrize(
    ("text", "name"), [("Vi ses i Zoom!", "Zoom"), ("Teams-möte", "Teams-möte"), ("our teams zoom in", "")]
)
def test_a_service_is_known_by_its_capital(text: str, name: str) -> None:
    assert named_platform(text) == name


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Hej!\n\nAnslut: https://a.se", "Anslut:"),
        ("Hej!\nAnslut:\nhttps://a.se", "Anslut:"),
        ("https://a.se", ""),
        ("x" * 1_000 + "https://a.se", "x" * 400),
    ],
)
def test_the_words_before_an_address_are_those_of_its_line_and_the_one_above(text: str, before: str) -> None:
    assert words_before(text, "https://a.se") == before


def test_a_broken_wrapper_is_left_as_it_is() -> None:
    address = "https://eur01.safelinks.protection.outlook.com/?data=x"
    assert unwrapped(address) == address


DEAR = {
    "words": "behöver du " * 9_000,
    "digits": "1 " * 50_000,
    "zeros": "0" * 100_000,
    "plus and dash": "+1-" * 33_000,
    "telephone": "tel: " + "1 " * 50_000,
    "at signs": "a@" * 50_000,
    "stops": "a." * 50_000 + "@",
    "addresses": "https://" * 12_000,
    "nearly distances": "digitala " * 12_000,
}


@pytest.mark.parametrize("text", DEAR.values(), ids=DEAR)
def test_no_text_is_dear(text: str) -> None:
    assert len(web_addresses(text)) + len(telephones(text)) + len(mail_addresses(text)) <= 1_500
    assert not named_platform(text)
    assert not invitations.is_meeting(text)
