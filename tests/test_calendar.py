"""Calendar files: what is read of them, line by line and field by field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11ycheck.documents.calendar import looks_like_calendar
from a11ycheck.documents.calendar.lines import Line, lines, text_of
from a11ycheck.documents.calendar.model import Calendar, Event, Time
from a11ycheck.documents.calendar.open import open_calendar
from a11ycheck.documents.facts import Contact, When
from a11ycheck.trouble import CouldNotCheck

ZOOM = "https://us02web.zoom.us/j/12345678"
MEET = "https://meet.google.com/abc-defg-hij"
TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting"


def calendar(*event: str, before: tuple[str, ...] = (), version: str = "2.0") -> Calendar:
    text = [
        "BEGIN:VCALENDAR",
        f"VERSION:{version}",
        *before,
        "BEGIN:VEVENT",
        *event,
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return open_calendar("\r\n".join(text).encode())


def event(*properties: str) -> Event:
    (only,) = calendar(*properties).events
    return only


class TestLines:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("A:b", Line("A", {}, "b")),
            ("a;X=1:b:c", Line("A", {"X": "1"}, "b:c")),
            ('A;X="1:2;3";Y=z:b', Line("A", {"X": "1:2;3", "Y": "z"}, "b")),
            ("A:b\n  c\n\td", Line("A", {}, "b cd")),
            ("item1.URL:b", Line("URL", {}, "b")),
            ("A;QUOTED-PRINTABLE:b=\nc", Line("A", {"ENCODING": "QUOTED-PRINTABLE"}, "bc")),
        ],
    )
    def test_a_line_is_taken_apart(self, written: str, meant: Line) -> None:
        assert list(lines(written)) == [meant]

    @pytest.mark.parametrize("written", ["", "no colon", ":x", 'A;X="1:b'])
    def test_what_is_no_line_is_passed_over(self, written: str) -> None:
        assert list(lines(written)) == []

    @pytest.mark.parametrize(
        ("value", "meant"),
        [
            (r"a\, b\; c\nd\Ne", "a, b; c\nd\ne"),
            (r"a\\nb", r"a\nb"),
            ("a\\", "a\\"),
            (r"C:\\temp", r"C:\temp"),
        ],
    )
    def test_escapes_are_resolved(self, value: str, meant: str) -> None:
        assert text_of(Line("A", {}, value)) == meant

    def test_quoted_printable_with_its_charset(self) -> None:
        line = Line("A", {"ENCODING": "QUOTED-PRINTABLE", "CHARSET": "ISO-8859-1"}, "m=F6te")
        assert text_of(line) == "möte"

    @given(st.text(max_size=300))
    def test_any_text_has_lines(self, text: str) -> None:
        assert all(line.name for line in lines(text))


class TestEvents:
    @pytest.mark.parametrize(
        ("start", "time"),
        [
            ("DTSTART:20260524T110000Z", Time("2026-05-24T11:00", "UTC")),
            ("DTSTART;TZID=Europe/Stockholm:20260524T130000", Time("2026-05-24T13:00", "Europe/Stockholm")),
            ("DTSTART:20260524T130000", Time("2026-05-24T13:00")),
            ("DTSTART;VALUE=DATE:20260524", Time("2026-05-24")),
            ("DTSTART:20260231T130000", None),
            ("DTSTART:snart", None),
        ],
    )
    def test_start(self, start: str, time: Time | None) -> None:
        assert event(start).start == time

    @pytest.mark.parametrize(
        ("length", "end"),
        [
            ("PT1H30M", "2026-05-24T12:30"),
            ("P1D", "2026-05-25T11:00"),
            ("P1W", "2026-05-31T11:00"),
            ("x", None),
        ],
    )
    def test_the_end_is_worked_out_from_the_length(self, length: str, end: str | None) -> None:
        found = event("DTSTART:20260524T110000Z", f"DURATION:{length}").end
        assert (found and found.iso) == end

    def test_what_lies_within_is_not_the_events_own(self) -> None:
        alarm = ("BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Nu!", "END:VALARM")
        found = event("SUMMARY:Årsmöte", *alarm, "DESCRIPTION:Dagordning")
        assert (found.description, [each.action for each in found.alarms]) == ("Dagordning", ["DISPLAY"])

    def test_an_event_that_does_not_end_ends_where_the_next_begins(self) -> None:
        opened = calendar("SUMMARY:Ett", "BEGIN:VEVENT", "SUMMARY:Två")
        assert [each.summary for each in opened.events] == ["Ett", "Två"]

    def test_an_event_without_a_calendar_around_it_is_read(self) -> None:
        assert open_calendar(b"BEGIN:VEVENT\nSUMMARY:Ett\nEND:VEVENT").events[0].summary == "Ett"

    def test_zones_method_and_name(self) -> None:
        opened = calendar(
            "SUMMARY:x",
            before=("METHOD:request", "X-WR-CALNAME:Forum", "BEGIN:VTIMEZONE", "TZID:Egen", "END:VTIMEZONE"),
        )
        assert (opened.method, opened.name, opened.zones) == ("REQUEST", "Forum", frozenset({"Egen"}))

    def test_attached_data_are_found_and_attached_links_are_not_fetched(self) -> None:
        opened = calendar(
            "ATTACH;ENCODING=BASE64;VALUE=BINARY;FMTTYPE=application/pdf:JVBERi0xLjcK",
            "ATTACH:https://forum.example.se/a.pdf",
        )
        assert [(each.name, each.data) for each in opened.found()] == [("attachment-1.pdf", b"%PDF-1.7\n")]
        assert [each.address for each in opened.events[0].attached_links] == [
            "https://forum.example.se/a.pdf"
        ]

    def test_html_in_the_description_is_told_from_text(self) -> None:
        assert event("DESCRIPTION:<p>Hej</p>").html_in_description is not None
        assert event("DESCRIPTION:a < b och <anna@example.se>").html_in_description is None

    def test_older_files_are_read(self) -> None:
        opened = calendar(
            "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=85rsm=\r\n=C3=B6te", version="1.0"
        )
        assert opened.events[0].summary == "Årsmöte"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
    def test_encodings(self, encoding: str) -> None:
        text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Årsmöte\r\nEND:VEVENT\r\nEND:VCALENDAR"
        assert open_calendar(text.encode(encoding)).events[0].summary == "Årsmöte"
        assert looks_like_calendar(text.encode(encoding))

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\nEND:VTODO\nEND:VCALENDAR", "no-event"),
            (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "no-event"),
            (b"%PDF-1.7\n", "not-what-it-says"),
            (bytes(1_000), "not-what-it-says"),
        ],
    )
    def test_without_an_event_there_is_nothing_to_check(self, data: bytes, reason: str) -> None:
        with pytest.raises(CouldNotCheck) as refused:
            open_calendar(data)
        assert refused.value.trouble.reason == reason


class TestJoining:
    PLACES = (
        f"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{MEET}1",
        f"X-GOOGLE-CONFERENCE:{MEET}2",
        f"URL:{MEET}3",
        f"LOCATION:{MEET}4",
        f"DESCRIPTION:Anslut: {MEET}5",
        f'X-ALT-DESC;FMTTYPE=text/html:<p><a href="{MEET}6">Anslut</a></p>',
    )

    @pytest.mark.parametrize("first", range(len(PLACES)))
    def test_the_best_place_comes_first(self, first: int) -> None:
        found = event(*reversed(self.PLACES[first:])).joining
        assert found[0].address == f"{MEET}{first + 1}"

    def test_each_link_once_and_no_other_addresses(self) -> None:
        found = event(
            f"URL:{ZOOM}", f"DESCRIPTION:{ZOOM} https://zoom.us/pricing https://forum.example.se/program"
        )
        assert [link.address for link in found.joining] == [ZOOM]

    def test_words_before_the_link_are_known(self) -> None:
        (link,) = event(f"DESCRIPTION:Hej!\\n\\nAnslut till mötet:\\n{TEAMS}").joining
        assert link.before == "Anslut till mötet:"

    @pytest.mark.parametrize(
        "name", ["X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK"]
    )
    def test_the_makers_own_fields(self, name: str) -> None:
        assert [link.field for link in event(f"{name}:{TEAMS}").joining] == [name]


class TestFacts:
    def test_a_meeting(self) -> None:
        facts = calendar(
            "SUMMARY:Årsmöte",
            "DTSTART;TZID=Europe/Stockholm:20260524T130000",
            "DTEND;TZID=Europe/Stockholm:20260524T150000",
            "ORGANIZER;CN=Anna Berg:mailto:anna@forum.example.se",
            f"DESCRIPTION:Anslut: {ZOOM}\\nRing in: 08-123 45 67\\, kod 123456#",
        ).facts()
        assert facts.role == "invitation"
        assert facts.title == "Årsmöte"
        assert facts.times == (When("2026-05-24T13:00", "2026-05-24T15:00", "Europe/Stockholm"),)
        assert facts.joining == (ZOOM,)
        assert facts.telephones == ("08-123 45 67",)
        assert facts.contacts == (Contact("Anna Berg", "anna@forum.example.se"),)

    def test_what_is_called_off(self) -> None:
        opened = calendar("SUMMARY:x", "DTSTART:20260524T110000Z", before=("METHOD:CANCEL",))
        assert opened.facts().role == "cancellation"
        assert list(opened.invitations()) == []

    @pytest.mark.parametrize(
        ("properties", "count"),
        [
            (("SUMMARY:Tandläkaren",), 0),
            (("SUMMARY:Årsmöte",), 1),
            (("SUMMARY:Aniara", "ATTENDEE:mailto:a@b.se"), 1),
            (("SUMMARY:Aniara", "LOCATION:Zoom"), 1),
            (("SUMMARY:Årsmöte", "STATUS:CANCELLED"), 0),
            (("SUMMARY:Första mötet i FN", "DTSTART;VALUE=DATE:20260110"), 0),
            (("SUMMARY:Årsmöte", "RECURRENCE-ID:20260524T110000Z"), 0),
        ],
    )
    def test_which_events_are_invitations(self, properties: tuple[str, ...], count: int) -> None:
        assert len(list(calendar(*properties, "DTSTART:20260524T110000Z").invitations())) == count

    def test_the_same_description_is_read_once(self) -> None:
        again = ("END:VEVENT", "BEGIN:VEVENT", "SUMMARY:x", "DESCRIPTION:Hej alla!")
        opened = calendar("SUMMARY:x", "DESCRIPTION:Hej alla!", *again * 20)
        assert [block.text for block in opened.content.paragraphs()] == ["Hej alla!"]
