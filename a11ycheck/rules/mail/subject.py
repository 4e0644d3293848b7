"""A mail's subject says what it is about."""

from __future__ import annotations

import re

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.mail.model import Mail

BEFORE = re.compile(
    r"(?:(?:re|sv|fw|fwd|vb|vs|aw|wg|vl|ang|antw|tr)(?:\[\d{1,3}\])?\s{0,3}:\s{0,3}){1,20}", re.IGNORECASE
)
"""What mail programs put before a subject that is answered or passed on, in the languages that we meet."""
VAGUE = frozenset(
    "hej hi hello hallå info information meeting möte mötet möten inbjudan invitation kallelse invite viktigt "
    "important "
    "fråga question påminnelse reminder dokument document documents fil file test no subject inget ämne ämne subject "
    "untitled namnlös meddelande message uppdatering update nyhetsbrev newsletter agenda dagordning".split()
) | {"no subject", "inget ämne", "utan ämne", "(no subject)", "(inget ämne)"}
"""Subjects that say nothing alone, casefolded."""


@rule(
    document=Mail,
    each=Mail.itself,
    meets=("WCAG 2.4.2",),
    title=Text("A mail's subject says what it is about", "Mejlets ämnesrad säger vad det handlar om"),
    why=Text(
        "The subject is what is heard in the list of mails; without it the invitation has to be opened to be "
        "told from "
        "all others.",
        "Ämnesraden är det som hörs i listan över mejl; utan den måste inbjudan öppnas för att kunna skiljas "
        "från alla "
        "andra mejl.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Write on the subject line what it is about, and when: “Annual meeting on Zoom, 24 May at 1 pm”.",
            "Skriv på ämnesraden vad det gäller och när: ”Årsmöte i Zoom 24 maj kl. 13”.",
        ),
    ),
    messages={
        "missing": Text("The mail has no subject.", "Mejlet har ingen ämnesrad."),
        "vague": Text(
            "The subject “{subject}” does not say what the mail is about.",
            "Ämnesraden ”{subject}” säger inte vad mejlet handlar om.",
        ),
    },
)
def subject(mail: Mail) -> Outcome:
    """There is one, and it says more than “Meeting”."""
    written = " ".join((mail.subject or "").split())
    own = BEFORE.sub("", written, count=1) if BEFORE.match(written) else written
    if not any(map(str.isalnum, own)):
        return failed("missing")
    return failed("vague", subject=written) if own.casefold().strip(" .!?()") in VAGUE else passed()


def examples() -> dict[str, Mail]:
    return {
        "failed missing": Mail(None),
        "failed missing, only spaces": Mail("  "),
        "failed missing, only what the program put there": Mail("SV: "),
        "failed vague": Mail("Möte"),
        "failed vague, passed on": Mail("Fwd: Re: Information"),
        "passed": Mail("Årsmöte i Zoom 24 maj kl. 13"),
        "passed, one word that says it": Mail("Styrelsemöte"),
    }
