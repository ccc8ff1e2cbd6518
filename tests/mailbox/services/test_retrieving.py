import hashlib

import pytest

from mailbox.models import Decision
from mailbox.services import open_decision
from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from portal.documents.errors import ContentUnavailable
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.decisions import house, released, waiting
from tests.factories.documents import make_pdf
from tests.factories.representations import RepresentationFactory
from tests.factories.stores import local_path

pytestmark = pytest.mark.django_db


@pytest.fixture
def there():
    return house()


def opened():
    return Decision.objects.get().opened_at


def looks(case):
    found = AuditEvent.objects.filter(case_id=case.pk, event__in=["seen.documents", "decision.opened"]).order_by("id")
    return list(found.values_list("event", "role"))


def test_person_gets_the_file_byte_for_byte_and_that_is_written_down(there):
    decision = released(there, content=make_pdf(2))
    content = open_decision(actor=claimant_actor(there.case), decision=decision)

    assert hashlib.sha256(b"".join(content.pieces)).hexdigest() == hashlib.sha256(make_pdf(2)).hexdigest()
    assert (content.size, content.media_type) == (len(make_pdf(2)), "application/pdf")
    assert opened() is not None
    assert looks(there.case) == [("seen.documents", "claimant"), ("decision.opened", "claimant")]


def test_first_opening_stays(there):
    decision, actor = released(there), claimant_actor(there.case)
    open_decision(actor=actor, decision=decision)
    first = opened()
    open_decision(actor=actor, decision=Decision.objects.get())

    assert opened() == first
    assert [event for event, _role in looks(there.case)].count("decision.opened") == 1


def test_helper_is_a_messenger(there):
    decision = released(there)
    helper = StandingFactory(helper=True, person=there.person, scopes=["read_decisions"])
    open_decision(actor=helper_actor(helper), decision=decision)

    assert opened() is None
    assert looks(there.case) == [("seen.documents", "helper")]


def test_guardian_opens_what_is_addressed_to_her_and_the_person_a_copy(there):
    guardian = RepresentationFactory(person=there.person)
    decision = released(there)
    open_decision(actor=claimant_actor(there.case), decision=decision)
    assert opened() is None

    open_decision(actor=helper_actor(guardian), decision=Decision.objects.get())
    assert opened() is not None


def test_staff_do_not_open_it_for_the_person(there):
    with pytest.raises(NotPermitted):
        open_decision(actor=staff_actor(there.second), decision=released(there))


def test_nothing_is_opened_before_the_release(there):
    with pytest.raises(NotPermitted):
        open_decision(actor=claimant_actor(there.case), decision=waiting(there))


def test_file_that_cannot_be_read_was_not_opened(there):
    decision = released(there)
    local_path(decision.document.stored).unlink()

    with pytest.raises(ContentUnavailable):
        open_decision(actor=claimant_actor(there.case), decision=decision)
    assert opened() is None
