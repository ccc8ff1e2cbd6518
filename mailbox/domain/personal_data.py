"""What the postbox holds of a person, how it is handed out and how long it is kept."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mailbox.domain.decision_copy import export_decisions
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
    Thread,
)
from mailbox.selectors import threads_visible_to
from portal.audit.models.personal_data import Exported, ExportPart, Record, RetentionRule
from portal.cases.enums import CITIZEN_ROLES
from portal.cases.models.retention import kept_with_case
from portal.cases.selectors import actor_concerned, own_persons
from portal.ui.formats import format_moment


def export_mailbox(user_id: UUID) -> Exported:
    """The person's own threads with all messages, oldest first. Four queries."""
    actor = actor_concerned(user_id, purpose="data_copy")
    own = threads_visible_to(actor).filter(person__in=own_persons(actor)).prefetch_related("messages")
    found = [(thread, _messages(thread)) for thread in own.order_by("created_at", "id")]
    return Exported(
        records=tuple(
            Record(title=thread.subject, records=tuple(_record(message) for message in messages))
            for thread, messages in found
        ),
        data=[
            {
                "subject": thread.subject,
                "created_at": thread.created_at,
                "messages": [_data(message) for message in messages],
            }
            for thread, messages in found
        ],
    )


def _messages(thread: Thread) -> list[Message]:
    return sorted(thread.messages.all(), key=lambda message: (message.created_at, message.pk))


def _record(message: Message) -> Record:
    who = _("Von Ihnen oder für Sie") if message.sender_role in CITIZEN_ROLES else _("Vom Jobcenter")
    title = _("%(who)s, %(moment)s") % {"who": who, "moment": format_moment(message.created_at)}
    text = message.body or message.get_kind_display()
    read = ((_("Gelesen"), format_moment(message.read_at)),) if message.read_at else ()
    return Record(title=title, lines=(text,), facts=read)


def _data(message: Message) -> dict[str, Any]:
    return {
        "kind": message.kind,
        "sender_role": message.sender_role,
        "body": message.body,
        "created_at": message.created_at,
        "read_at": message.read_at,
    }


PARTS = (
    ExportPart(
        key="mailbox",
        title=gettext_lazy("Ihr Postfach"),
        models=(
            Thread,
            Message,
            Attachment,
            MessageDraft,
            MessageDraft.documents.through,
            EvidenceRequest,
            EvidenceItem,
            ItemStep,
            EvidenceAnswer,
            EvidenceAnswer.documents.through,
            Extension,
        ),
        collect=export_mailbox,
    ),
    ExportPart(
        key="decisions",
        title=gettext_lazy("Bescheide und Schreiben des Jobcenters"),
        models=(Decision, DecisionStep),
        collect=export_decisions,
    ),
)
RULES = (
    kept_with_case("mailbox", gettext_lazy("Nachrichten in Ihrem Postfach"), Thread, Message, Attachment),
    kept_with_case("notes", gettext_lazy("Interne Notizen des Jobcenters zu Ihrem Fall"), Note),
    kept_with_case(
        "evidence_requests",
        gettext_lazy("Bitten um Unterlagen und Ihre Antworten"),
        EvidenceRequest,
        EvidenceItem,
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
)
