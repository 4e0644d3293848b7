"""Reports that are hard on a format: markup, control characters, names of 100 KB, ten thousand findings."""

from __future__ import annotations

from reports.sample import CONTRAST, MISSING, PICTURE, TAGS, document, made, on_page, question, report

from a11ycheck import Text, failed
from a11ycheck.check import Report
from a11ycheck.documents.facts import Facts
from a11ycheck.trouble import Trouble

FIVE_MB = 5_000_000

BAD = (
    "<script>alert(1)</script>\"'&]]>\x00\x0b\x1b[31m\x9b\u2028\u202egnp.exe\ufffe\ud800\r\n"
    "::error::x ##[set-env]y %0A @all #12 [a](https://example.org) | `x` {0} =1+1"
)
STEERING = {
    chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
FORBIDDEN_IN_XML = STEERING | {"\ufffe", "\uffff"}


def hostile() -> Report:
    long = "x" * 100_000
    return report(
        document(
            f"{BAD}.pdf",
            (PICTURE, [(on_page(1, ("picture", BAD)), question(BAD)), (on_page(2, ("text", long)), MISSING)]),
            (CONTRAST, [(on_page(n), failed("low", ratio=float(n), least=4.5)) for n in range(9)]),
            facts=Facts(title=BAD, program=BAD),
        ),
        document(f"{long}.pdf", (PICTURE, [(on_page(1), MISSING)]), trouble=Trouble("broken", long)),
        document(f"{long}y.pdf", trouble=Trouble("broken", BAD)),
    )


def huge() -> Report:
    """Ten thousand findings of 60 rules, half of them with messages as long as texts are kept, and as wide."""
    words = {
        "same": Text("It is so.", "Det är så."),
        "own": Text("“{quoted}” is wrong.", "”{quoted}” är fel."),
    }
    put = [
        (
            made(f"test-{number}", words, meets=("WCAG 1.1.1",)),
            [
                (
                    on_page(n, ("paragraph", f"{n} of {number}"), thing=f"{number} {n}"),
                    failed("own", quoted=f"{n} " + "😀" * 290) if number % 2 else failed("same"),
                )
                for n in range(167)
            ],
        )
        for number in range(60)
    ]
    return report(document("a.pdf", *put), document("b.pdf", (TAGS, [])))


def many_places() -> Report:
    return report(document("a.pdf", (PICTURE, [(on_page(n, thing=str(n)), MISSING) for n in range(10_000)])))
