import pytest
from django.db import IntegrityError
from django.utils import timezone

from tests.factories.applications import DraftFactory

pytestmark = pytest.mark.django_db


def test_case_has_one_open_draft_per_form():
    draft = DraftFactory()

    with pytest.raises(IntegrityError, match="one_open_draft_per_form"):
        DraftFactory(standing=None, case=draft.case, person=draft.person)


def test_closed_draft_makes_room_for_a_new_one():
    draft = DraftFactory(answers={}, cleared_at=timezone.now())

    assert DraftFactory(standing=None, case=draft.case, person=draft.person).is_open


def test_sent_draft_needs_its_submission():
    with pytest.raises(IntegrityError, match="draft_sent_has_submission"):
        DraftFactory(submitted_at=timezone.now())
