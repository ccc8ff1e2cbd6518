"""Write down a contact on another way than the portal: a call, a visit, a letter. The counter scans here."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from mailbox import services
from mailbox.domain.paper_codes import item_with_code
from mailbox.enums import ContactChannel, Topic
from mailbox.errors import NothingToSend
from mailbox.models import Message, MessageDraft
from portal.cases.enums import Shown
from portal.cases.models import Actor, Case, Person
from portal.cases.selectors import persons_with_access, who_would_rather_talk
from portal.cases.services import note_seen
from portal.desk.forms.contact import ContactForm
from portal.desk.selectors.postbox import conversations
from portal.desk.views.documents import title_of
from portal.desk.views.page import desk_page
from portal.desk.views.thread_access import case_of, latest_application
from portal.documents.domain.limits import ACCEPT
from portal.documents.domain.words import extent
from portal.documents.errors import UploadRefused
from portal.documents.models import Document
from portal.documents.selectors import same_pages_in_case
from portal.submissions.errors import DocumentNotThere

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

THREAD = "unterhaltung"
NO_ITEM = gettext_lazy("Diesen Code gibt es in diesem Fall nicht. Bitte prüfen Sie ihn oder lassen Sie das Feld leer.")
NO_SCAN = gettext_lazy("Zu einem Deckblatt gehört ein Scan. Bitte legen Sie ihn dazu.")


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: the form. POST: take scans in, drop one, or write the contact down; what was typed stays on the page."""
    actor, case = case_of(request, pk)
    people = persons_with_access(actor, case.pk)
    threads = conversations(actor).filter(case=case).order_by("-created_at")
    if request.method != "POST":
        begun = services.begun_contact(actor, case.pk)
        initial: dict[str, Any] = {
            "person": begun.person_id if begun else _uuid(request.GET.get("person")),
            "thread": request.GET.get(THREAD),
        }
        wanted = _uuid(request.GET.get(THREAD))
        chosen = threads.filter(pk=wanted).first() if wanted else None
        if chosen is not None:
            initial["person"] = chosen.person_id
        form = ContactForm(people=people, threads=threads, initial={k: v for k, v in initial.items() if v})
        return _show(request, actor, case, form, begun)
    token = _uuid(request.POST.get("token"))
    known = services.recorded_with(actor=actor, token=token) if token else None
    if known is not None and known.thread.case_id == case.pk:
        messages.info(request, _("Dieser Kontakt ist schon gespeichert. Er steht nur einmal da."))
        return HttpResponseRedirect(reverse("desk:conversation", args=[known.thread_id]))
    form = ContactForm(request.POST, people=people, threads=threads)
    form.full_clean()
    person = form.cleaned_data.get("person") or people.first()
    if person is None:
        raise Http404
    draft = _scans(request, actor, case, person, token)
    if request.POST.get("action") != "record" or not form.is_valid():
        return _show(request, actor, case, form, draft)
    return _record(request, actor, draft, form)


def _scans(request: HttpRequest, actor: Actor, case: Case, person: Person, token: UUID | None) -> MessageDraft:
    """Where the scans lie, with those that were just chosen and without the one to be dropped."""
    draft = services.contact_draft(actor=actor, case=case, person=person, token=token)
    for upload in cast("Iterable[UploadedFile[Any]]", request.FILES.getlist("files")):
        try:
            scan = services.add_scan(actor=actor, draft=draft, upload=upload, name=upload.name or "")  # type: ignore[arg-type] # Django's File is a binary stream
        except UploadRefused as refused:
            messages.error(request, f"{upload.name}: {refused.message}")
        else:
            if scan.is_known:
                messages.info(request, _("%(name)s ist schon da und wird nur verknüpft.") % {"name": upload.name})
    if dropped := _uuid(request.POST.get("remove")):
        document = draft.documents.filter(pk=dropped).first()
        if document is not None:
            services.remove_scan(actor=actor, draft=draft, document=document)
    return draft


def _record(request: HttpRequest, actor: Actor, draft: MessageDraft, form: ContactForm) -> HttpResponse:
    data = form.cleaned_data
    item = item_with_code(draft.case_id, data["code"]) if data["code"] else None
    if data["code"] and (item is None or not draft.documents.exists()):
        form.add_error("code", NO_ITEM if item is None else NO_SCAN)
        return _show(request, actor, draft.case, form, draft)
    contact = services.Contact(
        channel=ContactChannel(data["channel"]),
        is_from_person=data["direction"] == "from",
        happened_at=form.happened_at(),
        thread=data["thread"],
        topic=Topic(data["topic"]),
        body=data["body"],
        needs_answer=data["needs_answer"],
        item=item,
    )
    try:
        message = services.record_contact(actor=actor, draft=draft, contact=contact)
    except NothingToSend:
        form.add_error("body", _("Bitte schreiben Sie kurz, worum es ging, oder legen Sie einen Scan dazu."))
        return _show(request, actor, draft.case, form, draft)
    except DocumentNotThere:
        messages.error(request, _("Nicht gespeichert: Ein Scan ist nicht mehr da. Bitte prüfen Sie die Dateien."))
        return _show(request, actor, draft.case, form, draft)
    messages.success(request, _said(message))
    return HttpResponseRedirect(reverse("desk:conversation", args=[message.thread_id]))


def _said(message: Message) -> str:
    """What was stored; for what was handed in with the way to its receipt, to be printed at the counter."""
    if message.submission is None:
        return _("Gespeichert. Der Kontakt steht in der Unterhaltung.")
    return format_html(
        '{} <a href="{}">{}</a>',
        _("Gespeichert mit der Vorgangsnummer %(number)s.") % {"number": message.submission.reference},
        reverse("submissions:confirmation_pdf", args=[message.submission_id]),
        _("Eingangsbestätigung drucken"),
    )


def _show(
    request: HttpRequest, actor: Actor, case: Case, form: ContactForm, draft: MessageDraft | None
) -> HttpResponse:
    scans = [_line(actor, each) for each in draft.documents.order_by("created_at", "id")] if draft else []
    context = {
        "case": case,
        "rather_talk": who_would_rather_talk(actor, case.pk),
        "application": latest_application(actor, case.pk),
        "form": form,
        "scans": scans,
        "token": draft.token if draft else uuid4(),
        "accept": ACCEPT,
    }
    if scans:
        note_seen(actor=actor, case_id=case.pk, shown=[Shown.FILE_NAMES], subject=case)
    is_refused = form.is_bound and request.POST.get("action") == "record"
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK
    if form.is_bound and not is_refused:
        form = ContactForm(people=form.fields["person"].queryset, threads=form.fields["thread"].queryset)  # type: ignore[attr-defined] # ModelChoiceFields
        form.initial = {name: request.POST.get(name) for name in form.fields}
        context["form"] = form
    return desk_page(request, "desk/contact.html", title=_("Kontakt eintragen"), context=context, status=status)


def _line(actor: Actor, document: Document) -> dict[str, object]:
    """One scan, and whether the case had it before."""
    before = document if document.handed_in_at else same_pages_in_case(actor, document)
    return {
        "id": document.pk,
        "title": title_of(document, {}),
        "extent": extent(document),
        "is_known": before is not None,
        "before": before,
        "is_under_way": document.is_under_way,
        "is_refused": document.is_refused,
    }


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
