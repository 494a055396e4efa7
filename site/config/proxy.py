"""Behind the city's front server, the visitor's address comes in a header."""

import ipaddress


class ForwardedAddressMiddleware:
    """Set REMOTE_ADDR to the address our own front server saw.

    Only the last entry of X-Forwarded-For was written by that server; whatever stands before it was sent by the
    visitor and could be anything.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        seen = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if is_address(seen):
            request.META["REMOTE_ADDR"] = seen
        return self.get_response(request)


def is_address(text: str) -> bool:
    """Whether a front server wrote an address there, and not a name or an address with a port."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
