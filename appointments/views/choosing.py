"""What somebody wants to talk about, and with which jobcenter."""

from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views import View

from appointments.domain.for_whom import before_booking, called
from appointments.enums import Channel
from appointments.models import Service
from appointments.permissions import may_arrange, persons_to_arrange_for
from appointments.selectors import Place, place_for
from appointments.selectors.offered import bookable_services, offering_jobcenters
from appointments.views.finding import PURPOSE
from appointments.views.picker import ways_of
from portal.accounts.models import Jobcenter
from portal.accounts.selectors import jobcenters_for_postcode
from portal.cases.models import Actor, Person
from portal.cases.views.actor import acting_case, known_actor_of

FOR_WHOM: Final = "fuer"  # in the address: the id of the person, where it is not oneself
LEAST: Final = 2  # so many people have to be possible before anybody is asked


def who_arranges(request: HttpRequest) -> tuple[Actor | None, Place | None]:
    """Who is here, and for whom they make appointments. Raises Http404 for who may not do that for somebody."""
    actor = known_actor_of(request, purpose=PURPOSE)
    if actor is None:
        return None, None
    place = place_for(actor)
    if place is not None and FOR_WHOM in request.GET:
        place = Place(place.case, _named(actor, place, request.GET[FOR_WHOM]))
    is_allowed = may_arrange(actor, place.case, place.person) if place is not None else actor.acting_for is None
    if not is_allowed:
        raise Http404
    return actor, place


def people_to_choose(request: HttpRequest, actor: Actor | None, place: Place | None) -> list[tuple[str, str, bool]]:
    """For whom it can be, where that can be more than one: name, address of this page for them, who it is now."""
    people = persons_to_arrange_for(actor, place.case) if actor is not None and place is not None else []
    if actor is None or place is None or len(people) < LEAST:
        return []
    query = request.GET.dict()
    return [
        (called(actor, each), "?" + urlencode({**query, FOR_WHOM: str(each.pk)}), each == place.person)
        for each in people
    ]


def _named(actor: Actor, place: Place, pk: str) -> Person:
    """Whom the address names. Raises Http404 for everybody for whom the actor makes no appointments."""
    found = next((each for each in persons_to_arrange_for(actor, place.case) if str(each.pk) == pk), None)
    if found is None:
        raise Http404
    return found


@method_decorator(login_not_required, name="dispatch")
class ChooseView(View):
    """GET: what one can talk about. POST ``postcode``: whose jobcenter that is; only who is not known is asked."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """``?jobcenter=``: the one that a stranger has found by the postcode."""
        actor, place = who_arranges(request)
        if actor is None and acting_case(request) is not None:
            return redirect_to_login(request.get_full_path())
        jobcenters = list(offering_jobcenters())
        jobcenter = _jobcenter(request, place, jobcenters)
        context: dict[str, Any] = {
            "jobcenter": jobcenter,
            "may_wish": place is not None,
            "asks_where": jobcenter is None and len(jobcenters) > 1,
        }
        if actor is not None and place is not None:
            context["people"] = people_to_choose(request, actor, place)
            context["before_booking"] = before_booking(actor, place.person, timezone.localdate())
            context["whom"] = request.GET.get(FOR_WHOM, "")
        if jobcenter is not None:
            request.jobcenter_id = jobcenter.pk  # type: ignore[attr-defined] # the frame shows its office
            services = list(bookable_services(jobcenter.pk))
            context["services"] = [(each, [str(Channel(way).label) for way in ways_of(each)]) for each in services]
            context["may_change"] = len(jobcenters) > 1 and (place is None or place.case.jobcenter_id is None)
        return render(request, "appointments/choose.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """One jobcenter: on to it. Several may be responsible: the person chooses. None: the phone helps."""
        who_arranges(request)
        found = jobcenters_for_postcode(request.POST.get("postcode", ""))
        offering = set(offering_jobcenters())
        if len(found) == 1 and found[0] in offering:
            return redirect(f"{reverse('appointments:choose')}?jobcenter={found[0].slug}")
        if not found:
            messages.warning(request, _("Diese Postleitzahl kennen wir nicht. Bitte prüfen Sie die fünf Ziffern."))
            return redirect("appointments:choose")
        context = {"found": [each for each in found if each in offering], "asks_where": True, "has_looked": True}
        return render(request, "appointments/choose.html", context)


def _jobcenter(request: HttpRequest, place: Place | None, offering: list[Jobcenter]) -> Jobcenter | None:
    """The jobcenter of the case; else the one of the address; else the only one there is."""
    if place is not None and place.case.jobcenter is not None:
        return place.case.jobcenter
    wanted = request.GET.get("jobcenter", "")
    chosen = next((each for each in offering if each.slug == wanted), None)
    return chosen or (offering[0] if len(offering) == 1 else None)


def service_of(request: HttpRequest, pk: object, place: Place | None) -> Service:
    """What is to be booked: of the jobcenter of the case, where that is known. 404 for all others."""
    offered = Service.objects.filter(is_active=True, is_bookable=True, jobcenter__is_active=True)
    if place is not None and place.case.jobcenter_id is not None:
        offered = offered.filter(jobcenter_id=place.case.jobcenter_id)
    service = get_object_or_404(offered, pk=pk)
    request.jobcenter_id = service.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
    return service
