"""What reads as the answer to an action, and what does not."""

from __future__ import annotations

import pytest

from a11ycheck.text.status import is_status


@pytest.mark.parametrize(
    "text",
    [
        "3 träffar",
        "Inga träffar.",
        "Visar 3 av 12 talare",
        "Vi hittade inga talare",
        "Tack för din anmälan!",
        "Ditt svar har skickats.",
        "Platsen är tillagd i din lista.",
        "Copied!",
        "Showing 1–10 of 50",
        "No speakers found",
        "Your message has been sent.",
        "5 treff",
        "Ingen resultater",
        "Kiitos ilmoittautumisesta!",
        "Keine Ergebnisse",
        "Votre message a été envoyé.",
        "Su mensaje se ha enviado.",
    ],
)
def test_what_came_of_an_action(text: str) -> None:
    assert is_status(text, of_a_form=False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Taket är högt i salen.",
        "Visa fler",
        "3 talare",
        "Maja visar 3 av 12 bilder",
        "Kim tog emot priset och fick 3 träffar i går.",
        "Thankful guests",
        "Tack för i dag! " * 20,
    ],
)
def test_other_text(text: str) -> None:
    assert not is_status(text, of_a_form=True)


def test_errors_are_answers_of_forms_only() -> None:
    assert is_status("Fyll i din e-postadress.", of_a_form=True)
    assert not is_status("Fyll i din e-postadress.", of_a_form=False)
