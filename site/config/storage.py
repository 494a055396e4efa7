"""Static files in production."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class RememberingStaticFiles(CompressedManifestStaticFilesStorage):
    """Works each address out once: a page asks for dozens, and the manifest does not change while a process runs."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._remembered: dict[str, str] = {}

    def url(self, name, force=False):
        if force:
            return super().url(name, force)
        address = self._remembered.get(name)
        if address is None:
            address = self._remembered[name] = super().url(name)
        return address
