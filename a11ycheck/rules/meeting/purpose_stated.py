"""The call to a meeting says what the meeting is for.

Source: the checklist of Myndigheten för delaktighet on meetings; “en tydlig agenda/frågeställning”, as participants of
a Swedish conference on digital dialogue put it in 2022.
"""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.meeting.model import Call, Meeting


@rule(
    document=Meeting,
    each=Meeting.understood_calls,
    title=Text("It is said what the meeting is for", "Det framgår vad mötet är till för"),
    why=Text(
        "Who has to spare strength, or arrange for an interpreter, has to know what the meeting is about to choose "
        "whether to come and what to prepare.",
        "Den som måste hushålla med krafterna, eller ordna tolk, behöver veta vad mötet handlar om för att "
        "välja om det "
        "är värt att komma och för att kunna förbereda sig.",
    ),
    who=(People.READING, People.NEW_LANGUAGE, People.EVERYONE),
    fix=Fix(
        Text(
            "Write in one sentence, near the top, what is to be discussed, decided or told.",
            "Skriv i en mening, högt upp, vad som ska diskuteras, beslutas eller berättas.",
        ),
        paste=Text(
            "The purpose of this meeting is to discuss and decide ….",
            "Syftet med mötet är att diskutera och besluta om ….",
        ),
    ),
    messages={
        "missing": Text("It is not said what the meeting is for.", "Det framgår inte vad mötet är till för."),
        "by-agenda": Text(
            "Does the agenda tell a newcomer what the meeting is for? It is not said anywhere else.",
            "Förstår en ny deltagare av dagordningen vad mötet är till för? Det står inte någon annanstans.",
        ),
        "in-other-words": Text(
            "Is it said what the meeting is for? No sentence was recognised as saying it.",
            "Framgår det vad mötet är till för? Ingen mening kändes igen som säger det.",
        ),
    },
)
def purpose_stated(call: Call, *, words_at_least: int = 40) -> Outcome:
    """Purpose, question or subject is stated; or a person knows that the agenda tells, as of an annual meeting.

    A text of ``words_at_least`` words may say it in a way that is not recognised, so a person is asked; in a shorter
    one there is nothing but where, when and a greeting. The limit is our own.
    """
    if call.states("purpose"):
        return passed()
    if call.how("agenda") in ("stated", "unsure"):
        return ask("by-agenda", yes=passed(), no=failed("missing"))
    if call.words >= words_at_least:
        return ask("in-other-words", yes=passed(), no=failed("missing"))
    return failed("missing")


def examples() -> dict[str, Meeting]:
    from dataclasses import replace

    from a11ycheck.documents.facts import Statement

    (document,) = Meeting.of().documents
    longer = replace(document, facts=replace(document.facts, words=120))
    return {
        "failed missing": Meeting.of(),
        "cannot-tell in-other-words": Meeting((longer,)),
        "cannot-tell by-agenda": Meeting.of(Statement("agenda", "stated", value="rows:8")),
        "passed": Meeting.of(Statement("purpose", "stated", "Vi ska välja styrelse.")),
    }
