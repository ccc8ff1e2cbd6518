"""Meine Unterlagen: what a person has uploaded, and what has become of it."""

import datetime
from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views import View
from msgspec import Struct

from portal.cases.enums import Shown
from portal.cases.models import Actor, Person
from portal.cases.models.todo import papers_asked_for
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of
from portal.documents.errors import NotAllowed
from portal.documents.models import Document
from portal.documents.models.document import USELESS
from portal.documents.permissions import may_remove
from portal.documents.selectors import Picture, documents_visible_to, small_pictures
from portal.documents.views.arranging import Entry, arrange, entries, named_in

PER_PAGE = 50
MESSAGE = "message"  # the kind of a submission; the app of submissions stands above this one
TO_LOOK_AT = _("Bitte ansehen")
UNDER_WAY = _("Wird geprüft")
WAITING = _("Noch nicht abgeschickt")
SENT = _("Abgeschickt")


class Row(Struct, frozen=True):
    """One file: for which kind of paper and whom it is, with what it was sent, and whether it may be changed."""

    document: Document
    entry: Entry
    person: str
    sent: "Sent | None"
    may_change: bool
    picture: "Picture | None" = None


class Sent(Struct, frozen=True):
    """With what a file was sent: the id of its receipt, when it came in, and whether that was a message."""

    id: UUID
    at: datetime.datetime
    is_message: bool


class MyDocumentsView(View):
    """GET: what is asked for, what needs a look, is being checked, waits to be sent, was sent (fifty a page). POST: a
    file's buttons (`arranging`).
    """

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list. The first page has everything that is not sent."""
        actor = actor_of(request, purpose="own_documents")
        return _page(request, actor, {})

    def post(self, request: HttpRequest) -> HttpResponse:
        """404 for files of others; one that is sent stays, with a message saying why."""
        actor = actor_of(request, purpose="own_documents")
        named = named_in(request)
        own = documents_visible_to(actor).filter(Q(pk__in=named) | Q(parts__in=named)).distinct().with_parts()
        try:
            done = arrange(request, actor, own)
        except NotAllowed:
            raise Http404 from None
        if done.refused:
            return _page(request, actor, done.refused)
        if done.said:
            (messages.warning if done.is_trouble else messages.success)(request, done.said)
        return redirect("documents:list")


def _page(request: HttpRequest, actor: Actor, refused: dict[str, list[str]]) -> HttpResponse:
    visible = documents_visible_to(actor).whole().to_show()
    sent = visible.filter(handed_in_at__isnull=False)
    page = Paginator(sent.exclude(USELESS), PER_PAGE).get_page(request.GET.get("page"))
    first = [*visible.filter(handed_in_at__isnull=True), *sent.filter(USELESS)] if page.number == 1 else []
    documents = [*first, *page]
    shown = entries(actor, documents, refused)
    names, sent_with = _names(documents), _sent_with(documents)
    pictures = small_pictures(actor, documents)
    rows = [
        Row(
            document=document,
            entry=shown[document.pk],
            person=names.get((document.case_id, document.evidence_person), ""),
            sent=sent_with.get(document.pk),
            may_change=document.handed_in_at is None and may_remove(actor, document),
            picture=pictures.get(document.pk),
        )
        for document in documents
    ]
    for case_id in {document.case_id for document in documents}:
        note_seen(actor=actor, case_id=case_id, shown=[Shown.FILE_NAMES])
    context = {
        "sections": _sections(rows),
        "entries": shown.values(),
        "page_obj": page,
        "asked_for": papers_asked_for(actor, timezone.localdate()) if page.number == 1 else [],
        "refused": [error for entry in shown.values() for error in entry.errors],
    }
    return render(request, "documents/mine.html", context)


def _sections(rows: Iterable[Row]) -> list[tuple[str | Promise, list[Row]]]:
    """Each file once, where the person looks for it first; empty sections are left out."""
    found: dict[str | Promise, list[Row]] = {title: [] for title in (TO_LOOK_AT, UNDER_WAY, WAITING, SENT)}
    for row in rows:
        if row.entry.said.needs_a_look:
            found[TO_LOOK_AT].append(row)
        elif row.document.handed_in_at is not None:
            found[SENT].append(row)
        else:
            found[UNDER_WAY if row.entry.said.is_under_way else WAITING].append(row)
    return [(title, listed) for title, listed in found.items() if listed]


def _names(documents: Iterable[Document]) -> dict[tuple[UUID, str], str]:
    """Whom papers are about, by case and id in the answers, once the person is known. One query at most."""
    about = {document.evidence_person for document in documents if document.evidence_person}
    if not about:
        return {}
    cases = {document.case_id for document in documents}
    persons = Person.objects.filter(case_id__in=cases, answer_id__in=about)
    return {(person.case_id, person.answer_id): person.name for person in persons}


def _sent_with(documents: Iterable[Document]) -> dict[UUID, Sent]:
    """By id with what documents were sent; a joined one goes with its parts. One query at most."""
    sent = [document.pk for document in documents if document.handed_in_at is not None]
    if not sent:
        return {}
    files = Document.objects.filter(Q(pk__in=sent) | Q(joined_into__in=sent), submitted_file__isnull=False)
    receipt = "submitted_file__submission"
    found = files.values_list(
        "pk", "joined_into", receipt, f"{receipt}__received_at", f"{receipt}__kind", f"{receipt}__form_key"
    )
    return {
        whole or own: Sent(id=submission, at=at, is_message=kind == MESSAGE and not form)
        for own, whole, submission, at, kind, form in found
    }
