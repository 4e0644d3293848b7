"""Links that lead to different places have different texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule, steps
from a11ycheck.documents.content import Content, Link
from a11ycheck.text.words import is_generic_link_text

TRACKING = frozenset({"fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "_ga", "_gl"})
"""Parameters that tell who sent the reader and not where to, as do all that begin with utm_."""
LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class SameText:
    """A link text, the first link that has it, and the different addresses that links with it lead to."""

    where: Where
    text: str
    targets: tuple[str, ...]


def link_texts(document: Content) -> Iterator[SameText]:
    """Each text of links that lead out of the document, once."""
    first: dict[str, Link] = {}
    targets: dict[str, dict[str, str]] = {}
    for link in document.links():
        text = " ".join(link.text.split())
        # A generic text is a fault of its own, and a footnote's number is no text.
        if (
            not link.target
            or not any(map(str.isalpha, text))
            or is_generic_link_text(text, link.language or None)
        ):
            continue
        first.setdefault(text.casefold(), link)
        targets.setdefault(text.casefold(), {}).setdefault(place(link.target), link.target)
    for text, link in first.items():
        found = targets[text]
        where = Where(link.where.steps, anchor("link texts", text, *sorted(found)), link.where.box)
        yield SameText(where, " ".join(link.text.split()), tuple(found.values()))


def place(address: str) -> str:
    """The address without what makes no other page of it: scheme, www, fragment, final slash, tracking."""
    try:
        parts = urlsplit(address.strip()[:LONGEST_ADDRESS])
        query = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return address
    kept = [(name, value) for name, value in query if name not in TRACKING and not name.startswith("utm_")]
    host = parts.netloc.casefold().removeprefix("www.")
    path = parts.path.rstrip("/")
    return f"{host}{path if host else path.casefold()}?{urlencode(kept)}"


@rule(
    document=Content,
    each=link_texts,
    meets=("WCAG 2.4.4",),
    title=Text("Different links have different texts", "Olika länkar har olika länktexter"),
    why=Text(
        "Someone who listens often hears the links alone, as a list; two that sound the same cannot be told apart.",
        "Den som lyssnar hör ofta länkarna för sig, som en lista; två som låter likadant går inte att skilja åt.",
    ),
    who=(People.SCREEN_READER, People.VOICE, People.READING),
    fix=Fix(
        Text(
            "Add to each link text what tells it from the others, such as “Minutes from March” and “Minutes from May”.",
            "Lägg till i varje länktext det som skiljer den från de andra, till exempel ”Protokoll från mars” och "
            "”Protokoll från maj”.",
        ),
        word=steps.LINK_TEXT_IN_OFFICE,
        powerpoint=steps.LINK_TEXT_IN_OFFICE,
        libreoffice=steps.LINK_TEXT_IN_LIBREOFFICE,
        web=Text("Write it between <a> and </a>.", "Skriv det mellan <a> och </a>."),
    ),
    messages={
        "same": Text(
            "The link text “{text}” leads to different addresses, such as {first} and {second}. Do they lead to the "
            "same thing, or does the sentence, list item or table row around each link say which is which?",
            "Länktexten ”{text}” leder till olika adresser, till exempel {first} och {second}. Leder de till samma "
            "sak, eller framgår skillnaden av meningen, listpunkten eller tabellraden runt varje länk?",
        ),
        "mixed": Text(
            "The link text “{text}” leads to different things, and nothing around the links tells them apart.",
            "Länktexten ”{text}” leder till olika saker, och inget runt länkarna skiljer dem åt.",
        ),
    },
)
def link_texts_differ(link: SameText) -> Outcome:
    """All links with this text lead to one place, or a person finds that they mean the same or are told apart by
    what stands around them, which WCAG 2.4.4 allows."""
    if len(link.targets) < 2:
        return passed()
    first, second = (target[:150] for target in link.targets[:2])
    return ask(
        "same",
        text=link.text[:100],
        first=first,
        second=second,
        yes=passed(),
        no=failed("mixed", text=link.text[:100]),
    )


def examples() -> dict[str, Content]:
    site = "https://forum.example.se"
    return {
        "cannot-tell same": Content.of(
            Link("Protokoll", f"{site}/protokoll/mars"), Link("protokoll", f"{site}/protokoll/maj")
        ),
        "passed": Content.of(
            Link("Protokoll från mars", f"{site}/mars"), Link("Protokoll från maj", f"{site}/maj")
        ),
        "passed, two ways to one page": Content.of(
            Link("Anmälan", f"{site}/anmalan"),
            Link("Anmälan", "http://www.forum.example.se/anmalan/#formular"),
            Link("Anmälan", f"{site}/anmalan?utm_source=inbjudan"),
        ),
        "inapplicable, generic": Content.of(Link("Läs mer", f"{site}/a"), Link("Läs mer", f"{site}/b")),
        "inapplicable, within the document": Content.of(Link("Bilaga 1"), Link("Bilaga 1")),
        "inapplicable, numbers": Content.of(Link("1", f"{site}/a"), Link("1", f"{site}/b")),
    }
