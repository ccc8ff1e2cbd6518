import pytest

from applications.models import Draft
from applications.tasks.drafts import expire_drafts
from tests.factories.applications import DraftFactory


@pytest.mark.django_db
def test_expire_drafts_may_run_again():
    DraftFactory(expired=True)

    assert (expire_drafts(), expire_drafts()) == (1, 0)
    assert Draft.objects.get().answers == {}
