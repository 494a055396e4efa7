"""What other apps show on the account's first page: “my data”, “my declarations”, “my mails”."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from .models import User


@dataclass(frozen=True)
class AccountSection:
    """A link of the account page. `title` and `text` may be lazy; `is_shown(user)` hides it from some, `state(user)`
    says where this person stands and what can be done next."""

    name: str
    title: str
    text: str
    url_name: str
    order: int = 100
    is_shown: Callable[[User], bool] = lambda user: True
    state: Callable[[User], str] = lambda user: ""

    @property
    def url(self) -> str:
        return reverse(self.url_name)


_sections: dict[str, AccountSection] = {}


def register(section: AccountSection) -> None:
    """Called by an app's `ready`; registering a name again replaces it."""
    _sections[section.name] = section


def sections_for(user: User) -> list[AccountSection]:
    """The sections this person sees, in order."""
    shown = [section for section in _sections.values() if section.is_shown(user)]
    return sorted(shown, key=lambda section: (section.order, section.name))
