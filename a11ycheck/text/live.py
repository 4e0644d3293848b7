"""What people write about a broadcast that goes out while it happens, in eight languages."""

from __future__ import annotations

import re

LONGEST = 300
"""Characters of a name or a heading that are looked at."""

LIVE = (
    # Swedish
    r"direktsänd|direktsändning|livesänd|live-?sändning|live-?ström|direktström|sänds? (?:direkt|live)(?!\w)"
    r"|(?:följ|se|titta på) (?:\w{1,30} ){0,4}live(?!\w)"
    # English
    r"|live[ -]?stream(?:s|ing)?(?!\w)|live[ -]?(?:web)?broadcast|live[ -]webcast|watch (?:\w{1,30} ){0,4}"
    r"(?<!we )(?<!you )(?<!they )(?<!people )(?<!to )live(?!\w)"
    # German
    r"|liveübertragung|live-übertragung|direktübertragung|live übertragen"
    # French
    r"|en direct(?!\w)|diffusion directe"
    # Finnish
    r"|suora(?:n|na)? lähety|livelähety|live-lähety|suorana(?!\w)"
    # Norwegian and Danish
    r"|direktesend|direktestrøm|sendes (?:direkte|live)(?!\w)|direkte udsend|livesending|live-?udsend"
    # Spanish
    r"|en directo(?!\w)|en vivo(?!\w)"
)
OVER = (
    r"inspel|spelades|i efterhand|repris|sändes|har sänts|arkiv"
    r"|record|replay|rewatch|rerun|afterwards|on demand|catch up|streamed live|was live|archive"
    r"|aufzeichn|mitschnitt|mediathek|enregistr|différé|rediffus|rattrap"
    r"|tallen|jälkikäteen|uusinta|opptak|etterkant|optag|gense|grabaci|diferido|repetici"
)
_LIVE = re.compile(rf"(?<!\w)(?:{LIVE})")
_OVER = re.compile(rf"(?<!\w)(?:{OVER})")


def says_live(text: str) -> bool:
    """Does a name or a heading say that something is sent live, and not that it is a recording of that?"""
    said = text[:LONGEST].casefold()
    return _LIVE.search(said) is not None and _OVER.search(said) is None
