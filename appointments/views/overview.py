"""Appointments at a glance: what comes, what waits for an answer, and every way to a conversation."""

from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import View

from appointments.domain.for_whom import for_whom
from appointments.domain.wishes import OPEN_WISHES
from appointments.enums import OVER, AppointmentStatus, OfferStatus
from appointments.models import Appointment, Offer, Wish
from appointments.permissions import may_arrange
from appointments.selectors import (
    Place,
    appointments_visible_to,
    coming_appointments,
    offers_visible_to,
    place_for,
    wishes_visible_to,
)
from appointments.selectors.offered import drop_in_services
from appointments.views.finding import PURPOSE, note_appointments_seen
from portal.accounts.selectors import jobcenter_for_page
from portal.cases.models import Actor
from portal.cases.views.actor import NoStanding, acting_case, known_actor_of

LATELY: Final = 5  # so many that are over stand on the page; all of them on request


@method_decorator(login_not_required, name="dispatch")
class OverviewView(View):
    """Open to everybody: office, phone, hours, what to bring. Who is known sees their appointments above that."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """``?alle=1`` shows everything that is over."""
        actor = _known(request)
        place = place_for(actor) if actor is not None else None
        if place is not None:
            request.jobcenter_id = place.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
        context = _own(actor, everything="alle" in request.GET) if actor is not None else {}
        is_outside = actor is None and acting_case(request) is not None
        may_arrange_here = not is_outside and _may_arrange(actor, place)
        context |= {
            "may_arrange": may_arrange_here,
            "may_wish": may_arrange_here and place is not None,
            "drop_in": _drop_in(place),
        }
        return render(request, "appointments/overview.html", context)


def _known(request: HttpRequest) -> Actor | None:
    """Who is here; nobody below a space in which one may act no more: office and phone are there for them, too."""
    try:
        return known_actor_of(request, purpose=PURPOSE)
    except NoStanding:
        return None


def _own(actor: Actor, *, everything: bool) -> dict[str, Any]:
    """What the actor may see of all that is arranged, and the entry about it in the audit trail."""
    now = timezone.now()
    coming = list(coming_appointments(actor))
    offers = list(offers_visible_to(actor).filter(status=OfferStatus.OPEN, until__gt=now))
    wishes = list(wishes_visible_to(actor).filter(status__in=OPEN_WISHES))
    over = list(_over(actor)[: None if everything else LATELY + 1])
    shown = over if everything else over[:LATELY]
    rows: tuple[Appointment | Offer | Wish, ...] = (*coming, *offers, *wishes, *shown)
    note_appointments_seen(actor, *rows)
    return {
        "is_known": True,
        "next": coming[0] if coming else None,
        "next_is_anothers": bool(coming and for_whom(actor, coming[0].person)),
        "coming": coming[1:],
        "offers": offers,
        "wishes": wishes,
        "over": shown,
        "has_more": len(over) > len(shown),
        "whose": {row.pk: for_whom(actor, row.person) for row in rows},
    }


def _over(actor: Actor) -> Any:
    """Appointments that took place or did not, and those whose time is over: the latest first."""
    over = (*OVER, AppointmentStatus.CANCELLED, AppointmentStatus.BOOKED)
    coming = coming_appointments(actor).values("pk")
    return appointments_visible_to(actor).filter(status__in=over).exclude(pk__in=coming).order_by("-period")


def _may_arrange(actor: Actor | None, place: Place | None) -> bool:
    """Whoever acts for somebody needs to be allowed to; everybody else can at least begin."""
    if actor is None or place is None:
        return actor is None or actor.acting_for is None
    return may_arrange(actor, place.case, place.person)


def _drop_in(place: Place | None) -> Any:
    """What one comes for without an appointment, at the jobcenter that the page names."""
    jobcenter = place.case.jobcenter if place is not None and place.case.jobcenter else jobcenter_for_page(None)
    return drop_in_services(jobcenter.pk) if jobcenter is not None else ()
