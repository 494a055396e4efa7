"""Small fields of the office."""

from collections.abc import Callable, Sequence

from django import forms
from django.db import models

Choices = Sequence[tuple[str, object]]


class ChoiceListField(models.JSONField):
    """Several values out of a list, ticked as boxes and stored as a JSON array in the order of the list.

    `options` gives the list when a form is made, because quartiers and councils come from the database. What is stored
    and no longer offered stays until somebody saves the form.
    """

    def __init__(self, *args, options: Callable[[], Choices] | None = None, **kwargs):
        self.options = options
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=self.options or (),
            required=not self.blank,
            label=self.verbose_name,
            help_text=kwargs.get("help_text", self.help_text),
            widget=forms.CheckboxSelectMultiple,
        )
