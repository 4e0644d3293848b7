"""What Outlook keeps of a meeting in fields of its own, which have a number in each file (MS-OXPROPS, MS-OXOCAL)."""

from __future__ import annotations

import datetime
import re
import struct
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from a11ycheck.documents.facts import When
from a11ycheck.documents.mail.model import Appointment
from a11ycheck.text import joining

if TYPE_CHECKING:
    from oxmsg.properties import Properties

STORAGE = "__nameid_version1.0"
SETS, ENTRIES, NAMES = "__substg1.0_00020102", "__substg1.0_00030102", "__substg1.0_00040102"
"""Where the names of the fields lie (MS-OXMSG 2.2.3)."""
APPOINTMENT = UUID("00062002-0000-0000-c000-000000000046")
PLACE, START, END, WHOLE_DAY, STATE, REPEATS, ZONE, SHOW = (
    0x8208, 0x820D, 0x820E, 0x8215, 0x8217, 0x8223, 0x8234, 0x8248,
)  # fmt: skip
"""Numbers of fields in the set of appointments (MS-OXPROPS, 2: PidLid...)."""
ONLINE = ("SkypeTeamsMeetingUrl", "OnlineMeetingExternalLink", "OnlineMeetingConfLink")
"""Fields of Outlook's own with the link to join by, the best first."""
IS_MEETING, IS_CANCELLED = 1, 4
"""Bits of the state (MS-OXOCAL 2.2.1.10)."""
FIRST_NAMED = 0x8000
MOST_FIELDS = 5_000
LONGEST_PLACE = 500
OFFSET = re.compile(r"(?:UTC|GMT)\s?([+-])(\d{1,2}):(\d\d)", re.ASCII)

Name = str | tuple[UUID, int]
"""A field is named by a text, or by a number in a set."""


def field_names(sets: bytes, entries: bytes, names: bytes) -> dict[Name, int]:
    """The identifier of each named field in this file; what is cut off is left out."""
    found: dict[Name, int] = {}
    for number, kind, index in struct.iter_unpack(
        "<IHH", entries[: len(entries) // 8 * 8][: 8 * MOST_FIELDS]
    ):
        if kind & 1:
            length = int.from_bytes(names[number : number + 4], "little")
            name = names[number + 4 : number + 4 + min(length, 1_000)]
            found.setdefault(name.decode("utf-16-le", "replace"), FIRST_NAMED + index)
        elif (set_ := sets[16 * ((kind >> 1) - 3) :][:16]) and kind >> 1 >= 3 and len(set_) == 16:
            found.setdefault((UUID(bytes_le=set_), number), FIRST_NAMED + index)
    return found


def read_appointment(
    properties: Properties, names: Mapping[Name, int], message_class: str
) -> Appointment | None:
    """Read the meeting; None where it has no start."""
    values = {each.pid: each.value for each in properties if each.pid >= FIRST_NAMED}

    def value(number: int) -> object:
        return values.get(names.get((APPOINTMENT, number), 0))

    start, end = value(START), value(END)
    if not isinstance(start, datetime.datetime):
        return None
    state = value(STATE)
    state = state if isinstance(state, int) else 0
    is_request = message_class.startswith("IPM.SCHEDULE.MEETING.REQ")
    zone = value(ZONE)
    place = value(PLACE)
    return Appointment(
        _when(
            start,
            end if isinstance(end, datetime.datetime) else None,
            bool(value(WHOLE_DAY)),
            zone if isinstance(zone, str) else "",
        ),
        place.strip()[:LONGEST_PLACE] if isinstance(place, str) else "",
        tuple(dict.fromkeys(_links(values, names, value(SHOW)))),
        bool(value(REPEATS)),
        bool(state & IS_CANCELLED) or message_class.startswith("IPM.SCHEDULE.MEETING.CANCELED"),
        is_request or bool(state & IS_MEETING),
    )


def _links(values: Mapping[int, object], names: Mapping[Name, int], shown: object) -> Iterator[str]:
    for found in (*(values.get(names.get(name, 0)) for name in ONLINE), shown):
        if isinstance(found, str):
            yield from joining.web_addresses(found[:2_000])


def _when(start: datetime.datetime, end: datetime.datetime | None, whole_day: bool, zone: str) -> When:
    """Outlook keeps times in UTC; a whole day begins at midnight where its maker is."""
    if not whole_day:
        return When(_minute(start), _minute(end) if end else "", "UTC")
    ahead = OFFSET.search(zone[:200])
    minutes = (int(ahead[2]) * 60 + int(ahead[3])) * (-1 if ahead[1] == "-" else 1) if ahead else 0
    # Two hours more, so that an hour of summer time does not make it the day before.
    local = start + datetime.timedelta(minutes=minutes, hours=2)
    return When(local.date().isoformat())


def _minute(time: datetime.datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M")
