"""What is done with a conversation besides answering: close it without an answer, move it, note something."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mailbox import services
from mailbox.errors import NothingToDo
from mailbox.permissions import may_handle
from portal.accounts.models import Team
from portal.cases.permissions import is_own_work
from portal.cases.services import note_language
from portal.desk.forms.postbox import LanguageForm, MoveThreadForm, NoteForm
from portal.desk.views.conversation import show_conversation
from portal.desk.views.thread_access import case_of, latest_application, thread_of


@require_POST
def no_answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Nobody waits any more: what came needs no answer."""
    actor, thread = thread_of(request, pk)
    if not may_handle(actor, thread.case):
        raise Http404
    try:
        services.need_no_answer(actor=actor, thread=thread)
    except NothingToDo:
        messages.info(request, _("Hier wartet niemand auf eine Antwort."))
    else:
        messages.success(request, _("Erledigt: keine Antwort nötig. Das steht im Verlauf."))
    return HttpResponseRedirect(reverse("desk:conversation", args=[pk]))


@require_POST
def move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give it to another team or topic; who can no longer see it without a reason goes back to the inbox."""
    actor, thread = thread_of(request, pk)
    if not may_handle(actor, thread.case):
        raise Http404
    form = MoveThreadForm(request.POST, teams=Team.objects.filter(jobcenter__cases=thread.case))
    if not form.is_valid():
        return show_conversation(request, actor, thread, move=form)
    data = form.cleaned_data
    try:
        services.move_thread(actor=actor, thread=thread, team=data["team"], topic=data["topic"], reason=data["reason"])
    except NothingToDo:
        messages.info(request, _("Die Unterhaltung liegt schon dort."))
        return HttpResponseRedirect(reverse("desk:conversation", args=[pk]))
    messages.success(request, _("Weitergegeben. Wie lange die Person schon wartet, bleibt gleich."))
    if is_own_work(actor, thread.case_id):
        return HttpResponseRedirect(reverse("desk:conversation", args=[pk]))
    return HttpResponseRedirect(reverse("desk:inbox"))


@require_POST
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep a note beside the conversation."""
    actor, thread = thread_of(request, pk)
    if not may_handle(actor, thread.case):
        raise Http404
    form = NoteForm(request.POST)
    if not form.is_valid():
        return show_conversation(request, actor, thread, note=form)
    data = form.cleaned_data
    services.write_note(actor=actor, case=thread.case, thread=thread, kind=data["kind"], body=data["body"])
    messages.success(request, _("Notiz gespeichert. Sie verlässt das Jobcenter nicht."))
    return HttpResponseRedirect(f"{reverse('desk:conversation', args=[pk])}#notizen")


@require_POST
def language(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Note in which language the person is best reached; colleagues see it in the inbox."""
    actor, thread = thread_of(request, pk)
    if not may_handle(actor, thread.case):
        raise Http404
    form = LanguageForm(request.POST)
    if not form.is_valid():
        raise Http404
    note_language(actor=actor, person=thread.person, language=form.cleaned_data["language"])
    messages.success(request, _("Gespeichert."))
    return HttpResponseRedirect(reverse("desk:conversation", args=[pk]))


@require_POST
def case_note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep a note on a case, without a conversation; what cannot be stored says why."""
    actor, case = case_of(request, pk)
    form = NoteForm(request.POST)
    if form.is_valid():
        services.write_note(actor=actor, case=case, kind=form.cleaned_data["kind"], body=form.cleaned_data["body"])
        messages.success(request, _("Notiz gespeichert. Sie verlässt das Jobcenter nicht."))
    else:
        messages.error(request, str(next(iter(form.errors.values()))[0]))
    application = latest_application(actor, case.pk)
    if application is None:
        return HttpResponseRedirect(reverse("desk:inbox"))
    return HttpResponseRedirect(f"{reverse('desk:application', args=[application.pk])}#nachrichten")
