"""How much is read of one document. Real files lie far below; what lies above is said, not read."""

from __future__ import annotations

MOST_ENTRIES = 10_000
"""Files in the zip. A deck of 500 slides with as many pictures has some 3,000."""
LARGEST_DIRECTORY = 4 * 1024 * 1024
"""Bytes of the zip's directory, which is read before its entries can be counted."""
LARGEST_XML = 64 * 1024 * 1024
"""Bytes of one XML part when it is unpacked."""
LARGEST_IN_ALL = 256 * 1024 * 1024
"""Bytes unpacked from one zip in all, embedded documents included."""
MOST_TAGS = 1_500_000
"""Tags in one XML part, start and end counted apart: each element costs some 300 bytes, whatever it says."""
DEEPEST = 40
"""Levels of tables in cells, text boxes in text boxes, groups in groups … that are followed."""
LONGEST_CHAIN = 50
"""Styles that may be based on each other."""
MOST_SPANNED = 1_000
"""Columns or rows that one cell may span; Word allows 63 columns."""
MOST_STYLES = 5_000
"""Styles that are read."""
MOST_EMBEDDED = 50
"""Embedded documents that are taken out."""
MOST_SLIDES = 2_000
"""Slides that are read."""
