"""Behind the city's front server, the visitor's address comes in a header."""


class ForwardedAddressMiddleware:
    """Set REMOTE_ADDR to the address our own front server saw.

    Only the last entry of X-Forwarded-For was written by that server; whatever stands before it was sent by the
    visitor and could be anything.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        seen = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if seen:
            request.META["REMOTE_ADDR"] = seen
        return self.get_response(request)
