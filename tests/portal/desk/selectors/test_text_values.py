import pytest

from mailbox.domain.texts import PLACEHOLDERS
from portal.desk.selectors.text_values import values_for
from tests.factories.accounts import OfficeFactory
from tests.factories.cases import CaseFactory, PersonFactory, staff_actor
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


def test_values_come_from_person_case_and_writer(jobcenter, worker):
    OfficeFactory(jobcenter=jobcenter)
    worker.phone = "030 1"
    worker.save()
    person = PersonFactory(case=CaseFactory(jobcenter=jobcenter))
    submission = SubmissionFactory(case=person.case)

    values = values_for(staff_actor(worker), person=person, topic="housing")

    assert (values["name"], values["vorgang"], values["thema"]) == (
        "Miriam Sander",
        submission.reference,
        "Wohnung, Miete und Heizung",
    )
    assert (values["bearbeitung"], values["telefon"], values["team"]) == ("Frau Yıldız", "030 1", worker.team.name)
    assert values["sprechzeiten"] == "Montag bis Freitag: 8:00 bis 12:30 Uhr"
    assert set(values) == set(PLACEHOLDERS) - {"frist"}


def test_phone_is_that_of_the_house_where_there_is_no_other(jobcenter, worker):
    person = PersonFactory(case=CaseFactory(jobcenter=jobcenter))

    assert values_for(staff_actor(worker), person=person, topic="")["telefon"] == jobcenter.phone
