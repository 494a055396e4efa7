"""Going through FranceConnect with Django's client, step by step, so that a test can step in between."""

from uuid import UUID

import requests
from django.http import HttpResponse
from django.test import Client

from participation.verification.franceconnect.entering import PENDING

from .provider import Provider

FROM_HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
ENTRANCE = "/franceconnect/"


class Journey:
    """One browser on its way. `address` is where it was sent, `returning` where FranceConnect sends it back."""

    def __init__(self, client: Client, provider: Provider):
        self.client = client
        self.provider = provider
        self.address = ""
        self.returning = ""

    def begin(self, *, next_path: str = "", activity: UUID | str = "") -> HttpResponse:
        """Press the button."""
        response = self.client.post(ENTRANCE, {"next": next_path, "activity": str(activity)}, **FROM_HERE)
        self.address = response.headers.get("Location", "")
        return response

    def authorise(self) -> None:
        """Say yes at FranceConnect."""
        answer = requests.get(self.address, allow_redirects=False, timeout=5)
        assert answer.status_code == 302, answer.text
        self.returning = answer.headers["Location"].removeprefix(self.provider.site)

    def come_back(self) -> HttpResponse:
        """Follow FranceConnect's redirection to the site."""
        return self.client.get(self.returning)

    def make(self, **kwargs) -> HttpResponse:
        """The whole way; the answer of the first step that does not lead on."""
        begun = self.begin(**kwargs)
        if begun.status_code != 302:
            return begun
        self.authorise()
        return self.come_back()

    def age(self, minutes: int) -> None:
        """Let so many minutes pass since the beginning."""
        session = self.client.session
        session[PENDING] = {**session[PENDING], "began_at": session[PENDING]["began_at"] - minutes * 60}
        session.save()
