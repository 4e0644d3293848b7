"""What the code tells assistive technology is spelt and used so that it is understood (axe-core's rules on ARIA)."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text
from a11ycheck.documents.page.axe_results import AxeTarget
from a11ycheck.documents.page.model import Page
from a11ycheck.rules.axe_verdicts import IN_THE_CODE, about, every, judged, pages

WHY = Text(
    "What a screen reader says about the part is wrong or missing, so someone who listens cannot know what it is or "
    "what state it is in.",
    "Det som skärmläsaren säger om delen blir fel eller saknas, så den som lyssnar kan inte veta vad det är eller "
    "vilket läge det har.",
)
WHO = (People.SCREEN_READER,)

about_code = partial(about, why=WHY, who=WHO)


def mend(en: str, sv: str) -> Fix:
    return Fix(IN_THE_CODE, web=Text(en, sv))


@about_code(
    "aria-valid-attr",
    "WCAG 4.1.2",
    "ACT 5f99a7",
    title=Text("ARIA attributes are spelt right", "ARIA-attribut är rätt stavade"),
    fix=mend(
        "Correct the spelling or take the attribute away; those that exist are listed in WAI-ARIA.",
        "Rätta stavningen eller ta bort attributet; de som finns räknas upp i WAI-ARIA.",
    ),
    messages={
        "unknown": Text(
            "There is no such ARIA attribute as {values}, so it does nothing.",
            "Det finns inget ARIA-attribut som heter {values}, så det gör ingenting.",
        ),
    },
)
def aria_valid_attr(element: AxeTarget) -> Outcome:
    """Each attribute that begins with aria- exists."""
    return judged(element, "unknown", "values")


@about_code(
    "aria-valid-attr-value",
    "WCAG 4.1.2",
    "ACT 6a7281",
    title=Text("ARIA attributes have values that are understood", "ARIA-attribut har värden som förstås"),
    fix=mend(
        "Give the attribute one of the values that WAI-ARIA lists for it; one that names an id must name one that is "
        "on the page.",
        "Ge attributet ett av de värden som WAI-ARIA räknar upp för det; ett som nämner ett id måste nämna ett som "
        "finns på sidan.",
    ),
    messages={
        "not-understood": Text(
            "The value is one that screen readers do not understand: {values}.",
            "Värdet är ett som skärmläsare inte förstår: {values}.",
        ),
        "message-not-announced": Text(
            "The element names an error message (aria-errormessage) that is hidden or never read out: {values}.",
            "Elementet nämner ett felmeddelande (aria-errormessage) som är dolt eller aldrig läses upp: {values}.",
        ),
    },
)
def aria_valid_attr_value(element: AxeTarget) -> Outcome:
    """Each ARIA attribute has a value of the kind that it takes."""
    return judged(element, "not-understood", "values", aria_errormessage="message-not-announced")


@about_code(
    "aria-allowed-attr",
    "WCAG 4.1.2",
    "ACT 5c01ea",
    title=Text("ARIA attributes fit the part they stand on", "ARIA-attribut passar den del de står på"),
    fix=mend(
        "Take the attribute away, or give the element the role that it belongs to.",
        "Ta bort attributet, eller ge elementet den roll som det hör till.",
    ),
    messages={
        "does-not-fit": Text(
            "The element has ARIA attributes that mean nothing on it: {values}.",
            "Elementet har ARIA-attribut som inte betyder något på det: {values}.",
        ),
        "little-known": Text(
            "The element has ARIA attributes that hardly any screen reader knows: {values}.",
            "Elementet har ARIA-attribut som knappt någon skärmläsare känner till: {values}.",
        ),
    },
)
def aria_allowed_attr(element: AxeTarget) -> Outcome:
    """Each ARIA attribute is one that the element's role takes."""
    return judged(element, "does-not-fit", "values", aria_unsupported_attr="little-known")


@about_code(
    "aria-conditional-attr",
    "WCAG 4.1.2",
    "ACT 5c01ea",
    title=Text("ARIA attributes agree with the element", "ARIA-attribut stämmer med elementet"),
    fix=mend(
        "Take aria-checked away from an ordinary tick box or choice, and attributes for tree tables from rows in "
        "other tables.",
        "Ta bort aria-checked från en vanlig kryssruta eller ett vanligt val, och attribut för trädtabeller från rader "
        "i andra tabeller.",
    ),
    messages={
        "other-state": Text(
            "The code says another state than the tick box or choice itself has.",
            "Koden säger ett annat läge än kryssrutan eller valet självt har.",
        ),
        "other-table": Text(
            "The row has attributes that only belong in a tree table: {invalidAttrs}.",
            "Raden har attribut som bara hör hemma i en trädtabell: {invalidAttrs}.",
        ),
    },
)
def aria_conditional_attr(element: AxeTarget) -> Outcome:
    """An attribute that holds only under some conditions is used under them."""
    if element.text("invalidAttrs"):
        return judged(element, "other-table", "invalidAttrs")
    return judged(element, "other-state")


@about_code(
    "aria-required-attr",
    "WCAG 4.1.2",
    "ACT 4e8ab6",
    title=Text(
        "Parts built by hand say which state they are in", "Egenbyggda delar säger vilket läge de har"
    ),
    fix=mend(
        "Add the attribute and keep it true when the state changes; or use the HTML element that does it by itself, "
        "such as <input> of type checkbox.",
        "Lägg till attributet och håll det sant när läget ändras; eller använd det HTML-element som gör det självt, "
        "till exempel <input> av typen checkbox.",
    ),
    messages={
        "missing": Text(
            "The element lacks what its role must tell: {values}.",
            "Elementet saknar det som dess roll måste tala om: {values}.",
        ),
    },
)
def aria_required_attr(element: AxeTarget) -> Outcome:
    """An element with a role has the attributes that the role cannot do without."""
    return judged(element, "missing", "values")


@about_code(
    "aria-required-parent",
    "WCAG 1.3.1",
    "ACT ff89c9",
    title=Text("Parts of a whole stand in it", "Delar av en helhet står i den"),
    fix=mend(
        "Put the element in one with the role that it belongs in, such as a tab in a tablist; or take its role away.",
        "Lägg elementet i ett med den roll som det hör hemma i, till exempel en flik (tab) i en fliklista (tablist); "
        "eller ta bort dess roll.",
    ),
    messages={
        "stray": Text(
            "The element's role only makes sense inside another, and it does not stand in one: {values}.",
            "Elementets roll har bara mening inuti en annan, och det står inte i någon sådan: {values}.",
        ),
    },
)
def aria_required_parent(element: AxeTarget) -> Outcome:
    """An element whose role is part of another stands in that other."""
    return judged(element, "stray", "values")


@about_code(
    "aria-roles",
    "WCAG 4.1.2",
    "ACT 674b10",
    title=Text("Roles are ones that exist", "Roller är sådana som finns"),
    fix=mend(
        "Write a role that WAI-ARIA lists, such as button or navigation, or take the attribute role away.",
        "Skriv en roll som WAI-ARIA räknar upp, till exempel button eller navigation, eller ta bort attributet role.",
    ),
    messages={
        "unknown": Text("There is no such role as “{values}”.", "Det finns ingen roll som heter ”{values}”."),
        "abstract": Text(
            "The role “{values}” only groups other roles and may not be used itself.",
            "Rollen ”{values}” samlar bara andra roller och får inte användas själv.",
        ),
        "little-known": Text(
            "Hardly any screen reader knows the role “{values}”.",
            "Knappt någon skärmläsare känner till rollen ”{values}”.",
        ),
    },
)
def aria_roles(element: AxeTarget) -> Outcome:
    """Each role exists, is no abstract one, and is known to screen readers."""
    return judged(element, "unknown", "values", abstractrole="abstract", unsupportedrole="little-known")


@about_code(
    "aria-deprecated-role",
    title=Text("Roles are not outdated", "Roller är inte utgångna"),
    fix=mend(
        "Write the role that has taken its place, or take the attribute role away: list for directory.",
        "Skriv den roll som har trätt i dess ställe, eller ta bort attributet role: list för directory.",
    ),
    messages={
        "outdated": Text(
            "The role “{values}” is on its way out, and screen readers may stop telling it.",
            "Rollen ”{values}” är på väg ut, och skärmläsare kan sluta berätta om den.",
        ),
    },
)
def aria_deprecated_role(element: AxeTarget) -> Outcome:
    """No role is one that WAI-ARIA has deprecated; it still exists, so no success criterion is failed."""
    return judged(element, "outdated", "values")


@about_code(
    "aria-allowed-role",
    title=Text("Roles fit the element they stand on", "Roller passar det element de står på"),
    fix=mend(
        "Take the role away, or use the HTML element that is meant for it: <button> for a button, <a> for a link.",
        "Ta bort rollen, eller använd det HTML-element som är avsett för den: <button> för en knapp, <a> för en länk.",
    ),
    messages={
        "does-not-fit": Text(
            "The role “{values}” does not belong on this element.",
            "Rollen ”{values}” hör inte hemma på det här elementet.",
        ),
    },
)
def aria_allowed_role(element: AxeTarget) -> Outcome:
    """A role is one that HTML allows on its element."""
    return judged(element, "does-not-fit", "values")


@about(
    "aria-braille-equivalent",
    heard=every,
    title=Text("What is said in braille is also said aloud", "Det som sägs i punktskrift sägs också i tal"),
    why=Text(
        "Someone who reads braille gets a name that someone who listens does not.",
        "Den som läser punktskrift får ett namn som den som lyssnar inte får.",
    ),
    who=WHO,
    fix=mend(
        "Give the element a text or aria-label as well, or take the braille attribute away.",
        "Ge elementet en text eller aria-label också, eller ta bort attributet för punktskrift.",
    ),
    messages={
        "only-braille": Text(
            "The element has words for braille but none for speech.",
            "Elementet har ord för punktskrift men inga för tal.",
        ),
    },
)
def aria_braille_equivalent(element: AxeTarget) -> Outcome:
    """A name for braille stands beside one for speech. axe-core files a fault under what it could not tell."""
    return judged(element, "only-braille")


@about(
    "duplicate-id-aria",
    heard=every,
    title=Text("A label points to one thing", "En etikett pekar på en sak"),
    why=Text(
        "Two things share the id that a label or description points to, so the wrong one may be read out.",
        "Två saker delar det id som en etikett eller beskrivning pekar på, så fel sak kan läsas upp.",
    ),
    who=WHO,
    fix=mend(
        "Give each element an id of its own, and let for and aria-labelledby point to the right one.",
        "Ge varje element ett eget id och låt for och aria-labelledby peka på rätt.",
    ),
    messages={
        "shared": Text(
            "Several elements have the id “{values}”, which a label or description points to.",
            "Flera element har id ”{values}”, som en etikett eller beskrivning pekar på.",
        ),
    },
)
def duplicate_id_aria(element: AxeTarget) -> Outcome:
    """An id that a label or description points to stands once. axe-core files a fault under what it could not tell."""
    return judged(element, "shared", "values")


@about_code(
    "aria-hidden-body",
    "WCAG 1.3.1",
    "WCAG 4.1.2",
    title=Text("The page is not hidden from screen readers", "Sidan är inte dold för skärmläsare"),
    fix=mend(
        "Take aria-hidden away from <body>.",
        "Ta bort aria-hidden från <body>.",
    ),
    messages={
        "all-hidden": Text(
            "The whole page is hidden from screen readers.", "Hela sidan är dold för skärmläsare."
        ),
    },
)
def aria_hidden_body(body: AxeTarget) -> Outcome:
    """The body is not marked as hidden."""
    return judged(body, "all-hidden")


@about(
    "presentation-role-conflict",
    "ACT 46ca7f",
    title=Text(
        "What is marked as decorative is not read out all the same",
        "Det som är märkt som dekor läses inte upp ändå",
    ),
    why=Text(
        "Someone who listens hears a part that was meant to be left out.",
        "Den som lyssnar får höra en del som var tänkt att hoppas över.",
    ),
    who=WHO,
    fix=mend(
        "Take away role none or presentation (or the empty alt), or else aria-label, tabindex and what makes the "
        "element be read out.",
        "Ta bort role none eller presentation (eller tomt alt), eller annars aria-label, tabindex och annat som gör "
        "att elementet läses upp.",
    ),
    messages={
        "named": Text(
            "The element is marked as decorative but has a name or state that screen readers read out.",
            "Elementet är märkt som dekor men har ett namn eller läge som skärmläsare läser upp.",
        ),
        "focusable": Text(
            "The element is marked as decorative but can be reached with the Tab key, so it is read out.",
            "Elementet är märkt som dekor men nås med tabbtangenten, så det läses upp.",
        ),
    },
)
def presentation_role_conflict(element: AxeTarget) -> Outcome:
    """What is marked as presentational is neither focusable nor named."""
    return judged(element, "named", is_element_focusable="focusable")


@about_code(
    "aria-text",
    title=Text(
        "Text that is read in one go holds nothing to press",
        "Text som läses i ett svep har inget att trycka på",
    ),
    fix=mend(
        "Take role text away, or move the link or button out of the element.",
        "Ta bort role text, eller flytta ut länken eller knappen ur elementet.",
    ),
    messages={
        "holds-control": Text(
            "The element is to be read as plain text but holds a link or button.",
            "Elementet ska läsas som bara text men innehåller en länk eller knapp.",
        ),
    },
)
def aria_text(element: AxeTarget) -> Outcome:
    """An element with role text holds nothing that takes focus."""
    return judged(element, "holds-control")


def examples() -> dict[str, dict[str, Page]]:
    return {
        "aria_valid_attr": pages(
            "aria-valid-attr",
            {"failed unknown": AxeTarget(checks=("aria-valid-attr",), data={"values": "aria-labeledby"})},
        ),
        "aria_valid_attr_value": pages(
            "aria-valid-attr-value",
            {
                "failed not-understood": AxeTarget(
                    checks=("aria-valid-attr-value",), data={"values": "aria-expanded=yes"}
                ),
                "failed message-not-announced": AxeTarget(
                    checks=("aria-errormessage",), data={"values": "fel"}
                ),
            },
        ),
        "aria_allowed_attr": pages(
            "aria-allowed-attr",
            {
                "failed does-not-fit": AxeTarget(
                    checks=("aria-allowed-attr",), data={"values": "aria-checked=true"}
                ),
                "failed little-known": AxeTarget(
                    checks=("aria-unsupported-attr",), data={"values": "aria-actions"}
                ),
            },
        ),
        "aria_conditional_attr": pages(
            "aria-conditional-attr",
            {
                "failed other-state": AxeTarget(
                    checks=("aria-conditional-attr",), data={"messageKey": "checkbox"}
                ),
                "failed other-table": AxeTarget(
                    checks=("aria-conditional-attr",),
                    data={"messageKey": "rowSingular", "invalidAttrs": "aria-level"},
                ),
            },
        ),
        "aria_required_attr": pages(
            "aria-required-attr",
            {"failed missing": AxeTarget(checks=("aria-required-attr",), data={"values": "aria-checked"})},
        ),
        "aria_required_parent": pages(
            "aria-required-parent",
            {"failed stray": AxeTarget(checks=("aria-required-parent",), data={"values": "tablist"})},
        ),
        "aria_roles": pages(
            "aria-roles",
            {
                "failed unknown": AxeTarget(checks=("invalidrole",), data={"values": "buton"}),
                "failed abstract": AxeTarget(checks=("abstractrole",), data={"values": "widget"}),
                "failed little-known": AxeTarget(
                    checks=("unsupportedrole",), data={"values": "associationlist"}
                ),
            },
        ),
        "aria_deprecated_role": pages(
            "aria-deprecated-role",
            {"failed outdated": AxeTarget(checks=("deprecatedrole",), data={"values": "directory"})},
        ),
        "aria_allowed_role": pages(
            "aria-allowed-role",
            {"failed does-not-fit": AxeTarget(checks=("aria-allowed-role",), data={"values": "button"})},
        ),
        "aria_braille_equivalent": pages(
            "aria-braille-equivalent",
            {"failed only-braille": AxeTarget(status="incomplete", checks=("braille-label-equivalent",))},
        ),
        "duplicate_id_aria": pages(
            "duplicate-id-aria",
            {
                "failed shared": AxeTarget(
                    status="incomplete", checks=("duplicate-id-aria",), data={"values": "namn"}
                )
            },
        ),
        "aria_hidden_body": pages(
            "aria-hidden-body", {"failed all-hidden": AxeTarget(checks=("aria-hidden-body",))}
        ),
        "presentation_role_conflict": pages(
            "presentation-role-conflict",
            {
                "failed named": AxeTarget(checks=("has-global-aria-attribute",)),
                "failed focusable": AxeTarget(checks=("is-element-focusable",)),
            },
        ),
        "aria_text": pages(
            "aria-text", {"failed holds-control": AxeTarget(checks=("no-focusable-content",))}
        ),
    }
