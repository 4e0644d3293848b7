"""A link's text is more than a few characters.

“W3C” is a good link text and “here” is none, whatever their length; what says nothing is for content-link-text to
tell. So this rule meets no clause, and our rulesets leave it off.
"""

from __future__ import annotations

from collections.abc import Iterable

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule, steps
from a11ycheck.documents.content import Content, Link


def links_out(document: Content) -> Iterable[Link]:
    """Links that have a text and lead out of the document: in a table of contents a page number is enough."""
    return (link for link in document.links() if link.target and link.text.strip())


@rule(
    document=Content,
    each=links_out,
    title=Text("Link texts are more than a few characters", "Länktexter är längre än några få tecken"),
    why=Text(
        "A very short link is hard to hit with a finger or a pointer, and seldom says where it leads.",
        "En mycket kort länk är svår att träffa med finger eller muspekare och säger sällan vart den leder.",
    ),
    who=(People.SCREEN_READER, People.VOICE, People.LOW_VISION),
    fix=Fix(
        Text("Make more words the link.", "Gör fler ord till länk."),
        word=steps.LINK_TEXT_IN_OFFICE,
        powerpoint=steps.LINK_TEXT_IN_OFFICE,
        libreoffice=steps.LINK_TEXT_IN_LIBREOFFICE,
        web=steps.LINK_TEXT_IN_HTML,
    ),
    messages={
        "short": Text("The link text is only “{text}”.", "Länktexten är bara ”{text}”."),
    },
)
def link_short(link: Link, *, fewest: int = 6) -> Outcome:
    """It has ``fewest`` characters at least: LibreOffice's check reports five or fewer."""
    text = " ".join(link.text.split())
    return passed() if len(text) >= fewest else failed("short", text=text)


def examples() -> dict[str, Content]:
    return {
        "failed short": Content.of(Link("W3C", "https://www.w3.org/")),
        "passed": Content.of(Link("Anmälan", "https://forum.example.se/anmalan")),
        "inapplicable, within the document": Content.of(Link("12")),
    }
