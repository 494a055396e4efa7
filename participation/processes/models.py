"""Django looks for models here: content types and permissions depend on it."""

from .pages import CataloguePage, MechanismPage, ProcessPage

__all__ = ["CataloguePage", "MechanismPage", "ProcessPage"]
