"""Addresses of the data-protection officer, under `/admin/donnees-personnelles/`."""

from django.urls import path

from . import log_view, office_views

app_name = "privacy"

urlpatterns = [
    path("", office_views.RegisterView.as_view(), name="register"),
    path("registre/", office_views.RegisterFileView.as_view(), name="register_file"),
    path("visa/<slug:rule>/", office_views.VisaView.as_view(), name="visa"),
    path("journal/", log_view.LogView.as_view(), name="log"),
    path("journal/results/", log_view.LogView.as_view(results_only=True), name="log_results"),
]
