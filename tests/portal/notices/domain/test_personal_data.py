import uuid

import pytest

from portal.notices.domain.personal_data import export_notices
from portal.notices.services import send_notice
from tests.factories.cases import PersonFactory

pytestmark = pytest.mark.django_db


def test_own_emails_are_listed_with_their_state():
    person, other = PersonFactory(), PersonFactory()
    for each in (person, other):
        send_notice(person_id=each.pk, template="new_message", subject_id=uuid.uuid4())

    exported = export_notices(person.user_id)

    assert [line.partition(": ")[2] for line in exported.records[0].lines] == ["„Neue Nachricht im Portal“ (gesendet)"]
    assert [each["status"] for each in exported.data] == ["sent"]
