"""Which addresses a request of ours may go to: somebody who names one must not reach what only this machine can.

An address is judged as a number, when it is known to which a connection will go: a name says nothing, it may mean
another address a moment later. Source of the rules: the registries of special addresses of IANA (RFC 6890).
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

Address = IPv4Address | IPv6Address

NAT64: Final = IPv6Network("64:ff9b::/96")
"""Behind these the net itself puts an IPv4 address (RFC 6052)."""
GLOBAL: Final = IPv6Network("2000::/3")
"""All that is given out of IPv6."""

NEVER: Final = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",  # this host
            "169.254.0.0/16",  # link-local; 169.254.169.254 tells a cloud's secrets
            "100.100.100.200/32",  # another cloud's
            "168.63.129.16/32",  # a third one's, though it looks like anybody's
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",  # many at once
            "240.0.0.0/4",
            "::/128",
            "fd00:ec2::254/128",  # a cloud's secrets, again
            "fe80::/10",  # link-local
            "fec0::/10",
            "ff00::/8",
            "100::/64",
            "64:ff9b:1::/48",
            "2001::/23",  # Teredo among them: an IPv4 address is hidden in it
            "2001:db8::/32",
            "2002::/16",  # 6to4: likewise
            "3fff::/20",
            "5f00::/16",
        ),
    )
)
"""Nobody's own service is there: no office needs them."""

OWN: Final = tuple(
    map(
        ip_network,
        (
            "127.0.0.0/8",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",  # a provider's net (RFC 6598), and many a VPN's
            "::1/128",
            "fc00::/7",
        ),
    )
)
"""This machine and the net it stands in: only where the office says that it means that."""


class ForbiddenAddressError(OSError):
    """A connection was to go to an address to which none may go."""

    def __init__(self) -> None:
        super().__init__("this address is not allowed")


def is_allowed(address: Address, *, private: bool) -> bool:
    """Tells whether a request may go there. `private`: to the own net, too."""
    meant = _meant(address)
    if any(meant in net for net in NEVER):
        return False
    if any(meant in net for net in OWN):
        return private
    return isinstance(meant, IPv4Address) or meant in GLOBAL


def check(addresses: Iterable[str], *, private: bool) -> None:
    """Raises ForbiddenAddressError where one of them is none to which a request may go, or is no address."""
    for written in addresses:
        try:
            address = ip_address(written)
        except ValueError:
            raise ForbiddenAddressError from None
        if not is_allowed(address, private=private):
            raise ForbiddenAddressError


def _meant(address: Address) -> Address:
    """The IPv4 address to which a connection goes in the end, where it is written as one of IPv6."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address in NAT64 or (int(address) >> 32 == 0 and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return IPv6Address(int(address))  # without the name of an interface
