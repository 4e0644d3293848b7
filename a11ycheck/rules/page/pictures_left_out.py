"""A picture that is left out for those who listen tells nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.text.words import is_file_name

SMALLEST = 8.0
"""CSS pixels across or down below which a picture shows nothing."""
LARGE_DRAWING = 48.0
PARTS_OF_A_DRAWING = 4
"""Shapes from which a large drawing may tell something; fewer are an ornament or an icon. The limits are ours."""
MOST_QUESTIONS = 5
SHAPES = frozenset({"path", "polygon", "polyline", "circle", "ellipse", "rect", "line", "use", "image"})
CONTROLS = frozenset({"button", "link", "menuitem", "tab", "checkbox", "radio", "switch", "option"})
INLINE = frozenset({"", "inline", "contents", "inline-block", "inline-flex"})
HIDING = frozenset({"none", "presentation"})

TELLING = re.compile(
    r"(?:^|[^a-zåäö])(?:logo|logos|logga|logotyp|logotype|chart|graph|diagram|map|karta|kart|infographic|infografik|schema|"
    r"schedule|timeline|tidslinje|poster|affisch|plakat|flyer|banner|invitation|inbjudan|qr|qrcode|screenshot|skarmbild|"
    r"table|tabell)(?:$|[^a-zåäö])",
    re.IGNORECASE,
)
"""Words in file names of pictures that tell something."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A picture that is seen and not heard. ``words`` is the alternative text that is written on it all the same,
    ``beside`` the text that stands around it, ``telling`` why it may tell something; empty when nothing speaks for
    that."""

    element: Element
    words: str
    beside: str
    telling: str

    @property
    def where(self) -> Where:
        return self.element.where


def left_out(page: Page) -> Iterator[LeftOut]:
    asked = 0
    for element in page.elements("img", "svg", "canvas"):
        if not _is_left_out(element) or not _is_seen(element) or _has_name_around(element):
            continue
        telling = _telling(element)
        if telling:
            asked += 1
        yield LeftOut(
            element, _words_of(element), _beside(element), telling if asked <= MOST_QUESTIONS else ""
        )


def _words_of(element: Element) -> str:
    """The alternative text that is written on a picture; empty where it is none, or a file name."""
    words = (
        (element.attribute("alt") or element.attribute("aria-label")).strip() if element.tag == "img" else ""
    )
    return "" if is_file_name(words) or len(words) < 3 else words


def _is_left_out(element: Element) -> bool:
    if not element.exposed or element.role in HIDING:
        return True
    return not element.name and (
        element.tag == "svg" or (element.tag == "canvas" and not element.has("role"))
    )


def _is_seen(element: Element) -> bool:
    box = element.box
    if box is None or box.right - box.left < SMALLEST or box.bottom - box.top < SMALLEST:
        return False
    within = element.parent
    return element.is_visible and (within is None or within.closest("svg") is None)


def _has_name_around(element: Element) -> bool:
    """Something around it has a name that was written for it, or is a control that its own words name."""
    return any(
        (each.named_from in ("aria-label", "aria-labelledby") and each.name)
        or each.attribute("aria-label").strip()
        or (each.role in CONTROLS and each.name)
        for each in element.ancestors()
    )


def _telling(element: Element) -> str:
    """What speaks for the picture's telling something: its file name or the alternative text that is written on it
    all the same, text drawn in it, or many shapes."""
    if element.tag == "img":
        name = _file_name(element)
        return name if TELLING.search(name) else _words_of(element)
    box = element.box
    assert box is not None
    large = box.right - box.left >= LARGE_DRAWING and box.bottom - box.top >= LARGE_DRAWING / 2
    if element.tag == "canvas":
        return "canvas" if large and not element.text and element.attribute("aria-hidden") != "true" else ""
    inside = list(element.inside())
    if any(each.attribute("aria-hidden") == "true" for each in (element, *element.ancestors())):
        # What is drawn as text is otherwise read out by itself.
        return element.text[:60] if any(each.tag == "text" for each in inside) else ""
    if any(each.exposed and each.name for each in inside):
        return ""
    return "svg" if large and sum(each.tag in SHAPES for each in inside) >= PARTS_OF_A_DRAWING else ""


def _file_name(element: Element) -> str:
    try:
        return unquote(urlsplit(element.attribute("src")[:500]).path.rpartition("/")[2])[:80]
    except ValueError:
        return ""


def _beside(element: Element) -> str:
    """The text around it: of the block that it stands in, and of the one around that when it stands alone."""
    text = ""
    for around in element.ancestors():
        if around.tag in ("body", "main", "html"):
            break
        if around.style("display") not in INLINE or around.tag in ("a", "p", "li", "figure", "td"):
            text = around.text[:1_000]
            if text:
                break
    return text


@rule(
    document=Page,
    each=left_out,
    meets=("WCAG 1.1.1", "ACT e88epe"),
    title=Text("Pictures that are not heard tell nothing", "Bilder som inte hörs berättar inget"),
    why=Text(
        "A picture that is marked as decoration does not exist for someone who listens; what it tells is lost.",
        "En bild som är märkt som dekoration finns inte för den som lyssnar; det den berättar går förlorat.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Write an alternative text for a picture that tells something. Leave it empty for one that is decoration.",
            "Skriv en alternativtext för en bild som berättar något. Lämna den tom för en som är dekoration.",
        ),
        web=Text(
            'Write it in alt, and remove aria-hidden and role="none" from the picture; for <svg> and <canvas> add '
            'role="img" and aria-label.',
            'Skriv den i alt, och ta bort aria-hidden och role="none" från bilden; till <svg> och <canvas> lägger du '
            'role="img" och aria-label.',
        ),
    ),
    messages={
        "hidden": Text(
            "The picture has the alternative text “{alt}”, but is hidden from those who listen.",
            "Bilden har alternativtexten ”{alt}”, men är dold för den som lyssnar.",
        ),
        "tells": Text(
            "The picture is left out for those who listen ({what}). Does it tell anything that the text beside "
            "it does not?",
            "Bilden utelämnas för den som lyssnar ({what}). Berättar den något som texten bredvid inte säger?",
        ),
        "lost": Text(
            "The picture tells something and has no alternative text.",
            "Bilden berättar något och har ingen alternativtext.",
        ),
    },
)
def pictures_left_out(picture: LeftOut) -> Outcome:
    """No alternative text is written on it that names it as a logo, map, chart or the like, which tells something; and
    nothing else speaks for its telling something that the text beside it does not."""
    beside = set(re.findall(r"\w+", picture.beside.casefold()))
    if TELLING.search(picture.words) and not set(re.findall(r"\w+", picture.words.casefold())) <= beside:
        return failed("hidden", alt=picture.words)
    if picture.telling and not _is_said(picture.telling, beside):
        return ask("tells", what=picture.telling, yes=failed("lost"), no=passed())
    return passed()


def _is_said(telling: str, beside: set[str]) -> bool:
    """Do the words of a picture's file name, or those drawn in it, stand beside it, too?"""
    words = telling.casefold()
    named = re.findall(r"[^\W_]{3,}", words.rpartition(".")[0] or words)
    rest = [word for word in named if not TELLING.search(word) and not word.isdigit()]
    return bool(rest) and all(word in beside for word in rest)


def examples() -> dict[str, Page]:
    from a11ycheck.outcome import Box

    box = Box(1, 0, 0, 200, 100)

    def img(src: str, alt: str = "", **more: str) -> Element:
        return Element("img", {"src": src, "alt": alt, **more}, box=box, exposed=False)

    drawing = Element(
        "svg", {}, *(Element("path", {"d": f"M0 {n}h9"}) for n in range(5)), box=box, role="img"
    )
    return {
        "failed hidden": Page.of(img("a.png", "Karta till lokalen", role="none")),
        "cannot-tell tells": Page.of(img("forum-logo.png")),
        "cannot-tell tells, a drawing": Page.of(drawing),
        "cannot-tell tells, it has words all the same": Page.of(img("a.png", "Fyrverkeri", role="none")),
        "passed": Page.of(img("vagor.jpg")),
        "passed, the text beside says it": Page.of(
            Element(
                "p",
                {},
                img("a.png", "Ring", **{"aria-hidden": "true"}),
                "Ring oss",
                styles={"display": "block"},
            )
        ),
        "inapplicable, a link with a name": Page.of(
            Element("a", {"href": "/"}, img("logo.png"), "Start", role="link", name="Start")
        ),
        "inapplicable, too small to see": Page.of(
            Element("img", {"alt": ""}, box=Box(1, 0, 0, 1, 1), exposed=False)
        ),
        "inapplicable, it is heard": Page.of(
            Element("img", {"alt": "Karta"}, role="img", name="Karta", box=box)
        ),
    }
