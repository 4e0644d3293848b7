"""The page's regions can be found and told apart (axe-core's rules on landmarks). All of it is good practice and no
success criterion."""

from __future__ import annotations

from functools import partial

from a11ycheck import Fix, Outcome, People, Text
from a11ycheck.documents.page.axe_results import AxeTarget
from a11ycheck.documents.page.model import Page
from a11ycheck.rules.axe_verdicts import IN_THE_TEMPLATE, about, judged, pages

WHY = Text(
    "Someone who listens jumps between the page's header, menu, main content and footer; where they are not marked or "
    "not told apart, the way is longer.",
    "Den som lyssnar hoppar mellan sidans huvud, meny, huvudinnehåll och sidfot; är de inte märkta eller går de inte "
    "att skilja åt blir vägen längre.",
)
TOP_FIX = Fix(
    IN_THE_TEMPLATE,
    web=Text(
        "Move the element so that it stands in no <main>, <nav>, <aside> or other region.",
        "Flytta elementet så att det inte står i någon <main>, <nav>, <aside> eller annan region.",
    ),
)

about_region = partial(about, why=WHY, who=(People.SCREEN_READER,))
about_one = partial(
    about_region,
    fix=Fix(
        IN_THE_TEMPLATE,
        web=Text(
            "Keep one and make the others a <section> or <div>; or put the header and footer of a part inside its "
            "<article> or <section>.",
            "Behåll en och gör de andra till <section> eller <div>; eller lägg en dels sidhuvud och sidfot inuti dess "
            "<article> eller <section>.",
        ),
    ),
)


@about_region(
    "landmark-banner-is-top-level",
    title=Text("The page's header stands by itself", "Sidhuvudet står för sig"),
    fix=TOP_FIX,
    messages={
        "inside": Text(
            "The page's header stands inside another region.", "Sidhuvudet ligger inuti en annan region."
        )
    },
)
def landmark_banner_is_top_level(banner: AxeTarget) -> Outcome:
    """The banner stands in no other landmark."""
    return judged(banner, "inside")


@about_region(
    "landmark-contentinfo-is-top-level",
    title=Text("The page's footer stands by itself", "Sidfoten står för sig"),
    fix=TOP_FIX,
    messages={
        "inside": Text(
            "The page's footer stands inside another region.", "Sidfoten ligger inuti en annan region."
        )
    },
)
def landmark_contentinfo_is_top_level(footer: AxeTarget) -> Outcome:
    """The contentinfo stands in no other landmark."""
    return judged(footer, "inside")


@about_region(
    "landmark-main-is-top-level",
    title=Text("The main content stands by itself", "Huvudinnehållet står för sig"),
    fix=TOP_FIX,
    messages={
        "inside": Text(
            "The main content stands inside another region.", "Huvudinnehållet ligger inuti en annan region."
        ),
    },
)
def landmark_main_is_top_level(main: AxeTarget) -> Outcome:
    """The main landmark stands in no other."""
    return judged(main, "inside")


@about_one(
    "landmark-no-duplicate-banner",
    title=Text("The page has one header", "Sidan har ett sidhuvud"),
    messages={
        "several": Text("The page has several page headers.", "Sidan har flera sidhuvuden."),
    },
)
def landmark_no_duplicate_banner(banner: AxeTarget) -> Outcome:
    """There is at most one banner."""
    return judged(banner, "several")


@about_one(
    "landmark-no-duplicate-contentinfo",
    title=Text("The page has one footer", "Sidan har en sidfot"),
    messages={
        "several": Text("The page has several page footers.", "Sidan har flera sidfötter."),
    },
)
def landmark_no_duplicate_contentinfo(footer: AxeTarget) -> Outcome:
    """There is at most one contentinfo."""
    return judged(footer, "several")


@about_one(
    "landmark-no-duplicate-main",
    title=Text("The page has one main content", "Sidan har ett huvudinnehåll"),
    messages={
        "several": Text(
            "Several parts of the page are marked as its main content.",
            "Flera delar av sidan är märkta som dess huvudinnehåll.",
        ),
    },
)
def landmark_no_duplicate_main(main: AxeTarget) -> Outcome:
    """There is at most one main landmark."""
    return judged(main, "several")


@about_region(
    "landmark-one-main",
    title=Text("The main content is marked", "Huvudinnehållet är märkt"),
    fix=Fix(
        IN_THE_TEMPLATE,
        web=Text(
            "Put what is this page's own in one <main>.", "Lägg det som är sidans eget i ett enda <main>."
        ),
    ),
    messages={
        "none": Text(
            "The page does not say where its main content begins.",
            "Sidan säger inte var dess huvudinnehåll börjar.",
        ),
    },
)
def landmark_one_main(page: AxeTarget) -> Outcome:
    """There is a main landmark."""
    return judged(page, "none")


@about_region(
    "landmark-unique",
    title=Text("Regions of the same kind have names that differ", "Regioner av samma slag har olika namn"),
    fix=Fix(
        IN_THE_TEMPLATE,
        web=Text(
            'Put aria-label="…" on each, such as “Main menu” and “In this section”.',
            'Sätt aria-label="…" på var och en, till exempel ”Huvudmeny” och ”I det här avsnittet”.',
        ),
    ),
    messages={
        "same": Text(
            "Several regions of the same kind have the same name, or none.",
            "Flera regioner av samma slag har samma namn, eller inget.",
        ),
    },
)
def landmark_unique(region: AxeTarget) -> Outcome:
    """No other landmark has the same role and name."""
    return judged(region, "same")


@about_region(
    "region",
    title=Text("All content stands in a region", "Allt innehåll ligger i en region"),
    fix=Fix(
        IN_THE_TEMPLATE,
        web=Text(
            "Put the content in <header>, <nav>, <main>, <aside> or <footer>.",
            "Lägg innehållet i <header>, <nav>, <main>, <aside> eller <footer>.",
        ),
    ),
    messages={
        "outside": Text(
            "This part of the page stands in none of its regions.",
            "Den här delen av sidan ligger inte i någon av dess regioner.",
        ),
    },
)
def region(part: AxeTarget) -> Outcome:
    """What can be perceived stands in a landmark."""
    return judged(part, "outside")


def examples() -> dict[str, dict[str, Page]]:
    inside = {"failed inside": AxeTarget(checks=("landmark-is-top-level",))}
    several = {"failed several": AxeTarget(checks=("page-no-duplicate-main",))}
    return {
        "landmark_banner_is_top_level": pages("landmark-banner-is-top-level", inside),
        "landmark_contentinfo_is_top_level": pages("landmark-contentinfo-is-top-level", inside),
        "landmark_main_is_top_level": pages("landmark-main-is-top-level", inside),
        "landmark_no_duplicate_banner": pages("landmark-no-duplicate-banner", several),
        "landmark_no_duplicate_contentinfo": pages("landmark-no-duplicate-contentinfo", several),
        "landmark_no_duplicate_main": pages("landmark-no-duplicate-main", several),
        "landmark_one_main": pages(
            "landmark-one-main", {"failed none": AxeTarget(checks=("page-has-main",))}
        ),
        "landmark_unique": pages(
            "landmark-unique", {"failed same": AxeTarget(checks=("landmark-is-unique",))}
        ),
        "region": pages("region", {"failed outside": AxeTarget(checks=("region",))}),
    }
