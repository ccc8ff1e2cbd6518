"""Reads of what jobcenters have set up: which version counts for whom, what it changes about a form, who sees it."""

from datetime import date
from functools import cache
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from msgspec import Struct

from applications.catalogue.local import local_question
from applications.catalogue.overlay import Overlay
from applications.catalogue.question import Question
from applications.claim.model import AskedPaper
from applications.enums import DocumentClass, LocalFormState, LocalQuestionKind
from applications.models import LocalForm, LocalQuestion, LocalSettings
from portal.accounts.models import Jobcenter
from portal.cases.enums import CaseStatus, Scope
from portal.cases.models import Actor, Case

NOTHING_SET_UP = ""


class Offer(Struct, frozen=True):
    """What somebody is offered: the version for new drafts ("" for none), and the forms there are none of here."""

    version: str = NOTHING_SET_UP
    withheld: frozenset[str] = frozenset()

    def includes(self, form_key: str) -> bool:
        """Whether the form can be begun."""
        return form_key not in self.withheld


def local_settings_visible_to(actor: Actor) -> QuerySet[LocalSettings]:
    """Versions of the own jobcenter, in work or published, for everybody who works there."""
    if actor.is_system:
        return LocalSettings.objects.all()
    if not actor.is_staff or actor.jobcenter_id is None:
        return LocalSettings.objects.none()
    return LocalSettings.objects.filter(jobcenter_id=actor.jobcenter_id)


def settings_in_force(jobcenter_id: UUID, on: date) -> LocalSettings | None:
    """The version that new drafts get on a day: the one valid since last, of equal ones that with the higher number."""
    return _in_force(on).filter(jobcenter_id=jobcenter_id).first()


def offer_to(actor: Actor, on: date) -> Offer:
    """What somebody is offered today, by the case on which they begin something. One SQL, two without a case.

    Whose jobcenter is not known yet gets what the only jobcenter of the portal has set up; where there are several,
    nothing: nobody can say whose questions count (ADR 0012).
    """
    cases = Case.objects.filter(pk__in=actor.case_ids_with(Scope.FILL_IN)).exclude(status=CaseStatus.CLOSED)
    house = Coalesce(OuterRef("jobcenter_id"), Subquery(_only_jobcenter().values("pk")[:1]))
    found = (
        cases.annotate(local_version=Subquery(_in_force(on).filter(jobcenter_id=house).values("key")[:1]))
        .order_by(F("opened_at").asc(nulls_last=True), "created_at")
        .values_list("local_version", "team_id")
        .first()
    )
    return _offer(*found) if found else _offer(_version_of(None, on), None)


def offer_on(case: Case, on: date) -> Offer:
    """The same for one case. One SQL."""
    return _offer(_version_of(case.jobcenter_id, on), case.team_id)


def load_overlay(version: str, form_key: str) -> Overlay | None:
    """What a published version changes about a form; None when there is no such version. It never changes."""
    settings = LocalSettings.objects.filter(key=version, published_at__isnull=False).first()
    return overlay_of(settings, form_key) if settings is not None else None


def overlay_of(settings: LocalSettings, form_key: str) -> Overlay:
    """What a version changes about a form, published or not. Four SQL."""
    at_end: dict[str, tuple[Question, ...]] = {}
    for row in settings.questions.all():
        if row.form_key == form_key:
            at_end[row.section] = (*at_end.get(row.section, ()), _question(row))
    hints = [row for row in settings.hints.all() if row.form_key == form_key]
    return Overlay(
        version=settings.key,
        at_end=at_end,
        section_hints={row.section: row.text for row in hints if not row.step},
        step_hints={row.step: row.text for row in hints if row.step},
        papers=tuple(
            AskedPaper(
                document_class=DocumentClass(row.document_class),
                item_id=row.key if row.document_class == DocumentClass.OTHER else None,
                title=row.title,
                reason=row.reason,
                required=row.required,
            )
            for row in settings.papers.filter(form_key=form_key)
        ),
    )


def switches_of(settings: LocalSettings) -> dict[str, LocalForm]:
    """The forms that are switched off or tried out, by key. Two SQL."""
    return {row.form_key: row for row in settings.forms.prefetch_related("teams")}


def _in_force(on: date) -> QuerySet[LocalSettings]:
    published = LocalSettings.objects.filter(published_at__isnull=False, valid_from__lte=on)
    return published.order_by("-valid_from", "-number")


def _only_jobcenter() -> QuerySet[Jobcenter]:
    """The jobcenter that runs the portal alone; none where there are several."""
    active = Jobcenter.objects.filter(is_active=True).order_by()
    return active.filter(~Exists(Jobcenter.objects.filter(~Q(pk=OuterRef("pk")), is_active=True)))


def _version_of(jobcenter_id: UUID | None, on: date) -> str | None:
    house = Q(jobcenter_id=jobcenter_id) if jobcenter_id is not None else Q(jobcenter__in=_only_jobcenter())
    return _in_force(on).filter(house).values_list("key", flat=True).first()


def _offer(version: str | None, team_id: UUID | None) -> Offer:
    if not version:
        return Offer()
    off, tried_out = _switches(version)
    others = {form_key for form_key, teams in tried_out if team_id not in teams}
    return Offer(version, off | others)


@cache
def _switches(version: str) -> tuple[frozenset[str], tuple[tuple[str, frozenset[UUID]], ...]]:
    """Forms that are off, and forms that are tried out with their teams: of a published version, asked once."""
    rows = list(LocalForm.objects.filter(settings__key=version).prefetch_related("teams"))
    tried_out = tuple(
        (row.form_key, frozenset(team.pk for team in row.teams.all()))
        for row in rows
        if row.state == LocalFormState.PILOT
    )
    return frozenset(row.form_key for row in rows if row.state == LocalFormState.OFF), tried_out


def _question(row: LocalQuestion) -> Question:
    return local_question(
        LocalQuestionKind(row.kind),
        row.key,
        row.label,
        hint=row.help,
        why=row.why,
        required=row.required,
        options=row.choices,
    )
