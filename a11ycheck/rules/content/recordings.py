"""Recordings at other sites: what only a person can say of them is asked, unless a version beside them answers it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.content import Content, Link, Paragraph, Player
from a11ycheck.documents.recordings import LINK, Recording, recordings_of
from a11ycheck.text.recordings import CAPTIONED, DESCRIBED, SIGNED, TRANSCRIPT

about_recordings = partial(rule, document=Content)

LONGEST_NAME = 120


def called(recording: Recording) -> str:
    """What it is called, or its address; of a file its name, since folders have other names on other machines."""
    address = next(iter(recording.addresses), "")
    name = recording.label or (address.rpartition("/")[2] if address.startswith("file:") else address)
    return " ".join(name.split())[:LONGEST_NAME]


def elsewhere(document: Content) -> Iterator[Recording]:
    """Recordings that are not opened: those at a service, and files that are no documents of the run. What a page
    plays itself is for the rules for pages."""
    for recording in recordings_of(document):
        if recording.kind in (LINK, "embedded") and not recording.followed:
            yield recording


def videos(document: Content) -> Iterator[Recording]:
    """Videos that are there already; about those that are sent live another question is asked."""
    for recording in elsewhere(document):
        if not (recording.is_sound or recording.is_live or recording.says_live):
            yield recording


def live_videos(document: Content) -> Iterator[Recording]:
    """Videos that are sent live by their address, or by what they are called."""
    for recording in elsewhere(document):
        if not recording.is_sound and (recording.is_live or recording.says_live):
            yield recording


def all_that_lead_away(document: Content) -> Iterator[Recording]:
    """Recordings that are linked to or embedded, also those that are opened: what stands beside them is only seen
    here."""
    return (each for each in recordings_of(document) if each.kind in (LINK, "embedded"))


def described_videos(document: Content) -> Iterator[Recording]:
    """Videos that are, or may be by now, recorded: what is sent live need not be described (WCAG 1.2.5)."""
    for recording in all_that_lead_away(document):
        if not (recording.is_sound or recording.is_live):
            yield recording


def sounds(document: Content) -> Iterator[Recording]:
    return (recording for recording in all_that_lead_away(document) if recording.is_sound)


@about_recordings(
    each=videos,
    meets=("WCAG 1.2.2",),
    title=Text("Videos at other sites have captions", "Videor på andra webbplatser har undertexter"),
    why=Text(
        "Someone who does not hear gets nothing of what is said. Captions that a machine has made and nobody has read "
        "have wrong names, numbers and words.",
        "Den som inte hör får inget av det som sägs. Undertexter som en maskin har gjort och ingen har läst har fel "
        "namn, siffror och ord.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Let the service write captions, read them through, mend them and publish them. In YouTube Studio: choose "
            "the video, Subtitles, and Duplicate and edit. In Stream and Teams: open the recording, Video settings, "
            "Transcript and captions. In other services: ask for captions that someone has checked.",
            "Låt tjänsten skriva undertexter, läs igenom dem, rätta och publicera. I YouTube Studio: välj videon, "
            "Undertexter och Duplicera och redigera. I Stream och Teams: öppna inspelningen, Videoinställningar, "
            "Avskrift och undertexter. I andra tjänster: be om undertexter som någon har kontrollerat.",
        ),
        web=Text(
            "If the recording has captions in the picture only in another version, link to that version beside it.",
            "Finns texten i bild bara i en annan version, länka till den bredvid.",
        ),
    ),
    messages={
        "checked": Text(
            "The video “{name}” is at {host} and cannot be opened here. Has it captions that someone has checked?",
            "Videon ”{name}” ligger hos {host} och går inte att öppna härifrån. Har den undertexter som någon har "
            "kontrollerat?",
        ),
        "shown": Text(
            "The video “{name}” at {host} is to show captions from the start. Do they come, and has someone checked "
            "them?",
            "Videon ”{name}” hos {host} ska visa undertexter från början. Kommer de, och har någon kontrollerat dem?",
        ),
        "none": Text(
            "The video “{name}” at {host} has no captions that someone has checked.",
            "Videon ”{name}” hos {host} har inga undertexter som någon har kontrollerat.",
        ),
    },
)
def recording_captions(video: Recording) -> Outcome:
    """A captioned version stands beside it, or a person says that it has captions. Its own name saying so is not
    enough, since machine-made captions are named so, too."""
    if CAPTIONED in video.versions - video.offers:
        return passed()
    asks_for_them = video.service is not None and video.service.shows_captions
    said = {"name": called(video), "host": video.host}
    # Where the service can be asked which there are, the question says of what.
    lists_them = video.service is not None and video.service.host.lists_captions
    where = {"address": video.addresses[0]} if lists_them else {}
    return ask(
        "shown" if asks_for_them else "checked", **said, **where, yes=passed(), no=failed("none", **said)
    )


@about_recordings(
    each=live_videos,
    meets=("WCAG 1.2.4", "WCAG 1.2.2"),
    title=Text("What is sent live has captions", "Det som sänds direkt har undertexter"),
    why=Text(
        "Someone who does not hear gets nothing of what is said while it is said, and has no part in the meeting.",
        "Den som inte hör får inget av det som sägs när det sägs, och kan inte vara med på mötet.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Book someone who writes what is said (speech-to-text reporting), or let the service write live captions "
            "and try beforehand how well it does with your speakers. Write beside the link that there are captions and "
            "how one turns them on. If a recording stays up afterwards, check its captions first.",
            "Boka skrivtolk, eller låt tjänsten direkttexta och prova före sändningen hur bra det blir med era talare. "
            "Skriv vid länken att det textas och hur man slår på texten. Om en inspelning ligger kvar efteråt: "
            "kontrollera dess undertexter först.",
        ),
    ),
    messages={
        "while-sent": Text(
            "“{name}” at {host} is sent live. Are there captions while it is sent?",
            "”{name}” hos {host} sänds direkt. Textas det medan det sänds?",
        ),
        "said-live": Text(
            "“{name}” at {host} is said to be live. Are there captions while it is sent, or, if it is a recording by "
            "now, captions that someone has checked?",
            "”{name}” hos {host} sägs sändas direkt. Textas det medan det sänds, eller, om det har blivit en "
            "inspelning, har den undertexter som någon har kontrollerat?",
        ),
        "none": Text("“{name}” at {host} has no captions.", "”{name}” hos {host} har inga undertexter."),
    },
)
def recording_live_captions(video: Recording) -> Outcome:
    """A person says that there are live captions: nothing can be known of them beforehand, nor from the page."""
    said = {"name": called(video), "host": video.host}
    question = "while-sent" if video.is_live else "said-live"
    return ask(question, **said, yes=passed(), no=failed("none", **said))


@about_recordings(
    each=described_videos,
    meets=("WCAG 1.2.5",),
    title=Text(
        "What is only shown in a video is also told in words",
        "Det som bara syns i en video berättas också i ord",
    ),
    why=Text(
        "Someone who does not see misses slides, names in the picture and what is done without a word.",
        "Den som inte ser missar presentationsbilder, namn i bild och det som görs utan ord.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Let whoever speaks say what the slides show. Else order an audio description, publish it as a version of "
            "its own, and put the link “Described version” beside the video.",
            "Låt den som talar berätta vad bilderna visar. Annars: beställ syntolkning, publicera den som en egen "
            "version och lägg länken ”Syntolkad version” bredvid videon.",
        ),
        web=Text(
            "Put the link right before or after the video, under the same heading, and write in it which video it is.",
            "Lägg länken precis före eller efter videon, under samma rubrik, och skriv i den vilken video det gäller.",
        ),
    ),
    messages={
        "all-said": Text(
            "There is no described version beside the video “{name}”. Does someone who only hears it get all that is "
            "shown?",
            "Bredvid videon ”{name}” finns ingen syntolkad version. Får den som bara hör den veta allt som visas?",
        ),
        "same": Text(
            "The link to the described version of “{name}” leads to the same video. Is that one described?",
            "Länken till den syntolkade versionen av ”{name}” leder till samma video. Är den syntolkad?",
        ),
        "none": Text(
            "The video “{name}” shows things that are not said, and there is no described version.",
            "Videon ”{name}” visar sådant som inte sägs, och det finns ingen syntolkad version.",
        ),
    },
)
def recording_described(video: Recording) -> Outcome:
    """It is described by its own name, a described version stands beside it, or a person says that none is needed."""
    if DESCRIBED in video.versions:
        return passed()
    name = called(video)
    question = "same" if video.described_by_itself else "all-said"
    return ask(question, name=name, yes=passed(), no=failed("none", name=name))


@about_recordings(
    each=sounds,
    meets=("WCAG 1.2.1",),
    title=Text(
        "What is said in a sound is also there as text", "Det som sägs i ett ljud finns också som text"
    ),
    why=Text(
        "Someone who does not hear gets nothing out of a sound alone.",
        "Den som inte hör får inte ut något av bara ett ljud.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Write down what is said, with who says it, and put the link “Transcript” beside the sound.",
            "Skriv ner det som sägs, med vem som säger det, och lägg länken ”Utskrift av talet” bredvid ljudet.",
        ),
    ),
    messages={
        "transcript": Text(
            "Is what is said in “{name}” at {host} also there as text?",
            "Finns det som sägs i ”{name}” hos {host} också som text?",
        ),
        "none": Text(
            "What is said in “{name}” is not there as text.", "Det som sägs i ”{name}” finns inte som text."
        ),
    },
)
def recording_transcript(sound: Recording) -> Outcome:
    """A transcript stands beside it, or a person says that there is one."""
    if TRANSCRIPT in sound.versions:
        return passed()
    name = called(sound)
    return ask("transcript", name=name, host=sound.host, yes=passed(), no=failed("none", name=name))


@about_recordings(
    each=described_videos,
    meets=("WCAG 1.2.6",),
    title=Text("Videos are there in sign language", "Videor finns på teckenspråk"),
    why=Text(
        "For many who are deaf, sign language is the first language and captions are in the second.",
        "För många döva är teckenspråk det första språket och undertexter det andra.",
    ),
    who=(People.DEAF,),
    fix=Fix(
        Text(
            "Order an interpreter in the picture, or publish a signed version and link to it beside the video.",
            "Beställ en tolk i bild, eller publicera en teckenspråkstolkad version och länka till den bredvid videon.",
        ),
    ),
    messages={
        "signed": Text(
            "Is all that is said in the video “{name}” also in sign language?",
            "Finns allt som sägs i videon ”{name}” också på teckenspråk?",
        ),
        "none": Text(
            "The video “{name}” is not in sign language.", "Videon ”{name}” finns inte på teckenspråk."
        ),
    },
)
def recording_signed(video: Recording) -> Outcome:
    """It is signed by its own name, a signed version stands beside it, or a person says that it is signed."""
    if SIGNED in video.versions:
        return passed()
    name = called(video)
    return ask("signed", name=name, yes=passed(), no=failed("none", name=name))


def examples() -> dict[str, dict[str, Content]]:
    def page(*more: Link | Paragraph, query: str = "", name: str = "Mats Snäll") -> Content:
        player = Player("embedded", (f"https://www.youtube.com/embed/abcd{query}",), name)
        return Content.of(player, *more, address="https://forum.example.se/")

    def version(text: str, video: str = "efgh") -> Link:
        return Link(text, f"https://youtu.be/{video}", text)

    podcast = "https://shows.acast.com/forumpodden/episodes/avsnitt-1"
    own = Content.of(Link("Filmen", "https://forum.example.se/film.mp4"), address="https://forum.example.se/")
    sent_live = Player("embedded", ("https://www.youtube.com/embed/live_stream?channel=UC_abc",), "Årsmötet")
    stream = Content.of(sent_live, address="https://forum.example.se/")
    no_recording = Content.of(Link("Vår kanal", "https://www.youtube.com/@forum"))
    return {
        "recording_captions": {
            "cannot-tell checked": page(),
            "cannot-tell checked, a link in a document": Content.of(version("Inspelningen")),
            "cannot-tell checked, a file of others": Content.of(Link("Film", "https://example.net/f.mp4")),
            "cannot-tell checked, it only says so itself": page(name="Mats Snäll (textad)"),
            "cannot-tell shown": page(query="?cc_load_policy=1"),
            # Of the two videos, the captioned one is asked about.
            "cannot-tell checked, a captioned version": page(version("Textad version")),
            "inapplicable, it is opened by itself": own,
            "inapplicable, it is sent live": stream,
            "inapplicable": no_recording,
        },
        "recording_live_captions": {
            "cannot-tell while-sent": stream,
            "cannot-tell said-live": Content.of(version("Följ årsmötet direkt: livesändning på YouTube")),
            "inapplicable, a recording of it": Content.of(version("Inspelning av direktsändningen")),
            "inapplicable": page(),
        },
        "recording_described": {
            "passed": page(version("Syntolkad version av Mats Snälls presentation")),
            "passed, by its own name": page(name="Mats Snäll, med syntolkning"),
            "cannot-tell all-said": page(),
            "cannot-tell all-said, denied": page(version("Längre version, inte syntolkad")),
            "cannot-tell all-said, it is opened by itself": own,
            "cannot-tell same": page(version("Syntolkad version", "abcd")),
            "inapplicable, it is sent live": stream,
            "inapplicable": no_recording,
        },
        "recording_transcript": {
            "passed": Content.of(
                Link("Avsnitt 1", podcast), Link("Utskrift av avsnitt 1", "https://forum.example.se/1.pdf")
            ),
            "cannot-tell transcript": Content.of(Link("Avsnitt 1", podcast)),
            "inapplicable, a video": page(),
        },
        "recording_signed": {
            "passed": page(version("Teckenspråkstolkad version")),
            "cannot-tell signed": page(),
            "inapplicable": no_recording,
        },
    }
