"""Addresses of the office screens, under `/admin/sendings/`."""

from django.urls import path

from . import office_views

app_name = "sendings"

urlpatterns = [
    path("", office_views.IndexView.as_view(), name="index"),
    path("hold/", office_views.HoldView.as_view(), name="hold"),
    path("<int:sending>/settle/", office_views.SettleView.as_view(), name="settle"),
]
