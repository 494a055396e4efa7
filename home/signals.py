"""When what surrounds every page may have changed."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from participation.core.remembering import begin_edition


def forget(**_kwargs) -> None:
    begin_edition()
    # Again once committed: another process may have rebuilt a frame from what it still saw.
    transaction.on_commit(begin_edition)


def forget_after_deletion(sender, **_kwargs) -> None:
    if issubclass(sender, Page):
        forget()


def connect() -> None:
    from participation.editorial.models import Subject

    from .settings import CitySettings

    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(forget, dispatch_uid="website-frame")
    for model in (CitySettings, Site, Locale, PageViewRestriction, Subject):
        post_save.connect(forget, sender=model, dispatch_uid=f"website-frame-{model.__name__}-saved")
        post_delete.connect(forget, sender=model, dispatch_uid=f"website-frame-{model.__name__}-deleted")
    post_delete.connect(forget_after_deletion, dispatch_uid="website-frame-page-deleted")
