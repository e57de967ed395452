"""Which addresses a request of ours may go to, however they are written."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.addresses import NAT64, OWN, ForbiddenAddressError, check, is_allowed

NEVER = [
    "0.0.0.0",
    "169.254.169.254",
    "169.254.1.1",
    "100.100.100.200",
    "168.63.129.16",
    "224.0.0.1",
    "239.255.255.250",
    "255.255.255.255",
    "240.0.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "fd00:ec2::254",
    "2001:db8::1",
    "2001::1",
    "2002:7f00:1::",
    "64:ff9b:1::1",
    "4000::1",
]
OWN_ONES = [
    "127.0.0.1",
    "127.255.255.254",
    "10.0.0.7",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "::1",
    "fd12:3456::1",
]
EVERYBODYS = ["1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a02:6b8::1"]


@pytest.mark.parametrize("written", NEVER)
@pytest.mark.parametrize("private", [False, True])
def test_there_nothing_goes_whatever_the_office_says(written: str, private: bool) -> None:
    assert not is_allowed(ip_address(written), private=private)


@pytest.mark.parametrize("written", OWN_ONES)
def test_into_the_own_net_only_where_the_office_says_so(written: str) -> None:
    assert not is_allowed(ip_address(written), private=False)
    assert is_allowed(ip_address(written), private=True)


@pytest.mark.parametrize("written", EVERYBODYS)
def test_everybodys_address_is_allowed(written: str) -> None:
    assert is_allowed(ip_address(written), private=False)


@given(st.ip_addresses(v=4), st.booleans())
def test_an_address_is_judged_alike_in_whatever_way_it_is_written(
    address: IPv4Address, private: bool
) -> None:
    plainly = is_allowed(address, private=private)
    for base in (0xFFFF << 32, int(NAT64.network_address)):
        assert is_allowed(IPv6Address(base + int(address)), private=private) is plainly
    if int(address) > 1:
        assert is_allowed(IPv6Address(int(address)), private=private) is plainly


@given(st.ip_addresses(v=4))
def test_no_more_of_version_4_is_allowed_than_the_registry_gives_out(address: IPv4Address) -> None:
    assert address.is_global or not is_allowed(address, private=False)


@given(st.ip_addresses(v=6))
def test_no_more_of_version_6_is_allowed_than_the_registry_gives_out(address: IPv6Address) -> None:
    if is_allowed(address, private=False):
        assert address.ipv4_mapped or address in NAT64 or int(address) >> 32 == 0 or address.is_global


@given(st.sampled_from(OWN).flatmap(lambda net: st.ip_addresses(network=net)))
def test_nothing_of_the_own_net_is_anybodys(address: IPv4Address | IPv6Address) -> None:
    assert not is_allowed(address, private=False)


def test_one_that_is_not_allowed_is_enough_and_so_is_one_that_is_none() -> None:
    check(["1.1.1.1", "2606:4700::1111"], private=False)
    for several in (["1.1.1.1", "127.0.0.1"], ["crm.example"], ["1.1.1.1", ""]):
        with pytest.raises(ForbiddenAddressError):
            check(several, private=False)
