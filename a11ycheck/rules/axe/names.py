"""Links, buttons, frames and other parts that one works with have names (axe-core's rules on accessible names)."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text
from a11ycheck.documents.page.axe_results import AxeTarget
from a11ycheck.documents.page.model import Page
from a11ycheck.rules.axe_verdicts import about, judged, pages

LABELLED = Text(
    'Write text in the element, or put aria-label="…" on it. An icon in it that is a picture can have the words in '
    "its alt attribute.",
    'Skriv text i elementet, eller sätt aria-label="…" på det. En ikon i det som är en bild kan ha orden i sitt '
    "alt-attribut.",
)
BUTTON_FIX = Fix(
    Text(
        "Write on the button what it does, such as “Search”. A button with only an icon needs the words as "
        "alternative text.",
        "Skriv på knappen vad den gör, till exempel ”Sök”. En knapp med bara en ikon behöver orden som "
        "alternativtext.",
    ),
    web=LABELLED,
)
PART_FIX = Fix(
    Text(
        "Ask whoever builds the site to give it a short name that says what it is for.",
        "Be den som bygger webbplatsen att ge den ett kort namn som säger vad den är till för.",
    ),
    web=Text(
        'Put aria-label="…" on the element, or aria-labelledby="…" with the id of the text that names it.',
        'Sätt aria-label="…" på elementet, eller aria-labelledby="…" med id för den text som namnger det.',
    ),
)
PRESSED = Text(
    "Someone who listens hears only “button” and cannot know what happens; someone who steers by voice has nothing to "
    "say.",
    "Den som lyssnar hör bara ”knapp” och kan inte veta vad som händer; den som styr med rösten har inget att säga.",
)
HEARD = Text(
    "Someone who listens hears that something is there but not what it is for.",
    "Den som lyssnar hör att något finns där men inte vad det är till för.",
)
WORKED = (People.SCREEN_READER, People.VOICE)

about_button = partial(about, why=PRESSED, who=WORKED, fix=BUTTON_FIX)
about_part = partial(about, why=HEARD, who=(People.SCREEN_READER,), fix=PART_FIX)


@about(
    "link-name",
    "WCAG 2.4.4",
    "WCAG 2.4.9",
    "WCAG 4.1.2",
    "ACT c487ae",
    title=Text("Links have a text", "Länkar har en text"),
    why=Text(
        "Someone who listens hears only “link”, or a long address, and cannot know where it leads.",
        "Den som lyssnar hör bara ”länk”, eller en lång adress, och kan inte veta vart den leder.",
    ),
    who=WORKED,
    fix=Fix(
        Text(
            "Write where the link leads as its text. If the link is a picture, write it as the picture's alternative "
            "text. Delete a link that is left behind with nothing in it.",
            "Skriv vart länken leder som länktext. Är länken en bild, skriv det som bildens alternativtext. Ta bort "
            "en länk som blivit kvar utan något i.",
        ),
        web=Text(
            "Write it between <a> and </a>; if the link is a picture, in the picture's alt attribute.",
            "Skriv den mellan <a> och </a>; är länken en bild, i bildens alt-attribut.",
        ),
    ),
    messages={
        "no-name": Text(
            "The link has no text, or only a picture without alternative text.",
            "Länken saknar text, eller har bara en bild utan alternativtext.",
        ),
    },
)
def link_name(link: AxeTarget) -> Outcome:
    """A link has a name."""
    return judged(link, "no-name")


@about_button(
    "button-name",
    "WCAG 4.1.2",
    "ACT 97a4e1",
    "ACT m6b1q3",
    title=Text("Buttons have a text", "Knappar har en text"),
    messages={
        "no-name": Text(
            "The button has no text, or only an icon without alternative text.",
            "Knappen saknar text, eller har bara en ikon utan alternativtext.",
        ),
    },
)
def button_name(button: AxeTarget) -> Outcome:
    """A button has a name."""
    return judged(button, "no-name")


@about_button(
    "input-button-name",
    "WCAG 4.1.2",
    "ACT 97a4e1",
    title=Text("Form buttons have a text", "Formulärets knappar har en text"),
    messages={"no-name": Text("The form's button has no text.", "Formulärets knapp saknar text.")},
)
def input_button_name(button: AxeTarget) -> Outcome:
    """An input that is a button has a name."""
    return judged(button, "no-name")


@about_button(
    "input-image-alt",
    "WCAG 1.1.1",
    "WCAG 4.1.2",
    "ACT 59796f",
    title=Text("Buttons that are pictures have alternative text", "Knappar som är bilder har alternativtext"),
    messages={
        "missing": Text(
            "The button is a picture without alternative text.", "Knappen är en bild utan alternativtext."
        ),
    },
)
def input_image_alt(button: AxeTarget) -> Outcome:
    """An image button has a name."""
    return judged(button, "missing")


@about_button(
    "aria-command-name",
    "WCAG 4.1.2",
    "ACT 97a4e1",
    "ACT m6b1q3",
    title=Text(
        "What works as a button, link or menu item has a text",
        "Det som fungerar som knapp, länk eller menyval har en text",
    ),
    messages={
        "no-name": Text(
            "Something works as a button, link or menu item but has no text.",
            "Något fungerar som knapp, länk eller menyval men saknar text.",
        ),
    },
)
def aria_command_name(command: AxeTarget) -> Outcome:
    """An element with role button, link or menuitem has a name."""
    return judged(command, "no-name")


@about_button(
    "summary-name",
    "WCAG 4.1.2",
    "ACT 2t702h",
    title=Text(
        "Parts that fold out have a heading to press", "Delar som fälls ut har en rubrik att trycka på"
    ),
    messages={
        "no-name": Text(
            "What one presses to fold out more text has no text itself.",
            "Det man trycker på för att fälla ut mer text saknar egen text.",
        ),
    },
)
def summary_name(summary: AxeTarget) -> Outcome:
    """A summary has a name."""
    return judged(summary, "no-name")


@about(
    "frame-title",
    "WCAG 4.1.2",
    "ACT cae760",
    title=Text("Embedded pages have a name", "Inbäddade sidor har ett namn"),
    why=Text(
        "Someone who listens is asked to step into a frame without hearing whether it holds a map, a film or a form.",
        "Den som lyssnar får gå in i en ram utan att höra om den innehåller en karta, en film eller ett formulär.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Give what is embedded a name that says what it is, such as “Map to the venue”. Many editors have a "
            "field for title where the code is pasted.",
            "Ge det inbäddade ett namn som säger vad det är, till exempel ”Karta till lokalen”. Många redigerare har "
            "ett fält för titel där koden klistras in.",
        ),
        web=Text('Put title="…" on the <iframe>.', 'Sätt title="…" på <iframe>.'),
    ),
    messages={
        "no-name": Text(
            "The embedded page (frame) has no name that says what it holds.",
            "Den inbäddade sidan (ramen) saknar ett namn som säger vad den innehåller.",
        ),
    },
)
def frame_title(frame: AxeTarget) -> Outcome:
    """A frame has a name."""
    return judged(frame, "no-name")


@about_part(
    "aria-dialog-name",
    title=Text("Dialogs have a name", "Dialogrutor har ett namn"),
    messages={
        "no-name": Text(
            "The dialog has no name that says what it is about.",
            "Dialogrutan saknar ett namn som säger vad den handlar om.",
        ),
    },
)
def aria_dialog_name(dialog: AxeTarget) -> Outcome:
    """A dialog has a name."""
    return judged(dialog, "no-name")


@about_part(
    "aria-meter-name",
    "WCAG 1.1.1",
    title=Text("Gauges have a name", "Mätare har ett namn"),
    messages={
        "no-name": Text(
            "The gauge does not say what it measures.",
            "Mätaren säger inte vad den mäter.",
        ),
    },
)
def aria_meter_name(meter: AxeTarget) -> Outcome:
    """A meter has a name."""
    return judged(meter, "no-name")


@about_part(
    "aria-progressbar-name",
    "WCAG 1.1.1",
    title=Text("Progress bars have a name", "Förloppsmätare har ett namn"),
    messages={
        "no-name": Text(
            "The progress bar does not say what is in progress.",
            "Förloppsmätaren säger inte vad som pågår.",
        ),
    },
)
def aria_progressbar_name(bar: AxeTarget) -> Outcome:
    """A progress bar has a name."""
    return judged(bar, "no-name")


@about_part(
    "aria-tab-name",
    "WCAG 4.1.2",
    title=Text("Tabs have a text", "Flikar har en text"),
    messages={
        "no-name": Text(
            "The tab has no text that says what it shows.",
            "Fliken saknar text som säger vad den visar.",
        )
    },
)
def aria_tab_name(tab: AxeTarget) -> Outcome:
    """A tab has a name."""
    return judged(tab, "no-name")


@about_part(
    "aria-tooltip-name",
    "WCAG 4.1.2",
    title=Text("Tooltips have a text", "Tipsrutor har en text"),
    messages={"no-name": Text("The tooltip has no text.", "Tipsrutan saknar text.")},
)
def aria_tooltip_name(tooltip: AxeTarget) -> Outcome:
    """A tooltip has a name."""
    return judged(tooltip, "no-name")


@about_part(
    "aria-treeitem-name",
    title=Text("Items of a tree have a text", "Poster i en trädvy har en text"),
    messages={
        "no-name": Text(
            "The item in the tree has no text.",
            "Posten i trädvyn saknar text.",
        )
    },
)
def aria_treeitem_name(item: AxeTarget) -> Outcome:
    """An item of a tree has a name."""
    return judged(item, "no-name")


def examples() -> dict[str, dict[str, Page]]:
    nameless = AxeTarget(checks=("has-visible-text", "aria-label", "aria-labelledby", "non-empty-title"))
    no_name = {"failed no-name": nameless}
    return {
        "link_name": pages("link-name", no_name),
        "button_name": pages("button-name", no_name),
        "input_button_name": pages("input-button-name", no_name),
        "input_image_alt": pages("input-image-alt", {"failed missing": AxeTarget(checks=("non-empty-alt",))}),
        "aria_command_name": pages("aria-command-name", no_name),
        "summary_name": pages("summary-name", no_name),
        "frame_title": pages("frame-title", no_name),
        "aria_dialog_name": pages("aria-dialog-name", no_name),
        "aria_meter_name": pages("aria-meter-name", no_name),
        "aria_progressbar_name": pages("aria-progressbar-name", no_name),
        "aria_tab_name": pages("aria-tab-name", no_name),
        "aria_tooltip_name": pages("aria-tooltip-name", no_name),
        "aria_treeitem_name": pages("aria-treeitem-name", no_name),
    }
