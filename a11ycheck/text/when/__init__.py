"""When something is: an own grammar for dates, times of day, zones and lengths of time in eight languages.

Tokens are read once, from the left, with bounded looks ahead; so the time grows with the length of the text and no
faster.
"""

from a11ycheck.text.when.find import Found, whens
from a11ycheck.text.when.zones import right_abbreviation, to_utc

__all__ = ["Found", "right_abbreviation", "to_utc", "whens"]
