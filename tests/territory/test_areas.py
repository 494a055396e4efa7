"""The parts of the city."""

import pytest
from django.db import IntegrityError, transaction

from participation.territory.models import Area

pytestmark = pytest.mark.django_db


def test_a_code_names_one_area_of_its_kind():
    Area.objects.create(kind=Area.Kind.QUARTIER, code="centre", name="Centre")
    Area.objects.create(kind=Area.Kind.PRIORITY_AREA, code="centre", name="Centre et gare")
    with pytest.raises(IntegrityError), transaction.atomic():
        Area.objects.create(kind=Area.Kind.QUARTIER, code="centre", name="Autre")


def test_an_area_has_a_code():
    with pytest.raises(IntegrityError), transaction.atomic():
        Area.objects.create(code="", name="Sans code")
