"""Outlook's own fields of a meeting: how they are found in a MSG file, and what they make of a mail."""

from __future__ import annotations

import dataclasses
import datetime
import struct
from types import SimpleNamespace
from typing import Any

import pytest

from a11ycheck.documents.facts import Contact, When
from a11ycheck.documents.mail.model import Appointment, Mail
from a11ycheck.documents.mail.outlook_fields import (
    APPOINTMENT,
    END,
    PLACE,
    REPEATS,
    START,
    STATE,
    WHOLE_DAY,
    ZONE,
    field_names,
    read_appointment,
)

TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0"
NAMES = {(APPOINTMENT, number): number for number in (PLACE, START, END, WHOLE_DAY, STATE, REPEATS, ZONE)}


def at(day: int, hour: int) -> datetime.datetime:
    return datetime.datetime(2027, 3, day, hour, tzinfo=datetime.UTC)


def read(message_class: str = "IPM.APPOINTMENT", link: str = "", **values: object) -> Appointment | None:
    by_number = {
        "place": PLACE, "start": START, "end": END, "day": WHOLE_DAY, "state": STATE, "repeats": REPEATS, "zone": ZONE
    }  # fmt: skip
    held = [SimpleNamespace(pid=by_number[name], value=value) for name, value in values.items()]
    held.append(SimpleNamespace(pid=0x9000, value=link))
    properties: Any = held
    return read_appointment(properties, {**NAMES, "SkypeTeamsMeetingUrl": 0x9000}, message_class)


def entry(number: int, kind: int, index: int) -> bytes:
    return struct.pack("<IHH", number, kind, index)


def test_fields_are_named_by_a_number_in_a_set_or_by_a_text() -> None:
    name = "SkypeTeamsMeetingUrl".encode("utf-16-le")
    text = struct.pack("<I", len(name)) + name
    entries = entry(START, 3 << 1, 4) + entry(0, 2 << 1 | 1, 5) + entry(7, 1 << 1, 6)
    found = field_names(APPOINTMENT.bytes_le, entries, text)
    assert found == {(APPOINTMENT, START): 0x8004, "SkypeTeamsMeetingUrl": 0x8005}


def test_names_that_are_cut_off_are_left_out() -> None:
    assert field_names(b"", entry(START, 3 << 1, 4) + b"\x01", b"") == {}
    assert field_names(b"", entry(9, 1, 1), b"\xff\xff\xff\xff") == {"": 0x8001}


def test_a_meeting_has_its_time_place_and_link() -> None:
    found = read(
        "IPM.SCHEDULE.MEETING.REQUEST", TEAMS, start=at(18, 17), end=at(18, 18), place="Teams", repeats=True
    )
    assert found == Appointment(
        When("2027-03-18T17:00", "2027-03-18T18:00", "UTC"), "Teams", (TEAMS,), repeats=True, has_guests=True
    )


@pytest.mark.parametrize(
    ("zone", "start", "day"),
    [
        ("(UTC+01:00) Stockholm", at(17, 23), "2027-03-18"),
        # The description has the winter's offset; in summer the day begins an hour earlier.
        ("(UTC+01:00) Stockholm", at(17, 22), "2027-03-18"),
        ("(UTC-05:00) Eastern Time", at(18, 5), "2027-03-18"),
        ("", at(18, 0), "2027-03-18"),
    ],
)
def test_a_whole_day_is_that_day_where_its_maker_is(zone: str, start: datetime.datetime, day: str) -> None:
    found = read(start=start, day=True, zone=zone)
    assert found is not None
    assert found.time == When(day)


def test_without_a_start_there_is_no_meeting() -> None:
    assert read(place="Teams") is None


def mail(appointment: Appointment, text: str = "Vi väljer styrelse.") -> Mail:
    return Mail(
        "Årsmöte", Contact("Anna", "anna@forum.example.se"), "2027-03-01", text, appointment=appointment
    )


MEETING = Appointment(
    When("2027-03-18T17:00", "2027-03-18T18:00", "UTC"), "Storgatan 1", (TEAMS,), has_guests=True
)


def test_a_meeting_with_guests_is_an_invitation() -> None:
    (found,) = mail(MEETING).invitations()
    assert (found.start, found.place, found.sent, found.asks_for_answer) == (
        "2027-03-18T17:00", "Storgatan 1", "2027-03-01", True
    )  # fmt: skip
    assert found.at_a_distance
    facts = mail(MEETING).facts()
    assert (facts.role, facts.joining, facts.times) == ("invitation", (TEAMS,), (MEETING.time,))


def test_what_is_called_off_invites_nobody() -> None:
    cancelled = mail(dataclasses.replace(MEETING, cancelled=True))
    assert list(cancelled.invitations()) == []
    assert cancelled.facts().role == "cancellation"


def test_a_place_online_is_no_place_on_site() -> None:
    (found,) = mail(Appointment(MEETING.time, "Microsoft Teams Meeting", has_guests=True)).invitations()
    assert (found.place, found.at_a_distance) == ("", True)


def test_a_day_of_ones_own_is_no_invitation() -> None:
    assert list(mail(Appointment(When("2027-03-18"))).invitations()) == []
