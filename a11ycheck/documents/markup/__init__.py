"""HTML that stands inside another document, a mail or a calendar event, read without a browser.

No kind: web pages are their own, and are seen through a browser.
"""
