"""Office screens of the tag vocabulary."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Subject


class SubjectViewSet(SnippetViewSet):
    """Subjects under their stake."""

    model = Subject
    icon = "tag"
    menu_label = _("Subjects")
    menu_order = 300
    add_to_admin_menu = True
    list_display = ["name", "name_en", "stake"]
    list_filter = ["stake"]
    search_fields = ["name", "name_en"]
    panels = [FieldPanel("name"), FieldPanel("name_en"), FieldPanel("slug"), FieldPanel("stake")]
