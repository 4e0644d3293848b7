"""What stands in for a video or sound on a page, for those who do not hear or do not see it.

The recording itself is opened as a document of its own where it is a file beside the page; what is told here is what
only the page shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.media import Media, Player
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.documents.page.played import Played, played
from a11ycheck.text.recordings import CAPTIONED, DESCRIBED, TRANSCRIPT, is_spoken, names_medium

about_media = partial(rule, document=Page)

SLOWEST_SPEECH = 60
"""Words a minute below which a text is no transcript; people speak 110 to 170."""
SHORTEST_TOLD = 10.0
"""Seconds of speech from which the number of words says anything."""
FEW_WORDS = 12
"""Words on a whole page that are too few to tell what a video shows."""
POINTS = ("below", "above", "following", "same", "nedan", "ovan", "följande", "samma")
"""Words by which a text may point to a video without naming it."""


def videos(page: Page) -> Iterator[Played]:
    return played(page, "video")


def sounds(page: Page) -> Iterator[Played]:
    return played(page, "audio")


def spoken_videos(page: Page) -> Iterator[Played]:
    """Videos with sound, or of which it is not known."""
    return (video for video in videos(page) if video.has_sound is not False)


def silent_videos(page: Page) -> Iterator[Played]:
    """Videos in which nothing is heard; one that plays round and round by itself is decoration, or moves too much."""
    for video in videos(page):
        if video.has_sound is False and not (video.player and video.player.loop and video.player.autoplay):
            yield video


def videos_elsewhere(page: Page) -> Iterator[Played]:
    """Videos that are no documents of the run: streams, and files at other hosts."""
    return (video for video in spoken_videos(page) if not video.is_followed)


def with_transcripts(page: Page) -> Iterator[Played]:
    return (media for media in played(page, "video", "audio") if TRANSCRIPT in media.versions)


TRANSCRIPT_FIX = Fix(
    Text(
        "Write down what is said, with who says it, and what is heard besides. Put the text under the player, or a "
        "link “Transcript” beside it.",
        "Skriv ner det som sägs, med vem som säger det, och vad som hörs i övrigt. Lägg texten under spelaren, eller "
        "en länk ”Utskrift av talet” bredvid den.",
    ),
    web=Text(
        "YouTube Studio, Stream and Word can write a first version out of the sound; read it through and mend it.",
        "YouTube Studio, Stream och Word kan skriva en första version av ljudet; läs igenom den och rätta.",
    ),
)


@about_media(
    each=sounds,
    meets=("WCAG 1.2.1", "ACT 2eb176", "ACT e7aa44"),
    title=Text("What is heard in a sound is there as text", "Det som hörs i ett ljud finns som text"),
    why=Text(
        "Someone who does not hear gets nothing out of a sound alone.",
        "Den som inte hör får inte ut något av bara ett ljud.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=TRANSCRIPT_FIX,
    messages={
        "nothing": Text(
            "No text that can be seen stands beside the sound, and nothing leads to one.",
            "Ingen text som går att se finns vid ljudet, och inget leder till någon.",
        ),
        "short": Text(
            "The sound of speech lasts {seconds} seconds, the page has {words} words that can be seen, and nothing "
            "leads to a transcript.",
            "Talet i ljudet varar {seconds} sekunder, sidan har {words} ord som går att se, och inget leder till en "
            "utskrift av talet.",
        ),
        "transcript": Text(
            "Is all that is said and matters in the sound there as text?",
            "Finns allt som sägs och har betydelse i ljudet som text?",
        ),
        "none": Text(
            "What is said in the sound is not there as text.", "Det som sägs i ljudet finns inte som text."
        ),
    },
)
def audio_transcript(sound: Played) -> Outcome:
    """A transcript stands beside it, or a person finds that the text on the page says the same. Without text that can
    be seen, or with too few words for so long a speech, there is none."""
    if TRANSCRIPT in sound.versions:
        return passed()
    words = len(sound.seen_words.split())
    # A live stream has no length, and text for it is another matter (WCAG 1.2.9).
    if not sound.leads_on and sound.has_sound is not False and sound.seconds > 0:
        if words == 0:
            return failed("nothing")
        most = SLOWEST_SPEECH * sound.seconds / 60
        said = f"{sound.seen_words} {sound.name}"
        if sound.seconds >= SHORTEST_TOLD and words < most and is_spoken(said):
            return failed("short", seconds=round(sound.seconds), words=words)
    return ask("transcript", yes=passed(), no=failed("none"))


@about_media(
    each=with_transcripts,
    meets=("ACT 2eb176", "ACT ee13b5", "ACT c3232f", "ACT 1a02b0"),
    title=Text("A transcript tells all of the recording", "En utskrift återger hela inspelningen"),
    why=Text(
        "Someone who reads instead of listening or watching relies on the text saying the same.",
        "Den som läser i stället för att lyssna eller titta litar på att texten säger samma sak.",
    ),
    who=(People.DEAF, People.SCREEN_READER),
    fix=TRANSCRIPT_FIX,
    messages={
        "right": Text(
            "Does the transcript tell all that is said, and what is shown without words?",
            "Återger utskriften allt som sägs, och det som visas utan ord?",
        ),
        "wrong": Text(
            "The transcript leaves something out or says something else.",
            "Utskriften utelämnar något eller säger något annat.",
        ),
    },
)
def transcript_right(media: Played) -> Outcome:
    """A person finds that the transcript says the same as the recording."""
    return ask("right", yes=passed(), no=failed("wrong"))


@about_media(
    each=silent_videos,
    meets=("WCAG 1.2.1", "ACT c3232f", "ACT ee13b5", "ACT d7ba54"),
    title=Text("What a silent video shows is told in words", "Det som en stum video visar berättas i ord"),
    why=Text(
        "Someone who does not see gets nothing at all out of a video without sound.",
        "Den som inte ser får inte ut något alls av en video utan ljud.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Write beside the video what it shows, or record a voice that tells it.",
            "Skriv bredvid videon vad den visar, eller spela in en röst som berättar det.",
        ),
        web=Text(
            "Put the text in a paragraph after <video>; what stands in aria-hidden or in the element itself is not "
            "read out.",
            "Lägg texten i ett stycke efter <video>; det som står i aria-hidden eller i själva elementet läses inte "
            "upp.",
        ),
    ),
    messages={
        "nothing": Text(
            "Nothing is heard in the video, and nothing on the page tells what it shows.",
            "Inget hörs i videon, och inget på sidan berättar vad den visar.",
        ),
        "told": Text(
            "Nothing is heard in the video. Does text on the page, or a version with a voice, tell all that it shows?",
            "Inget hörs i videon. Berättar text på sidan, eller en version med röst, allt som den visar?",
        ),
        "none": Text(
            "What the silent video shows is not told.", "Det som den stumma videon visar berättas inte."
        ),
    },
)
def silent_video(video: Played) -> Outcome:
    """A version in words or with a voice stands beside it, or a person finds that text on the page tells all."""
    if {TRANSCRIPT, DESCRIBED} & video.versions:
        return passed()
    if not video.leads_on and not video.told_words.strip():
        return failed("nothing")
    return ask("told", yes=passed(), no=failed("none"))


@about_media(
    each=spoken_videos,
    meets=("WCAG 1.2.5", "ACT 1ea59c", "ACT 1ec09b", "ACT c5a4ea"),
    title=Text(
        "What a video on the page only shows is also told",
        "Det som en video på sidan bara visar berättas också",
    ),
    why=Text(
        "Someone who does not see misses slides, names in the picture and what is done without a word.",
        "Den som inte ser missar presentationsbilder, namn i bild och det som görs utan ord.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Let whoever speaks say what is shown. Else publish a described version, and put the link “Described "
            "version” beside the video.",
            "Låt den som talar berätta vad som visas. Publicera annars en syntolkad version och lägg länken "
            "”Syntolkad version” bredvid videon.",
        ),
        web=Text(
            "No browser reads <track kind=“descriptions”> aloud: mix the description into the sound.",
            "Ingen webbläsare läser upp <track kind=”descriptions”>: lägg in syntolkningen i ljudet.",
        ),
    ),
    messages={
        "text-track": Text(
            "The video has its description only as a text track, which browsers do not read aloud.",
            "Videon har sin syntolkning bara som ett textspår, som webbläsare inte läser upp.",
        ),
        "all-said": Text(
            "There is no described version beside the video. Does someone who only hears it get all that is shown?",
            "Bredvid videon finns ingen syntolkad version. Får den som bara hör den veta allt som visas?",
        ),
        "none": Text(
            "The video shows things that are not said, and there is no described version.",
            "Videon visar sådant som inte sägs, och det finns ingen syntolkad version.",
        ),
    },
)
def video_described(video: Played) -> Outcome:
    """A described version stands beside it, or a person says that none is needed. Who has written descriptions has
    found them needed; as a text track alone, in the browser's own player, nobody hears them."""
    if DESCRIBED in video.versions:
        return passed()
    written = any(track.kind == "descriptions" for track in video.tracks)
    plain = video.element.has("controls") and not video.is_made_by_script and not video.leads_on
    if written and plain and len(video.told_words.split()) < FEW_WORDS:
        return failed("text-track")
    return ask("all-said", yes=passed(), no=failed("none"))


@about_media(
    each=videos_elsewhere,
    meets=("WCAG 1.2.2", "ACT f51b46", "ACT eac66b"),
    title=Text("A video on the page has captions", "En video på sidan har undertexter"),
    why=Text(
        "Someone who does not hear gets nothing of what is said.",
        "Den som inte hör får inget av det som sägs.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Add a file of captions that someone has read through to the player.",
            "Lägg till en textfil för undertexter, som någon har läst igenom, i spelaren.",
        ),
        web=Text(
            'Put <track kind="captions" src="film.sv.vtt" srclang="sv" label="Svenska"> into <video>.',
            'Lägg <track kind="captions" src="film.sv.vtt" srclang="sv" label="Svenska"> i <video>.',
        ),
    ),
    messages={
        "none-found": Text(
            "The video is not opened and no captions belong to it on the page. Can all that is said be read in its "
            "picture, or by a button in the player?",
            "Videon öppnas inte och inga undertexter hör till den på sidan. Går allt som sägs att läsa i bild, eller "
            "med en knapp i spelaren?",
        ),
        "missing": Text("The video has no captions.", "Videon saknar undertexter."),
    },
)
def video_captions(video: Played) -> Outcome:
    """It has a track of captions or subtitles, or a captioned version stands beside it, or a person finds captions. A
    file beside the page is opened by itself."""
    has_track = any(track.kind in ("captions", "subtitles") and track.address for track in video.tracks)
    if has_track or CAPTIONED in video.versions:
        return passed()
    return ask("none-found", yes=passed(), no=failed("missing"))


@about_media(
    each=lambda page: (video for video in spoken_videos(page) if video.has_sound),
    meets=("WCAG 1.2.8", "ACT 1a02b0"),
    title=Text("All of a video is there as text", "Hela videon finns som text"),
    why=Text(
        "Someone who neither sees nor hears reads with the fingers, and needs all of it as text.",
        "Den som varken ser eller hör läser med fingrarna, och behöver allt som text.",
    ),
    who=(People.DEAF, People.SCREEN_READER),
    fix=TRANSCRIPT_FIX,
    messages={
        "nothing": Text(
            "No text that is read out stands beside the video, and nothing leads to one.",
            "Ingen text som läses upp finns vid videon, och inget leder till någon.",
        ),
        "all-text": Text(
            "Does text on the page, or beside it, tell all that is said and shown in the video?",
            "Återger text på sidan, eller intill den, allt som sägs och visas i videon?",
        ),
        "none": Text("The video is not there as text.", "Videon finns inte som text."),
    },
)
def video_in_text(video: Played) -> Outcome:
    """A transcript stands beside it, or a person finds that the text on the page is one."""
    if TRANSCRIPT in video.versions:
        return passed()
    if not video.leads_on and not video.told_words.strip():
        return failed("nothing")
    return ask("all-text", yes=passed(), no=failed("none"))


@about_media(
    each=lambda page: played(page, "video", "audio"),
    meets=("ACT ab4d13", "ACT fd26cf", "ACT afb423"),
    title=Text(
        "A recording of what the text says is said to be that",
        "En inspelning av det som texten säger presenteras som det",
    ),
    why=Text(
        "Someone who has read the text need not wonder what the recording says that the text does not.",
        "Den som har läst texten ska inte behöva undra vad inspelningen säger utöver texten.",
    ),
    who=(People.DEAF, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Write before the recording that it says the same as the text, if it does.",
            "Skriv före inspelningen att den säger samma sak som texten, om den gör det.",
        ),
    ),
    messages={
        "not-said": Text(
            "Nothing on the page says that the recording tells what the text does.",
            "Inget på sidan säger att inspelningen berättar det som texten gör.",
        ),
        "same": Text(
            "Does the text on the page tell all that the recording does, and is the recording said to be that?",
            "Berättar texten på sidan allt som inspelningen gör, och står det att inspelningen är det?",
        ),
        "other": Text(
            "The recording says more than the text, or is not said to be the same.",
            "Inspelningen säger mer än texten, eller så står det inte att den säger samma sak.",
        ),
    },
)
def media_for_text(media: Played) -> Outcome:
    """A text that can be seen speaks of the recording, and a person finds that both say the same."""
    seen = media.seen_words
    if not names_medium(seen) and not any(word in seen.casefold().split() for word in POINTS):
        return failed("not-said")
    return ask("same", yes=passed(), no=failed("other"))


def examples() -> dict[str, dict[str, Page]]:
    def page(
        *more: Element | str, tag: str = "video", sound: bool | None = True, seconds: float = 30.0
    ) -> Page:
        return about(
            Element(tag, {"src": "film.mp4", "controls": ""}, path="0.1.0"),
            *more,
            sound=sound,
            seconds=seconds,
        )

    def about(
        element: Element, *more: Element | str, sound: bool | None = True, seconds: float = 30.0
    ) -> Page:
        player = Player(element.tag, "0.1.0", duration=seconds, has_sound=sound)
        return Page.of(element, *more, driven=Driven(media=Media((player,))))

    def p(text: str, **attributes: str) -> Element:
        return Element("p", {name.replace("_", "-"): value for name, value in attributes.items()}, text)

    def link(text: str, target: str) -> Element:
        return Element("a", {"href": target}, text, role="link", name=text)

    transcript = link("Utskrift av talet", "https://example.org/utskrift.html")
    described = link("Syntolkad version", "https://example.org/film-syntolkad.mp4")
    hidden = Element("video", {"src": "film.mp4"}, path="0.1.0", styles={"visibility": "hidden"})
    track = Element("track", {"kind": "descriptions", "src": "film.vtt"})
    with_track = Element("video", {"src": "film.mp4", "controls": ""}, track, path="0.1.0")
    there = "https://cdn.example.net/film.mp4"
    captions = Element("track", {"kind": "captions", "src": "film.vtt"})
    return {
        "audio_transcript": {
            "passed": page(transcript, tag="audio"),
            "failed nothing": page(tag="audio"),
            "failed short": page(p("Här hör du hennes tal till årsmötet."), tag="audio"),
            "cannot-tell transcript": page(p("Signaturmelodin spelas."), tag="audio"),
            "cannot-tell transcript, something may lead there": page(
                link("Mer om talet", "https://example.org/mer"), tag="audio"
            ),
            "cannot-tell transcript, a button plays it": about(
                Element("audio", {"src": "tal.mp3"}, path="0.1.0", styles={"visibility": "hidden"}),
                Element("button", {}, role="button", name="Lyssna"),
            ),
            "inapplicable": page(),
        },
        "transcript_right": {"cannot-tell right": page(transcript, tag="audio"), "inapplicable": page()},
        "silent_video": {
            "passed": page(transcript, sound=False),
            "failed nothing": page(p("Kaninen vaknar.", aria_hidden="true"), sound=False),
            "cannot-tell told": page(p("Kaninen vaknar."), sound=False),
            "inapplicable": page(),
        },
        "video_described": {
            "passed": page(described),
            "failed text-track": about(with_track),
            "cannot-tell all-said": page(p("Filmen från dagen.")),
            "inapplicable, hidden": about(hidden),
        },
        "video_captions": {
            "passed": about(Element("video", {"src": there}, captions, path="0.1.0")),
            "cannot-tell none-found": about(Element("video", {"src": there}, path="0.1.0")),
            "inapplicable, it is opened by itself": page(),
        },
        "video_in_text": {
            "passed": page(transcript),
            "failed nothing": page(p("Kaninen vaknar.", aria_hidden="true")),
            "cannot-tell all-text": page(p("Kaninen vaknar.")),
            "inapplicable, silent": page(sound=False),
        },
        "media_for_text": {
            "failed not-said": page(p("Vi möts i Norrköping.")),
            "cannot-tell same": page(p("Vi möts i Norrköping. Du kan också se det som film.")),
            "inapplicable, hidden": about(hidden),
        },
    }
