"""whens.tsv, read: what is to be found in each text.

Of each thing found: the date ("--05-24" without a year; "a..b" a span), w and the weekday, the times "13:00-15:00" or
"13:00-", z= and the zone (_ for a space), m and minutes, "?" for a date with two readings, and what it is for. Things
are apart by ";", and "none" is nothing.
"""

from __future__ import annotations

import csv
from pathlib import Path

from a11ycheck.text.when import Found, whens

Case = tuple[str, str, tuple[str, ...]]


def cases() -> list[Case]:
    """Language, text, and what is to be found."""
    with (Path(__file__).parent / "text" / "whens.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            (
                row["language"],
                row["text"],
                tuple(_sorted(each) for each in row["expected"].split(" ; ") if each != "none"),
            )
            for row in rows
        ]


def found_in(language: str, text: str) -> tuple[str, ...]:
    return tuple(_sorted(_written(found)) for found in whens(text, language))


def _sorted(written: str) -> str:
    return " ".join(sorted("0" + part if part[1:2] == ":" else part for part in written.split()))


def _written(found: Found) -> str:
    parts = [
        f"{found.date}..{found.until}" if found.until else found.date,
        f"w{found.weekday}" if found.weekday else "",
        f"{found.begins}-{found.ends}" if found.begins else "",
        f"z={found.zone.replace(' ', '_')}" if found.zone else "",
        f"m{found.minutes}" if found.minutes else "",
        "?" if found.ambiguous else "",
        found.about,
    ]
    return " ".join(filter(None, parts))
