"""Wagtail asked to respect a reach: titles, what choosers offer and what they show of a key that was sent."""

from functools import wraps

from django.contrib.contenttypes.models import ContentType
from taggit.models import Tag, TaggedItem
from wagtail import hooks
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.models import Page

from . import reach


def hold() -> None:
    """Put the limits in place, once: Wagtail has no hook for titles, tags, nor for the object a chooser shows."""
    # They ask for the models of images and documents as they are imported.
    from wagtail.admin import filters
    from wagtail.images.views import chooser

    if not hasattr(BaseChooser.get_instance, "__wrapped__"):
        BaseChooser.get_instance = _within_reach(BaseChooser.get_instance)
        Page.get_admin_display_title = _as_published(Page.get_admin_display_title)
        for module in (filters, chooser):
            module.popular_tags_for_model = _of_usable_files(module.popular_tags_for_model)


def _within_reach(get_instance):
    @wraps(get_instance)
    def limited(self, value):
        found, limits = get_instance(self, value), reach.current()
        if found is None or limits is None or reach.usable(limits, type(found), [found.pk]):
            return found
        return None

    return limited


def _as_published(get_admin_display_title):
    @wraps(get_admin_display_title)
    def limited(self):
        shown = reach.shown_title(self)
        return get_admin_display_title(self) if shown is None else shown

    return limited


def _of_usable_files(popular_tags_for_model):
    @wraps(popular_tags_for_model)
    def limited(model, count=10):
        limits = reach.current()
        if limits is None:
            return popular_tags_for_model(model, count)
        files = limits.usable_files(model._default_manager.values("pk"))
        worn = TaggedItem.objects.filter(content_type=ContentType.objects.get_for_model(model), object_id__in=files)
        return Tag.objects.filter(pk__in=worn.values("tag")).order_by("name")[:count]

    return limited


@hooks.register("construct_page_chooser_queryset")
def readable_pages(pages, request):
    limits = reach.current()
    if limits is None:
        return pages
    return pages.filter(pk__in=limits.readable_pages(Page.objects.all()).values("pk"))


@hooks.register("construct_image_chooser_queryset")
@hooks.register("construct_document_chooser_queryset")
def usable_files(files, request):
    limits = reach.current()
    return files if limits is None else limits.usable_files(files)
