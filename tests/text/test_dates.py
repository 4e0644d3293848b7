"""Dates and times as people write them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.text.dates import written_times

SENT = datetime.date(2026, 5, 5)


@pytest.mark.parametrize(
    ("text", "start", "end", "zone"),
    [
        (
            "Tisdag 24 maj 2022 kl. 13.00–15.00 (svensk tid)",
            "2022-05-24T13:00",
            "2022-05-24T15:00",
            "svensk tid",
        ),
        ("Tuesday 24 May 2022, 1 pm to 3 pm CEST", "2022-05-24T13:00", "2022-05-24T15:00", "CEST"),
        ("May 24, 2022 at 10:30am", "2022-05-24T10:30", "", ""),
        ("2026-05-24 13:00-15:00 UTC+2", "2026-05-24T13:00", "2026-05-24T15:00", "UTC+2"),
        ("den 24:e maj kl 18", "2026-05-24T18:00", "", ""),
        ("24 maj klockan 18 till 20", "2026-05-24T18:00", "2026-05-24T20:00", ""),
        ("den 3 mars", "2027-03-03", "", ""),
        ("1-3 pm on 24 May 2026", "2026-05-24T13:00", "2026-05-24T15:00", ""),
        ("24 May 2026, 1-3 pm", "2026-05-24T13:00", "2026-05-24T15:00", ""),
        ("12 am? No: 24 May 2026 at 12 pm", "2026-05-24T12:00", "", ""),
        ("24 maj 2026, sal 12", "2026-05-24", "", ""),
    ],
)
def test_a_date_is_read_with_its_time(text: str, start: str, end: str, zone: str) -> None:
    (found,) = written_times(text, SENT)
    assert (found.start, found.end, found.zone) == (start, end, zone)


@pytest.mark.parametrize(
    "text", ["", "31 februari 2026", "Lag (2018:1937)", "maj", "kl. 13.00", "tel 2026-13-45"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert written_times(text, SENT) == []


def test_a_date_without_a_year_needs_a_day_to_count_from() -> None:
    assert written_times("24 maj kl. 13") == []


def test_a_time_belongs_to_the_date_before_it() -> None:
    found = written_times("Anmälan senast 10 maj 2026. Mötet är 24 maj 2026 kl. 13.00.", SENT)
    assert [each.start for each in found] == ["2026-05-10", "2026-05-24T13:00"]


@given(st.text(max_size=200))
def test_any_text_has_its_dates_in_order(text: str) -> None:
    places = [each.place for each in written_times(text, SENT)]
    assert places == sorted(places)
