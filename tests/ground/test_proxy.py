"""The visitor's address behind the front server: what rate limits count by."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from config.proxy import ForwardedAddressMiddleware


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        ({}, "127.0.0.1"),
        ({"X-Forwarded-For": ""}, "127.0.0.1"),
        ({"X-Forwarded-For": "192.0.2.7"}, "192.0.2.7"),
        ({"X-Forwarded-For": "203.0.113.9, 192.0.2.7"}, "192.0.2.7"),
        ({"X-Forwarded-For": "<script>,2001:db8::1"}, "2001:db8::1"),
    ],
)
def test_only_the_entry_of_our_own_front_server_counts(headers, address):
    middleware = ForwardedAddressMiddleware(lambda request: HttpResponse(request.META["REMOTE_ADDR"]))
    assert middleware(RequestFactory().get("/", headers=headers)).content.decode() == address
