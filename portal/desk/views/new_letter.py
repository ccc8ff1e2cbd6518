"""A letter that names an appointment as it was: the next one is read, and sent by a person, or not."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from appointments.domain.letters import letter_in_words
from appointments.domain.summons_letter import letter_context
from appointments.domain.summons_text import LANGUAGE
from appointments.errors import LetterChanged, LetterHolds, TooLate
from appointments.models import Appointment
from appointments.services import NewLetter, new_letter, send_new_letter
from mailbox.enums import ByPost
from mailbox.services import way_of_letter
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.desk.forms.summons import NewLetterForm
from portal.desk.views.appointment import to_appointment
from portal.desk.views.appointment_access import appointment_of
from portal.desk.views.page import desk_page
from portal.desk.views.summoning import address_of
from portal.desk.views.thread_access import latest_application
from portal.law.parameter import whole

SEND = "senden"


@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: the letter that sets the last one right. POST: another address; with ``senden`` it goes out as it was read.

    Where nothing is to be set right one is led back to the appointment.
    """
    actor, found = appointment_of(request, pk)
    known = {"address": "\n".join(address_of(actor, found.case_id, found.person))}
    form = NewLetterForm(request.POST if request.method == "POST" else None, initial=known)
    is_valid = form.is_valid()
    lines = form.lines() if is_valid else known["address"].splitlines()
    try:
        letter = new_letter(found, address=lines)
        if SEND in request.POST and is_valid and _send(request, actor, found, form, lines):
            return to_appointment(found, "meldeaufforderung")
    except LetterHolds:
        messages.info(request, _("Das letzte Schreiben nennt, was gilt. Es ist nichts zu senden."))
        return to_appointment(found, "meldeaufforderung")
    except TooLate:
        messages.info(request, _("Nicht gesendet: Der Termin hat begonnen oder ist vorbei."))
        return to_appointment(found)
    return _page(request, actor, found, form, letter)


def _send(request: HttpRequest, actor: Actor, found: Appointment, form: NewLetterForm, lines: list[str]) -> bool:
    """Send it as it was read, and say so; False when it has to be read again."""
    try:
        sent = send_new_letter(
            actor=actor,
            appointment=found,
            replaces=form.cleaned_data["replaces"],
            mark=form.cleaned_data["mark"],
            address=lines,
        )
    except NotPermitted:
        raise Http404 from None
    except LetterChanged:
        messages.warning(request, _("Noch nicht gesendet: Inzwischen hat sich etwas geändert. Bitte lesen Sie neu."))
        return False
    if sent.by_post:
        messages.success(request, _("Gesendet. Bitte drucken Sie das Schreiben und geben Sie es zur Post."))
    else:
        messages.success(
            request, _("Gesendet. Das Schreiben liegt im Postfach, die Benachrichtigung geht gleich hinaus.")
        )
    return True


def _page(
    request: HttpRequest, actor: Actor, found: Appointment, form: NewLetterForm, letter: NewLetter
) -> HttpResponse:
    """The very words of the letter, for who has to answer for them."""
    note_seen(actor=actor, case_id=found.case_id, shown=[Shown.APPOINTMENTS, Shown.ANSWERS], subject=found)
    with override(LANGUAGE):
        words = letter_context(found, letter.facts)
    way = way_of_letter(found.person, wish=letter.by_post)
    today = timezone.localdate()
    notified = whole("procedure.notification_fiction.portal_days", today)
    context: dict[str, Any] = {
        **words,
        "case": found.case,
        "latest": latest_application(actor, found.case_id),
        "form": form,
        "letter": letter,
        "differs": letter_in_words(found, letter.replaces),
        "by_post": dict(ByPost.choices).get(way, ""),
        "is_late": letter.notice is not None and (timezone.localdate(found.period.lower) - today).days <= notified,
        "notified": notified,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return desk_page(request, "desk/new_letter.html", title=_("Neues Schreiben lesen"), context=context, status=status)
