"""What a page showed when it was walked through with the keyboard, as plain data. Elements are named by path
(``Page.by_path``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from a11ycheck.documents.page.model import Element, Page
    from a11ycheck.outcome import Where


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where the Tab key stopped.

    ``shown``: something on the screen said so; None where that was not found out. ``hidden``: the share (0 to 1) of the
    element that something fixed to the window covered; ``hidden_by`` is that thing. ``behind``: the modal dialog that
    was open while focus went outside it. ``ratio``: the most that anything that shows the focus stands out from what
    was there before and what is beside it; measured only where it is shown by colours of the page's own that styles do
    not tell to be enough.
    """

    path: str
    shown: bool | None = None
    hidden: float = 0.0
    hidden_by: str = ""
    behind: str = ""
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Trap:
    """Elements between which focus goes round without ever reaching the browser's own controls.

    Tab, Shift and Tab, Escape, Enter, Space and the arrows did not lead out. ``advice``: the keys that a text on the
    page names as the way out and that led out; empty when none did.
    """

    path: str
    members: tuple[str, ...]
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A single printable character that changed the page while no control had focus.

    ``switch``: the control on the page that turned it off, or moved it to a key with a modifier. ``settings``: a
    control that, by its name, may lead to such a switch.
    """

    path: str
    key: str
    switch: str = ""
    settings: str = ""


@dataclass(frozen=True, slots=True)
class Jump:
    """Two stops after each other whose places on the screen are the other way round, because the container lays its
    children out in another order than they stand in."""

    path: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Surprise:
    """What an element did by merely getting focus (``cause`` "focus") or another value (``cause`` "input").

    ``effect``: "navigated", "submitted", "window" or, for focus, "blurred" (it threw the focus away).
    """

    path: str
    cause: str
    effect: str


@dataclass(frozen=True, slots=True)
class Operated:
    """A control that is none of the browser's own, and what it answered to."""

    path: str
    keyboard: bool
    click: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A dialog that a control opened when Enter was pressed on it.

    ``escape``: Escape closed it. ``returned``: focus was then on a control rather than nowhere; None when it did not
    close.
    """

    path: str
    dialog: str
    modal: bool
    focus_inside: bool
    escape: bool
    returned: bool | None


@dataclass(frozen=True, slots=True)
class Skip:
    """A link to another place in the page, followed with Enter. ``target``: where it led, empty when nowhere;
    ``moved``: the next stop was there or later."""

    path: str
    target: str
    moved: bool


@dataclass(frozen=True, slots=True)
class Motion:
    """A script listens for how the device is moved (``event`` "deviceorientation" or "devicemotion").

    ``changes``: the page changed when such an event came. ``instead``: controls on the page make the same changes.
    ``switch``: the control that turns it off. ``settings``: a control that, by its name, may lead to such a switch.
    """

    path: str
    event: str
    changes: bool
    instead: bool = False
    switch: str = ""
    settings: str = ""


@dataclass(frozen=True, slots=True)
class KeyboardWalk:
    """``complete``: the Tab key went all the way round; else only its first ``MOST_STOPS`` stops are known.
    ``collapsed``: the blocks that a control on the page hides, for eyes and for assistive technology, by path."""

    stops: tuple[Stop, ...] = ()
    complete: bool = True
    traps: tuple[Trap, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    jumps: tuple[Jump, ...] = ()
    surprises: tuple[Surprise, ...] = ()
    operated: tuple[Operated, ...] = ()
    opened: tuple[Opened, ...] = ()
    skips: tuple[Skip, ...] = ()
    motions: tuple[Motion, ...] = ()
    collapsed: tuple[str, ...] = ()
    seconds: float = field(default=0.0, compare=False)


class AtPath(Protocol):
    @property
    def path(self) -> str: ...


Fact = TypeVar("Fact", bound=AtPath)


@dataclass(frozen=True, slots=True)
class Seen(Generic[Fact]):
    """What the walk showed about an element."""

    element: Element
    fact: Fact
    page: Page

    @property
    def where(self) -> Where:
        return self.element.where

    def at(self, path: str) -> Element | None:
        return self.page.by_path.get(path)

    def named(self, path: str) -> str:
        """What another element is called: its name, text or tag."""
        element = self.at(path)
        return "" if element is None else called(element)


def called(element: Element) -> str:
    """What a person would call it: its name or its text, else its tag."""
    return element.name or element.visible_text or f"<{element.tag}>"


def seen_on(page: Page, facts: Iterable[Fact]) -> Iterator[Seen[Fact]]:
    """The facts with their elements; those whose element was not there when the page was read are left out."""
    for fact in facts:
        element = page.by_path.get(fact.path)
        if element is not None:
            yield Seen(element, fact, page)


def seen(wanted: Callable[[KeyboardWalk], Iterable[Fact]]) -> Callable[[Page], Iterator[Seen[Fact]]]:
    """The targets of a rule about what ``wanted`` picks out of the walk; none where the page was not walked through, or
    where the element was not there when the page was read."""

    def targets(page: Page) -> Iterator[Seen[Fact]]:
        walk = page.driven.keyboard if page.driven else None
        return seen_on(page, wanted(walk) if walk else ())

    return targets
