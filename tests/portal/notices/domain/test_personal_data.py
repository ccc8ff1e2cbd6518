import datetime
import uuid

import pytest

from portal.notices.domain.personal_data import export_notices
from portal.notices.services import send_notice
from portal.outbox.services import deliver_due
from tests.factories.cases import PersonFactory
from tests.factories.consents import SOME_DAY, ConsentFactory, NoticeSettingsFactory, agreeing

pytestmark = pytest.mark.django_db


def test_own_emails_are_listed_with_their_state():
    person, other = PersonFactory(), PersonFactory()
    for each in (person, other):
        agreeing(each.user)
        send_notice(person_id=each.pk, template="new_message", subject_id=uuid.uuid4())
    deliver_due()

    exported = export_notices(person.user_id)

    assert [line.partition(": ")[2] for line in exported.records[0].lines] == ["„Neue Nachricht im Portal“ (gesendet)"]
    assert [each["status"] for each in exported.data["sent"]] == ["sent"]


def test_consents_are_listed_with_their_times_and_words():
    taken_back = SOME_DAY + datetime.timedelta(days=1)
    consent = ConsentFactory(given_at=SOME_DAY, revoked_at=taken_back)

    (record,) = export_notices(consent.user_id).records

    (line,) = record.lines
    assert line.replace("\xa0", " ") == (
        "Hinweise per E-Mail: eingewilligt am Freitag, 20. November 2026, 10:00:00 Uhr, widerrufen am Samstag, "
        "21. November 2026, 10:00:00 Uhr. Der Text: „Ja, schicken Sie mir eine E-Mail, wenn es etwas Neues gibt.“"
    )


def test_settings_are_listed():
    settings = NoticeSettingsFactory(quiet_from=datetime.time(22), quiet_until=datetime.time(7))

    exported = export_notices(settings.user_id)

    assert exported.records[0].facts == (("Keine Benachrichtigungen", "nein"), ("Ruhezeit", "22:00 – 7:00"))
    assert exported.data["settings"]["quiet_from"] == datetime.time(22)


def test_who_was_never_told_has_nothing():
    assert export_notices(PersonFactory().user_id).records == ()


def test_copy_takes_three_queries(django_assert_num_queries):
    user = PersonFactory().user
    agreeing(user)
    with django_assert_num_queries(3):
        export_notices(user.pk)
