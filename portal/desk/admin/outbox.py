"""Later work: what waits, what got stuck, and trying again."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.desk.admin.access import ReadOnlyAdmin
from portal.outbox.errors import MessageNotDead
from portal.outbox.models import OutboxMessage
from portal.outbox.services import retry_dead


class StateFilter(admin.SimpleListFilter):
    """Waiting, stuck, or done. Without a choice: all that is not done."""

    title = _("Stand")
    parameter_name = "stand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002 -- Django's
        """Return the choices."""
        return [("stuck", _("aufgegeben")), ("open", _("wartet")), ("done", _("erledigt"))]

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Call what is shown without a choice by its name; Django calls it "all"."""
        first, *others = super().choices(changelist)
        yield {**first, "display": _("nicht erledigt")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:  # noqa: ARG002 -- Django's
        """Return the chosen messages."""
        match self.value():
            case "stuck":
                return queryset.filter(dead_at__isnull=False)
            case "open":
                return queryset.filter(done_at=None, dead_at=None)
            case "done":
                return queryset.filter(done_at__isnull=False)
            case _:
                return queryset.filter(done_at=None)


class OutboxMessageAdmin(ReadOnlyAdmin):
    """Messages hold no personal data but an id, which is not shown: so every administrator may see all of them."""

    exclude = ("subject_id",)  # of one jobcenter, while messages are read by the administrators of all
    list_display = ("created_at", "fact", "handler", "attempts", "next_try_at", "dead_at", "done_at", "last_error")
    list_filter = (StateFilter,)
    ordering = ("-dead_at", "-id")
    list_per_page = 50
    actions = ("try_again",)

    @admin.action(description=_("Noch einmal versuchen"), permissions=["view"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[OutboxMessage]) -> None:
        """Give the marked messages that were given up all their attempts again."""
        number = 0
        for message in queryset.filter(dead_at__isnull=False):
            try:
                retry_dead(message, self.actor(request))
            except MessageNotDead:
                continue  # somebody else was quicker
            number += 1
        done = ngettext(
            "%(number)d Nachricht wird noch einmal versucht.",
            "%(number)d Nachrichten werden noch einmal versucht.",
            number,
        )
        self.message_user(request, done % {"number": number}, messages.SUCCESS if number else messages.WARNING)
