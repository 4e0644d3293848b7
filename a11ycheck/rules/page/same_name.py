"""Links and frames that have the same name lead to and hold the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice
from urllib.parse import urldefrag, urlsplit

from a11ycheck import Fix, Outcome, People, Text, Where, anchor, ask, failed, passed, rule, steps
from a11ycheck.documents.page.gist import Gist
from a11ycheck.documents.page.model import Element, Fetched, Frame, Page
from a11ycheck.text.labels import is_advertisement
from a11ycheck.text.words import is_generic_link_text

ALIKE = 0.6
"""How large a part of the words of one must stand in the other for two pages to be about the same; between this and
``APART`` only a person can tell. Both limits are ours."""
APART = 0.1
ENOUGH_WORDS = 15
"""Different words that a page must have for its words to speak against its being the same as another."""
LONGEST_TOLD = 150
"""Characters of an address that are told."""
MOST_PAIRS = 30
MOST_IN_CONTEXT = 20
MOST_SETS = 5
"""Names of links to different addresses that are told of on one page."""

ONCLICK = re.compile(r"location(?:\.href)?\s{0,3}=\s{0,3}['\"]([^'\"]{1,2000})['\"]")
"""A script of an element's own that leads elsewhere."""
PICTURES = ("img", "svg", "canvas", "picture", "video", "path", "circle", "polygon", "rect", "use", "image")
CONTEXTS = ("p", "li", "td", "th", "dd", "dt", "div", "section", "article", "main", "body")


@dataclass(frozen=True, slots=True)
class Named:
    """Links or frames that have one name, and what is known of where each leads."""

    name: str
    members: tuple[Element, ...]
    page: Page

    @property
    def where(self) -> Where:
        first = self.members[0]
        targets = sorted({self.page.quoted(_leads_to(each)) for each in self.members})
        told = anchor("same name", self.name, *targets)
        return Where(first.where.steps, told, first.box)


def links(page: Page) -> Iterator[Named]:
    """The links of each name that two links or more have; that a name says nothing is a fault of its own."""
    left = MOST_SETS
    for name, members in _by_name(page.with_role("link")).items():
        if any(map(str.isalpha, name)) and not is_generic_link_text(name, members[0].language or None):
            left -= len(set(map(_leads_to, members))) > 1
            if left >= 0:
                yield Named(name, members, page)


def links_in_one_context(page: Page) -> Iterator[Named]:
    """The links of each name that stand in one paragraph, list item, cell or block."""
    for same in links(page):
        contexts: defaultdict[int, list[Element]] = defaultdict(list)
        for link in same.members:
            contexts[id(_context(link))].append(link)
        for members in contexts.values():
            if 1 < len(members) <= MOST_IN_CONTEXT:
                yield Named(same.name, tuple(members), page)


def frames(page: Page) -> Iterator[Named]:
    for name, members in _by_name(each for each in page.elements("iframe") if _is_heard(each)).items():
        yield Named(name, members, page)


def _by_name(elements: Iterable[Element]) -> dict[str, tuple[Element, ...]]:
    named: defaultdict[str, list[Element]] = defaultdict(list)
    for element in elements:
        if name := " ".join(element.name.casefold().split()):
            named[name].append(element)
    return {name: tuple(members) for name, members in named.items() if len(members) > 1}


def _is_heard(frame: Element) -> bool:
    return frame.exposed and frame.is_rendered


def _leads_to(element: Element) -> str:
    """Where a link leads, without what stands after “#”; empty when that cannot be known."""
    if element.has("href") or element.has("xlink:href"):
        given = element.address or element.attribute("xlink:href")
    else:
        said = ONCLICK.search(element.attribute("onclick"))
        given = said[1] if said else element.attribute("src")
    full = element.frame.full(given) if element.frame and given else given
    if given.startswith("#") or full.startswith("javascript:"):
        return full
    address = urldefrag(full).url
    parts = urlsplit(address)
    # With or without a stroke at the end, a server gives the same folder.
    return address.rstrip("/") if not parts.query else address


def _context(link: Element) -> Element | None:
    """What a screen reader can say around a link: the paragraph, list item, cell or block that it stands in."""
    return next(
        (each for each in link.ancestors() if each.tag in CONTEXTS or each.style("display") == "block"), None
    )


def same_target(first: str, second: str, page: Page) -> bool | None:
    """Do two addresses lead to the same, or to what is about the same? None when only a person can tell."""
    if first == second:
        return True
    one, other = _fetched(first, page), _fetched(second, page)
    if one is None or other is None:
        return None
    if _plain(one.address) == _plain(other.address):
        return True
    if one.digest and one.digest == other.digest:
        # A script may show other things by what stands after the question mark.
        return True if urlsplit(first).query == urlsplit(second).query else None
    if one.gist is None or other.gist is None or one.status >= 400 or other.status >= 400:
        return None
    return _same_gist(one, other)


def _same_gist(one: Fetched, other: Fetched) -> bool | None:
    assert one.gist is not None
    assert other.gist is not None
    for sender, reached in ((one, other), (other, one)):
        assert sender.gist is not None
        if sender.gist.sends_to and _plain(sender.gist.sends_to) == _plain(reached.address):
            # Who is sent on at once ends up in the same place; who has to wait has come to another.
            return sender.gist.delay == 0
    return _about_the_same(one.gist, other.gist)


def _about_the_same(one: Gist, other: Gist) -> bool | None:
    enough = min(len(one.words), len(other.words)) >= ENOUGH_WORDS
    if enough and one.title != other.title and one.shares_with(other) < APART:
        return False
    return None


def _fetched(address: str, page: Page) -> Fetched | None:
    """What the address gave; a page that sends on at once stands for the one that it sends to, where that is known."""
    found = page.fetched.get(address) or page.fetched.get(address + "/")
    if found is None or found.status == 0:
        return None
    if found.gist and found.gist.sends_to and found.gist.delay == 0:
        return page.fetched.get(found.gist.sends_to, found)
    return found


def _plain(address: str) -> str:
    return urldefrag(address).url.rstrip("/")


def _told(address: str, page: Page) -> str:
    return page.quoted(address)[:LONGEST_TOLD]


def _verdicts(same: Named) -> list[tuple[bool | None, str, str]]:
    """Whether each pair of the different addresses leads to the same."""
    targets = list(filter(None, dict.fromkeys(_leads_to(each) for each in same.members)))
    pairs = list(islice(combinations(targets, 2), MOST_PAIRS))
    return [(same_target(one, other, same.page), one, other) for one, other in pairs]


LINK_FIX = Fix(
    Text(
        "Add to each link text what tells it from the others, such as “Minutes from March” and “Minutes from May”.",
        "Lägg till i varje länktext det som skiljer den från de andra, till exempel ”Protokoll från mars” och "
        "”Protokoll från maj”.",
    ),
    web=steps.LINK_TEXT_IN_HTML,
)


@rule(
    document=Page,
    each=links,
    meets=("WCAG 2.4.9", "ACT b20e66"),
    title=Text("Links with the same text lead to the same", "Länkar med samma text leder till samma sak"),
    why=Text(
        "Someone who listens often hears the links alone, as a list; two that sound the same cannot be told apart.",
        "Den som lyssnar hör ofta länkarna för sig, som en lista; två som låter likadant går inte att skilja åt.",
    ),
    who=(People.SCREEN_READER, People.VOICE, People.READING),
    fix=LINK_FIX,
    messages={
        "differ": Text(
            "The link text “{text}” leads to different pages: {first} and {second}.",
            "Länktexten ”{text}” leder till olika sidor: {first} och {second}.",
        ),
        "same": Text(
            "The link text “{text}” leads to different addresses, such as {first} and {second}. Does the reader "
            "get the same at both?",
            "Länktexten ”{text}” leder till olika adresser, till exempel {first} och {second}. Får läsaren samma "
            "sak på båda?",
        ),
    },
)
def links_with_same_name(same: Named) -> Outcome:
    """What they lead to is the same, is sent on to the same at once, or is about the same."""
    verdicts = _verdicts(same)
    text = " ".join(same.members[0].name.split())[:100]
    for answer, one, other in sorted(verdicts, key=lambda each: each[0] is None):
        told = {"text": text, "first": _told(one, same.page), "second": _told(other, same.page)}
        if answer is False:
            return failed("differ", **told)
        if answer is None:
            return ask("same", yes=passed(), no=failed("differ", **told), **told)
    return passed()


@rule(
    document=Page,
    each=links_in_one_context,
    meets=("WCAG 2.4.4", "ACT fd3a94"),
    title=Text(
        "Links that only pictures tell apart are told apart in words, too",
        "Länkar som bara bilder skiljer åt skiljs åt i ord också",
    ),
    why=Text(
        "Who sees the pictures knows which link is which; who listens hears the same words twice.",
        "Den som ser bilderna vet vilken länk som är vilken; den som lyssnar hör samma ord två gånger.",
    ),
    who=(People.SCREEN_READER, People.VOICE),
    fix=LINK_FIX,
    messages={
        "pictures": Text(
            "“{text}” leads to different addresses, {first} and {second}, and only pictures in the links tell "
            "them apart.",
            "”{text}” leder till olika adresser, {first} och {second}, och bara bilder i länkarna skiljer dem åt.",
        ),
        "beside": Text(
            "Links that are all called “{text}” lead to different addresses, such as {first} and {second}. Do "
            "pictures, colours or places show which is which?",
            "Länkar som alla heter ”{text}” leder till olika adresser, till exempel {first} och {second}. Visar "
            "bilder, färger eller platser vilken som är vilken?",
        ),
    },
)
def links_with_same_name_in_context(same: Named) -> Outcome:
    """They lead to the same, or nothing that is seen tells them apart either: then they are ambiguous to everyone,
    which WCAG 2.4.4 lets be. Where a target could not be looked at, it may be the same by another address."""
    answers = [(one, other) for answer, one, other in _verdicts(same) if answer is not True]
    if not answers:
        return passed()
    told = {
        "text": " ".join(same.members[0].name.split())[:100],
        "first": _told(answers[0][0], same.page),
        "second": _told(answers[0][1], same.page),
    }
    looks = {_leads_to(link): _look(link) for link in same.members}
    apart = [pair for pair in answers if all(map(looks.get, pair)) and looks[pair[0]] != looks[pair[1]]]
    if any(_is_there(one, same.page) and _is_there(other, same.page) for one, other in apart):
        return failed("pictures", **told)
    context = _context(same.members[0])
    if apart or (context is not None and any(each.tag in PICTURES for each in context.inside())):
        return ask("beside", yes=failed("pictures", **told), no=passed(), **told)
    return passed()


def _is_there(address: str, page: Page) -> bool:
    """It was asked for and answered, so that what it leads to is known by more than its address."""
    found = _fetched(address, page)
    return found is not None and found.status < 400


def _look(link: Element) -> str:
    """What tells the pictures in a link from others, their addresses and shapes; empty when there are none."""
    seen = [link.style("background-image")] if link.style("background-image") not in ("", "none") else []
    for element in link.inside():
        if element.tag in PICTURES:
            seen += [element.attribute(name) for name in ("src", "d", "points", "href", "data")]
    return " ".join(filter(None, seen))[:10_000]


@rule(
    document=Page,
    each=frames,
    meets=("WCAG 4.1.2", "ACT 4b1c6c"),
    title=Text("Frames with the same name hold the same", "Ramar med samma namn innehåller samma sak"),
    why=Text(
        "Someone who listens hears the names of the frames and cannot tell which to go into.",
        "Den som lyssnar hör ramarnas namn och kan inte veta vilken hen ska gå in i.",
    ),
    who=(People.SCREEN_READER,),
    fix=Fix(
        Text(
            "Give each frame a name of its own that says what it holds.",
            "Ge varje ram ett eget namn som säger vad den innehåller.",
        ),
        web=Text(
            "Write it in the title attribute of the <iframe>.", "Skriv det i attributet title på <iframe>."
        ),
    ),
    messages={
        "differ": Text(
            "Frames that are all called “{text}” hold different things: {first} and {second}.",
            "Ramar som alla heter ”{text}” innehåller olika saker: {first} och {second}.",
        ),
        "same": Text(
            "Frames that are all called “{text}” show different addresses, such as {first} and {second}. Do they hold "
            "the same?",
            "Ramar som alla heter ”{text}” visar olika adresser, till exempel {first} och {second}. Innehåller "
            "de samma sak?",
        ),
    },
)
def frames_with_same_name(same: Named) -> Outcome:
    """They show the same address or the same text. Advertisements all serve one purpose and may share a name."""
    if is_advertisement(same.name):
        return passed()
    shown = {frame.owner: frame for frame in same.page.frames if frame.owner is not None}
    targets = list({_shows(each): each for each in reversed(same.members)}.items())
    asked: tuple[str, str] | None = None
    text = " ".join(same.members[0].name.split())[:100]
    for (one, first), (other, second) in list(islice(combinations(targets, 2), MOST_PAIRS)):
        if _is_blank(one) or _is_blank(other):
            continue
        answer = _same_frame(shown.get(first), shown.get(second))
        if answer is False:
            return failed("differ", text=text, first=_told(one, same.page), second=_told(other, same.page))
        if answer is None and asked is None:
            asked = (_told(one, same.page), _told(other, same.page))
    if asked is None:
        return passed()
    told = {"text": text, "first": asked[0], "second": asked[1]}
    return ask("same", yes=passed(), no=failed("differ", **told), **told)


def _shows(frame: Element) -> str:
    return "about:srcdoc#" + frame.attribute("srcdoc") if frame.has("srcdoc") else _leads_to(frame)


def _is_blank(address: str) -> bool:
    return not address or address.startswith("about:blank")


def _same_frame(one: Frame | None, other: Frame | None) -> bool | None:
    """Do two frames hold the same? By the text and titles of what they show."""
    if one is None or other is None:
        return None
    first, second = _gist(one), _gist(other)
    shared = first.shares_with(second)
    if shared >= ALIKE:
        return True
    if first.words and second.words and first.title != second.title and shared < APART:
        return False
    return None


def _gist(frame: Frame) -> Gist:
    return Gist(frame.title.strip(), frozenset(re.findall(r"\w+", frame.root.text[:20_000].casefold())))


def examples() -> dict[str, dict[str, Page]]:
    site = "https://example.org"

    def link(name: str, target: str, *inside: Element) -> Element:
        return Element("a", {"href": f"{site}/{target}"}, name, *inside, role="link", name=name)

    def page(*body: Element, **known: Fetched) -> Page:
        return Page.of(*body, fetched={f"{site}/{name}": fetched for name, fetched in known.items()})

    one = Gist(
        "Styrelsen",
        frozenset(
            "vi som sitter i styrelsen väljs av årsmötet och möts en gång varje månad på kansliet".split()
        ),
    )
    two = Gist(
        "Kansliet",
        frozenset(
            "öppet vardagar klockan nio till tolv ring eller besök oss tag buss fyra från centralen direkt hit".split()
        ),
    )
    seen = {
        "styrelsen": Fetched(200, f"{site}/styrelsen", "text/html", digest="1", gist=one),
        "kansliet": Fetched(200, f"{site}/kansliet", "text/html", digest="2", gist=two),
        "later": Fetched(
            200, f"{site}/later", "text/html", digest="3", gist=Gist(sends_to=f"{site}/kansliet", delay=30)
        ),
        "now": Fetched(200, f"{site}/now", "text/html", digest="4", gist=Gist(sends_to=f"{site}/kansliet")),
    }
    to = {name: link("Kontakt", name) for name in ("styrelsen", "kansliet", "later", "now", "unknown")}

    def again(name: str) -> Element:
        return link("Kontakt", name)

    def block(*links: Element) -> Element:
        return Element("p", {}, *links)

    def icon(name: str) -> Element:
        return Element("img", {"src": f"{name}.png", "alt": ""}, exposed=False)

    def frame_page(first: str, second: str, title: str = "Karta", others: str = "Annat") -> Page:
        owners = [
            Element("iframe", {"src": f"{site}/{n}", "title": title}, role="iframe", name=title) for n in "ab"
        ]
        made = Page.of(*owners)
        inner = []
        for owner, text, name in zip(owners, (first, second), ("Karta", others), strict=True):
            root = Element("html", {}, Element("body", {}, text))
            inner.append(Frame(f"{site}/x", root, name, owner))
        return Page(made.requested, made.address, (*made.frames, *inner))

    return {
        "links_with_same_name": {
            "failed differ": page(to["styrelsen"], to["kansliet"], **seen),
            "failed differ, after a wait": page(again("kansliet"), to["later"], **seen),
            "cannot-tell same": page(again("kansliet"), to["unknown"], **seen),
            "passed, the same address": page(again("kansliet"), again("kansliet"), **seen),
            "passed, sent on at once": page(again("kansliet"), to["now"], **seen),
            "inapplicable, different names": page(
                link("Styrelsen", "styrelsen"), link("Kansliet", "kansliet")
            ),
        },
        "links_with_same_name_in_context": {
            "failed pictures": page(
                block(
                    link("Kontakt", "styrelsen", icon("telefon")), link("Kontakt", "kansliet", icon("chatt"))
                ),
                **seen,
            ),
            "cannot-tell beside, not looked at": page(
                block(link("Ring", "a", icon("telefon")), link("Ring", "b", icon("chatt")))
            ),
            "cannot-tell beside": page(
                block(icon("telefon"), link("Ring", "a"), icon("chatt"), link("Ring", "b"))
            ),
            "passed, ambiguous to everyone": page(block(link("Ring", "a"), link("Ring", "b"))),
            "passed, the same address": page(
                block(link("Ring", "a", icon("c")), link("Ring", "a", icon("d")))
            ),
            "inapplicable, paragraphs of their own": page(block(link("Ring", "a")), block(link("Ring", "b"))),
        },
        "frames_with_same_name": {
            "failed differ": frame_page("Hitta hit från stationen", "Anmälan och priser"),
            "cannot-tell same": frame_page(
                "Hitta hit från stationen", "Hitta rätt sal i huset", others="Karta"
            ),
            "passed, the same text": frame_page(
                "Hitta hit från stationen", "Start: Hitta hit från stationen"
            ),
            "passed, advertisements": frame_page("Köp nu", "Res billigt", "Annons"),
            "inapplicable": Page.of(Element("iframe", {"title": "Karta"}, role="iframe", name="Karta")),
        },
    }
