"""Counting requests from one network without keeping an address.

The network (IPv4 /32, IPv6 /64) is hashed with a salt drawn at random for each hour and kept only in the cache, as are
the counters: after an hour at most nothing is left that could be compared with an address.
"""

import hashlib
import ipaddress
import secrets
from collections.abc import Iterable
from datetime import datetime

from django.core.cache import cache
from django.http import HttpRequest

HOUR = 3600


def network_of(request: HttpRequest) -> str:
    """The caller's network: one IPv4 address or an IPv6 /64. Behind a proxy, the server sets REMOTE_ADDR."""
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:  # a local socket has no address
        return "local"
    if address.version == 6:
        mapped = address.ipv4_mapped
        return str(mapped or ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def is_within_limit(*, name: str, subject: str, limit: int, now: datetime) -> bool:
    """Count one act and say whether the subject stays within `limit` acts in the current clock hour."""
    hour = int(now.timestamp()) // HOUR
    salt_name = f"limit-salt:{hour}"
    salt = cache.get(salt_name)
    if salt is None:
        cache.add(salt_name, secrets.token_hex(16), HOUR)
        salt = cache.get(salt_name, "")
    digest = hashlib.sha256(f"{salt}|{subject}".encode()).hexdigest()[:24]
    counter = f"limit:{name}:{hour}:{digest}"
    cache.add(counter, 0, HOUR)
    try:
        return cache.incr(counter) <= limit
    except ValueError:  # evicted between the two calls: begin again rather than refuse a resident
        cache.set(counter, 1, HOUR)
        return True


def are_within_limits(limits: Iterable[tuple[str, str, int]], *, now: datetime) -> bool:
    """Count one act under several limits, given as (name, subject, limit), up to the first that is passed."""
    return all(is_within_limit(name=name, subject=subject, limit=limit, now=now) for name, subject, limit in limits)
