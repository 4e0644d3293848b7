"""Statements of a document's content, and of fields that say the same in so many words, and their way through JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from a11ycheck.documents.content import Cell, Content, Heading, Link, ListItem, Paragraph, Table
from a11ycheck.documents.facts import TOPICS, Contact, Facts, Statement, When
from a11ycheck.documents.statements import (
    read_content,
    statements_of,
    statements_of_event,
    statements_of_fields,
    statements_of_text,
)


def values(statements: tuple[Statement, ...], topic: str) -> list[str]:
    return [each.value for each in statements if each.topic == topic]


def test_the_rows_of_a_table_are_an_agenda() -> None:
    def row(*texts: str, header: bool = False) -> tuple[Cell, ...]:
        return tuple(Cell(text, header) for text in texts)

    content = Content.of(
        Heading(1, "Dagordning"),
        Table(
            (
                row("Tid", "Punkt", header=True),
                row("13.00", "Välkomna"),
                row("13.30", "Paus"),
                row("13.45", "Frågor"),
            )
        ),
    )
    assert values(statements_of(content), "agenda-item") == ["13:00/", "13:30/", "13:45/"]


def test_a_table_of_two_columns_is_labels_and_values() -> None:
    content = Content.of(
        Table(
            (
                (Cell("Datum"), Cell("24 maj 2026")),
                (Cell("Tid"), Cell("13–15")),
                (Cell("Plats"), Cell("Folkets hus")),
            )
        )
    )
    found = statements_of(content)
    assert values(found, "date") == ["2026-05-24"]
    assert values(found, "venue") == ["Folkets hus"]


def test_the_address_behind_a_link_counts() -> None:
    text = "Anslut till mötet"
    content = Content.of(Paragraph(text), Link(text, "https://us02web.zoom.us/j/123456789", around=text))
    assert values(statements_of(content), "joining") == ["https://us02web.zoom.us/j/123456789"]


def test_a_link_whose_address_is_lost_is_a_question() -> None:
    (found,) = (
        each for each in statements_of(Content.of(Paragraph("Anslut här"))) if each.topic == "joining"
    )
    assert found.how == "unsure"


def test_lines_of_plain_text_stand_for_themselves() -> None:
    found = statements_of_text("Tid: 24 maj 2026 kl. 13–15\nPlats: Folkets hus", "sv")
    assert values(found, "time") == ["2026-05-24T13:00/15:00"]
    assert values(found, "venue") == ["Folkets hus"]


def test_a_title_counts_as_text() -> None:
    content = Content.of(Paragraph("Välkommen!"), title="Inställt: mötet den 24 maj 2026")
    assert "change" in {each.topic for each in statements_of(content)}


def test_statements_are_few_and_short_however_long_the_document() -> None:
    content = Content.of(
        *(ListItem(f"Mötet är den {day} maj 2026 i sal {'x' * 5_000}") for day in range(1, 29))
    )
    found = statements_of(Content(content.blocks * 300))
    assert 0 < len(found) <= 400
    assert all(len(each.quote) <= 200 for each in found)


def test_fields_of_a_calendar_entry_are_statements() -> None:
    found = statements_of_fields(
        times=[When("2026-05-24T13:00", "2026-05-24T15:00", "Europe/Stockholm")],
        place="Sal 3",
        joining=["https://zoom.us/j/1"],
        organiser=Contact("Anna Berg", "anna@exempel.se"),
        telephones=["+46812345"],
        cancelled=True,
    )
    assert [(each.topic, each.value) for each in found] == [
        ("date", "2026-05-24"),
        ("time", "2026-05-24T13:00/15:00"),
        ("zone", "Europe/Stockholm"),
        ("venue", "Sal 3"),
        ("joining", "https://zoom.us/j/1"),
        ("dial-in", "+46812345"),
        ("organiser", "Anna Berg"),
        ("contact", "mail:anna@exempel.se"),
        ("change", "cancelled"),
    ]


def test_an_event_in_structured_data_is_statements() -> None:
    found = statements_of_event(
        {
            "@type": "Event",
            "startDate": "2026-05-24T13:00:00+02:00",
            "endDate": "2026-05-24T15:00:00+02:00",
            "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
            "location": [
                {"@type": "Place", "name": "Folkets hus", "address": {"streetAddress": "Storgatan 1"}},
                {"@type": "VirtualLocation", "url": "https://zoom.us/j/1"},
            ],
            "organizer": {"name": "MUCF", "email": "info@mucf.se"},
        }
    )
    assert values(found, "time") == ["2026-05-24T13:00/15:00"]
    assert values(found, "zone") == ["+02:00"]
    assert values(found, "venue") == ["Folkets hus, Storgatan 1"]
    assert values(found, "joining") == ["https://zoom.us/j/1"]
    assert values(found, "attendance") == ["hybrid"]
    assert values(found, "contact") == ["mail:info@mucf.se"]


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"startDate": 5, "location": "x" * 10},
        {"location": [1, None], "organizer": []},
        {"organizer": [7]},
    ],
)
def test_structured_data_of_any_shape_is_borne(event: dict[str, object]) -> None:
    assert all(each.topic in TOPICS for each in statements_of_event(event))


def facts() -> Facts:
    read = read_content(
        Content.of(Paragraph("Mötet den 24 maj 2026 kl. 13–15 textas inte."), language="sv"), kind="mail"
    )
    return Facts(
        statements=read.statements,
        role=read.role,
        role_is_certain=read.role_is_certain,
        written_in=read.written_in,
        understood=read.understood,
    )


def test_statements_come_through_json_whole() -> None:
    written = facts()
    assert written.statements
    assert Facts.from_json(json.loads(json.dumps(asdict(written)))) == written


@pytest.mark.parametrize(
    "statement",
    [["weather", "stated", "", ""], ["date", "shouted", "", ""], ["date", "stated", ""], ["date"]],
)
def test_statements_that_cannot_be_are_refused(statement: list[str]) -> None:
    raw = json.loads(json.dumps(asdict(facts()))) | {"statements": [statement]}
    with pytest.raises(ValueError, match=r"statement|unpack"):
        Facts.from_json(raw)


@pytest.mark.parametrize("statement", ["dates", 5, [1, "stated", "", ""]])
def test_statements_of_another_type_are_refused(statement: object) -> None:
    raw = json.loads(json.dumps(asdict(facts()))) | {"statements": [statement]}
    with pytest.raises(TypeError):
        Facts.from_json(raw)
