"""What must be right before the site is served."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Error, Tags, register


@register(Tags.security)
def list_is_not_served(app_configs, **kwargs) -> list[Error]:
    """The list of erasures outlives the database and is nobody's to read."""
    if Path(settings.ERASURE_LIST).resolve().is_relative_to(Path(settings.MEDIA_ROOT).resolve()):
        return [
            Error(
                "The list of erased people lies in the media folder.",
                hint="Set ERASURE_LIST to a file elsewhere.",
                id="privacy.E001",
            )
        ]
    return []
