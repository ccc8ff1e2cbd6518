import datetime

import pytest
from django.urls import reverse

from portal.audit.models import AuditEvent
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OfferFactory, WishFactory
from tests.factories.cases import PersonFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def test_everything_of_the_case_stands_together(desk_of, worker, time_machine):
    time_machine.move_to(MONDAY_NINE - DAY)
    person = PersonFactory(case__jobcenter=worker.jobcenter)
    coming = AppointmentFactory(person=person, membership=worker)
    past = AppointmentFactory(person=person, membership=worker, starts=MONDAY_NINE - 2 * DAY, status="excused")
    OfferFactory(person=person, status="declined", reply="Da arbeite ich.")
    WishFactory(person=person)

    page = desk_of(worker).get(reverse("desk:case_appointments", args=[person.case_id])).content.decode()

    for words in ("Da arbeite ich.", "abgelehnt", "entschuldigt", "Termin, gesendet am"):
        assert words in page
    for one in (coming, past):
        assert reverse("desk:appointment", args=[one.pk]) in page
    assert AuditEvent.objects.filter(event="seen.appointments", case_id=person.case_id).count() == 1
