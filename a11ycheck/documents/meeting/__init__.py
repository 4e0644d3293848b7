"""The meeting as a kind of document: no file has it; the line makes it of the other documents' facts."""

from __future__ import annotations

from a11ycheck.documents.kind import Kind
from a11ycheck.outcome import Text

KIND = Kind(
    name="meeting",
    title=Text("meeting", "möte"),
    suffixes=(),
    signature=lambda beginning: False,
    opener="a11ycheck.documents.meeting.open:open_meeting",
    has_content=False,
)
