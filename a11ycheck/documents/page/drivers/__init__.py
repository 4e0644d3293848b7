"""What drives a page in the browser to see what its markup does not tell; each returns plain data.

A driver is ``async def drive(tab, session, page) -> ...``: the tab, its DevTools session, and the page as captured.
Drivers leave the tab as they found it as far as they can; the one that presses keys comes last.
"""
