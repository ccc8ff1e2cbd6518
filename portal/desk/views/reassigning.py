"""Appointments and offered times whose colleague is gone, blocked or away: given to others, some or all in one go;
offered times can also be taken back.
"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from appointments.domain.reassigning import why_nobody
from appointments.enums import AppointmentStatus, Conflict, OfferKind
from appointments.errors import OfferNotOpen
from appointments.models import Appointment, Offer
from appointments.selectors.reassigning import without_colleague
from appointments.services import reassign, withdraw_times
from portal.accounts.models import Absence
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.cases.services import note_list, note_seen_in_list
from portal.cases.views.actor import staff_actor_of
from portal.desk.forms.reassign import ReassignForm
from portal.desk.selectors.colleagues import colleagues_of
from portal.desk.views.appointment_access import PURPOSE
from portal.desk.views.page import desk_page

MOST = 200  # on one page
CHOSEN, WITHDRAW = "termin", "zurueckziehen"


@require_http_methods(["GET", "HEAD", "POST"])
def reassigning(request: HttpRequest) -> HttpResponse:
    """GET: the list. POST: give the chosen ones to somebody; what cannot go is named and stays.

    With ``zurueckziehen`` the chosen offered times are taken back instead, and the persons are told how it goes on.
    """
    actor = staff_actor_of(request, purpose=PURPOSE)
    note_list(actor=actor)
    found = list(without_colleague(actor).prefetch_related("service__teams")[:MOST])
    form = ReassignForm(request.POST if request.method == "POST" else None, colleagues=colleagues_of(actor))
    kept: dict[UUID, Conflict] = {}
    if request.method == "POST":
        chosen = _chosen(request, found)
        if WITHDRAW in request.POST and chosen:
            _withdraw(request, actor, chosen)
            return HttpResponseRedirect(reverse("desk:reassign"))
        if form.is_valid() and chosen:
            try:
                done = reassign(
                    actor=actor, appointments=chosen, to=form.cleaned_data["to"], reason=form.cleaned_data["reason"]
                )
            except NotPermitted:
                raise Http404 from None
            _say(request, len(done.gone), len(done.kept))
            if not done.kept:
                return HttpResponseRedirect(reverse("desk:reassign"))
            kept = {appointment.pk: conflict for appointment, conflict in done.kept}
            found = list(without_colleague(actor)[:MOST])
        elif not chosen:
            messages.info(request, _("Bitte wählen Sie mindestens einen Termin aus."))
    note_seen_in_list(actor=actor, case_ids={each.case_id for each in found}, shown=Shown.APPOINTMENTS)
    context = {"rows": _rows(found, kept), "form": form, "is_long": len(found) == MOST}
    context["has_offers"] = any(each.status == AppointmentStatus.OFFERED for each in found)
    return desk_page(request, "desk/reassign.html", title=_("Termine umverteilen"), context=context)


def _chosen(request: HttpRequest, found: list[Appointment]) -> list[Appointment]:
    if "alle" in request.POST:
        return found
    wanted = set(request.POST.getlist(CHOSEN))
    return [each for each in found if str(each.pk) in wanted]


def _withdraw(request: HttpRequest, actor: Actor, chosen: list[Appointment]) -> None:
    """Take offered times back, each offer by itself, and say what comes next."""
    offers = {each.offer for each in chosen if each.status == AppointmentStatus.OFFERED and each.offer is not None}
    done = 0
    for offer in offers:
        times = [each for each in chosen if each.offer == offer]
        try:
            is_left = withdraw_times(actor=actor, offer=offer, times=times)
        except NotPermitted:
            raise Http404 from None
        except OfferNotOpen:
            messages.info(request, _("Ein Angebot wurde inzwischen beantwortet. Es bleibt, wie es jetzt ist."))
            continue
        done += len(times)
        if not is_left and offer.kind == OfferKind.INVITATION:
            _say_to_invite(request, offer)
    if done:
        words = ngettext(
            "%(number)d angebotene Zeit zurückgezogen. Die Person liest, was noch geht und wie es weitergeht.",
            "%(number)d angebotene Zeiten zurückgezogen. Die Personen lesen, was noch geht und wie es weitergeht.",
            done,
        )
        messages.success(request, words % {"number": done})
    elif not offers:
        messages.info(request, _("Nur angebotene Zeiten kann man zurückziehen. Vereinbarte Termine: umverteilen."))


def _say_to_invite(request: HttpRequest, offer: Offer) -> None:
    """Nobody else would remember: an invitation of which nothing is left answers no wish that waits."""
    words = _('Von einer Einladung ist keine Zeit übrig: <a href="{url}">Die Person neu einladen</a>.')
    messages.warning(request, format_html(words, url=reverse("desk:invite", args=[offer.case_id])))


def _say(request: HttpRequest, gone: int, kept: int) -> None:
    if gone:
        messages.success(
            request,
            ngettext(
                "%(number)d Termin umverteilt. Die Person bekommt eine Nachricht.",
                "%(number)d Termine umverteilt. Die Personen bekommen Nachrichten.",
                gone,
            )
            % {"number": gone},
        )
    if kept:
        messages.warning(
            request,
            ngettext(
                "%(number)d Termin ging nicht und bleibt, wie er ist. Der Grund steht in der Liste.",
                "%(number)d Termine gingen nicht und bleiben, wie sie sind. Die Gründe stehen in der Liste.",
                kept,
            )
            % {"number": kept},
        )


def _rows(found: list[Appointment], kept: dict[UUID, Conflict]) -> list[dict[str, object]]:
    """Each with why its colleague is not there, and why it could not go. One SQL."""
    absences = list(
        Absence.objects.filter(
            membership__in=[each.membership_id for each in found], last_day__gte=timezone.localdate()
        )
    )
    rows = []
    for each in found:
        why = why_nobody(each.membership, timezone.localdate(each.period.lower), absences)
        rows.append(
            {
                "appointment": each,
                "why": str(why.label) if why else "",
                "conflict": str(kept[each.pk].label) if each.pk in kept else "",
            }
        )
    return rows
