"""Office screens of decisions and rules."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .forms import RuleForm
from .models import CouncilDecision, Rule


class CouncilDecisionViewSet(SnippetViewSet):
    """The decisions, latest first."""

    model = CouncilDecision
    icon = "doc-full"
    list_display = ["number", "title", "adopted_on"]
    search_fields = ["number", "title"]
    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("adopted_on")]),
        FieldPanel("title"),
        FieldPanel("url"),
        FieldPanel("document"),
        FieldPanel("body"),
    ]


class RuleViewSet(SnippetViewSet):
    """The rules by key, each with its days."""

    model = Rule
    icon = "list-ol"
    list_display = ["key", "value", "unit", "valid_from", "valid_to", "decision"]
    list_filter = ["key"]
    search_fields = ["key", "value"]
    # Two rules of a key never hold together: a copy would only be refused.
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("key"),
            FieldRowPanel([FieldPanel("value"), FieldPanel("unit")]),
            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
            FieldPanel("decision"),
        ],
        base_form_class=RuleForm,
    )


class DecisionsGroup(SnippetViewSetGroup):
    """One entry of the menu for both."""

    items = [CouncilDecisionViewSet, RuleViewSet]
    menu_label = _("Decisions and rules")
    menu_icon = "doc-full"
    menu_name = "decisions"
    menu_order = 320
