"""Small PDFs, made as they are needed."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String


class Made:
    """A PDF in the making. Its fonts are /F1 (Helvetica) and whatever a page is given."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.helvetica = self.indirect(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
        )

    def page(
        self,
        content: bytes = b"",
        *,
        fonts: dict[str, Any] | None = None,
        objects: dict[str, Any] | None = None,
        properties: dict[str, Any] | None = None,
        **held: Any,
    ) -> pikepdf.Dictionary:
        """Add a page of 200 by 100 points."""
        resources = Dictionary(
            Font=Dictionary({"/F1": self.helvetica, **(fonts or {})}),
            XObject=Dictionary(objects or {}),
            Properties=Dictionary(properties or {}),
        )
        page = Dictionary(
            {
                "/Type": Name.Page,
                "/MediaBox": Array([0, 0, 200, 100]),
                "/Resources": resources,
                "/Contents": self.pdf.make_stream(content),
                **{f"/{key}": value for key, value in held.items()},
            }
        )
        self.pdf.pages.append(pikepdf.Page(self.pdf.make_indirect(page)))
        return self.pdf.pages[-1].obj

    def form(self, content: bytes, **held: Any) -> pikepdf.Object:
        """Make a form XObject that draws with the page's resources, unless it is given its own."""
        stream = self.pdf.make_stream(content)
        stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 100])
        for key, value in held.items():
            stream[f"/{key}"] = value
        return stream

    def indirect(self, **held: Any) -> pikepdf.Object:
        return self.pdf.make_indirect(Dictionary({f"/{key}": value for key, value in held.items()}))

    def element(self, kind: str, *kids: Any, page: Any = None, **held: Any) -> pikepdf.Object:
        """Make a structure element: kids are elements, numbers of marked content, or dictionaries."""
        made = self.indirect(Type=Name.StructElem, S=Name(f"/{kind}"), K=Array(kids), **held)
        if page is not None:
            made.Pg = page
        for kid in kids:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == Name.StructElem:
                kid.P = made
        return made

    def tree(self, *roots: pikepdf.Object, **held: Any) -> pikepdf.Object:
        """Make the structure tree."""
        made = self.indirect(Type=Name.StructTreeRoot, K=Array(roots), **held)
        for root in roots:
            root.P = made
        self.pdf.Root.StructTreeRoot = made
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)
        return made

    def link(
        self, page: pikepdf.Object, rectangle: tuple[float, ...], uri: str, **held: Any
    ) -> pikepdf.Object:
        """Add a link annotation to a page."""
        made = self.indirect(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array(rectangle),
            A=Dictionary(S=Name.URI, URI=String(uri)),
            **held,
        )
        page.Annots = Array([*page.get("/Annots", []), made])
        return made

    def done(self, **how: Any) -> bytes:
        out = BytesIO()
        self.pdf.save(out, **{"static_id": True, **how})
        return out.getvalue()


def written(text: str, x: float = 10, y: float = 50, size: float = 10) -> bytes:
    """Return the operators that write a text in Helvetica, from a point counted from the bottom left."""
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, text.encode("cp1252"))


def marked(mcid: int, content: bytes, tag: str = "P") -> bytes:
    return b"/%s <</MCID %d>> BDC\n%sEMC\n" % (tag.encode(), mcid, content)


def one_page(content: bytes, **held: Any) -> bytes:
    """Return a PDF with one page that paints ``content``."""
    made = Made()
    made.page(content, **held)
    return made.done()
