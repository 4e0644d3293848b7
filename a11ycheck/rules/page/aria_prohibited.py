"""Names and descriptions are not written with ARIA where ARIA forbids them, since they are then not heard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from a11ycheck import Fix, Outcome, People, Text, Where, failed, passed, rule
from a11ycheck.documents.page.model import NOT_SHOWN, Element, Page

NAMES = ("aria-label", "aria-labelledby", "aria-braillelabel")
DESCRIPTIONS_OF_ROLE = ("aria-roledescription", "aria-brailleroledescription")

OWN_ROLES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys("div span b i u small q pre samp data bdi bdo".split(), "generic"),
        "p": "paragraph",
        "code": "code",
        "del": "deletion",
        "em": "emphasis",
        "ins": "insertion",
        "strong": "strong",
        "sub": "subscript",
        "sup": "superscript",
    }
)
"""Elements whose own role (HTML Accessibility API Mappings 1.0) may have no name."""
NAMELESS = frozenset({*OWN_ROLES.values(), "caption", "none", "presentation"})
"""The roles on which WAI-ARIA 1.2 prohibits names (section 5.2.8.6)."""
NO_DESCRIPTION_OF_ROLE = frozenset({"generic", "none", "presentation"})
"""Those of them on which it prohibits aria-roledescription, too."""


@dataclass(frozen=True, slots=True)
class Written:
    """A global ARIA attribute that some role may not have, on an element; ``role`` is the one in force."""

    element: Element
    attribute: str
    role: str

    @property
    def where(self) -> Where:
        return self.element.where


def written(page: Page) -> Iterator[Written]:
    for element in page.elements():
        given = [
            name
            for name in (*NAMES, *DESCRIPTIONS_OF_ROLE)
            if name in element.attributes and element.attribute(name).strip()
        ]
        if given and element.tag not in NOT_SHOWN and _is_reached(element):
            role = _role(element)
            yield from (Written(element, name, role) for name in given)


def _is_reached(element: Element) -> bool:
    if not element.is_rendered or element.style("visibility") not in ("", "visible"):
        return False
    return not any(each.attribute("aria-hidden") == "true" for each in (element, *element.ancestors()))


def _role(element: Element) -> str:
    """The role that its author gave it, else its own; where the browser found another, that one."""
    given = element.attribute("role").casefold().split()
    if given:
        return given[0]
    if element.attribute("contenteditable").casefold() not in ("", "false") or element.has("popover"):
        return element.role or "textbox"
    own = "generic" if element.tag == "a" and not element.has("href") else OWN_ROLES.get(element.tag, "")
    return own if element.role in ("", "generic", "none", own) else element.role


@rule(
    document=Page,
    each=written,
    meets=("ACT kb1m8s",),
    title=Text("ARIA names stand where they are heard", "ARIA-namn står där de hörs"),
    why=Text(
        "A name on a plain box or paragraph is passed over by most screen readers: what was meant to be heard is not.",
        "De flesta skärmläsare går förbi ett namn på en vanlig ruta eller ett stycke: det som skulle höras hörs inte.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Write the words as text on the page instead, or ask whoever builds the site to give the element the role "
            "of what it is.",
            "Skriv orden som text på sidan i stället, eller be den som bygger webbplatsen att ge elementet rollen för "
            "det som det är.",
        ),
        web=Text(
            "Remove the attribute, or use an element that may have a name, such as <button>, <section> or <img>.",
            "Ta bort attributet, eller använd ett element som får ha ett namn, som <button>, <section> eller <img>.",
        ),
    ),
    messages={
        "prohibited": Text(
            "{attribute} stands on an element <{tag}> whose role, “{role}”, may not have it, so that it is not heard.",
            "{attribute} står på ett element <{tag}> vars roll, ”{role}”, inte får ha det, så att det inte hörs.",
        ),
    },
)
def aria_prohibited(found: Written) -> Outcome:
    """WAI-ARIA 1.2 does not prohibit the attribute on the role of its element."""
    nowhere = NAMELESS if found.attribute in NAMES else NO_DESCRIPTION_OF_ROLE
    if found.role in nowhere:
        return failed("prohibited", attribute=found.attribute, tag=found.element.tag, role=found.role)
    return passed()


def examples() -> dict[str, Page]:
    label = {"aria-label": "Förut 100, nu 1 krona"}
    return {
        "failed prohibited": Page.of(Element("div", label, "100 / 1", role="generic")),
        "failed prohibited, a paragraph": Page.of(Element("p", label, "100 / 1", role="paragraph")),
        "failed prohibited, the role is described": Page.of(
            Element("h2", {"role": "none", "aria-roledescription": "banderoll"}, "Program", exposed=False)
        ),
        "passed, a button": Page.of(Element("button", label, "100 / 1", role="button")),
        "passed, a role that may have it": Page.of(Element("div", {**label, "role": "group"}, role="group")),
        "inapplicable, empty": Page.of(Element("div", {"aria-label": " "}, "100 / 1")),
        "inapplicable, hidden": Page.of(Element("div", {**label, "aria-hidden": "true"}, exposed=False)),
    }
