"""What texts state about a meeting: labelled sentences in Swedish and English, topic by topic, and whole small texts.

A false satisfaction (a rule would pass that must not) weighs more than a false alarm, so they are counted apart.
"""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from labelled_statements import SETS, Case, cases, found_in, verdict

from a11ycheck.text.statements import Said, document_of, pieces_of_text, statements

LARGE = 100_000
LEAST_SENTENCES = 8
"""Labelled sentences that each topic has in each language."""

# How many of each set may come out wrong, by kind. Known misses are in benchmarks/readiness.md.
WRONG = {
    "statements": 2,
    "statements_second": 2,
    "statements_third": 2,
    "statements_fourth": 3,
    "statements_fifth": 3,
}


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_labelled_sentences(name: str, language: str) -> None:
    wrong = [
        (verdict(case.expected, got), case, got)
        for case in cases(name)
        if case.language == language and (got := found_in(case)) != case.expected
    ]
    assert not [each for each in wrong if each[0] == "false satisfaction"]
    assert len(wrong) <= WRONG[name], wrong


def test_every_topic_has_its_sentences_in_both_languages() -> None:
    held = Counter((case.language, case.topic) for case in cases("statements"))
    assert min(held.values()) >= LEAST_SENTENCES
    assert {topic for language, topic in held if language == "sv"} == {
        topic for language, topic in held if language == "en"
    }


@pytest.mark.parametrize(
    "case", [case for case in cases("statements") if case.is_advice], ids=lambda case: case.text
)
def test_advice_states_nothing(case: Case) -> None:
    assert found_in(case) == "nothing"


def said(text: str, topic: str, language: str = "sv") -> list[tuple[str, str]]:
    """How, and with what value, a text states a topic."""
    found: tuple[Said, ...] = statements(document_of(pieces_of_text(text), language))
    return [(each.how, each.value) for each in found if each.topic == topic]


def test_an_agenda_is_its_rows() -> None:
    text = "Dagordning:\n13.00 Välkomna\n13.10–14.00 Rapport\n14.00 Paus, 15 minuter\n14.15 Frågor och samtal"
    assert said(text, "agenda") == [("stated", "rows:4")]
    assert said(text, "agenda-item") == [
        ("stated", "13:00/"),
        ("stated", "13:10/14:00"),
        ("stated", "14:00/"),
        ("stated", "14:15/"),
    ]
    assert said(text, "break") == [("stated", "14:00/+15")]
    assert said(text, "questions") == [("stated", "14:15/")]
    assert said(text, "time") == []


def test_an_agenda_of_names_alone_is_no_agenda() -> None:
    assert said("Program:\n- Anna Berg\n- Ali Hassan\n- Karin Ek", "agenda") == [("unsure", "names")]


def test_an_agenda_in_prose_is_a_question() -> None:
    text = "Vi börjar med en kort film, därefter berättar Anna om projektet."
    assert said(text, "agenda") == [("unsure", "prose")]


def test_an_agenda_elsewhere_is_promised() -> None:
    assert said("Dagordningen är bifogad.", "agenda") == [("promised", "attached")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mötet är den 24 maj 2026 kl. 13–15.", "2026-05-24T13:00/15:00"),
        ("Datum: 24 maj 2026\nTid: 13.00–15.00", "2026-05-24T13:00/15:00"),
        ("Vi ses 24 maj 2026. Vi börjar kl. 18 och slutar kl. 20.", "2026-05-24T18:00/20:00"),
        ("Vi ses kl. 13.", "T13:00/"),
    ],
)
def test_a_time_has_its_day(text: str, value: str) -> None:
    assert ("stated", value) in said(text, "time")


def test_weekdays_are_told_of_every_date() -> None:
    text = "Mötet är onsdag 24 maj 2022. Anmäl dig senast fredag 13 maj 2022."
    assert said(text, "weekday") == [("stated", "2022-05-24/3"), ("stated", "2022-05-13/5")]


def test_a_date_with_two_readings_is_unsure() -> None:
    assert said("The meeting is on 03/04/2025.", "date", "en") == [("unsure", "2025-04-03")]
    assert said("The meeting is on 03/04/2025.", "ambiguous-date", "en") == [
        ("stated", "slashes:2025-04-03/2025-03-04")
    ]


def test_whom_to_tell_and_until_when_stand_with_the_question() -> None:
    text = (
        "Behöver du tolk eller annat stöd? Mejla anna@exempel.se eller ring 08-123 45 67 senast 10 maj 2026."
    )
    assert said(text, "needs-contact") == [
        ("stated", "mail:anna@exempel.se"),
        ("stated", "phone:08-123 45 67"),
    ]
    assert said(text, "needs-deadline") == [("stated", "2026-05-10")]


def test_a_last_day_for_something_else_is_none_for_needs() -> None:
    text = "Anmäl dig senast 10 maj 2026.\n\nVi ses på Zoom.\n\nBehöver du tolk? Säg till."
    assert said(text, "needs") == [("stated", "")]
    assert said(text, "needs-deadline") == []


def test_registration_has_its_ways_and_its_last_day() -> None:
    text = "Anmäl dig senast 10 maj 2026 på https://exempel.se/anmalan eller till anna@exempel.se."
    assert said(text, "registration-way") == [
        ("stated", "mail:anna@exempel.se"),
        ("stated", "form:https://exempel.se/anmalan"),
    ]
    assert said(text, "registration-deadline") == [("stated", "2026-05-10")]


def test_a_list_after_advice_is_advice() -> None:
    text = "Det är bra om ni\n• har en tydlig agenda\n• har tydliga spelregler\n• textar mötet"
    assert statements(document_of(pieces_of_text(text), "sv")) == ()


def test_a_place_beside_an_address_on_the_web_is_the_place() -> None:
    text = "Plats: Stadsbiblioteket, Storgatan 1, och i Zoom"
    assert said(text, "venue") == [("stated", "Stadsbiblioteket, Storgatan 1")]
    assert said(text, "attendance") == [("stated", "hybrid")]


def test_what_opens_the_meeting_stays_in_the_document() -> None:
    assert said("Mötes-ID: 812 3456 7890\nLösenord: hemligt7", "meeting-id") == [
        ("stated", "81234567890"),
        ("stated", "code"),
    ]


GERMAN = (
    "Wir laden Sie herzlich zu unserer Sitzung ein, die wir gemeinsam mit allen Mitgliedern am Dienstag, 24. Mai 2022, "
    "um 13 Uhr auf Zoom abhalten. Die Veranstaltung wird mit Untertiteln begleitet, und es gibt eine Pause."
)
POLISH = (
    "Zapraszamy serdecznie na spotkanie naszego stowarzyszenia, które odbędzie się w sali konferencyjnej przy ulicy "
    "Głównej. Prosimy o potwierdzenie obecności, abyśmy mogli przygotować odpowiednią liczbę miejsc dla wszystkich. "
) * 4


def test_another_language_counts_for_what_is_found_and_is_not_understood() -> None:
    document = document_of(pieces_of_text(GERMAN))
    assert document.written_in == ("de",)
    assert not document.understood
    topics = {each.topic for each in statements(document)}
    assert {"date", "platform", "captions"} <= topics


def test_a_language_that_is_not_known_is_not_understood() -> None:
    document = document_of(pieces_of_text(POLISH))
    assert document.written_in == ()
    assert not document.understood


def test_two_languages_are_both_read() -> None:
    swedish = "Välkommen till mötet som vi håller för alla som vill prata om det nya huset. Mötet textas inte, tyvärr."
    english = "Welcome to the meeting that we hold for all who want to talk of the new house. The building has a lift."
    document = document_of(pieces_of_text(f"{swedish}\n\n{english}"))
    assert document.written_in == ("sv", "en")
    assert document.understood
    assert {(each.topic, each.how) for each in statements(document)} >= {
        ("captions", "denied"),
        ("venue-access", "stated"),
    }


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        ". ",
        "08-123 45 67 ",
        "a@b.se ",
        "Plats: ",
        "Plats: Zoom\n",
        "Mötet textas inte. ",
        "https://zoom.us/j/1 ",
        "Anna Berg ",
        "lösenord: ",
        "- Hörslinga\n",
        "13.00 Välkomna\n",
        "behöver du ",
    ],
)
def test_long_texts_of_one_thing_are_read_to_an_end(unit: str) -> None:
    found = statements(document_of(pieces_of_text((unit * LARGE)[:LARGE]), "sv"))
    assert len(found) <= 400
    assert all(len(each.quote) <= 200 and len(each.value) <= 200 for each in found)


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert all(each.quote for each in statements(document_of(pieces_of_text(text), "sv")))


def test_lines_above_paragraphs_are_headings_and_who_signs_is_a_question() -> None:
    text = "Inbjudan\n\nAnmälan\nAnmäl dig till anna@exempel.se så fort du kan.\n\nVarmt välkommen!\nStorköpings kommun"
    assert [piece.kind for piece in pieces_of_text(text)] == [
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
    ]
    assert said(text, "organiser") == [("unsure", "Storköpings kommun")]
