"""How much of a PDF is read: every cap, with its reason.

A file that goes over one ends in ``CouldNotCheck`` or in a page marked ``cut_short``; which, is said at each.
"""

from __future__ import annotations

MB = 1 << 20

# The file and its streams: CouldNotCheck("too-big").
MOST_PAGES = 20_000
"""Several times the longest document that a meeting hands out; each page costs about 50 µs even when empty."""
LONGEST_STREAM = 64 * MB
"""Decoded. Page content of printed maps reaches 20 MB; 0.8 MB of Flate can hold 800 MB."""
LONGEST_LZW = 8 * MB
"""Encoded. LZW went out of use in the 1990s, and its decoded length takes a Python loop to find."""
ALL_STREAMS = 512 * MB
"""Decoded, over the whole document: what one core gets through in about ten seconds."""
MOST_IN_CONTAINER = 2_000_000
"""Items of one array or dictionary: a structure tree of the largest size below fits with room to spare."""

# The structure tree.
MOST_ELEMENTS = 500_000
"""CouldNotCheck("too-big"). 368 pages of tables and lists give 37,000."""
DEEPEST_ELEMENT = 500
"""CouldNotCheck("too-deep"). Real trees stay under 30; properties that look upwards stay cheap."""
MOST_KIDS = 2_000_000
"""CouldNotCheck("too-big"). Marked content and references, over the whole tree."""
MOST_ATTRIBUTES = 1_000
"""Left out beyond this: attribute objects, classes, header ids or numbers of one element."""
MOST_REFERENCES = 1_000
"""Left out beyond this: elements that one element refers to. A note is cited a few times."""
MOST_TREE_ENTRIES = 1_000_000
"""Left out beyond this: entries of a name tree or number tree."""
DEEPEST_TEXT = 32
"""Ancestors that an element's text is added to, so that nested paragraphs cannot square the work."""
MOST_TEXT = 64 * MB
"""Characters of all elements' texts together; those beyond have none. 368 full pages have three million."""

# Page content: the page is marked cut_short.
MOST_OPERATORS = 2_000_000
"""Over the whole document. 368 pages of text and tables have 350,000; two million take about four seconds."""
MOST_OPERANDS = 1_000
"""Operands kept for one operator; the largest that the standard knows is 33 (scn, Annex C)."""
MOST_FORMS = 10_000
"""Times that form XObjects are drawn: 26 forms that each draw the next twice are 67 million."""
ALL_FORMS_KEPT = 16 * MB
"""Decoded content of forms kept for the next time they are drawn."""
DEEPEST_FORM = 28
"""Forms drawn within forms (Annex C.2 of ISO 32000-1 allows 28 nested graphics states)."""
DEEPEST_STATE = 5_000
"""Saved graphics states. Broken producers forget Q on each object; 28 is what the standard promises."""
MOST_ITEMS = 200_000
"""Items and marked-content sequences kept, over the whole document: about 400 bytes each."""
MOST_SHOWN = 32 * MB
"""Bytes of the operands that show text, and characters that they say, over the whole document: six times those of 368
full pages."""
LONGEST_PATH = 4_096
"""Coordinates of a path kept before they are made into its box."""
LONGEST_ARRAY = 1 * MB
"""Bytes of one array operand. A whole page of text in one TJ is 50 kB."""
LONGEST_STRING = 1 * MB
"""Bytes of one string operand."""

# Fonts.
MOST_FONTS = 5_000
"""Fonts decoded; text in those beyond has no words."""
LONGEST_CMAP = 4 * MB
"""A CMap with an entry for every character of Unicode's first plane is 1.5 MB."""
LONGEST_MAPPING = 16
"""Characters that one code says. Ligatures stand for four at most."""
MOST_MAPPINGS = 70_000
"""Entries of one CMap or width table: the codes of two bytes, and some."""
MOST_CMAPS = 8
"""Named CMaps and character collections loaded: some megabytes each, and a document has one or two."""

# Font programs, as far as they are read: a program that goes over a limit ends there, or cannot be read.
MOST_PROGRAMS_KEPT = 4
"""Kept for other fonts that embed the same: those for Chinese and Japanese take ten megabytes."""
MOST_TABLES = 100
"""Tables of an OpenType file, and maps in its “cmap”. The standard knows 50 kinds of table; fonts have four maps."""
LONGEST_TYPE_1 = 2 * MB
"""Encrypted byte by byte. Those of 250 glyphs are 100 kB."""
MOST_SUBROUTINES = 20
"""Called before an outline has told its width. Ten may be nested (Adobe Technical Note 5177)."""
LONGEST_CID_SET = 16_384
"""Bytes of a CIDSet, which has a bit for each cid: twice those that there can be."""
LONGEST_OUTLINE_READ = 300
"""Bytes of an outline or subroutine: the width is told by the first operator, which has at most 48 operands."""

# What else the document holds: left out beyond this.
LONGEST_XML = 8 * MB
"""XMP packets and XFA forms. Real ones are some kilobytes; pictures embedded in them reach one megabyte."""
MOST_PROPERTIES = 10_000
"""Properties of one XMP packet. Real packets have some dozens."""
MOST_ANNOTATIONS = 100_000
"""Over the whole document. 368 pages with four links each have 1,500."""
MOST_BOOKMARKS = 20_000
MOST_ATTACHMENTS = 20
ALL_ATTACHMENTS = 50 * MB
MOST_LAYER_CONFIGURATIONS = 1_000
MOST_SEARCHED = 300_000
"""Objects looked at in one search for files, films, or pages of other files: about 10 µs each. 368 pages with links
and pictures have 3,000."""
LONGEST_TEXT = 100_000
"""Characters of one text string: alternative texts, titles, names."""
LARGEST_SPAN = 1_000
"""Rows or columns that a cell spans: HTML's own limit for colspan, and no document needs more."""

# Tables laid out in rows and columns: a table beyond these is said not to have been checked.
MOST_GRID_CELLS = 250_000
"""Rows times columns of one table: ten columns of 25,000 rows. Spans can claim 1,000 times the cells there are."""
ALL_GRID_CELLS = 1_000_000
"""Over the whole document: twice the structure elements that are read."""

# Layout of untagged pages.
MOST_PAGES_LAID_OUT = 50
"""Laying out a full page takes about 30 ms."""
MOST_GLYPHS = 20_000
"""Glyphs of a page that is laid out or searched for the text of its links; a full page of print has 5,000."""
ALL_GLYPHS = 300_000
"""The same, over the whole document."""
MOST_LINES = 1_000
"""Lines of a page that is laid out: in the worst case each is compared with every other. A full page has 100."""
MOST_CELLS = 200_000
"""Cells of pdfminer's grid that the lines of a page take up: without a limit, a page of 2,000,000 points has 1.6
thousand million."""
MOST_ORDERED_BOXES = 150
"""Text boxes that pdfminer puts in reading order: it compares every pair."""
