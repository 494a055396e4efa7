"""Django looks for models here: content types and permissions depend on it."""

from .pages import ConsultationPage

__all__ = ["ConsultationPage"]
