"""The home page on a phone."""

from tests.website import add_news, add_news_index, make_image, make_website


def test_the_news_with_pictures_stay_within_a_phone(phone, db):
    add_news(add_news_index(make_website()), image=make_image())
    phone.goto("/")
    assert phone.locator(".card--plain .card__media").count() == 1
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
