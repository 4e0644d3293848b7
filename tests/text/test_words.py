"""Empty link texts, file names and bare addresses are told from words that say something."""

from __future__ import annotations

import pytest

from a11ycheck.text.words import (
    GENERIC_LINK_TEXTS,
    is_address,
    is_bare_address,
    is_file_name,
    is_generic_link_text,
)


def test_every_language_has_a_list_in_the_form_that_is_looked_up() -> None:
    assert set(GENERIC_LINK_TEXTS) == {"sv", "no", "da", "fi", "en", "de", "fr", "es"}
    for language, texts in GENERIC_LINK_TEXTS.items():
        assert len(texts) >= 20
        for text in texts:
            assert text == " ".join(text.casefold().split())
            assert is_generic_link_text(text, language), text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Läs mer", "sv"),
        ("LÄS MER »", "sv-SE"),
        ("  läs\u00a0mer ... ", "sv"),
        ("→ Klicka här!", "sv"),
        ("Här.", "sv"),
        ("[här]", "sv"),
        ("Read more >", "en-GB"),
        ("Click here", "sv"),
        ("PDF", "fi"),
        ("Les mer", "nb"),
        ("Les meir", "nn"),
        ("Plus d’informations", "fr"),
        ("Klik her", None),
        ("Klik her", "fr"),
        ("täältä", ""),
        ("Aquí", "pl"),
    ],
)
def test_generic_link_texts(text: str, language: str | None) -> None:
    assert is_generic_link_text(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "sv"),
        ("»", "sv"),
        ("Läs mer om årsmötet", "sv"),
        ("Anmäl dig här", "sv"),
        ("Till anmälan", "sv"),
        ("Register here", "en"),
        ("Dagordning (pdf)", "sv"),
        ("Start", "sv"),
        ("Side", "fr"),
        ("Read more about the agenda", None),
        ("här " * 25_000, "sv"),
    ],
)
def test_link_texts_that_say_something(text: str, language: str | None) -> None:
    assert not is_generic_link_text(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "IMG_2041.jpeg",
        "IMG_2041",
        "img-20240524-wa0012",
        "PXL_20240524_101112345",
        "20240524_101112",
        "DSC00012",
        "DSC_0012",
        "DSCN1234",
        "P1010023",
        "100_1234",
        "image1",
        "Image (3)",
        "bild 3.png",
        "Bild 2",
        "Bildobjekt 4",
        "Picture 1",
        "Platshållare för innehåll 3",
        "Picture Placeholder 2",
        "Billede 4",
        "Kuva 2",
        "Skärmavbild 2024-05-24 kl. 10.11.12",
        "Skärmavbild 2024-05-24 kl. 10.11.12.png",
        "Screenshot (5)",
        "Screenshot_20240524_101112",
        "Screen Shot 2024-05-24 at 10.11.12 AM",
        "Bildschirmfoto 2024-05-24 um 10.11.12",
        "Capture d’écran 2024-05-24 à 10.11.12",
        "WhatsApp Image 2024-05-24 at 10.11.12",
        "Microsoft Word - Dagordning 24 maj.docx",
        "kallelse_årsmöte.PDF",
        "Dokument1",
        "Presentation2",
        "untitled-1",
        "f72481a0916a9b90",
        "57ec7471-eac4-4bee-81a0-916a9b90f724",
        "csm_Bild1a_2b3c4d5e6f_x7y8",
    ],
)
def test_file_names(text: str) -> None:
    assert is_file_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dagordning",
        "Bild",
        "Bild på styrelsen",
        "Bild 2 visar styrelsen",
        "Dokument 1",
        "Bilaga 3",
        "Sal 4",
        "Skärmavbild av anmälningsformuläret",
        "Screenshot of the form, step 2",
        "Valdeltagande 2010 till 2022",
        "070-123 45 67",
        "0701234567",
        "24 maj 2024",
        "2024-05-24",
        "mucf.se",
        "https://mucf.se/rapport.pdf",
        "mucf.se/rapport.pdf",
        "tillgänglighetssamordnaren",
        "facade",
        "effaceddecade",
        "covid-19-vaccinationsbevis-2021",
        "Vi delade ut alla papper på mötet och sedan skickade vi dagordning.pdf",
        "a" * 100_000,
        "1a" * 50_000,
        "Bild " * 20_000,
        "." * 100_000,
    ],
)
def test_texts_that_are_no_file_names(text: str) -> None:
    assert not is_file_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://mucf.se",
        "HTTP://mucf.se/publikationer",
        "www.mucf.se",
        "mucf.se/publikationer/digitalisering-alla",
        "nodsverige.se/pgf/.",
        "<https://example.org/a?b=c>",
        " teams.microsoft.com/l/meetup-join/19 ",
        "räksmörgås.se/meny",
        "example.org:8080/x",
    ],
)
def test_bare_addresses(text: str) -> None:
    assert is_bare_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mucf.se",
        "mucf.se/",
        "anna.berg@mucf.se",
        "mailto:anna.berg@mucf.se",
        "MUCF:s rapport",
        "Rapporten på https://mucf.se",
        "och/eller",
        "13.00/14.00",
        "t.ex.",
        "a/" * 50_000,
        "a." * 50_000,
        ("a" * 60 + ".") * 1_600,
    ],
)
def test_texts_that_are_no_bare_addresses(text: str) -> None:
    assert not is_bare_address(text)


@pytest.mark.parametrize(
    "token",
    ["mucf.se", "mucf.se/", "(mucf.se).", "anna.berg@mucf.se,", "mailto:a@b.se", "www.mucf.se", "x.com"],
)
def test_addresses_in_running_text(token: str) -> None:
    assert is_address(token)


@pytest.mark.parametrize(
    "token", ["t.ex.", "m.fl.", "el.dyl.", "fr.o.m.", "@mucf", "13.00", "möte.Sedan", "a@", ""]
)
def test_tokens_that_are_no_addresses(token: str) -> None:
    assert not is_address(token)
