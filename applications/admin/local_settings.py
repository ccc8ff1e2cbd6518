"""Versions of what a jobcenter has set up: change the one that waits, put it into force, begin a new one as a copy."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from applications.domain.local_settings import form_in_words, number_new, paper_kinds, place_in_words
from applications.errors import NotAllowed, SettingsNotReady, SettingsPublished
from applications.forms.local_settings import (
    LocalFormForm,
    LocalHintForm,
    LocalPaperForm,
    LocalQuestionForm,
    LocalSettingsForm,
)
from applications.models import LocalForm, LocalHint, LocalPaper, LocalQuestion, LocalSettings
from applications.services.local_settings import copy_settings, publish_settings
from portal.accounts.admin.tenancy import TenantAdmin, administered
from portal.accounts.models import Team
from portal.cases.views.actor import staff_actor_of
from portal.ui.formats import format_date

if TYPE_CHECKING:
    Stacked = admin.StackedInline[Any, LocalSettings]
    Tabular = admin.TabularInline[Any, LocalSettings]
else:
    Stacked, Tabular = admin.StackedInline, admin.TabularInline

PURPOSE = "setup"


def without_signs(field: Any) -> Any:
    """The form field without Django's signs for adding, changing and looking at what can be chosen."""
    if isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget = field.widget.widget
    return field


class _Rows:
    """What the lists of a version share: who may change the version may change its rows, until it is published."""

    in_words: ClassVar[dict[str, str]]  # fields that hold a key, and the methods that say it in words
    extra = 1

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 -- Django's
        """Whoever gets to the page."""
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 -- Django's
        """Until the version is published."""
        return obj is None or not obj.is_published

    has_add_permission = has_change_permission
    has_delete_permission = has_change_permission

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Where nothing can be changed any more, words instead of keys."""
        fields: Any = super().get_fields(request, obj)  # type: ignore[misc] # of the inline beside this class
        if self.has_change_permission(request, obj):
            return fields
        return [self.in_words.get(field, field) for field in fields if field not in self.in_words.values()]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The words, where they stand in for a key."""
        return () if self.has_change_permission(request, obj) else tuple(self.in_words.values())

    @admin.display(description=_("Formular und Abschnitt"))
    def place_words(self, row: Any) -> str:
        """Return where it stands."""
        return place_in_words(row.place)

    @admin.display(description=_("Formular"))
    def form_words(self, row: Any) -> str:
        """Return the form's title."""
        return form_in_words(row.form_key)


class QuestionRows(_Rows, Stacked):
    """Own questions."""

    model = LocalQuestion
    form = LocalQuestionForm
    in_words: ClassVar = {"place": "place_words"}


class PaperRows(_Rows, Stacked):
    """Papers."""

    model = LocalPaper
    form = LocalPaperForm
    in_words: ClassVar = {"form_key": "form_words", "document_class": "class_words"}

    @admin.display(description=_("Unterlage"))
    def class_words(self, row: LocalPaper) -> str:
        """Return the kind of paper."""
        return dict(paper_kinds()).get(row.document_class, row.document_class)


class HintRows(_Rows, Tabular):
    """Hints."""

    model = LocalHint
    form = LocalHintForm
    in_words: ClassVar = {"place": "place_words"}


class FormRows(_Rows, Tabular):
    """Forms that are switched off or tried out."""

    model = LocalForm
    form = LocalFormForm
    in_words: ClassVar = {"form_key": "form_words"}

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer teams of the administered jobcenters only."""
        kwargs["queryset"] = Team.objects.filter(jobcenter__in=administered(request))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Leave out the signs that lead to another page, where what was typed here would be lost."""
        return without_signs(super().formfield_for_dbfield(db_field, request, **kwargs))


class LocalSettingsAdmin(TenantAdmin[LocalSettings]):
    """A published version is only looked at: drafts were started with it."""

    form = LocalSettingsForm
    change_form_template = "applications/admin/local_settings.html"
    list_display = ("__str__", "jobcenter", "valid_from", "state", "note")
    list_select_related = ("jobcenter",)
    fields = ("jobcenter", "valid_from", "note")
    inlines: ClassVar = [QuestionRows, PaperRows, HintRows, FormRows]

    @admin.display(description=_("Stand"))
    def state(self, settings: LocalSettings) -> str:
        """Return whether it can still be changed."""
        if settings.published_at is None:
            return _text("in Arbeit")
        return _text("in Kraft gesetzt am %(day)s") % {"day": format_date(settings.published_at)}

    def has_change_permission(self, request: HttpRequest, obj: LocalSettings | None = None) -> bool:
        """Until it is published."""
        return super().has_change_permission(request, obj) and (obj is None or not obj.is_published)

    def has_delete_permission(self, request: HttpRequest, obj: LocalSettings | None = None) -> bool:
        """As for changing."""
        return super().has_delete_permission(request, obj) and (obj is None or not obj.is_published)

    def get_readonly_fields(self, request: HttpRequest, obj: LocalSettings | None = None) -> tuple[str, ...]:  # noqa: ARG002 -- Django's
        """A version stays with its jobcenter."""
        return ("jobcenter",) if obj is not None else ()

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Choose the jobcenter where there is only one to choose."""
        houses: QuerySet[Any] = administered(request)[:2]
        found = list(houses)
        return {
            **super().get_changeform_initial_data(request),
            **({"jobcenter": found[0].pk} if len(found) == 1 else {}),
        }

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """As for the teams."""
        return without_signs(super().formfield_for_dbfield(db_field, request, **kwargs))

    def save_model(self, request: HttpRequest, obj: LocalSettings, form: Any, change: bool) -> None:  # noqa: FBT001 -- Django's signature
        """Number a new version, store and record."""
        if not change:
            number_new(obj)
        super().save_model(request, obj, form, change)

    def response_change(self, request: HttpRequest, obj: LocalSettings) -> HttpResponse:
        """After saving: put it into force, or show what it will look like."""
        return self._after_saving(request, obj) or super().response_change(request, obj)

    def response_add(
        self, request: HttpRequest, obj: LocalSettings, post_url_continue: str | None = None
    ) -> HttpResponse:
        """The same for a new one."""
        return self._after_saving(request, obj) or super().response_add(request, obj, post_url_continue)

    def get_urls(self) -> list[URLPattern]:
        """Put the button's address before Django's."""
        copy = path(
            "<uuid:pk>/kopieren/",
            self.admin_site.admin_view(self.copy_view),
            name="applications_localsettings_copy",
        )
        return [copy, *super().get_urls()]

    @method_decorator(require_POST)
    def copy_view(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Begin a new version as a copy, or go on with the one that waits. Foreign ones answer 404."""
        settings = self.get_queryset(request).filter(pk=pk).first()
        if settings is None:
            if not self.has_module_permission(request):
                raise PermissionDenied
            raise Http404
        try:
            copy = copy_settings(actor=staff_actor_of(request, purpose=PURPOSE), settings=settings)
        except NotAllowed:
            raise PermissionDenied from None
        return self._to_page(copy)

    def _after_saving(self, request: HttpRequest, settings: LocalSettings) -> HttpResponse | None:
        """What the own buttons do; None for Django's."""
        if "_preview" in request.POST:
            return HttpResponseRedirect(f"{reverse('desk:forms')}?fassung={settings.key}")
        if "_publish" not in request.POST:
            return None
        try:
            publish_settings(actor=staff_actor_of(request, purpose=PURPOSE), settings=settings)
        except NotAllowed:
            raise PermissionDenied from None
        except SettingsNotReady as refusal:
            messages.warning(request, _("Gesichert, aber noch nicht in Kraft gesetzt. Bitte ändern Sie das zuerst:"))
            for problem in refusal.problems:
                messages.warning(request, problem)
        except SettingsPublished:
            messages.info(request, _("Diese Fassung war schon in Kraft gesetzt. Es hat sich nichts geändert."))
        else:
            words = _text("In Kraft gesetzt. Wer ab dem %(day)s ein Formular beginnt, bekommt diese Fassung.")
            messages.success(request, words % {"day": format_date(settings.valid_from)})
        return self._to_page(settings)

    @staticmethod
    def _to_page(settings: LocalSettings) -> HttpResponse:
        return HttpResponseRedirect(reverse("desk:applications_localsettings_change", args=[settings.pk]))
