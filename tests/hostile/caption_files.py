"""Hostile caption files."""

from __future__ import annotations

from hostile.corpus import hostile

BEGINS = b"WEBVTT\n\n"
ONE = BEGINS + b"00:01.000 --> 00:05.000\n"
ENTITIES = '<!DOCTYPE tt [<!ENTITY a "hej">{}]>'.format(
    "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
)


@hostile(".vtt")
def a_hundred_thousand_cues() -> bytes:
    """More captions than a day of film has."""
    return BEGINS + b"00:01.000 --> 00:02.000\nHej\n\n" * 100_000


@hostile(".srt")
def cues_at_the_same_time() -> bytes:
    """Captions that all overlap all others."""
    return b"1\n00:00:01,000 --> 99:00:02,000\nHej\n\n" * 20_000


@hostile(".sbv")
def cues_that_end_before_they_begin() -> bytes:
    """Captions backwards in time, of SubViewer."""
    return b"".join(b"0:%02d:01.000,0:00:00.000\nHej\n\n" % (59 - n % 60) for n in range(5_000))


@hostile(".vtt")
def arrows() -> bytes:
    """Lines that begin a caption and do not end, and notes and styles that do not either."""
    return BEGINS + b"00:01.000 -->\n" * 50_000 + b"NOTE " * 50_000 + b"STYLE\n::cue(" * 20_000


@hostile(".vtt")
def a_time_of_many_figures() -> bytes:
    """Hours in numbers that are dear to read, and figures that are no figures."""
    return (
        BEGINS
        + b"9" * 100_000
        + b":00:00.000 --> "
        + b"9" * 100_000
        + b":59:59.999\nHej\n\n"
        + "٠٠:٠١.٠٠٠ --> ００:０５.０００\nHej\n".encode()
    )


@hostile(".vtt")
def tags_in_tags() -> bytes:
    """Voices, classes and rubies that never end, in one line."""
    return ONE + b"<v Kim><c.a.b.c><ruby><rt>" * 20_000 + b"\n" + b"<v " * 50_000 + b"\n" + b"&" * 100_000


@hostile(".vtt")
def signs_that_look_like_sounds() -> bytes:
    """Brackets, dashes, notes and capitals, against what tells sounds and speakers from speech."""
    return (
        ONE
        + b"[(*-# A: " * 30_000
        + b"\n"
        + b"(" * 50_000
        + b"\n"
        + "♪".encode() * 50_000
        + b"\n"
        + b"A" * 50_000
        + b":\n"
    )


@hostile(".vtt")
def regions_of_regions() -> bytes:
    """Settings and regions with numbers that cannot be."""
    settings = b"line:1e999%,nan position:-1% size:" + b"9" * 5_000 + b"% align:x region:" + b"r" * 9_000
    return (
        b"WEBVTT\n\n"
        + b"REGION\nid:r\nlines:-1\nwidth:999999%\n\n" * 5_000
        + b"00:01.000 --> 00:05.000 "
        + settings
        + b"\nHej\n"
    )


@hostile(".srt")
def encodings_in_one_file() -> bytes:
    """A file in three encodings, with zeros and half signs."""
    return b"\xff\xfe1\n00:00:01,000 --> 00:00:02,000\n" + "åäö".encode() + b"\xe5\xe4\xf6\xed\xa0\x80\0\0\n"


@hostile(".srt")
def utf_16_with_half_surrogates() -> bytes:
    """A file in UTF-16 whose text is no text."""
    return (
        b"\xff\xfe" + "1\n00:00:01,000 --> 00:00:02,000\nHej ".encode("utf-16-le") + b"\x00\xd8\x00\xd8\n\0X"
    )


@hostile(".ttml")
def entities_that_grow_in_captions() -> bytes:
    """Entities made of entities."""
    return (ENTITIES + "<tt><body>&j;</body></tt>").encode()


@hostile(".ttml")
def entities_that_grow_in_utf_16() -> bytes:
    """The same, where whoever looks for their beginning finds nothing."""
    return (ENTITIES + "<tt><body>&j;</body></tt>").encode("utf-16")


@hostile(".ttml")
def a_file_from_outside() -> bytes:
    """An entity that is a file of the reader's."""
    return b'<!DOCTYPE tt [<!ENTITY x SYSTEM "file:///etc/passwd">]><tt>&x;</tt>'


@hostile(".ttml")
def divisions_in_divisions() -> bytes:
    """Elements deeper than a program's stack."""
    return b'<tt xmlns="http://www.w3.org/ns/ttml">' + b"<div>" * 100_000


@hostile(".ttml")
def times_within_times() -> bytes:
    """Sixty times in each other, each counted from the one around it, with rates of zero."""
    spans = b'<span begin="1s" end="9999999999h">x' * 60 + b"</span>" * 60
    rates = b'ttp:frameRate="0" ttp:tickRate="0" ttp:frameRateMultiplier="1 0"'
    return (
        b'<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" '
        + rates
        + b'><body><div><p begin="9f" dur="%st">' % (b"9" * 12)
        + spans
        + b"</p></div></body></tt>"
    )


@hostile(".ttml")
def speakers_of_speakers() -> bytes:
    """Agents who are each other, and thousands of references to them."""
    agents = b"".join(
        b'<ttm:agent xml:id="a%d"><ttm:actor agent="a%d"/></ttm:agent>' % (n, n + 1) for n in range(1_000)
    )
    said = b'<p ttm:agent="a1 a2 a3" begin="1s" end="2s">Hej</p>' * 3_000
    return (
        b'<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"><head>'
        + agents
        + b"</head><body><div>"
        + said
        + b"</div></body></tt>"
    )
