"""What a page showed in answer to pointer, focus, a press or typing, as plain data. Elements are named by path
(``Page.by_path``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11ycheck.documents.page.keyboard import Fact, Seen, seen_on

if TYPE_CHECKING:
    from a11ycheck.documents.page.model import Page


@dataclass(frozen=True, slots=True)
class Popup:
    """Text that is shown while an element is pointed at or has focus, and not otherwise.

    ``part``: the element that holds it, empty where a style sheet writes it or it is made anew. ``by_pointer``:
    pointing shows it. ``by_focus``: focus on the element, or on what stands in or
    around it, shows it; None where nothing there takes focus. ``beneath``: some text of the page that it covers.
    ``escape``: the Escape key took it away while the pointer stayed or focus did; ``pointed_at``: it stayed when the
    pointer moved onto it. Both are None where that could not be found out.
    """

    path: str
    text: str
    part: str = ""
    by_pointer: bool = True
    by_focus: bool | None = None
    beneath: str = ""
    escape: bool | None = None
    pointed_at: bool | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A text that a page showed when a button was pressed or something was written in a field.

    ``cause``: "button", "form", "filled" (a form filled in) or "field". ``spoken``: it, or something else, came in a
    live region. ``live``: the page has a live region at all. ``focus``: "kept" where it was, "moved" or "lost".
    ``tied``: it describes a field.
    """

    path: str
    cause: str
    text: str
    spoken: bool
    live: bool
    focus: str
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    popups: tuple[Popup, ...] = ()
    said: tuple[Said, ...] = ()


def seen_to_answer(wanted: Callable[[Answers], Iterable[Fact]]) -> Callable[[Page], Iterator[Seen[Fact]]]:
    """The targets of a rule about what ``wanted`` picks out; none where the driver did not run."""

    def targets(page: Page) -> Iterator[Seen[Fact]]:
        answers = page.driven.answers if page.driven else None
        return seen_on(page, wanted(answers) if answers else ())

    return targets
