"""What an address tells by itself."""

from __future__ import annotations


def host_of(address: str) -> str:
    """The host of an address in lower case; empty when there is none."""
    from urllib.parse import urlsplit

    try:
        return (urlsplit(address).hostname or "").casefold()
    except ValueError:
        return ""


def suffix_of(address: str) -> str:
    """The suffix of what an address names, in lower case without the stop; empty when there is none."""
    from urllib.parse import unquote, urlsplit

    try:
        name = urlsplit(address).path.rpartition("/")[2]
    except ValueError:
        return ""
    return unquote(name).rpartition(".")[2].casefold() if "." in name else ""


def seen_from(page: str, address: str) -> str:
    """An address as findings quote it: a file's from a page that is a file itself, whose folder has another name on
    each machine; any other as it is."""
    from posixpath import dirname, relpath
    from urllib.parse import unquote, urlsplit

    try:
        own, other = urlsplit(page), urlsplit(address)
    except ValueError:
        return address
    if own.scheme != "file" or other.scheme != "file":
        return address
    relative = relpath(unquote(other.path) or "/", dirname(unquote(own.path)) or "/")
    query, fragment = other.query and f"?{other.query}", other.fragment and f"#{other.fragment}"
    return relative + query + fragment
