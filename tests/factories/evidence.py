"""An invented request for evidence, written and sent in the way the office does it."""

import datetime
from dataclasses import dataclass
from uuid import uuid4

from mailbox.enums import AnswerKind
from mailbox.models import EvidenceItem, EvidenceRequest
from mailbox.services.evidence import ItemAnswer, ItemDraft, answer_items, draft_request, send_request
from portal.cases.models import Actor, Person
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.documents import DocumentFactory

STATEMENTS = ItemDraft(
    what="Kontoauszüge der letzten drei Monate",
    why="Damit wir sehen, welches Geld Sie haben und bekommen.",
    basis="§ 60 Abs. 1 Nr. 3 SGB I, §§ 11, 12 SGB II",
    alternatives="Auch ein Ausdruck aus dem Online-Banking genügt.",
    document_class="BANK_STATEMENT",
    may_blacken=True,
)
LEASE = ItemDraft(what="Mietvertrag", why="Damit wir Ihre Miete übernehmen können.", basis="§ 22 Abs. 1 SGB II")
PAYSLIPS = ItemDraft(what="Lohnabrechnungen", why="Damit wir Ihr Einkommen anrechnen können.", basis="§ 11 SGB II")


@dataclass
class Asked:
    """A request with who takes part in it."""

    request: EvidenceRequest
    person: Person
    claimant: Actor
    staff: Actor

    @property
    def items(self) -> list[EvidenceItem]:
        """As they are now, in order."""
        return list(EvidenceItem.objects.filter(request=self.request).select_related("request").order_by("position"))

    @property
    def statuses(self) -> list[str]:
        return [item.status for item in self.items]

    def now(self) -> EvidenceRequest:
        """The request as it is now."""
        return EvidenceRequest.objects.get(pk=self.request.pk)

    def document(self, **fields):
        """A paper that waits to be sent."""
        return DocumentFactory(case=self.request.case, **fields)

    def answer(self, number: int, kind: AnswerKind = AnswerKind.DOCUMENTS, **fields):
        """The claimant's answer to an item, by its number; with a paper where one belongs to it."""
        if kind == AnswerKind.DOCUMENTS and "document_ids" not in fields:
            fields["document_ids"] = [self.document().pk]
        token = fields.pop("token", None) or uuid4()
        said = ItemAnswer(item_id=self.items[number - 1].pk, kind=kind, **{"text": "", "document_ids": (), **fields})
        return answer_items(actor=self.claimant, request=self.now(), answers=[said], token=token)


def drafted(*items: ItemDraft, case=None, **fields) -> Asked:
    """A draft of the office; bank statements and lease when nothing else is said."""
    case = case or CaseFactory(jobcenter__land="BY")
    claimant = claimant_actor(case)
    person = Person.objects.get(case=case, is_applicant=True)
    staff = staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter, display_name="Frau Yıldız"))
    fields.setdefault("actor", staff)
    request = draft_request(case=case, person=person, items=items or (STATEMENTS, LEASE), **fields)
    return Asked(request, person, claimant, staff)


def asked(*items: ItemDraft, case=None, **fields) -> Asked:
    """The same, sent."""
    found = drafted(*items, case=case, **fields)
    found.request = send_request(actor=found.staff, request=found.request)
    return found


def overdue(found: Asked, days: int = 1) -> Asked:
    """The same when its deadline was some days ago."""
    past = datetime.date.today() - datetime.timedelta(days=days)  # noqa: DTZ011 -- local date, as stored
    EvidenceRequest.objects.filter(pk=found.request.pk).update(deadline=past)
    found.request.refresh_from_db()
    return found
