"""What form fields are for, by their labels."""

from __future__ import annotations

import pytest

from a11ycheck.text.purposes import PURPOSES, purpose_of, says_optional, says_required


@pytest.mark.parametrize(
    ("label", "token"),
    [
        ("Namn", "name"),
        ("Förnamn *", "given-name"),
        ("E-post (obligatoriskt)", "email"),
        ("E-mail address:", "email"),
        ("Sähköposti", "email"),
        ("Telefonnummer", "tel"),
        ("Nachname", "family-name"),
        ("Code postal", "postal-code"),
        ("Organisation", "organization"),
        ("Din kollegas e-post", ""),
        ("Mötets namn", ""),
        ("", ""),
    ],
)
def test_purpose_of(label: str, token: str) -> None:
    assert purpose_of(label) == token


def test_no_label_has_two_purposes() -> None:
    labels = [label for labels in PURPOSES.values() for label in labels]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    "text", ["Namn *", "Namn (obligatoriskt)", "Name (required)", "Alla fält måste fyllas i."]
)
def test_required(text: str) -> None:
    assert says_required(text)


def test_optional_is_not_required() -> None:
    assert says_optional("Telefon (frivilligt)")
    assert says_optional("Phone (optional)")
    assert not says_required("Telefon (frivilligt)")
