"""Where the keyboard is can be seen, and it goes where a reader expects."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text, ask, failed, passed, rule
from a11ycheck.documents.colour_contrast import rounded_down
from a11ycheck.documents.page.driven import Driven
from a11ycheck.documents.page.keyboard import Jump, KeyboardWalk, Seen, Stop, Surprise, called, seen
from a11ycheck.documents.page.model import Element, Page

IN_THE_CODE = Text(
    "This is in the code of the site: pass it on to whoever builds it.",
    "Det här sitter i webbplatsens kod: lämna det vidare till den som bygger den.",
)

about_focus = partial(rule, document=Page, who=(People.KEYBOARD, People.LOW_VISION))


@about_focus(
    each=seen(lambda walk: (stop for stop in walk.stops if stop.shown is not None)),
    meets=("WCAG 2.4.7", "ACT oj04fd"),
    title=Text("It can be seen where the keyboard is", "Det syns var tangentbordet är"),
    why=Text(
        "Someone who cannot use a mouse goes through the page with the Tab key; without a visible focus they do not "
        "know which link or field they are at.",
        "Den som inte kan använda mus går genom sidan med tabbtangenten; utan synlig fokusmarkering vet hen inte "
        "vilken länk eller vilket fält hen är på.",
    ),
    fix=Fix(
        Text(
            "Let links, buttons and fields get a clear frame when they are reached with the Tab key. This is in the "
            "site's theme or code: pass it on to whoever builds it.",
            "Låt länkar, knappar och fält få en tydlig ram när man når dem med tabbtangenten. Det här sitter i "
            "webbplatsens tema eller kod: lämna det vidare till den som bygger den.",
        ),
        web=Text(
            "Take outline: none away from the style sheet, or give :focus-visible a clear outline, such as 3px solid.",
            "Ta bort outline: none ur formatmallen, eller ge :focus-visible en tydlig outline, till exempel 3px solid.",
        ),
    ),
    messages={
        "nothing": Text(
            "Nothing on the screen shows that “{name}” has the keyboard's focus.",
            "Ingenting på skärmen visar att ”{name}” har tangentbordets fokus.",
        ),
    },
)
def focus_visible(stop: Seen[Stop]) -> Outcome:
    """Something on the screen looks different with focus than without."""
    return passed() if stop.fact.shown else failed("nothing", name=called(stop.element))


@about_focus(
    each=seen(lambda walk: (stop for stop in walk.stops if stop.ratio is not None)),
    meets=("WCAG 1.4.11",),
    title=Text(
        "What shows where the keyboard is stands out", "Det som visar var tangentbordet är syns tydligt"
    ),
    why=Text(
        "Someone with low vision who uses the keyboard does not see which link or field they are at.",
        "Den som ser dåligt och använder tangentbord ser inte vilken länk eller vilket fält hen är på.",
    ),
    fix=Fix(
        Text(
            "Let what has the keyboard's focus get a frame that is much darker, or much lighter, than what is around "
            "it. This is in the site's theme or code: pass it on to whoever builds it.",
            "Låt det som har tangentbordets fokus få en ram som är mycket mörkare, eller mycket ljusare, än det runt "
            "om. Det här sitter i webbplatsens tema eller kod: lämna det vidare till den som bygger den.",
        ),
        web=Text(
            "Give :focus-visible an outline of 2px or more in a colour with a contrast of 3:1 to the page, or leave "
            "the outline to the browser.",
            "Ge :focus-visible en outline på minst 2px i en färg med kontrasten 3:1 mot sidan, eller låt webbläsaren "
            "sköta den.",
        ),
    ),
    messages={
        "faint": Text(
            "What shows that “{name}” has the keyboard's focus stands out only {ratio}:1; at least 3:1 is needed.",
            "Det som visar att ”{name}” har tangentbordets fokus har bara kontrasten {ratio}:1; minst 3:1 krävs.",
        ),
    },
)
def focus_stands_out(stop: Seen[Stop]) -> Outcome:
    """Something that shows the focus has a contrast of 3:1 to what was there before, or to what is beside it now; what
    the browser itself draws will do."""
    ratio = stop.fact.ratio or 0.0
    if ratio >= 3:
        return passed()
    return failed("faint", name=called(stop.element), ratio=rounded_down(ratio))


@about_focus(
    each=seen(lambda walk: walk.stops),
    meets=("WCAG 2.4.11",),
    title=Text(
        "Nothing that stays in place covers what has focus", "Inget som ligger kvar täcker det som har fokus"
    ),
    why=Text(
        "A banner or menu that stays in the window lies over what the keyboard has come to, and someone who uses only "
        "the keyboard does not see where they are.",
        "En banderoll eller meny som ligger kvar i fönstret täcker det som tangentbordet har kommit till, och den som "
        "bara använder tangentbord ser inte var hen är.",
    ),
    fix=Fix(
        Text(
            "Make the banner or menu smaller, let it scroll away with the page, or let it be closed before the page is "
            "used.",
            "Gör banderollen eller menyn mindre, låt den rulla bort med sidan, eller låt den stängas innan sidan "
            "används.",
        ),
        web=Text(
            "Set scroll-padding-top or scroll-padding-bottom on html to the height of what stays in place.",
            "Sätt scroll-padding-top eller scroll-padding-bottom på html till höjden på det som ligger kvar.",
        ),
    ),
    messages={
        "covered": Text(
            "When “{name}” has focus, all of it is under “{cover}”.",
            "När ”{name}” har fokus ligger hela under ”{cover}”.",
        ),
    },
)
def focus_not_covered(stop: Seen[Stop]) -> Outcome:
    """At least some part of it can be seen (WCAG 2.4.11 asks for no more at level AA)."""
    if stop.fact.hidden < 1:
        return passed()
    return failed("covered", name=called(stop.element), cover=stop.named(stop.fact.hidden_by))


@about_focus(
    each=seen(lambda walk: (stop for stop in walk.stops if stop.behind)),
    meets=("WCAG 2.4.3",),
    title=Text("An open dialog keeps the keyboard inside", "En öppen dialogruta håller kvar tangentbordet"),
    why=Text(
        "The dialog lies over the page, yet the Tab key goes on behind it, among things that cannot be seen or are not "
        "read out.",
        "Dialogrutan ligger över sidan, men tabbtangenten går vidare bakom den, bland sådant som inte syns eller inte "
        "läses upp.",
    ),
    fix=Fix(
        IN_THE_CODE,
        web=Text(
            "Use <dialog> and open it with showModal(), or give everything outside the dialog the attribute inert.",
            "Använd <dialog> och öppna den med showModal(), eller ge allt utanför dialogrutan attributet inert.",
        ),
    ),
    messages={
        "behind": Text(
            "The Tab key leads to “{name}” behind the open dialog “{dialog}”.",
            "Tabbtangenten leder till ”{name}” bakom den öppna dialogrutan ”{dialog}”.",
        ),
    },
)
def focus_behind_dialog(stop: Seen[Stop]) -> Outcome:
    """No stop is outside a dialog that says it is modal while it is open."""
    return failed("behind", name=called(stop.element), dialog=stop.named(stop.fact.behind))


@about_focus(
    each=seen(lambda walk: walk.jumps),
    meets=("WCAG 2.4.3",),
    title=Text("The Tab key goes the way the page is read", "Tabbtangenten går i den ordning man läser"),
    why=Text(
        "Where things stand in another order on the screen than in the code, the focus jumps backwards and the page is "
        "read out in an order that nobody sees.",
        "Där saker står i en annan ordning på skärmen än i koden hoppar fokus bakåt, och sidan läses upp i en ordning "
        "som ingen ser.",
    ),
    fix=Fix(
        Text(
            "Put the parts in the order they are to be read, in the editor as well as on the screen.",
            "Lägg delarna i den ordning de ska läsas, i redigeraren såväl som på skärmen.",
        ),
        web=Text(
            "Take order and row-reverse or column-reverse away from the style sheet, and change the order in the HTML.",
            "Ta bort order och row-reverse eller column-reverse ur formatmallen, och ändra ordningen i HTML-koden.",
        ),
    ),
    messages={
        "backwards": Text(
            "The Tab key goes backwards, from “{first}” to “{second}” before it. Is the order still easy to follow?",
            "Tabbtangenten går bakåt, från ”{first}” till ”{second}” före den. Är ordningen ändå lätt att följa?",
        ),
        "hard": Text(
            "The Tab key goes backwards, from “{first}” to “{second}”, and the order is hard to follow.",
            "Tabbtangenten går bakåt, från ”{first}” till ”{second}”, och ordningen är svår att följa.",
        ),
    },
)
def focus_order(jump: Seen[Jump]) -> Outcome:
    """Where the screen shows two stops the other way round, a person finds that it does no harm."""
    first, second = jump.named(jump.fact.first), jump.named(jump.fact.second)
    return ask(
        "backwards", first=first, second=second, yes=passed(), no=failed("hard", first=first, second=second)
    )


@about_focus(
    each=seen(lambda walk: (one for one in walk.surprises if one.effect == "blurred")),
    meets=("WCAG 2.1.1", "WCAG 2.4.7"),
    title=Text("What gets focus keeps it", "Det som får fokus behåller det"),
    why=Text(
        "The focus is thrown away as soon as it arrives, so someone who uses only the keyboard can neither see nor use "
        "the link or button.",
        "Fokus kastas bort så snart det kommer fram, så den som bara använder tangentbord kan varken se eller använda "
        "länken eller knappen.",
    ),
    fix=Fix(
        IN_THE_CODE,
        web=Text(
            "Take the script away that calls blur() when the element gets focus.",
            "Ta bort skriptet som anropar blur() när elementet får fokus.",
        ),
    ),
    messages={
        "thrown-away": Text(
            "“{name}” throws the focus away as soon as it gets it.",
            "”{name}” kastar bort fokus så snart det får det.",
        ),
    },
)
def focus_kept(surprise: Seen[Surprise]) -> Outcome:
    """No script takes focus from an element that just got it (failure F55)."""
    return failed("thrown-away", name=called(surprise.element))


def examples() -> dict[str, dict[str, Page]]:
    def page(**walk: object) -> Page:
        link = Element("a", {"href": "/program"}, "Programmet", role="link", name="Programmet", path="0.1.0")
        other = Element("div", {}, "Vi använder kakor", path="0.1.1")
        made = Page.of(link, other, driven=Driven(keyboard=KeyboardWalk(**walk)))  # type: ignore[arg-type]
        made.root.path = "0"
        return made

    return {
        "focus_visible": {
            "failed nothing": page(stops=(Stop("0.1.0", shown=False),)),
            "passed": page(stops=(Stop("0.1.0", shown=True),)),
            "inapplicable, not found out": page(stops=(Stop("0.1.0"),)),
            "inapplicable, not walked through": Page.of(Element("a", {"href": "/"}, "Hem")),
        },
        "focus_stands_out": {
            "failed faint": page(stops=(Stop("0.1.0", shown=True, ratio=1.3),)),
            "passed": page(stops=(Stop("0.1.0", shown=True, ratio=3.2),)),
            "inapplicable": page(stops=(Stop("0.1.0", shown=True),)),
        },
        "focus_not_covered": {
            "failed covered": page(stops=(Stop("0.1.0", hidden=1.0, hidden_by="0.1.1"),)),
            "passed, in part": page(stops=(Stop("0.1.0", hidden=0.5, hidden_by="0.1.1"),)),
            "inapplicable": page(),
        },
        "focus_behind_dialog": {
            "failed behind": page(stops=(Stop("0.1.0", behind="0.1.1"),)),
            "inapplicable": page(stops=(Stop("0.1.0"),)),
        },
        "focus_order": {
            "cannot-tell backwards": page(jumps=(Jump("0", "0.1.1", "0.1.0"),)),
            "inapplicable": page(),
        },
        "focus_kept": {
            "failed thrown-away": page(surprises=(Surprise("0.1.0", "focus", "blurred"),)),
            "inapplicable": page(surprises=(Surprise("0.1.0", "focus", "navigated"),)),
        },
    }
