"""What the rules about a meeting come to on whole texts: what is pasted satisfies them, and what is denied does not."""

from __future__ import annotations

import datetime
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from a11ycheck import Outcome, Status
from a11ycheck.documents.content import Content, Heading, Paragraph
from a11ycheck.documents.facts import Contact, Facts, Statement, When
from a11ycheck.documents.meeting.model import Meeting, MeetingDocument
from a11ycheck.documents.statements import read_text
from a11ycheck.registry import all_rules, kinds, rules_for
from a11ycheck.text.statements.people import is_organisation

DATA = Path(__file__).parent / "data"
SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
TODAY = datetime.date(2026, 3, 1)


def meeting_of(text: str, language: str, *more: Statement) -> Meeting:
    """A meeting of one invitation with this text, which states ``more`` as well."""
    read = read_text(text, language=language)
    facts = Facts(
        language=language,
        role="invitation",
        role_is_certain=True,
        understood=True,
        written_in=(language,),
        statements=(*more, *read.statements),
    )
    return Meeting((MeetingDocument("inbjudan.txt", "mail", facts),), today=TODAY)


def outcomes(rule: str, meeting: Meeting) -> list[Outcome]:
    found = all_rules()[rule]
    return [outcome for _, outcome in found.apply(meeting, found.options)]


def filled(pattern: str, blanks: tuple[str, ...]) -> str:
    """The words to paste with their blanks filled in, one after the other."""
    assert pattern.count("…") == len(blanks), pattern
    for blank in blanks:
        pattern = pattern.replace("…", blank, 1)
    return pattern.replace("..", ".")


MAIL, PHONE = "anna@forum.example.se", "08-123 45 67"
ONLINE = Statement("attendance", "stated", value="online")
AT_A_PLACE = Statement("venue", "stated", "Stadsbiblioteket", "Stadsbiblioteket")
TWO_HOURS = Statement("time", "stated", "13–15", "2026-05-24T13:00/15:00")
DAY = Statement("date", "stated", "24 maj 2026", "2026-05-24")
TO_REGISTER = Statement("registration", "stated", "Anmäl dig.")
FORM = Statement("registration-way", "stated", value="form:https://forum.example.se/anmalan")
NAMES = {"sv": "Läsecirkeln i Storköping", "en": "The Reading Circle"}
BLANKS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[Statement, ...]]] = {
    # What is filled in in Swedish and in English, and what the invitation says besides.
    "meeting-purpose-stated": (("nästa års budget",), ("next year's budget",), ()),
    "meeting-organiser-named": ((NAMES["sv"],), (NAMES["en"],), ()),
    "meeting-contact-two-ways": (("Anna Berg", MAIL, PHONE), ("Anna Berg", MAIL, PHONE), ()),
    "meeting-hybrid-choice-form": (
        ("Stadsbiblioteket, Storgatan 1", "https://zoom.us/j/12345678"),
        ("the City Library, 1 High Street", "https://zoom.us/j/12345678"),
        (),
    ),
    "meeting-hybrid-choice-other-way": (
        ("Stadsbiblioteket, Storgatan 1", "https://zoom.us/j/12345678"),
        ("the City Library, 1 High Street", "https://zoom.us/j/12345678"),
        (),
    ),
    "meeting-registration-deadline": (
        ("10 maj 2026", MAIL, PHONE),
        ("10 May 2026", MAIL, PHONE),
        (TO_REGISTER, DAY),
    ),
    "meeting-registration-alternative": ((MAIL, PHONE), (MAIL, PHONE), (TO_REGISTER, FORM)),
    "meeting-access-needs-asked": (
        (f"Anna Berg, {MAIL},", "10 maj 2026"),
        (f"Anna Berg, {MAIL},", "10 May 2026"),
        (),
    ),
    "meeting-access-needs-contact": (
        (f"Anna Berg, {MAIL},", "10 maj 2026"),
        (f"Anna Berg, {MAIL},", "10 May 2026"),
        (),
    ),
    "meeting-access-needs-deadline": (
        (f"Anna Berg, {MAIL},", "10 maj 2026"),
        (f"Anna Berg, {MAIL},", "10 May 2026"),
        (DAY,),
    ),
    "meeting-captions-statement": (("välj Mer och Undertexter",), ("choose More, then Captions",), ()),
    "meeting-sign-language-statement": ((MAIL, "3 maj 2026"), (MAIL, "3 May 2026"), ()),
    "meeting-hearing-loop-statement": (("sal 3",), ("room 3",), (AT_A_PLACE,)),
    "meeting-venue-access": (("Storgatan 1", "1"), ("1 High Street", "1"), (AT_A_PLACE,)),
    "meeting-visuals-described": ((MAIL,), (MAIL,), ()),
    "meeting-materials-in-advance": (("17 maj 2026",), ("17 May 2026",), (DAY,)),
    "meeting-materials-alternative-format": ((MAIL,), (MAIL,), ()),
    "meeting-language-of-meeting": (
        ("svenska, med tolkning till engelska",),
        ("Swedish, interpreted into English",),
        (),
    ),
    "meeting-easy-read-offered": (("forum.example.se/lattlast",), ("forum.example.se/easy",), ()),
    "meeting-rules-of-play": (("skriv vem du är i chatten",), ("write who you are in the chat",), (ONLINE,)),
    "meeting-moderation": (("Elisabet Johansson",), ("Jane Doe",), ()),
    "meeting-how-to-speak": ((MAIL,), (MAIL,), (ONLINE,)),
    "meeting-safe-forum": ((f"Anna Berg, {MAIL}",), (f"Anna Berg, {MAIL}",), ()),
    "meeting-participation-options": (("Mentimeter",), ("Slido",), ()),
    "meeting-camera-optional": ((MAIL,), (MAIL,), (ONLINE,)),
    "meeting-feedback-asked": (("forum.example.se/enkat",), ("forum.example.se/survey",), ()),
    "meeting-agenda-present": (("Årets rapport",), ("The report of the year",), (TWO_HOURS,)),
    "meeting-agenda-has-times": (("Årets rapport",), ("The report of the year",), (TWO_HOURS,)),
    "meeting-break-every-90": (("Årets rapport",), ("The report of the year",), (TWO_HOURS,)),
    "meeting-break-length": (("Årets rapport",), ("The report of the year",), (TWO_HOURS,)),
    "meeting-time-for-questions": (("14.15",), ("2:15 pm",), ()),
    "meeting-qr-has-link": (("forum.example.se/anmalan",), ("forum.example.se/register",), ()),
}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("rule", BLANKS)
def test_what_is_pasted_and_filled_in_satisfies_the_rule(rule: str, language: str) -> None:
    paste = all_rules()[rule].fix.paste
    assert paste is not None
    swedish, english, more = BLANKS[rule]
    text = filled(paste.say(language), swedish if language == "sv" else english)
    found = outcomes(rule, meeting_of(text, language, *more))
    assert [outcome.status for outcome in found] == [Status.PASSED], (text, found)


@pytest.mark.parametrize(
    ("rule", "text", "language"),
    [
        ("meeting-captions-statement", "Mötet kommer inte att textas.", "sv"),
        ("meeting-captions-statement", "There will be no live captions.", "en"),
        ("meeting-sign-language-statement", "Vi har tyvärr ingen teckenspråkstolk.", "sv"),
        ("meeting-hearing-loop-statement", "Lokalen har ingen hörslinga.", "sv"),
        ("meeting-venue-access", "The building has no lift.", "en"),
        ("meeting-time-for-questions", "There is no time for questions.", "en"),
        ("meeting-materials-in-advance", "Presentationen skickas ut efter mötet.", "sv"),
        ("meeting-access-needs-asked", "Meddela eventuell specialkost.", "sv"),
        ("meeting-camera-optional", "Alla måste ha kameran på.", "sv"),
        ("meeting-purpose-stated", "Välkommen till möte!", "sv"),
        ("meeting-rules-of-play", "Mötet är beslutsmässigt när hälften av medlemmarna är här.", "sv"),
    ],
)
def test_what_is_denied_or_said_of_something_else_fails(rule: str, text: str, language: str) -> None:
    found = outcomes(rule, meeting_of(text, language, AT_A_PLACE, ONLINE))
    assert [outcome.status for outcome in found] == [Status.FAILED]


@pytest.mark.parametrize("rule", sorted(name for name in all_rules() if name.startswith("meeting-")))
def test_no_rule_is_put_to_a_brochure_or_to_nothing(rule: str) -> None:
    advice = (
        "Det är bra om ni har en tydlig agenda. Skriv alltid datum och tid. Fråga deltagarna vad de behöver."
    )
    read = read_text(advice, language="sv")
    facts = Facts(role="brochure", role_is_certain=True, understood=True, statements=read.statements)
    assert outcomes(rule, Meeting((MeetingDocument("broschyr.pdf", "pdf", facts),), today=TODAY)) == []
    assert outcomes(rule, Meeting(today=TODAY)) == []


@pytest.mark.parametrize("path", sorted((DATA / "needs").glob("*")), ids=lambda path: path.name)
def test_needs_are_asked_in_calendar_files_and_mails(path: Path) -> None:
    kind = next(kind for kind in kinds().values() if path.suffix in kind.suffixes)
    facts = kind.open(path.read_bytes()).facts()
    meeting = Meeting((MeetingDocument(path.name, kind.name, facts),), today=TODAY)
    found = {
        rule: [outcome.status for outcome in outcomes(f"meeting-access-needs-{rule}", meeting)]
        for rule in ("asked", "contact")
    }
    assert (
        found
        == {
            "failed no-contact": {"asked": [Status.PASSED], "contact": [Status.FAILED]},
            "failed not-asked": {"asked": [Status.FAILED], "contact": []},
            "passed": {"asked": [Status.PASSED], "contact": [Status.PASSED]},
            # To answer the mail is what is meant; whether everyone sees that, a person knows.
            "cannot-tell of whom, in English": {"asked": [Status.PASSED], "contact": [Status.CANNOT_TELL]},
        }[path.stem]
    )


def test_the_empty_date_of_the_swedish_source_page_is_found() -> None:
    page = SEEDS / "000_f72481a0916a9b90.txt"
    if not page.exists():
        pytest.skip("the source page is not beside this checkout")
    lines = [line.strip() for line in page.read_text("utf-8").splitlines() if line.strip()]
    headings = ("Forumkonferensen 2022", "Presentationer under konferensen", "Bakgrund till konferensen")
    content = Content.of(*(Heading(2, line) if line in headings else Paragraph(line) for line in lines))
    for rule, words in (
        ("content-label-without-value", {"label": "Datum/tid:"}),
        ("content-dangling-colon", None),
    ):
        found = all_rules()[rule]
        failed = [o for _, o in found.apply(content, found.options) if o.status is Status.FAILED]
        assert len(failed) == 1, rule
        if words:
            assert dict(failed[0].data) == words


def test_the_swedish_source_page_gives_what_a_careful_reader_finds() -> None:
    page = SEEDS / "000_f72481a0916a9b90.txt"
    if not page.exists():
        pytest.skip("the source page is not beside this checkout")
    read = read_text(page.read_text("utf-8"), kind="page")
    facts = Facts(title="Forumkonferensen 2022", **read._asdict())
    over = Meeting((MeetingDocument("forumkonferensen", "page", facts),), today=TODAY)
    assert over.is_over
    found = {
        rule: [(outcome.status, outcome.message) for outcome in outcomes(rule, over)]
        for rule in ("meeting-date-has-year", "meeting-described-version", "meeting-joining-link")
    }
    assert found == {
        "meeting-date-has-year": [(Status.FAILED, "in-heading")],
        # The text has lost its links: whether one leads to it, a person tells.
        "meeting-described-version": [(Status.CANNOT_TELL, "reached")],
        # There is nothing on joining; it is over, so nobody is to be told how.
        "meeting-joining-link": [],
    }
    to_come = replace(over, date=datetime.date(2026, 5, 24))
    assert [outcome.message for outcome in outcomes("meeting-hybrid-choice-form", to_come)] == ["missing"]


def test_the_source_brochure_is_not_taken_for_an_invitation() -> None:
    brochure = SEEDS / "001_57ec7471eac4bee6.txt"
    if not brochure.exists():
        pytest.skip("the source brochure is not beside this checkout")
    read = read_text(brochure.read_text("utf-8"), kind="pdf")
    meeting = Meeting((MeetingDocument("brochure.pdf", "pdf", Facts(**read._asdict())),), today=TODAY)
    rules = [name for name in all_rules() if name.startswith("meeting-")]
    assert {rule: outcomes(rule, meeting) for rule in rules} == {rule: [] for rule in rules}


ZOOM = "https://us02web.zoom.us/j/12345678"
LINK = Statement("joining", "stated", "Anslut", ZOOM)
BLANKS_OF_WHEN_AND_HOW: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[Statement, ...]]] = {
    # As above, of when the meeting is, how one joins it, and what is kept of it.
    "meeting-date-present": (("söndag 24 maj 2026",), ("Sunday 24 May 2026",), ()),
    "meeting-date-has-year": (("söndag 24 maj 2026",), ("Sunday 24 May 2026",), ()),
    "meeting-date-unambiguous": (
        ("5 juni 2026",),
        ("5 June 2026",),
        (Statement("ambiguous-date", "stated", "5.6.", "dots:--06-05/--05-06"),),
    ),
    "meeting-time-start-end": (("13.00", "15.00"), ("1 pm", "3 pm"), (DAY,)),
    "meeting-time-zone-present": (("13.00", "15.00"), ("1 pm", "3 pm"), (DAY,)),
    "meeting-joining-link": (
        ("us02web.zoom.us/j/12345678",),
        ("us02web.zoom.us/j/12345678",),
        (ONLINE,),
    ),
    "meeting-platform-named": (("Zoom",), ("Zoom",), (ONLINE,)),
    "meeting-join-instructions": (("Zoom",), ("Zoom",), (LINK,)),
    "meeting-dial-in": ((PHONE, "123 456 789"), ("+46 8 123 45 67", "123 456 789"), (LINK,)),
    "meeting-join-early": (("12.45",), ("12:45",), (ONLINE,)),
    "meeting-tech-help-before": (("20 maj 2026 kl. 10", PHONE), ("20 May 2026 at 10 am", PHONE), (ONLINE,)),
    "meeting-tech-help-during": ((PHONE,), (PHONE,), (ONLINE,)),
    "meeting-change-notice": (
        ("söndag 24 maj 2026 kl. 13", "den 23 maj"),
        ("Sunday 24 May 2026, 1 pm", "23 May"),
        (DAY,),
    ),
    "meeting-recording-statement": (
        ("forum.example.se/film", "den 1 juli 2026"),
        ("forum.example.se/film", "1 July 2026"),
        (ONLINE,),
    ),
    "meeting-materials-there": (
        ("forum.example.se/underlag.docx",),
        ("forum.example.se/papers.docx",),
        (Statement("materials", "stated", "Materialet är bifogat."),),
    ),
    "meeting-recording-captioned": (("forum.example.se/film",), ("forum.example.se/film",), ()),
    "meeting-described-version": (("forum.example.se/film",), ("forum.example.se/film",), ()),
    "meeting-minutes-after": (("1 juni 2026",), ("1 June 2026",), ()),
}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_recording_that_is_linked_to_afterwards_is_there(language: str) -> None:
    paste = all_rules()["meeting-recording-there"].fix.paste
    assert paste is not None
    recorded = Statement("recording", "stated", "Mötet spelas in.")
    meeting = meeting_of(filled(paste.say(language), ("forum.example.se/film",)), language, DAY, recorded)
    after = replace(meeting, today=datetime.date(2026, 6, 10))
    assert [outcome.status for outcome in outcomes("meeting-recording-there", after)] == [Status.PASSED]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("rule", BLANKS_OF_WHEN_AND_HOW)
def test_when_and_how_are_pasted_and_satisfy_the_rule(rule: str, language: str) -> None:
    paste = all_rules()[rule].fix.paste
    assert paste is not None
    swedish, english, more = BLANKS_OF_WHEN_AND_HOW[rule]
    text = filled(paste.say(language), swedish if language == "sv" else english)
    found = outcomes(rule, meeting_of(text, language, *more))
    assert {outcome.status for outcome in found} == {Status.PASSED}, (text, found)


@pytest.mark.parametrize(
    ("rule", "text", "language"),
    [
        ("meeting-date-present", "Anmäl dig senast den 10 maj 2026. Välkommen!", "sv"),
        ("meeting-time-start-end", "Växeln är öppen kl. 9–16. Mötet börjar kl. 13.00.", "sv"),
        ("meeting-time-start-end", "We start at 1 pm.", "en"),
        ("meeting-weekday-matches-date", "Välkommen onsdag den 24 maj 2026!", "sv"),
        ("meeting-date-has-year", "Välkommen söndag den 24 maj!", "sv"),
        ("meeting-date-unambiguous", "We meet on 03/04/2026.", "en"),
        ("meeting-time-zone-correct", "We meet on 24 May 2026, 13:00–15:00 CET.", "en"),
        ("meeting-joining-link", "Mötet är i Zoom. Länken skickas ut strax före mötet.", "sv"),
        ("meeting-joining-link", "The meeting is online on Zoom. Email us for the link.", "en"),
        ("meeting-dial-in", f"Mötet är i Zoom: {ZOOM}. Frågor? Ring {PHONE}.", "sv"),
        ("meeting-tech-help-before", "Mötet är i Zoom. Se till att din teknik fungerar.", "sv"),
        ("meeting-recording-statement", "The meeting is on Zoom. Photographs are taken.", "en"),
        ("meeting-recording-captioned", "Inspelningen är inte textad.", "sv"),
    ],
)
def test_what_serves_nobody_fails(rule: str, text: str, language: str) -> None:
    found = outcomes(rule, meeting_of(text, language))
    assert [outcome.status for outcome in found] == [Status.FAILED], found


@pytest.mark.parametrize(
    ("theirs", "language", "status"),
    [
        ("24 maj 2026 kl. 13.00–15.00", "sv", Status.PASSED),
        ("24 maj 2026 kl. 13.00–15.00 (svensk tid)", "sv", Status.PASSED),
        ("24 maj 2026 kl. 14.00–16.00 (finsk tid)", "sv", Status.PASSED),
        ("24 maj 2026 kl. 12.00–14.00", "sv", Status.FAILED),
        ("24 May 2026, 1 pm to 3 pm CEST", "en", Status.PASSED),
        ("24 May 2026, noon to 2 pm BST", "en", Status.PASSED),
        ("24 May 2026, 1 pm to 3 pm", "en", Status.CANNOT_TELL),
        ("24 May 2026, 1 pm to 3 pm BST", "en", Status.FAILED),
    ],
)
def test_the_time_of_a_calendar_file_is_held_against_the_words(
    theirs: str, language: str, status: Status
) -> None:
    words = {"sv": "Välkommen till mötet den ", "en": "Welcome to the meeting on "}[language]
    meeting = meeting_of(f"{words}{theirs}.", language)
    entry = Facts(
        role="invitation",
        role_is_certain=True,
        understood=True,
        times=(When("2026-05-24T11:00", "2026-05-24T13:00", "UTC"),),
    )
    with_entry = replace(
        meeting, documents=(*meeting.documents, MeetingDocument("möte.ics", "calendar", entry))
    )
    assert [outcome.status for outcome in outcomes("meeting-time-consistent", with_entry)] == [status]


def test_all_words_to_paste_are_tried() -> None:
    tried = {*BLANKS, *BLANKS_OF_WHEN_AND_HOW, "meeting-recording-there"}
    pasted = {name for name, rule in all_rules().items() if name.startswith("meeting-") and rule.fix.paste}
    assert pasted <= tried


def invited(text: str, language: str, *, kind: str = "mail", sender: str = "") -> Meeting:
    """A meeting of one mail with this text, as its sender sent it."""
    read = read_text(text, language=language, kind=kind)
    facts = Facts(
        language=language,
        words=len(text.split()),
        contacts=(Contact(sender, "anna@forum.example.se"),),
        **read._replace(role="invitation", role_is_certain=True)._asdict(),
    )
    return Meeting((MeetingDocument("inbjudan.eml", kind, facts),), today=TODAY)


LONG = (
    "Nu är det dags igen. Kaffet står framme från sex och sedan sätter vi i gång, precis som vi brukar göra varje vår "
    "när vägarna har torkat upp. Ta med dig grannen, en stol att sitta på och glatt humör, så ses vi i ladan den "
    "24 maj 2026."
)


@pytest.mark.parametrize(
    ("rule", "text", "sender", "message"),
    [
        # Two lines have room for nothing else; a page of words may say it in a way that nobody thought of.
        ("meeting-purpose-stated", "Hej! Zoom på torsdag kl. 19?", "", "missing"),
        ("meeting-purpose-stated", LONG, "", "in-other-words"),
        ("meeting-organiser-named", "Hej! Zoom på torsdag kl. 19?", "", "missing"),
        ("meeting-organiser-named", LONG, "", "in-other-words"),
        ("meeting-organiser-named", LONG, "Anna Berg", "sender"),
        ("meeting-organiser-named", LONG, "Naturskyddarna i Ekebo", ""),
        ("meeting-organiser-named", LONG, "Oakfield Primary PTA", ""),
        # What is said to lie beside the text is asked about once, and passes nowhere.
        ("meeting-materials-there", "Mötet är den 24 maj 2026. Handlingarna bifogas.", "", "attached"),
        ("meeting-materials-in-advance", "Mötet är den 24 maj 2026. Handlingarna bifogas.", "", None),
        # To ring in is to be at a distance as well.
        (
            "meeting-hybrid-choice-other-way",
            "Vi ses i Zoom den 24 maj 2026. Du kan också ringa in: 08-465 004 10, mötes-id 123 456 78.",
            "",
            "by-telephone",
        ),
        # A moved meeting without its new day: one question, of meeting-date-present.
        ("meeting-date-present", "Vi måste skjuta upp mötet den 24 maj 2026. Ny dag kommer.", "", "new"),
        ("meeting-change-notice", "Vi måste skjuta upp mötet den 24 maj 2026. Ny dag kommer.", "", None),
        # A panel for questions is what broadcasts have.
        ("meeting-dial-in", "Webbinariet är den 24 maj 2026 i Zoom. Skriv i frågerutan.", "", None),
        ("meeting-camera-optional", "Webbinariet är den 24 maj 2026 i Zoom. Skriv i frågerutan.", "", None),
        # One can say what it takes to join before there is a link.
        ("meeting-join-instructions", "Vi ses digitalt den 24 maj 2026. Länken kommer.", "", "missing"),
    ],
)
def test_what_is_not_found_is_asked_and_never_passed(
    rule: str, text: str, sender: str, message: str | None
) -> None:
    """``message``: empty where the rule passes, None where it has nothing to say."""
    found = [outcome.message for outcome in outcomes(rule, invited(text, "sv", sender=sender))]
    assert found == ([] if message is None else [message])


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Storköpings kommun", True),
        ("Naturskyddarna i Ekebo", True),
        ("MUCF", True),
        ("Oakfield Primary PTA", True),
        ("Anna Berg", False),
        ("Friends of the Park", True),
        ("Karin af Ugglas", False),
        ("Anna Berg via Teams", False),
        ("ANNA BERG", False),
        ("anna berg", False),
        ("info@forum.example.se", False),
        ("", False),
    ],
)
def test_organisations_are_told_from_people(name: str, is_one: bool) -> None:
    assert is_organisation(name) is is_one


def test_a_line_with_a_link_and_a_time_calls_to_a_meeting() -> None:
    text = "Hi everyone,\n\nZoom this Thursday at 7? https://us02web.zoom.us/j/84410022517\n\nHannah"
    read = read_text(text, kind="mail")
    assert (read.role, read.role_is_certain) == ("invitation", True)
    for other in ("Minutes are at https://forum.example.org/x", "Thank you for joining us on Thursday!"):
        assert read_text(other, kind="mail").role != "invitation"


LABELLED = DATA / "invitations"


@pytest.mark.parametrize("folder", [LABELLED, LABELLED / "second"], ids=["first", "second"])
def test_nothing_that_a_reader_finds_missing_is_passed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On all labelled invitations: false satisfaction weighs more than false alarm, of which there may be some."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent.parent / "benchmarks"))
    from invitations import FALSE_ALARM, FALSE_SATISFACTION, cases

    found = list(cases(folder))
    assert len(found) > 400
    assert [(each.document, each.rule) for each in found if each.verdict == FALSE_SATISFACTION] == []
    assert sum(each.verdict == FALSE_ALARM for each in found) <= len(found) * 0.02


def folder_of(meetings: int) -> Meeting:
    """The documents of so many meetings in one folder: two for each, with an agenda, times, breaks and ways in."""
    documents = []
    for number in range(meetings):
        day = f"2026-05-{number % 28 + 1:02}"
        rows = [
            Statement(
                "agenda-item", "stated", f"Punkt {row} på möte {number}", f"{13 + row}:00/{14 + row}:00"
            )
            for row in range(4)
        ]
        statements = (
            *rows,
            Statement("break", "stated", rows[1].quote),
            Statement("date", "stated", day, day),
            Statement("time", "stated", "13–17", f"{day}T13:00/17:00"),
            Statement("joining", "stated", value=f"https://m.example.se/{number}"),
            ONLINE,
        )
        for role in ("invitation", "agenda"):
            facts = Facts(
                title=f"Möte {number}",
                language="sv",
                role=role,
                role_is_certain=True,
                understood=True,
                written_in=("sv",),
                statements=statements,
            )
            documents.append(MeetingDocument(f"{number}/{role}.pdf", "pdf", facts))
    return Meeting(tuple(documents), today=TODAY)


def calls_of_functions(meeting: Meeting) -> int:
    """How many functions of Python are called, and generators gone on with, until every rule has been put."""
    called = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal called
        called += event == "call"

    rules = rules_for("meeting").values()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for rule in rules:
            list(rule.apply(meeting, rule.options))
    finally:
        sys.setprofile(before)
    return called


def test_twice_as_many_documents_take_twice_as_long() -> None:
    """As with 500 documents in a run, which took 25 seconds, and 1,334, which were stopped before the end."""
    calls_of_functions(folder_of(5))  # what is imported and compiled once
    few, many = (calls_of_functions(folder_of(number)) for number in (40, 160))
    assert many < 4.5 * few
