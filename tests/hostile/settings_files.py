"""What is read outside the fence, because people write it for their own runs or a browser shows it: settings, lists of
addresses, and what a page says of itself in JSON-LD. Not documents of the corpus: each is handed to its reader."""

from __future__ import annotations

SETTINGS: dict[str, bytes] = {
    "nothing": b"",
    "bytes that are no text": b"\xff\xfe\0",
    "half a sign": b'name = "\xed\xa0\x80"',
    "lists in lists": b"a = " + b"[" * 100_000,
    "tables in tables": b"a = " + b"{a = " * 50_000,
    "a name of 5,000 parts": b"a" + b".a" * 5_000 + b" = 1",
    "a header of 5,000 parts": b"[" + b"a." * 5_000 + b"a]",
    "a number of 5,000 figures": b"name = " + b"9" * 5_000,
    "a number of 10,000 hexadecimal figures": b"name = 0x" + b"f" * 10_000,
    "numbers that are none": b"name = nan\ndate = -inf",
    "a day that no calendar has": b"date = 2026-02-31",
    "a text that never ends": b'name = """' + b"a" * 100_000,
    "quotation marks": b"name = " + b'"' * 100_001,
    "backslashes": b'name = "' + b"\\" * 100_001,
    "the same name twice": b'name = "a"\nname = "b"',
    "a list where a table is wanted": b"material = [[1], [2]]\nanswer = [1]\nwaiver = [1]\ntitle = []\noptions = [1]",
    "a table where a list is wanted": b"[material]\n[answer]\n[waiver]\n[requires]\n[ignore]",
    "keys that are not known": b'\x22\\u0000\x22 = 1\n"\\u001b[2J" = 2',
    "ten thousand materials": b'[[material]]\nfile = "a.pdf"\n' * 10_000,
    "materials that want out": b'[[material]]\nfile = "../../../../etc/passwd"\n[[material]]\nfile = "\\u0000"\n',
    "a ruleset that is based on itself": b'title = {en = "a", sv = "b"}\nbased-on = "settings.toml"',
    "a ruleset that is based on what is outside": b'title = {en = "a", sv = "b"}\nbased-on = "/etc/passwd"',
    "patterns that are dear": b'title = {en = "a", sv = "b"}\nrequires = ["'
    + b"*a" * 20_000
    + b'"]\nignore = ["[[[[!"]',
    "an answer of the wrong types": b"[[answer]]\nkey = 1\nyes = 2\nby = 3\non = 4",
    "a waiver until the end of time": b'[[waiver]]\nrule = "a"\nreason = "b"\nby = "c"\nuntil = 99999-01-01',
    "comments": b"#" * 100_000 + b"\n" + b"# [[answer]]\n" * 10_000,
}
SITEMAPS: dict[str, bytes] = {
    "nothing": b"<urlset>",
    "half signs": b"<urlset><loc>https://a.se/\xed\xa0\x80\xff&#xD800;&#x110000;&#0;</loc>",
    "beginnings": b"<urlset>" + b"<loc>" * 200_000,
    "spaces": b"<urlset><loc>" + b" " * 500_000 + b"</loc>",
    "addresses that are none": b"<urlset>"
    + b"<loc>http://[</loc><loc>https://</loc><loc>//a</loc><loc>javascript:1</loc><loc>file:///etc/passwd</loc>",
    "sixty thousand addresses": b"<urlset>"
    + b"".join(b"<loc>https://a.se/%d</loc>" % n for n in range(60_000)),
    "an address of a megabyte": b"<urlset><loc>https://a.se/" + b"a" * 1_000_000 + b"</loc>",
    "entities that grow": b'<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "xxxxxxxx">]><urlset>'
    b"<loc>https://a.se/&a;</loc>",
}
JSON_LD: dict[str, bytes] = {
    "nothing": b"",
    "lists in lists": b"[" * 100_000,
    "objects in objects": b'{"@graph":[' * 50_000,
    "a list of a hundred thousand": b"[" + b"{}," * 100_000 + b"{}]",
    "a number of 5,000 figures": b'{"@type":"Event","startDate":' + b"9" * 5_000 + b"}",
    "numbers that are none": b'{"@type":"Event","startDate":NaN,"endDate":-Infinity,"name":1e999}',
    "half surrogates": b'{"@type":"Event","name":"\\ud800","startDate":"\\udfff","location":{"name":"\\ud800\\u0000"}}',
    "types of every sort": b'{"@type":["Event",1,null,{}],"name":[],"location":[['
    b'[{}]]],"organizer":[1,{"name":{}}],"offers":"x","startDate":{}}',
    "days that no calendar has": b'{"@type":"Event","name":"x","startDate":"2026-13-45T99:99+99:99"}',
    "long texts": b'{"@type":"Event","name":"' + b"a" * 90_000 + b'","startDate":"' + b"1" * 5_000 + b'"}',
    "a thousand events": b"[" + b'{"@type":"Event","name":"x","startDate":"2026-05-24"},' * 1_000 + b"{}]",
}
