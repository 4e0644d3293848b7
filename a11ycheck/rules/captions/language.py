"""Where a caption file says which language it is in, it is right."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.captions.model import LONGEST_TEXT_TO_GUESS, Captions, Cue
from a11ycheck.text.language import is_language_tag, known_primary, spoken_instead


def declared(captions: Captions) -> Iterator[Captions]:
    if captions.language:
        yield from captions.if_captions()


@rule(
    document=Captions,
    each=declared,
    meets=("WCAG 3.1.1",),
    title=Text(
        "A stated language of captions is the right one", "Undertexternas angivna språk är rätt språk"
    ),
    why=Text(
        "Players choose captions by language, and braille displays and reading voices do what the language says. "
        "With the wrong one, who needs the captions does not find them or cannot make them out.",
        "Spelare väljer undertexter efter språk, och punktskriftsskärmar och talsyntes rättar sig efter det. "
        "Med fel språk hittar man inte undertexterna, eller förstår dem inte.",
    ),
    who=(People.SCREEN_READER, People.DEAF, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Set the language in the caption editor, or where the captions are uploaded, and export the file again.",
            "Ställ in språket i textningsprogrammet, eller där undertexterna laddas upp, och exportera filen på "
            "nytt.",
        ),
        web=Text(
            "In TTML, write xml:lang on the element tt; in the page, srclang on the element track.",
            "I TTML, skriv xml:lang på elementet tt; på sidan, srclang på elementet track.",
        ),
    ),
    messages={
        "malformed": Text(
            "The language is given as “{declared}”, which is no language code.",
            "Språket är angivet som ”{declared}”, vilket inte är någon språkkod.",
        ),
        "other": Text(
            "The language is given as “{declared}”, but the captions are in another, “{found}”.",
            "Språket är angivet som ”{declared}”, men undertexterna är på ett annat, ”{found}”.",
        ),
    },
)
def language(captions: Captions) -> Outcome:
    """It is a code that exists, and the text does not plainly speak another language."""
    if not (is_language_tag(captions.language) and known_primary(captions.language)):
        return failed("malformed", declared=captions.language)
    room = LONGEST_TEXT_TO_GUESS
    texts = []
    for cue, new in captions.fresh:
        texts.append((new, cue.language))
        room -= len(new)
        if room < 0:
            break
    found = spoken_instead(captions.language, texts)
    return failed("other", declared=captions.language, found=found) if found else passed()


def examples() -> dict[str, Captions]:
    swedish = (
        "Vi ses på nätet på tisdag kväll, och alla är välkomna.",
        "Du får en länk i god tid, men du kan också ringa in om du hellre vill det.",
    )
    cues = (Cue(0, 7, swedish),)
    return {
        "failed malformed": Captions("ttml", cues, language="svenska språket"),
        "failed other": Captions("ttml", cues, language="en-US"),
        "passed": Captions("ttml", cues, language="sv"),
        "inapplicable": Captions("ttml", cues),
    }
