"""Nothing flashes more than three times in a second: a fit of epilepsy can come of it."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.recording.heard_model import Heard, Span, Watched
from a11ycheck.documents.recording.model import Medium, Recording, Track


def with_picture(recording: Recording) -> Iterator[Recording]:
    if recording.has_video:
        yield recording


@rule(
    document=Recording,
    each=with_picture,
    meets=("WCAG 2.3.1",),
    title=Text(
        "Nothing flashes more than three times in a second", "Inget blinkar mer än tre gånger på en sekund"
    ),
    why=Text(
        "Flashes can bring on a fit in people with epilepsy, and there is no time to look away.",
        "Blinkningar kan utlösa ett anfall hos den som har epilepsi, och man hinner inte titta bort.",
    ),
    who=(People.MOTION,),
    fix=Fix(
        Text(
            "Cut the stretch out, slow it down, or lower its contrast. Photographers' flashes at press "
            "conferences are the usual cause in recordings of meetings. Say before the recording that it "
            "flashes only if you cannot change it: a warning is not enough.",
            "Klipp bort stycket, sakta ner det eller sänk kontrasten. Fotografernas blixtar vid "
            "presskonferenser är den vanliga orsaken i inspelningar av möten. Skriv före inspelningen att den "
            "blinkar bara om du inte kan ändra den: en varning räcker inte.",
        ),
    ),
    messages={
        "flashes": Text(
            "A large part of the picture flashes {flashes} times in a second, at {time}; at most 3 are safe.",
            "En stor del av bilden blinkar {flashes} gånger på en sekund, vid {time}; högst 3 är ofarligt.",
        ),
        "perhaps": Text(
            "Part of the picture seems to flash {flashes} times in a second, at {time}. Does anything flash more than "
            "three times in a second there?",
            "En del av bilden ser ut att blinka {flashes} gånger på en sekund, vid {time}. Blinkar något mer än tre "
            "gånger på en sekund där?",
        ),
        "rest": Text(
            "{seconds} s of the picture, the calmest, were not looked at, of {all}. Does anything flash more "
            "than three times in a second in the recording?",
            "{seconds} s av bilden, de lugnaste, har inte granskats, av {all}. Blinkar något mer än tre gånger på en "
            "sekund i inspelningen?",
        ),
        "not-seen": Text(
            "The picture was not looked at. Does anything flash more than three times in a second in the recording?",
            "Bilden har inte granskats. Blinkar något mer än tre gånger på en sekund i inspelningen?",
        ),
        "said": Text(
            "Something flashes more than three times in a second.",
            "Något blinkar mer än tre gånger på en sekund.",
        ),
    },
)
def flashing(recording: Recording, *, most: int = 3, certain: int = 6) -> Outcome:
    """No more than ``most`` general flashes in any second, by WCAG's measures; up to ``certain``, a person looks: what
    moves fast can look the same. Red flashes are not told apart."""
    watched = recording.heard.watched if recording.heard else None
    fault = failed("said")
    if watched is None:
        return ask("not-seen", yes=fault, no=passed())
    if watched.flashes > most and watched.flashes_at is not None:
        time, flashes = watched.flashes_at.clock, watched.flashes
        if flashes >= certain:
            return failed("flashes", flashes=flashes, time=time)
        return ask(
            "perhaps",
            yes=failed("flashes", flashes=flashes, time=time),
            no=passed(),
            flashes=flashes,
            time=time,
        )
    if watched.whole:
        return passed()
    seconds, whole = round(watched.of - watched.seconds), round(watched.of)
    return ask("rest", yes=fault, no=passed(), seconds=seconds, all=whole)


def examples() -> dict[str, Recording]:
    def seen(flashes: int, seconds: float = 60) -> Recording:
        watched = Watched(seconds, 60, flashes, Span(12, 13) if flashes else None)
        return Recording(tracks=(Track(Medium.VIDEO),), heard=Heard(watched=watched))

    return {
        "failed flashes": seen(8),
        "cannot-tell perhaps": seen(4),
        "cannot-tell rest": seen(0, 20),
        "cannot-tell not-seen": Recording(tracks=(Track(Medium.VIDEO),)),
        "passed": seen(0),
        "passed, three": seen(3),
        "inapplicable, only sound": Recording(tracks=(Track(Medium.AUDIO),)),
    }
