"""Addresses of “my data”, below the account."""

from django.urls import path

from participation.people.screens import screen

from . import views

urlpatterns = [
    path("", screen(views.data), name="privacy_data"),
    path("copie/", screen(views.ask_copy), name="privacy_ask_copy"),
    path("copie/<str:token>/", screen(views.copy), name="privacy_copy"),
]
