"""Links, bookmarks and actions within the document lead to tags, not only to pages (ISO 14289-2, 8.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck import Fix, Outcome, People, Rule, Text, failed, passed, rule
from a11ycheck.documents.pdf.catalog_model import Jump
from a11ycheck.documents.pdf.model import Pdf

if TYPE_CHECKING:
    from collections.abc import Callable


def about(
    test: int, by_action: bool, title: Text, messages: dict[str, Text]
) -> Callable[[Callable[[Jump], Outcome]], Rule]:
    """Make a rule about what leads to a place within the document; it meets clause 8.8-``test``."""
    return rule(
        document=Pdf,
        each=lambda pdf: [jump for jump in pdf.jumps if jump.by_action is by_action],
        meets=(f"PDF/UA-2 8.8-{test}",),
        title=title,
        why=Text(
            "Someone who follows the link with a screen reader comes to the page, but not to the heading or paragraph "
            "that is meant, and has to search for it.",
            "Den som följer länken med skärmläsare kommer till sidan men inte till rubriken eller stycket som avses "
            "och måste leta efter det.",
        ),
        who=(People.SCREEN_READER, People.KEYBOARD),
        fix=Fix(
            Text(
                "Make the PDF again with a program that writes PDF/UA-2, which lets links and bookmarks lead to tags.",
                "Gör om pdf:en med ett program som skriver PDF/UA-2, så att länkar och bokmärken leder till taggar.",
            ),
        ),
        messages=messages,
    )


@about(
    1,
    by_action=False,
    title=Text("Links and bookmarks lead to tags", "Länkar och bokmärken leder till taggar"),
    messages={
        "page-only": Text(
            "What is to be shown is given as a place on a page, and not as a tag.",
            "Det som ska visas anges som en plats på en sida och inte som en tagg.",
        )
    },
)
def destination_is_tag(jump: Jump) -> Outcome:
    """The destination is a structure element, by itself or by name."""
    return passed() if jump.to_tag else failed("page-only")


@about(
    2,
    by_action=True,
    title=Text("Actions lead to tags", "Åtgärder leder till taggar"),
    messages={
        "page-only": Text(
            "The action (GoTo) leads to a place on a page, and not to a tag (SD).",
            "Åtgärden (GoTo) leder till en plats på en sida och inte till en tagg (SD).",
        )
    },
)
def action_leads_to_tag(jump: Jump) -> Outcome:
    """The GoTo action has a structure destination (SD), or the name of one."""
    return passed() if jump.to_tag else failed("page-only")


def examples() -> dict[str, dict[str, Pdf]]:
    def pdf(*jumps: Jump) -> Pdf:
        return Pdf(jumps=jumps)

    return {
        "destination_is_tag": {
            "failed page-only": pdf(Jump("bookmark", "Dagordning")),
            "failed page-only, a link": pdf(Jump("link", "Till dagordningen", 1)),
            "passed": pdf(Jump("bookmark", "Dagordning", to_tag=True), Jump("opening", to_tag=True)),
            "inapplicable, an action": pdf(Jump("bookmark", by_action=True)),
        },
        "action_leads_to_tag": {
            "failed page-only": pdf(Jump("bookmark", "Dagordning", by_action=True)),
            "passed": pdf(Jump("link", "Till dagordningen", 1, to_tag=True, by_action=True)),
            "inapplicable, no action": pdf(Jump("bookmark")),
        },
    }
