"""The office's face and its welcome screen."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from .dashboard import TasksPanel


@hooks.register("insert_global_admin_css")
def office_styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("office/office.css"))


@hooks.register("insert_editor_js")
def looking_is_no_edit() -> str:
    return format_html('<script type="module" src="{}"></script>', static("office/untouched.js"))


@hooks.register("construct_homepage_panels")
def welcome(request, panels) -> None:
    # Our panel lists what awaits approval among the other tasks; Wagtail's would say it twice.
    panels[:] = [panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel)]
    panels.append(TasksPanel())


@hooks.register("construct_help_menu")
def keep_help_that_helps(request, menu_items) -> None:
    """Leave the keyboard shortcuts; what is new in Wagtail and its guide speak of another site, in English."""
    menu_items[:] = [item for item in menu_items if item.name == "keyboard-shortcuts-trigger"]
