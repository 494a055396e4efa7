"""Addresses of the office screens, under `/admin/quartiers/`."""

from django.urls import path

from . import admin_views

app_name = "quartiers"

urlpatterns = [
    path("", admin_views.IndexView.as_view(), name="index"),
    path("mine/", admin_views.MineView.as_view(), name="mine"),
    path("<int:area>/found/", admin_views.FoundView.as_view(), name="found"),
    path("<int:area>/appoint/", admin_views.AppointView.as_view(), name="appoint"),
    path("portfolios/<int:portfolio>/end/", admin_views.EndView.as_view(), name="end"),
    path("portfolios/<int:portfolio>/absence/", admin_views.AbsenceView.as_view(), name="absence"),
]
