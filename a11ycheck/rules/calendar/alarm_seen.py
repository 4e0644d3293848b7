"""A reminder is seen and not only heard.

A guest's own program decides how it reminds, so this rule meets no clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.calendar.model import Alarm, Calendar, Event


def with_alarms(calendar: Calendar) -> Iterator[Event]:
    yield from (each for each in calendar.events if each.alarms)


@rule(
    document=Calendar,
    each=with_alarms,
    title=Text("A reminder is seen and not only heard", "Påminnelsen syns och inte bara hörs"),
    why=Text(
        "Someone who does not hear the sound is not reminded.", "Den som inte hör ljudet blir inte påmind."
    ),
    who=(People.DEAF,),
    fix=Fix(
        Text(
            "Choose a reminder that shows a message, besides the sound or in its place.",
            "Välj en påminnelse som visar ett meddelande, utöver ljudet eller i stället för det.",
        ),
    ),
    messages={
        "sound-only": Text("The reminder is a sound alone.", "Påminnelsen är bara ett ljud."),
    },
)
def alarm_seen(event: Event) -> Outcome:
    """Some reminder is not of the kind AUDIO."""
    return failed("sound-only") if all(alarm.action == "AUDIO" for alarm in event.alarms) else passed()


def examples() -> dict[str, Calendar]:
    def calendar(*actions: str) -> Calendar:
        return Calendar((Event(summary="Årsmöte", alarms=tuple(map(Alarm, actions))),))

    return {
        "failed sound-only": calendar("AUDIO"),
        "passed": calendar("AUDIO", "DISPLAY"),
        "inapplicable": calendar(),
    }
