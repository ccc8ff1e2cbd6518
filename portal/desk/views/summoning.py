"""Calling somebody formally: look for a time, write, read the letter as it will be, send. Only a person sends it."""

from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from applications.selectors.application import claim_of
from appointments.domain.summons_letter import letter_context
from appointments.domain.summons_text import LANGUAGE, summons_notice
from appointments.enums import Channel, Origin
from appointments.errors import NoticeChanged, ReasonMissing, SlotNotOffered, SlotTaken
from appointments.models import Appointment
from appointments.selectors.slots import Slot, candidates_at
from appointments.selectors.summons import invitations_of, is_unanswered
from appointments.services import facts_of, reason_for_post, send_summons
from mailbox.enums import ByPost
from mailbox.services import way_of_letter
from portal.accounts.models import Office, StaffMembership
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case, Person
from portal.cases.services import note_seen
from portal.desk.forms.summons import SummonsForm
from portal.desk.views.appointment import to_appointment
from portal.desk.views.appointment_access import case_to_arrange
from portal.desk.views.appointment_times import Times, look_for, said_of
from portal.desk.views.page import desk_page
from portal.desk.views.thread_access import latest_application

SEND, CHANGE = "senden", "aendern"


@require_http_methods(["GET", "HEAD", "POST"])
def summon(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: the form. POST: the letter to read; with ``senden`` it goes out as it was read."""
    actor, case = case_to_arrange(request, pk)
    times = look_for(request, actor, case, is_in_person=True)
    is_found = times.form.is_valid()
    person: Person | None = times.form.cleaned_data["person"] if is_found else case.persons.first()
    if person is None:
        raise Http404
    form = SummonsForm(
        request.POST if request.method == "POST" else None,
        invitations=invitations_of(person),
        initial=_initial(actor, case, person),
    )
    if not (form.is_valid() and is_found):
        return _page(request, actor, case, times, form)
    slot = next(iter(candidates_at(times.form.query(), form.starts)), None)
    if slot is None:
        form.add_error("slot", said_of(SlotTaken()))
        return _page(request, actor, case, times, form)
    if CHANGE in request.POST:
        return _page(request, actor, case, times, form)
    if SEND not in request.POST:
        return _preview(request, actor, case, times, form, slot)
    return _send(request, actor, case, times, form, slot)


def _send(request: HttpRequest, actor: Actor, case: Case, times: Times, form: SummonsForm, slot: Slot) -> HttpResponse:
    read: UUID | None = form.cleaned_data["notice"]
    try:
        sent = send_summons(
            actor=actor,
            case=case,
            person=times.form.cleaned_data["person"],
            query=times.form.query(),
            starts=form.starts,
            membership_id=times.form.query().membership_id,
            call=form.call(read or uuid4()),
            token=form.sent_token,
        )
    except NotPermitted:
        raise Http404 from None
    except NoticeChanged:
        messages.warning(request, _("Noch nicht gesendet: Der Hinweis auf die Folgen hat sich geändert. Bitte lesen."))
        return _preview(request, actor, case, times, form, slot)
    except (SlotTaken, SlotNotOffered) as why:
        form.add_error("slot", said_of(why))
        return _page(request, actor, case, times, form)
    except ReasonMissing:
        form.add_error("reason", _("Bitte schreiben Sie, warum Sie nicht zuerst einladen und erinnern."))
        return _page(request, actor, case, times, form)
    if sent.by_post:
        messages.success(request, _("Gesendet. Bitte drucken Sie das Schreiben und geben Sie es zur Post."))
    else:
        messages.success(
            request, _("Gesendet. Das Schreiben liegt im Postfach, die Benachrichtigung geht gleich hinaus.")
        )
    return to_appointment(sent.appointment, "meldeaufforderung")


def _page(request: HttpRequest, actor: Actor, case: Case, times: Times, form: SummonsForm) -> HttpResponse:
    note_seen(actor=actor, case_id=case.pk, shown=[Shown.APPOINTMENTS, Shown.ANSWERS])
    invitations = list(form.fields["invitation"].queryset)  # type: ignore[attr-defined] # a ModelChoiceField
    context = {
        "case": case,
        "latest": latest_application(actor, case.pk),
        "person": times.form.cleaned_data.get("person") or case.persons.first(),
        "times": times,
        "form": form,
        "chosen": request.POST.get("slot", ""),
        "invitations": [{"offer": each, "is_unanswered": is_unanswered(each)} for each in invitations],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return desk_page(request, "desk/summon.html", title=_("Meldeaufforderung"), context=context, status=status)


def _preview(
    request: HttpRequest, actor: Actor, case: Case, times: Times, form: SummonsForm, slot: Slot
) -> HttpResponse:
    """The very words of the letter, for who has to answer for them."""
    note_seen(actor=actor, case_id=case.pk, shown=[Shown.APPOINTMENTS, Shown.ANSWERS])
    person: Person = times.form.cleaned_data["person"]
    notice = summons_notice(case)
    call = form.call(notice.pk)
    planned = Appointment(
        case=case,
        person=person,
        service=times.form.cleaned_data["service"],
        membership=StaffMembership.objects.select_related("team__office").get(pk=slot.membership_id),
        office=Office.objects.filter(pk=slot.office_id).first() if slot.office_id else None,
        channel=Channel.IN_PERSON,
        origin=Origin.SUMMONED,
        topic=call.topic,
        period=slot.period,
        occupied=slot.occupied,
    )
    planned.room_id = slot.room_id
    way = way_of_letter(person, wish=reason_for_post(person, is_by_post=call.is_by_post))
    with override(LANGUAGE):
        letter = letter_context(planned, facts_of(planned, call, notice.body))
    context: dict[str, Any] = {
        "case": case,
        "latest": latest_application(actor, case.pk),
        **letter,
        "form": form,
        "sent": [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name not in {"csrfmiddlewaretoken", SEND, CHANGE, "notice"}
        ],
        "notice": notice,
        "by_post": dict(ByPost.choices).get(way, ""),
        "person": person,
        "call": call,
    }
    return desk_page(request, "desk/summon_preview.html", title=_("Meldeaufforderung lesen"), context=context)


def _initial(actor: Actor, case: Case, person: Person) -> dict[str, Any]:
    """A new page; the newest invitation, and where letters go according to the last application."""
    address = "\n".join(address_of(actor, case.pk, person))
    return {"token": uuid4(), "invitation": invitations_of(person).first(), "address": address}


def address_of(actor: Actor, case_id: UUID, person: Person) -> list[str]:
    """Where letters to this person go according to the last application, line by line; empty where nobody has said."""
    latest = latest_application(actor, case_id)
    claim = claim_of(latest) if latest is not None and person.is_applicant else None
    if claim is None:
        return []
    home = claim.housing
    street = " ".join(filter(None, (home.street, home.address_extra)))
    town = " ".join(filter(None, (home.postcode, home.city)))
    return [line for line in (claim.contact.care_of and f"c/o {claim.contact.care_of}", street, town) if line]
