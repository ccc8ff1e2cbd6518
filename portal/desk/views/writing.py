"""Writing to a person: the answer in a conversation, and a new one. Whatever was typed is kept first, then judged."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from mailbox import services
from mailbox.domain.drafting import LONGEST_TEXT
from mailbox.domain.texts import fill, open_placeholders
from mailbox.enums import Topic
from mailbox.errors import NothingToSend, TextTooLong
from mailbox.models import Message, MessageDraft, TextVersion, Thread
from mailbox.permissions import may_handle
from mailbox.selectors import attached_to, drafts_of
from portal.cases.models import Actor, Case, Person
from portal.cases.selectors import persons_with_access
from portal.desk.forms.postbox import NewMessageForm, ReplyForm
from portal.desk.selectors.text_values import values_for
from portal.desk.views.conversation import goes_to, offered, reply_context
from portal.desk.views.page import desk_page
from portal.desk.views.thread_access import case_of, latest_application, thread_of
from portal.documents.errors import UploadRefused
from portal.documents.services import receive_from_office, remove_document
from portal.submissions.errors import DocumentNotThere

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

SENT = gettext_lazy("Gesendet. Die Person bekommt eine Nachricht ohne Inhalt, dass etwas für sie da ist.")
SENT_BEFORE = gettext_lazy("Diese Nachricht ist schon gesendet. Sie wurde nicht noch einmal geschickt.")
KEPT = gettext_lazy("Entwurf gespeichert. Nur Sie sehen ihn.")


@require_POST
def reply(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Insert a text, keep what was typed, send it or give it up: what the pressed button says."""
    actor, thread = thread_of(request, pk)
    if not may_handle(actor, thread.case):
        raise Http404
    form = ReplyForm(request.POST, texts=offered(actor))
    form.full_clean()
    here = reverse("desk:conversation", args=[thread.pk])
    if _is_sent(request, actor):
        messages.info(request, str(SENT_BEFORE))
        return HttpResponseRedirect(here)
    draft = _keep(request, actor, form, case=thread.case, person=thread.person, thread=thread, topic=thread.topic)
    sent = _do(request, actor, draft, form)
    return HttpResponseRedirect(here if sent else f"{here}#antwort")


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin a conversation with somebody of the case. POST: as for an answer."""
    actor, case = case_of(request, pk)
    people = persons_with_access(actor, case.pk)
    if request.method != "POST":
        return _show_new(request, actor, case)
    form = NewMessageForm(request.POST, texts=offered(actor), people=people)
    form.full_clean()
    person = form.cleaned_data.get("person")
    topic = form.cleaned_data.get("topic") or Topic.OTHER
    if person is None:
        raise Http404
    if _is_sent(request, actor):
        messages.info(request, str(SENT_BEFORE))
        return HttpResponseRedirect(reverse("desk:inbox"))
    draft = _keep(request, actor, form, case=case, person=person, thread=None, topic=topic)
    sent = _do(request, actor, draft, form)
    if sent is not None:
        return HttpResponseRedirect(reverse("desk:conversation", args=[sent.thread_id]))
    return HttpResponseRedirect(reverse("desk:write", args=[case.pk]))


def _show_new(request: HttpRequest, actor: Actor, case: Case) -> HttpResponse:
    people = persons_with_access(actor, case.pk)
    draft = drafts_of(actor).filter(case=case, thread__isnull=True).first()
    applicant = people.first()
    context = {
        "case": case,
        "application": latest_application(actor, case.pk),
        "recipients": [(person, goes_to(person)) for person in people],
        **reply_context(
            actor, draft, NewMessageForm, people=people, initial={"person": applicant.pk if applicant else None}
        ),
    }
    return desk_page(request, "desk/write.html", title=_("Nachricht schreiben"), context=context)


def _is_sent(request: HttpRequest, actor: Actor) -> bool:
    token = _token(request)
    return token is not None and services.sent_with(actor=actor, token=token) is not None


def _token(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return None


def _keep(
    request: HttpRequest,
    actor: Actor,
    form: ReplyForm,
    *,
    case: Case,
    person: Person,
    thread: Thread | None,
    topic: str,
) -> MessageDraft:
    """Whatever the button says and however long it is: first nothing gets lost. Chosen files are taken in, too."""
    body = form.cleaned_data.get("body") or request.POST.get("body", "")
    chosen: TextVersion | None = form.cleaned_data.get("text")
    if request.POST.get("action") == "insert" and chosen is not None:
        filled = fill(chosen.body, values_for(actor, person=person, topic=topic, thread=thread))
        body = f"{body.rstrip()}\n\n{filled}" if body.strip() else filled
    draft = services.save_draft(
        actor=actor,
        case=case,
        person=person,
        thread=thread,
        topic=topic,
        body=body,
        needs_translation=bool(form.cleaned_data.get("needs_translation")),
        token=_token(request),
    )
    for upload in cast("Iterable[UploadedFile[Any]]", request.FILES.getlist("files")):
        _take(request, actor, draft, upload)
    return draft


def _take(request: HttpRequest, actor: Actor, draft: MessageDraft, upload: "UploadedFile[Any]") -> None:
    try:
        document = receive_from_office(
            actor=actor,
            case=draft.case,
            person=draft.person,
            upload=upload,  # type: ignore[arg-type] # Django's File is a binary stream
            name=upload.name or "",
        )
    except UploadRefused as refused:
        messages.error(request, f"{upload.name}: {refused.message}")
        return
    services.attach(actor=actor, draft=draft, document=document)


def _do(request: HttpRequest, actor: Actor, draft: MessageDraft, form: ReplyForm) -> Message | None:
    """Do what the button says; returns what was sent."""
    if "remove" in request.POST:
        _remove(request, actor, draft)
        return None
    match request.POST.get("action"):
        case "send":
            return _send(request, actor, draft)
        case "discard":
            services.discard_draft(actor=actor, draft=draft)
            messages.success(request, _("Der Entwurf ist gelöscht."))
        case "insert" if form.cleaned_data.get("text") is None:
            messages.error(request, _("Bitte wählen Sie zuerst eine Textvorlage."))
        case "insert":
            messages.success(request, _("Der Text ist eingefügt. Lesen und ändern Sie ihn, bevor Sie senden."))
        case _:
            messages.success(request, str(KEPT))
    return None


def _remove(request: HttpRequest, actor: Actor, draft: MessageDraft) -> None:
    document = next((each for each in attached_to(draft) if str(each.pk) == request.POST["remove"]), None)
    if document is None:
        raise Http404
    if document.handed_in_at is None:
        remove_document(actor=actor, document=document)
    draft.documents.remove(document)
    messages.success(request, _("Die Datei ist entfernt."))


def _send(request: HttpRequest, actor: Actor, draft: MessageDraft) -> Message | None:
    """Send, or say what stands against it; what was typed stays."""
    left = open_placeholders(draft.body)
    if left:
        names = ", ".join(f"{{{name}}}" for name in left)
        messages.error(request, _("Noch nicht gesendet: Bitte ersetzen oder löschen Sie %(names)s.") % {"names": names})
        return None
    if any(document.is_under_way for document in attached_to(draft)):
        messages.warning(request, _("Noch nicht gesendet: Eine Datei wird gerade geprüft. Bitte gleich noch einmal."))
        return None
    try:
        message = services.send_message(actor=actor, draft=draft)
    except NothingToSend:
        messages.error(request, _("Noch nicht gesendet: Bitte schreiben Sie etwas."))
    except TextTooLong:
        words = _("Noch nicht gesendet: Der Text ist zu lang, höchstens %(most)s Zeichen. Alles ist gespeichert.")
        messages.error(request, words % {"most": LONGEST_TEXT})
    except DocumentNotThere:
        messages.error(request, _("Noch nicht gesendet: Eine Datei ist nicht mehr da. Bitte prüfen Sie die Dateien."))
    else:
        messages.success(request, str(SENT))
        return message
    return None
