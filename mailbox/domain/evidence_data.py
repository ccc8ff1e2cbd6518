"""The person's copy of what the office has asked for and what was said to it. Drafts of the office are not among it."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from mailbox.domain.evidence_words import story_of
from mailbox.enums import ExtensionStatus, ItemStatus, RequestStatus
from mailbox.models import EvidenceItem, EvidenceRequest, Extension
from mailbox.selectors import requests_visible_to, with_everything
from portal.audit.models.personal_data import Exported, Record
from portal.cases.selectors import actor_concerned, own_persons
from portal.ui.formats import format_date, format_moment


def export_requests(user_id: UUID) -> Exported:
    """The requests to the person with everything that belongs to them, oldest first. Nine queries, however many."""
    found = list(_own(user_id).order_by("sent_at", "id"))
    return Exported(records=tuple(_record(each) for each in found), data=[_data(each) for each in found])


def _own(user_id: UUID) -> QuerySet[EvidenceRequest]:
    actor = actor_concerned(user_id, purpose="data_copy")
    own = with_everything(requests_visible_to(actor).filter(person__in=own_persons(actor)))
    return own.prefetch_related("items__uploads")


def _record(request: EvidenceRequest) -> Record:
    title = _("Bitte um Unterlagen vom %(day)s") % {"day": format_date(request.sent_at or request.created_at)}
    facts = [(_("Stand"), str(RequestStatus(request.status).label))]
    if request.deadline is not None:
        facts.append((_("Frist"), format_date(request.deadline)))
    lines = tuple(filter(None, (request.introduction, request.legal_notice)))
    records = [_item_record(request, item) for item in request.items.all()]
    return Record(
        title=title,
        facts=tuple(facts),
        lines=lines,
        records=(*records, *(_wish_record(each) for each in request.extensions.all())),
    )


def _item_record(request: EvidenceRequest, item: EvidenceItem) -> Record:
    facts = [(_("Stand"), str(ItemStatus(item.status).label)), (_("Warum"), item.why), (_("Grundlage"), item.basis)]
    facts += [(_("Das geht auch"), item.alternatives), (_("Antwort des Jobcenters"), item.reason)]
    files = [document.original_name for answer in item.answers.all() for document in answer.documents.all()]
    waiting = [document.original_name for document in item.uploads.all()]
    story = [f"{format_moment(each.at)}: {each.words}" for each in story_of(request, item)]
    if files:
        facts.append((_("Geschickt"), ", ".join(files)))
    if waiting:
        facts.append((_("Hochgeladen, nicht abgeschickt"), ", ".join(waiting)))
    return Record(title=item.what, facts=tuple((label, value) for label, value in facts if value), lines=tuple(story))


def _wish_record(wish: Extension) -> Record:
    facts = [
        (_("Gewünscht bis"), format_date(wish.until)),
        (_("Grund"), wish.text),
        (_("Stand"), str(ExtensionStatus(wish.status).label)),
        (_("Antwort des Jobcenters"), wish.reply),
    ]
    title = _("Wunsch nach mehr Zeit vom %(day)s") % {"day": format_date(wish.created_at)}
    return Record(title=title, facts=tuple((label, value) for label, value in facts if value))


def _data(request: EvidenceRequest) -> dict[str, Any]:
    return {
        "status": request.status,
        "is_hint": request.is_hint,
        "sent_at": request.sent_at,
        "introduction": request.introduction,
        "legal_notice": request.legal_notice,
        "first_deadline": request.first_deadline,
        "deadline": request.deadline,
        "reminded_at": request.reminded_at,
        "items": [_item_data(item) for item in request.items.all()],
        "extensions": [
            {
                "until": wish.until,
                "text": wish.text,
                "status": wish.status,
                "reply": wish.reply,
                "created_at": wish.created_at,
                "decided_at": wish.decided_at,
                "submission": str(wish.submission_id) if wish.submission_id else None,
            }
            for wish in request.extensions.all()
        ],
    }


def _item_data(item: EvidenceItem) -> dict[str, Any]:
    return {
        "position": item.position,
        "person": str(item.person_id) if item.person_id else None,
        "what": item.what,
        "why": item.why,
        "basis": item.basis,
        "alternatives": item.alternatives,
        "document_class": item.document_class,
        "status": item.status,
        "reason": item.reason,
        "code": item.code,
        "uploads": [str(document.pk) for document in item.uploads.all()],
        "steps": [
            {"from": step.from_status, "to": step.to_status, "at": step.at, "role": step.actor_role}
            for step in item.steps.all()
        ],
        "answers": [
            {
                "kind": answer.kind,
                "text": answer.text,
                "created_at": answer.created_at,
                "submission": str(answer.submission_id) if answer.submission_id else None,
                "documents": [str(document.pk) for document in answer.documents.all()],
            }
            for answer in item.answers.all()
        ],
    }
