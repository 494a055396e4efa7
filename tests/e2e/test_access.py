"""One answer per confirmed address, and the computation against robots."""

import re

from django.core import mail

from participation.questionnaires.models import Participation, Response

from .square import fill_to_the_overview, make_square, the_only_answer

SEND = "[name=go][value=send]"


def test_a_wrong_code_is_refused_and_the_right_one_from_the_mail_sends_the_answers(phone, is_fit_for_all):
    page = make_square(level="email")
    fill_to_the_overview(phone, page)
    phone.click(SEND)
    is_fit_for_all(phone)
    phone.fill("[name=address]", "lea@example.org")
    phone.click("main form[data-questionnaire] [type=submit]")
    phone.wait_for_url("**/code/")
    is_fit_for_all(phone)
    right = re.search(r"\b\d{6}\b", mail.outbox[-1].body).group()
    wrong = f"{(int(right) + 1) % 1_000_000:06}"
    give_code(phone, wrong)
    assert phone.locator("#erreurs").is_visible()
    is_fit_for_all(phone)
    assert not Response.objects.exists()
    give_code(phone, right)
    assert phone.locator("[data-receipt]").is_visible()
    assert the_only_answer(page)["ideas"] == ["De l’ombre"]
    assert Participation.objects.count() == 1


def test_an_address_typed_wrong_is_shown_at_its_field_and_nothing_is_lost(phone):
    page = make_square(level="email")
    fill_to_the_overview(phone, page)
    phone.click(SEND)
    phone.fill("[name=address]", "léa chez example")
    phone.click("main form[data-questionnaire] [type=submit]")
    assert phone.get_attribute("[name=address]", "aria-invalid") == "true"
    assert phone.input_value("[name=address]") == "léa chez example"
    assert not mail.outbox


def test_the_browser_computes_the_proof_against_robots_by_itself(phone):
    page = make_square(requires_proof_of_work=True)
    fill_to_the_overview(phone, page)
    phone.click(SEND)
    phone.wait_for_url("**/recu/")
    assert phone.locator("[data-receipt]").is_visible()
    assert the_only_answer(page)["trees"] == [12]


def test_without_javascript_a_code_by_mail_replaces_the_computation(phone_without_javascript):
    visitor, page = phone_without_javascript, make_square(requires_proof_of_work=True)
    fill_to_the_overview(visitor, page)
    visitor.click("noscript a[href$='/adresse/']")
    visitor.fill("[name=address]", "lea@example.org")
    visitor.click("main form[data-questionnaire] [type=submit]")
    visitor.wait_for_url("**/code/")
    give_code(visitor, re.search(r"\b\d{6}\b", mail.outbox[-1].body).group())
    assert visitor.locator("[data-receipt]").is_visible()
    assert not Participation.objects.exists()


def give_code(visitor, code):
    visitor.fill("[name=code]", code)
    visitor.click("main form[data-questionnaire] [type=submit]")
