"""A form page and its fields, and nothing more."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.contrib.forms.models import AbstractForm, AbstractFormField


class SurveyField(AbstractFormField):
    page = ParentalKey("surveys.SurveyPage", on_delete=models.CASCADE, related_name="form_fields")


class SurveyPage(AbstractForm):
    template = "surveys/survey_page.html"
    landing_page_template = "surveys/survey_page_landing.html"

    # What the site's frame asks of every page.
    summary = ""
    social_image = None
