"""From the facts of the documents, as the line wrote them down, to the meeting."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from a11ycheck.documents.facts import Facts
from a11ycheck.documents.meeting.model import Meeting, MeetingDocument


def write_meeting(documents: Iterable[MeetingDocument]) -> bytes:
    """Write the documents' facts down as the bytes that ``open_meeting`` reads."""
    return json.dumps([asdict(document) for document in documents]).encode()


def open_meeting(data: bytes) -> Meeting:
    """Make the meeting of what ``write_meeting`` wrote."""
    return Meeting(
        tuple(
            MeetingDocument(raw["source"], raw["kind"], Facts.from_json(raw["facts"]))
            for raw in json.loads(data)
        )
    )
