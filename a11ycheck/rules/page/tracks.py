"""The tracks of videos and sounds on a page: the file is there, browsers can read it, and it is what the page says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import urldefrag

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.addresses import host_of
from a11ycheck.documents.page.media import Track
from a11ycheck.documents.page.model import GONE, Element, Fetched, Page
from a11ycheck.documents.page.played import is_played, tracks_of
from a11ycheck.text.language import guess, primary, same_for_review

about_tracks = partial(rule, document=Page, who=(People.DEAF, People.NEW_LANGUAGE))

PAGES = ("text/html", "application/xhtml+xml")
SPEECH_AS_TEXT = ("captions", "subtitles")
ARROW = "-->"


@dataclass(frozen=True, slots=True)
class TrackOnPage:
    """A track with what its file answered; None where it was not asked for. ``is_opened``: its file is a document of
    the run, which tells of what is inside. ``is_twin``: one before it has the same kind, language and label."""

    element: Element
    track: Track
    fetched: Fetched | None
    is_opened: bool
    address: str
    is_twin: bool = False

    @property
    def where(self) -> Where:
        return self.element.where

    @property
    def name(self) -> str:
        """What the player's menu calls it, or its file."""
        return self.track.label or self.track.language or self.track.address.rpartition("/")[2]


def tracks(page: Page) -> Iterator[TrackOnPage]:
    for media in page.elements("video", "audio"):
        if not is_played(media, page):
            continue
        seen: Counter[tuple[str, str, str]] = Counter()
        for element, track in tracks_of(media):
            sort = (track.kind, track.language.casefold(), track.label.casefold())
            fetched = page.fetched.get(urldefrag(track.address).url)
            opened = not track.address.startswith("http") or host_of(track.address) == host_of(page.address)
            address = page.quoted(track.address)
            yield TrackOnPage(element, track, fetched, opened, address, seen[sort] > 0)
            seen[sort] += 1


def known_tracks(page: Page) -> Iterator[TrackOnPage]:
    """Tracks of which something can be said: without a file, or whose file has been asked for."""
    for found in tracks(page):
        if not found.track.address or (found.fetched and found.fetched.status in (200, *GONE)):
            yield found


def read_tracks(page: Page) -> Iterator[TrackOnPage]:
    """Captions and subtitles that say which language they are in, and whose text is known."""
    for found in tracks(page):
        if (
            found.track.kind in SPEECH_AS_TEXT
            and found.track.language
            and found.fetched
            and found.fetched.text
        ):
            yield found


def captions_and_subtitles(page: Page) -> Iterator[TrackOnPage]:
    return (found for found in tracks(page) if found.track.kind in SPEECH_AS_TEXT)


def spoken_text(webvtt: str) -> str:
    """The text of the cues, without times, settings and markup, as far as it is known."""
    told: list[str] = []
    in_cue = False
    for line in webvtt.splitlines():
        if ARROW in line:
            in_cue = True
        elif not line.strip():
            in_cue = False
        elif in_cue:
            told.append(" ".join(part.partition(">")[2] if ">" in part else part for part in line.split("<")))
    return " ".join(told)


@about_tracks(
    each=known_tracks,
    meets=("WCAG 1.2.2",),
    title=Text("The files of captions in a video are there", "Textfilerna för undertexter i en video finns"),
    why=Text(
        "The player shows a button for captions, and pressing it shows nothing.",
        "Spelaren visar en knapp för undertexter, och trycker man på den händer inget.",
    ),
    fix=Fix(
        Text(
            "Upload the file again, and put its address into the player's track.",
            "Ladda upp filen igen och lägg in dess adress i spelarens spår.",
        ),
        web=Text(
            "Browsers read only WebVTT: the first line is WEBVTT, and times have a full stop. Subtitle Edit and "
            "YouTube Studio save as WebVTT.",
            "Webbläsare läser bara WebVTT: första raden är WEBVTT och tiderna har punkt. Subtitle Edit och YouTube "
            "Studio sparar som WebVTT.",
        ),
    ),
    messages={
        "no-address": Text("The track “{name}” names no file.", "Spåret ”{name}” anger ingen fil."),
        "gone": Text(
            "The file of the track “{name}” is not there: {address} ({status}).",
            "Filen till spåret ”{name}” finns inte: {address} ({status}).",
        ),
        "empty": Text("The file of the track “{name}” is empty.", "Filen till spåret ”{name}” är tom."),
        "not-webvtt": Text(
            "The file of the track “{name}” is not WebVTT, so browsers show nothing of it. It begins “{beginning}”.",
            "Filen till spåret ”{name}” är inte WebVTT, så webbläsare visar inget av den. Den börjar ”{beginning}”.",
        ),
    },
)
def track_there(found: TrackOnPage) -> Outcome:
    """It names a file that is there, is not empty and is WebVTT. What is wrong inside is told of the file itself."""
    fetched, name = found.fetched, found.name
    if not found.track.address or fetched is None:
        return failed("no-address", name=name)
    if fetched.status in GONE:
        return failed("gone", name=name, address=found.address, status=fetched.status)
    if fetched.size == 0 or (fetched.text is not None and not fetched.text.strip()):
        return failed("empty", name=name)
    if fetched.text is None:
        # Some sites answer with a page that says that there is no such file.
        is_page = fetched.media_type in PAGES
        return failed("not-webvtt", name=name, beginning="<html>") if is_page else passed()
    if not fetched.text.startswith("WEBVTT"):
        return failed("not-webvtt", name=name, beginning=fetched.text.strip()[:30])
    if ARROW not in fetched.text and not found.is_opened:
        return failed("empty", name=name)
    return passed()


@about_tracks(
    each=read_tracks,
    meets=("WCAG 1.2.2",),
    title=Text(
        "Captions are in the language that the player says",
        "Undertexterna är på det språk som spelaren anger",
    ),
    why=Text(
        "Someone chooses a language in the player's menu and gets another; a screen reader reads it out wrongly.",
        "Den som väljer språk i spelarens meny får ett annat, och skärmläsaren läser upp det fel.",
    ),
    fix=Fix(
        Text(
            "Put in the right file, or say the language that it is in.",
            "Lägg in rätt fil, eller ange det språk som den är på.",
        ),
        web=Text(
            'Write the language code in srclang: <track srclang="sv" label="Svenska">.',
            'Skriv språkkoden i srclang: <track srclang="sv" label="Svenska">.',
        ),
    ),
    messages={
        "other": Text(
            "The track “{name}” says that it is in “{said}”, but its text is in “{language}”.",
            "Spåret ”{name}” anger språket ”{said}”, men texten är på ”{language}”.",
        ),
    },
)
def track_language(found: TrackOnPage) -> Outcome:
    """The text is in the language of ``srclang``, as far as that can be told from it."""
    said = found.track.language
    text = spoken_text(found.fetched.text or "") if found.fetched else ""
    language = guess(text)
    if language and not same_for_review(language, said):
        return failed("other", name=found.name, said=said, language=language)
    return passed()


@about_tracks(
    each=captions_and_subtitles,
    title=Text("Tracks in a video can be told apart", "Spåren i en video går att skilja åt"),
    why=Text(
        "In the player's menu the tracks are a list of names, and the player chooses by language and kind.",
        "I spelarens meny är spåren en lista med namn, och spelaren väljer efter språk och sort.",
    ),
    fix=Fix(
        Text(
            "Give each track its kind, its language and a label of its own.",
            "Ge varje spår sort, språk och en egen etikett.",
        ),
        web=Text(
            '<track kind="captions" srclang="sv" label="Svenska">: captions is for who does not hear, subtitles for '
            "who does not understand the language.",
            '<track kind="captions" srclang="sv" label="Svenska">: captions är för den som inte hör, subtitles för '
            "den som inte förstår språket.",
        ),
    ),
    messages={
        "no-language": Text(
            "The track “{name}” does not say which language it is in.",
            "Spåret ”{name}” säger inte vilket språk det är på.",
        ),
        "twin": Text(
            "Two tracks have the same kind, language and label: “{name}”.",
            "Två spår har samma sort, språk och etikett: ”{name}”.",
        ),
        "subtitles": Text(
            "The track “{name}” is in the language of the page and is a translation by its kind (subtitles), not "
            "captions for who does not hear.",
            "Spåret ”{name}” är på sidans språk men är en översättning enligt sin sort (subtitles), inte undertexter "
            "för den som inte hör.",
        ),
    },
)
def track_labels(found: TrackOnPage) -> Outcome:
    """It says its language, no other is called the same, and one in the page's language is of the kind “captions”
    (HTML Standard, 4.8.11.3; WCAG technique H95)."""
    track, name = found.track, found.name
    if found.is_twin:
        return failed("twin", name=name)
    if not track.language:
        return failed("no-language", name=name)
    if track.kind == "subtitles" and primary(track.language) == primary(found.element.language):
        return failed("subtitles", name=name)
    return passed()


def examples() -> dict[str, dict[str, Page]]:
    address = "https://example.org/film.vtt"
    away = "https://cdn.example.net/film.vtt"
    swedish = "WEBVTT\n\n00:00.000 --> 00:09.000\n" + (
        "Hej och välkomna till årsmötet, som vi har sett fram emot att få hålla här i dag med alla er som är med oss. "
        "Nu ska vi börja med att gå igenom hur det går till när man vill säga något i mötet."
    )

    def page(answer: Fetched | None, *more: Element, src: str = address, **attributes: str) -> Page:
        track = Element("track", {"kind": "captions", "src": src, "srclang": "sv", **attributes})
        video = Element("video", {"src": "film.mp4", "controls": ""}, track, *more)
        return Page.of(video, fetched={src: answer} if answer else {})

    def text(content: str, at: str = address, media_type: str = "text/vtt") -> Fetched:
        return Fetched(200, at, media_type, len(content), text=content)

    twin = Element("track", {"kind": "captions", "src": "b.vtt", "srclang": "sv"})
    no_video = Page.of()
    return {
        "track_there": {
            "passed": page(text(swedish)),
            "failed no-address": page(None, src="", label="Svenska"),
            "failed gone": page(Fetched(404, address)),
            "failed empty": page(text("")),
            "failed empty, only blank lines": page(text("\n\n")),
            "failed empty, at another host": page(text("WEBVTT\n", away), src=away),
            "failed not-webvtt": page(text("1\n00:00:00,000 --> 00:00:02,000\nHej!")),
            "failed not-webvtt, a page": page(Fetched(200, address, "text/html", 512)),
            "passed, empty but opened by itself": page(text("WEBVTT\n")),
            "inapplicable, not asked for": page(None),
        },
        "track_language": {
            "passed": page(text(swedish)),
            "failed other": page(text(swedish), srclang="en", label="English"),
            "passed, too short to tell": page(text("WEBVTT\n\n00:00.000 --> 00:02.000\nHej!"), srclang="en"),
            "inapplicable, no text": page(None),
        },
        "track_labels": {
            "passed": page(None),
            "failed no-language": page(None, srclang=""),
            "failed twin": page(None, twin),
            "failed subtitles": page(None, kind=""),
            "passed, a translation": page(None, kind="subtitles", srclang="en"),
            "inapplicable, chapters": page(None, kind="chapters"),
            "inapplicable": no_video,
        },
    }
