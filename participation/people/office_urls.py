"""Wagtail's own ways in, led to the one entrance. They keep Wagtail's names, so that its links follow."""

from django.urls import path

from .entrance import office_login, office_password

urlpatterns = [
    path("login/", office_login, name="wagtailadmin_login"),
    path("password_reset/", office_password, name="wagtailadmin_password_reset"),
    path("password_reset/done/", office_password, name="wagtailadmin_password_reset_done"),
    path("password_reset/confirm/<uidb64>/<token>/", office_password, name="wagtailadmin_password_reset_confirm"),
    path("password_reset/complete/", office_password, name="wagtailadmin_password_reset_complete"),
]
