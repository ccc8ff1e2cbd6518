"""One offer of times: what the person has answered, and what the office does when there is no answer."""

from http import HTTPStatus
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from appointments.enums import AppointmentStatus, OfferStatus
from appointments.errors import AlreadyReminded, OfferNotOpen, PersonBusy, SlotTaken, TooLate
from appointments.models import Appointment, Offer
from appointments.services import close_offer, decline_offer, remind_offer, take_offer, withdraw_offer
from portal.cases.enums import Shown
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.desk.forms.offering import TakeBackForm
from portal.desk.views.page import desk_page
from portal.desk.views.postbox_rows import language_in_words
from portal.desk.views.thread_access import latest_application
from portal.desk.views.wish_access import offer_of, summon_url
from portal.ui.formats import format_when


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: the times and the answer. POST ``action``: remind, withdraw, close, take, decline.

    The last two note what the person has said on the phone.
    """
    actor, found = offer_of(request, pk)
    if request.method == "POST":
        return _act(request, actor, found)
    note_seen(actor=actor, case_id=found.case_id, shown=[Shown.APPOINTMENTS], subject=found)
    times = list(found.appointments.select_related("membership", "office").order_by("period"))
    now = timezone.now()
    context = {
        "offer": found,
        "name": found.person.name or _("(ohne Namen)"),
        "language": language_in_words(found.person),
        "times": [(each, format_when(each.period.lower)) for each in times],
        "free": [each.pk for each in times if each.status == AppointmentStatus.OFFERED and each.period.lower > now],
        "is_open": found.status == OfferStatus.OPEN,
        "is_silent": found.status == OfferStatus.LAPSED,
        "may_remind": found.status == OfferStatus.OPEN and found.reminded_at is None and found.until > now,
        "application": latest_application(actor, found.case_id),
        "take_back": TakeBackForm(),
        "token": uuid4(),
        "summon_url": summon_url(found.case),
    }
    return desk_page(request, "desk/offer.html", title=_("Angebot von Zeiten"), context=context)


def _act(request: HttpRequest, actor: Actor, found: Offer) -> HttpResponse:
    action, here = request.POST.get("action", ""), reverse("desk:offer", args=[found.pk])
    try:
        said = _step(request, actor, found, action)
    except AlreadyReminded:
        messages.info(request, _("Es wurde schon einmal erinnert. Rufen Sie lieber an."))
    except PersonBusy:
        messages.error(request, _("Die Person hat zu dieser Zeit schon einen anderen Termin. Es ist nichts geändert."))
    except (SlotTaken, TooLate):
        messages.error(request, _("Diese Zeit ist nicht mehr frei. Es ist nichts geändert."))
    except OfferNotOpen:
        messages.info(
            request, _("Das Angebot wurde inzwischen beantwortet oder ist abgelaufen. Es ist nichts geändert.")
        )
    else:
        if said:
            messages.success(request, said)
    return HttpResponseRedirect(here, status=HTTPStatus.FOUND)


def _step(request: HttpRequest, actor: Actor, found: Offer, action: str) -> str:
    """Take one step; returns what was done, in words, "" when nothing was."""
    token = request.POST.get("token") or str(uuid4())
    said = ""
    match action:
        case "remind":
            remind_offer(actor=actor, offer=found)
            said = _("Die Erinnerung ist gesendet.")
        case "withdraw":
            form = TakeBackForm(request.POST)
            withdraw_offer(actor=actor, offer=found, reason=form.cleaned_data["reason"] if form.is_valid() else "")
            said = _("Zurückgezogen. Die Zeiten sind wieder frei, die Person weiß Bescheid.")
        case "close":
            close_offer(actor=actor, offer=found)
            said = _("Abgeschlossen. Es steht nicht mehr auf der Liste.")
        case "take" if (chosen := _time(found, request.POST.get("time", ""))) is not None:
            take_offer(actor=actor, offer=found, appointment=chosen, token=token)
            said = _("Eingetragen. Der Termin ist vereinbart, die Person bekommt eine Bestätigung.")
        case "decline":
            decline_offer(actor=actor, offer=found, token=token)
            said = _("Eingetragen: Keine Zeit passt.")
    return said


def _time(found: Offer, key: str) -> Appointment | None:
    return next((each for each in found.appointments.all() if str(each.pk) == key), None)
