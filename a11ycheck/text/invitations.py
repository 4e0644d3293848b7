"""What the words of an invitation say of where the meeting is, in Swedish and English."""

from __future__ import annotations

import re

__all__ = [
    "is_address_or_directions",
    "is_at_a_distance",
    "is_meeting",
    "labels_a_link",
]

LONGEST_TEXT = 200_000


def _pattern(lines: str) -> re.Pattern[str]:
    """Alternatives, on several lines; “_” is a space."""
    alternatives = "|".join(line.strip() for line in lines.strip().splitlines())
    return re.compile(rf"(?<!\w)(?:{alternatives})".replace("_", r"\s"), re.IGNORECASE)


_MEETING = _pattern(
    r"""
    inbjud(?:an|er|na|en)|kallelse|kallas_(?:du|ni|till)|välkommen_till|mötet?\b|årsmöte\w*|styrelsemöte\w*|webbinari\w+
    konferens\w*|seminari\w+|invit(?:ed|es?|ation|ing)|meeting|webinar|conference|workshop|seminar|zoom-?möte|teams-?möte
    """
)
_DISTANCE = _pattern(
    r"""
    online|on-line|digitalt|digital(?:a|t)?_(?:möte|träff|konferens|seminari)\w*|på_distans|distansmöte\w*|på_nätet|via_länk
    videomöte\w*|videokonferens\w*|video_(?:call|conference|meeting)|virtual(?:ly)?|remote(?:ly)?|webbinari\w+|webinar\w*
    telefonmöte\w*|conference_call|teleconference|hybrid\w*|nettmøte|onlinemøde|etäkokous|verkossa
    """
)
_LABEL = re.compile(
    r"(?:anslut|delta\b|gå\smed|länk|klicka|möteslänk|följ\b|logga\sin|öppna|join|link|click|connect|enter|teilnehmen"
    r"|deltag|liity|zoom|teams|meet|webex)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\d{1,4}\s?[a-z]?\b.{0,500}[,\n ]"
    r"|gatan|vägen|torget|gränd|plan\b|allén|street|road|avenue|square|lane|building|house"
    r"|floor|våning|hus\b|campus|stadshus|folkets|bibliotek|library|hall\b|church|kyrka|skola|school|hotel|centrum|center|centre"
    r"|station|\bst\.|\bave\b|\brd\b",
    re.IGNORECASE,
)


def is_meeting(text: str) -> bool:
    """Whether a text speaks of a meeting or an invitation."""
    return bool(_MEETING.search(text[:LONGEST_TEXT]))


def is_at_a_distance(text: str) -> bool:
    """Whether a text says that one can take part at a distance."""
    return bool(_DISTANCE.search(text[:LONGEST_TEXT]))


def labels_a_link(text: str) -> bool:
    """Whether words say that what follows is the link to join by."""
    return bool(_LABEL.search(text[:1_000]))


def is_address_or_directions(place: str) -> bool:
    """Whether a place is more than a name of a room: it has a street, a house or a floor, or several words."""
    return bool(_PLACE.search(place[:500])) or len(place[:500].split()) >= 4
