"""Panels of our own for the editors of pages."""

from wagtail.admin.panels import ObjectList


class NamedTab(ObjectList):
    """A tab with an address that neither its words nor their language change: `#tab-<name>`."""

    def __init__(self, *args, name: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.name = name

    def clone_kwargs(self) -> dict:
        return {**super().clone_kwargs(), "name": self.name}

    @property
    def clean_name(self) -> str:
        return self.name
