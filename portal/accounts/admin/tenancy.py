"""Administrators see and change what belongs to their jobcenter, and nothing else."""

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from portal.accounts.events import OFFICE_DATA_CHANGED, OFFICE_DATA_DELETED
from portal.accounts.models import Jobcenter, User
from portal.accounts.selectors import jobcenters_administered_by
from portal.accounts.services import record_office_data_event

Row = TypeVar("Row", bound=Model)

if TYPE_CHECKING:

    class _Base(admin.ModelAdmin[Row], Generic[Row]):
        pass
else:

    class _Base(admin.ModelAdmin, Generic[Row]):
        pass


def administered(request: HttpRequest) -> QuerySet[Jobcenter]:
    """Return the jobcenters the signed-in user administers today: one SQL per request, none for others."""
    known: QuerySet[Jobcenter] | None = getattr(request, "_administered_jobcenters", None)
    if known is None:
        user = request.user
        known = Jobcenter.objects.none()
        if isinstance(user, User) and user.is_active and user.is_staff:
            known = jobcenters_administered_by(user.id)
        request._administered_jobcenters = known  # type: ignore[attr-defined]  # noqa: SLF001 -- our own memo
    return known


class TenantAdmin(_Base[Row]):
    """Base of the classes of this room. ``jobcenter_lookup`` leads from a row to its jobcenter.

    Permission comes from the role at the jobcenter, not from Django's permission tables: what the query does not show
    answers like a row that does not exist. Operators (superusers) see everything.
    """

    jobcenter_lookup: ClassVar[str] = "jobcenter"
    can_add: ClassVar[bool] = True
    can_delete: ClassVar[bool] = True
    actions = None  # rows are deleted one by one, each with its event

    def get_queryset(self, request: HttpRequest) -> QuerySet[Row]:
        """Rows of the administered jobcenters."""
        rows = super().get_queryset(request)
        if _is_operator(request):
            return rows
        return rows.filter(**{f"{self.jobcenter_lookup}__in": administered(request)})

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer only what belongs to the administered jobcenters."""
        if not _is_operator(request):
            if db_field.remote_field.model is Jobcenter:
                kwargs["queryset"] = administered(request)
            elif hasattr(db_field.remote_field.model, "jobcenter"):
                kwargs["queryset"] = db_field.remote_field.model.objects.filter(jobcenter__in=administered(request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Administrators and operators."""
        return _is_operator(request) or administered(request).exists()

    def has_view_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        """Own rows; without a row, whether there is anything to see at all."""
        if obj is None or _is_operator(request):
            return self.has_module_permission(request)
        return self.get_queryset(request).filter(pk=obj.pk).exists()

    def has_change_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        """As for seeing."""
        return self.has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Administrators, where rows may be added; operators always."""
        return _is_operator(request) or (self.can_add and self.has_module_permission(request))

    def has_delete_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        """Own rows, where rows may be deleted; operators always."""
        return _is_operator(request) or (self.can_delete and self.has_view_permission(request, obj))

    def save_model(self, request: HttpRequest, obj: Row, form: Any, change: bool) -> None:  # noqa: FBT001 -- Django's signature
        """Store and record."""
        super().save_model(request, obj, form, change)
        record_office_data_event(user=signed_in_user(request), event=OFFICE_DATA_CHANGED, subject=obj)

    def delete_model(self, request: HttpRequest, obj: Row) -> None:
        """Record and delete."""
        record_office_data_event(user=signed_in_user(request), event=OFFICE_DATA_DELETED, subject=obj)
        super().delete_model(request, obj)


def signed_in_user(request: HttpRequest) -> User:
    """Return the account that asks. Raises PermissionDenied for nobody."""
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    return user


def _is_operator(request: HttpRequest) -> bool:
    user = request.user
    return isinstance(user, User) and user.is_active and user.is_superuser
