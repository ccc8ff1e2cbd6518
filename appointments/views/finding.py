"""Which appointment a page is about: one of the actor's own, or the one that a signed link opens without a sign-in."""

from http import HTTPStatus
from typing import Any, ClassVar, Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View

from appointments.domain.for_whom import for_whom
from appointments.domain.links import link_for, open_link
from appointments.enums import AppointmentStatus
from appointments.errors import LinkNotValid
from appointments.models import Appointment, AppointmentStep, Offer, Wish
from appointments.selectors import appointments_visible_to
from appointments.selectors.day_page import with_everything
from portal.cases.enums import Shown
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.cases.views.actor import acting_case, actor_of, known_actor_of

PURPOSE: Final = "appointments"
BY_LINK: Final = ("appointment", "move", "cancel", "channel")
OF_LINK: Final = (*BY_LINK, "receipt")  # what only who has come by link needs: others have it in their account
PAGES: Final = (*BY_LINK, "needs", "companions", "reason", "waiting")


def stays_outside(request: HttpRequest) -> None:
    """Below a space only who may act there sees anything, a link or not. Raises NoStanding."""
    if acting_case(request) is not None:
        known_actor_of(request)


def link_gone(request: HttpRequest) -> HttpResponse:
    """A link that was changed on its way, has ended or was replaced: kindly, with the number to call."""
    return render(request, "appointments/link_gone.html", status=HTTPStatus.GONE)


def note_appointments_seen(actor: Actor, *appointments: Appointment | Offer | Wish) -> None:
    """Write that somebody else looks at them; one's own are nobody's business. Once for each case."""
    others = [each for each in appointments if not _is_own(actor, each)]
    for case_id in {each.case_id for each in others}:
        subject = others[0] if len(others) == 1 else None
        note_seen(actor=actor, case_id=case_id, shown=[Shown.APPOINTMENTS], subject=subject)


def _is_own(actor: Actor, appointment: Appointment | Offer | Wish) -> bool:
    is_self = actor.user_id is not None and appointment.person.user_id == actor.user_id
    return is_self and actor.acting_for is None


class OfAppointment(View):
    """A page about one appointment. Others answer 404; a link that is not good (any more) 410.

    ``pk`` in the address: one of the actor's own. ``token``: by link; then the actor has this appointment and nothing
    else, and every address of the page stays behind the link.
    """

    http_method_names = ["get", "head", "post", "options"]
    only_before: ClassVar[bool] = False  # whether the page is good for nothing once the appointment has begun
    actor: Actor
    appointment: Appointment
    is_by_link = False

    def dispatch(self, request: HttpRequest, *_args: Any, pk: UUID | None = None, token: str = "") -> HttpResponseBase:
        """Find it, and lead back where it is too late for this page."""
        stays_outside(request)
        self.is_by_link = bool(token)
        self.token = token
        try:
            self.actor, self.appointment = self._by_link(token) if token else self._own(request, pk)
        except LinkNotValid:
            return link_gone(request)
        request.jobcenter_id = self.appointment.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
        if self.only_before and not can_change(self.appointment):
            messages.info(request, _("Diesen Termin kann man hier nicht mehr ändern. So steht es jetzt:"))
            return self.back()
        return super().dispatch(request)

    def _own(self, request: HttpRequest, pk: UUID | None) -> tuple[Actor, Appointment]:
        actor = actor_of(request, purpose=PURPOSE)
        found = with_everything(appointments_visible_to(actor))
        return actor, get_object_or_404(found.exclude(status=AppointmentStatus.OFFERED), pk=pk)

    def _by_link(self, token: str) -> tuple[Actor, Appointment]:
        actor, appointment = open_link(token)
        return actor, with_everything(appointments_visible_to(actor)).get(pk=appointment.pk)

    def address(self, page: str = "appointment") -> str:
        """The address of a page about this appointment: behind the link for who came by link."""
        return address_of(self.appointment, page, self.token)

    def back(self) -> HttpResponse:
        """To the page of the appointment. A change may have replaced the link by which somebody came."""
        return HttpResponseRedirect(address_of(self.appointment, "appointment", self._fresh_token()))

    def _fresh_token(self) -> str:
        return link_for(self.appointment) if self.is_by_link else ""

    def shown(self, request: HttpRequest, template: str, status: int = HTTPStatus.OK, **context: Any) -> HttpResponse:
        """A page with the appointment; who looks is written down."""
        return page_of(request, self.actor, self.appointment, template, status=status, token=self.token, **context)

    def received(self, request: HttpRequest, words: str) -> HttpResponse:
        """Say what has happened, with the number of the receipt, and lead to the page of the appointment."""
        say_received(request, self.appointment, words)
        return self.back()


def say_received(request: HttpRequest, appointment: Appointment, words: str) -> None:
    """Say what has happened, with the number of the receipt that was given last."""
    given = AppointmentStep.objects.filter(appointment=appointment, submission__isnull=False)
    step = given.select_related("submission").order_by("-at").first()
    if step is not None and step.submission is not None:
        numbered = _("%(words)s Vorgangsnummer: %(reference)s.")
        words = numbered % {"words": words, "reference": step.submission.reference}
    messages.success(request, words)


def page_of(
    request: HttpRequest,
    actor: Actor,
    appointment: Appointment,
    template: str,
    *,
    status: int = HTTPStatus.OK,
    token: str = "",
    **context: Any,
) -> HttpResponse:
    """Return a page about one appointment with the addresses of the others; the look of somebody else is audited."""
    if not token:
        note_appointments_seen(actor, appointment)
    context = {
        "appointment": appointment,
        "for_whom": "" if token else for_whom(actor, appointment.person),
        "is_by_link": bool(token),
        "link_token": token,
        "to": {page: address_of(appointment, page, token) for page in (OF_LINK if token else PAGES)},
        **context,
    }
    response = render(request, f"appointments/{template}.html", context, status=status)
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response


def address_of(appointment: Appointment, page: str, token: str = "") -> str:
    """Return the address of a page about the appointment; with the token of a link behind that link."""
    if not token:
        return reverse(f"appointments:{page}", args=[appointment.pk])
    return reverse("appointments:link" if page == "appointment" else f"appointments:link_{page}", args=[token])


def can_change(appointment: Appointment) -> bool:
    """Whether it is agreed and has not begun."""
    return appointment.status == AppointmentStatus.BOOKED and appointment.period.lower > timezone.now()
