"""The outbox in the administration: see what is stuck, try it again. The staff's AdminSite registers it."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.audit.events import UserActor
from portal.outbox.models import OutboxMessage
from portal.outbox.services import retry_dead


class StateFilter(admin.SimpleListFilter):
    """Open, given up, done."""

    title = _("Stand")
    parameter_name = "stand"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, Any]]:
        """The three states."""
        return [("offen", _("offen")), ("aufgegeben", _("aufgegeben")), ("erledigt", _("erledigt"))]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[OutboxMessage]) -> QuerySet[OutboxMessage]:
        """Messages in the chosen state, all without a choice."""
        chosen = {
            "offen": Q(done_at=None, dead_at=None),
            "aufgegeben": Q(dead_at__isnull=False),
            "erledigt": Q(done_at__isnull=False),
        }
        return queryset.filter(chosen.get(self.value() or "", Q()))


if TYPE_CHECKING:
    BaseAdmin = admin.ModelAdmin[OutboxMessage]
else:
    BaseAdmin = admin.ModelAdmin  # takes no type argument at run time


class OutboxMessageAdmin(BaseAdmin):
    """Read-only list with one deed: "Erneut versuchen" for what was given up."""

    list_display = (
        "id",
        "handler",
        "fact",
        "created_at",
        "attempts",
        "next_try_at",
        "done_at",
        "dead_at",
        "last_error",
    )
    list_filter = (StateFilter, "handler")
    search_fields: ClassVar = ["=subject_id"]
    ordering = ("-id",)
    list_per_page = 50
    show_full_result_count = False
    actions = ("retry",)

    @admin.action(description=_("Erneut versuchen"), permissions=["retry"])
    def retry(self, request: HttpRequest, queryset: QuerySet[OutboxMessage]) -> None:
        """Give the given-up ones among the chosen messages all their attempts again; each is an audit event."""
        if request.user.pk is None:
            raise PermissionDenied
        actor = UserActor(request.user.pk, role="administrator", purpose="operations")
        dead = list(queryset.filter(dead_at__isnull=False))
        for message in dead:
            retry_dead(message, actor)
        text = ngettext(
            "%(count)s Nachricht wird erneut versucht.", "%(count)s Nachrichten werden erneut versucht.", len(dead)
        )
        self.message_user(request, text % {"count": len(dead)}, messages.SUCCESS if dead else messages.WARNING)

    def has_retry_permission(self, request: HttpRequest) -> bool:
        """Who may change messages in Django's sense."""
        return request.user.has_perm("outbox.change_outboxmessage")

    def has_add_permission(self, _request: HttpRequest) -> bool:
        """Nobody: services publish facts."""
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        """Nobody."""
        return False


ADMIN_CLASSES: dict[type[Model], "type[admin.ModelAdmin[Any]]"] = {OutboxMessage: OutboxMessageAdmin}
