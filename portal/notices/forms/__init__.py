"""Forms of notices."""

from portal.notices.forms.settings import SettingsForm

__all__ = ["SettingsForm"]
