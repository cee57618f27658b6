"""Connections to public addresses only, within a time. Takes a host and a port, gives a stream to a checked address.

The address that was checked is the one that is connected to, so that a name that answers otherwise when it is asked
again gains nothing. Redirects and robots.txt come through here, too.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Iterable
from ssl import SSLContext
from typing import Any

from httpcore2 import ConnectError, ConnectTimeout, NetworkBackend, NetworkStream, ReadTimeout, SyncBackend

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# Networks of version 6 that carry an address of version 4 in their last 32 bits (RFC 6052, 4291).
CARRIERS = tuple(ipaddress.ip_network(net) for net in ("64:ff9b::/96", "::/96"))
# Reached by the local network only, and not called private by Python 3.11: local NAT64, carrier-grade NAT.
LOCAL = tuple(ipaddress.ip_network(net) for net in ("64:ff9b:1::/48", "100.64.0.0/10", "192.0.0.0/24", "fec0::/10"))


class PrivateAddress(ConnectError):
    """A host whose address is private, loopback, link-local or otherwise not of the public internet."""


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet, and so is every address that it carries."""
    if any(address in net for net in LOCAL if net.version == address.version):
        return False
    return address.is_global and not address.is_multicast and all(is_public(one) for one in _carried(address))


def _carried(address: Address) -> list[Address]:
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found: list[Address] = [one for one in (address.ipv4_mapped, address.sixtofour) if one]
    if address.teredo:
        found += address.teredo
    if any(address in net for net in CARRIERS):
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return found


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host; raises `ConnectError`, or `PrivateAddress` where one of them is not public."""
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ConnectError(f"the host is not known ({error})") from error
    found = list(dict.fromkeys(str(info[4][0]).partition("%")[0] for info in infos))
    if hidden := [one for one in found if not is_public(ipaddress.ip_address(one))]:
        raise PrivateAddress(f"{host} has the address {hidden[0]}, which is not of the public internet")
    return found


class Guarded(NetworkBackend):
    """What connects: to checked addresses, until `deadline` (of time.monotonic) and no longer.

    `private`: also to private addresses, for tests with a server of their own and for an archive in one's own house.
    """

    def __init__(self, *, private: bool = False) -> None:
        self.deadline = float("inf")
        self._private = private
        self._inner = SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> NetworkStream:
        """A connection to the first address that answers."""
        error: Exception = ConnectError("the host has no address")
        for address in [host] if self._private else resolved(host, port):
            try:
                stream = self._inner.connect_tcp(address, port, self.left(timeout), local_address, socket_options)
            except (ConnectError, ConnectTimeout) as failed:
                error = failed
            else:
                return _Timed(stream, self)
        raise error

    def left(self, timeout: float | None) -> float:
        """Seconds that an operation may take."""
        seconds = self.deadline - time.monotonic()
        if seconds <= 0:
            raise ReadTimeout("the time for it is over")
        return seconds if timeout is None else min(timeout, seconds)


class _Timed(NetworkStream):
    """A stream whose every operation ends at the deadline: a server that sends a byte a second gains nothing."""

    def __init__(self, inner: NetworkStream, guard: Guarded) -> None:
        self._inner, self._guard = inner, guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._guard.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._guard.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, self._guard.left(timeout)), self._guard)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
