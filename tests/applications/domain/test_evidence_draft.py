import pytest

from applications.domain.checks import check_application
from applications.domain.evidence_draft import draft_missing_papers
from applications.enums import ApplicationStatus
from mailbox.enums import RequestStatus
from mailbox.models import EvidenceRequest, Message
from tests.factories.cases import CaseFactory
from tests.factories.claims import build_p02, without_papers
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def checked():
    application = ApplicationFactory(claim=without_papers(build_p02()), case=CaseFactory(jobcenter__land="BE"))
    check_application(application)
    return application


def test_findings_become_a_draft_that_nobody_but_the_office_sees(checked):
    request = draft_missing_papers(checked)

    assert (request.status, request.is_hint, request.created_by) == (RequestStatus.DRAFT, False, None)
    assert request.submission == checked.submission
    assert request.items.count() == checked.findings.filter(rule_id="EVD-01").count()
    assert all(item.finding_id for item in request.items.all())
    assert not Message.objects.exists()


def test_it_is_made_once_even_after_it_was_thrown_away(checked):
    first = draft_missing_papers(checked)
    EvidenceRequest.objects.filter(pk=first.pk).update(status=RequestStatus.WITHDRAWN)

    assert draft_missing_papers(checked) is None
    assert EvidenceRequest.objects.count() == 1


def test_office_may_let_a_friendly_hint_go_out(checked):
    checked.case.jobcenter.sends_hints = True
    checked.case.jobcenter.save()

    request = draft_missing_papers(checked)

    assert (request.status, request.is_hint, request.deadline, request.legal_notice) == ("sent", True, None, "")
    assert Message.objects.get().kind == "request"


def test_nothing_is_prepared_for_what_has_ended(checked):
    checked.status = ApplicationStatus.WITHDRAWN
    checked.save()

    assert draft_missing_papers(checked) is None


def test_nothing_is_prepared_before_the_checks_have_run():
    assert draft_missing_papers(ApplicationFactory()) is None
