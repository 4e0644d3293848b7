"""Form fields say what is to be filled in (axe-core's rules on labels)."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text
from a11ycheck.documents.page.axe_results import AxeTarget
from a11ycheck.documents.page.model import Page
from a11ycheck.rules.axe_verdicts import about, judged, pages

WHY = Text(
    "Someone who listens comes to a field without hearing what to fill in; someone who steers by voice cannot name it.",
    "Den som lyssnar kommer till ett fält utan att få höra vad som ska fyllas i; den som styr med rösten kan inte "
    "nämna det.",
)
WHO = (People.SCREEN_READER, People.VOICE)
LABEL_FIX = Fix(
    Text(
        "Give the field a label that stays visible and says what to write, such as “Your e-mail”. In a form tool: fill "
        "in the field's label; a text typed beside it is not enough.",
        "Ge fältet en etikett som syns hela tiden och säger vad som ska skrivas, till exempel ”Din e-post”. I ett "
        "formulärverktyg: fyll i fältets etikett; det räcker inte med en text bredvid.",
    ),
    web=Text(
        'Write <label for="…"> with the field\'s id, or put the field inside the <label>.',
        'Skriv <label for="…"> med fältets id, eller lägg fältet inuti <label>.',
    ),
)
BUILT_FIX = Fix(
    LABEL_FIX.general,
    web=Text(
        'Put aria-labelledby="…" on the field with the id of its visible label, or aria-label="…".',
        'Sätt aria-labelledby="…" på fältet med id för dess synliga etikett, eller aria-label="…".',
    ),
)

about_label = partial(about, why=WHY, who=WHO)
NO_LABEL = Text("The form field has no label.", "Formulärfältet saknar etikett.")
HIDDEN_LABEL = Text(
    "The form field's label is hidden, also from screen readers.",
    "Formulärfältets etikett är dold, även för skärmläsare.",
)


@about_label(
    "label",
    "WCAG 4.1.2",
    "ACT e086e5",
    title=Text("Form fields have a label", "Formulärfält har en etikett"),
    fix=LABEL_FIX,
    messages={"no-label": NO_LABEL, "hidden-label": HIDDEN_LABEL},
)
def label(field: AxeTarget) -> Outcome:
    """A field has a label."""
    return judged(field, "no-label", hidden_explicit_label="hidden-label")


@about_label(
    "select-name",
    "WCAG 4.1.2",
    "ACT e086e5",
    title=Text("Drop-down lists have a label", "Rullgardinslistor har en etikett"),
    fix=LABEL_FIX,
    messages={
        "no-label": Text(
            "The drop-down list has no label that says what is chosen in it.",
            "Rullgardinslistan saknar en etikett som säger vad man väljer i den.",
        ),
        "hidden-label": HIDDEN_LABEL,
    },
)
def select_name(field: AxeTarget) -> Outcome:
    """A list to choose from has a label."""
    return judged(field, "no-label", hidden_explicit_label="hidden-label")


@about_label(
    "aria-input-field-name",
    "WCAG 4.1.2",
    "ACT e086e5",
    title=Text("Fields built by hand have a label", "Egenbyggda fält har en etikett"),
    fix=BUILT_FIX,
    messages={"no-label": NO_LABEL},
)
def aria_input_field_name(field: AxeTarget) -> Outcome:
    """An element that works as a field has a name."""
    return judged(field, "no-label")


@about_label(
    "aria-toggle-field-name",
    "WCAG 4.1.2",
    "ACT e086e5",
    title=Text(
        "Tick boxes and switches built by hand have a label",
        "Egenbyggda kryssrutor och reglage har en etikett",
    ),
    fix=BUILT_FIX,
    messages={
        "no-label": Text(
            "The tick box, switch or choice has no label.",
            "Kryssrutan, reglaget eller valet saknar etikett.",
        )
    },
)
def aria_toggle_field_name(field: AxeTarget) -> Outcome:
    """An element that works as a tick box, switch or choice has a name."""
    return judged(field, "no-label")


@about(
    "label-title-only",
    title=Text("A field's label can be seen", "Fältets etikett syns"),
    why=Text(
        "A label that shows only when a mouse rests on the field is not seen by anyone who uses touch or keyboard.",
        "En etikett som bara visas när musen vilar på fältet ses inte av den som använder pekskärm eller tangentbord.",
    ),
    who=(People.KEYBOARD, People.LOW_VISION, People.READING),
    fix=LABEL_FIX,
    messages={
        "not-visible": Text(
            "The field's only label is a text that shows when a mouse rests on it.",
            "Fältets enda etikett är en text som visas när musen vilar på det.",
        ),
    },
)
def label_title_only(field: AxeTarget) -> Outcome:
    """The name of a field does not come from its title or description alone."""
    return judged(field, "not-visible")


@about(
    "autocomplete-valid",
    "WCAG 1.3.5",
    "ACT 73f2c2",
    title=Text(
        "Fields about the person say which it is", "Fält om personen själv säger vilken uppgift det gäller"
    ),
    why=Text(
        "The browser can fill in name, e-mail and phone by itself, which spares someone who finds typing or spelling "
        "hard; with a word it does not know it cannot.",
        "Webbläsaren kan fylla i namn, e-post och telefon själv, vilket hjälper den som har svårt att skriva eller "
        "stava; med ett ord som den inte känner till går det inte.",
    ),
    who=(People.READING, People.KEYBOARD),
    fix=Fix(
        Text(
            "Choose in the form tool what kind of detail the field asks for, such as name or e-mail.",
            "Välj i formulärverktyget vilket slags uppgift fältet gäller, till exempel namn eller e-post.",
        ),
        web=Text(
            'Use one of the words that HTML knows, such as autocomplete="name", autocomplete="email" or '
            'autocomplete="tel".',
            'Använd ett av de ord som HTML känner till, till exempel autocomplete="name", autocomplete="email" eller '
            'autocomplete="tel".',
        ),
    ),
    messages={
        "unknown-word": Text(
            "The field's autocomplete attribute holds a word that browsers do not know.",
            "Fältets attribut autocomplete innehåller ett ord som webbläsare inte känner till.",
        ),
    },
)
def autocomplete_valid(field: AxeTarget) -> Outcome:
    """The autocomplete attribute holds words that HTML knows, in their order."""
    return judged(field, "unknown-word")


def examples() -> dict[str, dict[str, Page]]:
    no_label = {"failed no-label": AxeTarget(checks=("implicit-label", "explicit-label", "aria-label"))}
    hidden = {"failed hidden-label": AxeTarget(checks=("hidden-explicit-label",))}
    return {
        "label": pages("label", no_label | hidden),
        "select_name": pages("select-name", no_label | hidden),
        "aria_input_field_name": pages("aria-input-field-name", no_label),
        "aria_toggle_field_name": pages("aria-toggle-field-name", no_label),
        "label_title_only": pages(
            "label-title-only", {"failed not-visible": AxeTarget(checks=("title-only",))}
        ),
        "autocomplete_valid": pages(
            "autocomplete-valid", {"failed unknown-word": AxeTarget(checks=("autocomplete-valid",))}
        ),
    }
