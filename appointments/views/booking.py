"""Booking a free time: choose it, say what is needed, done. A stranger is a guest from the first chosen time on."""

from http import HTTPStatus
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View

from appointments.domain.for_whom import for_whom
from appointments.enums import AppointmentStatus
from appointments.errors import HoldExpired, NoSuchStep, PersonBusy, SlotNotOffered, SlotTaken, TooLate
from appointments.forms import DetailsForm, StrangerForm
from appointments.models import Appointment, Service
from appointments.selectors import Place, appointments_visible_to, of_persons_visible_to
from appointments.selectors.appointment import is_about
from appointments.selectors.day_page import with_everything
from appointments.services import confirm_booking, hold_slot
from appointments.services.participants import add_participant
from appointments.views.choosing import FOR_WHOM, service_of, who_arranges
from appointments.views.day import day_context
from appointments.views.finding import PURPOSE, page_of, say_received
from appointments.views.picker import Picker, chosen_start, picker_for
from portal.accounts.models import User
from portal.cases.models import Actor
from portal.cases.services import PersonDetails, keep_contact_address, name_persons, open_prospective_case
from portal.cases.views.actor import acting_case, actor_of, forget_actor
from portal.cases.views.guest import strangers_begin
from portal.cases.views.guest_code import another_code, code_context

# What goes along when a time has to be chosen anew; each attempt has a token of its own.
CARRIED: Final = tuple(name for name in (*DetailsForm.base_fields, *StrangerForm.base_fields) if name != "token")
GONE: Final = (SlotTaken, SlotNotOffered, PersonBusy)


@method_decorator(strangers_begin, name="dispatch")
class PickView(View):
    """GET: free times of a conversation. POST ``starts``: it is kept for a while, on to the details.

    When somebody was faster: the same page with the next free times, and all that was typed goes along.
    """

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, service: UUID) -> HttpResponse:
        """Open to everybody; below a space only to who may."""
        actor, place = who_arranges(request)
        if actor is None and acting_case(request) is not None:
            return redirect_to_login(request.get_full_path())
        found = _picker(request, service_of(request, service, place), place)
        return _times(request, found, may_wish=place is not None, whom=_whom(actor, place))

    def post(self, request: HttpRequest, service: UUID) -> HttpResponse:
        """Keep the time. Who has no case yet has one from now on; it is empty until something is sent."""
        actor, place = who_arranges(request)
        wanted = service_of(request, service, place)
        place = place or _begun(request)
        picker = _picker(request, wanted, place)
        try:
            held = _hold(request, place, picker)
        except GONE as gone:
            return _times(request, picker, typed=request.POST, gone=gone, whom=_whom(actor, place))
        if not set(CARRIED) & set(request.POST):
            return redirect(f"{reverse('appointments:confirm', args=[held.pk])}{picker.here}")
        return _details(request, held, _forms(held, request.POST))


def _picker(request: HttpRequest, service: Service, place: Place | None) -> Picker:
    return picker_for(request, service, place.person if place else None, fuer=request.GET.get(FOR_WHOM, ""))


def _whom(actor: Actor | None, place: Place | None) -> str:
    return for_whom(actor, place.person) if actor is not None and place is not None else ""


def _begun(request: HttpRequest) -> Place:
    """The case of somebody who has an account and nothing else."""
    if not isinstance(request.user, User) or acting_case(request) is not None:
        raise Http404
    case, person = open_prospective_case(user=request.user)
    forget_actor(request)  # the one from before does not know the case
    return Place(case, person)


def _hold(request: HttpRequest, place: Place, picker: Picker) -> Appointment:
    """Keep the chosen time; one that was kept before is given back. Raises what `GONE` names."""
    return hold_slot(
        actor=actor_of(request, purpose=PURPOSE),
        case=place.case,
        person=place.person,
        query=picker.query,
        starts=chosen_start(request),
        channel=picker.channel,
    )


class ConfirmView(View):
    """GET: details of a time that is kept. POST: book it; the answer is the page of the appointment, or its receipt."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """What is booked already leads to its page; what was given back to other times."""
        held = self._find(request, pk)
        if held.status == AppointmentStatus.RELEASED:
            messages.info(request, _("Diese Zeit war nur kurz für Sie reserviert. Bitte wählen Sie noch einmal."))
            return redirect(_again(actor_of(request, purpose=PURPOSE), held))
        if held.status != AppointmentStatus.HELD:
            return redirect("appointments:appointment", pk=pk)
        return _details(request, held, _forms(held))

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Nothing that was typed holds the booking up, but an e-mail address or a text that cannot be read."""
        actor = actor_of(request, purpose=PURPOSE)
        held = self._find(request, pk)
        if held.status not in {AppointmentStatus.HELD, AppointmentStatus.RELEASED}:
            return redirect("appointments:appointment", pk=pk)
        forms = _forms(held, request.POST, is_bound=True)
        checked = [form.is_valid() for form in forms]  # every form says what it has to say
        if not all(checked):
            return _details(request, held, forms, HTTPStatus.UNPROCESSABLE_ENTITY)
        try:
            booked = _book(actor, held, *forms)
        except (HoldExpired, NoSuchStep, TooLate, *GONE) as gone:
            fuer = "" if is_about(actor, held.person) else str(held.person_id)
            picker = picker_for(request, held.service, held.person, channel=held.channel, fuer=fuer)
            return _times(request, picker, typed=request.POST, gone=gone, whom=for_whom(actor, held.person))
        return self._after(request, actor, booked)

    def _find(self, request: HttpRequest, pk: UUID) -> Appointment:
        actor = actor_of(request, purpose=PURPOSE)
        own = Appointment.objects.filter(of_persons_visible_to(actor)).exclude(status=AppointmentStatus.OFFERED)
        related = ("case__jobcenter", "person", "service", "office", "room", "membership__team__office")
        held = get_object_or_404(own.select_related(*related), pk=pk)
        request.jobcenter_id = held.service.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
        return held

    def _after(self, request: HttpRequest, actor: Actor, booked: Appointment) -> HttpResponse:
        """A guest who has no code yet sees it now, once, in this very answer."""
        say_received(request, booked, _("Ihr Termin ist gebucht."))
        code = another_code(request, actor)
        if not code:
            return redirect("appointments:appointment", pk=booked.pk)
        found = with_everything(appointments_visible_to(actor)).get(pk=booked.pk)
        return page_of(request, actor, found, "day", **day_context(actor, found), **code_context(code))


def _again(actor: Actor, held: Appointment) -> str:
    """Where another time is chosen, for the same person."""
    address = reverse("appointments:pick", args=[held.service_id])
    return address if is_about(actor, held.person) else f"{address}?{FOR_WHOM}={held.person_id}"


def _book(actor: Actor, held: Appointment, details: DetailsForm, stranger: StrangerForm | None = None) -> Appointment:
    said = details.cleaned_data
    booked = confirm_booking(
        actor=actor,
        appointment=held,
        topic=said["topic"].strip(),
        needs=details.wanted_needs(),
        phone=said["phone"].strip(),
        is_confidential=said["is_confidential"],
        token=details.sent_token(),
    )
    if stranger is not None:
        who = PersonDetails(name=stranger.cleaned_data["name"].strip(), phone=said["phone"].strip())
        name_persons(actor=actor, case=booked.case, details={booked.person: who})
        email = stranger.cleaned_data["email"]
        if email:
            keep_contact_address(actor=actor, case=booked.case, person=booked.person, email=email)
    if said["companion_name"].strip():
        add_participant(
            actor=actor, appointment=booked, kind=said["companion_kind"], name=said["companion_name"].strip()
        )
    return booked


def _forms(held: Appointment, typed: QueryDict | None = None, *, is_bound: bool = False) -> tuple[Any, ...]:
    """The details; before them who it is, where the portal does not know. ``typed``: what goes along."""
    before: dict[str, Any] = {name: typed[name] for name in CARRIED if typed is not None and name in typed}
    before |= {"needs": typed.getlist("needs") if typed is not None else []}
    data = typed if is_bound else None
    details = DetailsForm(data, channel=held.channel, initial=before)
    if held.person.user_id is not None or held.person.name:
        return (details,)
    return (details, StrangerForm(data, initial=before))


def _details(
    request: HttpRequest, held: Appointment, forms: tuple[Any, ...], status: int = HTTPStatus.OK
) -> HttpResponse:
    actor = actor_of(request, purpose=PURPOSE)
    context = {
        "appointment": held,
        "for_whom": for_whom(actor, held.person),
        "pick_url": _again(actor, held),
        "form": forms[0],
        "stranger": forms[1] if len(forms) > 1 else None,
        "is_kept": held.held_until is not None and held.held_until > timezone.now(),
    }
    response = render(request, "appointments/confirm.html", context, status=status)
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response


def _times(
    request: HttpRequest,
    picker: Picker,
    *,
    typed: QueryDict | None = None,
    gone: Exception | None = None,
    may_wish: bool = True,
    whom: str = "",
) -> HttpResponse:
    """Free times; ``typed`` goes along in hidden fields when one has to be chosen anew, because of ``gone``.

    ``may_wish``: whether the portal knows who is here and can be asked for another time. ``whom``: see `for_whom`.
    """
    carried = [(name, value) for name in CARRIED if typed is not None for value in typed.getlist(name) if value]
    context = {
        **picker.context(),
        "action": reverse("appointments:pick", args=[picker.service.pk]) + picker.here,
        "carried": carried,
        "may_wish": may_wish,
        "for_whom": whom,
        "is_taken": gone is not None,
        "is_busy": isinstance(gone, PersonBusy),
    }
    status = HTTPStatus.OK if gone is None else HTTPStatus.CONFLICT
    response = render(request, "appointments/pick.html", context, status=status)
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response
