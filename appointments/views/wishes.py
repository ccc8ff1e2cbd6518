"""Asking for an appointment or for a call."""

from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views import View

from appointments.domain.callback_windows import windows
from appointments.domain.for_whom import called, for_whom
from appointments.domain.needs import Needs
from appointments.domain.wish_content import times_in_words
from appointments.domain.wishes import OPEN_WISHES
from appointments.enums import Channel, OfferStatus, WishKind
from appointments.errors import WishNotOpen
from appointments.forms import CallbackForm, WishForm
from appointments.forms.for_whom import ForWhomForm
from appointments.permissions import persons_to_arrange_for
from appointments.selectors import (
    Place,
    has_video,
    holidays_of,
    office_of,
    place_for,
    services_to_ask_for,
    wishes_visible_to,
)
from appointments.services import send_wish, withdraw_wish
from appointments.views.choosing import FOR_WHOM
from appointments.views.page import kept_private, not_yet, token_of
from portal.cases.enums import OWN_EYES, Shown
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Person
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of
from portal.ui.forms import KernForm

PURPOSE = "appointments"


class AskingView(View):
    """GET: the form. POST: handed in, then the receipt. Nothing that was typed is lost."""

    http_method_names = ["get", "head", "post", "options"]
    template_name: str

    def get(self, request: HttpRequest) -> HttpResponse:
        """Empty, or with what is known of the person."""
        actor = actor_of(request, purpose=PURPOSE)
        place = place_for(actor)
        if place is None:
            return not_yet(request, actor)
        people = persons_to_arrange_for(actor, place.case)
        initial = {"person": request.GET.get(FOR_WHOM) or str(place.person.pk), **self.initial(request, actor, place)}
        return self._page(request, place, self.form(place, people=_choices(actor, people), initial=initial), uuid4())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Send. The same page sent twice is one wish."""
        actor = actor_of(request, purpose=PURPOSE)
        place = place_for(actor)
        if place is None:
            raise Http404
        people = persons_to_arrange_for(actor, place.case)
        form, token = self.form(place, people=_choices(actor, people), data=request.POST), token_of(request)
        if not form.is_valid():
            return self._page(request, place, form, token, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        person = next((each for each in people if str(each.pk) == form.chosen_person), place.person)
        try:
            wish = send_wish(actor=actor, case=place.case, person=person, wanted=form.wanted(), token=token)  # type: ignore[attr-defined] # both forms have it
        except NotPermitted:
            raise Http404 from None
        return redirect("submissions:confirmation", pk=wish.submission_id)

    def form(self, place: Place, **given: Any) -> ForWhomForm:
        """The form with its choices."""
        raise NotImplementedError

    def initial(self, request: HttpRequest, actor: Actor, place: Place) -> dict[str, Any]:  # noqa: ARG002 -- of the other
        """What is known already."""
        return {}

    def _page(
        self, request: HttpRequest, place: Place, form: KernForm, token: UUID, status: int = HTTPStatus.OK
    ) -> HttpResponse:
        request.jobcenter_id = place.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
        context = {"form": form, "token": token}
        return kept_private(render(request, self.template_name, context, status=status))


def _choices(actor: Actor, people: list[Person]) -> list[tuple[str, str]]:
    return [(str(each.pk), called(actor, each)) for each in people]


class WishView(AskingView):
    """`/termine/bitten/`."""

    template_name = "appointments/wish.html"

    def form(self, place: Place, **given: Any) -> ForWhomForm:
        """With the services of the office."""
        services, is_possible = services_to_ask_for(place.case), has_video(place.case)
        return WishForm(services=services, today=timezone.localdate(), has_video=is_possible, **given)

    def initial(self, request: HttpRequest, actor: Actor, place: Place) -> dict[str, Any]:
        """What a link has chosen; the language that staff have noted, for the person: nobody else learns it here."""
        chosen = {"service": request.GET.get("anliegen", ""), "channels": request.GET.getlist("weg")}
        return chosen | ({"language": place.person.language} if actor.role in OWN_EYES else {})


class CallbackView(AskingView):
    """`/termine/rueckruf/`."""

    template_name = "appointments/callback.html"

    def form(self, place: Place, **given: Any) -> ForWhomForm:
        """With the hours of the office."""
        office = office_of(place.case)
        hours = office.opening_hours if office is not None else []
        return CallbackForm(windows=windows(hours, timezone.now(), holidays_of(place.case)), **given)


class WishedView(View):
    """`/termine/bitten/<uuid>/`: what was wished and how it stands. POST: take it back."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """The look of somebody else is noted."""
        actor = actor_of(request, purpose=PURPOSE)
        wish = get_object_or_404(wishes_visible_to(actor), pk=pk)
        note_seen(actor=actor, case_id=wish.case_id, shown=[Shown.APPOINTMENTS], subject=wish)
        request.jobcenter_id = wish.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
        context = {
            "wish": wish,
            "for_whom": for_whom(actor, wish.person),
            "is_call": wish.kind == WishKind.CALLBACK,
            "is_waiting": wish.status in OPEN_WISHES,
            "times": times_in_words(wish.times),
            "needs": Needs.of(wish.needs).in_words(),
            "channels": [Channel(each).label for each in wish.channels],
            "offers": wish.offers.filter(status=OfferStatus.OPEN),
            "token": uuid4(),
        }
        return kept_private(render(request, "appointments/wished.html", context))

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Take it back, then the receipt. What was settled meanwhile is shown as it stands."""
        actor = actor_of(request, purpose=PURPOSE)
        wish = get_object_or_404(wishes_visible_to(actor), pk=pk)
        try:
            proof = withdraw_wish(actor=actor, wish=wish, token=token_of(request))
        except NotPermitted:
            raise Http404 from None
        except WishNotOpen:
            return redirect("appointments:wished", pk=pk)
        return redirect("submissions:confirmation", pk=proof.pk)
