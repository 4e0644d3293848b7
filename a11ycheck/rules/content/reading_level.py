"""Running text is not harder to read than it has to be."""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.content import Content, Paragraph
from a11ycheck.text.language import guess, primary
from a11ycheck.text.readability import Reading, prose, read

MOST_LONG_WORDS = 5
"""Words that are named of a sentence, so that a reader sees what makes it hard."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The running text of a document in one language, and how hard it is."""

    where: Where
    reading: Reading
    language: str = ""


def prose_by_language(document: Content) -> list[Prose]:
    """The running text, one target per language that has a formula and words enough for it."""
    unmarked = " ".join(paragraph.text for paragraph in document.paragraphs() if not paragraph.language)
    otherwise = document.language or guess(unmarked) or ""
    blocks: dict[str, list[str]] = {}
    for paragraph in document.paragraphs():
        blocks.setdefault(primary(paragraph.language or otherwise), []).append(paragraph.text)
    readings = {
        language: reading
        for language, texts in blocks.items()
        if (reading := read(prose(texts), language)) is not None
    }
    return [
        Prose(
            Where((("text", language),) if len(readings) > 1 else (), anchor("reading level", language)),
            reading,
            language,
        )
        for language, reading in readings.items()
    ]


@rule(
    document=Content,
    each=prose_by_language,
    meets=("WCAG 3.1.5",),
    title=Text("The text is easy to read", "Texten är lätt att läsa"),
    why=Text(
        "People who find reading hard, or are new to the language, get lost in long sentences and long "
        "words. Plain language saves time for everyone.",
        "Den som har svårt att läsa, eller är ny i språket, tappar tråden i långa meningar och långa ord. "
        "Klarspråk sparar tid för alla.",
    ),
    who=(People.READING, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Begin with the sentences that are quoted: divide them, say who does what, and choose everyday "
            "words.",
            "Börja med meningarna som citeras: dela dem, säg vem som gör vad och välj vardagliga ord.",
        ),
    ),
    messages={
        "hard": Text(
            "The text is hard to read: {formula} {value}{besides}, at most {limit} is recommended, counted on "
            "{words} words in {sentences} sentences. Hardest are “{sentence1}” ({words1} words, of which long: "
            "{long1}), “{sentence2}” ({words2} words, of which long: {long2}) and “{sentence3}” ({words3} words, of "
            "which long: {long3}).",
            "Texten är svår att läsa: {formula} {value}{besides}, högst {limit} rekommenderas, räknat på {words} ord "
            "i {sentences} meningar. Svårast är ”{sentence1}” ({words1} ord, långa är: {long1}), ”{sentence2}” "
            "({words2} ord, långa är: {long2}) och ”{sentence3}” ({words3} ord, långa är: {long3}).",
        ),
        "hard-here": Text(
            "The text is hard to read: {formula} {value}{besides}, at most {limit} is recommended, counted on "
            "{words} words in {sentences} sentences. Hardest is “{sentence1}” ({words1} words, of which long: "
            "{long1}).",
            "Texten är svår att läsa: {formula} {value}{besides}, högst {limit} rekommenderas, räknat på {words} ord "
            "i {sentences} meningar. Svårast är ”{sentence1}” ({words1} ord, långa är: {long1}).",
        ),
        "long-sentences": Text(
            "The sentences are long: {value} words on average, at most {limit} is recommended, counted on {words} "
            "words in {sentences} sentences. Hardest is “{sentence1}” ({words1} words, of which long: {long1}).",
            "Meningarna är långa: i snitt {value} ord, högst {limit} rekommenderas, räknat på {words} ord i "
            "{sentences} meningar. Svårast är ”{sentence1}” ({words1} ord, långa är: {long1}).",
        ),
        "hard-throughout": Text(
            "The text is hard to read: {formula} {value}{besides}, at most {limit} is recommended, counted on "
            "{words} words in {sentences} sentences.",
            "Texten är svår att läsa: {formula} {value}{besides}, högst {limit} rekommenderas, räknat på {words} ord "
            "i {sentences} meningar.",
        ),
    },
)
def reading_level(
    text: Prose,
    *,
    lix_at_most: int = 50,
    grade_at_most: int = 12,
    words_at_most: int = 28,
    finnish_words_at_most: int = 20,
) -> Outcome:
    """LIX is at most ``lix_at_most``; for English the Flesch-Kincaid grade, and for German that of the Wiener
    Sachtextformel, is at most ``grade_at_most``; for French and Spanish sentences are of ``words_at_most`` words on
    average, for Finnish of ``finnish_words_at_most``.

    LIX above 50 is “hard”, the language of official texts (Björnsson 1968). WCAG 3.1.5 draws its line at
    lower secondary education, about grade 9; 12, the end of upper secondary, leaves room for what a formula
    gets wrong. The limits of sentences are our own.
    """
    reading = text.reading
    by_words = finnish_words_at_most if text.language == "fi" else words_at_most
    limits = {"LIX": lix_at_most, "words per sentence": by_words}
    limit = limits.get(reading.formula, grade_at_most)
    # Compared as it is shown, so that no text with “LIX 50.0, at most 50” fails.
    value = round(reading.value, 1)
    if value <= limit:
        return passed()
    data: dict[str, str | int | float] = {
        "formula": reading.formula,
        "value": value,
        "limit": limit,
        "words": reading.words,
        "sentences": reading.sentences,
        "besides": f" ({reading.besides})" if reading.besides else "",
    }
    for number, hard in enumerate(reading.hardest[:3], 1):
        data[f"sentence{number}"] = hard.text.rstrip(".")
        data[f"words{number}"] = hard.words
        data[f"long{number}"] = ", ".join(hard.long_words[:MOST_LONG_WORDS]) or "–"
    if reading.formula == "words per sentence" and reading.hardest:
        return failed("long-sentences", **_of_the_first(data, "formula", "besides"))
    if len(reading.hardest) >= 3:
        return failed("hard", **data)
    if not reading.hardest:
        return failed("hard-throughout", **data)
    return failed("hard-here", **_of_the_first(data))


def _of_the_first(data: dict[str, str | int | float], *without: str) -> dict[str, str | int | float]:
    """What is said of the hardest sentence alone."""
    return {name: each for name, each in data.items() if name[-1] not in "23" and name not in without}


def examples() -> dict[str, Content]:
    easy = Paragraph(
        "Mötet börjar klockan sex på kvällen. Först går vi igenom hur vi gör för att tala och rösta. " * 6
    )
    hard = Paragraph(
        "Årsmötesförhandlingarna genomförs i enlighet med föreningens stadgar, varvid röstberättigade "
        "medlemmar förutsätts disponera erforderlig utrustning. Motioner rörande verksamhetsinriktningen "
        "ska inkomma till styrelsens kansli tjugoen dagar före sammanträdet. " * 4
    )
    guessable = Paragraph(
        "Det är av största betydelse att de som ska delta i överläggningarna på ett tidigt stadium har "
        "tillgång till beslutsunderlaget och att de synpunkter som inkommer till sekretariatet från "
        "deltagarna också vidarebefordras till de ansvariga handläggarna innan sammanträdet har öppnats av "
        "ordföranden. " * 5
    )
    names = Paragraph(
        "Konferensen Forumdagarna leds av Utvecklingsledare Elisabet Johansson, Riksorganisationen Sverok "
        "Stockholm, och Verksamhetsutvecklare Karl Karlsson, Ungdomsstyrelsen Göteborg. " * 8
    )
    hard_english = Paragraph(
        "Participants intending to contribute to the forthcoming consultation are requested to communicate "
        "their availability to the administrative secretariat. Organisational representatives should "
        "familiarise themselves with the accompanying documentation, particularly the recommendations "
        "concerning accountability. " * 4
    )
    hard_german = Paragraph(
        "Interessierte Teilnehmerinnen und Teilnehmer werden gebeten, ihre verbindlichen Anmeldungen unter Verwendung "
        "der vorgesehenen Formulare fristgerecht bei der verantwortlichen Geschäftsstelle einzureichen. Voraussetzung "
        "für eine Berücksichtigung ist die vollständige Übermittlung der erforderlichen Unterlagen. " * 4
    )
    long_finnish = Paragraph(
        "Kokouksessa käsitellään yhdistyksen toimintakertomusta ja tilinpäätöstä sekä päätetään niiden "
        "vahvistamisesta ja vastuuvapauden myöntämisestä hallitukselle ja muille tilivelvollisille, minkä lisäksi "
        "keskustellaan seuraavan vuoden toimintasuunnitelmasta ja talousarviosta yhdessä kaikkien jäsenten kanssa. "
        * 5
    )
    long_french = Paragraph(
        "Les membres de notre association sont invités à prendre part à la réunion annuelle qui se tiendra en ligne et "
        "pendant laquelle nous allons parler du rapport du comité, du budget de la prochaine année et de toutes les "
        "questions que vous nous avez fait parvenir avant la date que nous vous avions donnée. " * 4
    )
    return {
        "failed hard": Content.of(hard, language="sv-SE"),
        "failed hard, English": Content.of(hard_english, language="en"),
        "failed hard, the language is guessed": Content.of(guessable),
        "failed hard, one language of two": Content.of(
            easy, Paragraph(hard_english.text, language="en"), language="sv"
        ),
        "failed hard-throughout, names and titles only": Content.of(names, language="sv"),
        "failed hard-here, one sentence without names": Content.of(
            Paragraph(names.text + hard.text[: hard.text.index(".") + 1]), language="sv"
        ),
        "passed": Content.of(easy, language="sv"),
        "inapplicable, too short": Content.of(Paragraph("Vi ses på nätet."), language="sv"),
        "failed hard, German": Content.of(hard_german, language="de"),
        "failed long-sentences, Finnish": Content.of(long_finnish, language="fi"),
        "failed long-sentences, French": Content.of(long_french, language="fr"),
        "inapplicable, no formula for the language": Content.of(easy, language="pl"),
        "inapplicable, marked as such a language": Content.of(
            Paragraph(hard.text, language="pl"), language="sv"
        ),
    }
