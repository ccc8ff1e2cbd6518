"""Who is away: entered by oneself, by leads for everybody of the house."""

from http import HTTPStatus
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.accounts.errors import AbsenceNotPossible
from portal.accounts.models import Absence, StaffMembership
from portal.accounts.services import enter_absence, may_enter_absence, remove_absence
from portal.cases.models import Actor
from portal.cases.views.actor import staff_actor_of
from portal.desk.forms.absence import AbsenceForm
from portal.desk.selectors.colleagues import colleagues_of
from portal.desk.views.page import desk_page

PURPOSE = "absence"


@require_http_methods(["GET", "HEAD", "POST"])
def absences(request: HttpRequest) -> HttpResponse:
    """GET: who of the house is away now or later. POST: enter one more."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    own = _own(actor)
    colleagues = colleagues_of(actor)
    allowed = [each.pk for each in colleagues if may_enter_absence(own, each)]
    who = colleagues.filter(pk__in=allowed)
    form = AbsenceForm(
        request.POST if request.method == "POST" else None, who=who, deputies=colleagues, initial={"membership": own.pk}
    )
    if form.is_valid():
        try:
            enter_absence(by=own, **form.cleaned_data)
        except AbsenceNotPossible:
            raise Http404 from None
        messages.success(request, _("Gespeichert. Wer schreibt, liest dann, wer vertritt und bis wann."))
        return HttpResponseRedirect(reverse("desk:absences"))
    found = list(_of_house(actor))
    rows = [{"absence": each, "may_change": each.membership_id in allowed} for each in found]
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"rows": rows, "form": form, "today": timezone.localdate()}
    return desk_page(request, "desk/absences.html", title=_("Abwesenheit"), context=context, status=status)


@require_POST
def remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an absence back."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    absence = get_object_or_404(_of_house(actor), pk=pk)
    try:
        remove_absence(by=_own(actor), absence=absence)
    except AbsenceNotPossible:
        raise Http404 from None
    messages.success(request, _("Gelöscht."))
    return HttpResponseRedirect(reverse("desk:absences"))


def _own(actor: Actor) -> StaffMembership:
    """Members of staff always have a membership."""
    return StaffMembership.objects.get(pk=cast("UUID", actor.membership_id))


def _of_house(actor: Actor) -> QuerySet[Absence]:
    """Absences of the house that are not over, the next first."""
    found = Absence.objects.filter(
        membership__jobcenter_id=cast("UUID", actor.jobcenter_id), last_day__gte=timezone.localdate()
    )
    return found.select_related("membership", "deputy").order_by("first_day", "membership__display_name")
