"""Videos and sounds that are played in a PDF can be followed without hearing, and without seeing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Annotation, Page
from a11ycheck.text.recordings import DESCRIBED, offered

PLAYED = frozenset({"Movie", "RichMedia", "Screen", "Sound"})
"""Annotations that play something (ISO 32000-2, 12.5.6.16 to 12.5.6.18 and 13.6)."""

about_recordings = partial(rule, document=Pdf)


def recordings(document: Pdf) -> Iterator[Annotation]:
    return (each for each in document.annotations if each.subtype in PLAYED and each.is_shown)


def videos(document: Pdf) -> Iterator[Annotation]:
    return (each for each in recordings(document) if each.subtype != "Sound")


@about_recordings(
    each=recordings,
    meets=("WCAG 1.2.1", "WCAG 1.2.2"),
    title=Text(
        "What is said in a recording in the PDF can be read",
        "Det som sägs i en inspelning i pdf:en går att läsa",
    ),
    why=Text(
        "Someone who does not hear gets nothing of what is said, and PDF readers cannot show captions of their own.",
        "Den som inte hör får inget av det som sägs, och pdf-läsare kan inte visa egna undertexter.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Put the recording on a page with captions and link to it, or write down what is said beside it.",
            "Lägg inspelningen på en sida med undertexter och länka dit, eller skriv ner det som sägs bredvid den.",
        ),
        acrobat=Text(
            "Delete the recording with the tool for rich media, and put a link in its place.",
            "Ta bort inspelningen med verktyget för multimedia och lägg en länk i stället.",
        ),
    ),
    messages={
        "text": Text(
            "Something is played here ({kind}). Is all that is said in it shown as text in the picture or written "
            "beside it, or is nothing said?",
            "Här spelas något upp ({kind}). Visas allt som sägs som text i bild eller står det bredvid, eller sägs "
            "ingenting?",
        ),
        "none": Text(
            "What is said in the recording cannot be read.", "Det som sägs i inspelningen går inte att läsa."
        ),
    },
)
def embedded_recording_text(recording: Annotation) -> Outcome:
    """A person finds that nothing is missed without hearing."""
    return ask("text", kind=recording.subtype, yes=passed(), no=failed("none"))


@about_recordings(
    each=videos,
    meets=("WCAG 1.2.5",),
    title=Text(
        "What a video in the PDF only shows is also told",
        "Det som en video i pdf:en bara visar berättas också",
    ),
    why=Text(
        "Someone who does not see misses what is shown without a word.",
        "Den som inte ser missar det som visas utan ord.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Put in a described version, or link to one beside the video.",
            "Lägg in en syntolkad version, eller länka till en bredvid videon.",
        ),
    ),
    messages={
        "all-said": Text(
            "Something is played here ({kind}). Does someone who only hears it get all that is shown?",
            "Här spelas något upp ({kind}). Får den som bara hör det veta allt som visas?",
        ),
        "none": Text(
            "The video shows things that are not said, and there is no described version.",
            "Videon visar sådant som inte sägs, och det finns ingen syntolkad version.",
        ),
    },
)
def embedded_recording_described(video: Annotation) -> Outcome:
    """It is called described, or a person says that nothing is missed without seeing."""
    if DESCRIBED in offered(video.contents or ""):
        return passed()
    return ask("all-said", kind=video.subtype, yes=passed(), no=failed("none"))


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(subtype: str, contents: str | None = None, *, hidden: bool = False) -> Pdf:
        played = Annotation(1, subtype, contents=contents, hidden=hidden)
        return Pdf(pages=(Page(1, annotations=(played,)),))

    return {
        "embedded_recording_text": {
            "cannot-tell text": pdf("RichMedia"),
            "cannot-tell text, a sound": pdf("Sound"),
            "inapplicable, hidden": pdf("RichMedia", hidden=True),
            "inapplicable": pdf("Link"),
        },
        "embedded_recording_described": {
            "passed": pdf("Screen", "Årsmötet, syntolkad film"),
            "cannot-tell all-said": pdf("Screen"),
            "inapplicable, a sound": pdf("Sound"),
        },
    }
