"""Text documents and slides: what is mended in each format, and proof that nothing else has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck.documents.office import ZIP
from a11ycheck.documents.office.open import CONTENT_TYPES, open_office
from a11ycheck.mending import CannotMend, Plan, Splice, Wishes, applied
from a11ycheck.mending.choices import lacks_language, lacks_title, language_of, shows_title, title_of
from a11ycheck.mending.draft import Draft
from a11ycheck.mending.zip_splices import zip_splices
from a11ycheck.trouble import CouldNotCheck

if TYPE_CHECKING:
    from a11ycheck.documents.office.model import Office
    from a11ycheck.documents.office.package import Package


def plan_office(data: bytes, wishes: Wishes) -> Plan:
    """Work out what to mend. Raises ``CannotMend``, or ``CouldNotCheck`` where the document cannot be opened."""
    office = open_office(data)
    if data.startswith(ZIP):
        from a11ycheck.documents.office.package import Package

        package = Package(data)
        _refuse_signed(package)
        draft = Draft(package.read, wishes)
        _mend(office, package, draft)
        changed = {name: part.changed() for name, part in draft.parts.items() if part.splices}
        splices = zip_splices(data, changed) if changed else []
    else:
        draft = Draft(lambda name: data, wishes)
        _mend_opendocument(office, None, draft)
        splices = [splice for part in draft.parts.values() for splice in part.splices]
    if not draft.mended:
        return Plan(left=tuple(draft.left))
    _prove(office, data, splices)
    return Plan(tuple(splices), tuple(draft.mended), tuple(draft.left))


def _refuse_signed(package: Package) -> None:
    """Signatures of OOXML (ECMA-376 part 2, clause 13), of its macros, and of ODF (part 2, clause 5) stop holding when
    anything changes."""
    for name in package.names:
        low = name.casefold()
        if low.startswith("_xmlsignatures/") or "vbaprojectsignature" in low:
            raise CannotMend("signed", name)
        if low.startswith("meta-inf/") and "signature" in low:
            raise CannotMend("signed", name)


def _mend(office: Office, package: Package, draft: Draft) -> None:
    if CONTENT_TYPES not in package:
        _mend_opendocument(office, package, draft)
        return
    from a11ycheck.documents.office.main_part import find_main_part
    from a11ycheck.mending.ooxml import binds_title, set_title

    main = find_main_part(package)
    title = _wanted_title(office, draft, bound=binds_title(package, main.name))
    if title:
        set_title(package, draft, title)
    language = _wanted_language(office, draft)
    if main.family == "word":
        from a11ycheck.mending.word import mend_word

        mend_word(office, package, main, draft, language)
    else:
        from a11ycheck.mending.slides import mend_slides

        mend_slides(package, main, draft, language)


def _mend_opendocument(office: Office, package: Package | None, draft: Draft) -> None:
    from a11ycheck.mending.opendocument import mend_opendocument

    title, language = _wanted_title(office, draft), _wanted_language(office, draft)
    mend_opendocument(office, package, draft, title, language)


def _wanted_title(office: Office, draft: Draft, *, bound: bool = False) -> str:
    """The title to set; empty for none. ``bound``: a content control shows it."""
    shown = bound or shows_title(office)
    if draft.wishes.title and draft.wishes.title != office.properties.title:
        if shown:
            draft.leave("title-shown-too")
        return draft.wishes.title
    if not lacks_title(office.properties.title):
        return ""
    title = title_of(office)
    if not title:
        draft.leave("no-title")
    elif shown:  # to set it would change the text
        draft.leave("title-shown")
        return ""
    return title


def _wanted_language(office: Office, draft: Draft) -> str:
    """The language to state; empty for none."""
    if not lacks_language(office.content):
        if draft.wishes.language:
            draft.leave("language-stated", declared=office.language or "–")
        return ""
    language = draft.wishes.language or language_of(office.content)
    if not language:
        draft.leave("no-language")
    return language


def _prove(before: Office, data: bytes, splices: list[Splice]) -> None:
    """Open the copy and see that it says what the original said, word for word."""
    try:
        after = open_office(applied(data, splices))
    except CouldNotCheck as reason:
        raise CannotMend("not-the-same", reason.trouble.reason) from None
    said = [[paragraph.text for paragraph in office.paragraphs] for office in (before, after)]
    held = [[shape.where.anchor for shape in office.shapes] for office in (before, after)]
    if said[0] != said[1] or held[0] != held[1] or before.left_unread != after.left_unread:
        raise CannotMend("not-the-same")
