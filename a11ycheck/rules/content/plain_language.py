"""Running text is in plain language: advice, none of it demanded by a clause but the reading level.

Språklagen (2009:600), section 11, wants public language “vårdat, enkelt och begripligt”; GOV.UK's style guide has 25
words a sentence. Capitals and emoji: W3C, “Making Content Usable for People with Cognitive and Learning Disabilities”.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.content import Content, Heading, ListItem, Paragraph
from a11ycheck.text.language import guess, primary
from a11ycheck.text.plain_language import (
    heavy_words,
    is_nominal,
    is_passive,
    sentences_of,
    shouted,
    starts_with_emoji,
)
from a11ycheck.text.readability import is_prose

LANGUAGES = ("sv", "en")
COUNTED_IN_WORDS = ("sv", "en", "no", "nb", "nn", "da")
"""Languages whose sentences have about as many words: Finnish has fewer, French and Spanish have more."""


@dataclass(frozen=True, slots=True)
class Running:
    """The running text of a document in one language: its sentences with their number of words."""

    where: Where
    language: str
    sentences: tuple[tuple[str, int], ...]

    @property
    def text(self) -> str:
        return "\n".join(sentence for sentence, _ in self.sentences)


def running(document: Content, languages: tuple[str, ...] = LANGUAGES) -> Iterator[Running]:
    """The running text in each of the languages."""
    unmarked = " ".join(paragraph.text for paragraph in document.paragraphs() if not paragraph.language)
    otherwise = guess(unmarked) or document.language
    blocks: dict[str, list[str]] = {}
    for paragraph in document.paragraphs():
        blocks.setdefault(primary(paragraph.language or otherwise), []).append(paragraph.text)
    for language, texts in blocks.items():
        # One by one: of a long text only the beginning is read.
        sentences = sentences_of(filter(is_prose, texts), language) if language in languages else []
        if sentences:
            where = Where(
                (("text", language),) if len(blocks) > 1 else (), anchor("plain language", language)
            )
            yield Running(where, language, tuple(sentences))


def in_sentences(document: Content) -> Iterator[Running]:
    return running(document, COUNTED_IN_WORDS)


@rule(
    document=Content,
    each=in_sentences,
    title=Text("Sentences are not too long", "Meningarna är inte för långa"),
    why=Text(
        "Before a long sentence ends, its beginning is forgotten by those who read slowly, listen or are interpreted.",
        "Innan en lång mening är slut har den som läser långsamt, lyssnar eller tolkas glömt hur den började.",
    ),
    who=(People.READING, People.NEW_LANGUAGE, People.DEAF),
    fix=Fix(
        Text(
            "Divide the sentences: one thought in each. Make what is counted up a list.",
            "Dela meningarna: en tanke i varje. Gör uppräkningar till listor.",
        ),
    ),
    messages={
        "long": Text(
            "{count} of {all} sentences have more than {limit} words. The longest has {words}: “{sentence}”.",
            "{count} av {all} meningar har fler än {limit} ord. Den längsta har {words}: ”{sentence}”.",
        ),
    },
)
def sentence_too_long(text: Running, *, words_at_most: int = 30) -> Outcome:
    """None has more than ``words_at_most`` words. GOV.UK has 25; 30 leaves room for names and titles."""
    long = [each for each in text.sentences if each[1] > words_at_most]
    if not long:
        return passed()
    sentence, count = max(long, key=lambda each: each[1])
    return failed(
        "long",
        count=len(long),
        all=len(text.sentences),
        limit=words_at_most,
        words=count,
        sentence=sentence.rstrip("."),
    )


@rule(
    document=Content,
    each=running,
    title=Text("Words are everyday words", "Orden är vardagliga"),
    why=Text(
        "Words of offices are known to few who are new to the language, and slow down everyone.",
        "Kanslispråk är okänt för många som är nya i språket, och gör alla långsammare.",
    ),
    who=(People.NEW_LANGUAGE, People.READING),
    fix=Fix(
        Text(
            "Take the plain word instead, where it says the same.",
            "Ta det vanliga ordet i stället, där det säger samma sak.",
        ),
    ),
    messages={
        "heavy": Text(
            "There are {count} heavy words that have a plain twin: {words}.",
            "Det finns {count} tunga ord som har en enkel motsvarighet: {words}.",
        ),
    },
)
def heavy_word(text: Running, *, at_most: int = 2) -> Outcome:
    """At most ``at_most`` different words are of the kind that a plain one can take the place of. The limit is "
    "our own."""
    found = heavy_words(text.text, text.language)
    if len(found) <= at_most:
        return passed()
    said = ", ".join(f"{heavy} → {plain.replace(', ', '/')}" for heavy, plain in found[:8])
    return failed("heavy", count=len(found), words=said)


@rule(
    document=Content,
    each=running,
    title=Text("The text says who does what", "Texten säger vem som gör vad"),
    why=Text(
        "Where nobody does anything, readers have to work out who is to act, and so do interpreters.",
        "Där ingen gör något måste läsaren räkna ut vem som ska göra det, och det måste tolken också.",
    ),
    who=(People.READING, People.NEW_LANGUAGE, People.DEAF),
    fix=Fix(
        Text(
            "Write who does it, and make the noun a verb: “we decide”, not “a decision will be made”.",
            "Skriv vem som gör det, och gör substantivet till verb: ”vi beslutar”, inte ”beslut kommer att fattas”.",
        ),
    ),
    messages={
        "passive": Text(
            "{count} of {all} sentences do not say who does it, such as “{sentence}”.",
            "{count} av {all} meningar säger inte vem som gör det, till exempel ”{sentence}”.",
        ),
        "nominal": Text(
            "{count} sentences have several verbs as nouns, such as “{sentence}”.",
            "{count} meningar har flera verb som substantiv, till exempel ”{sentence}”.",
        ),
    },
)
def passive_style(
    text: Running, *, sentences_at_least: int = 8, percent_passive: int = 50, nominal_at_most: int = 2
) -> Outcome:
    """Fewer than ``percent_passive`` of the sentences are passive, counted from ``sentences_at_least``, and at most
    ``nominal_at_most`` have several verbs as nouns.

    Both are told by their endings, which is wrong now and then; the limits, our own, are high for that.
    """
    all_of_them = len(text.sentences)
    nominal = [each for each, _ in text.sentences if is_nominal(each, text.language)]
    if len(nominal) > nominal_at_most:
        return failed("nominal", count=len(nominal), sentence=nominal[0].rstrip("."))
    if all_of_them < sentences_at_least:
        return passed()
    passive = [each for each, _ in text.sentences if is_passive(each, text.language)]
    if len(passive) * 100 < all_of_them * percent_passive:
        return passed()
    return failed("passive", count=len(passive), all=all_of_them, sentence=passive[0].rstrip("."))


@dataclass(frozen=True, slots=True)
class Shouts:
    """The paragraphs and headings of a document with words in capitals: how many, and those words of the first."""

    where: Where
    count: int
    words: str


def shouts(document: Content) -> Iterator[Shouts]:
    """One target for a document with a run of words in capitals."""
    found = [
        (block.where, words)
        for block in document.blocks
        if isinstance(block, (Paragraph, Heading, ListItem)) and (words := shouted(block.text))
    ]
    if found:
        where, words = found[0]
        yield Shouts(Where(where.steps, anchor(words), where.box), len(found), words)


@rule(
    document=Content,
    each=shouts,
    title=Text("Words are not in capitals", "Ord är inte skrivna med versaler"),
    why=Text(
        "Words in capitals have lost their shape and are slow to read, and a screen reader may spell them letter by "
        "letter.",
        "Ord med bara versaler har förlorat sin form och går långsamt att läsa, och skärmläsaren kan läsa dem bokstav "
        "för bokstav.",
    ),
    who=(People.READING, People.SCREEN_READER, People.LOW_VISION),
    fix=Fix(
        Text(
            "Write with small letters, and make what is important a heading or bold.",
            "Skriv med gemener, och gör det viktiga till rubrik eller fetstil.",
        ),
    ),
    messages={
        "capitals": Text(
            "Places with words in capitals: {count}, the first of them “{words}”.",
            "Ställen med ord i versaler: {count}, det första ”{words}”.",
        ),
    },
)
def capitals_in_a_row(found: Shouts) -> Outcome:
    """There are no three words or more in a row, of three letters or more; well-known abbreviations are no words."""
    return failed("capitals", count=found.count, words=found.words[:80])


@dataclass(frozen=True, slots=True)
class EmojiLines:
    """Lines in a row that begin with an emoji."""

    where: Where
    emoji: str
    count: int
    first: str


def emoji_lines(document: Content) -> Iterator[EmojiLines]:
    """Two lines or more in a row that begin with an emoji."""
    row: list[tuple[Where, str]] = []
    for block in document.blocks:
        if not isinstance(block, (Paragraph, Heading, ListItem)):
            continue
        for line in block.text.split("\n"):
            if starts_with_emoji(line):
                row.append((block.where, line))
            elif line.strip():
                if len(row) > 1:
                    yield _row(row)
                row = []
    if len(row) > 1:
        yield _row(row)


def _row(row: list[tuple[Where, str]]) -> EmojiLines:
    where, first = row[0]
    place = Where(where.steps, anchor("emoji", first), where.box)
    return EmojiLines(place, starts_with_emoji(first), len(row), first.strip())


@rule(
    document=Content,
    each=emoji_lines,
    title=Text("Emoji are not used as bullets", "Emojier används inte som punkter"),
    why=Text(
        "A screen reader reads each by its name, “backhand index pointing right”, before the words.",
        "Skärmläsaren läser upp var och en med dess namn, ”pekfinger som pekar åt höger”, före orden.",
    ),
    who=(People.SCREEN_READER, People.READING),
    fix=Fix(
        Text(
            "Make the lines a list, and put an emoji last in its sentence if you want one.",
            "Gör raderna till en lista, och sätt en emoji sist i meningen om du vill ha någon.",
        ),
    ),
    messages={
        "bullets": Text(
            "{count} lines in a row begin with an emoji, the first of them “{first}”.",
            "{count} rader i följd börjar med en emoji, den första ”{first}”.",
        ),
    },
)
def emoji_bullets(lines: EmojiLines) -> Outcome:
    """No two lines in a row begin with one."""
    return failed("bullets", count=lines.count, first=lines.first[:80])


def examples() -> dict[str, dict[str, Content]]:
    def swedish(*texts: str) -> Content:
        return Content.of(*(Paragraph(text) for text in texts), language="sv")

    def english(*texts: str) -> Content:
        return Content.of(*(Paragraph(text) for text in texts), language="en")

    easy = "Mötet börjar klockan sex på kvällen. Först går vi igenom hur vi gör för att tala och rösta. "
    long = (
        "Under konferensen samlades företrädare för civilsamhället och offentlig sektor för att få mer kunskap "
        "om digital "
        "dialog och samverkan samt för att dela med sig av sina erfarenheter om när digital dialog och "
        "samverkan fungerar "
        "som bäst för alla."
    )
    heavy = "Angående mötet ska samtliga deltagare erhålla handlingarna i enlighet med stadgarna före dagen."
    passive = "Det beslutades i går att frågan behandlas av styrelsen och att den avslutas. "
    nominal = "Vi talar om genomförandet av utvärderingen av mötet och användning av medel i år. "
    return {
        "sentence_too_long": {
            "failed long": swedish(long),
            "passed": swedish(easy),
            "inapplicable, a language that counts otherwise": Content.of(Paragraph(long, language="fi")),
        },
        "heavy_word": {
            "failed heavy": swedish(heavy),
            "failed heavy, English": english(
                "Prior to the meeting you are requested to notify us in order to commence the work in good time."
            ),
            "passed": swedish(easy),
            "inapplicable, another language": Content.of(Paragraph(easy, language="fi")),
        },
        "passive_style": {
            "failed passive": swedish(passive * 8),
            "failed passive, English": english(
                "It was decided by us that the report will be sent to you in May. " * 8
            ),
            "failed nominal": swedish(nominal * 3),
            "passed": swedish(easy * 8),
            "passed, few sentences": swedish(passive),
            "inapplicable": Content.of(),
        },
        "capitals_in_a_row": {
            "failed capitals": swedish("SISTA DAG FÖR ANMÄLAN är den 10 maj."),
            "inapplicable": swedish("Sista dag för anmälan är den 10 maj."),
            "inapplicable, abbreviations": swedish("Arrangörer är MUCF, NOD, DIGG och SKR."),
        },
        "emoji_bullets": {
            "failed bullets": swedish("👉 Anmälan", "👉 Program"),
            "failed bullets, lines": swedish("✅ Anslut\n✅ Fråga"),
            "inapplicable": swedish("Välkommen! 🎉", "Vi ses!"),
            "inapplicable, old bullets": swedish("✓ Anmälan", "✓ Program"),
        },
    }
