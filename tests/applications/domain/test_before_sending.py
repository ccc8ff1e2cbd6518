import datetime

import pytest

from applications.catalogue.main_application import FORM
from applications.domain.before_sending import questions_before_sending, responsible_jobcenter
from applications.domain.draft import Course
from tests.factories.accounts import PostcodeAreaFactory
from tests.factories.personas import P01, P02, fresh

pytestmark = pytest.mark.django_db

ON = datetime.date(2026, 11, 22)


def claim_of(answers):
    return Course(FORM, answers).claim(on=ON)


def test_responsible_jobcenter_is_the_only_one_of_the_postcode():
    area = PostcodeAreaFactory(postcode="00123")

    assert responsible_jobcenter(claim_of(fresh(P01))) == area.jobcenter


def test_nobody_is_responsible_for_an_ambiguous_or_missing_postcode():
    PostcodeAreaFactory(postcode="00123")
    PostcodeAreaFactory(postcode="00123")

    assert responsible_jobcenter(claim_of(fresh(P01))) is None
    assert responsible_jobcenter(claim_of({})) is None


def test_questions_are_for_the_claimant_and_leave_papers_out():
    questions = questions_before_sending(claim_of(fresh(P02)), on=ON)

    assert "Sorgen Sie allein für Ihr Kind? Dann können Sie vielleicht mehr Geld bekommen." in questions
    assert not [question for question in questions if question.startswith("Es fehlt noch:")]
