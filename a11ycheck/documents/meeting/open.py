"""From the facts of the documents, as the line wrote them down, to the meeting."""

from __future__ import annotations

import datetime
import json

from a11ycheck.documents.facts import Facts
from a11ycheck.documents.meeting.model import Meeting, MeetingDocument


def write_meeting(meeting: Meeting) -> bytes:
    """Write a meeting down as the bytes that ``open_meeting`` reads."""
    documents = [
        {"source": document.source, "kind": document.kind, "facts": document.facts.to_json()}
        for document in meeting.documents
    ]
    written = {"documents": documents, "name": meeting.name, "date": meeting.date, "today": meeting.today}
    return json.dumps(written, default=datetime.date.isoformat).encode()


def open_meeting(data: bytes) -> Meeting:
    """Make the meeting of what ``write_meeting`` wrote."""
    raw = json.loads(data)
    return Meeting(
        tuple(
            MeetingDocument(document["source"], document["kind"], Facts.from_json(document["facts"]))
            for document in raw["documents"]
        ),
        raw["name"],
        _day(raw["date"]),
        _day(raw["today"]),
    )


def _day(written: str | None) -> datetime.date | None:
    return None if written is None else datetime.date.fromisoformat(written)
