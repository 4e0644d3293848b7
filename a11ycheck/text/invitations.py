"""What the words of an invitation promise and ask, in Swedish and English."""

from __future__ import annotations

import re

from a11ycheck.text.language import guess

__all__ = [
    "asks_about_needs",
    "has_code",
    "is_address_or_directions",
    "is_at_a_distance",
    "is_dial_in",
    "is_meeting",
    "is_understood",
    "labels_a_link",
    "last_day_to_answer",
    "services",
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
_SERVICES = {
    "captions": _pattern(
        r"""
        (?:direkt|skriv|live)?text(?:as|ning|ad|at)\b|undertext\w*|skrivtolk\w*|captions?|captioned|captioning|CART\b
        subtitl\w+|speech-to-text|real-time_text
        """
    ),
    "sign-language": _pattern(
        r"""
        teckenspråk\w*|tolk(?:as|ning|ar)?\b|sign[_-]language|BSL\b|ASL\b|interpret(?:er|ers|ation|ing)
        """
    ),
    "loop": _pattern(
        r"""
        hörslinga\w*|hörselslinga\w*|teleslinga\w*|hearing_loop|induction_loop|assistive_listening
        """
    ),
    "venue": _pattern(
        r"""
        rullstol\w*|hiss\b|tillgänglig(?:t|a)?_(?:entré|lokal|toalett)\w*|trappfri\w*|step-free|wheelchair\w*|lift_access
        accessible_(?:entrance|venue|toilet|room|location)
        """
    ),
    "material": _pattern(
        r"""
        (?:material|underlag|handlingar|presentation\w*|bilder)\w*_(?:\w+_){0,3}(?:skickas|bifog\w+|i_förväg|före_mötet|finns)
        (?:slides|papers|materials?|documents|agenda)_(?:\w+_){0,3}(?:attached|in_advance|beforehand|before_the|sent)
        bifogad\w*|i_bilagan|attached
        """
    ),
    "description": _pattern(
        r"""
        syntolk\w*|audio[_-]descri\w+|beskriver_(?:bilderna|sina_bilder|det_som_visas)|lättläst|lätt_svenska|easy_read
        """
    ),
}
_NEEDS = _pattern(
    r"""
    (?:särskilda_)?behov_av_(?:anpassning|stöd|hjälp|tolk|assist)\w*|tillgänglighetsbehov|anpassning(?:ar)?\b
    behöver_du_(?:\w+_){0,4}(?:tolk|text|stöd|anpass|hjälp|hörsl)\w*|önskemål_om_(?:\w+_){0,2}(?:anpass|tillgänglig)\w*
    stöd_för_att_(?:kunna_)?(?:delta|vara_med)|tillgänglighet\b|access(?:ibility)?_(?:needs?|requirements?|requests?)
    accommodations?|adjustments?|accessibility\b|(?:special|additional)_needs|what_you_need_to_(?:take_part|participate)
    if_you_need_(?:\w+_){0,4}(?:interpret|caption|support|assist|access)\w*|tilrettelegging|tilgængelighed|esteettömyys
    """
)
_LAST_DAY = _pattern(
    r"""
    senast|sista_dag\w*|före_den|innan_den|osa\b|o\.s\.a|anmäl\w*_(?:\w+_){0,4}(?:till_och_med|t\.?o\.?m)|svara_senast
    no_later_than|deadline|by_(?:\d{1,2}|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)
    rsvp|respond_by|reply_by|register_(?:by|before)|before_(?:\d{1,2}|mon|tues|wednes|thurs|fri)
    """
)
_DIAL_IN = _pattern(
    r"""
    ring_in|ring_upp|ringa_in|inringning\w*|per_telefon|via_telefon|telefonnummer_för|delta_(?:\w+_){0,2}telefon
    dial(?:[_-]?in|_by)?\b|call[_-]in|or_call|join_by_(?:phone|telephone)|by_phone|phone_one-tap|one_tap|audio_only
    ring_(?:\+|0)|call_(?:\+|0)|conference_number|telefonmöte\w*|einwahl\w*
    """
)
_CODE = re.compile(
    r"(?:mötes-?id|meeting\s?id|konferens-?id|conference\s?id|konferenskod|möteskod|lösenord|passcode|pin(?:-?kod)?|kod"
    r"|access\scode|code|webinar\s?id)\W{1,5}[\w# -]{0,12}?\d{2}|,,\d{3}|\d{3}\s?#",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:anslut|delta\b|gå\smed|länk|klicka|möteslänk|följ\b|logga\sin|öppna|join|link|click|connect|enter|teilnehmen"
    r"|deltag|liity|zoom|teams|meet|webex)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\d{1,4}\s?[a-z]?\b.*[,\n ]|gatan|vägen|torget|gränd|plan\b|allén|street|road|avenue|square|lane|building|house"
    r"|floor|våning|hus\b|campus|stadshus|folkets|bibliotek|library|hall\b|church|kyrka|skola|school|hotel|centrum|center|centre"
    r"|station|\bst\.|\bave\b|\brd\b",
    re.IGNORECASE,
)


def is_understood(text: str) -> bool:
    """Whether the words below are looked for in a text with some right: it is in none of the other languages that
    can be told."""
    return guess(text[:LONGEST_TEXT]) in (None, "sv", "en", "nb", "da")


def is_meeting(text: str) -> bool:
    """Whether a text speaks of a meeting or an invitation."""
    return bool(_MEETING.search(text[:LONGEST_TEXT]))


def is_at_a_distance(text: str) -> bool:
    """Whether a text says that one can take part at a distance."""
    return bool(_DISTANCE.search(text[:LONGEST_TEXT]))


def services(text: str) -> list[str]:
    """What a text says about access, by key: captions, sign-language, loop, venue, material, description."""
    return [name for name, pattern in _SERVICES.items() if pattern.search(text[:LONGEST_TEXT])]


def asks_about_needs(text: str) -> bool:
    """Whether a text asks what people need to take part, or offers to see to it."""
    return bool(_NEEDS.search(text[:LONGEST_TEXT]))


def last_day_to_answer(text: str) -> bool:
    """Whether a text gives a last day for something."""
    return bool(_LAST_DAY.search(text[:LONGEST_TEXT]))


def is_dial_in(text: str) -> bool:
    """Whether a text says that one can take part by telephone."""
    return bool(_DIAL_IN.search(text[:LONGEST_TEXT]))


def has_code(text: str) -> bool:
    """Whether a text gives a meeting id, a code or a PIN."""
    return bool(_CODE.search(text[:LONGEST_TEXT]))


def labels_a_link(text: str) -> bool:
    """Whether words say that what follows is the link to join by."""
    return bool(_LABEL.search(text[:1_000]))


def is_address_or_directions(place: str) -> bool:
    """Whether a place is more than a name of a room: it has a street, a house or a floor, or several words."""
    return bool(_PLACE.search(place[:500])) or len(place[:500].split()) >= 4
