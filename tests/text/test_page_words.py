"""Words that headings, labels, error messages and instructions are made of."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from a11ycheck.text.errors import is_error, says_nothing
from a11ycheck.text.instructions import is_named, object_of, sees
from a11ycheck.text.labels import (
    is_about_stopping,
    is_advertisement,
    is_empty_heading,
    is_empty_label,
    is_format,
    is_untelling_heading,
)
from a11ycheck.text.language import hinted
from a11ycheck.text.words import is_placeholder_title


@pytest.mark.parametrize("text", ["Rubrik", "RUBRIK 2", "Lorem ipsum …", "Click to add title", "Überschrift"])
def test_placeholders_are_no_headings(text: str) -> None:
    assert is_empty_heading(text)


@pytest.mark.parametrize(
    "text", ["Program", "A", "Rubriker som fungerar", "Textning", "Dokument", "Information"]
)
def test_headings_that_people_write_are_let_be(text: str) -> None:
    assert not is_empty_heading(text)
    assert not is_untelling_heading(text)


@pytest.mark.parametrize(
    ("text", "empty"), [("Info:", True), ("Menu", True), ("Fält 1", True), ("Förnamn", False), ("", False)]
)
def test_labels_that_name_the_field_itself(text: str, empty: bool) -> None:
    assert is_empty_label(text) is empty


def test_formats_stoppers_and_advertisements_are_known_by_whole_words() -> None:
    assert is_format(" EPUB ")
    assert is_format("(mp3)")
    assert not is_format("Programmet som EPUB")
    assert is_about_stopping("Pausa ljudet")
    assert not is_about_stopping("Anmäl dig")
    assert is_advertisement("Annons")
    assert not is_advertisement("Annonsera ert möte")


@pytest.mark.parametrize("text", ["Please fill the field correctly.", "Ogiltigt värde.", "Fel!"])
def test_an_error_message_may_say_nothing(text: str) -> None:
    assert is_error(text)
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    ["Ålder måste vara minst 1.", "Name cannot be empty.", "Fyll i en e-postadress som namn@example.se"],
)
def test_an_error_message_that_says_what_is_wrong(text: str) -> None:
    assert is_error(text)
    assert not says_nothing(text)


def test_names_of_fields_say_where_and_not_what() -> None:
    assert says_nothing("Invalid value for age.", "Age (years)")
    assert not says_nothing("Invalid value for age.")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Klicka på knappen till höger", "till höger"),
        ("Press the green button to go on", "green"),
        ("Cliquez sur le bouton à droite", "à droite"),
        ("Look underneath the star", "underneath"),
        ("You have the right to see what is stored", None),
        ("Se listan nedan", None),
        ("Huset till höger byggdes 1912", None),
        ("Find green energy near you", None),
    ],
)
def test_instructions_that_go_by_what_is_seen(text: str, seen: str | None) -> None:
    assert sees(text) == seen


def test_an_instruction_may_name_what_it_points_to() -> None:
    assert is_named("Klicka på knappen ”Sök” till höger")
    assert is_named("Press the button labelled Search")
    assert not is_named("Klicka på knappen till höger")
    assert object_of("Använd menyn till vänster") == "navigation"
    assert object_of("Titta till höger") is None


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Hij ging met de kippen op stok", "fr", "nl"),
        ("Hij ging met de kippen op stok", "nl", None),
        ("Bonne année !", "en", None),
        ("Met vriendelijke groet van de hele club", "sv", "nl"),
        ("Fireworks over Paris", "nl", None),
        ("介绍 原生类型 to the and of 变量绑定 自定义类型 流程控制 函数 模块", "zh", None),
    ],
)
def test_small_words_hint_at_a_language(text: str, declared: str, language: str | None) -> None:
    assert hinted(text, declared) == language


def test_the_hint_is_the_same_in_every_process() -> None:
    """Of languages with as many words it was once this one and once that, as the order of a set has it."""
    text = "nogle gør blevet findes dass wir nach aber"
    asked = f"from a11ycheck.text.language import hinted; print(hinted({text!r}, 'sv'))"
    said = {
        subprocess.run(
            [sys.executable, "-c", asked],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3", "4", "5")
    }
    assert said == {b"da\n"}


def test_titles_that_programs_write() -> None:
    assert is_placeholder_title("Untitled Document")
    assert is_placeholder_title("Dokument 2")
    assert not is_placeholder_title("Presentation av budgeten")


@pytest.mark.parametrize("text", ["on the " * 20_000, "click " * 20_000, "“" * 100_000, "a" * 100_000])
def test_long_texts_are_cut_short(text: str) -> None:
    assert object_of(text) is None
    assert not is_error(text)
    assert sees(text) is None
