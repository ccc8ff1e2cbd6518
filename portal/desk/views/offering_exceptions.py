"""Times at which somebody has more or less time than usual."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from appointments import services
from appointments.enums import ExceptionKind
from appointments.errors import ExceptionOverlaps
from appointments.models import CalendarException
from appointments.permissions import may_change_hours
from appointments.selectors.setting_up import coming_with, exceptions_of_house, rules_of_house
from portal.cases.models import Actor
from portal.desk.forms.calendar_exception import ExceptionForm, day_of
from portal.desk.views.offering_page import looker, offering_page, own_hours

TAB = "offering_exceptions"


@require_http_methods(["GET", "HEAD", "POST"])
def exceptions(request: HttpRequest) -> HttpResponse:
    """GET: exceptions of the house that are not over. POST: enter one more."""
    actor = looker(request)
    who = own_hours(actor)
    form = ExceptionForm(
        request.POST if request.method == "POST" else None,
        initial={"membership": actor.membership_id},
        who=who,
        rules=rules_of_house(actor, on=timezone.localdate()).filter(membership__in=who),
    )
    if form.is_valid():
        exception = form.exception()
        try:
            services.save_exception(actor=actor, exception=exception)
        except ExceptionOverlaps:
            form.add_error("starts", _("Zu dieser Zeit ist schon eine solche Ausnahme eingetragen."))
        else:
            _say(request, exception)
            return HttpResponseRedirect(reverse("desk:offering_exceptions"))
    rows = [
        {"exception": each, "span": day_of(each), "may_change": may_change_hours(actor, each.membership)}
        for each in exceptions_of_house(actor, since=timezone.now())
    ]
    return offering_page(
        request,
        actor,
        "desk/offering_exceptions.html",
        title=_("Ausnahmen von den Sprechzeiten"),
        tab=TAB,
        context={"rows": rows, "form": form},
    )


@require_POST
def remove_exception(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an exception back."""
    actor = looker(request)
    exception = _changeable(actor, pk)
    services.remove_exception(actor=actor, exception=exception)
    messages.success(request, _("Gelöscht. Vereinbarte Termine bleiben."))
    return HttpResponseRedirect(reverse("desk:offering_exceptions"))


def _say(request: HttpRequest, exception: CalendarException) -> None:
    """Say what was kept, and that appointments in a closed time have to be seen to by a person."""
    coming = coming_with(exception.membership_id, *day_of(exception))
    if exception.kind == ExceptionKind.CLOSED and coming:
        words = ngettext(
            "Gespeichert. In dieser Zeit ist schon %(number)d Termin vereinbart. Er bleibt. Bitte verschieben Sie ihn, "
            "wenn niemand da ist.",
            "Gespeichert. In dieser Zeit sind schon %(number)d Termine vereinbart. Sie bleiben. Bitte verschieben Sie "
            "sie, wenn niemand da ist.",
            coming,
        )
        messages.warning(request, words % {"number": coming})
        return
    messages.success(request, _("Gespeichert."))


def _changeable(actor: Actor, pk: UUID) -> CalendarException:
    found = CalendarException.objects.filter(membership__jobcenter=actor.jobcenter_id).select_related("membership")
    exception = get_object_or_404(found, pk=pk)
    if not may_change_hours(actor, exception.membership):
        raise Http404
    return exception
