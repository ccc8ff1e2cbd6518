"""Language and time. German is the source language: message ids are German."""

from portal.settings.environment import PROJECT_ROOT

LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch")]
LOCALE_PATHS = [PROJECT_ROOT / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Berlin"
