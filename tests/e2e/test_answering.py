"""A resident's whole way, French, on a phone, without a mouse – and the same where JavaScript is off."""

from participation.questionnaires.models import Response

from .square import make_square, the_only_answer

NEXT, BACK, SEND = ("[name=go][value=next]", "[name=go][value=back]", "[name=go][value=send]")
SUMMARY = "erreurs"
ANSWERS = {
    "link": ["passant"],
    "uses": ["marche", "repos"],
    "ease": ["3"],
    "plan": ["le_parvis"],
    "street": ["no_opinion"],
    "trees": [40],
    "word": ["calme"],
    "ideas": ["De l’ombre, et des bancs."],
    "when": ["le_soir"],
    "years": [7],
}


def test_a_resident_answers_and_withdraws_without_a_mouse(visitor, keyboard, is_fit_for_all):
    page = make_square()
    hands = keyboard(visitor)

    visitor.goto("/")
    is_fit_for_all(visitor)
    hands.press(f".card__title a[href$='{page.slug}/']")
    assert visitor.locator("form[data-questionnaire]").is_visible()
    is_fit_for_all(visitor)

    answer_the_first_screen(hands, is_fit_for_all)
    answer_the_second_screen(hands, is_fit_for_all)
    answer_the_third_screen(hands, is_fit_for_all)

    assert hands.place.endswith("/verifier/")
    assert "40" in visitor.locator("#reponse-trees").inner_text()
    is_fit_for_all(visitor)
    assert not Response.objects.exists()
    hands.press(SEND)

    receipt = visitor.locator("[data-receipt]").inner_text().strip()
    withdrawal = visitor.locator("[data-withdrawal]").inner_text().strip()
    assert receipt
    assert withdrawal not in {"", receipt}
    is_fit_for_all(visitor)
    assert the_only_answer(page) == ANSWERS

    withdraw(hands, withdrawal, is_fit_for_all)
    assert not Response.objects.get().answers.exists()
    check_receipt(hands, receipt, is_fit_for_all)
    assert visitor.locator(".alert[role=status]").get_attribute("data-level") == "info"


def answer_the_first_screen(hands, is_fit_for_all):
    """The one required question is left blank first: the summary takes the focus and leads to it."""
    visitor = hands.page
    hands.tick("uses", "marche")
    hands.press(NEXT)
    assert hands.focus == SUMMARY
    assert visitor.locator("[data-question=link]").get_attribute("data-invalid") is not None
    assert visitor.locator("[name=q-uses][value=marche]").is_checked()
    is_fit_for_all(visitor)
    follow_the_first_error(hands)
    assert hands.focus == "q-link"
    hands.choose("link", "passant")
    hands.tick("uses", "repos")
    hands.choose("ease", "3")
    hands.press(NEXT)
    assert hands.place.endswith("/2/")


def answer_the_second_screen(hands, is_fit_for_all):
    """A number out of bounds, then a look back that loses nothing."""
    visitor = hands.page
    is_fit_for_all(visitor)
    hands.choose("plan", "le_parvis")
    hands.choose("street", "no_opinion")
    hands.write("q-trees", "4000")
    hands.press(NEXT)
    assert hands.focus == SUMMARY
    is_fit_for_all(visitor)
    follow_the_first_error(hands)
    assert hands.focus == "q-trees"
    assert visitor.input_value("[name=q-trees]") == "4000"
    hands.write("q-trees", "40")
    hands.press(BACK)
    assert visitor.locator("[name=q-link][value=passant]").is_checked()
    hands.press(NEXT)
    assert visitor.input_value("[name=q-trees]") == "40"
    hands.press(NEXT)
    assert hands.place.endswith("/3/")


def answer_the_third_screen(hands, is_fit_for_all):
    is_fit_for_all(hands.page)
    hands.write("q-word", "calme")
    hands.write("q-ideas", "De l’ombre, et des bancs.")
    hands.tick("when", "le_soir")
    hands.write("q-years", "7")
    hands.press(NEXT)


def follow_the_first_error(hands):
    """Press the first link of the error summary: the focus goes to the field it names."""
    hands.reach(f"#{SUMMARY} a")
    hands.page.keyboard.press("Enter")
    hands.page.wait_for_function("document.activeElement.matches('input, textarea')")


def withdraw(hands, code, is_fit_for_all):
    """From the receipt itself: the way to the withdrawal must not have to be guessed."""
    hands.press("main a[href$='/retrait/']")
    is_fit_for_all(hands.page)
    hands.write("code", code.lower())
    hands.press("main form[method=post] [type=submit]")
    is_fit_for_all(hands.page)
    hands.press("main [name=confirmed]")
    assert hands.page.locator(".alert[role=status]").get_attribute("data-level") == "success"
    is_fit_for_all(hands.page)


def check_receipt(hands, code, is_fit_for_all):
    hands.press("main a[href$='/recus/']")
    hands.write("code", code)
    hands.press("main form[method=get] [type=submit]")
    is_fit_for_all(hands.page)
