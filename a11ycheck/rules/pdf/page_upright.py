"""A page is shown the right way up.

Pages that lie down among others that stand are let be: they are wide tables, and screens show them as they are. WCAG
1.3.4 is about what holds a reader to one way of turning the screen, so this rule meets no clause.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck import Box, Fix, Outcome, People, Text, Where, anchor, failed, passed, rule
from a11ycheck.documents.pdf.model import Pdf
from a11ycheck.documents.pdf.page_model import Drawn, Item, Page

FEWEST_LETTERS = 20
"""Of a page. A picture with a line of text at its side is no page of text."""
LEAST_OF_PIECE = 5
"""Letters: pieces of fewer are as high as they are wide."""
TALL = 3.0
"""Height by width of a piece of text that runs up or down."""
DOWNWARDS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "MONGOLIAN")
"""Beginnings of the names of characters that are written from the top down."""


@dataclass(slots=True)
class TurnedPage:
    """A page with text: how many letters it has, how many of them lie on their side, and the first such text."""

    where: Where
    letters: int
    sideways: int = 0


def pages_with_text(pdf: Pdf) -> Iterator[TurnedPage]:
    """Each page with some text that can be seen."""
    for drawn in pdf.drawn:
        pieces = [item for item in drawn.items if _is_piece(item)]
        letters = sum(map(_letters, pieces))
        if letters < FEWEST_LETTERS:
            continue
        turned = [item for item in pieces if item.box is not None and _is_tall(item.box)]
        said = " ".join(turned[0].text[:200].split())[:60] if turned else ""
        yield TurnedPage(
            Where(
                (("page", drawn.page), *([("text", said)] if said else [])),
                anchor("upright", drawn.page, *(item.text for item in pieces)),
                turned[0].box if turned else None,
            ),
            letters,
            sum(map(_letters, turned)),
        )


def _is_piece(item: Item) -> bool:
    return (
        item.kind == "text"
        and not item.invisible
        and item.box is not None
        and _letters(item) >= LEAST_OF_PIECE
        and not any(unicodedata.name(sign, "").startswith(DOWNWARDS) for sign in item.text[:LEAST_OF_PIECE])
    )


def _letters(item: Item) -> int:
    return sum(map(str.isalpha, item.text))


def _is_tall(box: Box) -> bool:
    return box.bottom - box.top > TALL * (box.right - box.left)


@rule(
    document=Pdf,
    each=pages_with_text,
    title=Text("Pages are the right way up", "Sidorna är vända åt rätt håll"),
    why=Text(
        "Text that lies on its side can hardly be read by someone who cannot turn the screen or the head, or who "
        "enlarges a part of the page.",
        "Vriden text går knappt att läsa för den som inte kan vrida skärmen eller huvudet, eller som "
        "förstorar en del av sidan.",
    ),
    who=(People.LOW_VISION, People.READING),
    fix=Fix(
        Text(
            "Turn the page so that its text stands upright, and save the PDF.",
            "Vrid sidan så att texten står upprätt och spara pdf:en.",
        ),
        word=Text(
            "Put the page in a section of its own, choose Layout > Orientation > Landscape, and save as PDF again.",
            "Lägg sidan i ett eget avsnitt, välj Layout > Orientering > Liggande och spara som pdf igen.",
        ),
        acrobat=Text(
            "Open the page thumbnails, choose to rotate the page, and save.",
            "Öppna sidminiatyrerna, välj att rotera sidan och spara.",
        ),
    ),
    messages={
        "sideways": Text(
            "Most of the text on the page lies on its side.",
            "Det mesta av texten på sidan är vridet ett kvarts varv.",
        ),
    },
)
def page_upright(page: TurnedPage) -> Outcome:
    """At least half of its letters run across the page as it is shown."""
    return failed("sideways") if 2 * page.sideways > page.letters else passed()


def examples() -> dict[str, Pdf]:
    def pdf(*texts: tuple[str, float, float]) -> Pdf:
        """Texts with their widths and heights."""
        items = tuple(
            Item("text", text=text, box=Box(1, 50, 50, 50 + wide, 50 + high)) for text, wide, high in texts
        )
        return Pdf(pages=(Page(1),), drawn=(Drawn(1, items),))

    across = ("Vi ses på nätet tisdag 24 november.", 200.0, 12.0)
    down = ("Bilaga 2: årsräkning och balansräkning", 12.0, 210.0)
    return {
        "failed sideways": pdf(down),
        "failed sideways, most of it": pdf(down, ("Sida ett", 50, 12)),
        "passed": pdf(across),
        "passed, a label at the side": pdf(across, ("Antal deltagare", 12, 90)),
        "inapplicable, hardly any text": pdf(("Plan 2", 12, 40)),
        "inapplicable, written from the top down": pdf(
            ("年次総会のお知らせと議題について皆様へのご案内", 12, 280)
        ),
    }
