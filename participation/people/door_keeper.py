"""The middleware that asks at each door of the office, before the view."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from wagtail.admin.auth import require_admin_access

from participation.editorial import reach as reaching

from . import doors


class DoorMiddleware:
    """Lets through who has a role the door names; a deputy also shows that the objects in the address are hers.

    Nobody learns from a refusal what exists: an object out of reach and one that was never there give the same 404.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = reaching.enter(None)
        try:
            return self.get_response(request)
        finally:
            reaching.leave(token)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        match = request.resolver_match
        if not doors.is_in_office(match):
            return None
        door = doors.door_named(doors.name_of(match))
        if door and door.is_for_anybody:
            return None
        # Asked first: rights that begin or end this minute are put right by it.
        bearer = doors.pass_of(request.user, now=timezone.now()) if request.user.is_authenticated else None
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return require_admin_access(_never)(request)
        return admit(request, door=door, bearer=bearer, arguments=kwargs)


def admit(request: HttpRequest, *, door: doors.Door | None, bearer: doors.Pass, arguments: dict) -> HttpResponse | None:
    """None when she may go in; otherwise the answer she gets."""
    request.door_pass = bearer
    if not doors.may_pass(bearer, door):
        return refused(request)
    if door.bond and not door.bond(request, arguments):
        return not_found(request)
    if bearer.is_limited:
        reaching.enter(bearer.reach)
    if door.rule and doors.comes_as_deputy(bearer, door):
        verdict = door.rule(request, arguments, bearer.reach)
        if isinstance(verdict, HttpResponse):
            return verdict
        if not verdict:
            return not_found(request)
    return None


def refused(request: HttpRequest) -> HttpResponse:
    """403, within the office; says nothing of what is behind the door."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        raise PermissionDenied
    return render(request, "people/office/refused.html", status=HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest) -> HttpResponse:
    """Wagtail's own 404, as for an address that never existed."""
    return render(request, "wagtailadmin/404.html", status=HTTPStatus.NOT_FOUND)


def _never(request: HttpRequest) -> HttpResponse:
    raise AssertionError("Only those who may not enter the office come here.")
