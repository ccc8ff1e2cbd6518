"""Enter under which number the office keeps the household, so that colleagues find the case by it."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from applications.permissions.application import may_work_on
from portal.cases.services import enter_household_number
from portal.desk.forms.household_number import HouseholdNumberForm
from portal.desk.views.case_access import application_of
from portal.desk.views.page import desk_page

PURPOSE = "household_number"


@require_http_methods(["GET", "HEAD", "POST"])
def enter_number(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: the number that is known. POST: enter it, or the form again with what was typed."""
    actor, application = application_of(request, pk, purpose=PURPOSE)
    if not may_work_on(actor=actor, application=application):
        raise PermissionDenied
    known = {"number": application.case.household_number or ""}
    form = HouseholdNumberForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_valid():
        enter_household_number(actor=actor, case=application.case, number=form.cleaned_data["number"])
        messages.success(request, _("Gespeichert. Der Fall wird jetzt auch mit dieser Nummer gefunden."))
        return HttpResponseRedirect(f"{reverse('desk:application', args=[application.pk])}#bg-nummer")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"application": application, "form": form}
    return desk_page(request, "desk/household_number.html", title=_("BG-Nummer"), context=context, status=status)
