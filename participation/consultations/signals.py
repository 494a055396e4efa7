"""Wagtail's events: a consultation page went online or offline."""

from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from .pages import ConsultationPage
from .publication import record_publication, record_unpublication


def connect() -> None:
    page_published.connect(_published, sender=ConsultationPage, dispatch_uid="consultation-published")
    page_unpublished.connect(_unpublished, sender=ConsultationPage, dispatch_uid="consultation-unpublished")


def _published(sender, instance, revision=None, **kwargs):
    # Wagtail sends this for a publication set for later too: the version is frozen when the page really goes live.
    if instance.live:
        record_publication(page=instance, now=timezone.now(), by=revision.user if revision else None)


def _unpublished(sender, instance, **kwargs):
    record_unpublication(page=instance)
