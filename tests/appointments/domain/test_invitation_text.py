import pytest

from appointments.domain.invitation_text import first_invitation
from mailbox.domain.texts import unknown_placeholders
from mailbox.models import TextVersion

pytestmark = pytest.mark.django_db


def test_first_invitation_is_made_once_and_can_be_filled():
    version = first_invitation()

    assert first_invitation() == version
    assert TextVersion.objects.count() == 1
    assert unknown_placeholders(version.body) == ()
    assert version.published_at is not None
