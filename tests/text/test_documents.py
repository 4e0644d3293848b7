"""Whether a text says what kind of document a link leads to, and how large it is."""

from __future__ import annotations

import pytest

from a11ycheck.text.documents import says_calendar, says_format, says_size


@pytest.mark.parametrize(
    "text",
    [
        "Inbjudan (pdf)",
        "Agenda PDF",
        "Program, Word",
        "Budget.xlsx",
        "pdf-fil",
        "ohjelma (pdf-tiedosto)",
        "Ladda ner pdf:en",
    ],
)
def test_format_said(text: str) -> None:
    assert says_format(text)


@pytest.mark.parametrize("text", ["Inbjudan", "In other words", "Excellent", "pdfx", "wordpress", ""])
def test_format_unsaid(text: str) -> None:
    assert not says_format(text)


@pytest.mark.parametrize(
    "text", ["1,2 MB", "(pdf, 340 kB)", "640 kilobyte", "3.4 megabytes", "1,2 Mo", "2 Mt", "12kb", "1.5 MiB"]
)
def test_size_said(text: str) -> None:
    assert says_size(text)


@pytest.mark.parametrize("text", ["pdf", "12 sidor", "MB", "2026", "3 kommuner", "45 minuter"])
def test_size_unsaid(text: str) -> None:
    assert not says_size(text)


def test_calendar_said() -> None:
    assert says_calendar("Lägg till i kalendern")
    assert says_calendar("Zum Kalender hinzufügen")
    assert not says_calendar("Spara datumet")


def test_long_texts_of_the_worst_kind_are_read() -> None:
    for text in ("1" * 100_000, "1 " * 50_000, "pdf-" * 25_000):
        assert not says_size(text)
