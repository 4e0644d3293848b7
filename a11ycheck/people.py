"""Who is shut out: the groups that findings and reports name, in the same words everywhere."""

from __future__ import annotations

from enum import Enum

from a11ycheck.outcome import Text


class People(Enum):
    """A group of people as a report names it; a rule lists the groups that its fault shuts out."""

    SCREEN_READER = Text("people who use a screen reader", "personer som använder skärmläsare")
    LOW_VISION = Text("people with low vision", "personer som ser dåligt")
    COLOUR_BLIND = Text("people who do not tell colours apart", "personer som inte skiljer färger åt")
    DEAF = Text("people who are deaf or hard of hearing", "personer som är döva eller hörselskadade")
    KEYBOARD = Text("people who use only the keyboard", "personer som bara använder tangentbord")
    VOICE = Text("people who steer by voice", "personer som styr med rösten")
    READING = Text("people who find reading hard", "personer som har svårt att läsa")
    NEW_LANGUAGE = Text("people who are new to the language", "personer som är nya i språket")
    MOTION = Text("people who react to flashes and motion", "personer som är känsliga för blink och rörelse")
    EVERYONE = Text("everyone", "alla")
