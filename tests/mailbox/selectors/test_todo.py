import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from mailbox.enums import ItemStatus
from mailbox.models import Decision, EvidenceItem, EvidenceRequest, MessageDraft
from mailbox.selectors.todo import postbox_todo
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.exports import decision_in, full_case, member_with_own_post

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 26)


@pytest.fixture
def full():
    return full_case()


def todo(actor):
    return [(str(each.title), each.url, each.due) for each in postbox_todo(actor, TODAY)]


def draft(actor, case, person, **fields):
    key = "acting" if actor.acting_for else "user"
    return MessageDraft.objects.create(case=case, person=person, author_key=f"{key}:{actor.user_id}", **fields)


def test_everything_in_the_postbox_is_a_line_in_four_queries(full, django_assert_num_queries):
    draft(full.claimant, full.case, full.person)
    inbox = reverse("mailbox:inbox")

    with django_assert_num_queries(4):
        found = todo(full.claimant)

    assert found == [
        ("1 Unterlage einreichen", f"{inbox}bitten/{full.request.pk}/", dt.date(2026, 12, 11)),
        ("Bescheid oder Schreiben lesen", f"{inbox}bescheide/{full.decision.pk}/", None),
        ("2 neue Nachrichten lesen", inbox, None),
        ("Angefangene Nachricht fertig schreiben oder verwerfen", f"{inbox}neu/", None),
    ]


def test_more_of_everything_costs_no_more_queries(full, django_assert_num_queries):
    for number in range(3):
        EvidenceItem.objects.create(request=full.request, position=3 + number, what="Nachweis", code=f"C{number}")
        decision_in(full.thread, full.membership)

    with django_assert_num_queries(4):
        assert len(todo(full.claimant)) == 6


def test_what_is_announced_still_has_to_come(full):
    EvidenceItem.objects.update(status=ItemStatus.ANNOUNCED)

    assert todo(full.claimant)[0][0] == "2 Unterlagen bringen oder schicken, wie angekündigt"


def test_hint_has_neither_deadline_nor_certainty(full):
    EvidenceRequest.objects.update(is_hint=True, deadline=None, first_deadline=None, legal_notice="")

    assert (todo(full.claimant)[0][0], todo(full.claimant)[0][2]) == ("Es fehlt vielleicht noch 1 Unterlage", None)


def test_answered_request_and_opened_decision_are_done(full):
    EvidenceItem.objects.update(status=ItemStatus.HANDED_IN)
    Decision.objects.update(opened_at=timezone.now())

    assert [title for title, _url, _due in todo(full.claimant)] == ["2 neue Nachrichten lesen"]


def test_helper_sees_what_the_scopes_show(full):
    helping = StandingFactory(helper=True, person=full.person, scopes=["read_postbox"])

    assert [title for title, _url, _due in todo(helper_actor(helping))] == [
        "1 Unterlage einreichen",
        "3 neue Nachrichten lesen",
    ]


def test_draft_is_its_writers_alone(full):
    helping = StandingFactory(helper=True, person=full.person, scopes=["send"])
    draft(helper_actor(helping), full.case, full.person, thread=full.thread)

    assert [url for _title, url, _due in todo(helper_actor(helping))] == [
        f"{reverse('mailbox:inbox')}{full.thread.pk}/"
    ]
    assert "Angefangene Nachricht fertig schreiben oder verwerfen" not in [each[0] for each in todo(full.claimant)]


def test_member_with_own_post_sees_her_own_only(full):
    assert [title for title, _url, _due in todo(member_with_own_post(full.case))] == ["1 neue Nachricht lesen"]
