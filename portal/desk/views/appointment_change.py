"""Another way at the same time, another number, other needs: changed by staff for somebody."""

from http import HTTPStatus
from uuid import UUID, uuid4, uuid5

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from appointments.domain.needs import Needs
from appointments.errors import AppointmentError, SlotNotOffered
from appointments.models import Appointment
from appointments.services import change_channel, change_needs
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.desk.forms.appointment_change import ChangeForm, as_it_is
from portal.desk.views.appointment import after_change, to_appointment
from portal.desk.views.appointment_access import appointment_of
from portal.desk.views.page import desk_page


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: as it is. POST: store what is different; the person is told."""
    actor, found = appointment_of(request, pk)
    form = ChangeForm(request.POST if request.method == "POST" else None, initial={**as_it_is(found), "token": uuid4()})
    if form.is_valid():
        try:
            _store(actor, found, form)
        except NotPermitted:
            raise Http404 from None
        except SlotNotOffered:
            form.add_error("channel", _("Auf diesem Weg geht es zu dieser Zeit nicht. Verschieben Sie den Termin."))
        except AppointmentError:
            messages.info(request, _("Nicht geändert: Der Termin hat begonnen oder sich inzwischen geändert."))
            return to_appointment(found)
        else:
            messages.success(request, _("Gespeichert. Hat sich etwas geändert, bekommt die Person eine Nachricht."))
            return after_change(found)
    note_seen(actor=actor, case_id=found.case_id, shown=[Shown.APPOINTMENTS], subject=found)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"appointment": found, "form": form}
    return desk_page(
        request, "desk/appointment_change.html", title=_("Weg oder Angaben ändern"), context=context, status=status
    )


def _store(actor: Actor, found: Appointment, form: ChangeForm) -> None:
    """Each of the two deeds by itself, and only where something is different."""
    data, wanted = form.cleaned_data, form.wanted()
    needs_differ = wanted.as_json() != Needs.of(found.needs).as_json() or data["phone"] != found.phone
    if data["channel"] != found.channel:
        found = change_channel(
            actor=actor,
            appointment=found,
            channel=data["channel"],
            phone=data["phone"],
            token=uuid5(data["token"], "way"),
            reason=data["reason"],
        )
    if needs_differ:
        change_needs(actor=actor, appointment=found, needs=wanted, token=data["token"], phone=data["phone"])
