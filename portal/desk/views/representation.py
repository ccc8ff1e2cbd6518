"""Record who represents a person of the case, check the proof, move the end, end it."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications.models import Application
from portal.cases.enums import Shown, StandingKind
from portal.cases.errors import GrantNotPossible
from portal.cases.models import Actor, Standing
from portal.cases.permissions import may_record_representation
from portal.cases.selectors import persons_with_access, representations_of_case
from portal.cases.services import (
    Representation,
    change_end,
    check_proof,
    end_standing,
    note_seen,
    record_representation,
)
from portal.desk.forms.representation import EndForm, ProofForm, RepresentationForm
from portal.desk.views.case_access import application_of
from portal.desk.views.page import desk_page
from portal.desk.views.representatives import row_of
from portal.documents.models import Document
from portal.documents.selectors import documents_visible_to

PURPOSE = "representation"


@require_http_methods(["GET", "HEAD", "POST"])
def record_new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: an empty form. POST: store it, or the form again with what was typed."""
    actor, application = _may_record(request, pk)
    form = RepresentationForm(
        request.POST if request.method == "POST" else None,
        persons=persons_with_access(actor, application.case_id),
        documents=_documents(actor, application),
        initial={"person": application.person_id, "kind": StandingKind.REPRESENTATIVE},
    )
    refused = ""
    if form.is_valid():
        try:
            standing = record_representation(
                actor=actor, person=form.cleaned_data["person"], representation=_representation(form)
            )
        except GrantNotPossible:
            refused = _(
                "Nicht gespeichert: Dieses Konto vertritt die Person schon auf diese Art, oder es ist das Konto der "
                "Person selbst. Ihre Angaben stehen noch unten."
            )
        else:
            messages.success(request, _recorded(standing))
            return _to_case(application)
    note_seen(actor=actor, case_id=application.case_id, shown=[Shown.FILE_NAMES], subject=application)
    context = {"application": application, "form": form, "refused": refused}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors or refused else HTTPStatus.OK
    return desk_page(request, "desk/represent.html", title=_("Vertretung eintragen"), context=context, status=status)


@require_safe
def show(request: HttpRequest, pk: UUID, standing_pk: UUID) -> HttpResponse:
    """One representation with its proof, and what can be done about it."""
    actor, application = _may_record(request, pk)
    return _page(request, actor, application, _standing(application, standing_pk))


@require_POST
def check(request: HttpRequest, pk: UUID, standing_pk: UUID) -> HttpResponse:
    """Note that the proof was seen."""
    actor, application = _may_record(request, pk)
    standing = _standing(application, standing_pk)
    form = ProofForm(request.POST, documents=_documents(actor, application))
    if not form.is_valid() or form.proof is None:
        return _page(request, actor, application, standing, proof_form=form)
    try:
        check_proof(actor=actor, standing=standing, proof=form.proof, document_id=form.document_pk)
    except GrantNotPossible:
        messages.error(request, _("Nicht gespeichert: Diese Vertretung ist schon beendet."))
    else:
        messages.success(request, _("Gespeichert: Nachweis geprüft. Die Vertretung gilt jetzt."))
    return _to_case(application)


@require_POST
def move_end(request: HttpRequest, pk: UUID, standing_pk: UUID) -> HttpResponse:
    """Set another last day, or none."""
    actor, application = _may_record(request, pk)
    standing = _standing(application, standing_pk)
    form = EndForm(request.POST)
    if not form.is_valid():
        return _page(request, actor, application, standing, end_form=form)
    try:
        change_end(actor=actor, standing=standing, ends_at=form.ends_at)
    except GrantNotPossible:
        messages.error(request, _("Nicht gespeichert: Diese Vertretung ist schon beendet. Tragen Sie sie neu ein."))
    else:
        messages.success(request, _("Gespeichert: Das Ende ist geändert."))
    return _to_case(application)


@require_POST
def end(request: HttpRequest, pk: UUID, standing_pk: UUID) -> HttpResponse:
    """End it at once, for example when a revocation has come in (§ 13 (1) S. 4 SGB X)."""
    actor, application = _may_record(request, pk)
    end_standing(actor=actor, standing=_standing(application, standing_pk))
    messages.success(request, _("Beendet. Die vertretende Person kommt ab sofort nicht mehr in diesen Fall."))
    return _to_case(application)


def _may_record(request: HttpRequest, pk: UUID) -> tuple[Actor, Application]:
    actor, application = application_of(request, pk, purpose=PURPOSE)
    if not may_record_representation(actor, application.case):
        raise PermissionDenied
    return actor, application


def _standing(application: Application, standing_pk: UUID) -> Standing:
    return get_object_or_404(representations_of_case(application.case_id), pk=standing_pk)


def _documents(actor: Actor, application: Application) -> Any:
    return documents_visible_to(actor).filter(case_id=application.case_id).order_by("-created_at")


def _representation(form: RepresentationForm) -> Representation:
    typed = form.cleaned_data
    if form.holder is None:
        raise GrantNotPossible
    return Representation(
        kind=typed["kind"],
        holder=form.holder,
        holder_name=typed["holder_name"],
        tasks=typed["tasks"],
        has_reservation=typed["has_reservation"],
        starts_at=form.starts_at,
        ends_at=form.ends_at,
        proof=form.proof,
        proof_document_id=form.document_pk,
        has_agreed=typed["has_agreed"],
    )


def _page(
    request: HttpRequest,
    actor: Actor,
    application: Application,
    standing: Standing,
    *,
    proof_form: ProofForm | None = None,
    end_form: EndForm | None = None,
) -> HttpResponse:
    note_seen(actor=actor, case_id=application.case_id, shown=[Shown.NOTES, Shown.FILE_NAMES], subject=standing)
    now = timezone.now()
    last_day = timezone.localdate(standing.valid_to - timedelta(microseconds=1)) if standing.valid_to else None
    context = {
        "application": application,
        "row": row_of(standing, now),
        "proof_form": proof_form or ProofForm(documents=_documents(actor, application)),
        "end_form": end_form or EndForm(initial={"until": last_day}),
        "document": Document.objects.filter(pk=standing.proof_document_id, case_id=application.case_id).first()
        if standing.proof_document_id
        else None,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if proof_form or end_form else HTTPStatus.OK
    return desk_page(request, "desk/representation.html", title=_("Vertretung"), context=context, status=status)


def _recorded(standing: Standing) -> str:
    if standing.proof_checked_at is not None:
        return _("Gespeichert: Die Vertretung gilt. Wohin Schreiben jetzt gehen, steht oben auf dieser Seite.")
    return _("Gespeichert: Die Vertretung wartet auf den Nachweis. Bis dahin gehen Schreiben wie bisher an die Person.")


def _to_case(application: Application) -> HttpResponse:
    return HttpResponseRedirect(reverse("desk:application", args=[application.pk]) + "#vertretung")
