"""A link's text is words, not a long address."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.content import Content, Link
from a11ycheck.text.words import is_bare_address


@rule(
    document=Content,
    each=Content.links,
    meets=("WCAG 2.4.9",),
    title=Text("Link texts are words, not addresses", "Länktexter är ord, inte adresser"),
    why=Text(
        "A long address is read out character by character, and says little to anyone.",
        "En lång adress läses upp tecken för tecken och säger inte mycket till någon.",
    ),
    who=(People.SCREEN_READER, People.VOICE, People.READING),
    fix=Fix(
        Text(
            "Write what the reader gets there, such as “Sign up for the annual meeting”, and make those "
            "words the link.",
            "Skriv vad läsaren får där, till exempel ”Anmäl dig till årsmötet”, och gör de orden till länk.",
        ),
        word=steps.LINK_TEXT_IN_OFFICE,
        powerpoint=steps.LINK_TEXT_IN_OFFICE,
        libreoffice=steps.LINK_TEXT_IN_LIBREOFFICE,
        web=steps.LINK_TEXT_IN_HTML,
    ),
    messages={
        "bare-address": Text(
            "The link text is an address, “{text}”, and does not say where the link leads.",
            "Länktexten är en adress, ”{text}”, och säger inte vart länken leder.",
        ),
    },
)
def link_address(link: Link, *, longest_address: int = 30) -> Outcome:
    """It is no address of more than ``longest_address`` characters or with a query.

    A short address, such as forum.example.se/program, can be said aloud and is good to have on paper. The limit is our
    own; an address with a query (?id=…) is never one to say aloud.
    """
    text = " ".join(link.text.split())
    if is_bare_address(text) and (len(text) > longest_address or "?" in text[:-1]):
        return failed("bare-address", text=text)
    return passed()


def examples() -> dict[str, Content]:
    target = "https://forum.example.se/moten/2026/host/anmalan"
    return {
        "failed bare-address": Content.of(Link(target, target)),
        "failed bare-address, a query": Content.of(Link("forum.example.se/?id=2041", target)),
        "passed": Content.of(Link("Anmäl dig till höstmötet", target)),
        "passed, a short address": Content.of(Link("forum.example.se/program", target)),
        "passed, a mail address": Content.of(
            Link("kansliet@forum.example.se", "mailto:kansliet@forum.example.se")
        ),
        "inapplicable": Content.of(),
    }
