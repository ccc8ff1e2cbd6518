import datetime

import pytest
from django.utils import timezone

from portal.audit.services import record
from portal.cases.events import CASE_OPENED, PERSON_NAMED, STANDING_CHECKED
from portal.cases.selectors import actor_acting_for
from portal.helping.selectors import doings_of
from tests.factories.accounts import OrganisationMembershipFactory
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor
from tests.factories.organisations import advised_by, colleague, team

pytestmark = pytest.mark.django_db


def did(actor, standing, event=PERSON_NAMED):
    record(actor, event, subject=standing, case_id=standing.case_id)


def words(standing):
    return [doing.what for doing in doings_of(standing)]


def test_what_a_helper_did_stands_newest_first():
    helping = StandingFactory(helper=True)
    did(helper_actor(helping), helping)
    did(helper_actor(helping), helping, STANDING_CHECKED)
    assert words(helping) == ["Nachweis eines Handlungsrechts geprüft", "Angaben zur Suche nach der Person geändert"]


def test_what_others_did_is_left_out():
    helping = StandingFactory(helper=True)
    second = StandingFactory(helper=True, person=helping.person)
    elsewhere = StandingFactory(helper=True, user=helping.user)
    did(claimant_actor(helping.case), helping)
    did(helper_actor(second), second)
    did(helper_actor(elsewhere), elsewhere)
    assert words(helping) == []


def test_what_was_done_outside_of_the_standing_is_left_out():
    helping = StandingFactory(helper=True)
    did(helper_actor(helping), helping)
    helping.revoked_at = timezone.now() - datetime.timedelta(minutes=1)
    assert words(helping) == []


def test_of_an_organisation_everybody_counts_who_works_or_worked_there():
    adviser = StandingFactory(adviser=True)
    member = OrganisationMembershipFactory(organisation=adviser.organisation)
    did(actor_acting_for(member.user, adviser.case_id, purpose="test"), adviser)
    member.valid_to = member.valid_from
    member.save()
    assert words(adviser) == ["Angaben zur Suche nach der Person geändert"]


def test_one_and_many_cost_the_same(django_assert_num_queries):
    helping = StandingFactory(helper=True)
    for _number in range(5):
        did(helper_actor(helping), helping)
    with django_assert_num_queries(1):
        assert len(doings_of(helping)) == 5


def test_doings_of_an_organisation_say_by_whom():
    there = team()
    member = colleague(there, display_name="Herr Okafor")
    standing = advised_by(there)
    record(actor_acting_for(member.user, standing.case_id, purpose="test"), CASE_OPENED, case_id=standing.case_id)
    (doing,) = doings_of(standing)
    assert (doing.what, doing.who) == ("Fall eröffnet", "Herr Okafor")
