import datetime

import pytest

from applications.claim.model import DocumentReference, Evidence
from applications.domain.checks import check_application
from applications.domain.evidence_wanted import Origin, papers_wanted
from applications.enums import DocumentClass, FindingState
from mailbox.enums import ItemStatus
from mailbox.services.evidence import waive_item
from portal.cases.models import Person
from portal.documents.enums import Review
from portal.documents.models import Document
from portal.documents.services import mark_handed_in
from tests.factories.cases import CaseFactory
from tests.factories.claims import build_p02
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import ItemDraft, asked
from tests.factories.submissions import RECEIVED_AT
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db

ON = datetime.date(2026, 11, 26)
LEASE = DocumentClass.LEASE


def applied(*evidence, case=None):
    """An application of P02 with this said about papers, checked."""
    claim = build_p02()
    kept = tuple(each for each in claim.evidence if each.document_class is not LEASE)
    claim = claim.model_copy(update={"evidence": (*kept, *evidence)})
    application = ApplicationFactory(claim=claim, case=case or CaseFactory())
    check_application(application)
    return application


def lease_with(document):
    return Evidence(document_class=LEASE, documents=(DocumentReference(id=str(document.pk), name="Mietvertrag.pdf"),))


def sent_document(case, **fields):
    document = DocumentFactory(case=case, **fields)
    mark_handed_in(documents=[document], at=RECEIVED_AT)
    return document


def proposed(application, kind=LEASE):
    found = papers_wanted(application, ON).proposals
    return next((each for each in found if each.draft.document_class == kind), None)


def there(application, kind=LEASE):
    return next((each.words for each in papers_wanted(application, ON).there if each.key.startswith(kind)), "")


def test_missing_paper_is_proposed_with_its_finding():
    application = applied()

    found = proposed(application)

    assert (found.origin, found.is_chosen, found.from_check) == (Origin.MISSING, True, True)
    assert found.draft.finding_id == application.findings.get(refs=["evidence[LEASE]"]).pk
    assert found.draft.what == "Mietvertrag"


def test_findings_come_first_and_settled_ones_do_not_count():
    application = applied()
    application.findings.filter(refs=["evidence[LEASE]"]).update(
        state=FindingState.NOT_RELEVANT, decided_at=RECEIVED_AT
    )

    found = papers_wanted(application, ON).proposals

    checks = [each.from_check for each in found]
    assert checks == sorted(checks, reverse=True)
    assert not proposed(application).from_check


@pytest.mark.parametrize(
    ("said", "origin"),
    [
        (Evidence(document_class=LEASE, promised_later=True), Origin.LATER),
        (Evidence(document_class=LEASE, promised_later=False, note="Das habe ich nicht."), Origin.NOT_AVAILABLE),
    ],
)
def test_what_was_said_is_told_and_promises_are_not_chosen(said, origin):
    found = proposed(applied(said))

    assert found.origin is origin
    assert not found.is_chosen


def test_what_came_is_there():
    case = CaseFactory()
    application = applied(lease_with(sent_document(case)), case=case)

    assert proposed(application) is None
    assert there(application).startswith("schon da, eingegangen am")


@pytest.mark.parametrize("trouble", [{"review": Review.UNUSABLE, "reviewed_at": RECEIVED_AT}, {"status": "refused"}])
def test_what_is_no_use_is_proposed(trouble):
    case = CaseFactory()
    document = sent_document(case)
    Document.objects.filter(pk=document.pk).update(**trouble)
    application = applied(lease_with(document), case=case)

    assert proposed(application).origin is Origin.UNUSABLE


def test_what_came_later_without_a_form_is_there_too():
    application = applied()
    sent_document(application.case, evidence_code="RENT_CERT")

    assert proposed(application) is None
    assert there(application).startswith("schon da")


def test_nothing_is_asked_for_twice():
    application = applied()
    item = ItemDraft(what="Mietvertrag", document_class="LEASE")
    request = asked(item, case=application.case)

    assert proposed(application) is None
    assert "schon angefordert am" in there(application)

    waive_item(actor=request.staff, item=request.items[0])
    assert request.statuses == [ItemStatus.WAIVED]
    assert "wird nicht mehr gebraucht" in there(application)


def test_friendly_hint_does_not_count_as_asking():
    application = applied()
    asked(ItemDraft(what="Mietvertrag", document_class="LEASE"), case=application.case, is_hint=True)

    assert proposed(application) is not None


def test_papers_of_one_person_are_not_those_of_another():
    application = applied()
    first = build_p02().household.members[0].id
    child = Person.objects.create(case=application.case, is_applicant=False, answer_id=first, name="Ida Sander")
    kind = DocumentClass.BIRTH_CERT
    before = {each.key: each.draft.person_id for each in papers_wanted(application, ON).proposals}
    asked(ItemDraft(what="Geburtsurkunde", document_class=kind, person_id=child.pk), case=application.case)

    after = {each.key for each in papers_wanted(application, ON).proposals}
    assert before[f"{kind}:{first}"] == child.pk
    assert before.keys() - after == {f"{kind}:{first}"}
