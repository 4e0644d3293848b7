"""What is marked as a list, menu, table, tree or row of tabs holds only its own kind of parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.page.model import NOT_SHOWN, Element, Page

CELLS = frozenset({"cell", "columnheader", "gridcell", "rowheader"})
ROWS = frozenset({"row", "rowgroup", "caption"})
MENU = frozenset({"menuitem", "menuitemcheckbox", "menuitemradio", "group", "separator", "splitter"})

MAY_HOLD: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "feed": frozenset({"article"}),
        "grid": ROWS,
        "list": frozenset({"listitem"}),
        "listbox": frozenset({"option", "group"}),
        "menu": MENU,
        "menubar": MENU,
        "row": CELLS,
        "rowgroup": frozenset({"row"}),
        "table": ROWS,
        "tablist": frozenset({"tab"}),
        "tree": frozenset({"treeitem", "group"}),
        "treegrid": ROWS,
    }
)
"""The required owned elements of WAI-ARIA 1.2 by role. Captions and separators are allowed as in WAI-ARIA 1.3."""
GROUP_MAY_HOLD: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "listbox": frozenset({"option"}),
        "menu": MENU - {"group"},
        "menubar": MENU - {"group"},
        "tree": frozenset({"treeitem"}),
    }
)
"""What a group in one of these may hold."""
TRANSPARENT = frozenset({"", "generic", "none", "presentation"})
NATIVE = frozenset({"table", "thead", "tbody", "tfoot", "tr", "select", "datalist"})
"""Elements whose parts HTML itself keeps right as long as no role is written on them."""
DEEPEST = 60
MOST_OWNED = 50


@dataclass(frozen=True, slots=True)
class Holder:
    """An element that may hold only some roles, and what aria-owns makes its own."""

    element: Element
    owned: tuple[Element, ...]

    @property
    def where(self) -> Where:
        return self.element.where


def holders(page: Page) -> Iterator[Holder]:
    """The elements in the accessibility tree that may hold only some roles, and are not still loading."""
    ids = {name: each for each in page.elements() if (name := each.attribute("id"))}
    for element in page.with_role(*MAY_HOLD):
        if element.tag in NATIVE and not element.has("role"):
            continue
        if not any(each.attribute("aria-busy") == "true" for each in (element, *element.ancestors())):
            names = element.attribute("aria-owns").split()[:MOST_OWNED]
            yield Holder(element, tuple(ids[name] for name in names if name in ids))


@rule(
    document=Page,
    each=holders,
    meets=("WCAG 1.3.1", "ACT bc4a75"),
    title=Text(
        "Lists, menus and tables hold their own parts",
        "Listor, menyer och tabeller innehåller sina egna delar",
    ),
    why=Text(
        "A screen reader says how many items there are and which one it stands at; with other things among them it "
        "counts wrong, or finds no list at all.",
        "Skärmläsaren säger hur många punkter det finns och vilken den står på; med annat bland dem räknar den fel, "
        "eller hittar ingen lista alls.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Make the list or table anew with the editor's own button, or ask whoever builds the site to mend the "
            "roles.",
            "Gör om listan eller tabellen med redigerarens egen knapp, eller be den som bygger webbplatsen att rätta "
            "rollerna.",
        ),
        web=Text(
            'Put only <li> directly in <ul> and <ol>. Where a role is written: role="list" holds role="listitem", '
            'role="tablist" holds role="tab", role="row" holds cells. Remove a role that is not needed.',
            'Lägg bara <li> direkt i <ul> och <ol>. Där en roll är skriven: role="list" innehåller '
            'role="listitem", role="tablist" innehåller role="tab", role="row" innehåller celler. Ta bort en '
            "roll som inte behövs.",
        ),
    ),
    messages={
        "other": Text(
            "What is marked as “{role}” holds something marked as “{found}”, which has no place there.",
            "Det som är märkt som ”{role}” innehåller något som är märkt som ”{found}”, som inte hör hemma där.",
        ),
        "none": Text(
            "What is marked as “{role}” holds none of the parts that it consists of.",
            "Det som är märkt som ”{role}” innehåller inga av de delar som det består av.",
        ),
    },
)
def owned_elements(target: Holder) -> Outcome:
    """All that it holds has a role that WAI-ARIA lets it hold; wrappers without a role of their own do not count."""
    holder = target.element
    parts, bare = _parts(holder, target.owned)
    for part in parts:
        if part.role not in MAY_HOLD[holder.role]:
            return failed("other", role=holder.role, found=part.role)
        if part.role == "group" and holder.role in GROUP_MAY_HOLD:
            for inner in _parts(part)[0]:
                if inner.role not in GROUP_MAY_HOLD[holder.role]:
                    return failed("other", role=f"{holder.role} group", found=inner.role)
    if not parts and bare and (holder.tag in ("ul", "ol", "menu") or holder.visible_text):
        return failed("none", role=holder.role)
    return passed()


def _parts(holder: Element, owned: tuple[Element, ...] = ()) -> tuple[list[Element], bool]:
    """The nearest elements in it that have a role, and whether there are any elements in it at all."""
    parts: list[Element] = []
    bare = False
    waiting = [(child, 1) for child in reversed((*holder.children, *owned)) if isinstance(child, Element)]
    while waiting:
        element, depth = waiting.pop()
        if element.tag in NOT_SHOWN or not _is_there(element):
            continue
        bare = True
        if element.exposed and element.role not in TRANSPARENT:
            parts.append(element)
        elif depth < DEEPEST:
            waiting.extend(
                (child, depth + 1) for child in reversed(element.children) if isinstance(child, Element)
            )
    return parts, bare


def _is_there(element: Element) -> bool:
    return (element.is_rendered or element.exposed) and element.attribute("aria-hidden") != "true"


def examples() -> dict[str, Page]:
    def part(role: str, *children: Element | str) -> Element:
        return Element("div", {"role": role}, *children, role=role)

    return {
        "failed other": Page.of(part("tablist", part("listitem", "Program"))),
        "failed other, in a group": Page.of(part("menu", part("group", part("treeitem", "Program")))),
        "failed none": Page.of(Element("ul", {}, Element("div", {}, "Program"), role="list")),
        "passed": Page.of(Element("ul", {}, Element("li", {}, "Program", role="listitem"), role="list")),
        "passed, through a wrapper": Page.of(part("list", Element("div", {}, part("listitem", "Program")))),
        "passed, a group of choices": Page.of(part("listbox", part("group", part("option", "Sal A")))),
        "inapplicable, still loading": Page.of(
            Element("ul", {"aria-busy": "true"}, Element("div", {}, "Hämtar"), role="list")
        ),
        "inapplicable, a table of HTML's own": Page.of(Element("table", {}, role="table")),
    }
