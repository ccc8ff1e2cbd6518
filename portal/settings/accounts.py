"""Sign-in, sessions and passwords (django-allauth)."""

from portal.settings.environment import PORTAL

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["portal.accounts.adapter.account.SignInBackend"]  # as sessions name it: where it stands
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "pages:home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_signed_out"

ACCOUNT_ADAPTER = "portal.accounts.adapter.PortalAccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True  # a code survives a change of device; a link in a mail does not
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_CHANGE_EMAIL = True  # one address per account; the old one counts until the new one is confirmed
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # seconds; an e-mail may be slow, and so may typing on a phone
ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 30 * 60
ACCOUNT_LOGIN_TIMEOUT = 30 * 60
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}  # digits: no keyboard to switch on phones
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PORTAL.trusted_proxy else 0  # whose address the rate limits count
# Limits of allauth's views; those per account are ours, because allauth's let a stranger lock a person out.
ACCOUNT_RATE_LIMITS: dict[str, str] | bool = {
    "login_failed": "",
    "request_login_code": "20/m/ip",
    "reset_password": "20/m/ip",
    "access_letter": "20/10m/ip",  # several people share the counter's PC
    "invitation": "10/10m/user,60/10m/ip",  # an advice centre has one address for many people
}
# Per address of the network, per account from that address, per account over all, per browser that the account knows.
PORTAL_SIGN_IN_LIMITS = {
    "sign_in.address": "10/m/key",
    "sign_in.pair": "5/5m/key,10/h/key",
    "sign_in.account": "50/h/key",
    "sign_in.device": "5/5m/key,20/h/key",
    "code.address": "20/m/key",
    "code.pair": "3/m/key,6/h/key",
    "code.account": "20/h/key",
    "code.device": "3/m/key,10/h/key",
    "reset.address": "20/m/key",
    "reset.pair": "3/m/key,6/h/key",
    "reset.account": "20/h/key",
    "reset.device": "3/m/key,10/h/key",
}
PORTAL_DEVICE_COOKIE_NAME = "geraet"
ACCOUNT_FORMS = {
    "add_email": "portal.accounts.forms.email.NewEmailForm",
    "change_email": "portal.accounts.forms.sign_up.CorrectEmailForm",
    "change_password": "portal.accounts.forms.password.ChangePasswordForm",
    "confirm_email_verification_code": "portal.accounts.forms.sign_up.ConfirmEmailForm",
    "confirm_login_code": "portal.accounts.forms.sign_in.SignInCodeForm",
    "confirm_password_reset_code": "portal.accounts.forms.password.ForgottenPasswordCodeForm",
    "login": "portal.accounts.forms.sign_in.SignInForm",
    "reauthenticate": "portal.accounts.forms.sign_in.ConfirmPasswordForm",
    "request_login_code": "portal.accounts.forms.sign_in.RequestCodeForm",
    "reset_password": "portal.accounts.forms.password.ForgottenPasswordForm",
    "reset_password_from_key": "portal.accounts.forms.password.NewPasswordForm",
    "set_password": "portal.accounts.forms.password.SetPasswordForm",
    "signup": "portal.accounts.forms.sign_up.SignUpForm",
}

# Without an account (portal.cases.views.guest_limits): per address of the network, beginning of a code, mailbox.
PORTAL_GUEST_LIMITS = {
    "begin.address": "30/10m/key",
    "code.guest": "10/h/key",
    "resume.address": "20/10m/key",
    "resume.beginning": "10/h/key,30/d/key",
    "mail.address": "10/h/key",
    "mail.to": "3/h/key",
}

SESSION_ENGINE = "portal.accounts.services.sessions"  # in the database: sessions survive the loss of Redis
SESSION_COOKIE_AGE = 8 * 3600  # of visitors; who is signed in: portal.accounts.domain.session_limits
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "portal.pages.views.errors.csrf_failure"
