"""Outgoing mail where nothing is really sent: the letters written by Django's file backend, newest first."""

import email
import email.policy
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

SEPARATOR = b"-" * 79 + b"\n"
SHOWN = 100
LETTERS = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-src 'self'; "
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)


@dataclass(frozen=True)
class Letter:
    """One mail as a reader needs it."""

    name: str
    number: int
    subject: str
    sender: str
    recipient: str
    date: str
    text: str
    html: str


@never_cache
def outbox(request: HttpRequest) -> HttpResponse:
    files = sorted(_folder().glob("*.log"), key=lambda file: (file.stat().st_mtime, file.name), reverse=True)
    letters = [found for file in files[:SHOWN] for found in reversed(_letters(file))]
    return render(request, "home/outbox.html", {"letters": letters[:SHOWN]})


@never_cache
def letter(request: HttpRequest, name: str, number: int) -> HttpResponse:
    file = next((file for file in _folder().glob("*.log") if file.stem == name), None)
    letters = _letters(file) if file else []
    if number >= len(letters):
        raise Http404
    response = render(request, "home/letter.html", {"letter": letters[number]})
    # A letter carries its style in itself, as programs for mail want it.
    response["Content-Security-Policy"] = LETTERS
    return response


def _folder() -> Path:
    return Path(settings.EMAIL_FILE_PATH)


def _letters(file: Path) -> list[Letter]:
    parts = [part for part in file.read_bytes().split(SEPARATOR) if part.strip()]
    return [_read(file.stem, number, part) for number, part in enumerate(parts)]


def _read(name: str, number: int, content: bytes) -> Letter:
    message: EmailMessage = email.message_from_bytes(content, policy=email.policy.default)
    plain, rich = (message.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
    return Letter(
        name=name,
        number=number,
        subject=str(message["subject"] or ""),
        sender=str(message["from"] or ""),
        recipient=str(message["to"] or ""),
        date=str(message["date"] or ""),
        text=plain.get_content() if plain else "",
        html=rich.get_content() if rich else "",
    )
