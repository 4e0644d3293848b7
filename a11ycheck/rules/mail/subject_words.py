"""A subject is easy to take in.

No clause says how a subject is to be written; so this rule meets none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.mail.model import Mail

FEWEST_LETTERS = 10
"""Shorter subjects in capitals are mostly names: “MUCF”."""


def with_subject(mail: Mail) -> Iterator[Mail]:
    if any(map(str.isalnum, mail.subject or "")):
        yield mail


@rule(
    document=Mail,
    each=with_subject,
    title=Text("A subject is easy to take in", "Ämnesraden är lätt att ta in"),
    why=Text(
        "A long subject is cut off in the list of mails, capitals are hard to read and may be spelt out, and "
        "each emoji "
        "is read out by its name.",
        "En lång ämnesrad kapas i listan över mejl, versaler är svårlästa och kan bokstaveras, och varje emoji "
        "läses upp "
        "med sitt namn.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Put the most important words first, in lower case, and leave the rest to the text of the mail.",
            "Skriv det viktigaste först, med små bokstäver, och lämna resten till mejlets text.",
        ),
    ),
    messages={
        "long": Text(
            "The subject has {count} characters, at most {longest} are recommended: “{subject}”.",
            "Ämnesraden har {count} tecken, högst {longest} rekommenderas: ”{subject}”.",
        ),
        "capitals": Text(
            "The subject is written in capitals: “{subject}”.",
            "Ämnesraden är skriven med versaler: ”{subject}”.",
        ),
        "signs": Text(
            "The subject has {count} emojis or signs that are read out one by one: “{subject}”.",
            "Ämnesraden har {count} emojier eller tecken som läses upp ett och ett: ”{subject}”.",
        ),
    },
)
def subject_words(mail: Mail, *, longest: int = 100, signs: int = 2) -> Outcome:
    """It has at most ``longest`` characters, is not all capitals, and has fewer than ``signs`` emojis.

    RFC 5322 recommends lines of at most 78 characters, and mail programs show 40 to 100; the limits are our own.
    """
    written = " ".join((mail.subject or "").split())
    letters = [sign for sign in written if sign.isalpha()]
    if len(letters) >= FEWEST_LETTERS and all(sign == sign.upper() != sign.lower() for sign in letters):
        return failed("capitals", subject=written)
    symbols = sum(unicodedata.category(sign) == "So" for sign in written)
    if symbols >= signs:
        return failed("signs", subject=written, count=symbols)
    if len(written) > longest:
        return failed("long", subject=written, count=len(written), longest=longest)
    return passed()


def examples() -> dict[str, Mail]:
    return {
        "failed long": Mail("Inbjudan till vårt årliga möte om framtiden för ideella föreningar " * 2),
        "failed capitals": Mail("VIKTIGT: SISTA DAG FÖR ANMÄLAN"),
        "failed signs": Mail("🎉 Välkommen på fest 🎉"),
        "passed": Mail("Årsmöte i Zoom 24 maj kl. 13"),
        "passed, a name in capitals": Mail("MUCF"),
        "inapplicable": Mail(None),
    }
