"""Messages about accounts, in text and HTML."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string


def send(*, template: str, address: str, context: dict) -> None:
    """One message; `template` names three files: `_subject.txt`, `_message.txt`, `_message.html`. Raises `OSError`."""
    subject = " ".join(render_to_string(f"{template}_subject.txt", context).split())
    message = EmailMultiAlternatives(
        subject, render_to_string(f"{template}_message.txt", context).strip(), settings.DEFAULT_FROM_EMAIL, [address]
    )
    message.attach_alternative(render_to_string(f"{template}_message.html", context), "text/html")
    message.send()
