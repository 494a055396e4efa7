"""The name others see: chosen freely, never the City's, never a child's."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from participation.people.models import User
from participation.people.names import clean_display_name, new_pseudonym

from .signing import make_resident

GOOD = [
    "Léa",
    "Jean-Noël d’Aubière",
    "L’ours du Sancy",
    "Nguyễn Văn A",
    "Ζωή",
    "Un ami de la ville",
    "Marie 63",
    "Lemaire",
]
RESERVED = [
    "Mairie",
    "LA MAIRIE de Clermont",
    "la ville de Clermont-Ferrand",
    "Modération",
    "Équipe",
    "équipe municipale",
    "Éluе du quartier",  # with a Cyrillic е
    "m-a-i-r-i-e",
    "M A I R I E",
    "Mair1e",
    "ＭＡＩＲＩＥ",
    "Adjointe au maire",
    "Administrateur",
    "City Council",
]
OTHERS = [
    ("lea@example.org", "address"),
    ("lea (at) x @ y", "address"),
    ("www.example.org", "address"),
    ("voir https://example.org", "address"),
    ("Léa\u202eael", "control"),
    ("Léa\u200bM", "control"),
    ("L", "length"),
    ("x" * 41, "length"),
    ("1234", "length"),
]


@pytest.mark.parametrize("name", GOOD)
def test_a_name_may_be_invented(name):
    assert clean_display_name(name) == name


@pytest.mark.parametrize("name", RESERVED)
def test_no_name_passes_for_the_city_or_its_staff(name):
    with pytest.raises(ValidationError) as refused:
        clean_display_name(name)
    assert refused.value.code == "reserved"


@pytest.mark.parametrize(("name", "code"), OTHERS)
def test_a_name_is_no_address_and_hides_nothing(name, code):
    with pytest.raises(ValidationError) as refused:
        clean_display_name(name)
    assert refused.value.code == code


def test_spaces_are_tidied_and_an_empty_name_stays_empty():
    assert clean_display_name("  Léa \n  M. ") == "Léa M."
    assert clean_display_name(" ") == ""


def test_a_pseudonym_passes_as_a_name():
    assert all(clean_display_name(new_pseudonym()) for _ in range(100))


@pytest.mark.django_db
def test_who_chose_no_name_a_child_and_a_closed_account_show_the_pseudonym(now):
    assert make_resident("a@example.org", display_name="Léa").public_name == "Léa"
    for fields in ({}, {"display_name": "Tom", "reached_fifteen": False}, {"display_name": "Old", "closed_at": now}):
        user = make_resident(f"{len(fields)}{fields.get('display_name', '')}@example.org", **fields)
        assert user.public_name == user.pseudonym


@pytest.mark.django_db
def test_one_address_is_one_account_whatever_its_case():
    make_resident("lea@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(username="other", email="LEA@Example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(username="other", email="LEA@example.org")])
    User.objects.create(username="none")
    User.objects.create(username="none either")
