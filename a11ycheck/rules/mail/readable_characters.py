"""The letters of a mail arrive as they were written.

No clause of WCAG 2.2 is about it; so this rule meets none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck import Fix, Outcome, People, Text, failed, passed, rule
from a11ycheck.documents.mail.model import Mail

GARBLED = re.compile(r"Ã[¥¤¶\u0085\u0084\u0096…„–©¨¼]|â€[™œ\u009d“”¢¦]|Â[\u00a0°»«]|\ufffd")
"""What UTF-8 looks like that was read as Latin 1, and the sign that stands for what could not be read at all."""


def with_text(mail: Mail) -> Iterator[Mail]:
    if mail.text.strip() or mail.subject:
        yield mail


@rule(
    document=Mail,
    each=with_text,
    title=Text("Letters arrive as they were written", "Bokstäver kommer fram som de skrevs"),
    why=Text(
        "Words with broken letters cannot be read out, and are hard to guess for anyone who finds reading hard.",
        "Ord med trasiga bokstäver går inte att läsa upp, och är svåra att gissa för den som har svårt att läsa.",
    ),
    who=(People.SCREEN_READER, People.READING, People.NEW_LANGUAGE),
    fix=Fix(
        Text(
            "Send the mail again with the encoding UTF-8, and paste the text anew where the letters are broken.",
            "Skicka mejlet på nytt med teckenkodningen UTF-8 och klistra in texten igen där bokstäverna är trasiga.",
        ),
    ),
    messages={
        "garbled": Text(
            "Letters are broken in the text: “{text}”.", "Bokstäver är trasiga i texten: ”{text}”."
        ),
        "encoding": Text(
            "The mail does not rightly say how its letters are encoded ({trouble}); they may be broken for others.",
            "Mejlet säger inte rätt hur bokstäverna är kodade ({trouble}); de kan bli trasiga hos andra.",
        ),
    },
)
def readable_characters(mail: Mail) -> Outcome:
    """No letters are broken, and the mail says how they are encoded."""
    said = f"{mail.subject or ''}\n{mail.text}"
    broken = GARBLED.search(said)
    if broken is not None:
        return failed("garbled", text=said[max(broken.start() - 20, 0) : broken.end() + 20])
    return failed("encoding", trouble=mail.charset_trouble) if mail.charset_trouble else passed()


def examples() -> dict[str, Mail]:
    return {
        "failed garbled": Mail("Ã…rsmöte", plain="VÃ¤lkommen till Ã¥rsmötet"),
        "failed garbled, lost for good": Mail("\ufffdrsm\ufffdte"),
        "failed encoding": Mail("Årsmöte", plain="Välkommen", charset_trouble="no charset"),
        "passed": Mail("Årsmöte", plain="Välkommen till årsmötet, à la carte"),
        "inapplicable": Mail(),
    }
