"""Addresses that a meeting is joined by, and what else of use stands in running text: web addresses, telephone
numbers, mail addresses."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

__all__ = [
    "is_joining_address",
    "mail_addresses",
    "named_platform",
    "telephones",
    "unwrapped",
    "web_addresses",
    "words_before",
]

LONGEST_TEXT = 200_000
"""Characters of a text that are searched."""
MOST_FOUND = 500

JOINING_HOSTS: tuple[tuple[str, str], ...] = (
    ("zoom.us", r"/(?:j|w|s|my|wc)/"),
    ("zoom.com", r"/(?:j|w|s|my|wc)/"),
    ("zoomgov.com", r"/(?:j|w|s|my)/"),
    ("teams.microsoft.com", r"/(?:l/meetup-join|meet)/"),
    ("teams.microsoft.us", r"/(?:l/meetup-join|meet)/"),
    ("teams.live.com", r"/meet/"),
    ("meet.google.com", r"/[a-z]{3,4}-?[a-z]{3,4}-?[a-z]{3,4}|/lookup/"),
    ("webex.com", r"/(?:meet/|join/|[\w.-]{1,60}/j\.php|wbxmjs/|webappng/|m/)"),
    ("gotomeeting.com", r"/(?:join/)?[\w-]{3}"),
    ("meet.goto.com", r"/\d"),
    ("gotowebinar.com", r"/"),
    ("whereby.com", r"/[\w-]"),
    ("meet.jit.si", r"/[\w%-]"),
    ("skype.com", r"/(?:join|invite|[\w-]{5})"),
    ("meet.lync.com", r"/"),
    ("bluejeans.com", r"/[\w/]"),
    ("chime.aws", r"/\d"),
    ("adobeconnect.com", r"/[\w-]"),
    ("connect.sunet.se", r"/[\w-]"),
    ("meet.starleaf.com", r"/\d"),
    ("compodium.se", r"/"),
    ("vidyocloud.com", r"/join/"),
    ("livestorm.co", r"/p/"),
    ("bigbluebutton.org", r"/"),
)
"""Hosts of meeting services, each with what the path begins with where it leads into a meeting. Own collection."""
JOINING_PATHS = re.compile(
    r"/(?:bigbluebutton/|b/[a-z0-9]{3}-[a-z0-9]{3}-|rooms/[\w-]{3,60}/join|jitsi/|webapp/m/)"
    r"|/(?:j/\d{9,11}(?!\d)|l/meetup-join/)"
)
"""Paths of services that anyone can run on a host of their own: BigBlueButton, Greenlight, Jitsi, Pexip; and those of
Zoom and Teams, which stay where an organisation has them at an address of its own."""

PLATFORMS = re.compile(
    r"\b(?:Zoom(?:-?möte|-?meeting)?|(?:Microsoft |MS )?Teams(?:-?möte|-?meeting)?|Google Meet|Webex|Whereby|Jitsi"
    r"|Skype|GoTo ?Meeting|BigBlueButton|Adobe Connect|BlueJeans)\b"
)
"""Names of meeting services; their case tells them from the words teams and zoom."""

_WEB = re.compile(r"\bhttps?://[^\s<>\"'\u201d\u00bb\\{}|^`]{3,2000}", re.IGNORECASE)
_MAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}\b", re.IGNORECASE)
_TELEPHONE = re.compile(
    r"(?<![\w/.=:#-])(?:\+|00|\(?0|\()\d(?:[ \u00a0\u202f()/.-]{0,3}\d){5,14}(?![\w/-]|[.:]\d)", re.ASCII
)
"""A number with a leading + or 0, which other figures than telephone numbers seldom have."""
_WITH_CUE = re.compile(
    r"(?:tel(?:efon|ephone)?|mobil|phone|ring|call|dial)\b[\w .:()-]{0,20}?\s?(\d[\d ()-]{4,16}\d)",
    re.IGNORECASE | re.ASCII,
)
_DATE = re.compile(r"(?:19|20)?\d\d[-./]\d{1,2}[-./]\d{1,4}|0?\d[-./]\d{1,2}[-./](?:19|20)\d\d")
_TRAILING = ".,;:!?)]'\u201d\u2019>*_"


def web_addresses(text: str) -> list[str]:
    """The web addresses in a text, in order, each once, without the marks of the sentence around them."""
    found: dict[str, None] = {}
    for match in _WEB.finditer(text[:LONGEST_TEXT]):
        found.setdefault(_without_marks(match.group()))
        if len(found) == MOST_FOUND:
            break
    return list(found)


def _without_marks(address: str) -> str:
    while (
        address
        and address[-1] in _TRAILING
        and not (address[-1] == ")" and address.count("(") >= address.count(")"))
    ):
        address = address[:-1]
    return address


def unwrapped(address: str) -> str:
    """The address that a rewritten one stands for: mail filters wrap links (Safe Links, Google, Proofpoint 2)."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        if host.endswith("safelinks.protection.outlook.com"):
            return parse_qs(parts.query, max_num_fields=50).get("url", [address])[0]
        if host.endswith("google.com") and parts.path == "/url":
            fields = parse_qs(parts.query, max_num_fields=50)
            return (fields.get("q") or fields.get("url") or [address])[0]
        if host == "urldefense.proofpoint.com" and parts.path.startswith("/v2/"):
            wrapped = parse_qs(parts.query, max_num_fields=50).get("u", [address])[0]
            return unquote(wrapped.replace("-", "%").replace("_", "/"))
    except ValueError:
        pass
    return address


def words_before(text: str, address: str) -> str:
    """What stands before an address on its line, and the line above it."""
    start = max(text.find(address), 0)
    lines = text[max(start - 400, 0) : start].split("\n")
    return " ".join(lines[-2:]).strip()


def is_joining_address(address: str) -> bool:
    """Whether a web address leads into a meeting of a service that is known, not to its help or its settings."""
    try:
        parts = urlsplit(unwrapped(address))
        host = (parts.hostname or "").casefold()
    except ValueError:
        return False
    if parts.scheme.casefold() in ("zoommtg", "msteams", "sip", "sips"):
        return True
    for known, path in JOINING_HOSTS:
        if (host == known or host.endswith(f".{known}")) and re.match(path, parts.path or "/", re.IGNORECASE):
            return True
    return parts.scheme.casefold() in ("http", "https") and bool(JOINING_PATHS.search(parts.path[:500]))


def named_platform(text: str) -> str:
    """The meeting service that a text names, as it is written; empty when none."""
    found = PLATFORMS.search(text[:LONGEST_TEXT])
    return found.group() if found else ""


def mail_addresses(text: str) -> list[str]:
    """The mail addresses in a text, in order, each once."""
    return list(dict.fromkeys(match.group().strip(".'") for match in _MAIL.finditer(text[:LONGEST_TEXT])))[
        :MOST_FOUND
    ]


def telephones(text: str) -> list[str]:
    """The telephone numbers in a text as they are written, in order, each once.

    A number counts when it begins with + or 0, or stands after “tel”, “ring” and the like; dates, organisation numbers
    and figures in addresses do not.
    """
    without_addresses = _WEB.sub(" ", text[:LONGEST_TEXT])
    found = [(match.start(), match.group()) for match in _TELEPHONE.finditer(without_addresses)]
    found += [(match.start(1), match.group(1)) for match in _WITH_CUE.finditer(without_addresses)]
    numbers: dict[str, str] = {}
    for _, written in sorted(found):
        digits = "".join(filter(str.isdigit, written))
        if 6 <= len(digits) <= 15 and not _DATE.fullmatch(written.strip()):
            numbers.setdefault(digits, written.strip())
    return list(numbers.values())[:MOST_FOUND]
