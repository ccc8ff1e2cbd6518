"""Enter and correct for how long benefits are granted; earlier entries stay to be seen."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from applications.permissions.application import may_work_on
from applications.selectors.grant_period import periods_of
from applications.services.grant_period import enter_grant_period
from portal.desk.forms.grant_period import GrantPeriodForm
from portal.desk.views.case_access import application_of
from portal.desk.views.page import desk_page
from portal.law.parameter import whole
from portal.ui.formats import format_date

PURPOSE = "grant_period"


@require_http_methods(["GET", "HEAD", "POST"])
def enter_period(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: the days that are entered, and every entry so far. POST: enter, or the form again with what was typed."""
    actor, application = application_of(request, pk, purpose=PURPOSE)
    if not may_work_on(actor=actor, application=application):
        raise PermissionDenied
    periods = periods_of(application.case_id)
    known = {"starts_on": periods[0].starts_on, "ends_on": periods[0].ends_on} if periods else {}
    form = GrantPeriodForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_valid():
        days = form.cleaned_data
        period = enter_grant_period(
            actor=actor, case=application.case, starts_on=days["starts_on"], ends_on=days["ends_on"]
        )
        messages.success(request, _("Gespeichert: bewilligt bis %(day)s.") % {"day": format_date(period.ends_on)})
        return HttpResponseRedirect(f"{reverse('desk:application', args=[application.pk])}#bewilligung")
    weeks = whole("procedure.wba_lead_weeks", timezone.localdate())
    context = {"application": application, "form": form, "periods": periods, "weeks": weeks}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return desk_page(request, "desk/grant_period.html", title=_("Bewilligungszeitraum"), context=context, status=status)
