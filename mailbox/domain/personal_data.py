"""What the postbox holds of a person, how it is handed out and how long it is kept."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mailbox.domain.decision_copy import export_decisions
from mailbox.domain.evidence_data import export_requests
from mailbox.enums import ContactChannel
from mailbox.models import (
    Attachment,
    Decision,
    DecisionStep,
    EvidenceAnswer,
    EvidenceItem,
    EvidenceRequest,
    Extension,
    ItemStep,
    Message,
    MessageDraft,
    Note,
    PaperScan,
    Thread,
    ThreadStep,
)
from mailbox.selectors import drafts_of, threads_visible_to
from portal.audit.models.personal_data import Exported, ExportPart, Record, RetentionRule
from portal.cases.enums import CITIZEN_ROLES
from portal.cases.models.retention import kept_with_case
from portal.cases.selectors import actor_concerned, own_persons
from portal.documents.models import Document
from portal.ui.formats import format_moment


def export_mailbox(user_id: UUID) -> Exported:
    """The person's own threads with all messages and the names of their files, oldest first, then what she has begun.

    The files themselves are among her documents. What she began for others is not about her. Nine queries, and
    one more where a thread was moved.
    """
    actor = actor_concerned(user_id, purpose="data_copy")
    own = threads_visible_to(actor).filter(person__in=own_persons(actor))
    listed = own.prefetch_related("messages__attachments__document", "messages__submission", "steps__to_team")
    found = [(thread, _messages(thread)) for thread in listed.order_by("created_at", "id")]
    begun = list(drafts_of(actor).prefetch_related("documents").order_by("created_at", "id"))
    return Exported(
        records=(
            *(
                Record(
                    title=thread.subject,
                    lines=(*([thread.own_words] if thread.own_words else []), *map(_step, thread.steps.all())),
                    records=tuple(_record(message) for message in messages),
                )
                for thread, messages in found
            ),
            *(_draft_record(draft) for draft in begun),
        ),
        data=[*(_thread_data(thread, messages) for thread, messages in found), *(_draft_data(each) for each in begun)],
    )


def _thread_data(thread: Thread, messages: list[Message]) -> dict[str, Any]:
    return {
        "subject": thread.subject,
        "own_words": thread.own_words,
        "topic": thread.topic,
        "created_at": thread.created_at,
        "unanswered_since": thread.waiting_since,
        "messages": [_data(message) for message in messages],
        "steps": [_step_data(step) for step in thread.steps.all()],
    }


def _draft_record(draft: MessageDraft) -> Record:
    facts = ((_("Zuletzt geändert"), format_moment(draft.updated_at)), *_files(draft.documents.all()))
    lines = tuple(filter(None, (draft.subject, draft.body)))
    return Record(title=_("Angefangene Nachricht, nicht abgeschickt"), lines=lines, facts=facts)


def _draft_data(draft: MessageDraft) -> dict[str, Any]:
    return {
        "draft": True,
        "topic": draft.topic,
        "own_words": draft.subject,
        "body": draft.body,
        "needs_translation": draft.needs_translation,
        "files": [_file_data(document) for document in draft.documents.all()],
        "created_at": draft.created_at,
        "updated_at": draft.updated_at,
    }


def _files(documents: Iterable[Document]) -> tuple[tuple[str, str], ...]:
    return tuple((_("Datei"), document.original_name) for document in documents)


def _file_data(document: Document) -> dict[str, Any]:
    return {"id": document.pk, "name": document.original_name, "sha256": document.sha256}


def _attached(message: Message) -> list[Document]:
    return [attachment.document for attachment in message.attachments.all()]


def _messages(thread: Thread) -> list[Message]:
    return sorted(thread.messages.all(), key=lambda message: (message.created_at, message.pk))


def _step(step: ThreadStep) -> str:
    """What the office did with the conversation, for whom it is about."""
    words = {
        "moment": format_moment(step.at),
        "what": step.get_kind_display(),
        "team": step.to_team.name if step.to_team else _("ohne eigenes Team"),
        "topic": step.get_to_topic_display(),
        "reason": step.reason or _("kein Grund genannt"),
    }
    return _("%(moment)s: %(what)s (%(team)s, %(topic)s). Grund: %(reason)s") % words


def _step_data(step: ThreadStep) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "at": step.at,
        "team": step.to_team.name if step.to_team else "",
        "topic": step.to_topic,
        "reason": step.reason,
    }


def _record(message: Message) -> Record:
    who = _("Von Ihnen oder für Sie") if message.sender_role in CITIZEN_ROLES else _("Vom Jobcenter")
    title = _("%(who)s, %(moment)s") % {"who": who, "moment": format_moment(message.created_at)}
    text = message.body or message.get_kind_display()
    facts: list[tuple[str, str]] = []
    if message.channel != ContactChannel.PORTAL:
        facts.append((_("Weg"), str(ContactChannel(message.channel).label)))
    if message.happened_at:
        facts.append((_("Geschehen"), format_moment(message.happened_at)))
    if message.submission is not None:
        facts.append((_("Vorgangsnummer"), message.submission.reference))
    if message.read_at:
        facts.append((_("Gelesen"), format_moment(message.read_at)))
    return Record(title=title, lines=(text,), facts=(*facts, *_files(_attached(message))))


def _data(message: Message) -> dict[str, Any]:
    return {
        "kind": message.kind,
        "sender_role": message.sender_role,
        "channel": message.channel,
        "body": message.body,
        "needs_translation": message.needs_translation,
        "reference": message.submission.reference if message.submission is not None else None,
        "files": [_file_data(document) for document in _attached(message)],
        "happened_at": message.happened_at,
        "created_at": message.created_at,
        "read_at": message.read_at,
    }


PARTS = (
    ExportPart(
        key="mailbox",
        title=gettext_lazy("Ihr Postfach"),
        models=(
            Thread,
            ThreadStep,
            Message,
            Attachment,
            MessageDraft,
            MessageDraft.documents.through,
        ),
        collect=export_mailbox,
    ),
    ExportPart(
        key="evidence_requests",
        title=gettext_lazy("Worum das Jobcenter Sie gebeten hat, und Ihre Antworten"),
        models=(
            EvidenceRequest,
            EvidenceItem,
            EvidenceItem.uploads.through,
            ItemStep,
            EvidenceAnswer,
            EvidenceAnswer.documents.through,
            Extension,
        ),
        collect=export_requests,
    ),
    ExportPart(
        key="decisions",
        title=gettext_lazy("Bescheide und Schreiben des Jobcenters"),
        models=(Decision, DecisionStep),
        collect=export_decisions,
    ),
)
RULES = (
    kept_with_case("mailbox", gettext_lazy("Nachrichten in Ihrem Postfach"), Thread, ThreadStep, Message, Attachment),
    kept_with_case("notes", gettext_lazy("Interne Notizen des Jobcenters zu Ihrem Fall"), Note),
    kept_with_case(
        "evidence_requests",
        gettext_lazy("Bitten um Unterlagen und Ihre Antworten"),
        EvidenceRequest,
        EvidenceItem,
        EvidenceItem.uploads.through,
        ItemStep,
        EvidenceAnswer,
        EvidenceAnswer.documents.through,
        Extension,
    ),
    kept_with_case(
        "decisions",
        gettext_lazy("Bescheide im Portal und der Nachweis, wann Sie benachrichtigt wurden"),
        Decision,
        DecisionStep,
    ),
    RetentionRule(
        key="message_drafts",
        what=gettext_lazy("Nachrichten, die Sie angefangen und noch nicht abgeschickt haben"),
        kept=gettext_lazy("bis Sie sie abschicken oder verwerfen, längstens so lange wie den Fall"),
        why=gettext_lazy("Damit nichts verloren geht, was Sie geschrieben haben."),
        basis=gettext_lazy("§ 67c Absatz 1 SGB X"),
        models=(MessageDraft, MessageDraft.documents.through),
        ends_with_account=True,
    ),
    RetentionRule(
        key="counter_scans",
        what=gettext_lazy("Scans von Ihrem Papier, die im Jobcenter noch niemand abgelegt hat"),
        kept=gettext_lazy("bis sie abgelegt sind, längstens %(figure)s Tage; das Papier selbst liegt im Jobcenter"),
        why=gettext_lazy("Damit Ihr Papier in den richtigen Fall kommt."),
        basis=gettext_lazy("§ 67c Absatz 1 SGB X"),
        models=(PaperScan,),
        figure="retention.counter_scan_days",
    ),
)
