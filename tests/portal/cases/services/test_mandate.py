import datetime
import uuid

import pytest
from django.utils import timezone

from portal.cases.domain.clients import BEFORE_PAPER
from portal.cases.enums import PaperRefusal, Scope
from portal.cases.errors import GrantNotPossible, InvitationNotAnswerable, NotPermitted
from portal.cases.models import Standing
from portal.cases.selectors import actor_acting_for, actor_with_paper, standing_of_paper
from portal.cases.services import add_paper, check_paper, end_standing, prepare_mandate, prepare_renewal
from portal.outbox.models import OutboxMessage
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, UserFactory
from tests.factories.cases import claimant_actor, staff_actor
from tests.factories.invitations import make_ask, user_actor
from tests.factories.organisations import WANTED, advised_by, ends_in, paper_of, sent_to, signed, team

pytestmark = pytest.mark.django_db


@pytest.fixture
def there():
    return team()


@pytest.fixture
def worker():
    return StaffMembershipFactory(jobcenter=JobcenterFactory())


@pytest.fixture
def waiting(there, worker):
    """A signed paper on a case of the worker's house."""
    paper = signed(there)
    sent_to(paper, worker.jobcenter)
    paper.case.refresh_from_db()
    return paper


def scopes_of(there, paper):
    acting = actor_acting_for(there.user, paper.case_id, purpose="test")
    return set(acting.scopes[paper.case_id])


def test_before_the_paper_members_fill_in_and_upload_only(there):
    paper = paper_of(there)
    assert scopes_of(there, paper) == BEFORE_PAPER
    assert (paper.case.status, paper.person.user) == ("prospective", None)


def test_with_the_signed_paper_they_send_and_still_read_no_post(there):
    paper = signed(there)
    assert scopes_of(there, paper) == {Scope.FILL_IN, Scope.UPLOAD, Scope.SEND}


def test_what_the_paper_does_not_say_is_not_given(there):
    paper = signed(there, paper_of(there, scopes={Scope.FILL_IN, Scope.UPLOAD}))
    assert scopes_of(there, paper) == BEFORE_PAPER


def test_checked_paper_gives_what_stands_on_it_until_its_day(there, worker, waiting):
    check_paper(actor=staff_actor(worker), paper=waiting, refusal=None)
    standing = standing_of_paper(waiting)
    assert scopes_of(there, waiting) == WANTED
    assert (standing.valid_to, standing.proof_document_id) == (waiting.grant_ends_at, waiting.paper_document_id)
    assert OutboxMessage.objects.filter(fact="standing.checked", subject_id=standing.pk).exists()


def test_refused_paper_takes_sending_back_and_says_why(there, worker, waiting):
    checked = check_paper(actor=staff_actor(worker), paper=waiting, refusal=PaperRefusal.NOT_SIGNED)
    assert (checked.status, checked.refusal) == ("declined", "not_signed")
    assert scopes_of(there, waiting) == BEFORE_PAPER


def test_paper_is_checked_once(worker, waiting):
    check_paper(actor=staff_actor(worker), paper=waiting, refusal=None)
    with pytest.raises(InvitationNotAnswerable):
        check_paper(actor=staff_actor(worker), paper=waiting, refusal=PaperRefusal.ASK_US)


def test_paper_is_checked_by_the_jobcenter_of_the_case_only(there, waiting):
    for actor in (staff_actor(StaffMembershipFactory()), there.actor):
        with pytest.raises(NotPermitted):
            check_paper(actor=actor, paper=waiting, refusal=None)


def test_paper_on_a_case_that_nobody_has_sent_is_not_checked(there, worker):
    with pytest.raises(NotPermitted):
        check_paper(actor=staff_actor(worker), paper=signed(there), refusal=None)


def test_paper_of_an_ended_standing_is_neither_added_nor_checked(there, worker, waiting):
    end_standing(actor=there.actor, standing=standing_of_paper(waiting))
    with pytest.raises(GrantNotPossible):
        check_paper(actor=staff_actor(worker), paper=waiting, refusal=None)


def test_paper_is_added_by_who_may_upload_there(there):
    paper = paper_of(there)
    with pytest.raises(NotPermitted):
        add_paper(actor=there.actor, paper=paper, document_id=uuid.uuid4())


def test_checked_paper_is_not_replaced(there, worker, waiting):
    member = actor_with_paper(there.actor, standing_of_paper(waiting))
    check_paper(actor=staff_actor(worker), paper=waiting, refusal=None)
    with pytest.raises(InvitationNotAnswerable):
        add_paper(actor=member, paper=waiting, document_id=uuid.uuid4())


def test_only_members_prepare_one(there):
    with pytest.raises(NotPermitted):
        prepare_mandate(actor=user_actor(UserFactory()), organisation=there.organisation, ask=make_ask())
    there.organisation.is_active = False
    there.organisation.save()
    with pytest.raises(NotPermitted):
        prepare_mandate(actor=there.actor, organisation=there.organisation, ask=make_ask())


def renewed(there, standing, **changes):
    end = timezone.now() + datetime.timedelta(days=300)
    return prepare_renewal(actor=there.actor, standing=standing, ask=make_ask(ends_at=end, **changes))


def test_renewal_by_paper_changes_nothing_before_it_is_checked(there):
    standing = ends_in(advised_by(there, scopes={Scope.UPLOAD}), 10)
    before = standing.valid_to
    signed(there, renewed(there, standing, scopes=WANTED))
    standing.refresh_from_db()
    assert (standing.scopes, standing.valid_to) == (["upload"], before)


def test_renewal_that_was_checked_holds_longer(there):
    standing = ends_in(advised_by(there), 10)
    paper = signed(there, renewed(there, standing))
    worker = StaffMembershipFactory(jobcenter=standing.case.jobcenter)
    check_paper(actor=staff_actor(worker), paper=paper, refusal=None)
    standing.refresh_from_db()
    assert standing.valid_to == paper.grant_ends_at


def test_refused_renewal_leaves_what_holds(there):
    standing = advised_by(there)
    paper = signed(there, renewed(there, standing))
    worker = StaffMembershipFactory(jobcenter=standing.case.jobcenter)
    check_paper(actor=staff_actor(worker), paper=paper, refusal=PaperRefusal.CHANGED)
    standing.refresh_from_db()
    assert standing.scopes == ["fill_in", "upload"]


def test_renewal_replaces_a_paper_that_waits(there):
    paper = paper_of(there)
    renewed(there, standing_of_paper(paper))
    paper.refresh_from_db()
    assert paper.status == "withdrawn"


def test_what_the_person_has_ended_is_not_renewed(there):
    standing = advised_by(there)
    end_standing(actor=claimant_actor(standing.case), standing=standing)
    with pytest.raises(GrantNotPossible):
        renewed(there, standing)


def test_clients_of_others_are_not_renewed(there):
    standing = advised_by(team())
    with pytest.raises(NotPermitted):
        renewed(there, standing)
    assert Standing.objects.get(pk=standing.pk).valid_to == standing.valid_to
