"""What a page says of its event in JSON-LD."""

from __future__ import annotations

import json

import pytest

from a11ycheck.documents.page.model import Element, Page
from a11ycheck.documents.page.structured_data import MOST_EVENTS, events_of

EVENT = {"@type": "Event", "name": "Årsmöte", "startDate": "2027-05-24T13:00+02:00"}


def page(*scripts: str) -> Page:
    return Page.of(*(Element("script", {"type": "application/ld+json"}, value=each) for each in scripts))


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (EVENT, ["Årsmöte"]),
        ([EVENT, {"@type": "Organization"}], ["Årsmöte"]),
        ({"@graph": [{"@type": ["Thing", "BusinessEvent"], "name": "Mässa"}]}, ["Mässa"]),
        ({"@type": "WebPage"}, []),
        ("text", []),
        (None, []),
    ],
)
def test_events_are_found_where_they_may_stand(data: object, names: list[str]) -> None:
    assert [event["name"] for event in events_of(page(json.dumps(data)))] == names


@pytest.mark.parametrize("broken", ["", "{", "[" * 100_000, '{"@graph": 3}', '{"@type": {"a": 1}}', "NaN"])
def test_what_is_broken_is_passed_over(broken: str) -> None:
    assert list(events_of(page(broken, json.dumps(EVENT)))) == [EVENT]


def test_events_have_a_limit() -> None:
    assert len(list(events_of(page(json.dumps([EVENT] * 100))))) == MOST_EVENTS
