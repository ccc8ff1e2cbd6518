import datetime

import pytest
from django.utils import timezone

from portal.accounts.services import end_membership
from portal.audit.services import record
from portal.cases.events import CASE_PREPARED
from portal.cases.selectors import (
    actor_acting_for,
    actor_with_paper,
    client_standings,
    last_acts,
    latest_papers,
    members_to_tell,
    papers_of_members,
    papers_to_check,
    receivers_of,
    standing_of_paper,
    waiting_colleagues,
    waiting_requests,
)
from portal.cases.services import end_standing, invite_colleague
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory
from tests.factories.cases import staff_actor
from tests.factories.invitations import make_ask, user_actor
from tests.factories.organisations import advised_by, asked_client, colleague, paper_of, sent_to, signed, team

pytestmark = pytest.mark.django_db


@pytest.fixture
def there():
    return team()


def everything_seen_by(actor, organisation):
    return [
        *client_standings(actor, organisation),
        *waiting_requests(actor, organisation),
        *waiting_colleagues(actor, organisation),
        *latest_papers(actor, organisation).values(),
        *papers_of_members(actor).filter(organisation=organisation),
    ]


@pytest.fixture
def full(there):
    """Something of every kind."""
    advised_by(there)
    asked_client(there)
    paper_of(there)
    ask = make_ask(bound_email="okafor@example.org")
    invite_colleague(actor=there.actor, organisation=there.organisation, ask=ask)
    return there


def test_members_see_all_of_it(full):
    member = colleague(full)
    assert len(everything_seen_by(user_actor(member.user), full.organisation)) == 6


def test_former_members_see_nothing(full):
    member = colleague(full)
    end_membership(user=full.user, membership=member)
    assert everything_seen_by(user_actor(member.user), full.organisation) == []


def test_members_of_a_shut_organisation_see_nothing(full):
    full.organisation.is_active = False
    full.organisation.save()
    assert everything_seen_by(full.actor, full.organisation) == []


def test_members_of_others_see_nothing(full):
    assert everything_seen_by(team().actor, full.organisation) == []


def test_nothing_is_seen_from_within_the_space_of_a_client(full):
    standing = client_standings(full.actor, full.organisation).first()
    acting = actor_acting_for(full.user, standing.case_id, purpose="test")
    assert everything_seen_by(acting, full.organisation) == []


def test_clients_stay_listed_for_ninety_days_after_the_end(there):
    standing = advised_by(there)
    standing.revoked_at = timezone.now() - datetime.timedelta(days=89)
    standing.save()
    assert list(client_standings(there.actor, there.organisation)) == [standing]
    standing.revoked_at = timezone.now() - datetime.timedelta(days=91)
    standing.save()
    assert not client_standings(there.actor, there.organisation).exists()


def test_paper_leads_to_its_standing_until_somebody_ends_it(there):
    paper = paper_of(there)
    standing = standing_of_paper(paper)
    assert standing.case_id == paper.case_id
    end_standing(actor=there.actor, standing=standing)
    assert standing_of_paper(paper) is None


def test_paper_without_a_case_leads_nowhere(there):
    assert standing_of_paper(asked_client(there)) is None


def test_member_with_a_paper_may_upload_to_that_case_and_nothing_else(there):
    standing = standing_of_paper(paper_of(there))
    member = actor_with_paper(there.actor, standing)
    assert member.scopes == {standing.case_id: {"upload"}}
    assert (member.role, member.acting_standing_id) == ("adviser", standing.pk)


def test_papers_are_checked_by_the_jobcenter_of_the_case(there):
    jobcenter = JobcenterFactory()
    paper = signed(there)
    paper_of(there)
    worker = staff_actor(StaffMembershipFactory(jobcenter=jobcenter))
    assert not papers_to_check(worker).exists()
    sent_to(paper, jobcenter)
    assert list(papers_to_check(worker)) == [paper]
    assert not papers_to_check(staff_actor(StaffMembershipFactory())).exists()
    assert not papers_to_check(there.actor).exists()


def test_paper_of_an_ended_standing_waits_for_nobody(there):
    jobcenter = JobcenterFactory()
    paper = signed(there)
    sent_to(paper, jobcenter)
    end_standing(actor=there.actor, standing=standing_of_paper(paper))
    assert not papers_to_check(staff_actor(StaffMembershipFactory(jobcenter=jobcenter))).exists()


def test_last_act_names_the_member(there, django_assert_num_queries):
    standing, member = advised_by(there), colleague(there, display_name="Herr Okafor")
    acting = actor_acting_for(member.user, standing.case_id, purpose="test")
    record(acting, CASE_PREPARED, case_id=standing.case_id)
    with django_assert_num_queries(3):
        acts = last_acts({standing.case_id}, there.organisation)
    assert acts[standing.case_id].who == "Herr Okafor"
    assert last_acts(set(), there.organisation) == {}


def test_last_act_is_that_of_this_organisation(there):
    standing = advised_by(there)
    elsewhere = team()
    acting = actor_acting_for(there.user, standing.case_id, purpose="test")
    record(acting, CASE_PREPARED, case_id=standing.case_id)
    assert last_acts({standing.case_id}, elsewhere.organisation) == {}


def test_who_has_asked_is_told_as_long_as_they_work_there(there):
    member = colleague(there)
    asking = type(there)(there.organisation, member.user, member)
    standing = advised_by(asking)
    assert receivers_of(standing) == [member.user_id]
    end_membership(user=there.user, membership=member)
    assert receivers_of(standing) == [there.user.pk]
    assert members_to_tell(there.organisation.pk, []) == [there.user.pk]
