import pytest
from django.utils import timezone

from applications.selectors.sent_before import sent_before
from portal.cases.selectors import actor_for_user
from portal.documents.models import Document
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.personas import P03
from tests.factories.renewals import household

pytestmark = pytest.mark.django_db


def test_answers_and_papers_come_with_their_day():
    user, application = household(P03, papers=("LEASE",))

    (sent,) = sent_before(actor_for_user(user, purpose="own_case"), application.person_id)

    assert sent.answers["people"] == P03["people"]
    assert [entry.document_class.value for entry in sent.evidence if entry.documents] == ["LEASE"]


def test_who_may_not_read_what_was_sent_gets_nothing():
    _user, application = household(P03)
    helper = helper_actor(StandingFactory(helper=True, person=application.person))

    assert sent_before(helper, application.person_id) == []


def test_file_that_is_gone_is_no_paper_any_more(django_assert_num_queries):
    user, application = household(P03, papers=("LEASE", "ID_DOC"))
    gone = {"removed_at": timezone.now(), "handed_in_at": None, "stored": None}
    lease = next(each for each in Document.objects.all() if each.original_name == "LEASE.pdf")
    Document.objects.filter(pk=lease.pk).update(**gone)
    actor = actor_for_user(user, purpose="own_case")

    with django_assert_num_queries(2):
        (sent,) = sent_before(actor, application.person_id)

    assert [entry.document_class.value for entry in sent.evidence if entry.documents] == ["ID_DOC"]
