"""Times that the office has offered, and the answer to them."""

from http import HTTPStatus
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from appointments.domain.for_whom import for_whom
from appointments.domain.needs import Needs
from appointments.enums import AppointmentStatus, OfferKind, OfferStatus
from appointments.errors import OfferNotOpen, PersonBusy, SlotTaken, TooLate
from appointments.forms import DeclineForm, TakeForm
from appointments.forms.needs import initial_needs
from appointments.models import Appointment, Offer
from appointments.permissions import may_arrange
from appointments.selectors import offers_visible_to
from appointments.services import decline_offer, take_offer
from appointments.views.page import kept_private, token_of
from portal.cases.enums import Shown
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of
from portal.submissions.models import Submission

PURPOSE = "appointments"
GONE = gettext_lazy(
    "Diese Zeit ist leider nicht mehr frei. Bitte wählen Sie eine andere, oder sagen Sie uns, dass keine passt."
)
BUSY = gettext_lazy(
    "Zu dieser Zeit haben Sie schon einen anderen Termin bei uns. Bitte wählen Sie eine andere Zeit. Es ist noch "
    "nichts geändert."
)
ANSWERED = gettext_lazy("Dieses Angebot wurde inzwischen beantwortet oder zurückgezogen. Unten steht, was jetzt gilt.")


class OfferView(View):
    """GET: the times, as long as they wait. POST ``take`` with one of them; ``other`` or ``none`` when none fits."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """The look of somebody else is noted."""
        actor, offer = _found(request, pk)
        return _page(request, actor, offer, _take_form(offer), DeclineForm(), uuid4())

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Answer. Sent twice it is one answer."""
        actor, offer = _found(request, pk)
        if not may_arrange(actor, offer.case, offer.person):
            raise Http404
        if "take" in request.POST:
            return _take(request, actor, offer)
        if "other" in request.POST or "none" in request.POST:
            return _decline(request, actor, offer)
        return redirect("appointments:offer", pk=pk)


def _found(request: HttpRequest, pk: UUID) -> tuple[Actor, Offer]:
    actor = actor_of(request, purpose=PURPOSE)
    found = offers_visible_to(actor).select_related("case__jobcenter", "case__team__office", "replaces", "sent_by")
    return actor, get_object_or_404(found, pk=pk)


def _times(offer: Offer) -> list[Appointment]:
    """What can still be taken, earliest first."""
    waiting = offer.appointments.filter(status=AppointmentStatus.OFFERED, period__startswith__gt=timezone.now())
    return list(waiting.select_related("office", "room", "membership").order_by("period"))


def _take_form(offer: Offer, request: HttpRequest | None = None) -> TakeForm:
    times = _times(offer)
    if request is not None:
        return TakeForm(request.POST, times=times)
    first = times[0] if times else None
    known = Needs.of(first.needs) if first is not None else Needs()
    initial = {**initial_needs(known), "phone": first.phone if first is not None else ""}
    if len(times) == 1:
        initial["time"] = str(times[0].pk)
    return TakeForm(initial=initial, times=times)


def _take(request: HttpRequest, actor: Actor, offer: Offer) -> HttpResponse:
    form, token = _take_form(offer, request), token_of(request)
    known = Submission.objects.filter(token=str(token), case_id=offer.case_id).first()
    if known is not None:
        return redirect("submissions:confirmation", pk=known.pk)
    if not form.is_valid():
        return _page(request, actor, offer, form, DeclineForm(), token, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        booked = take_offer(
            actor=actor,
            offer=offer,
            appointment=form.chosen,
            needs=form.wanted_needs(),
            phone=form.cleaned_data.get("phone"),
            token=token,
        )
    except PersonBusy:
        form.add_error("time", str(BUSY))
    except (SlotTaken, TooLate):
        form.add_error("time", str(GONE))
    except OfferNotOpen:
        messages.info(request, str(ANSWERED))
        return redirect("appointments:offer", pk=offer.pk)
    else:
        return redirect("submissions:confirmation", pk=_receipt_of(booked, token))
    return _page(request, actor, offer, form, DeclineForm(), token, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _receipt_of(booked: Appointment, token: UUID) -> UUID:
    return Submission.objects.values_list("pk", flat=True).get(token=str(token), case_id=booked.case_id)


def _decline(request: HttpRequest, actor: Actor, offer: Offer) -> HttpResponse:
    form, token = DeclineForm(request.POST), token_of(request)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _page(request, actor, offer, _take_form(offer), form, token, status=status)
    reply, wants_other = form.cleaned_data["reply"], "other" in request.POST
    try:
        proof = decline_offer(actor=actor, offer=offer, reply=reply, wants_other=wants_other, token=token)
    except OfferNotOpen:
        messages.info(request, str(ANSWERED))
        return redirect("appointments:offer", pk=offer.pk)
    return redirect("submissions:confirmation", pk=proof.pk)


def _page(
    request: HttpRequest,
    actor: Actor,
    offer: Offer,
    form: TakeForm,
    decline: DeclineForm,
    token: UUID,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    note_seen(actor=actor, case_id=offer.case_id, shown=[Shown.APPOINTMENTS], subject=offer)
    request.jobcenter_id = offer.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
    times = _times(offer) if offer.status == OfferStatus.OPEN else []
    context = {
        "offer": offer,
        "for_whom": for_whom(actor, offer.person),
        "times": times,
        "shared": times[0] if times else None,
        "form": form,
        "decline": decline,
        "token": token,
        "is_invitation": offer.kind == OfferKind.INVITATION,
        "is_earlier": offer.kind == OfferKind.EARLIER,
        "can_decline": offer.status in {OfferStatus.OPEN, OfferStatus.LAPSED},
        "is_over": offer.status == OfferStatus.LAPSED or (offer.status == OfferStatus.OPEN and not times),
        "title": _("Zeiten für ein Gespräch"),
    }
    return kept_private(render(request, "appointments/offer.html", context, status=status))
