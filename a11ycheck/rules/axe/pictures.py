"""Pictures say in words what they show (axe-core's rules on text alternatives)."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed
from a11ycheck.documents.page.axe_results import AxeTarget
from a11ycheck.documents.page.model import Page
from a11ycheck.rules.axe_verdicts import about, every, judged, page_with, pages

WHY = Text(
    "Someone who listens to the page hears only that there is a picture, or a file name, and misses what it says.",
    "Den som lyssnar på sidan hör bara att det finns en bild, eller ett filnamn, och går miste om vad den säger.",
)
WRITE_ALT = Text(
    "Open the picture in the web editor and write in the field for alternative text what it tells. If it is only for "
    "show, mark it as decorative or leave the field empty.",
    "Öppna bilden i webbredigeraren och skriv i fältet för alternativtext vad den berättar. Är den bara till för syns "
    "skull, markera den som dekorativ eller lämna fältet tomt.",
)
DRAWN = Fix(
    Text(
        "Ask whoever builds the site to give the drawing a text that says what it tells, or to hide it from screen "
        "readers if it tells nothing.",
        "Be den som bygger webbplatsen att ge bilden en text som säger vad den berättar, eller att dölja den för "
        "skärmläsare om den inte berättar något.",
    ),
    web=Text(
        'Put aria-label="…" on the element that has role="img", or a <title> first in the <svg>. A decorative one has '
        'aria-hidden="true".',
        'Sätt aria-label="…" på elementet som har role="img", eller en <title> först i <svg>. En dekorativ har '
        'aria-hidden="true".',
    ),
)

about_picture = partial(about, why=WHY, who=(People.SCREEN_READER,))


@about_picture(
    "image-alt",
    "WCAG 1.1.1",
    "ACT 23a2a8",
    title=Text("Images on the page have alternative text", "Bilder på sidan har alternativtext"),
    fix=Fix(
        WRITE_ALT,
        web=Text(
            'Write it in the alt attribute of the <img>; a decorative picture has an empty one, alt="".',
            'Skriv den i attributet alt på <img>; en dekorativ bild har ett tomt, alt="".',
        ),
    ),
    messages={
        "missing": Text("The picture has no alternative text.", "Bilden saknar alternativtext."),
        "only-a-space": Text(
            "The picture's alternative text is only a space, which some screen readers read out as a picture.",
            "Bildens alternativtext är bara ett mellanslag, vilket en del skärmläsare läser upp som en bild.",
        ),
    },
)
def image_alt(picture: AxeTarget) -> Outcome:
    """It has alternative text, or says that it is decorative."""
    return judged(picture, "missing", alt_space_value="only-a-space")


@about_picture(
    "role-img-alt",
    "WCAG 1.1.1",
    "ACT 23a2a8",
    title=Text(
        "What is marked as a picture has alternative text", "Det som är märkt som bild har alternativtext"
    ),
    fix=DRAWN,
    messages={
        "missing": Text(
            "The element is marked as a picture but has no alternative text.",
            "Elementet är märkt som bild men saknar alternativtext.",
        ),
    },
)
def role_img_alt(picture: AxeTarget) -> Outcome:
    """An element with role img has a name."""
    return judged(picture, "missing")


@about_picture(
    "svg-img-alt",
    "WCAG 1.1.1",
    "ACT 7d6734",
    title=Text(
        "Drawings and icons (SVG) have alternative text", "Teckningar och ikoner (SVG) har alternativtext"
    ),
    fix=DRAWN,
    messages={
        "missing": Text(
            "The drawing (SVG) has no alternative text.", "Teckningen (SVG) saknar alternativtext."
        ),
    },
)
def svg_img_alt(drawing: AxeTarget) -> Outcome:
    """An svg that is marked as a picture has a name."""
    return judged(drawing, "missing")


@about_picture(
    "object-alt",
    "WCAG 1.1.1",
    "ACT 8fc3b6",
    title=Text("Embedded objects have alternative text", "Inbäddade objekt har alternativtext"),
    fix=Fix(
        Text(
            "Say in words what the embedded object shows, or put an ordinary picture or link in its place.",
            "Säg i ord vad det inbäddade objektet visar, eller sätt en vanlig bild eller länk i dess ställe.",
        ),
        web=Text(
            'Put aria-label="…" or title="…" on the <object>.',
            'Sätt aria-label="…" eller title="…" på <object>.',
        ),
    ),
    messages={
        "missing": Text(
            "The embedded object has no alternative text.", "Det inbäddade objektet saknar alternativtext."
        ),
    },
)
def object_alt(embedded: AxeTarget) -> Outcome:
    """An object that shows something has a name."""
    return judged(embedded, "missing")


@about_picture(
    "area-alt",
    "WCAG 2.4.4",
    "WCAG 2.4.9",
    "WCAG 4.1.2",
    "ACT c487ae",
    title=Text("Links in an image map have alternative text", "Länkar i en bildkarta har alternativtext"),
    fix=Fix(
        Text(
            "Write for each part of the picture that can be clicked where it leads.",
            "Skriv för varje klickbar del av bilden vart den leder.",
        ),
        web=Text(
            "Write it in the alt attribute of each <area>.", "Skriv det i attributet alt på varje <area>."
        ),
    ),
    messages={
        "missing": Text(
            "A part of the picture is a link but does not say where it leads.",
            "En del av bilden är en länk men säger inte vart den leder.",
        ),
    },
)
def area_alt(area: AxeTarget) -> Outcome:
    """A link in an image map has a name."""
    return judged(area, "missing")


@about(
    "image-redundant-alt",
    title=Text(
        "Alternative text does not repeat the text beside it", "Alternativtexten upprepar inte texten bredvid"
    ),
    why=Text(
        "Someone who listens hears the same words twice.",
        "Den som lyssnar hör samma ord två gånger.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Leave the picture's alternative text empty when the text beside it in the same link or button says the "
            "same.",
            "Lämna bildens alternativtext tom när texten bredvid i samma länk eller knapp säger samma sak.",
        ),
        web=Text('Set alt="" on the <img>.', 'Ange alt="" på <img>.'),
    ),
    messages={
        "repeated": Text(
            "The picture's alternative text says the same as the text of the link or button it stands in.",
            "Bildens alternativtext säger samma sak som texten i länken eller knappen där den står.",
        ),
    },
)
def image_redundant_alt(holder: AxeTarget) -> Outcome:
    """The words of a link or button are not also its picture's alternative text."""
    return judged(holder, "repeated")


@about(
    "server-side-image-map",
    "WCAG 2.1.1",
    heard=every,
    title=Text("Places in a picture can be reached without a mouse", "Ställen i en bild kan nås utan mus"),
    why=Text(
        "Where the server works out which place in the picture was clicked, someone who uses only the keyboard or "
        "listens cannot choose a place.",
        "Där servern räknar ut vilket ställe i bilden som klickades kan den som bara använder tangentbord eller "
        "lyssnar inte välja ställe.",
    ),
    who=(People.KEYBOARD, People.SCREEN_READER),
    fix=Fix(
        Text(
            "Put an ordinary link beside the picture for each place that it leads to.",
            "Sätt en vanlig länk bredvid bilden för varje ställe som den leder till.",
        ),
        web=Text(
            "Take away ismap and use <map> with an <area> that has alt for each place, or ordinary links.",
            "Ta bort ismap och använd <map> med en <area> som har alt för varje ställe, eller vanliga länkar.",
        ),
    ),
    messages={
        "other-way": Text(
            "Where the picture leads depends on where in it one clicks. Can all of those places be reached by "
            "ordinary links as well?",
            "Vart bilden leder beror på var i den man klickar. Går alla de ställena att nå med vanliga länkar också?",
        ),
        "mouse-only": Text(
            "Places that the picture leads to can only be reached with a mouse.",
            "Ställen som bilden leder till går bara att nå med mus.",
        ),
    },
)
def server_side_image_map(picture: AxeTarget) -> Outcome:
    """A picture whose clicks the server interprets has ordinary links to the same places, as a person can see."""
    if picture.status == "passed":
        return passed()
    return ask("other-way", yes=passed(), no=failed("mouse-only"))


def examples() -> dict[str, dict[str, Page]]:
    nameless = AxeTarget(checks=("aria-label", "aria-labelledby"))
    return {
        "image_alt": pages(
            "image-alt",
            {
                "failed missing": AxeTarget(
                    snippet='<img src="karta.png">', checks=("has-alt", "aria-label")
                ),
                "failed only-a-space": AxeTarget(
                    snippet='<img src="karta.png" alt=" ">', checks=("alt-space-value",)
                ),
            },
        ),
        "role_img_alt": pages("role-img-alt", {"failed missing": nameless}),
        "svg_img_alt": pages("svg-img-alt", {"failed missing": nameless}),
        "object_alt": pages("object-alt", {"failed missing": nameless}),
        "area_alt": pages("area-alt", {"failed missing": nameless}),
        "image_redundant_alt": pages(
            "image-redundant-alt", {"failed repeated": AxeTarget(checks=("duplicate-img-label",))}
        ),
        "server_side_image_map": {
            "cannot-tell other-way": page_with(
                "server-side-image-map", AxeTarget(status="incomplete", checks=("exists",))
            ),
            "passed": page_with("server-side-image-map", AxeTarget(status="passed")),
        },
    }
