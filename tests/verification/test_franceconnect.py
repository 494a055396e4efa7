"""Signing in with FranceConnect: one person, one account, and nothing kept that says who."""

import pytest

from participation.people.models import User
from participation.verification.models import Identity

pytestmark = pytest.mark.django_db


def test_a_person_gets_an_account_without_an_address_and_finds_it_again(client, journey):
    response = journey.make(next_path="/participer/")
    assert (response.status_code, response["Location"]) == (302, "/participer/")
    user = User.objects.get(identity__isnull=False)
    assert (user.email, user.has_usable_password()) == ("", False)
    assert client.session["_auth_user_id"] == str(user.pk)
    client.logout()
    journey.make()
    assert client.session["_auth_user_id"] == str(user.pk)
    assert Identity.objects.count() == 1
