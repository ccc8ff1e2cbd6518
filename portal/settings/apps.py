"""Installed apps, middleware and templates."""

from portal.settings.environment import PROJECT_ROOT
from portal.settings.identity_providers import IDENTITY_APPS

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.admin.apps.SimpleAdminConfig",  # our own AdminSite lives in portal.desk
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    *IDENTITY_APPS,
    "allauth.socialaccount.providers.saml",
    "django_permissions_policy",
    "formtools",
    "pgtrigger",
    "portal.ui",
    "portal.crypto",
    "portal.audit",
    "portal.outbox",
    "portal.accounts",
    "portal.cases",
    "portal.notices",
    "portal.pdf",
    "portal.documents",
    "portal.submissions",
    "mailbox",
    "applications",
    "appointments",
    "portal.leaving",
    "portal.helping",
    "portal.pages",
    "portal.desk",
]

MIDDLEWARE = [
    "portal.audit.views.RequestIdMiddleware",
    "portal.ui.middleware.LanguageMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "portal.ui.middleware.StaticFilesMiddleware",
    "portal.ui.middleware.SecurityHeadersMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.cases.views.space.ActingForMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "portal.accounts.views.account_of_session.AccountMiddleware",
    "portal.accounts.views.session_limits.SessionLimitsMiddleware",
    "portal.accounts.views.typed_again.KeepTypedMiddleware",  # before the next one sends to the sign-in page
    "portal.cases.views.space.SignInOrGuestMiddleware",  # closed by default; open views say so
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.desk.views.reason.ReasonMiddleware",
    "portal.documents.views.unavailable.ContentUnavailableMiddleware",
    "portal.accounts.views.availability.AvailabilityMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.pages.context.office_bar",
                "portal.accounts.views.session_limits.session_state",
            ],
        },
    },
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
