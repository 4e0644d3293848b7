"""What a page says for machines that it sends live: are there captions while it is sent?"""

from __future__ import annotations

import json

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.page.model import Element, Page
from a11ycheck.documents.page.played import Broadcast, broadcasts

LONGEST_NAME = 120


@rule(
    document=Page,
    each=broadcasts,
    meets=("WCAG 1.2.4", "WCAG 1.2.2"),
    title=Text(
        "What a page says is sent live has captions", "Det som en sida säger sänds direkt har undertexter"
    ),
    why=Text(
        "Someone who does not hear gets nothing of what is said while it is said.",
        "Den som inte hör får inget av det som sägs när det sägs.",
    ),
    who=(People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Book someone who writes what is said, or let the service write live captions and try beforehand how well "
            "it does. Write on the page how one turns them on.",
            "Boka skrivtolk, eller låt tjänsten direkttexta och prova i förväg hur bra det blir. Skriv på sidan hur "
            "man slår på texten.",
        ),
    ),
    messages={
        "live": Text(
            "The page says that “{name}” is sent live. Are there captions while it is sent, or, if it is a recording "
            "by now, captions that someone has checked?",
            "Sidan säger att ”{name}” sänds direkt. Textas det medan det sänds, eller, om det har blivit en "
            "inspelning, har den undertexter som någon har kontrollerat?",
        ),
        "none": Text("“{name}” has no captions.", "”{name}” har inga undertexter."),
    },
)
def video_live_captions(broadcast: Broadcast) -> Outcome:
    """A person says that there are live captions: nothing can be known of them from the page."""
    name = " ".join(broadcast.name.split())[:LONGEST_NAME]
    return ask("live", name=name, yes=passed(), no=failed("none", name=name))


def examples() -> dict[str, Page]:
    def page(data: object, *more: Element) -> Page:
        script = Element("script", {"type": "application/ld+json"}, value=json.dumps(data))
        return Page.of(script, *more, title="Årsmötet")

    live = {"@type": "BroadcastEvent", "name": "Årsmötet", "isLiveBroadcast": True}
    video = {"@type": "VideoObject", "name": "Årsmötet", "publication": [{**live, "name": ""}]}
    link = Element(
        "a",
        {"href": "https://www.youtube.com/@forum/live"},
        "Livesändning",
        role="link",
        name="Livesändning",
    )
    return {
        "cannot-tell live": page(live),
        "cannot-tell live, a video's publication": page({"@graph": [video]}),
        "inapplicable, a link to it is asked about": page(live, link),
        "inapplicable, it is not live": page({**live, "isLiveBroadcast": False}),
        "inapplicable": page([{"@type": "Event", "name": "Årsmötet"}]),
    }
