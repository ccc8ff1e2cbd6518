"""Addresses of sign-up and sign-in: allauth's views under German addresses, their names kept."""

from allauth.account import views as allauth_views
from django.urls import URLPattern, path

from portal.accounts.views.availability import View, unavailable_without_services
from portal.accounts.views.overview import OverviewView
from portal.accounts.views.sign_out import SignOutView
from portal.accounts.views.step_up import step_up_required
from portal.accounts.views.step_up_code import StepUpCodeView


def _page(address: str, view: View, name: str) -> URLPattern:
    return path(address, unavailable_without_services(view), name=name)


urlpatterns = [
    _page("", OverviewView.as_view(), "account_overview"),
    _page("registrieren/", allauth_views.signup, "account_signup"),
    _page("anmelden/", allauth_views.login, "account_login"),
    _page("abmelden/", SignOutView.as_view(), "account_logout"),
    _page("gesperrt/", allauth_views.account_inactive, "account_inactive"),
    _page("erneut-anmelden/", allauth_views.reauthenticate, "account_reauthenticate"),
    _page("erneut-anmelden/code/", StepUpCodeView.as_view(), "account_reauthenticate_by_code"),
    _page("code/", allauth_views.request_login_code, "account_request_login_code"),
    _page("code/eingeben/", allauth_views.confirm_login_code, "account_confirm_login_code"),
    _page("e-mail/", step_up_required(allauth_views.email), "account_email"),
    _page("e-mail/bestaetigen/", allauth_views.email_verification_sent, "account_email_verification_sent"),
    _page("passwort/aendern/", allauth_views.password_change, "account_change_password"),
    _page("passwort/festlegen/", step_up_required(allauth_views.password_set), "account_set_password"),
    _page("passwort/vergessen/", allauth_views.password_reset, "account_reset_password"),
    _page("passwort/vergessen/code/", allauth_views.confirm_password_reset_code, "account_confirm_password_reset_code"),
    _page("passwort/vergessen/neu/", allauth_views.complete_password_reset, "account_complete_password_reset"),
    _page("passwort/vergessen/fertig/", allauth_views.password_reset_from_key_done, "account_password_reset_completed"),
]
