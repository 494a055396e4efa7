"""Addresses of the account. The names are django-allauth's, so that it finds its way; the words are ours."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as usersessions
from django.urls import URLPattern, path
from django.views.generic import RedirectView

from . import again_views, guardian_views, views
from .screens import screen


def _path(route: str, view, name: str) -> URLPattern:
    return path(route, screen(view), name=name)


_TO_SECURITY = RedirectView.as_view(pattern_name="mfa_index")

urlpatterns = [
    _path("", views.account, "people_account"),
    _path("nom/", views.name, "people_name"),
    _path("quitter/", views.leave, "people_leave"),
    _path("au-revoir/", views.left, "people_left"),
    _path("accord-parental/", guardian_views.waiting, "people_guardian"),
    _path("accord-parental/<str:token>/", guardian_views.answer, "people_guardian_answer"),
    # Signing in and out
    _path("connexion/", account.login, "account_login"),
    _path("connexion/code/", account.request_login_code, "account_request_login_code"),
    _path("connexion/code/saisie/", account.confirm_login_code, "account_confirm_login_code"),
    _path("connexion/cle-acces/", passkeys.login_webauthn, "mfa_login_webauthn"),
    _path("connexion/seconde-etape/", mfa.authenticate, "mfa_authenticate"),
    _path("deconnexion/", account.logout, "account_logout"),
    _path("ferme/", account.account_inactive, "account_inactive"),
    _path("inscription/", account.signup, "account_signup"),
    _path("inscription/code/", account.email_verification_sent, "account_email_verification_sent"),
    # Confirming who is there
    _path("confirmer/", account.reauthenticate, "account_reauthenticate"),
    _path("confirmer/code/", again_views.reauthenticate, "people_reauthenticate"),
    _path("confirmer/seconde-etape/", mfa.reauthenticate, "mfa_reauthenticate"),
    _path("confirmer/cle-acces/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    # Address and password
    _path("adresse/", account.email, "account_email"),
    _path("mot-de-passe/", account.password_change, "account_change_password"),
    _path("mot-de-passe/choisir/", account.password_set, "account_set_password"),
    _path("mot-de-passe/oublie/", account.password_reset, "account_reset_password"),
    _path("mot-de-passe/oublie/code/", account.confirm_password_reset_code, "account_confirm_password_reset_code"),
    _path("mot-de-passe/oublie/nouveau/", account.complete_password_reset, "account_complete_password_reset"),
    _path("mot-de-passe/oublie/fait/", account.password_reset_from_key_done, "account_password_reset_completed"),
    # Ways of signing in
    _path("securite/", mfa.index, "mfa_index"),
    _path("securite/seconde-etape/", views.second_factor, "people_second_factor"),
    _path("securite/application/", totp.activate_totp, "mfa_activate_totp"),
    _path("securite/application/retirer/", again_views.RemoveAuthenticatorView.as_view(), "mfa_deactivate_totp"),
    _path("securite/codes-de-secours/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    _path("securite/codes-de-secours/nouveaux/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    _path("securite/codes-de-secours/fichier/", codes.download_recovery_codes, "mfa_download_recovery_codes"),
    _path("securite/cles-acces/", _TO_SECURITY, "mfa_list_webauthn"),
    _path("securite/cles-acces/ajouter/", passkeys.add_webauthn, "mfa_add_webauthn"),
    _path("securite/cles-acces/<int:pk>/retirer/", again_views.RemovePasskeyView.as_view(), "mfa_remove_webauthn"),
    _path("securite/cles-acces/<int:pk>/renommer/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    # Sessions
    _path("appareils/", usersessions.list_usersessions, "usersessions_list"),
    _path("appareils/partout/", views.sign_out_everywhere, "people_sign_out_everywhere"),
]
