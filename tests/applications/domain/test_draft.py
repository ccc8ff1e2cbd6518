import datetime
import uuid

import pytest
from django.utils import timezone

from applications.catalogue.main_application import FORM
from applications.domain.draft import (
    begins_editing_period,
    carried_on,
    course_of,
    document_ids,
    expiry,
    first_answers,
    prefilled_answers,
)
from applications.models import Draft
from tests.factories.applications import DraftFactory
from tests.factories.personas import P02, fresh
from tests.factories.triage import ApplicationFactory

NOW = datetime.datetime(2026, 11, 22, 23, 30, tzinfo=datetime.UTC)


@pytest.mark.django_db
def test_course_of_follows_the_answers():
    course = course_of(DraftFactory.build(standing=None, case=None, person=None, answers=fresh(P02)))

    assert course.people == {"applicant": "Miriam Sander", "c1": "Ella", "c2": "Finn"}
    assert course.walked[0].slug == "hilfe"
    assert course.claim(on=datetime.date(2026, 11, 22)).application_date == datetime.date(2026, 11, 22)


def test_first_answers_hold_the_day_in_germany():
    assert first_answers(FORM, NOW) == {"started_on": "2026-11-23"}


def test_expiry_is_thirty_days_after_the_last_save():
    assert expiry(NOW) == NOW + datetime.timedelta(days=30)


@pytest.mark.parametrize(("minutes", "version", "begins"), [(1, 0, True), (30, 1, False), (31, 1, True)])
def test_editing_period_begins_after_a_pause(minutes, version, begins):
    now = timezone.now()
    draft = DraftFactory.build(
        standing=None, case=None, person=None, version=version, updated_at=now - datetime.timedelta(minutes=minutes)
    )

    assert begins_editing_period(draft, now) is begins


def test_document_ids_name_each_file_once():
    proofs = [{"documents": ["b", "a"]}, {"documents": ["a"]}, {"choice": "later"}]

    assert document_ids({"evidence": {"proofs": proofs}}) == ["b", "a"]
    assert document_ids({}) == []


def test_another_hand_begins_an_editing_period():
    now, helper = timezone.now(), uuid.uuid4()
    draft = Draft(version=3, updated_at=now)
    assert not begins_editing_period(draft, now)
    assert begins_editing_period(draft, now, helper)
    draft.touched_by_standing_id = helper
    assert not begins_editing_period(draft, now, helper)


@pytest.mark.django_db
def test_prefilled_answers_say_from_when_they_are():
    application = ApplicationFactory()
    sent = application.sent_answers
    sent.answers = {"you": {"first_name": "Miriam"}, "closing": {"remarks": "x"}}

    assert prefilled_answers(FORM, NOW, [sent]) == {
        "you": {"first_name": "Miriam"},
        "started_on": "2026-11-23",
        "carried_on": "2026-10-31",
    }
    assert prefilled_answers(FORM, NOW, []) == {"started_on": "2026-11-23"}


def test_carried_on_is_a_day_or_nothing():
    assert carried_on({"carried_on": "2026-10-31"}) == datetime.date(2026, 10, 31)
    assert carried_on({}) is None
