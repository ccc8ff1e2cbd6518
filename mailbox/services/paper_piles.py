"""Papers that come in a pile: scanned at once, put apart by their cover sheets, filed after somebody has looked."""

import datetime
import io
from collections.abc import Mapping
from typing import BinaryIO, Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from mailbox.domain.paper_piles import Part, discard_pile, parts_of
from mailbox.enums import RequestStatus
from mailbox.errors import RequestNotOpen
from mailbox.events import PILE_DISCARDED, PILE_SCANNED
from mailbox.models import EvidenceItem, PaperScan
from mailbox.services.evidence import item_by_code, record_paper
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.documents.domain.names import clean_name
from portal.documents.services import cut_out, keep_pile, receive_from_office
from portal.law.parameter import whole
from portal.outbox.services import publish

KEPT_DAYS: Final = "retention.counter_scan_days"
TAKES_PAPER: Final = frozenset({RequestStatus.SENT, RequestStatus.SETTLED})


@transaction.atomic
def take_in_pile(*, actor: Actor, upload: BinaryIO, name: str, received_on: datetime.date) -> PaperScan:
    """Keep a pile as it was scanned; a worker makes it safe and looks for cover sheets.

    Raises NotPermitted for everybody but staff, UploadRefused with words for them.
    """
    if actor.membership_id is None:
        raise NotPermitted
    stored = keep_pile(upload, name=name)
    scan = PaperScan.objects.create(
        membership_id=actor.membership_id, name=clean_name(name), received_on=received_on, stored=stored
    )
    record(actor, PILE_SCANNED, subject=scan)
    publish("paper_scan.received", scan.pk)
    return scan


def piles_of(actor: Actor) -> QuerySet[PaperScan]:
    """Return what the actor has scanned and not filed yet, newest first; nobody else's."""
    if actor.membership_id is None:
        return PaperScan.objects.none()
    return PaperScan.objects.filter(membership_id=actor.membership_id).select_related("stored", "plain")


def item_for_sheet(*, actor: Actor, code: str) -> EvidenceItem:
    """Return what a cover sheet belongs to, within the house. Raises ItemNotThere, RequestNotOpen (taken back)."""
    item = item_by_code(actor=actor, code=code)
    if item.request.status not in TAKES_PAPER:
        raise RequestNotOpen
    return item


@transaction.atomic
def file_parts(*, actor: Actor, scan: PaperScan, codes: Mapping[int, str]) -> int:
    """File parts of a pile, each by its first page with the code that somebody has looked at; returns how many.

    A part that is filed already is not filed again. When all are, the pile goes. All or none. Raises NotPermitted,
    ItemNotThere, RequestNotOpen, UploadRefused, PageNotDrawn.
    """
    current = piles_of(actor).select_for_update(of=("self",)).filter(pk=scan.pk).first()
    if current is None or current.plain is None:
        raise NotPermitted
    wanted = [part for part in parts_of(current.codes) if part.start in codes and part.start not in current.filed]
    for part in wanted:
        _file(actor, current, part, item_for_sheet(actor=actor, code=codes[part.start]))
    current.filed = sorted({*current.filed, *(part.start for part in wanted)})
    current.save(update_fields=["filed"])
    if len(current.filed) == len(parts_of(current.codes)):
        discard_pile(current)
    return len(wanted)


@transaction.atomic
def throw_away_pile(*, actor: Actor, scan_id: UUID) -> None:
    """Delete a pile that is not needed here any more. Raises NotPermitted."""
    scan = piles_of(actor).select_for_update(of=("self",)).filter(pk=scan_id).first()
    if scan is None:
        raise NotPermitted
    record(actor, PILE_DISCARDED, subject=scan)
    discard_pile(scan)


def discard_old_piles(*, now: datetime.datetime) -> int:
    """Delete piles that nobody has filed for so many days; the papers lie at the office. Returns how many."""
    limit = now - datetime.timedelta(days=whole(KEPT_DAYS, timezone.localdate(now)))
    old = list(PaperScan.objects.select_related("stored", "plain").filter(created_at__lt=limit))
    for scan in old:
        with transaction.atomic():
            discard_pile(scan)
    return len(old)


def _file(actor: Actor, scan: PaperScan, part: Part, item: EvidenceItem) -> None:
    if scan.plain is None:
        raise NotPermitted
    case = item.request.case
    document = receive_from_office(
        actor=actor,
        case=case,
        person=item.request.person,
        upload=io.BytesIO(cut_out(scan.plain, first=part.first, last=part.last)),
        name=_("Scan vom %(day)s.pdf") % {"day": f"{scan.received_on:%d.%m.%Y}"},
        evidence_code=item.document_class,
        evidence_person=item.person.answer_id if item.person else "",
        is_restricted=item.is_restricted,
    )
    record_paper(actor=actor, item=item, document=document, received_at=_moment(scan))


def _moment(scan: PaperScan) -> datetime.datetime:
    """The moment that counts: that of the scan on its day, else the middle of the day in Germany."""
    if scan.received_on == timezone.localdate(scan.created_at):
        return scan.created_at
    return timezone.make_aware(datetime.datetime.combine(scan.received_on, datetime.time(12)))


__all__ = [
    "KEPT_DAYS",
    "Part",
    "discard_old_piles",
    "file_parts",
    "item_for_sheet",
    "parts_of",
    "piles_of",
    "take_in_pile",
    "throw_away_pile",
]
