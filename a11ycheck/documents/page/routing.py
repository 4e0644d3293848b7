"""Who tells of a fault on a page when several rules could: one fault, one finding.

Data only: for each rule that is not put to pages, why, and by whom the fault is told instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

AXE_OFF: Mapping[str, str] = MappingProxyType(
    {
        # A rule of ours owns the fault: axe-core is wrong, silent or less sharp on the cases of the ACT rule.
        "aria-prohibited-attr": "page-aria-prohibited (ACT kb1m8s) also tells where axe-core only cannot tell",
        "aria-required-children": "page-owned-elements (ACT bc4a75): axe-core misses a failed case",
        "bypass": "page-way-past-menus (ACT cf77f2 and others): axe-core only cannot tell",
        "frame-focusable-content": "page-frame-reached-by-keyboard (ACT akn7bn): axe-core fails cases that pass",
        "frame-title-unique": "page-frames-with-same-name (ACT 4b1c6c) compares what the frames hold",
        "html-has-lang": "page-has-language (ACT b5c3f8): axe-core fails a case that passes",
        "identical-links-same-purpose": "page-links-with-same-name (ACT b20e66) compares where the links lead",
        "label-content-name-mismatch": "page-label-in-name (ACT 2ee8b8): axe-core fails cases that pass",
        "meta-refresh": "page-refresh-gives-time (ACT bc659a): axe-core fails a case that passes",
        "meta-refresh-no-exceptions": "page-refresh-never (ACT bisz58): axe-core fails a case that passes",
        "no-autoplay-audio": "page-sound-without-control (ACT 80f0bf, 4c31df) knows how long the sound plays",
        "p-as-heading": "page-looks-like-heading sees more than paragraphs",
        "target-size": "page-target-size knows the exceptions for equivalent and essential targets",
        "td-has-header": "content-table-headers holds for small tables, too",
        "th-has-data-cells": "page-header-without-cells (ACT d0f69e): axe-core only cannot tell",
        # Media are opened and looked into; axe-core asks about each, whatever its state.
        "audio-caption": "the rules on recordings open the media and their tracks",
        "video-caption": "the rules on recordings open the media and their tracks",
        # Nobody tells, since it is no fault.
        "aria-roledescription": "axe-core has deprecated it",
        "duplicate-id": "axe-core has deprecated it; WCAG 2.2 has no criterion for it",
        "duplicate-id-active": "axe-core has deprecated it; WCAG 2.2 has no criterion for it",
        "form-field-multiple-labels": "axe-core only cannot tell; HTML allows several labels and they are read out",
        "frame-tested": "a page that could be read only in part says so itself",
        "hidden-content": "hidden content is no fault, and most pages have some",
        "landmark-complementary-is-top-level": "axe-core has deprecated it",
    }
)
"""Rules of axe-core's that are not run, by its own ids. Each of its other rules is one of ``rules/axe``."""

CONTENT_OFF: Mapping[str, str] = MappingProxyType(
    {
        "content-heading-empty": "axe-empty-heading also knows names that are no text",
        "content-heading-level": "axe-heading-order and axe-page-has-heading-one: a menu may have a heading before "
        "the page's own",
        "content-language": "page-page-language (ACT ucwvc8), page-has-language (ACT b5c3f8), axe-html-lang-valid tell "
        "each fault by itself",
        "content-language-of-parts": "page-unmarked-language and page-marked-language (ACT off6ek) tell it",
        "content-link-texts-differ": "page-links-with-same-name and page-links-with-same-name-in-context compare what "
        "the links lead to",
        "content-title": "axe-document-title tells that it is missing, page-title-describes that nobody has written it",
    }
)
"""Rules for all content that are not put to pages, by id."""

RECORDING_OFF: Mapping[str, str] = MappingProxyType(
    {
        "recording-described": "page-video-described and content-recording-described see what stands beside it",
        "recording-picture-only": "page-silent-video and content-recording-described see what is told beside it",
        "recording-transcript": "page-audio-transcript and content-recording-transcript see the text beside it",
    }
)
"""Rules for recordings that are not put to those that a page of the same run plays or links to, by id."""
