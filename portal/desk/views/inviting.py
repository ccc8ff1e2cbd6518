"""Inviting a person of a case to a talk: three times to choose from, and what became of earlier invitations."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from appointments.enums import Channel, OfferKind, OfferStatus
from appointments.models import Offer, Service
from mailbox.enums import TextPurpose
from portal.cases.enums import Shown
from portal.cases.models import Case, Person
from portal.cases.services import note_seen, prefer_personal
from portal.desk.selectors.wishes import offers_of_person
from portal.desk.views.offering import begin, offer_chosen
from portal.desk.views.page import desk_page
from portal.desk.views.postbox_rows import language_in_words
from portal.desk.views.thread_access import latest_application
from portal.desk.views.wish_access import case_to_arrange, summon_url

WHO = "person"


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: free times and the text. POST ``action``: send or insert a text. An invitation is no summons."""
    actor, case = case_to_arrange(request, pk)
    person = _person(request, case)
    offering = begin(
        request, actor, person=person, kind=OfferKind.INVITATION, purpose=TextPurpose.INVITATION, begun=_in_person(case)
    )
    if request.method == "POST":
        sent = offer_chosen(request, actor, offering)
        if sent is not None:
            messages.success(request, _("Eingeladen. Die Zeiten sind für die Person frei gehalten."))
            return HttpResponseRedirect(f"{reverse('desk:invite', args=[case.pk])}?{WHO}={person.pk}")
    note_seen(actor=actor, case_id=case.pk, shown=[Shown.APPOINTMENTS], subject=case)
    people = list(case.persons.all())
    context = {
        "case": case,
        "person": person,
        "people": people,
        "name": person.name or _("(ohne Namen)"),
        "language": language_in_words(person),
        "application": latest_application(actor, case.pk),
        "offering": offering,
        "offers": _with_links(list(offers_of_person(actor, person.pk)[:10])),
        "summon_url": summon_url(case),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if offering.trouble else HTTPStatus.OK
    return desk_page(request, "desk/invite.html", title=_("Zu einem Gespräch einladen"), context=context, status=status)


@require_POST
def note_preference(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Note that a person would rather talk, or forget it; then back to where it was noted."""
    actor, case = case_to_arrange(request, pk)
    person = _person(request, case)
    prefer_personal(actor=actor, person=person, prefers="ja" in request.POST)
    messages.success(request, _("Gespeichert."))
    application = latest_application(actor, case.pk)
    back = reverse("desk:application", args=[application.pk]) if application else reverse("desk:invite", args=[case.pk])
    return HttpResponseRedirect(back)


def _in_person(case: Case) -> dict[str, Any]:
    """What an invitation begins with: a talk in person, about the first thing that can be talked about so."""
    services = Service.objects.filter(jobcenter=case.jobcenter, is_active=True, channels__contains=[Channel.IN_PERSON])
    return {"service": services.first(), "channel": Channel.IN_PERSON}


def _person(request: HttpRequest, case: Case) -> Person:
    """Who is meant: as the address or the form says, else the applicant."""
    wanted = request.POST.get(WHO) or request.GET.get(WHO) or ""
    people = {str(each.pk): each for each in case.persons.select_related("case__jobcenter", "case__team__office")}
    chosen = people.get(wanted) if wanted else next(iter(people.values()), None)
    if chosen is None:
        raise Http404
    return chosen


def _with_links(offers: list[Offer]) -> list[dict[str, object]]:
    open_ones = {OfferStatus.OPEN, OfferStatus.LAPSED}
    return [{"offer": each, "is_unanswered": each.status in open_ones} for each in offers]
