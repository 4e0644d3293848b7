"""Dates, times, zones and lengths of time, as people write them in eight languages: whens.tsv, labelled by hand."""

from __future__ import annotations

import datetime
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled_dates import cases, found_in

from a11ycheck.text.when import right_abbreviation, to_utc, whens
from a11ycheck.text.when.words import LANGUAGES

SPRING = datetime.date(2026, 5, 5)
LARGE = 100_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_labelled_dates_of_a_language_are_found(language: str) -> None:
    wrong = [
        (text, expected, found)
        for tongue, text, expected in cases()
        if tongue == language and (found := found_in(language, text)) != expected
    ]
    assert not wrong


def test_there_are_as_many_labelled_dates_as_was_agreed() -> None:
    held = Counter(language for language, _, _ in cases())
    assert held.total() >= 120
    assert min(held.values()) >= 10
    assert set(held) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("24 maj", "2026-05-24"),
        ("3 mars", "2027-03-03"),
        ("29 februari", "2028-02-29"),
        ("5 maj", "2026-05-05"),
    ],
)
def test_a_date_without_a_year_is_the_next_such_day(text: str, date: str) -> None:
    (found,) = whens(text, "sv", SPRING)
    assert found.date == date


def test_both_ends_of_a_span_get_a_year() -> None:
    (found,) = whens("30 december–2 januari", "sv", SPRING)
    assert (found.date, found.until) == ("2026-12-30", "2027-01-02")


def test_a_time_belongs_to_the_date_beside_it() -> None:
    found = whens("Anmälan senast 10 maj 2026. Mötet är 24 maj 2026 kl. 13.00. Vi slutar kl. 15.", "sv")
    assert [(each.date, each.begins, each.about) for each in found] == [
        ("2026-05-10", "", "deadline"),
        ("2026-05-24", "13:00", ""),
        ("", "15:00", ""),
    ]


def test_an_ambiguous_date_has_both_readings_and_its_form() -> None:
    (found,) = whens("03/04/2025", "en")
    assert (found.date, found.other, found.form) == ("2025-04-03", "2025-03-04", "slashes")


@pytest.mark.parametrize(
    ("local", "zone", "utc"),
    [
        ("2022-05-24T13:00", "CEST", "2022-05-24T11:00"),
        ("2022-05-24T13:00", "svensk tid", "2022-05-24T11:00"),
        ("2022-01-24T13:00", "svensk tid", "2022-01-24T12:00"),
        ("2022-05-24T13:00", "UTC+2", "2022-05-24T11:00"),
        ("2022-05-24T13:00", "UTC-03:30", "2022-05-24T16:30"),
        ("2022-05-24T13:00", "Europe/Helsinki", "2022-05-24T10:00"),
        ("2022-05-24T13:00", "UK time", "2022-05-24T12:00"),
        ("2022-05-24T13:00", "+02:00", "2022-05-24T11:00"),
    ],
)
def test_a_zone_as_it_is_written_leads_to_utc(local: str, zone: str, utc: str) -> None:
    found = to_utc(local, zone)
    assert found is not None
    assert found.strftime("%Y-%m-%dT%H:%M") == utc


@pytest.mark.parametrize(
    ("local", "zone"),
    [("2022-05-24T13:00", "lokal tid"), ("2022-05-24T13:00", "Europe/Atlantis"), ("x", "CET")],
)
def test_a_zone_that_nobody_knows_leads_nowhere(local: str, zone: str) -> None:
    assert to_utc(local, zone) is None


@pytest.mark.parametrize(
    ("zone", "day", "right"),
    [
        ("CET", datetime.date(2022, 5, 24), "CEST"),
        ("CEST", datetime.date(2022, 5, 24), ""),
        ("CEST", datetime.date(2022, 12, 24), "CET"),
        ("BST", datetime.date(2022, 12, 24), "GMT"),
        ("GMT", datetime.date(2022, 5, 24), ""),
        ("UTC", datetime.date(2022, 5, 24), ""),
        ("MEZ", datetime.date(2022, 7, 1), "MESZ"),
    ],
)
def test_an_abbreviation_of_the_wrong_season_is_known(zone: str, day: datetime.date, right: str) -> None:
    assert right_abbreviation(zone, day) == right


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1.",
        "1-",
        "kl. ",
        "May 1 ",
        "24 maj 2022 kl. 13–15 ",
        "tisdag, den ",
        "en och ",
        "\n",
        "12 till ",
        "UTC+",
    ],
)
def test_long_texts_of_one_thing_are_read_to_an_end(unit: str) -> None:
    text = (unit * LARGE)[:LARGE]
    found = whens(text)
    assert len(found) <= 500
    assert all(0 <= each.start < each.end <= LARGE for each in found)


@given(st.text(max_size=200), st.sampled_from(["", *LANGUAGES]))
def test_what_is_found_in_any_text_lies_in_it(text: str, language: str) -> None:
    for found in whens(text, language):
        assert 0 <= found.start < found.end <= len(text)
        assert found.date or found.begins or found.zone or found.minutes


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_read_back_from_its_iso_form(day: datetime.date) -> None:
    (found,) = whens(f"Datum: {day.isoformat()}", "sv")
    assert found.date == day.isoformat()
    assert not found.ambiguous
