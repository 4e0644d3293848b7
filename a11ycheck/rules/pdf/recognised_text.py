"""The text behind a scanned page is made of words.

Whether recognised text says what the page says, ``image_only_page`` asks a person for every scanned page. This rule
asks nothing: it only tells, before anybody has read a line, that the answer will be no. The question stands beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from a11ycheck import Box, Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item, Page, Sequence

COVERED = 0.6
"""Part of a scanned page that images cover, as for ``image_only_page``."""
FEWEST_WORDS = 30
"""Fewer say too little: a stamp and a heading may be all abbreviations."""
FEWEST_LETTERS = 3
VOWELS = frozenset("aeiouyæœøıəαεηιουωаеёиоуыэюяіє")
ALPHABETS = ("LATIN", "GREEK", "CYRILLIC")
"""Those that write vowels and have capitals; words in others are not judged."""
JOINTS = re.compile(r"[-\u2010\u00ad'’/.&]")
"""Signs that stand within words and between them."""
AROUND = "\"'“”„‘’‚«»‹›()[]{}<>*•·.,;:!?…|_-–—=+/\\"
GAP = 0.15
"""In parts of the text's height: pieces of text closer than this are one word."""
MOST_WORDS = 2_000
"""Of a page; a full page of print has 500."""
LONGEST_WORD = 60
"""Characters. What is longer is looked at so far."""


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """A scanned page with text behind it: how many words it has, and those that look like no words."""

    where: Where
    words: int
    odd: tuple[str, ...]


def pages_with_recognised_text(pdf: Pdf) -> Iterator[RecognisedPage]:
    """Each page that images cover to this part and that has at least so many words of invisible text."""
    pages = {page.number: page for page in pdf.pages}
    for drawn in pdf.drawn:
        page = pages.get(drawn.page)
        hidden = [item for item in drawn.items if item.invisible and item.text.strip() and not item.unsaid]
        if page is None or not hidden or _covered(page, drawn) < COVERED:
            continue
        read = [item for item in hidden if not _is_replaced(pdf, drawn, item)]
        words = [word for word in _words(read) if _is_judged(word)][:MOST_WORDS]
        if len(words) >= FEWEST_WORDS:
            yield RecognisedPage(
                drawn.where, len(words), tuple(word for word in words if not looks_like_word(word))
            )


def _covered(page: Page, drawn: Drawn) -> float:
    return sum(page.part_covered(item.box) for item in drawn.items if item.kind == "image")


def _is_replaced(pdf: Pdf, drawn: Drawn, item: Item) -> bool:
    """Is the text decoration, or does another stand for it in the tags?"""
    for sequence in drawn.sequences_around(item):
        if sequence.tag == "Artifact" or sequence.actual_text:
            return True
        element = pdf.holders.get(sequence.key) if sequence.key else None
        while element is not None:
            if element.actual_text or element.alt:
                return True
            element = element.parent
    return False


def _words(items: list[Item]) -> list[str]:
    parts = [item.text for item in items[:1]]
    for before, after in pairwise(items):
        parts += ["" if _touch(before.box, after.box) else " ", after.text]
    return [word.strip(AROUND)[:LONGEST_WORD] for word in "".join(parts).split()]


def _touch(one: Box | None, other: Box | None) -> bool:
    if one is None or other is None:
        return False
    height = max(one.bottom - one.top, other.bottom - other.top)
    on_one_line = 2 * (min(one.bottom, other.bottom) - max(one.top, other.top)) >= height
    return on_one_line and abs(other.left - one.right) <= GAP * height


def _is_judged(word: str) -> bool:
    letters = [character for character in word if character.isalpha()]
    return len(letters) >= FEWEST_LETTERS and bool(_alphabets(letters))


def _alphabets(letters: Iterable[str]) -> set[str]:
    """The alphabets, of those that can be judged, that the letters are of."""
    return {alphabet for alphabet in map(_alphabet, letters) if alphabet}


@lru_cache(maxsize=5_000)
def _alphabet(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((alphabet for alphabet in ALPHABETS if name.startswith(alphabet)), "")


def looks_like_word(word: str) -> bool:
    """Is it made of letters of one alphabet only, with a vowel, and with capitals only first or throughout?

    Words that a hyphen or the like joins are looked at one by one; of such a word one part may be an abbreviation.
    """
    parts = [part for part in JOINTS.split(word) if part]
    letters = [character for character in unicodedata.normalize("NFC", "".join(parts)) if character.isalpha()]
    bases = {unicodedata.normalize("NFD", letter)[0] for letter in "".join(letters).casefold()}
    return (
        all(map(str.isalpha, parts))
        and len(_alphabets(letters)) == 1
        and not bases.isdisjoint(VOWELS)
        and all(part.islower() or part.isupper() or part[1:].islower() for part in parts)
    )


@rule(
    document=Pdf,
    each=pages_with_recognised_text,
    meets=("WCAG 1.1.1",),
    title=Text("Recognised text is made of words", "Igenkänd text består av ord"),
    why=Text(
        "The text behind a scanned page is what a screen reader reads out. If text recognition went wrong, only "
        "gibberish is heard, though the page looks right.",
        "Texten bakom en inskannad sida är det som en skärmläsare läser upp. Har textigenkänningen gått fel hörs bara "
        "rappakalja, fast sidan ser rätt ut.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Find the document that was printed and make the PDF from it. If it is gone, run text recognition (OCR) "
            "again with the right language, and read through the result.",
            "Leta upp dokumentet som skrevs ut och gör pdf:en från det. Är det borta, kör textigenkänningen (OCR) igen "
            "med rätt språk och läs igenom resultatet.",
        ),
        acrobat=Text(
            "Recognise the text again with the scan and OCR tool. Choose the language of the document first.",
            "Känn igen texten en gång till med verktyget för skanning och OCR. Välj först dokumentets språk.",
        ),
    ),
    messages={
        "junk": Text(
            "The page is scanned, and much of its recognised text is gibberish, such as “{example}”. That goes for "
            "{odd} of {words} words.",
            "Sidan är inskannad, och mycket av den igenkända texten är rappakalja, till exempel ”{example}”. Det "
            "gäller {odd} av {words} ord.",
        ),
    },
)
def recognised_text(page: RecognisedPage, *, share: float = 0.6) -> Outcome:
    """At least ``share`` of the words look like words: letters of one alphabet with a vowel among them, and capitals
    only first or throughout.

    Words of fewer than three letters do not count, and there must be thirty that do. Of 93 pages of typed
    text that we measured, manuals full of abbreviations among them, none had less than 80 % such words; text that was
    recognised in the wrong alphabet had 10 %.
    """
    if page.words - len(page.odd) >= share * page.words:
        return passed()
    example = " ".join(page.odd[:3])
    return failed("junk", example=example, odd=len(page.odd), words=page.words)


def examples() -> dict[str, Pdf]:
    a4 = Page(1, 595, 842)
    scan = Item("image", box=Box(1, 0, 0, 595, 842))
    notice = "Kallelse till årsmöte. Vi ses på nätet den 24 november och ALLA i IOGT-NTO är välkomna."
    junk = "Ka11else ti|l arsm0te V1HH xqzt lllJ PaJ,Qen nJtet B1rN vaIk0mna"

    def page(*texts: str, before: Item = scan, sequences: tuple[Sequence, ...] = ()) -> Pdf:
        place = 0 if sequences else -1
        items = (Item("text", place, text=text, invisible=True) for text in texts)
        return Pdf(pages=(a4,), drawn=(Drawn(1, (before, *items), sequences),))

    def letters(text: str) -> list[Item]:
        """Each letter for itself, as some programs write them, with room between words."""
        return [
            Item("text", text=letter, invisible=True, box=Box(1, 10 * place, 100, 10 * place + 10, 112))
            for place, letter in enumerate(text)
            if letter != " "
        ]

    return {
        "failed junk": page(*[junk] * 5),
        "failed junk, in the wrong alphabet": page(
            *["ynna\"'liiBaeMoro CB~3lil HallOr006JlO>KeHlil~ npliiMe"] * 12
        ),
        "failed junk, more of it than words": page(*[notice] * 2, *[junk] * 6),
        "passed": page(*[notice] * 4),
        "passed, some junk": page(*[notice] * 5, junk),
        "passed, Russian": page(*["Повестка дня общего собрания: выборы правления"] * 7),
        "passed, letter by letter": Pdf(pages=(a4,), drawn=(Drawn(1, (scan, *letters(notice * 4))),)),
        "inapplicable, too few words": page(junk),
        "inapplicable, no picture": page(*[junk] * 5, before=Item("text", text="Kallelse")),
        "inapplicable, another text stands for it": page(
            *[junk] * 5, sequences=(Sequence("Span", actual_text=notice),)
        ),
        "inapplicable, words without vowels": page(*["会议通知 会议通知 جدول الأعمال"] * 20),
    }
