import datetime

import pytest
from django.utils import timezone

from applications.models import Draft
from applications.tasks.drafts import expire_drafts, remind_of_drafts
from tests.factories.applications import DraftFactory


@pytest.mark.django_db
def test_expire_drafts_may_run_again():
    DraftFactory(expired=True)

    assert (expire_drafts(), expire_drafts()) == (1, 0)
    assert Draft.objects.get().answers == {}


@pytest.mark.django_db
def test_remind_of_drafts_may_run_again():
    DraftFactory(version=1, expires_at=timezone.now() + datetime.timedelta(days=3))

    assert (remind_of_drafts(), remind_of_drafts()) == (1, 0)
