"""Small OOXML packages made of the parts that a test is about."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" '
    'xmlns:p173="http://schemas.microsoft.com/office/powerpoint/2017/3/main"'
)
DECORATIVE = '<a:extLst><a:ext uri="{C183D7F6}"><adec:decorative val="1"/></a:ext></a:extLst>'
WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SLIDES_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
RELATION_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Parts = Mapping[str, str | bytes]
Relations = Mapping[str, tuple[str, str]]
"""By id: the last word of the type, and the target; an address with “://” is external."""


def zipped(parts: Parts) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def relations(found: Relations) -> str:
    entries = "".join(
        f'<Relationship Id="{id_}" Type="{RELATION_TYPE}/{type_}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target or target.startswith("mailto:") else "/>")
        for id_, (type_, target) in found.items()
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{entries}</Relationships>"
    )


def content_types(main: str, type_: str) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{type_}"/></Types>'
    )


def docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    settings: str = "",
    related: Relations | None = None,
    more: Parts | None = None,
    type_: str = WORD_MAIN,
) -> bytes:
    """A Word document. ``body`` goes into w:body, ``styles`` into w:styles and so on; ``more`` are further parts."""
    held = {**(related or {})}
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types("word/document.xml", type_),
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    for name, inside in (("styles", styles), ("numbering", numbering), ("settings", settings)):
        if inside:
            parts[f"word/{name}.xml"] = f"<w:{name} {NAMESPACES}>{inside}</w:{name}>"
            held[f"of-{name}"] = (name, f"{name}.xml")
    parts["word/_rels/document.xml.rels"] = relations(held)
    return zipped({**parts, **(more or {})})


def paragraph(text: str, style: str = "", own: str = "", run: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{own}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def style(
    id_: str, name: str, *, based_on: str = "", paragraph: str = "", run: str = "", kind: str = "paragraph"
) -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id_}"><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


THEME = (
    f'<a:theme xmlns:a="{A}"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:hlink><a:srgbClr val="0563C1"/></a:hlink>'
    '</a:clrScheme><a:fontScheme name="x"><a:majorFont><a:latin typeface="Rubrik"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Brödtext"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
TITLE_ON_LAYOUT = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="12700" y="25400"/><a:ext cx="1270000" cy="127000"/></a:xfrm></p:spPr>'
    "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
)
BODY_ON_LAYOUT = (
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Body"/><p:cNvSpPr/><p:nvPr><p:ph type="body" idx="7"/></p:nvPr></p:nvSpPr>'
    "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
)


def pptx(
    *slides: str,
    presentation: str = "",
    default_style: str = "",
    related: Relations | None = None,
    layout: str = TITLE_ON_LAYOUT + BODY_ON_LAYOUT,
    background: str = "",
    after: str = "",
    of_slide: str = "",
    more: Parts | None = None,
) -> bytes:
    """A slide deck. Each of ``slides`` goes into a p:spTree; ``related`` are relations of the first slide, ``after``
    follows its p:cSld, ``of_slide`` are attributes of its p:sld, ``presentation`` follows the list of slides."""
    tree = "<p:nvGrpSpPr/><p:grpSpPr/>"
    listed = "".join(f'<p:sldId id="{256 + n}" r:id="rId{n}"/>' for n in range(1, len(slides) + 1))
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types("ppt/presentation.xml", SLIDES_MAIN),
        "_rels/.rels": relations({"rId1": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": f"<p:presentation {NAMESPACES}><p:sldIdLst>{listed}</p:sldIdLst>"
        f'<p:sldSz cx="12192000" cy="6858000"/><p:defaultTextStyle>{default_style}</p:defaultTextStyle>'
        f"{presentation}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(
            {f"rId{n}": ("slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)}
        ),
        "ppt/slideLayouts/slideLayout1.xml": f'<p:sldLayout {NAMESPACES}><p:cSld name="Rubrik och text">'
        f"<p:spTree>{tree}{layout}</p:spTree></p:cSld></p:sldLayout>",
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relations(
            {"rId1": ("slideMaster", "../slideMasters/slideMaster1.xml")}
        ),
        "ppt/slideMasters/slideMaster1.xml": f"<p:sldMaster {NAMESPACES}><p:cSld>{background}<p:spTree>{tree}"
        "</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" hlink="hlink"/>'
        '<p:txStyles><p:titleStyle><a:lvl1pPr><a:defRPr sz="4400"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
        "</a:defRPr></a:lvl1pPr></p:titleStyle>"
        '<p:bodyStyle><a:lvl1pPr marL="228600"><a:buChar char="•"/><a:defRPr sz="2800"/></a:lvl1pPr></p:bodyStyle>'
        "</p:txStyles></p:sldMaster>",
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations({"rId1": ("theme", "../theme/theme1.xml")}),
        "ppt/theme/theme1.xml": THEME,
    }
    for number, slide in enumerate(slides, 1):
        first = number == 1
        parts[f"ppt/slides/slide{number}.xml"] = (
            f"<p:sld {NAMESPACES} {of_slide if first else ''}><p:cSld><p:spTree>{tree}{slide}</p:spTree></p:cSld>"
            f"{after if first else ''}</p:sld>"
        )
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations(
            {
                "rIdLayout": ("slideLayout", "../slideLayouts/slideLayout1.xml"),
                **(related or {} if first else {}),
            }
        )
    return zipped({**parts, **(more or {})})


def text_shape(
    text: str,
    *,
    placeholder: str = "",
    name: str = "Text",
    properties: str = "",
    run: str = "",
    body: str = "<a:bodyPr/>",
    after: str = "",
) -> str:
    """A p:sp with one paragraph; ``placeholder`` are the attributes of its p:ph, ``after`` follows p:spPr."""
    held = f"<p:ph {placeholder}/>" if placeholder else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="9" name="{name}"/><p:cNvSpPr/><p:nvPr>{held}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{properties}</p:spPr>{after}<p:txBody>{body}<a:p><a:r>{run}<a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )
