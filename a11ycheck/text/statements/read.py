"""All that a document states, and how much of it is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from a11ycheck.text.statements import access, after, agendas, conduct, joins, papers, people, times
from a11ycheck.text.statements.gate import Said
from a11ycheck.text.statements.units import Document

MOST = 400
MOST_OF_A_TOPIC = 40
MOST_ROWS = 150


def statements(document: Document) -> tuple[Said, ...]:
    """What the document says, topic by topic, each once."""
    rows = agendas.rows_of(document)
    in_agenda = frozenset(row.number for row in rows)
    found: Iterator[Said] = chain(
        times.found(document, in_agenda),
        agendas.found(document, rows),
        joins.found(document),
        access.found(document),
        conduct.found(document),
        people.found(document),
        papers.found(document),
        after.found(document),
    )
    kept: dict[Said, None] = {}
    counted: Counter[str] = Counter()
    for each in found:
        most = MOST_ROWS if each.topic == "agenda-item" else MOST_OF_A_TOPIC
        if each not in kept and counted[each.topic] < most:
            counted[each.topic] += 1
            kept[each] = None
            if len(kept) == MOST:
                break
    return tuple(kept)
