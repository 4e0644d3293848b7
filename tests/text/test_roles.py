"""What a document is to a meeting: roles.txt, labelled by hand, and the two texts that the project began with."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from labelled_roles import cases, verdict

from a11ycheck.documents.content import Content, Paragraph
from a11ycheck.documents.facts import ROLES
from a11ycheck.documents.statements import Reading, read_text, role_of

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
LEAST = 40


def test_no_document_is_taken_for_what_it_is_not() -> None:
    wrong = [case.text[:60] for case in cases() if verdict(case) == "wrong"]
    assert not wrong


def test_nearly_all_roles_are_told() -> None:
    counted = Counter(verdict(case) for case in cases())
    assert counted.total() >= LEAST
    assert counted["right"] >= counted.total() - 1, counted


def test_the_labels_are_roles() -> None:
    assert {case.role for case in cases()} <= ROLES


def read_seed(name: str, kind: str) -> Reading:
    path = SEEDS / name
    if not path.exists():
        pytest.skip("the source texts are not here")
    return read_text(path.read_text("utf-8"), kind=kind)


def test_the_conference_page_is_of_an_event_that_is_over() -> None:
    read = read_seed("000_f72481a0916a9b90.txt", "page")
    assert (read.role, read.role_is_certain) == ("event-page", True)
    topics = {statement.topic for statement in read.statements}
    assert {"past-event", "described-version", "date"} <= topics
    assert topics.isdisjoint({"joining", "needs", "captions", "registration", "time"})
    assert [each.value for each in read.statements if each.topic == "date"] == ["--05-24"]


def test_the_brochure_is_no_invitation() -> None:
    read = read_seed("001_57ec7471eac4bee6.txt", "pdf")
    assert (read.role, read.role_is_certain) == ("brochure", True)
    topics = {statement.topic for statement in read.statements}
    assert topics.isdisjoint(
        {"agenda", "rules", "safe-forum", "purpose", "needs", "help-before", "moderation"}
    )
    assert [each.value for each in read.statements if each.topic == "qr"] == [
        "mucf.se/publikationer/digitalisering-alla",
        "nodsverige.se/pgf/",
    ]


@pytest.mark.parametrize(("kind", "role"), [("captions", "captions"), ("recording", "recording")])
def test_some_kinds_have_one_role(kind: str, role: str) -> None:
    assert role_of(Content.of(Paragraph("Hej")), kind=kind) == (role, True)


def test_nothing_at_all_has_no_role() -> None:
    assert role_of(Content()) == ("", False)
