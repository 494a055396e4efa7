"""The form of every page: what it refers to must be within the reach of whoever writes."""

from collections import defaultdict

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page, ReferenceIndex

from . import reach


class EditorialPageForm(WagtailAdminPageForm):
    """Refuses pages, images and documents out of reach: a chooser hides them, but any number can be sent."""

    def _post_clean(self):
        super()._post_clean()
        limits = reach.current()
        if limits and _foreign(self.instance, limits) - self._before():
            self.add_error(
                None,
                ValidationError(
                    _(
                        "A page, image or document you chose is not yours to use. Nothing was saved: choose one from"
                        " the list, or ask communications to share it."
                    ),
                    code="out_of_reach",
                ),
            )

    def _before(self) -> set:
        """What the page already referred to, put there by somebody who may."""
        if not self.instance.pk:
            return set()
        saved = Page.objects.get(pk=self.instance.pk)
        return set(references(saved.get_latest_revision_as_object())) | set(references(saved.specific))


def references(page: Page):
    """(model label, key) of each page, image and document the page refers to."""
    for content_type, pk, *_where in ReferenceIndex._extract_references_from_object(page):
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model is not None:
            yield model._meta.label, str(pk)


def _foreign(page: Page, limits: reach.Reach) -> set:
    """The references of the page that lie out of reach."""
    by_model = defaultdict(set)
    for label, pk in references(page):
        by_model[label].add(pk)
    return {
        (label, pk) for label, pks in by_model.items() for pk in pks - reach.usable(limits, apps.get_model(label), pks)
    }
