"""Services that play recordings, as data: how the address of a recording looks there, and what its parameters ask for.

An address counts by its parsed host and path, never by a word that happens to stand in it. What a service calls a
recording stands in ``Way``; whatever else it has (channels, home pages, rooms to join) is no recording.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

LONGEST_ADDRESS = 4_000
MOST_PARAMETERS = 60

VIDEO_FILES = frozenset("mp4 m4v mkv webm mov avi wmv ogv mpg mpeg m3u8 mpd".split())
SOUND_FILES = frozenset("mp3 m4a ogg oga opus wav flac aac wma".split())
"""Suffixes of files that are played."""
ON = frozenset({"1", "true", "yes", ""})
"""What parameters say for “yes”; one without a value does so, too."""


class Way(NamedTuple):
    """One form of address: the path in full as a pattern, with the recording's id as its group or, where ``query`` is
    given, as that parameter. ``is_live``: what is there is always something that is sent live."""

    path: str
    query: str = ""
    is_live: bool = False


@dataclass(frozen=True, slots=True)
class Host:
    """A service. ``hosts`` are its own, with those below them; none means that many run it under names of their own,
    and the path alone tells. ``hides_controls``: parameters with the values that take away the player's buttons, its
    button for captions among them. ``shows_captions``: parameters that ask for captions to be on from the start.
    ``lists_captions``: it says to anyone, by an interface that is documented, which captions a recording has."""

    key: str
    name: str
    hosts: tuple[str, ...]
    ways: tuple[Way, ...]
    is_sound: bool = False
    hides_controls: Mapping[str, frozenset[str]] = field(default_factory=dict)
    shows_captions: frozenset[str] = frozenset()
    begins_by_itself: frozenset[str] = frozenset({"autoplay", "auto_play", "autostart"})
    lists_captions: bool = False
    is_mute: frozenset[str] = frozenset({"mute", "muted"})


ID = r"([\w-]{3,80})"
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
SHORT_UUID = r"[1-9A-HJ-NP-Za-km-z]{22}"
"""The same in 58 letters and figures, without those that look alike."""
ANY = Way(r"/(.{3,})")
NO = frozenset({"0", "false"})
YES = frozenset({"1", "true"})

HOSTS = (
    Host(
        "youtube",
        "YouTube",
        ("youtube.com", "youtube-nocookie.com"),
        (
            Way("/embed/videoseries", "list"),
            Way("/embed/live_stream", "channel", is_live=True),
            Way(r"/(@[\w.-]{1,100}|(?:c|channel|user)/[\w.-]{1,100})/live", is_live=True),
            Way(rf"/(?:embed|v|e|live|shorts)/{ID}"),
            Way("/watch", "v"),
            Way("/playlist", "list"),
        ),
        hides_controls={"controls": frozenset({"0"})},
        shows_captions=frozenset({"cc_load_policy"}),
    ),
    Host("youtube", "YouTube", ("youtu.be",), (Way(f"/{ID}"),)),
    Host(
        "vimeo",
        "Vimeo",
        ("vimeo.com",),
        (
            Way(r"/(?:video/)?(\d{3,20})(?:/[0-9a-f]{6,20})?"),
            Way(r"/(?:channels|groups|album|showcase|ondemand)/[\w-]{1,80}(?:/videos?)?/(\d{3,20})"),
            Way(r"/event/(\d{3,20})(?:/embed)?(?:/[0-9a-f]{6,20})?"),
        ),
        hides_controls={"controls": NO, "background": YES},
        shows_captions=frozenset({"texttrack"}),
        begins_by_itself=frozenset({"autoplay", "background"}),
        is_mute=frozenset({"muted", "background"}),
    ),
    Host(
        "stream",
        "Stream",
        ("sharepoint.com", "sharepoint.us"),
        (
            Way(r"/.{0,200}_layouts/15/embed\.aspx", "UniqueId"),
            Way(r"/.{0,200}_layouts/15/stream\.aspx", "id"),
            Way(r"/:v:/(.{3,})"),
        ),
    ),
    Host("stream", "Stream", ("microsoftstream.com",), (Way(rf"/(?:embed/)?video/{ID}"),)),
    Host("teams", "Teams", ("teams.microsoft.com",), (Way("/l/meetingrecap", "driveItemId"),)),
    Host(
        "zoom",
        "Zoom",
        ("zoom.us", "zoom.com", "zoomgov.com"),
        (
            Way(r"/rec/(?:play|share|component-page/play)/([\w.+-]{3,200})"),
            Way(rf"/clips/(?:share|embed)/{ID}"),
        ),
    ),
    Host(
        "kaltura",
        "Kaltura",
        (),
        (
            Way(r"/.{0,300}/embed(?:Playkit|Iframe)Js/.{0,300}", "entry_id"),
            Way(r"/.{0,300}/entry_id/([01]_[a-z0-9]{8})(?:/.{0,300})?"),
            Way(r"/(?:media|id|embed)/(?:.{0,300}/)?([01]_[a-z0-9]{8})(?:/.{0,300})?"),
        ),
    ),
    Host(
        "panopto",
        "Panopto",
        (),
        (Way(r"/Panopto/Pages/(?:Embed|Viewer)\.aspx", "id"),),
        shows_captions=frozenset({"captions"}),
    ),
    Host(
        "mediasite",
        "Mediasite",
        (),
        (Way(r"/Mediasite/(?:Play|Showcase/[\w-]{1,80}/Presentation)/([\w-]{20,40})"),),
    ),
    Host(
        "screen9",
        "Screen9",
        ("screen9.com", "screen9.tv"),
        (Way(rf"/(?:embed|preview|player|media)/{ID}(?:/.{{0,300}})?"),),
    ),
    Host(
        "solidtango",
        "Solidtango",
        ("solidtango.com",),
        (Way(rf"/(?:\w\w/)?(?:widgets/embed|watch|video|live|play)/{ID}(?:/.{{0,300}})?"),),
    ),
    Host(
        "quickchannel",
        "Quickchannel",
        ("quickchannel.com",),
        (Way(rf"/(?:qc/)?(?:play|embed|watch)/{ID}"), Way(r"/(?:qc|play|embed)(?:/.{0,100})?", "id")),
    ),
    Host(
        "streamio",
        "Streamio",
        ("streamio.com",),
        (Way(rf"/api/v1/videos/{ID}/public_show(?:\.html)?"),),
    ),
    Host("mediaflow", "Mediaflow", ("play.mediaflow.com", "play.mediaflowpro.com"), (ANY,)),
    Host(
        "bambuser",
        "Bambuser",
        ("bambuser.com",),
        (Way(rf"/(?:broadcast|v|embed)/{ID}"), Way(r"/(?:embed|player)(?:/.{0,100})?", "id")),
    ),
    Host(
        "peertube",
        "PeerTube",
        (),
        (Way(rf"/videos/(?:embed|watch)/({UUID}|{SHORT_UUID})"), Way(rf"/w/({UUID}|{SHORT_UUID})")),
        lists_captions=True,
    ),
    Host("qbrick", "Qbrick", ("video.qbrick.com", "player.qbrick.com", "play.qbrick.com"), (ANY,)),
    Host(
        "rackfish",
        "Rackfish",
        ("rackfish.com",),
        (Way(r"/.{0,200}(?:player|embed).{0,200}", "id"), Way(f"/embed/{ID}")),
    ),
    Host("svt-play", "SVT Play", ("svtplay.se",), (Way(rf"/(?:video|klipp)/{ID}(?:/.{{0,300}})?"),)),
    Host("svt-play", "SVT Play", ("svt.se",), (Way(rf"/videoplayer-embed/{ID}"),)),
    Host(
        "ur-play",
        "UR Play",
        ("urplay.se", "urskola.se"),
        (Way(r"/(?:program|embed|Produkter)/(\d{3,12})(?:-.{0,300})?"),),
    ),
    Host("yle", "Yle Arenan", ("yle.fi",), (Way(r"/(?:embed/|podcastit/|poddar/)?(1-\d{3,12})"),)),
    Host("nrk", "NRK TV", ("tv.nrk.no",), (Way(r"/(?:serie|program|se)/(.{3,})"),)),
    Host("drtv", "DRTV", ("dr.dk",), (Way(r"/drtv/(?:se|episode|program)/(.{3,})"),)),
    Host(
        "brightcove",
        "Brightcove",
        ("players.brightcove.net",),
        (
            Way(r"/\d{1,20}/[\w-]{1,80}/index\.html", "videoId"),
            Way(r"/\d{1,20}/[\w-]{1,80}/index\.html", "playlistId"),
        ),
    ),
    Host(
        "wistia",
        "Wistia",
        ("wistia.com", "wistia.net"),
        (Way(rf"/embed/(?:iframe|playlists)/{ID}"), Way(rf"/medias/{ID}")),
    ),
    Host("twentythree", "TwentyThree", (), (Way(r"/v\.ihtml(?:/player\.html)?", "photo_id"),)),
    Host(
        "twentythree",
        "TwentyThree",
        ("23video.com", "twentythree.com"),
        (Way(r"/.{0,200}(?:video|photo|embed)/(\d{3,20}).{0,200}"),),
    ),
    Host(
        "dreambroker", "Dream Broker", ("dreambroker.com",), (Way(rf"/channel/\w{{1,40}}/(?:iframe/)?{ID}"),)
    ),
    Host(
        "icareus", "Icareus", ("icareus.com",), (Way(r"/.{0,300}", "assetId"), Way(r"/.{0,300}", "eventId"))
    ),
    Host(
        "jw-player",
        "JW Player",
        ("jwplatform.com", "jwplayer.com"),
        (Way(rf"/(?:players|previews|videos)/{ID}(?:\.\w{{2,5}})?"),),
    ),
    Host("vidyard", "Vidyard", ("vidyard.com",), (Way(rf"/watch/{ID}"), Way(r"/(\w{20,30})(?:\.html)?"))),
    Host("loom", "Loom", ("loom.com",), (Way(rf"/(?:share|embed)/{ID}"),)),
    Host(
        "dailymotion",
        "Dailymotion",
        ("dailymotion.com",),
        (Way(rf"/(?:embed/)?video/{ID}"), Way(r"/player(?:/\w{1,40})?\.html", "video")),
        hides_controls={"controls": NO},
    ),
    Host("dailymotion", "Dailymotion", ("dai.ly",), (Way(f"/{ID}"),)),
    Host(
        "facebook",
        "Facebook",
        ("facebook.com",),
        (
            Way("/plugins/video.php", "href"),
            Way("/watch/?", "v"),
            Way(r"/[\w.-]{1,100}/videos/(?:[\w.-]{1,100}/)?(\d{3,30})"),
        ),
    ),
    Host("facebook", "Facebook", ("fb.watch",), (Way(f"/{ID}"),)),
    Host(
        "twitch",
        "Twitch",
        ("twitch.tv",),
        (Way(r"/videos/(\d{3,20})"), Way("/", "video"), Way("/", "channel", is_live=True)),
    ),
    Host(
        "livestream",
        "Livestream",
        ("livestream.com",),
        (Way(r"/accounts/\d{1,20}/events/(\d{1,20}.{0,100})"),),
    ),
    # Sound alone
    Host("soundcloud", "SoundCloud", ("w.soundcloud.com",), (Way("/player", "url"),), is_sound=True),
    Host(
        "spotify",
        "Spotify",
        ("open.spotify.com",),
        (Way(rf"/(?:[\w-]{{2,10}}/)?(?:embed/|embed-podcast/)?episode/{ID}"),),
        is_sound=True,
    ),
    Host(
        "acast",
        "Acast",
        ("acast.com",),
        (Way(rf"/[\w$-]{{3,100}}/(?:episodes/)?{ID}"), Way(rf"/s/[\w$-]{{1,100}}/{ID}")),
        is_sound=True,
    ),
    Host("simplecast", "Simplecast", ("player.simplecast.com",), (Way(f"/{ID}"),), is_sound=True),
    Host(
        "podbean", "Podbean", ("podbean.com",), (Way(r"/player.{0,40}", "i"), Way(rf"/e/{ID}")), is_sound=True
    ),
    Host(
        "sveriges-radio",
        "Sveriges Radio",
        ("sverigesradio.se",),
        (Way(rf"/(?:avsnitt|embed/(?:episode|publication))/{ID}"),),
        is_sound=True,
    ),
)
"""In no order that matters, but that the first way of a service that fits counts."""


@dataclass(frozen=True, slots=True)
class Hosted:
    """A recording at a service, by the id that it has there; its address may have been any of several."""

    host: Host
    identity: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    is_live: bool = False

    @property
    def hides_controls(self) -> bool:
        """The address asks for a player without buttons."""
        return any(self.parameters.get(name) in values for name, values in self.host.hides_controls.items())

    @property
    def shows_captions(self) -> bool:
        """The address asks for captions to be shown from the start, if there are any."""
        return any(self.parameters.get(name, "0") not in NO for name in self.host.shows_captions)

    @property
    def begins_by_itself(self) -> bool:
        return self._says(self.host.begins_by_itself)

    @property
    def is_mute(self) -> bool:
        return self._says(self.host.is_mute)

    def _says(self, names: frozenset[str]) -> bool:
        return any(self.parameters[name] in ON for name in names if name in self.parameters)


def hosted(address: str) -> Hosted | None:
    """The recording that an address names at a service that we know; None for any other address."""
    return _hosted(address.strip()[:LONGEST_ADDRESS])


@lru_cache(maxsize=1_000)
def _hosted(address: str) -> Hosted | None:
    """Several rules ask about each link of a document."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").casefold().removeprefix("www.")
        pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=MOST_PARAMETERS)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https", "") or not host:
        return None
    parameters = dict(pairs)
    path = unquote(parts.path)
    for service in (*_by_host(host), *_by_host("")):
        for way in service.ways:
            found = _pattern(way.path).fullmatch(path)
            identity = (parameters.get(way.query, "") if way.query else found[1]) if found else ""
            if identity:
                return Hosted(service, identity.strip("/"), parameters, way.is_live)
    return None


@cache
def _services() -> Mapping[str, tuple[Host, ...]]:
    """The services by host; under no host those that are told by the path."""
    found: dict[str, tuple[Host, ...]] = {}
    for service in HOSTS:
        for host in service.hosts or ("",):
            found[host] = (*found.get(host, ()), service)
    return found


def _by_host(host: str) -> tuple[Host, ...]:
    """The services whose host this is or is below."""
    services = _services()
    while host and host not in services:
        host = host.partition(".")[2]
    return services.get(host, ())


@cache
def _pattern(path: str) -> re.Pattern[str]:
    """Compiled when first needed: a run without such addresses needs none."""
    return re.compile(f"{path}/?", re.ASCII)
