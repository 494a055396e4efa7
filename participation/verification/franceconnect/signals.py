"""What every sign-out tells FranceConnect's way out. Apart, so that no process loads cryptography only to listen."""

from django.contrib.auth.signals import user_logged_out
from django.http import HttpRequest

ID_TOKEN = "franceconnect_id_token"  # noqa: S105 - the name of a session key


def connect() -> None:
    """Listen to every sign-out; called by the app's `ready`."""
    user_logged_out.connect(_note, dispatch_uid="franceconnect_leaving")


def _note(request: HttpRequest | None, **kwargs: object) -> None:
    """Before Django empties the session of who signs out, take the id token out of it."""
    sealed = request.session.get(ID_TOKEN) if request is not None and hasattr(request, "session") else None
    if sealed:
        request.franceconnect_id_token = sealed
