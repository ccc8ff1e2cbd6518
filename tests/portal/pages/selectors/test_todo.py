import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.enums import ApplicationStatus
from mailbox.enums import AnswerKind
from portal.cases.selectors import actor_for_user
from portal.pages.selectors import todo_for
from tests.access.world import build_world
from tests.factories.accounts import UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.evidence import LEASE, asked
from tests.factories.renewals import GrantPeriodFactory


def todo_of(user):
    return todo_for(actor_for_user(user, purpose="own_case"))


@pytest.mark.django_db
def test_todo_names_draft_post_and_application(django_assert_num_queries):
    world = build_world()
    actor = actor_for_user(world.users["claimant"], purpose="own_case")

    with django_assert_num_queries(6):
        todo = todo_for(actor)

    assert [(str(entry.title), entry.url, str(entry.status)) for entry in todo] == [
        ("Antrag fertig ausfüllen und absenden", reverse("applications:tasks", args=[world.draft.pk]), ""),
        ("1 neue Nachricht lesen", reverse("mailbox:inbox"), "Neu"),
        (
            "Stand Ihres Antrags ansehen",
            reverse("applications:status", args=[world.application.pk]),
            "Eingegangen – wird geprüft",
        ),
    ]


@pytest.mark.django_db
def test_draft_is_due_when_it_expires():
    world = build_world()

    assert todo_of(world.users["claimant"])[0].due == world.draft.expires_at.date()
    assert world.draft.expires_at - world.draft.created_at == dt.timedelta(days=30)


@pytest.mark.django_db
def test_request_for_documents_is_a_warning():
    world = build_world()
    type(world.application).objects.update(status=ApplicationStatus.DOCUMENTS_REQUESTED)

    assert todo_of(world.users["claimant"])[-1].kind == "warning"


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "is_told"), [(57, False), (56, True), (0, True), (-90, True), (-95, False)])
def test_renewal_is_to_be_asked_for_around_the_end_of_the_period(days, is_told):
    own = StandingFactory()
    ends = timezone.localdate() + dt.timedelta(days=days)
    GrantPeriodFactory(case=own.case, starts_on=ends - dt.timedelta(days=364), ends_on=ends)

    expected = [("Weiterbewilligung beantragen", reverse("applications:overview"), ends)] if is_told else []
    assert [(str(entry.title), entry.url, entry.due) for entry in todo_of(own.user)] == expected


@pytest.mark.django_db
def test_stranger_has_nothing_to_do():
    build_world()

    assert todo_of(UserFactory()) == []


@pytest.mark.django_db
def test_help_that_ends_soon_is_to_be_extended():
    own = StandingFactory()
    until = timezone.now() + dt.timedelta(days=5)
    soon = StandingFactory(helper=True, person=own.person, valid_to=until)
    StandingFactory(helper=True, person=own.person, valid_to=until + dt.timedelta(days=30))
    StandingFactory(helper=True, person=own.person, valid_to=until, revoked_at=timezone.now())
    (entry,) = todo_of(own.user)
    assert (entry.url, entry.due) == (reverse("helping:helper", args=[soon.pk]), timezone.localdate(until))


@pytest.mark.django_db
def test_helper_is_not_asked_to_extend():
    helping = StandingFactory(helper=True, valid_to=timezone.now() + dt.timedelta(days=5))
    assert todo_for(helper_actor(helping)) == []


@pytest.mark.django_db
def test_who_may_not_send_is_not_told_to():
    helping = StandingFactory(helper=True)
    DraftFactory(case=helping.case, person=helping.person)
    assert [str(entry.title) for entry in todo_for(helper_actor(helping))] == ["Antrag fertig ausfüllen"]


@pytest.mark.django_db
def test_request_for_papers_stands_first_with_its_deadline_until_it_is_answered():
    found = asked(LEASE)
    request = found.request

    first = todo_for(found.claimant)[0]
    assert (str(first.title), first.url, first.due) == (
        "Unterlagen schicken oder antworten",
        reverse("mailbox:request", args=[request.pk]),
        request.deadline,
    )
    found.answer(1, AnswerKind.BY_POST)
    assert str(todo_for(found.claimant)[0].title) == "Unterlagen auf Papier bringen oder schicken"
    found.answer(1)
    assert [str(entry.title) for entry in todo_for(found.claimant)] == ["1 neue Nachricht lesen"]


@pytest.mark.django_db
def test_hint_has_no_deadline():
    found = asked(LEASE, is_hint=True)

    first = todo_for(found.claimant)[0]
    assert (str(first.title), first.due) == ("Nachsehen, ob noch etwas fehlt", None)
