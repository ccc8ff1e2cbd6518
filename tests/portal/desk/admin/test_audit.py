import pytest

from portal.audit.services import record
from portal.cases.events import SEEN_ANSWERS
from portal.cases.models import system_actor
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db


def test_events_of_other_jobcenters_stay_away(desk_of, administrator, jobcenter):
    ours, foreign = CaseFactory(jobcenter=jobcenter), CaseFactory()
    for case_id in (ours.pk, foreign.pk, None):
        record(system_actor("test"), SEEN_ANSWERS, case_id=case_id)

    listed = desk_of(administrator).get("/verwaltung/audit/auditevent/").context["cl"].queryset

    assert {event.case_id for event in listed} == {ours.pk, None}


def test_events_are_read_only(desk_of, administrator):
    desk = desk_of(administrator)

    assert desk.get("/verwaltung/audit/auditevent/add/").status_code == 403
