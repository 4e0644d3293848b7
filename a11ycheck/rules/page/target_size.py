"""What is to be pressed is large enough, or has room around it (WCAG 2.5.8)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, hypot

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.page.keyboard import called
from a11ycheck.documents.page.model import Element, Page, Words
from a11ycheck.outcome import Box

LEAST = 24.0
"""CSS pixels, of the target and of the circle around its middle."""
ROUNDING = 0.5
ROLES = frozenset(
    "link button checkbox radio switch tab menuitem menuitemcheckbox menuitemradio combobox textbox searchbox "
    "spinbutton listbox treeitem".split()
)
BROWSERS_OWN_SIZE = ("checkbox", "radio", "range", "color", "date", "time", "datetime-local", "month", "week")
"""Types of input fields that browsers give their size, of which parts may be small whatever the page does."""
BROWSERS_OWN_EDGES = ("outset", "inset")
"""How browsers draw the edges of buttons and fields that the page has not given a look of its own."""
SENTENCE = 3
"""Letters that a target stands among at least to count as in running text."""
DRAWN = ("svg", "map", "canvas", "math")
"""In maps and drawings the place of a target is what it means."""
MOST = 3_000


@dataclass(frozen=True, slots=True)
class Pressed:
    """A target, its box with all that can be pressed, and the one that its circle runs into, if any."""

    element: Element
    box: Box
    neighbour: Element | None

    @property
    def where(self) -> Where:
        return self.element.where

    @property
    def is_small(self) -> bool:
        return _is_small(self.box)


def pressed(page: Page) -> Iterator[Pressed]:
    """The targets of the page that the rule says something about: not those in running text, in maps and drawings, or
    of the browser's own size."""
    found = [(element, box) for element in _targets(page) if (box := _area(element)) is not None][:MOST]
    places = _Places(found)
    for element, box in found:
        if not _is_small(box):
            yield Pressed(element, box, None)
        elif not _is_excepted(element) and not places.has_equal(element):
            yield Pressed(element, box, places.neighbour(element, box))


def _targets(page: Page) -> Iterator[Element]:
    waiting = [page.root]
    while waiting:
        element = waiting.pop()
        if element.tag in DRAWN:
            continue
        if _is_target(element):
            # What stands in a target belongs to it.
            yield element
            continue
        waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))


def _is_target(element: Element) -> bool:
    return (
        element.exposed
        and element.role in ROLES
        and element.is_focusable
        and element.style("pointer-events") != "none"
        and not element.states.get("disabled")
        and element.is_visible
    )


def _area(element: Element) -> Box | None:
    """Its box with those of what stands in it; None when nothing of it is seen, or it is cut off."""
    boxes = [
        part.box
        for part in element.elements()
        if part.box is not None and part.is_rendered and part.style("position") not in ("absolute", "fixed")
    ]
    if element.box is not None:
        boxes.append(element.box)
    boxes = [box for box in boxes if box.right > box.left and box.bottom > box.top]
    if not boxes:
        return None
    whole = Box(
        1,
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
    return None if _is_out_of_sight(element, whole) else whole


def _is_out_of_sight(element: Element, whole: Box) -> bool:
    across, down = _middle(whole)
    return any(
        around.box is not None
        and around.style("overflow-x") not in ("", "visible")
        and around.tag not in ("html", "body")
        and not (
            around.box.left <= across <= around.box.right and around.box.top <= down <= around.box.bottom
        )
        for around in element.ancestors()
    )


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _is_small(box: Box) -> bool:
    return min(box.right - box.left, box.bottom - box.top) < LEAST - ROUNDING


def _is_excepted(element: Element) -> bool:
    kind = element.attribute("type").casefold()
    if element.tag == "input" and kind in BROWSERS_OWN_SIZE:
        return True
    if element.style("border-bottom-style") in BROWSERS_OWN_EDGES:
        return True
    return element.style("display") in ("inline", "inline-block", "inline-flex") and _is_in_text(element)


def _is_in_text(element: Element) -> bool:
    """There is text beside it, in the block that it stands in, that is no target."""
    block = next(
        (around for around in element.ancestors() if not around.style("display").startswith("inline")), None
    )
    letters = 0
    waiting: list[Element | Words] = list(block.children) if block else []
    while waiting and letters < SENTENCE:
        node = waiting.pop()
        if isinstance(node, Words):
            letters += sum(map(str.isalpha, node.text)) if node.is_visible else 0
        elif node is not element and node.role not in ROLES and node.style("display").startswith("inline"):
            waiting.extend(node.children)
    return letters >= SENTENCE


class _Places:
    """The targets by how far down the page their middles are."""

    def __init__(self, found: list[tuple[Element, Box]]) -> None:
        self.sorted = sorted(found, key=lambda one: _middle(one[1])[1])
        self.heights = [_middle(box)[1] for _, box in self.sorted]
        self.tallest = max((box.bottom - box.top for _, box in found), default=0.0)
        self.large = {_does(element) for element, box in found if not _is_small(box)}

    def has_equal(self, element: Element) -> bool:
        """Another target, large enough, leads to the same place."""
        return _does(element) in self.large if element.address else False

    def neighbour(self, element: Element, box: Box) -> Element | None:
        """A target that a circle of 24 CSS pixels around the middle of this one runs into, or into its circle where
        it is small as well."""
        across, down = _middle(box)
        reach = LEAST + min(self.tallest, 400.0) / 2
        for place in range(bisect_left(self.heights, down - reach), len(self.sorted)):
            other, area = self.sorted[place]
            if self.heights[place] > down + reach:
                break
            if other is element or (element.address and _does(other) == _does(element)):
                continue
            if _fixed(other) is not _fixed(element):
                continue
            if _is_small(area):
                there, below = _middle(area)
                if hypot(there - across, below - down) < LEAST - ROUNDING:
                    return other
            else:
                aside = max(area.left - across, 0.0, across - area.right)
                apart = max(area.top - down, 0.0, down - area.bottom)
                if hypot(aside, apart) < LEAST / 2 - ROUNDING:
                    return other
        return None


def _does(element: Element) -> str:
    return element.address


def _fixed(element: Element) -> Element | None:
    """What it is fixed to the window with, or lies above the page with."""
    return next(
        (
            around
            for around in (element, *element.ancestors())
            if around.style("position") in ("fixed", "sticky", "absolute")
        ),
        None,
    )


@rule(
    document=Page,
    each=pressed,
    meets=("WCAG 2.5.8",),
    title=Text(
        "What is to be pressed is large enough, or has room around it",
        "Det som ska tryckas på är tillräckligt stort, eller har luft omkring sig",
    ),
    why=Text(
        "Someone whose hands shake, or who uses a phone on the bus, hits the wrong one.",
        "Den som har skakiga händer, eller använder mobilen på bussen, träffar fel.",
    ),
    who=(People.KEYBOARD, People.LOW_VISION, People.EVERYONE),
    fix=Fix(
        Text(
            "Put more space between the links or buttons, or make them larger.",
            "Öka avståndet mellan länkarna eller knapparna, eller gör dem större.",
        ),
        web=Text(
            "Give them padding, or min-width and min-height of at least 24px.",
            "Ge dem padding, eller min-width och min-height på minst 24px.",
        ),
    ),
    messages={
        "small": Text(
            "“{name}” is {width} × {height} pixels, and “{other}” is so near that it is easily hit instead; 24 × 24 "
            "pixels are needed, or as much room.",
            "”{name}” är {width} × {height} pixlar, och ”{other}” är så nära att den lätt träffas i stället; 24 × 24 "
            "pixlar krävs, eller lika mycket luft.",
        ),
    },
)
def target_size(target: Pressed) -> Outcome:
    """It is 24 by 24 CSS pixels, or a circle of that size around its middle touches no other target."""
    if not target.is_small or target.neighbour is None:
        return passed()
    box = target.box
    return failed(
        "small",
        name=called(target.element),
        width=floor(box.right - box.left),
        height=floor(box.bottom - box.top),
        other=called(target.neighbour),
    )


def examples() -> dict[str, Page]:
    def button(name: str, left: float, size: float, **more: str) -> Element:
        return Element(
            "button",
            more,
            role="button",
            name=name,
            box=Box(1, left, 10, left + size, 10 + size),
            states={"focusable": True},
        )

    link = Element(
        "a",
        {"href": "#anmalan"},
        "anmälan",
        role="link",
        name="anmälan",
        box=Box(1, 50, 10, 110, 28),
        states={"focusable": True},
        styles={"display": "inline", "visibility": "visible"},
    )
    return {
        "failed small": Page.of(button("Tidigare", 10, 16), button("Senare", 28, 16)),
        "failed small, beside a large one": Page.of(button("Ta bort", 10, 16), button("Spara", 27, 40)),
        "passed, room around": Page.of(button("Tidigare", 10, 16), button("Senare", 60, 16)),
        "passed, large": Page.of(button("Tidigare", 10, 24), button("Senare", 34, 24)),
        "inapplicable, in running text": Page.of(Element("p", {}, "Gör din ", link, " före fredag.")),
        "inapplicable, of the browser's own size": Page.of(
            Element(
                "input",
                {"type": "checkbox"},
                role="checkbox",
                name="Ja",
                box=Box(1, 0, 10, 13, 23),
                states={"focusable": True},
            )
        ),
    }
