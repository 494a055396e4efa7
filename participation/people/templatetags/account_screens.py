"""What the account's screens need to show a form like those of a questionnaire."""

from django import template
from django.forms import BaseForm
from django.utils.translation import gettext

register = template.Library()


@register.simple_tag
def problems(*forms: BaseForm | None) -> list[dict[str, str]]:
    """What there is to correct, each with the id of its field, for the summary on top."""
    found = []
    for form in forms:
        if not form or not form.is_bound:
            continue
        first = next(iter(form.visible_fields()), None)
        found += [{"id": _focus(first) if first else "contenu", "message": text} for text in form.non_field_errors()]
        for field in form:
            found += [{"id": _focus(field), "message": text} for text in field.errors]
    return found


def _focus(field) -> str:
    """The control to go to: the first of a group of buttons."""
    return f"{field.auto_id}_0" if field.field.widget.input_type == "radio" else field.auto_id


@register.filter
def kind(field) -> str:
    """radio, checkbox, code or text."""
    widget = field.field.widget
    if getattr(widget, "input_type", "") in ("radio", "checkbox"):
        return widget.input_type
    return "code" if widget.attrs.get("autocomplete") == "one-time-code" else "text"


@register.filter
def spaced(text: str) -> str:
    """A long secret in groups of four, easier to copy by eye."""
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


# The first found in what a browser says of itself; many name their ancestors too.
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
_NAMES = ("iPhone", "iPad", "Android", "Windows", "Mac", "Linux")
_SYSTEMS = tuple(
    (name, {"Mac": "macOS"}.get(name, name)) for name in ["iPhone", "iPad", "Android", "Windows", "Mac", "Linux"]
)


@register.filter
def device(session) -> str:
    """A browser and its system in two words, from what it said of itself."""
    said = session.user_agent
    names = [next((name for mark, name in table if mark in said), "") for table in (_BROWSERS, _SYSTEMS)]
    return ", ".join(filter(None, names)) or gettext("A browser")
