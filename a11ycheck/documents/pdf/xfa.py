"""XFA forms (12.7.8): whether the viewer makes the form as it is filled in."""

from __future__ import annotations

from itertools import pairwise

from a11ycheck.documents.pdf.objects import Entries, Streams, array, text
from a11ycheck.documents.pdf.xml import parse


def has_dynamic_form(form: Entries, streams: Streams) -> bool:
    """Does the XFA resource of the interactive form ask to be rendered anew (acrobat7/dynamicRender is required)?"""
    resource = form.get("/XFA")
    packets = array(resource)
    if packets:
        # Names and packets take turns; each packet is XML of its own, apart from the first and the last.
        resource = next((packet for name, packet in pairwise(packets) if text(name) == "config"), None)
    root = parse(streams.read(resource) or b"")
    if root is None:
        return False
    return any(
        (element.text or "").strip() == "required" and element.xpath("local-name(..)") == "acrobat7"
        for element in root.iter("{*}dynamicRender")
    )
