"""A document's text as units that something can be stated in: sentences, headings, list items, rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from a11ycheck.text.language import guess, hinted, primary
from a11ycheck.text.sentences import split_sentences
from a11ycheck.text.statements.advice import advises, gives_advice
from a11ycheck.text.statements.phrases import Lexicon, plain
from a11ycheck.text.when import Found, whens

__all__ = ["Document", "Piece", "Unit", "document_of", "pieces_of_text"]

MOST_PIECES = 5_000
LONGEST_PIECE = 20_000
LONGEST_TEXT = 200_000
"""Characters that are read of a document: what a participant must know stands in its first hundred pages."""
LONGEST_LABEL = 40
LONGEST_ALONE = 70
MOST_EMPTY = 3
"""Empty lines between a heading and its text."""
MOST_SPACES = 4
LONG = 500
"""Characters of a text in which a known language would have been found."""
MOST_TO_GUESS = 200
FULLY_KNOWN = ("sv", "en")
"""Languages whose words for all topics are known."""
KNOWN = ("sv", "en", "de", "fr", "fi", "nb", "da", "es")


class Piece(NamedTuple):
    """A heading, paragraph, list item, row of a table or line of plain text.

    ``links``: (text, address) of the links in it. ``cells`` are those of a row; "head" is a row of header cells.
    """

    kind: Literal["heading", "paragraph", "item", "row", "head"]
    text: str
    links: tuple[tuple[str, str], ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(slots=True)
class Unit:
    """A sentence, or a heading, item or row that is none. ``words`` as ``phrases.plain`` gives them.

    ``label`` is what stands before a colon, or in the first cell of two, in plain words: " plats "; ``value`` is what
    it labels. ``section``: the words of the heading that it stands under. ``piece``: the number of its piece.
    ``advises``: it tells others what to do, or is an item of a list that begins “det är bra om ni”.
    """

    text: str
    words: str
    kind: str
    piece: int
    section: str = ""
    label: str = ""
    value: str = ""
    links: tuple[tuple[str, str], ...] = ()
    language: str = ""
    advises: bool = False
    _whens: tuple[Found, ...] | None = field(default=None, repr=False)

    @property
    def is_question(self) -> bool:
        return "?" in self.text

    @property
    def length(self) -> int:
        return self.words.count(" ") - 1

    @property
    def whens(self) -> tuple[Found, ...]:
        if self._whens is None:
            self._whens = tuple(whens(self.text, self.language)) if self._may_say_when() else ()
        return self._whens

    def _may_say_when(self) -> bool:
        return any(map(str.isdecimal, self.text)) or any(part in self.words for part in WITHOUT_FIGURES)


WITHOUT_FIGURES = (
    " timm", " hour", " halv", " half ", " minut", " noon ", " midday ", " stund", " heure", " tunti", " tid ",
    " time ",
    " cet ", " cest ", " gmt ", " utc ", " bst ", " aikaa ", " europe ", " zeit ",
)  # fmt: skip


@dataclass(frozen=True)
class Document:
    """All units of a document, and the words that can be in it.

    ``written_in``: the languages that it is found to be in; ``languages``: those whose words are looked for, which are
    Swedish and English where a text is too short to tell.
    """

    units: tuple[Unit, ...]
    written_in: tuple[str, ...]
    languages: tuple[str, ...]
    lexicon: Lexicon

    @cached_property
    def words(self) -> str:
        return "".join(unit.words for unit in self.units)

    @property
    def understood(self) -> bool:
        """It is in languages whose words for all topics are known."""
        return bool(self.languages) and all(language in FULLY_KNOWN for language in self.languages)


LETTERS_LOOKED_AT = 2_000
LAST_LATIN = "\u024f"
"""The last letter of Latin Extended-B."""
BULLETS = ("•", "- ", "– ", "* ", "· ", "◦", "▪", "o ")


def pieces_of_text(text: str) -> list[Piece]:
    """Plain text as pieces: a line that begins with a bullet or a number, or is a label, stands for itself; other
    lines are joined until an empty one."""
    pieces: list[Piece] = []
    joined: list[str] = []

    def end() -> None:
        if joined:
            pieces.append(Piece("paragraph", " ".join(joined)))
            joined.clear()

    lines = [line.strip() for line in text[:LONGEST_TEXT].splitlines()]
    for number, (stripped, following) in enumerate(pairwise([*lines, ""])):
        if len(pieces) >= MOST_PIECES:
            break
        if not stripped or stripped.startswith(">"):
            end()
        elif stripped.startswith(BULLETS):
            end()
            pieces.append(Piece("item", stripped.lstrip("•-–*·◦▪ ").strip()))
        elif _label(stripped)[0] or stripped[0].isdecimal() or _begins_with_time(stripped):
            end()
            pieces.append(Piece("paragraph", stripped))
        elif pieces and pieces[-1].kind == "item" and not joined and stripped[0].islower():
            pieces[-1] = pieces[-1]._replace(text=f"{pieces[-1].text} {stripped}")
        elif not joined and (
            _is_heading(stripped, following) or (not following and _stands_alone(stripped, number, lines))
        ):
            pieces.append(Piece("heading", stripped))
        else:
            joined.append(stripped)
    end()
    return pieces


def _is_heading(line: str, following: str) -> bool:
    """A short line without a stop, right above a longer one that begins anew, or above a list."""
    is_short = len(line) <= LONGEST_LABEL and line.count(" ") <= MOST_SPACES and line[-1].isalnum()
    if not (is_short and line[0].isupper()):
        return False
    begins_anew = following[:1].isupper() or following[:1].isdecimal()
    return (begins_anew and len(following) > len(line)) or following.startswith(BULLETS)


def _stands_alone(line: str, number: int, lines: Sequence[str]) -> bool:
    """A short line without a stop between two empty ones, with text behind it that is no end of a letter."""
    if len(line) > LONGEST_ALONE or not (line[0].isupper() and line[-1].isalnum()):
        return False
    alone = number == 0 or not lines[number - 1]
    behind = next((each for each in lines[number + 1 : number + 1 + MOST_EMPTY] if each), "")
    return alone and (len(behind) > len(line) or behind.startswith(BULLETS) or behind[:1].isdecimal())


def _begins_with_time(line: str) -> bool:
    """“Kl. 18.00 Inledning”."""
    first, _, rest = line.partition(" ")
    return first.casefold() in ("kl", "kl.", "klockan") and rest[:1].isdecimal()


def _label(text: str) -> tuple[str, str]:
    """“Plats: Sal 3” as label and value; two empty texts where it has no label."""
    head, colon, tail = text[: LONGEST_LABEL + 300].partition(":")
    if not colon or len(head) > LONGEST_LABEL or head.count(" ") > MOST_SPACES or not head[:1].isalpha():
        return "", ""
    if tail[:1].isdecimal() or tail.startswith("//"):
        return "", ""
    return head, text[len(head) + 1 :].strip()


def document_of(pieces: Iterable[Piece], declared: str = "") -> Document:
    """Cut pieces into units; ``declared`` is the language that the document says it is in."""
    kept: list[Piece] = []
    size = 0
    for piece in pieces:
        size += len(piece.text)
        if len(kept) >= MOST_PIECES or size > LONGEST_TEXT + LONGEST_PIECE:
            break
        kept.append(piece._replace(text=piece.text[:LONGEST_PIECE]))
    written_in, languages = _languages(kept, declared)
    language = languages[0] if len(languages) == 1 else ""
    lexicon = Lexicon(languages, "".join(plain(piece.text) + plain(" ".join(piece.cells)) for piece in kept))
    # Advice is told from statements in all languages: it is what must not be taken for one.
    units = list(_units(kept, language, lexicon.in_languages(KNOWN)))
    lexicon.know(unit.words for unit in units)
    return Document(tuple(units), written_in, languages, lexicon)


def _is_in_another_script(text: str) -> bool:
    """Most letters are not Latin ones, so that no word of ours can be in it, however short it is."""
    letters = [letter for letter in text[:LETTERS_LOOKED_AT] if letter.isalpha()]
    return sum(letter > LAST_LATIN for letter in letters) * 2 > len(letters)


def _languages(pieces: Sequence[Piece], declared: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The languages that the text is found to be in, and those whose words are to be looked for.

    A text too short to tell is in the language that it is declared to be in, or that its small words hint at, or else
    Swedish or English; a long one in which nothing is found is in a language that is not known.
    """
    own = primary(declared)
    own = "nb" if own in ("no", "nn") else own
    text = " ".join(piece.text for piece in pieces)[:20_000]
    whole = guess(text)
    found = {whole} if whole else set()
    if not whole:
        of_each = [(guess(piece.text), piece.text) for piece in pieces[:MOST_TO_GUESS]]
        # Short paragraphs tell together what none tells alone.
        of_short = guess(" ".join(text for language, text in of_each if language is None))
        found = {language for language, _ in of_each if language} | ({of_short} if of_short else set())
    if found:
        languages = tuple(sorted((each for each in found if each), key=KNOWN.index))
        return languages, languages
    if _is_in_another_script(text):
        return (), ()
    if own in KNOWN:
        return (own,), (own,)
    hints = {hinted(text, "sv"), hinted(text, "en")}
    if len(hints) == 1 and (hint := hints.pop()):
        return ((hint,), (hint,)) if hint in KNOWN else ((), ())
    if own or len(text) > LONG:
        return (), ()
    return (), FULLY_KNOWN


def _units(pieces: Sequence[Piece], language: str, lexicon: Lexicon) -> Iterable[Unit]:
    section = waiting = ""
    advice = False
    lead_in = -1
    for number, piece in enumerate(pieces):
        text = " ".join(piece.text.split())
        if not text and not piece.cells:
            continue
        if piece.kind == "heading":
            section, waiting, advice = plain(text), "", gives_advice(lexicon, plain(text))
            own = advises(lexicon, section)
            yield Unit(
                text, section, "heading", number, section, links=piece.links, language=language, advises=own
            )
            continue
        if piece.kind in ("row", "head"):
            yield _row(piece, number, section, language, lexicon)
            continue
        label, value = _label(text)
        if label and not value:
            waiting = plain(label)
        if piece.kind == "paragraph":
            advice, lead_in = gives_advice(lexicon, plain(text)), number
        for unit in _sentences(piece, text, number, section, (label, value, waiting), language):
            unit.advises = (advice and lead_in != number) or advises(lexicon, unit.words)
            yield unit
        if not (label and not value):
            waiting = ""


def _row(piece: Piece, number: int, section: str, language: str, lexicon: Lexicon) -> Unit:
    cells = [" ".join(cell.split()) for cell in piece.cells]
    text = " – ".join(filter(None, cells))
    label = plain(cells[0]) if len(cells) == 2 and len(cells[0]) <= LONGEST_LABEL else ""
    value = cells[1] if label else ""
    words = plain(f"{cells[0].rstrip(':')} : {value}") if label else plain(text)
    advice = advises(lexicon, words)
    return Unit(text, words, piece.kind, number, section, label, value, piece.links, language, advice)


def _sentences(
    piece: Piece,
    text: str,
    number: int,
    section: str,
    labelled: tuple[str, str, str],
    language: str,
) -> Iterable[Unit]:
    label, _, waiting = labelled
    kind = "item" if piece.kind == "item" else "sentence"
    sentences = split_sentences(text, language or None) if len(text) > 20 else [text]
    for place, sentence in enumerate(sentences):
        own_label = plain(label) if label and place == 0 else waiting
        behind = sentence[len(label) + 1 :].strip()
        own_value = behind if label and place == 0 else sentence if waiting else ""
        yield Unit(
            sentence,
            plain(sentence),
            kind,
            number,
            section,
            own_label,
            own_value,
            piece.links,
            language,
        )
