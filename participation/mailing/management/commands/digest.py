"""`manage.py digest`: what the next digests would tell; with --now, they are written and sent at once."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from participation.mailing import calendar, composing, delivering
from participation.mailing.models import Mail, News, Sending, Subscriber


class Command(BaseCommand):
    help = "Says what there is to tell subscribers; --now tells it at once, instead of on Thursday or on the first."

    def add_arguments(self, parser):
        parser.add_argument("--now", action="store_true", help="Write and send both digests and the notices now.")

    def handle(self, *args, now: bool, **options):
        moment = timezone.now()
        composing.note_news(now=moment)
        for event in News.objects.select_related("activity").order_by("-at")[:20]:
            self.stdout.write(f"{timezone.localtime(event.at):%Y-%m-%d %H:%M} {event}")
        people = Subscriber.objects.filter(confirmed_at__isnull=False).count()
        self.stdout.write(f"{people} confirmed subscriptions")
        if not now:
            return
        for kind in Sending.Kind:
            slot = calendar.Slot(kind, f"{kind}-{moment:%Y-%m-%d-%H%M%S}")
            sending = composing.begin(slot=slot, now=moment)
            self.stdout.write(f"{sending}: {composing.compose(sending=sending, now=moment)} mails")
        self.stdout.write(delivering.deliver_due(now=moment))
        waiting = Mail.objects.filter(state=Mail.State.WAITING).count()
        self.stdout.write(f"{waiting} wait for the throttle or for the mail server")
