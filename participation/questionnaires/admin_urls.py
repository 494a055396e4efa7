"""Addresses of the office screens, under `/admin/participation/`."""

from django.urls import path

from . import admin_acts, admin_exports, admin_views

app_name = "participation"

urlpatterns = [
    path("", admin_views.IndexView.as_view(), name="index"),
    path("results/", admin_views.IndexView.as_view(results_only=True), name="index_results"),
    path("<int:pk>/", admin_views.OverviewView.as_view(), name="overview"),
    path("<int:pk>/results/", admin_views.ResultsView.as_view(), name="results"),
    path("<int:pk>/answers/", admin_views.AnswersView.as_view(), name="answers"),
    path("<int:pk>/answers/results/", admin_views.AnswersView.as_view(results_only=True), name="answers_results"),
    path("<int:pk>/answers/<uuid:answer>/", admin_views.AnswerView.as_view(), name="answer"),
    path("<int:pk>/texts/", admin_acts.TextsView.as_view(), name="texts"),
    path("<int:pk>/texts/results/", admin_acts.TextsView.as_view(results_only=True), name="texts_results"),
    path("<int:pk>/texts/<int:answer>/redact/", admin_acts.RedactView.as_view(), name="redact"),
    path("<int:pk>/export/", admin_exports.ExportView.as_view(), name="export"),
    path("<int:pk>/export/<uuid:order>/", admin_exports.FetchView.as_view(), name="export_file"),
    path("<int:pk>/close/", admin_acts.CloseEarlyView.as_view(), name="close"),
    path("<int:pk>/extend/", admin_acts.ExtendView.as_view(), name="extend"),
]
