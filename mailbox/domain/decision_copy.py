"""Decisions in the copy of a person's data: what was delivered, how and when, with the file as it was delivered."""

from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from mailbox.domain.decision_clock import clock_of
from mailbox.models import Decision
from mailbox.selectors.decision import decisions_visible_to
from portal.audit.models.personal_data import Exported, ExportFile, Record
from portal.cases.selectors import actor_concerned, own_persons
from portal.documents.services import open_file
from portal.ui.formats import format_date, format_moment

FOLDER = "bescheide"


def export_decisions(user_id: UUID) -> Exported:
    """The person's own released decisions, oldest first, each with its file. Notes among colleagues are not in it."""
    actor = actor_concerned(user_id, purpose="data_copy")
    found = (
        decisions_visible_to(actor)
        .filter(person__in=own_persons(actor))
        .select_related("document__stored", "created_by__jobcenter")
        .order_by("released_at", "id")
    )
    numbered = [(decision, _file(number, decision)) for number, decision in enumerate(found, start=1)]
    return Exported(
        records=tuple(_record(decision, file) for decision, file in numbered),
        data=[_data(decision, file) for decision, file in numbered],
    )


def _record(decision: Decision, file: ExportFile | None) -> Record:
    moments = (
        (_("Im Portal seit"), decision.released_at),
        (_("Benachrichtigung gesendet"), decision.notified_at),
        (_("Zum ersten Mal geöffnet"), decision.opened_at),
    )
    facts = [
        (_("Datum des Schreibens"), format_date(decision.dated_on)),
        (_("Zustellung"), decision.get_delivery_display()),
        *((label, format_moment(at)) for label, at in moments if at),
    ]
    if decision.posted_on:
        facts.append((_("Zur Post gegeben"), format_date(decision.posted_on)))
    clock = clock_of(decision)
    lines = tuple(filter(None, (decision.cover, clock.summary if clock else "")))
    return Record(title=decision.title, facts=tuple(facts), lines=lines, files=(file,) if file else ())


def _data(decision: Decision, file: ExportFile | None) -> dict[str, Any]:
    return {
        "title": decision.title,
        "dated_on": decision.dated_on,
        "instruction": decision.instruction,
        "cover": decision.cover,
        "delivery": decision.delivery,
        "by_post": decision.by_post,
        "posted_on": decision.posted_on,
        "released_at": decision.released_at,
        "notified_at": decision.notified_at,
        "opened_at": decision.opened_at,
        "path": file.path if file else None,
        "sha256": decision.document.sha256,
    }


def _file(number: int, decision: Decision) -> ExportFile | None:
    document = decision.document
    if document.stored is None:
        return None
    return ExportFile(
        path=f"{FOLDER}/{number:03}_{document.original_name}",
        media_type=document.media_type,
        size=document.size,
        sha256=document.sha256,
        pieces=partial(open_file, document.stored),
    )
