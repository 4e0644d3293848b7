"""A link's text says where it leads."""

from __future__ import annotations

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule, steps
from a11ycheck.documents.content import Content, Link
from a11ycheck.text.labels import is_format
from a11ycheck.text.sentences import split_sentences, words
from a11ycheck.text.words import is_generic_link_text


@rule(
    document=Content,
    each=Content.links,
    meets=("WCAG 2.4.4", "ACT 5effbb", "ACT aizyf1"),
    title=Text("Link texts say where the link leads", "Länktexter säger vart länken leder"),
    why=Text(
        "Someone who listens often hears the links alone, as a list; “read more” ten times over says nothing.",
        "Den som lyssnar hör ofta länkarna för sig, som en lista; ”läs mer” tio gånger säger ingenting.",
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
        "empty": Text("The link has no text.", "Länken saknar text."),
        "generic": Text(
            "The link text “{text}” does not say where the link leads.",
            "Länktexten ”{text}” säger inte vart länken leder.",
        ),
        "in-sentence": Text(
            "Does the sentence “{sentence}” say where the link “{text}” leads?",
            "Säger meningen ”{sentence}” vart länken ”{text}” leder?",
        ),
        "format": Text(
            "Does the text around the link “{text}” say what it is that comes in that format?",
            "Säger texten runt länken ”{text}” vad det är som finns i det formatet?",
        ),
    },
)
def link_text(link: Link, *, words_of_context: int = 4) -> Outcome:
    """It has words that tell where it leads, other than what format comes, or the sentence that it stands in has them.

    WCAG 2.4.4 is met by link and sentence together (technique G53), which a person must judge where the sentence has
    at least ``words_of_context`` words besides the link's; fewer say no more than the link itself. The limit is ours.
    """
    text = " ".join(link.text.split())
    if not text:
        return failed("empty")
    if is_format(text):
        return ask("format", text=text, yes=passed(), no=failed("generic", text=text))
    if not is_generic_link_text(text, link.language or None):
        return passed()
    sentence = _sentence_with(text, link)
    if len(words(sentence)) - len(words(text)) < words_of_context:
        return failed("generic", text=text)
    return ask("in-sentence", text=text, sentence=sentence, yes=passed(), no=failed("generic", text=text))


def _sentence_with(text: str, link: Link) -> str:
    sentences = split_sentences(" ".join(link.around.split()), link.language or None)
    return next((sentence for sentence in sentences if text in sentence), "")


def examples() -> dict[str, Content]:
    target = "https://forum.example.se/moten/2026/host/anmalan"
    swedish = "Du måste anmäla dig senast fredag. Läs mer här. Programmet för höstmötet hittar du här."
    return {
        "failed empty": Content.of(Link(" ", target)),
        "failed generic": Content.of(Link("Läs mer", target, language="sv-SE")),
        "failed generic, English in a Swedish text": Content.of(Link("Click here", target, language="sv")),
        "failed generic, the sentence says no more": Content.of(
            Link("Läs mer här", target, around=swedish, language="sv")
        ),
        "cannot-tell in-sentence": Content.of(
            Link("här", target, around="Programmet för höstmötet hittar du här.", language="sv")
        ),
        "cannot-tell format": Content.of(Link("EPUB", target, around="EPUB")),
        "passed": Content.of(Link("Anmäl dig till höstmötet", target)),
        "passed, an address": Content.of(Link("forum.example.se/program", target)),
        "inapplicable": Content.of(),
    }
