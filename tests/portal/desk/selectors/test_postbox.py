import datetime

import pytest
from django.utils import timezone

from mailbox.enums import Topic
from portal.desk.selectors.postbox import (
    PostboxFilter,
    conversations_of_case,
    postbox_counts,
    postbox_list,
    waiting_for,
)
from tests.factories.accounts import AbsenceFactory, StaffMembershipFactory, TeamFactory
from tests.factories.cases import CaseFactory, PersonFactory, staff_actor
from tests.factories.desk_postbox import TopicRouteFactory
from tests.factories.mailbox import MessageFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


def waiting(jobcenter, days=0, **fields):
    person = PersonFactory(case=CaseFactory(jobcenter=jobcenter, **fields.pop("case", {})))
    since = timezone.now() - datetime.timedelta(days=days)
    return MessageFactory(
        from_claimant=True,
        thread__person=person,
        thread__waiting_since=since,
        **{f"thread__{name}": value for name, value in fields.items()},
    ).thread


def listed(actor, **wanted):
    return list(postbox_list(actor=actor, wanted=PostboxFilter(**wanted), on=timezone.localdate()))


def test_who_waits_longest_comes_first(jobcenter, worker):
    second, first = waiting(jobcenter, 1), waiting(jobcenter, 3)

    assert listed(staff_actor(worker), whose="all") == [first, second]


def test_thread_is_its_teams_then_the_topics_then_the_cases(jobcenter, worker):
    other = TeamFactory(jobcenter=jobcenter)
    TopicRouteFactory(jobcenter=jobcenter, topic=Topic.WORK, team=worker.team)
    own = waiting(jobcenter, 4, team=worker.team, topic=Topic.MONEY, case={"team": other})
    of_topic = waiting(jobcenter, 3, topic=Topic.WORK, case={"team": other})
    of_case = waiting(jobcenter, 2, case={"team": worker.team})
    waiting(jobcenter, 1, team=other, topic=Topic.WORK, case={"team": worker.team})

    assert listed(staff_actor(worker)) == [own, of_topic, of_case]
    assert waiting_for(staff_actor(worker)) == 3


def test_what_is_no_teams_is_every_teams(jobcenter, worker):
    thread = waiting(jobcenter)

    assert listed(staff_actor(worker)) == [thread]


def test_mine_is_what_i_look_after_and_what_i_stand_in_for(jobcenter, worker):
    colleague = StaffMembershipFactory(jobcenter=jobcenter)
    AbsenceFactory(membership=colleague, deputy=worker)
    mine = waiting(jobcenter, 2, case={"responsible": worker})
    stood_in_for = waiting(jobcenter, 1, case={"responsible": colleague})
    waiting(jobcenter)

    assert listed(staff_actor(worker), whose="mine") == [mine, stood_in_for]
    assert postbox_counts(actor=staff_actor(worker), on=timezone.localdate()) == {
        "team": 3,
        "mine": 2,
        "all": 3,
        "translation": 0,
    }


def test_in_charge_is_who_looks_after_the_latest_application(jobcenter, worker):
    application = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))
    application.assigned_to = worker
    application.save()
    MessageFactory(thread__person=application.person, from_claimant=True)

    [thread] = conversations_of_case(staff_actor(worker), application.case_id)
    assert thread.in_charge == worker.pk


def test_answered_ones_receipts_and_other_houses_are_left_out(jobcenter, worker):
    answered = waiting(jobcenter)
    answered.waiting_since = None
    answered.save()
    waiting(StaffMembershipFactory().jobcenter)
    MessageFactory(thread__person=PersonFactory(case=CaseFactory(jobcenter=jobcenter)), kind="receipt")
    actor = staff_actor(worker)

    assert (listed(actor, whose="all"), listed(actor, whose="all", state="all")) == ([], [answered])


def test_translation_mark_and_topic_narrow(jobcenter, worker):
    marked = waiting(jobcenter, topic=Topic.HOUSING)
    MessageFactory(thread=marked, from_claimant=True, needs_translation=True)
    other = waiting(jobcenter, topic=Topic.MONEY)
    actor = staff_actor(worker)

    assert listed(actor, whose="all", needs_translation=True) == [marked]
    assert listed(actor, whose="all", topic=Topic.MONEY) == [other]


def test_search_finds_name_and_reference(jobcenter, worker):
    application = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter), name="Jürgen Müller")
    thread = MessageFactory(thread__person=application.person, from_claimant=True).thread
    waiting(jobcenter)
    actor = staff_actor(worker)

    for text in ("mueller", application.submission.reference[:9].lower()):
        assert listed(actor, whose="all", state="all", text=text) == [thread]
