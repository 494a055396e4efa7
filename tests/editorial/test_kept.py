"""Components remembered by their values: the same words once, other words always anew."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import override

from participation.core.status import Status
from participation.editorial.templatetags import kept as module
from participation.questionnaires.results import Row
from tests.website import HOSTILE

CARD = Template(
    '{% load kept %}{% kept "components/card.html" with title=title url="/p/" summary=summary state=state until=until'
    " tags=tags only %}"
)
INCLUDED = Template(CARD.source.replace("{% kept", "{% include"))


@pytest.fixture(autouse=True)
def nothing_kept():
    module._kept.clear()


def card(template: Template = CARD, **values) -> str:
    given = {"title": "Notre place", "summary": "", "state": "", "until": None, "tags": [], **values}
    return template.render(Context(given))


def test_what_is_kept_is_what_an_include_gives_and_is_rendered_once(monkeypatch):
    until = datetime(2026, 12, 7, tzinfo=UTC)
    tags = [{"label": "Eau", "stake": "ecological"}]
    for values in ({}, {"state": Status.OPEN, "until": until, "tags": tags}, {"title": HOSTILE, "summary": HOSTILE}):
        first = card(**values)
        assert first == card(INCLUDED, **values)
        with monkeypatch.context() as patched:
            patched.setattr(module.KeptNode, "_rendered", lambda *_args: pytest.fail("rendered again"))
            assert card(**values) == first


def test_another_word_language_or_clock_is_another_card():
    until = datetime(2026, 12, 6, 23, 30, tzinfo=UTC)
    seen = [card(), card(title="Notre parc"), card(tags=[{"label": "Eau", "stake": ""}])]
    for language in ("fr", "en"):
        for zone in ("Europe/Paris", "America/Cayenne"):
            with override(language), timezone.override(zone):
                seen.append(card(state="open", until=until))
    assert len(set(seen)) == len(seen)


def test_safe_words_never_stand_in_for_the_same_words_typed_by_somebody():
    assert "<b>x</b>" in card(title=SafeString("<b>x</b>"))
    assert "<b>x</b>" not in card(title="<b>x</b>")
    assert len({module.plain(value) for value in (1, True, 1.0, "1", SafeString("1"), None, date(2026, 1, 1))}) == 7
    assert module.plain([Row("Oui", 1, 50)]) != module.plain([Row("Oui", 2, 50)])


def test_what_may_change_under_the_same_name_is_rendered_each_time():
    title = SimpleNamespace(words="avant")
    template = Template(
        '{% load kept %}{% kept "components/key_figure.html" with value=title.words label=title only %}'
    )
    template.render(Context({"title": title}))
    assert not module._kept


def test_the_oldest_cards_make_room(monkeypatch):
    monkeypatch.setattr(module, "MOST", 3)
    for number in range(5):
        card(title=str(number))
    assert len(module._kept) == 3


def test_a_template_that_would_see_more_than_its_values_is_refused():
    for written in ('"components/card.html" with title=title', "name with title=title only"):
        with pytest.raises(TemplateSyntaxError):
            Template("{% load kept %}{% kept " + written + " %}")
