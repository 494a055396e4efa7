"""The site's addresses and the yardstick."""

from django.http import HttpResponse
from django.urls import path

from config.urls import handler403, handler404, handler500, urlpatterns

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [path("-/hello", lambda request: HttpResponse("hello")), *urlpatterns]
