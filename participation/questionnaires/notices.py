"""Messages above a screen; some are asked for by name in the address after a redirect (`?avis=`)."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Notice:
    """A message above the screen."""

    level: str
    title: str
    text: str = ""


NOTICES = {
    "expire": lambda: Notice(
        "warning",
        _("Your earlier answers had expired"),
        _("They were kept for some time, then erased. What you typed on the last screen is here."),
    ),
    "change": lambda: Notice(
        "warning",
        _("The questionnaire changed while you were answering"),
        _("Your answers are kept. Check the questions below: some are new or read differently."),
    ),
    "retrouve": lambda: Notice("info", _("We found answers begun on this device"), _("Go on, or start again below.")),
    "autre": lambda: Notice(
        "info",
        _("An answer has already been sent from this device"),
        _("Go on if you are somebody else: this will be another answer."),
    ),
    "conditions": lambda: Notice("success", _("You may take part"), _("Check your answers, then send them.")),
    "efface": lambda: Notice("success", _("Erased"), _("Nothing you typed is left on this device.")),
}


def asked_for(request: HttpRequest) -> list[Notice]:
    """The notice the address names, if there is one of that name."""
    made = NOTICES.get(request.GET.get("avis", ""))
    return [made()] if made else []


def with_notice(address: str, name: str) -> str:
    """The address of a screen that will show this notice; the same address when there is none to show."""
    return f"{address}?avis={name}" if name else address
