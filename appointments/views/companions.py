"""Who comes along: invite somebody with a link of their own, and what that link shows."""

from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View

from appointments.domain.links import open_participant_link, participant_link
from appointments.domain.words import office_of
from appointments.enums import AppointmentStatus, Channel
from appointments.errors import LinkNotValid, NoSuchStep, TooLate, TooManyParticipants
from appointments.forms import CompanionForm
from appointments.models import Appointment, Participant
from appointments.selectors.day_page import with_everything
from appointments.services.participants import add_participant, answer_participation, remove_participant
from appointments.views.changing import changed_meanwhile
from appointments.views.day import phone_of
from appointments.views.finding import OfAppointment, can_change, link_gone, stays_outside
from portal.accounts.selectors.office import phone_uri
from portal.ui.formats import format_when


class CompanionsView(OfAppointment):
    """GET: who was invited, each with the link to share. POST: invite somebody, or ``remove`` one."""

    only_before = True

    def get(self, request: HttpRequest) -> HttpResponse:
        """The links are shown as often as somebody looks."""
        return self._page(request, CompanionForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Nobody is written to: the person shares the link."""
        try:
            if "remove" in request.POST:
                return self._remove(request)
            form = CompanionForm(request.POST)
            if not form.is_valid():
                return self._page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
            name, kind = form.cleaned_data["name"].strip(), form.cleaned_data["kind"]
            added = add_participant(actor=self.actor, appointment=self.appointment, kind=kind, name=name)
        except TooManyParticipants:
            messages.warning(request, _("So viele Menschen passen nicht in den Raum. Bitte rufen Sie uns an."))
            return HttpResponseRedirect(self.address("companions"))
        except (TooLate, NoSuchStep):
            changed_meanwhile(request)
            return self.back()
        messages.success(request, _("Der Link ist fertig. Geben Sie ihn jetzt weiter."))
        return HttpResponseRedirect(f"{self.address('companions')}#person-{added.pk}")

    def _remove(self, request: HttpRequest) -> HttpResponse:
        wanted = request.POST["remove"]
        found = next((each for each in self.appointment.participants.all() if str(each.pk) == wanted), None)
        if found is not None:
            remove_participant(actor=self.actor, participant=found)
            messages.success(request, _("Diese Einladung gilt nicht mehr."))
        return HttpResponseRedirect(self.address("companions"))

    def _page(self, request: HttpRequest, form: CompanionForm, status: int = HTTPStatus.OK) -> HttpResponse:
        invited = [_invited(self.appointment, each) for each in self.appointment.participants.all()]
        return self.shown(request, "companions", status=status, form=form, invited=invited)


def _invited(appointment: Appointment, participant: Participant) -> dict[str, Any]:
    """Somebody who comes along, with the link: to copy, as an e-mail, as a picture to scan. Names no matter."""
    link = f"{settings.PORTAL.base_url}{reverse('appointments:participant', args=[participant_link(participant)])}"
    words = _("Guten Tag, bitte begleiten Sie mich: %(when)s. Ort und alles Weitere steht hier: %(link)s") % {
        "when": format_when(appointment.period.lower),
        "link": link,
    }
    return {
        "who": participant,
        "link": link,
        "mail": f"mailto:?subject={quote(_('Begleitung zu einem Termin'))}&body={quote(words)}",
        "qr": _qr(link),
    }


def _qr(text: str) -> str:
    """``text`` as a QR code, an SVG in a ``data:`` address (ISO/IEC 18004)."""
    import segno  # noqa: PLC0415 -- few pages need it

    return str(segno.make(text, error="m", micro=False).svg_data_uri(border=4, dark="#000", light="#fff", scale=1))


@method_decorator(login_not_required, name="dispatch")
class ParticipantView(View):
    """GET: when and where. POST ``coming``: yes or no, as often as somebody changes their mind."""

    http_method_names = ["get", "head", "post", "options"]
    participant: Participant
    token: str

    def dispatch(self, request: HttpRequest, *_args: Any, token: str) -> HttpResponseBase:
        """The link opens this page and nothing else."""
        stays_outside(request)
        self.token = token
        try:
            self.participant = open_participant_link(token)
        except LinkNotValid:
            return link_gone(request)
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Time, place and way; nothing about the person or the matter."""
        found = with_everything(Appointment.objects.select_related("service", "office", "room"))
        appointment = found.get(pk=self.participant.appointment_id)
        request.jobcenter_id = appointment.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
        office = office_of(appointment)
        phone = phone_of(appointment, office)
        context = {
            "appointment": appointment,
            "link_token": self.token,
            "participant": self.participant,
            "place": office,
            "phone": phone,
            "phone_uri": phone_uri(phone),
            "is_open": appointment.status == AppointmentStatus.BOOKED and appointment.period.upper > timezone.now(),
            "may_answer": can_change(appointment),
            "is_in_person": appointment.channel == Channel.IN_PERSON,
            "is_on_phone": appointment.channel == Channel.PHONE,
            "is_video": appointment.channel == Channel.VIDEO,
        }
        response = render(request, "appointments/companion.html", context)
        response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
        return response

    def post(self, request: HttpRequest) -> HttpResponse:
        """The answer stands on the person's page."""
        if request.POST.get("coming") in {"yes", "no"}:
            try:
                answer_participation(participant=self.participant, coming=request.POST["coming"] == "yes")
            except (TooLate, LinkNotValid):
                messages.info(request, _("Dieser Termin hat sich gerade geändert. So steht es jetzt:"))
            else:
                messages.success(request, _("Danke. Die Person sieht Ihre Antwort."))
        return HttpResponseRedirect(request.path)
