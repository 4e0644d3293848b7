"""The call to a meeting in a language whose words are not known here is read by a person.

Nothing is taken to be missing there, so nothing would be required either: without this question such a call would pass
unread. What is asked is what the default ruleset requires of a call in Swedish or English.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.meeting.model import Call, Meeting


def not_understood(meeting: Meeting) -> Iterator[Call]:
    """Calls of which some document is in another language than those whose words are known, or in none."""
    return (call for call in meeting.calls() if not call.understood)


@rule(
    document=Meeting,
    each=not_understood,
    title=Text("A person has read the call to the meeting", "En människa har läst inbjudan"),
    why=Text(
        "Only Swedish and English are understood in full here; what another call leaves out has to be found by "
        "somebody who reads the language.",
        "Bara svenska och engelska förstås fullt ut här; vad en annan inbjudan saknar måste den se som läser språket.",
    ),
    who=(People.NEW_LANGUAGE, People.EVERYONE),
    fix=Fix(
        Text(
            "Let someone who reads the language check the call against the list in the question, and add what is "
            "missing.",
            "Låt någon som läser språket stämma av inbjudan mot listan i frågan, och lägg till det som saknas.",
        ),
    ),
    messages={
        "read": Text(
            "{name} is not in Swedish or English alone. Does it say, for those who read only one of its languages, "
            "which day the meeting is, when it begins and ends, who holds it and what for, how one takes part and gets "
            "in, and does it ask what participants need, with a contact?",
            "{name} är inte bara på svenska eller engelska. Framgår det, för den som läser bara ett av språken, vilken "
            "dag mötet är, när det börjar och slutar, vem som håller i det och varför, hur man deltar och kommer in, "
            "och frågas det vad deltagarna behöver, med en kontakt?",
        ),
        "lacking": Text("{name} does not say all of this.", "{name} säger inte allt detta."),
    },
)
def read_by_person(call: Call) -> Outcome:
    """Somebody has read it, and it says what participants are shut out or misled without."""
    document = next(each for each in call.documents if not each.facts.understood)
    return ask("read", name=document.name, yes=passed(), no=failed("lacking", name=document.name))


def examples() -> dict[str, Meeting]:
    from dataclasses import replace

    (document,) = Meeting.of(language="fi").documents
    return {
        "cannot-tell read": Meeting(
            (replace(document, facts=replace(document.facts, understood=False, written_in=("fi",))),)
        ),
        "inapplicable, it is in Swedish": Meeting.of(),
        "inapplicable, nothing calls": Meeting(),
    }
