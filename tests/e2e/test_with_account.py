"""A consultation with conditions: from the first question to the receipt, by an account that is not there yet."""

from collections.abc import Callable

from participation.questionnaires.models import Response
from participation.verification.models import AgeStatement, TieStatement
from tests.factories import make_consultation
from tests.people.signing import last_code

SEND = "[name=go][value=send]"
SUBMIT = "main form:has([name={}]) [type=submit]"
TYPED = "De l’ombre, et des bancs."
BODY = [
    ("section", {"title": "Vos idées", "intro": ""}),
    ("long_text", {"text": "Que changer ?", "key": "ideas", "max_length": 600}),
]


def test_what_was_typed_is_sent_after_an_account_was_made_on_the_way(
    phone_without_javascript, is_fit_for_all: Callable
):
    resident = phone_without_javascript
    page = make_consultation(level="account", minimum_age=16, ties=["lives"], body=BODY)
    resident.goto(page.url)
    assert "16 ans" in resident.inner_text("main")
    resident.fill("[name=q-ideas]", TYPED)
    resident.click("[name=go][value=next]")
    resident.click(SEND)
    assert resident.url.endswith("/conditions/")

    resident.click("main a[href*='/compte/connexion/']")
    assert "est gardé" in resident.inner_text("main")
    resident.fill("main [name=email]", "lea@example.org")
    resident.click(SUBMIT.format("email"))
    # Nobody has this address yet: the screen of the code leads on, and keeps the way back.
    resident.click("main a[href*='/compte/inscription/']")
    resident.fill("main [name=email]", "lea@example.org")
    resident.check("main [name=age][value=yes]")
    resident.click(SUBMIT.format("email"))
    resident.fill("main [name=code]", last_code())
    resident.click(SUBMIT.format("code"))

    assert resident.url.endswith("/conditions/")
    resident.check("[name=age-16][value=yes]")
    resident.check("[name=ties][value=lives]")
    is_fit_for_all(resident)
    resident.click("main form[data-questionnaire] [type=submit]")
    assert TYPED in resident.inner_text("#reponse-ideas")
    resident.click(SEND)
    assert resident.locator("[data-receipt]").is_visible()

    sent = Response.objects.get()
    assert [one.text for one in sent.answers.all()] == [TYPED]
    assert AgeStatement.objects.get().user.email == "lea@example.org"
    assert TieStatement.objects.get().holds
