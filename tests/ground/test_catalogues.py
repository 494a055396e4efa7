"""The catalogues' tool, on a small project of its own."""

import gettext
import os

import polib
import pytest

from tools import catalogues

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext

greeting = _("Hello %(name)s")
votes = ngettext("%(count)d vote", "%(count)d votes", 2)
month = pgettext("month", "May")
"""
TEMPLATE = """
{% load i18n %}
    {% if user %}
  {% translate "Take part" %}
   {% endif %} {% translate "Close" context "dialogue" %}
{% blocktranslate trimmed with name=user %}
  Welcome
  {{ name }}
{% endblocktranslate %}
{% blocktranslate count n=total trimmed %}
  One answer
{% plural %}
  {{ n }} answers
{% endblocktranslate %}
"""
FRENCH = {
    "Hello %(name)s": "Bonjour %(name)s",
    "May": "Mai",
    "Take part": "Participer",
    "Close": "Fermer",
    "Welcome %(name)s": "Bienvenue %(name)s",
}
FRENCH_PLURALS = {
    "%(count)d vote": ("%(count)d voix", "%(count)d voix"),
    "One answer": ("Une réponse", "%(n)s réponses"),
}


@pytest.fixture
def project(tmp_path):
    (tmp_path / "home" / "templates").mkdir(parents=True)
    (tmp_path / "home" / "models.py").write_text(PYTHON)
    (tmp_path / "home" / "templates" / "page.html").write_text(TEMPLATE)
    return tmp_path


@pytest.fixture
def french(project):
    """The project's French catalogue, updated."""
    catalogues.update(project)
    return catalogues.catalogue_path("fr", project / "site" / "locale")


def translate(path):
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = dict(enumerate(FRENCH_PLURALS[entry.msgid]))
        else:
            entry.msgstr = FRENCH[entry.msgid]
    catalogue.save()


def test_strings_of_code_and_templates_are_found_with_context_and_plural(project):
    found = catalogues.collect(project)
    assert set(found) == {
        (None, "Hello %(name)s"),
        (None, "%(count)d vote"),
        ("month", "May"),
        (None, "Take part"),
        ("dialogue", "Close"),
        (None, "Welcome %(name)s"),
        (None, "One answer"),
    }
    assert found[None, "One answer"].plural == "%(n)s answers"


def test_the_english_catalogue_fills_itself(french, project):
    english = polib.pofile(str(catalogues.catalogue_path("en", project / "site" / "locale")))
    assert english.percent_translated() == 100
    assert not [problem for problem in catalogues.check(project) if problem.startswith("en")]


def test_an_untranslated_string_is_named(french, project):
    assert "fr: not translated: 'Take part'" in catalogues.check(project)


def test_a_complete_catalogue_passes_and_update_leaves_it_alone(french, project):
    translate(french)
    before = french.read_text()
    catalogues.update(project)
    assert catalogues.check(project) == []
    assert polib.pofile(str(french)).find("Take part").msgstr == "Participer"
    catalogues.update(project)
    assert french.read_text().count("msgid") == before.count("msgid")


def test_a_string_that_left_the_sources_is_reported_then_dropped(french, project):
    translate(french)
    (project / "home" / "models.py").write_text("")
    assert "fr: no longer used: 'May'" in catalogues.check(project)
    catalogues.update(project)
    assert catalogues.check(project) == []


def test_a_new_string_is_reported_missing(french, project):
    translate(french)
    with (project / "home" / "models.py").open("a") as source:
        source.write('more = _("Something new")\n')
    assert "fr: missing: 'Something new'" in catalogues.check(project)


@pytest.mark.parametrize("wrong", ["Bonjour", "Bonjour %(nom)s", "Bonjour {name}"])
def test_a_lost_or_renamed_placeholder_is_refused(french, project, wrong):
    translate(french)
    catalogue = polib.pofile(str(french))
    catalogue.find("Hello %(name)s").msgstr = wrong
    catalogue.save()
    assert catalogues.check(project) == ["fr: other placeholders than its source: 'Hello %(name)s'"]


def test_a_fuzzy_string_is_refused(french, project):
    translate(french)
    catalogue = polib.pofile(str(french))
    catalogue.find("May").flags.append("fuzzy")
    catalogue.save()
    assert catalogues.check(project) == ["fr: fuzzy: 'May'"]


def test_compiling_writes_only_what_is_outdated(french, project):
    locale = project / "site" / "locale"
    translate(french)
    assert {path.parent.parent.name for path in catalogues.compile_stale(locale)} == {"fr", "en"}
    assert catalogues.compile_stale(locale) == []
    later = french.with_suffix(".mo").stat().st_mtime + 5
    os.utime(french, (later, later))
    assert catalogues.compile_stale(locale) == [french]
    with french.with_suffix(".mo").open("rb") as compiled:
        messages = gettext.GNUTranslations(compiled)
    assert messages.gettext("Take part") == "Participer"
    assert messages.pgettext("month", "May") == "Mai"
    assert [messages.ngettext("One answer", "%(n)s answers", n) for n in (0, 1, 2)] == [
        "Une réponse",
        "Une réponse",
        "%(n)s réponses",
    ]


def test_both_catalogues_of_the_site_are_complete():
    assert catalogues.check() == []
