"""What an interface says of one recording: which captions there are."""

from __future__ import annotations

from typing import NamedTuple


class Listed(NamedTuple):
    """Captions that a service lists: their language (BCP 47), and whether it says that a machine has made them."""

    language: str
    by_machine: bool = False
