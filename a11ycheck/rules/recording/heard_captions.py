"""Captions come when it is said, cover what is said, and belong to the recording: told by where somebody speaks.

1.5 seconds: BBC, Subtitle Guidelines. 95 and 80 %, 5 and 15 seconds, and how sure is sure, are our own, measured on
made and real speech (benchmarks/listening.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.recording.heard_model import Compared, Fit, Heard, Span, TrackHeard
from a11ycheck.documents.recording.model import CaptionsNamed, Medium, Recording, Track

MOST_LATE = 1.5
"""Seconds."""
NOTICED = 0.6
"""Seconds: from here on most who see the speaker notice; what is less drowns in what people time by hand."""
ENOUGH_CUES, ENOUGH_SPEECH = 30, 60
"""Cues, and seconds of speech, from which on it can be said that they belong nowhere. Of less, a person is asked."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Captions, how they lie beside the speech, and the sound that they were compared with."""

    named: CaptionsNamed
    compared: Compared
    sound: TrackHeard

    @property
    def where(self) -> Where:
        return self.named.track.where if self.named.track else Where((("file", self.named.name),))

    @property
    def belongs(self) -> bool:
        return self.compared.fit in (Fit.SURE, Fit.UNSURE)

    @property
    def drifts(self) -> bool:
        return (
            self.compared.jump is None and abs(self.compared.late_last - self.compared.late_first) > NOTICED
        )

    @property
    def worst(self) -> float:
        """Seconds that they are late, or early where negative, where that is most."""
        return max((self.compared.late, self.compared.late_first, self.compared.late_last), key=abs)


def with_speech(recording: Recording) -> Iterator[Timed]:
    heard = recording.heard
    if heard is None or heard.sound is None:
        return
    for named, compared in zip_longest(recording.captions, heard.compared[: len(recording.captions)]):
        if compared is not None:
            yield Timed(named, compared, heard.sound)


def that_belong(recording: Recording) -> Iterator[Timed]:
    for timed in with_speech(recording):
        if timed.belongs:
            yield timed


def shifted(recording: Recording) -> Iterator[Timed]:
    for timed in that_belong(recording):
        if timed.compared.jump is None and not timed.drifts:
            yield timed


def sliding(recording: Recording) -> Iterator[Timed]:
    for timed in that_belong(recording):
        if timed.compared.jump is None:
            yield timed


def clock(seconds: float) -> str:
    return Span(seconds, seconds).clock


WHY_LATE = Text(
    "Who reads captions loses track of who says what, and laughs or votes after everyone else.",
    "Den som läser undertexterna tappar bort vem som säger vad, och skrattar eller röstar efter alla andra.",
)
MOVE = Fix(
    Text(
        "Move all times at once. Subtitle Edit: Synchronization > Adjust all times. YouTube Studio: Subtitles, edit "
        "the captions with timings, or download the file, move the times and upload it again. Clipchamp has no such "
        "command: have the captions made anew from the recording as it is published.",
        "Flytta alla tider på en gång. Subtitle Edit: Synkronisering > Justera alla tider. YouTube Studio: "
        "Undertexter, redigera undertexterna med tidskoder, eller ladda ner filen, flytta tiderna och ladda upp "
        "den igen. Clipchamp kan det inte: låt göra undertexterna på nytt av inspelningen så som den publiceras.",
    ),
)
STRETCH = Fix(
    Text(
        "Set two points in time and let the program move what is between. Subtitle Edit: Synchronization > "
        "Point sync, or Change frame rate where the captions were made for another number of pictures a second. "
        "Or have the captions made anew from the recording as it is published: YouTube Studio and Clipchamp do "
        "it.",
        "Sätt två punkter i tiden och låt programmet flytta det som ligger emellan. Subtitle Edit: "
        "Synkronisering > Punktsynkronisering, eller Ändra bildfrekvens om undertexterna gjordes för ett annat "
        "antal bilder i sekunden. Eller låt göra undertexterna på nytt av inspelningen så som den publiceras: "
        "YouTube Studio och Clipchamp kan det.",
    ),
)
CAPTION_IT = Fix(
    Text(
        "Write captions for what is missing, at the times that are named. Subtitle Edit shows the sound as a curve, "
        "with captions over it. YouTube Studio: Subtitles, edit the captions, and add where the timeline is empty. "
        "Clipchamp: the captions' text in the panel beside the video.",
        "Skriv undertexter för det som saknas, vid de tider som anges. Subtitle Edit visar ljudet som en kurva med "
        "undertexterna över. YouTube Studio: Undertexter, redigera undertexterna och lägg till där tidslinjen är tom. "
        "Clipchamp: undertexternas text i panelen bredvid videon.",
    ),
)
RIGHT_FILE = Fix(
    Text(
        "Look whether the file was mixed up with another recording's. If not, have the captions made anew from the "
        "recording as it is published: in YouTube Studio, Microsoft Stream or Clipchamp.",
        "Se efter om filen förväxlats med en annan inspelnings. Om inte, låt göra undertexterna på nytt av "
        "inspelningen så som den publiceras: i YouTube Studio, Microsoft Stream eller Clipchamp.",
    ),
)


@rule(
    document=Recording,
    each=shifted,
    meets=("WCAG 1.2.2",),
    title=Text("Captions come when it is said", "Undertexterna kommer när det sägs"),
    why=WHY_LATE,
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=MOVE,
    messages={
        "late": Text(
            "The captions come {seconds} s too late; at most {most} s is let through.",
            "Textningen kommer {seconds} s för sent; högst {most} s godtas.",
        ),
        "early": Text(
            "The captions come {seconds} s too early; at most {most} s is let through.",
            "Textningen kommer {seconds} s för tidigt; högst {most} s godtas.",
        ),
        "perhaps-late": Text(
            "The captions seem to come {seconds} s too late. Do they come when it is said?",
            "Textningen ser ut att komma {seconds} s för sent. Kommer den när det sägs?",
        ),
        "perhaps-early": Text(
            "The captions seem to come {seconds} s too early. Do they come when it is said?",
            "Textningen ser ut att komma {seconds} s för tidigt. Kommer den när det sägs?",
        ),
    },
)
def captions_in_time(timed: Timed, *, most_seconds: float = MOST_LATE) -> Outcome:
    """They are at most ``most_seconds`` beside the speech. Where they only seem to belong to it, a person is asked."""
    late = timed.worst
    if abs(late) <= most_seconds:
        return passed()
    message, seconds = ("late" if late > 0 else "early"), round(abs(late), 1)
    fault = failed(message, seconds=seconds, most=most_seconds)
    if timed.compared.fit is Fit.SURE:
        return fault
    return ask(f"perhaps-{message}", yes=passed(), no=fault, seconds=seconds)


@rule(
    document=Recording,
    each=that_belong,
    title=Text(
        "Captions come at the moment it is said", "Undertexterna kommer i samma ögonblick som det sägs"
    ),
    why=Text(
        "Who sees the speaker notices from about half a second on, and lip-reading and captions get in each "
        "other's way.",
        "Den som ser talaren märker det från ungefär en halv sekund, och då stör läppavläsning och text varandra.",
    ),
    who=(People.DEAF,),
    fix=MOVE,
    messages={
        "late": Text("The captions come {seconds} s late.", "Textningen kommer {seconds} s sent."),
        "early": Text("The captions come {seconds} s early.", "Textningen kommer {seconds} s tidigt."),
    },
)
def captions_slightly_off(
    timed: Timed, *, least_seconds: float = NOTICED, most_seconds: float = MOST_LATE
) -> Outcome:
    """They are less than ``least_seconds`` beside the speech; from ``most_seconds`` on it is another rule's fault."""
    late = timed.worst
    if not least_seconds < abs(late) <= most_seconds:
        return passed()
    return failed("late" if late > 0 else "early", seconds=round(abs(late), 1))


@rule(
    document=Recording,
    each=sliding,
    meets=("WCAG 1.2.2",),
    title=Text("Captions keep pace with the speech", "Undertexterna håller takten med talet"),
    why=WHY_LATE,
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=STRETCH,
    messages={
        "late": Text(
            "The captions slide away from the speech: in the end they come {seconds} s late, in the beginning "
            "{first} s.",
            "Textningen glider från talet: mot slutet kommer den {seconds} s för sent, i början {first} s.",
        ),
        "early": Text(
            "The captions slide away from the speech: where it is worst they come {seconds} s early.",
            "Textningen glider från talet: där det är värst kommer den {seconds} s för tidigt.",
        ),
        "perhaps": Text(
            "The captions seem to slide away from the speech, by up to {seconds} s. Do they come when it is "
            "said, in the beginning and in the end?",
            "Textningen ser ut att glida från talet, med upp till {seconds} s. Kommer den när det sägs, både i "
            "början och mot slutet?",
        ),
    },
)
def captions_drift(timed: Timed, *, most_seconds: float = MOST_LATE) -> Outcome:
    """How late they are changes by less than can be noticed, or never comes above ``most_seconds``."""
    if not timed.drifts or abs(timed.worst) <= most_seconds:
        return passed()
    seconds = round(abs(timed.worst), 1)
    if timed.worst > 0:
        first = min(timed.compared.late_first, timed.compared.late_last)
        fault = failed("late", seconds=seconds, first=round(first, 1))
    else:
        fault = failed("early", seconds=seconds)
    return (
        fault if timed.compared.fit is Fit.SURE else ask("perhaps", yes=passed(), no=fault, seconds=seconds)
    )


@rule(
    document=Recording,
    each=that_belong,
    meets=("WCAG 1.2.2",),
    title=Text("Captions are cut as the recording is", "Undertexterna är klippta som inspelningen"),
    why=WHY_LATE,
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Something was cut out of the recording, or put in, after the captions were made. Move all that "
            "comes after the place: in Subtitle Edit, select from there to the end, then Synchronization > "
            "Adjust all times, for the selected lines.",
            "Något har klippts bort ur inspelningen, eller lagts in, sedan undertexterna gjordes. Flytta allt "
            "som kommer efter stället: i Subtitle Edit, markera därifrån till slutet, sedan Synkronisering > "
            "Justera alla tider, för de markerade raderna.",
        ),
    ),
    messages={
        "late": Text(
            "From {time} on the captions come {seconds} s late.",
            "Från {time} kommer textningen {seconds} s för sent.",
        ),
        "early": Text(
            "From {time} on the captions come {seconds} s early.",
            "Från {time} kommer textningen {seconds} s för tidigt.",
        ),
        "before": Text(
            "Until {time} the captions are {seconds} s off, and then they come right.",
            "Fram till {time} ligger textningen {seconds} s fel, sedan stämmer den.",
        ),
        "perhaps": Text(
            "The captions seem to be {seconds} s off before or after {time}. Do they come when it is said on "
            "both sides?",
            "Textningen ser ut att ligga {seconds} s fel före eller efter {time}. Kommer den när det sägs på "
            "båda sidor?",
        ),
    },
)
def captions_cut(timed: Timed, *, most_seconds: float = MOST_LATE) -> Outcome:
    """They do not go out of step by more than ``most_seconds`` at one stroke."""
    found = timed.compared
    if found.jump is None or abs(timed.worst) <= most_seconds:
        return passed()
    time, seconds = clock(found.jump), round(abs(timed.worst), 1)
    after = found.late_last
    message = "before" if abs(after) <= most_seconds else "late" if after > 0 else "early"
    fault = failed(message, time=time, seconds=seconds)
    return (
        fault if found.fit is Fit.SURE else ask("perhaps", yes=passed(), no=fault, time=time, seconds=seconds)
    )


@rule(
    document=Recording,
    each=with_speech,
    meets=("WCAG 1.2.2",),
    title=Text("What is said has captions", "Det som sägs har undertexter"),
    why=Text(
        "What has no captions is not said, for those who do not hear.",
        "Det som saknar undertexter är inte sagt, för den som inte hör.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=CAPTION_IT,
    messages={
        "uncovered": Text(
            "{percent} % of the speech has captions. The longest stretch without is {seconds} s, at {time}.",
            "{percent} % av talet har undertexter. Det längsta stycket utan är {seconds} s, vid {time}.",
        ),
        "scattered": Text(
            "{percent} % of the speech has captions; the rest lies in short stretches without.",
            "{percent} % av talet har undertexter; resten ligger i korta stycken utan.",
        ),
        "perhaps": Text(
            "About {percent} % of the speech seems to have captions. Is all that is said in them?",
            "Omkring {percent} % av talet ser ut att ha undertexter. Är allt som sägs med?",
        ),
        "stretch": Text(
            "For {seconds} s, at {time}, there seems to be speech without captions. Is anything said there?",
            "I {seconds} s, vid {time}, ser det ut att finnas tal utan undertexter. Sägs det något där?",
        ),
        "said": Text(
            "What is said at {time} has no captions.",
            "Det som sägs vid {time} saknar undertexter.",
        ),
        "rest": Text(
            "Only the first {minutes} minutes could be listened to. Does what is said after that have captions?",
            "Bara de första {minutes} minuterna gick att lyssna på. Har det som sägs sedan undertexter?",
        ),
        "rest-missing": Text(
            "What is said after {minutes} minutes has no captions.",
            "Det som sägs efter {minutes} minuter saknar undertexter.",
        ),
    },
)
def captions_coverage(
    timed: Timed, *, least_percent: int = 95, far_too_few_percent: int = 80, most_stretch_seconds: float = 5.0
) -> Outcome:
    """``least_percent`` of the speech has captions, and no stretch of it over ``most_stretch_seconds`` is without.

    Under ``far_too_few_percent`` it fails however sure it is that the captions belong. What is after the last caption
    is for another rule.
    """
    found = timed.compared
    percent = int(found.covered * 100)
    longest = found.uncovered[0] if found.uncovered else None
    if percent < least_percent:
        if longest is None:
            fault = failed("scattered", percent=percent)
        else:
            fault = failed("uncovered", percent=percent, seconds=round(longest.seconds), time=longest.clock)
        if found.fit is Fit.SURE or percent < far_too_few_percent:
            return fault
        return ask("perhaps", yes=passed(), no=fault, percent=percent)
    if longest is not None and longest.seconds > most_stretch_seconds:
        said = failed("said", time=longest.clock)
        return ask("stretch", yes=said, no=passed(), seconds=round(longest.seconds), time=longest.clock)
    if not timed.sound.whole:
        minutes = int(timed.sound.seconds // 60)
        return ask("rest", yes=passed(), no=failed("rest-missing", minutes=minutes), minutes=minutes)
    return passed()


@rule(
    document=Recording,
    each=with_speech,
    meets=("WCAG 1.2.2",),
    title=Text("Captions go on to the last word", "Undertexterna räcker till sista ordet"),
    why=Text(
        "Where the captions end and the speech does not, the rest is lost to those who do not hear: often the "
        "decisions.",
        "Där undertexterna slutar men inte talet går resten förlorat för den som inte hör: ofta besluten.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=CAPTION_IT,
    messages={
        "early": Text(
            "The captions end {seconds} s before the speech does, which goes on until {time}.",
            "Undertexterna slutar {seconds} s före talet, som håller på till {time}.",
        ),
        "perhaps": Text(
            "The captions seem to end {seconds} s before the speech does. Is anything said after them?",
            "Undertexterna ser ut att sluta {seconds} s före talet. Sägs det något efter dem?",
        ),
    },
)
def captions_stop_early(timed: Timed, *, most_seconds: float = 15.0) -> Outcome:
    """From the last caption to the last speech there are at most ``most_seconds``."""
    found = timed.compared
    if found.ends_early <= most_seconds:
        return passed()
    seconds = round(found.ends_early)
    fault = failed("early", seconds=seconds, time=clock(timed.sound.speech[-1].end))
    return fault if found.fit is Fit.SURE else ask("perhaps", yes=fault, no=passed(), seconds=seconds)


@rule(
    document=Recording,
    each=with_speech,
    meets=("WCAG 1.2.2",),
    title=Text("Captions belong to the recording", "Undertexterna hör till inspelningen"),
    why=Text(
        "Captions of another recording, or times that fit nowhere, tell something else than what is said.",
        "Undertexter till en annan inspelning, eller tider som inte passar någonstans, berättar något annat än "
        "det som sägs.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=RIGHT_FILE,
    messages={
        "another": Text(
            "The times of the captions do not fit the speech, however they are moved: {cues} of them, and "
            "{seconds} s of speech, were compared.",
            "Undertexternas tider passar inte talet, hur de än flyttas: {cues} textblock och {seconds} s tal har "
            "jämförts.",
        ),
        "perhaps-another": Text(
            "The times of the captions hardly fit the speech. Do they belong to this recording, and come when "
            "it is said?",
            "Undertexternas tider passar knappt talet. Hör de till den här inspelningen, och kommer de när det sägs?",
        ),
        "short": Text(
            "There is too little speech to tell whether the captions come when it is said. Do they?",
            "Det finns för lite tal för att avgöra om textningen kommer när det sägs. Gör den det?",
        ),
        "off": Text(
            "The captions do not come when it is said.",
            "Textningen kommer inte när det sägs.",
        ),
        "few": Text(
            "There are only {cues} captions for {seconds} s of speech. Is all that is said in them, when it is said?",
            "Det finns bara {cues} textblock för {seconds} s tal. Är allt som sägs med, när det sägs?",
        ),
        "too-few": Text(
            "{cues} captions are not enough for {seconds} s of speech.",
            "{cues} textblock räcker inte för {seconds} s tal.",
        ),
    },
)
def captions_of_this_recording(timed: Timed, *, most_seconds_a_cue: int = 30) -> Outcome:
    """Their times fit the speech, where there is enough of both to tell; and there is a cue for each
    ``most_seconds_a_cue`` of speech. Where they leave much of the speech without captions as well, which is a fault of
    its own, a person is asked."""
    found, speech = timed.compared, round(timed.sound.speech_seconds)
    if found.cues * most_seconds_a_cue < speech:
        fault = failed("too-few", cues=found.cues, seconds=speech)
        return (
            fault
            if speech >= ENOUGH_SPEECH
            else ask("few", yes=passed(), no=fault, cues=found.cues, seconds=speech)
        )
    if found.fit is Fit.TOO_LITTLE:
        return ask("short", yes=passed(), no=failed("off"))
    if found.fit is not Fit.NONE:
        return passed()
    another = failed("another", cues=found.cues, seconds=speech)
    is_enough = found.cues >= ENOUGH_CUES and speech >= ENOUGH_SPEECH
    return another if is_enough and found.covered > 0.8 else ask("perhaps-another", yes=passed(), no=another)


@rule(
    document=Recording,
    each=that_belong,
    title=Text("Captions are shown where somebody speaks", "Undertexterna visas där någon talar"),
    why=Text(
        "Text over silence makes those who do not hear believe that somebody speaks: machines write such text.",
        "Text över tystnad får den som inte hör att tro att någon talar: maskiner skriver sådan text.",
    ),
    who=(People.DEAF,),
    fix=Fix(
        Text(
            "Take away captions where nobody says anything, and put sounds that matter in brackets: [applause].",
            "Ta bort undertexter där ingen säger något, och sätt ljud som betyder något inom hakparentes: [applåder].",
        ),
    ),
    messages={
        "idle": Text(
            "Nobody is heard speaking in {percent} % of the time of the captions, for instance at {time}. Do "
            "they show what is said?",
            "Ingen hörs tala under {percent} % av den tid som undertexterna visas, till exempel vid {time}. "
            "Visar de det som sägs?",
        ),
        "invented": Text(
            "Captions are shown where nobody speaks, for instance at {time}.",
            "Undertexter visas där ingen talar, till exempel vid {time}.",
        ),
    },
)
def captions_without_speech(timed: Timed, *, most_percent: int = 35) -> Outcome:
    """At most ``most_percent`` of their time is without speech. Our own limit; sounds in brackets are not counted."""
    found = timed.compared
    if found.idle * 100 <= most_percent or found.idle_at is None:
        return passed()
    time = found.idle_at.clock
    return ask(
        "idle", yes=passed(), no=failed("invented", time=time), percent=int(found.idle * 100), time=time
    )


def examples() -> dict[str, dict[str, Recording]]:
    speech = (Span(2, 62), Span(64, 100), Span(104, 160))

    def recording(compared: Compared, *, whole: bool = True) -> Recording:
        sound = TrackHeard(2, 170, whole, 160, speech)
        return Recording(
            tracks=(Track(Medium.VIDEO), Track(Medium.AUDIO, 2)),
            side_cars=(CaptionsNamed("talk.sv.vtt", "sv"),),
            heard=Heard((sound,), 2, (compared,)),
        )

    def sure(**found: float) -> Recording:
        return recording(Compared(Fit.SURE, 40, **found))  # type: ignore[arg-type]

    def unsure(**found: float) -> Recording:
        return recording(Compared(Fit.UNSURE, 40, **found))  # type: ignore[arg-type]

    good = sure()
    nowhere = recording(Compared(Fit.NONE, 40))
    not_heard = Recording(tracks=(Track(Medium.AUDIO),), side_cars=(CaptionsNamed("talk.sv.vtt", "sv"),))
    return {
        "captions_in_time": {
            "failed late": sure(late=2.1, late_first=2, late_last=2.2),
            "failed early": sure(late=-8, late_first=-8, late_last=-8),
            "cannot-tell perhaps-late": unsure(late=5, late_first=5, late_last=5),
            "cannot-tell perhaps-early": unsure(late=-5, late_first=-5, late_last=-5),
            "passed": good,
            "passed, BBC's limit": sure(late=1.5, late_first=1.5, late_last=1.5),
            "inapplicable, they fit nowhere": nowhere,
            "inapplicable, not listened to": not_heard,
        },
        "captions_slightly_off": {
            "failed late": sure(late=0.9, late_first=0.9, late_last=0.9),
            "failed early": sure(late=-1.2, late_first=-1.2, late_last=-1.2),
            "passed": good,
            "passed, another rule's": sure(late=4, late_first=4, late_last=4),
            "inapplicable": nowhere,
        },
        "captions_drift": {
            "failed late": sure(late=5, late_first=0.1, late_last=10),
            "failed early": sure(late=-5, late_first=0, late_last=-10),
            "cannot-tell perhaps": unsure(late=5, late_first=0, late_last=10),
            "passed": good,
            "passed, a constant shift": sure(late=5, late_first=5, late_last=5.1),
            "inapplicable, a cut": sure(late=0, late_first=0, late_last=10, jump=80),
        },
        "captions_cut": {
            "failed late": sure(late=0, late_first=0, late_last=4, jump=80),
            "failed early": sure(late=0, late_first=0, late_last=-10, jump=80),
            "failed before": sure(late=0, late_first=10, late_last=0, jump=80),
            "cannot-tell perhaps": unsure(late=0, late_first=0, late_last=4, jump=80),
            "passed": good,
            "passed, hardly to be noticed": sure(late=0, late_first=0, late_last=0.7, jump=80),
            "inapplicable": nowhere,
        },
        "captions_coverage": {
            "failed uncovered": recording(Compared(Fit.SURE, 40, covered=0.75, uncovered=(Span(64, 100),))),
            "failed scattered": sure(covered=0.9),
            "failed uncovered, whether they belong or not": recording(
                Compared(Fit.NONE, 40, covered=0.5, uncovered=(Span(64, 100),))
            ),
            "cannot-tell perhaps": unsure(covered=0.9),
            "cannot-tell stretch": recording(Compared(Fit.SURE, 40, covered=0.96, uncovered=(Span(64, 71),))),
            "cannot-tell rest": recording(Compared(Fit.SURE, 40), whole=False),
            "passed": good,
            "passed, a word or two": recording(
                Compared(Fit.SURE, 40, covered=0.97, uncovered=(Span(64, 68),))
            ),
            "inapplicable": not_heard,
        },
        "captions_stop_early": {
            "failed early": sure(ends_early=95),
            "cannot-tell perhaps": unsure(ends_early=95),
            "passed": good,
            "inapplicable": not_heard,
        },
        "captions_of_this_recording": {
            "failed another": nowhere,
            "failed too-few": recording(Compared(Fit.TOO_LITTLE, 1)),
            "cannot-tell perhaps-another": recording(Compared(Fit.NONE, 12)),
            "cannot-tell short": recording(Compared(Fit.TOO_LITTLE, 7)),
            "cannot-tell few": Recording(
                tracks=(Track(Medium.AUDIO),),
                side_cars=(CaptionsNamed("talk.sv.vtt", "sv"),),
                heard=Heard((TrackHeard(1, 50, True, 50, (Span(0, 45),)),), 1, (Compared(cues=1),)),
            ),
            "passed": good,
            "inapplicable": not_heard,
        },
        "captions_without_speech": {
            "cannot-tell idle": recording(Compared(Fit.SURE, 40, idle=0.5, idle_at=Span(161, 168))),
            "passed": good,
            "inapplicable": nowhere,
        },
    }
