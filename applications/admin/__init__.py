"""Set-up of the forms by each jobcenter. portal.desk registers ``ADMIN_CLASSES``."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.db.models import Model

from applications.admin.local_settings import LocalSettingsAdmin
from applications.models import LocalSettings

ADMIN_CLASSES: dict[type[Model], type["ModelAdmin[Any]"]] = {LocalSettings: LocalSettingsAdmin}

__all__ = ["ADMIN_CLASSES", "LocalSettingsAdmin"]
