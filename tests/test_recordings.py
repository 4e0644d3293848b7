"""Which described, signed and captioned versions and transcripts belong to a recording.

The pages are our own, written with their answers before they were tried: what a person says who reads them.
"""

from __future__ import annotations

import pytest

from a11ycheck import ruleset
from a11ycheck.check import check
from a11ycheck.documents.content import Block, Content, Heading, Link, ListItem, Paragraph, Player
from a11ycheck.documents.recordings import recordings_of
from a11ycheck.outcome import Status
from a11ycheck.text.live import says_live
from browser import need_browser
from places import ROOT

NONE: set[str] = set()
D, S, C, T = {"described"}, {"signed"}, {"captioned"}, {"transcript"}
LONG = Paragraph("Det här sägs i filmen. " * 20)


def h(level: int, text: str) -> Heading:
    return Heading(level, text)


def p(text: str) -> Paragraph:
    return Paragraph(text)


def v(video: str, name: str = "", visible: bool = True) -> Player:
    return Player("embedded", (f"https://www.youtube.com/embed/{video}",), name, visible)


def a(text: str, video: str, around: str = "", visible: bool = True) -> Link:
    return Link(text, f"https://youtu.be/{video}", around or text, visible)


def to(text: str, target: str) -> Link:
    return Link(text, target, text)


SNIPPETS: dict[str, tuple[tuple[Block, ...], dict[str, set[str]]]] = {
    # Swedish
    "the line under the recording": (
        (
            h(2, "Presentationer under konferensen"),
            p("Vi fick också ta del av Mats Snälls presentation om samverkan."),
            v("aaa", "Mats Snäll"),
            a("Syntolkad version av Mats Snälls presentation", "bbb"),
        ),
        {"aaa": D},
    ),
    "without the line": (
        (
            h(2, "Presentationer under konferensen"),
            p("Vi fick också ta del av Mats Snälls presentation om samverkan."),
            v("aaa", "Mats Snäll"),
        ),
        {"aaa": NONE},
    ),
    "the line names the second of two": (
        (
            h(2, "Presentationer"),
            p("Elisabet Johansson presenterade resultaten."),
            v("aaa"),
            p("Mats Snäll berättade om covidbevis."),
            v("bbb"),
            a("Syntolkad version av Mats Snälls presentation", "ccc"),
        ),
        {"aaa": NONE, "bbb": D},
    ),
    "the line names the first of two": (
        (
            h(2, "Presentationer"),
            p("Elisabet Johansson presenterade resultaten."),
            v("aaa"),
            p("Mats Snäll berättade om covidbevis."),
            v("bbb"),
            a("Syntolkad version av Elisabet Johanssons presentation", "ccc"),
        ),
        {"aaa": D, "bbb": NONE},
    ),
    "a link above the recording": (
        (h(2, "Film"), a("Se filmen med syntolkning", "bbb"), v("aaa", "Så går mötet till")),
        {"aaa": D},
    ),
    "links above each of two": (
        (
            h(2, "Filmer"),
            a("Syntolkad version", "ccc"),
            v("aaa", "Budgeten"),
            a("Syntolkad version", "ddd"),
            v("bbb", "Frågestunden"),
        ),
        {"aaa": D, "bbb": D},
    ),
    "links below each of two": (
        (
            h(2, "Filmer"),
            v("aaa", "Budgeten"),
            a("Syntolkad version", "ccc"),
            v("bbb", "Frågestunden"),
            a("Syntolkad version", "ddd"),
        ),
        {"aaa": D, "bbb": D},
    ),
    "not described": ((h(2, "Film"), v("aaa"), a("Filmen som inte är syntolkad", "bbb")), {"aaa": NONE}),
    "not described, in brackets": ((v("aaa"), a("Längre version (ej syntolkad)", "bbb")), {"aaa": NONE}),
    "coming": ((v("aaa"), a("Syntolkad version kommer i december", "bbb")), {"aaa": NONE}),
    "coming, after a dash": ((v("aaa"), a("Syntolkad version – kommer snart", "bbb")), {"aaa": NONE}),
    "only a text": ((v("aaa"), p("Filmen finns även syntolkad.")), {"aaa": NONE}),
    "a text and nothing to follow": ((v("aaa"), p("Syntolkad version av filmen.")), {"aaa": NONE}),
    "the same recording": ((v("aaa"), a("Syntolkad version", "aaa")), {"aaa": NONE}),
    "the same recording from a time on": (
        (v("aaa"), to("Syntolkad version", "https://www.youtube.com/watch?v=aaa&t=60")),
        {"aaa": NONE},
    ),
    "a link that cannot be seen": ((v("aaa"), a("Syntolkad version", "bbb", visible=False)), {"aaa": NONE}),
    "a form to ask for it": (
        (v("aaa"), to("Beställ en syntolkad version", "https://example.se/bestall")),
        {"aaa": NONE},
    ),
    "a page about description": (
        (v("aaa"), to("Om syntolkning", "https://example.se/syntolkning")),
        {"aaa": NONE},
    ),
    "under the heading of another meeting": (
        (h(1, "Möten"), h(2, "Årsmöte"), v("aaa"), h(2, "Höstmöte"), a("Syntolkad film", "bbb")),
        {"aaa": NONE},
    ),
    "under another heading but with its name": (
        (
            h(1, "Forumdagen"),
            h(2, "Filmer"),
            v("aaa", "Mats Snäll om covidbevis"),
            h(2, "Syntolkade filmer"),
            a("Mats Snäll om covidbevis, syntolkad", "bbb"),
        ),
        {"aaa": D},
    ),
    "under a heading of its own": (
        (h(1, "Forumdagen"), h(2, "Filmen"), v("aaa"), h(2, "Syntolkad version"), v("bbb")),
        {"aaa": D},
    ),
    "under a smaller heading of its own": (
        (h(2, "Filmen"), v("aaa"), h(3, "Syntolkat"), p("Här är den."), v("bbb")),
        {"aaa": D},
    ),
    "a generic link whose sentence says it": (
        (v("aaa"), a("här", "bbb", "Filmen är textad. Du kan se den syntolkade filmen här.")),
        {"aaa": D},
    ),
    "a generic link whose sentence denies it": (
        (v("aaa"), a("här", "bbb", "Du kan se den utan syntolkning här.")),
        {"aaa": NONE},
    ),
    "signed and captioned": (
        (
            v("aaa"),
            a("Teckenspråkstolkad version", "bbb"),
            a("Textad version", "ccc"),
            to("Utskrift av talet (pdf)", "https://example.se/tal.pdf"),
        ),
        {"aaa": S | C | T},
    ),
    "described but not captioned": (
        (v("aaa"), a("Film utan textning men med syntolkning", "bbb")),
        {"aaa": D},
    ),
    "a print-out is no transcript": (
        (v("aaa"), to("Utskrift av sidan", "https://example.se/skriv")),
        {"aaa": NONE},
    ),
    "a transcript under its own heading": (
        (h(2, "Film"), v("aaa"), h(3, "Transkription"), LONG),
        {"aaa": T},
    ),
    "a heading that promises a transcript": (
        (h(2, "Film"), v("aaa"), h(3, "Transkription"), p("Skicka ett mejl.")),
        {"aaa": NONE},
    ),
    "a described version is found by itself": ((v("aaa", "Årsmötet, syntolkad version"),), {"aaa": D}),
    "also described, before the plain one": (
        (p("Det finns också en syntolkad version."), v("aaa")),
        {"aaa": NONE},
    ),
    "a caption names the described one": ((v("aaa"), p("Syntolkad version:"), v("bbb")), {"aaa": D}),
    "files beside the page": (
        (
            Player("video", ("https://example.se/dag.mp4",)),
            to("Syntolkad film", "https://example.se/dag-syntolkad.mp4"),
        ),
        {"https://example.se/dag.mp4": D},
    ),
    "the transcript of another episode": (
        (v("aaa", "Avsnitt 1"), to("Utskrift av avsnitt 2", "https://example.se/2")),
        {"aaa": NONE},
    ),
    "transcripts of two episodes, all at the end": (
        (
            v("aaa", "Avsnitt 1"),
            v("bbb", "Avsnitt 2"),
            to("Utskrift av avsnitt 2 (pdf, 74 kB)", "https://example.se/2"),
        ),
        {"aaa": NONE, "bbb": T},
    ),
    # English
    "en, audio described": ((v("aaa"), a("Audio described version", "bbb")), {"aaa": D}),
    "en, with audio description": ((v("aaa"), a("Watch with audio description", "bbb")), {"aaa": D}),
    "en, none": ((v("aaa"), a("Full version, no audio description", "bbb")), {"aaa": NONE}),
    "en, not yet": ((v("aaa"), a("Audio description is not yet available", "bbb")), {"aaa": NONE}),
    "en, soon": ((v("aaa"), a("Captioned and described version (coming soon)", "bbb")), {"aaa": NONE}),
    "en, BSL": ((v("aaa"), a("BSL version", "bbb")), {"aaa": S}),
    "en, transcript": (
        (h(2, "Talk"), v("aaa"), to("Read the transcript", "https://example.org/talk")),
        {"aaa": T},
    ),
    # German, French, Finnish, Norwegian, Danish, Spanish
    "de": ((v("aaa"), a("Fassung mit Audiodeskription", "bbb")), {"aaa": D}),
    "de, none": ((v("aaa"), a("Lange Fassung ohne Audiodeskription", "bbb")), {"aaa": NONE}),
    "de, follows": ((v("aaa"), a("Die Hörfassung folgt in Kürze", "bbb")), {"aaa": NONE}),
    "de, signed": ((v("aaa"), a("Video in Gebärdensprache", "bbb")), {"aaa": S}),
    "fr": ((v("aaa"), a("Version audiodécrite", "bbb")), {"aaa": D}),
    "fr, soon": ((v("aaa"), a("Audiodescription bientôt disponible", "bbb")), {"aaa": NONE}),
    "fr, captions": ((v("aaa"), a("Vidéo sous-titrée", "bbb")), {"aaa": C}),
    "fr, transcript": ((v("aaa"), to("Transcription de la vidéo", "https://example.fr/t")), {"aaa": T}),
    "fi": ((v("aaa"), a("Kuvailutulkattu versio", "bbb")), {"aaa": D}),
    "fi, without": ((v("aaa"), a("Kuvailutulkkaamaton versio", "bbb")), {"aaa": NONE}),
    "fi, texts are no captions": ((v("aaa"), a("Tallenne ja tekstit", "bbb")), {"aaa": NONE}),
    "nb": ((v("aaa"), a("Synstolket versjon", "bbb")), {"aaa": D}),
    "nb, not": ((v("aaa"), a("Opptak som ikke er synstolket", "bbb")), {"aaa": NONE}),
    "da": ((v("aaa"), a("Version med synstolkning og tegnsprog", "bbb")), {"aaa": D | S}),
    "da, later": ((v("aaa"), a("Synstolket version senere", "bbb")), {"aaa": NONE}),
    "es": ((v("aaa"), a("Versión con audiodescripción", "bbb")), {"aaa": D}),
    "es, without": ((v("aaa"), a("Vídeo sin audiodescripción", "bbb")), {"aaa": NONE}),
    "es, signed": ((v("aaa"), a("Versión en lengua de signos", "bbb")), {"aaa": S}),
    # Lists
    "a list of versions": (
        (
            h(2, "Se filmen"),
            ListItem("Filmen på YouTube"),
            a("Filmen på YouTube", "aaa"),
            ListItem("Filmen med syntolkning"),
            a("Filmen med syntolkning", "bbb"),
            ListItem("Filmen på teckenspråk"),
            a("Filmen på teckenspråk", "ccc"),
        ),
        {"aaa": D | S},
    ),
}


@pytest.mark.parametrize("name", SNIPPETS)
def test_versions_belong_to_their_recording(name: str) -> None:
    blocks, expected = SNIPPETS[name]
    found = {
        (each.service.identity if each.service else each.identity): each.versions
        for each in recordings_of(Content.of(*blocks))
    }
    assert {key: found[key] for key in expected} == expected


def test_a_link_that_promises_a_described_version_and_leads_back_is_told() -> None:
    (recording,) = recordings_of(Content.of(v("aaa"), a("Syntolkad version", "aaa")))
    assert recording.described_by_itself
    (recording,) = recordings_of(Content.of(v("aaa"), a("Se filmen på YouTube", "aaa")))
    assert not recording.described_by_itself


def test_what_is_checked_by_itself_and_what_is_not() -> None:
    page = "https://www.example.se/dag/index.html"
    content = Content.of(
        Player("video", ("https://example.se/a.mp4",)),
        Player("video", ("https://cdn.example.net/b.mp4",)),
        to("Lyssna", "https://example.se/c.mp3"),
        v("aaa"),
        address=page,
    )
    assert [(each.followed, each.is_sound) for each in recordings_of(content)] == [
        (True, False),
        (False, False),
        (True, True),
        (False, False),
    ]
    beside = Content.of(Player("video", ("file:///m/a.mp4",)), address="file:///m/index.html")
    assert recordings_of(beside)[0].followed
    alone = Content.of(to("Filmen", "https://example.se/a.mp4"))
    assert not recordings_of(alone)[0].followed


def test_an_answer_holds_for_the_recording_and_not_for_the_place() -> None:
    (first,) = recordings_of(Content.of(p("Förord."), v("aaa", "Filmen")))
    (same,) = recordings_of(Content.of(to("Inspelningen", "https://youtu.be/aaa?t=3")))
    (other,) = recordings_of(Content.of(p("Förord."), v("bbb", "Filmen")))
    assert first.where.anchor == same.where.anchor != other.where.anchor


def test_channels_rooms_and_pictures_are_no_recordings() -> None:
    addresses = (
        "https://www.youtube.com/@forum",
        "https://zoom.us/j/123456",
        "https://teams.microsoft.com/l/meetup-join/19",
        "https://example.se/www.youtube.com.jpg",
        "https://example.se/film.pdf",
        "https://[trasig",
        "",
    )
    assert not recordings_of(Content.of(*(to("Länk", address) for address in addresses)))


@pytest.mark.parametrize(
    "said",
    [
        "Följ årsmötet: livesändning på YouTube",
        "Direktsändning från kommunfullmäktige",
        "Konferensen direktsänds",
        "Se mötet live",
        "Mötet sänds live här",
        "Watch the annual meeting live",
        "Live stream",
        "Livestream der Tagung",
        "Suivez la conférence en direct",
        "Suora lähetys",
        "Møtet strømmes: direktesending",
        "Retransmisión en directo",
    ],
)
def test_what_says_that_it_is_sent_live(said: str) -> None:
    assert says_live(said)


@pytest.mark.parametrize(
    "said",
    [
        "Inspelning av direktsändningen",
        "Se livesändningen i efterhand",
        "Mötet sändes live den 3 mars",
        "Streamed live on 3 March",
        "Recording of the live stream",
        "Aufzeichnung des Livestreams",
        "Tallenne suorasta lähetyksestä",
        "Så lever vi: live och lust",
        "Livet i Norrköping",
        "Delivered by post",
        "Watch how we live",
        "Watch where people live",
        "Alive and well",
        "Att leva live är att våga",
        "Indirekt effekt",
        "Årsmötet",
        "",
    ],
)
def test_what_does_not_say_so(said: str) -> None:
    assert not says_live(said)


def test_a_very_long_name_is_read_in_bounded_time() -> None:
    assert not says_live("se " * 50_000)
    assert not says_live("watch " + "x" * 100_000)


def test_a_heading_says_it_for_what_stands_under_it_and_another_takes_it_back() -> None:
    live, over = h(2, "Livesändning"), h(2, "Livesändningar: inspelningar")
    (one,) = recordings_of(Content.of(live, a("Årsmötet", "abcd")))
    (other,) = recordings_of(Content.of(over, a("Årsmötet", "abcd")))
    assert (one.says_live, other.says_live) == (True, False)


def test_very_many_recordings_are_read_in_bounded_time() -> None:
    blocks = [a(f"Syntolkad version av film {number}", f"video{number:05}") for number in range(5_000)]
    assert len(recordings_of(Content.of(*blocks))) == 200


@pytest.mark.parametrize(
    ("page", "asked"),
    [("passed", NONE), ("cannot-tell all-said", {"page-video-described"})],
    ids=["a described version beside it", "none yet"],
)
def test_a_recording_that_a_page_plays_is_asked_about_once(page: str, asked: set[str]) -> None:
    need_browser()
    path = ROOT / "fixtures" / "page-video-described" / f"{page}.html"
    report = check([str(path)], ruleset.load(ruleset.DEFAULT))
    assert {document.source.kind for document in report.documents} >= {"page", "recording"}
    found = {
        judgement.rule.id
        for document in report.documents
        for judgement in document.judgements
        if judgement.outcome.status is Status.CANNOT_TELL and judgement.rule.id.endswith("-described")
    }
    # The described version is at another site, and its name says what it is.
    assert found == asked
