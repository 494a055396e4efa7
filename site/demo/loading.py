"""The demonstration, part after part."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale

from demo import answers, consultation_loading, logins, quartier_loading, subjects, translations, website_loading
from home.pages import HomePage
from participation.questionnaires import tallies


def load(*, now: datetime, say: Callable[[str], None]) -> None:
    """Load what is missing; what is there stays as editors left it."""
    by = logins.user_of("communications")
    today = timezone.localdate(now)
    home = HomePage.objects.get(locale=Locale.objects.get(language_code=settings.LANGUAGE_CODE))
    subjects.load()
    catalogue = website_loading.load_catalogue(home, by=by)
    mechanisms = website_loading.load_mechanisms(catalogue, by=by)
    website_loading.load_direction(home, by=by)
    website_loading.load_service_pages(home, by=by)
    website_loading.load_news(home, by=by)
    website_loading.load_home(home, catalogue=catalogue, by=by)
    website_loading.load_settings(home)
    quartier_loading.load(home, now=now, by=by)
    say("pages: loaded")

    consultations = mechanisms["consultation"]
    process = consultation_loading.load_process(consultations, by=by)
    square = consultation_loading.load_open(process, today=today, by=by)
    hours = consultation_loading.load_closed(consultations, today=today, by=by)
    consultation_loading.load_announced(consultations, today=today, by=by)
    consultation_loading.load_with_conditions(consultations, today=today, by=by)
    say("consultations: published")

    translations.load(home=home, by=by)
    say("English: published")

    answers.answer_hours(hours)
    answers.moderate_hours(hours, by=logins.user_of("moderator"))
    consultation_loading.load_reply(hours, by=by)
    answers.answer_square(square, now=now)
    tallies.compact_due(now=now)
    say("answers: counted")
