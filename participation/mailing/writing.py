"""The words of a mail: what happened, why it is worth a look, and the way out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from participation.core.models import Activity
from participation.editorial.querysets import in_language

from . import tokens
from .models import Mail, News, Subscriber

Kind = News.Kind
HEADINGS = {
    Kind.OPENED: gettext_lazy("You can take part"),
    Kind.CLOSING: gettext_lazy("Only a few days left"),
    Kind.ANSWERED: gettext_lazy("The City has answered"),
    Kind.SUMMED_UP: gettext_lazy("What you said"),
}
# Stand in the words shared by all who read the same, until each one's own links take their place.
LEAVE, CHOOSE = "%%unsubscribe%%", "%%choices%%"


@dataclass(frozen=True)
class Item:
    """One activity in a mail."""

    kind: str
    title: str
    summary: str
    url: str
    closes_at: datetime


def absolute(path: str) -> str:
    """An address on the configured host, whatever a request says."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)


def link_to(name: str, token: str, language: str) -> str:
    with override(language):
        return absolute(reverse(f"mailing:{name}", args=[token]))


class Desk:
    """What a batch of mails tells, read once for all of them; who reads the same gets the same words."""

    def __init__(self, mails: Iterable[Mail], *, now: datetime) -> None:
        self.now = now
        mails = list(mails)
        numbers = {int(item.partition(":")[2]) for mail in mails for item in mail.items}
        self.activities = Activity.objects.visible().in_bulk(numbers)
        keys = [activity.key for activity in self.activities.values()]
        languages = {mail.subscriber.language for mail in mails if mail.subscriber}
        self.pages = {
            language: {page.translation_key: page for page in in_language(keys, language)} for language in languages
        }
        self._written: dict[tuple, tuple[str, str, str] | None] = {}

    def message_for(self, mail: Mail) -> EmailMultiAlternatives | None:
        """The message; None when nothing is left to tell or nobody to tell it to."""
        subscriber = mail.subscriber
        if subscriber is None:
            return None
        kind, told = mail.sending.kind, (subscriber.language, tuple(mail.items))
        if (kind, told) not in self._written:
            self._written[kind, told] = self._write(kind, *told)
        words = self._written[kind, told]
        if words is None:
            return None
        leave = link_to("unsubscribe", tokens.leaving_token(subscriber), subscriber.language)
        choose = link_to("choices", tokens.choices_token(subscriber), subscriber.language)
        subject, text, html = (one.replace(LEAVE, leave).replace(CHOOSE, choose) for one in words)
        message = EmailMultiAlternatives(
            subject, text, settings.DEFAULT_FROM_EMAIL, [subscriber.address], headers=headers_of(mail, leave)
        )
        message.attach_alternative(html, "text/html")
        return message

    def _write(self, kind: str, language: str, told: tuple[str, ...]) -> tuple[str, str, str] | None:
        with override(language):
            items = [item for one in told if (item := self._item(one, language))]
            if not items:
                return None
            context = {
                "kind": kind,
                "groups": _grouped(items),
                "subject": subject_of(kind, items),
                "leave_url": LEAVE,
                "choose_url": CHOOSE,
            }
            text, html = (render_to_string(f"mailing/mail/news.{ending}", context) for ending in ("txt", "html"))
            return context["subject"], text, html

    def _item(self, told: str, language: str) -> Item | None:
        kind, _colon, number = told.partition(":")
        activity = self.activities.get(int(number))
        page = self.pages[language].get(activity.key) if activity else None
        if page is None or (kind in (Kind.OPENED, Kind.CLOSING) and not activity.is_open(self.now)):
            return None
        return Item(kind, page.title, page.summary, absolute(page.url or ""), activity.closes_at)


def headers_of(mail: Mail, leave: str) -> dict[str, str]:
    """One-click unsubscription (RFC 8058), and a number by which a mailbox knows a mail it has already got."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    return {
        "List-Unsubscribe": f"<{leave}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"{settings.WAGTAIL_SITE_NAME} <nouvelles.{host}>",
        "Auto-Submitted": "auto-generated",
        "Message-ID": f"<{mail.key.hex}@{host}>",
    }


def subject_of(kind: str, items: list[Item]) -> str:
    """What is in it, in the reader's language: the first title, and how many more."""
    first, more = " ".join(items[0].title.split()), len(items) - 1
    if more:
        return ngettext("%(title)s and %(n)s more piece of news", "%(title)s and %(n)s more pieces of news", more) % {
            "title": first,
            "n": more,
        }
    alone = {
        Kind.OPENED: _("You can take part: %(title)s"),
        Kind.CLOSING: _("Only a few days left: %(title)s"),
        Kind.ANSWERED: _("The City has answered: %(title)s"),
        Kind.SUMMED_UP: _("What you said: %(title)s"),
    }
    return alone[Kind(items[0].kind)] % {"title": first}


def _grouped(items: list[Item]) -> list[dict]:
    return [
        {"kind": kind, "heading": heading, "told": these}
        for kind, heading in HEADINGS.items()
        if (these := [item for item in items if item.kind == kind])
    ]


def greeting_context(subscriber: Subscriber) -> dict[str, str]:
    """The links of the first message, which asks whether the address is its reader's."""
    return {
        "confirm_url": link_to("confirm", tokens.confirmation_token(subscriber), subscriber.language),
        "choose_url": link_to("choices", tokens.choices_token(subscriber), subscriber.language),
        "leave_url": link_to("unsubscribe", tokens.leaving_token(subscriber), subscriber.language),
        "days": str(tokens.DAYS_TO_CONFIRM),
    }
