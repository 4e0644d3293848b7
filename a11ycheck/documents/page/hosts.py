"""Where a host is: out on the net, or on a private network that no page from the net has any business with."""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.request import getproxies

NAT64 = b"\x00\x64\xff\x9b" + bytes(8)
"""What IPv6 addresses begin with that stand for IPv4 ones (RFC 6052)."""


class NoSuchHost(Exception):
    """A host's name leads to no address."""


def is_private(number: str) -> bool:
    """Is this IP address anything but one out on the net: loopback, private, link-local, shared or reserved?"""
    address: IPv4Address | IPv6Address = ip_address(number.partition("%")[0])
    if isinstance(address, IPv6Address):
        inside = address.ipv4_mapped or address.sixtofour
        if inside is None and address.packed.startswith(NAT64):
            inside = IPv4Address(address.packed[12:])
        address = inside or address
    return not address.is_global or address.is_multicast


class Resolver:
    """Looks hosts up, each once."""

    def __init__(self) -> None:
        self._known: dict[str, asyncio.Task[tuple[str, ...]]] = {}

    async def numbers(self, host: str) -> tuple[str, ...]:
        """The IP addresses of a host; raises ``NoSuchHost``."""
        host = host.strip("[]").rstrip(".").casefold()
        if host not in self._known:
            self._known[host] = asyncio.create_task(_look_up(host))
        return await asyncio.shield(self._known[host])

    async def is_private(self, host: str) -> bool:
        """Does any of the host's addresses lie on a private network? A host that cannot be looked up is not private:
        it leads nowhere, or only a proxy knows it."""
        try:
            return any(map(is_private, await self.numbers(host)))
        except NoSuchHost:
            return False


async def _look_up(host: str) -> tuple[str, ...]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, ValueError) as error:
        raise NoSuchHost(host) from error
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def behind_proxy() -> bool:
    """Does something else look names up and connect?"""
    return not {"http", "https", "all"}.isdisjoint(getproxies())
