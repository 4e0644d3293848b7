"""Films and sounds in the document say what they are (ISO 14289-1, 7.18.6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.extras_model import Extras, MediaClip
from a11ycheck.documents.pdf.model import Pdf

if TYPE_CHECKING:
    from collections.abc import Callable


def about(
    test: int, title: Text, why: Text, who: tuple[People, ...], fix: Fix, messages: dict[str, Text]
) -> Callable[[Callable[[MediaClip], Outcome]], Rule]:
    """Make a rule that is put to each media clip and meets clause 7.18.6.2-``test``."""
    return rule(
        document=Pdf,
        each=lambda pdf: pdf.extras.media_clips,
        meets=(f"PDF/UA-1 7.18.6.2-{test}",),
        title=title,
        why=why,
        who=who,
        fix=fix,
        messages=messages,
    )


@about(
    1,
    Text("Films and sounds say which format they have", "Filmer och ljud säger vilket format de har"),
    Text(
        "A program that does not know the format cannot tell in advance whether it can play the clip, or choose "
        "another way to present it.",
        "Ett program som inte vet formatet kan inte i förväg avgöra om det kan spela upp klippet, eller välja ett "
        "annat sätt att visa det.",
    ),
    (People.EVERYONE,),
    Fix(
        Text(
            "Publish the film or sound on a web page and link to it, or insert it again with a program that writes "
            "its content type (CT).",
            "Lägg ut filmen eller ljudet på en webbsida och länka dit, eller infoga det igen med ett program som "
            "skriver dess innehållstyp (CT).",
        )
    ),
    {
        "missing": Text(
            "The film or sound does not say which format it has (CT).",
            "Filmen eller ljudet säger inte vilket format det har (CT).",
        )
    },
)
def media_clip_format(clip: MediaClip) -> Outcome:
    """Its content type is given (CT)."""
    return failed("missing") if clip.content_type is None else passed()


@about(
    2,
    Text("Films and sounds have alternative text", "Filmer och ljud har alternativtext"),
    Text(
        "Someone who does not see the film or does not hear the sound is not told what it is.",
        "Den som inte ser filmen eller inte hör ljudet får inte veta vad det är.",
    ),
    (People.SCREEN_READER, People.DEAF),
    Fix(
        Text(
            "Write what the film or sound is about in its alternative text, or publish it on a web page and link to "
            "it.",
            "Skriv vad filmen eller ljudet handlar om i dess alternativtext, eller lägg ut det på en webbsida och "
            "länka dit.",
        ),
        acrobat=Text(
            "Open the properties of the clip and write its alternate text for the rendition.",
            "Öppna klippets egenskaper och skriv den alternativa texten för återgivningen.",
        ),
    ),
    {
        "missing": Text(
            "The film or sound has no alternative text (Alt).",
            "Filmen eller ljudet saknar alternativtext (Alt).",
        ),
        "empty": Text(
            "The film or sound has an alternative text (Alt) with nothing in it.",
            "Filmen eller ljudet har en alternativtext (Alt) som det inte står något i.",
        ),
    },
)
def media_clip_alt(clip: MediaClip) -> Outcome:
    """It has a text in each of the languages that it names (Alt)."""
    if clip.alternatives is None:
        return failed("missing")
    return passed() if all(clip.alternatives) else failed("empty")


def examples() -> dict[str, dict[str, Pdf]]:
    def playing(clip: MediaClip) -> Pdf:
        return Pdf(extras=Extras(media_clips=(clip,)))

    return {
        "media_clip_format": {
            "failed missing": playing(MediaClip("film.mp4", page=2)),
            "passed": playing(MediaClip("film.mp4", "video/mp4", page=2)),
            "inapplicable": Pdf(),
        },
        "media_clip_alt": {
            "failed missing": playing(MediaClip("film.mp4", "video/mp4")),
            "failed empty": playing(MediaClip("film.mp4", alternatives=("",))),
            "failed empty, in one language": playing(MediaClip("film.mp4", alternatives=("Rundtur", ""))),
            "passed": playing(MediaClip("film.mp4", alternatives=("Rundtur i mötets lokaler",))),
            "inapplicable": Pdf(),
        },
    }
