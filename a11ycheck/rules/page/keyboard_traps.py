"""Whoever comes somewhere with the keyboard can leave with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import KeyboardWalk, Seen, Stop, Trap, called, seen
from a11ycheck.documents.page.model import Element, Page

WHO = (People.KEYBOARD, People.SCREEN_READER)
WEB = Text(
    "Let focus go on with Tab, and let Escape close what is open; no script may call focus() each time the element "
    "loses focus.",
    "Låt fokus gå vidare med tabbtangenten och låt Escape stänga det som är öppet; inget skript får anropa focus() "
    "varje gång elementet förlorar fokus.",
)


def traps_or_none(page: Page) -> Iterator[Seen[Stop] | Seen[Trap]]:
    """The traps, or the first stop of a page without any."""
    traps = seen(lambda walk: walk.traps)(page)
    return chain(traps, seen(lambda walk: () if walk.traps else walk.stops[:1])(page))


@rule(
    document=Page,
    each=traps_or_none,
    meets=("WCAG 2.1.2", "ACT 80af7b", "ACT a1b64e", "ACT ebe86a"),
    title=Text("There is no keyboard trap", "Det finns ingen tangentbordsfälla"),
    why=Text(
        "Someone who uses only the keyboard is stuck in one part of the page and can only close it.",
        "Den som bara använder tangentbord fastnar i en del av sidan och kan bara stänga den.",
    ),
    who=WHO,
    fix=Fix(
        Text(
            "Have the script that holds the focus changed. Until then, take the part with the trap away from the page.",
            "Se till att skriptet som håller fast fokus ändras. Ta till dess bort delen med fällan från sidan.",
        ),
        web=WEB,
    ),
    messages={
        "stuck": Text(
            "From “{name}” the keyboard leads nowhere else: Tab, Shift and Tab, Escape, Enter and the arrow keys do "
            "not lead out.",
            "Från ”{name}” leder tangentbordet ingen annanstans: Tabb, Skift och Tabb, Escape, Enter och "
            "piltangenterna leder inte ut.",
        ),
    },
)
def keyboard_trap(found: Seen[Stop] | Seen[Trap]) -> Outcome:
    """Standard keys lead out, or keys that the page names."""
    trap = found.fact
    if isinstance(trap, Stop) or trap.advice:
        return passed()
    return failed("stuck", name=called(found.element))


@rule(
    document=Page,
    each=seen(lambda walk: (trap for trap in walk.traps if trap.advice)),
    meets=("ACT a1b64e",),
    title=Text("The keys that people know lead on", "De tangenter som folk känner till leder vidare"),
    why=Text(
        "Someone who uses only the keyboard must find and remember a key of this page's own to get any further.",
        "Den som bara använder tangentbord måste hitta och minnas en tangent som bara gäller här för att komma vidare.",
    ),
    who=WHO,
    fix=Fix(
        Text(
            "Let Tab lead on, or Escape, besides the keys that the page names.",
            "Låt tabbtangenten eller Escape leda vidare, utöver de tangenter som sidan nämner.",
        ),
        web=WEB,
    ),
    messages={
        "own-keys": Text(
            "From “{name}” only {keys} leads out.",
            "Från ”{name}” leder bara {keys} ut.",
        ),
    },
)
def keyboard_trap_with_own_keys(found: Seen[Trap]) -> Outcome:
    """Tab, Escape, Enter, Space or the arrow keys lead out."""
    return failed("own-keys", name=called(found.element), keys=found.fact.advice)


def examples() -> dict[str, dict[str, Page]]:
    def page(*traps: Trap) -> Page:
        player = Element("button", {}, "Spela", role="button", name="Spela", path="0.1.0")
        stops = (Stop("0.1.0", shown=True),)
        return Page.of(player, driven=Driven(keyboard=KeyboardWalk(stops, traps=traps)))

    stuck, with_keys = Trap("0.1.0", ("0.1.0",)), Trap("0.1.0", ("0.1.0",), "Ctrl+M")
    return {
        "keyboard_trap": {
            "failed stuck": page(stuck),
            "passed": page(),
            "passed, the page names keys": page(with_keys),
            "inapplicable, not walked through": Page.of(),
        },
        "keyboard_trap_with_own_keys": {
            "failed own-keys": page(with_keys),
            "inapplicable": page(stuck),
        },
    }
