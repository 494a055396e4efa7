"""Areas as choices of a form."""

from .models import Area


def quartier_options() -> list[tuple[str, str]]:
    """The quartiers one may choose, by code, in the order of their names."""
    return list(Area.objects.filter(kind=Area.Kind.QUARTIER).order_by("name").values_list("code", "name"))
