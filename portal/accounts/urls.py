"""Addresses of sign-up and sign-in: allauth's views under German addresses, their names kept."""

from allauth.account import views as allauth_views
from django.apps import apps
from django.conf import settings
from django.urls import URLPattern, path
from django.views.generic import RedirectView

from portal.accounts.views import (
    bundid,
    connections,
    devices,
    sign_in,
    sign_out,
    stay,
    typed_again,
)
from portal.accounts.views.availability import View
from portal.accounts.views.later import later
from portal.accounts.views.overview import OverviewView
from portal.accounts.views.step_up import step_up_required
from portal.accounts.views.step_up_code import StepUpCodeView

SECURITY = "portal.accounts.views.security"
RECOVERY = "allauth.mfa.recovery_codes.views"


def _page(address: str, view: View, name: str) -> URLPattern:
    return path(address, view, name=name)


def _guarded(address: str, view: View, name: str) -> URLPattern:
    """A page that changes or shows how one signs in."""
    return _page(address, step_up_required(view), name)


urlpatterns = [
    _page("", OverviewView.as_view(), "account_overview"),
    _page("registrieren/", sign_in.SignUpView.as_view(), "account_signup"),
    _page("anmelden/", sign_in.SignInView.as_view(), "account_login"),
    _page("abmelden/", sign_out.SignOutView.as_view(), "account_logout"),
    _page("abgemeldet/", sign_out.SignedOutView.as_view(), "account_signed_out"),
    _page("verlassen/", sign_out.leave, "account_leave"),
    _page("angemeldet-bleiben/", stay.stay, "account_stay"),
    _page("eingaben/", typed_again.TypedAgainView.as_view(), "account_typed_again"),
    _page("geraete/", devices.DevicesView.as_view(), "account_devices"),
    _page("gesperrt/", allauth_views.account_inactive, "account_inactive"),
    _page("erneut-anmelden/", allauth_views.reauthenticate, "account_reauthenticate"),
    _page("erneut-anmelden/code/", StepUpCodeView.as_view(), "account_reauthenticate_by_code"),
    _page("code/", sign_in.RequestCodeView.as_view(), "account_request_login_code"),
    _page("code/eingeben/", sign_in.SignInCodeView.as_view(), "account_confirm_login_code"),
    _guarded("e-mail/", allauth_views.email, "account_email"),
    _page("e-mail/bestaetigen/", allauth_views.email_verification_sent, "account_email_verification_sent"),
    _page("passwort/aendern/", allauth_views.password_change, "account_change_password"),
    _guarded("passwort/festlegen/", allauth_views.password_set, "account_set_password"),
    _page("passwort/vergessen/", sign_in.ForgottenPasswordView.as_view(), "account_reset_password"),
    _page(
        "passwort/vergessen/code/", sign_in.ForgottenPasswordCodeView.as_view(), "account_confirm_password_reset_code"
    ),
    _page("passwort/vergessen/neu/", allauth_views.complete_password_reset, "account_complete_password_reset"),
    _page("passwort/vergessen/fertig/", allauth_views.password_reset_from_key_done, "account_password_reset_completed"),
    _page("anmelden/passkey/", later(f"{SECURITY}.SignInByPasskeyView", for_strangers=True), "mfa_login_webauthn"),
    _page("anmelden/zweiter-schritt/", later(f"{SECURITY}.SecondStepView", for_strangers=True), "mfa_authenticate"),
    _page("erneut-anmelden/app/", later("allauth.mfa.base.views.reauthenticate"), "mfa_reauthenticate"),
    _page("erneut-anmelden/passkey/", later(f"{SECURITY}.ConfirmByPasskeyView"), "mfa_reauthenticate_webauthn"),
    _page("sicherheit/", later(f"{SECURITY}.SecurityView"), "mfa_index"),
    _guarded("sicherheit/app/einrichten/", later(f"{SECURITY}.SetUpAppView"), "mfa_activate_totp"),
    _guarded("sicherheit/app/entfernen/", later("allauth.mfa.totp.views.deactivate_totp"), "mfa_deactivate_totp"),
    _guarded("sicherheit/ersatzcodes/", later(f"{SECURITY}.RecoveryCodesView"), "mfa_view_recovery_codes"),
    _guarded(
        "sicherheit/ersatzcodes/neu/", later(f"{RECOVERY}.generate_recovery_codes"), "mfa_generate_recovery_codes"
    ),
    _guarded(
        "sicherheit/ersatzcodes/datei/", later(f"{RECOVERY}.download_recovery_codes"), "mfa_download_recovery_codes"
    ),
    _page("sicherheit/passkeys/", RedirectView.as_view(pattern_name="mfa_index"), "mfa_list_webauthn"),
    _guarded("sicherheit/passkeys/neu/", later(f"{SECURITY}.AddPasskeyView"), "mfa_add_webauthn"),
    _guarded("sicherheit/passkeys/<int:pk>/entfernen/", later(f"{SECURITY}.RemovePasskeyView"), "mfa_remove_webauthn"),
    _guarded("sicherheit/passkeys/<int:pk>/umbenennen/", later(f"{SECURITY}.RenamePasskeyView"), "mfa_edit_webauthn"),
    _page("bundid/", bundid.sign_in, "bundid_sign_in"),
    _page("bundid/bestaetigen/", bundid.step_up, "bundid_step_up"),
    _page("bundid/antwort/", bundid.receive, "bundid_answer"),
    _page("bundid/antwort/fertig/", bundid.finish, "bundid_finish"),
    _page("bundid/metadaten/", bundid.metadata, "bundid_metadata"),
    _page("anmeldewege/", connections.connections, "socialaccount_connections"),
    _page("anmeldewege/verbinden/<slug:provider_id>/", connections.connect, "identity_connect"),
    _page("anmeldewege/trennen/", connections.part, "identity_part"),
    _page("anmeldewege/registrieren/", connections.SignUpElsewhereView.as_view(), "socialaccount_signup"),
    _page("anmeldewege/abgebrochen/", connections.cancelled, "socialaccount_login_cancelled"),
]

if apps.is_installed(settings.OPENID_APP):
    from allauth.socialaccount.providers.openid_connect import views as openid_views

    from portal.accounts.views.openid import answered_plainly

    urlpatterns += [
        _page("oidc/<slug:provider_id>/", answered_plainly(openid_views.login), "openid_connect_login"),
        _page("oidc/<slug:provider_id>/antwort/", answered_plainly(openid_views.callback), "openid_connect_callback"),
    ]
