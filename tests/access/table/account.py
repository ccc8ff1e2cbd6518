"""Signing in and out, second factors, identity providers; the copy of one's data and closing the account."""

from tests.access.table.objects import passkey
from tests.access.table.roles import STAFF
from tests.access.table.rows import (
    IN_A_FLOW,
    LOGIN,
    NOT_THERE,
    OPEN,
    OWN_PAGE,
    SIGNED_OUT_ONLY,
    Answers,
    Row,
    answers,
    citizens,
    signed_in,
)


def of_account_without_office() -> Answers:
    """Who works for a jobcenter is told to have that ended first."""
    return answers(409, anonymous=LOGIN, **citizens("redirect"))


TABLE: dict[str, Row | list[Row]] = {
    "account_overview": OWN_PAGE,
    "account_signup": SIGNED_OUT_ONLY,
    "account_login": SIGNED_OUT_ONLY,
    "account_logout": Row(answers=answers(200, anonymous="redirect")),
    "account_signed_out": OPEN,
    "account_leave": [Row(answers=answers(405)), Row(answers=answers("redirect"), method="post")],
    "account_stay": [Row(answers=answers(405)), Row(answers=answers("redirect"), method="post")],
    "account_typed_again": [Row(answers=signed_in("redirect")), Row(answers=signed_in("redirect"), method="post")],
    "account_devices": [OWN_PAGE, Row(answers=signed_in("redirect"), method="post")],
    "account_inactive": OPEN,
    "account_reauthenticate": OWN_PAGE,
    "account_reauthenticate_by_code": Row(  # not for those with a second factor
        answers=answers(200, anonymous=LOGIN, **dict.fromkeys(("claimant", *STAFF), "redirect"))
    ),
    "account_request_login_code": SIGNED_OUT_ONLY,
    "account_confirm_login_code": IN_A_FLOW,
    "account_email": OWN_PAGE,
    "account_email_verification_sent": Row(answers=signed_in("redirect")),
    "account_change_password": OWN_PAGE,
    "account_set_password": Row(answers=signed_in("redirect")),
    "account_reset_password": OPEN,
    "account_confirm_password_reset_code": Row(answers=answers(LOGIN)),
    "account_complete_password_reset": IN_A_FLOW,
    "account_password_reset_completed": OPEN,
    "mfa_login_webauthn": Row(answers=answers("redirect", anonymous=LOGIN)),
    "mfa_authenticate": Row(answers=answers("redirect", anonymous=LOGIN)),
    "mfa_reauthenticate": Row(
        answers=answers("redirect", anonymous=LOGIN, **dict.fromkeys(STAFF, 200))
    ),  # they have an app
    "mfa_reauthenticate_webauthn": Row(answers=answers("redirect", anonymous=LOGIN, claimant=200)),
    "mfa_index": OWN_PAGE,
    "mfa_activate_totp": Row(answers=answers(200, anonymous=LOGIN, **dict.fromkeys(STAFF, "redirect"))),
    "mfa_deactivate_totp": Row(answers=answers(404, anonymous=LOGIN, **dict.fromkeys(STAFF, 200))),
    "mfa_view_recovery_codes": Row(answers=signed_in(404)),
    "mfa_generate_recovery_codes": OWN_PAGE,
    "mfa_download_recovery_codes": Row(answers=signed_in(404)),
    "mfa_list_webauthn": Row(answers=signed_in("redirect")),
    "mfa_add_webauthn": OWN_PAGE,
    "mfa_remove_webauthn": Row(answers=answers(404, anonymous=LOGIN, claimant=200), arguments=passkey),
    "mfa_edit_webauthn": Row(answers=answers(404, anonymous=LOGIN, claimant=200), arguments=passkey),
    "leaving:data_copy": [OWN_PAGE, Row(answers=signed_in("redirect"), method="post")],
    "leaving:download": Row(answers=signed_in(404)),  # nobody here has asked for a copy
    "leaving:close": [OWN_PAGE, Row(answers=of_account_without_office(), method="post")],
    "leaving:closed": OPEN,
    "notices:overview": [OWN_PAGE, Row(answers=signed_in("redirect"), method="post")],
    "notices:consent": [Row(answers=answers(405, anonymous=LOGIN)), Row(answers=signed_in("redirect"), method="post")],
    # Identity providers: none is configured here, so their addresses are not there (tests/portal/accounts/views).
    "bundid_sign_in": NOT_THERE,
    "bundid_step_up": Row(answers=answers(404, anonymous=LOGIN)),
    "bundid_answer": [Row(answers=answers(405)), Row(answers=answers(404), method="post")],
    "bundid_finish": NOT_THERE,
    "bundid_metadata": NOT_THERE,
    "openid_connect_login": Row(answers=answers(404), arguments=lambda _world: ["oidc"]),
    "openid_connect_callback": Row(answers=answers(404), arguments=lambda _world: ["oidc"]),
    "socialaccount_connections": OWN_PAGE,
    "identity_connect": Row(answers=answers(404, anonymous=LOGIN), arguments=lambda _world: ["bundid"], method="post"),
    "identity_part": Row(answers=signed_in(200), method="post"),  # nothing is connected: the page again
    "socialaccount_signup": Row(answers=answers(LOGIN)),
    "socialaccount_login_cancelled": OPEN,
}
