"""Advice centres and training providers. They belong to no jobcenter: all administrators see and check all of them."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin import TabularInline
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.admin.tenancy import TenantAdmin, signed_in_user
from portal.accounts.models import Organisation, OrganisationMembership
from portal.accounts.services import record_organisation_change

if TYPE_CHECKING:
    MemberInline = TabularInline[OrganisationMembership, Organisation]
else:
    MemberInline = TabularInline


class MembershipInline(MemberInline):
    """Who works there; an administrator can say who looks after the others, when nobody does any more."""

    model = OrganisationMembership
    extra = 0
    can_delete = False
    fields = ("display_name", "role", "valid_from", "valid_to")
    readonly_fields = ("display_name", "valid_from", "valid_to")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 -- Django's
        """Whoever gets to the page."""
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 -- Django's
        """As for seeing."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 -- Django's
        """Nobody: members are invited by their colleagues."""
        return False


class OrganisationAdmin(TenantAdmin[Organisation]):
    """Check that a body exists, correct what it has said, shut it. Never deleted: grants name it."""

    can_delete = False
    list_display = ("name", "kind", "city", "phone", "confirmed_at", "is_active")
    list_filter = ("kind", "is_active", ("confirmed_at", admin.EmptyFieldListFilter))
    search_fields = ("name", "city")
    fields = ("name", "kind", "street", "postcode", "city", "phone", "email", "is_active", "confirmed_at")
    readonly_fields = ("confirmed_at",)
    inlines: ClassVar = [MembershipInline]
    actions = ("confirm", "shut")  # type: ignore[assignment] # others of this room have none
    ordering = ("-created_at",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Organisation]:
        """All of them, for whoever administers a jobcenter."""
        rows = Organisation.objects.all().order_by("-created_at")
        return rows if self.has_module_permission(request) else rows.none()

    def save_model(self, request: HttpRequest, obj: Organisation, form: Any, change: bool) -> None:  # noqa: FBT001 -- Django's signature
        """What an administrator adds is checked with that."""
        if not change:
            obj.confirmed_at = timezone.now()
        super(TenantAdmin, self).save_model(request, obj, form, change)
        record_organisation_change(user=signed_in_user(request), organisation=obj)

    @admin.action(description=_("Geprüft: darf Klientinnen und Klienten aufnehmen"), permissions=["change"])
    def confirm(self, request: HttpRequest, rows: QuerySet[Organisation]) -> None:
        """Let them take clients on from now on."""
        for organisation in rows.filter(confirmed_at__isnull=True):
            organisation.confirmed_at = timezone.now()
            organisation.save(update_fields=["confirmed_at"])
            record_organisation_change(user=signed_in_user(request), organisation=organisation)
        messages.success(request, _("Geprüft. Die Organisationen können jetzt arbeiten."))

    @admin.action(description=_("Sperren: sieht ab sofort nichts mehr"), permissions=["change"])
    def shut(self, request: HttpRequest, rows: QuerySet[Organisation]) -> None:
        """Nobody who works there sees a client with the next request."""
        for organisation in rows.filter(is_active=True):
            organisation.is_active = False
            organisation.save(update_fields=["is_active"])
            record_organisation_change(user=signed_in_user(request), organisation=organisation)
        messages.success(request, _("Gesperrt. Das gilt ab sofort."))
