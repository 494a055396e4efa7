"""The office's form for a rule."""

from wagtail.admin.forms.models import WagtailAdminModelForm

from .models import Rule
from .rules import overlap_in_words, store


class RuleForm(WagtailAdminModelForm):
    """Refuses days another rule of the key holds on, beside the field that is to change."""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("key") and cleaned.get("valid_from") and "valid_to" in cleaned:
            rule = Rule(
                pk=self.instance.pk,
                key=cleaned["key"],
                valid_from=cleaned["valid_from"],
                valid_to=cleaned["valid_to"],
            )
            other = Rule.objects.overlapping(rule).first()
            if other:
                self.add_error("valid_from", overlap_in_words(other))
        return cleaned

    def save(self, commit=True):
        rule = super().save(commit=False)
        # The screens of the office write their own line in the history.
        return store(rule) if commit else rule
