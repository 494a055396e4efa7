"""Blocks of mechanism and process pages: dated rules, editions, sources."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class RuleBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Rule"), max_length=160)
    value = blocks.CharBlock(label=_("Value"), max_length=300)
    valid_from = blocks.CharBlock(
        label=_("Since"), max_length=80, required=False, default="", help_text=_("As it should be read.")
    )
    source = blocks.CharBlock(
        label=_("Source"), max_length=300, required=False, default="", help_text=_("Council decision, regulation…")
    )
    is_demonstration = blocks.BooleanBlock(label=_("Invented for the demonstration"), required=False)

    class Meta:
        icon = "list-ul"
        label = _("Rule")
        description = _("An age, an amount, a threshold, with its date and its source.")
        preview_value = {"label": _("Minimum age"), "value": _("11 years"), "valid_from": _("January 2021")}


class EditionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Edition"), max_length=160)
    dates = blocks.CharBlock(label=_("Dates"), max_length=120, required=False, default="")
    summary = blocks.TextBlock(label=_("Summary"), max_length=900, required=False, default="")
    source = blocks.CharBlock(label=_("Source"), max_length=300, required=False, default="")

    class Meta:
        icon = "history"
        label = _("Edition")
        description = _("One run of the mechanism, past or present, with its figures and their source.")
        preview_value = {"title": _("Second edition"), "dates": "2021", "summary": _("408 ideas submitted.")}


class SourceBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Source"), max_length=300)
    date = blocks.CharBlock(label=_("Date"), max_length=80, required=False, default="")
    url = blocks.URLBlock(label=_("Address"), required=False, default="")

    class Meta:
        icon = "link"
        label = _("Source")
        description = _("Where a fact of this page comes from.")
        preview_value = {"title": _("Report no. 40 to the city council"), "date": _("7 May 2021")}
