"""Labels of facts, what stands behind them, and words that only hold a place."""

from __future__ import annotations

import pytest

from a11ycheck.text.fact_labels import is_put_off, is_to_fill_in, labelled, placeholders, says_nothing


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("Datum/tid:", "Datum/tid", ""),
        ("Plats: Sal 3", "Plats", "Sal 3"),
        ("**When:** 24 May", "When", "24 May"),
        ("Date & time:", "Date & time", ""),
        ("Sista anmälningsdag:  10 maj ", "Sista anmälningsdag", "10 maj"),
    ],
)
def test_a_label_is_told_from_its_value(line: str, label: str, value: str) -> None:
    found = labelled(line)
    assert found is not None
    assert (found.label, found.value) == (label, value)


@pytest.mark.parametrize(
    "line",
    [
        "Plats",
        "Vi ses: i biblioteket",
        "Tänk på: ta med fika",
        "",
        ":",
        "Den tid som krävs:",
        "a" * 100_000 + ":",
    ],
)
def test_what_is_no_label(line: str) -> None:
    assert labelled(line) is None


def test_a_label_without_a_colon_is_looked_for_only_when_asked_for() -> None:
    assert labelled("Kontakt", bare=True) is not None
    assert labelled("Kontakter med kommunen", bare=True) is None


@pytest.mark.parametrize("value", ["", " ", "-", "–", "—", "…", "...", "\u00a0", "– –"])
def test_dashes_and_dots_are_nothing(value: str) -> None:
    assert says_nothing(value)


@pytest.mark.parametrize("value", ["Sal 3", "1", "?", "____", "........."])
def test_what_is_something(value: str) -> None:
    assert not says_nothing(value)


@pytest.mark.parametrize("line", ["Underskrift:", "Namnförtydligande", "Datum: ________", "Signature:"])
def test_lines_to_fill_in(line: str) -> None:
    assert is_to_fill_in(line)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Länk: [länk till mötet]", ["[länk till mötet]"]),
        ("Room: TBA. Date: TBC", ["TBA", "TBC"]),
        ("Vi ses den XX maj kl. XX", ["den XX", "kl. XX"]),
        ("Hej {{namn}}!", ["{{namn}}"]),
        ("Kontakta <NAMN>", ["<NAMN>"]),
        ("Lorem ipsum dolor", ["Lorem ipsum"]),
        ("Infoga bild här", ["Infoga bild här"]),
        ("Telefon: 08-XX XX", []),
        ("[Läs mer](https://example.org) och [1]", []),
        ("Kapitel XX, Gustav III och Super Bowl XXX", []),
        ("Fyll i formuläret. Insert the date into the form.", []),
        ("<https://example.org> <p>", []),
        ("He said [sic] that [the] meeting […] was tba", []),
    ],
)
def test_placeholders(text: str, found: list[str]) -> None:
    assert placeholders(text) == found


@pytest.mark.parametrize("value", ["meddelas senare", "kommer inom kort", "to be confirmed", "coming soon"])
def test_what_is_put_off(value: str) -> None:
    assert is_put_off(value)


@pytest.mark.parametrize(
    "value", ["kommer senast den 20 maj", "to be confirmed by 20 May", "Sal 3, kommer senare"]
)
def test_what_is_not_put_off(value: str) -> None:
    assert not is_put_off(value)


@pytest.mark.parametrize("part", ["[länk ", "{{ ", "<AAA ", "xx", "XXXX", "kl. ", "infoga ", "x/"])
def test_long_texts_of_almost_placeholders_are_read_to_the_end(part: str) -> None:
    text = part * (100_000 // len(part)) + " TBA"
    assert "TBA" in placeholders(text) or len(placeholders(text)) == 20
