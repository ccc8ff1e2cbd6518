"""Notices: what waits, what could not be delivered, when which one left the house."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.accounts.selectors import jobcenters_administered_by
from portal.desk.admin.access import ReadOnlyAdmin
from portal.notices.enums import DispatchStatus
from portal.notices.models import Dispatch

UNDELIVERED = Q(status=DispatchStatus.FAILED) | Q(returned_at__isnull=False)


class StateFilter(admin.SimpleListFilter):
    """Without a choice: what has not arrived, so that somebody may have to write a letter."""

    title = _("Stand")
    parameter_name = "stand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002 -- Django's
        """Return the choices."""
        return [("waiting", _("wartet")), ("undelivered", _("nicht zugestellt")), ("all", _("alle"))]

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Call what is shown without a choice by its name; Django calls it "all"."""
        first, *others = super().choices(changelist)
        yield {**first, "display": _("wartet oder nicht zugestellt")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:  # noqa: ARG002 -- Django's
        """Return the chosen notices."""
        waiting = Q(status=DispatchStatus.PENDING)
        match self.value():
            case "waiting":
                return queryset.filter(waiting)
            case "undelivered":
                return queryset.filter(UNDELIVERED)
            case "all":
                return queryset
            case _:
                return queryset.filter(waiting | UNDELIVERED)


class DispatchAdmin(ReadOnlyAdmin):
    """Administrators see those of their jobcenters: times and codes, addresses and contents are not there."""

    fields = (
        "case",
        "channel",
        "template",
        "status",
        "created_at",
        "due_at",
        "sent_at",
        "returned_at",
        "reply",
        "error",
    )
    list_display = ("created_at", "template", "channel", "status", "due_at", "sent_at", "returned_at", "reply", "error")
    list_filter = (StateFilter,)
    ordering = ("-created_at",)
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dispatch]:
        """Those of cases of the jobcenters one administers."""
        user_id = self.actor(request).user_id
        own = jobcenters_administered_by(user_id) if user_id else []
        return super().get_queryset(request).filter(case__jobcenter__in=own).select_related("case")
