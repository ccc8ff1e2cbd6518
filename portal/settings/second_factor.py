"""Second factors (allauth MFA), passkeys, and confirming once more before something that matters.

Passkeys belong to the host of ``PORTAL_BASE_URL`` and work at exactly this address: when it moves, they are lost.
"""

MFA_ADAPTER = "portal.accounts.adapter.PortalMFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # PIN, finger or face: then a passkey alone is two factors
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False  # not even in tests: http://localhost is allowed anyway, by the standard
MFA_TOTP_ISSUER = "Jobcenter Online-Portal"  # what authenticator apps show
MFA_TOTP_TOLERANCE = 1  # steps of 30 seconds before and after: clocks differ, and typing takes time
MFA_RECOVERY_CODE_COUNT = 10
MFA_RECOVERY_CODES_SHOW_ONCE = False  # they may be looked at again, after a confirmation: paper gets lost
MFA_TRUST_ENABLED = False  # "trust this browser" is nothing for shared computers
MFA_RATE_LIMITS = {"webauthn_login": "30/m/ip"}  # as for passwords: an advice centre has one address for all
MFA_FORMS = {
    "activate_totp": "portal.accounts.forms.second_factor.ActivateAppForm",
    "add_webauthn": "portal.accounts.forms.passkey.AddPasskeyForm",
    "authenticate": "portal.accounts.forms.second_factor.SecondStepForm",
    "authenticate_webauthn": "portal.accounts.forms.passkey.SecondStepPasskeyForm",
    "deactivate_totp": "portal.accounts.forms.second_factor.RemoveAppForm",
    "edit_webauthn": "portal.accounts.forms.passkey.RenamePasskeyForm",
    "generate_recovery_codes": "portal.accounts.forms.second_factor.NewRecoveryCodesForm",
    "login_webauthn": "portal.accounts.forms.passkey.SignInPasskeyForm",
    "reauthenticate": "portal.accounts.forms.second_factor.ConfirmCodeForm",
    "reauthenticate_webauthn": "portal.accounts.forms.passkey.ConfirmPasskeyForm",
}

STEP_UP_HOLDS = 10 * 60  # seconds; long enough to fill in a form on a phone, short enough for a forgotten screen
STEP_UP_CODE_TIMEOUT = 15 * 60  # seconds; an e-mail may be slow
STEP_UP_CODE_MAX_ATTEMPTS = 5
STEP_UP_KEEPS_INPUT = 30 * 60  # seconds that what was typed waits for the confirmation
ACCOUNT_REAUTHENTICATION_TIMEOUT = STEP_UP_HOLDS  # allauth's own check, behind ours
