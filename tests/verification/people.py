"""People for the tests of verification."""

import itertools

from participation.people.models import User
from participation.territory.models import Area

_numbers = itertools.count(1)


def make_resident(**fields) -> User:
    """An account of a resident."""
    number = next(_numbers)
    return User.objects.create(**({"username": f"resident-{number}", "email": f"r{number}@example.org"} | fields))


def make_area(code: str = "nord", **fields) -> Area:
    return Area.objects.create(**({"code": code, "name": code.title(), "kind": Area.Kind.QUARTIER} | fields))
