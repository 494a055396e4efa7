"""What is kept of somebody's wish for news, for “my data”."""

from datetime import datetime

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from participation.core.personal_data import DataKind, Fact, Record
from participation.people.models import User
from participation.people.personal import LEAVES

from .models import Subscriber
from .subscribing import theirs
from .topics import offered


def subscriptions(*, user: User, now: datetime) -> list[Record]:
    """The one of the account, and the one its address asked for before."""
    found = Subscriber.objects.filter(theirs(user)).prefetch_related("interests", "mails")
    # Their titles are looked up for who chose something only.
    kinds = {choice.kind for one in found for choice in one.interests.all()}
    names = {(kind, topic.key): topic.title for kind in kinds for topic in offered(kind, get_language() or "fr", now)}
    return [
        [
            Fact("address", _("E-mail address"), one.address),
            Fact("rhythm", _("A digest of what is new"), one.get_rhythm_display()),
            Fact("language", _("Language"), one.language),
            Fact("asked_at", _("Asked for"), one.asked_at),
            Fact("confirmed_at", _("Confirmed"), one.confirmed_at),
            *(
                Fact(f"choice_{number}", choice.get_kind_display(), names.get((choice.kind, choice.key), choice.key))
                for number, choice in enumerate(one.interests.all(), 1)
            ),
            Fact("mails_of_60_days", _("Mails of the last 60 days"), len(one.mails.all())),
        ]
        for one in found
    ]


KINDS = (
    DataKind(
        name="subscriptions",
        title=gettext_lazy("My news by e-mail"),
        why=gettext_lazy("To send you the news you asked for. The address is kept encrypted."),
        until=gettext_lazy("Until you unsubscribe; what was sent 60 days."),
        at_erasure=LEAVES,
        correct_at="mailing:own",
        collect=subscriptions,
        order=100,
    ),
)
