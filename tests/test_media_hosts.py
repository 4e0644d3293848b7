"""Addresses of recordings at services: which recording they name, and what they ask the player for."""

from __future__ import annotations

import pytest

from a11ycheck.documents.media_hosts import HOSTS, hosted

MEDIASITE = "0123456789abcdef0123456789abcdef1d"


@pytest.mark.parametrize(
    ("address", "key", "identity"),
    [
        ("https://www.youtube.com/embed/abc_-123?start=3", "youtube", "abc_-123"),
        ("https://www.youtube-nocookie.com/embed/abc_-123", "youtube", "abc_-123"),
        ("https://m.youtube.com/watch?list=x&v=abc_-123&t=9", "youtube", "abc_-123"),
        ("https://youtu.be/abc_-123?si=delad", "youtube", "abc_-123"),
        ("https://www.youtube.com/shorts/abc_-123", "youtube", "abc_-123"),
        ("//www.youtube.com/embed/abc_-123", "youtube", "abc_-123"),
        ("https://player.vimeo.com/video/123456?h=0a1b", "vimeo", "123456"),
        ("https://vimeo.com/123456/0a1b2c3d4e", "vimeo", "123456"),
        ("https://x.sharepoint.com/sites/a/_layouts/15/embed.aspx?UniqueId=12-ab", "stream", "12-ab"),
        ("https://x.sharepoint.com/sites/a/_layouts/15/stream.aspx?id=%2Fa%2Fb.mp4", "stream", "a/b.mp4"),
        ("https://web.microsoftstream.com/video/12-ab", "stream", "12-ab"),
        ("https://us02web.zoom.us/rec/share/a.b-c_1", "zoom", "a.b-c_1"),
        ("https://play.lnu.se/media/t/0_abcd1234", "kaltura", "0_abcd1234"),
        ("https://cdnapisec.kaltura.com/p/1/embedPlaykitJs/uiconf_id/2?entry_id=1_abcd1234", "kaltura", "1_abcd1234"),
        ("https://x.cloud.panopto.eu/Panopto/Pages/Viewer.aspx?id=12-ab", "panopto", "12-ab"),
        (f"https://play.kommunen.se/Mediasite/Play/{MEDIASITE}", "mediasite", MEDIASITE),
        ("https://api.screen9.com/embed/AbC1", "screen9", "AbC1"),
        ("https://kommunen.screen9.tv/media/AbC1/arsmotet", "screen9", "AbC1"),
        ("https://kommunen.solidtango.com/widgets/embed/ab12", "solidtango", "ab12"),
        ("https://play.quickchannel.com/play/ab12", "quickchannel", "ab12"),
        ("https://streamio.com/api/v1/videos/ab12/public_show?player_id=3", "streamio", "ab12"),
        ("https://play.mediaflow.com/ovp/11/ab12", "mediaflow", "ovp/11/ab12"),
        ("https://embed.bambuser.com/broadcast/1234", "bambuser", "1234"),
        ("https://www.svtplay.se/video/eAB12/agenda", "svt-play", "eAB12"),
        ("https://urplay.se/program/123456-titel", "ur-play", "123456"),
        ("https://players.brightcove.net/1/default_default/index.html?videoId=99", "brightcove", "99"),
        ("https://fast.wistia.net/embed/iframe/ab12cd", "wistia", "ab12cd"),
        ("https://video.kommunen.se/v.ihtml/player.html?token=1&photo_id=123", "twentythree", "123"),
        ("https://dreambroker.com/channel/ab12/iframe/cd34", "dreambroker", "cd34"),
        ("https://suite.icareus.com/web/player?assetId=77", "icareus", "77"),
        ("https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1", "soundcloud", "https://api.soundcloud.com/tracks/1"),
        ("https://open.spotify.com/embed/episode/ab12?utm_source=x", "spotify", "ab12"),
        ("https://video.qbrick.com/play2/embed/player?accountId=1&mediaId=ab12", "qbrick", "play2/embed/player"),
        ("https://play.rackfish.com/embed/ab12", "rackfish", "ab12"),
        ("https://arenan.yle.fi/1-50123456", "yle", "1-50123456"),
        ("https://tv.nrk.no/program/ABCD12345678", "nrk", "ABCD12345678"),
        ("https://www.dr.dk/drtv/se/titel_123", "drtv", "titel_123"),
        ("https://cdn.jwplayer.com/players/ab12cd34.html", "jw-player", "ab12cd34"),
        ("https://share.vidyard.com/watch/ab12cd34", "vidyard", "ab12cd34"),
        ("https://www.loom.com/share/0123456789abcdef", "loom", "0123456789abcdef"),
        ("https://www.dailymotion.com/embed/video/x8ab12", "dailymotion", "x8ab12"),
        ("https://dai.ly/x8ab12", "dailymotion", "x8ab12"),
        ("https://www.facebook.com/forumet/videos/1234567890", "facebook", "1234567890"),
        ("https://player.twitch.tv/?video=123", "twitch", "123"),
        ("https://livestream.com/accounts/12/events/34/player", "livestream", "34/player"),
        ("https://shows.acast.com/forumpodden/episodes/avsnitt-1", "acast", "avsnitt-1"),
        ("https://player.simplecast.com/ab12-cd34", "simplecast", "ab12-cd34"),
        ("https://www.podbean.com/player-v2/?i=ab12-cd34", "podbean", "ab12-cd34"),
        ("https://sverigesradio.se/avsnitt/1234567", "sveriges-radio", "1234567"),
        ("https://teams.microsoft.com/l/meetingrecap?driveItemId=ab12", "teams", "ab12"),
        ("https://video.forum.se/w/kkGMgK9ZtnKfYAgnEtQxbv", "peertube", "kkGMgK9ZtnKfYAgnEtQxbv"),
    ],
)  # fmt: skip
def test_all_forms_of_an_address_name_the_recording(address: str, key: str, identity: str) -> None:
    found = hosted(address)
    assert found is not None
    assert (found.host.key, found.identity) == (key, identity)


def test_every_service_is_among_these() -> None:
    (addresses,) = (mark.args[1] for mark in test_all_forms_of_an_address_name_the_recording.pytestmark)
    assert {key for _, key, _ in addresses} == {host.key for host in HOSTS}


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/@forum",
        "https://www.youtube.com/",
        "https://www.youtube.com/watch",
        "https://notyoutube.com/embed/abcd",
        "https://forum.example.se/www.youtube.com/embed/abcd",
        "https://forum.example.se/bilder/www.youtube.com.jpg",
        "https://forum.example.se/?u=https://youtu.be/abcd",
        "https://vimeo.com/about",
        "https://zoom.us/j/123456",
        "https://teams.microsoft.com/l/meetup-join/19",
        "https://x.sharepoint.com/:w:/g/abc",
        "https://www.svtplay.se/agenda",
        "mailto:forum@youtube.com",
        "https://[trasig/embed/abcd",
        "",
    ],
)
def test_what_is_no_recording(address: str) -> None:
    assert hosted(address) is None


@pytest.mark.parametrize(
    ("address", "hides", "shows", "begins", "mute"),
    [
        ("https://www.youtube.com/embed/abcd", False, False, False, False),
        ("https://www.youtube.com/embed/abcd?controls=0&cc_load_policy=1", True, True, False, False),
        ("https://www.youtube.com/embed/abcd?controls=1&cc_load_policy=0", False, False, False, False),
        ("https://www.youtube.com/embed/abcd?autoplay=1&mute=1", False, False, True, True),
        ("https://player.vimeo.com/video/1234?background=1", True, False, True, True),
        ("https://player.vimeo.com/video/1234?texttrack=sv", False, True, False, False),
        (
            "https://x.hosted.panopto.com/Panopto/Pages/Embed.aspx?id=1&captions=true",
            False,
            True,
            False,
            False,
        ),
        (
            "https://x.hosted.panopto.com/Panopto/Pages/Embed.aspx?id=1&captions=false",
            False,
            False,
            False,
            False,
        ),
    ],
)
def test_what_an_address_asks_the_player_for(
    address: str, hides: bool, shows: bool, begins: bool, mute: bool
) -> None:
    found = hosted(address)
    assert found is not None
    asked = (found.hides_controls, found.shows_captions, found.begins_by_itself, found.is_mute)
    assert asked == (hides, shows, begins, mute)


@pytest.mark.parametrize(
    "path",
    [
        "embedIframeJs" * 8_000,
        "/" * 100_000,
        "media/" + "0_" * 50_000,
        "watch?" + "v=&" * 40_000,
        "video/photo/embed" * 6_000,
    ],
)
def test_a_very_long_address_is_no_recording(path: str) -> None:
    assert hosted(f"https://example.se/{path}") is None
    for service in HOSTS:
        for host in service.hosts:
            hosted(f"https://{host}/{path}")


@pytest.mark.parametrize(
    ("address", "is_live"),
    [
        ("https://www.youtube.com/embed/live_stream?channel=UC_abc", True),
        ("https://www.youtube.com/@forum/live", True),
        ("https://player.twitch.tv/?channel=forum&parent=example.se", True),
        # The address stays when it is over.
        ("https://www.youtube.com/live/abc_-123", False),
        ("https://player.twitch.tv/?video=123", False),
    ],
)
def test_what_is_always_sent_live(address: str, is_live: bool) -> None:
    found = hosted(address)
    assert found is not None
    assert found.is_live is is_live
