import pytest
from django.conf import settings

from portal.accounts.adapter import PortalAccountAdapter


@pytest.mark.parametrize(
    "prefix",
    [
        "account/email/account_already_exists",
        "account/email/email_changed",
        "account/email/email_confirmation",
        "account/email/email_confirmation_signup",
        "account/email/login_code",
        "account/email/password_changed",
        "account/email/password_reset",
        "account/email/password_reset_code",
        "account/email/password_set",
        "account/email/unknown_account",
    ],
)
def test_mail_is_german_and_without_personal_data(prefix, mailoutbox):
    context = {"code": "1234-5678", "ip": "192.0.2.1", "user_agent": "Firefox", "from_email": "alt@example.org"}
    PortalAccountAdapter().send_mail(prefix, "anna@example.org", {**context, "user": "anna@example.org"})
    mail = mailoutbox[0]
    assert mail.body.startswith("Guten Tag,\n\n")
    for secret in ("anna", "alt@", "192.0.2.1", "Firefox"):
        assert secret not in mail.body + mail.subject
    assert mail.extra_headers["Auto-Submitted"] == "auto-generated"


def test_mail_with_an_address_names_the_portal(mailoutbox):
    PortalAccountAdapter().send_mail("account/email/unknown_account", "anna@example.org", {})
    assert settings.PORTAL.base_url in mailoutbox[0].body
