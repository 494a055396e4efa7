"""An e-mail address typed into a screen, to which one message is to go."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from participation.core.origin import is_from_here

from . import codes

LONGEST = 254


def typed_address(request: HttpRequest) -> str:
    """What was typed, no longer than an address can be."""
    return request.POST.get("address", "").strip()[:LONGEST]


def address_problem(request: HttpRequest, address: str) -> str:
    """Why no message goes there, in words for who typed it; empty when one can."""
    if not is_from_here(request):
        return _("Your browser did not say where this form came from. Nothing is lost: press the button once more.")
    if not codes.is_address(address):
        return _("Write an e-mail address like name@example.org.")
    return ""
