"""The website's addresses, and the outgoing mail where nothing is really sent (development and tests only)."""

from django.urls import path

from home.outbox import letter, outbox

from .urls import handler403, handler404, handler429, handler500, urlpatterns

__all__ = ["handler403", "handler404", "handler429", "handler500", "urlpatterns"]

urlpatterns = [
    path("-/courrier/", outbox, name="outbox"),
    path("-/courrier/<str:name>/<int:number>/", letter, name="letter"),
    *urlpatterns,
]
