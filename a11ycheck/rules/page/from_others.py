"""What stands on a page and comes from others: forms of other services, tests that one is a human being."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from a11ycheck import Fix, Outcome, People, Text, Where, ask, failed, passed, rule
from a11ycheck.documents.addresses import host_of
from a11ycheck.documents.page.model import Element, Page

MOST = 200
SMALLEST = 40.0
"""CSS pixels across and down below which a frame shows nothing."""

FORMS = re.compile(
    r"(?:^|\.)(?:forms\.office\.com|forms\.cloud\.microsoft|typeform\.com|surveymonkey\.com|jotform\.com|eventbrite\.\w{2,3}"
    r"|lyyti\.(?:fi|com|in)|simplesignup\.se|magnetevent\.se|delegia\.com|invitepeople\.com|trippus\.\w{2,3}|ticksta\.\w{2,3}"
    r"|webropol(?:surveys)?\.com|questback\.com|netigate\.\w{2,3}|esmaker\.net|tito\.io|ti\.to|meetup\.com|billetto\.\w{2,3}"
    r"|tickettailor\.com|weezevent\.com|helloasso\.com|xing-events\.com|doodle\.com|entryscape\.com|paloma\.se"
    r"|mailchimp\.com|list-manage\.com|hubspot\.com|hsforms\.(?:com|net)|cognitoforms\.com|wufoo\.com|formstack\.com)$"
)
"""Hosts of services for registration and questions."""
FORM_PATH = re.compile(
    r"/(?:forms?|register|registration|anmalan|signup|survey|enkat|checkout)(?:[/?.]|$)", re.IGNORECASE
)
CAPTCHA_HOST = re.compile(
    r"(?:^|\.)(?:hcaptcha\.com|recaptcha\.net|challenges\.cloudflare\.com|arkoselabs\.com|funcaptcha\.com|mtcaptcha\.com)$"
)
CAPTCHA = re.compile(r"captcha", re.IGNORECASE)
UNSEEN = "size=invisible"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A frame that shows a form of another service."""

    element: Element
    host: str

    @property
    def where(self) -> Where:
        return self.element.where


def foreign_forms(page: Page) -> Iterator[Foreign]:
    own = host_of(page.address)
    seen: set[str] = set()
    for element in islice(page.elements("iframe"), MOST):
        host = host_of(element.address)
        if not host or _same_site(host, own) or host in seen or not _is_seen(element):
            continue
        google_form = host == "docs.google.com" and "/forms/" in element.address
        if google_form or FORMS.search(host) or FORM_PATH.search(element.address):
            seen.add(host)
            yield Foreign(element, host)


def _same_site(host: str, own: str) -> bool:
    return host == own or host.split(".")[-2:] == own.split(".")[-2:]


def _is_seen(element: Element) -> bool:
    box = element.box
    if not element.is_visible:
        return False
    return box is None or (box.right - box.left >= SMALLEST and box.bottom - box.top >= SMALLEST)


@rule(
    document=Page,
    each=foreign_forms,
    title=Text(
        "Forms from other services can be used by everyone",
        "Formulär från andra tjänster kan användas av alla",
    ),
    why=Text(
        "Who cannot fill in the form cannot register, and to the person it is the organiser's form.",
        "Den som inte kan fylla i formuläret kan inte anmäla sig, och för den personen är det arrangörens formulär.",
    ),
    who=(People.EVERYONE,),
    fix=Fix(
        Text(
            "Ask the service for its accessibility statement, try the form by keyboard, and give another way to "
            "register: mail or telephone.",
            "Be tjänsten om en tillgänglighetsredogörelse, prova formuläret med tangentbord och ge ett annat sätt att "
            "anmäla sig: mejl eller telefon.",
        ),
        web=Text(
            "Write the mail address and telephone number right beside the form. Check the form's own address, too.",
            "Skriv mejladress och telefonnummer intill formuläret. Kontrollera formulärets egen adress också.",
        ),
    ),
    messages={
        "checked": Text(
            "The form comes from {host} and is used by whoever registers. Has it been filled in by keyboard and with "
            "a screen reader?",
            "Formuläret kommer från {host} och används av den som anmäler sig. Har någon fyllt i det med tangentbord "
            "och med skärmläsare?",
        ),
        "unchecked": Text(
            "The form from {host} has not been tried by keyboard and with a screen reader.",
            "Formuläret från {host} är inte prövat med tangentbord och med skärmläsare.",
        ),
    },
)
def foreign_form(form: Foreign) -> Outcome:
    """Somebody has tried it. No clause asks for that; its faults are for other rules, where it can be read."""
    return ask("checked", host=form.host, yes=passed(), no=failed("unchecked", host=form.host))


def captchas(page: Page) -> Iterator[Element]:
    """The first test that one is a human being, if any is seen."""
    found = (
        each
        for each in page.elements("iframe", "img", "canvas", "input")
        if _is_captcha(each) and _is_seen(each)
    )
    return islice(found, 1)


def _is_captcha(element: Element) -> bool:
    if element.tag == "iframe":
        address = element.address
        ours = CAPTCHA_HOST.search(host_of(address)) or "/recaptcha/" in address
        return bool(ours) and UNSEEN not in address
    marks = " ".join(element.attribute(name)[:300] for name in ("src", "id", "class", "alt", "name"))
    return element.attribute("type") != "hidden" and bool(CAPTCHA.search(marks))


@rule(
    document=Page,
    each=captchas,
    meets=("WCAG 1.1.1", "WCAG 3.3.8"),
    title=Text(
        "A test that one is a human being shuts nobody out",
        "Ett test av att man är människa stänger ingen ute",
    ),
    why=Text(
        "Who does not see a picture, does not hear a sound or cannot solve a puzzle never gets to register.",
        "Den som inte ser en bild, inte hör ett ljud eller inte kan lösa en gåta får aldrig anmäla sig.",
    ),
    who=(People.SCREEN_READER, People.LOW_VISION, People.DEAF, People.READING),
    fix=Fix(
        Text(
            "Let the server tell machines from people without asking anyone, or offer two tests for different senses "
            "and none that has to be worked out.",
            "Låt servern skilja maskiner från människor utan att fråga någon, eller erbjud två test för olika sinnen "
            "och inget där man måste räkna ut något.",
        ),
        web=Text(
            "Choose the invisible setting of the service, or a hidden field that only machines fill in.",
            "Välj tjänstens osynliga läge, eller ett dolt fält som bara maskiner fyller i.",
        ),
    ),
    messages={
        "two-ways": Text(
            "There is a test that one is a human being. Can it be passed both without seeing and without hearing, and "
            "without solving or remembering anything?",
            "Här finns ett test av att man är människa. Går det att klara både utan att se och utan att höra, och "
            "utan att lösa eller minnas något?",
        ),
        "shuts-out": Text(
            "The test that one is a human being cannot be passed by everyone.",
            "Testet av att man är människa går inte att klara för alla.",
        ),
    },
)
def captcha(test: Element) -> Outcome:
    """It can be passed through more than one sense, and without a puzzle."""
    return ask("two-ways", yes=passed(), no=failed("shuts-out"))


def examples() -> dict[str, dict[str, Page]]:
    def frame(address: str) -> Page:
        return Page.of(Element("iframe", {"src": address}, name="Anmälan"))

    return {
        "foreign_form": {
            "cannot-tell checked": frame("https://www.lyyti.in/moten/2026"),
            "cannot-tell checked, by its path": frame("https://tickets.example.com/register?event=3"),
            "inapplicable, our own": frame("https://form.example.org/anmalan"),
            "inapplicable, a film": frame("https://www.youtube.com/embed/abc"),
        },
        "captcha": {
            "cannot-tell two-ways": frame("https://newassets.hcaptcha.com/captcha/v1/x/static/hcaptcha.html"),
            "cannot-tell two-ways, a picture": Page.of(Element("img", {"src": "/captcha.php", "alt": "Kod"})),
            "inapplicable, unseen": frame("https://www.google.com/recaptcha/api2/anchor?k=1&size=invisible"),
        },
    }
