"""Writing and reading the dated rules."""

from datetime import date, datetime

from django.db import connection, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from .models import Rule


class RulesOverlap(Exception):
    """Two values would hold on the same day; the message says which rule is in the way."""


def rule_at(key: str, day: date) -> Rule | None:
    """The rule of this key in force on that day; None when none was fixed."""
    return Rule.objects.at(day).filter(key=key).select_related("decision").first()


@transaction.atomic
def store(rule: Rule) -> Rule:
    """Store a new or changed rule. Raises `RulesOverlap` when another of its key holds on one of its days."""
    _wait_for_others_of(rule.key)
    other = Rule.objects.overlapping(rule).first()
    if other:
        raise RulesOverlap(overlap_in_words(other))
    rule.save()
    return rule


def _wait_for_others_of(key: str) -> None:
    """Two people may write the same key at once: the second waits for the first, then sees its rule.

    A new key has no row to lock. SQLite lets one transaction write at a time.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"{Rule._meta.db_table}:{key}"])


@transaction.atomic
def keep_rule(*, rule: Rule, actor, now: datetime) -> Rule:
    """`store`, with a line in the office's history."""
    is_new = rule._state.adding
    store(rule)
    log(instance=rule, action="wagtail.create" if is_new else "wagtail.edit", user=actor, timestamp=now)
    return rule


def overlap_in_words(other: Rule) -> str:
    """What is in the way, and what to do."""
    first = date_format(other.valid_from, "j F Y")
    if other.valid_to:
        last = date_format(other.valid_to, "j F Y")
        held = _("“%(rule)s” already holds from %(first)s to %(last)s.")
        return held % {"rule": other, "first": first, "last": last} + " " + _("Choose other days.")
    held = _("“%(rule)s” already holds from %(first)s on, without a last day.") % {"rule": other, "first": first}
    return held + " " + _("Give it a last day first.")
