"""What the city allows is granted as soon as it is saved."""

from django.db.models.signals import post_save

from .models import QuartierSettings


def connect() -> None:
    post_save.connect(grant_anew, sender=QuartierSettings, dispatch_uid="quartiers_grant_anew")


def grant_anew(sender, **kwargs) -> None:
    from .founding import install_all_rights

    install_all_rights()
