"""What the options of rules mean, for the rules' pages: “rule.option” in two languages."""

from __future__ import annotations

from collections.abc import Mapping

from a11ycheck.outcome import Text

_LET_THROUGH = Text(
    "How large a share of the captions may break the limit, in per cent.",
    "Hur stor andel av textblocken som får bryta mot gränsen, i procent.",
)
_IN_A_ROW = Text("How many there may be in a row.", "Hur många det får vara i rad.")
_SHARE_OF_WORDS = Text(
    "How large a share of the words of the HTML the plain text must have, in per cent.",
    "Hur stor andel av orden i html-versionen som måste finnas i den oformaterade texten, i procent.",
)
_WRONG_WAY = Text(
    "How large a share of the texts above each other may come in the other order, from 0 to 1.",
    "Hur stor andel av texterna under varandra som får komma i omvänd ordning, från 0 till 1.",
)
_POINTS = Text(
    "The smallest size that is let through, in points, on a slide that is 540 points high.",
    "Den minsta storlek som godtas, i punkter, på en bild i presentationen som är 540 punkter hög.",
)
_HOME = Text(
    "The time zone of times that name none, such as Europe/Stockholm; empty works it out.",
    "Tidszonen för tider som inte anger någon, till exempel Europe/Stockholm; tomt räknar ut den.",
)

OPTION_WORDS: Mapping[str, Text] = {
    "calendar-description.least": Text(
        "How many words it must have besides those that meeting services write.",
        "Hur många ord den måste ha utöver det som mötestjänster skriver.",
    ),
    "calendar-html-with-text.least_percent": _SHARE_OF_WORDS,
    "captions-all-caps.most_percent": Text(
        "How large a share of the letters may be capitals, in per cent.",
        "Hur stor andel av bokstäverna som får vara versaler, i procent.",
    ),
    "captions-auto-captions.least_marks_percent": Text(
        "How many marks there must be in a hundred words; with fewer, a person is asked.",
        "Hur många skiljetecken det måste finnas på hundra ord; finns det färre blir det en fråga.",
    ),
    "captions-auto-captions.least_capitals_percent": Text(
        "How many capitals there must be in a hundred letters; with fewer, a person is asked.",
        "Hur många versaler det måste finnas på hundra bokstäver; finns det färre blir det en fråga.",
    ),
    "captions-duration-long.most_seconds": Text(
        "How long captions may be shown, in seconds.", "Hur länge ett textblock får visas, i sekunder."
    ),
    "captions-duration-long.most_percent": _LET_THROUGH,
    "captions-duration-short.least_seconds": Text(
        "How long captions must be shown, in seconds.", "Hur länge ett textblock måste visas, i sekunder."
    ),
    "captions-duration-short.most_percent": _LET_THROUGH,
    "captions-gaps.least_milliseconds": Text(
        "How long the pause between two captions must be, in thousandths of a second.",
        "Hur lång pausen mellan två textblock måste vara, i tusendels sekunder.",
    ),
    "captions-gaps.most_percent": _LET_THROUGH,
    "captions-left-open.most_percent": _LET_THROUGH,
    "captions-line-count.most": Text(
        "How many lines may be shown at once.", "Hur många rader som får visas samtidigt."
    ),
    "captions-line-count.most_percent": _LET_THROUGH,
    "captions-line-length.most": Text(
        "How many characters a line may have.", "Hur många tecken en rad får ha."
    ),
    "captions-line-length.most_percent": _LET_THROUGH,
    "captions-overlaps.most_milliseconds": Text(
        "How far captions may go on into the next, in thousandths of a second.",
        "Hur långt ett textblock får gå in i nästa, i tusendels sekunder.",
    ),
    "captions-overlaps.most_percent": _LET_THROUGH,
    "captions-reading-speed.most": Text(
        "How many characters a second, spaces counted, where the words are not English.",
        "Hur många tecken i sekunden, med mellanslag, där orden inte är engelska.",
    ),
    "captions-reading-speed.most_in_english": Text(
        "How many characters a second, spaces counted, where the words are English.",
        "Hur många tecken i sekunden, med mellanslag, där orden är engelska.",
    ),
    "captions-reading-speed.most_percent": _LET_THROUGH,
    "captions-repeated-text.most_in_a_row": Text(
        "How many captions in a row may have the same text.",
        "Hur många textblock i rad som får ha samma text.",
    ),
    "content-heading-depth.deepest": Text(
        "The deepest heading level that is let through.", "Den djupaste rubriknivå som godtas."
    ),
    "content-heading-present.words": Text(
        "From how many words on a text must have a heading.",
        "Från hur många ord en text måste ha en rubrik.",
    ),
    "content-heading-too-long.longest": Text(
        "How many characters a heading may have.", "Hur många tecken en rubrik får ha."
    ),
    "content-heavy-word.at_most": Text(
        "How many different words there may be that have a plainer one.",
        "Hur många olika ord det får finnas som har ett enklare.",
    ),
    "content-link-address.longest_address": Text(
        "How many characters an address that stands as link text may have.",
        "Hur många tecken en adress som står som länktext får ha.",
    ),
    "content-link-short.fewest": Text(
        "How many characters a link text must have.", "Hur många tecken en länktext måste ha."
    ),
    "content-link-text.words_of_context": Text(
        "How many words the sentence must have besides the link's for a person to be asked whether it says enough.",
        "Hur många ord meningen måste ha utöver länkens för att det ska bli en fråga om den säger nog.",
    ),
    "content-passive-style.sentences_at_least": Text(
        "From how many sentences on they are counted.", "Från hur många meningar de räknas."
    ),
    "content-passive-style.percent_passive": Text(
        "From how large a share on there are too many passive sentences, in per cent.",
        "Från hur stor andel det är för många passiva meningar, i procent.",
    ),
    "content-passive-style.nominal_at_most": Text(
        "How many sentences may have several verbs as nouns.",
        "Hur många meningar som får ha flera verb som substantiv.",
    ),
    "content-picture-alt-words.longest": Text(
        "How many characters an alternative text may have.", "Hur många tecken en alternativtext får ha."
    ),
    "content-picture-alt-words.shortest": Text(
        "How many characters an alternative text must have.", "Hur många tecken en alternativtext måste ha."
    ),
    "content-reading-level.lix_at_most": Text(
        "The highest LIX that is let through, in any language but English.",
        "Det högsta LIX-värde som godtas, på andra språk än engelska.",
    ),
    "content-reading-level.words_at_most": Text(
        "How many words the sentences of a text in French or Spanish may have on average.",
        "Hur många ord meningarna i en text på franska eller spanska får ha i snitt.",
    ),
    "content-reading-level.finnish_words_at_most": Text(
        "The same for a text in Finnish, whose words are longer.",
        "Detsamma för en text på finska, där orden är längre.",
    ),
    "content-reading-level.grade_at_most": Text(
        "The highest Flesch-Kincaid grade that is let through, in English.",
        "Det högsta värde enligt Flesch-Kincaid som godtas, på engelska.",
    ),
    "content-sentence-too-long.words_at_most": Text(
        "How many words a sentence may have.", "Hur många ord en mening får ha."
    ),
    "invitation-joining-link-label.longest": Text(
        "How many characters a link may have that stands without “Join” or the like before it.",
        "Hur många tecken en länk får ha som står utan ”Anslut” eller liknande före sig.",
    ),
    "mail-attachment-only.least": Text(
        "How many words of its own the mail must have.", "Hur många egna ord mejlet måste ha."
    ),
    "mail-hidden-text.most": Text(
        "How many invisible characters it may have.", "Hur många osynliga tecken det får ha."
    ),
    "mail-image-only.least": Text(
        "How many characters of text it must have beside its pictures.",
        "Hur många tecken text det måste ha utöver bilderna.",
    ),
    "mail-plain-text.least_percent": _SHARE_OF_WORDS,
    "mail-small-text.least": Text(
        "The smallest size that is let through, in CSS pixels.",
        "Den minsta storlek som godtas, i css-bildpunkter.",
    ),
    "mail-subject-words.longest": Text(
        "How many characters the subject may have.", "Hur många tecken ärenderaden får ha."
    ),
    "mail-subject-words.signs": Text(
        "From how many emojis on there are too many.", "Från hur många emojier det är för många."
    ),
    "meeting-access-needs-deadline.days_at_most": Text(
        "From how many days before the meeting on a last day is asked about.",
        "Från hur många dagar före mötet en sista dag blir en fråga.",
    ),
    "meeting-advance-notice.least": Text(
        "How many days ahead it must be sent.", "Hur många dagar i förväg den måste skickas."
    ),
    "meeting-agenda-has-times.percent_at_least": Text(
        "How large a share of the rows must have a time or a length, in per cent.",
        "Hur stor andel av raderna som måste ha en tid eller en längd, i procent.",
    ),
    "meeting-break-every-90.minutes": Text(
        "How long it may go on without a break, in minutes.", "Hur länge det får pågå utan paus, i minuter."
    ),
    "meeting-break-length.minutes": Text(
        "How long the longest break must be, in minutes.",
        "Hur lång den längsta pausen måste vara, i minuter.",
    ),
    "meeting-break-length.minutes_in_long": Text(
        "How long it must be in a long meeting, in minutes.",
        "Hur lång den måste vara i ett långt möte, i minuter.",
    ),
    "meeting-break-length.long": Text(
        "From how many minutes on a meeting is long.", "Från hur många minuter ett möte är långt."
    ),
    "meeting-how-to-speak.ways_at_least": Text(
        "How many ways to have a say there must be.", "Hur många sätt att komma till tals det måste finnas."
    ),
    "meeting-not-too-long.hours": Text(
        "How long a day may be, breaks for meals left out, in hours.",
        "Hur lång en dag får vara, måltidsraster borträknade, i timmar.",
    ),
    "meeting-not-too-long.hours_without_meal": Text(
        "How long it may go on without a break for a meal, in hours.",
        "Hur länge det får pågå utan måltidsrast, i timmar.",
    ),
    "meeting-not-too-long.meal_minutes": Text(
        "From how many minutes on a break is one for a meal.",
        "Från hur många minuter en paus är en måltidsrast.",
    ),
    "meeting-structured-data-agrees.home": _HOME,
    "meeting-time-consistent.home": _HOME,
    "office-blank-paragraphs.most": _IN_A_ROW,
    "office-line-breaks-as-space.most": _IN_A_ROW,
    "office-repeated-spaces.most": _IN_A_ROW,
    "office-slide-animation.most": Text(
        "How long something may move by itself, in seconds.",
        "Hur länge något får röra sig av sig självt, i sekunder.",
    ),
    "office-slide-reading-order.share": _WRONG_WAY,
    "office-slide-small-text.least": _POINTS,
    "office-slide-text-amount.most_words": Text(
        "How many words a slide may have.", "Hur många ord en bild i presentationen får ha."
    ),
    "office-slide-text-amount.most_points": Text(
        "How many list items a slide may have.", "Hur många punkter en bild i presentationen får ha."
    ),
    "office-small-text.least": Text(
        "The smallest size that is let through, in points.", "Den minsta storlek som godtas, i punkter."
    ),
    "office-table-big.most_rows": Text("How many rows it may have.", "Hur många rader den får ha."),
    "office-table-layout.most_percent": Text(
        "How large a share of its cells may be empty, in per cent.",
        "Hur stor andel av cellerna som får vara tomma, i procent.",
    ),
    "office-tabs-as-table.fewest_rows": Text(
        "From how many lines in a row on they are taken for a table.",
        "Från hur många rader i följd de tas för en tabell.",
    ),
    "page-linked-document-said.megabytes_said": Text(
        "From what size on it must be said, in megabytes.",
        "Från vilken storlek den måste sägas, i megabyte.",
    ),
    "pdf-bookmarks.pages": Text(
        "From how many pages on there must be bookmarks.", "Från hur många sidor det måste finnas bokmärken."
    ),
    "pdf-image-only-page.share": Text(
        "From how large a share of the page on pictures make it one without text, from 0 to 1.",
        "Från hur stor andel av sidan bilder gör den till en sida utan text, från 0 till 1.",
    ),
    "pdf-recognised-text.share": Text(
        "How large a share of the words must look like words, from 0 to 1.",
        "Hur stor andel av orden som måste se ut som ord, från 0 till 1.",
    ),
    "pdf-small-text.least": _POINTS,
    "pdf-small-text.tiny": Text(
        "Below what size it is said that the text can hardly be read, in points.",
        "Under vilken storlek det sägs att texten knappt går att läsa, i punkter.",
    ),
    "pdf-tag-order.share": _WRONG_WAY,
    "pdf-tiny-text.least": Text(
        "The smallest size that is let through, in points.", "Den minsta storlek som godtas, i punkter."
    ),
    "recording-captions-coverage.least_percent": Text(
        "How large a share of the speech must have captions, in per cent.",
        "Hur stor andel av talet som måste ha undertexter, i procent.",
    ),
    "recording-captions-coverage.far_too_few_percent": Text(
        "Below what share of the speech captions are missing beyond doubt, in per cent.",
        "Under vilken andel av talet undertexter utan tvekan saknas, i procent.",
    ),
    "recording-captions-coverage.most_stretch_seconds": Text(
        "How long speech may go on without captions, in seconds.",
        "Hur länge tal får pågå utan undertexter, i sekunder.",
    ),
    "recording-captions-cut.most_seconds": Text(
        "How far captions may go out of step at one stroke, in seconds.",
        "Hur långt undertexterna får hamna ur takt på en gång, i sekunder.",
    ),
    "recording-captions-drift.most_seconds": Text(
        "How far captions may come out of step little by little, in seconds.",
        "Hur långt undertexterna får hamna ur takt så småningom, i sekunder.",
    ),
    "recording-captions-end-early.most_seconds": Text(
        "How long before the end the last captions may stop, in seconds.",
        "Hur långt före slutet de sista undertexterna får sluta, i sekunder.",
    ),
    "recording-captions-in-time.most_seconds": Text(
        "How far from the speech captions may be, in seconds.",
        "Hur långt från talet undertexterna får ligga, i sekunder.",
    ),
    "recording-captions-of-this-recording.most_seconds_a_cue": Text(
        "How many seconds of speech there may be for each caption.",
        "Hur många sekunder tal det får gå på varje textblock.",
    ),
    "recording-captions-past-the-end.most_seconds": Text(
        "How long after the end the last captions may begin, in seconds.",
        "Hur långt efter slutet de sista undertexterna får börja, i sekunder.",
    ),
    "recording-captions-present.least_speech_seconds": Text(
        "From how much speech on there must be captions, in seconds.",
        "Från hur mycket tal det måste finnas undertexter, i sekunder.",
    ),
    "recording-captions-present.burned_in_percent": Text(
        "From how large a share of pictures with changing text on captions may be in them, in per cent.",
        "Från hur stor andel bilder med växlande text undertexterna kan finnas i dem, i procent.",
    ),
    "recording-captions-slightly-off.least_seconds": Text(
        "From how far beside the speech on it is said, in seconds.",
        "Från hur långt vid sidan av talet det sägs, i sekunder.",
    ),
    "recording-captions-slightly-off.most_seconds": Text(
        "From how far beside the speech on another rule says it, in seconds.",
        "Från hur långt vid sidan av talet en annan regel säger det, i sekunder.",
    ),
    "recording-captions-stop-early.most_seconds": Text(
        "How long after the last captions there may be speech, in seconds.",
        "Hur långt efter de sista undertexterna det får finnas tal, i sekunder.",
    ),
    "recording-captions-without-speech.most_percent": Text(
        "How large a share of the captions' time may be without speech, in per cent.",
        "Hur stor andel av undertexternas tid som får vara utan tal, i procent.",
    ),
    "recording-description-adds-speech.least_seconds": Text(
        "How much more speech it must have, in seconds.",
        "Hur mycket mer tal den måste ha, i sekunder.",
    ),
    "recording-description-adds-speech.least_percent": Text(
        "How much more speech it must have, in per cent of its length.",
        "Hur mycket mer tal den måste ha, i procent av längden.",
    ),
    "recording-flashing.most": Text(
        "How many flashes there may be in a second.", "Hur många blixtar det får vara på en sekund."
    ),
    "meeting-organiser-named.words_at_least": Text(
        "From how many words on a text may say it in a way that is not recognised, so that a person is asked.",
        "Från hur många ord en text kan säga det på ett sätt som inte känns igen, så att en människa tillfrågas.",
    ),
    "meeting-purpose-stated.words_at_least": Text(
        "From how many words on a text may say it in a way that is not recognised, so that a person is asked.",
        "Från hur många ord en text kan säga det på ett sätt som inte känns igen, så att en människa tillfrågas.",
    ),
    "recording-flashing.certain": Text(
        "Up to how many flashes in a second a person is asked.",
        "Upp till hur många blixtar på en sekund det blir en fråga.",
    ),
}
