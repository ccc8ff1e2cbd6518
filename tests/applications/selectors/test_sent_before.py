import pytest
from django.utils import timezone

from applications.selectors.sent_before import sent_before
from applications.services.draft import start_draft
from applications.services.submit import submit_draft
from portal.cases.selectors import actor_for_user
from portal.documents.enums import DocumentStatus, Review
from portal.documents.models import Document
from portal.law.dates import day_of
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.personas import P03, fresh
from tests.factories.renewals import household

pytestmark = pytest.mark.django_db


def test_answers_and_papers_come_with_their_day():
    user, application = household(P03, papers=("LEASE",))

    (sent,) = sent_before(actor_for_user(user, purpose="own_case"), application.person_id)

    assert sent.answers["people"] == P03["people"]
    assert [(paper.document_class.value, paper.received_on) for paper in sent.papers] == [
        ("LEASE", day_of(application.received_at))
    ]
    assert sent.application == application.pk


def test_who_may_not_read_what_was_sent_gets_nothing():
    _user, application = household(P03)
    helper = helper_actor(StandingFactory(helper=True, person=application.person))

    assert sent_before(helper, application.person_id) == []


def test_promise_is_no_paper():
    answers = fresh(P03) | {"evidence": {"proofs": [{"id": "LEASE", "class": "LEASE", "choice": "later"}]}}
    draft = DraftFactory(answers=answers)
    actor = actor_for_user(draft.person.user, purpose="own_case")
    application = submit_draft(actor=actor, draft=draft).application

    (sent,) = sent_before(actor, application.person_id)

    assert sent.papers == ()


@pytest.mark.parametrize(
    "gone",
    [
        {"removed_at": timezone.now(), "handed_in_at": None, "stored": None},
        {"status": DocumentStatus.REFUSED},
        {"review": Review.UNUSABLE},
    ],
    ids=["removed", "refused", "unusable"],
)
def test_file_of_no_use_is_no_paper(gone, django_assert_num_queries):
    user, application = household(P03, papers=("LEASE", "ID_DOC"))
    lease = next(each for each in Document.objects.all() if each.original_name == "LEASE.pdf")
    Document.objects.filter(pk=lease.pk).update(**gone)
    actor = actor_for_user(user, purpose="own_case")

    with django_assert_num_queries(2):
        (sent,) = sent_before(actor, application.person_id)

    assert [paper.document_class.value for paper in sent.papers] == ["ID_DOC"]


def test_what_counted_when_it_was_sent_lay_there():
    user, first = household(P03, papers=("LEASE", "BANK_STATEMENT"))
    actor = actor_for_user(user, purpose="own_case")
    submit_draft(actor=actor, draft=start_draft(actor=actor, form_key="main_application"))

    later, _first = sent_before(actor, first.person_id)

    assert (later.papers, [paper.document_class.value for paper in later.lay_there]) == ((), ["LEASE"])
