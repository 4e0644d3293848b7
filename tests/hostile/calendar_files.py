"""Hostile calendars."""

from __future__ import annotations

from hostile.corpus import hostile


def event(*properties: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", "DTSTART:20260524T110000Z", *properties, "END:VEVENT", ""])


def calendar(*events: str) -> bytes:
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(events) + "END:VCALENDAR\r\n").encode()


@hostile(".ics")
def ten_thousand_events() -> bytes:
    """More meetings than anybody is called to."""
    return calendar(*(event(f"SUMMARY:Möte {n}") for n in range(10_000)))


@hostile(".ics")
def a_description_that_is_folded_at_each_sign() -> bytes:
    """A description of a hundred thousand lines, against readers that join them two by two."""
    return calendar(event("SUMMARY:Möte", "DESCRIPTION:" + "h\r\n " * 100_000))


@hostile(".ics")
def backslashes_and_quotation_marks() -> bytes:
    """What is taken apart sign by sign: a million backslashes, and an odd number of quotation marks."""
    return calendar(
        event(
            "SUMMARY:" + "\\" * 500_000,
            "LOCATION;X=" + '"' * 100_001 + ":Möte",
            "COMMENT" + ";X=1" * 50_000 + ":a",
        )
    )


@hostile(".ics")
def components_that_never_end() -> bytes:
    """Components in components."""
    return calendar("BEGIN:VEVENT\r\nSUMMARY:x\r\n" + "BEGIN:X\r\n" * 50_000)


@hostile(".ics")
def a_meeting_each_second() -> bytes:
    """Rules of repetition without end, and exceptions to them in thousands."""
    rule = "RRULE:FREQ=SECONDLY;INTERVAL=0;COUNT=999999999999;BYSECOND=" + ",".join(map(str, range(60))) * 200
    return calendar(event("SUMMARY:x", rule, *[f"EXDATE:{n:08}T000000Z" for n in range(5_000)]))


@hostile(".ics")
def times_beyond_time() -> bytes:
    """Days and lengths that no calendar has."""
    odd = (
        "99991231T235960Z",
        "00000000",
        "20261345T996199",
        "9" * 5_000,
        "-1",
        "",
        "20260524T",
        "２０２６０５２４",
    )
    return calendar(
        *(
            event(f"DTSTART;VALUE=DATE:{time}", f"DTEND:{time}", f"DURATION:P{'9' * 300}W", "SUMMARY:x")
            for time in odd
        )
    )


@hostile(".ics")
def a_zone_of_its_own() -> bytes:
    """Time zones with names that lead out of the folder of zones, that are empty, or begin with themselves."""
    names = (
        "../../../../etc/passwd",
        "",
        "/dev/zero",
        "\x1b[2J",
        "a" * 50_000,
        "Europe/Stockholm\x00",
        "CON",
    )
    zones = "".join(
        f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+9999\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        for name in names
    )
    return calendar(zones, *(event(f"DTSTART;TZID={name}:20260524T130000", "SUMMARY:x") for name in names))


@hostile(".ics")
def a_description_of_html() -> bytes:
    """HTML that never ends, in the description for programs and in the one for people."""
    html = "<div><a href=x>" * 20_000
    return calendar(event("SUMMARY:x", f"X-ALT-DESC;FMTTYPE=text/html:{html}", f"DESCRIPTION:{html}"))


@hostile(".ics")
def attached_to_the_event() -> bytes:
    """Attachments that are broken base64, files of the reader's, and thousands of guests and alarms."""
    alarms = "BEGIN:VALARM\r\nTRIGGER:-P9999999999W\r\nACTION:X\r\nEND:VALARM\r\n" * 3_000
    guests = ['ATTENDEE;CN="\x7f":mailto:a@b.se'] * 20_000
    attached = (
        "ATTACH;ENCODING=BASE64;VALUE=BINARY:%%%=",
        "ATTACH:file:///etc/passwd",
        "ATTACH:cid:x",
        "URL:http://[",
    )
    return calendar(event("SUMMARY:x", *attached, *guests, alarms))


@hostile(".ics")
def half_of_utf_16() -> bytes:
    """A calendar in UTF-16 with half surrogates, cut off in the middle of a sign."""
    return b"\xff\xfe" + calendar(event("SUMMARY:Möte")).decode().encode("utf-16-le") + b"\x00\xd8\x00\xd8X"


@hostile(".vcs")
def an_old_calendar_in_quoted_printable() -> bytes:
    """vCalendar 1.0 whose lines go on and on."""
    return (
        b"BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nDTSTART:20260524T110000Z\r\nSUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=zlib:"
        + b"=ED=A0=\r\n" * 30_000
    )
