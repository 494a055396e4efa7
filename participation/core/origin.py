"""Whether a form was sent from our own pages – without a token in cacheable pages.

Browsers say where a request comes from in `Sec-Fetch-Site` (Fetch Metadata) and, on POST, in `Origin`; a foreign page
cannot forge them. A browser that says nothing is asked for Django's CSRF token instead.
"""

from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware


def is_from_elsewhere(request: HttpRequest) -> bool:
    """The browser says that another site sent this form."""
    proof = _proof(request)
    return proof is False


def is_from_here(request: HttpRequest) -> bool:
    """The browser says that our own page sent this form, or the form carries a valid CSRF token."""
    proof = _proof(request)
    if proof is not None:
        return proof
    return CsrfViewMiddleware(lambda _: None).process_view(request, _not_exempt, (), {}) is None


def _proof(request: HttpRequest) -> bool | None:
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    if origin:
        return origin == f"{request.scheme}://{request.get_host()}"
    return None


def _not_exempt(request: HttpRequest) -> None:
    """A view the CSRF middleware does not skip."""
