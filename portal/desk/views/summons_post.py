"""Summonses that go by post, and the letter itself."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from appointments.domain.letters import letter_in_words
from appointments.errors import NotByPost
from appointments.selectors.summons import letters_to_replace, summonses_to_post
from appointments.services import record_summons_posted
from mailbox.enums import ByPost
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.services import note_list, note_seen_in_list
from portal.cases.views.actor import staff_actor_of
from portal.desk.forms.decision import PostedForm
from portal.desk.views.appointment import show_appointment, to_appointment
from portal.desk.views.appointment_access import PURPOSE, appointment_of
from portal.desk.views.page import desk_page
from portal.documents.errors import NotAllowed
from portal.documents.services import open_original
from portal.documents.views.responses import file_response

PER_PAGE = 50


@require_safe
def to_post(request: HttpRequest) -> HttpResponse:
    """What has to go by post and has not, and above it the letters that name something else than holds by now."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    note_list(actor=actor)
    page = Paginator(summonses_to_post(actor), PER_PAGE).get_page(request.GET.get("seite"))
    outdated = list(letters_to_replace(actor)[:PER_PAGE])
    shown = {each.appointment.case_id for each in (*page, *outdated)}  # that somebody was summoned is more than a name
    note_seen_in_list(actor=actor, case_ids=shown, shown=Shown.APPOINTMENTS)
    return desk_page(
        request,
        "desk/summonses.html",
        title=_("Schreiben zu Terminen"),
        context={
            "page": page,
            "labels": dict(ByPost.choices),
            "to_replace": [{"letter": each, "differs": letter_in_words(each.appointment, each)} for each in outdated],
        },
    )


@require_safe
def letter(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The letter exactly as it is delivered, as a download."""
    actor, found = appointment_of(request, pk)
    summons = found.summons
    if summons is None:
        raise Http404
    try:
        content = open_original(actor=actor, document=summons.document)
    except NotAllowed:
        raise Http404 from None
    return file_response(
        content.pieces, name=summons.document.original_name, media_type=content.media_type, size=content.size
    )


@require_POST
def posted(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down when it went to the post."""
    actor, found = appointment_of(request, pk)
    summons = found.summons
    if summons is None:
        raise Http404
    form = PostedForm(request.POST)
    if form.is_valid():
        try:
            record_summons_posted(actor=actor, summons=summons, on=form.cleaned_data["posted_on"])
        except NotPermitted:
            raise Http404 from None
        except NotByPost:
            form.add_error("posted_on", _("Der Tag liegt vor dem Schreiben oder in der Zukunft. Bitte prüfen Sie ihn."))
        else:
            messages.success(request, _("Gespeichert."))
            return to_appointment(found, "meldeaufforderung")
    return show_appointment(request, actor, found, posted=form)
