import datetime

import pytest
from django.db.models import ForeignKey
from django.urls import reverse

from applications.domain.copy_notice import remind_of_copies
from applications.domain.draft_answers import clear_answers
from applications.models import Application
from mailbox.models import Message
from portal.audit.models import AuditEvent
from portal.cases.enums import CaseStatus
from portal.cases.models import Case
from portal.documents.models import StoredFile
from portal.leaving.domain.erasing import erase_ended_cases
from portal.leaving.domain.tidying import tidy_up
from tests.architecture.test_personal_data import of_a_case
from tests.factories.leaving import make_application, make_household
from tests.factories.stores import local_path
from tests.factories.submissions import SubmissionFactory
from tests.factories.triage import ApplicationFactory, FindingFactory, WithdrawalFactory

pytestmark = pytest.mark.django_db

ENDED = datetime.datetime(2026, 12, 1, 12, 0, tzinfo=datetime.UTC)
LAST_DAY = datetime.datetime(2036, 12, 1, 12, 0, tzinfo=datetime.UTC)  # ten years
DAY, WEEK = datetime.timedelta(days=1), datetime.timedelta(weeks=1)


@pytest.fixture
def household():
    """Somebody with one of everything, whose case has ended."""
    household = make_household(issued=True)
    WithdrawalFactory(application=household.application, submission__case=household.case)
    FindingFactory(application=household.application)
    added = make_application(SubmissionFactory(case=household.case))
    Application.objects.filter(pk=added.pk).update(follows=household.application)
    clear_answers(draft=household.draft, at=ENDED)
    end(household.case)
    return household


def end(case, at=ENDED):
    Case.objects.filter(pk=case.pk).update(status=CaseStatus.CLOSED, closed_at=at)


def path_to_case(model, seen=()):
    """The look-up that leads from a row of this table to its case."""
    for field in model._meta.get_fields():
        if not isinstance(field, ForeignKey) or field.related_model in seen:
            continue
        if field.related_model is Case:
            return field.name
        further = path_to_case(field.related_model, (*seen, model))
        if further:
            return f"{field.name}__{further}"
    return ""


def rows_of(case):
    """How many rows there are of the case, by table."""
    tables = {model: path_to_case(model) for model in of_a_case() - {Case}}
    return {model._meta.label: model.objects.filter(**{path: case.pk}).count() for model, path in tables.items()}


@pytest.mark.parametrize(
    ("told", "erased", "expected"),
    [
        (LAST_DAY - 8 * WEEK, LAST_DAY + DAY, 1),
        (LAST_DAY - 8 * WEEK, LAST_DAY, 0),
        (None, LAST_DAY + 100 * WEEK, 0),
        (LAST_DAY + DAY, LAST_DAY + 8 * WEEK, 0),  # told late: eight weeks count from then
        (LAST_DAY + DAY, LAST_DAY + DAY + 8 * WEEK + DAY, 1),
    ],
    ids=["after the last day", "on the last day", "never told", "told late", "told late and waited"],
)
def test_case_goes_after_its_last_day_and_never_untold(household, told, erased, expected):
    if told:
        assert remind_of_copies(told) == 1

    assert erase_ended_cases(now=erased) == expected


def test_case_goes_with_everything_and_no_other(household, django_capture_on_commit_callbacks):
    before = rows_of(household.case)
    others = rows_of(household.helped.case)
    files = [local_path(stored) for stored in StoredFile.objects.all()]
    kept = {
        local_path(stored)
        for document in household.helped.documents.all()
        for stored in (document.stored, document.normalised)
    }
    remind_of_copies(LAST_DAY - 8 * WEEK)

    with django_capture_on_commit_callbacks(execute=True):
        erase_ended_cases(now=LAST_DAY + DAY)

    assert {label for label, number in before.items() if number} >= {
        "applications.Application",
        "applications.Withdrawal",
        "cases.Standing",
        "documents.Document",
        "mailbox.Message",
        "submissions.Receipt",
    }
    assert set(rows_of(household.case).values()) == {0}
    assert not Case.objects.filter(pk=household.case.pk).exists()
    assert rows_of(household.helped.case) == others
    assert {path for path in files if path.exists()} == kept


def test_case_goes_while_tidying_up(household):
    remind_of_copies(LAST_DAY - 8 * WEEK)

    tidy_up(now=LAST_DAY + DAY)

    assert not Case.objects.filter(pk=household.case.pk).exists()


def test_trail_stays_and_says_that_it_was_deleted(household):
    remind_of_copies(LAST_DAY - 8 * WEEK)
    before = AuditEvent.objects.filter(case_id=household.case.pk).count()

    erase_ended_cases(now=LAST_DAY + DAY)

    events = AuditEvent.objects.filter(case_id=household.case.pk)
    assert events.count() > before
    assert {"case.erased", "submission.erased", "document.erased", "application.erased"} <= set(
        events.values_list("event", flat=True)
    )


def test_case_that_was_opened_again_stays(household):
    remind_of_copies(LAST_DAY - 8 * WEEK)
    Case.objects.filter(pk=household.case.pk).update(status=CaseStatus.OPEN, closed_at=None)

    assert erase_ended_cases(now=LAST_DAY + DAY) == 0
    assert rows_of(household.case)["applications.Application"] == 2


def test_case_that_ended_again_is_told_of_again(household):
    remind_of_copies(LAST_DAY - 8 * WEEK)
    end(household.case, at=LAST_DAY)

    assert erase_ended_cases(now=LAST_DAY + DAY) == 0
    assert remind_of_copies(LAST_DAY + DAY) == 0
    assert remind_of_copies(LAST_DAY.replace(year=2046)) == 1


def test_what_cannot_be_deleted_stays_whole_and_holds_up_no_other(household, caplog):
    other = ApplicationFactory()
    end(other.case, at=ENDED + DAY)
    Application.objects.filter(pk=ApplicationFactory().pk).update(follows=household.application)
    remind_of_copies(LAST_DAY - 7 * WEEK)
    before = rows_of(household.case)

    assert erase_ended_cases(now=LAST_DAY + 8 * WEEK) == 1
    assert f"case {household.case.pk} could not be erased" in caplog.text
    assert rows_of(household.case) == before
    assert not Case.objects.filter(pk=other.case_id).exists()


def test_public_check_answers_for_a_receipt_that_is_gone(household, client):
    code = household.submission.receipt.verification_code
    remind_of_copies(LAST_DAY - 8 * WEEK)
    erase_ended_cases(now=LAST_DAY + DAY)

    response = client.get(reverse("submissions:verify", args=[code]))

    assert response.status_code == 404
    assert "Nach vielen Jahren löschen wir" in response.content.decode()
    assert not Message.objects.filter(thread__case=household.case.pk).exists()
