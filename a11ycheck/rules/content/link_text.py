"""A link's text says where it leads."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.content import Content, Link
from a11ycheck.text.words import is_bare_address, is_generic_link_text


@rule(
    document=Content,
    each=Content.links,
    meets=("WCAG 2.4.4",),
    title=Text("Link texts say where the link leads", "Länktexter säger vart länken leder"),
    why=Text(
        "Someone who listens often hears the links alone, as a list; “read more” ten times over says "
        "nothing, and a long address is read out character by character.",
        "Den som lyssnar hör ofta länkarna för sig, som en lista; ”läs mer” tio gånger säger ingenting, och "
        "en lång adress läses upp tecken för tecken.",
    ),
    who=(People.SCREEN_READER, People.VOICE, People.READING),
    fix=Fix(
        Text(
            "Write what the reader gets there, such as “Sign up for the annual meeting”, and make those "
            "words the link.",
            "Skriv vad läsaren får där, till exempel ”Anmäl dig till årsmötet”, och gör de orden till länk.",
        ),
        word=Text(
            "Right-click the link, choose to edit it, and write under Text to display.",
            "Högerklicka på länken, välj att redigera den och skriv i fältet för texten som visas.",
        ),
        powerpoint=Text(
            "Right-click the link, choose to edit it, and write under Text to display.",
            "Högerklicka på länken, välj att redigera den och skriv i fältet för texten som visas.",
        ),
        libreoffice=Text(
            "Right-click the link, choose Edit Hyperlink, and write in the Text field.",
            "Högerklicka på länken, välj att redigera hyperlänken och skriv i fältet Text.",
        ),
        web=Text(
            "Write it between <a> and </a>; if the link is a picture, in the picture's alt attribute.",
            "Skriv den mellan <a> och </a>; är länken en bild, i bildens alt-attribut.",
        ),
    ),
    messages={
        "empty": Text("The link has no text.", "Länken saknar text."),
        "generic": Text(
            "The link text “{text}” does not say where the link leads.",
            "Länktexten ”{text}” säger inte vart länken leder.",
        ),
        "bare-address": Text(
            "The link text is an address, “{text}”, and does not say where the link leads.",
            "Länktexten är en adress, ”{text}”, och säger inte vart länken leder.",
        ),
    },
)
def link_text(link: Link, *, longest_address: int = 30) -> Outcome:
    """It has words that tell this link from others; an address of ``longest_address`` characters may do.

    A short address, such as forum.example.se/program, can be said aloud and is good to have on paper. The
    limit is our own; an address with a query (?id=…) is never one to say aloud.
    """
    text = " ".join(link.text.split())
    if not text:
        return failed("empty")
    if is_generic_link_text(text, link.language or None):
        return failed("generic", text=text)
    if is_bare_address(text) and (len(text) > longest_address or "?" in text[:-1]):
        return failed("bare-address", text=text)
    return passed()


def examples() -> dict[str, Content]:
    target = "https://forum.example.se/moten/2026/host/anmalan"
    return {
        "failed empty": Content.of(Link(" ", target)),
        "failed generic": Content.of(Link("Läs mer", target, language="sv-SE")),
        "failed generic, English in a Swedish text": Content.of(Link("Click here", target, language="sv")),
        "failed bare-address": Content.of(Link(target, target)),
        "failed bare-address, a query": Content.of(Link("forum.example.se/?id=2041", target)),
        "passed": Content.of(Link("Anmäl dig till höstmötet", target)),
        "passed, a short address": Content.of(Link("forum.example.se/program", target)),
        "passed, a mail address": Content.of(
            Link("kansliet@forum.example.se", "mailto:kansliet@forum.example.se")
        ),
        "inapplicable": Content.of(),
    }
