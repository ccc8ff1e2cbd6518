"""Whose work which topic is. portal.desk registers ``ADMIN_CLASSES``."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.db.models import Model

from mailbox.models import TopicRoute
from portal.accounts.admin.tenancy import TenantAdmin


class TopicRouteAdmin(TenantAdmin[TopicRoute]):
    """Which team of the jobcenter answers which topic; without a row the team of the case does."""

    list_display = ("topic", "team")
    list_select_related = ("team",)


ADMIN_CLASSES: dict[type[Model], type["ModelAdmin[Any]"]] = {TopicRoute: TopicRouteAdmin}
