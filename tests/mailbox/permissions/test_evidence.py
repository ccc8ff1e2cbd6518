import pytest

from mailbox.permissions import may_answer, may_ask, may_draft, may_judge_item, may_prepare
from portal.cases.models import system_actor
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import StandingFactory, helper_actor, staff_actor
from tests.factories.evidence import asked

pytestmark = pytest.mark.django_db


def helping(found, *scopes):
    return helper_actor(StandingFactory(helper=True, person=found.person, scopes=scopes))


def test_somebody_with_a_name_asks_and_the_portal_only_drafts():
    found = asked()
    case, portal = found.request.case, system_actor("test")
    elsewhere = staff_actor(StaffMembershipFactory())

    assert [may_ask(actor, case) for actor in (found.staff, elsewhere, portal, found.claimant)] == [True, *[False] * 3]
    assert [may_draft(actor, case) for actor in (found.staff, elsewhere, portal)] == [True, False, True]


def test_what_is_specially_protected_is_judged_by_who_may_open_it():
    found = asked()
    case, item = found.request.case, found.items[0]
    item.is_restricted = True
    opener = staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter, opens_restricted=True))

    assert (may_judge_item(found.staff, case, item), may_judge_item(opener, case, item)) == (False, True)


def test_helper_answers_and_prepares_with_the_scopes_for_it():
    found = asked()
    case_id = found.request.case_id
    sender, uploader = helping(found, "read_postbox", "send"), helping(found, "read_postbox", "upload")

    assert (may_answer(sender, case_id), may_answer(uploader, case_id)) == (True, False)
    assert (may_prepare(sender, case_id), may_prepare(uploader, case_id)) == (False, True)
