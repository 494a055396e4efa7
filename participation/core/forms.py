"""Forms in the site's look."""

from django import forms

ONE_LINE_OR_TEXT = (forms.TextInput, forms.Textarea, forms.Select)


class SiteForm(forms.Form):
    """A form whose fields of one line or one text look like those of a questionnaire."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, ONE_LINE_OR_TEXT):
                field.widget.attrs.setdefault("class", "input")
