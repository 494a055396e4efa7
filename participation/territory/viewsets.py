"""Office screens of the city's areas."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Area


class AreaViewSet(SnippetViewSet):
    """The areas by kind."""

    model = Area
    icon = "globe"
    menu_label = _("Areas")
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["name", "kind", "code"]
    list_filter = ["kind"]
    search_fields = ["name", "code"]
    panels = [FieldPanel("kind"), FieldPanel("name"), FieldPanel("code")]
